import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import type { CalendarDate } from "../../src/calendar/calendar-date.js";
import type { Month } from "../../src/calendar/month.js";
import {
  isPartialDate,
  type PartialDate,
  partialDate,
  precisionOf,
  spanOf,
} from "../../src/calendar/partial-date.js";
import { faultOf, neighbouringDates, partialDates, simpleDates, textsOfDays } from "../support/calendar.js";

/** Whether a day is one of those that the two ends allow, by the beginnings of its text alone. */
function allows(left: string, right: string, day: string): boolean {
  return day.slice(0, left.length) >= left && day.slice(0, right.length) <= right;
}

describe("a partial date", () => {
  test.each([
    ["2013", "year", "2013-01-01", "2013-12-31"],
    ["2013-05", "month", "2013-05-01", "2013-05-31"],
    ["2024-02", "month", "2024-02-01", "2024-02-29"],
    ["2013-05-07", "day", "2013-05-07", "2013-05-07"],
    ["2013/2015", "interval", "2013-01-01", "2015-12-31"],
    ["2013-05/2013-06-19", "interval", "2013-05-01", "2013-06-19"],
    ["2013-05-07/2013-05-07", "interval", "2013-05-07", "2013-05-07"],
    ["2013/2013-02", "interval", "2013-01-01", "2013-02-28"],
    ["2013-05-07/2013-05", "interval", "2013-05-07", "2013-05-31"], // in May, from the 7th on
    ["2013-12-31/2013", "interval", "2013-12-31", "2013-12-31"],
    ["0001/9999", "interval", "0001-01-01", "9999-12-31"],
  ])("can be %s: a %s from %s to %s", (text, precision, start, end) => {
    expect(isPartialDate(text)).toBe(true);
    const date = partialDate(text);
    expect(date).toBe(text);
    expect(precisionOf(date)).toBe(precision);
    expect(spanOf(date)).toEqual({ start, end });
  });

  test.each([
    "",
    "/",
    "unknown",
    "13",
    "2013-5",
    "2013-05-7",
    "2013-05-07T10:00",
    "2013-05-07/",
    "/2013-05-07",
    "2013/2014/2015",
    "2013-05-07 / 2013-05-09",
    "2013-Q1",
    "2013?",
    "201X",
    "../2013",
  ])("is not written %j", (text) => {
    expect(isPartialDate(text)).toBe(false);
    const fault = faultOf(() => partialDate(text));
    expect(fault.code).toBe("date-malformed");
    expect(fault.details).toEqual({ text });
    expect(fault.message).toContain('as in "2013-05/2013-06-19"');
  });

  test.each([
    ["0000", "0000", "years run from 0001 to 9999"],
    ["2013-13", "2013-13", "months run from 01 to 12"],
    ["2013-02-29", "2013-02-29", "the days of 2013-02 run from 01 to 28"],
    ["2013-02-29/2013-03", "2013-02-29", "the days of 2013-02 run from 01 to 28"],
    ["2013-02/2013-00", "2013-00", "months run from 01 to 12"],
  ])("cannot be %s for %s: %s", (text, part, reason) => {
    expect(isPartialDate(text)).toBe(false);
    const fault = faultOf(() => partialDate(text));
    expect(fault.code).toBe("date-unreal");
    expect(fault.details).toEqual({ text: part });
    expect(fault.message).toBe(`"${part}" is not in the calendar: ${reason}.`);
  });

  test.each([
    "2014/2013",
    "2013-06/2013-05",
    "2013-05-08/2013-05-07",
    "2014-01-01/2013",
    "2013-06-01/2013-05",
  ])("cannot be %s, which holds no day", (text) => {
    expect(isPartialDate(text)).toBe(false);
    const fault = faultOf(() => partialDate(text));
    expect(fault.code).toBe("date-backwards");
    expect(fault.details).toEqual({ text });
    expect(fault.message).toBe(
      `"${text}" holds no day: write the earlier end first, then a slash, then the later end.`,
    );
  });

  test.each([null, undefined, 2013, {}])("is a text, not %s", (value) => {
    expect(isPartialDate(value)).toBe(false);
    for (const read of [partialDate, spanOf, precisionOf]) {
      // @ts-expect-error a caller without types can hand in anything
      expect(faultOf(() => read(value)).code).toBe("date-malformed");
    }
  });

  test("has days and months among its types, and neither is the other", () => {
    expectTypeOf<CalendarDate>().toExtend<PartialDate>();
    expectTypeOf<Month>().toExtend<PartialDate>();
    expectTypeOf<PartialDate>().toExtend<string>();
    expectTypeOf<PartialDate>().not.toExtend<CalendarDate>();
    expectTypeOf<Month>().not.toExtend<CalendarDate>();
    expectTypeOf<CalendarDate>().not.toExtend<Month>();
    expectTypeOf<string>().not.toExtend<PartialDate>();
  });

  test("as an interval is one exactly if its ends allow a day", () => {
    const ends = neighbouringDates().chain((dates) => fc.tuple(simpleDates(dates), simpleDates(dates)));
    fc.assert(
      fc.property(ends, ([left, right]) => {
        const days = textsOfDays(`${left.slice(0, 4)}-01-01`, `${left.slice(0, 4)}-12-31`);
        expect(isPartialDate(`${left}/${right}`)).toBe(days.some((day) => allows(left, right, day)));
      }),
    );
  });

  test("spans exactly the days that it allows", () => {
    fc.assert(
      fc.property(
        neighbouringDates().chain((dates) => partialDates(dates)),
        (date) => {
          const [left = "", right = left] = date.split("/");
          const days = textsOfDays(`${left.slice(0, 4)}-01-01`, `${right.slice(0, 4)}-12-31`).filter((day) =>
            allows(left, right, day),
          );
          expect(spanOf(date)).toEqual({ start: days[0], end: days.at(-1) });
        },
      ),
    );
  });

  test("is known to the day only if it spans one day, to the month one month, to the year one year", () => {
    fc.assert(
      fc.property(partialDates(), (date) => {
        const { start, end } = spanOf(date);
        const precision = precisionOf(date);
        if (precision === "interval") expect(date).toContain("/");
        else {
          const length = { day: 10, month: 7, year: 4 }[precision];
          expect([start.slice(0, length), end.slice(0, length)]).toEqual([date, date]);
        }
      }),
    );
  });
});
