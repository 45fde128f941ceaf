import type { Coordinates } from "../../src/audit/coordinates.js";
import { joined } from "./facts-coordinates.js";
import { fieldsOf } from "./facts-issue.js";
import { countOf } from "./facts-number.js";
import { partyRows } from "./facts-parties.js";
import { addCountOrMeasures, type FileReading } from "./facts-reading.js";

/** Adds a table given as an object of labels: counts of persons or massacres by party or governorate. A blank is a row without a figure. */
export function addByLabel(
  reading: FileReading,
  value: unknown,
  field: string,
  by: "party" | "place",
  of: Coordinates,
): void {
  if (value === undefined || value === null) return;
  const fields = fieldsOf(value);
  if (fields === null) {
    reading.note("malformed", field, "This is no object of labels.", "figure-left-out");
    return;
  }
  const labels = Object.keys(fields).map((label) => ({ label, path: `${field}[${JSON.stringify(label)}]` }));
  const rows: readonly { readonly of: Coordinates; readonly isGroup: boolean }[] =
    by === "party"
      ? partyRows(reading, labels)
      : labels.map(({ label, path }) => ({ of: { place: placeOf(reading, label, path) }, isGroup: false }));
  labels.forEach(({ label, path }, nth) => {
    addCountOrMeasures(reading, fields[label], path, joined(of, rows[nth]?.of ?? {}));
  });
  if (rows.length === 0) return;
  reading.tables.push({
    id: field,
    of: joined(reading.base, of),
    rows: rows.filter(({ isGroup }) => !isGroup).map((row) => row.of),
    // That of the parties may be the one with rows missing; of this one nothing else is said.
    whole: reading.whole,
    blank: reading.blank,
  });
}

/** The place by a label; one that the codebook does not know is one of its own, and is noted. */
export function placeOf({ names, note }: FileReading, label: string, path: string): string {
  const known = names.place(label);
  if (known !== null) return known;
  const near = names.near("place", label);
  note(
    "label-unknown",
    path,
    `The codebook has no place "${label}": it is taken as one of its own.` +
      (near.length === 0 ? "" : ` Is it ${near.join(" or ")}?`),
  );
  return names.add("place", label);
}

/** Adds the printed shares by governorate. */
export function addPlaceShares(
  reading: FileReading,
  items: readonly { readonly path: string; readonly fields: Readonly<Record<string, unknown>> }[],
  add: (path: string, fields: Readonly<Record<string, unknown>>, of: Coordinates, whole: Coordinates) => void,
): void {
  for (const { path, fields } of items) {
    const label = typeof fields["label"] === "string" ? fields["label"] : path;
    add(path, fields, { place: placeOf(reading, label, `${path}.label`) }, {});
    const total = countOf(fields["total"]);
    const printed = reading.printed.find(({ path: where }) => where === "total.n");
    if (total !== null && printed !== undefined && printed.value !== total) {
      reading.note("number-differs", `${path}.total`, `The file's total is ${printed.value}, not ${total}.`);
    }
  }
}
