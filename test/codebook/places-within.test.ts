import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import type { Codebook } from "../../src/codebook/codebook.js";
import { defineCodebook } from "../../src/codebook/define-codebook.js";
import { outermostPlace, placeKeys, placesWithin } from "../../src/codebook/places-within.js";
import { codebooks, emptyCodebook } from "../support/codebook.js";

// A parent may stand after the places in it.
const codebook = defineCodebook({
  places: {
    quay: { label: "Quay", parent: "harbour" },
    south: { label: "South" },
    harbour: { label: "Harbour", parent: "north" },
    north: { label: "North" },
    market: { label: "Market", parent: "north" },
  },
});

/** The parent of a place; undefined where it has none. */
function parentOf({ places }: Codebook, place: string): string | undefined {
  return places[place]?.parent;
}

describe("placesWithin", () => {
  test.each([
    ["quay", ["quay"]],
    ["harbour", ["quay", "harbour"]],
    ["north", ["quay", "harbour", "north", "market"]],
    ["south", ["south"]],
  ] as const)("gives those that lie in %s at any depth, itself among them", (around, places) => {
    expect([...placesWithin(codebook, around)]).toEqual(places);
  });

  test("of a place is itself and what lies in the places of which it is the parent", () => {
    fc.assert(
      fc.property(codebooks(), (any) => {
        for (const around of placeKeys(any)) {
          const parts = placeKeys(any).filter((place) => parentOf(any, place) === around);
          const within = parts.flatMap((place) => [...placesWithin(any, place)]);
          expect(placesWithin(any, around)).toEqual(new Set([around, ...within]));
        }
      }),
    );
  });
});

describe("outermostPlace", () => {
  test.each([
    ["quay", "north"],
    ["harbour", "north"],
    ["market", "north"],
    ["north", "north"],
    ["south", "south"],
  ] as const)("of %s is %s", (place, outermost) => {
    expect(outermostPlace(codebook, place)).toBe(outermost);
    expectTypeOf(outermostPlace(codebook, place)).toEqualTypeOf<
      "quay" | "south" | "harbour" | "north" | "market"
    >();
  });

  test("is that of the parent, and itself where there is none", () => {
    fc.assert(
      fc.property(codebooks(), (any) => {
        for (const place of placeKeys(any)) {
          const parent = parentOf(any, place);
          expect(outermostPlace(any, place)).toBe(parent === undefined ? place : outermostPlace(any, parent));
        }
      }),
    );
  });

  test("is the one place without a parent that a place lies in", () => {
    fc.assert(
      fc.property(codebooks(), (any) => {
        const outermost = placeKeys(any).filter((place) => parentOf(any, place) === undefined);
        for (const place of placeKeys(any)) {
          expect(outermost.filter((around) => placesWithin(any, around).has(place))).toEqual([
            outermostPlace(any, place),
          ]);
        }
      }),
    );
  });
});

describe("placeKeys", () => {
  test("gives every place in the order of the codebook", () => {
    expect(placeKeys(codebook)).toEqual(["quay", "south", "harbour", "north", "market"]);
    expect(placeKeys(emptyCodebook)).toEqual([]);
  });
});
