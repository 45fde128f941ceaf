import { checkedObject } from "../error.js";
import { askedOf } from "./asked.js";
import { gather } from "./gather.js";
import { narrowed } from "./narrowed.js";
import { placeLister } from "./place-lister.js";
import type { MeasureKinds, Prepared } from "./prepared.js";
import type { Selection } from "./read.js";
import { sumsOf } from "./sum-prepared.js";
import type { DimensionKeys, Tally } from "./tally-data.js";

/**
 * Gives the tally of prepared items by some of their partitions, in the order in which they are named.
 *
 * It is what `tally` of the items gives, and takes a few nanoseconds for each of them: no function is called. `including` names one
 * inclusion, and `measure` one measure, by which they were prepared; without a measure, each item adds 1. No partitions give one
 * cell, the total. `where` selects items by their partitions, which need not be among those of the tally: it is then the tally of
 * those items alone, for a report of one month, say.
 *
 * @throws `dimension-unknown`, `inclusion-unknown` or `measure-unknown` if the items were prepared by none of that name;
 * `selection-repeats-key` if a partition is named twice; for the selection what `at` throws; `dimension-name-taken` and `tally-too-wide` as `tally`; `count-unsafe` if a
 * sum is above 2^53 - 1.
 *
 * @example
 * const party = partition({ keys: ["army", "unknown"], keyOf: ({ by }: { by: string }) => (by === "army" ? "army" : "unknown") });
 * const roles = inclusion({ keys: ["media"], keysOf: ({ role }: { role: string }) => (role === "media" ? ["media"] : []) });
 * const victims = prepare([{ by: "army", role: "media" }, { by: "", role: "" }], { party, roles });
 * total(tallyPrepared(victims, { by: [], including: "roles" })).including.media // { part: 1, whole: 2 }
 * at(tallyPrepared(victims, { by: ["party"] }), { party: "army" }).count // 1
 * total(tallyPrepared(victims, { by: [], including: "roles", where: { party: "unknown" } })).including.media // { part: 0, whole: 1 }
 */
export function tallyPrepared<
  K extends DimensionKeys,
  I extends DimensionKeys,
  M extends MeasureKinds,
  Name extends keyof K & string,
  Included extends keyof I & string = never,
  Measured extends keyof M & string = never,
>(
  prepared: Prepared<K, I, M>,
  options: {
    readonly by: readonly Name[];
    readonly including?: Included;
    readonly measure?: Measured;
    readonly where?: Selection<NoInfer<K>>;
  },
): Tally<Pick<K, Name>, I[Included], [Measured] extends [never] ? "count" : M[Measured]> {
  const { where = {}, ...question } = checkedObject(
    options,
    "tallyPrepared",
    "the names that are counted by",
  );
  const { shape, asked } = askedOf(prepared, question);
  // The compiler does not follow which of the columns were found.
  return gather(shape, sumsOf(shape, asked, placeLister(prepared, where))) as ReturnType<
    typeof tallyPrepared<K, I, M, Name, Included, Measured>
  >;
}

/** The tally of those prepared items that stand at these places. */
export function tallyPreparedAt<
  K extends DimensionKeys,
  I extends DimensionKeys,
  Name extends keyof K & string,
  Included extends keyof I & string = never,
>(
  prepared: Prepared<K, I>,
  places: Int32Array,
  question: { readonly by: readonly Name[]; readonly including?: Included },
): Tally<Pick<K, Name>, I[Included]> {
  const { shape, asked } = askedOf(prepared, question);
  // As above.
  return gather(shape, sumsOf(shape, narrowed(asked, places))) as Tally<Pick<K, Name>, I[Included]>;
}
