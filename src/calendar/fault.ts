import { CasualtyError } from "../error.js";
import { daysInCivilMonth } from "./civil-day.js";

/** A value as a message shows it: texts in quotes, other values with their type. */
export function shown(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : `${String(value)} (${typeof value}, not text)`;
}

/** A text that is written as a year, month or day, none of which is in the calendar: says which of its parts, and why. */
export function dateUnreal(text: string): CasualtyError<"date-unreal"> {
  return new CasualtyError("date-unreal", `${shown(text)} is not in the calendar: ${unrealReason(text)}.`, {
    text,
  });
}

function unrealReason(text: string): string {
  const year = Number(text.slice(0, 4));
  const month = text.length > 4 ? Number(text.slice(5, 7)) : 1;
  if (year === 0) return "years run from 0001 to 9999";
  if (month < 1 || month > 12) return "months run from 01 to 12";
  return `the days of ${text.slice(0, 7)} run from 01 to ${daysInCivilMonth(year, month)}`;
}

/** A result before the first or after the last day of the calendar. */
export function outOfRange(text: string): CasualtyError<"calendar-out-of-range"> {
  return new CasualtyError(
    "calendar-out-of-range",
    `${text} leaves the calendar: stay within 0001-01-01 (day -719162) and 9999-12-31 (day 2932896).`,
    { text },
  );
}

/** Refuses a number of days or months that is not whole, with `count-not-whole`. */
export function checkWhole(subject: string, value: number): void {
  if (Number.isInteger(value)) return;
  throw new CasualtyError("count-not-whole", `${subject} must be a whole number, not ${shown(value)}.`, {
    subject,
    value,
  });
}
