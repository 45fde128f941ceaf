import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { auditFigures } from "../../src/audit/audit-figures.js";
import { type FactsFile, readFacts } from "../support/facts.js";
import { factFindings } from "../support/facts-findings.js";
import { sharedText } from "./shared-data.js";

const folder = new URL("../../../shared/data/published/", import.meta.url);
const files: readonly FactsFile[] = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .sort()
  .map((file) => ({ file, facts: JSON.parse(sharedText(`published/${file}`)) as unknown }));

const facts = readFacts(files, { blank: "not-printed" });
const findings = factFindings(facts);
const contradictions = findings.filter(({ verdict }) => verdict === "cannot-hold");
const audit = auditFigures(facts.reports, { codebook: facts.codebook });

/** The contradictions of a file: printed figures, then the likeliest repair. */
function contradictionsOf(name: string): readonly unknown[] {
  return contradictions
    .filter((one) => one.file === `snhr-${name}.json`)
    .map(({ figures, repair }) => [figures.map(({ printed }) => printed), repair?.printed, repair?.value]);
}

function rangesOf(name: string, blank: "zero" | "not-printed"): readonly unknown[] {
  const own = readFacts(files, { blank });
  return auditFigures(own.reports, { codebook: own.codebook })
    .ranges.filter(({ report, cell }) => report === `snhr-${name}` && cell.outside !== null)
    .map(({ minimum, maximum }) => [minimum, maximum])
    .sort(([a = 0], [b = 0]) => (b ?? 0) - (a ?? 0));
}

test("every figure of the files is read", () => {
  expect(facts.reports).toHaveLength(files.length);
  expect(facts.issues.filter(({ lost }) => lost)).toEqual([]);
});

describe("errors of print that can be solved", () => {
  test("May 2014: 179 lost its last digit; 15 a day is not 344 over 31 days", () => {
    const [lost, rate] = contradictions.filter(({ file }) => file === "snhr-2014-05-death-toll.json");
    expect(lost?.repair).toMatchObject({
      printed: "179",
      value: "1795",
      minimum: 1795,
      maximum: 1795,
      misprint: "lost-digit",
    });
    expect(lost?.otherRepairs).toEqual([]);
    expect(rate?.figures.map(({ printed }) => printed)).toEqual(["344", "15 per day"]);
  });

  test("the printed 26 % and the total vouch for 1,795", () => {
    const [lost] = contradictions.filter(({ file }) => file === "snhr-2014-05-death-toll.json");
    expect(lost?.repair?.vouchedBy).toBeGreaterThanOrEqual(2);
  });

  test("September 2014: of 173 and 137 women only 173 agrees with the printed 27 %", () => {
    expect(contradictionsOf("2014-09-death-toll")).toEqual([[["173", "137"], "137", "173"]]);
  });

  test("August 2015: 54 massacres are 51 by the title and both tables", () => {
    const [found, ...more] = contradictions.filter(({ file }) => file === "snhr-2015-08-massacres.json");
    expect(more).toEqual([]);
    expect(found?.repair).toMatchObject({ printed: "54", value: "51" });
    expect(found?.otherRepairs).toEqual([]);
    expect(found?.repair?.vouchedBy).toBeGreaterThanOrEqual(2);
  });

  test("October 2015: the massacres that are blank are one", () => {
    const blank = findings.find(
      ({ file, kind }) => file === "snhr-2015-10-massacres.json" && kind === "not-printed",
    );
    expect(blank?.explanation).toContain("1, by all that is printed");
  });
});

describe("figures that do not agree, without a single solution", () => {
  test("January 2016: 1,382 against parties of 1,379", () => {
    const found = contradictions.filter(({ file }) => file === "snhr-2016-01-death-toll.json");
    expect(found.map(({ kind }) => kind)).toEqual(["table-sum"]);
    const repairs = found.flatMap(({ repair, otherRepairs }) => [repair, ...otherRepairs]);
    expect(repairs.find((repair) => repair?.figure === "total.n")?.value).toBe("1379");
  });

  test("February 2016: 32 who died under torture against governorates of 27", () => {
    const found = contradictions.filter(({ file }) => file === "snhr-2016-02-torture.json");
    expect(found.map(({ kind }) => kind)).toEqual(["table-sum"]);
    const printed = found.flatMap(({ figures }) => figures).map((figure) => Number(figure.printed));
    expect(printed.sort((a, b) => b - a)).toEqual([32, 7, 7, 4, 4, 3, 1, 1]);
  });

  test("2021: 299 against 229 children, 104 against 105 killed in April", () => {
    expect(contradictionsOf("2021-annual-headline").map((one) => (one as unknown[])[0])).toEqual([
      ["299", "229"],
    ]);
    expect(contradictionsOf("2021-04-headline").map((one) => (one as unknown[])[0])).toEqual([
      ["104", "105"],
    ]);
  });

  test("April 2015: about 550 against 1,884 less 1,276", () => {
    const found = contradictions.filter(({ kind }) => kind === "trend");
    expect(found.map(({ figures }) => figures.map(({ printed }) => printed))).toEqual([
      ["1276", "1884", "about 550"],
    ]);
    expect(found[0]?.repair).toMatchObject({ printed: "about 550", value: "608" });
  });

  test("2023: the breakdown of 2022 under another total", () => {
    const found = findings.filter(({ kind }) => kind === "carried-over");
    expect(found.map(({ file }) => file)).toEqual(["snhr-2023-annual-headline.json"]);
    expect(new Set(found[0]?.figures.map(({ printed }) => printed))).toEqual(new Set(["251", "94", "133"]));
  });
});

describe("the row that is not on the page", () => {
  test("2022: 196 persons; 30 children and 7 women if a blank is a zero, otherwise an interval", () => {
    expect(rangesOf("2022-annual-death-toll", "zero")).toEqual([
      [196, 196],
      [30, 30],
      [7, 7],
    ]);
    expect(rangesOf("2022-annual-death-toll", "not-printed")).toEqual([
      [196, 196],
      [21, 30],
      [0, 7],
    ]);
  });

  test("the first half of 2017: 2,072, 318 children, 245 women", () => {
    expect(rangesOf("2017-h1-death-toll", "zero").slice(0, 3)).toEqual([
      [2072, 2072],
      [318, 318],
      [245, 245],
    ]);
    expect(rangesOf("2017-h1-death-toll", "not-printed").slice(0, 3)).toEqual([
      [2072, 2072],
      [318, 318],
      [237, 245],
    ]);
  });
});

describe("percentages and rates", () => {
  test("those that only rounding up prints", () => {
    const found = findings.filter(({ kind }) => kind.endsWith("only-by-rounding-up"));
    expect(found.map(({ file, figures }) => [file, figures[0]?.printed])).toEqual([
      ["snhr-2014-05-death-toll.json", "10 per day"],
      ["snhr-2015-03-death-toll.json", "5 per day"],
      ["snhr-2015-04-death-toll.json", "31%"],
      ["snhr-2015-04-death-toll.json", "4 per day"],
      ["snhr-2018-annual-death-toll.json", "67%"],
    ]);
  });
});

describe("no false alarms", () => {
  test("only the files that the issue speaks of hold figures that do not agree", () => {
    expect([...new Set(contradictions.map(({ file }) => file))].sort()).toEqual([
      "snhr-2014-05-death-toll.json",
      "snhr-2014-09-death-toll.json",
      "snhr-2015-04-death-toll.json",
      "snhr-2015-08-massacres.json",
      "snhr-2016-01-death-toll.json",
      "snhr-2016-02-torture.json",
      "snhr-2021-04-headline.json",
      "snhr-2021-annual-headline.json",
    ]);
  });

  test.each(["2015-annual-massacres", "2015-11-death-toll", "2018-annual-death-toll", "2015-03-massacres"])(
    "%s is consistent by itself, and every table adds up",
    (name) => {
      const own = readFacts(
        files.filter(({ file }) => file === `snhr-${name}.json`),
        { blank: "not-printed" },
      );
      const { conflicts, identities } = auditFigures(own.reports, { codebook: own.codebook });
      expect(conflicts).toEqual([]);
      expect(identities.filter(({ verdict }) => verdict === "cannot-hold")).toEqual([]);
    },
  );

  test("1,361 females are a category that contains the 923 women; with children they are no table", () => {
    const own = facts.reports.filter(({ id }) => id === "snhr-2018-annual-death-toll");
    expect(audit.ranges).toContainEqual(
      expect.objectContaining({ report: "snhr-2018-annual-death-toll", minimum: 923, maximum: 923 }),
    );
    const added = own.map((report) => ({
      ...report,
      tables: [
        ...(report.tables ?? []),
        {
          id: "children and females",
          of: {},
          rows: [{ demographic: "child" as const }, { category: "female" }],
          whole: false,
          blank: "not-printed" as const,
        },
      ],
    }));
    const refused = auditFigures(added, { codebook: facts.codebook });
    expect(refused.issues).toMatchObject([
      { code: "table-rows-not-disjoint", subject: "children and females" },
    ]);
    expect(refused.conflicts).toEqual([]);
  });

  test("the order of the files does not matter", () => {
    const reversed = factFindings(readFacts([...files].reverse(), { blank: "not-printed" }));
    const lines = (all: typeof findings) => all.map((finding) => JSON.stringify(finding)).sort();
    expect(lines(reversed)).toEqual(lines(findings));
  });
});
