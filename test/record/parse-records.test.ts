import { describe, expect, expectTypeOf, test } from "vitest";
import { defineCodebook } from "../../src/codebook/define-codebook.js";
import type { ReadOptions } from "../../src/record/columns.js";
import { type ParsedRecords, parseRecords, type RecordRows } from "../../src/record/parse-records.js";
import { incidentSchema, victimSchema } from "../../src/record/schema.js";
import { snhrCodebook } from "../../src/snhr/codebook.js";
import { fault } from "../number/fault.js";

const codebook = defineCodebook({
  sections: { main: { label: "Main parties" } },
  perpetrators: {
    army: { label: "The army", section: "main" },
    rebels: { label: "Rebels", section: "main" },
  },
  roles: { medical: { label: "Medical personnel" }, media: { label: "Media workers" } },
  causes: { shrapnel: { label: "Shrapnel" } },
  means: { shelling: { label: "Shelling", aliases: ["Artillery"] } },
  places: { idlib: { label: "Idlib", aliases: ["Idleb"] }, homs: { label: "Homs" } },
});

function parse(rows: Partial<RecordRows>): ParsedRecords {
  return parseRecords(codebook, { victims: [], ...rows });
}

/** The codes of the issues, by row. */
function codesOf(rows: Partial<RecordRows>): string[] {
  return parse(rows).issues.map(({ row, code, severity }) => `${row} ${severity}: ${code}`);
}

const unknownFacts = {
  status: "unknown",
  sex: "unknown",
  age: null,
  unborn: false,
  roles: [],
  cause: null,
  died: null,
  documented: null,
  killedIn: null,
  origin: null,
  sources: [],
};
const nothingKnown = {
  date: null,
  place: null,
  means: null,
  suspects: [],
  investigation: null,
  firedFrom: [],
  controlledBy: [],
  sources: [],
  extra: {},
};

describe("tables", () => {
  test.each([
    [null, "null"],
    [7, "7"],
    [{ id: "v-1" }, "an object"],
    ["id;age", '"id;age"'],
  ])("that are %j are refused", (table, received) => {
    // @ts-expect-error TS2322: what a program without types may hand in
    expect(fault(() => parseRecords(codebook, { victims: table }))).toEqual({
      code: "records-not-rows",
      message: `The rows of the victims are ${received}: hand in a list of rows.`,
      details: { table: "victims", received },
    });
    // @ts-expect-error TS2322: what a program without types may hand in
    expect(fault(() => parseRecords(codebook, { incidents: table, victims: [] }))).toEqual({
      code: "records-not-rows",
      message: `The rows of the incidents are ${received}: hand in a list of rows.`,
      details: { table: "incidents", received },
    });
  });

  test("without rows give no records", () => {
    const nothing = { received: 0, kept: 0, rejected: 0, rejectedBy: {} };
    expect(parse({})).toEqual({
      incidents: [],
      victims: [],
      issues: [],
      accounting: { incidents: nothing, victims: nothing },
    });
  });
});

describe("options", () => {
  test.each<[options: object, path: string, what: string]>([
    [{ victim: [] }, "victim", 'it has an unknown field "victim": did you mean "victims"?'],
    [
      { datesOutOfOrder: "Refuse" },
      "datesOutOfOrder",
      'datesOutOfOrder must be one of "report", "refuse", not "Refuse".',
    ],
    [{ implausible: "kept" }, "implausible", 'implausible must be one of "refuse", "keep", not "kept".'],
    [{ implausible: null }, "implausible", 'implausible must be one of "refuse", "keep", not null.'],
    [
      { implausibel: "keep" },
      "implausibel",
      'it has an unknown field "implausibel": did you mean "implausible"?',
    ],
    [{ unknown: { agee: [-1] } }, "unknown.agee", 'unknown has an unknown field "agee": did you mean "age"?'],
    [{ unknown: { age: -1 } }, "unknown.age", "unknown.age must be a list, not -1."],
    [{ unknown: { age: [null] } }, "unknown.age[0]", "unknown.age[0] must be a text or number, not null."],
    [{ unknown: ["-1"] }, "unknown", "unknown must be an object, not a list."],
  ])("that are misspelt, or none, are refused: %j", (options, path, what) => {
    const refused = {
      code: "options-malformed",
      message: `The rows and options cannot be used: ${what}`,
      details: { path },
    };
    expect(fault(() => parseRecords(codebook, { victims: [], ...options }))).toEqual(refused);
    if (Object.hasOwn(options, "victim") || Object.hasOwn(options, "datesOutOfOrder")) return;
    expect(fault(() => victimSchema(codebook, options as ReadOptions))).toEqual(refused);
    expect(fault(() => incidentSchema(codebook, options as ReadOptions))).toEqual(refused);
  });

  test.each([null, 7, [{ id: "v-1" }]])("that are no object, as %j, are refused", (rows) => {
    // @ts-expect-error TS2345: what a program without types may hand in
    expect(fault(() => parseRecords(codebook, rows)).code).toBe("options-malformed");
  });
});

describe("rows that are none", () => {
  test("are rejected one by one, and the good ones kept", () => {
    const rows = [null, 7, "v-1", [{ id: "v-1" }], true, undefined, () => 1, Symbol("v-1"), 5n, NaN];
    const sparse: unknown[] = [];
    sparse[1] = { id: "v-1" };
    const { victims, issues, accounting } = parse({ victims: [...rows, { id: "v-2" }] });
    expect(victims.map(({ id }) => id)).toEqual(["v-2"]);
    expect(issues.map(({ row, id, path, code }) => [row, id, path, code])).toEqual(
      rows.map((_, position) => [position + 1, null, [], "row-not-object"]),
    );
    expect(issues.map(({ message }) => /^the row is (.*), not an object/.exec(message)?.[1])).toEqual([
      "null",
      "7",
      '"v-1"',
      "a list",
      "true",
      "undefined",
      "a function",
      "a symbol",
      "5",
      "NaN",
    ]);
    expect(accounting.victims).toEqual({
      received: 11,
      kept: 1,
      rejected: 10,
      rejectedBy: { "row-not-object": 10 },
    });
    // A hole in a list is a row too: one that was lost.
    expect(parse({ victims: sparse }).accounting.victims).toEqual({
      received: 2,
      kept: 1,
      rejected: 1,
      rejectedBy: { "row-not-object": 1 },
    });
  });

  test("nested rubbish in every column is a fault of that column", () => {
    const rubbish = { a: [{ b: null }] };
    const columns = Object.keys({ id: 0, incident: 0, ...unknownFacts });
    const row = Object.fromEntries(columns.map((column) => [column, rubbish]));
    const { issues } = parse({ victims: [row] });
    expect(issues.map(({ path }) => path)).toEqual(columns.map((column) => [column]));
  });

  test("a column is any property of the row, as zod reads it: also that of a class", () => {
    class Row {
      constructor(readonly number: number) {}
      get id() {
        return `v-${this.number}`;
      }
    }
    const { victims } = parse({ victims: [new Row(7)] });
    expect(victims).toMatchObject([{ id: "v-7", extra: { number: 7 } }]);
    expect(victimSchema(codebook).parse(new Row(7))).toMatchObject({ id: "v-7", number: 7 });
  });
});

describe("ids", () => {
  test.each(["__proto__", "constructor", "prototype", " constructor ", "victim:v-1"])(
    "%s is reserved",
    (id) => {
      expect(codesOf({ victims: [{ id }] })).toEqual(["1 rejected: id-reserved"]);
      expect(codesOf({ victims: [{ id: "v-1", incident: id }] })).toEqual(["1 rejected: id-reserved"]);
      expect(codesOf({ incidents: [{ id }] })).toEqual(["1 rejected: id-reserved"]);
    },
  );

  test.each(["", "  ", null, undefined])("%j is none", (id) => {
    expect(codesOf({ victims: [{ id }] })).toEqual(["1 rejected: id-missing"]);
    expect(codesOf({ incidents: [{ id }] })).toEqual(["1 rejected: id-missing"]);
  });

  test.each([0, "0", "-1", "-", "?", "N/A", "NaN", "None", "null", "Unknown"])(
    "%j looks like a placeholder",
    (id) => {
      expect(codesOf({ victims: [{ id }] })).toEqual(["1 rejected: placeholder-undeclared"]);
      expect(codesOf({ incidents: [{ id }] })).toEqual(["1 rejected: placeholder-undeclared"]);
    },
  );

  test("that are declared placeholders are none", () => {
    const unknown = { id: ["N/A", "tbd"] };
    expect(codesOf({ victims: [{ id: "N/A" }, { id: "tbd" }], unknown })).toEqual([
      "1 rejected: id-missing",
      "2 rejected: id-missing",
    ]);
  });

  test("may be whole numbers, which are the same as their text", () => {
    const { victims } = parse({ incidents: [{ id: 12 }], victims: [{ id: 7, incident: "12" }] });
    expect(victims.map(({ id, incident }) => [id, incident.id])).toEqual([["7", "12"]]);
    expect(codesOf({ victims: [{ id: 7.5 }, { id: NaN }, { id: ["v-1"] }] })).toEqual([
      "1 rejected: text-expected",
      "2 rejected: text-expected",
      "3 rejected: text-expected",
    ]);
  });

  test("of objects' own methods are ids like others", () => {
    const victims = ["toString", "hasOwnProperty", "valueOf"].map((id) => ({ id, incident: id }));
    const parsed = parse({ incidents: victims.map(({ id }) => ({ id })), victims });
    expect(parsed.victims.map(({ id, incident }) => [id, incident.id])).toEqual(
      victims.map(({ id }) => [id, id]),
    );
  });
});

describe("rows of one id", () => {
  const copies = [
    { id: "v-1", age: 34, roles: ["medical"], note: { page: 1, line: 2 } },
    { id: " v-1", note: { line: 2, page: 1 }, roles: "Medical personnel", age: "34" },
    { id: "v-1", age: 34, roles: ["medical", "medical"], sex: "u", note: { page: 1, line: 2 } },
  ];

  test("that say the same are one: it is kept", () => {
    const { victims, accounting } = parse({ victims: copies });
    expect(victims.map(({ id, age, roles }) => [id, age, roles])).toEqual([["v-1", 34, ["medical"]]]);
    expect(accounting.victims).toEqual({
      received: 3,
      kept: 1,
      rejected: 2,
      rejectedBy: { "id-duplicate": 2 },
    });
  });

  test.each([
    ["in a column that the library knows", { id: "v-1", age: 35, roles: ["medical"], note: copies[0]?.note }],
    ["in another column", { ...copies[0], note: { page: 1, line: 3 } }],
    ["in that they have a column more", { ...copies[0], remark: null }],
  ])("that differ %s are none, in whatever order", (_, other) => {
    for (const rows of [
      [...copies, other],
      [other, ...copies],
      [...copies.slice(0, 2), other, ...copies.slice(2)],
    ]) {
      const { victims, issues } = parse({ victims: rows });
      expect(victims).toEqual([]);
      expect(issues.map(({ code, row }) => [code, row])).toEqual(
        [1, 2, 3, 4].map((row) => ["id-conflicting", row]),
      );
    }
  });

  test("of which one has a fault of its own: the others stand", () => {
    const { victims, issues } = parse({
      victims: [
        { id: "v-1", age: "twelve" },
        { id: "v-1", age: 12 },
      ],
    });
    expect(victims.map(({ age }) => age)).toEqual([12]);
    expect(issues.map(({ row, code }) => [row, code])).toEqual([[1, "age-malformed"]]);
  });

  test("of incidents are told apart in the same way, and conflicting ones reject their victims", () => {
    const victims = [
      { id: "v-1", incident: "i-1" },
      { id: "v-2", incident: "i-2" },
    ];
    const incidents = [
      { id: "i-1", means: "Artillery" },
      { id: "i-1", means: "shelling" },
      { id: "i-2", place: "idlib" },
      { id: "i-2", place: "homs" },
    ];
    const parsed = parse({ incidents, victims });
    expect(parsed.incidents.map(({ id, means }) => [id, means])).toEqual([["i-1", "shelling"]]);
    expect(parsed.victims.map(({ id }) => id)).toEqual(["v-1"]);
    expect(parsed.accounting).toEqual({
      incidents: {
        received: 4,
        kept: 1,
        rejected: 3,
        rejectedBy: { "id-duplicate": 1, "id-conflicting": 2 },
      },
      victims: { received: 2, kept: 1, rejected: 1, rejectedBy: { "incident-rejected": 1 } },
    });
  });
});

describe("the incident of a victim", () => {
  test("is the one that the row names, the same for all that name it", () => {
    const parsed = parse({
      incidents: [{ id: "i-1", place: "Idleb" }],
      victims: [
        { id: "v-1", incident: "i-1" },
        { id: "v-2", incident: " i-1 " },
      ],
    });
    expect(parsed.victims[0]?.incident).toEqual({ ...nothingKnown, id: "i-1", place: "idlib" });
    expect(parsed.victims[0]?.incident).toBe(parsed.incidents[0]);
    expect(parsed.victims[1]?.incident).toBe(parsed.incidents[0]);
  });

  test("keeps the columns that the library does not know, also one of a name that every object has", () => {
    const row: unknown = JSON.parse('{ "id": "i-1", "form": "army", "__proto__": 3 }');
    const { incidents, issues } = parse({ incidents: [row], victims: [] });
    expect(issues).toEqual([]);
    expect(Object.entries(incidents[0]?.extra ?? {})).toEqual([
      ["form", "army"],
      ["__proto__", 3],
    ]);
  });

  test("is one of their own where none is known, which is nobody else's", () => {
    const { victims, incidents } = parse({ victims: [{ id: "v-1" }, { id: "v-2", incident: "" }] });
    expect(incidents).toEqual([]);
    expect(victims).toEqual(
      ["v-1", "v-2"].map((id) => ({
        ...unknownFacts,
        id,
        incident: { ...nothingKnown, id: `victim:${id}` },
        extra: {},
      })),
    );
  });

  test('"0" is refused, even where there is a row of that id, and is not known where it is declared', () => {
    const rows = {
      incidents: [{ id: "0" }, { id: 0 }],
      victims: [
        { id: "v-1", incident: "0" },
        { id: "v-2", incident: 0 },
      ],
    };
    expect(parse(rows).accounting.victims).toEqual({
      received: 2,
      kept: 0,
      rejected: 2,
      rejectedBy: { "placeholder-undeclared": 2 },
    });
    const declared = parse({ ...rows, unknown: { incident: ["0"] } });
    expect(declared.victims.map(({ incident }) => incident.id)).toEqual(["victim:v-1", "victim:v-2"]);
    expect(declared.accounting.victims.rejected).toBe(0);
  });

  test("that is not among the rows, or was rejected, rejects the victim, and is counted as such", () => {
    const { victims, accounting } = parse({
      incidents: [{ id: "i-1", date: "2021-02-30" }, { id: "i-2" }, { place: "idlib" }],
      victims: [
        { id: "v-1", incident: "i-1" },
        { id: "v-2", incident: "i-2" },
        { id: "v-3", incident: "i-3" },
        { id: "v-4", incident: "i-1" },
      ],
    });
    expect(victims.map(({ id }) => id)).toEqual(["v-2"]);
    expect(accounting).toEqual({
      incidents: { received: 3, kept: 1, rejected: 2, rejectedBy: { "date-unreal": 1, "id-missing": 1 } },
      victims: {
        received: 4,
        kept: 1,
        rejected: 3,
        rejectedBy: { "incident-rejected": 2, "incident-unknown": 1 },
      },
    });
  });
});

describe("the order of dates", () => {
  const victims = [{ id: "v-1", incident: "i-1", died: "2021-07-04", documented: "2021-07-05" }];
  const incidents = [{ id: "i-1", date: "2021-07-05" }];

  test("is reported and the record kept, by default and by choice", () => {
    for (const choice of [{}, { datesOutOfOrder: "report" } as const]) {
      const parsed = parse({ incidents, victims, ...choice });
      expect(parsed.victims.map(({ id }) => id)).toEqual(["v-1"]);
      expect(parsed.issues.map(({ code, severity }) => [code, severity])).toEqual([
        ["dates-out-of-order", "warning"],
      ]);
      expect(parsed.accounting.victims).toEqual({ received: 1, kept: 1, rejected: 0, rejectedBy: {} });
    }
  });

  test("rejects the record by the caller's choice", () => {
    const parsed = parse({ incidents, victims, datesOutOfOrder: "refuse" });
    expect(parsed.victims).toEqual([]);
    expect(parsed.issues.map(({ code, severity }) => [code, severity])).toEqual([
      ["dates-out-of-order", "rejected"],
    ]);
    expect(parsed.accounting.victims.rejectedBy).toEqual({ "dates-out-of-order": 1 });
  });
});

describe("the implausible", () => {
  test("is refused by default, and kept with a warning by the caller's choice", () => {
    const victims = [
      { id: "v-1", age: "1994" },
      { id: "v-2", age: 120 },
      { id: "v-3", age: 200 },
    ];
    expect(codesOf({ victims })).toEqual(["1 rejected: age-implausible", "3 rejected: age-implausible"]);
    const kept = parse({ victims, implausible: "keep" });
    expect(kept.victims.map(({ age }) => age)).toEqual([1994, 120, 200]);
    expect(kept.issues.map(({ row, code, severity }) => [row, code, severity])).toEqual([
      [1, "age-implausible", "warning"],
      [3, "age-implausible", "warning"],
    ]);
  });

  test("keeps its warning beside a fault that rejects the row", () => {
    expect(codesOf({ victims: [{ id: "v-1", age: 200, incident: "i-1" }], implausible: "keep" })).toEqual([
      "1 warning: age-implausible",
      "1 rejected: incident-unknown",
    ]);
  });
});

describe("placeholders", () => {
  test("that are declared are not known, as number and as text", () => {
    const victims = [-1, "-1", " -1 "].map((age, index) => ({ id: `v-${index}`, age }));
    expect(codesOf({ victims })).toEqual([1, 2, 3].map((row) => `${row} rejected: age-negative`));
    for (const age of [-1, "-1", " -1 "]) {
      const parsed = parse({ victims, unknown: { age: [age] } });
      expect(parsed.victims.map((victim) => victim.age)).toEqual([null, null, null]);
      expect(parsed.issues).toEqual([]);
    }
  });

  test("are those of their column alone", () => {
    const unknown = { sex: ["99"] };
    expect(codesOf({ victims: [{ id: "v-1", sex: 99, status: "99" }], unknown })).toEqual([
      "1 rejected: status-unrecognised",
    ]);
  });

  test("are items of lists too", () => {
    const rows = {
      incidents: [{ id: "i-1", suspects: "army; not known", firedFrom: ["not known"], date: "n.d." }],
      victims: [{ id: "v-1", roles: "?", sources: ["BBC", "?"], sex: "?", unborn: "?", died: "n.d." }],
      unknown: {
        suspects: ["not known"],
        firedFrom: ["not known"],
        roles: ["?"],
        sources: ["?"],
        sex: ["?"],
        unborn: ["?"],
        date: ["n.d."],
        died: ["n.d."],
      },
    };
    const { incidents, victims, issues } = parse(rows);
    // Beside others they are told; a list of nothing else is empty.
    expect(issues.map(({ path, code, severity }) => [path[0], code, severity])).toEqual([
      ["suspects", "list-partly-unknown", "warning"],
      ["sources", "list-partly-unknown", "warning"],
    ]);
    expect(incidents).toEqual([{ ...nothingKnown, id: "i-1", suspects: ["army"] }]);
    expect(victims).toMatchObject([{ ...unknownFacts, id: "v-1", sources: ["BBC"] }]);
  });
});

describe("a row of text", () => {
  test("is read as a typed row is, blank meaning unknown", () => {
    const incidents = [
      {
        id: "i-1",
        date: "2021-05/2021-07-19",
        place: "IDLEB",
        means: "Artillery",
        suspects: "The army; rebels;",
        investigation: "Open",
        firedFrom: " ",
        controlledBy: "rebels;rebels",
        sources: "SNHR ; BBC",
      },
    ];
    const victims = [
      {
        id: " v-1 ",
        incident: "i-1",
        status: "CIVILIAN",
        sex: "F",
        age: "3 months",
        unborn: "No",
        roles: "media;medical",
        cause: "Shrapnel",
        died: " 2021-07 ",
        documented: "2021-07-31",
        killedIn: " homs",
        origin: "",
        sources: "",
      },
    ];
    const incident = {
      id: "i-1",
      date: "2021-05/2021-07-19",
      place: "idlib",
      means: "shelling",
      suspects: ["army", "rebels"],
      investigation: "open",
      firedFrom: [],
      controlledBy: ["rebels"],
      sources: ["SNHR", "BBC"],
      extra: {},
    };
    const parsed = parse({ incidents, victims });
    expect(parsed.issues).toEqual([]);
    expect(parsed.incidents).toEqual([incident]);
    expect(parsed.victims).toEqual([
      {
        id: "v-1",
        incident,
        status: "civilian",
        sex: "female",
        age: 0,
        unborn: false,
        roles: ["media", "medical"],
        cause: "shrapnel",
        died: "2021-07",
        documented: "2021-07-31",
        killedIn: "homs",
        origin: null,
        sources: [],
        extra: {},
      },
    ]);
  });

  test.each([
    ["true", true],
    ["YES", true],
    ["False", false],
    ["no ", false],
    ["", false],
  ])("says by %j whether the victim was unborn", (unborn, expected) => {
    expect(parse({ victims: [{ id: "v-1", unborn }] }).victims[0]?.unborn).toBe(expected);
  });

  test("counts the place of a fault in a list by the semicolons", () => {
    const { issues } = parse({ incidents: [{ id: "i-1", suspects: "army;;navy" }] });
    expect(issues[0]?.path).toEqual(["suspects", 2]);
  });

  test("drops the blank items of a list, as they are not known", () => {
    const { victims } = parse({ victims: [{ id: "v-1", sources: ["", null, " BBC "], roles: [undefined] }] });
    expect(victims).toMatchObject([{ sources: ["BBC"], roles: [] }]);
  });
});

describe("keys", () => {
  test("that are written exactly are themselves, spaces or not", () => {
    const padded = defineCodebook({ places: { "a ": { label: "One" }, a: { label: "Two" } } });
    const victims = ["a ", "a", " a"].map((killedIn, index) => ({ id: `v-${index + 1}`, killedIn }));
    expect(parseRecords(padded, { victims }).victims.map(({ killedIn }) => killedIn)).toEqual([
      "a ",
      "a",
      "a",
    ]);
  });

  test("are typed by the codebook", () => {
    const { victims } = parseRecords(codebook, { victims: [{ id: "v-1", killedIn: "Homs" }] });
    expectTypeOf(victims[0]?.killedIn).toEqualTypeOf<"idlib" | "homs" | null | undefined>();
    expectTypeOf(victims[0]?.incident.suspects).toEqualTypeOf<readonly ("army" | "rebels")[] | undefined>();
    expectTypeOf<(typeof victims)[number]["roles"][number]>().toEqualTypeOf<"medical" | "media">();
  });
});

describe("columns that the library does not know", () => {
  test("are kept untouched, whatever they hold", () => {
    const photos = [{ taken: new Date(0) }];
    const { victims } = parse({ victims: [{ id: "v-1", photos, "": 1, extra: "x", note: undefined }] });
    expect(victims[0]?.extra).toEqual({ photos, "": 1, extra: "x", note: undefined });
    expect((victims[0]?.extra as { photos: unknown }).photos).toBe(photos);
  });

  test("may have the name of the prototype", () => {
    const row: unknown = JSON.parse('{ "id": "v-1", "__proto__": { "age": 7 } }');
    const { victims } = parse({ victims: [row] });
    const extra = victims[0]?.extra;
    expect(JSON.stringify(extra)).toBe('{"__proto__":{"age":7}}');
    expect(Object.getPrototypeOf(extra)).toBe(Object.prototype);
    expect(victims[0]?.age).toBeNull();
  });

  test("are typed by the rows", () => {
    const { victims } = parseRecords(codebook, {
      victims: [{ id: "v-1", age: "34", form: 7, note: "x" }],
    });
    expectTypeOf(victims[0]?.extra).toEqualTypeOf<
      { readonly form: number; readonly note: string } | undefined
    >();
  });

  test("are typed by what may be missing in a row", () => {
    const rows: { id: string; note?: string }[] = [{ id: "v-1" }];
    const { victims } = parseRecords(codebook, { victims: rows });
    expectTypeOf(victims[0]?.extra).toEqualTypeOf<{ readonly note?: string } | undefined>();
  });

  test("are of unknown type in rows of unknown type, and text in rows of text", () => {
    const json: unknown[] = [{ id: "v-1", form: 7 }];
    const csv: Record<string, string>[] = [{ id: "v-1", form: "7" }];
    const [ofJson] = parseRecords(codebook, { victims: json }).victims;
    const [ofCsv] = parseRecords(codebook, { victims: csv }).victims;
    expectTypeOf(ofJson?.extra).toEqualTypeOf<Readonly<Record<string, unknown>> | undefined>();
    expectTypeOf(ofCsv?.extra).toEqualTypeOf<Readonly<Record<string, string>> | undefined>();
    expect([ofJson?.extra, ofCsv?.extra]).toEqual([{ form: 7 }, { form: "7" }]);
  });
});

describe("the codebook of SNHR", () => {
  test("reads the spellings of its reports", () => {
    const { victims, incidents, issues } = parseRecords(snhrCodebook, {
      incidents: [{ id: "i-1", suspects: "Syrian regime; HTS; PYD", means: "Landmine explosion" }],
      victims: [
        { id: "v-1", killedIn: "دير الزور", origin: "Damascus Countryside", roles: "Medical workers" },
      ],
    });
    expect(issues).toEqual([]);
    expect(incidents[0]).toMatchObject({ suspects: ["regime", "hts", "sdf"], means: "landmine" });
    expect(victims[0]).toMatchObject({
      killedIn: "deir-ez-zour",
      origin: "rural-damascus",
      roles: ["medical"],
    });
  });
});

describe("What a column holds again", () => {
  test("is no list or band that records share, where a row of its own gave each", () => {
    const age = { minimum: 12, maximum: 17 };
    const { victims } = parse({
      victims: [
        { id: "v-1", age: "12-17", roles: "media" },
        { id: "v-2", age: "12-17", roles: "media" },
      ],
    });
    expect(victims.map((victim) => victim.age)).toEqual([age, age]);
    expect(victims[0]?.age).not.toBe(victims[1]?.age);
    expect(victims[0]?.roles).not.toBe(victims[1]?.roles);
  });

  test("is told of in every row that is wrong, by its own number", () => {
    const victims = ["v-1", "v-2", "v-3"].map((id) => ({ id, killedIn: "Atlantis" }));
    const { issues } = parse({ victims });
    expect(issues.map(({ row, id, path, code }) => [row, id, path, code])).toEqual([
      [1, "v-1", ["killedIn"], "key-unknown"],
      [2, "v-2", ["killedIn"], "key-unknown"],
      [3, "v-3", ["killedIn"], "key-unknown"],
    ]);
    expect(issues.map(({ message }) => /row \d/.exec(message)?.[0])).toEqual(["row 1", "row 2", "row 3"]);
  });
});

describe("Further columns of rows of one form and another", () => {
  test("are those of each row, but none that it inherits", () => {
    const own = { id: "v-1", form: "A" };
    const inherits = Object.assign(Object.create({ form: "B" }) as object, { id: "v-2" });
    const extras = parse({ victims: [own, inherits, { form: "C", id: "v-3", page: 7 }] }).victims;
    expect(extras.map(({ extra }) => extra)).toEqual([{ form: "A" }, {}, { form: "C", page: 7 }]);
  });
});
