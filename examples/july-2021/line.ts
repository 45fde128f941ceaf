// Constructed records: they reproduce published tables and describe no real person.

import type { Cause, Kind, KindName, Origin, Place, Role } from "./kinds.js";

/** The four groups that share out all victims. *Unknown* are victims whose age or sex is not known. */
export type Group = "children" | "women" | "men" | "unknown";

/** What the specification prints of one victim. */
interface Fact {
  readonly sex?: "female" | "male";
  /** In whole years, or no more than that they were grown up. */
  readonly age?: number | "adult";
  readonly roles?: readonly Role[];
  readonly cause?: Cause;
  readonly origin?: Origin;
}

/** What a line says beyond its columns. */
interface Details {
  /** Facts of the first victims of a group. */
  readonly known?: Readonly<Partial<Record<Group, readonly Fact[]>>>;
  /** What differs from the kind of incident. */
  readonly incident?: Partial<Kind>;
  /** When they died, where it was not on the day on which they were documented. */
  readonly died?: string;
  /** One unborn child more, a record that the population's rule leaves out of the count. */
  readonly unborn?: true;
}

/**
 * One line of the plan: so many people, killed in incidents of one kind in one place.
 *
 * `each` is how many were killed in one incident at most: the people are dealt out over as few incidents as that
 * allows, as evenly as it goes. So a line whose `each` is its number of people is one incident. The first incident is
 * on `day`; the next ones follow at three days, from the end of the month around to its beginning.
 */
export type Line = readonly [
  day: number,
  kind: KindName,
  place: Place,
  children: number,
  women: number,
  men: number,
  unknown: number,
  each: number,
  details?: Details,
];

/** Men who died due to torture, one for each date of death; documented from `day` on, a day apart. */
export type TortureLine = readonly [
  day: number,
  kind: Extract<KindName, `${string}-torture`>,
  place: Place,
  died: readonly string[],
];

/** The plan's lines for a line of torture deaths: an incident for each. */
export function tortureLines([day, kind, place, dates]: TortureLine): Line[] {
  return dates.map((died, index) => [day + index, kind, place, 0, 0, 1, 0, 1, { died }]);
}
