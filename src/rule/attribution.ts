import { checkCodebook } from "../codebook/check-codebook.js";
import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import { innermostAround } from "../codebook/parents.js";
import { CasualtyError, refuseUnless } from "../error.js";
import type { IncidentValues } from "../record/incident.js";
import type { Citation } from "./citation.js";
import { incidentTest } from "./condition-test.js";
import type { Holds } from "./holds.js";
import { type Ascribed, definePolicy, type Policy, type PolicyRule, rulesToApply } from "./policy.js";

/** The rule that decided, and why. */
export interface Decision {
  /** The id of the rule, or `otherwise`. */
  readonly rule: string;
  /** Whether the rule's condition holds, or is unknown and the rule applies all the same. */
  readonly holds: Exclude<Holds, "no">;
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

/** What an incident is counted under: one perpetrator, several jointly that lie in no one, or an unattributed source. */
export type AttributionKey<K extends Keys = Keys> = K["perpetrator"] | K["unattributed"] | "jointly";

/**
 * The function that ascribes incidents by a policy: every incident gets exactly one attribution, by the first rule that
 * applies to it, or by `otherwise`.
 *
 * A rule applies where its condition holds, or is unknown and the rule says `ifUnknown: "apply"`; one that ascribes to
 * the suspects applies only to an incident that has some. To be made once and called for every incident.
 *
 * Errors: `suspect-unknown` (of the function: an incident names a suspect whom the codebook lacks); `policy-day-unnamed` (rules have dates, and the policy names no day: take that of `policyOn`); `policy-not-in-force`
 * (it has rules, and none is in force on its day); those of `defineCodebook` and `definePolicy`.
 *
 * @example
 * const { incidents } = parseRecords(snhrCodebook, {
 *   incidents: [{ id: "i-1", means: "Landmine" }, { id: "i-2", suspects: ["russia"], investigation: "concluded" }],
 *   victims: [],
 * });
 * const attribute = attributor(snhrCodebook, snhrPolicy);
 * incidents.map((incident) => attribute(incident).kind) // ["undetermined", "established"]
 * incidents.map((incident) => attributionKey(snhrCodebook, attribute(incident))) // ["landmines", "russia"]
 */
export function attributor<K extends Keys>(
  codebook: Codebook<K>,
  policy: Policy<NoInfer<K>>,
): (incident: IncidentValues<K>) => Attribution<K> {
  checkCodebook(codebook);
  return uncheckedAttributor(codebook, definePolicy(codebook, policy));
}

/** What `attributor` gives, for a codebook and policy that were checked: a report asks for it many times. */
export function uncheckedAttributor<K extends Keys>(
  codebook: Codebook<K>,
  policy: Policy<K>,
): (incident: IncidentValues<K>) => Attribution<K> {
  const { otherwise } = policy;
  const tests = rulesToApply(policy).map((rule) => ({ rule, test: incidentTest(codebook, rule.when) }));
  const known = new Set<string>(Object.keys(codebook.perpetrators));
  return (incident) => {
    for (const key of incident.suspects) if (!known.has(key)) throw suspectUnknown(incident, key);
    for (const { rule, test } of tests) {
      const holds = test(incident);
      if (holds === "no" || (holds === "unknown" && rule.ifUnknown === "pass")) continue;
      const attribution = answerOf(rule, incident, holds);
      if (attribution !== null) return attribution;
    }
    const { undetermined: source, because, citation } = otherwise;
    const among = incident.suspects;
    return { kind: "undetermined", among, source, rule: "otherwise", holds: "yes", because, citation };
  };
}

/**
 * The key of the attribution partition: the perpetrator, or the unattributed source. Several perpetrators are one key,
 * `jointly`: counted once, under none of them.
 *
 * Several that lie in one are no several parties: two brigades of an army, or the army and its brigade. Their key is the innermost
 * perpetrator that they all lie in, or are: the army, for of no single brigade it is said that it did all of it.
 *
 * @example
 * const [incident] = parseRecords(snhrCodebook, {
 *   incidents: [{ id: "i-1", suspects: ["regime", "russia"], investigation: "concluded" }],
 *   victims: [],
 * }).incidents;
 * incident && attributionKey(snhrCodebook, attributor(snhrCodebook, snhrPolicy)(incident)) // "jointly"
 */
export function attributionKey<K extends Keys>(
  codebook: Codebook<K>,
  attribution: Attribution<K>,
): AttributionKey<K> {
  checkedAttribution(attribution, "attributionKey");
  if (attribution.kind === "undetermined") return attribution.source;
  const { to } = attribution;
  if (to.length === 1) return to[0];
  return innermostAround<K["perpetrator"]>(codebook.perpetrators, to) ?? "jointly";
}

/** The keys under which an attribution answers: the perpetrators, or the source, which has the key of no perpetrator. */
export function keysOfAnswer<K extends Keys>(
  attribution: Attribution<K>,
): readonly (K["perpetrator"] | K["unattributed"])[] {
  return attribution.kind === "undetermined" ? [attribution.source] : attribution.to;
}

/** Whether two attributions answer the same: the same perpetrators, in whatever order, or one source. */
export function sameAnswer<K extends Keys>(one: Attribution<K>, other: Attribution<K>): boolean {
  const [keys, others] = [keysOfAnswer(one), keysOfAnswer(other)];
  return keys.length === others.length && keys.every((key) => others.includes(key));
}

/** Refuses what is no attribution. */
export function checkedAttribution(attribution: Attribution, whose: string): void {
  const { kind } = Object(attribution) as Partial<Attribution>;
  refuseUnless(kind !== undefined, attribution, whose, "an attribution, as an attributor gives it");
}

/** Records that were stored, or parsed with another codebook: whom the codebook does not know is neither suspected nor part of anybody. */
function suspectUnknown({ id }: IncidentValues, perpetrator: string): CasualtyError<"suspect-unknown"> {
  return new CasualtyError(
    "suspect-unknown",
    `The incident "${id}" names the suspect "${perpetrator}", who is not in the codebook: use the codebook with which it was parsed, or parse its row again.`,
    { incident: id, perpetrator },
  );
}

/** What a rule answers; `null` where it ascribes to the suspects and there are none. */
function answerOf<K extends Keys>(
  { id: rule, answer, because, citation }: PolicyRule<K>,
  { suspects: among }: IncidentValues<K>,
  holds: Exclude<Holds, "no">,
): Attribution<K> | null {
  if ("undetermined" in answer) {
    return { kind: "undetermined", among, source: answer.undetermined, rule, holds, because, citation };
  }
  const to = perpetratorsOf("established" in answer ? answer.established : answer.presumed, among);
  if (to === null) return null;
  return "established" in answer
    ? { kind: "established", to, rule, holds, because, citation }
    : { kind: "presumed", to, among, rule, holds, because, citation };
}

/** The perpetrators, each once: who is named twice does not act jointly. */
function perpetratorsOf<K extends Keys>(
  ascribed: Ascribed<K>,
  suspects: readonly K["perpetrator"][],
): Perpetrators<K> | null {
  const named = ascribed === "suspects" ? suspects : ascribed;
  // Mostly it is one, and hardly ever is one named twice: a set takes longer to make than all else that is asked of an incident.
  if (areSome(named) && named.every((key, nth) => named.indexOf(key) === nth)) return named;
  const [first, ...further] = new Set(named);
  return first === undefined ? null : [first, ...further];
}

function areSome<Key>(keys: readonly Key[]): keys is readonly [Key, ...Key[]] {
  return keys.length > 0;
}
