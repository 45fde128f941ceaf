import { listed } from "../../src/audit/cells/read-coordinates.js";
import type { Coordinates } from "../../src/audit/published/coordinates.js";
import { joined, oneOrMore } from "./facts-coordinates.js";
import type { LabelledRow } from "./facts-issue.js";
import { countIn, countsIn, sharedOut } from "./facts-measures.js";
import { partyOf } from "./facts-parties.js";
import { isOfSource } from "./facts-party-names.js";
import { type FileReading, printedValue } from "./facts-reading.js";
import { isTotal, type TableRow } from "./facts-tables.js";

type SumOf = (rows: readonly Pick<LabelledRow, "value">[]) => number;

/**
 * The rows of a table by their labels, so that nobody stands in two: of two rows of the same party the second is one of its
 * own, and a row that holds others (a section, an alliance, a party without a population) is printed beside them, or with
 * them as its details, or is what they leave, as the numbers say.
 */
export function partyRows(
  reading: FileReading,
  items: readonly LabelledRow[],
  of: Coordinates,
): readonly TableRow[] {
  const cell = sharedOut(
    reading,
    items.map(({ value }) => value),
  );
  const total = printedValue(reading, joined(of, cell));
  // What rows print together, a blank as nothing.
  const sumOf: SumOf = (some) =>
    some.reduce((sum, { value }) => sum + (countIn(reading, value, cell) ?? 0), 0);
  const rows = ownParties(reading, items, of, total, sumOf);
  const inSum = new Set(rows.filter(({ standing }) => standing === "row"));
  const unknown = [...inSum].filter(({ of }) => reading.names.isAdded(of));
  const holders = [...inSum].flatMap((row) => {
    const within = [...inSum].filter((other) => other !== row && isWithin(reading, other.of, row.of));
    const others = row.of.section === undefined ? [] : unknown;
    // A party that the codebook does not know may be of a section too.
    const choices = [within, ...others.map((one) => [...within, one]), [...within, ...others]];
    return within.length + others.length === 0 ? [] : [{ row, within, choices }];
  });
  const ofAny = new Set<string>();
  const groups = new Set(holders.filter(({ row }) => row.of.alliance !== undefined).map(({ row }) => row));
  for (const row of groups) inSum.delete(row);
  if (sumOf([...inSum]) !== total) {
    for (const { row, choices } of holders)
      if (choices.some((parts) => parts.length > 1 && sumOf([row]) === sumOf(parts))) groups.add(row);
    for (const row of groups) inSum.delete(row);
    for (const { row, choices } of holders) {
      if (total === null || groups.has(row)) continue;
      const excess = sumOf([...inSum]) - total;
      if (excess === sumOf([row])) groups.add(row);
      else {
        const details = choices.find((parts) => excess === sumOf(parts.filter((one) => inSum.has(one))));
        for (const one of details ?? []) inSum.delete(one);
      }
      if (groups.has(row)) inSum.delete(row);
    }
    // "Of which by barrel bombs": too much in the sum by exactly what it prints.
    const left = unknown.filter((row) => inSum.has(row));
    const details = [...(left.length > 1 ? left.map((row) => [row]) : []), left].filter(
      (some) =>
        sumOf(some) > 0 &&
        sumOf([...inSum]) - sumOf(some) === total &&
        addUpWithout(reading, of, [...inSum], some),
    );
    const [only = []] = details.length === 1 ? details : [];
    for (const row of only) {
      inSum.delete(row);
      ofAny.add(row.path);
    }
  }
  const { note } = reading;
  const apart = rows.map((row): TableRow => {
    const { label, labelPath, of, standing } = row;
    const noted = (message: string): void => {
      note("rows-overlap", labelPath, message);
    };
    const within = holders.find((one) => one.row === row)?.within.filter((one) => inSum.has(one)) ?? [];
    if (standing !== "row") return row;
    if (groups.has(row)) {
      noted(`"${label}" is printed beside its members: it is no row of the sum.`);
      return { ...row, standing: "group" };
    }
    if (!inSum.has(row)) {
      noted(`"${label}" is read as counted in another row: the table adds up without it.`);
      return { ...row, standing: "detail" };
    }
    if (within.length === 0) return row;
    noted(`"${label}" is read as what the rows within it leave.`);
    return { ...row, of: lessRows(reading, of, within) };
  });
  const isPrinted = ({ value }: TableRow): boolean => countIn(reading, value, cell) !== null;
  return unknownAsAnyOther(reading, [...apart, ...membersLeft(reading, apart, isPrinted)], ofAny);
}

/**
 * A row without a number for the members of an alliance that have none, where a row of another has no number either: what the alliance
 * prints is then of any of them. A party that the codebook does not know may be one of those without a row.
 */
function membersLeft(
  reading: FileReading,
  rows: readonly TableRow[],
  isPrinted: (row: TableRow) => boolean,
): readonly TableRow[] {
  const { names } = reading;
  const inSum = rows.filter(({ standing }) => standing === "row");
  const unknown = inSum.filter(({ of }) => names.isAdded(of));
  if (unknown.length > 1 || unknown.some(({ label }) => !isOfSource(label))) return [];
  const taken = inSum.flatMap(({ of }) => names.membersOf(of));
  return rows.flatMap((row): readonly TableRow[] => {
    const { alliance, ...of } = row.of;
    const left = names.membersOf(row.of).filter((key) => !taken.includes(key));
    const within = inSum.filter((other) => isWithin(reading, other.of, row.of));
    if (alliance === undefined || row.standing !== "group" || left.length === 0) return [];
    if (within.every(isPrinted)) return [];
    return [{ ...row, value: null, of: { ...of, perpetrator: oneOrMore(left) }, standing: "row" }];
  });
}

/**
 * A row of an unknown party may be of any that has no row of its own, "Loyalist forces" of the regime: these are then not
 * nobody, as a whole table would have it. One of an unknown source ("Unclaimed shelling") may be of the sources without a row;
 * of several such rows it is the last, since a source cannot be shared out. Details of no known row may be of any, with or without one.
 */
function unknownAsAnyOther(
  { names }: FileReading,
  rows: readonly TableRow[],
  details: ReadonlySet<string>,
): readonly TableRow[] {
  const unknown = rows.filter(({ of }) => names.isAdded(of));
  const known = rows.filter((row) => !unknown.includes(row) && row.standing !== "group");
  const taken = new Set(known.flatMap(({ of }) => names.membersOf(of)));
  const without = (keys: readonly string[]) => keys.filter((key) => !taken.has(key));
  const ofSources = unknown.filter(({ label }) => isOfSource(label)).at(-1)?.of.perpetrator;
  const inSum = rows.flatMap(({ of, standing }) =>
    standing === "row" && of.section !== undefined ? listed(of.section) : [],
  );
  return rows.map((row) => {
    const { perpetrator: own, population } = row.of;
    if (!unknown.includes(row) || typeof own !== "string") return row;
    // A row of the sum is nobody of a section that is another row of it.
    const bySection = names.bySection(own, row.standing === "row" ? inSum : []);
    const any =
      own === ofSources && !details.has(row.path)
        ? { perpetrator: [...bySection, ...without(names.sources)] }
        : names.anyOf(own, bySection, details.has(row.path) ? names.parties : without(names.parties));
    return { ...row, of: population === undefined ? any : { ...any, population } };
  });
}

/**
 * Whether every column of a table whose total is printed adds up without some of its rows. One with blanks, whatever these stand for, may
 * come to less, but not add up with these rows.
 */
function addUpWithout(
  reading: FileReading,
  table: Coordinates,
  rows: readonly LabelledRow[],
  some: readonly LabelledRow[],
): boolean {
  const others = rows.filter((row) => !some.includes(row));
  return rows
    .flatMap(({ value }) => countsIn(reading, value))
    .every(({ of }) => {
      const total = printedValue(reading, joined(table, of));
      const counts = others.map(({ value }) => countIn(reading, value, of));
      const sum = counts.reduce<number>((all, count) => all + (count ?? 0), 0);
      if (total === null || sum === total) return true;
      const withAll = some.reduce((all, { value }) => all + (countIn(reading, value, of) ?? 0), sum);
      return reading.blank !== "zero" && counts.includes(null) && sum < total && withAll !== total;
    });
}

/** The rows, each with a party of its own; one that is printed twice, and too much in the sum, is a detail of the first. */
function ownParties(
  reading: FileReading,
  items: readonly LabelledRow[],
  table: Coordinates,
  total: number | null,
  sumOf: SumOf,
): readonly TableRow[] {
  const { names, note } = reading;
  const taken = new Map<string, LabelledRow>();
  const sum = sumOf(items.filter(({ label }) => !isTotal(label)));
  return items.map((item): TableRow => {
    const { label, labelPath, value } = item;
    if (isTotal(label)) return { ...item, of: {}, standing: "group" };
    const of = partyOf(reading, label, labelPath, table);
    const key = JSON.stringify([of.population ?? null, [...names.membersOf(of)].sort()]);
    const earlier = taken.get(key);
    taken.set(key, earlier ?? item);
    if (earlier === undefined) return { ...item, of, standing: "row" };
    const isSame = sumOf([item]) > 0 && JSON.stringify(value) === JSON.stringify(earlier.value);
    const numbers = isSame ? `, and has its numbers (${earlier.path})` : "";
    if (isSame && sum - sumOf([item]) === total) {
      const message = `"${label}" is a party that another row is of${numbers}. The table adds up to ${total} without it: it is printed twice.`;
      note("row-repeated", labelPath, message);
      return { ...item, of, standing: "detail" };
    }
    const message = `"${label}" is a party that another row is of${numbers}: it is taken as one of its own.`;
    note("rows-overlap", labelPath, message);
    const { population } = of;
    const perpetrator = names.add("perpetrator", `${label} (beside the row of the same party)`);
    const own: Coordinates = { perpetrator, ...(population === undefined ? {} : { population }) };
    return { ...item, of: own, standing: "row" };
  });
}

function isWithin({ names }: FileReading, part: Coordinates, whole: Coordinates): boolean {
  const members = names.membersOf(whole);
  const isPart = names.membersOf(part).every((key) => members.includes(key));
  return isPart && (whole.population === undefined || whole.population === part.population);
}

function lessRows(reading: FileReading, whole: Coordinates, within: readonly TableRow[]): Coordinates {
  const { names, populationOf } = reading;
  const samePeople = within.filter(({ of }) => of.population === whole.population);
  if (samePeople.length === 0) {
    const taken = within.map(({ of }) => of.population);
    const left = (["civilians", "armed"] as const).flatMap((name) => {
      const population = populationOf(name)?.population;
      return population === undefined || taken.includes(population) ? [] : [population].flat();
    });
    return left.length === 0 ? whole : joined(whole, { population: oneOrMore(left) });
  }
  const taken = new Set(samePeople.flatMap(({ of }) => names.membersOf(of)));
  const { population } = whole;
  const perpetrator = oneOrMore(names.membersOf(whole).filter((key) => !taken.has(key)));
  return { perpetrator, ...(population === undefined ? {} : { population }) };
}
