import { type PartialDate, partialDate } from "../calendar/partial-date.js";
import type { Codebook } from "../codebook/codebook.js";
import { type Investigation, type Sex, type Status, statuses } from "../codebook/condition.js";
import { describeFailure, keyFinder } from "../codebook/find-key.js";
import { type Keys, type ListName, reservedNames } from "../codebook/keys.js";
import { CasualtyError } from "../error.js";
import { readAge } from "./read-age.js";
import {
  fault,
  isBlank,
  listOfItems,
  oneOf,
  orUnknown,
  type Read,
  type Reader,
  readText,
  shown,
} from "./read-value.js";
import type { Age } from "./victim.js";

/** The caller's choices about what a value of a row means. */
export interface ReadOptions {
  /** The values that stand for *not recorded*, by column: `{ age: [-1], incident: ["0"] }`. */
  readonly unknown?: { readonly [Column in VictimColumn | IncidentColumn]?: readonly (string | number)[] };
  /** What is done with an age above 120: its row is rejected (the default), or kept with a warning. */
  readonly implausible?: "refuse" | "keep";
}

/** The columns of an incident that the library reads. */
export type IncidentColumn =
  | "id"
  | "date"
  | "place"
  | "means"
  | "suspects"
  | "investigation"
  | "firedFrom"
  | "controlledBy"
  | "sources";

/** The columns of a victim that the library reads. */
export type VictimColumn =
  | "id"
  | "incident"
  | "status"
  | "sex"
  | "age"
  | "unborn"
  | "roles"
  | "cause"
  | "died"
  | "documented"
  | "killedIn"
  | "origin"
  | "sources";

/** How each column of an incident is read. */
export interface IncidentReaders<K extends Keys> {
  readonly id: Reader<string>;
  readonly date: Reader<PartialDate | null>;
  readonly place: Reader<K["place"] | null>;
  readonly means: Reader<K["means"] | null>;
  readonly suspects: Reader<readonly K["perpetrator"][]>;
  readonly investigation: Reader<Investigation | null>;
  readonly firedFrom: Reader<readonly K["perpetrator"][]>;
  readonly controlledBy: Reader<readonly K["perpetrator"][]>;
  readonly sources: Reader<readonly string[]>;
}

/** How each column of a victim is read; `incident` is its id. */
export interface VictimReaders<K extends Keys> {
  readonly id: Reader<string>;
  readonly incident: Reader<string | null>;
  readonly status: Reader<Status>;
  readonly sex: Reader<Sex>;
  readonly age: Reader<Age>;
  readonly unborn: Reader<boolean>;
  readonly roles: Reader<readonly K["role"][]>;
  readonly cause: Reader<K["cause"] | null>;
  readonly died: Reader<PartialDate | null>;
  readonly documented: Reader<PartialDate | null>;
  readonly killedIn: Reader<K["place"] | null>;
  readonly origin: Reader<K["place"] | null>;
  readonly sources: Reader<readonly string[]>;
}

/** The readers of both tables, by a codebook and the caller's choices. */
export function columnReaders<K extends Keys>(
  codebook: Codebook<K>,
  { unknown = {}, implausible = "refuse" }: ReadOptions,
): { readonly incident: IncidentReaders<K>; readonly victim: VictimReaders<K> } {
  const placeholders = (column: VictimColumn | IncidentColumn) =>
    new Set((unknown[column] ?? []).map((value) => String(value).trim()));
  const maybe = <Value>(column: VictimColumn | IncidentColumn, read: Reader<Value>) =>
    orUnknown(read, placeholders(column));
  const list = <Value>(column: VictimColumn | IncidentColumn, read: Reader<Value>) =>
    listOfItems(read, placeholders(column));
  const place = readKey(codebook, "place");
  const perpetrator = readKey(codebook, "perpetrator");
  return {
    incident: {
      id: readId,
      date: maybe("date", readDate),
      place: maybe("place", place),
      means: maybe("means", readKey(codebook, "means")),
      suspects: list("suspects", perpetrator),
      investigation: maybe("investigation", readInvestigation),
      firedFrom: list("firedFrom", perpetrator),
      controlledBy: list("controlledBy", perpetrator),
      sources: list("sources", readText),
    },
    victim: {
      id: readId,
      incident: maybe("incident", readId),
      status: withDefault(maybe("status", readStatus), "unknown"),
      sex: withDefault(maybe("sex", readSex), "unknown"),
      age: maybe("age", readAge(implausible)),
      unborn: withDefault(maybe("unborn", readUnborn), false),
      roles: list("roles", readKey(codebook, "role")),
      cause: maybe("cause", readKey(codebook, "cause")),
      died: maybe("died", readDate),
      documented: maybe("documented", readDate),
      killedIn: maybe("killedIn", place),
      origin: maybe("origin", place),
      sources: list("sources", readText),
    },
  };
}

/** The id of the incident of a victim of whom no incident is known. */
export function ownIncidentId(victim: string): string {
  return `${ownIncidentPrefix}${victim}`;
}

const ownIncidentPrefix = "victim:";

/** What recorders write where they have no id; read as one, it would make one incident of all such rows. */
const placeholderIds: readonly string[] = [
  "0",
  "-1",
  "-",
  "?",
  "n/a",
  "na",
  "nan",
  "none",
  "null",
  "nil",
  "unknown",
  "undefined",
];

function readId(value: unknown): Read<string> {
  if (isBlank(value))
    return fault("id-missing", "there is no id", "give every row one, so that it can be found again");
  const id = typeof value === "number" && Number.isSafeInteger(value) ? String(value) : value;
  if (typeof id !== "string")
    return fault("text-expected", `id ${shown(value)} is no text`, "write it as text");
  const trimmed = id.trim();
  if (reservedNames.includes(trimmed) || trimmed.startsWith(ownIncidentPrefix)) {
    return fault("id-reserved", `id ${shown(trimmed)} is reserved`, "give the row another");
  }
  if (placeholderIds.includes(trimmed.toLowerCase())) {
    return fault(
      "placeholder-undeclared",
      `id ${shown(trimmed)} looks like "not recorded"`,
      `declare it with unknown: { incident: [${shown(trimmed)}] } where it stands for no known incident, or give a true id`,
    );
  }
  return { value: trimmed };
}

function readKey<K extends Keys, Name extends ListName>(codebook: Codebook<K>, list: Name): Reader<K[Name]> {
  const find = keyFinder(codebook, list);
  return (value) => {
    if (typeof value !== "string")
      return fault("text-expected", `${list} ${shown(value)} is no text`, "write it as text");
    const text = value.trim();
    const found = find(text);
    if (found.kind === "found") return { value: found.key };
    const code = found.kind === "ambiguous" ? "key-ambiguous" : "key-unknown";
    return { fault: { code, describe: (where) => describeFailure(codebook, list, text, found, where) } };
  };
}

function readDate(value: unknown): Read<PartialDate> {
  if (typeof value !== "string")
    return fault("date-malformed", `date ${shown(value)} is no text`, "write it as YYYY-MM-DD");
  try {
    return { value: partialDate(value.trim()) };
  } catch (error) {
    if (error instanceof CasualtyError && isDateCode(error.code))
      return fault(error.code, `date ${shown(value)}`, error.message);
    throw error;
  }
}

function isDateCode(code: string): code is "date-malformed" | "date-unreal" | "date-backwards" {
  return code === "date-malformed" || code === "date-unreal" || code === "date-backwards";
}

const readSex = oneOf("sex-unrecognised", {
  female: "female",
  f: "female",
  male: "male",
  m: "male",
  unknown: "unknown",
  u: "unknown",
});

const readStatus = oneOf<Status>(
  "status-unrecognised",
  Object.fromEntries(statuses.map((status) => [status, status])) as Record<Status, Status>,
);

const readInvestigation = oneOf<Investigation>("investigation-unrecognised", {
  open: "open",
  concluded: "concluded",
});

const unbornWords = oneOf("unborn-unrecognised", { true: "yes", yes: "yes", false: "no", no: "no" });

function readUnborn(value: unknown): Read<boolean> {
  if (typeof value === "boolean") return { value };
  const read = unbornWords(value);
  return "fault" in read ? read : { value: read.value === "yes" };
}

function withDefault<Value>(read: Reader<Value | null>, unknown: Value): Reader<Value> {
  return (value) => {
    const result = read(value);
    return "fault" in result ? result : { ...result, value: result.value ?? unknown };
  };
}
