import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import type { PlacedFault } from "../record/column.js";
import type { Incident } from "../record/incident.js";
import { parseNumbered, type RecordRows } from "../record/parse-records.js";
import type { KnownOfRows } from "../record/read-table.js";
import type { RecordIssue, TableName } from "../record/record-issue.js";
import type { Victim } from "../record/victim.js";
import type { Layer } from "./layers.js";
import { textOf } from "./read-version-row.js";
import type { Stretch } from "./stretches.js";
import type { StrayRow } from "./version-table.js";

/** What reading made of the row of a stretch: its record, or `null` where it is rejected. */
export interface Outcome<Item> {
  readonly item: Item | null;
  readonly issues: readonly RecordIssue[];
}

/** What reading made of everything. */
export interface Outcomes<K extends Keys> {
  readonly incidents: ReadonlyMap<Stretch, Outcome<Incident<K>>>;
  readonly victims: ReadonlyMap<Stretch, Outcome<Victim<K>>>;
  /** Of rows that are no version of any record, and of whole columns. */
  readonly others: readonly RecordIssue[];
}

/** Reads the rows of every layer as `parseRecords` does, and the rows that are no versions, for what is wrong with them. */
export function readLayers<K extends Keys>(
  codebook: Codebook<K>,
  layers: readonly Layer[],
  strays: { readonly [Table in TableName]: readonly StrayRow[] },
  options: Omit<RecordRows, TableName>,
): Outcomes<K> {
  const incidents = new Map<Stretch, Outcome<Incident<K>>>();
  const victims = new Map<Stretch, Outcome<Victim<K>>>();
  const { issues: others } = parseNumbered(
    codebook,
    { ...options, incidents: strays.incidents.map(recordOf), victims: strays.victims.map(recordOf) },
    {
      incidents: { numbers: strays.incidents.map(numberOf) },
      victims: { numbers: strays.victims.map(numberOf) },
    },
  );
  const columns = new Map<string, RecordIssue>();
  const noteColumn = (issue: RecordIssue) => {
    const name = `${issue.table} ${issue.path.join()}`;
    const known = columns.get(name);
    if (known === undefined || issue.row < known.row) columns.set(name, issue);
  };
  for (const issue of others.filter(isOfColumn)) noteColumn(issue);
  for (const layer of layers) {
    const parsed = parseNumbered(
      codebook,
      { ...options, incidents: layer.incidents.map(itemOf), victims: layer.victims.map(itemOf) },
      { incidents: knownOf(layer.incidents), victims: knownOf(layer.victims) },
    );
    const issues = { incidents: new Map<number, RecordIssue[]>(), victims: new Map<number, RecordIssue[]>() };
    for (const issue of parsed.issues) {
      if (isOfColumn(issue)) noteColumn(issue);
      else issues[issue.table].set(issue.row, [...(issues[issue.table].get(issue.row) ?? []), issue]);
    }
    noteOutcomes(layer.incidents, parsed.incidents, issues.incidents, incidents);
    noteOutcomes(layer.victims, parsed.victims, issues.victims, victims);
  }
  return {
    incidents,
    victims,
    others: [...others.filter((issue) => !isOfColumn(issue)), ...columns.values()],
  };
}

function noteOutcomes<Item extends { readonly id: string }>(
  stretches: readonly Stretch[],
  items: readonly Item[],
  issues: ReadonlyMap<number, readonly RecordIssue[]>,
  outcomes: Map<Stretch, Outcome<Item>>,
): void {
  const byId = new Map(items.map((item) => [item.id, item]));
  for (const stretch of stretches) {
    const { id, row } = stretch.row;
    outcomes.set(stretch, { item: byId.get(id) ?? null, issues: issues.get(row) ?? [] });
  }
}

/** Told once for a whole table, at the first row that has the column: not of one version. */
function isOfColumn({ code }: RecordIssue): boolean {
  return code === "column-misspelt" || code === "column-of-other-table";
}

const recordOf = ({ record }: StrayRow): unknown => record;
const numberOf = ({ row }: StrayRow): number => row;
/** The columns of a row; a victim of an incident that was merged into another names that one. */
const itemOf = ({ row: { item }, incident }: Stretch): unknown =>
  incident === null || incident.row.id === textOf(item?.["incident"])
    ? item
    : { ...item, incident: incident.row.id };

function knownOf(stretches: readonly Stretch[]): KnownOfRows {
  const faults = new Map<number, PlacedFault>();
  for (const { row } of stretches) if (row.fault !== null) faults.set(row.row, row.fault);
  return { numbers: stretches.map(({ row }) => row.row), faults };
}
