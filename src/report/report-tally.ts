import type { Month } from "../calendar/month.js";
import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import type { Victim } from "../record/victim.js";
import type { Attribution, AttributionKey } from "../rule/attribution.js";
import type { Policy } from "../rule/policy.js";
import { prepare } from "../tally/prepare.js";
import type { PreparedInclusion } from "../tally/prepared.js";
import type { Tally } from "../tally/tally-data.js";
import { tallyPrepared, tallyPreparedAt } from "../tally/tally-prepared.js";
import { byMonth, byPeriod, type DateBasis } from "./by-date.js";
import { byCategory, byCategoryInDoubt, byMeans } from "./by-fact.js";
import { byAttributionKind, byPerpetrator } from "./by-perpetrator.js";
import { byPlace } from "./by-place.js";
import type { ReportPeriods } from "./report-periods.js";
import type { Tolls } from "./toll-cell.js";

/** The dimensions of the one count that all tables of persons are read from. */
export type ReportDimensions<K extends Keys = Keys> = {
  /**
   * From the first month that the reported one is compared with, or January, through the reported one. A partial date that
   * spans months is `undated` here.
   */
  readonly month: Month | "undated" | "outside";
  /** From 1 January through the month of the report: a partial date that spans months of it is `inside`. */
  readonly yearToDate: "inside" | "outside" | "undated";
  readonly perpetrator: AttributionKey<K>;
  readonly attribution: Attribution["kind"];
  /** The place of death, as it is recorded. */
  readonly place: K["place"] | "unknown";
  readonly means: K["means"] | "unknown";
};

/** The count that all tables of persons of a monthly report are read from. */
export type ReportTally<K extends Keys = Keys> = Tally<ReportDimensions<K>, K["category"]>;

/** The same count with those who may belong to a category. */
export type ReportTolls<K extends Keys = Keys> = Tolls<ReportDimensions<K>, K["category"]>;

/** Counts the victims once, by everything that the tables of a monthly report ask for. */
export function reportTolls<K extends Keys>(
  victims: readonly Victim<K>[],
  {
    codebook,
    policy,
    basis,
    periods,
  }: {
    readonly codebook: Codebook<K>;
    readonly policy: Policy<K>;
    readonly basis: DateBasis;
    readonly periods: Pick<ReportPeriods, "counted" | "year">;
  },
): ReportTolls<K> {
  const prepared = prepare(victims, {
    month: byMonth(periods.counted, basis),
    yearToDate: byPeriod(periods.year, basis),
    perpetrator: byPerpetrator(codebook, policy),
    attribution: byAttributionKind(codebook, policy),
    place: byPlace(codebook, "killedIn"),
    means: byMeans(codebook),
    category: byCategory(codebook),
    doubt: byCategoryInDoubt(codebook),
  });
  const by = ["month", "yearToDate", "perpetrator", "attribution", "place", "means"] as const;
  return {
    tally: tallyPrepared(prepared, { by, including: "category" }),
    inDoubt: tallyPreparedAt(prepared, placesOf(prepared.inclusions.doubt), { by, including: "doubt" }),
  };
}

/** The places of those items that have any key of an inclusion. */
function placesOf({ codes }: PreparedInclusion): Int32Array {
  const places = new Int32Array(codes.length);
  let size = 0;
  for (let item = 0; item < codes.length; item++) if (codes[item] !== 0) places[size++] = item;
  return places.subarray(0, size);
}
