import { expect, test } from "vitest";
import { comparePublished } from "../../examples/july-2021/published.js";
import { type JulyRecords, julyRecords, type VictimRow } from "../../examples/july-2021/records.js";
import { julyReport } from "../../examples/july-2021/report.js";
import { parseRecords } from "../../src/record/parse-records.js";
import { monthlyReport } from "../../src/report/monthly-report.js";
import { snhrCodebook } from "../../src/snhr/codebook.js";
import { known } from "./july-2021-published.js";

// The comparison with what was published can fail: it finds every error that is planted here.

/** What does not agree when the records are changed, besides the two that never do. */
function disagreeing(change: (records: JulyRecords) => Pick<JulyRecords, "incidents" | "victims">): string[] {
  const { definitions, print, month, basis, massacresDated } = julyReport();
  const parsed = parseRecords(snhrCodebook, change(julyRecords()));
  const changed = monthlyReport(parsed, { ...definitions, ...print, month, basis, massacresDated });
  return comparePublished(changed)
    .filter(({ what, agrees }) => !agrees && !Object.hasOwn(known, what))
    .map(({ what }) => what);
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
  expect(changed).toEqual(["All civilians", "Syrian Regime forces"]);
});

test("one of Idlib was killed in Daraa", () => {
  const changed = disagreeing(withOne(({ killedIn }) => killedIn === "idlib", { killedIn: "daraa" }));
  // 44 and 41 of 129 print 34% and 32%; the regime's 19 of 41 print 46%.
  expect(changed).toEqual(["Idlib, of all", "Daraa, of all", "Regime, of Daraa"]);
});

test("one is documented in June", () => {
  const changed = disagreeing(
    withOne(({ killedIn }) => killedIn === "suwayda", { documented: "2021-06-26" }),
  );
  expect(changed).toEqual([
    "All civilians",
    "Other parties",
    "Killings by unknown persons",
    "All civilians, torture",
  ]);
});

test("one death by torture has another cause", () => {
  const changed = disagreeing(withOne(({ cause }) => cause === "torture", { cause: "gunshot" }));
  // 53 of 68 print 78% as well: a percentage cannot tell.
  expect(changed).toEqual([
    "Died due to torture",
    "Died due to torture, regime",
    "Died due to torture since January",
  ]);
});

test("one of Sarja's five is missing: it is no massacre", () => {
  const changed = disagreeing((records) => ({
    ...records,
    victims: records.victims.filter(({ roles }) => roles?.includes("media") !== true),
  }));
  expect(changed).toEqual(
    expect.arrayContaining(["Media workers, Russian forces", "Massacres in July", "Sarja, 17 July"]),
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
    expect.arrayContaining(["Syrian Regime forces", "Russian forces", "Medical personnel, regime"]),
  );
  // The alliance's toll, and the number of massacres, are what they were.
  expect(changed).not.toContain("Syrian-Russian alliance, of all");
  expect(changed).not.toContain("Massacres in July");
});
