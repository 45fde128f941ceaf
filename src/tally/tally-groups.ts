import { CasualtyError, checkedObject } from "../error.js";
import { checkedCount } from "../number/count.js";
import { type Asked, askedOf, checkedPrepared, groupingNamed } from "./asked.js";
import { refuseUnlessCounts } from "./cells.js";
import { gather } from "./gather.js";
import { narrowed } from "./narrowed.js";
import type { MeasureKinds, Prepared, PreparedGrouping, PreparedMeasure } from "./prepared.js";
import { sumsOf } from "./sum-prepared.js";
import type { Dimension, DimensionKeys, Shape, Tally } from "./tally-data.js";

/** The groups that reach a threshold, and the items in them, by the same dimensions. */
export interface GroupTallies<K extends DimensionKeys, I extends string> {
  /** How many groups there are: a number of incidents, not of persons. */
  readonly groups: Tally<K>;
  /** How many items are in those groups. */
  readonly items: Tally<K, I>;
}

/**
 * Counts the groups of prepared items that reach a threshold, and the items in them: the incidents in which five or more were
 * killed, and those killed in them.
 *
 * `of` names a grouping, and `by` the partitions; all items of a group that reaches the threshold must have the same key in each.
 * `including` names an inclusion, which the tally of the items has. `measure` names a measure of counts: a group then reaches it by
 * the sum of it, and it is what the tally of the items adds up. Otherwise each item is 1, and a threshold of 1 is reached by every
 * group. Groups that are too small to reach the threshold are not looked at.
 *
 * @throws `grouping-unknown`; `group-keys-differ` if items of a counted group have different keys; `tally-measures-differ` if the
 * measure is none of counts; `count-not-whole` or `count-unsafe` if the threshold is no count; what `tallyPrepared` throws.
 *
 * @example
 * const victims = [
 *   { incident: "i-1", by: "army" },
 *   { incident: "i-2", by: "army" },
 *   { incident: "i-2", by: "army" },
 * ] as const;
 * const by = { by: partition({ keys: ["army", "unknown"], keyOf: (victim: (typeof victims)[number]) => victim.by }) };
 * const incident = grouping((victim: (typeof victims)[number]) => victim.incident);
 * const { groups, items } = tallyGroups(prepare(victims, { ...by, incident }), { of: "incident", atLeast: 2, by: ["by"] });
 * at(groups, { by: "army" }).count // 1
 * at(items, { by: "army" }).count // 2
 */
export function tallyGroups<
  K extends DimensionKeys,
  I extends DimensionKeys,
  M extends MeasureKinds,
  G extends string,
  Name extends keyof K & string,
  Included extends keyof I & string = never,
>(
  prepared: Prepared<K, I, M, G>,
  options: {
    readonly of: G;
    readonly atLeast: number;
    readonly by: readonly Name[];
    readonly including?: Included;
    readonly measure?: { readonly [N in keyof M]: M[N] extends "count" ? N : never }[keyof M] & string;
  },
): GroupTallies<Pick<K, Name>, I[Included]> {
  const { of, atLeast, ...question } = checkedObject(
    options,
    "tallyGroups",
    "a grouping and the names that are counted by",
  );
  const threshold = checkedCount(atLeast, "the threshold of a group");
  checkedPrepared(prepared);
  const grouping = groupingNamed(prepared, of);
  const { shape, asked, measured } = askedOf(prepared, question);
  refuseUnlessCounts(shape, "tallyGroups");
  const { starts, items: members } = membersOf(grouping, measured, threshold);
  const ofMembers = narrowed(asked, members);
  const { dimensions } = shape;
  refuseDifferentKeys(of, dimensions, ofMembers, starts);

  const ofGroups: Shape<DimensionKeys, never, "count"> = { measure: "count", dimensions, inclusions: [] };
  const firsts = narrowed({ columns: ofMembers.columns }, Int32Array.from(starts));
  const groups = gather(ofGroups, sumsOf(ofGroups, firsts));
  const items = gather(shape, sumsOf(shape, ofMembers));
  // The compiler does not follow which of the columns were found.
  return { groups, items } as unknown as GroupTallies<Pick<K, Name>, I[Included]>;
}

/** The items of the groups that reach a threshold, group after group. */
interface Members {
  readonly items: Int32Array;
  /** Where each group starts. */
  readonly starts: readonly number[];
}

function membersOf(
  { items, ends }: PreparedGrouping,
  measured: PreparedMeasure | undefined,
  threshold: number,
): Members {
  const amounts = measured?.fields[0];
  const most = measured?.largest[0] ?? 1;
  const isTooSmall = (group: number) => ((ends[group] ?? 0) - (ends[group - 1] ?? 0)) * most < threshold;
  let large = 0;
  while (large < ends.length && !isTooSmall(large)) large++;
  // The members of a group are written behind those of the last that reached the threshold, and stay if it reaches it too.
  const members = new Int32Array(ends[large - 1] ?? 0);
  const starts: number[] = [];
  let [start, size] = [0, 0];
  for (const end of ends.subarray(0, large)) {
    let sum = 0;
    for (let place = start; place < end; place++) {
      const item = items?.[place] ?? place;
      members[size + place - start] = item;
      sum += amounts === undefined ? 1 : (amounts[item] ?? 0);
    }
    if (sum >= threshold) {
      starts.push(size);
      size += end - start;
    }
    start = end;
  }
  return { items: members.subarray(0, size), starts };
}

/** Refuses items of one group with different keys, of items that stand group after group. */
function refuseDifferentKeys(
  grouping: string,
  dimensions: readonly Dimension[],
  { columns, items }: Asked,
  starts: readonly number[],
): void {
  for (const [nth, { codes }] of columns.entries()) {
    for (const [group, start] of starts.entries()) {
      const one = codes[start] ?? 0;
      const end = starts[group + 1] ?? items;
      for (let place = start + 1; place < end; place++) {
        const other = codes[place] ?? 0;
        if (one === other) continue;
        const { name = "", keys = [] } = dimensions[nth] ?? {};
        throw keysDiffer(grouping, name, [keys[one] ?? "", keys[other] ?? ""]);
      }
    }
  }
}

function keysDiffer(
  grouping: string,
  dimension: string,
  keys: readonly string[],
): CasualtyError<"group-keys-differ"> {
  return new CasualtyError(
    "group-keys-differ",
    `Items of one ${grouping} have different keys of ${dimension} (${keys.join(", ")}): count groups by what all of their items have in common.`,
    { grouping, dimension, keys },
  );
}
