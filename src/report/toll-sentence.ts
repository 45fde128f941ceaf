import { dateText, periodText } from "../calendar/text.js";
import { checkOptions } from "../codebook/check-options.js";
import type { Keys } from "../codebook/keys.js";
import type { Shape } from "../codebook/shape.js";
import { rowsLost } from "./accounting.js";
import { checkedReport } from "./checked-report.js";
import type { MonthlyReport } from "./monthly-report.js";
import { capital, figure, inPeriod, listed, type Noun, noRecordsOf, small } from "./words.js";

/**
 * Gives the toll of the month, or since January, in a sentence.
 *
 * `people` calls those whom the population counts, `among` the categories that the sentence names, in this order; categories
 * may overlap, so they are no addends. The sentence says *documented*: the true toll may be higher. It says *at least* where
 * the count itself is a lower bound: where rows were rejected (but for exact copies), dates may belong to the period and are not
 * known to, somebody is excluded of whom it is not known whether they are to be, or months are missing; and of a category also where it is not known of everybody whether they belong to it (*perhaps* where nobody
 * is known to). Of a month that is missing it says that there are no records.
 *
 * @throws `options-malformed` if it is of no such period, or names a category that the codebook does not have.
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
  options: {
    readonly of: "month" | "sinceJanuary";
    readonly people: Noun;
    readonly among: { readonly [Category in NoInfer<K>["category"]]?: Noun };
  },
): string {
  const categories = Object.keys(checkedReport(report, "tollSentence").definitions.codebook.categories);
  checkOptions("options of tollSentence", options, {
    required: {
      of: { oneOf: ["month", "sinceJanuary"] },
      people: noun,
      among: { required: {}, optional: Object.fromEntries(categories.map((key) => [key, noun])) },
    },
    optional: {},
  });
  const { of, people, among } = options;
  const { accounting, basis, missing, months, toll } = report;
  const { count, including, mayInclude } = toll[of];
  const perhaps = [toll.undated[of], toll.excludedInDoubt[of]];
  const period = of === "month" ? dateText(report.month) : periodText(report.yearToDate);
  if (of === "month" && missing.includes(report.month)) return noRecordsOf(report.month);
  const isUnread =
    rowsLost(accounting) > 0 || (of === "sinceJanuary" && months.some((row) => row.missing.length > 0));
  const more = perhaps.reduce((sum, cell) => sum + cell.count, 0);
  const doubt = { isLowerBound: isUnread || more > 0, perhaps: count === 0 && !isUnread ? more : 0 };
  const killed = figure(count, doubt, people);
  // The keys of what was handed in are categories, which the compiler cannot tell from entries.
  const parts = (
    Object.entries(among).filter(([, noun]) => noun !== undefined) as [K["category"], Noun][]
  ).map(([category, noun]) => {
    const inDoubt = [mayInclude, ...perhaps.flatMap((cell) => [cell.including, cell.mayInclude])];
    const isLowerBound = isUnread || inDoubt.some((parts) => parts[category].part > 0);
    return figure(including[category].part, { isLowerBound, perhaps: 0 }, noun);
  });
  const beside = count === 0 || parts.length === 0 ? "" : `, among them ${listed(parts)}`;
  const [were, are] = (count || doubt.perhaps) === 1 ? ["was", "is"] : ["were", "are"];
  switch (basis) {
    case "documented":
      return `${inPeriod(period)}, ${killed} ${were} documented killed${beside}.`;
    case "died":
      return `${capital(killed)} ${are} documented to have died ${small(inPeriod(period))}${beside}.`;
    case "incident":
      return `${capital(killed)} ${are} documented killed in incidents of ${period}${beside}.`;
  }
}

const noun: Shape = { required: { one: "text", many: "text" }, optional: {} };
