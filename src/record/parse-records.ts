import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import { columnReaders, ownIncidentId, type ReadOptions, type VictimColumn } from "./columns.js";
import { datesOutOfOrder } from "./date-order.js";
import type { Incident } from "./incident.js";
import { readTable, type TableAccounting } from "./read-table.js";
import { faultOf, shown } from "./read-value.js";
import type { RecordIssue } from "./record-issue.js";
import type { Victim, VictimValues } from "./victim.js";

/** The rows to parse, and the caller's choices about them. */
export interface RecordRows<Row = unknown> extends ReadOptions {
  /** One object for each incident. Without any, every victim has an incident of their own. */
  readonly incidents?: readonly unknown[];
  /** One object for each victim. */
  readonly victims: readonly Row[];
  /** What is done with a record whose dates cannot follow each other: kept with a warning (the default), or rejected. */
  readonly datesOutOfOrder?: "report" | "refuse";
}

/** The columns of a row that the library does not know. */
export type ExtraOf<Row> = unknown extends Row
  ? Readonly<Record<string, unknown>>
  : { readonly [Column in Exclude<keyof Row, VictimColumn>]: Row[Column] };

/** Records that a count can stand on, and everything that was wrong with the rows. */
export interface ParsedRecords<K extends Keys = Keys, Extra = unknown> {
  readonly incidents: readonly Incident<K>[];
  readonly victims: readonly Victim<K, Extra>[];
  /** By table (incidents first) and row. */
  readonly issues: readonly RecordIssue[];
  readonly accounting: { readonly incidents: TableAccounting; readonly victims: TableAccounting };
}

/**
 * Reads incidents and victims from rows, keeps the good ones and says of every other what is wrong with it.
 *
 * A row is an object of columns, each typed as in `Incident` and `Victim` or as text (from CSV); blank is *not known*;
 * keys may be written as key, label or alias of the codebook; lists in text are parted by semicolons. Columns that the
 * library does not know are kept in `extra`. A victim whose incident is not known gets one of their own.
 *
 * Rows are checked one by one and against each other: two rows of one id that do not say the same are both rejected, a
 * rejected incident rejects its victims. All faults are in `issues`, with row number, path, code and a sentence.
 * Throws only `records-not-rows`, where a table is no list.
 *
 * @example
 * const codebook = defineCodebook({ roles: { medical: { label: "Medical personnel" } } });
 * const parsed = parseRecords(codebook, { victims: [{ id: "v-1", age: "34", roles: "medical" }, { id: "v-2", age: -1 }] });
 * parsed.victims.length // 1
 * parsed.issues[0]?.code // "age-negative"
 */
export function parseRecords<K extends Keys, Row = unknown>(
  codebook: Codebook<K>,
  rows: RecordRows<Row>,
): ParsedRecords<K, ExtraOf<Row>> {
  const readers = columnReaders(codebook, rows);
  const refuseOrder = rows.datesOutOfOrder === "refuse";

  const incidentTable = readTable("incidents", rows.incidents ?? [], readers.incident);
  const incidents = incidentTable.kept.map(({ values }) => values);
  const byId = new Map(incidents.map((incident) => [incident.id, incident]));

  const victimTable = readTable<VictimValues<K>>("victims", rows.victims, readers.victim);
  const victims: Victim<K, ExtraOf<Row>>[] = [];
  for (const { values, extra, row } of victimTable.kept) {
    const incident = values.incident === null ? ownIncident(values) : byId.get(values.incident);
    if (incident === undefined) {
      const id = shown(values.incident);
      const missing = incidentTable.rejectedIds.has(values.incident ?? "")
        ? faultOf("incident-rejected", `the row of the incident ${id} was rejected`, "correct that row")
        : faultOf(
            "incident-unknown",
            `there is no incident ${id}`,
            "add its row, correct the id, or leave it blank where no incident is known",
          );
      victimTable.reject(row, values.id, { ...missing, path: ["incident"] });
      continue;
    }
    const disorder = datesOutOfOrder(values, incident);
    if (disorder !== null) {
      const fault = {
        ...faultOf("dates-out-of-order", disorder, "correct one of the dates"),
        path: ["died"],
      };
      if (refuseOrder) {
        victimTable.reject(row, values.id, fault);
        continue;
      }
      victimTable.warn(row, values.id, fault);
    }
    // The rows' columns that no reader knows are those that `ExtraOf` names.
    victims.push({ ...values, incident, extra: extra as ExtraOf<Row> });
  }
  return {
    incidents,
    victims,
    issues: [...incidentTable.issues(), ...victimTable.issues()],
    accounting: { incidents: incidentTable.accounting(), victims: victimTable.accounting() },
  };
}

/** An incident of which nothing is known but its one victim: by so much it is not the incident of anybody else. */
function ownIncident<K extends Keys>(victim: VictimValues<K>): Incident<K> {
  return {
    id: ownIncidentId(victim.id),
    date: null,
    place: null,
    means: null,
    suspects: [],
    investigation: null,
    firedFrom: [],
    controlledBy: [],
    sources: [],
  };
}
