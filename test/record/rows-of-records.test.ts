import { describe, expect, expectTypeOf, test } from "vitest";
import { parseRecords } from "../../src/record/parse-records.js";
import { rowsOfRecords } from "../../src/record/rows-of-records.js";
import { snhrCodebook } from "../../src/snhr/codebook.js";

describe("rowsOfRecords", () => {
  const parsed = parseRecords(snhrCodebook, {
    incidents: [{ id: "i-1", place: "Idleb", suspects: "Russian forces", form: 3 }],
    victims: [
      { id: "v-1", incident: "i-1", age: "child", extra: "x", form: 7 },
      { id: "v-2", incident: "", age: "34", extra: "y", form: 8 },
    ],
  });
  const rows = rowsOfRecords(parsed);

  test("has the incident as its id, and the further columns beside the others", () => {
    const unknown = {
      status: "unknown",
      sex: "unknown",
      unborn: false,
      roles: [],
      cause: null,
      died: null,
      documented: null,
      killedIn: null,
      origin: null,
      sources: [],
    };
    expect(rows.incidents).toEqual([
      {
        id: "i-1",
        date: null,
        place: "idlib",
        means: null,
        suspects: ["russia"],
        investigation: null,
        firedFrom: [],
        controlledBy: [],
        sources: [],
        form: 3,
      },
    ]);
    expect(rows.victims).toEqual([
      { ...unknown, id: "v-1", incident: "i-1", age: { minimum: 0, maximum: 17 }, extra: "x", form: 7 },
      { ...unknown, id: "v-2", incident: null, age: 34, extra: "y", form: 8 },
    ]);
  });

  test("is what the same records are parsed from", () => {
    expect(parseRecords(snhrCodebook, rows).victims).toEqual(parsed.victims);
  });

  test("is typed by the records", () => {
    expectTypeOf(rows.victims[0]?.form).toEqualTypeOf<number | undefined>();
    expectTypeOf(rows.victims[0]?.incident).toEqualTypeOf<string | null | undefined>();
    expectTypeOf(parseRecords(snhrCodebook, rows).victims[0]?.extra.form).toEqualTypeOf<number | undefined>();
  });

  test("of no records is no rows", () => {
    expect(rowsOfRecords(parseRecords(snhrCodebook, { victims: [] }))).toEqual({
      incidents: [],
      victims: [],
    });
  });

  test("keeps a column that has the name of the prototype", () => {
    const row: unknown = JSON.parse('{ "id": "v-1", "__proto__": { "age": 7 } }');
    const { victims } = rowsOfRecords(parseRecords(snhrCodebook, { victims: [row] }));
    expect(JSON.stringify(victims[0])).toContain('"__proto__":{"age":7}');
    expect(victims[0]?.age).toBeNull();
  });
});
