import { checkOptions, optionsNamed } from "../codebook/check-options.js";
import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import { CasualtyError } from "../error.js";
import type { Share } from "../number/share.js";
import { ofIncidents } from "../record/of-incidents.js";
import { type AttributionKey, attributionKey, attributor, sameAnswer } from "../rule/attribution.js";
import type { Extremes } from "../rule/difference-bounds.js";
import type { Policy } from "../rule/policy.js";
import { type Inclusion, type Partition, partition } from "../tally/dimension.js";
import { listCells } from "../tally/list-cells.js";
import type { KeysOfPartitions, Partitions } from "../tally/question.js";
import { type Cell, total } from "../tally/read.js";
import { tally } from "../tally/tally.js";
import type { DimensionKeys, Tally } from "../tally/tally-data.js";
import { attributionKeys, bySuspect, type OfIncident } from "./by-perpetrator.js";
import { valuePerKey } from "./toll-cell.js";

/** One cell under each of the policies. */
export interface ComparedCell<
  K extends Keys = Keys,
  D extends DimensionKeys = DimensionKeys,
  I extends string = string,
  Name extends string = string,
> {
  readonly key: { readonly [Dimension in keyof D]: D[Dimension] } & {
    readonly perpetrator: AttributionKey<K>;
  };
  /** The cell under each policy. */
  readonly under: { readonly [N in Name]: Cell<I> };
  /** The least and the most under any of them: of the count, and of each part that it includes. */
  readonly spread: Extremes;
  readonly spreadIncluding: { readonly [Key in I]: Extremes };
  /** Those who are counted here under every one of the policies, as of the same perpetrators: what is insensitive to the choice. */
  readonly always: Cell<I>;
  /**
   * Those of the cell's other keys of whose incident the perpetrator is suspected: a part of their number, which overlaps with
   * the parts of others and is no addend. `null` for what is nobody's, and for `jointly`.
   */
  readonly suspected: Share | null;
}

/** The same items under several policies, cell by cell. It is no tally: `total` refuses it. */
export interface PolicyComparison<
  K extends Keys = Keys,
  D extends DimensionKeys = DimensionKeys,
  I extends string = string,
  Name extends string = string,
> {
  readonly kind: "policy-comparison";
  /** The label of each policy. */
  readonly policies: { readonly [N in Name]: string };
  /** All whom every policy ascribes to the same perpetrators, or counts under the same source, whichever it is. */
  readonly always: Cell<I>;
  /** Every cell, zeros included, in the order of the keys; the perpetrator runs fastest. */
  readonly cells: readonly ComparedCell<K, D, I, Name>[];
}

/**
 * Counts the same items under several policies and sets them side by side, by perpetrator and any further dimensions.
 *
 * So one sees what a rule does to a figure: joint control presumed to one, or kept apart under `jointly`. That an incident is
 * counted for each of its suspects is no policy, since the counts then overlap: it stands beside as `suspected`, a part.
 * Policies are applied whole: where rules have dates, take those of a day with `policyInForce` or `policyOn`. No items give zeros.
 *
 * @throws `options-malformed`; what `tally` and `definePolicy` throw; `policy-incomplete` if there is no policy; `dimension-name-taken` if a dimension is named `perpetrator`, or as a
 * perpetrator is.
 *
 * @example
 * const { victims } = parseRecords(snhrCodebook, {
 *   incidents: [{ id: "i-1", means: "shelling", suspects: ["regime", "russia"], firedFrom: ["regime", "russia"], investigation: "open" }],
 *   victims: [{ id: "v-1", incident: "i-1" }],
 * });
 * const keptApart = {
 *   ...snhrPolicy,
 *   label: "Joint control kept apart",
 *   rules: snhrPolicy.rules.map((rule) => (rule.id.startsWith("joint-control") ? { ...rule, answer: { presumed: "suspects" as const } } : rule)),
 * };
 * const { cells, always } = comparePolicies(victims, { codebook: snhrCodebook, policies: { presumed: snhrPolicy, keptApart } });
 * const regime = cells.find(({ key }) => key.perpetrator === "regime");
 * [regime?.under.presumed.count, regime?.under.keptApart.count] // [1, 0]
 * regime?.spread // { minimum: 0, maximum: 1 }
 * regime?.suspected // { part: 1, whole: 1 }
 * always.count // 0
 */
export function comparePolicies<
  K extends Keys,
  Name extends string,
  Item extends OfIncident<K>,
  B extends Partitions<Item> = { readonly [Name in never]: never },
  I extends string = never,
>(
  items: Iterable<Item>,
  options: {
    readonly codebook: Codebook<K>;
    readonly policies: { readonly [N in Name]: Policy<NoInfer<K>> };
    readonly by?: B;
    readonly including?: Inclusion<Item, I>;
  },
): PolicyComparison<K, KeysOfPartitions<B>, I, Name> {
  const fields = optionsNamed("codebook", "policies", "by", "including");
  checkOptions("options of comparePolicies", options, fields);
  const { codebook, policies, by, including } = options;
  const dimensions: Partitions<Item> = by ?? {};
  if (Object.hasOwn(dimensions, "perpetrator")) throw perpetratorTaken();
  // Parsed JSON may say null. The names are those of the policies, which the compiler cannot tell from keys.
  const names = Object.keys(Object(policies) as typeof policies) as Name[];
  const attributors = names.map((name) => attributor(codebook, policies[name]));
  if (attributors.length === 0) throw noPolicy();
  // Each policy is asked once for each item, and what it answers is held beside that.
  const all = Array.from(ofIncidents(items, "comparePolicies"), (item): Judged<Item, K> => {
    const answers = attributors.map((attribute) => attribute(item.incident));
    const [first, ...others] = answers;
    return {
      item,
      under: answers.map((answer) => attributionKey(codebook, answer)),
      isSame: first === undefined || others.every((answer) => sameAnswer(answer, first)),
    };
  });
  const perpetrators = attributionKeys(codebook);
  const question = {
    by: Object.fromEntries(Object.entries(dimensions).map(([name, column]) => [name, ofItem(column)])),
    ...(including === undefined
      ? {}
      : { including: { ...including, keysOf: ({ item }: Judged<Item, K>) => including.keysOf(item) } }),
  };
  const tallyUnder = (nth: number, of: readonly Judged<Item, K>[]): Tally<DimensionKeys, I> => {
    const perpetrator = partition<Judged<Item, K>, AttributionKey<K>>({
      keys: perpetrators,
      // There is a key for each policy.
      keyOf: ({ under }) => under[nth] as AttributionKey<K>,
    });
    return tally<Judged<Item, K>, Partitions<Judged<Item, K>>, I>(of, {
      ...question,
      by: { ...question.by, perpetrator },
    });
  };

  const tallies = valuePerKey(names, (name) => tallyUnder(names.indexOf(name), all));
  const always = tallyUnder(
    0,
    all.filter(({ isSame }) => isSame),
  );
  const columns = valuePerKey(names, (name) => listCells(tallies[name]));
  const suspects = bySuspect(codebook);
  const suspected = { ...suspects, keysOf: ({ item }: Judged<Item, K>) => suspects.keysOf(item) };
  const bySuspects = listCells(tally(all, { by: question.by, including: suspected })).map(
    ({ including: parts }) => new Map<string, Share>(Object.entries(parts)),
  );

  const cells = listCells(always).map(({ key, ...inAll }, nth) => {
    // Every column is a list of the same cells.
    const under = valuePerKey(names, (name) => cellOf(columns[name][nth] as Cell<I>));
    const compared: readonly Cell<I>[] = names.map((name) => under[name]);
    return {
      key,
      under,
      spread: extremesOf(compared.map(({ count }) => count)),
      spreadIncluding: valuePerKey(always.inclusions, (part) =>
        extremesOf(compared.map(({ including: parts }) => parts[part].part)),
      ),
      always: cellOf(inAll),
      suspected: bySuspects[Math.floor(nth / perpetrators.length)]?.get(key["perpetrator"] ?? "") ?? null,
    };
  });
  return {
    kind: "policy-comparison",
    policies: valuePerKey(names, (name) => policies[name].label),
    always: total(always),
    // Their keys are those of `by`, which the compiler cannot tell from a list of names.
    cells: cells as readonly unknown[] as readonly ComparedCell<K, KeysOfPartitions<B>, I, Name>[],
  };
}

/** An item, and to whom the policies ascribe it. */
interface Judged<Item, K extends Keys> {
  readonly item: Item;
  /** The key under each policy. */
  readonly under: readonly AttributionKey<K>[];
  /** Whether all of them have one answer. */
  readonly isSame: boolean;
}

/** The same dimension, of items that were judged. */
function ofItem<Item, K extends Keys>(column: Partition<Item>): Partition<Judged<Item, K>> {
  return { ...column, keyOf: ({ item }) => column.keyOf(item) };
}

function cellOf<I extends string>({ count, including }: Cell<I>): Cell<I> {
  return { count, including };
}

function extremesOf(counts: readonly number[]): Extremes {
  return { minimum: Math.min(...counts), maximum: Math.max(...counts) };
}

function perpetratorTaken(): CasualtyError<"dimension-name-taken"> {
  return new CasualtyError(
    "dimension-name-taken",
    '"perpetrator" cannot be the name of a dimension here: the policies are compared by one of that name. Choose another.',
    { name: "perpetrator" },
  );
}

function noPolicy(): CasualtyError<"policy-incomplete"> {
  return new CasualtyError(
    "policy-incomplete",
    "There is no policy to compare: name one at least, mostly two.",
    {
      missing: "policies",
    },
  );
}
