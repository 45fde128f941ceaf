import { describe, expect, test } from "vitest";
import { defineCodebook } from "../../src/codebook/define-codebook.js";
import { parseRecords, type RecordRows } from "../../src/record/parse-records.js";
import { type IssueCode, issueCodes, type RecordIssue } from "../../src/record/record-issue.js";

const codebook = defineCodebook({
  sections: { main: { label: "Main parties" } },
  perpetrators: {
    army: { label: "The army", section: "main", aliases: ["Armed men"] },
    rebels: { label: "Rebels", section: "main", aliases: ["armed men"], valid: { from: "2015-05-01" } },
  },
  roles: { medical: { label: "Medical personnel" } },
  places: { idlib: { label: "Idlib", labelArabic: "إدلب" } },
});

/** What an example is about: the issues of these rows, without what every one of them has. */
function issuesOf(rows: Partial<RecordRows>): readonly RecordIssue[] {
  return parseRecords(codebook, { victims: [], ...rows }).issues;
}

interface Example {
  readonly code: IssueCode;
  readonly rows: Partial<RecordRows>;
  readonly issue: Omit<RecordIssue, "code">;
}

const victim = { table: "victims", row: 1, id: "v-1", severity: "rejected" } as const;
const incident = { table: "incidents", row: 1, id: "i-1", severity: "rejected" } as const;

const examples: readonly Example[] = [
  {
    code: "row-not-object",
    rows: { victims: [null] },
    issue: {
      ...victim,
      id: null,
      path: [],
      message: "the row is null, not an object (row 1): hand in an object with a value for each column",
    },
  },
  {
    code: "column-misspelt",
    rows: { victims: [{ id: "v-1", Age: 34 }] },
    issue: {
      ...victim,
      path: ["Age"],
      severity: "warning",
      message:
        'the column "Age" is not read (row 1): did you mean "age"? Rename it, or what it holds counts as not known',
    },
  },
  {
    code: "column-of-other-table",
    rows: { victims: [{ id: "v-1", suspects: "The army" }] },
    issue: {
      ...victim,
      path: ["suspects"],
      severity: "warning",
      message:
        'the column "suspects" is not read (row 1): "suspects" is one of incidents; give it in their rows, or what it holds counts as not known',
    },
  },
  {
    code: "id-missing",
    rows: { victims: [{ id: " ", age: 34 }] },
    issue: {
      ...victim,
      id: null,
      path: ["id"],
      message: "the row has no id (row 1): give every row one, so that it can be found again",
    },
  },
  {
    code: "id-reserved",
    rows: { victims: [{ id: "constructor" }] },
    issue: {
      ...victim,
      id: null,
      path: ["id"],
      message: 'the id is "constructor", which is reserved (row 1): choose another id',
    },
  },
  {
    code: "id-duplicate",
    rows: {
      victims: [
        { id: "v-1", age: "34" },
        { age: 34, id: "v-1" },
      ],
    },
    issue: {
      ...victim,
      row: 2,
      path: ["id"],
      message: "the row is an exact copy of row 1 (row 2): remove it; the other stands for both",
    },
  },
  {
    code: "id-conflicting",
    rows: { victims: [{ id: "v-1" }, { id: "v-2" }, { id: "v-1", age: 34 }] },
    issue: {
      ...victim,
      path: ["id"],
      message:
        'the rows 1, 3 have the id "v-1" and do not say the same (row 1): correct them; until then none of them is kept',
    },
  },
  {
    code: "text-expected",
    rows: { victims: [{ id: "v-1", killedIn: 7 }] },
    issue: { ...victim, path: ["killedIn"], message: "the place is 7, not text (row 1): write it as text" },
  },
  {
    code: "list-malformed",
    rows: { victims: [{ id: "v-1", roles: { medical: true } }] },
    issue: {
      ...victim,
      path: ["roles"],
      message:
        "the value is an object, not a list (row 1): give a list, or a text with semicolons between its items",
    },
  },
  {
    code: "list-partly-unknown",
    rows: {
      incidents: [{ id: "i-1", suspects: "army; not known" }],
      victims: [],
      unknown: { suspects: ["not known"] },
    },
    issue: {
      ...incident,
      severity: "warning",
      path: ["suspects"],
      message:
        'the list names "army" beside "not known", which is left out (row 1): complete it, or take out what is not known where it names all',
    },
  },
  {
    code: "unborn-with-age",
    rows: { victims: [{ id: "v-1", unborn: "yes", age: 34 }] },
    issue: {
      ...victim,
      severity: "warning",
      path: ["unborn"],
      message:
        "the victim is recorded as unborn, and with an age (row 1): leave the age blank, or correct the column unborn where the row is the woman's",
    },
  },
  {
    code: "key-unknown",
    rows: { incidents: [{ id: "i-1", suspects: ["army", "the navy"] }] },
    issue: {
      ...incident,
      path: ["suspects", 1],
      message:
        'unknown perpetrator "the navy" (row 1): the codebook has no such key, label or alias; correct the text, or add it to the codebook',
    },
  },
  {
    code: "key-ambiguous",
    rows: { incidents: [{ id: "i-1", suspects: "Armed men" }] },
    issue: {
      ...incident,
      path: ["suspects", 0],
      message:
        'ambiguous perpetrator "Armed men" (row 1): it is a spelling of "army" (The army) or "rebels" (Rebels); write the key',
    },
  },
  {
    code: "sex-unrecognised",
    rows: { victims: [{ id: "v-1", sex: "w" }] },
    issue: {
      ...victim,
      path: ["sex"],
      message:
        'the sex is "w", none of female, f, woman, male, m, man, unknown, u (row 1): write one of these, or leave it blank where it is not known',
    },
  },
  {
    code: "status-unrecognised",
    rows: { victims: [{ id: "v-1", status: "fighter" }] },
    issue: {
      ...victim,
      path: ["status"],
      message:
        'the status is "fighter", none of civilian, other-protected, armed-forces, direct-participant, unknown, other protected person, member of armed forces, person directly participating in hostilities (row 1): write one of these, or leave it blank where it is not known',
    },
  },
  {
    code: "unborn-unrecognised",
    rows: { victims: [{ id: "v-1", unborn: 2 }] },
    issue: {
      ...victim,
      path: ["unborn"],
      message:
        "the value of unborn is 2, none of true, yes, 1, false, no, 0 (row 1): write one of these, or leave it blank where it is not known",
    },
  },
  {
    code: "investigation-unrecognised",
    rows: { incidents: [{ id: "i-1", investigation: "pending" }] },
    issue: {
      ...incident,
      path: ["investigation"],
      message:
        'the state of the investigation is "pending", none of open, concluded (row 1): write one of these, or leave it blank where it is not known',
    },
  },
  {
    code: "age-malformed",
    rows: { victims: [{ id: "v-1", age: "twelve" }] },
    issue: {
      ...victim,
      path: ["age"],
      message:
        'the age is "twelve", which cannot be read (row 1): give completed years, "3 months", a band such as "12-17", or leave it blank where it is not known',
    },
  },
  {
    code: "age-negative",
    rows: { victims: [{ id: "v-1", age: -1 }] },
    issue: {
      ...victim,
      path: ["age"],
      message:
        'the age is -1, below zero (row 1): declare it with unknown: { age: [-1] } where it stands for "not recorded", or correct it',
    },
  },
  {
    code: "age-implausible",
    rows: { victims: [{ id: "v-1", age: 1994 }] },
    issue: {
      ...victim,
      path: ["age"],
      message:
        'the age is 1994, above 120 (row 1): correct it if it is a year of birth, leave it blank where it is not known, or keep it with implausible: "keep"',
    },
  },
  {
    code: "date-malformed",
    rows: { victims: [{ id: "v-1", died: "2021-7-1" }] },
    issue: {
      ...victim,
      path: ["died"],
      message:
        'the date cannot be read (row 1): "2021-7-1" is not a date: write a year "2013", a month "2013-05", a day "2013-05-07", or two of these with a slash between, as in "2013-05/2013-06-19".',
    },
  },
  {
    code: "date-unreal",
    rows: { victims: [{ id: "v-1", documented: "2021-02-30" }] },
    issue: {
      ...victim,
      path: ["documented"],
      message:
        'the date cannot be read (row 1): "2021-02-30" is not in the calendar: the days of 2021-02 run from 01 to 28.',
    },
  },
  {
    code: "date-backwards",
    rows: { incidents: [{ id: "i-1", date: "2021-08/2021-07" }] },
    issue: {
      ...incident,
      path: ["date"],
      message:
        'the date cannot be read (row 1): "2021-08/2021-07" holds no day: write the earlier end first, then a slash, then the later end.',
    },
  },
  {
    code: "dates-out-of-order",
    rows: {
      incidents: [{ id: "i-1", date: "2021-07-05" }],
      victims: [{ id: "v-1", incident: "i-1", died: "2021-07-04" }],
    },
    issue: {
      ...victim,
      severity: "warning",
      path: ["died"],
      message:
        "the victim died (2021-07-04) before the incident (2021-07-05) (row 1): correct one of the dates",
    },
  },
  {
    code: "perpetrator-not-valid",
    rows: { incidents: [{ id: "i-1", date: "2015-04", suspects: ["army", "rebels"] }] },
    issue: {
      ...incident,
      severity: "warning",
      path: ["suspects", 1],
      message:
        'the perpetrator "rebels" (Rebels) existed from 2015-05-01 on, and the incident is of 2015-04 (row 1): correct the perpetrator, the date, or the days in the codebook',
    },
  },
  {
    code: "placeholder-undeclared",
    rows: { victims: [{ id: "v-1", incident: "0" }] },
    issue: {
      ...victim,
      path: ["incident"],
      message:
        'the incident is "0", which looks like "not recorded" (row 1): declare it with unknown: { incident: ["0"] } where it stands for no known incident, or give the id of one',
    },
  },
  {
    code: "incident-unknown",
    rows: { incidents: [{ id: "i-1" }], victims: [{ id: "v-1", incident: "i-2" }] },
    issue: {
      ...victim,
      path: ["incident"],
      message:
        'there is no incident "i-2" (row 1): add its row, correct the id, or leave it blank where no incident is known',
    },
  },
  {
    code: "incident-rejected",
    rows: {
      incidents: [{ id: "i-1", place: "Atlantis" }],
      victims: [{ id: "v-1", incident: "i-1" }],
    },
    issue: {
      ...victim,
      path: ["incident"],
      message: 'the row of the incident "i-1" was rejected (row 1): correct that row',
    },
  },
];

describe("the issues of rows, by code", () => {
  test.each(examples.map((example) => [example.code, example] as const))("%s", (code, { rows, issue }) => {
    expect(issuesOf(rows)).toContainEqual({ code, ...issue });
  });

  test("there is an example of every one", () => {
    // Of versions alone, as of a day: test/revision/parse-versions.test.ts.
    const ofVersions = [
      "version-unplaced",
      "versions-overlap",
      "withdrawn-unrecognised",
      "merged-into-unknown",
    ];
    const ofRows = Object.keys(issueCodes).filter((code) => !ofVersions.includes(code));
    expect(examples.map(({ code }) => code).sort()).toEqual(ofRows.sort());
  });

  test("no example has an issue of another kind, but for what follows from it", () => {
    for (const { code, rows } of examples) {
      const others = issuesOf(rows).filter((issue) => issue.code !== code);
      expect([code, others.map((issue) => issue.code)]).toEqual([
        code,
        code === "incident-rejected" ? ["key-unknown"] : [],
      ]);
    }
  });

  test("a key that is one letter off is named, with its labels", () => {
    const rows = Array.from({ length: 17 }, (_, index) => ({
      id: `v-${index + 1}`,
      killedIn: index === 16 ? "Idilb" : "Idlib",
    }));
    expect(issuesOf({ victims: rows })).toEqual([
      {
        table: "victims",
        row: 17,
        id: "v-17",
        path: ["killedIn"],
        code: "key-unknown",
        severity: "rejected",
        message: 'unknown place "Idilb" (row 17): did you mean "idlib" (Idlib, إدلب)?',
      },
    ]);
  });

  test("every fault of a row is told at once", () => {
    const found = issuesOf({
      victims: [{ id: "", sex: "w", age: "twelve", roles: "medical;cook", died: 2021, sources: [5] }],
    });
    expect(found.map(({ path, code }) => [...path, code])).toEqual([
      ["id", "id-missing"],
      ["sex", "sex-unrecognised"],
      ["age", "age-malformed"],
      ["roles", 1, "key-unknown"],
      ["died", "date-malformed"],
      ["sources", 0, "text-expected"],
    ]);
  });

  test("so is every item of a list, an incident that there is not, and both pairs of dates", () => {
    const found = issuesOf({
      incidents: [
        { id: "i-1", date: "2021-07-05", suspects: "Foo; The army; Bar" },
        { id: "i-2", date: "2021-07-05" },
      ],
      victims: [
        { id: "v-1", incident: "i-9", age: -3 },
        { id: "v-2", incident: "i-2", died: "2021-07-04", documented: "2021-07-03" },
      ],
    });
    expect(found.map(({ id, path, code }) => [id, ...path, code])).toEqual([
      ["i-1", "suspects", 0, "key-unknown"],
      ["i-1", "suspects", 2, "key-unknown"],
      ["v-1", "age", "age-negative"],
      ["v-1", "incident", "incident-unknown"],
      ["v-2", "died", "dates-out-of-order"],
      ["v-2", "documented", "dates-out-of-order"],
    ]);
  });

  test("what looks like not recorded is told how to declare for its column", () => {
    const rows = { victims: [{ id: "v-1", killedIn: "Unknown", died: "n/a", roles: ["none"] }] };
    expect(issuesOf(rows).map(({ code, message }) => [code, message])).toEqual([
      [
        "placeholder-undeclared",
        'the value of roles is "none", which looks like "not recorded" (row 1): declare it with unknown: { roles: ["none"] } where it stands for that, or correct it',
      ],
      [
        "placeholder-undeclared",
        'the value of died is "n/a", which looks like "not recorded" (row 1): declare it with unknown: { died: ["n/a"] } where it stands for that, or correct it',
      ],
      [
        "placeholder-undeclared",
        'the value of killedIn is "Unknown", which looks like "not recorded" (row 1): declare it with unknown: { killedIn: ["Unknown"] } where it stands for that, or correct it',
      ],
    ]);
    const declared = { died: ["n/a"], killedIn: ["Unknown"], roles: ["none"] };
    expect(issuesOf({ ...rows, unknown: declared })).toEqual([]);
  });

  test("they come by table, incidents first, and by row", () => {
    const found = issuesOf({
      incidents: [{ id: "i-1" }, 5, { id: "i-3", place: "Atlantis" }],
      victims: [{ id: "v-1", incident: "i-9" }, { id: "v-2", age: -1 }, { id: "v-3", incident: "i-3" }, "x"],
    });
    expect(found.map(({ table, row, code }) => [table, row, code])).toEqual([
      ["incidents", 2, "row-not-object"],
      ["incidents", 3, "key-unknown"],
      ["victims", 1, "incident-unknown"],
      ["victims", 2, "age-negative"],
      ["victims", 3, "incident-rejected"],
      ["victims", 4, "row-not-object"],
    ]);
  });

  test("a message stays short, however long the value or the list of rows", () => {
    const long = "x".repeat(100_000);
    const victims = Array.from({ length: 1000 }, (_, age) => ({ id: "v-1", age: age % 100 }));
    const messages = [...issuesOf({ victims: [{ id: "v-1", sex: long }] }), ...issuesOf({ victims })].map(
      ({ message }) => message,
    );
    expect(Math.max(...messages.map(({ length }) => length))).toBeLessThan(250);
    expect(messages[1]).toBe(
      'the rows 1, 2, 3, 4, 5 and 995 more have the id "v-1" and do not say the same (row 1): correct them; until then none of them is kept',
    );
  });
});
