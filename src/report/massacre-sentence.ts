import { dateText, periodText } from "../calendar/text.js";
import type { Keys } from "../codebook/keys.js";
import { agreeing } from "../number/agreeing.js";
import { rowsLost } from "./accounting.js";
import { checkedReport } from "./checked-report.js";
import type { MonthlyReport } from "./monthly-report.js";
import { capital, type Doubt, figure, inPeriod, type Noun, noRecordsOf, small } from "./words.js";

/**
 * Gives the number of massacres of the month with their toll, and that since January, in a sentence.
 *
 * It says *at least* where rows were rejected (but for exact copies), massacres may belong to the period and are not known to (those
 * too that are reached only with persons who are excluded in doubt), or any month is missing (with the deaths of an earlier one,
 * an incident may reach the threshold in this); of their toll also where further victims may belong to it. How many there may be
 * more stands behind it where nothing else can add to them: no rejected row, no missing month, and, to the toll, no massacre that
 * may belong to the period. Of a month that is
 * missing, and of which no massacre is known or possible, it says that there are no records.
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
  const { accounting, missing, month, massacresDated, yearToDate } = checkedReport(
    report,
    "massacreSentence",
  );
  const { month: ofMonth, sinceJanuary: ofYear } = report.massacres;
  if (missing.includes(month) && ofMonth.massacres + ofMonth.undated === 0) return noRecordsOf(month);
  const isUnread = rowsLost(accounting) > 0 || missing.length > 0;
  const doubtOf = (perhaps: number, isOpen: boolean): Doubt => ({
    isLowerBound: isOpen || perhaps > 0,
    perhaps: isOpen ? 0 : perhaps,
  });
  const doubt = doubtOf(ofMonth.undated, isUnread);
  const found = figure(ofMonth.massacres, doubt, massacre);
  const [was, is] = (ofMonth.massacres || doubt.perhaps) === 1 ? ["was", "is"] : ["were", "are"];
  const said =
    massacresDated === "incident"
      ? `${capital(found)} of ${dateText(month)} ${is} documented`
      : `In ${dateText(month)}, ${found} ${was} documented`;

  const { toll, perhapsKilled } = ofMonth;
  const killed = figure(toll.count, doubtOf(perhapsKilled.count, isUnread || ofMonth.undated > 0));
  const inWhich =
    ofMonth.massacres === 0 ? "" : `, in which ${killed} ${agreeing(toll.count, "was", "were")} killed`;

  const isFirst = yearToDate.start.slice(0, 7) === month;
  const since = figure(ofYear.massacres, doubtOf(ofYear.undated, isUnread));
  return `${said}${inWhich}${isFirst ? "" : `; ${small(inPeriod(periodText(yearToDate)))}, ${since}`}.`;
}

const massacre: Noun = { one: "massacre", many: "massacres" };
