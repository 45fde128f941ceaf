import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import { placeKilled } from "../record/place-killed.js";
import { greatestAge } from "../record/read-age.js";
import { sameContent } from "../record/same-content.js";
import type { Victim } from "../record/victim.js";
import { attributionLabel } from "../report/by-perpetrator.js";
import { type Attribution, attributor, keysOfAnswer, sameAnswer } from "../rule/attribution.js";
import type { Policy } from "../rule/policy.js";
import type { ItemChange } from "./compare-releases.js";
import type { Reason } from "./reason.js";

/**
 * Gives the reasons that two records of one victim show, each with what it was and what it is now: re-attributed (by the
 * policy), re-dated, killed in another place or incident, of another status, age or sex (or known now), and otherwise corrected
 * (ascribed to the same, and established now).
 *
 * To be handed to `compareReleases` as `reasonsOf`. A victim who is in one release only shows none: why a record was added
 * or withdrawn is for the recorder to state, see `statedReasons`. What is the same in both records is no reason.
 *
 * @throws what `definePolicy` throws.
 *
 * @example
 * const recorded = (age: string) => parseRecords(snhrCodebook, { victims: [{ id: "v-1", age }] }).victims[0] ?? null;
 * const reasonsOf = victimReasons(snhrCodebook, snhrPolicy);
 * reasonsOf({ id: "v-1", before: recorded(""), after: recorded("9") }) // [{ kind: "age-known", note: "9" }]
 */
export function victimReasons<K extends Keys>(
  codebook: Codebook<K>,
  policy: Policy<NoInfer<K>>,
): (change: ItemChange<Victim<K>>) => readonly Reason[] {
  const attribute = attributor(codebook, policy);
  return ({ before, after }) => {
    if (before === null || after === null) return [];
    const [was, is] = [attribute(before.incident), attribute(after.incident)];
    const ascribed = reattributed(codebook, was, is);
    return [
      ...ascribed,
      // Whom one suspects is told where it changed no answer: somebody may be counted under each suspect.
      ...(ascribed.length > 0 ? [] : reasonOf("corrected", undefined, suspects(before), suspects(after))),
      ...facts.flatMap(({ kind, known, of }) => reasonOf(kind, known, of(before), of(after))),
    ];
  };
}

function suspects({ incident }: Victim): Facts {
  return { suspects: [...incident.suspects].sort() };
}

type Facts = Readonly<Record<string, unknown>>;

/** What is compared of two records of one victim, and what it is a reason of. */
const facts: readonly {
  readonly kind: CorrectionKind;
  /** The kind where it was not known before. */
  readonly known?: KnownKind;
  readonly of: (victim: Victim) => Facts;
}[] = [
  {
    kind: "re-dated",
    of: ({ died, documented, incident: { date } }) => ({ died, documented, "the incident's date": date }),
  },
  { kind: "place-corrected", known: "place-known", of: (victim) => ({ place: placeKilled(victim) }) },
  { kind: "incident-corrected", of: ({ incident: { id } }) => ({ incident: id }) },
  { kind: "status-changed", of: ({ status }) => ({ status }) },
  { kind: "age-corrected", known: "age-known", of: ({ age }) => ({ age }) },
  { kind: "sex-corrected", known: "sex-known", of: ({ sex }) => ({ sex }) },
  {
    kind: "corrected",
    of: ({ unborn, roles, cause, origin, incident: { means } }) => ({
      unborn,
      roles: [...roles].sort(),
      cause,
      origin,
      means,
    }),
  },
];

/**
 * The reason that two attributions show: another answer, or the same that is established now and was presumed (or the other way
 * round).
 */
export function reattributed<K extends Keys>(
  codebook: Codebook<K>,
  was: Attribution<K>,
  is: Attribution<K>,
): Reason[] {
  if (sameAnswer(was, is)) {
    return reasonOf("corrected", undefined, { "the attribution": was.kind }, { "the attribution": is.kind });
  }
  return [{ kind: "re-attributed", note: `${answerText(codebook, was)}; now ${answerText(codebook, is)}` }];
}

type KnownKind = "place-known" | "age-known" | "sex-known";

type CorrectionKind =
  | "re-dated"
  | "place-corrected"
  | "incident-corrected"
  | "status-changed"
  | "age-corrected"
  | "sex-corrected"
  | "corrected";

/** The reason that facts of these names show, if any of them changed. */
export function reasonOf(
  kind: CorrectionKind,
  known: KnownKind | undefined,
  before: Facts,
  after: Facts,
): Reason[] {
  const changed = Object.keys(before).filter((fact) => !sameContent(before[fact], after[fact]));
  const [first] = changed;
  if (first === undefined) return [];
  if (known !== undefined && isUnknown(before[first]))
    return [{ kind: known, note: shownFact(after[first]) }];
  const note = changed.map((fact) => `${fact}: ${shownFact(before[fact])}; now ${shownFact(after[fact])}`);
  return [{ kind, note: note.join(", ") }];
}

function isUnknown(fact: unknown): boolean {
  return fact === null || fact === "unknown";
}

/** A fact of a record as it is written in a note. */
function shownFact(fact: unknown): string {
  if (isUnknown(fact)) return "not known";
  if (Array.isArray(fact)) return fact.length === 0 ? "none" : fact.join(" and ");
  if (typeof fact === "object" && fact !== null && "minimum" in fact && "maximum" in fact) {
    // Of an adult of whom no more is known there is no greatest age.
    return fact.maximum === greatestAge
      ? `${String(fact.minimum)} or more`
      : `${String(fact.minimum)}-${String(fact.maximum)}`;
  }
  return String(fact);
}

/** Whether two attributions count a victim under the same perpetrators, or the same source: no source has the key of a perpetrator. */
function answerText<K extends Keys>(codebook: Codebook<K>, attribution: Attribution<K>): string {
  return [...keysOfAnswer(attribution)]
    .sort()
    .map((key) => attributionLabel(codebook, key))
    .join(" and ");
}
