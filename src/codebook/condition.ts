import type { Keys } from "./keys.js";

/**
 * The status of a person at the time of death, after indicator 16.1.2 of the Sustainable Development Goals
 * (civilian, other protected person, member of armed forces, person directly participating in hostilities, unknown).
 */
export const statuses = [
  "civilian",
  "other-protected",
  "armed-forces",
  "direct-participant",
  "unknown",
] as const;
export type Status = (typeof statuses)[number];

/** The recorded sex of a person; *unknown* is a value of its own and never a default for one of the others. */
export const sexes = ["female", "male", "unknown"] as const;
export type Sex = (typeof sexes)[number];

/** Whether the investigation of an incident goes on. An unknown state is `null` on the incident. */
export const investigations = ["open", "concluded"] as const;
export type Investigation = (typeof investigations)[number];

/** Ages in completed years: at least `from`, and under `below`. Under eighteen is `{ below: 18 }`. */
export interface AgeCondition {
  readonly from?: number;
  readonly below?: number;
}

/**
 * A condition over an incident, as data; `all` (every one), `any` (at least one) and `not` combine conditions.
 *
 * - `suspected`: this perpetrator, or a part of it, is among the suspects. `suspectedOnly`: there are suspects, and all of
 *   them are of this list or parts of those on it.
 * - `suspects`: how many parties are named. A perpetrator and a part of it are one, and so are two parts of one.
 * - `firedFrom`: this perpetrator or a part of it held the ground it was fired from, alone or jointly. `controlledBy`: the
 *   ground it hit.
 * - `place`: the place or any place within it. `date`: the period (as `period` reads it) that holds its date.
 */
export type IncidentCondition<K extends Keys = Keys> =
  | { readonly all: readonly IncidentCondition<K>[] }
  | { readonly any: readonly IncidentCondition<K>[] }
  | { readonly not: IncidentCondition<K> }
  | { readonly suspected: K["perpetrator"] }
  | { readonly suspectedOnly: readonly K["perpetrator"][] }
  | { readonly suspects: "none" | "one" | "several" }
  | { readonly investigation: Investigation }
  | { readonly firedFrom: K["perpetrator"] }
  | { readonly controlledBy: K["perpetrator"] }
  | { readonly means: K["means"] }
  | { readonly place: K["place"] }
  | { readonly date: string };

/**
 * A condition over a victim, as data; `incident` asks about the incident in which the victim was killed;
 * `all` (every one), `any` (at least one) and `not` combine conditions.
 *
 * `killedIn` and `origin` hold for the place and any place within it; who is not recorded as killed elsewhere was killed
 * where the incident was; `died` and `documented` name a period
 * (as `period` reads it) that holds the date.
 */
export type VictimCondition<K extends Keys = Keys> =
  | { readonly all: readonly VictimCondition<K>[] }
  | { readonly any: readonly VictimCondition<K>[] }
  | { readonly not: VictimCondition<K> }
  | { readonly role: K["role"] }
  | { readonly cause: K["cause"] }
  | { readonly sex: "female" | "male" }
  | { readonly age: AgeCondition }
  | { readonly status: Exclude<Status, "unknown"> }
  | { readonly unborn: boolean }
  | { readonly killedIn: K["place"] }
  | { readonly origin: K["place"] }
  | { readonly died: string }
  | { readonly documented: string }
  | { readonly incident: IncidentCondition<K> };
