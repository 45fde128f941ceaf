import * as z from "zod";
import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import { checkReadOptions } from "./check-options.js";
import { columnReaders, type ReadOptions } from "./columns.js";
import type { Incident } from "./incident.js";
import { type Readers, readRow } from "./read-row.js";
import type { VictimValues } from "./victim.js";

/**
 * The zod schema of one row of the incidents: what `parseRecords` accepts of a row by itself, and what it makes of it.
 *
 * A column that is missing or blank is *not known*; columns that the library does not know are in `extra`. An issue has
 * the library's code in `params.code`; warnings are not reported. What rows must be to each other (ids, references,
 * dates) is checked by `parseRecords` alone.
 *
 * @example
 * incidentSchema(snhrCodebook).parse({ id: "i-1", place: "Idleb", suspects: "Russian forces" }).place // "idlib"
 * incidentSchema(snhrCodebook).safeParse({ id: "i-1", place: "Idilb" }).success // false
 */
export function incidentSchema<K extends Keys>(
  codebook: Codebook<K>,
  options: ReadOptions = {},
): z.ZodType<Incident<K>> {
  checkReadOptions(options);
  return rowSchema(columnReaders(codebook, options).incident, (values, extra) => ({ ...values, extra }));
}

/**
 * The zod schema of one row of the victims, with the incident as an id: what `parseRecords` accepts of a row by itself,
 * and what it makes of it.
 *
 * A column that is missing or blank is *not known*; columns that the library does not know stay in the output. An issue
 * has the library's code in `params.code`; warnings are not reported. What rows must be to each other (ids, references,
 * dates) is checked by `parseRecords` alone.
 *
 * @example
 * victimSchema(snhrCodebook).parse({ id: "v-1", age: "3 months" }).age // 0
 * victimSchema(snhrCodebook).safeParse({ id: "v-1", age: "twelve" }).error?.issues[0]?.path // ["age"]
 */
export function victimSchema<K extends Keys>(
  codebook: Codebook<K>,
  options: ReadOptions = {},
): z.ZodType<VictimValues<K>> {
  checkReadOptions(options);
  return rowSchema(columnReaders(codebook, options).victim, (values, extra) => ({ ...extra, ...values }));
}

/** The row is read by the function that `parseRecords` reads it with, so that the two cannot differ. */
function rowSchema<Values extends object, Output>(
  readers: Readers<Values>,
  outputOf: (values: Values, extra: Readonly<Record<string, unknown>>) => Output,
): z.ZodType<Output> {
  return z.unknown().transform((row, context): Output => {
    const { values, extra, faults } = readRow(readers, row);
    if (values !== null) return outputOf(values, extra);
    for (const { code, describe, path } of faults) {
      context.issues.push({
        code: "custom",
        message: describe(),
        input: row,
        path: [...path],
        params: { code },
      });
    }
    return z.NEVER;
  });
}
