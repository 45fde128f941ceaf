import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import type { Incident } from "../record/incident.js";
import type { Citation } from "./citation.js";
import { incidentTest } from "./condition-test.js";
import type { Ascribed, Policy, PolicyRule } from "./policy.js";

/** The rule that decided, and why. */
interface Decision {
  /** The id of the rule, or `otherwise`. */
  readonly rule: string;
  readonly because: string;
  readonly citation: Citation;
}

/**
 * To whom an incident is ascribed: *established* or *presumed* to perpetrators, at least one of them; or
 * *undetermined*, with those it may have been and the unattributed source that it is counted under.
 */
export type Attribution<K extends Keys = Keys> = Decision &
  (
    | { readonly kind: "established"; readonly to: Perpetrators<K> }
    | { readonly kind: "presumed"; readonly to: Perpetrators<K>; readonly among: readonly K["perpetrator"][] }
    | {
        readonly kind: "undetermined";
        readonly among: readonly K["perpetrator"][];
        readonly source: K["unattributed"];
      }
  );

/** One perpetrator or several, jointly. */
export type Perpetrators<K extends Keys = Keys> = readonly [K["perpetrator"], ...K["perpetrator"][]];

/** What an incident is counted under: one perpetrator, several jointly, or an unattributed source. */
export type AttributionKey<K extends Keys = Keys> = K["perpetrator"] | K["unattributed"] | "jointly";

/**
 * The function that ascribes incidents by a policy: every incident gets exactly one attribution, by the first rule that
 * applies to it.
 */
export function attributor<K extends Keys>(
  codebook: Codebook<K>,
  policy: Policy<NoInfer<K>>,
): (incident: Incident<K>) => Attribution<K> {
  const rules = policy.rules.map((rule) => ({ rule, test: incidentTest(codebook, rule.when) }));
  const { otherwise } = policy;
  return (incident) => {
    for (const { rule, test } of rules) {
      const holds = test(incident);
      if (holds === "no" || (holds === "unknown" && rule.ifUnknown === "pass")) continue;
      const attribution = answerOf(rule, incident);
      if (attribution !== null) return attribution;
    }
    const { undetermined, because, citation } = otherwise;
    return {
      kind: "undetermined",
      among: incident.suspects,
      source: undetermined,
      rule: "otherwise",
      because,
      citation,
    };
  };
}

/** The key of the attribution partition. Several perpetrators are one key, `jointly`: counted once, under none of them. */
export function attributionKey<K extends Keys>(attribution: Attribution<K>): AttributionKey<K> {
  if (attribution.kind === "undetermined") return attribution.source;
  return attribution.to.length === 1 ? attribution.to[0] : "jointly";
}

function answerOf<K extends Keys>(
  { id, answer, because, citation }: PolicyRule<K>,
  { suspects }: Incident<K>,
): Attribution<K> | null {
  const decision = { rule: id, because, citation };
  if ("undetermined" in answer) {
    return { kind: "undetermined", among: suspects, source: answer.undetermined, ...decision };
  }
  const to = perpetratorsOf("established" in answer ? answer.established : answer.presumed, suspects);
  if (to === null) return null;
  return "established" in answer
    ? { kind: "established", to, ...decision }
    : { kind: "presumed", to, among: suspects, ...decision };
}

function perpetratorsOf<K extends Keys>(
  ascribed: Ascribed<K>,
  suspects: readonly K["perpetrator"][],
): Perpetrators<K> | null {
  if (ascribed !== "suspects") return ascribed;
  const [first, ...further] = suspects;
  return first === undefined ? null : [first, ...further];
}
