/**
 * Arithmetic of the proleptic Gregorian calendar on whole numbers, for years from 1 on.
 *
 * Years are counted from March inside, so that the leap day is the last day of a year; after Howard Hinnant,
 * "chrono-Compatible Low-Level Date Algorithms", https://howardhinnant.github.io/date_algorithms.html.
 */
export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const daysPerEra = 146_097; // 400 years
const epoch = 719_468; // days from 0000-03-01 to 1970-01-01

/** Whether year, month and day name a day of the years 1 to 9999. */
export function isCivilDay(year: number, month: number, day: number): boolean {
  return isCivilMonth(year, month) && day >= 1 && day <= daysInCivilMonth(year, month);
}

/** Whether year and month name a month of the years 1 to 9999. */
export function isCivilMonth(year: number, month: number): boolean {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12;
}

/** The number of days of a month: 28 to 31. */
export function daysInCivilMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Whole days since 1970-01-01. */
export function dayOfCivil(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const monthsSinceMarch = month > 2 ? month - 3 : month + 9;
  return daysBeforeMarchYear(marchYear) + daysBeforeMarchMonth(monthsSinceMarch) + day - 1 - epoch;
}

/** The day that lies this many whole days after 1970-01-01. */
export function civilOfDay(dayNumber: number): CivilDay {
  const sinceMarch0000 = dayNumber + epoch;
  const era = Math.floor(sinceMarch0000 / daysPerEra);
  const dayOfEra = sinceMarch0000 - era * daysPerEra;
  // Each leap day so far is taken out before dividing by 365.
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - daysBeforeMarchYear(yearOfEra);
  const monthsSinceMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthsSinceMarch < 10 ? monthsSinceMarch + 3 : monthsSinceMarch - 9;
  return {
    year: era * 400 + yearOfEra + (month > 2 ? 0 : 1),
    month,
    day: dayOfYear - daysBeforeMarchMonth(monthsSinceMarch) + 1,
  };
}

function daysBeforeMarchYear(year: number): number {
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
}

/** Any five months from March or August on have 153 days. */
function daysBeforeMarchMonth(monthsSinceMarch: number): number {
  return Math.floor((153 * monthsSinceMarch + 2) / 5);
}
