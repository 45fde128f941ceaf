import { expect, test } from "vitest";
import { parseRecords } from "../../src/record/parse-records.js";
import { snhrCodebook } from "../../src/snhr/codebook.js";

test("a column that is not read for its case or spaces is told once, and kept", () => {
  const { victims, issues } = parseRecords(snhrCodebook, {
    incidents: [{ id: "i-1", fired_from: "Russian forces", source: "a list", note: "seen" }],
    victims: [
      { id: "v-1", Age: "12", "documented ": "2021-07-04", form: 7 },
      { id: "v-2", Age: "13", "documented ": "2021-07-05", form: 8 },
    ],
  });
  expect(issues.map(({ table, row, path, code, severity }) => [table, row, path, code, severity])).toEqual([
    ["incidents", 1, ["fired_from"], "column-misspelt", "warning"],
    ["victims", 1, ["Age"], "column-misspelt", "warning"],
    ["victims", 1, ["documented "], "column-misspelt", "warning"],
  ]);
  expect(issues[1]?.message).toBe(
    'the column "Age" is not read (row 1): did you mean "age"? Rename it, or what it holds counts as not known',
  );
  expect(victims.map(({ age, extra }) => [age, extra.Age])).toEqual([
    [null, "12"],
    [null, "13"],
  ]);
});

const told = (victim: object) =>
  parseRecords(snhrCodebook, {
    victims: [
      { id: "v-1", ...victim },
      { id: "v-2", ...victim },
    ],
  }).issues.map(({ row, code, message }) => [row, code, message]);

test("a misspelt column beside the one that is meant is to be left out, not renamed", () => {
  expect(told({ age: "9", Age: "9" })).toEqual([
    [
      1,
      "column-misspelt",
      'the column "Age" is not read (row 1): "age" is, which the row has too; leave one of the two out',
    ],
  ]);
});

test("columns that name incidents, perpetrators and roles otherwise are told", () => {
  const { issues } = parseRecords(snhrCodebook, {
    incidents: [{ id: "i-1", perpetrator: "Russian forces" }],
    victims: [{ id: "v-1", incident_id: "i-1", role: "media" }],
  });
  expect(issues.map(({ table, path, message }) => [table, path[0], message])).toEqual([
    ["incidents", "perpetrator", expect.stringContaining('did you mean "suspects"?')],
    ["victims", "incident_id", expect.stringContaining('did you mean "incident"?')],
    ["victims", "role", expect.stringContaining('did you mean "roles"?')],
  ]);
});

test("another name of a column is told of where the row does not have the column", () => {
  expect(told({ Gender: "F", governorate: "Idlib" }).map(([, , message]) => message)).toEqual([
    'the column "Gender" is not read (row 1): did you mean "sex"? Rename it, or what it holds counts as not known',
    'the column "governorate" is not read (row 1): did you mean "killedIn"? Rename it, or what it holds counts as not known',
  ]);
  expect(told({ gender: "F", sex: "", Governorate: "x", killedIn: "", nationality: "Syrian" })).toEqual([]);
  const { issues } = parseRecords(snhrCodebook, {
    incidents: [{ id: "i-1", governorate: "Idlib" }],
    victims: [],
  });
  expect(issues[0]?.message).toContain('did you mean "place"?');
});

test.each([
  ["Russian forces, Syrian regime", '"Russian forces; Syrian regime"'],
  ["Russian forces/Syrian regime", '"Russian forces; Syrian regime"'],
  ["Russian forces and Nobody Known", '"Russian forces; Nobody Known"'],
  ["russia، regime", '"russia; regime"'],
])("of a list that is not parted by semicolons, it is said how to part it: %s", (suspects, parted) => {
  const { issues } = parseRecords(snhrCodebook, { incidents: [{ id: "i-1", suspects }], victims: [] });
  expect(issues.map(({ code, path, message }) => [code, path, message])).toEqual([
    [
      "key-unknown",
      ["suspects", 0],
      `the perpetrator "${suspects}" looks like several (row 1): part them by semicolons, ${parted}`,
    ],
  ]);
});

test("of a list, what is no perpetrator at all is not said to be several", () => {
  const incidents = [{ id: "i-1", suspects: "this and that" }];
  const { issues } = parseRecords(snhrCodebook, { incidents, victims: [] });
  expect(issues[0]?.message).toMatch(/^unknown perpetrator "this and that"/);
});
