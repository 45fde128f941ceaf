import { dateText, periodText } from "../calendar/text.js";
import type { Keys } from "../codebook/keys.js";
import { checkedCount } from "../number/count.js";
import type { PrintOptions } from "../number/print-options.js";
import { compareRates, formatRate, type Rate, type RateComparison } from "../number/rate.js";
import type { MonthlyReport } from "./monthly-report.js";
import type { MonthRow } from "./months-table.js";

/** How one and how several are called in a sentence: labels have one form only, and may be in any language. */
export interface Noun {
  readonly one: string;
  readonly many: string;
}

/**
 * Gives the toll of the month, or since January, in a sentence.
 *
 * `people` calls those whom the population counts, `among` the categories that the sentence names, in this order; categories
 * may overlap, so they are no addends. The sentence says *documented*: the true toll may be higher. It says *at least* where
 * the count itself is a lower bound: where rows were rejected, dates may belong to the period and are not known to, or months
 * are missing.
 *
 * @example
 * const rows = ["v-1", "v-2", "v-3"].map((id) => ({ id, status: "civilian", age: id === "v-1" ? 9 : 30, documented: "2021-07-03" }));
 * const definitions = { codebook: snhrCodebook, population: snhrPopulation, policy: snhrPolicy, massacre: snhrMassacre };
 * const choices = { massacresDated: "threshold-reached", basis: "documented", rounding: "half-up", digits: 0 } as const;
 * const report = monthlyReport(parseRecords(snhrCodebook, { victims: rows }), { ...definitions, ...choices, month: month("2021-07") });
 * const words = { people: { one: "civilian", many: "civilians" }, among: { child: { one: "child", many: "children" } } };
 * tollSentence(report, { of: "month", ...words }) // "In July 2021, 3 civilians were documented killed, among them 1 child."
 */
export function tollSentence<K extends Keys>(
  report: MonthlyReport<K>,
  {
    of,
    people,
    among,
  }: {
    readonly of: "month" | "sinceJanuary";
    readonly people: Noun;
    readonly among: { readonly [Category in NoInfer<K>["category"]]?: Noun };
  },
): string {
  const { accounting, basis, missing, toll } = report;
  const { count, including } = toll[of];
  const period = of === "month" ? dateText(report.month) : periodText(report.yearToDate);
  const isLowerBound =
    accounting.rejected + accounting.undated > 0 ||
    (of === "month" ? toll.spanningMonths.count > 0 || missing.includes(report.month) : missing.length > 0);
  const killed = isLowerBound ? atLeast(count, people) : counted(count, people);
  // The keys of what was handed in are categories, which the compiler cannot tell from entries.
  const parts = (Object.entries(among) as [K["category"], Noun][]).map(([category, noun]) =>
    counted(including[category].part, noun),
  );
  const beside = count === 0 || parts.length === 0 ? "" : `, among them ${listed(parts)}`;
  const [were, are] = count === 1 ? ["was", "is"] : ["were", "are"];
  switch (basis) {
    case "documented":
      return `${inPeriod(period)}, ${killed} ${were} documented killed${beside}.`;
    case "died":
      return `${capital(killed)} ${are} documented to have died ${small(inPeriod(period))}${beside}.`;
    case "incident":
      return `${capital(killed)} ${are} documented killed in incidents of ${period}${beside}.`;
  }
}

/**
 * Gives the comparison of the month's toll with the months before it, per day, in a sentence: months differ in length.
 *
 * `months` is how many of those before it are compared, as far as they are in the year and not missing. They are compared
 * exactly, and printed with as many decimals as tell different rates apart (one, mostly).
 *
 * @throws `count-not-whole` or `count-unsafe` if `months` is no count.
 *
 * @example
 * const rows = ["2021-06-03", "2021-07-03", "2021-07-04"].map((documented, row) => ({ id: `v-${row}`, status: "civilian", documented }));
 * const definitions = { codebook: snhrCodebook, population: snhrPopulation, policy: snhrPolicy, massacre: snhrMassacre };
 * const choices = { massacresDated: "threshold-reached", basis: "documented", rounding: "half-up", digits: 0 } as const;
 * const report = monthlyReport(parseRecords(snhrCodebook, { victims: rows }), { ...definitions, ...choices, month: month("2021-07") });
 * comparisonSentence(report, { months: 2 }) // "July's 0.06 a day is higher than May's 0.00 and June's 0.03."
 */
export function comparisonSentence<K extends Keys>(
  { month, months: rows, missing, print }: MonthlyReport<K>,
  { months }: { readonly months: number },
): string {
  const before = rows
    .slice(Math.max(0, rows.length - 1 - checkedCount(months, "the number of months compared")), -1)
    .filter((row) => !missing.includes(row.month));
  const reported = rows.at(-1);
  if (reported === undefined || missing.includes(month)) {
    return `There are no records of ${dateText(month)} to compare.`;
  }
  const rates = [...before, reported].map(({ rate }) => rate);
  // With three decimals all are told apart: two that differ do so by a 31st of a 30th at least.
  const digits = [1, 2].find((few) => tellsApart(rates, { ...print, digits: few })) ?? 3;
  const rateOf = (row: MonthRow) => `${nameOf(row)}'s ${formatRate(row.rate, { ...print, digits })}`;
  if (before.length === 0) return `${rateOf(reported)} a day has no month before it to be compared with.`;
  // What is lower than the reported month is what that is higher than.
  const comparisons: readonly (readonly [RateComparison, string])[] = [
    ["lower", "higher than"],
    ["higher", "lower than"],
    ["equal", "equal to"],
  ];
  const clauses = comparisons.flatMap(([comparison, words]) => {
    const alike = before.filter((row) => row.comparedWithReported === comparison);
    return alike.length === 0 ? [] : [`${words} ${listed(alike.map(rateOf))}`];
  });
  return `${rateOf(reported)} a day is ${clauses.join(", and ")}.`;
}

/**
 * Gives the number of massacres of the month with their toll, and that since January, in a sentence.
 *
 * It says *at least* where rows were rejected, massacres may belong to the period and are not known to, or months are missing.
 *
 * @example
 * const rows = ["v-1", "v-2", "v-3", "v-4", "v-5"].map((id) => ({ id, incident: "i-1", status: "civilian", documented: "2021-07-03" }));
 * const definitions = { codebook: snhrCodebook, population: snhrPopulation, policy: snhrPolicy, massacre: snhrMassacre };
 * const choices = { massacresDated: "threshold-reached", basis: "documented", rounding: "half-up", digits: 0 } as const;
 * const parsed = parseRecords(snhrCodebook, { incidents: [{ id: "i-1" }], victims: rows });
 * const report = monthlyReport(parsed, { ...definitions, ...choices, month: month("2021-07") });
 * massacreSentence(report) // "In July 2021, 1 massacre was documented, in which 5 were killed; from January to July 2021, 1."
 */
export function massacreSentence<K extends Keys>(report: MonthlyReport<K>): string {
  const { massacres, massacresDated, accounting, missing, month, yearToDate } = report;
  const isLowerBound = accounting.rejected + massacres.undated > 0;
  const { massacres: number, toll } = massacres.month;
  const found = (isLowerBound || missing.includes(month) ? atLeast : counted)(number, massacreNoun);
  const [was, is] = number === 1 ? ["was", "is"] : ["were", "are"];
  const said =
    massacresDated === "incident"
      ? `${capital(found)} of ${dateText(month)} ${is} documented`
      : `In ${dateText(month)}, ${found} ${was} documented`;
  const killed = number === 0 ? "" : `, in which ${toll.count} ${toll.count === 1 ? "was" : "were"} killed`;
  const isFirst = yearToDate.start.slice(0, 7) === month;
  const since = isLowerBound || missing.length > 0 ? "at least " : "";
  const ofYear = isFirst
    ? ""
    : `; ${small(inPeriod(periodText(yearToDate)))}, ${since}${massacres.sinceJanuary.massacres}`;
  return `${said}${killed}${ofYear}.`;
}

const massacreNoun: Noun = { one: "massacre", many: "massacres" };

/** Whether no two rates that differ print alike. */
function tellsApart(rates: readonly Rate[], print: PrintOptions): boolean {
  return rates.every((rate) =>
    rates.every(
      (other) =>
        formatRate(rate, print) !== formatRate(other, print) || compareRates(rate, other) === "equal",
    ),
  );
}

function counted(count: number, { one, many }: Noun): string {
  if (count === 0) return `no ${many}`;
  return `${count} ${count === 1 ? one : many}`;
}

function atLeast(count: number, { one, many }: Noun): string {
  return `at least ${count} ${count === 1 ? one : many}`;
}

function inPeriod(period: string): string {
  return period.includes(" to ") ? `From ${period}` : `In ${period}`;
}

/** The name of a row's month, without its year. */
function nameOf({ month }: Pick<MonthRow, "month">): string {
  return dateText(month).replace(/ \d+$/, "");
}

function listed(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join("") : `${texts.slice(0, -1).join(", ")} and ${texts.at(-1) ?? ""}`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function small(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
