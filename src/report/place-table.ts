import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import type { PrintOptions } from "../number/print-options.js";
import type { AttributionKey } from "../rule/attribution.js";
import { marginal, regroup } from "../tally/algebra.js";
import { attributionLabel, outermostPerpetrators } from "./by-perpetrator.js";
import { outermostPlaces } from "./by-place.js";
import { groupedBy } from "./grouped-by.js";
import { labelOf } from "./labels.js";
import { recordedAs, type WithinRow } from "./recorded-as.js";
import type { ReportTolls } from "./report-tally.js";
import { changed, filledTolls, tollPerKey } from "./toll-cell.js";
import { type TollRow, tollRows } from "./toll-table.js";

/** An outermost place with its toll, where in it and by whom its victims were killed. */
export interface PlaceRow<K extends Keys = Keys> extends TollRow<K["place"] | "unknown", K["category"]> {
  /** The outermost perpetrators who killed anybody there, in the order of the codebook; they add to the place. */
  readonly perpetrators: readonly WithinRow<AttributionKey<K>, K["category"]>[];
  /**
   * The places as they are recorded (a governorate, a camp in it) in which anybody was killed, in the order of the codebook:
   * each without those that lie in it, so that they add to the place.
   */
  readonly recordedAs: readonly WithinRow<K["place"] | "unknown", K["category"]>[];
}

/** The outermost places of a count with their tolls, shares of the whole, and shares within each place. */
export function placeRows<K extends Keys>(
  tolls: ReportTolls<K>,
  codebook: Codebook<K>,
  print: PrintOptions,
): PlaceRow<K>[] {
  const placeLabel = (key: string) => labelOf(codebook.places, key, "Place not recorded");
  const perpetratorLabel = (key: AttributionKey<K>) => attributionLabel(codebook, key);
  const outermost = outermostPlaces(codebook);
  const recordedIn = recordedAs(tolls, "place", { outermost, labelOf: placeLabel, print });
  const byOutermost = changed(tolls, (tally) =>
    regroup(
      regroup(marginal(tally, { keep: ["place", "perpetrator"] }), "place", { to: outermost }),
      "perpetrator",
      { to: outermostPerpetrators(codebook) },
    ),
  );
  const killedIn = groupedBy(filledTolls(byOutermost), ({ key }) => key.place);

  return tollRows(tollPerKey(byOutermost, "place"), { labelOf: placeLabel, print }).map((row) => ({
    ...row,
    perpetrators: tollRows(
      (killedIn.get(row.key) ?? []).map((toll) => ({ ...toll, key: toll.key.perpetrator })),
      { labelOf: perpetratorLabel, print },
    ),
    recordedAs: recordedIn(row.key),
  }));
}
