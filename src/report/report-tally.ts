import type { Month } from "../calendar/month.js";
import type { Period } from "../calendar/period.js";
import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import type { Victim } from "../record/victim.js";
import type { Attribution, AttributionKey } from "../rule/attribution.js";
import type { Policy } from "../rule/policy.js";
import { type Tally, tally } from "../tally/tally.js";
import { byMonth, type DateBasis } from "./by-date.js";
import { byCategory, byMeans, byPlace } from "./by-fact.js";
import { byAttributionKind, byPerpetrator } from "./by-perpetrator.js";

/** The dimensions of the one count that all tables of persons are read from. */
export type ReportDimensions<K extends Keys = Keys> = {
  readonly month: Month | "undated" | "outside";
  readonly perpetrator: AttributionKey<K>;
  readonly attribution: Attribution["kind"];
  readonly place: K["place"] | "unknown";
  readonly means: K["means"] | "unknown";
};

/** The count that all tables of persons of a monthly report are read from. */
export type ReportTally<K extends Keys = Keys> = Tally<ReportDimensions<K>, K["category"], "count">;

/** Counts the victims once, by everything that the tables of a monthly report ask for. */
export function reportTally<K extends Keys>(
  victims: Iterable<Victim<K>>,
  {
    codebook,
    policy,
    period,
    basis,
  }: {
    readonly codebook: Codebook<K>;
    readonly policy: Policy<K>;
    readonly period: Period;
    readonly basis: DateBasis;
  },
): ReportTally<K> {
  return tally(victims, {
    by: {
      month: byMonth(period, basis),
      perpetrator: byPerpetrator(codebook, policy),
      attribution: byAttributionKind(codebook, policy),
      place: byPlace(codebook, "killedIn"),
      means: byMeans(codebook),
    },
    including: byCategory(codebook),
  });
}
