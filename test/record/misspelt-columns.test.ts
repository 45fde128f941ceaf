import { expect, test } from "vitest";
import { parseRecords } from "../../src/record/parse-records.js";
import { snhrCodebook } from "../../src/snhr/codebook.js";

test("a column that is not read for its case, spaces or plural is told once, and kept", () => {
  const { victims, issues } = parseRecords(snhrCodebook, {
    incidents: [{ id: "i-1", fired_from: "Russian forces", suspect: "ISIS", note: "seen" }],
    victims: [
      { id: "v-1", Age: "12", "documented ": "2021-07-04", form: 7 },
      { id: "v-2", Age: "13", "documented ": "2021-07-05", form: 8 },
    ],
  });
  expect(issues.map(({ table, row, path, code, severity }) => [table, row, path, code, severity])).toEqual([
    ["incidents", 1, ["fired_from"], "column-misspelt", "warning"],
    ["incidents", 1, ["suspect"], "column-misspelt", "warning"],
    ["victims", 1, ["Age"], "column-misspelt", "warning"],
    ["victims", 1, ["documented "], "column-misspelt", "warning"],
  ]);
  expect(issues[2]?.message).toBe(
    'the column "Age" is not read (row 1): did you mean "age"? Rename it, or what it holds counts as not known',
  );
  expect(victims.map(({ age, extra }) => [age, extra.Age])).toEqual([
    [null, "12"],
    [null, "13"],
  ]);
});
