import { checkedLists } from "../codebook/check-codebook.js";
import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import { refuseUnless } from "../error.js";
import type { IncidentValues } from "../record/incident.js";
import { isOfIncident } from "../record/of-incidents.js";
import { type Attribution, checkedAttribution } from "./attribution.js";
import { citationText } from "./citation.js";
import { fieldOfBecause } from "./policy.js";

/**
 * The sentence that says to whom an incident is ascribed, by which rule, where the rule stands and how far the
 * investigation is. Perpetrators are named by their phrase, or their label.
 *
 * @example
 * const [incident] = parseRecords(snhrCodebook, {
 *   incidents: [{ id: "i-9", means: "gunfire", suspects: ["isis"], investigation: "open" }],
 *   victims: [],
 * }).incidents;
 * incident && explainAttribution(snhrCodebook, incident, attributor(snhrCodebook, snhrPolicy)(incident)) // 'Incident i-9 is ascribed to no perpetrator and counted under "Gunfire of unknown source": it was gunfire whose source is not conclusively identified (SNHR, July 2021, section I; the investigation is open).'
 */
export function explainAttribution<K extends Keys>(
  codebook: Codebook<K>,
  incident: IncidentValues<K>,
  attribution: Attribution<K>,
): string {
  checkedLists(codebook);
  refuseUnless(isOfIncident({ incident }), incident, "explainAttribution", "an incident of parseRecords");
  checkedAttribution(attribution, "explainAttribution");
  const because = attribution.because.replaceAll(fieldOfBecause, (_, field: "suspects" | "firedFrom") =>
    listed(codebook, incident[field]),
  );
  const doubt =
    attribution.holds === "unknown" ? "; the record leaves it open, and the rule then applies" : "";
  const basis = `${citationText(attribution.citation)}; ${stateOf(incident)}${doubt}`;
  return `Incident ${incident.id} ${verdictOf(codebook, attribution)}: ${because} (${basis}).`;
}

function verdictOf<K extends Keys>(codebook: Codebook<K>, attribution: Attribution<K>): string {
  if (attribution.kind === "undetermined") {
    return `is ascribed to no perpetrator and counted under "${codebook.unattributed[attribution.source].label}"`;
  }
  const to = listed(codebook, attribution.to);
  const jointly = attribution.to.length > 1 ? ", jointly" : "";
  return attribution.kind === "established"
    ? `is established as by ${to}${jointly}`
    : `is presumed to ${to}${jointly}`;
}

function stateOf({ investigation }: IncidentValues): string {
  return investigation === null
    ? "the state of the investigation is not recorded"
    : `the investigation is ${investigation}`;
}

/** Perpetrators as they are named in a sentence: "the Syrian regime and Russian forces". */
function listed<K extends Keys>(codebook: Codebook<K>, perpetrators: readonly K["perpetrator"][]): string {
  const names = perpetrators.map((key) => {
    const { phrase, label } = codebook.perpetrators[key];
    return phrase ?? label;
  });
  const last = names.at(-1);
  if (last === undefined) return "nobody";
  return names.length === 1 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
