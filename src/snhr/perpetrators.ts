import type { Codebook } from "../codebook/codebook.js";
import type { SnhrKeys } from "./keys.js";

/**
 * The parties that the Syrian Network for Human Rights ascribes killings to.
 *
 * Those that the report of July 2021 names stand in its sections. Of the others, those to which any other report gives a
 * row of their own, beside "other parties", are main parties. Aliases are the names printed in the reports.
 * A day on which a party took another name, or another took its place, belongs to both.
 */
export const perpetrators: Codebook<SnhrKeys>["perpetrators"] = {
  regime: {
    label: "Syrian Regime forces",
    phrase: "the Syrian regime",
    section: "main",
    aliases: [
      "Syrian Regime forces (army, security, local militias, and Shiite foreign militias)",
      "The Syrian regime",
      "Syrian regime",
      "Regime forces",
      "Government forces",
      "Syrian government",
    ],
    valid: { to: "2024-12-08" },
  },
  russia: {
    label: "Russian forces",
    section: "main",
    aliases: ["The Russian regime", "Russia"],
    valid: { from: "2015-09-30" },
  },
  // The report names them as suspects beside the regime, and counts Shiite foreign militias as forces of the regime:
  // so they are no part of it here, and which killings come to stand under the regime is a rule of the policy.
  "iranian-militias": { label: "Iranian militias", section: "main" },
  hts: {
    label: "Hay'at Tahrir al Sham",
    section: "main",
    aliases: ["Hay'at Tahrir at Sham", "HTS"],
    valid: { from: "2017-01-28" },
    successorOf: "fateh-al-sham",
  },
  nusra: {
    label: "Al-Nusra Front",
    phrase: "the al-Nusra Front",
    section: "main",
    aliases: ["An-Nusra Front", "An-Nussra Front", "Nusra Front", "Jabhat al-Nusra"],
    valid: { to: "2016-07-28" },
  },
  "fateh-al-sham": {
    label: "Fateh al Sham Front",
    phrase: "the Fateh al Sham Front",
    section: "main",
    aliases: ["Jabhat Fateh al-Sham"],
    valid: { from: "2016-07-28", to: "2017-01-28" },
    successorOf: "nusra",
  },
  isis: { label: "ISIS", section: "main", aliases: ["ISIL", "Islamic State", "Daesh"] },
  // The Syrian Democratic Forces were founded on 2015-10-11, but the row is also that of the Democratic Union Party and
  // its forces before that day, under whose names the earlier reports print it: so no dates.
  sdf: {
    label: "Syrian Democratic Forces",
    phrase: "the Kurdish-led Syrian Democratic Forces",
    section: "main",
    aliases: [
      "Kurdish-led Syrian Democratic Forces",
      "Syrian Democratic Forces (the Democratic Union Party)",
      "Kurdish-led Syrian Democratic Forces (the Democratic Union Party)",
      "SDF",
      "Democratic Union Party",
      "PYD",
      "PYD Kurdish forces",
      "YPG",
      "Kurdish self-management",
      "Self-management forces",
      "Kurdish self-management forces",
    ],
  },
  "armed-opposition": {
    label: "Armed Opposition",
    phrase: "the Armed Opposition",
    section: "main",
    aliases: [
      "Armed Opposition/ Syrian National Army",
      "Armed opposition / SNA",
      "Factions of the Armed Opposition",
      "Syrian National Army",
      "SNA",
    ],
  },
  coalition: {
    label: "US-led coalition",
    phrase: "the US-led coalition",
    section: "main",
    aliases: ["International coalition", "International coalition forces"],
  },
  "turkish-border-guards": { label: "Turkish border guards", section: "other" },
  israel: { label: "Israeli forces", section: "main" },
  "regime-remnants": {
    label: "Assad regime remnants",
    phrase: "remnants of the Assad regime",
    section: "main",
    aliases: ["Remnants of the Assad regime"],
    valid: { from: "2024-12-08" },
  },
  "local-armed-groups": { label: "Local armed groups", phrase: "local armed groups", section: "main" },
};

/**
 * The sources that are nobody. "Unknown gunmen" is an alias of none of them: the report of July 2021 must count those of
 * al Hawl Camp under gunfire, where their name suggests killings by unknown persons.
 */
export const unattributed: Codebook<SnhrKeys>["unattributed"] = {
  landmines: { label: "Landmines of unknown source", section: "other" },
  gunfire: { label: "Gunfire of unknown source", section: "other" },
  shells: { label: "Shells of unknown source", section: "other", aliases: ["Shells from unknown source"] },
  bombings: { label: "Bombings whose perpetrators have not yet been identified", section: "other" },
  "unknown-persons": { label: "Killings by unknown persons", section: "other", aliases: ["Unknown persons"] },
  unidentified: { label: "Unidentified", section: "other", aliases: ["Unknown"] },
};

/** The groups that the reports print beside their members. */
export const alliances: Codebook<SnhrKeys>["alliances"] = {
  "syrian-russian": {
    label: "Syrian-Russian alliance forces",
    members: ["regime", "russia"],
    aliases: ["Syrian-Russian alliance"],
  },
  "extremist-islamic": {
    label: "Extremist Islamic groups",
    members: ["isis", "nusra", "fateh-al-sham", "hts"],
    aliases: ["Extremist groups", "Extremist Islamic organisations", "Extremist Islamic factions"],
  },
};
