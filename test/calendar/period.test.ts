import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, calendarDate, daysBetween } from "../../src/calendar/calendar-date.js";
import { daysInMonth, month, monthNumber, monthOf } from "../../src/calendar/month.js";
import { partialDate, spanOf } from "../../src/calendar/partial-date.js";
import {
  daysInPeriod,
  hasWholeMonths,
  isoInterval,
  monthsOfPeriod,
  type Period,
  period,
  periodBetween,
  previousPeriod,
  yearToDate,
} from "../../src/calendar/period.js";
import { placeInPeriod } from "../../src/calendar/place-in-period.js";
import {
  calendarDates,
  faultOf,
  months,
  neighbouringDates,
  partialDates,
  periods,
  textsOfDays,
} from "../support/calendar.js";

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe("a period", () => {
  test.each([
    ["2021-07", "2021-07-01", "2021-07-31"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2021", "2021-01-01", "2021-12-31"],
    ["2021-Q1", "2021-01-01", "2021-03-31"],
    ["2021-Q2", "2021-04-01", "2021-06-30"],
    ["2021-Q3", "2021-07-01", "2021-09-30"],
    ["2021-Q4", "2021-10-01", "2021-12-31"],
    ["2021-H1", "2021-01-01", "2021-06-30"],
    ["2021-H2", "2021-07-01", "2021-12-31"],
    ["2021-07-15", "2021-07-15", "2021-07-15"],
    ["2021-01-01/2021-07-31", "2021-01-01", "2021-07-31"],
    ["2021-01/2021-07", "2021-01-01", "2021-07-31"],
    ["2021-01/2021-07-15", "2021-01-01", "2021-07-15"],
    ["2019/2021-H1", "2019-01-01", "2021-06-30"],
    ["2020-Q4/2021-Q1", "2020-10-01", "2021-03-31"],
    ["2021-07-15/2021-07", "2021-07-15", "2021-07-31"],
    ["0001/9999", "0001-01-01", "9999-12-31"],
  ])("%s is %s to %s", (text, start, end) => {
    expect(period(text)).toEqual({ start, end });
  });

  test.each([
    "",
    "/",
    "July 2021",
    "2021-7",
    "2021-Q5",
    "2021-Q0",
    "2021-H3",
    "2021-q1",
    "2021Q1",
    "Q1-2021",
    "2021-Q1-01",
    "2021/",
    "2021-01/2021-07/2021-08",
    "202-Q1",
    "abcd-Q1",
    "../2021",
    "2021-01--2021-07",
  ])("is not written %j", (text) => {
    const fault = faultOf(() => period(text));
    expect(fault.code).toBe("period-malformed");
    expect(fault.details).toEqual({ text });
    expect(fault.message).toContain('a quarter "2021-Q3"');
  });

  test.each([null, undefined, 2021, { start: "2021-07-01", end: "2021-07-31" }])(
    "is a text, not %s",
    (value) => {
      // @ts-expect-error a caller without types can hand in anything
      expect(faultOf(() => period(value)).code).toBe("period-malformed");
    },
  );

  test.each([
    ["2021-13", "2021-13"],
    ["0000-Q1", "0000-01"],
    ["2021-02-29", "2021-02-29"],
    ["2021-02-01/2021-02-29", "2021-02-29"],
  ])("cannot be %s for %s", (text, part) => {
    const fault = faultOf(() => period(text));
    expect(fault.code).toBe("date-unreal");
    expect(fault.details).toEqual({ text: part });
  });

  test("cannot end before it starts, so that an empty one cannot be written", () => {
    const fault = faultOf(() => period("2021-08/2021-07"));
    expect(fault.code).toBe("period-backwards");
    expect(fault.details).toEqual({ start: "2021-08-01", end: "2021-07-31" });
    expect(fault.message).toBe(
      "The period ends on 2021-07-31, before it starts on 2021-08-01: write the earlier day first. " +
        "Both days belong to a period, so that an empty one cannot be written.",
    );
    expect(faultOf(() => periodBetween(calendarDate("2021-07-02"), calendarDate("2021-07-01"))).code).toBe(
      "period-backwards",
    );
  });

  test("is refused by every function where it is written by hand backwards or from other texts", () => {
    const backwards = { start: calendarDate("2021-07-31"), end: calendarDate("2021-07-01") };
    const uses: readonly ((value: Period) => unknown)[] = [
      isoInterval,
      monthsOfPeriod,
      daysInPeriod,
      hasWholeMonths,
      previousPeriod,
      (value) => placeInPeriod(partialDate("2021"), value),
    ];
    for (const use of uses) {
      expect(faultOf(() => use(backwards)).code).toBe("period-backwards");
      // @ts-expect-error a caller without types can hand in a text
      expect(faultOf(() => use("2021-07")).code).toBe("argument-malformed");
    }
  });

  test("is read back from the interval that it is written as", () => {
    expect(isoInterval(period("2021-07"))).toBe("2021-07-01/2021-07-31");
    fc.assert(
      fc.property(periods(), (value) => {
        expect(period(isoInterval(value))).toEqual(value);
      }),
    );
  });

  test("of a text that is also a partial date is what that date spans", () => {
    fc.assert(
      fc.property(partialDates(), (date) => {
        expect(period(date)).toEqual(spanOf(date));
      }),
    );
  });

  test("of four quarters, two halves and twelve months of a year have each of its days once", () => {
    fc.assert(
      fc.property(months(), (value) => {
        const year = value.slice(0, 4);
        for (const parts of [["Q1", "Q2", "Q3", "Q4"], ["H1", "H2"], monthsOfPeriod(period(year))]) {
          const texts = parts.map((part) => (part.startsWith(year) ? part : `${year}-${part}`));
          expect(texts.flatMap((text) => monthsOfPeriod(period(text)))).toEqual(monthsOfPeriod(period(year)));
          expect(sum(texts.map((text) => daysInPeriod(period(text))))).toBe(daysInPeriod(period(year)));
        }
      }),
    );
  });
});

describe("the year to date", () => {
  test("runs from 1 January through the month, or through the day", () => {
    expect(yearToDate(month("2021-07"))).toEqual({ start: "2021-01-01", end: "2021-07-31" });
    expect(yearToDate(month("2021-12"))).toEqual(period("2021"));
    expect(yearToDate(calendarDate("2021-07-15"))).toEqual({ start: "2021-01-01", end: "2021-07-15" });
    expect(yearToDate(calendarDate("2021-01-01"))).toEqual(period("2021-01-01"));
  });

  test("begins with its year, ends with its month, and has every month between", () => {
    fc.assert(
      fc.property(months(), (through) => {
        const touched = monthsOfPeriod(yearToDate(through));
        expect(touched).toHaveLength(Number(through.slice(5)));
        expect(touched.at(0)).toBe(`${through.slice(0, 4)}-01`);
        expect(touched.at(-1)).toBe(through);
        expect(daysInPeriod(yearToDate(through))).toBe(sum(touched.map(daysInMonth)));
      }),
    );
  });

  test("is refused through anything but a month or a day", () => {
    // @ts-expect-error a year is neither a month nor a day
    expect(faultOf(() => yearToDate(partialDate("2021"))).code).toBe("date-malformed");
  });
});

describe("the months and days of a period", () => {
  test.each([
    ["2021-07", ["2021-07"], 31],
    ["2021-07-15", ["2021-07"], 1],
    ["2021-Q1", ["2021-01", "2021-02", "2021-03"], 90],
    ["2020-12-31/2021-01-01", ["2020-12", "2021-01"], 2],
    ["2011-12", ["2011-12"], 31],
  ])("of %s are %j and %i", (text, touched, days) => {
    expect(monthsOfPeriod(period(text))).toEqual(touched);
    expect(daysInPeriod(period(text))).toBe(days);
  });

  test.each([
    ["2021", 365],
    ["2020", 366],
    ["1900", 365],
    ["2000", 366],
    ["0001/9999", 3_652_059], // 9999 × 365 + 2499 − 99 + 24 leap days
  ])("of %s are %i days", (text, days) => {
    expect(daysInPeriod(period(text))).toBe(days);
  });

  test("are those of its days, one by one", () => {
    fc.assert(
      fc.property(
        neighbouringDates().chain((dates) => periods(dates)),
        (value) => {
          const days = textsOfDays(value.start, value.end);
          expect(daysInPeriod(value)).toBe(days.length);
          expect(monthsOfPeriod(value)).toEqual([...new Set(days.map((day) => day.slice(0, 7)))]);
        },
      ),
    );
  });

  test("cover the period: exactly where its months are whole, with days to spare otherwise", () => {
    fc.assert(
      fc.property(periods(), (value) => {
        const covered = sum(monthsOfPeriod(value).map(daysInMonth));
        if (hasWholeMonths(value)) expect(covered).toBe(daysInPeriod(value));
        else expect(covered).toBeGreaterThan(daysInPeriod(value));
      }),
      { numRuns: 30 },
    );
  });
});

describe("the previous period", () => {
  test.each([
    ["2021-07", "2021-06"],
    ["2021-01", "2020-12"],
    ["2021-03", "2021-02"],
    ["2021-Q1", "2020-Q4"],
    ["2021-H1", "2020-H2"],
    ["2021", "2020"],
    ["2021-01/2021-07", "2020-06/2020-12"],
    ["2021-07-15", "2021-07-14"],
    ["2021-07-08/2021-07-14", "2021-07-01/2021-07-07"],
    ["2021-07-01/2021-07-15", "2021-06-16/2021-06-30"],
    ["2012-01-01/2012-01-02", "2011-12-30/2011-12-31"],
  ])("of %s is %s", (text, previous) => {
    expect(previousPeriod(period(text))).toEqual(period(previous));
  });

  test("ends the day before, and is as long in months where they are whole, otherwise in days", () => {
    fc.assert(
      fc.property(periods(), (value) => {
        const count = monthsOfPeriod(value).length;
        const hasRoom = hasWholeMonths(value)
          ? monthNumber(monthOf(value.start)) - monthNumber(month("0001-01")) >= count
          : daysBetween(calendarDate("0001-01-01"), value.start) >= daysInPeriod(value);
        if (!hasRoom) {
          expect(faultOf(() => previousPeriod(value)).code).toBe("calendar-out-of-range");
          return;
        }
        const previous = previousPeriod(value);
        expect(addDays(previous.end, 1)).toBe(value.start);
        if (hasWholeMonths(value)) {
          expect(hasWholeMonths(previous)).toBe(true);
          expect(monthsOfPeriod(previous)).toHaveLength(count);
        } else expect(daysInPeriod(previous)).toBe(daysInPeriod(value));
      }),
      { numRuns: 50 },
    );
  });

  test("before the first year is refused", () => {
    expect(faultOf(() => previousPeriod(period("0001"))).code).toBe("calendar-out-of-range");
    expect(faultOf(() => previousPeriod(period("0001-01-02/0001-01-04"))).code).toBe("calendar-out-of-range");
  });
});

describe("the place of a date in a period", () => {
  test.each([
    ["2021-07-01", "2021-07", "inside"],
    ["2021-07-31", "2021-07", "inside"],
    ["2021-06-30", "2021-07", "outside"],
    ["2021-08-01", "2021-07", "outside"],
    ["2021-07", "2021-07", "inside"],
    ["2021-08", "2021-07", "outside"],
    ["2021-07", "2021", "inside"],
    ["2021", "2021-07", "straddles"],
    ["2021-07", "2021-07-01/2021-07-30", "straddles"],
    ["2021-07", "2021-07-02/2021-07-31", "straddles"],
    ["2021-06-20/2021-07-02", "2021-07", "straddles"],
    ["2021-06-20/2021-07-02", "2021-Q2", "straddles"],
    ["2021-06-20/2021-07-02", "2021", "inside"],
    ["2021-07-31/2021-08", "2021-07", "straddles"],
    ["2020/2022", "2021", "straddles"],
  ])("%s in %s: %s", (date, text, place) => {
    expect(placeInPeriod(partialDate(date), period(text))).toBe(place);
  });

  test("agrees with looking at each of its days", () => {
    const pairs = neighbouringDates().chain((dates) => fc.tuple(partialDates(dates), periods(dates)));
    fc.assert(
      fc.property(pairs, ([date, { start, end }]) => {
        const span = spanOf(date);
        const held = textsOfDays(span.start, span.end).map((day) => day >= start && day <= end);
        const place = held.every(Boolean) ? "inside" : held.some(Boolean) ? "straddles" : "outside";
        expect(placeInPeriod(date, { start, end })).toBe(place);
      }),
    );
  });

  test("of a day is in exactly one month of a period that holds it, and never straddles", () => {
    fc.assert(
      fc.property(
        neighbouringDates().chain((dates) => fc.tuple(dates, periods(dates))),
        ([date, value]) => {
          const places = monthsOfPeriod(value).map((touched) => placeInPeriod(date, period(touched)));
          expect(places).not.toContain("straddles");
          if (placeInPeriod(date, value) === "inside") {
            expect(places.filter((place) => place === "inside")).toHaveLength(1);
          }
        },
      ),
    );
  });

  test("of a day is inside exactly between the ends", () => {
    fc.assert(
      fc.property(calendarDates(), periods(), (date, value) => {
        const isBetween = daysBetween(value.start, date) >= 0 && daysBetween(date, value.end) >= 0;
        expect(placeInPeriod(date, value)).toBe(isBetween ? "inside" : "outside");
      }),
    );
  });
});
