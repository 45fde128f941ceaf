import { type Shape, shapeFault } from "../codebook/shape.js";

/** Why a record is not what it was, by kind; each with the words that `explainLedger` says it in. */
export const reasonKinds = {
  "re-attributed": "ascribed to another perpetrator or source",
  "re-dated": "dated otherwise",
  "place-known": "the place is known now",
  "place-corrected": "killed in another place",
  "incident-corrected": "killed in another incident",
  "status-changed": "of another status",
  "age-known": "the age is known now",
  "age-corrected": "of another age",
  "sex-known": "the sex is known now",
  "sex-corrected": "of another sex",
  corrected: "corrected",
  merged: "merged",
  duplicate: "a duplicate",
  "entered-in-error": "entered in error",
  "threshold-reached": "the threshold is reached",
  "threshold-lost": "the threshold is no longer reached",
  "row-rejected": "the row cannot be read",
  other: "for a reason of its own",
} as const;

/** The kind of a reason. */
export type ReasonKind = keyof typeof reasonKinds;

/**
 * Why a record is not what it was: as the recorder states it with a version, or as two records show it.
 *
 * Of a record that was merged, or was a duplicate, `into` is the id of the one that stays; the version that says so withdraws it.
 */
export type Reason =
  | { readonly kind: "merged" | "duplicate"; readonly into: string; readonly note?: string }
  | { readonly kind: Exclude<ReasonKind, "merged" | "duplicate">; readonly note?: string };

/** A reason in words: "a duplicate of v-9 (same identity card)". */
export function reasonText(reason: Reason): string {
  const { kind, note } = reason;
  const words =
    kind === "merged" || kind === "duplicate" ? `${joined[kind]} ${reason.into}` : reasonKinds[kind];
  return note === undefined ? words : `${words} (${note})`;
}

/** Whether a version has no record because its row cannot be read, and not because it withdraws it. */
export function isUnread({ reasons = [] }: { readonly reasons?: readonly Reason[] | undefined }): boolean {
  return reasons.some(({ kind }) => kind === "row-rejected");
}

/** A reason in words of its own, where the record that it names does not stay, or its own does. */
export function inWords(reason: Reason): Reason {
  return "into" in reason ? { kind: "other", note: reasonText(reason) } : reason;
}

/** Whether two reasons are of one kind, and of one record that stays. */
export function isSameKind(one: Reason, other: Reason): boolean {
  return one.kind === other.kind && intoOf(one) === intoOf(other);
}

/** The reasons, each once: one without a note is left out where another of its kind has one. */
export function distinctReasons(reasons: readonly Reason[]): Reason[] {
  return reasons.filter(
    (reason, nth) =>
      !reasons.some(
        (other, place) =>
          isSameKind(other, reason) && (other.note === reason.note ? place < nth : reason.note === undefined),
      ),
  );
}

function intoOf(reason: Reason): string | null {
  return "into" in reason ? reason.into : null;
}

const joined = { merged: "merged into", duplicate: "a duplicate of" } as const;

const kinds = /* @__PURE__ */ Object.keys(reasonKinds);
const reasonShape: Shape = {
  required: { kind: { oneOf: kinds } },
  optional: { note: "text" },
};
const mergeShape: Shape = {
  required: { kind: { oneOf: kinds }, into: "text" },
  optional: { note: "text" },
};

/** What is wrong with the form of reasons that no compiler saw. */
export function reasonsFault(reasons: unknown, path: string): ReturnType<typeof shapeFault> {
  const fault = shapeFault(reasons, { listOf: "anything" }, path);
  if (fault !== null) return fault;
  for (const [nth, reason] of (reasons as readonly unknown[]).entries()) {
    const { kind } = Object(reason) as { readonly kind?: unknown };
    const shape = typeof kind === "string" && Object.hasOwn(joined, kind) ? mergeShape : reasonShape;
    const ofReason = shapeFault(reason, shape, `${path}[${nth}]`);
    if (ofReason !== null) return ofReason;
  }
  return null;
}
