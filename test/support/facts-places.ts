import { fieldsOf, type LabelledRow } from "./facts-issue.js";
import type { FileReading } from "./facts-reading.js";
import { isTotal, type TableRow } from "./facts-tables.js";

/** The place by a label; one that the codebook does not know is one of its own, and is noted. */
export function placeOf(
  { names, note }: FileReading,
  { label, labelPath }: Pick<LabelledRow, "label" | "labelPath">,
): string {
  const known = names.place(label);
  if (known !== null) return known;
  const near = names.near("place", label);
  note(
    "label-unknown",
    labelPath,
    `The codebook has no place "${label}": it is taken as one of its own.` +
      (near.length === 0 ? "" : ` Is it ${near.join(" or ")}?`),
  );
  return names.add("place", label);
}

/**
 * The rows of a table of governorates. Two of one governorate, each with a number, are ambiguous: the one may stand instead of
 * the other or beside it. Neither is read, and the table does not add up.
 */
export function placeRows(
  reading: FileReading,
  items: readonly LabelledRow[],
): { readonly rows: readonly TableRow[]; readonly isAmbiguous: boolean } {
  const rows = items.map((item): TableRow => {
    if (isTotal(item.label)) return { ...item, of: {}, standing: "group" };
    return { ...item, of: { place: placeOf(reading, item) }, standing: "row" };
  });
  const twin = (row: TableRow): TableRow | undefined =>
    rows.find((other) => other !== row && other.of.place === row.of.place && !isBlank(other));
  const ambiguous = rows.filter((row) => row.standing === "row" && !isBlank(row) && twin(row) !== undefined);
  for (const row of ambiguous) {
    const message = `"${row.label}" and "${twin(row)?.label ?? ""}" are one governorate, each with a number: neither is read, and the table is not added up.`;
    reading.note("rows-overlap", row.labelPath, message, "figure-left-out");
  }
  // A blank beside the same governorate with a number is no row of its own.
  const read = rows.filter(
    (row) => !ambiguous.includes(row) && !(row.standing === "row" && isBlank(row) && twin(row) !== undefined),
  );
  return { rows: read, isAmbiguous: ambiguous.length > 0 };
}

function isBlank({ value }: LabelledRow): boolean {
  const fields = fieldsOf(value);
  return fields === null ? (value ?? null) === null : Object.values(fields).every((one) => one === null);
}
