import { CasualtyError, checkedObject, refuseUnless } from "../error.js";
import { checkShape, refuseRepeatedNames } from "./check-shape.js";
import type { CodeColumn } from "./count-codes.js";
import type { MeasureKind } from "./measure.js";
import type { Prepared, PreparedGrouping, PreparedInclusion, PreparedMeasure } from "./prepared.js";
import { dimensionOf } from "./question.js";
import { refuseOtherFields } from "./refuse-fields.js";
import type { DimensionKeys, Shape } from "./tally-data.js";

/** The columns that a question is answered from. */
export interface Asked {
  readonly items: number;
  readonly columns: readonly CodeColumn[];
  readonly inclusion: PreparedInclusion | undefined;
  readonly measured: Pick<PreparedMeasure, "fields"> | undefined;
}

/** What is asked of prepared items, by the names that they were prepared under. */
interface AskedNames {
  readonly by: readonly string[];
  readonly including?: string;
  readonly measure?: string;
}

/** The shape of what is asked, and the columns that answer it; refuses names that there are not. */
export function askedOf(
  prepared: Prepared,
  question: AskedNames,
): {
  readonly shape: Shape<DimensionKeys, string, MeasureKind>;
  readonly asked: Asked;
  readonly measured: PreparedMeasure | undefined;
} {
  refuseOtherFields("a tally of prepared items", question, {
    required: ["by"],
    optional: ["including", "measure"],
  });
  checkedPrepared(prepared);
  const { by, including, measure } = question;
  refuseRepeatedNames(by);
  const partitions = by.map((name) => named(prepared.partitions, name, dimensionUnknown));
  const inclusion =
    including === undefined ? undefined : named(prepared.inclusions, including, inclusionUnknown);
  const measured = measure === undefined ? undefined : named(prepared.measures, measure, measureUnknown);
  const shape = {
    measure: measured?.measure ?? "count",
    dimensions: partitions.map((partition) => dimensionOf(partition.name, partition)),
    inclusions: inclusion?.keys ?? [],
  };
  checkShape(shape);
  return {
    shape,
    asked: {
      items: prepared.items,
      columns: partitions.map(({ keys, codes }) => ({ codes, size: keys.length })),
      inclusion,
      measured,
    },
    measured,
  };
}

/** Refuses what `prepare` did not make. */
export function checkedPrepared(prepared: Prepared): void {
  const { kind }: { readonly kind: string } = checkedObject(
    prepared,
    "A tally of prepared items",
    "what prepare gives",
  );
  refuseUnless(kind === "prepared", prepared, "A tally of prepared items", "what prepare gives");
}

/** The grouping of that name, or `grouping-unknown`. */
export function groupingNamed({ groupings }: Pick<Prepared, "groupings">, name: string): PreparedGrouping {
  return named(groupings, name, groupingUnknown);
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

function groupingUnknown(grouping: string, groupings: readonly string[]): CasualtyError {
  return new CasualtyError("grouping-unknown", notPrepared(grouping, "grouping", groupings), {
    grouping,
    groupings,
  });
}

function notPrepared(name: string, kind: string, names: readonly string[]): string {
  return `"${name}" is no ${kind} that these items were prepared by: there is ${names.join(", ") || "none"}.`;
}
