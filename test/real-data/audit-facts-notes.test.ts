import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { auditFigures } from "../../src/audit/audit-figures.js";
import { type FactsFile, readFacts } from "../support/facts.js";
import { factFindings } from "../support/facts-findings.js";
import { sharedText } from "./shared-data.js";

const folder = new URL("../../../shared/data/published/", import.meta.url);
const files: readonly FactsFile[] = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .map((file) => ({ file, facts: JSON.parse(sharedText(`published/${file}`)) as unknown }));
const facts = readFacts(files, { blank: "not-printed" });
const findings = factFindings(facts);
const audit = auditFigures(facts.reports, { codebook: facts.codebook });

/** A file and the words of its note; then what of the program's output says the same, or why nothing can. */
type Line = readonly [file: string, words: string, answer: Found | Holds | Forced | NotThere];

/** A finding of this kind with these figures among its own, or with this number in its words. */
interface Found {
  readonly found: string;
  readonly printed?: readonly string[];
  readonly says?: string;
  readonly repair?: string;
  /** The file that the finding is told of, if it is another of those that it compares. */
  readonly with?: string;
}

/** Figures that agree: an identity of this kind holds, with these words in it. */
interface Holds {
  readonly holds: string;
  readonly says: string;
}

/** What is not printed and can be only one number. */
interface Forced {
  readonly forced: number;
  readonly of: string;
}

/** What the fields of the file do not carry, so that nobody can find it in them. */
interface NotThere {
  readonly notThere: string;
}

const lines: readonly Line[] = [
  [
    "2014-05-death-toll",
    "Printed 179 is impossible",
    { found: "disjoint-parts", printed: ["179", "291"], repair: "1795" },
  ],
  [
    "2014-05-death-toll",
    "344 torture deaths / 31 = 11.1",
    { found: "rate", printed: ["344"], says: "11.1 a day" },
  ],
  [
    "2014-09-death-toll",
    "Only 173 agrees",
    { found: "printed-twice", printed: ["173", "137"], repair: "173" },
  ],
  [
    "2014-11-death-toll",
    "the separate torture report for the same month prints three",
    { notThere: "the separate report is no file of the folder" },
  ],
  [
    "2015-03-death-toll",
    "'a woman and 2 children' of the 3",
    { holds: "disjoint-parts", says: "2 (children) + 1 (women): together part of 3" },
  ],
  [
    "2015-03-death-toll",
    "134/31 = 4.32, printed 5: rounded up",
    { found: "rate-only-by-rounding-up", printed: ["5 per day"] },
  ],
  [
    "2015-04-death-toll",
    "461/1519 = 30.35%, printed 31",
    { found: "percentage-only-by-rounding-up", printed: ["31%"] },
  ],
  [
    "2015-04-death-toll",
    "Rise over March's printed 1,276 is 608, printed 'almost 550'",
    { found: "trend", printed: ["1884", "1276"], says: 'is 608, but "about 550" is printed', repair: "608" },
  ],
  [
    "2015-08-massacres",
    "Title says 51, body 54",
    { found: "printed-twice", printed: ["54", "51"], repair: "51" },
  ],
  [
    "2015-10-massacres",
    "DEFINITION DIFFERS",
    {
      found: "definition-differs",
      says: "from 6 killed (SNHR, massacres of 2015-10",
      with: "2015-03-massacres",
    },
  ],
  ["2015-10-massacres", "1 closes the total", { found: "not-printed", says: '"Unidentified": 1' }],
  ["2015-10-massacres", "24 in opposition areas + 5 in ISIS areas", { holds: "table-sum", says: "24" }],
  ["2015-annual-massacres", "Reconciles on every axis", { holds: "table-sum", says: "6444" }],
  ["2015-annual-massacres", "55 of the 516 in December", { notThere: "the file has no field december" }],
  ["2016-01-death-toll", "Printed parties add to 1,379", { found: "table-sum", says: "= 1379, but 1382" }],
  ["2016-02-torture", "Governorates add to 27 of 32", { found: "table-sum", says: "= 27, but 32" }],
  ["2016-02-torture", "days in period = 29", { notThere: "the file prints no number per day" }],
  ["2017-h1-death-toll", "Regime row not on the page", { found: "not-printed", says: "2072" }],
  ["2018-annual-death-toll", "they add to 923", { forced: 923, of: "women killed" }],
  [
    "2018-annual-death-toll",
    "The difference 438 is girls",
    { notThere: "a female whose age is not known is neither a woman nor a girl: no field counts the girls" },
  ],
  [
    "2021-01-headline",
    "landmines 18 incl. 16 children; all 3 torture deaths by the regime",
    { notThere: "the file has neither a field landmines nor rows of parties" },
  ],
  [
    "2021-04-headline",
    "title 104, press-release body 105",
    { found: "printed-twice", printed: ["104", "105"] },
  ],
  ["2021-04-headline", "landmines 11 incl. 7 children", { notThere: "the file has no field landmines" }],
  ["2021-04-headline", "says 'May' in an April report", { notThere: "no field carries headings" }],
  ["2021-06-headline", "half-year total 723", { holds: "period-sum", says: "723" }],
  [
    "2021-annual-headline",
    "title 299 children, body of the same page 229 children",
    { found: "printed-twice", printed: ["299", "229"] },
  ],
  [
    "2021-h1-headline",
    "723 + July's 129 = 852",
    { notThere: "July 2021 is no file of the folder; the example of the specification has the three" },
  ],
  ["2022-annual-death-toll", "solving the total gives 196", { found: "not-printed", says: "196" }],
  [
    "2023-annual-headline",
    "exactly 2022's breakdown",
    { found: "carried-over", printed: ["251", "94", "133"] },
  ],
  [
    "2025-12-death-toll",
    "period end is after the publication date",
    { notThere: "the file does not say when it was published" },
  ],
  [
    "2025-12-death-toll",
    "two paragraphs on, 'over 70'",
    { notThere: "of the two numbers the file has the 32 only" },
  ],
];

const noteOf = (name: string): string => {
  const own = files.find(({ file }) => file === `snhr-${name}.json`)?.facts as { readonly note?: string };
  return own.note ?? "";
};

describe("what the transcribers noted", () => {
  test("every note has a line", () => {
    const noted = files.flatMap(({ file, facts: own }) =>
      ((own as { readonly note?: string }).note ?? "") === "" ? [] : [file.slice(5, -5)],
    );
    expect([...new Set(lines.map(([name]) => name))].sort()).toEqual(noted.sort());
  });

  test.each(lines)("%s: %s", (name, words, answer) => {
    expect(noteOf(name)).toContain(words);
    if ("notThere" in answer) return;
    if ("forced" in answer) {
      const { forced: value, of } = answer;
      const range = audit.ranges.find(({ report, cell }) => report === `snhr-${name}` && cell.what === of);
      expect(range).toMatchObject({ minimum: value, maximum: value });
      return;
    }
    if ("holds" in answer) {
      const own = audit.identities.filter(
        ({ kind, figures }) =>
          kind === answer.holds && figures.some(({ report }) => report === `snhr-${name}`),
      );
      const matching = own.filter(({ explanation }) => explanation.includes(answer.says));
      expect(
        matching.map(({ verdict }) => verdict),
        own.map(({ explanation }) => explanation).join("\n"),
      ).toContain("holds");
      return;
    }
    const matching = findings.filter(
      ({ file, kind, figures, explanation }) =>
        file === `snhr-${answer.with ?? name}.json` &&
        kind === answer.found &&
        explanation.includes(answer.says ?? "") &&
        (answer.printed ?? []).every((one) => figures.some(({ printed }) => printed === one)),
    );
    expect(matching).toHaveLength(1);
    if (answer.repair !== undefined) expect(matching[0]?.repair?.value).toBe(answer.repair);
  });
});
