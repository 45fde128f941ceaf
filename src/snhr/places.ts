import type { Codebook } from "../codebook/codebook.js";
import type { SnhrKeys } from "./keys.js";

/**
 * The fourteen governorates in the order of their p-codes, a camp that the reports count for itself, and abroad, where
 * victims may come from.
 *
 * Labels are as the report of July 2021 writes them, where it does; aliases are the spellings seen in other reports and
 * lists. P-codes and ISO codes are those of Open-Syria/data-geography: a wrong copy numbers them differently (SY03 as Homs).
 */
export const places: Codebook<SnhrKeys>["places"] = {
  damascus: {
    label: "Damascus",
    labelArabic: "دمشق",
    pcode: "SY01",
    iso: "SY-DI",
    aliases: ["Damascus city"],
  },
  aleppo: { label: "Aleppo", labelArabic: "حلب", pcode: "SY02", iso: "SY-HL" },
  "rural-damascus": {
    label: "Damascus Suburbs",
    labelArabic: "ريف دمشق",
    pcode: "SY03",
    iso: "SY-RD",
    aliases: ["Rural Damascus", "Damascus Countryside", "Rif Dimashq", "Damaskus-Vororte"],
  },
  homs: { label: "Homs", labelArabic: "حمص", pcode: "SY04", iso: "SY-HI", aliases: ["Hims"] },
  hama: { label: "Hama", labelArabic: "حماة", pcode: "SY05", iso: "SY-HM", aliases: ["Hamah"] },
  lattakia: {
    label: "Lattakia",
    labelArabic: "اللاذقية",
    pcode: "SY06",
    iso: "SY-LA",
    aliases: ["Latakia"],
  },
  idlib: {
    label: "Idlib",
    labelArabic: "إدلب",
    pcode: "SY07",
    iso: "SY-ID",
    aliases: ["Idleb", "Edlib"],
  },
  hasaka: {
    label: "Hasaka",
    labelArabic: "الحسكة",
    pcode: "SY08",
    iso: "SY-HA",
    aliases: ["Al-Hasakeh", "Hasakah", "Al-Haskah", "Al-Hassaka"],
  },
  "deir-ez-zour": {
    label: "Deir Ez-Zour",
    labelArabic: "دير الزور",
    pcode: "SY09",
    iso: "SY-DY",
    aliases: ["Deir-ez-Zor", "Deir Al Zour", "Deir Az-Zour", "Der Ezzor"],
  },
  tartus: {
    label: "Tartus",
    labelArabic: "طرطوس",
    pcode: "SY10",
    iso: "SY-TA",
    aliases: ["Tartous"],
  },
  raqqa: {
    label: "Raqqa",
    labelArabic: "الرقة",
    pcode: "SY11",
    iso: "SY-RA",
    aliases: ["Ar-Raqqa", "Al Raqqa", "Raqqah"],
  },
  daraa: {
    label: "Daraa",
    labelArabic: "درعا",
    pcode: "SY12",
    iso: "SY-DR",
    aliases: ["Dar'a", "Deraa", "Dara'a"],
  },
  suwayda: {
    label: "Suwayda",
    labelArabic: "السويداء",
    pcode: "SY13",
    iso: "SY-SU",
    aliases: ["As-Sweida", "Al Sawaida", "Al Sawida", "Al Swayda", "Sweida"],
  },
  quneitra: {
    label: "Quneitra",
    labelArabic: "القنيطرة",
    pcode: "SY14",
    iso: "SY-QU",
    aliases: ["Al Quneitra"],
  },
  // The camp, not the town of al Hawl nearby.
  "al-hawl-camp": {
    label: "Al Hawl Camp",
    labelArabic: "مخيم الهول",
    parent: "hasaka",
    aliases: ["Al-Hol Camp"],
  },
  "outside-syria": { label: "Outside Syria", labelArabic: "خارج سوريا" },
};
