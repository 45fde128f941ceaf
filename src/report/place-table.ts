import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import type { PrintOptions } from "../number/print-options.js";
import type { AttributionKey } from "../rule/attribution.js";
import { marginal } from "../tally/algebra.js";
import { listCells } from "../tally/list-cells.js";
import type { Tally } from "../tally/tally.js";
import { attributionLabel } from "./by-perpetrator.js";
import { labelOf } from "./labels.js";
import { type Toll, type TollRow, tollOf, tollRows } from "./toll-table.js";

/** One perpetrator or source within a place; the share is of the place's toll. */
export interface WithinRow<Key extends string = string, Category extends string = string>
  extends Toll<Category> {
  readonly key: Key;
  readonly label: string;
}

/** A place with its toll, and by whom its victims were killed. */
export interface PlaceRow<K extends Keys = Keys> extends TollRow<K["place"] | "unknown", K["category"]> {
  /** Those who killed anybody there, in the order of the codebook. */
  readonly perpetrators: readonly WithinRow<AttributionKey<K>, K["category"]>[];
}

/** The places of a tally with their tolls, shares of the whole, and shares within each place. */
export function placeRows<K extends Keys>(
  tally: Tally<
    { readonly place: K["place"] | "unknown"; readonly perpetrator: AttributionKey<K> },
    K["category"],
    "count"
  >,
  codebook: Codebook<K>,
  print: PrintOptions,
): PlaceRow<K>[] {
  const label = (key: string) => labelOf(codebook, "place", key, "Place not recorded");
  const byPlace = marginal(tally, { keep: ["place"] });
  const within = new Map<string, WithinRow<AttributionKey<K>, K["category"]>[]>();
  const rows = tollRows(byPlace, "place", { labelOf: label, print });
  const wholes = new Map<string, number>(rows.map(({ key, count }) => [key, count]));
  for (const { key, count, including } of listCells(tally)) {
    if (count === 0) continue;
    const row = {
      key: key.perpetrator,
      label: attributionLabel(codebook, key.perpetrator),
      ...tollOf({ count, including }, wholes.get(key.place) ?? 0, print),
    };
    const list = within.get(key.place);
    if (list === undefined) within.set(key.place, [row]);
    else list.push(row);
  }
  return rows.map((row) => ({ ...row, perpetrators: within.get(row.key) ?? [] }));
}
