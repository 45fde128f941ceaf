import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import type { Codebook } from "../../src/codebook/codebook.js";
import { defineCodebook } from "../../src/codebook/define-codebook.js";
import { extendCodebook } from "../../src/codebook/extend-codebook.js";
import { keyInCycle, outermostOf, standingTo } from "../../src/codebook/parents.js";
import { placeKeys, placesWithin } from "../../src/codebook/places-within.js";
import { codebooks } from "../support/codebook.js";

// A parent may stand after the places in it.
const { places } = defineCodebook({
  places: {
    quay: { label: "Quay", parent: "harbour" },
    south: { label: "South" },
    harbour: { label: "Harbour", parent: "north" },
    north: { label: "North" },
    market: { label: "Market", parent: "north" },
  },
});

/** A place and those that it lies in, outwards: the oracle. */
function lineOf(codebook: Codebook, place: string): string[] {
  const parent = codebook.places[place]?.parent;
  return parent === undefined ? [place] : [place, ...lineOf(codebook, parent)];
}

describe("outermostOf", () => {
  test("gives of every entry the one without a parent that it lies in, in the order of the list", () => {
    const outermost = outermostOf(places);
    expect([...outermost]).toEqual([
      ["quay", "north"],
      ["south", "south"],
      ["harbour", "north"],
      ["north", "north"],
      ["market", "north"],
    ]);
    type Place = "quay" | "south" | "harbour" | "north" | "market";
    expectTypeOf(outermost).toEqualTypeOf<ReadonlyMap<Place, Place>>();
  });

  test("gives the end of the way outwards", () => {
    fc.assert(
      fc.property(codebooks(), (any) => {
        const ends = placeKeys(any).map((place) => [place, lineOf(any, place).at(-1)]);
        expect([...outermostOf(any.places)]).toEqual(ends);
      }),
    );
  });
});

describe("standingTo", () => {
  test("tells of every entry how it lies to another", () => {
    const standing = standingTo(places, ["harbour"]);
    const told = Object.keys(places).map((place) => [place, standing(place)]);
    expect(told).toEqual([
      ["quay", "within"],
      ["south", "apart"],
      ["harbour", "within"],
      ["north", "around"],
      ["market", "apart"],
    ]);
  });

  test("is by the ways outwards of both, in whatever order it is asked", () => {
    const asked = codebooks().chain((any) =>
      fc.record({
        any: fc.constant(any),
        order: fc.shuffledSubarray(placeKeys(any)),
        others: fc.shuffledSubarray(placeKeys(any)),
      }),
    );
    fc.assert(
      fc.property(asked, ({ any, order, others }) => {
        for (const some of [others, ...placeKeys(any).map((place) => [place])]) {
          const standing = standingTo(any.places, some);
          for (const place of order) {
            const isWithin = lineOf(any, place).some((around) => some.includes(around));
            const isAround = some.some((other) => lineOf(any, other).includes(place));
            expect(standing(place)).toBe(isWithin ? "within" : isAround ? "around" : "apart");
          }
        }
      }),
    );
  });

  test("of several: who lies around one and within another is within", () => {
    const standing = standingTo(places, ["quay", "north"]);
    expect(["harbour", "market", "south"].map(standing)).toEqual(["within", "within", "apart"]);
    expect(["harbour", "north"].map(standingTo(places, ["quay", "market"]))).toEqual(["around", "around"]);
  });
});

test("keyInCycle names one that comes back to itself, not one from which a circle is reached", () => {
  const next: Readonly<Record<string, string>> = {
    tail: "one",
    one: "two",
    two: "one",
    loop: "loop",
    end: "",
  };
  const step = (key: string) => next[key] || undefined;
  expect(keyInCycle(["end", "tail"], step)).toBe("one");
  expect(keyInCycle(["loop"], step)).toBe("loop");
  expect(keyInCycle(["end"], step)).toBeNull();
});

describe("10^5 places", () => {
  const size = 100_000;
  const chain = Object.fromEntries(
    Array.from({ length: size }, (_, index) => {
      const place = { label: `Place ${index}` };
      return [`place-${index}`, index === 0 ? place : { ...place, parent: `place-${index - 1}` }];
    }),
  );

  // Each of these took minutes, or the stack, where every place went its way outwards by itself.
  test("in a chain are read, extended, and their ways outwards found", () => {
    const codebook = defineCodebook({ places: chain });
    const first: string = "place-0";
    const last = `place-${size - 1}`;
    const extended = extendCodebook(codebook, { places: { end: { label: "The end", parent: last } } });
    expect(outermostOf(extended.places).get("end")).toBe(first);
    expect(placesWithin(extended, `place-${size - 3}`).size).toBe(4);
    expect(standingTo(extended.places, [first])("end")).toBe("within");
    const ring = { ...chain, [first]: { label: "First", parent: last } };
    expect(() => defineCodebook({ places: ring })).toThrow("lies within itself by its parents");
  });

  test("extend 10^5 others", () => {
    const others = Object.fromEntries(
      Array.from({ length: size }, (_, index) => [`other-${index}`, { label: `Other ${index}` }]),
    );
    const extended = extendCodebook(defineCodebook({ places: chain }), { places: others });
    expect(placeKeys(extended)).toHaveLength(2 * size);
  });
});
