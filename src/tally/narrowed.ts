import type { Asked } from "./asked.js";
import type { Codes } from "./codes.js";

/** What is asked, of the items at some places. */
export function narrowed(asked: Pick<Asked, "columns"> & Partial<Asked>, items: Int32Array): Asked {
  const { columns, inclusion, measured } = asked;
  return {
    items: items.length,
    columns: columns.map(({ codes, size }) => ({
      codes: picked(codes, items, new Int32Array(items.length)),
      size,
    })),
    inclusion: inclusion && {
      ...inclusion,
      codes: picked(inclusion.codes, items, new Int32Array(items.length)),
    },
    measured: measured && {
      fields: measured.fields.map((field) => picked(field, items, new Float64Array(items.length))),
    },
  };
}

/** Fills a column with the values of items at some places. */
export function picked<Column extends Int32Array | Float64Array>(
  from: Codes | Float64Array,
  items: Int32Array,
  to: Column,
): Column {
  for (let nth = 0; nth < items.length; nth++) to[nth] = from[items[nth] ?? 0] ?? 0;
  return to;
}
