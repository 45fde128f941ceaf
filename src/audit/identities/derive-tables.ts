import {
  type Box,
  boxKey,
  type CategoryRules,
  canShareTable,
  intersectBoxes,
  isEmptyBox,
  isInside,
  mapSets,
  standsWithin,
} from "../cells/box.js";
import type { CellRegistry } from "../cells/cell.js";
import { intersection, keySet, keySetText } from "../cells/key-set.js";
import type { CoordinateReader } from "../cells/read-coordinates.js";
import { type CellNumber, equalTo } from "../constraints/constraint.js";
import type { AuditIssue } from "../published/audit-issue.js";
import type { PublishedTable } from "../published/published.js";
import type { Identity } from "./identity.js";

/** A table as boxes: the rows are known to exclude each other, and to lie in the whole. */
export interface TableBoxes {
  readonly table: PublishedTable;
  readonly of: Box;
  readonly rows: readonly Box[];
  /** What the columns take of each row, as a narrowing. */
  readonly columns: readonly Column[];
  readonly rules: CategoryRules;
}

/** The demographic keys and categories that a column takes. */
type Column = Pick<Box, "categories" | "inMassacres"> & { readonly demographic: Box["sets"]["demographic"] };

/** Reads a table, or says why nothing can be derived from it. */
export function readTable(
  table: PublishedTable,
  reader: CoordinateReader,
  printed: readonly Box[],
  report: string,
): TableBoxes | AuditIssue {
  const issue = (code: AuditIssue["code"], message: string): AuditIssue => ({
    code,
    report,
    subject: table.id,
    message,
  });
  const { rules } = reader;
  const of = reader.boxOf(table.of);
  const rows = table.rows.map((row) => reader.boxOf(table.of, row));
  for (const [nth, row] of rows.entries()) {
    if (isEmptyBox(row) || row.start < of.start || row.end > of.end || !standsWithin(row, of, rules)) {
      return issue(
        "table-row-outside",
        `Row ${nth + 1} of the table is not within the cell that it shares out.`,
      );
    }
    const other = rows.findIndex((earlier, at) => at < nth && !canShareTable(earlier, row));
    if (other >= 0) {
      return issue(
        "table-rows-not-disjoint",
        `Rows ${other + 1} and ${nth + 1} of the table may share persons, so that they are not added.`,
      );
    }
  }
  const stated = table.columns?.map((column) => columnOf(reader.boxOf({ unit: of.unit }, column), of));
  // Who is counted beside the totals need not be in any row.
  const isInTable = (column: Column): boolean => standsWithin(inColumn(of, column), of, rules);
  const columns = withPlain(stated ?? columnsPrinted(rows, of, printed), of).filter(isInTable);
  const cellsPrinted = new Set(printed.map(boxKey));
  const notPrinted = rows.findIndex(
    (row) => !columns.some((column) => cellsPrinted.has(boxKey(inColumn(row, column)))),
  );
  if (table.blank === "zero" && notPrinted >= 0) {
    return issue(
      "table-row-not-printed",
      `Nothing in row ${notPrinted + 1} of the table is printed, and its blanks are zeros: type them if it is on the page. If it is not, leave it out, and say that the table is not whole.`,
    );
  }
  return { table, of, rows, columns, rules };
}

function columnOf(box: Box, of: Box): Column {
  return {
    demographic: intersection(box.sets.demographic, of.sets.demographic),
    categories: box.categories,
    inMassacres: box.inMassacres,
  };
}

/** The columns with that of everybody, in an order of their own. */
function withPlain(columns: readonly Column[], of: Box): Column[] {
  const { categories, inMassacres } = of;
  const plain: Column = { demographic: of.sets.demographic, categories, inMassacres };
  const byKey = new Map([plain, ...columns].map((column) => [JSON.stringify(column), column]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, column]) => column);
}

/** The columns of which a figure stands in a row, besides the plain count. */
function columnsPrinted(rows: readonly Box[], of: Box, printed: readonly Box[]): Column[] {
  const byKey = new Map<string, Column>();
  // Where the rows are children, women and so on, these are no columns.
  const sharesPeople = rows.every(
    ({ sets }) => keySetText(sets.demographic) === keySetText(of.sets.demographic),
  );
  for (const box of printed) {
    const people = sharesPeople ? box : { ...box, sets: { ...box.sets, demographic: null } };
    const column = columnOf(people, of);
    if (byKey.has(JSON.stringify(column))) continue;
    if (rows.some((row) => boxKey(inColumn(row, column)) === boxKey(box)))
      byKey.set(JSON.stringify(column), column);
  }
  return [...byKey.values()];
}

function inColumn(box: Box, column: Column): Box {
  const sets = mapSets((name) =>
    name === "demographic" ? intersection(box.sets.demographic, column.demographic) : box.sets[name],
  );
  return {
    ...box,
    sets,
    categories: keySet([...box.categories, ...column.categories]),
    inMassacres: box.inMassacres || column.inMassacres,
  };
}

/** The sums of a table, one for each column, and where its blanks are zeros those of each but the plain count. */
export function tableIdentities(
  { table, of, rows, columns }: TableBoxes,
  cells: CellRegistry,
  isPrinted: (cell: CellNumber) => boolean,
): Identity[] {
  return columns.flatMap((column) => {
    const name = `${table.id}:${[...(column.demographic ?? []), ...column.categories].join("+") || "all"}`;
    const whole = cells.numberOf(inColumn(of, column));
    const shares = rows.map((row) => inColumn(row, column));
    const parts = shares.flatMap((share) => (isEmptyBox(share) ? [] : [cells.numberOf(share)]));
    if (parts.includes(whole)) return [];
    const remainder = table.whole ? [] : [cells.addOutside(table.id, inColumn(of, column))];
    const sum: Identity = {
      kind: "table-sum",
      id: `table-sum:${name}`,
      table: table.id,
      whole,
      parts: [...parts, ...remainder],
      relation: "equal",
      conventions: [],
      constraints: (identity) =>
        equalTo([[whole, -1], ...[...parts, ...remainder].map((part) => [part, 1] as const)], 0, {
          figure: null,
          identity,
        }),
    };
    const isPlain = whole === cells.numberOf(of);
    const blanks = table.blank === "zero" && !isPlain ? parts.filter((part) => !isPrinted(part)) : [];
    if (blanks.length === 0) return [sum];
    const zeros: Identity = {
      kind: "blank-is-zero",
      id: `blank-is-zero:${name}`,
      table: table.id,
      whole: null,
      parts: blanks,
      relation: "other",
      conventions: [],
      constraints: (identity) =>
        blanks.flatMap((part) => equalTo([[part, 1]], 0, { figure: null, identity })),
    };
    return [sum, zeros];
  });
}

/** The sums that a whole table implies for a cell within it whose share of each row is known as a cell. */
export function subtotalIdentities(
  { table, of, rows, rules }: TableBoxes,
  boxes: readonly Box[],
  cells: CellRegistry,
): Identity[] {
  if (!table.whole) return [];
  return boxes.flatMap((box): Identity[] => {
    const within = intersectBoxes(box, of);
    if (within === null || boxKey(within) !== boxKey(box) || !isInside(box, of, rules)) return [];
    const shares = rows.flatMap((row) => {
      const share = intersectBoxes(row, box);
      return share === null || isEmptyBox(share) ? [] : [share];
    });
    const parts = shares.map((share) => cells.find(share));
    const whole = cells.numberOf(box);
    if (!parts.every((part) => part !== undefined && part !== whole)) return [];
    const known = parts.filter((part) => part !== undefined);
    return [
      {
        kind: known.length < rows.length ? "subtotal" : "table-sum",
        id: `subtotal:${table.id}:${boxKey(box)}`,
        table: table.id,
        whole,
        parts: known,
        relation: "equal",
        // Which row a party or place belongs to, the codebook says; of anything else the rows say it themselves.
        conventions: (["perpetrator", "place"] as const).some(
          (name) => keySetText(box.sets[name]) !== keySetText(of.sets[name]),
        )
          ? ["codebook"]
          : [],
        constraints: (identity) =>
          equalTo([[whole, -1], ...known.map((part) => [part, 1] as const)], 0, { figure: null, identity }),
      },
    ];
  });
}
