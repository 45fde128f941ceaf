import { type Month, month, monthNumber } from "../calendar/month.js";
import { CasualtyError, checkedObject } from "../error.js";
import { marginal } from "../tally/algebra.js";
import { refuseUnlessCounts } from "../tally/cells.js";
import { listFilledCells } from "../tally/list-cells.js";
import type { Dimension, DimensionKeys, Tally } from "../tally/tally-data.js";

/** How many of a month's deaths were documented so many months after it. */
export interface TriangleDelay {
  /** In months: 0 where a death was documented in the month in which it happened. */
  readonly delay: number;
  /** The month of documentation. */
  readonly documented: Month;
  readonly count: number;
  /** Those documented by the end of that month, and in no month before that of their death: what was known then. */
  readonly cumulated: number;
}

/** The deaths of one month, by how late they were documented. */
export interface TriangleRow {
  readonly month: Month;
  /** Through the last month of documentation: a longer delay is not over, and is not there rather than 0. */
  readonly delays: readonly TriangleDelay[];
  /** Those documented in a month before that of their death: one of the dates is wrong. */
  readonly beforehand: number;
  /** Those documented in no month of the tally, by its other keys (`undated`, `outside`). */
  readonly beside: Readonly<Record<string, number>>;
  /** All of them: the last `cumulated`, `beforehand` and `beside` together. */
  readonly count: number;
}

/** How late deaths are documented: month of death by month of documentation. */
export interface ReportingTriangle {
  readonly kind: "reporting-triangle";
  /** One row for each month of death, in their order. */
  readonly rows: readonly TriangleRow[];
  /** Those who died in no month of the tally, by its other keys: with the rows they add to its total. */
  readonly beside: Readonly<Record<string, number>>;
}

/**
 * Gives the reporting triangle of a tally by two dimensions of months: `died`, the month of death, by `documented`, the
 * month of documentation. Other dimensions are summed over.
 *
 * A month's row ends with the last month of documentation: what will be documented later is not known, and is no zero. Read
 * down a column it says how many are documented within so many months; what is undated, or lies outside, is in no column and
 * in sight beside them. So is who was documented before the first month of documentation (`outside`): what was known at the end of a
 * month is `cumulated` only if the months of documentation begin no later than those of death. Nothing is estimated.
 *
 * @throws `dimension-unknown`; `dimension-not-sequential` if the keys of one of them do not follow each other in time;
 * `month-malformed` if they are no months; `tally-measures-differ` if the tally holds ranges; `tally-not-additive`.
 *
 * @example
 * const victims = [
 *   { died: partialDate("2021-05-30"), documented: partialDate("2021-07-02") },
 *   { died: partialDate("2021-06-11"), documented: partialDate("2021-06-11") },
 *   { died: partialDate("2021-06-30"), documented: partialDate("2021-07-01") },
 *   { died: null, documented: partialDate("2021-07-03") },
 * ];
 * const months = period("2021-05/2021-07");
 * const by = { died: byMonth(months, "died"), documented: byMonth(months, "documented") };
 * const triangle = reportingTriangle(tally(victims, { by }), { died: "died", documented: "documented" });
 * triangle.rows.map(({ delays }) => delays.map(({ cumulated }) => cumulated)) // [[0, 0, 1], [1, 2], [0]]
 * triangle.beside // { undated: 1, outside: 0 }
 */
export function reportingTriangle<K extends DimensionKeys, I extends string>(
  tally: Tally<K, I>,
  names: { readonly died: keyof K & string; readonly documented: keyof K & string },
): ReportingTriangle {
  checkedObject(names, "reportingTriangle", "the names of the dimensions died and documented");
  const both = marginal(tally, { keep: [names.died, names.documented] });
  refuseUnlessCounts(tally, "reportingTriangle");
  const [died, documented] = [monthsOf(both, names.died), monthsOf(both, names.documented)];

  const counts = new Map<string, Map<string, number>>();
  for (const { key, count } of listFilledCells(both)) {
    const ofDeath = counts.get(key[names.died]) ?? new Map<string, number>();
    counts.set(key[names.died], ofDeath.set(key[names.documented], count));
  }
  const countOf = (of: string, by: string) => counts.get(of)?.get(by) ?? 0;
  const sumOf = (of: string) => sum([...(counts.get(of)?.values() ?? [])]);
  return {
    kind: "reporting-triangle",
    rows: died.months.map((of) => {
      let cumulated = 0;
      const delays = documented.months
        .filter((by) => by >= of)
        .map((by): TriangleDelay => {
          const count = countOf(of, by);
          cumulated += count;
          return { delay: monthNumber(by) - monthNumber(of), documented: by, count, cumulated };
        });
      return {
        month: of,
        delays,
        beforehand: sum(documented.months.filter((by) => by < of).map((by) => countOf(of, by))),
        beside: Object.fromEntries(documented.others.map((by) => [by, countOf(of, by)])),
        count: sumOf(of),
      };
    }),
    beside: Object.fromEntries(died.others.map((of) => [of, sumOf(of)])),
  };
}

/** The keys of a dimension that are months, in order, and its others. */
function monthsOf(
  { dimensions }: Tally,
  name: string,
): { readonly months: readonly Month[]; readonly others: readonly string[] } {
  const { keys = [], sequence = [] }: Partial<Dimension> =
    dimensions.find((dimension) => dimension.name === name) ?? {};
  if (sequence.length === 0) {
    throw new CasualtyError(
      "dimension-not-sequential",
      `The keys of ${name} do not follow each other in time, so that there is no delay between them: tally by month.`,
      { dimension: name },
    );
  }
  return { months: sequence.map(month).sort(), others: keys.filter((key) => !sequence.includes(key)) };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((before, count) => before + count, 0);
}
