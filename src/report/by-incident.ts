import { type Grouping, grouping } from "../tally/grouping.js";
import type { OfIncident } from "./by-perpetrator.js";

/**
 * By incident: a grouping, for `tallyGroups`. Incidents are told apart by their ids, as by `massacres`.
 *
 * @example
 * const { victims } = parseRecords(snhrCodebook, { victims: [{ id: "v-1", incident: "i-1" }], incidents: [{ id: "i-1" }] });
 * const prepared = prepare(victims, { incident: byIncident, place: byPlace(snhrCodebook, "killedIn") });
 * total(tallyGroups(prepared, { of: "incident", atLeast: 1, by: ["place"] }).groups).count // 1
 */
export const byIncident: Grouping<OfIncident> = /* @__PURE__ */ grouping(
  ({ incident }: OfIncident) => incident,
);
