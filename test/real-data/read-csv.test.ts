import { describe, expect, test } from "vitest";
import { readCsv } from "./read-csv.js";
import { sharedText } from "./shared-data.js";

describe("a CSV file", () => {
  test("is read by the names of its columns, with commas and quotes inside of quotes", () => {
    const text = 'id,place,dead\n1,"Khushali Village, Mir Ali",4\n2,"the ""old"" town",\n,"",0\n';
    expect(readCsv(text, ["place", "dead"])).toEqual([
      { place: "Khushali Village, Mir Ali", dead: "4" },
      { place: 'the "old" town', dead: "" },
      { place: "", dead: "0" },
    ]);
  });

  test.each([
    ["a column that is not there", "id,place\n1,Wana", /no column "dead"/],
    ["a row that is too short", "id,dead\n1", /Line 2 has 1 fields/],
    ["a row that is too long", "id,dead\n1,2\n1,2,3", /Line 3 has 3 fields/],
    ["a quote that is not closed", 'id,dead\n1,"2', /quotes/],
    ["a quote inside of a field", 'id,dead\n1"1,2', /quotes/],
  ])("with %s is refused", (_, text, message) => {
    expect(() => readCsv(text, ["dead"])).toThrow(message);
  });
});

test("shared data that are not there are missed with a sentence of what to do", () => {
  expect(() => sharedText("records/none.csv")).toThrow(/place the folder "shared" next to the repository/);
});
