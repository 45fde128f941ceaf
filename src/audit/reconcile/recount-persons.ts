import { hasWholeMonths, monthsOfPeriod } from "../../calendar/period.js";
import type { Codebook } from "../../codebook/codebook.js";
import { innermostAround } from "../../codebook/parents.js";
import { agreeing } from "../../number/agreeing.js";
import { allExcludedInDoubt, rowsLost } from "../../report/accounting.js";
import type { MonthlyReport } from "../../report/monthly-report.js";
import type { TollCell } from "../../report/toll-cell.js";
import { at, type Cell } from "../../tally/read.js";
import type { AnyTally, Tally } from "../../tally/tally-data.js";
import type { Box } from "../cells/box.js";
import { keySet, keySetText } from "../cells/key-set.js";
import type { NotRecounted, Recounted } from "./recounted.js";
import { categoriesOf, countIn, daysOf, mostIn } from "./recounted-cell.js";

/** Keys of one dimension of a tally: those asked for, and others that may hide more of them. */
interface Asked {
  readonly dimension: string;
  readonly keys: readonly string[];
  /** Empty: nobody asked for can be elsewhere. */
  readonly hiding: readonly string[];
  /** How many of those there can be asked for. */
  readonly atMost: number;
  /** Who is there, in words: of one, and of several. */
  readonly who: readonly [one: string, many: string];
}

const placesAndMeans = [
  ["place", "unknown", ["is of no recorded place", "are of no recorded place"]],
  [
    "means",
    "unknown",
    ["was killed by means that are not recorded", "were killed by means that are not recorded"],
  ],
] as const;

const joinedWords = [
  "is ascribed to several, who may be these",
  "are ascribed to several, who may be these",
] as const;
const wholeWords = [
  "is ascribed to several, or to one of whom these are part, and may be theirs",
  "are ascribed to several, or to one of whom these are part, and may be theirs",
] as const;

/**
 * Counts persons from a tally, or from the tally of a report.
 *
 * Those of whom it is open whether they belong to a cell are the difference of two counts: of the keys asked for, and of these
 * with the key of each dimension that holds what is not known (`undated`, `unknown`, `jointly`).
 */
export function recountPersons(
  records: AnyTally | MonthlyReport,
  codebook: Codebook,
  box: Box,
): Recounted | NotRecounted {
  const report = records.kind === "monthly-report" ? records : null;
  const tally: AnyTally = records.kind === "monthly-report" ? records.tally : records;
  if (tally.measure !== "count") return { reason: "the records are ranges or estimates, not counts" };
  const categories = categoriesOf(box, tally.inclusions);
  if ("reason" in categories) return categories;
  const time = askedTime(tally, report, box);
  if ("reason" in time) return time;
  const asked: Asked[] = [time];
  for (const [dimension, hiding, who] of placesAndMeans) {
    const wanted = box.sets[dimension];
    if (wanted === null) continue;
    const found = askedKeys(tally, dimension, wanted, [hiding], who);
    if ("reason" in found) return found;
    asked.push(found);
  }
  const joint = report === null ? null : jointlyBy(report, box);
  const wanted = box.sets.perpetrator;
  const hidden = wanted === null ? [] : hidingPerpetrators(tally, codebook, wanted);
  const jointAndUndated =
    joint === null || time.hiding.length === 0 || hidden.length === 0
      ? 0
      : cellAt(tally, { [time.dimension]: time.hiding, perpetrator: hidden }).count;
  if (wanted !== null) {
    const who = hidden.every((key) => key === "jointly") ? joinedWords : wholeWords;
    const found = askedKeys(tally, "perpetrator", wanted, joint === null ? hidden : [], who);
    if ("reason" in found) return found;
    asked.push(found);
  }
  const { keys } = categories;
  const open = openCounts(tally, report?.inDoubt ?? null, asked, keys);
  const together = joint === null ? 0 : countIn(joint, keys);
  const perhapsTogether = joint === null ? 0 : mostIn(joint, joint.mayInclude, keys) - together;
  const unread = report === null ? 0 : rowsLost(report.accounting);
  const excludedInDoubt = report === null ? 0 : allExcludedInDoubt(report.accounting);
  const missing = report?.missing.some((month) => monthsOfPeriod(daysOf(box)).includes(month)) ?? false;
  return {
    counted: open.counted + together,
    maximum: missing
      ? Infinity
      : open.maximum + together + perhapsTogether + jointAndUndated + unread + excludedInDoubt,
    doubts: [
      ...open.doubts,
      ...(perhapsTogether > 0 ? [`${perhapsTogether} ascribed to several may be of the category`] : []),
      ...(jointAndUndated > 0
        ? [
            `${jointAndUndated} ascribed to several ${agreeing(jointAndUndated, "has", "have")} a date that may lie in it`,
          ]
        : []),
      ...(unread > 0
        ? [`${unread} ${agreeing(unread, "was rejected as a row", "were rejected as rows")} with errors`]
        : []),
      ...(excludedInDoubt > 0
        ? [
            `${excludedInDoubt} ${agreeing(excludedInDoubt, "is", "are")} excluded though it is not known whether they must be`,
          ]
        : []),
      ...(missing ? ["of some of the months no records are handed in"] : []),
    ],
  };
}

/** The count of what is asked for, and with what each dimension hides. */
function openCounts(
  tally: AnyTally,
  inDoubt: AnyTally | null,
  asked: readonly Asked[],
  categories: readonly string[],
): Recounted {
  // A key that the tally does not have is one of which it counts nobody.
  const read = (from: AnyTally, keysOf: (one: Asked) => readonly string[]) => {
    const selection = asked.map((one) => [one.dimension, keysOf(one)] as const);
    return selection.some(([, keys]) => keys.length === 0)
      ? null
      : cellAt(from, Object.fromEntries(selection));
  };
  const most = (keysOf: (one: Asked) => readonly string[]): number => {
    const cell = read(tally, keysOf);
    const doubt = inDoubt === null ? null : read(inDoubt, keysOf);
    return cell === null ? 0 : mostIn(cell, doubt?.including ?? {}, categories);
  };
  const surely = read(tally, ({ keys }) => keys);
  const counted = surely === null ? 0 : countIn(surely, categories);
  const known = most(({ keys }) => keys);
  const all = (one: Asked) => [...one.keys, ...one.hiding];
  const least = asked.map((one) => most((other) => (other === one ? one.keys : all(other))) + one.atMost);
  return {
    counted,
    maximum: Math.min(most(all), ...least),
    doubts: [
      ...(known > counted ? [`of ${known - counted} the age, sex or other facts are not recorded`] : []),
      ...asked.flatMap((one) => {
        const hidden = most((other) => (other === one ? all(other) : other.keys)) - known;
        const more = Math.min(hidden, one.atMost);
        return more > 0 ? [`${more} ${agreeing(more, ...one.who)}`] : [];
      }),
    ],
  };
}

function cellAt(tally: AnyTally, selection: Readonly<Record<string, readonly string[]>>): Cell {
  // The dimensions were looked up by their names, and counts are the measure of this tally.
  return at(tally as Tally, selection);
}

function askedKeys(
  tally: AnyTally,
  dimension: string,
  wanted: readonly string[],
  hiding: readonly string[],
  who: readonly [one: string, many: string],
): Asked | NotRecounted {
  const keys = keysOf(tally, dimension);
  if (keys === null) return { reason: `the records are not counted by ${dimension}` };
  return {
    dimension,
    keys: wanted.filter((key) => keys.includes(key)),
    hiding: hiding.filter((key) => keys.includes(key)),
    atMost: Infinity,
    who,
  };
}

/** The months asked for, or the year to date of a report. */
function askedTime(tally: AnyTally, report: MonthlyReport | null, box: Box): Asked | NotRecounted {
  const days = daysOf(box);
  const who = ["has a date that may lie in the period", "have a date that may lie in the period"] as const;
  if (report !== null && days.start === report.yearToDate.start && days.end === report.yearToDate.end)
    return askedKeys(tally, "yearToDate", ["inside"], ["undated"], who);
  const months = keysOf(tally, "month");
  const wanted = hasWholeMonths(days) ? monthsOfPeriod(days).map(String) : [];
  if (months === null || wanted.length === 0 || !wanted.every((month) => months.includes(month)))
    return { reason: "the records are not counted for this period" };
  const missing = wanted.filter((month) => report?.missing.some((one) => one === month) ?? false);
  if (missing.length === wanted.length)
    return { reason: `no records of ${missing.join(", ")} are handed in` };
  const asked = askedKeys(tally, "month", wanted, ["undated"], who);
  // Who is undated among all the months may still be known not to be of this one.
  const isReported = wanted.join() === report?.month;
  return "reason" in asked || !isReported ? asked : { ...asked, atMost: report.toll.undated.month.count };
}

/**
 * The keys under which a tally counts what several of the perpetrators asked for did together: `jointly`, or the one of which all
 * of them are parts; and, of one that it has no key for, those of which that is a part. What one did stands in none of them.
 */
function hidingPerpetrators(
  tally: AnyTally,
  codebook: Codebook,
  wanted: readonly string[],
): readonly string[] {
  const keys = keysOf(tally, "perpetrator") ?? [];
  const { perpetrators } = codebook;
  const parties = wanted.filter((key) => Object.hasOwn(perpetrators, key));
  const together = parties.flatMap((key, nth) =>
    parties.slice(0, nth).map((other) => innermostAround(perpetrators, [key, other]) ?? "jointly"),
  );
  const around = (key: string): readonly string[] => {
    const parent = perpetrators[key]?.parent;
    return parent === undefined ? [] : [parent, ...around(parent)];
  };
  const hidden = [...together, ...parties.filter((key) => !keys.includes(key)).flatMap(around)];
  return [...new Set(hidden)].filter((key) => keys.includes(key) && !wanted.includes(key));
}

function keysOf(tally: AnyTally, dimension: string): readonly string[] | null {
  return tally.dimensions.find(({ name }) => name === dimension)?.keys ?? null;
}

/** Of an alliance of a report's tables: what its members have done jointly, which stands in no member's row. */
function jointlyBy(report: MonthlyReport, box: Box): TollCell | null {
  const { perpetrator, place, means } = box.sets;
  if (perpetrator === null || place !== null || means !== null) return null;
  const days = daysOf(box);
  const isYearToDate = days.start === report.yearToDate.start && days.end === report.yearToDate.end;
  const isMonth = hasWholeMonths(days) && monthsOfPeriod(days).join() === report.month;
  if (!isMonth && !isYearToDate) return null;
  const { alliances } = isMonth ? report : report.sinceJanuary;
  const wanted = keySetText(perpetrator);
  return alliances.find(({ members }) => keySetText(keySet(members)) === wanted)?.jointly ?? null;
}
