// Constructed records: they reproduce published tables and describe no real person.

import type { Line } from "./line.js";

/**
 * January to June 2021, less the deaths due to torture (torture.ts).
 *
 * Printed are the totals of each month, landmines and al-Hawl since January, the landmines of January and April, the
 * massacres since January by source, and one of them in April. The rest is a choice: any other that keeps the totals
 * would do. Of landmines 18, 22, 41, 11, 10, 7 and July's 8 make 117; of al-Hawl 9, 10, 11, 6, 6, 8 and 7 make 57.
 */
// biome-ignore format: a table is read by its columns
export const earlierMonths: Readonly<Record<string, readonly Line[]>> = {
  // 113 civilians, 36 children, 6 women; 110 without torture.   children, women, men, unknown, each
  "2021-01": [
    [31, "bombing",            "aleppo",         2, 1, 5, 0, 8], // massacre
    [ 3, "landmine",           "hama",           5, 0, 0, 0, 2],
    [ 8, "landmine",           "idlib",          3, 0, 0, 0, 3],
    [11, "landmine",           "deir-ez-zour",   4, 1, 0, 0, 3],
    [20, "landmine",           "raqqa",          2, 0, 0, 0, 1],
    [24, "landmine",           "aleppo",         2, 0, 1, 0, 3],
    [ 2, "camp-gunmen",        "al-hawl-camp",   1, 2, 6, 0, 2],
    [ 4, "regime-shelling",    "idlib",          3, 1, 4, 0, 3],
    [ 9, "regime-shelling",    "hama",           1, 0, 2, 0, 2],
    [ 6, "regime-gunfire",     "daraa",          0, 0, 5, 1, 2],
    [17, "regime-gunfire",     "rural-damascus", 1, 0, 2, 0, 1],
    [13, "russian-airstrike",  "idlib",          2, 0, 1, 0, 3],
    [ 7, "sdf-gunfire",        "deir-ez-zour",   1, 0, 3, 0, 2],
    [21, "sdf-gunfire",        "hasaka",         1, 0, 1, 1, 1],
    [16, "hts-gunfire",        "idlib",          0, 0, 2, 0, 1],
    [10, "opposition-gunfire", "aleppo",         1, 0, 3, 0, 2],
    [26, "border-guards",      "idlib",          1, 0, 0, 0, 1],
    [ 1, "unknown-gunmen",     "daraa",          1, 1, 11, 0, 2],
    [ 5, "unknown-gunmen",     "deir-ez-zour",   1, 0, 6, 0, 2],
    [12, "unknown-gunmen",     "raqqa",          1, 0, 2, 0, 1],
    [19, "unknown-gunmen",     "aleppo",         0, 0, 1, 1, 1],
    [14, "bombing",            "aleppo",         1, 0, 2, 0, 3],
    [22, "bombing",            "raqqa",          1, 0, 1, 0, 2],
    [28, "unknown-shells",     "aleppo",         1, 0, 1, 0, 2],
    [15, "unknown-persons",    "daraa",          0, 0, 3, 1, 1],
    [23, "unknown-persons",    "deir-ez-zour",   0, 0, 2, 0, 2],
  ],
  // 138 civilians, 23 children, 11 women; 124 without torture.
  "2021-02": [
    [ 6, "bombing",            "aleppo",         1, 1, 4, 0, 6], // massacre
    [28, "landmine",           "hama",           1, 2, 4, 0, 7], // massacre
    [ 5, "landmine",           "deir-ez-zour",   1, 1, 5, 0, 3],
    [12, "landmine",           "homs",           1, 0, 3, 0, 2],
    [19, "landmine",           "raqqa",          1, 0, 3, 0, 2],
    [ 2, "camp-gunmen",        "al-hawl-camp",   2, 2, 6, 0, 2],
    [ 4, "regime-shelling",    "idlib",          3, 1, 5, 0, 3],
    [14, "regime-shelling",    "aleppo",         1, 0, 2, 0, 3],
    [ 3, "regime-gunfire",     "daraa",          1, 1, 7, 1, 2],
    [20, "regime-gunfire",     "rural-damascus", 0, 0, 2, 0, 1],
    [16, "russian-airstrike",  "idlib",          2, 0, 2, 0, 4],
    [ 8, "sdf-gunfire",        "deir-ez-zour",   1, 0, 4, 0, 2],
    [18, "sdf-gunfire",        "hasaka",         0, 0, 2, 0, 1],
    [25, "sdf-gunfire",        "raqqa",          0, 0, 0, 1, 1],
    [10, "hts-gunfire",        "idlib",          0, 0, 3, 0, 2],
    [ 9, "opposition-gunfire", "aleppo",         1, 0, 3, 0, 2],
    [22, "opposition-gunfire", "raqqa",          0, 0, 1, 0, 1],
    [ 1, "unknown-gunmen",     "daraa",          1, 1, 12, 0, 2],
    [ 7, "unknown-gunmen",     "deir-ez-zour",   1, 0, 7, 0, 2],
    [13, "unknown-gunmen",     "hasaka",         1, 1, 1, 0, 1],
    [24, "unknown-gunmen",     "aleppo",         0, 0, 1, 0, 1],
    [17, "bombing",            "aleppo",         1, 1, 2, 0, 4],
    [23, "bombing",            "raqqa",          1, 0, 1, 0, 2],
    [21, "unknown-shells",     "aleppo",         2, 0, 1, 0, 3],
    [11, "unknown-persons",    "daraa",          0, 0, 3, 1, 1],
    [ 1, "unknown-persons",    "deir-ez-zour",   0, 0, 3, 0, 3, { died: "2021-01" }], // found in February
  ],
  // 177 civilians, 28 children, 35 women; 168 without torture.
  "2021-03": [
    [ 7, "landmine",           "deir-ez-zour",   2, 8, 2, 0, 12], // massacre
    [20, "russian-airstrike",  "idlib",          2, 1, 2, 0, 5], // massacre
    [21, "regime-shelling",    "aleppo",         1, 1, 5, 0, 7, { known: { men: [{ roles: ["medical"] }] } }], // massacre
    [ 2, "landmine",           "hama",           2, 2, 6, 0, 4],
    [ 9, "landmine",           "homs",           1, 2, 4, 0, 4],
    [14, "landmine",           "raqqa",          1, 1, 4, 0, 2],
    [24, "landmine",           "deir-ez-zour",   1, 1, 2, 0, 4],
    [29, "landmine",           "hasaka",         1, 0, 1, 0, 2],
    [ 3, "camp-gunmen",        "al-hawl-camp",   2, 5, 4, 0, 2],
    [ 5, "regime-shelling",    "idlib",          2, 2, 8, 0, 3],
    [17, "regime-shelling",    "hama",           1, 0, 3, 0, 2],
    [ 4, "regime-gunfire",     "daraa",          1, 1, 7, 1, 2],
    [22, "regime-gunfire",     "rural-damascus", 0, 1, 1, 0, 1],
    [11, "russian-airstrike",  "idlib",          2, 1, 1, 0, 4],
    [26, "russian-shelling",   "idlib",          1, 0, 2, 0, 3],
    [ 6, "sdf-gunfire",        "deir-ez-zour",   1, 0, 4, 0, 2],
    [15, "sdf-gunfire",        "hasaka",         0, 1, 1, 0, 1],
    [25, "sdf-gunfire",        "aleppo",         0, 0, 2, 0, 1],
    [10, "hts-gunfire",        "idlib",          0, 1, 3, 0, 2],
    [ 8, "opposition-gunfire", "aleppo",         1, 1, 3, 0, 2],
    [27, "opposition-gunfire", "raqqa",          0, 0, 1, 0, 1],
    [ 1, "unknown-gunmen",     "daraa",          1, 1, 14, 0, 2],
    [ 3, "unknown-gunmen",     "deir-ez-zour",   1, 1, 8, 0, 2],
    [12, "unknown-gunmen",     "raqqa",          0, 1, 2, 0, 1],
    [18, "unknown-gunmen",     "suwayda",        0, 0, 2, 0, 2],
    [13, "bombing",            "aleppo",         1, 1, 2, 0, 4],
    [28, "bombing",            "raqqa",          1, 0, 2, 0, 3],
    [23, "unknown-shells",     "aleppo",         1, 1, 2, 0, 4],
    [16, "unknown-persons",    "daraa",          1, 0, 3, 0, 1],
    [19, "unknown-persons",    "homs",           0, 1, 2, 1, 2],
  ],
  // 104 civilians, 21 children, 7 women; 91 without torture.
  "2021-04": [
    [ 6, "unknown-persons",    "hama",           0, 0, 5, 0, 5], // massacre
    [ 4, "landmine",           "deir-ez-zour",   3, 1, 1, 0, 3],
    [12, "landmine",           "hama",           2, 0, 1, 0, 3],
    [23, "landmine",           "idlib",          2, 0, 1, 0, 3],
    [ 2, "camp-gunmen",        "al-hawl-camp",   1, 2, 3, 0, 1],
    [ 5, "regime-shelling",    "idlib",          3, 1, 4, 0, 3],
    [ 3, "regime-gunfire",     "daraa",          1, 0, 6, 0, 2],
    [21, "regime-gunfire",     "rural-damascus", 0, 0, 1, 1, 1],
    [17, "russian-shelling",   "idlib",          2, 0, 1, 0, 3],
    [20, "sdf-gunfire",        "hasaka",         1, 0, 3, 0, 2],
    [ 9, "sdf-gunfire",        "deir-ez-zour",   0, 0, 2, 0, 1],
    [14, "hts-gunfire",        "idlib",          0, 0, 3, 0, 2],
    [ 8, "opposition-gunfire", "aleppo",         1, 0, 2, 0, 2],
    [26, "opposition-gunfire", "hasaka",         0, 0, 1, 0, 1],
    [ 1, "unknown-gunmen",     "daraa",          1, 1, 12, 0, 2],
    [ 7, "unknown-gunmen",     "deir-ez-zour",   1, 0, 7, 0, 2],
    [18, "unknown-gunmen",     "raqqa",          0, 1, 1, 0, 1],
    [15, "bombing",            "aleppo",         2, 1, 1, 0, 4],
    [27, "unknown-shells",     "aleppo",         1, 0, 1, 0, 2],
    [10, "unknown-persons",    "daraa",          0, 0, 3, 1, 1],
    [24, "unknown-persons",    "deir-ez-zour",   0, 0, 2, 0, 2],
  ],
  // 96 civilians, 15 children, 11 women; 87 without torture.
  "2021-05": [
    [18, "bombing",            "aleppo",         1, 1, 3, 0, 5], // massacre
    [ 3, "landmine",           "hama",           1, 0, 3, 0, 2],
    [12, "landmine",           "deir-ez-zour",   1, 1, 2, 0, 2],
    [22, "landmine",           "raqqa",          0, 0, 2, 0, 2],
    [ 5, "camp-gunmen",        "al-hawl-camp",   2, 2, 2, 0, 1],
    [ 6, "regime-shelling",    "idlib",          2, 1, 4, 0, 3],
    [16, "regime-shelling",    "hama",           1, 0, 1, 0, 2],
    [ 2, "regime-gunfire",     "daraa",          0, 1, 6, 1, 2],
    [20, "russian-airstrike",  "idlib",          1, 0, 1, 0, 2],
    [30, "sdf-gunfire",        "aleppo",         0, 0, 4, 0, 4],
    [ 8, "sdf-gunfire",        "deir-ez-zour",   1, 1, 2, 0, 2],
    [19, "sdf-gunfire",        "hasaka",         0, 0, 1, 0, 1],
    [10, "hts-gunfire",        "idlib",          0, 0, 2, 1, 1],
    [14, "opposition-gunfire", "aleppo",         0, 0, 3, 0, 2],
    [ 1, "unknown-gunmen",     "daraa",          1, 2, 10, 0, 2],
    [ 4, "unknown-gunmen",     "deir-ez-zour",   1, 1, 6, 0, 2],
    [24, "unknown-gunmen",     "aleppo",         0, 0, 2, 0, 1],
    [26, "bombing",            "aleppo",         1, 0, 2, 0, 3],
    [28, "unknown-shells",     "aleppo",         1, 1, 0, 0, 2],
    [ 9, "unknown-persons",    "daraa",          1, 0, 2, 0, 1],
    [23, "unknown-persons",    "suwayda",        0, 0, 1, 0, 1],
  ],
  // 95 civilians, 22 children, 8 women; 84 without torture.
  "2021-06": [
    [10, "regime-shelling",    "idlib",          2, 1, 3, 0, 6], // massacre
    [12, "unknown-shells",     "aleppo",         2, 1, 4, 0, 7], // massacre
    [ 4, "landmine",           "hama",           1, 0, 2, 0, 3],
    [13, "landmine",           "deir-ez-zour",   1, 1, 1, 0, 2],
    [24, "landmine",           "aleppo",         0, 0, 1, 0, 1],
    [ 2, "camp-gunmen",        "al-hawl-camp",   2, 2, 4, 0, 1],
    [ 5, "regime-shelling",    "idlib",          5, 1, 8, 0, 3],
    [18, "regime-shelling",    "hama",           1, 0, 1, 0, 2],
    [ 7, "regime-gunfire",     "daraa",          0, 0, 3, 1, 1],
    [15, "russian-shelling",   "idlib",          3, 1, 3, 0, 4],
    [ 1, "sdf-gunfire",        "aleppo",         1, 0, 2, 0, 3],
    [ 9, "sdf-gunfire",        "deir-ez-zour",   0, 0, 3, 0, 2],
    [16, "hts-gunfire",        "idlib",          0, 0, 2, 0, 1],
    [20, "opposition-gunfire", "aleppo",         0, 0, 2, 0, 2],
    [ 3, "unknown-gunmen",     "daraa",          1, 1, 6, 0, 2],
    [ 8, "unknown-gunmen",     "deir-ez-zour",   1, 0, 4, 0, 2],
    [22, "unknown-gunmen",     "raqqa",          0, 0, 0, 1, 1],
    [26, "bombing",            "aleppo",         1, 0, 1, 0, 2],
    [28, "unknown-shells",     "aleppo",         1, 0, 1, 0, 2],
    [17, "unknown-persons",    "daraa",          0, 0, 1, 0, 1],
  ],
};
