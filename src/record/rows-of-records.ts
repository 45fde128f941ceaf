import type { Keys } from "../codebook/keys.js";
import type { IncidentValues } from "./incident.js";
import { checkedRecords } from "./of-incidents.js";
import type { ParsedRecords } from "./parse-records.js";
import { isOwnIncident } from "./read-id.js";
import type { VictimValues } from "./victim.js";

/** Records as rows: what `parseRecords` takes, and what is stored as JSON. */
export interface RowsOfRecords<K extends Keys = Keys, Extra = unknown> {
  readonly incidents: readonly (IncidentValues<K> & Readonly<Record<string, unknown>>)[];
  readonly victims: readonly (VictimValues<K> & Extra)[];
}

/**
 * The rows of parsed records: each victim with the incident as its id (`null` where none is known) and the further
 * columns beside the others. They are plain data where those columns are, and each incident stands in them once.
 *
 * `parseRecords` makes the same records of them, with the same codebook and no placeholders declared; ages that it kept
 * with a warning it has to keep again.
 *
 * @example
 * const { incidents, victims } = parseRecords(snhrCodebook, { victims: [{ id: "v-1", age: "3 months", form: 7 }] });
 * const rows = rowsOfRecords({ incidents, victims });
 * rows.victims.map(({ id, incident, age, form }) => [id, incident, age, form]) // [["v-1", null, 0, 7]]
 */
export function rowsOfRecords<K extends Keys, Extra>(
  parsed: Pick<ParsedRecords<K, Extra>, "incidents" | "victims">,
): RowsOfRecords<K, Extra> {
  const { incidents, victims } = checkedRecords(parsed, "rowsOfRecords", "what parseRecords gives");
  return {
    incidents: incidents.map(({ extra, ...values }) => ({ ...extra, ...values })),
    victims: victims.map(({ incident, extra, ...facts }) => ({
      ...extra,
      ...facts,
      incident: isOwnIncident(incident) ? null : incident.id,
    })),
  };
}
