import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import { shown } from "../codebook/shown.js";
import { columnsOf, type Findings, placed } from "./column.js";
import { type ColumnReaders, incidentColumns, victimColumns } from "./columns.js";
import { datesOutOfOrder } from "./date-order.js";
import { type Columns, type Extra, noExtra } from "./further-columns.js";
import type { Incident, IncidentValues } from "./incident.js";
import { perpetratorValidity } from "./perpetrator-validity.js";
import { ownIncidentId } from "./read-id.js";
import type { Finding, ReadTable, RowReader } from "./read-table.js";
import { noItems } from "./read-unknown.js";
import { type Fault, faultOf } from "./read-value.js";
import type { RecordIssue } from "./record-issue.js";
import type { Age, Victim, VictimValues } from "./victim.js";

/*
 * Records are written out, column by column: so all of them have one hidden class, and every count reads them twice as fast
 * as copies by spread. So are the columns of a row read, by their names: in a loop over names each would be searched for.
 */

/** How rows of incidents are read. */
export function incidentReader<K extends Keys>(
  codebook: Codebook<K>,
  readers: ColumnReaders<K>["incident"],
): RowReader<Incident<K>> {
  const findings: Findings = { faults: [], warnings: [] };
  const columns = columnsOf(readers, findings);
  const notValid = perpetratorValidity(codebook);
  return {
    columns: incidentColumns,
    otherTable: { name: "victims", columns: victimColumns },
    findings,
    recordOf: (row: Columns<keyof IncidentValues>, extra) => ({
      id: columns.id.read(row.id),
      date: columns.date.look(row.date),
      place: columns.place.look(row.place),
      means: columns.means.look(row.means),
      suspects: columns.suspects.read(row.suspects),
      investigation: columns.investigation.look(row.investigation),
      firedFrom: columns.firedFrom.read(row.firedFrom),
      controlledBy: columns.controlledBy.read(row.controlledBy),
      sources: columns.sources.read(row.sources),
      extra,
    }),
    alsoWrong: () => noItems,
    link: () => undefined,
    check: (incident) => {
      const faults = notValid(incident);
      return faults.length === 0 ? noItems : faults.map((fault): Finding => ({ fault, severity: "warning" }));
    },
  };
}

/** A victim as it is read: the id of the incident, or none, stands where the incident belongs. */
export type VictimDraft<K extends Keys> = Omit<Victim<K, Extra>, "incident"> & {
  incident: Incident<K> | string | null;
};

/**
 * How rows of victims are read, each with one of these incidents or one of their own. Of a draft that is kept the incident
 * is known.
 */
export function victimReader<K extends Keys>(
  readers: ColumnReaders<K>["victim"],
  incidents: ReadTable<Incident<K>>,
  disorder: RecordIssue["severity"],
): RowReader<VictimDraft<K>> {
  const findings: Findings = { faults: [], warnings: [] };
  const columns = columnsOf(readers, findings);
  const rejectedIncidents = incidents.account.rejectedIds();
  return {
    columns: victimColumns,
    otherTable: { name: "incidents", columns: incidentColumns },
    findings,
    recordOf: (row: Columns<keyof VictimValues>, extra) => ({
      id: columns.id.read(row.id),
      incident: columns.incident.read(row.incident),
      status: columns.status.look(row.status),
      sex: columns.sex.look(row.sex),
      age: columns.age.look(row.age),
      unborn: columns.unborn.look(row.unborn),
      roles: columns.roles.read(row.roles),
      cause: columns.cause.look(row.cause),
      died: columns.died.look(row.died),
      documented: columns.documented.look(row.documented),
      killedIn: columns.killedIn.look(row.killedIn),
      origin: columns.origin.look(row.origin),
      sources: columns.sources.read(row.sources),
      extra,
    }),
    alsoWrong: ({ incident }) =>
      typeof incident === "string" && incidents.withId(incident) === undefined
        ? [placed(missingIncident(incident, rejectedIncidents), ["incident"])]
        : noItems,
    // In place: the draft becomes the victim, so that each is made but once. And for all in one loop: an incident is found
    // among a million in half the time where nothing else is done in between.
    link: (drafts) => {
      for (const draft of drafts) {
        const named = draft.incident as string | null;
        draft.incident = named === null ? ownIncident<K>(draft.id) : (incidents.withId(named) ?? named);
      }
    },
    check: (draft): readonly Finding[] => {
      const { incident } = draft;
      if (typeof incident === "string" || incident === null) {
        const missing = missingIncident(incident ?? "", rejectedIncidents);
        return [{ fault: placed(missing, ["incident"]), severity: "rejected" }];
      }
      const disorders = datesOutOfOrder(draft, incident);
      if (disorders.length === 0 && !draft.unborn) return noItems;
      const found = disorders.map(
        ({ column, what }): Finding => ({
          fault: placed(faultOf("dates-out-of-order", what, "correct one of the dates"), [column]),
          severity: disorder,
        }),
      );
      return isOfAnAge(draft.age) && draft.unborn
        ? [...found, { fault: placed(unbornWithAge, ["unborn"]), severity: "warning" }]
        : found;
    },
  };
}

/** An incident of which nothing is known but its one victim: by so much it is not the incident of anybody else. */
function ownIncident<K extends Keys>(victim: string): Incident<K> {
  return {
    id: ownIncidentId(victim),
    date: null,
    place: null,
    means: null,
    suspects: noItems,
    investigation: null,
    firedFrom: noItems,
    controlledBy: noItems,
    sources: noItems,
    extra: noExtra,
  };
}

/** What is doubtful about an unborn child of whom an age is recorded, which is mostly the woman's. */
const unbornWithAge = /* @__PURE__ */ faultOf(
  "unborn-with-age",
  "the victim is recorded as unborn, and with an age",
  "leave the age blank, or correct the column unborn where the row is the woman's",
);

function isOfAnAge(age: Age): boolean {
  return age !== null && (typeof age === "number" ? age : age.minimum) > 0;
}

function missingIncident(id: string, rejectedIds: ReadonlySet<string>): Fault {
  return rejectedIds.has(id)
    ? faultOf("incident-rejected", `the row of the incident ${shown(id)} was rejected`, "correct that row")
    : faultOf(
        "incident-unknown",
        `there is no incident ${shown(id)}`,
        "add its row, correct the id, or leave it blank where no incident is known",
      );
}
