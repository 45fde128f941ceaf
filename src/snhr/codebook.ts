import type { Codebook } from "../codebook/codebook.js";
import type { SnhrKeys } from "./keys.js";
import { alliances, perpetrators, unattributed } from "./perpetrators.js";
import { places } from "./places.js";

/**
 * What the Syrian Network for Human Rights counts by: its parties, unidentified sources, categories and places.
 *
 * Labels are those of its report "Extrajudicial Killing Claims the Lives of 129 Civilians, ... in Syria in July 2021"
 * (1 August 2021), where it has them; further parties and spellings are those of its reports of 2014 to 2025. P-codes
 * (OCHA) and ISO 3166-2 codes are those of Open-Syria/data-geography. It is plain data and checked by the tests, as
 * `defineCodebook` would, so that importing it does no work.
 *
 * @example
 * snhrCodebook.perpetrators.hts.label // "Hay'at Tahrir al Sham"
 * snhrCodebook.alliances["syrian-russian"].members // ["regime", "russia"]
 */
export const snhrCodebook: Codebook<SnhrKeys> = {
  sections: {
    main: { label: "The main parties", aliases: ["Main parties"] },
    other: { label: "Other parties", aliases: ["Other perpetrators"] },
  },
  perpetrators,
  unattributed,
  alliances,
  roles: {
    medical: { label: "Medical personnel", aliases: ["Medical worker", "Medical workers"] },
    media: { label: "Media workers", aliases: ["Media worker"] },
    "civil-defense": {
      label: "Civil Defense personnel",
      aliases: ["Civil Defence personnel", "Civil Defence worker"],
    },
    relief: { label: "Relief personnel", aliases: ["Relief worker", "Relief workers"] },
  },
  causes: {
    torture: { label: "Torture", aliases: ["Due to torture", "Died due to torture"] },
    gunshot: { label: "Gunshot wounds", aliases: ["Gunshot wound"] },
    shrapnel: { label: "Shrapnel" },
    blast: { label: "Blast" },
    natural: { label: "Natural death", aliases: ["Natural causes"] },
    "social-dispute": { label: "Dispute between members of society" },
  },
  means: {
    shelling: { label: "Shelling", aliases: ["Artillery shelling", "Shell", "Shells", "Ground bombardment"] },
    airstrike: { label: "Airstrike", aliases: ["Airstrikes"] },
    gunfire: { label: "Gunfire", aliases: ["Shooting"] },
    landmine: { label: "Landmine", aliases: ["Landmines", "Landmine explosion"] },
    bombing: { label: "Bombing", aliases: ["Bombings"] },
    // How a recorder states a killing by unknown persons: somebody killed, from near and not with a gun, a shell, a bomb or
    // a mine. That these were persons is the fact; who they were is the suspects and the investigation.
    assault: {
      label: "Assault",
      aliases: ["Assault by persons", "Stabbing", "Strangling", "Beating", "Beaten to death"],
    },
    detention: { label: "Detention" },
    other: { label: "Other" },
  },
  categories: {
    child: { label: "Children", when: { age: { below: 18 } } },
    woman: {
      label: "Women",
      aliases: ["Women (adult female)", "Adult female"],
      when: { all: [{ sex: "female" }, { age: { from: 18 } }] },
    },
    torture: {
      label: "Victims who died due to torture",
      aliases: ["Died due to torture"],
      when: { cause: "torture" },
    },
    medical: { label: "Medical personnel", when: { role: "medical" } },
    media: { label: "Media workers", when: { role: "media" } },
    "civil-defense": { label: "Civil Defense personnel", when: { role: "civil-defense" } },
    relief: { label: "Relief personnel", when: { role: "relief" } },
  },
  places,
};
