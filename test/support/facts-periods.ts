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

/** The months by their names, in English and German. */
export const monthNames: readonly (readonly string[])[] = [
  "january february march april may june july august september october november december",
  "januar februar märz april mai juni juli august september oktober november dezember",
].map((names) => names.split(" "));

/** Which month a name is of, in English or German, in full or as at least three of its letters; -1 for none. */
function nthMonth(name: string): number {
  const [found = -1] = monthNames
    .map((names) => names.findIndex((one) => one === name || (name.length > 2 && one.startsWith(name))))
    .filter((nth) => nth >= 0);
  return found;
}

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
function yearOf(name: string): string {
  return period(name).end.slice(0, 4);
}

/** From January to the end of a period. */
function sinceJanuary(name: string): string {
  return periodName(yearToDate(period(name).end));
}

/** A month by its name: "2022-12", "December 2022", "Dec. 2022", "Dezember 2022". */
export function monthNamed(text: string): string | null {
  const words = text.trim().toLowerCase();
  const [, ofYear, number = ""] = /^(\d{4})-(\d{1,2})$/.exec(words) ?? [];
  const [, name = "", named = ""] = /^(\p{L}+)\.?,?\s+(\d{4})$/u.exec(words) ?? [];
  const nth = ofYear === undefined ? nthMonth(name) : Number(number) - 1;
  return nth < 0 || nth > 11 ? null : `${ofYear ?? named}-${String(nth + 1).padStart(2, "0")}`;
}

/** A quarter or half by its name: "Q1", "first quarter of 2021", "H2"; where it names no year, that of the report. */
export function partOfYear(name: string, ofYear: string): string | null {
  const ordinals = ["first", "second", "third", "fourth"];
  const [, ordinal = "", unit = "", letter, number, year = ofYear] =
    /^(?:(first|second|third|fourth) (half|quarter)|([hq])([1-4]))(?:(?: of)? (\d{4}))?$/.exec(
      name.trim().toLowerCase(),
    ) ?? [];
  const nth = Number(number ?? ordinals.indexOf(ordinal) + 1);
  const initial = letter ?? unit.slice(0, 1);
  if (nth === 0 || initial === "" || (initial === "h" && nth > 2)) return null;
  return periodName(period(`${year}-${initial.toUpperCase()}${nth}`));
}

/**
 * A period by its name in a report: "december", "Dec. 2022", "first_half", "year", "ytd" (from January to the end of the report).
 * Where it names no year, it is of that in which the report ends, or the month of the year before if it had not begun by then.
 */
export function periodCalled(name: string, own: string): string | null {
  const text = name.replaceAll("_", " ");
  const year = yearOf(own);
  if (text === "ytd") return sinceJanuary(own);
  if (text === "year") return year;
  const ofYear = monthNamed(`${text} ${year}`);
  const isLater = ofYear !== null && ofYear > period(own).end.slice(0, 7);
  return (
    monthNamed(text) ??
    (isLater ? monthNamed(`${text} ${Number(year) - 1}`) : ofYear) ??
    partOfYear(text, year)
  );
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
  const [, after, before] =
    /^(?:previous|last|preceding) (month|quarter|half|half-year|year|period)$|^(month|quarter|year) before$/.exec(
      text,
    ) ?? [];
  const unit = after ?? before ?? "";
  if (unit !== "")
    return unit === "period" || isOf(unit, own) ? periodName(previousPeriod(period(own))) : null;
  if (
    /^same (month|quarter|half|half-year|year|period) (of |in )?(the )?(last|previous|preceding) year$/.test(
      text,
    )
  )
    return yearBefore(own);
  if (/^\d{4}(?:-(?:0[1-9]|1[0-2])|-h[12]|-q[1-4])?$/.test(text))
    return periodName(period(text.toUpperCase()));
  const part = partOfYear(text, yearOf(own));
  if (part !== null) return part;
  const ofYear = yearOf(own);
  const thisYear = monthNamed(`${text} ${ofYear}`);
  if (thisYear === null) return monthNamed(text);
  return thisYear < own.slice(0, 7) ? thisYear : monthNamed(`${text} ${Number(ofYear) - 1}`);
}

function isOf(unit: string, own: string): boolean {
  const months = monthsOfPeriod(period(own)).length;
  const lengths: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 };
  return hasWholeMonths(period(own)) && months === (lengths[unit] ?? 6);
}

/** The same months a year before, or null for a period that is no whole months. */
function yearBefore(own: string): string | null {
  if (!hasWholeMonths(period(own))) return null;
  const months = monthsOfPeriod(period(own)).map((one) => addMonths(one, -12));
  return periodName(period(`${months[0] ?? own}/${months.at(-1) ?? own}`));
}
