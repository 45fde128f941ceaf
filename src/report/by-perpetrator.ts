import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import type { Incident } from "../record/incident.js";
import { type Attribution, type AttributionKey, attributionKey, attributor } from "../rule/attribution.js";
import type { Policy } from "../rule/policy.js";
import { type Inclusion, inclusion, type Partition, partition } from "../tally/dimension.js";

/** Anything that belongs to an incident: a victim, a massacre. */
export interface OfIncident<K extends Keys = Keys> {
  readonly incident: Incident<K>;
}

/**
 * Sorts by perpetrator, as the policy ascribes the incident: each perpetrator, each unattributed source, and `jointly`
 * for incidents of several perpetrators, which are counted once and under none of them alone.
 */
export function byPerpetrator<K extends Keys>(
  codebook: Codebook<K>,
  policy: Policy<NoInfer<K>>,
): Partition<OfIncident<K>, AttributionKey<K>> {
  const attribute = attributor(codebook, policy);
  return partition<OfIncident<K>, AttributionKey<K>>({
    keys: attributionKeys(codebook),
    keyOf: ({ incident }) => attributionKey(attribute(incident)),
  });
}

/** Sorts by how firmly the policy ascribes the incident: established, presumed (the investigation open), undetermined. */
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

/** Sorts by the section of the perpetrator or source; incidents of several perpetrators are `jointly`, in no section. */
export function bySection<K extends Keys>(
  codebook: Codebook<K>,
  policy: Policy<NoInfer<K>>,
): Partition<OfIncident<K>, K["section"] | "jointly"> {
  const attribute = attributor(codebook, policy);
  const sections = sectionsOf(codebook);
  return partition<OfIncident<K>, K["section"] | "jointly">({
    keys: [...Object.keys(codebook.sections), "jointly"],
    keyOf: ({ incident }) => sections[attributionKey(attribute(incident))],
  });
}

/**
 * By suspect: an inclusion, for an incident may have several, and its victims are counted under each of them.
 */
export function bySuspect<K extends Keys>(codebook: Codebook<K>): Inclusion<OfIncident<K>, K["perpetrator"]> {
  return inclusion<OfIncident<K>, K["perpetrator"]>({
    keys: Object.keys(codebook.perpetrators),
    keysOf: ({ incident }) => incident.suspects,
  });
}

/** The section of every key of `byPerpetrator`, for `regroup`. */
export function sectionsOf<K extends Keys>(
  codebook: Codebook<K>,
): { readonly [Key in AttributionKey<K>]: K["section"] | "jointly" } {
  const sections = attributionKeys(codebook).map((key) => [key, sectionOf(codebook, key)]);
  return Object.fromEntries(sections) as { readonly [Key in AttributionKey<K>]: K["section"] | "jointly" };
}

/** The label of a key of `byPerpetrator`. */
export function attributionLabel<K extends Keys>(codebook: Codebook<K>, key: AttributionKey<K>): string {
  return entryOf(codebook, key)?.label ?? "Several perpetrators, jointly";
}

function sectionOf<K extends Keys>(codebook: Codebook<K>, key: AttributionKey<K>): K["section"] | "jointly" {
  return entryOf(codebook, key)?.section ?? "jointly";
}

function entryOf<K extends Keys>(codebook: Codebook<K>, key: AttributionKey<K>) {
  const { perpetrators, unattributed }: Pick<Codebook, "perpetrators" | "unattributed"> = codebook;
  return Object.hasOwn(perpetrators, key)
    ? perpetrators[key]
    : Object.hasOwn(unattributed, key)
      ? unattributed[key]
      : undefined;
}

function attributionKeys<K extends Keys>(codebook: Codebook<K>): AttributionKey<K>[] {
  return [...Object.keys(codebook.perpetrators), ...Object.keys(codebook.unattributed), "jointly"];
}
