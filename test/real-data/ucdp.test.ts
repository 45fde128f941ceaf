import {
  at,
  behind,
  byMonthOf,
  countOf,
  estimate,
  estimateOf,
  isInverted,
  listCells,
  monthsOfPeriod,
  type PartialDate,
  type Period,
  partialDate,
  period,
  precisionOf,
  range,
  rangeFaults,
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

describe("events across a month's end, by a stated rule", () => {
  const within = years;
  const byLastDay = byMonthOf(within, ({ date }: Event) => spanOf(date).end);
  const byFirstDay = byMonthOf(within, ({ date }: Event) => spanOf(date).start);

  test("all lie in a month: that of their last day, or that of their first", () => {
    for (const month of [byLastDay, byFirstDay]) {
      const counted = tally(events, { by: { month } });
      expect(at(counted, { month: ["undated", "outside"] }).count).toBe(0);
      expect(at(counted, { month: monthsOfPeriod(within) }).count).toBe(2_989);
      expect(total(tally(events, { by: { month }, measure: deaths })).count).toBe(7_882);
    }
  });

  test("only they depend on the rule: 87 events, 1,428 deaths, from where they have a cell of their own", () => {
    const by = { plain: byMonthOf(within, ({ date }: Event) => date), last: byLastDay, first: byFirstDay };
    const differing = events.filter((event) => by.last.keyOf(event) !== by.first.keyOf(event));
    expect(differing).toHaveLength(87);
    expect(new Set(differing.map(by.plain.keyOf))).toEqual(new Set(["undated"]));
    expect(total(tally(differing, { by: {}, measure: deaths })).count).toBe(1_428);
    for (const event of events.filter((one) => !differing.includes(one)))
      expect(by.last.keyOf(event)).toBe(by.plain.keyOf(event));
  });
});

describe("events with estimates from low over best to high", () => {
  const read = ({ low, best, high }: Event) => estimate(low, best, high);
  const question = { by: { month: byMonthOf(years, ({ date }: Event) => spanOf(date).end) } };
  const estimates = tally(events, { ...question, measure: estimateOf(read) });

  test("sum up to 7,424, 7,882 and 8,804, as printed", () => {
    expect(total(estimates).count).toEqual({ low: 7_424, best: 7_882, high: 8_804, inverted: 13 });
  });

  test("best is the sum of the four sides in every cell of every tally", () => {
    const sides = [0, 1, 2, 3].map((side) =>
      tally(events, {
        ...question,
        measure: countOf(({ deathsBySide }: Event) => deathsBySide[side] ?? Number.NaN),
      }),
    );
    for (const { key, count } of listCells(estimates)) {
      const sum = sides.map((side) => at(side, key).count).reduce((a, b) => a + b, 0);
      expect(count.best).toBe(sum);
    }
  });

  test("are 13 times out of order, listed one by one, and flagged in the months that they reach", () => {
    const faults = rangeFaults(events, { ranges: { deaths: read } });
    expect(faults.map(({ id }) => id).sort()).toEqual([
      "155425",
      "155426",
      "218750",
      "225865",
      "225874",
      "232776",
      "235579",
      "275554",
      "275575",
      "275590",
      "315741",
      "413786",
      "419990",
    ]);
    expect(faults.find(({ id }) => id === "413786")?.explanation).toBe(
      "Of 413786 the deaths stand out of order: 9, 2, 9.",
    );
    const flagged = listCells(estimates).filter(({ count }) => isInverted(count));
    const months = events
      .filter(({ id }) => faults.some((fault) => fault.id === id))
      .map(question.by.month.keyOf);
    expect(new Set(flagged.map(({ key }) => key.month))).toEqual(new Set(months));
  });

  test("read as ranges from low to high, 6 of them are upside down", () => {
    const ranges = tally(events, {
      ...question,
      measure: rangeOf(({ low, high }: Event) => range(low, high)),
    });
    expect(total(ranges).count).toEqual({ minimum: 7_424, maximum: 8_804, inverted: 6 });
  });
});
