import type { Month } from "../calendar/month.js";
import { dateText } from "../calendar/text.js";
import { checkOptions, optionsNamed } from "../codebook/check-options.js";
import type { Keys } from "../codebook/keys.js";
import { agreeing } from "../number/agreeing.js";
import { checkedCount } from "../number/count.js";
import type { Rate, RateComparison } from "../number/rate.js";
import { rowsLost } from "./accounting.js";
import { checkedReport } from "./checked-report.js";
import type { ComparedMonth } from "./comparison-table.js";
import type { MonthlyReport } from "./monthly-report.js";
import { perDayPrinter } from "./per-day.js";
import { listed, noRecordsOf } from "./words.js";

/**
 * Gives the comparison of the month's toll with the months before it, per day, in a sentence: months differ in length.
 *
 * `months` is how many of those before it are compared, as far as they are in `comparison` (from January, or from the month
 * that the report was told to be compared from); of those that are missing it says that there are no records. They are compared exactly, and
 * printed with as many decimals as tell different rates apart, and killings from none (one, mostly). Who may be of one of these months and is
 * in no rate, since the date does not tell or it is not known whether to exclude them, is told beside, as are rejected rows but for exact copies.
 *
 * @throws `options-malformed`; `count-not-whole` or `count-unsafe` if `months` is no count.
 *
 * @example
 * const rows = ["2020-12-03", "2021-01-03", "2021-01-04"].map((documented, row) => ({ id: `v-${row}`, status: "civilian", documented }));
 * const definitions = { codebook: snhrCodebook, population: snhrPopulation, policy: snhrPolicy, massacre: snhrMassacre };
 * const choices = { massacresDated: "threshold-reached", basis: "documented", rounding: "half-up", digits: 0 } as const;
 * const months = { month: month("2021-01"), comparedFrom: month("2020-11") };
 * const report = monthlyReport(parseRecords(snhrCodebook, { victims: rows }), { ...definitions, ...choices, ...months });
 * comparisonSentence(report, { months: 2 }) // "January 2021's 0.06 a day is higher than November 2020's 0.00 and December 2020's 0.03."
 */
export function comparisonSentence<K extends Keys>(
  report: MonthlyReport<K>,
  options: { readonly months: number },
): string {
  checkOptions("options of comparisonSentence", options, optionsNamed("months"));
  const { month, comparison, print, accounting } = checkedReport(report, "comparisonSentence");
  const wanted = comparison.slice(-1 - checkedCount(options.months, "the number of months compared"));
  const known = wanted.flatMap(({ month, rate, comparedWithReported }) =>
    rate === null ? [] : [{ month, rate, comparedWithReported }],
  );
  const reported = known.at(-1);
  if (reported?.month !== month) return noRecordsOf(month);
  const before = known.slice(0, -1);
  const perDayOf = perDayPrinter(
    known.map(({ rate }) => rate),
    print,
  );
  const nameOf = namesOf(wanted.map((row) => row.month));
  const rateOf = (row: { readonly month: Month; readonly rate: Rate }) =>
    `${nameOf(row.month)}'s ${perDayOf(row.rate)}`;
  // What is lower than the reported month is what that is higher than.
  const comparisons: readonly (readonly [RateComparison, string])[] = [
    ["lower", "higher than"],
    ["higher", "lower than"],
    ["equal", "equal to"],
  ];
  const clauses = comparisons.flatMap(([compared, words]) => {
    const alike = before.filter((row) => row.comparedWithReported === compared);
    return alike.length === 0 ? [] : [`${words} ${listed(alike.map(rateOf))}`];
  });
  const said = clauses.length === 0 ? "compared with no month before it" : clauses.join(", and ");
  const gaps = wanted.filter(({ rate }) => rate === null).map((row) => nameOf(row.month));
  return [
    `${rateOf(reported)} a day is ${said}`,
    ...(gaps.length === 0 ? [] : [`there are no records of ${listed(gaps)}`]),
    ...besides(wanted[0], rowsLost(accounting)),
  ]
    .join("; ")
    .concat(".");
}

/** Who is in no rate since the first of the months and may belong into one: any of them may turn the comparison. */
function besides(
  { undatedSince: undated = 0, excludedInDoubtSince: excluded = 0 }: Partial<ComparedMonth> = {},
  lost: number,
): string[] {
  return [
    ...(undated === 0 ? [] : [`the month of ${undated} more is not known`]),
    ...(lost === 0
      ? []
      : [
          `${lost} ${agreeing(lost, "row", "rows")} of unknown month ${agreeing(lost, "was", "were")} rejected`,
        ]),
    ...(excluded === 0
      ? []
      : [`${excluded} excluded ${agreeing(excluded, "person", "persons")} may have to be counted`]),
  ];
}

/** Names months: without their year where it is one. */
function namesOf(months: readonly Month[]): (month: Month) => string {
  const isOneYear = new Set(months.map((month) => month.slice(0, 4))).size === 1;
  return (month) => (isOneYear ? dateText(month).replace(/ \d+$/, "") : dateText(month));
}
