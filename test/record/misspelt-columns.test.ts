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
