import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarDate } from "../../src/calendar/calendar-date.js";
import { addMonths, daysInMonth, isMonth, month, monthNumber, monthOf } from "../../src/calendar/month.js";
import { calendarDates, faultOf, months, numberOfText } from "../support/calendar.js";

describe("a month", () => {
  test.each(["2021-07", "0001-01", "9999-12"])("can be %s", (text) => {
    expect(isMonth(text)).toBe(true);
    expect(month(text)).toBe(text);
  });

  test.each(["2021-7", "2021-07-01", "2021", "07-2021", "2021/07", "2021-Q3", "July 2021", "2021-07 ", ""])(
    "is not written %j",
    (text) => {
      expect(isMonth(text)).toBe(false);
      const fault = faultOf(() => month(text));
      expect(fault.code).toBe("month-malformed");
      expect(fault.details).toEqual({ text });
      expect(fault.message).toContain('as in "2021-07"');
    },
  );

  test.each([
    ["2021-13", "months run from 01 to 12"],
    ["2021-00", "months run from 01 to 12"],
    ["0000-07", "years run from 0001 to 9999"],
  ])("cannot be %s: %s", (text, reason) => {
    expect(isMonth(text)).toBe(false);
    const fault = faultOf(() => month(text));
    expect(fault.code).toBe("date-unreal");
    expect(fault.message).toBe(`"${text}" is not in the calendar: ${reason}.`);
  });

  test.each([null, undefined, 202_107, {}])("is a text, not %s", (value) => {
    expect(isMonth(value)).toBe(false);
    // @ts-expect-error a caller without types can hand in anything
    expect(faultOf(() => month(value)).code).toBe("month-malformed");
    // @ts-expect-error a caller without types can hand in anything
    expect(faultOf(() => daysInMonth(value)).code).toBe("month-malformed");
    // @ts-expect-error a caller without types can hand in anything
    expect(faultOf(() => monthOf(value)).code).toBe("date-malformed");
  });

  test("of a date is how its text begins", () => {
    expect(monthOf(calendarDate("2021-07-17"))).toBe("2021-07");
    fc.assert(
      fc.property(calendarDates(), (date) => {
        expect(isMonth(monthOf(date))).toBe(true);
        expect(date.startsWith(`${monthOf(date)}-`)).toBe(true);
      }),
    );
  });
});

describe("counting months", () => {
  test.each([
    ["2021-11", 3, "2022-02"],
    ["2021-01", -1, "2020-12"],
    ["2021-07", 0, "2021-07"],
    ["2021-07", 12, "2022-07"],
    ["2021-07", -19, "2019-12"],
    ["0001-01", 119_987, "9999-12"], // 9999 × 12 − 1
  ])("from %s: %i gives %s", (text, count, result) => {
    expect(addMonths(month(text), count)).toBe(result);
  });

  test.each([
    ["1970-01", 0],
    ["1969-12", -1],
    ["2021-07", 618], // 51 × 12 + 6
  ])("numbers %s as %i", (text, number) => {
    expect(monthNumber(month(text))).toBe(number);
  });

  test("the difference of two numbers leads from one month to the other, in the order of the texts", () => {
    fc.assert(
      fc.property(months(), months(), (one, other) => {
        const difference = monthNumber(other) - monthNumber(one);
        expect(addMonths(one, difference)).toBe(other);
        expect(Math.sign(difference)).toBe(other > one ? 1 : other < one ? -1 : 0);
      }),
    );
  });

  test("beyond the calendar is refused", () => {
    const fault = faultOf(() => addMonths(month("0001-06"), -6));
    expect(fault.code).toBe("calendar-out-of-range");
    expect(fault.details).toEqual({ text: "0001-06 minus 6 months" });
    expect(faultOf(() => addMonths(month("9999-12"), 1)).details).toEqual({ text: "9999-12 plus 1 months" });
  });

  test.each([0.5, Number.NaN, Infinity])("by a number that is not whole is refused: %d", (count) => {
    expect(faultOf(() => addMonths(month("2021-07"), count)).code).toBe("count-not-whole");
  });
});

describe("the days of a month", () => {
  test.each([
    ["2021-01", 31],
    ["2021-02", 28],
    ["2021-03", 31],
    ["2021-04", 30],
    ["2021-05", 31],
    ["2021-06", 30],
    ["2021-07", 31],
    ["2021-08", 31],
    ["2021-09", 30],
    ["2021-10", 31],
    ["2021-11", 30],
    ["2021-12", 31],
    ["2024-02", 29],
    ["2000-02", 29],
    ["1900-02", 28],
    ["2011-12", 31],
  ])("of %s are %i", (text, days) => {
    expect(daysInMonth(month(text))).toBe(days);
  });

  test("are those between its first and the first of the next month", () => {
    fc.assert(
      fc.property(months(), (value) => {
        const firstOfNext = value === "9999-12" ? "+010000-01" : addMonths(value, 1);
        expect(daysInMonth(value)).toBe(numberOfText(`${firstOfNext}-01`) - numberOfText(`${value}-01`));
      }),
    );
  });
});
