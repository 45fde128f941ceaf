import { checkedLists } from "../codebook/check-codebook.js";
import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import { outermostOf } from "../codebook/parents.js";
import type { IncidentValues } from "../record/incident.js";
import { type Attribution, type AttributionKey, attributionKey, attributor } from "../rule/attribution.js";
import type { Policy } from "../rule/policy.js";
import { type Inclusion, inclusion, type Partition, partition } from "../tally/dimension.js";
import { labelOf } from "./labels.js";

/** Anything that belongs to an incident: a victim, a massacre. */
export interface OfIncident<K extends Keys = Keys> {
  readonly incident: IncidentValues<K>;
}

/** The label of the key `jointly`. */
export const jointlyLabel = "Several perpetrators, jointly";

/**
 * Sorts by perpetrator, as the policy ascribes the incident: each perpetrator, each unattributed source, and `jointly`
 * for incidents of several perpetrators, which are counted once and under none of them alone. Several that are parts of one, or
 * that one and its parts, are counted under the innermost around them all, as what was done by it.
 *
 * The keys are in the order of the codebook, `jointly` last. To whom an incident is ascribed is `attributor`'s answer, and
 * `explainAttribution` says why.
 *
 * @example
 * const { victims } = parseRecords(snhrCodebook, {
 *   incidents: [{ id: "i-1", suspects: ["russia"], investigation: "concluded" }, { id: "i-2", means: "landmine" }],
 *   victims: [{ id: "v-1", incident: "i-1" }, { id: "v-2", incident: "i-2" }],
 * });
 * victims.map(byPerpetrator(snhrCodebook, snhrPolicy).keyOf) // ["russia", "landmines"]
 */
export function byPerpetrator<K extends Keys>(
  codebook: Codebook<K>,
  policy: Policy<NoInfer<K>>,
): Partition<OfIncident<K>, AttributionKey<K>> {
  const attribute = attributor(codebook, policy);
  return partition<OfIncident<K>, AttributionKey<K>>({
    keys: attributionKeys(codebook),
    keyOf: ({ incident }) => attributionKey(codebook, attribute(incident)),
  });
}

/**
 * Sorts by the outermost perpetrator around the one to whom the policy ascribes the incident: a brigade counts toward the
 * army that it is a part of.
 *
 * The keys are the perpetrators that are part of no other, in the order of the codebook (or of the first of their parts),
 * then the unattributed sources and `jointly`, where perpetrators stay that are not parts of one.
 *
 * @example
 * const parts = { "air-force": { label: "Regime air force", section: "main", parent: "regime" } } as const;
 * const codebook = extendCodebook(snhrCodebook, { perpetrators: parts });
 * const { victims } = parseRecords(codebook, {
 *   incidents: [{ id: "i-1", suspects: ["air-force"], investigation: "concluded" }],
 *   victims: [{ id: "v-1", incident: "i-1" }],
 * });
 * victims.map(byOutermostPerpetrator(codebook, snhrPolicy).keyOf) // ["regime"]
 */
export function byOutermostPerpetrator<K extends Keys>(
  codebook: Codebook<K>,
  policy: Policy<NoInfer<K>>,
): Partition<OfIncident<K>, AttributionKey<K>> {
  const attribute = attributor(codebook, policy);
  const outermost = outermostPerpetrators(codebook);
  return partition<OfIncident<K>, AttributionKey<K>>({
    keys: [...new Set(attributionKeys(codebook).map((key) => outermost[key]))],
    keyOf: ({ incident }) => outermost[attributionKey(codebook, attribute(incident))],
  });
}

/**
 * Sorts by how firmly the policy ascribes the incident: established, presumed by a rule, undetermined.
 *
 * @example
 * const { victims } = parseRecords(snhrCodebook, { victims: [{ id: "v-1" }] });
 * byAttributionKind(snhrCodebook, snhrPolicy).keyOf(victims[0]) // "undetermined"
 */
export function byAttributionKind<K extends Keys>(
  codebook: Codebook<K>,
  policy: Policy<NoInfer<K>>,
): Partition<OfIncident<K>, Attribution["kind"]> {
  const attribute = attributor(codebook, policy);
  return partition<OfIncident<K>, Attribution["kind"]>({
    keys: ["established", "presumed", "undetermined"],
    keyOf: ({ incident }) => attribute(incident).kind,
  });
}

/**
 * Sorts by the section of the perpetrator or source; incidents of several perpetrators that are not parts of one are `jointly`, in no section.
 *
 * The keys are in the order of the codebook, sections without a perpetrator among them.
 *
 * @example
 * const { victims } = parseRecords(snhrCodebook, { victims: [{ id: "v-1" }] });
 * bySection(snhrCodebook, snhrPolicy).keyOf(victims[0]) // "other"
 */
export function bySection<K extends Keys>(
  codebook: Codebook<K>,
  policy: Policy<NoInfer<K>>,
): Partition<OfIncident<K>, K["section"] | "jointly"> {
  const attribute = attributor(codebook, policy);
  const sections = sectionsOf(codebook);
  return partition<OfIncident<K>, K["section"] | "jointly">({
    keys: [...Object.keys(codebook.sections), "jointly"],
    keyOf: ({ incident }) => sections[attributionKey(codebook, attribute(incident))],
  });
}

/**
 * By suspect: an inclusion, for an incident may have several, and its victims are counted under each of them.
 *
 * An incident without suspects is under no key.
 *
 * @example
 * const { victims } = parseRecords(snhrCodebook, {
 *   incidents: [{ id: "i-1", suspects: ["regime", "russia"] }],
 *   victims: [{ id: "v-1", incident: "i-1" }],
 * });
 * bySuspect(snhrCodebook).keysOf(victims[0]) // ["regime", "russia"]
 */
export function bySuspect<K extends Keys>(codebook: Codebook<K>): Inclusion<OfIncident<K>, K["perpetrator"]> {
  return inclusion<OfIncident<K>, K["perpetrator"]>({
    keys: Object.keys(checkedLists(codebook).perpetrators),
    keysOf: ({ incident }) => incident.suspects,
  });
}

/**
 * Gives the section of every key of `byPerpetrator`, for `regroup`; `jointly` stays `jointly`.
 *
 * A tally by perpetrator, regrouped so, has the counts of the tally by section; sections without a perpetrator are not in it.
 * A part of a perpetrator is in its own section, and in that of the whole if the tally is by outermost perpetrator.
 *
 * @example
 * sectionsOf(snhrCodebook).landmines // "other"
 */
export function sectionsOf<K extends Keys>(
  codebook: Codebook<K>,
): { readonly [Key in AttributionKey<K>]: K["section"] | "jointly" } {
  const { perpetrators, unattributed }: Pick<Codebook, "perpetrators" | "unattributed"> =
    checkedLists(codebook);
  const sections = [...Object.entries(perpetrators), ...Object.entries(unattributed)].map(
    ([key, { section }]) => [key, section],
  );
  // One entry for each key, which the compiler cannot tell from entries.
  return Object.fromEntries([...sections, ["jointly", "jointly"]]) as {
    readonly [Key in AttributionKey<K>]: K["section"] | "jointly";
  };
}

/**
 * Gives the outermost perpetrator of every key of `byPerpetrator`, for `regroup`; sources and `jointly` stay what they are.
 *
 * A tally by perpetrator, regrouped so, is the tally by outermost perpetrator.
 *
 * @example
 * outermostPerpetrators(snhrCodebook).hts // "hts"
 * outermostPerpetrators(snhrCodebook).landmines // "landmines"
 */
export function outermostPerpetrators<K extends Keys>(
  codebook: Codebook<K>,
): { readonly [Key in AttributionKey<K>]: AttributionKey<K> } {
  const outermost = outermostOf<K["perpetrator"]>(checkedLists(codebook).perpetrators);
  const entries = attributionKeys(codebook).map((key) => [key, outermost.get(key) ?? key]);
  // One entry for each key, which the compiler cannot tell from entries.
  return Object.fromEntries(entries) as { readonly [Key in AttributionKey<K>]: AttributionKey<K> };
}

/**
 * Gives the label of a key of `byPerpetrator`.
 *
 * @example
 * attributionLabel(snhrCodebook, "hts") // "Hay'at Tahrir al Sham"
 * attributionLabel(snhrCodebook, "jointly") // "Several perpetrators, jointly"
 */
export function attributionLabel<K extends Keys>(codebook: Codebook<K>, key: AttributionKey<K>): string {
  return labelOf(checkedLists(codebook).perpetrators, key, labelOf(codebook.unattributed, key, jointlyLabel));
}

/** The keys of `byPerpetrator`, in their order. */
export function attributionKeys<K extends Keys>(codebook: Codebook<K>): AttributionKey<K>[] {
  return [...Object.keys(codebook.perpetrators), ...Object.keys(codebook.unattributed), "jointly"];
}
