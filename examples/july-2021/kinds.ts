// Constructed records: they reproduce published tables and describe no real person.

/** Keys of SNHR's codebook that the plan uses. */
export type Party =
  | "regime"
  | "russia"
  | "hts"
  | "sdf"
  | "turkish-border-guards"
  | "isis"
  | "armed-opposition";

export type Place =
  | "damascus"
  | "aleppo"
  | "rural-damascus"
  | "homs"
  | "hama"
  | "idlib"
  | "hasaka"
  | "deir-ez-zour"
  | "raqqa"
  | "daraa"
  | "suwayda"
  | "al-hawl-camp";

export type Origin = Place | "outside-syria";
export type Means = "shelling" | "airstrike" | "gunfire" | "landmine" | "bombing" | "assault" | "detention";
export type Cause = "torture" | "gunshot" | "shrapnel" | "blast";
export type Role = "medical" | "media" | "civil-defense";

/** What all incidents of one kind have in common. What is not known is left out. */
export interface Kind {
  readonly means: Means;
  readonly cause?: Cause;
  readonly suspects?: readonly Party[];
  readonly investigation?: "open" | "concluded";
  readonly firedFrom?: readonly Party[];
  readonly controlledBy?: readonly Party[];
}

/**
 * The kinds of incident that the plan is written in; the row to which each leads in the report stands beside it.
 *
 * Ground held by the regime alone is no suspicion against it: Russian artillery fires from there.
 */
export const kinds = {
  // Established: one suspect, investigation concluded.
  "regime-shelling": { means: "shelling", cause: "shrapnel", ...by("regime"), firedFrom: ["regime"] },
  "regime-gunfire": { means: "gunfire", cause: "gunshot", ...by("regime") },
  "regime-torture": { means: "detention", cause: "torture", ...by("regime") },
  "russian-shelling": { means: "shelling", cause: "shrapnel", ...by("russia"), firedFrom: ["regime"] },
  "russian-airstrike": { means: "airstrike", cause: "blast", ...by("russia") },
  "hts-gunfire": { means: "gunfire", cause: "gunshot", ...by("hts") },
  "hts-torture": { means: "detention", cause: "torture", ...by("hts") },
  "sdf-gunfire": { means: "gunfire", cause: "gunshot", ...by("sdf") },
  "sdf-torture": { means: "detention", cause: "torture", ...by("sdf") },
  "opposition-gunfire": { means: "gunfire", cause: "gunshot", ...by("armed-opposition") },
  "opposition-torture": { means: "detention", cause: "torture", ...by("armed-opposition") },
  "border-guards": { means: "gunfire", cause: "gunshot", ...by("turkish-border-guards") },

  // Presumed to the regime: it or Russia, fired from ground under their joint control, investigation open.
  "joint-control": {
    means: "shelling",
    cause: "shrapnel",
    suspects: ["regime", "russia"],
    investigation: "open",
    firedFrom: ["regime", "russia"],
  },

  // Undetermined: other parties, by means.
  landmine: { means: "landmine", cause: "blast" },
  "unknown-gunmen": { means: "gunfire", cause: "gunshot" },
  "camp-gunmen": {
    means: "gunfire",
    cause: "gunshot",
    suspects: ["isis"],
    investigation: "open",
    controlledBy: ["sdf"],
  },
  bombing: { means: "bombing", cause: "blast" },
  "unknown-shells": {
    means: "shelling",
    cause: "shrapnel",
    suspects: ["regime", "sdf"],
    investigation: "open",
  },
  "unknown-persons": { means: "assault" },
} as const satisfies Record<string, Kind>;

export type KindName = keyof typeof kinds;

function by<P extends Party>(party: P) {
  return { suspects: [party], investigation: "concluded" } as const;
}
