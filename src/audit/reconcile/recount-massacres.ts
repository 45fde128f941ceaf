import { hasWholeMonths, monthsOfPeriod } from "../../calendar/period.js";
import type { IncidentValues } from "../../record/incident.js";
import { rowsLost } from "../../report/accounting.js";
import type { MassacreEntry } from "../../report/massacre-table.js";
import type { MonthlyReport } from "../../report/monthly-report.js";
import { type Attribution, attributor } from "../../rule/attribution.js";
import type { Box } from "../cells/box.js";
import type { KeySet } from "../cells/key-set.js";
import type { NotRecounted, Recounted } from "./recounted.js";
import { categoriesOf, countIn, daysOf, mostIn } from "./recounted-cell.js";

/**
 * Counts massacres, or those killed in them, from the massacres of a report one by one: those that are ascribed to several
 * jointly are of an alliance if all of them are its members.
 */
export function massacreRecount(report: MonthlyReport): (box: Box) => Recounted | NotRecounted {
  const attribute = attributor(report.definitions.codebook, report.definitions.policy);
  return (box) => recountMassacres(report, attribute, box);
}

function recountMassacres(
  report: MonthlyReport,
  attribute: (incident: IncidentValues) => Attribution,
  box: Box,
): Recounted | NotRecounted {
  const days = daysOf(box);
  const isMonth = hasWholeMonths(days) && monthsOfPeriod(days).join() === report.month;
  const isYearToDate = days.start === report.yearToDate.start && days.end === report.yearToDate.end;
  if (!isMonth && !isYearToDate)
    return { reason: "the records give massacres of the month and since January only" };
  if (box.unit === "persons" && (box.sets.place !== null || box.sets.means !== null))
    return { reason: "the records give those killed in massacres by perpetrator only" };
  const asked = categoriesOf(box, report.tally.inclusions);
  if ("reason" in asked) return asked;
  if (isMonth && report.missing.includes(report.month))
    return { reason: `no records of ${report.month} are handed in` };

  const table = isMonth ? report.massacres.month : report.massacres.sinceJanuary;
  const isIn = membership(attribute, box);
  const surely = table.entries.filter((entry) => isIn(entry) === "yes");
  const perhaps = [...table.entries, ...table.undatedEntries].filter(
    (entry) => isIn(entry) !== "no" && !surely.includes(entry),
  );
  const { keys } = asked;
  const sum = (entries: readonly MassacreEntry[], valueOf: (entry: MassacreEntry) => number) =>
    entries.reduce((all, entry) => all + valueOf(entry), 0);
  const isOfMassacres = box.unit === "massacres";
  const counted = isOfMassacres ? surely.length : sum(surely, ({ killed }) => countIn(killed, keys));
  const most = ({ killed, perhapsKilled }: MassacreEntry): number =>
    mostIn(killed, killed.mayInclude, keys) + mostIn(perhapsKilled, perhapsKilled.mayInclude, keys);
  const known = isOfMassacres ? counted : sum(surely, most);
  const more = isOfMassacres ? perhaps.length : sum(perhaps, most);
  // A row that was not read, or a month that is not at hand, may make a massacre of any incident.
  const unread =
    rowsLost(report.accounting) > 0 || report.missing.some((month) => monthsOfPeriod(days).includes(month));
  return {
    counted,
    maximum: unread ? Infinity : known + more,
    doubts: [
      ...(known > counted ? [`${known - counted} of those killed may belong to it`] : []),
      ...(more > 0 ? [`${perhaps.length} more may be massacres of it`] : []),
      ...(unread ? ["some of the records are not read, or not handed in"] : []),
    ],
  };
}

/** Whether a massacre is of the perpetrators, places and means that a cell asks for. */
function membership(
  attribute: (incident: IncidentValues) => Attribution,
  { sets }: Box,
): (entry: MassacreEntry) => "yes" | "no" | "unknown" {
  const isBy = ({ perpetrator, incident }: MassacreEntry): boolean => {
    const wanted = sets.perpetrator;
    if (wanted === null || wanted.includes(perpetrator)) return true;
    const attribution = attribute(incident);
    return attribution.kind !== "undetermined" && attribution.to.every((key) => wanted.includes(key));
  };
  const answer = (wanted: KeySet, key: string | null) =>
    wanted === null || (key !== null && wanted.includes(key)) ? "yes" : key === null ? "unknown" : "no";
  return (entry) => {
    const answers = [answer(sets.place, entry.incident.place), answer(sets.means, entry.incident.means)];
    if (!isBy(entry) || answers.includes("no")) return "no";
    return answers.includes("unknown") ? "unknown" : "yes";
  };
}
