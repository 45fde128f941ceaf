// Constructed records: they reproduce published tables and describe no real person.

import type { Line } from "./line.js";

const oppositionAndHts = { incident: { controlledBy: ["armed-opposition", "hts"] } } as const;
const regimeGround = { incident: { controlledBy: ["regime"] } } as const;
const aBoy = { sex: "male" } as const;
const anAdult = { sex: "male", age: "adult" } as const; // no age is printed, and none of July's 44 children is told of there
const aGirl = { sex: "female" } as const;

/**
 * July 2021, less the deaths due to torture that are not narrated (torture.ts): SNHR's report of 1 August 2021.
 *
 * Idlib 45: regime 21, Russia 21, and 3 of others. Daraa 40: regime 18 (3 of them due to torture), and 22 of others.
 * Deir Ez-Zour 14, of which 11 are of other parties; Hasaka with al-Hawl 11, of which 8.
 */
// biome-ignore format: a table is read by its columns
export const july: readonly Line[] = [
  // The regime in Idlib: 21. Both Ebleen, Balshoun and Ihsem are narrated (sections II, IV.B and V).
  [ 3, "regime-shelling", "idlib", 2, 0, 0, 0, 2, { known: { children: [aGirl, aGirl] } }], // Ebleen, two sisters
  [ 3, "joint-control",   "idlib", 1, 0, 0, 0, 1, { known: { children: [aBoy] }, unborn: true }], // Balshoun
  [17, "joint-control",   "idlib", 4, 4, 0, 0, 8, { ...oppositionAndHts, known: { women: [{ roles: ["medical"] }] } }], // Ihsem, massacre: the rest of 15/8/5
  [22, "regime-shelling", "idlib", 4, 1, 2, 0, 7, oppositionAndHts], // Ebleen, massacre
  [ 8, "regime-shelling", "idlib", 1, 0, 1, 0, 2],
  [25, "regime-shelling", "idlib", 0, 0, 1, 0, 1],

  // Russia: 21, all in Idlib. The two massacres are narrated (sections IV.C and V).
  [15, "russian-shelling", "idlib", 3, 0, 3, 0, 6, oppositionAndHts], // al-Fou'a, massacre: six workers
  [17, "russian-shelling", "idlib", 3, 1, 1, 0, 5, { // Sarja, massacre: both strikes of the double tap
    known: { men: [{ age: 30, roles: ["media", "civil-defense"], cause: "shrapnel", origin: "idlib" }] },
  }],
  [10, "russian-shelling", "idlib", 2, 1, 0, 0, 3],
  [20, "russian-shelling", "idlib", 2, 1, 1, 0, 4],
  [27, "russian-airstrike", "idlib", 2, 0, 1, 0, 3],

  // The regime in Daraa: 15, and 3 due to torture. From 29 July 13 are killed by artillery, 7 of them children.
  [ 9, "regime-gunfire",  "daraa", 0, 0, 1, 0, 1],
  [18, "regime-gunfire",  "daraa", 0, 0, 1, 0, 1],
  [29, "regime-shelling", "daraa", 0, 0, 2, 0, 2, { known: { men: [anAdult, anAdult] } }], // Daraa al Balad: no ages printed
  [29, "regime-shelling", "daraa", 0, 0, 2, 0, 2, { known: { men: [anAdult, anAdult] } }], // Jasem: no ages printed
  [29, "regime-shelling", "daraa", 3, 0, 0, 0, 3],
  [30, "regime-shelling", "daraa", 2, 1, 0, 0, 3],
  [31, "regime-shelling", "daraa", 2, 0, 1, 0, 3],

  // The regime elsewhere: 7, of which 4 stand with the deaths due to torture.
  [12, "regime-shelling", "hama",   1, 0, 0, 0, 1, { known: { children: [aGirl] } }], // Hmaimat
  [23, "regime-shelling", "hama",   0, 0, 1, 0, 1],
  [19, "regime-torture",  "aleppo", 0, 0, 1, 0, 1, { // Narrated in section IV.A: born in 1986, arrested in May
    died: "2021-05/2021-07-19",
    known: { men: [{ age: 35, origin: "aleppo" }] },
  }],

  // HTS: 1. Turkish border guards: 1. SDF: 11, of which 2 stand with the deaths due to torture.
  [14, "hts-gunfire",   "idlib",        0, 0, 1, 0, 1],
  [24, "border-guards", "idlib",        1, 0, 0, 0, 1],
  [ 5, "sdf-gunfire",   "deir-ez-zour", 1, 0, 2, 0, 2],
  [ 7, "sdf-gunfire",   "hasaka",       1, 0, 1, 0, 1],
  [11, "sdf-gunfire",   "raqqa",        0, 0, 1, 0, 1],
  [16, "sdf-gunfire",   "aleppo",       0, 0, 3, 0, 3],

  // Landmines: 8, of which 5 children. The first two are narrated (section II).
  [ 4, "landmine", "rural-damascus", 1, 0, 0, 0, 1, { ...regimeGround, known: { children: [{ sex: "male", age: 15, origin: "deir-ez-zour" }] } }], // Harasta
  [16, "landmine", "hama",           0, 0, 1, 0, 1, { ...regimeGround, known: { men: [anAdult] } }], // Tal Malah: no age printed
  [20, "landmine", "idlib",          1, 0, 0, 0, 1],
  [ 6, "landmine", "deir-ez-zour",   1, 0, 1, 0, 2],
  [22, "landmine", "hasaka",         1, 0, 0, 0, 1],
  [25, "landmine", "aleppo",         1, 0, 0, 0, 1],
  [28, "landmine", "raqqa",          0, 0, 1, 0, 1],

  // Gunfire of unknown source: 35, of which 2 children and 8 women. Al-Hawl 7, of which 3 women; the first two are narrated.
  [12, "camp-gunmen",    "al-hawl-camp", 0, 0, 1, 0, 1, { known: { men: [{ age: 25, origin: "outside-syria" }] } }],
  [14, "camp-gunmen",    "al-hawl-camp", 0, 1, 0, 0, 1, { known: { women: [{ age: 40, origin: "outside-syria" }] } }],
  [18, "camp-gunmen",    "al-hawl-camp", 0, 2, 3, 0, 1],
  [ 1, "unknown-gunmen", "daraa",        1, 2, 16, 0, 2],
  [ 2, "unknown-gunmen", "deir-ez-zour", 1, 2, 4, 0, 2],
  [13, "unknown-gunmen", "aleppo",       0, 1, 0, 0, 1],
  [21, "unknown-gunmen", "raqqa",        0, 0, 1, 0, 1],

  // Unknown persons: 6, of which 2 children.
  [ 8, "unknown-persons", "daraa",        1, 0, 2, 0, 1],
  [15, "unknown-persons", "deir-ez-zour", 1, 0, 1, 0, 2],
  [26, "unknown-persons", "suwayda",      0, 0, 1, 0, 1],
];
