import {
  at,
  behind,
  byMonthOf,
  countOf,
  monthsOfPeriod,
  type PartialDate,
  type Period,
  partialDate,
  partition,
  period,
  precisionOf,
  range,
  rangeOf,
  runningTotal,
  spanOf,
  tally,
  total,
} from "casualty-stats";
import { describe, expect, test } from "vitest";
import { readCsv } from "./read-csv.js";
import { sharedText } from "./shared-data.js";

/** One event of UCDP GED: deaths by side, dated by the days between which it lies. */
interface Event {
  readonly id: string;
  readonly date: PartialDate;
  readonly deathsBySide: readonly number[];
  readonly best: number;
  readonly low: number;
  readonly high: number;
}

const events: readonly Event[] = readCsv(sharedText("records/ucdp-ged-ukraine-2014-2021.csv.gz"), [
  "id",
  "date_start",
  "date_end",
  "deaths_a",
  "deaths_b",
  "deaths_civilians",
  "deaths_unknown",
  "best",
  "low",
  "high",
]).map((row) => ({
  id: row.id,
  date: partialDate(row.date_start === row.date_end ? row.date_start : `${row.date_start}/${row.date_end}`),
  deathsBySide: [row.deaths_a, row.deaths_b, row.deaths_civilians, row.deaths_unknown].map(countIn),
  best: countIn(row.best),
  low: countIn(row.low),
  high: countIn(row.high),
}));

/** `Number("")` is 0, and what is not printed is not zero. */
function countIn(text: string): number {
  return Number(text || "NaN");
}

const deaths = countOf(({ best }: Event) => best);
const years = period("2014/2021");

function byMonth(within: Period) {
  return { by: { month: byMonthOf(within, ({ date }: Event) => date) } };
}

test("the best estimate of every event is the sum over the sides", () => {
  expect(events).toHaveLength(2_989);
  for (const { id, best, deathsBySide } of events)
    expect([id, best]).toEqual([id, deathsBySide.reduce((sum, side) => sum + side, 0)]);
});

describe("events by month", () => {
  const count = tally(events, byMonth(years));
  const killed = tally(events, { ...byMonth(years), measure: deaths });

  test("87 events with 1,428 deaths cross a month's end and belong to no month", () => {
    expect(at(count, { month: "undated" }).count).toBe(87);
    expect(at(killed, { month: "undated" }).count).toBe(1_428);
    for (const id of behind(events, byMonth(years), { month: "undated" })) {
      const event = events.find((candidate) => candidate.id === id);
      if (event === undefined) throw new Error(`There is no event ${id}.`);
      expect(precisionOf(event.date)).toBe("interval");
      const { start, end } = spanOf(event.date);
      expect(start.slice(0, 7)).not.toBe(end.slice(0, 7));
    }
  });

  test.each(["2014/2021", "2014-05/2015-02", "2014-07-10/2014-07-20", "2030"])(
    "months of %s, undated and outside add to all",
    (text) => {
      const within = period(text);
      for (const [of, all] of [
        [tally(events, byMonth(within)), 2_989],
        [tally(events, { ...byMonth(within), measure: deaths }), 7_882],
      ] as const) {
        const months = at(of, { month: monthsOfPeriod(within) }).count;
        const [undated, outside] = [at(of, { month: "undated" }).count, at(of, { month: "outside" }).count];
        expect(months + undated + outside).toBe(all);
        expect(total(of).count).toBe(all);
      }
    },
  );

  test("outside a shorter period are only events that surely lie outside", () => {
    const within = period("2015");
    const outside = at(tally(events, byMonth(within)), { month: "outside" }).count;
    const surely = events.filter(
      ({ date }) => spanOf(date).end < "2015" || spanOf(date).start > "2015-12-31",
    );
    expect(outside).toBe(surely.length);
  });

  test("the running total ends with all that have a month, and says what stands beside it", () => {
    const running = runningTotal(killed, { over: "month" });
    expect(running.steps).toHaveLength(96);
    expect(running.steps.at(-1)).toMatchObject({ through: "2021-12", count: 7_882 - 1_428 });
    expect(running.beside.count).toBe(1_428);
  });
});

describe("events with estimates from low to high", () => {
  const byOrder = partition({
    keys: ["low to best to high", "broken"],
    keyOf: ({ low, best, high }: Event) => (low <= best && best <= high ? "low to best to high" : "broken"),
  });
  const question = {
    by: { order: byOrder },
    measure: rangeOf(({ low, high }: Event) => range(low, high)),
  };

  test("are 13 times out of order with the best, 6 times upside down", () => {
    expect(at(tally(events, { by: question.by }), { order: "broken" }).count).toBe(13);
    const estimates = tally(events, question);
    expect(at(estimates, { order: "broken" }).count.inverted).toBe(6);
    expect(at(estimates, { order: "low to best to high" }).count.inverted).toBe(0);
    expect(total(estimates).count.inverted).toBe(6);
  });
});
