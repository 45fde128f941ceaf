import { checkOptions, optionsNamed } from "../codebook/check-options.js";
import type { Keys } from "../codebook/keys.js";
import { CasualtyError } from "../error.js";
import type { IncidentValues } from "../record/incident.js";
import { ofIncidents } from "../record/of-incidents.js";
import { marginal } from "../tally/algebra.js";
import type { Inclusion } from "../tally/dimension.js";
import { listCells } from "../tally/list-cells.js";
import type { Measure, MeasureKind } from "../tally/measure.js";
import type { KeysOfPartitions, Partitions } from "../tally/question.js";
import { at, type Cell } from "../tally/read.js";
import { restrict } from "../tally/restrict.js";
import { tally } from "../tally/tally.js";
import type { DimensionKeys, Tally } from "../tally/tally-data.js";
import { byStanding, type StandingOptions, standings } from "./standing.js";

/**
 * How many are, and how many may be, by some perpetrators: established ≤ reported ≤ possible ≤ not excluded.
 *
 * `certain` lies between established and possible as well, but may lie above reported: what is undetermined between two
 * of the group is certainly the group's, and is ascribed to neither.
 */
export interface Bounds<I extends string = string, M extends MeasureKind = "count"> {
  /** Only what is conclusive. */
  readonly established: Cell<I, M>;
  /** What the policy ascribes to them: what the tables print. */
  readonly reported: Cell<I, M>;
  /** Also every case that is not conclusive, or not as to the part, and in which one of them, or one around them, is named. */
  readonly possible: Cell<I, M>;
  /** Also every case that may be anybody's, since no suspect is known, or only one. */
  readonly notExcluded: Cell<I, M>;
  /** What is theirs however the cases that are not conclusive turn out. */
  readonly certain: Cell<I, M>;
  /**
   * Beside all of these: what is conclusively by one of them, or one around them, together with others. The tables count it as `jointly`, parts of one
   * under that. What several of the group have done with nobody else is in the figures above, as in the toll of an alliance.
   */
  readonly jointly: Cell<I, M>;
}

/** The bounds in one cell, with its key in each dimension. */
export interface BoundsCell<
  D extends DimensionKeys = DimensionKeys,
  I extends string = string,
  M extends MeasureKind = "count",
> extends Bounds<I, M> {
  readonly key: { readonly [Name in keyof D]: D[Name] };
}

/** The bounds of one perpetrator, or of one group, in every cell. It is no tally: `total` refuses it. */
export interface AttributionBounds<
  K extends Keys = Keys,
  D extends DimensionKeys = DimensionKeys,
  I extends string = string,
  M extends MeasureKind = "count",
> {
  readonly kind: "bounds";
  readonly perpetrators: readonly K["perpetrator"][];
  /**
   * These bounds are attained, in all cells at once; those of other perpetrators are not attained together with them: what
   * one may have done, another then has not. So the bounds of several rows do not add up: ask for the group.
   */
  readonly attained: "not-with-those-of-others";
  /** The bounds of everything together. */
  readonly all: Bounds<I, M>;
  /** Every cell, zeros included, in the order of the keys. */
  readonly cells: readonly BoundsCell<D, I, M>[];
}

/** What is asked of items beside the perpetrators: as of `tally`. */
export interface BoundsQuestion<
  Item,
  B extends Partitions<Item>,
  I extends string = never,
  M extends MeasureKind = "count",
> {
  readonly by?: B;
  readonly including?: Inclusion<Item, I>;
  readonly measure?: Measure<Item, M>;
}

/**
 * Gives how many of these items are, and may be, by one perpetrator or by a group, in every cell of a tally: for victims,
 * for the categories included, and for massacres alike (anything that belongs to an incident).
 *
 * A case that is not established ends with one of those who are named in it (its suspects, and those to whom a rule presumes
 * it) or with several of them jointly; where only one party is suspected (parts of one are one), or nobody, it may also end with nobody who is named. Between
 * the ends, `certain` and `possible` are the least and the most; in the wider sense, in which such a case may end with
 * anybody at all, `certain` and `notExcluded` are. What is conclusively by several is the group's if all of them are in it.
 * Whoever has parts, named or established, may turn out to be any of them; a part's doings are the whole's.
 *
 * A group's bounds are at least as tight as the sums of its members', if none of them is part of another: established and certain
 * are no less, possible and not excluded no more than the sums with what is `jointly` theirs. No items give zeros. Linear in the items.
 *
 * Errors: `options-malformed`; those of `byStanding` and `tally`; `dimension-name-taken` if a dimension is named `standing`.
 *
 * @example
 * const { victims } = parseRecords(snhrCodebook, {
 *   incidents: [
 *     { id: "i-1", means: "shelling", suspects: ["regime", "russia"], firedFrom: ["regime", "russia"], investigation: "open" },
 *     { id: "i-2", suspects: ["regime"], investigation: "concluded" },
 *     { id: "i-3", means: "landmine" },
 *   ],
 *   victims: [{ id: "v-1", incident: "i-1" }, { id: "v-2", incident: "i-2" }, { id: "v-3", incident: "i-3" }],
 * });
 * const options = { codebook: snhrCodebook, policy: snhrPolicy };
 * const { established, reported, possible, notExcluded } = attributionBounds(victims, { ...options, perpetrators: ["regime"] }).all;
 * [established, reported, possible, notExcluded].map(({ count }) => count) // [1, 2, 2, 3]
 * attributionBounds(victims, { ...options, perpetrators: ["regime", "russia"] }).all.certain.count // 2
 */
export function attributionBounds<
  K extends Keys,
  Item extends { readonly incident: IncidentValues<K> },
  B extends Partitions<Item> = { readonly [Name in never]: never },
  I extends string = never,
  M extends MeasureKind = "count",
>(
  items: Iterable<Item>,
  options: StandingOptions<K> & BoundsQuestion<Item, B, I, M>,
): AttributionBounds<K, KeysOfPartitions<B>, I, M> {
  const names = ["codebook", "policy", "perpetrators", "by", "including", "measure"];
  checkOptions("options of attributionBounds", options, optionsNamed(...names));
  const { by, including, measure, perpetrators } = options;
  const dimensions = Object.keys(by ?? {});
  if (dimensions.includes("standing")) throw standingTaken();
  const counted: Tally<DimensionKeys, I, M> = tally<Item, Partitions<Item>, I, M>(
    ofIncidents(items, "attributionBounds"),
    {
      by: { ...by, standing: byStanding(options) },
      ...(including === undefined ? {} : { including }),
      ...(measure === undefined ? {} : { measure }),
    },
  );
  const columns = eachBound((bound) =>
    listCells(marginal(restrict(counted, { standing: bound }), { keep: dimensions })),
  );
  const cells = columns.established.map(({ key }, nth) => ({
    key,
    ...eachBound((_, name) => {
      // Every column is a list of the same cells.
      const { count, including: parts } = columns[name][nth] as Cell<I, M>;
      return { count, including: parts };
    }),
  }));
  return {
    kind: "bounds",
    perpetrators,
    attained: "not-with-those-of-others",
    all: eachBound((bound) => at(counted, { standing: bound })),
    // Their keys are those of `by`, which the compiler cannot tell from a list of names.
    cells: cells as readonly BoundsCell<DimensionKeys, I, M>[] as readonly BoundsCell<
      KeysOfPartitions<B>,
      I,
      M
    >[],
  };
}

/** A value for each of the bounds, from the standings that it is made of. */
function eachBound<Value>(valueOf: (bound: readonly string[], name: keyof Bounds) => Value): {
  readonly [Name in keyof Bounds]: Value;
} {
  const { established, reported, possible, notExcluded, certain } = standings;
  return {
    established: valueOf(established, "established"),
    reported: valueOf(reported, "reported"),
    possible: valueOf(possible, "possible"),
    notExcluded: valueOf(notExcluded, "notExcluded"),
    certain: valueOf(certain, "certain"),
    jointly: valueOf(["jointly"], "jointly"),
  };
}

function standingTaken(): CasualtyError<"dimension-name-taken"> {
  return new CasualtyError(
    "dimension-name-taken",
    `"standing" cannot be the name of a dimension here: the bounds are made by one of that name. Choose another.`,
    { name: "standing" },
  );
}
