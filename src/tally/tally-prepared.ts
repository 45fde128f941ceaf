import { CasualtyError } from "../error.js";
import { checkShape, refuseRepeatedNames } from "./check-shape.js";
import { gather } from "./gather.js";
import type { MeasureKind } from "./measure.js";
import type { MeasureKinds, Prepared } from "./prepared.js";
import { type Asked, sumsOf } from "./sum-prepared.js";
import { type DimensionKeys, dimensionOf, type Shape, type Tally } from "./tally.js";

/**
 * Gives the tally of prepared items by some of their partitions, in the order in which they are named.
 *
 * It is what `tally` of the items gives, and takes a few nanoseconds for each of them: no function is called. `including` names one
 * inclusion, and `measure` one measure, by which they were prepared; without a measure, each item adds 1. No partitions give one
 * cell, the total.
 *
 * @throws `dimension-unknown`, `inclusion-unknown` or `measure-unknown` if the items were prepared by none of that name;
 * `selection-repeats-key` if a partition is named twice; `dimension-name-taken` and `tally-too-wide` as `tally`; `count-unsafe` if a
 * sum is above 2^53 - 1.
 *
 * @example
 * const party = partition({ keys: ["army", "unknown"], keyOf: ({ by }: { by: string }) => (by === "army" ? "army" : "unknown") });
 * const roles = inclusion({ keys: ["media"], keysOf: ({ role }: { role: string }) => (role === "media" ? ["media"] : []) });
 * const victims = prepare([{ by: "army", role: "media" }, { by: "", role: "" }], { party, roles });
 * total(tallyPrepared(victims, { by: [], including: "roles" })).including.media // { part: 1, whole: 2 }
 * at(tallyPrepared(victims, { by: ["party"] }), { party: "army" }).count // 1
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
  {
    by,
    including,
    measure,
  }: { readonly by: readonly Name[]; readonly including?: Included; readonly measure?: Measured },
): Tally<Pick<K, Name>, I[Included], [Measured] extends [never] ? "count" : M[Measured]> {
  refuseRepeatedNames(by);
  const partitions = by.map((name) => named(prepared.partitions, name, dimensionUnknown));
  const inclusion =
    including === undefined ? undefined : named(prepared.inclusions, including, inclusionUnknown);
  const measured = measure === undefined ? undefined : named(prepared.measures, measure, measureUnknown);
  const shape = {
    measure: measured?.measure ?? "count",
    dimensions: partitions.map((partition) => dimensionOf(partition.name, partition)),
    inclusions: inclusion?.keys ?? [],
    // The compiler does not follow which of the columns were found.
  } as Shape<DimensionKeys, string, MeasureKind>;
  checkShape(shape);
  const asked: Asked = {
    items: prepared.items,
    columns: partitions.map(({ keys, codes }) => ({ codes, size: keys.length })),
    inclusion,
    fields: measured?.fields,
  };
  // As above.
  return gather(shape, sumsOf(shape, asked)) as unknown as ReturnType<
    typeof tallyPrepared<K, I, M, Name, Included, Measured>
  >;
}

/** The column of that name, or what is thrown for a name that there is not. */
function named<Column>(
  columns: Readonly<Record<string, Column>>,
  name: string,
  unknown: (name: string, names: readonly string[]) => CasualtyError,
): Column {
  // Only what was prepared: every object inherits a "constructor".
  const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
  if (column === undefined) throw unknown(name, Object.keys(columns));
  return column;
}

function dimensionUnknown(dimension: string, dimensions: readonly string[]): CasualtyError {
  return new CasualtyError("dimension-unknown", notPrepared(dimension, "partition", dimensions), {
    dimension,
    dimensions,
  });
}

function inclusionUnknown(inclusion: string, inclusions: readonly string[]): CasualtyError {
  return new CasualtyError("inclusion-unknown", notPrepared(inclusion, "inclusion", inclusions), {
    inclusion,
    inclusions,
  });
}

function measureUnknown(measure: string, measures: readonly string[]): CasualtyError {
  return new CasualtyError("measure-unknown", notPrepared(measure, "measure", measures), {
    measure,
    measures,
  });
}

function notPrepared(name: string, kind: string, names: readonly string[]): string {
  return `"${name}" is no ${kind} that these items were prepared by: there is ${names.join(", ") || "none"}.`;
}
