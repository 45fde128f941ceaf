import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PartialDate, partialDate, spanOf } from "../../src/calendar/partial-date.js";
import { type DateDisorder, datesOutOfOrder } from "../../src/record/date-order.js";
import { neighbouringDates, partialDates, textsOfDays } from "../support/calendar.js";

function order(date: string | null, died: string | null, documented: string | null): readonly DateDisorder[] {
  const read = (text: string | null) => (text === null ? null : partialDate(text));
  return datesOutOfOrder({ died: read(died), documented: read(documented) }, { date: read(date) });
}

describe("dates in order", () => {
  test.each([
    ["all on one day", "2021-07-05", "2021-07-05", "2021-07-05"],
    ["one after the other", "2021-07-05", "2021-07-06", "2021-07-07"],
    ["a death that came years after the incident", "2013-05-07", "2021-07-06", "2021-07-07"],
    ["a death that is documented years later", "2013-05-07", "2013-05-07", "2021-07-07"],
    ["a month that holds the other day", "2021-07-31", "2021-07", "2021-07-31"],
    ["a year that holds the other month", "2021-12", "2021", "2021-12"],
    ["intervals that share a day", "2021-07-05/2021-08", "2021-06/2021-07-05", "2021-06/2021-07-05"],
    ["none but one known", null, "2021-07-05", null],
    ["none known", null, null, null],
  ])("%s", (_, date, died, documented) => {
    expect(order(date, died, documented)).toEqual([]);
  });
});

describe("dates out of order", () => {
  test.each([
    [
      "a death before the incident",
      ["2021-07-05", "2021-07-04", "2021-07-05"],
      { column: "died", what: "the victim died (2021-07-04) before the incident (2021-07-05)" },
    ],
    [
      "documented before the death",
      ["2021-07-05", "2021-07-06", "2021-07-05"],
      { column: "documented", what: "the death was documented (2021-07-05) before it happened (2021-07-06)" },
    ],
    [
      "documented before the incident, the death not dated",
      ["2021-07-05", null, "2021-06"],
      { column: "documented", what: "the death was documented (2021-06) before the incident (2021-07-05)" },
    ],
    [
      "documented before the incident, the death dated to the year",
      ["2021-07-05", "2021", "2021-06"],
      { column: "documented", what: "the death was documented (2021-06) before the incident (2021-07-05)" },
    ],
    [
      "a month before the month",
      ["2021-07", "2021-06", null],
      { column: "died", what: "the victim died (2021-06) before the incident (2021-07)" },
    ],
    [
      "an interval that ends the day before",
      ["2021-07-05/2021-08", "2021-06/2021-07-04", null],
      {
        column: "died",
        what: "the victim died (2021-06/2021-07-04) before the incident (2021-07-05/2021-08)",
      },
    ],
  ] as const)("%s", (_, [date, died, documented], disorder) => {
    expect(order(date, died, documented)).toEqual([disorder]);
  });

  test("both where a death is dated before the incident, and its documentation before the death", () => {
    expect(order("2021-07-05", "2021-07-04", "2021-07-03")).toEqual([
      { column: "died", what: "the victim died (2021-07-04) before the incident (2021-07-05)" },
      { column: "documented", what: "the death was documented (2021-07-03) before it happened (2021-07-04)" },
    ]);
  });
});

test("two dates are out of order exactly where every day of the one lies before every day of the other", () => {
  const pairs = neighbouringDates().chain((dates) => fc.tuple(partialDates(dates), partialDates(dates)));
  const daysOf = (date: PartialDate) => textsOfDays(spanOf(date).start, spanOf(date).end);
  fc.assert(
    fc.property(pairs, ([died, date]) => {
      const days = daysOf(date);
      const before = daysOf(died).every((day) => days.every((other) => day < other));
      expect(datesOutOfOrder({ died, documented: null }, { date }).length > 0).toBe(before);
      expect(datesOutOfOrder({ died: null, documented: died }, { date }).length > 0).toBe(before);
      expect(datesOutOfOrder({ died: date, documented: died }, { date: null }).length > 0).toBe(before);
    }),
    { numRuns: 50 },
  );
});
