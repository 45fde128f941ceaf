import * as z from "zod";
import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import { columnReaders, type ReadOptions } from "./columns.js";
import type { Incident } from "./incident.js";
import type { Reader } from "./read-value.js";
import type { VictimValues } from "./victim.js";

/**
 * The zod schema of one row of the incidents: what `parseRecords` accepts of a row by itself, and what it makes of it.
 *
 * An issue carries the library's code in `params.code`. Checks across rows (ids, references) are `parseRecords`' own.
 */
export function incidentSchema<K extends Keys>(
  codebook: Codebook<K>,
  options: ReadOptions = {},
): z.ZodType<Incident<K>> {
  const { incident } = columnReaders(codebook, options);
  return z.object({
    id: column(incident.id),
    date: column(incident.date),
    place: column(incident.place),
    means: column(incident.means),
    suspects: column(incident.suspects),
    investigation: column(incident.investigation),
    firedFrom: column(incident.firedFrom),
    controlledBy: column(incident.controlledBy),
    sources: column(incident.sources),
  });
}

/**
 * The zod schema of one row of the victims, with the incident as an id; further columns stay in the output.
 *
 * An issue carries the library's code in `params.code`. Checks across rows (ids, references) are `parseRecords`' own.
 */
export function victimSchema<K extends Keys>(
  codebook: Codebook<K>,
  options: ReadOptions = {},
): z.ZodType<VictimValues<K>> {
  const { victim } = columnReaders(codebook, options);
  return z.looseObject({
    id: column(victim.id),
    incident: column(victim.incident),
    status: column(victim.status),
    sex: column(victim.sex),
    age: column(victim.age),
    unborn: column(victim.unborn),
    roles: column(victim.roles),
    cause: column(victim.cause),
    died: column(victim.died),
    documented: column(victim.documented),
    killedIn: column(victim.killedIn),
    origin: column(victim.origin),
    sources: column(victim.sources),
  });
}

/** One column: present or not, read by its reader. */
function column<Value>(read: Reader<Value>): z.ZodType<Value> {
  return z.unknown().transform((value, context): Value => {
    const result = read(value);
    if (!("fault" in result)) return result.value;
    const { code, describe, at } = result.fault;
    context.issues.push({
      code: "custom",
      message: describe(),
      input: value,
      params: { code },
      ...(at === undefined ? {} : { path: [at] }),
    });
    return z.NEVER;
  });
}
