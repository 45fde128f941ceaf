import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isPartialDate, type PartialDate, partialDate } from "../../src/calendar/partial-date.js";
import { period } from "../../src/calendar/period.js";
import { byMonth } from "../../src/report/by-date.js";
import { reportingTriangle } from "../../src/revision/reporting-triangle.js";
import { partition } from "../../src/tally/dimension.js";
import { rangeOf } from "../../src/tally/measure.js";
import { total } from "../../src/tally/read.js";
import { tally } from "../../src/tally/tally.js";
import { fault } from "../number/fault.js";
import { textOfDay } from "../support/calendar.js";

interface Death {
  readonly died: PartialDate | null;
  readonly documented: PartialDate | null;
}
const date = (text: string | null) => (text === null ? null : partialDate(text));
const death = (died: string | null, documented: string | null): Death => ({
  died: date(died),
  documented: date(documented),
});
const names = { died: "died", documented: "documented" } as const;
const byMonths = (died: string, documented: string) => ({
  died: byMonth(period(died), "died"),
  documented: byMonth(period(documented), "documented"),
});

describe("the reporting triangle", () => {
  const deaths = [
    death("2021-05-03", "2021-05-04"),
    death("2021-05-03", "2021-05-31"),
    death("2021-05-30", "2021-07-02"),
    death("2021-05", "2021-08-01"), // after the last month of documentation
    death("2021-06-11", "2021-06"),
    death("2021-06-30", "2021-07-01"),
    death("2021-06-30", null),
    death("2021-06-30", "2021-06/2021-07"), // spans two months
    death("2021-07-01", "2021-06-30"), // documented before it happened
    death(null, "2021-07-03"),
    death("2013", "2021-07-03"),
    death("2021-05/2021-06", "2021-07-03"),
  ];
  const triangle = reportingTriangle(
    tally(deaths, { by: byMonths("2021-05/2021-07", "2021-05/2021-07") }),
    names,
  );

  test("has for each month of death the documented deaths by delay, cumulated, and no delay that is not over", () => {
    const delays = triangle.rows.map((row) =>
      row.delays.map(({ delay, count, cumulated }) => [delay, count, cumulated]),
    );
    expect(delays).toEqual([
      [
        [0, 2, 2],
        [1, 0, 2],
        [2, 1, 3],
      ],
      [
        [0, 1, 1],
        [1, 1, 2],
      ],
      [[0, 0, 0]],
    ]);
    expect(triangle.rows.map(({ month }) => month)).toEqual(["2021-05", "2021-06", "2021-07"]);
    expect(triangle.rows[0]?.delays.map(({ documented }) => documented)).toEqual([
      "2021-05",
      "2021-06",
      "2021-07",
    ]);
  });

  test("keeps in sight what is in no column, and in no row", () => {
    expect(triangle.rows.map(({ beside }) => beside)).toEqual([
      { undated: 0, outside: 1 },
      { undated: 2, outside: 0 },
      { undated: 0, outside: 0 },
    ]);
    expect(triangle.rows.map(({ beforehand }) => beforehand)).toEqual([0, 0, 1]);
    expect(triangle.rows.map(({ count }) => count)).toEqual([4, 4, 1]);
    expect(triangle.beside).toEqual({ undated: 2, outside: 1 });
  });

  test("has no delays for months of documentation that are not asked for", () => {
    const late = reportingTriangle(tally(deaths, { by: byMonths("2021-05", "2021-07/2021-08") }), names);
    expect(late.rows.map((row) => row.delays.map(({ delay, cumulated }) => [delay, cumulated]))).toEqual([
      [
        [2, 1],
        [3, 2],
      ],
    ]);
    expect(late.rows[0]?.beside).toEqual({ undated: 0, outside: 2 });
  });

  test("sums over other dimensions, and counts across a year's end", () => {
    const by = {
      ...byMonths("2020-12", "2020-12/2021-01"),
      parity: partition({ keys: ["any"], keyOf: () => "any" }),
    };
    const across = reportingTriangle(tally([death("2020-12-31", "2021-01-01")], { by }), names);
    expect(across.rows.map((row) => row.delays.map(({ delay, count }) => [delay, count]))).toEqual([
      [
        [0, 0],
        [1, 1],
      ],
    ]);
  });

  test("refuses dimensions that are not of months, and ranges", () => {
    const months = byMonths("2021-05", "2021-05");
    const letters = partition({ keys: ["a"], keyOf: () => "a" as const });
    const unordered = tally([], { by: { ...months, died: letters } });
    expect(fault(() => reportingTriangle(unordered, names))).toMatchObject({
      code: "dimension-not-sequential",
      details: { dimension: "died" },
    });
    const years = partition({ keys: ["2021"], sequence: ["2021"], keyOf: () => "2021" as const });
    expect(
      fault(() => reportingTriangle(tally([], { by: { ...months, documented: years } }), names)).code,
    ).toBe("month-malformed");
    const counted = tally([], { by: months });
    // @ts-expect-error "burial" is no dimension
    expect(fault(() => reportingTriangle(counted, { ...names, died: "burial" })).code).toBe(
      "dimension-unknown",
    );
    const ranges = tally([], {
      by: months,
      measure: rangeOf(() => ({ minimum: 0, maximum: 0, inverted: 0 })),
    });
    // @ts-expect-error a range is no count
    expect(fault(() => reportingTriangle(ranges, names)).code).toBe("tally-measures-differ");
  });
});

describe("of any deaths", () => {
  const days = fc.integer({ min: 18_600, max: 18_900 }).map(textOfDay);
  const dates = fc.option(
    fc.oneof(
      days.map((day) => day.slice(0, 10)),
      days.map((day) => day.slice(0, 7)),
      fc
        .tuple(days, days)
        .map(([one, other]) => (isPartialDate(`${one}/${other}`) ? `${one}/${other}` : `${other}/${one}`)),
    ),
  );
  const deathsOf = fc.array(fc.tuple(dates, dates).map(([died, documented]) => death(died, documented)));

  test("every one is in a delay, beforehand or beside, once", () => {
    fc.assert(
      fc.property(deathsOf, (deaths) => {
        const counted = tally(deaths, { by: byMonths("2020-12/2021-06", "2021-01/2021-08") });
        const { rows, beside } = reportingTriangle(counted, names);
        const sum = (counts: readonly number[]) => counts.reduce((before, count) => before + count, 0);
        for (const row of rows) {
          const documented = sum(row.delays.map(({ count }) => count));
          expect(row.delays.at(-1)?.cumulated).toBe(documented);
          expect(row.count).toBe(documented + row.beforehand + sum(Object.values(row.beside)));
        }
        expect(sum(rows.map(({ count }) => count)) + sum(Object.values(beside))).toBe(total(counted).count);
      }),
    );
  });

  test("a month's cumulated count is what was known of it by the end of the month of documentation", () => {
    fc.assert(
      fc.property(deathsOf, (deaths) => {
        const { rows } = reportingTriangle(
          tally(deaths, { by: byMonths("2020-12/2021-06", "2020-12/2021-08") }),
          names,
        );
        for (const { month, delays } of rows) {
          for (const { documented, cumulated } of delays) {
            const known = deaths.filter((one) => {
              const by = monthOf(one.documented);
              return monthOf(one.died) === month && by !== null && month <= by && by <= documented;
            });
            expect(cumulated).toBe(known.length);
          }
        }
      }),
    );
  });
});

/** The one month of a partial date, if it is of one. */
function monthOf(value: PartialDate | null): string | null {
  const [first = null, last = first] = value?.split("/").map((end) => end.slice(0, 7)) ?? [];
  return first === last ? first : null;
}
