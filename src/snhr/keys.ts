import type { Keys } from "../codebook/keys.js";

/** The keys of `snhrCodebook`. */
export interface SnhrKeys extends Keys {
  readonly section: "main" | "other";
  readonly perpetrator:
    | "regime"
    | "russia"
    | "iranian-militias"
    | "hts"
    | "nusra"
    | "fateh-al-sham"
    | "isis"
    | "sdf"
    | "armed-opposition"
    | "coalition"
    | "turkish-border-guards"
    | "israel"
    | "regime-remnants"
    | "local-armed-groups";
  readonly unattributed: "landmines" | "gunfire" | "shells" | "bombings" | "unknown-persons" | "unidentified";
  readonly alliance: "syrian-russian" | "extremist-islamic";
  readonly role: "medical" | "media" | "civil-defense" | "relief";
  readonly cause: "torture" | "gunshot" | "shrapnel" | "blast" | "natural" | "social-dispute";
  readonly means:
    | "shelling"
    | "airstrike"
    | "gunfire"
    | "landmine"
    | "bombing"
    | "assault"
    | "detention"
    | "other";
  readonly category: "child" | "woman" | "torture" | "medical" | "media" | "civil-defense" | "relief";
  readonly place:
    | "damascus"
    | "aleppo"
    | "rural-damascus"
    | "homs"
    | "hama"
    | "lattakia"
    | "idlib"
    | "hasaka"
    | "deir-ez-zour"
    | "tartus"
    | "raqqa"
    | "daraa"
    | "suwayda"
    | "quneitra"
    | "al-hawl-camp"
    | "outside-syria";
}
