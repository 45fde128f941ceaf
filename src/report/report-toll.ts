import type { Month } from "../calendar/month.js";
import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import type { Victim } from "../record/victim.js";
import type { ReportTolls } from "./report-tally.js";
import { type TollCell, tollAt, tollCounter } from "./toll-cell.js";

/** How many persons a report counts, and how many more there may be, in the month and since January. */
export interface ReportToll<Category extends string = string> {
  readonly month: TollCell<Category>;
  readonly sinceJanuary: TollCell<Category>;
  /** Those since January whose partial date spans months: they are in none of `months`. */
  readonly spanningMonths: TollCell<Category>;
  /** Those who may belong to the period and are not known to: their date is not known, or lies partly in it. */
  readonly undated: {
    readonly month: TollCell<Category>;
    readonly sinceJanuary: TollCell<Category>;
  };
  /**
   * Those who are, or may be, of the period and are excluded though it is not known whether they are to be (an exclusion that
   * says `ifUnknown: "exclude"`): the toll may be as much higher.
   */
  readonly excludedInDoubt: {
    readonly month: TollCell<Category>;
    readonly sinceJanuary: TollCell<Category>;
  };
}

/** Victims by where their dates lie toward a period. */
type Placed<K extends Keys> = ReadonlyMap<"inside" | "outside" | "undated", readonly Victim<K>[]>;

/** Victims by where their dates lie toward the month of a report, and toward its year to date. */
export interface PlacedVictims<K extends Keys> {
  readonly month: Placed<K>;
  readonly sinceJanuary: Placed<K>;
}

/** The toll of a report, from the count of those who are counted, and from those who are excluded in doubt. */
export function reportToll<K extends Keys>(
  all: ReportTolls<K>,
  {
    codebook,
    month,
    counted,
    inDoubt,
  }: {
    readonly codebook: Codebook<K>;
    readonly month: Month;
    readonly counted: PlacedVictims<K>;
    readonly inDoubt: PlacedVictims<K>;
  },
): ReportToll<K["category"]> {
  const tollOf = tollCounter(codebook);
  const undated = (placed: Placed<K>) => placed.get("undated") ?? [];
  const perhapsIn = (placed: Placed<K>) => tollOf([...(placed.get("inside") ?? []), ...undated(placed)]);
  return {
    month: tollAt(all, { month }),
    sinceJanuary: tollAt(all, { yearToDate: "inside" }),
    spanningMonths: tollAt(all, { month: "undated", yearToDate: "inside" }),
    undated: {
      month: tollOf(undated(counted.month)),
      sinceJanuary: tollOf(undated(counted.sinceJanuary)),
    },
    excludedInDoubt: { month: perhapsIn(inDoubt.month), sinceJanuary: perhapsIn(inDoubt.sinceJanuary) },
  };
}
