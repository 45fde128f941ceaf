import {
  addMonths,
  hasWholeMonths,
  monthOf,
  monthsOfPeriod,
  type Period,
  period,
  previousPeriod,
  yearToDate,
} from "casualty-stats";

const monthNames: readonly string[] =
  "january february march april may june july august september october november december".split(" ");

/** A period as a reader would write it: "2021-07", "2021", "2021-H1"; otherwise its two ends. */
export function periodName(days: Period): string {
  const { start, end } = days;
  const year = start.slice(0, 4);
  const candidates = [
    start.slice(0, 7),
    year,
    `${year}-H1`,
    `${year}-H2`,
    `${start.slice(0, 7)}/${end.slice(0, 7)}`,
  ];
  const fitting = candidates.find((text) => {
    const { start: first, end: last } = period(text);
    return first === start && last === end;
  });
  return fitting ?? `${start}/${end}`;
}

/** The year in which a period ends. */
export function yearOf(name: string): string {
  return period(name).end.slice(0, 4);
}

/** From January to the end of a period. */
export function sinceJanuary(name: string): string {
  return periodName(yearToDate(period(name).end));
}

/** A month by its name: "2022-12", "December 2022". */
export function monthNamed(text: string): string | null {
  const words = text.trim().toLowerCase();
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(words)) return words;
  const [, name = "", year = ""] = /^(\p{L}+)\s+(\d{4})$/u.exec(words) ?? [];
  const nth = monthNames.indexOf(name);
  return nth < 0 ? null : `${year}-${String(nth + 1).padStart(2, "0")}`;
}

/**
 * The periods that a comparison is with: "the previous month", "March 2016", "2015", "the same month of last year", "the
 * previous three months" (each of them). A month without a year is the last of its name before the report. None: the words
 * name no period, or only where one begins.
 */
export function comparedPeriods(own: string, words: string): readonly string[] {
  const text = words.trim().toLowerCase().replace(/^in /, "").replace(/^the /, "");
  const [, many = ""] = /^(?:previous|last|preceding) (two|three|four|five|six) months$/.exec(text) ?? [];
  if (many !== "") {
    const count = ["two", "three", "four", "five", "six"].indexOf(many) + 2;
    const start = monthOf(period(own).start);
    return Array.from({ length: count }, (_, nth) => addMonths(start, nth - count));
  }
  const one = comparedPeriod(own, text);
  return one === null ? [] : [one];
}

function comparedPeriod(own: string, text: string): string | null {
  const [, unit = ""] = /^(?:previous|last|preceding) (month|half|half-year|year|period)$/.exec(text) ?? [];
  if (unit !== "")
    return unit === "period" || isOf(unit, own) ? periodName(previousPeriod(period(own))) : null;
  if (/^same (month|half|half-year|year|period) (of |in )?(the )?(last|previous|preceding) year$/.test(text))
    return yearBefore(own);
  if (/^\d{4}(?:-(?:0[1-9]|1[0-2])|-h[12])?$/.test(text)) return text.toUpperCase();
  const [, half = "", year = ""] = /^(first|second) half of (\d{4})$/.exec(text) ?? [];
  if (half !== "") return `${year}-H${half === "first" ? 1 : 2}`;
  const ofYear = yearOf(own);
  const thisYear = monthNamed(`${text} ${ofYear}`);
  if (thisYear === null) return monthNamed(text);
  return thisYear < own.slice(0, 7) ? thisYear : monthNamed(`${text} ${Number(ofYear) - 1}`);
}

function isOf(unit: string, own: string): boolean {
  const months = monthsOfPeriod(period(own)).length;
  return hasWholeMonths(period(own)) && months === (unit === "month" ? 1 : unit === "year" ? 12 : 6);
}

/** The same months a year before, or null for a period that is no whole months. */
function yearBefore(own: string): string | null {
  if (!hasWholeMonths(period(own))) return null;
  const months = monthsOfPeriod(period(own)).map((one) => addMonths(one, -12));
  return periodName(period(`${months[0] ?? own}/${months.at(-1) ?? own}`));
}
