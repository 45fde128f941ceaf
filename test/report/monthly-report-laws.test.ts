import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { month } from "../../src/calendar/month.js";
import { spanOf } from "../../src/calendar/partial-date.js";
import type { Codebook } from "../../src/codebook/codebook.js";
import { percentOf } from "../../src/number/percent.js";
import { parseRecords } from "../../src/record/parse-records.js";
import { byPeriod } from "../../src/report/by-date.js";
import { type MonthlyReport, monthlyReport } from "../../src/report/monthly-report.js";
import type { TollCell } from "../../src/report/toll-cell.js";
import { attributor } from "../../src/rule/attribution.js";
import { victimTest } from "../../src/rule/condition-test.js";
import { countIncidents } from "../../src/rule/incident-counts.js";
import { knownMassacres } from "../../src/rule/massacre.js";
import { massacres } from "../../src/rule/massacres-of-victims.js";
import { applyPopulation } from "../../src/rule/population.js";
import { at, total } from "../../src/tally/read.js";
import { deepFreeze } from "../support/codebook.js";
import { type ReportCase, reportCases } from "../support/report.js";
import { periodsOf, tablesOf } from "./tables-of.js";

/** Expects two values to be strictly equal, which Node tells much faster than the assertion that shows the difference. */
function same(actual: unknown, expected: unknown, name?: string): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual, name).toStrictEqual(expected);
}

/** How many of a category a toll includes, and how many it may include besides. */
function partsOf({ including, mayInclude }: TollCell, category: string): [number, number] {
  return [including[category]?.part ?? Number.NaN, mayInclude[category]?.part ?? Number.NaN];
}

/** Expects a toll to be the sum of others, in each of its parts. */
function sums(parts: readonly TollCell[], whole: TollCell, name?: string): void {
  const categories = Object.keys(whole.including);
  const figures = (toll: TollCell) => [
    toll.count,
    ...categories.flatMap((category) => partsOf(toll, category)),
  ];
  const all = parts.map(figures);
  same(
    figures(whole).map((_, column) => sum(all.map((figure) => figure[column] ?? Number.NaN))),
    figures(whole),
    name,
  );
}

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);
const countsOf = (rows: readonly { readonly count: number }[]): number => sum(rows.map(({ count }) => count));

/** What holds of every report, by name. */
const laws: Readonly<Record<string, (report: MonthlyReport, one: ReportCase) => void>> = {
  "received = rejected + excluded + counted, and counted = inMonth + earlierInYear + undated + outside": (
    report,
    { rows, parsed },
  ) => {
    const { accounting, excluded } = report;
    expect(accounting.received).toBe(rows.victims.length);
    expect(accounting.rejected + accounting.excluded + accounting.counted).toBe(accounting.received);
    expect(accounting.excluded + accounting.counted).toBe(parsed.victims.length);
    expect(sum(Object.values(accounting.excludedBy))).toBe(accounting.excluded);
    expect(excluded.length).toBe(accounting.excluded);
    const { inMonth, earlierInYear, undated, outside } = accounting;
    expect(inMonth + earlierInYear + undated + outside).toBe(accounting.counted);
    expect(Math.min(inMonth, earlierInYear, undated, outside)).toBeGreaterThanOrEqual(0);
    expect(total(report.tally).count).toBe(accounting.counted);
  },

  "the toll since January is that of the months and of those who span months, in each of its parts": (
    report,
  ) => {
    const { months, toll } = report;
    sums([...months, toll.spanningMonths], toll.sinceJanuary);
    expect(months.at(-1)?.sinceJanuary).toBe(countsOf(months));
    expect(months.at(-1)).toMatchObject({ ...toll.month, month: report.month });
  },

  "the compared months are those of the tally, and each that is of the year is the same in both tables": ({
    months,
    comparison,
    tally,
    missing,
    month,
  }) => {
    for (const [nth, compared] of comparison.entries()) {
      const { rate, comparedWithReported, perDay, undatedSince, excludedInDoubtSince, ...row } = compared;
      // Who may be of a later month may be of this one or a later one.
      const later = comparison[nth + 1];
      expect(undatedSince).toBeGreaterThanOrEqual(later?.undatedSince ?? 0);
      expect(excludedInDoubtSince).toBeGreaterThanOrEqual(later?.excludedInDoubtSince ?? 0);
      expect(row.count).toBe(at(tally, { month: row.month }).count);
      expect([rate === null, perDay === null]).toEqual([
        missing.includes(row.month),
        missing.includes(row.month),
      ]);
      expect(comparedWithReported === null).toBe(missing.includes(row.month) || missing.includes(month));
      const ofYear = months.find((one) => one.month === row.month);
      if (ofYear !== undefined) expect(ofYear).toMatchObject(row);
    }
    expect(comparison.at(-1)?.month).toBe(month);
  },

  "nothing but the tally and the comparison depends on the months that it is compared with": (
    report,
    { parsed, options },
  ) => {
    const january = month(`${report.month.slice(0, 4)}-01`);
    const ofYear = report.missing.filter((gap) => gap >= january);
    const alone = monthlyReport(parsed, { ...options, comparedFrom: january, missing: ofYear });
    const { tally, inDoubt, comparison, missing } = alone;
    same({ ...report, tally, inDoubt, comparison, missing }, alone);
    // How many decimals tell the compared months apart depends on which they are.
    const [of, inLonger] = [comparison, report.comparison].map((rows) => ({ ...rows.at(-1), perDay: null }));
    same([total(tally), total(inDoubt), of], [total(report.tally), total(report.inDoubt), inLonger]);
  },

  "who may belong to a category is whoever neither does nor does not, in the month and since January": (
    report,
    { options, parsed },
  ) => {
    const { codebook, population, basis } = options;
    const { counted } = applyPopulation(parsed.victims, { codebook, population });
    for (const [period, toll, undated] of [
      [spanOf(report.month), report.toll.month, report.toll.undated.month],
      [report.yearToDate, report.toll.sinceJanuary, report.toll.undated.sinceJanuary],
    ] as const) {
      const placed = byPeriod(period, basis).keyOf;
      for (const [place, cell] of [
        ["inside", toll],
        ["undated", undated],
      ] as const) {
        const there = counted.filter((victim) => placed(victim) === place);
        expect(cell.count).toBe(there.length);
        for (const [category, { when }] of Object.entries(codebook.categories)) {
          const answers = there.map(victimTest(codebook, when));
          expect(partsOf(cell, category)).toEqual([
            answers.filter((answer) => answer === "yes").length,
            answers.filter((answer) => answer === "unknown").length,
          ]);
        }
      }
    }
  },

  "the rows of each table add to its whole, which is the denominator of every row, in each of their parts": (
    report,
  ) => {
    for (const { tables, period } of periodsOf(report)) {
      for (const name of ["perpetrators", "sections", "places", "means"] as const) {
        sums(tables[name], report.toll[period], `${name} ${period}`);
      }
      for (const perpetrator of tables.perpetrators) sums(perpetrator.recordedAs, perpetrator);
      for (const place of tables.places) {
        sums(place.perpetrators, place);
        sums(place.recordedAs, place);
      }
      for (const table of Object.values(report.categories)) {
        expect(sum(table[period].rows.map(({ mayInclude }) => mayInclude))).toBe(table[period].mayInclude);
      }
    }
    for (const { name, rows, whole } of tablesOf(report)) {
      expect(countsOf(rows), name).toBe(whole);
      same(
        rows.map(({ share }) => share),
        rows.map(({ count }) => ({ part: count, whole })),
      );
    }
  },

  "the apportioned shares of each table add to 100, none of them a unit off": (report) => {
    const { digits } = report.print;
    for (const { name, rows, whole } of tablesOf(report)) {
      same(
        rows.map(({ apportioned }) => apportioned.adjusted),
        rows.map(({ percent, apportioned }) => apportioned.text !== percent),
      );
      if (whole === 0) continue;
      const units = rows.map(({ apportioned }) => Number(apportioned.text.replace(/[.%]/g, "")));
      expect(sum(units), name).toBe(100 * 10 ** digits);
      for (const [nth, { share }] of rows.entries()) {
        const rounded = (["down", "up"] as const).map((rounding) => percentOf(share, { rounding, digits }));
        const printed = { kind: "percent", units: units[nth], digits };
        if (!rounded.some((one) => isDeepStrictEqual(one, printed))) expect(rounded).toContainEqual(printed);
      }
    }
  },

  "sections are the sums of their perpetrators and sources, in each of their parts": (report) => {
    for (const { tables } of periodsOf(report)) {
      for (const section of tables.sections) {
        const { key } = section;
        sums(
          tables.perpetrators.filter((row) => row.section === key),
          section,
        );
      }
    }
  },

  "an alliance is the sum of its members with their parts, and of what is ascribed to several of them and nobody else":
    (report, { options, parsed }) => {
      const { codebook, population, basis } = options;
      const { counted } = applyPopulation(parsed.victims, { codebook, population });
      const attribute = attributor(codebook, report.definitions.policy);
      for (const { tables, toll, period } of periodsOf(report)) {
        const placed = byPeriod(period === "month" ? spanOf(report.month) : report.yearToDate, basis).keyOf;
        const ascribed = counted.flatMap((victim) => {
          const attribution = attribute(victim.incident);
          return attribution.kind !== "undetermined" && placed(victim) === "inside" ? [attribution.to] : [];
        });
        for (const alliance of tables.alliances) {
          const { members, count, share } = alliance;
          const isPart = (key: string, whole: string) => lineOf(codebook, key).includes(whole);
          const isOf = (key: string) => members.some((member) => isPart(key, member));
          const theirs = ascribed.filter((to) => to.every(isOf));
          const recorded = tables.perpetrators.flatMap(({ recordedAs }) => recordedAs);
          sums([...recorded.filter(({ key }) => isOf(key)), alliance.jointly], alliance);
          expect(count).toBe(theirs.length);
          const ofOne = theirs.filter((to) =>
            members.some((member) => to.every((key) => isPart(key, member))),
          );
          expect(alliance.jointly.count).toBe(theirs.length - ofOne.length);
          expect(share).toEqual({ part: count, whole: toll });
        }
      }
    },

  "the presumed of a row are at most the row, and together those that the tally presumes": (report) => {
    for (const { tables, period } of periodsOf(report)) {
      for (const { count, presumed } of tables.perpetrators)
        expect(presumed.count).toBeLessThanOrEqual(count);
      const where = period === "month" ? { month: report.month } : { yearToDate: "inside" as const };
      expect(countsOf(tables.perpetrators.map(({ presumed }) => presumed))).toBe(
        at(report.tally, { ...where, attribution: "presumed" }).count,
      );
    }
  },

  "the presumed of the month are those of the presumed incidents": ({ perpetrators, presumedIncidents }) => {
    expect(countsOf(presumedIncidents.map(({ killed }) => killed))).toBe(
      countsOf(perpetrators.map(({ presumed }) => presumed)),
    );
  },

  "each category is at most its toll, in every cell of every table, and the month at most the year": (
    report,
  ) => {
    const cells = [
      report.toll.month,
      report.toll.sinceJanuary,
      report.toll.undated.month,
      ...report.months,
      ...report.comparison,
      ...report.presumedIncidents.map(({ killed }) => killed),
      ...periodsOf(report).flatMap(({ tables }) => [
        ...tables.perpetrators,
        ...tables.sections,
        ...tables.alliances,
        ...tables.places,
        ...tables.means,
      ]),
      ...report.massacres.month.rows.flatMap(({ toll, perhapsKilled }) => [toll, perhapsKilled]),
      ...report.massacres.sinceJanuary.entries.flatMap(({ killed, perhapsKilled }) => [
        killed,
        perhapsKilled,
      ]),
    ];
    for (const toll of cells) {
      const parts = [toll.including, toll.mayInclude].flatMap((parts) => Object.values(parts));
      same(
        parts.map(({ whole }) => whole),
        parts.map(() => toll.count),
      );
      const most = Object.keys(toll.including).map((category) => sum(partsOf(toll, category)));
      expect(Math.max(0, ...most)).toBeLessThanOrEqual(toll.count);
    }
    for (const [category, { month, sinceJanuary }] of Object.entries(report.categories)) {
      expect([month.count, month.mayInclude]).toEqual(partsOf(report.toll.month, category));
      expect([sinceJanuary.count, sinceJanuary.mayInclude]).toEqual(
        partsOf(report.toll.sinceJanuary, category),
      );
      expect(month.count).toBeLessThanOrEqual(sinceJanuary.count);
    }
    expect(report.toll.month.count).toBeLessThanOrEqual(report.toll.sinceJanuary.count);
  },

  "their toll is at least the threshold for each, and adds up by perpetrator and one by one": (report) => {
    const { threshold } = report.definitions.massacre;
    for (const table of [report.massacres.month, report.massacres.sinceJanuary]) {
      expect(table.toll.count).toBeGreaterThanOrEqual(threshold * table.massacres);
      expect(table.entries.length).toBe(table.massacres);
      expect(table.undatedEntries.length).toBe(table.undated);
      expect(sum(table.rows.map(({ massacres }) => massacres))).toBe(table.massacres);
      expect(sum(table.rows.map(({ undated }) => undated))).toBe(table.undated);
      for (const some of [table.rows, table.entries.map((entry) => ({ ...entry, toll: entry.killed }))]) {
        sums(
          some.map(({ toll }) => toll),
          table.toll,
        );
        sums(
          some.map(({ perhapsKilled }) => perhapsKilled),
          table.perhapsKilled,
        );
      }
      for (const { toll, mayBelong, killed, perhapsKilled } of [...table.entries, ...table.undatedEntries]) {
        expect([killed.count, perhapsKilled.count]).toEqual([toll, mayBelong]);
      }
      for (const { counting } of table.entries) expect(counting).toBeGreaterThanOrEqual(threshold);
      for (const { counting, mayCount, mayBelong } of table.undatedEntries) {
        expect(counting + mayCount + mayBelong).toBeGreaterThanOrEqual(threshold);
      }
      for (const { key, massacres } of table.rows) {
        const ofRow = table.entries.filter(
          ({ perpetrator }) => lineOf(report.definitions.codebook, perpetrator).at(-1) === key,
        );
        expect(ofRow.length).toBe(massacres);
      }
    }
  },

  "those of the month are among those since January": ({ massacres: { month, sinceJanuary } }) => {
    const all = sinceJanuary.entries.map(({ id }) => id);
    for (const entry of month.entries) {
      expect(sinceJanuary.entries[all.indexOf(entry.id)]).toEqual(entry);
    }
  },

  "massacres counted, undated and surely of another time are the massacres among all": (
    report,
    { options, parsed },
  ) => {
    const { codebook, population, massacre: definition, massacresDated: dated, basis } = options;
    const { counted, excluded } = applyPopulation(parsed.victims, { codebook, population });
    const inDoubt = excluded.flatMap((one) => (one.inDoubt ? [one.victim] : []));
    const countsOf = (victims: typeof counted) => countIncidents(victims, { codebook, definition });
    const { certain, possible } = knownMassacres(countsOf(counted), { definition, dated }, countsOf(inDoubt));
    const all = [...certain, ...possible];
    const { counting } = definition;
    const lenient =
      counting === "everyone"
        ? definition
        : { ...definition, counting: { ...counting, ifUnknown: "count" as const } };
    const thoseIn = (victims: typeof counted) =>
      massacres(victims, { codebook, definition: lenient, dated }).map(({ id }) => id);
    same(all.map(({ id }) => id).sort(), thoseIn([...counted, ...inDoubt]));
    const { end } = report.yearToDate;
    for (const [table, { start, end: endOf }] of [
      [report.massacres.month, spanOf(report.month)],
      [report.massacres.sinceJanuary, report.yearToDate],
    ] as const) {
      const told = [...table.entries, ...table.undatedEntries].map(({ id }) => id);
      expect(new Set(told).size).toBe(told.length);
      const outside = all.filter(({ id, dateBounds: { earliest, latest } }) => {
        const documented = [...counted, ...inDoubt].filter((victim) => victim.incident.id === id);
        const inTime = documented.filter(
          (victim) =>
            basis !== "documented" || victim.documented === null || spanOf(victim.documented).start <= end,
        );
        const isReached = thoseIn(inTime).length > 0;
        // One end of the date may be known where the date is not, and lie beyond the period.
        const isOutside = (latest !== null && latest < start) || (earliest !== null && earliest > endOf);
        return !isReached || isOutside;
      });
      same([...told, ...outside.map(({ id }) => id)].sort(), all.map(({ id }) => id).sort());
    }
  },

  "it depends on no order of the rows": (report, { options, reordered }) => {
    same(monthlyReport(parseRecords(options.codebook, reordered), options), report);
  },

  "it is plain data: JSON and structured cloning give it back, and nothing in it is undefined": (report) => {
    same(JSON.parse(JSON.stringify(report)), report);
    same(structuredClone(report), report);
  },
};

// One property for all of them, since making records and a report takes longer than checking it.
test("every report keeps every law, and making it changes no input", () => {
  fc.assert(
    fc.property(reportCases(), (one) => {
      const { parsed, options } = one;
      const before = JSON.stringify([parsed, options]);
      const report = monthlyReport(deepFreeze(parsed), deepFreeze(options));
      expect(JSON.stringify([parsed, options])).toBe(before);
      for (const [name, holds] of Object.entries(laws)) {
        try {
          holds(report, one);
        } catch (cause) {
          throw new Error(name, { cause });
        }
      }
    }),
  );
});

/** A perpetrator with those around it, the outermost last; a source and `jointly` by themselves. */
function lineOf(codebook: Codebook, key: string): string[] {
  const parent = codebook.perpetrators[key]?.parent;
  return parent === undefined ? [key] : [key, ...lineOf(codebook, parent)];
}
