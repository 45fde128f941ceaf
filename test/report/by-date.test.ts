import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PartialDate, partialDate } from "../../src/calendar/partial-date.js";
import { type Period, period } from "../../src/calendar/period.js";
import { byMonth, byMonthOf, byPeriod } from "../../src/report/by-date.js";
import { at, total } from "../../src/tally/read.js";
import { runningTotal } from "../../src/tally/running-total.js";
import { tally } from "../../src/tally/tally.js";
import { fault } from "../number/fault.js";
import { neighbouringDates, partialDates, periods, textsOfDays } from "../support/calendar.js";
import { unknownIncident } from "../support/records.js";

const dated = (text: string | null) => ({ died: text === null ? null : partialDate(text) });

describe("byMonth", () => {
  const summer = byMonth(period("2021-06/2021-07"), "died");

  test.each([
    ["2021-06-01", "2021-06"],
    ["2021-07-31", "2021-07"],
    ["2021-07", "2021-07"],
    ["2021-07-03/2021-07-19", "2021-07"],
    ["2021-07-31/2021-07", "2021-07"],
    ["2021-05-31", "outside"],
    ["2021-08-01", "outside"],
    ["2020", "outside"],
    ["2021-08/2021-09", "outside"],
    ["2021-06/2021-07", "undated"], // in the period, in no single month
    ["2021-06-30/2021-07-01", "undated"],
    ["2021-05-31/2021-06-01", "undated"], // across the edge
    ["2021-07/2021-08", "undated"],
    ["2021", "undated"],
    [null, "undated"],
  ])("%s is %s", (text, key) => {
    expect(summer.keyOf(dated(text))).toBe(key);
  });

  test("of a month that the period cuts, only the days in the period are meant", () => {
    const fortnight = byMonth(period("2021-06-20/2021-07-10"), "died");
    expect(fortnight.keys).toEqual(["2021-06", "2021-07", "undated", "outside"]);
    expect(fortnight.keyOf(dated("2021-07-10"))).toBe("2021-07");
    expect(fortnight.keyOf(dated("2021-07-11"))).toBe("outside");
    expect(fortnight.keyOf(dated("2021-07-11/2021-07-31"))).toBe("outside");
    expect(fortnight.keyOf(dated("2021-07-10/2021-07-11"))).toBe("undated");
    expect(fortnight.keyOf(dated("2021-07"))).toBe("undated");
    expect(fortnight.keyOf(dated("2021-06-20/2021-06-30"))).toBe("2021-06");
  });

  test("reads the date of the basis that is named", () => {
    const [documented, died, date] = ["2021-01", "2021-02", "2021-03"].map((text) => partialDate(text)) as [
      PartialDate,
      PartialDate,
      PartialDate,
    ];
    const victim = { documented, died, incident: { ...unknownIncident, date } };
    const year = period("2021");
    expect(byMonth(year, "documented").keyOf(victim)).toBe("2021-01");
    expect(byMonth(year, "died").keyOf(victim)).toBe("2021-02");
    expect(byMonth(year, "incident").keyOf(victim)).toBe("2021-03");
    expect(byPeriod(period("2021-03"), "incident").keyOf(victim)).toBe("inside");
  });

  test("its months follow each other, so that a total may run over them", () => {
    const deaths = ["2021-06-05", "2021-07-05", "2021-07", "2021", "2022"].map(dated);
    const running = runningTotal(tally(deaths, { by: { month: summer } }), { over: "month" });
    expect(running.steps.map(({ through, count }) => [through, count])).toEqual([
      ["2021-06", 1],
      ["2021-07", 3],
    ]);
    expect(running.beside.count).toBe(2);
  });

  test("refuses a period that ends before it starts", () => {
    const { start, end } = period("2021");
    const backwards: Period = { start: end, end: start };
    expect(fault(() => byMonth(backwards, "died")).code).toBe("period-backwards");
    expect(fault(() => byPeriod(backwards, "died")).code).toBe("period-backwards");
  });
});

describe("byPeriod", () => {
  const july = byPeriod(period("2021-07-02/2021-07-30"), "died");

  test.each([
    ["2021-07-02", "inside"],
    ["2021-07-30", "inside"],
    ["2021-07-02/2021-07-30", "inside"],
    ["2021-07-01", "outside"],
    ["2021-07-31", "outside"],
    ["2021-06", "outside"],
    ["2021-07-30/2021-07-31", "undated"],
    ["2021-07", "undated"],
    [null, "undated"],
  ])("%s is %s", (text, key) => {
    expect(july.keyOf(dated(text))).toBe(key);
  });

  test("holds a date that spans months, which byMonth does not", () => {
    const date = dated("2021-05/2021-07-19");
    expect(byPeriod(period("2021"), "died").keyOf(date)).toBe("inside");
    expect(byMonth(period("2021"), "died").keyOf(date)).toBe("undated");
  });
});

test("byMonthOf sorts anything that has a date", () => {
  const byFirst = byMonthOf(period("2021"), ([first]: readonly PartialDate[]) => first ?? null);
  expect(byFirst.keyOf([partialDate("2021-07-17")])).toBe("2021-07");
  expect(byFirst.keyOf([])).toBe("undated");
});

describe("laws", () => {
  const cases = neighbouringDates().chain((dates) =>
    fc.record({ span: periods(dates), dates: fc.array(fc.option(partialDates(dates))) }),
  );

  test("the months of a period, undated and outside add to all", () => {
    fc.assert(
      fc.property(cases, ({ span, dates }) => {
        const by = { month: byMonthOf(span, (date: PartialDate | null) => date) };
        const counted = tally(dates, { by });
        const perKey = by.month.keys.map((month) => at(counted, { month }).count);
        expect(perKey.reduce((sum, count) => sum + count)).toBe(dates.length);
        expect(total(counted).count).toBe(dates.length);
      }),
    );
  });

  test("a date is in the month, or outside, that all of its days are in, and undated where they differ", () => {
    fc.assert(
      fc.property(cases, ({ span, dates }) => {
        const { keyOf } = byMonthOf(span, (date: PartialDate | null) => date);
        for (const date of dates) {
          if (date === null) continue;
          const [first = "", last = ""] = [date.split("/")[0], date.split("/").at(-1)];
          const days = textsOfDays(firstDay(first), lastDay(last));
          const places = new Set(
            days.map((day) => (span.start <= day && day <= span.end ? day.slice(0, 7) : "outside")),
          );
          expect(keyOf(date)).toBe(places.size === 1 ? [...places][0] : "undated");
        }
      }),
    );
  });

  test("what is in a month of a period is inside it, and what is outside by month is outside", () => {
    fc.assert(
      fc.property(cases, ({ span, dates }) => {
        const inMonth = byMonth(span, "died");
        const inside = byPeriod(span, "died");
        for (const died of dates) {
          const [month, place] = [inMonth.keyOf({ died }), inside.keyOf({ died })];
          if (month === "outside") expect(place).toBe("outside");
          else if (month === "undated") expect(place).not.toBe("outside");
          else expect(place).toBe("inside");
        }
      }),
    );
  });
});

/** The first day of a year, a month or a day, by text alone. */
function firstDay(text: string): string {
  return `${text}-01-01`.slice(0, 10);
}

/** The last day of a year, a month or a day, by JavaScript's own calendar. */
function lastDay(text: string): string {
  if (text.length === 10) return text;
  if (text.length === 4) return `${text}-12-31`;
  const next = new Date(`${text}-01T00:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1, 0);
  return next.toISOString().slice(0, 10);
}
