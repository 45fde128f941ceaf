import type { PartialDate } from "../calendar/partial-date.js";
import type { Sex, Status } from "../codebook/condition.js";
import type { Keys } from "../codebook/keys.js";
import type { Incident } from "./incident.js";

/** An age known only within bounds, in completed years, both included: "a child" is `{ minimum: 0, maximum: 17 }`. */
export interface AgeBand {
  readonly minimum: number;
  readonly maximum: number;
}

/** Age at the incident in completed years (0 for "3 months" or "less than a day"), a band, or not known. */
export type Age = number | AgeBand | null;

/** What is recorded of one person killed; `null` means *not known*. */
interface VictimFacts<K extends Keys> {
  readonly id: string;
  readonly status: Status;
  readonly sex: Sex;
  readonly age: Age;
  /** An unborn child of a woman who was hit; false where it is not recorded. Whether such a record is counted is the population's choice. */
  readonly unborn: boolean;
  /** Those that are recorded; where the column is blank, or holds what stands for *not recorded*, none. A category by role counts these. */
  readonly roles: readonly K["role"][];
  /** Of what the person died: torture, shrapnel. How the incident killed is its `means`. */
  readonly cause: K["cause"] | null;
  readonly died: PartialDate | null;
  /** When the recorder documented the death. */
  readonly documented: PartialDate | null;
  /** Where the person was killed, as it is recorded of the person; where it is not, `placeKilled` asks the incident. */
  readonly killedIn: K["place"] | null;
  /** Where the person came from. */
  readonly origin: K["place"] | null;
  readonly sources: readonly string[];
}

/** A row of the victims as it was read: the incident is still an id, or not known. */
export interface VictimValues<K extends Keys = Keys> extends VictimFacts<K> {
  readonly incident: string | null;
}

/**
 * One person killed, with the incident in which it happened (one of their own where none is known).
 *
 * `Extra` is the type of the columns that the library does not know: they are kept as they came.
 */
export interface Victim<K extends Keys = Keys, Extra = unknown> extends VictimFacts<K> {
  readonly incident: Incident<K>;
  readonly extra: Extra;
}
