import type { PrintOptions } from "../number/print-options.js";
import type { DimensionKeys } from "../tally/tally-data.js";
import { groupedBy } from "./grouped-by.js";
import { type Tolls, tollPerKey } from "./toll-cell.js";
import { type TollRow, tollRows } from "./toll-table.js";

/** One key within another, or beside others within a third; the shares are of the toll of what is around. */
export type WithinRow<Key extends string = string, Category extends string = string> = TollRow<Key, Category>;

/**
 * What gives the rows of a key as they are recorded: of a governorate itself and a camp in it, of an army and its air force.
 * Those of nobody are left out; each is without its own parts, so that the rows add to the outermost key.
 */
export function recordedAs<K extends DimensionKeys, Category extends string, Name extends keyof K & string>(
  tolls: Tolls<K, Category>,
  name: Name,
  {
    outermost,
    ...labels
  }: {
    readonly outermost: { readonly [Key in K[Name]]: K[Name] };
    readonly labelOf: (key: K[Name]) => string;
    readonly print: PrintOptions;
  },
): (key: K[Name]) => readonly WithinRow<K[Name], Category>[] {
  const recorded = tollPerKey(tolls, name).filter(({ count }) => count > 0);
  const within = groupedBy(recorded, ({ key }) => outermost[key]);
  return (key) => tollRows(within.get(key) ?? [], labels);
}
