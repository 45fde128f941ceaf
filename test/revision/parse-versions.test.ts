import { describe, expect, test } from "vitest";
import { calendarDate } from "../../src/calendar/calendar-date.js";
import { month } from "../../src/calendar/month.js";
import type { RecordRows } from "../../src/record/parse-records.js";
import { monthlyReport } from "../../src/report/monthly-report.js";
import { tollSentence } from "../../src/report/toll-sentence.js";
import { asOf } from "../../src/revision/as-of.js";
import { parseVersions } from "../../src/revision/parse-versions.js";
import { recordsAsOf } from "../../src/revision/records-as-of.js";
import { fault } from "../number/fault.js";
import { codebook, options } from "../report/hand-made.js";

const day = (text: string) => calendarDate(text);
const parse = (rows: Partial<RecordRows>) => parseVersions(codebook, { victims: [], ...rows });
const told = (rows: Partial<RecordRows>) =>
  parse(rows).issues.map(({ row, path, code, since, until }) => [row, path.join("."), code, since, until]);

describe("the versions of a victim", () => {
  const incidents = [
    { id: "i-1", recorded: "2021-03-02", place: "north", suspects: "" },
    {
      id: "i-1",
      recorded: "2021-05-01",
      place: "north",
      suspects: "army",
      investigation: "concluded",
      changeReason: "re-attributed",
      changeNote: "court ruling",
    },
  ];
  const victims = [
    { id: "v-1", recorded: "2021-03-02", incident: "i-1", age: "", form: 7 },
    { id: "v-1", recorded: "2021-04-01", incident: "i-1", age: "9", form: 8, changeReason: "age-known" },
    { id: "v-2", recorded: "2021-03-03", incident: "i-1", age: "30", form: 9 },
    { id: "v-2", recorded: "2021-03-20", withdrawn: "yes", mergedInto: "v-1" },
  ];
  const parsed = parseVersions(codebook, { incidents, victims });

  test("are its own and those of its incident, each with its reason", () => {
    const versions = parsed.victims.map(({ id, recorded, item, reasons = [] }) => ({
      id,
      recorded,
      facts: item === null ? null : [item.age, item.incident.suspects.join()],
      reasons,
    }));
    expect(versions).toEqual([
      { id: "v-1", recorded: "2021-03-02", facts: [null, ""], reasons: [] },
      { id: "v-1", recorded: "2021-04-01", facts: [9, ""], reasons: [{ kind: "age-known" }] },
      {
        id: "v-1",
        recorded: "2021-05-01",
        facts: [9, "army"],
        reasons: [{ kind: "re-attributed", note: "court ruling" }],
      },
      { id: "v-2", recorded: "2021-03-03", facts: [30, ""], reasons: [] },
      { id: "v-2", recorded: "2021-03-20", facts: null, reasons: [{ kind: "merged", into: "v-1" }] },
    ]);
    expect(parsed.issues).toEqual([]);
    expect(parsed.accounting.victims).toEqual({ received: 4, kept: 4, rejected: 0, rejectedBy: {} });
  });

  test("keep the columns that the library does not know, typed, and not those of versions", () => {
    const extras = parsed.victims.map(({ item }) => item?.extra);
    expect(extras[1]).toEqual({ form: 8 });
    expect(extras[1]?.form satisfies number | undefined).toBe(8);
    // @ts-expect-error the day of recording is the version's
    expect(extras[1]?.recorded).toBeUndefined();
  });

  test("as of a day are records that a report can be made of", () => {
    const days = ["2021-03-01", "2021-03-10", "2021-03-31", "2021-05-01"].map(day);
    const tolls = days.map((known) => {
      const report = monthlyReport(recordsAsOf(parsed, known), { ...options, basis: "incident" });
      return [report.accounting.received, report.accounting.counted];
    });
    expect(tolls).toEqual([
      [0, 0],
      [2, 2],
      [1, 1],
      [1, 1],
    ]);
  });

  test("end where the incident is withdrawn, which the issue and the reason say, and begin again with it", () => {
    const { victims: versions, issues } = parse({
      incidents: [
        ...incidents,
        { id: "i-1", recorded: "2021-06-01", withdrawn: true, changeReason: "entered-in-error" },
        { id: "i-1", recorded: "2021-07-01", suspects: "guards" },
      ],
      victims: victims.slice(2, 3),
    });
    expect(
      versions.map(({ recorded, item, reasons = [] }) => [recorded, item?.incident.suspects, reasons]),
    ).toEqual([
      ["2021-03-03", [], []],
      ["2021-05-01", ["army"], [{ kind: "re-attributed", note: "court ruling" }]],
      [
        "2021-06-01",
        undefined,
        [
          { kind: "other", note: "the incident was withdrawn: entered in error" },
          { kind: "row-rejected", note: "incident-unknown" },
        ],
      ],
      ["2021-07-01", ["guards"], []],
    ]);
    expect(issues).toMatchObject([
      { table: "victims", row: 1, code: "incident-unknown", since: "2021-06-01", until: "2021-07-01" },
    ]);
  });

  const into = (id: string, recorded: string, mergedInto: string) => ({
    id,
    recorded,
    withdrawn: "yes",
    mergedInto,
  });
  const found = (rows: Partial<RecordRows>) =>
    parse(rows).victims.map(({ recorded, item, reasons = [] }) => [recorded, item?.incident.id, reasons]);
  const mergeNote = (...ids: string[]) =>
    ids.map((id) => ({ kind: "incident-corrected", note: `the incident was merged into ${id}` }));

  test("are of the incident into which theirs was merged, as that was then, and of theirs again when it is restored", () => {
    const rows = {
      incidents: [
        { id: "i-1", recorded: "2021-03-01", suspects: "army" },
        { id: "i-2", recorded: "2021-03-02", suspects: "militia", changeReason: "other" },
        into("i-1", "2021-03-05", "i-2"),
        { id: "i-2", recorded: "2021-03-07", suspects: "guards", changeReason: "re-attributed" },
        { id: "i-1", recorded: "2021-03-09", suspects: "army" },
        { id: "i-2", recorded: "2021-03-11" },
      ],
      victims: [{ id: "v-1", recorded: "2021-03-03", incident: "i-1" }],
    };
    expect(found(rows)).toEqual([
      ["2021-03-03", "i-1", []],
      ["2021-03-05", "i-2", mergeNote("i-2")],
      ["2021-03-07", "i-2", [{ kind: "re-attributed" }]],
      ["2021-03-09", "i-1", []],
    ]);
    const parsedRows = parse(rows);
    expect(parsedRows.issues).toEqual([]);
    expect(recordsAsOf(parsedRows, day("2021-03-08")).victims[0]?.incident.suspects).toEqual(["guards"]);
  });

  test("go with their incident from merge to merge, also in one day, and are lost with the last", () => {
    const incidents = ["i-1", "i-2", "i-3"].map((id) => ({ id, recorded: "2021-03-01" }));
    const victims = [{ id: "v-1", recorded: "2021-03-01", incident: "i-1" }];
    const late = [{ id: "v-1", recorded: "2021-03-20", incident: "i-1" }];
    const both = [into("i-1", "2021-03-05", "i-2"), into("i-2", "2021-03-05", "i-3")];
    expect(found({ incidents: [...incidents, ...both], victims })).toEqual([
      ["2021-03-01", "i-1", []],
      ["2021-03-05", "i-3", mergeNote("i-2", "i-3")],
    ]);
    expect(found({ incidents: [...incidents, ...both], victims: late })).toEqual([["2021-03-20", "i-3", []]]);
    const inTurn = [
      into("i-1", "2021-03-05", "i-2"),
      into("i-2", "2021-03-07", "i-3"),
      { id: "i-3", recorded: "2021-03-09", withdrawn: "yes", changeReason: "entered-in-error" },
    ];
    const parsedInTurn = parse({ incidents: [...incidents, ...inTurn], victims });
    expect(parsedInTurn.victims.map(({ item, reasons = [] }) => [item?.incident.id, reasons])).toEqual([
      ["i-1", []],
      ["i-2", mergeNote("i-2")],
      ["i-3", mergeNote("i-3")],
      [
        undefined,
        [
          { kind: "other", note: "the incident was withdrawn: entered in error" },
          { kind: "row-rejected", note: "incident-unknown" },
        ],
      ],
    ]);
    expect(parsedInTurn.issues.map(({ row, code, since }) => [row, code, since])).toEqual([
      [1, "incident-unknown", "2021-03-09"],
    ]);
  });

  test("are lost with their incident, where it is merged into one that is merged into it: which of them stays cannot be told", () => {
    const rows = {
      incidents: [
        { id: "i-1", recorded: "2021-03-01" },
        { id: "i-2", recorded: "2021-03-01" },
        into("i-1", "2021-03-05", "i-2"),
        into("i-2", "2021-03-05", "i-1"),
      ],
      victims: [{ id: "v-1", recorded: "2021-03-01", incident: "i-1" }],
    };
    expect(told(rows)).toEqual([
      [3, "mergedInto", "merged-into-unknown", "2021-03-05", null],
      [4, "mergedInto", "merged-into-unknown", "2021-03-05", null],
      [1, "incident", "incident-rejected", "2021-03-05", null],
    ]);
    expect(found(rows)).toEqual([
      ["2021-03-01", "i-1", []],
      ["2021-03-05", undefined, [{ kind: "row-rejected", note: "incident-rejected" }]],
    ]);
  });

  const army = (recorded: string, columns: object = {}) => {
    return { id: "i-1", recorded, suspects: "army", changeReason: "re-attributed", ...columns };
  };
  const v1 = (recorded: string, columns: object = {}) => ({
    id: "v-1",
    recorded,
    incident: "i-1",
    ...columns,
  });
  const reattributed = [{ kind: "re-attributed" }];
  const error = { withdrawn: "yes", changeReason: "entered-in-error" };

  test.each<[string, object[], object[], unknown[]]>([
    ["withdrawn", [army("2021-03-05")], [into("v-1", "2021-03-04", "v-2"), v1("2021-03-09")], reattributed],
    [
      "withdrawn on the day on which that is recorded",
      [army("2021-03-04")],
      [into("v-1", "2021-03-04", "v-2"), v1("2021-03-09", { changeReason: "other" })],
      [{ kind: "other" }, ...reattributed],
    ],
    [
      "not read, and then withdrawn, and not read again",
      [army("2021-03-04"), army("2021-03-06"), army("2021-03-08")],
      [
        v1("2021-03-03", { age: "2o" }),
        into("v-1", "2021-03-05", "v-2"),
        v1("2021-03-07", { age: "2o" }),
        v1("2021-03-09"),
      ],
      [...reattributed, ...reattributed, ...reattributed],
    ],
    [
      "gone with the incident",
      [{ id: "i-1", recorded: "2021-03-04", ...error }, army("2021-03-09")],
      [],
      reattributed,
    ],
    [
      "withdrawn, as its incident was for a while",
      [{ id: "i-1", recorded: "2021-03-04", ...error }, army("2021-03-06")],
      [into("v-1", "2021-03-03", "v-2"), v1("2021-03-09")],
      reattributed,
    ],
    [
      "withdrawn, and its incident merged",
      [into("i-1", "2021-03-06", "i-2")],
      [into("v-1", "2021-03-03", "v-2"), v1("2021-03-09")],
      mergeNote("i-2"),
    ],
    [
      "withdrawn, and is of another incident now",
      [army("2021-03-06", { id: "i-2" })],
      [into("v-1", "2021-03-03", "v-2"), v1("2021-03-09", { incident: "i-2" })],
      [],
    ],
    [
      "withdrawn before the incident changes, which it does when it is back",
      [army("2021-03-08", { changeReason: "re-dated" }), army("2021-03-10")],
      [into("v-1", "2021-03-04", "v-2"), v1("2021-03-06"), v1("2021-03-12")],
      [],
    ],
  ])(
    "tell, when it is back, what was stated of its incident meanwhile: it was %s",
    (_, ofIncidents, rows, back) => {
      const incidents = ["i-1", "i-2"].map((id) => ({ id, recorded: "2021-03-01" }));
      const victims = [v1("2021-03-02"), { id: "v-2", recorded: "2021-03-02" }, ...rows];
      const versions = parse({ incidents: [...incidents, ...ofIncidents], victims }).victims;
      const last = versions.filter(({ id }) => id === "v-1").at(-1);
      expect([last?.item?.id, last?.reasons ?? []]).toEqual(["v-1", back]);
    },
  );

  test.each([
    [
      "cannot be read, and is withdrawn then",
      [],
      [
        { id: "v-1", recorded: "2021-03-04", age: "2o" },
        { ...into("v-1", "2021-03-06", "v-2"), changeReason: "duplicate" },
      ],
      [
        ["2021-03-04", [{ kind: "row-rejected", note: "age-malformed" }]],
        ["2021-03-06", [{ kind: "duplicate", into: "v-2" }]],
      ],
    ],
    [
      "is withdrawn, and cannot be read then",
      [],
      [into("v-1", "2021-03-04", "v-2"), { id: "v-1", recorded: "2021-03-06", age: "2o" }],
      [
        ["2021-03-04", [{ kind: "merged", into: "v-2" }]],
        ["2021-03-06", [{ kind: "row-rejected", note: "age-malformed" }]],
      ],
    ],
    [
      "cannot be read, whatever of its incident is recorded meanwhile",
      [{ id: "i-1", recorded: "2021-03-05", suspects: "army", changeReason: "re-attributed" }],
      [{ id: "v-1", recorded: "2021-03-04", incident: "i-1", age: "2o" }],
      [["2021-03-04", [{ kind: "row-rejected", note: "age-malformed" }]]],
    ],
  ])("tell of each state in which it is gone: it %s", (_, ofIncident, rows, gone) => {
    const { victims } = parse({
      incidents: [{ id: "i-1", recorded: "2021-03-01" }, ...ofIncident],
      victims: [
        { id: "v-1", recorded: "2021-03-02", incident: "i-1" },
        { id: "v-2", recorded: "2021-03-02" },
        ...rows,
      ],
    });
    expect(victims.flatMap(({ recorded, item, reasons }) => (item ? [] : [[recorded, reasons]]))).toEqual(
      gone,
    );
    expect(asOf(victims, day("2021-12-31")).map(({ id }) => id)).toEqual(["v-2"]);
  });

  test("that cannot be read for a while, and then again, are told of twice", () => {
    const { issues } = parse({
      incidents: [
        { id: "i-1", recorded: "2021-03-05" },
        { id: "i-1", recorded: "2021-03-07", withdrawn: "yes" },
        { id: "i-1", recorded: "2021-03-09" },
      ],
      victims: [{ id: "v-1", recorded: "2021-03-02", incident: "i-1" }],
    });
    expect(issues.map(({ code, since, until }) => [code, since, until])).toEqual([
      ["incident-unknown", "2021-03-02", "2021-03-05"],
      ["incident-unknown", "2021-03-07", "2021-03-09"],
    ]);
  });

  test("begin when the incident is recorded, if that is later", () => {
    const { victims: versions, issues } = parse({
      incidents: [{ id: "i-1", recorded: "2021-03-05" }],
      victims: [{ id: "v-1", recorded: "2021-03-02", incident: "i-1" }],
    });
    expect(versions.map(({ recorded, item }) => [recorded, item?.incident.id])).toEqual([
      ["2021-03-05", "i-1"],
    ]);
    expect(issues).toMatchObject([
      { row: 1, code: "incident-unknown", since: "2021-03-02", until: "2021-03-05" },
    ]);
  });
});

describe("rows at fault", () => {
  test("are told of in the order in which parseRecords finds what is wrong, also where one of two comes later", () => {
    const parsed = parse({
      incidents: [
        { id: "i-1", recorded: "2021-07-01" },
        { id: "i-1", recorded: "2021-07-02", date: "2021-07-01" },
      ],
      victims: [
        { id: "v-1", recorded: "2021-07-01", incident: "i-1", died: "2021-06-30", documented: "2021-06-29" },
      ],
    });
    const paths = (date: string) => recordsAsOf(parsed, day(date)).issues.map(({ path }) => path.join());
    expect(paths("2021-07-01")).toEqual(["documented"]);
    expect(paths("2021-07-02")).toEqual(["died", "documented"]);
  });

  test("keep the numbers that they have among all rows", () => {
    const { issues } = parse({
      victims: [
        { id: "v-1", recorded: "2021-03-02" },
        { id: "v-1", recorded: "2021-03-04", killedIn: "Norht" },
        { id: "v-1", recorded: "2021-03-06", killedIn: "north" },
      ],
    });
    expect(issues).toEqual([
      {
        table: "victims",
        row: 2,
        id: "v-1",
        path: ["killedIn"],
        code: "key-unknown",
        severity: "rejected",
        message: 'unknown place "Norht" (row 2): did you mean "north" (The North)?',
        since: "2021-03-04",
        until: "2021-03-06",
        withdraws: false,
      },
    ]);
  });

  test("take the record away as long as they hold, as parseRecords does, and say so", () => {
    const { victims, accounting } = parse({
      victims: [
        { id: "v-1", recorded: "2021-03-02", age: 9 },
        { id: "v-1", recorded: "2021-03-04", age: -1 },
        { id: "v-1", recorded: "2021-03-06", age: 10 },
      ],
    });
    expect(victims.map(({ recorded, item, reasons = [] }) => [recorded, item?.age, reasons])).toEqual([
      ["2021-03-02", 9, []],
      ["2021-03-04", undefined, [{ kind: "row-rejected", note: "age-negative" }]],
      ["2021-03-06", 10, []],
    ]);
    expect(accounting.victims).toEqual({
      received: 3,
      kept: 2,
      rejected: 1,
      rejectedBy: { "age-negative": 1 },
    });
  });

  test.each([
    ["recorded-missing", "recorded", null, { id: "v-1" }],
    ["recorded-missing", "recorded", null, { id: "v-1", recorded: "  " }],
    ["date-malformed", "recorded", null, { id: "v-1", recorded: "2021-03" }],
    ["date-malformed", "recorded", null, { id: "v-1", recorded: { toString: null } }],
    ["date-unreal", "recorded", null, { id: "v-1", recorded: "2021-02-30" }],
    [
      "withdrawn-unrecognised",
      "withdrawn",
      "2021-03-02",
      { id: "v-1", recorded: "2021-03-02", withdrawn: "jes" },
    ],
    [
      "withdrawal-unfounded",
      "withdrawn",
      "2021-03-02",
      { id: "v-1", recorded: "2021-03-02", withdrawn: true },
    ],
  ])("are told of as %s in the column %s", (code, column, since, row) => {
    const { victims, issues, accounting } = parse({ victims: [{ id: "v-2", recorded: "2021-03-01" }, row] });
    expect(issues.map((issue) => [issue.row, issue.path, issue.code, issue.since])).toEqual([
      [2, [column], code, since],
    ]);
    expect(issues[0]?.message).toContain(" (row 2): ");
    expect(victims.map(({ id }) => id)).toEqual(["v-2"]);
    expect(accounting.victims).toEqual({ received: 2, kept: 1, rejected: 1, rejectedBy: { [code]: 1 } });
  });

  test("of one record on one day take it away from that day on, unless they are copies", () => {
    const one = { id: "v-1", recorded: "2021-03-02", age: 9 };
    const both = [one, { ...one, age: 10 }, { ...one, recorded: "2021-03-03" }];
    expect(told({ victims: both })).toEqual([
      [1, "recorded", "versions-overlap", "2021-03-02", "2021-03-03"],
      [2, "recorded", "versions-overlap", "2021-03-02", "2021-03-03"],
    ]);
    expect(parse({ victims: both }).victims.map(({ recorded, item }) => [recorded, item?.age])).toEqual([
      ["2021-03-03", 9],
    ]);
    const copies = parse({ victims: [one, { ...one }, { ...one, id: " v-1 " }] });
    expect(copies.issues.map(({ row, code }) => [row, code])).toEqual([
      [1, "versions-overlap"],
      [2, "id-duplicate"],
      [3, "versions-overlap"],
    ]);
    expect(parse({ victims: [one, { ...one }] }).victims.map(({ item }) => item?.age)).toEqual([9]);
  });

  test("that are no versions of any record are told of as parseRecords does", () => {
    const rows = [
      null,
      [],
      "v-1",
      { recorded: "2021-03-02" },
      { id: {}, recorded: "2021-03-02" },
      { id: "0", recorded: "2021-03-02" },
    ];
    expect(told({ incidents: rows }).map(([row, path, code]) => [row, path, code])).toEqual([
      [1, "", "row-not-object"],
      [2, "", "row-not-object"],
      [3, "", "row-not-object"],
      [4, "id", "id-missing"],
      [5, "id", "text-expected"],
      [6, "id", "placeholder-undeclared"],
    ]);
    const everything = parse({ victims: [{ id: "", recorded: "soon" }] });
    expect(everything.issues.map(({ code }) => code)).toEqual(["date-malformed", "id-missing"]);
    expect(everything.accounting.victims.rejectedBy).toEqual({ "date-malformed": 1 });
  });

  test("warn of a misspelt column once, at its first row", () => {
    const victims = ["2021-03-05", "2021-03-04", "2021-03-03"].map((recorded) => ({
      id: "v-1",
      recorded,
      Age: "9",
    }));
    expect(told({ victims })).toEqual([[1, "Age", "column-misspelt", null, null]]);
  });

  test.each(["Withdrawn", " withdrawn", "change_reason", "MergedInto", "Recorded"])(
    "warn of %s, which is near a version column",
    (column) => {
      const victims = [
        { id: "v-1", recorded: "2021-07-01" },
        { id: "v-1", recorded: "2021-07-02", [column]: "yes" },
        { id: "v-1", recorded: "2021-07-03", [column]: "yes" },
      ];
      expect(told({ victims })).toEqual([[2, column, "column-misspelt", null, null]]);
      expect(parseVersions(codebook, { victims }).accounting.victims).toMatchObject({ kept: 3, rejected: 0 });
    },
  );

  test("never make the versions such that asOf refuses them", () => {
    const { victims } = parse({
      victims: [
        { id: "v-1", recorded: "2021-03-02" },
        // The record that stays cannot be read.
        { id: "v-1", recorded: "2021-03-03", withdrawn: true, mergedInto: "v-2" },
        { id: "v-2", recorded: "2021-03-02", age: -1 },
        // What is withdrawn cannot be read.
        { id: "v-3", recorded: "2021-03-02", age: -1 },
        { id: "v-3", recorded: "2021-03-03", withdrawn: true },
      ],
    });
    expect(asOf(victims, day("2021-12-31"))).toEqual([]);
    expect(victims.map(({ id, reasons = [] }) => [id, reasons])).toEqual([
      ["v-1", []],
      ["v-1", [{ kind: "other", note: "merged into v-2" }]],
    ]);
  });
});

describe("rows of which only the reason is at fault", () => {
  const first = [
    { id: "1", recorded: "2024-05-02", age: 9, documented: "2024-05-02" },
    { id: "2", recorded: "2024-05-02", age: 9, documented: "2024-05-02" },
  ];
  const withdrawal = { id: "2", recorded: "2024-06-03", withdrawn: "yes" };
  const correction = { ...first[1], recorded: "2024-06-03", age: 33 };
  const other = (note: string) => [{ kind: "other", note }];

  test.each([
    ["changeReason", "reason-unrecognised", { changeReason: "duplicates" }, other("duplicates")],
    ["changeReason", "reason-unrecognised", { changeReason: 7, changeNote: "card" }, other("7; card")],
    [
      "changeReason",
      "reason-unrecognised",
      { changeReason: "duplicates", mergedInto: 1 },
      [{ kind: "merged", into: "1", note: "duplicates" }],
    ],
    ["mergedInto", "reason-incomplete", { changeReason: "merged" }, other("merged")],
    [
      "mergedInto",
      "reason-incomplete",
      { changeReason: "re-dated", mergedInto: 1 },
      [{ kind: "merged", into: "1", note: "re-dated" }],
    ],
    ["mergedInto", "text-expected", { mergedInto: {} }, []],
    [
      "changeNote",
      "text-expected",
      { changeReason: "entered-in-error", changeNote: [] },
      [{ kind: "entered-in-error" }],
    ],
    [
      "mergedInto",
      "merged-into-unknown",
      { changeReason: "duplicate", mergedInto: 7 },
      other("a duplicate of 7"),
    ],
  ])("withdraw their record all the same: %s, %s", (column, code, stated, reasons) => {
    const parsed = parse({ victims: [...first, { ...withdrawal, ...stated }] });
    expect(parsed.issues).toMatchObject([{ row: 3, path: [column], code, severity: "warning", since: null }]);
    expect(parsed.accounting.victims).toEqual({ received: 3, kept: 3, rejected: 0, rejectedBy: {} });
    const last = parsed.victims.at(-1);
    expect([last?.recorded, last?.item, last?.reasons ?? []]).toEqual(["2024-06-03", null, reasons]);
    expect(recordsAsOf(parsed, day("2024-06-03")).accounting.victims).toMatchObject({ kept: 1, rejected: 0 });
    expect(recordsAsOf(parsed, day("2024-06-02")).accounting.victims).toMatchObject({ kept: 2, rejected: 0 });
  });

  test.each([
    [["reason-unrecognised"], { changeReason: "age corrected" }, other("age corrected")],
    [["merged-not-withdrawn"], { mergedInto: 1 }, other("merged into 1")],
    [["merged-not-withdrawn"], { changeReason: "duplicate", mergedInto: 9 }, other("a duplicate of 9")],
    [["reason-incomplete"], { changeReason: "age-corrected", mergedInto: 1 }, [{ kind: "age-corrected" }]],
  ])("correct their record all the same: %j", (codes, stated, reasons) => {
    const parsed = parse({ victims: [...first, { ...correction, ...stated }] });
    expect(parsed.issues.map(({ row, code, severity }) => [row, code, severity])).toEqual(
      codes.map((code) => [3, code, "warning"]),
    );
    const last = parsed.victims.at(-1);
    expect([last?.item?.age, last?.reasons]).toEqual([33, reasons]);
  });

  const corrections = (...stated: readonly object[]) => stated.map((one) => ({ ...correction, ...one }));
  const withdrawals = (...stated: readonly object[]) => stated.map((one) => ({ ...withdrawal, ...one }));
  test.each<[string, object[], number | null, unknown[]]>([
    [
      "the note",
      corrections({ changeNote: "form B" }, { changeNote: "form A" }),
      33,
      [...other("form A"), ...other("form B")],
    ],
    [
      "that only one has a note",
      corrections({ changeReason: "other" }, { changeNote: "form A" }),
      33,
      other("form A"),
    ],
    [
      "a misspelt reason",
      corrections({ changeReason: "age-corrected" }, { changeReason: "age-corected" }, {}),
      33,
      [...other("age-corected"), { kind: "age-corrected" }],
    ],
    [
      "the reason of a withdrawal",
      withdrawals({ mergedInto: 1 }, { changeReason: "entered-in-error" }, {}),
      null,
      [{ kind: "entered-in-error" }, { kind: "merged", into: "1" }],
    ],
  ])(
    "say the same of their record on one day, and differ in %s: it is kept, with the reasons of all",
    (_, rows, age, reasons) => {
      for (const order of [rows, [...rows].reverse()]) {
        const parsed = parse({ victims: [...first, ...order] });
        const last = parsed.victims.at(-1);
        expect([last?.recorded, last?.item?.age ?? null]).toEqual(["2024-06-03", age]);
        expect(new Set(last?.reasons)).toEqual(new Set(reasons));
        const rejected = parsed.issues.filter(({ severity }) => severity === "rejected");
        expect(rejected.map(({ code }) => code)).toEqual(rows.slice(1).map(() => "id-duplicate"));
      }
      const reversed = parse({ victims: [...first, ...[...rows].reverse()] });
      expect(reversed.victims).toEqual(parse({ victims: [...first, ...rows] }).victims);
    },
  );

  test("are not called exact copies, which may be removed, where they differ in the reason", () => {
    const rows = corrections({ changeNote: "A" }, { changeNote: "B" }, { changeNote: "A" });
    const { issues } = parse({ victims: [...first, ...rows] });
    expect(issues.map(({ message }) => message)).toEqual([
      "the row says the same of its record as row 3, of the same day, and differs in the reason, so that the reasons of both are told (row 4): state the reasons of both in one row before you remove the other",
      "the row is an exact copy of row 3 (row 5): remove it; the other stands for both",
    ]);
  });

  test("leave no incident in doubt, but where they say otherwise where its victims are from then on", () => {
    const incidents = ["i-1", "i-2", "i-3"].map((id) => ({ id, recorded: "2021-03-01" }));
    const gone = { id: "i-1", recorded: "2021-03-05", withdrawn: "yes", mergedInto: "i-2" };
    const incidentOn = (...rows: readonly object[]) => {
      const victims = [{ id: "v-1", recorded: "2021-03-01", incident: "i-1" }];
      const parsed = parse({ incidents: [...incidents, ...rows], victims });
      const { victims: known, accounting } = recordsAsOf(parsed, day("2021-03-05"));
      return [known.map(({ incident }) => incident.id), accounting.victims.rejected];
    };
    expect(incidentOn(gone, { ...gone, changeReason: "duplicate", changeNote: "map" })).toEqual([["i-2"], 0]);
    expect(incidentOn(gone, { ...gone, mergedInto: "i-3" })).toEqual([[], 1]);
    expect(incidentOn(gone, { ...gone, mergedInto: "", changeReason: "entered-in-error" })).toEqual([[], 1]);
    const photo = { id: "i-1", recorded: "2021-03-05", suspects: "army", changeNote: "photo" };
    expect(incidentOn(photo, { ...photo, changeNote: "photo of it" })).toEqual([["i-1"], 0]);
  });

  test("say which kind may be meant", () => {
    const messageOf = (changeReason: string) =>
      parse({ victims: [...first, { ...withdrawal, changeReason }] }).issues[0]?.message;
    expect(messageOf("duplicates")).toBe(
      'the reason is "duplicates", and is taken for words of your own (row 3): did you mean "duplicate"?',
    );
    expect(messageOf("age corrected")).toContain('did you mean "age-corrected"');
    expect(messageOf("because")).toContain("known are re-attributed, re-dated, ");
  });

  test("keep the victims of an incident that is merged", () => {
    const { victims } = parse({
      incidents: [
        { id: "i-1", recorded: "2021-03-01" },
        { id: "i-2", recorded: "2021-03-01" },
        {
          id: "i-1",
          recorded: "2021-03-05",
          withdrawn: "yes",
          changeReason: "duplicates",
          mergedInto: "i-2",
        },
      ],
      victims: [{ id: "v-1", recorded: "2021-03-01", incident: "i-1" }],
    });
    expect(victims.map(({ item }) => item?.incident.id)).toEqual(["i-1", "i-2"]);
  });
});

describe("rows of versions that cannot be read", () => {
  const first = [
    { id: "1", recorded: "2024-05-02", age: 9, documented: "2024-05-02" },
    { id: "2", recorded: "2024-05-02", age: 9, documented: "2024-05-02" },
  ];
  const sentence = (rows: readonly object[], date: string) => {
    const report = monthlyReport(recordsAsOf(parse({ victims: [...first, ...rows] }), day(date)), {
      ...options,
      month: month("2024-05"),
    });
    const people = { one: "civilian", many: "civilians" };
    return tollSentence(report, { of: "month", people, among: {} });
  };
  const two = "In May 2024, 2 civilians were documented killed.";
  const one = "In May 2024, 1 civilian was documented killed.";
  const atLeastOne = "In May 2024, at least 1 civilian was documented killed.";
  const atLeastTwo = "In May 2024, at least 2 civilians were documented killed.";

  test.each([
    [
      "whose withdrawal has a misspelt reason",
      { id: 2, withdrawn: "yes", changeReason: "duplicates" },
      two,
      one,
    ],
    ["that may withdraw", { id: 2, withdrawn: "jes" }, two, atLeastOne],
    ["of another column at fault", { id: 2, age: "2o" }, two, atLeastOne],
    [
      "of two of a day, one of which withdraws",
      { id: 2, recorded: "2024-05-02", withdrawn: "yes" },
      atLeastOne,
      atLeastOne,
    ],
    [
      "that withdraw on an unknown day",
      { id: 2, recorded: "2024-06-33", withdrawn: "yes" },
      atLeastOne,
      atLeastOne,
    ],
    ["that correct on an unknown day", { id: 2, recorded: "", age: 33 }, atLeastOne, atLeastOne],
    ["that withdraw what is not recorded", { id: 3, withdrawn: "yes" }, two, two],
    ["that withdraw nobody knows whom", { id: "", withdrawn: "yes" }, two, two],
    ["without an id", { id: "" }, two, atLeastTwo],
    ["that say nothing of when or who", { id: "", recorded: "" }, atLeastTwo, atLeastTwo],
  ])("%s: what is said before and from its day on", (_, row, before, after) => {
    const recorded = "2024-06-03";
    expect(sentence([{ recorded, ...row }], "2024-06-02")).toBe(before);
    expect(sentence([{ recorded, ...row }], "2024-06-03")).toBe(after);
  });

  const third = { id: "3", recorded: "2024-05-02", age: 9, documented: "2024-05-02" };
  const into = (id: string, date: string, mergedInto: string) => {
    return { id, recorded: date, withdrawn: "yes", changeReason: "duplicate", mergedInto };
  };
  const perhaps = "In May 2024, perhaps civilians were documented killed.";
  const [june3, june4, june5] = ["2024-06-03", "2024-06-04", "2024-06-05"] as const;

  test.each([
    ["two on two days", [into("1", june3, "2"), into("2", june4, "1")], june3, one],
    ["two on two days, once both are", [into("1", june3, "2"), into("2", june4, "1")], june4, perhaps],
    ["one into itself", [into("2", june3, "2")], june3, atLeastOne],
    [
      "three on three days",
      [third, into("1", june3, "2"), into("2", june4, "3"), into("3", june5, "1")],
      june5,
      perhaps,
    ],
    [
      "three on one day, of whom one is merged into the other two, who are in a circle",
      [third, into("1", june3, "2"), into("2", june3, "3"), into("3", june3, "2")],
      june3,
      perhaps,
    ],
    [
      "two on two days, the first also into one that is never recorded",
      [into("1", june3, "7"), into("1", june3, "2"), into("2", june4, "1")],
      june4,
      perhaps,
    ],
    [
      "two on one day, the first also into one that is never recorded",
      [into("1", june3, "7"), into("1", june3, "2"), into("2", june3, "1")],
      june3,
      perhaps,
    ],
    [
      "two on two days, the first also into one that was withdrawn before",
      [
        third,
        { id: "3", recorded: "2024-06-01", withdrawn: "yes" },
        into("1", june3, "3"),
        into("1", june3, "2"),
        into("2", june4, "1"),
      ],
      june4,
      perhaps,
    ],
    [
      "one into another that was merged into it the day before, as was a third into that other",
      [third, into("1", june3, "3"), into("2", june3, "1"), into("3", june4, "1")],
      june4,
      perhaps,
    ],
    [
      "one into another that was merged into it and restored since",
      [into("1", june3, "2"), { ...first[0], recorded: june4 }, into("2", june5, "1")],
      june5,
      one,
    ],
  ])("merged in a circle, %s: which of them stays cannot be told", (_, rows, date, said) => {
    for (const order of [rows, [...rows].reverse()]) expect(sentence(order, date)).toBe(said);
  });

  test("merge incidents in a circle take their victims with them, also where a third was merged into one of them before", () => {
    const incidents = ["1", "2", "3"].map((id) => ({ id, recorded: "2024-05-02" }));
    const merges = [into("1", june3, "3"), into("2", june3, "1"), into("3", june4, "1")];
    const victims = ["1", "2", "3"].map((of) => ({ ...third, id: `v-${of}`, incident: of }));
    const parsed = parse({ incidents: [...incidents, ...merges], victims });
    expect(recordsAsOf(parsed, day(june3)).accounting.victims).toMatchObject({ kept: 3, rejected: 0 });
    expect(recordsAsOf(parsed, day(june4)).accounting.victims).toMatchObject({ kept: 0, rejected: 3 });
  });

  test("are those alone that close the circle; what was merged before into one that stayed then is a withdrawal", () => {
    const { issues, victims } = parse({ victims: [...first, into("1", june3, "2"), into("2", june4, "1")] });
    expect(issues.map(({ row, code, severity, since }) => [row, code, severity, since])).toEqual([
      [4, "merged-into-unknown", "rejected", june4],
    ]);
    expect(victims.flatMap(({ id, item, reasons }) => (item === null ? [[id, reasons]] : []))).toEqual([
      ["1", [{ kind: "duplicate", into: "2" }]],
      ["2", [{ kind: "row-rejected", note: "merged-into-unknown" }]],
    ]);
  });

  test("are none where a record is merged into one that is merged, on the same day, into one that is not recorded", () => {
    const rows = [...first, into("1", june3, "2"), into("2", june3, "7")];
    expect(told({ victims: rows }).map(([row, , code, since]) => [row, code, since])).toEqual([
      [3, "merged-into-unknown", null],
      [4, "merged-into-unknown", null],
    ]);
    expect(recordsAsOf(parse({ victims: rows }), day(june3)).accounting.victims).toMatchObject({
      rejected: 0,
    });
  });

  const unplaced = parse({
    victims: [
      { id: "v-1", recorded: "2021-03-02" },
      { id: "v-1", recorded: "2021-03-02" },
      { id: "v-2", recorded: "2021-3-2" },
      { id: "v-3", recorded: "2021-03-02", age: 9 },
      { id: "v-3", recorded: "2021-3-3", age: 10 },
      { id: "v-3", recorded: "2021-03-05", withdrawn: "yes" },
    ],
  });

  test("and have no day are rejected as of every day, with what else is recorded of them; copies lose nobody", () => {
    const rejectedOn = (date: string) =>
      recordsAsOf(unplaced, day(date)).issues.map(({ row, code }) => [row, code]);
    expect(rejectedOn("2021-03-01")).toEqual([
      [3, "version-unplaced"],
      [5, "version-unplaced"],
    ]);
    expect(rejectedOn("2021-03-02")).toEqual([
      [2, "id-duplicate"],
      [3, "version-unplaced"],
      [4, "version-unplaced"],
      [5, "version-unplaced"],
    ]);
    expect(rejectedOn("2021-12-31")).toEqual([
      [2, "id-duplicate"],
      [3, "version-unplaced"],
      [5, "version-unplaced"],
    ]);
    expect(unplaced.issues[2]?.message).toBe(
      'another row of "v-3" (row 5) cannot be placed in time, so that it cannot be told which of them holds (row 4): correct the day of that row',
    );
    expect(recordsAsOf(unplaced, day("2021-03-02")).accounting.victims).toEqual({
      received: 5,
      kept: 1,
      rejected: 4,
      rejectedBy: { "version-unplaced": 3, "id-duplicate": 1 },
    });
  });

  test("take an incident away with its victims, from its day on", () => {
    expect(
      told({
        incidents: [
          { id: "i-1", recorded: "2021-03-01" },
          { id: "i-1", recorded: "2021-03-05", withdrawn: "jes" },
        ],
        victims: [{ id: "v-1", recorded: "2021-03-01", incident: "i-1" }],
      }),
    ).toEqual([
      [2, "withdrawn", "withdrawn-unrecognised", "2021-03-05", null],
      [1, "incident", "incident-rejected", "2021-03-05", null],
    ]);
  });
});

describe("what is asked of parseVersions", () => {
  test("are lists of rows", () => {
    expect(fault(() => parse({ victims: "v-1" as unknown as [] }))).toEqual({
      code: "records-not-rows",
      message: 'The versions of the victims are "v-1": hand in a list of rows.',
      details: { table: "victims", received: '"v-1"' },
    });
    expect(fault(() => parse({ incidents: null as unknown as [] })).code).toBe("records-not-rows");
    expect(fault(() => recordsAsOf(parse({}), "today" as never)).code).toBe("date-malformed");
    const holed = { ...parse({}), issues: [null as never] };
    expect(fault(() => recordsAsOf(holed, day("2021-03-02"))).code).toBe("argument-malformed");
  });

  test("are the choices of parseRecords", () => {
    const victims = [
      {
        id: "v-1",
        recorded: "2021-03-02",
        incident: "0",
        age: 150,
        died: "2021-03-03",
        documented: "2021-03-01",
      },
    ];
    expect(told({ victims }).map(([, , code]) => code)).toEqual([
      "placeholder-undeclared",
      "age-implausible",
    ]);
    const kept = parse({
      victims,
      unknown: { incident: ["0"] },
      implausible: "keep",
      datesOutOfOrder: "report",
    });
    expect(kept.victims.map(({ item }) => item?.age)).toEqual([150]);
    const refused = parse({
      victims,
      unknown: { incident: ["0"] },
      implausible: "keep",
      datesOutOfOrder: "refuse",
    });
    expect(refused.victims).toEqual([]);
  });
});
