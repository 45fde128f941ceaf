import { describe, expect, test } from "vitest";
import { byOutermostPlace, byPlace, outermostPlaces } from "../../src/report/by-place.js";
import { snhrCodebook } from "../../src/snhr/codebook.js";
import { regroup } from "../../src/tally/algebra.js";
import { tally } from "../../src/tally/tally.js";
import { codebook, parsed } from "./hand-made.js";

/** The parent stands after its child, and lies in another itself. */
const nested = {
  ...codebook,
  places: {
    tent: { label: "A tent", parent: "camp" },
    camp: { label: "A camp", parent: "north" },
    south: { label: "The South" },
    north: { label: "The North" },
  },
} as const;

test("byPlace: as it is recorded, on the basis that is named", () => {
  const { keys, keyOf } = byPlace(codebook, "killedIn");
  expect(keys).toEqual(["north", "camp", "south", "unknown"]);
  expect(keyOf({ killedIn: "camp" })).toBe("camp");
  expect(keyOf({ killedIn: null })).toBe("unknown");
  const victim = { killedIn: "camp", origin: "south" } as const;
  expect(byPlace(codebook, "killedIn").keyOf(victim)).toBe("camp");
  expect(byPlace(codebook, "origin").keyOf(victim)).toBe("south");
});

test("byOutermostPlace: by the outermost place around the recorded one", () => {
  const { keys, keyOf } = byOutermostPlace(nested, "killedIn");
  expect(keys).toEqual(["north", "south", "unknown"]);
  expect(keyOf({ killedIn: "tent" })).toBe("north");
  expect(keyOf({ killedIn: "north" })).toBe("north");
  expect(keyOf({ killedIn: "south" })).toBe("south");
  expect(keyOf({ killedIn: null })).toBe("unknown");
  expect(byOutermostPlace(nested, "origin").keyOf({ origin: "camp" })).toBe("north");
});

describe("outermostPlaces", () => {
  test("names the outermost place of every key of byPlace", () => {
    expect(outermostPlaces(nested)).toEqual({
      tent: "north",
      camp: "north",
      south: "south",
      north: "north",
      unknown: "unknown",
    });
  });

  test("of SNHR's places only the camp lies in another (section II: al-Hawl in the suburbs of Hasaka)", () => {
    const moved = Object.entries(outermostPlaces(snhrCodebook)).filter(
      ([place, outermost]) => place !== outermost,
    );
    expect(moved).toEqual([["al-hawl-camp", "hasaka"]]);
  });

  test.each([
    ["the hand-made codebook", codebook],
    ["places in places", nested],
  ])("a tally by place, regrouped, is the tally by outermost place: %s", (_, places) => {
    const { victims } = parsed;
    const recorded = tally(victims, { by: { place: byPlace(places, "killedIn") } });
    const outermost = tally(victims, { by: { place: byOutermostPlace(places, "killedIn") } });
    expect(regroup(recorded, "place", { to: outermostPlaces(places) })).toEqual(outermost);
  });
});
