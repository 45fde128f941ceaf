import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  calendarDate,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  isCalendarDate,
} from "../../src/calendar/calendar-date.js";
import {
  calendarDates,
  dayNumberRange,
  dayNumbers,
  faultOf,
  numberOfText,
  textOfDay,
} from "../support/calendar.js";

describe("a calendar date", () => {
  test.each([
    "2021-07-17",
    "0001-01-01",
    "9999-12-31",
    "2000-02-29",
    "2024-02-29",
    "1994-12-31",
    "2011-12-30",
  ])("can be %s", (text) => {
    expect(isCalendarDate(text)).toBe(true);
    expect(calendarDate(text)).toBe(text);
  });

  test.each([
    "2021-7-1",
    "2021-07-1",
    "2021-07-01T00:00",
    "2021-07-01 ",
    " 2021-07-01",
    "2021-07",
    "2021/07/01",
    "20210701",
    "01-07-2021",
    "2021-07-0x",
    "2021x07-01",
    "2021-07x01",
    "2021-07-1:",
    "2021-07-1/",
    "2021-O7-01",
    "+2021-07-1",
    "-021-07-01",
    "٢٠٢١-٠٧-٠١",
    "12021-07-01",
    "unknown",
    "",
  ])("is not written %j", (text) => {
    expect(isCalendarDate(text)).toBe(false);
    const fault = faultOf(() => calendarDate(text));
    expect(fault.code).toBe("date-malformed");
    expect(fault.details).toEqual({ text });
  });

  test.each([
    ["2021-02-30", "the days of 2021-02 run from 01 to 28"],
    ["2021-02-29", "the days of 2021-02 run from 01 to 28"],
    ["2024-02-30", "the days of 2024-02 run from 01 to 29"],
    ["1900-02-29", "the days of 1900-02 run from 01 to 28"],
    ["2021-04-31", "the days of 2021-04 run from 01 to 30"],
    ["2021-07-32", "the days of 2021-07 run from 01 to 31"],
    ["2021-07-00", "the days of 2021-07 run from 01 to 31"],
    ["2021-13-01", "months run from 01 to 12"],
    ["2021-00-01", "months run from 01 to 12"],
    ["0000-01-01", "years run from 0001 to 9999"],
  ])("cannot be %s: %s", (text, reason) => {
    expect(isCalendarDate(text)).toBe(false);
    const fault = faultOf(() => calendarDate(text));
    expect(fault.code).toBe("date-unreal");
    expect(fault.details).toEqual({ text });
    expect(fault.message).toBe(`"${text}" is not in the calendar: ${reason}.`);
  });

  test.each([null, undefined, 20_210_701, {}, ["2021-07-01"], new Date(0)])("is a text, not %s", (value) => {
    expect(isCalendarDate(value)).toBe(false);
    // @ts-expect-error a caller without types can hand in anything
    expect(faultOf(() => calendarDate(value)).code).toBe("date-malformed");
    // @ts-expect-error a caller without types can hand in anything
    expect(faultOf(() => dayNumber(value)).code).toBe("date-malformed");
  });

  test("is said how to write it where it is not written well", () => {
    expect(faultOf(() => calendarDate("2021-7-1")).message).toBe(
      '"2021-7-1" is not a calendar date: write four digits for the year and two each for month and day, ' +
        'without a time of day, as in "2021-07-01".',
    );
    // @ts-expect-error a caller without types can hand in anything
    expect(faultOf(() => calendarDate(null)).message).toMatch(
      /^null \(object, not text\) is not a calendar date/,
    );
  });

  test("is any text that JavaScript's calendar gives back, and no other of its form", () => {
    const digits = (width: number) =>
      fc.integer({ min: 0, max: 10 ** width - 1 }).map((value) => String(value).padStart(width, "0"));
    const written = fc.tuple(digits(4), fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 33 }));
    fc.assert(
      fc.property(written, ([year, month, day]) => {
        const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
        const time = new Date(0);
        time.setUTCFullYear(Number(year), month - 1, day);
        expect(isCalendarDate(text)).toBe(year !== "0000" && time.toISOString().startsWith(text));
      }),
    );
  });
});

describe("day numbers", () => {
  test.each([
    ["1970-01-01", 0],
    ["1969-12-31", -1],
    ["2000-01-01", 10_957], // 30 × 365 + 7 leap days
    ["2000-03-01", 11_017], // + 31 + 29
    ["2021-07-01", 18_809], // 51 × 365 + 13 leap days + 181
    ["0001-01-01", -719_162], // 1970-01-01 is day 719163 of the Rata Die, 0001-01-01 its day 1
    ["9999-12-31", 2_932_896], // Rata Die 3652059
  ])("count %s as %i", (text, number) => {
    expect(dayNumber(calendarDate(text))).toBe(number);
    expect(dateOfDayNumber(number)).toBe(text);
  });

  test("go up by one a day through two cycles of the calendar", () => {
    const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let number = numberOfText("1600-01-01");
    for (let year = 1600; year < 2400; year += 1) {
      const isLeap = (year % 4 === 0 && year % 100 !== 0) || year === 1600 || year === 2000;
      for (const [index, length] of lengths.entries()) {
        for (let day = 1; day <= (isLeap && index === 1 ? 29 : length); day += 1) {
          const text = `${year}-${String(index + 1).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
          if (dateOfDayNumber(number) !== text)
            expect.fail(`day ${number} is ${dateOfDayNumber(number)}, not ${text}`);
          if (dayNumber(calendarDate(text)) !== number) expect.fail(`${text} is not day ${number}`);
          number += 1;
        }
      }
    }
    expect(textOfDay(number)).toBe("2400-01-01");
  });

  test("and dates are each other's inverse, and agree with JavaScript's calendar, over the whole range", () => {
    fc.assert(
      fc.property(dayNumbers(), (number) => {
        const date = dateOfDayNumber(number);
        expect(date).toBe(textOfDay(number));
        expect(dayNumber(date)).toBe(number);
      }),
      { numRuns: 1000 },
    );
  });

  test("stand in the order of the texts", () => {
    fc.assert(
      fc.property(calendarDates(), calendarDates(), (one, other) => {
        expect(Math.sign(dayNumber(one) - dayNumber(other))).toBe(one < other ? -1 : one > other ? 1 : 0);
      }),
    );
  });

  test("outside of the calendar are refused", () => {
    for (const number of [dayNumberRange.min - 1, dayNumberRange.max + 1, Number.MAX_SAFE_INTEGER]) {
      const fault = faultOf(() => dateOfDayNumber(number));
      expect(fault.code).toBe("calendar-out-of-range");
      expect(fault.details).toEqual({ text: `Day ${number}` });
    }
    expect(faultOf(() => dateOfDayNumber(-719_163)).message).toBe(
      "Day -719163 leaves the calendar: stay within 0001-01-01 (day -719162) and 9999-12-31 (day 2932896).",
    );
  });

  test.each([0.5, 1e-20, Number.NaN, Infinity, -Infinity])("that are not whole are refused: %d", (number) => {
    expect(faultOf(() => dateOfDayNumber(number)).code).toBe("count-not-whole");
    expect(faultOf(() => addDays(calendarDate("2021-07-01"), number)).code).toBe("count-not-whole");
  });
});

describe("adding days", () => {
  test.each([
    ["2021-07-31", 1, "2021-08-01"],
    ["2021-03-01", -1, "2021-02-28"],
    ["2024-02-28", 1, "2024-02-29"],
    ["2023-12-31", 1, "2024-01-01"],
    ["2021-07-17", 0, "2021-07-17"],
    ["2011-12-29", 1, "2011-12-30"],
    ["1994-12-30", 1, "1994-12-31"],
    ["2020-01-01", 366, "2021-01-01"],
  ])("to %s: %i gives %s", (text, days, result) => {
    expect(addDays(calendarDate(text), days)).toBe(result);
    expect(daysBetween(calendarDate(text), calendarDate(result))).toBe(days);
    expect(daysBetween(calendarDate(result), calendarDate(text)) + days).toBe(0);
  });

  test("the days between two dates leads from one to the other, by way of any third", () => {
    fc.assert(
      fc.property(calendarDates(), calendarDates(), calendarDates(), (from, to, third) => {
        expect(addDays(from, daysBetween(from, to))).toBe(to);
        expect(daysBetween(from, third) + daysBetween(third, to)).toBe(daysBetween(from, to));
      }),
    );
  });

  test("beyond the calendar is refused", () => {
    expect(faultOf(() => addDays(calendarDate("9999-12-31"), 1)).code).toBe("calendar-out-of-range");
    expect(faultOf(() => addDays(calendarDate("0001-01-01"), -1)).code).toBe("calendar-out-of-range");
  });
});
