import { expect, test } from "vitest";
import { comparePublished } from "../../examples/july-2021/published.js";
import { type JulyRecords, julyRecords, type VictimRow } from "../../examples/july-2021/records.js";
import { julyReport } from "../../examples/july-2021/report.js";
import { parseRecords } from "../../src/record/parse-records.js";
import { snhrCodebook } from "../../src/snhr/codebook.js";
import { known } from "./july-2021-published.js";

// The comparison with what was published can fail: it finds every error that is planted here.

/** What does not agree when the records are changed, besides the two that never do. */
function disagreeing(change: (records: JulyRecords) => Pick<JulyRecords, "incidents" | "victims">): string[] {
  const { incidents, victims } = change(julyRecords());
  const parsed = parseRecords(snhrCodebook, { incidents, victims });
  return comparePublished(julyReport(parsed), parsed)
    .filter(({ what, agrees }) => !agrees && !Object.hasOwn(known, what))
    .map(({ place, what }) => `${place}: ${what}`);
}

/** The records with the first victim of July of whom something holds changed. */
function withOne(of: (victim: VictimRow) => boolean, change: Partial<VictimRow>) {
  return (records: JulyRecords) => {
    const found = records.victims.findIndex(
      (victim) => victim.documented.startsWith("2021-07") && of(victim),
    );
    expect(found).toBeGreaterThanOrEqual(0);
    return {
      ...records,
      victims: records.victims.map((victim, nth) => (nth === found ? { ...victim, ...change } : victim)),
    };
  };
}

test("nothing further disagrees where nothing is changed", () => {
  expect(disagreeing((records) => records)).toEqual([]);
});

test("one child of Ebleen is a man", () => {
  const changed = disagreeing(
    withOne((victim) => victim.documented === "2021-07-03", { age: 18, sex: "male" }),
  );
  expect(changed).toEqual([
    "title: All civilians",
    "III: All civilians",
    "III: Syrian Regime forces",
    "II: Ebleen, 3 July: two children",
  ]);
});

test("one of Idlib was killed in Daraa", () => {
  const changed = disagreeing(withOne(({ killedIn }) => killedIn === "idlib", { killedIn: "daraa" }));
  // 44 and 41 of 129 print 34% and 32%; the regime's 19 of 41 print 46%.
  expect(changed).toEqual(["III: Idlib, of all", "III: Daraa, of all", "III: Regime, of Daraa"]);
});

test("one is documented in June", () => {
  const changed = disagreeing(
    withOne(({ killedIn }) => killedIn === "suwayda", { documented: "2021-06-26" }),
  );
  expect(changed).toEqual([
    "title: All civilians",
    "III: All civilians",
    "III: Other parties",
    "III: Killings by unknown persons",
    "report of 2021-06: All civilians, torture",
  ]);
});

test("one death by torture has another cause", () => {
  const changed = disagreeing(withOne(({ cause }) => cause === "torture", { cause: "gunshot" }));
  // 53 of 68 print 78% as well: a percentage cannot tell.
  expect(changed).toEqual([
    "title: Died due to torture",
    "IV.A: Died due to torture",
    "IV.A: Died due to torture, regime",
    "IV.A: Died due to torture since January",
  ]);
});

test("one of Sarja's five is missing: it is no massacre", () => {
  const changed = disagreeing((records) => ({
    ...records,
    victims: records.victims.filter(({ roles }) => roles?.includes("media") !== true),
  }));
  expect(changed).toEqual(
    expect.arrayContaining([
      "IV.C: Media workers, Russian forces",
      "V: Massacres in July",
      "IV.C: Sarja, 17 July",
    ]),
  );
});

test("the investigation of Ihsem has identified Russian forces", () => {
  const changed = disagreeing((records) => ({
    ...records,
    incidents: records.incidents.map((incident) =>
      incident.date === "2021-07-17" && incident.investigation === "open" && incident.place === "idlib"
        ? { ...incident, suspects: ["russia"], investigation: "concluded" }
        : incident,
    ),
  }));
  expect(changed).toEqual(
    expect.arrayContaining([
      "III: Syrian Regime forces",
      "III: Russian forces",
      "IV.B: Medical personnel, regime",
    ]),
  );
  // The alliance's toll, and the number of massacres, are what they were.
  expect(changed).not.toContain("III: Syrian-Russian alliance, of all");
  expect(changed).not.toContain("V: Massacres in July");
});

test("the ground that Ebleen lay on was the regime's, and an attack on Daraa killed no children", () => {
  const changed = disagreeing((records) => ({
    incidents: records.incidents.map((incident) =>
      incident.date === "2021-07-22" && incident.controlledBy !== undefined
        ? { ...incident, controlledBy: ["regime"] }
        : incident,
    ),
    victims: records.victims.map((victim) =>
      victim.documented === "2021-07-30" && victim.killedIn === "daraa" ? { ...victim, age: 40 } : victim,
    ),
  }));
  expect(changed).toEqual(
    expect.arrayContaining([
      "II: most of those killed by artillery in Daraa at the end of July were children",
      "V: both massacres of the regime on ground of the Armed Opposition and HTS",
    ]),
  );
});
