import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import * as z from "zod";
import type { PartialDate } from "../../src/calendar/partial-date.js";
import { incidentColumns, victimColumns } from "../../src/record/columns.js";
import { parseRecords } from "../../src/record/parse-records.js";
import { incidentSchema, victimSchema } from "../../src/record/schema.js";
import type { Age } from "../../src/record/victim.js";
import { snhrCodebook } from "../../src/snhr/codebook.js";
import type { SnhrKeys } from "../../src/snhr/keys.js";

const victim = victimSchema(snhrCodebook);
const incident = incidentSchema(snhrCodebook);

describe("a schema", () => {
  test("has one schema for each column, in the order of the columns", () => {
    expect(Object.keys(victim.shape)).toEqual(victimColumns);
    expect(Object.keys(incident.shape)).toEqual(incidentColumns);
    expect(victim.shape.age.parse("3 months")).toBe(0);
    expect(victim.shape.killedIn.parse("Deir ez-Zor")).toBe("deir-ez-zour");
    expect(incident.shape.date.parse(" 2021-07 ")).toBe("2021-07");
    expect(incident.shape.suspects.safeParse("Russian forces; the navy").error?.issues).toMatchObject([
      { path: [1], params: { code: "key-unknown" } },
    ]);
  });

  test("is typed by the codebook, column by column", () => {
    expectTypeOf(victim.shape.age.parse("7")).toEqualTypeOf<Age>();
    expectTypeOf(incident.shape.date.parse("2021")).toEqualTypeOf<PartialDate | null>();
    expectTypeOf(victim.parse({ id: "v-1" }).killedIn).toEqualTypeOf<SnhrKeys["place"] | null>();
    expectTypeOf(incident.parse({ id: "i-1" }).suspects).toEqualTypeOf<readonly SnhrKeys["perpetrator"][]>();
  });

  test("can be picked from, extended and made part of another, as a form or a service does", () => {
    const form = victim.pick({ id: true, age: true }).extend({ consent: z.literal(true) });
    expect(form.parse({ id: 7, age: "", consent: true })).toEqual({ id: "7", age: null, consent: true });
    const refused = form.safeParse({ age: "twelve", consent: false }).error?.issues;
    expect(refused?.map(({ path, code }) => [path, code])).toEqual([
      [["id"], "custom"],
      [["age"], "custom"],
      [["consent"], "invalid_value"],
    ]);
    expectTypeOf(form.parse({ id: "7", consent: true })).toExtend<{ id: string; age: Age; consent: true }>();
    const file = z.object({ incidents: z.array(incident), victims: z.array(victim) });
    const { victims } = file.parse({ incidents: [], victims: [{ id: "v-1", sex: "F", sheet: 3 }] });
    expect(victims[0]).toMatchObject({ sex: "female", roles: [], sheet: 3 });
  });

  test.each([null, undefined, 7, "v-1", [{ id: "v-1" }], true])("says of %j that it is no row", (row) => {
    const [issue] = parseRecords(snhrCodebook, { victims: [row] }).issues;
    expect(victim.safeParse(row).error?.issues).toMatchObject([
      { path: [], params: { code: "row-not-object" }, message: issue?.message.replace(" (row 1)", "") },
    ]);
  });
});

/** Values of which some are good in some column, and others in none. */
const values = fc.oneof(
  fc.anything(),
  fc.constantFrom<unknown>(
    ...[
      "",
      " ",
      "0",
      "-1",
      "v-1",
      "f",
      "Male",
      "civilian",
      "unknown",
      "open",
      "yes",
      "12-17",
      "child",
      "3 months",
    ],
    ...[
      "2021-07-17",
      "2021-02-30",
      "2021-7-1",
      "2021-08/2021-07",
      "idlib",
      "Idilb",
      "HTS",
      "HTS;Russia;;",
      "torture",
    ],
    ...[0, -1, 34, 200, 1994, NaN, 5n, true, false, null, undefined, [], ["media", ""], ["media", 7], {}],
    ...[
      { minimum: 0, maximum: 17 },
      { minimum: 17, maximum: 0 },
      new Date(0),
      Symbol("x"),
      "__proto__",
      "victim:v-1",
    ],
  ),
);

/** Rows with any values in any of the columns and in others, inherited, got, or of their own. */
function hostileRows(columns: readonly string[]): fc.Arbitrary<unknown> {
  const row = fc.tuple(
    fc.dictionary(fc.oneof(fc.constantFrom(...columns), fc.string()), values),
    fc.constantFrom("own", "inherited", "got"),
    fc.boolean(),
  );
  return fc.oneof(
    {
      weight: 9,
      arbitrary: row.map(([own, how, hasId]): unknown => rowOf(hasId ? { id: "r-1", ...own } : own, how)),
    },
    fc.anything(),
  );
}

function rowOf(columns: object, how: string): object {
  if (how === "own") return columns;
  if (how === "inherited") return Object.create(columns) as object;
  const getters = Object.entries(columns).map(([column, value]: [string, unknown]) => [
    column,
    { get: () => value, enumerable: true },
  ]);
  return Object.defineProperties({}, Object.fromEntries(getters) as PropertyDescriptorMap);
}

/** The codes and paths for which a row is rejected by itself. */
function faultsOf(table: "incidents" | "victims", row: unknown): unknown[] {
  const { issues } = parseRecords(snhrCodebook, { victims: [], [table]: [row] });
  return issues
    .filter(({ severity, code }) => severity === "rejected" && code !== "incident-unknown")
    .map(({ path, code }) => [path, code]);
}

describe("parseRecords accepts a row exactly where the schema does, and refuses it for the same", () => {
  test.each([
    ["victims", victim, victimColumns],
    ["incidents", incident, incidentColumns],
  ] as const)("%s", (table, schema, columns) => {
    fc.assert(
      fc.property(hostileRows(columns), (row) => {
        const found = schema.safeParse(row).error?.issues ?? [];
        expect(
          found.map((issue): unknown => [issue.path, "params" in issue ? issue.params?.["code"] : null]),
        ).toEqual(faultsOf(table, row));
      }),
      { numRuns: 400 },
    );
  });

  test("and so it is column by column", () => {
    fc.assert(
      fc.property(fc.constantFrom(...victimColumns), values, (column, value) => {
        const row = column === "id" ? { id: value } : { id: "v-1", [column]: value };
        const schema: z.ZodType = victim.shape[column];
        expect(schema.safeParse(value).success).toBe(faultsOf("victims", row).length === 0);
      }),
      { numRuns: 200 },
    );
  });
});
