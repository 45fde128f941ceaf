import { describe, expect, test } from "vitest";
import {
  attributionLabel,
  byAttributionKind,
  byOutermostPerpetrator,
  byPerpetrator,
  bySection,
  bySuspect,
  outermostPerpetrators,
  sectionsOf,
} from "../../src/report/by-perpetrator.js";
import { snhrCodebook } from "../../src/snhr/codebook.js";
import { marginal, regroup } from "../../src/tally/algebra.js";
import { at, total } from "../../src/tally/read.js";
import { tally } from "../../src/tally/tally.js";
import { codebook, parsed, policy } from "./hand-made.js";

const { incidents, victims } = parsed;
const sorted = (keyOf: (item: { incident: (typeof incidents)[number] }) => string) =>
  incidents.slice(0, 5).map((incident) => keyOf({ incident }));

test("byPerpetrator: one perpetrator, the one presumed, several jointly, a source", () => {
  const { keys, keyOf } = byPerpetrator(codebook, policy);
  expect(keys).toEqual(["guards", "army", "militia", "mines", "nobody", "jointly"]);
  expect(sorted(keyOf)).toEqual(["army", "army", "jointly", "mines", "guards"]);
});

test("byAttributionKind", () => {
  const { keys, keyOf } = byAttributionKind(codebook, policy);
  expect(keys).toEqual(["established", "presumed", "undetermined"]);
  expect(sorted(keyOf)).toEqual(["established", "presumed", "established", "undetermined", "established"]);
});

test("bySection: several perpetrators are in no section, though all of them are of one", () => {
  const { keys, keyOf } = bySection(codebook, policy);
  expect(keys).toEqual(["main", "other", "jointly"]);
  expect(sorted(keyOf)).toEqual(["main", "main", "jointly", "other", "other"]);
});

test("bySuspect: the victims of an incident are under each of its suspects, and under none without", () => {
  const suspected = tally(victims, { by: {}, including: bySuspect(codebook) });
  // Counted and not: army i-01 (4), i-02 (3), i-03 (2); militia i-02 and i-03; guards i-05 to i-09; of 19.
  expect(total(suspected)).toEqual({
    count: 19,
    including: {
      guards: { part: 5, whole: 19 },
      army: { part: 9, whole: 19 },
      militia: { part: 5, whole: 19 },
    },
  });
});

describe("sectionsOf", () => {
  test("names the section of every key of byPerpetrator", () => {
    expect(sectionsOf(codebook)).toEqual({
      guards: "other",
      army: "main",
      militia: "main",
      mines: "other",
      nobody: "other",
      jointly: "jointly",
    });
  });

  test("a tally by perpetrator, regrouped, counts what the tally by section counts", () => {
    const by = { perpetrator: byPerpetrator(codebook, policy), section: bySection(codebook, policy) };
    const counted = tally(victims, { by });
    const regrouped = regroup(marginal(counted, { keep: ["perpetrator"] }), "perpetrator", {
      to: sectionsOf(codebook),
    });
    for (const section of by.section.keys) {
      expect(at(regrouped, { perpetrator: section })).toEqual(at(counted, { section }));
    }
    expect(by.section.keys.map((section) => at(counted, { section }).count)).toEqual([7, 10, 2]);
  });
});

describe("the outermost perpetrator", () => {
  /** The parent stands after its part, and is a part itself. */
  const { army, militia, guards } = codebook.perpetrators;
  const nested = {
    ...codebook,
    perpetrators: { army: { ...army, parent: "militia" }, militia: { ...militia, parent: "guards" }, guards },
  } as const;

  test("is that of every key of byPerpetrator; what is nobody, and several, stay", () => {
    expect(outermostPerpetrators(nested)).toEqual({
      army: "guards",
      militia: "guards",
      guards: "guards",
      mines: "mines",
      nobody: "nobody",
      jointly: "jointly",
    });
    const { keys, keyOf } = byOutermostPerpetrator(nested, policy);
    expect(keys).toEqual(["guards", "mines", "nobody", "jointly"]);
    // The third is by the army and the militia, both of them parts of the guards: no two parties.
    expect(sorted(keyOf)).toEqual(["guards", "guards", "guards", "mines", "guards"]);
  });

  test.each([
    ["the hand-made codebook", codebook],
    ["parts of parts", nested],
  ])("a tally by perpetrator, regrouped, is the tally by outermost perpetrator: %s", (_, parties) => {
    const recorded = tally(victims, { by: { perpetrator: byPerpetrator(parties, policy) } });
    const outermost = tally(victims, { by: { perpetrator: byOutermostPerpetrator(parties, policy) } });
    expect(regroup(recorded, "perpetrator", { to: outermostPerpetrators(parties) })).toEqual(outermost);
  });

  test("of SNHR's perpetrators none is part of another", () => {
    const moved = Object.entries(outermostPerpetrators(snhrCodebook)).filter(([key, outer]) => key !== outer);
    expect(moved).toEqual([]);
  });
});

test("attributionLabel: of perpetrators, sources, and several jointly", () => {
  expect(attributionLabel(codebook, "army")).toBe("The army");
  expect(attributionLabel(codebook, "mines")).toBe("Mines of unknown source");
  expect(attributionLabel(codebook, "jointly")).toBe("Several perpetrators, jointly");
});

test("a key that every object inherits is a key like any other", () => {
  const { army } = codebook.perpetrators;
  const strange = {
    ...codebook,
    perpetrators: { ...codebook.perpetrators, toString: { ...army, label: "A strange one" } },
  };
  expect(attributionLabel(strange, "toString")).toBe("A strange one");
  expect(attributionLabel(codebook, "toString" as never)).toBe("Several perpetrators, jointly");
});
