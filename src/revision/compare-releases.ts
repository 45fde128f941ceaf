import { shown } from "../codebook/shown.js";
import { CasualtyError, checkedFunction, checkedItems } from "../error.js";
import { axesOf, keyOfCell } from "../tally/axes.js";
import { type MeasureKind, valueOf } from "../tally/measure.js";
import type { KeysOfPartitions, Partitions, Question } from "../tally/question.js";
import type { DimensionKeys, Shape } from "../tally/tally-data.js";
import { compareTexts } from "./grouped-by-id.js";
import type { Ledger, LedgerEntry, LedgerPlace } from "./ledger.js";
import { type Placed, placerOf, samePlace, tallyPlaced } from "./placer.js";
import type { Reason } from "./reason.js";

/** One item in two releases: `null` where it is not in one of them. */
export interface ItemChange<Item> {
  readonly id: string;
  readonly before: Item | null;
  readonly after: Item | null;
}

/** How items are known again, and why they change; what has an `id` is known by it if nothing else is said. */
export type ReleaseItems<Item> = {
  /** Why an item does not stand where it stood: `statedReasons`, `victimReasons`, `massacreReasons`, or your own. */
  readonly reasonsOf?: (change: ItemChange<Item>) => readonly Reason[];
} & (Item extends { readonly id: string }
  ? { readonly idOf?: (item: Item) => string }
  : { readonly idOf: (item: Item) => string });

/**
 * Gives the ledger between two releases: the tally of each, and every item that does not stand where it stood in the tally,
 * with the reasons that are known.
 *
 * In every cell `before + added - removed + moved in - moved out = after`, and likewise for each key of the inclusion and each
 * field of a range. An item that stays in its cell is in the ledger if it comes under other keys of the inclusion (it is a
 * child, as is known now) or adds another number. The order of the items changes nothing; the releases themselves may hold
 * anything that can be tallied. Linear in the items but for the sorting of those that changed.
 *
 * @throws `release-id-not-text` if an item has no id, or a number; `release-id-repeated` if two items of one release have the same
 * id; what `tally` throws.
 *
 * @example
 * const by = { by: partition({ keys: ["unknown", "regime"], keyOf: (victim: { by: "unknown" | "regime" }) => victim.by }) };
 * const before = [{ id: "v-1", by: "unknown" as const }, { id: "v-2", by: "regime" as const }];
 * const after = [{ id: "v-1", by: "regime" as const }, { id: "v-2", by: "regime" as const }];
 * const ledger = compareReleases(before, after, { by });
 * ledger.entries.map(({ id, from, to }) => [id, from?.key.by, to?.key.by]) // [["v-1", "unknown", "regime"]]
 */
export function compareReleases<
  const Item,
  B extends Partitions<Item>,
  I extends string = never,
  M extends MeasureKind = "count",
>(
  before: Iterable<Item>,
  after: Iterable<Item>,
  question: Question<Item, B, I, M> & ReleaseItems<Item>,
): Ledger<KeysOfPartitions<B>, I, M> {
  for (const release of [before, after])
    checkedItems(release, "compareReleases", "two lists of items, such as victims");
  // What has no id of its own has a function for it, by the type of the question.
  const idOf: IdIn<Item> = (release, item) =>
    checkedId(
      release,
      question.idOf === undefined ? (item as { readonly id?: unknown } | null)?.id : question.idOf(item),
    );
  const { shape, place } = placerOf("compareReleases", question, ["idOf", "reasonsOf"]);
  const { reasonsOf = () => [], idOf: ownId } = question;
  checkedFunction(reasonsOf, "compareReleases", "a function that gives the reasons of a change as reasonsOf");
  if (ownId !== undefined)
    checkedFunction(ownId, "compareReleases", "a function that gives the id of an item as idOf");
  const describe = placeDescriber(shape);
  const [was, is] = [[...before], [...after]];

  const entries: LedgerEntry<KeysOfPartitions<B>, I, M>[] = [];
  const note = (change: ItemChange<Item>, from: Placed | null, to: Placed | null) => {
    if (from !== null && to !== null && samePlace(from, to)) return;
    entries.push({
      id: change.id,
      from: from === null ? null : describe(from),
      to: to === null ? null : describe(to),
      reasons: reasonsOf(change),
    });
  };
  const positions = positionsById(was, idOf);
  const ids = is.map((item) => idOf("after", item));
  const [stood, stands] = [was.map(place), is.map(place)];
  const isLeft = new Uint8Array(was.length).fill(1);
  const isNew = new Set<string>();
  for (const [nth, item] of is.entries()) {
    // Every item was placed, and has an id.
    const [to, id] = [stands[nth] as Placed, ids[nth] as string];
    const position = positions.get(id);
    if (position === undefined) {
      if (isNew.has(id)) throw repeated("after", id);
      isNew.add(id);
      note({ id, before: null, after: item }, null, to);
      continue;
    }
    if (isLeft[position] === 0) throw repeated("after", id);
    isLeft[position] = 0;
    // There is an item at every position that was noted.
    const earlier = was[position] as Item;
    note({ id, before: earlier, after: item }, stood[position] as Placed, to);
  }
  for (const [position, item] of was.entries()) {
    const from = stood[position] as Placed;
    if (isLeft[position] === 1) note({ id: idOf("before", item), before: item, after: null }, from, null);
  }
  return {
    kind: "ledger",
    before: tallyPlaced(shape, stood),
    after: tallyPlaced(shape, stands),
    entries: entries.sort((a, b) => compareTexts(a.id, b.id)),
  };
}

/** The id of an item of a release. */
type IdIn<Item> = (release: "before" | "after", item: Item) => string;

/** An id that a caller without types gave: 1 and "1" would be two. */
function checkedId(release: "before" | "after", id: unknown): string {
  if (typeof id === "string") return id;
  throw new CasualtyError(
    "release-id-not-text",
    `An item of the release ${release} has ${shown(id)} for its id: give each its own, as text, by which it is known again.`,
    { release, received: shown(id) },
  );
}

/** Where each item of the release before stands in it, by its id, or `release-id-repeated`. */
function positionsById<Item>(items: readonly Item[], idOf: IdIn<Item>): ReadonlyMap<string, number> {
  const positions = new Map<string, number>();
  for (const [position, item] of items.entries()) {
    const id = idOf("before", item);
    if (positions.has(id)) throw repeated("before", id);
    positions.set(id, position);
  }
  return positions;
}

function repeated(release: "before" | "after", id: string): CasualtyError<"release-id-repeated"> {
  return new CasualtyError(
    "release-id-repeated",
    `Two items of the release ${release} have the id "${id}": which of them became which cannot be told, give each its own.`,
    { release, id },
  );
}

/** Says where an item stands; all items of one place share one object, however many they are. */
function placeDescriber<K extends DimensionKeys, I extends string, M extends MeasureKind>({
  dimensions,
  inclusions,
  measure,
}: Shape<K, I, M>): (placed: Placed) => LedgerPlace<K, I, M> {
  const axes = axesOf(dimensions);
  const known = new Map<string, LedgerPlace<K, I, M>>();
  return ({ cell, inside, numbers }) => {
    const name = `${cell} ${inside.join()} ${numbers.join()}`;
    const place = known.get(name) ?? {
      // Named by the dimensions, which the compiler cannot tell from entries.
      key: keyOfCell(axes, cell) as LedgerPlace<K, I, M>["key"],
      including: inclusions.filter((_, position) => inside.includes(position)),
      value: valueOf(measure, numbers),
    };
    known.set(name, place);
    return place;
  };
}
