import { checkCodebook } from "../codebook/check-codebook.js";
import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import { checkedObject } from "../error.js";
import type { Incident } from "../record/incident.js";
import type { ExtraOf, RecordRows } from "../record/parse-records.js";
import type { Victim } from "../record/victim.js";
import { layersOf } from "./layers.js";
import { readLayers } from "./read-layers.js";
import type { VersionColumn } from "./read-version-row.js";
import { stretchesOfIncidents, stretchesOfVictims } from "./stretches.js";
import type { Version } from "./version.js";
import type { VersionIssue } from "./version-issue.js";
import { versionTable } from "./version-table.js";
import { type VersionAccounting, versionsOfTable } from "./versions-of-table.js";

/** The columns of a row of versions that the library does not know. */
export type VersionExtraOf<Row> = unknown extends Row ? ExtraOf<unknown> : ExtraOf<Omit<Row, VersionColumn>>;

/** Every version of the records, and everything that was wrong with their rows. */
export interface ParsedVersions<K extends Keys = Keys, Extra = unknown> {
  /** In the order of the ids and of the days, as `victims`. */
  readonly incidents: readonly Version<Incident<K>>[];
  /** Each with its incident as it was known then: a new version of an incident, or its merging, makes one of each of its victims. */
  readonly victims: readonly Version<Victim<K, Extra>>[];
  /** By table (incidents first) and row. */
  readonly issues: readonly VersionIssue[];
  readonly accounting: { readonly incidents: VersionAccounting; readonly victims: VersionAccounting };
}

/**
 * Reads records that have several versions from rows: those that `parseRecords` takes, in which an id may stand several
 * times, each with the day on which it was `recorded`.
 *
 * Further columns: `withdrawn` (true where the row withdraws its record; only its id is then read), `changeReason` (a
 * `ReasonKind`), `mergedInto` (the id of the record that stays) and `changeNote` (words of your own). The records as of any
 * day, see `recordsAsOf`, are those that `parseRecords` makes of the rows that held then, with the same choices. So a row
 * that is rejected takes the record away from its day on, and a victim whose incident is not recorded yet is rejected until
 * it is: the issue says from when until when it was so, and the version has the reason `row-rejected`.
 *
 * A reason at fault changes no figure. A row whose `changeReason`, `mergedInto` or `changeNote` cannot be read, or does not go
 * with the rest, is kept with a warning, and what it states is told in the note of its reason. Of rows of one record and day that
 * differ in the reason only the first is kept, with the reasons of all.
 *
 * Where it cannot be told what is known of a record, it is taken away: whether a row withdraws it, which of two rows of one
 * day holds, which of those stays that are merged into each other, on one day or on several, or into themselves, all from
 * that day on; and where a row of its id has no day, on every day. Who is left is then *at least* so many, whatever the rows were meant to say. A withdrawal that names no
 * recorded id is rejected and withdraws nobody: it makes no count a lower bound, for it may have been meant for one who is
 * counted. A row without an id is taken for a record of its own, as by `parseRecords`.
 *
 * An incident that is withdrawn as merged into another takes its victims with it: those whose rows still name it are, from
 * that day on, victims of the other as it stands then, and say so among their reasons. Where that is not recorded then, they
 * are without an incident, and rejected.
 *
 * Each row is read once for every version of its incident that it saw: linear in the versions that come out, and as many
 * readings of rows as the most often changed record has versions, each of which costs a little by itself (a quarter of a millisecond).
 *
 * Errors: `records-not-rows`, where a table is no list; those of `parseRecords`.
 *
 * @example
 * const { victims } = parseVersions(snhrCodebook, {
 *   incidents: [
 *     { id: "i-1", recorded: "2021-07-22", suspects: "" },
 *     { id: "i-1", recorded: "2021-09-14", suspects: "regime", investigation: "concluded", changeReason: "re-attributed" },
 *   ],
 *   victims: [{ id: "v-1", recorded: "2021-07-22", incident: "i-1", age: "9" }],
 * });
 * victims.map(({ id, recorded, item }) => [id, recorded, item?.incident.suspects]) // [["v-1", "2021-07-22", []], ["v-1", "2021-09-14", ["regime"]]]
 * victims[1]?.reasons // [{ kind: "re-attributed" }]
 */
export function parseVersions<K extends Keys, Row = unknown>(
  codebook: Codebook<K>,
  rows: RecordRows<Row>,
): ParsedVersions<K, VersionExtraOf<Row>> {
  checkCodebook(codebook);
  const {
    incidents: incidentRows = [],
    victims: victimRows,
    ...options
  } = checkedObject(rows, "parseVersions", "an object of the rows");
  const incidents = versionTable("incidents", incidentRows);
  const victims = versionTable("victims", victimRows);
  const ofIncidents = stretchesOfIncidents(incidents.timelines);
  const ofVictims = stretchesOfVictims(victims.timelines, incidents.timelines, ofIncidents);
  const strays = { incidents: incidents.strays, victims: victims.strays };
  const read = readLayers(codebook, layersOf(ofIncidents, ofVictims), strays, options);
  const readIncidents = versionsOfTable(incidents, ofIncidents, read.incidents, read.others);
  const readVictims = versionsOfTable(victims, ofVictims, read.victims, read.others);
  return {
    incidents: readIncidents.versions,
    // The rows' columns that no reader knows are those that the type names.
    victims: readVictims.versions as readonly Version<Victim<K, VersionExtraOf<Row>>>[],
    issues: [...readIncidents.issues, ...readVictims.issues],
    accounting: { incidents: readIncidents.accounting, victims: readVictims.accounting },
  };
}
