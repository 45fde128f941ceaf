import { describe, expect, test } from "vitest";
import { printBounds } from "../../examples/july-2021/print-bounds.js";
import type { IncidentRow, VictimRow } from "../../examples/july-2021/records.js";
import { recordsWithUnbornCounted } from "../../examples/july-2021/unborn-counted.js";
import { incidentOf, july, sourceOf, victims } from "./july-2021-plain-count.js";

// Everything here is counted with plain loops, from the records alone; the library is asked for the printed text only.
const bornOnly = july;
const withUnborn = recordsWithUnbornCounted().victims.filter(({ documented }) =>
  documented.startsWith("2021-07"),
);

/** The cases between the regime and Russia. */
function openCases(people: readonly VictimRow[]): IncidentRow[] {
  const incidents = new Set(people.map(incidentOf));
  return [...incidents].filter(
    ({ investigation, suspects = [] }) => investigation === "open" && suspects.length === 2,
  );
}

/** Who killed, in each of the four ways in which the two cases can end. */
function resolutions(people: readonly VictimRow[]): ((victim: VictimRow) => string)[] {
  const [balshoun, ihsem] = openCases(people);
  const parties = ["regime", "russia"];
  return parties.flatMap((one) =>
    parties.map((other) => (victim: VictimRow) => {
      const incident = incidentOf(victim);
      if (incident.id === balshoun?.id) return one;
      return incident.id === ihsem?.id ? other : sourceOf(incident);
    }),
  );
}

/** The least and the most of a number over the four ways. */
function extremes(
  people: readonly VictimRow[],
  numberOf: (countOf: (...of: string[]) => number) => number,
): [number, number] {
  const numbers = resolutions(people).map((killerOf) =>
    numberOf((...of) => people.filter((victim) => of.includes(killerOf(victim))).length),
  );
  return [Math.min(...numbers), Math.max(...numbers)];
}

describe("the open cases", () => {
  test("are Balshoun and Ihsem: 1 and 8 dead, or 2 and 8 with the unborn child", () => {
    const dead = (people: readonly VictimRow[]) =>
      openCases(people).map(({ id, date }) => [
        date,
        people.filter(({ incident }) => incident === id).length,
      ]);
    expect(dead(bornOnly)).toEqual([
      ["2021-07-03", 1],
      ["2021-07-17", 8],
    ]);
    expect(dead(withUnborn)).toEqual([
      ["2021-07-03", 2],
      ["2021-07-17", 8],
    ]);
  });

  test("with the unborn child counted, the published totals stay: 129, and 46 of the regime with 20 children", () => {
    const isRegime = (victim: VictimRow) => sourceOf(incidentOf(victim)) === "regime";
    const isChild = ({ age, unborn }: VictimRow) => unborn === true || (typeof age === "number" && age < 18);
    expect(withUnborn).toHaveLength(129);
    expect(withUnborn.filter(isChild)).toHaveLength(44);
    expect(withUnborn.filter(isRegime)).toHaveLength(46);
    expect(withUnborn.filter((victim) => isRegime(victim) && isChild(victim))).toHaveLength(20);
    expect(recordsWithUnbornCounted().victims).toHaveLength(victims.length - 1);
  });
});

describe.each([
  // regime, Russia, the lead of the one over the other, nobody's by any named suspect
  ["not counted", bornOnly, [37, 46], [21, 30], [7, 25]],
  ["counted", withUnborn, [36, 46], [21, 31], [5, 25]],
])("in all four ways in which they can end, the unborn child %s,", (_, people, regime, russia, lead) => {
  test("the regime killed between, Russia killed between, and the one more than the other", () => {
    expect(extremes(people, (countOf) => countOf("regime"))).toEqual(regime);
    expect(extremes(people, (countOf) => countOf("russia"))).toEqual(russia);
    expect(extremes(people, (countOf) => countOf("regime") - countOf("russia"))).toEqual(lead);
  });

  test("the alliance killed 67", () => {
    expect(extremes(people, (countOf) => countOf("regime", "russia"))).toEqual([67, 67]);
  });

  test("49 are ascribed to nobody, so that they are not excluded for anybody: of the regime 46 + 49 = 95", () => {
    const nobody = people.filter((victim) =>
      ["landmines", "gunfire", "unknown-persons", "unidentified"].includes(sourceOf(incidentOf(victim))),
    );
    expect(nobody).toHaveLength(49);
    // In al-Hawl one is suspected, alone: it may have been somebody else.
    const suspected = nobody.filter((victim) => (incidentOf(victim).suspects ?? []).length > 0);
    expect(suspected.map((victim) => [victim.killedIn, incidentOf(victim).suspects])).toEqual(
      Array.from({ length: 7 }, () => ["al-hawl-camp", ["isis"]]),
    );
  });

  test("the regime's massacres are 1 or 2: Ebleen, and Ihsem", () => {
    const numbers = resolutions(people).map((killerOf) => {
      const dead = new Map<string, number>();
      for (const victim of people.filter((one) => killerOf(one) === "regime"))
        dead.set(victim.incident, (dead.get(victim.incident) ?? 0) + 1);
      return [...dead.values()].filter((number) => number >= 5).length;
    });
    expect([Math.min(...numbers), Math.max(...numbers)]).toEqual([1, 2]);
  });
});

describe("the printed bounds", () => {
  const lines = printBounds()
    .split("\n")
    .map((line) => line.replace(/ +/g, " "));
  const below = (title: string, length: number) => {
    const start = lines.findIndex((line) => line.startsWith(title));
    return lines.slice(start, start + length);
  };

  test("without the unborn child", () => {
    expect(below("The unborn child of Balshoun not counted", 12)).toEqual([
      "The unborn child of Balshoun not counted established reported possible not excluded certain",
      expect.stringMatching(/^-+$/),
      "Syrian Regime forces 37 46 46 95 37",
      "Russian forces 21 21 30 79 21",
      "Syrian-Russian alliance forces 58 67 67 116 67",
      " massacres: Syrian Regime forces 1 2 2 2 1",
      " massacres: Russian forces 2 2 3 3 2",
      " massacres: Syrian-Russian alliance forces 3 4 4 4 4",
      "",
      "- The regime killed 25 more than Russia as reported, and at least 7 more whichever of the named suspects it was.",
      " If those of whom no suspect, or only one, is named were anybody's: from 42 fewer to 74 more.", // 37 - 30 - 49, 46 - 21 + 49
      "- Of the alliance's toll 55% to 69% is the regime's (37 to 46 of 67).",
    ]);
  });

  test("with the unborn child", () => {
    expect(below("The unborn child counted", 12)).toEqual([
      "The unborn child counted, within the published 129 established reported possible not excluded certain",
      expect.stringMatching(/^-+$/),
      "Syrian Regime forces 36 46 46 95 36",
      "Russian forces 21 21 31 80 21",
      "Syrian-Russian alliance forces 57 67 67 116 67",
      " massacres: Syrian Regime forces 1 2 2 2 1",
      " massacres: Russian forces 2 2 3 3 2",
      " massacres: Syrian-Russian alliance forces 3 4 4 4 4",
      "",
      "- The regime killed 25 more than Russia as reported, and at least 5 more whichever of the named suspects it was.",
      " If those of whom no suspect, or only one, is named were anybody's: from 44 fewer to 74 more.", // 36 - 31 - 49, 46 - 21 + 49
      "- Of the alliance's toll 54% to 69% is the regime's (36 to 46 of 67).",
    ]);
  });

  test("say what is certain of the order, and what another policy would print", () => {
    expect(lines).toEqual(
      expect.arrayContaining([
        "- The order of the main parties is Syrian Regime forces, Russian forces, Syrian Democratic Forces, Hay'at Tahrir al Sham; of its 6 pairs 6 are certain among the named suspects.",
        "Syrian Regime forces 46 37 9 37 46 of 129",
        "Russian forces 21 21 0 21 30 of 129",
        "ISIS 0 0 0 0 7 of 129",
        "Several perpetrators, jointly 0 9 9 0",
        "120 of 129 are counted under the same row by both. Who is suspected overlaps: no addends.",
      ]),
    );
  });
});
