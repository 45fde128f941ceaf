import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Codebook } from "../../src/codebook/codebook.js";
import { defineCodebook } from "../../src/codebook/define-codebook.js";
import { placeKeys, placesWithin } from "../../src/codebook/places-within.js";
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

describe("placeKeys", () => {
  test("gives every place in the order of the codebook", () => {
    expect(placeKeys(codebook)).toEqual(["quay", "south", "harbour", "north", "market"]);
    expect(placeKeys(emptyCodebook)).toEqual([]);
  });
});
