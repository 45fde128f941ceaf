import type { PartialDate } from "../calendar/partial-date.js";
import type { Investigation } from "../codebook/condition.js";
import type { Keys } from "../codebook/keys.js";

/**
 * What is recorded of one event in which people were killed. `null` and empty lists mean *not known*.
 */
export interface IncidentValues<K extends Keys = Keys> {
  readonly id: string;
  readonly date: PartialDate | null;
  readonly place: K["place"] | null;
  /** How it killed: shelling, landmine, gunfire. */
  readonly means: K["means"] | null;
  /** The perpetrators suspected of it, in the order in which they are recorded. */
  readonly suspects: readonly K["perpetrator"][];
  readonly investigation: Investigation | null;
  /** Who held the ground from which it was fired, alone or jointly. */
  readonly firedFrom: readonly K["perpetrator"][];
  /** Who controlled the ground that it hit, alone or jointly. */
  readonly controlledBy: readonly K["perpetrator"][];
  readonly sources: readonly string[];
}

/** One event in which people were killed, with the columns that the library does not know, kept as they came. */
export interface Incident<K extends Keys = Keys> extends IncidentValues<K> {
  readonly extra: Readonly<Record<string, unknown>>;
}
