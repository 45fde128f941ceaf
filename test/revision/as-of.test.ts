import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CalendarDate, calendarDate } from "../../src/calendar/calendar-date.js";
import { asOf, statedReasons } from "../../src/revision/as-of.js";
import type { Reason } from "../../src/revision/reason.js";
import type { Version } from "../../src/revision/version.js";
import { fault } from "../number/fault.js";
import { reordered } from "../support/records.js";
import { versionCases } from "../support/revision.js";
import { deepFreeze, type Item } from "../support/tally.js";

const day = (text: string) => calendarDate(text);

/** The records of a day by the plainest means: of each id, whatever was said last until then. */
function knownOn(versions: readonly Version<Item>[], date: CalendarDate): Item[] {
  const known = new Map<string, Item | null>();
  const said = versions.filter(({ recorded }) => recorded <= date);
  for (const { id, item } of [...said].sort((a, b) => (a.recorded < b.recorded ? -1 : 1)))
    known.set(id, item);
  const ids = [...known.keys()].sort();
  return ids.flatMap((id) => known.get(id) ?? []);
}

describe("asOf", () => {
  test("gives of each id the last version until the day, by the order of the ids", () => {
    fc.assert(
      fc.property(versionCases(), ({ versions, days }) => {
        for (const date of days) expect(asOf(versions, date)).toEqual(knownOn(versions, date));
      }),
    );
  });

  test("gives the same whatever the order of the versions, and after JSON", () => {
    const any = versionCases().chain((one) =>
      reordered(one.versions).map((others) => ({ versions: one.versions, others, days: one.days })),
    );
    fc.assert(
      fc.property(any, ({ versions, others, days }) => {
        const carried = JSON.parse(JSON.stringify(others)) as typeof others;
        for (const date of days) {
          expect(asOf(others, date)).toEqual(asOf(versions, date));
          expect(asOf(carried, date)).toEqual(asOf(versions, date));
        }
      }),
    );
  });

  test("after the last version is the present, and before the first one nothing", () => {
    fc.assert(
      fc.property(versionCases(), ({ versions }) => {
        const days = versions.map(({ recorded }) => recorded).sort();
        const last = days.at(-1) ?? day("2021-07-01");
        const latest = versions.filter(
          (one) => !versions.some((other) => other.id === one.id && other.recorded > one.recorded),
        );
        const present = latest.flatMap(({ item }) => item ?? []).sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(asOf(versions, last)).toEqual(present);
        expect(asOf(versions, day("9999-12-31"))).toEqual(present);
        expect(asOf(versions, day("0001-01-01"))).toEqual([]);
      }),
    );
  });

  test("leaves the versions as they are", () => {
    fc.assert(
      fc.property(versionCases(), ({ versions, days }) => {
        deepFreeze(versions);
        for (const date of days) deepFreeze(asOf(versions, date));
      }),
    );
  });

  const recorded = (id: string, date: string, item: string | null = id): Version<string> => ({
    id,
    recorded: day(date),
    item,
  });

  test("restores what was withdrawn", () => {
    const versions = [
      recorded("v-1", "2021-07-01"),
      recorded("v-1", "2021-07-03", null),
      recorded("v-1", "2021-07-05", "again"),
    ];
    const days = ["2021-07-02", "2021-07-03", "2021-07-04", "2021-07-05"].map(day);
    expect(days.map((date) => asOf(versions, date))).toEqual([["v-1"], [], [], ["again"]]);
  });

  test("refuses two versions of one id on one day, even after the day that is asked", () => {
    const versions = [
      recorded("v-2", "2021-07-09", "a"),
      recorded("v-1", "2021-07-01"),
      recorded("v-2", "2021-07-09"),
    ];
    expect(fault(() => asOf(versions, day("2021-07-01")))).toEqual({
      code: "versions-overlap",
      message:
        'Two versions of "v-2" are recorded on 2021-07-09, so that it cannot be told which of them holds: keep one, or correct the day of the other.',
      details: { id: "v-2", recorded: "2021-07-09" },
    });
  });

  test("refuses to withdraw what is not recorded", () => {
    const first = [recorded("v-1", "2021-07-01", null)];
    const twice = [
      recorded("v-1", "2021-07-01"),
      recorded("v-1", "2021-07-02", null),
      recorded("v-1", "2021-07-03", null),
    ];
    for (const [versions, date] of [
      [first, "2021-07-01"],
      [twice, "2021-07-03"],
    ] as const) {
      expect(fault(() => asOf(versions, day("2021-08-01")))).toEqual({
        code: "withdrawal-unfounded",
        message: `"v-1" is withdrawn on ${date}, when it is not recorded: add the version that is withdrawn, or remove the withdrawal.`,
        details: { id: "v-1", recorded: date },
      });
    }
  });

  const merged = (id: string, date: string, into: string): Version<string> => ({
    ...recorded(id, date, null),
    reasons: [{ kind: "merged", into }],
  });

  test("refuses to merge a record into itself, or into one that is never recorded", () => {
    const mergedInto = (into: string) => [recorded("v-1", "2021-07-01"), merged("v-1", "2021-07-02", into)];
    expect(fault(() => asOf(mergedInto("v-1"), day("2021-07-02")))).toEqual({
      code: "merged-into-unknown",
      message: '"v-1" is merged into itself: name the record that stays.',
      details: { id: "v-1", recorded: "2021-07-02" },
    });
    expect(fault(() => asOf(mergedInto("v-3"), day("2021-07-02"))).message).toBe(
      '"v-1" is merged into "v-3", which is never recorded: name the record that stays.',
    );
  });

  const [one, other] = [recorded("v-1", "2021-07-01"), recorded("v-2", "2021-07-01")];
  test.each<[string, Version<string>[]]>([
    ["is recorded only later", [one, merged("v-1", "2021-07-05", "v-2"), recorded("v-2", "2021-07-06")]],
    [
      "was withdrawn earlier",
      [one, other, recorded("v-2", "2021-07-04", null), merged("v-1", "2021-07-05", "v-2")],
    ],
    [
      "is withdrawn on the same day",
      [one, other, recorded("v-2", "2021-07-05", null), merged("v-1", "2021-07-05", "v-2")],
    ],
    [
      "is merged back on the same day",
      [one, other, merged("v-1", "2021-07-05", "v-2"), merged("v-2", "2021-07-05", "v-1")],
    ],
    [
      "was merged back earlier",
      [one, other, merged("v-2", "2021-07-04", "v-1"), merged("v-1", "2021-07-05", "v-2")],
    ],
  ])("refuses to merge a record into one that %s", (_, versions) => {
    for (const order of [versions, [...versions].reverse()]) {
      expect(fault(() => asOf(order, day("2021-07-01")))).toEqual({
        code: "merged-into-unknown",
        message:
          '"v-1" is merged into "v-2" on 2021-07-05, when that is not recorded, or is merged itself into none that stays: name the record that stays.',
        details: { id: "v-1", recorded: "2021-07-05" },
      });
    }
  });

  test("takes a record that stayed and was merged later, or on the same day, into one that stays", () => {
    const third = recorded("v-3", "2021-07-01");
    for (const later of ["2021-07-05", "2021-07-06"]) {
      const versions = [one, other, third, merged("v-1", "2021-07-05", "v-2"), merged("v-2", later, "v-3")];
      expect(asOf(versions, day("2021-07-31"))).toEqual(["v-3"]);
    }
    const restored = [one, other, merged("v-2", "2021-07-02", "v-1"), recorded("v-2", "2021-07-05")];
    expect(asOf([...restored, merged("v-1", "2021-07-05", "v-2")], day("2021-07-31"))).toEqual(["v-2"]);
  });

  test("refuses a duplicate that is not withdrawn, for it would be counted twice", () => {
    const twice = [
      one,
      other,
      { ...recorded("v-1", "2021-07-05"), reasons: [{ kind: "duplicate" as const, into: "v-2" }] },
    ];
    expect(fault(() => asOf(twice, day("2021-07-31")))).toEqual({
      code: "merged-not-withdrawn",
      message:
        '"v-1" is a duplicate of v-2 as of 2021-07-05, and is not withdrawn, so that both are counted: withdraw it, or take the reason away.',
      details: { id: "v-1", recorded: "2021-07-05" },
    });
  });

  test.each<[what: string, version: unknown, id: string | null]>([
    ["A version cannot be read: its id is undefined, not text.", null, null],
    ["A version cannot be read: its id is 1, not text.", { id: 1, recorded: "2021-07-01", item: "" }, null],
    [
      'A version of "v-1" cannot be read: it has no item, which is null where the record is withdrawn.',
      { id: "v-1", recorded: "2021-07-01" },
      "v-1",
    ],
    [
      'A version of "v-1" cannot be read: reasons must be a list, not null.',
      { id: "v-1", recorded: "2021-07-01", item: "", reasons: null },
      "v-1",
    ],
    [
      'A version of "v-1" cannot be read: reasons[0] must be an object with kind, not null.',
      { id: "v-1", recorded: "2021-07-01", item: "", reasons: [null] },
      "v-1",
    ],
    [
      'A version of "v-1" cannot be read: reasons[0] has no into, which must be a text.',
      { id: "v-1", recorded: "2021-07-01", item: null, reasons: [{ kind: "merged" }] },
      "v-1",
    ],
    [
      'A version of "v-1" cannot be read: reasons[0] has an unknown field "into": known are kind, note.',
      { id: "v-1", recorded: "2021-07-01", item: null, reasons: [{ kind: "other", into: "v-2" }] },
      "v-1",
    ],
  ])("refuses what is no version: %s", (message, version, id) => {
    expect(fault(() => asOf([version] as never, day("2021-07-01")))).toEqual({
      code: "version-malformed",
      message,
      details: { id },
    });
  });

  test("names the fault of the first id, whatever the order", () => {
    const versions = [recorded("v-2", "2021-07-01", null), recorded("v-1", "2021-07-02", null)];
    for (const order of [versions, [...versions].reverse()]) {
      expect(fault(() => asOf(order, day("2021-08-01"))).details).toEqual({
        id: "v-1",
        recorded: "2021-07-02",
      });
    }
  });

  test("refuses a day that is none, asked or recorded", () => {
    const versions = [recorded("v-1", "2021-07-01")];
    expect(fault(() => asOf(versions, "2021-07" as CalendarDate)).code).toBe("date-malformed");
    const unreal = [{ ...recorded("v-1", "2021-07-01"), recorded: "2021-02-30" as CalendarDate }];
    expect(fault(() => asOf(unreal, day("2021-07-01"))).code).toBe("date-unreal");
  });
});

describe("statedReasons", () => {
  const versions: Version<string>[] = [
    {
      id: "v-1",
      recorded: day("2021-08-20"),
      item: "c",
      reasons: [{ kind: "age-known" }, { kind: "other", note: "x" }],
    },
    { id: "v-1", recorded: day("2021-07-01"), item: "a", reasons: [{ kind: "other" }] },
    { id: "v-1", recorded: day("2021-08-01"), item: "b", reasons: [{ kind: "re-dated" }] },
    { id: "v-1", recorded: day("2021-08-10"), item: "b" },
  ];
  const between = (after: string, through: string) =>
    statedReasons(versions, { after: day(after), through: day(through) })({ id: "v-1" }).map(
      ({ kind }) => kind,
    );

  test("are those of the versions after the one day and through the other, in the order of the days", () => {
    expect(between("2021-07-01", "2021-08-20")).toEqual(["re-dated", "age-known", "other"]);
    expect(between("2021-07-31", "2021-08-19")).toEqual(["re-dated"]);
    expect(between("2021-08-20", "2021-08-20")).toEqual([]);
    expect(between("2021-06-30", "2021-07-01")).toEqual(["other"]);
  });

  test("of an id without versions are none", () => {
    const options = { after: day("2021-07-01"), through: day("2021-09-01") };
    expect(statedReasons(versions, options)({ id: "v-2" })).toEqual([]);
  });

  const unread: Reason = { kind: "row-rejected", note: "age-malformed" };
  const duplicate: Reason = { kind: "duplicate", into: "v-2" };
  const told = (steps: readonly (readonly [date: string, item: string | null, ...reasons: Reason[]])[]) => {
    const stay = { id: "v-2", recorded: day("2021-07-01"), item: "" };
    const timeline = steps.map(([date, item, ...reasons]) => ({
      id: "v-1",
      recorded: day(date),
      item,
      reasons,
    }));
    const days = { after: day("2021-07-31"), through: day("2021-08-31") };
    return statedReasons([stay, ...timeline], days)({ id: "v-1" });
  };

  test("of a record that is gone are those of its last state, whether it was withdrawn or cannot be read", () => {
    const known = ["2021-07-01", "a"] as const;
    const corrected = ["2021-08-01", "b", { kind: "age-known" }] as const;
    const [first, second] = ["2021-08-03", "2021-08-05"];
    expect(told([known, corrected, [first, null, unread], [second, null, duplicate]])).toEqual([duplicate]);
    expect(told([known, corrected, [first, null, duplicate], [second, null, unread]])).toEqual([unread]);
    expect(told([known, corrected, [first, null, unread], [second, null]])).toEqual([]);
  });

  test("of a record that was gone for a while are those of what stands, not those for which it was gone", () => {
    const [known, back] = [["2021-07-01", "a"] as const, ["2021-08-05", "b", { kind: "re-dated" }] as const];
    const corrected = ["2021-08-01", "b", { kind: "age-known" }] as const;
    const gone = [["2021-08-02", null, unread] as const, ["2021-08-03", null, duplicate] as const];
    const standing = [{ kind: "age-known" }, { kind: "re-dated" }];
    expect(told([known, corrected, ...gone, back])).toEqual(standing);
    expect(told([corrected, ...gone, back])).toEqual(standing);
  });

  test("do not say that a victim was moved to another incident, where it is in that in which it was", () => {
    const of = (date: string, incident: string, ...reasons: Reason[]) => {
      return { id: "v-1", recorded: day(date), item: { incident: { id: incident } }, reasons };
    };
    const moved: Reason = { kind: "incident-corrected" };
    const there = of("2021-08-03", "i-2", moved);
    const days = { after: day("2021-07-31"), through: day("2021-08-31") };
    const movedAndBack = [of("2021-07-01", "i-1"), there, of("2021-08-05", "i-1", moved, { kind: "other" })];
    expect(statedReasons(movedAndBack, days)({ id: "v-1" })).toEqual([{ kind: "other" }]);
    expect(statedReasons(movedAndBack.slice(0, 2), days)({ id: "v-1" })).toEqual([moved]);
    expect(statedReasons([there], days)({ id: "v-1" })).toEqual([moved]);
  });

  test("tell what was corrected of an incident in which the victim stays, whether it was moved and back or not", () => {
    const of = (date: string, incident: string, ...reasons: Reason[]) => {
      return { id: "v-1", recorded: day(date), item: { incident: { id: incident } }, reasons };
    };
    const corrected: Reason = { kind: "incident-corrected", note: "file 17 was of another attack" };
    const days = { after: day("2021-07-31"), through: day("2021-08-31") };
    const [first, there, back] = [
      of("2021-07-01", "i-1"),
      of("2021-08-03", "i-2", { kind: "incident-corrected", note: "the incident was merged into i-2" }),
      of("2021-08-05", "i-1"),
    ];
    for (const meanwhile of [[], [there, back]]) {
      const versions = [first, ...meanwhile, of("2021-08-07", "i-1", corrected)];
      expect(statedReasons(versions, days)({ id: "v-1" })).toEqual([corrected]);
    }
  });

  test("are refused backwards, and for versions that asOf refuses", () => {
    expect(fault(() => between("2021-08-02", "2021-08-01"))).toMatchObject({
      code: "period-backwards",
      details: { start: "2021-08-02", end: "2021-08-01" },
    });
    const options = { after: day("2021-07-01"), through: day("2021-09-01") };
    expect(fault(() => statedReasons([...versions, ...versions], options)).code).toBe("versions-overlap");
  });
});
