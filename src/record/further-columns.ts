import { shown } from "../codebook/shown.js";
import { spelling } from "../codebook/spelling.js";
import { type PlacedFault, placed } from "./column.js";
import { faultOf } from "./read-value.js";
import type { TableName } from "./record-issue.js";

/** A row as an object of columns. */
export type Columns<Column extends string = string> = { readonly [One in Column]?: unknown };

/** Columns that the library does not know, as they came. */
export type Extra = Readonly<Record<string, unknown>>;

/** That of all records which have none, so that it takes no memory in each: nobody can add to it. */
export const noExtra: Extra = /* @__PURE__ */ Object.freeze({});

/** The table that a column may be meant for, where it is not one of its own. */
export interface OtherTable {
  readonly name: TableName;
  readonly columns: readonly string[];
}

/** The rows of a table have few sets of columns, most often one; so many are remembered. */
const mostForms = 16;

/** A function that gives the names of a row's columns that are none of those known. */
export function furtherColumns(known: readonly string[]): (row: object) => readonly string[] {
  const isKnown = new Set(known);
  const forms: { readonly all: readonly string[]; readonly further: readonly string[] }[] = [];
  return (row) => {
    for (const form of forms) if (isOfForm(row, form.all)) return form.further;
    const all = Object.keys(row);
    const further = all.filter((column) => !isKnown.has(column));
    if (forms.length < mostForms) forms.push({ all, further });
    return further;
  };
}

/** Whether these are the columns of a row, in this order; those that it inherits count too. */
function isOfForm(row: object, columns: readonly string[]): boolean {
  let at = 0;
  // Not by the list of its columns, which would be made for every row.
  for (const column in row) {
    if (column !== columns[at]) return false;
    at += 1;
  }
  return at === columns.length;
}

/** These columns of a row, without those that it inherits. */
export function extraOf(row: Columns, further: readonly string[]): Extra {
  if (further.length === 0) return noExtra;
  const extra: Record<string, unknown> = {};
  for (const column of further) {
    if (!Object.hasOwn(row, column)) continue;
    // By assignment alone it would become the prototype.
    if (column === "__proto__")
      Object.defineProperty(extra, column, {
        value: row[column],
        enumerable: true,
        writable: true,
        configurable: true,
      });
    else extra[column] = row[column];
  }
  return extra;
}

/** Other names of columns, which a row may have in their place. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  incident: ["incident id", "event id"],
  suspects: ["suspect", "perpetrator", "perpetrators"],
  roles: ["role"],
  sex: ["gender"],
  killedIn: ["governorate"],
  place: ["governorate"],
};

/**
 * Tells of each column that is not read and whose name is, but for case, spaces and punctuation, that of one that
 * is, or of one of the other table, or another name of one that the row does not have: at the first row that has it. Its values
 * would otherwise be taken for further columns, and the facts for unknown.
 */
export function mistakenColumns(
  { columns: known, otherTable }: { readonly columns: readonly string[]; readonly otherTable?: OtherTable },
  warn: (row: number, id: string | null, fault: PlacedFault) => void,
): (row: number, id: string | null, further: readonly string[], columns: object) => void {
  const columnOf = new Map(known.map((column) => [spelling(column), column]));
  const otherNameOf = new Map(
    known.flatMap((column) => (otherNames[column] ?? []).map((name) => [spelling(name), column])),
  );
  const adviceOfOther = new Map(
    otherTable?.columns.map((column) => [
      spelling(column),
      `${shown(column)} is one of ${otherTable.name}; give it in their rows, or what it holds counts as not known`,
    ]),
  );
  const seen = new Set<string>();
  return (row, id, further, columns) => {
    for (const column of further) {
      if (seen.has(column)) continue;
      seen.add(column);
      const form = spelling(column);
      const [named, elsewhere] = [otherNameOf.get(form), adviceOfOther.get(form)];
      const meant = columnOf.get(form) ?? (named === undefined || named in columns ? undefined : named);
      const what = `the column ${shown(column)} is not read`;
      if (meant !== undefined) {
        const advice =
          meant in columns
            ? `${shown(meant)} is, which the row has too; leave one of the two out`
            : `did you mean ${shown(meant)}? Rename it, or what it holds counts as not known`;
        warn(row, id, placed(faultOf("column-misspelt", what, advice), [column]));
      } else if (elsewhere !== undefined) {
        warn(row, id, placed(faultOf("column-of-other-table", what, elsewhere), [column]));
      }
    }
  };
}
