import type { Month } from "../calendar/month.js";
import { dateText } from "../calendar/text.js";
import { checkOptions, optionsNamed } from "../codebook/check-options.js";
import type { Keys } from "../codebook/keys.js";
import { agreeing } from "../number/agreeing.js";
import { checkedCount } from "../number/count.js";
import type { PrintOptions } from "../number/print-options.js";
import { compareRates, formatRate, type Rate, type RateComparison } from "../number/rate.js";
import { at } from "../tally/read.js";
import { allExcludedInDoubt, rowsLost } from "./accounting.js";
import { checkedReport, type MonthlyReport } from "./monthly-report.js";
import { listed, noRecordsOf } from "./words.js";

/**
 * Gives the comparison of the month's toll with the months before it, per day, in a sentence: months differ in length.
 *
 * `months` is how many of those before it are compared, as far as they are in `comparison` (from January, or from the month
 * that the report was told to be compared from) and not missing. They are compared exactly, and printed with as many decimals
 * as tell different rates apart (one, mostly). Those whose month is not known are in no rate, and the sentence says how many; so it says of rejected
 * rows, but for exact copies, and of those who are excluded though it is not known whether they are to be, of whichever month.
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
  const { month, comparison, print } = checkedReport(report, "comparisonSentence");
  const wanted = 1 + checkedCount(options.months, "the number of months compared");
  const known = comparison
    .slice(-wanted)
    .flatMap(({ month, rate, comparedWithReported }) =>
      rate === null ? [] : [{ month, rate, comparedWithReported }],
    );
  const reported = known.at(-1);
  if (reported?.month !== month) return noRecordsOf(month);
  const before = known.slice(0, -1);
  const rates = known.map(({ rate }) => rate);
  // With three decimals all are told apart: two that differ do so by a 31st of a 30th at least.
  const digits = [1, 2].find((few) => tellsApart(rates, { ...print, digits: few })) ?? 3;
  const nameOf = namesOf(known.map((row) => row.month));
  const rateOf = (row: { readonly month: Month; readonly rate: Rate }) =>
    `${nameOf(row.month)}'s ${formatRate(row.rate, { ...print, digits })}`;
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
  const said =
    clauses.length === 0 ? "has no month before it to be compared with" : `is ${clauses.join(", and ")}`;
  return [`${rateOf(reported)} a day ${said}`, ...besides(report)].join("; ").concat(".");
}

/** Who is in no rate and may belong into one: any of them may turn the comparison. */
function besides<K extends Keys>({ tally, accounting }: MonthlyReport<K>): string[] {
  const undated = at(tally, { month: "undated" }).count;
  const lost = rowsLost(accounting);
  const excluded = allExcludedInDoubt(accounting);
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

/** Whether no two rates that differ print alike. */
function tellsApart(rates: readonly Rate[], print: PrintOptions): boolean {
  const firstAs = new Map<string, Rate>();
  return rates.every((rate) => {
    const text = formatRate(rate, print);
    const first = firstAs.get(text) ?? rate;
    firstAs.set(text, first);
    return compareRates(rate, first) === "equal";
  });
}

/** Names months: without their year where it is one. */
function namesOf(months: readonly Month[]): (month: Month) => string {
  const isOneYear = new Set(months.map((month) => month.slice(0, 4))).size === 1;
  return (month) => (isOneYear ? dateText(month).replace(/ \d+$/, "") : dateText(month));
}
