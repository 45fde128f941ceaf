import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Codebook } from "../../src/codebook/codebook.js";
import type { Victim } from "../../src/record/victim.js";
import { byOutermostPlace, byPlace, outermostPlaces } from "../../src/report/by-place.js";
import { victimTest } from "../../src/rule/condition-test.js";
import { snhrCodebook } from "../../src/snhr/codebook.js";
import { regroup } from "../../src/tally/algebra.js";
import { tally } from "../../src/tally/tally.js";
import { victimsOf } from "../support/records.js";
import { codebook, type HandMadeKeys, parsed } from "./hand-made.js";

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
  const nowhere = { place: null };
  expect(keyOf({ killedIn: "camp", incident: nowhere })).toBe("camp");
  expect(keyOf({ killedIn: null, incident: nowhere })).toBe("unknown");
  const victim = { killedIn: "camp", origin: "south", incident: { place: "north" } } as const;
  expect(byPlace(codebook, "killedIn").keyOf(victim)).toBe("camp");
  expect(byPlace(codebook, "origin").keyOf(victim)).toBe("south");
});

test("who is not recorded as killed elsewhere is counted where the incident was, and came from where it is recorded", () => {
  const incident = { place: "camp" } as const;
  const victim = { killedIn: null, origin: null, incident } as const;
  expect(byPlace(codebook, "killedIn").keyOf(victim)).toBe("camp");
  expect(byOutermostPlace(codebook, "killedIn").keyOf(victim)).toBe("north");
  expect(byPlace(codebook, "origin").keyOf(victim)).toBe("unknown");
  // A wounded person may die in a hospital elsewhere.
  expect(byPlace(codebook, "killedIn").keyOf({ killedIn: "south", incident })).toBe("south");
});

test("a count by place of death and the condition on it agree about every victim", () => {
  fc.assert(
    fc.property(victimsOf(codebook as Codebook), (any) => {
      const victim = any as Victim<HandMadeKeys>;
      const { keys, keyOf } = byPlace(codebook, "killedIn");
      for (const place of keys) {
        if (place === "unknown") continue;
        const holds = victimTest(codebook, { killedIn: place })(victim);
        if (keyOf(victim) === place) expect(holds).toBe("yes");
        if (keyOf(victim) === "unknown") expect(holds).toBe("unknown");
      }
    }),
  );
});

test("byOutermostPlace: by the outermost place around the recorded one", () => {
  const { keys, keyOf } = byOutermostPlace(nested, "killedIn");
  expect(keys).toEqual(["north", "south", "unknown"]);
  expect(keyOf({ killedIn: "tent", incident: { place: null } })).toBe("north");
  expect(keyOf({ killedIn: "north", incident: { place: null } })).toBe("north");
  expect(keyOf({ killedIn: "south", incident: { place: null } })).toBe("south");
  expect(keyOf({ killedIn: null, incident: { place: null } })).toBe("unknown");
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
