import type { Coordinates } from "../../src/audit/published/coordinates.js";
import { cellText, isOfNobody, joined, summands, without } from "./facts-coordinates.js";
import { fieldsOf, type LabelledRow, labelledRows } from "./facts-issue.js";
import { measureOf } from "./facts-measures.js";
import { isBlank, printedQuotientOf } from "./facts-number.js";
import { partyRows } from "./facts-party-rows.js";
import { placeRows } from "./facts-places.js";
import {
  addCountOrMeasures,
  addFigure,
  citationAt,
  type FileReading,
  printedValue,
  printedValues,
} from "./facts-reading.js";

/** A row of a table: who killed and whom, or where. */
export interface TableRow extends LabelledRow {
  readonly of: Coordinates;
  /** A row of the sum; a group printed beside its members, as the total is; a detail of another row. */
  readonly standing: "row" | "group" | "detail";
}

/** Whether a row is the total of its table. */
export function isTotal(label: string): boolean {
  return /^(?:(?:the |grand |overall )?total|all|overall|sum|gesamt|insgesamt|summe|المجموع|الإجمالي)$/i.test(
    label.trim(),
  );
}

/** Adds the tables that are called by what they count, as `massacres_by_party`, `torture_by_governorate`. */
export function addTablesOfMeasures(
  reading: FileReading,
  fields: readonly (readonly [name: string, value: unknown])[],
): void {
  for (const [field, value] of fields) {
    const [measure = "", by] = field.split(/_by_(?=party$|governorate$)/);
    const of = measureOf(measure, reading);
    if (of !== null && !isOfNobody(joined(reading.base, of)))
      addTable(reading, value, field, by === "party" ? "party" : "place", of);
    else reading.note("field-unknown", field, `There is no measure "${measure}" here.`, "figure-left-out");
  }
}

/** What the rows of a file print beside their plain count. */
const columns: readonly Coordinates[] = [{ demographic: "child" }, { demographic: "woman" }];

/**
 * Adds a table by party or governorate, of all or of what `of` names, as massacres. A blank is a row without a figure.
 *
 * The `pct` of a row is its share of what the table shares out. What the rows print of another unit or period, in a column
 * `massacres` or `ytd`, adds up as well: each is a table of its own, and of another period one that may lack rows, of those
 * who killed nobody in this.
 */
export function addTable(
  reading: FileReading,
  value: unknown,
  field: string,
  by: "party" | "place",
  of: Coordinates = {},
): readonly TableRow[] {
  const items = labelledRows(value, field, reading.note);
  const { rows, isAmbiguous } =
    by === "party" ? { rows: partyRows(reading, items, of), isAmbiguous: false } : placeRows(reading, items);
  if (rows.length === 0) return rows;
  const before = reading.printed.length;
  for (const row of rows) addRow(reading, row, of);
  const inRows = reading.printed.slice(before).map((one) => one.of);
  const summands = rows.filter(({ standing }) => standing === "row").map((row) => row.of);
  // Where blanks are zeros, a row of which nothing is printed is not on the page.
  const isPrinted = (cell: Coordinates): boolean => printedValue(reading, joined(of, cell)) !== null;
  const onPage =
    reading.blank === "zero"
      ? summands.filter((row) => [{}, ...columns].some((column) => isPrinted(joined(row, column))))
      : summands;
  if (onPage.length === 0 || isAmbiguous) return rows;
  const isWhole = (id: string, cell: Coordinates): boolean => {
    // Where everybody killed is in a row, every massacre is.
    const isAll = missingIn(reading, of, summands) === 0;
    const isOpen = by === "place" && reading.whole && !isAll && mayLackRows(reading, cell, summands);
    if (isOpen) reading.openTables.push(id);
    return reading.whole && !isOpen;
  };
  reading.tables.push({
    id: field,
    of: joined(reading.base, of),
    rows: onPage,
    whole: isWhole(field, of) && onPage.length === summands.length,
    ...(reading.blank === "zero"
      ? {
          blank: "zero",
          columns: columns.filter(
            (column) =>
              onPage.some((row) => isPrinted(joined(row, column))) &&
              !rows.some((row) => isUnread(reading, row, joined(of, row.of), column)),
          ),
        }
      : { blank: "not-printed" }),
  });
  for (const other of otherTables(inRows, of)) {
    const cell = joined(without(of, ["unit", "period"]), other);
    const id = `${field} (${[other.unit ?? "persons", other.period ?? []].flat().join(", ")})`;
    // All parties of this month may not be all since January.
    const isOfThisPeriod = (other.period ?? reading.period) === (of.period ?? reading.period);
    if (!isOfThisPeriod && reading.whole) reading.openTables.push(id);
    const whole = isOfThisPeriod && isWhole(id, cell);
    reading.tables.push({ id, of: joined(reading.base, cell), rows: summands, whole, blank: "not-printed" });
  }
  return rows;
}

/** Adds what stands in a row: its counts, and as `pct` the percentage that it is of the whole table, unless it may be that of a part. */
function addRow(
  reading: FileReading,
  { value: given, path: row, of: own, standing }: TableRow,
  whole: Coordinates,
): void {
  const { pct, ...counts } = fieldsOf(given) ?? {};
  const of = joined(whole, own);
  const path = `${row}.pct`;
  addCountOrMeasures(reading, pct === undefined ? given : counts, row, of);
  const printed = printedQuotientOf(pct);
  if (printed === null && (pct ?? null) !== null)
    reading.note("malformed", path, "This is no printed number of 0 or more.", "figure-left-out");
  if (printed === null || Object.keys(own).length === 0) return;
  if (standing === "detail" || own.population !== undefined) {
    const message = "It may be the share of all in the table, or of those in it whom the row is of.";
    reading.note("label-not-understood", path, message, "figure-left-out");
    return;
  }
  const { value: text, wording } = printed;
  addFigure(reading, {
    ...{ kind: "percentage", id: path, text, ...(wording === "exactly" ? {} : { wording }) },
    of: joined(reading.base, of),
    whole: joined(reading.base, whole),
    citation: citationAt(reading, path),
  });
}

/** Whether a row has a number in a column that was not read: it is no blank, and the column has a cell that is not known. */
function isUnread(reading: FileReading, { value }: TableRow, of: Coordinates, column: Coordinates): boolean {
  const text = cellText(column);
  const isThere = Object.entries(fieldsOf(value) ?? {}).some(
    ([name, cell]) => !isBlank(cell) && cellText(measureOf(name, reading) ?? {}) === text,
  );
  return isThere && printedValues(reading, joined(of, column)).length === 0;
}

/** Whatever stands in the rows of a table in another unit or period than its own: massacres, their toll, all since January. */
function otherTables(inRows: readonly Coordinates[], own: Coordinates): readonly Coordinates[] {
  const key = ({ unit = "persons", period = "" }: Coordinates): string => `${unit} ${period}`;
  const others = [...new Set(inRows.map(key))].filter((text) => text !== key(own));
  return others.map((text): Coordinates => {
    const cells = inRows.filter((cell) => key(cell) === text);
    const { unit, period } = cells[0] ?? {};
    return {
      ...(unit === undefined ? {} : { unit }),
      ...(period === undefined ? {} : { period }),
      ...(cells.every(({ inMassacres }) => inMassacres === true) ? { inMassacres: true } : {}),
    };
  });
}

/** The governorates of Syria. */
const governorates = 14;

/**
 * Whether the governorates of a table may be some of those that it counts in, though nothing in the file says that rows are
 * missing: a report names the highest, or those where something happened, and the format has no word for it.
 *
 * They are all if they add up to the total, or are half of the country's or more. A shorter table that does not add up is one of
 * all if it can be no list of the highest, since those left out would have no more than the least named and come to less than is
 * missing, and no choice either, since less is missing than its greatest row has. Otherwise nobody can tell.
 */
function mayLackRows(reading: FileReading, of: Coordinates, rows: readonly Coordinates[]): boolean {
  const missing = missingIn(reading, of, rows);
  if (missing === null || missing === 0 || 2 * rows.length >= governorates) return false;
  const values = rows.map((row) => printedValue(reading, joined(of, row)) ?? 0);
  const mostLeftOut = (governorates - values.length) * Math.min(...values);
  return missing <= mostLeftOut || missing > Math.max(...values);
}

/** What the rows of a table leave of its total, a blank as nothing; null where no total is printed. */
function missingIn(reading: FileReading, of: Coordinates, rows: readonly Coordinates[]): number | null {
  const total = printedValue(reading, of);
  const values = rows.map((row) => printedValue(reading, joined(of, row)) ?? 0);
  return total === null ? null : total - values.reduce((sum, value) => sum + value, 0);
}

/**
 * Blanks are no zeros in a table of which a percentage or rate speaks of one: "38 % of those whom HTS killed are children",
 * where its row has none. Then those of the whole table are numbers that are not printed.
 */
export function withoutZerosSpokenOf(reading: FileReading): void {
  const { figures, tables, note } = reading;
  const spoken = figures.filter(
    (one) => (one.kind === "percentage" || one.kind === "rate") && Number(one.text) > 0,
  );
  for (const [nth, { blank, columns = [], ...table }] of tables.entries()) {
    if (blank !== "zero") continue;
    const blanks = table.rows
      .flatMap((row) => columns.map((column) => joined(table.of, row, column)))
      .filter((cell) => printedValues(reading, cell).length === 0)
      .map(cellText);
    const figure = spoken.find(({ of }) => summands(of).every((cell) => blanks.includes(cellText(cell))));
    if (figure === undefined) continue;
    tables[nth] = { ...table, blank: "not-printed" };
    const message = `${figure.id} speaks of a blank of "${table.id}": no blank of this table is read as a zero.`;
    note("number-differs", table.id, message);
  }
}
