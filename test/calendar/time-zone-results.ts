import { addDays, calendarDate, dateOfDayNumber, dayNumber } from "../../src/calendar/calendar-date.js";
import { daysInMonth, monthOf } from "../../src/calendar/month.js";
import { partialDate, spanOf } from "../../src/calendar/partial-date.js";
import {
  daysInPeriod,
  isoInterval,
  monthsOfPeriod,
  period,
  periodBetween,
  previousPeriod,
  yearToDate,
} from "../../src/calendar/period.js";
import { placeInPeriod } from "../../src/calendar/place-in-period.js";
import { dateText, periodText } from "../../src/calendar/text.js";

/** What the calendar says of every day and month of 1994 to 2030, years in which zones dropped days and midnights. */
export function calendarResults(): unknown {
  const years = period("1994/2030");
  const days = Array.from({ length: daysInPeriod(years) }, (_, index) => {
    const date = addDays(years.start, index);
    return [date, dayNumber(date), dateOfDayNumber(dayNumber(date)), monthOf(date), dateText(date)];
  });
  const months = monthsOfPeriod(years).map((month) => [
    month,
    daysInMonth(month),
    spanOf(month),
    isoInterval(yearToDate(month)),
    previousPeriod(period(month)),
    periodText(yearToDate(month)),
  ]);
  const dropped = ["1994-12-31", "2011-12-30"].map((text) => [
    placeInPeriod(partialDate(text), period(text.slice(0, 7))),
    daysInPeriod(periodBetween(addDays(calendarDate(text), -1), addDays(calendarDate(text), 1))),
  ]);
  return { days, months, dropped };
}

/** Days that have no midnight, or do not exist at all, in Kiritimati, Apia and Damascus, in this order. */
const traps = ["1994-12-31", "2011-12-30", "2021-03-26"];

/** The traps that the zone of this process holds: what would mislead a calendar of instants. */
export function daysWithoutMidnight(): string[] {
  return traps.filter((text) => {
    const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
    const midnight = new Date(year, month - 1, day);
    return midnight.getDate() !== day || midnight.getHours() !== 0;
  });
}
