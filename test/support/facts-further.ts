import type { Coordinates } from "../../src/audit/published/coordinates.js";
import { joined, without } from "./facts-coordinates.js";
import { fieldsOf, isUnderstood, itemsOf, labelledRows, textOf } from "./facts-issue.js";
import { measureOf } from "./facts-measures.js";
import { type Printed, printedCountIn, printedCountOf } from "./facts-number.js";
import { outsideScope } from "./facts-outside.js";
import { partyOf } from "./facts-parties.js";
import { isIn } from "./facts-parts.js";
import { periodCalled } from "./facts-periods.js";
import { placeOf } from "./facts-places.js";
import {
  addCount,
  addCountOrMeasures,
  addMeasures,
  type FileReading,
  isUnitUnsaid,
  printedValues,
} from "./facts-reading.js";
import { isTotal, type TableRow } from "./facts-tables.js";

type Fields = Readonly<Record<string, unknown>>;

/** Adds the figures that stand in fields of their own, by what these are called: `massacres`, `ytd`, `landmines`. */
export function addFurther(reading: FileReading, fields: Fields): void {
  const { outside_scope: outside, title_massacres: title, ...others } = fields;
  const isOfMonths = (name: string): boolean =>
    /^(?:(?:\w+_)?by_(?:month|quarter)|month(?:ly|s)?|quarter(?:ly|s)|halves)$/.test(name);
  const further = Object.entries(others).filter(([name]) => !isOfMonths(name));
  addMeasures(reading, Object.fromEntries(further), "", {});
  for (const [name, value] of Object.entries(others))
    if (isOfMonths(name)) addMonthsOf(reading, value, name, /^(\w+)_by_/.exec(name)?.[1]);
  addOutside(reading, outside);
  if (title !== undefined && title !== null)
    addVariant(reading, "title_massacres", printedCountOf(title), { unit: "massacres" }, "title");
}

/** Persons counted beside the totals: all of them, or by whatever the file calls them. */
function addOutside(reading: FileReading, value: unknown): void {
  const path = "outside_scope";
  const fields = fieldsOf(value);
  const isOne = fields !== null && Object.keys(fields).some((name) => measureOf(name, reading) !== null);
  const isList = fields !== null || Array.isArray(value);
  if (!isList || (isOne && fields["label"] === undefined)) {
    const printed = reading.figures.length;
    addCountOrMeasures(reading, value, path, { category: outsideScope });
    if (reading.figures.length > printed) reading.beside.push(outsideScope);
  } else
    for (const row of labelledRows(isOne ? [value] : value, path, reading.note)) {
      const category = reading.names.add("category", `persons killed outside the totals ("${row.label}")`);
      reading.beside.push(category);
      addCountOrMeasures(reading, row.value, isOne ? path : row.path, { category });
    }
}

/** The months of everybody, or of a measure that the field is called by: `massacres_by_month`. */
function addMonthsOf(reading: FileReading, value: unknown, path: string, measure: string | undefined): void {
  const of = measure === undefined ? {} : measureOf(measure, reading);
  if (of !== null) addMonths(reading, value, path, of);
  else reading.note("field-unknown", path, `There is no measure "${measure ?? ""}" here.`, "figure-left-out");
}

/** A month (or quarter) of its own, by its name, or a table of several: `{ "January": 113 }`, `[{ "month": "2021-01", "n": 113 }]`. */
function addMonths(reading: FileReading, value: unknown, path: string, of: Coordinates): void {
  if (value === undefined || value === null) return;
  const fields = fieldsOf(value);
  const isOne = fields !== null && Object.hasOwn(fields, "name");
  const table = fields === null || isOne ? null : Object.entries(fields);
  const months =
    table?.map(([name, counts]) => ({ own: `${path}[${JSON.stringify(name)}]`, name, counts })) ??
    itemsOf(isOne ? [value] : value, path, reading.note).map(({ path: own, fields: item }) => {
      const { name, month, quarter, label, ...counts } = item;
      return { own: isOne ? path : own, name: name ?? month ?? quarter ?? label, counts };
    });
  for (const { own, name, counts } of months) {
    const text = textOf(name) ?? "";
    const month = periodCalled(text, reading.period);
    // What the field is called by says what its numbers count.
    if (Object.keys(of).length === 0 && isUnitUnsaid(reading, counts, own, of)) continue;
    if (month !== null) addCountOrMeasures(reading, counts, own, joined(of, { period: month }));
    else
      reading.note("malformed", `${own}.name`, 'The month is to be named as "2022-12".', "figure-left-out");
  }
}

/** Adds the figures that are printed once more elsewhere, with another number. */
export function addVariants(reading: FileReading, value: unknown, rows: readonly TableRow[]): void {
  for (const { path, fields } of itemsOf(value, "variants", reading.note)) {
    const known = ["party", "governorate", "measure", "pub", "pub_approx"];
    if (!isUnderstood(fields, known, path, reading.note)) continue;
    const party = textOf(fields["party"]) ?? textOf(fields["label"]);
    const row = rows.find(({ label }) => label === party);
    const isAll = party === null || isTotal(party);
    const killer = isAll ? {} : (row?.of ?? partyOf(reading, party, `${path}.party`));
    const governorate = textOf(fields["governorate"]);
    const place =
      governorate === null
        ? {}
        : { place: placeOf(reading, { label: governorate, labelPath: `${path}.governorate` }) };
    const name = textOf(fields["measure"]) ?? "n";
    const measure = measureOf(name, reading);
    if (measure === null)
      reading.note("malformed", `${path}.measure`, `There is no measure "${name}".`, "figure-left-out");
    else {
      const where = textOf(fields["where"]) ?? "elsewhere in the report";
      const printed = printedCountIn(fields);
      const id = `${path}.${printed?.field ?? "pub"}`;
      const of = variedBy(reading, id, joined(place, measure), killer, rows);
      if (of !== null) addVariant(reading, id, printed, of, where);
    }
  }
}

/**
 * The cell of the number that a variant is another of: that of its party, or of the only row of that party that prints one. Of a party that
 * nobody knows there is none, nor of a group of which one member prints one.
 */
function variedBy(
  reading: FileReading,
  path: string,
  of: Coordinates,
  killer: Coordinates,
  rows: readonly TableRow[],
): Coordinates | null {
  const isUnknown = reading.names.isAdded(killer);
  const own = joined(killer, of);
  const isOfAll = Object.keys(killer).length === 0;
  if (isOfAll || (!isUnknown && printedValues(reading, own).length > 0)) return own;
  const within = rows.filter(
    (row) => isIn(reading, row.of, killer) && printedValues(reading, joined(row.of, of)).length > 0,
  );
  const [only, ...others] = within;
  const isOnly = only !== undefined && others.length === 0;
  // All who are named are of the row: "Government" of "Government forces: civilians", no alliance of one of its members.
  const isOfRow = isOnly && isIn(reading, killer, without(only.of, ["population"]));
  const isLost = isUnknown || (isOnly && !isOfRow);
  const message = isOfRow
    ? "It is read as another number of the only row within its party that prints one."
    : "No number is printed of which it is another.";
  reading.note("number-differs", path, message, isLost ? "figure-left-out" : undefined);
  return isLost ? null : isOfRow ? joined(only.of, of) : own;
}

function addVariant(
  reading: FileReading,
  path: string,
  printed: Printed<number> | null,
  of: Coordinates,
  where: string,
): void {
  if (printed !== null) addCount(reading, path, printed, of, where);
  else reading.note("malformed", path, "A count is a whole number of 0 or more.", "figure-left-out");
}
