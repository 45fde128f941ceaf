import type { PartialDate } from "../calendar/partial-date.js";
import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import type { IncidentValues } from "./incident.js";
import { readAge } from "./read-age.js";
import { readDate } from "./read-date.js";
import { readId, readIncidentId } from "./read-id.js";
import { readKey, readListedKey } from "./read-key.js";
import { listOf, orUndeclared, orUnknown, placeholdersOf } from "./read-unknown.js";
import { type Reader, readText } from "./read-value.js";
import { readInvestigation, readSex, readStatus, readUnborn } from "./read-word.js";
import type { VictimValues } from "./victim.js";

/** The columns of an incident that the library reads. */
export type IncidentColumn = keyof IncidentValues;

/** The columns of a victim that the library reads. */
export type VictimColumn = keyof VictimValues;

/** The columns of an incident, in the order in which they are read and told of. */
export const incidentColumns = [
  "id",
  "date",
  "place",
  "means",
  "suspects",
  "investigation",
  "firedFrom",
  "controlledBy",
  "sources",
] as const satisfies readonly IncidentColumn[];

/** The columns of a victim, in the order in which they are read and told of. */
export const victimColumns = [
  "id",
  "incident",
  "status",
  "sex",
  "age",
  "unborn",
  "roles",
  "cause",
  "died",
  "documented",
  "killedIn",
  "origin",
  "sources",
] as const satisfies readonly VictimColumn[];

/** The caller's choices about what a value of a row means. */
export interface ReadOptions {
  /** The values that stand for *not recorded*, by column: `{ age: [-1], incident: ["0"] }`. */
  readonly unknown?: { readonly [Column in VictimColumn | IncidentColumn]?: readonly (string | number)[] };
  /** What is done with an age above 120: its row is rejected (the default), or kept with a warning. */
  readonly implausible?: "refuse" | "keep";
}

/** One reader for each column. */
export type Readers<Values> = { readonly [Column in keyof Values]: Reader<Values[Column]> };

/** How each column of each table is read. */
export interface ColumnReaders<K extends Keys> {
  readonly incident: Readers<IncidentValues<K>>;
  readonly victim: Readers<VictimValues<K>>;
}

/** The readers of both tables, by a codebook and the caller's choices. */
export function columnReaders<K extends Keys>(
  codebook: Codebook<K>,
  { unknown = {}, implausible = "refuse" }: ReadOptions,
): ColumnReaders<K> {
  type Column = VictimColumn | IncidentColumn;
  const placeholders = (column: Column) => placeholdersOf(unknown[column]);
  const orNull = <Value>(column: Column, read: Reader<Value>) =>
    orUnknown(orUndeclared(column, read), placeholders(column), null);
  const list = <Value>(column: Column, read: Reader<Value>) =>
    listOf(orUndeclared(column, read), placeholders(column));
  const date = (column: Column): Reader<PartialDate | null> => orNull(column, readDate);
  const id = readId(placeholders("id"));
  const sources = list("sources", readText("source"));
  const place = readKey(codebook, "place");
  const perpetrator = readListedKey(codebook, "perpetrator");
  return {
    incident: {
      id,
      date: date("date"),
      place: orNull("place", place),
      means: orNull("means", readKey(codebook, "means")),
      suspects: list("suspects", perpetrator),
      investigation: orNull("investigation", readInvestigation),
      firedFrom: list("firedFrom", perpetrator),
      controlledBy: list("controlledBy", perpetrator),
      sources,
    },
    victim: {
      id,
      incident: orNull("incident", readIncidentId),
      status: orUnknown(readStatus, placeholders("status"), "unknown"),
      sex: orUnknown(readSex, placeholders("sex"), "unknown"),
      age: orNull("age", readAge(implausible)),
      unborn: orUnknown(readUnborn, placeholders("unborn"), false),
      roles: list("roles", readListedKey(codebook, "role")),
      cause: orNull("cause", readKey(codebook, "cause")),
      died: date("died"),
      documented: date("documented"),
      killedIn: orNull("killedIn", place),
      origin: orNull("origin", place),
      sources,
    },
  };
}
