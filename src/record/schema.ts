import * as z from "zod";
import { checkedLists } from "../codebook/check-codebook.js";
import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import { checkReadOptions } from "./check-options.js";
import { columnReaders, type Readers, type ReadOptions } from "./columns.js";
import type { IncidentValues } from "./incident.js";
import { notObject } from "./read-table.js";
import { Doubtful, Fault, type Reader } from "./read-value.js";
import type { VictimValues } from "./victim.js";

/** The zod schema of one column: any value or none in, what the library makes of it out. */
export type ColumnSchema<Value> = z.ZodPipe<z.ZodOptional<z.ZodUnknown>, z.ZodTransform<Value>>;

/** The zod schema of a row: an object with a schema for each column that the library reads, and any further columns. */
export type RowSchema<Values> = z.ZodObject<
  { readonly [Column in keyof Values]: ColumnSchema<Values[Column]> },
  z.core.$loose
>;

/**
 * The zod schema of one row of the incidents: what `parseRecords` accepts of a row by itself, and what it makes of it.
 *
 * It is an object schema with one schema for each column, to be picked from and extended, or used column by column. A
 * column that is missing or blank is *not known*; columns that the library does not know stay in the output, but for one
 * named `__proto__`. An issue has the library's code in `params.code`; warnings are not reported. What rows must be to each
 * other (ids, references, dates) is checked by `parseRecords` alone.
 *
 * Errors: `options-malformed`.
 *
 * @example
 * incidentSchema(snhrCodebook).parse({ id: "i-1", place: "Idleb", suspects: "Russian forces" }).place // "idlib"
 * incidentSchema(snhrCodebook).safeParse({ id: "i-1", place: "Idilb" }).success // false
 * incidentSchema(snhrCodebook).shape.suspects.parse("Russian forces; HTS") // ["russia", "hts"]
 */
export function incidentSchema<K extends Keys>(
  codebook: Codebook<K>,
  options: ReadOptions = {},
): RowSchema<IncidentValues<K>> {
  checkReadOptions(options);
  return rowSchema(columnReaders(checkedLists(codebook), options).incident);
}

/**
 * The zod schema of one row of the victims, with the incident as an id: what `parseRecords` accepts of a row by itself,
 * and what it makes of it. In everything else it is as `incidentSchema`.
 *
 * Errors: `options-malformed`.
 *
 * @example
 * victimSchema(snhrCodebook).parse({ id: "v-1", age: "3 months" }).age // 0
 * victimSchema(snhrCodebook).safeParse({ id: "v-1", age: "twelve" }).error?.issues[0]?.path // ["age"]
 * victimSchema(snhrCodebook).pick({ age: true, killedIn: true }).parse({ killedIn: "Deraa" }) // { age: null, killedIn: "daraa" }
 */
export function victimSchema<K extends Keys>(
  codebook: Codebook<K>,
  options: ReadOptions = {},
): RowSchema<VictimValues<K>> {
  checkReadOptions(options);
  return rowSchema(columnReaders(checkedLists(codebook), options).victim);
}

/** Each column is read by the function that `parseRecords` reads it with, so that the two cannot differ. */
function rowSchema<Values extends object>(readers: Readers<Values>): RowSchema<Values> {
  const columns = Object.entries<Reader<unknown>>(readers).map(([column, read]) => [
    column,
    columnSchema(read),
  ]);
  const error = (issue: z.core.$ZodRawIssue): string | undefined => {
    if (issue.code !== "invalid_type") return undefined;
    const { code, describe } = notObject(issue.input);
    // zod makes this issue itself, and takes the message alone from here; the code has to be put where all have it.
    Object.assign(issue, { params: { code } });
    return describe();
  };
  // One schema for each column, of the type that its reader gives, which the compiler cannot tell from entries.
  return z.looseObject(Object.fromEntries(columns), { error }) as RowSchema<Values>;
}

function columnSchema<Value>(read: Reader<Value>): ColumnSchema<Value> {
  // Optional, so that a missing column is read too: as *not known*, or refused where it must not be missing.
  return z
    .unknown()
    .optional()
    .transform((value, context): Value => {
      const result = read(value);
      if (!(result instanceof Fault)) return result instanceof Doubtful ? result.value : result;
      for (const { code, describe, at } of [result, ...result.others]) {
        const path = at === null ? [] : [at];
        context.issues.push({ code: "custom", message: describe(), input: value, path, params: { code } });
      }
      return z.NEVER;
    });
}
