import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type FactsFile, readFacts } from "../support/facts.js";
import { factFindings } from "../support/facts-findings.js";

const folder = new URL("fixtures/", import.meta.url);
const files: readonly FactsFile[] = readdirSync(folder)
  .sort()
  .map((file) => ({ file, facts: JSON.parse(readFileSync(new URL(file, folder), "utf8")) as unknown }));

function audited(names: readonly string[]) {
  const chosen = files.filter(({ file }) => names.some((name) => file.startsWith(name)));
  const facts = readFacts(chosen, { blank: "not-printed" });
  const findings = factFindings(facts);
  return { facts, findings, contradictions: findings.filter(({ verdict }) => verdict === "cannot-hold") };
}

describe("made files, each of which varies the format in another way", () => {
  test.each([
    "01-every-field",
    "02-german",
    "03-arabic",
    "04-almost-nothing",
    "08-worded",
    "09-month-between",
    "11-new-spellings",
    "13-every-rate-and-share",
    "14-torture-beside",
    "15-highest-governorates",
    "16-after-assad",
    "17-operations-on-the-coast",
    "18-annual",
    "19-massacres",
    "20-massacres-with-tolls",
    "21-since-2011",
    "23-armed-inside",
    "24-tables-both-ways",
    "25-outside-by-label",
    "27-month-of-the-barrel-bombs",
    "28-by-means",
    "29-october-2023",
    "30-august-2019",
    "31-august-2019-in-arabic",
    "32-july-2015",
    "33-section-beside-members",
    "34-year-by-month",
    "35-top-four",
    "36-quoted-number",
    "37-killed-by-one-party",
  ])("%s: every figure is read, and nothing disagrees", (name) => {
    const { facts, contradictions } = audited([name]);
    expect(facts.issues.filter(({ lost }) => lost)).toEqual([]);
    expect(contradictions).toEqual([]);
  });

  test.each([
    // Regime 37, Russia 21 and four more rows add up to 129; Russia's stands there once more.
    ["38-row-twice", "row-repeated", undefined, undefined],
    // 34 of 95 is 35.8 %.
    ["39-trend-in-percent", "trend-of-typed-counts", "trend[1].label", "36"],
  ])("%s: what is wrong, and nothing else", (name, kind, figure, value) => {
    const { contradictions } = audited([name]);
    const told = contradictions.map((one) => [one.kind, one.repair?.figure, one.repair?.value]);
    expect(told).toEqual([[kind, figure, value]]);
  });

  test("children and females are 1,436 children and 923 women, not 1,361 females more: 34 %, not 40 %", () => {
    const { contradictions } = audited(["40"]);
    const repairs = contradictions.flatMap(({ repair, otherRepairs }) => [repair, ...otherRepairs]);
    expect(contradictions).toHaveLength(1);
    // 2,359 of 6,964 is 33.9 %.
    expect(repairs).toContainEqual(
      expect.objectContaining({ figure: "pct[0].pub", minimum: 33, maximum: 34 }),
    );
  });

  test.each([
    // 955 less the other fifteen rows is 395.
    ["28", "parties", 0, "n", 359, "395"],
    // 161 less 9, 5 and 86 is 61.
    ["29", "parties", 0, "n", 16, "61"],
    // 26,112 less the other eleven months is 2,702.
    ["34", "monthly", "July", null, 2720, "2702"],
  ] as const)(
    "%s with one misprint in %s %s: the true number is among the repairs",
    (name, field, row, measure, wrong, truth) => {
      const [file] = files.filter((one) => one.file.startsWith(name));
      const facts = structuredClone(file?.facts) as Record<string, Record<string, unknown>>;
      const rows = facts[field] ?? {};
      rows[row] = measure === null ? wrong : { ...(rows[row] as object), [measure]: wrong };
      const found = factFindings(readFacts([{ file: "f", facts }], { blank: "not-printed" }));
      const [only, ...more] = found.filter(({ verdict }) => verdict === "cannot-hold");
      expect(more).toEqual([]);
      const repairs = [only?.repair, ...(only?.otherRepairs ?? [])];
      expect(repairs).toContainEqual(expect.objectContaining({ printed: String(wrong), value: truth }));
    },
  );

  test("all numbers of the file that has every field are figures", () => {
    const { facts } = audited(["01"]);
    // Counted by hand: 6 of the total, 14 of the rows, 2 subtotals, 2 + 2 percentages, 3 governorates, 1 rate, 2 variants,
    // 2 + 2 + 1 of massacres, 2 since January, 2 + 3 by landmines, 1 outside, 1 female, year, December, 2 of June, 1 rise and the 95 that it rose from.
    expect(facts.reports[0]?.figures).toHaveLength(52);
    expect(facts.reports[0]).toMatchObject({ published: "2021-08-01", massacre: { threshold: 5 } });
    expect(facts.issues).toEqual([]);
  });

  test("labels in German and Arabic are those of the codebook", () => {
    for (const name of ["02", "03"]) {
      const { facts } = audited([name]);
      expect(facts.issues.filter(({ code }) => code === "label-unknown")).toEqual([]);
    }
  });

  test("a worded number is bounded as it is worded", () => {
    const figures = audited(["08"]).facts.reports[0]?.figures ?? [];
    expect(figures.map(({ id, wording = "exactly" }) => [id, wording])).toEqual([
      ["total.n", "at-least"],
      ["total.c", "exactly"],
      ["total.w", "about"],
      ["total.tor", "nearly"],
      ["ytd.n", "exactly"],
      ["pct[0].pub", "about"],
    ]);
  });

  test("trends against months by their names, in persons and in percent", () => {
    const { facts, contradictions } = audited(["22"]);
    expect(contradictions).toEqual([]);
    const than = facts.reports[0]?.figures.flatMap((one) =>
      "than" in one ? [one.than.period ?? one.of.period] : [],
    );
    expect(than).toEqual(["2016-04", "2016-04", "2016-03"]);
    expect(facts.issues).toEqual([]);
    // 500 less 480 is 20, which is 4.17 % of 480.
    expect(facts.typed.map(({ id, printed }) => [id, printed])).toEqual([["trend[3].pub", "4%"]]);
  });

  test("a report of a kind that is not known is compared with no other: 14 by barrel bombs are not the month's 1,134", () => {
    const { facts, contradictions } = audited(["26", "27"]);
    expect(contradictions).toEqual([]);
    expect(facts.issues.map(({ path }) => path)).toEqual(["population", "barrel_bombs"]);
  });

  test("deaths under torture are beside the totals where the note says so, and only there", () => {
    const [file] = files.filter((one) => one.file.startsWith("14"));
    const silent = { ...(file?.facts as object), note: "344 torture deaths, printed 15 a day." };
    const told = factFindings(readFacts([{ file: "14", facts: silent }], { blank: "not-printed" }));
    const inside = told.filter(({ verdict }) => verdict === "cannot-hold");
    expect(inside.map(({ figures }) => figures.map(({ printed }) => printed))).toEqual([
      ["60", "90"],
      ["1", "3"],
    ]);
    expect(audited(["14"]).facts.reports[0]?.categories).toMatchObject({ torture: { standing: "beside" } });
  });

  test("a file without dates is noted, and so is everything that has not the form of the format", () => {
    expect(audited(["05"]).facts.issues).toMatchObject([{ code: "malformed", path: "start", lost: true }]);
    const { facts, contradictions } = audited(["06"]);
    expect(contradictions).toEqual([]);
    const lost = facts.issues.filter((issue) => issue.lost).map(({ path }) => path.replace(/[[.].*/, ""));
    expect([...new Set(lost)].sort()).toEqual(
      [
        ...["by_age", "december", "governorates", "gov_pct", "landmines", "massacres_by_party", "month"],
        ...["outside_scope", "parties", "pct", "quotes", "rates", "subtotals", "total", "trend", "variants"],
      ].sort(),
    );
  });

  test("parties that the codebook does not know are rows all the same, and are named", () => {
    const { facts } = audited(["11"]);
    expect(facts.issues.map(({ path, code }) => [path, code])).toEqual([
      ["parties[0].label", "label-unknown"],
      ["parties[2].label", "label-unknown"],
    ]);
    expect(facts.reports[0]?.tables?.[0]?.rows).toHaveLength(6);
  });

  test("300 lost a zero: 40 children are not among 30, and the table is 270 short", () => {
    const { contradictions } = audited(["07"]);
    expect(contradictions).toHaveLength(1);
    expect(contradictions[0]?.repair).toMatchObject({
      figure: "parties[1].n",
      printed: "30",
      value: "300",
      minimum: 300,
      maximum: 300,
      misprint: "lost-digit",
    });
  });

  test("1,560 is 1,650 with two digits changed: 1,200 and 450", () => {
    const { contradictions } = audited(["12"]);
    expect(contradictions).toHaveLength(1);
    const repairs = contradictions.flatMap(({ repair, otherRepairs }) => [repair, ...otherRepairs]);
    expect(repairs[0]).toMatchObject({
      figure: "subtotals[0].pub",
      value: "1650",
      misprint: "transposed-digits",
    });
  });

  test("since January falls from September's 1,032 to October's 997, and August is left 94", () => {
    const { contradictions, findings } = audited(["08", "09", "10"]);
    expect(
      contradictions.map(({ kind, figures }) => [kind, figures.map(({ printed }) => printed).sort()]),
    ).toEqual([["cumulative-falls", ["1032", "997"]]]);
    // 946 since January in August, and 1,032 less 86 in September, agree.
    expect(findings.filter(({ kind }) => kind === "restated")).toEqual([]);
  });
});
