import { expect, test } from "vitest";
import { findKey } from "../../src/codebook/find-key.js";
import { snhrCodebook } from "../../src/snhr/codebook.js";

// p-codes, ISO codes and Arabic labels of reference/codes.json
test.each([
  ["damascus", "SY01", "SY-DI", "دمشق"],
  ["aleppo", "SY02", "SY-HL", "حلب"],
  ["rural-damascus", "SY03", "SY-RD", "ريف دمشق"],
  ["homs", "SY04", "SY-HI", "حمص"],
  ["hama", "SY05", "SY-HM", "حماة"],
  ["lattakia", "SY06", "SY-LA", "اللاذقية"],
  ["idlib", "SY07", "SY-ID", "إدلب"],
  ["hasaka", "SY08", "SY-HA", "الحسكة"],
  ["deir-ez-zour", "SY09", "SY-DY", "دير الزور"],
  ["tartus", "SY10", "SY-TA", "طرطوس"],
  ["raqqa", "SY11", "SY-RA", "الرقة"],
  ["daraa", "SY12", "SY-DR", "درعا"],
  ["suwayda", "SY13", "SY-SU", "السويداء"],
  ["quneitra", "SY14", "SY-QU", "القنيطرة"],
] as const)("%s has the codes %s and %s and the label %s", (key, pcode, iso, labelArabic) => {
  expect(snhrCodebook.places[key]).toMatchObject({ pcode, iso, labelArabic });
  for (const text of [pcode, iso, labelArabic]) expect(findKey(snhrCodebook, "place", text)).toBe(key);
});

// every spelling of reference/codes.json, of the specification and of the fact files
test.each([
  ["damascus", ["Damascus", "Damascus city"]],
  ["aleppo", ["Aleppo"]],
  [
    "rural-damascus",
    [
      "Rural Damascus",
      "Damascus Suburbs",
      "Damascus suburbs",
      "Damascus countryside",
      "Damascus Countryside",
      "Rif Dimashq",
      "RifDimashq",
      "Damaskus-Vororte",
    ],
  ],
  ["homs", ["Homs", "Hims"]],
  ["hama", ["Hama", "Hamah", "حماه"]],
  ["lattakia", ["Lattakia", "Latakia", "اللاذقيه"]],
  ["idlib", ["Idleb", "Idlib", "Edlib", "ادلب", "IDLIB"]],
  ["hasaka", ["Al-Hasakeh", "Hasaka", "Hasakah", "Al-Haskah", "Al Hassaka", "Al-Hassaka"]],
  [
    "deir-ez-zour",
    ["Deir-ez-Zor", "Deir Ez-Zour", "Deir ez-Zor", "Deir Al Zour", "Deir Az-Zour", "Der Ezzor", "DeirEzzor"],
  ],
  ["tartus", ["Tartous", "Tartus"]],
  ["raqqa", ["Ar-Raqqa", "Raqqa", "Al Raqqa", "Raqqah"]],
  ["daraa", ["Dar'a", "Dar’a", "Daraa", "Deraa", "Dara'a"]],
  ["suwayda", ["As-Sweida", "Suwayda", "Al Sawaida", "Al Sawida", "Al Swayda", "Sweida"]],
  ["quneitra", ["Quneitra", "Al Quneitra"]],
  ["al-hawl-camp", ["Al Hawl Camp", "al Hawl Camp", "al-Hawl camp"]],
  ["outside-syria", ["Outside Syria"]],
] as const)("%s is found by %j", (key, spellings) => {
  for (const text of spellings) expect([text, findKey(snhrCodebook, "place", text)]).toEqual([text, key]);
});

// the party labels of the specification and of the fact files, those of the latter without what follows the name (": civilians")
test.each([
  [
    "regime",
    [
      "Government forces",
      "Syrian Regime forces",
      "Syrian regime forces",
      "the Syrian regime",
      "Syrian Regime forces (army, security, local militias, and Shiite foreign militias)",
    ],
  ],
  ["russia", ["Russian forces"]],
  ["iranian-militias", ["Iranian militias"]],
  ["hts", ["Hay'at Tahrir al Sham", "Hay’at Tahrir al-Sham", "Hay'at Tahrir at Sham", "HTS"]],
  ["nusra", ["An-Nusra Front", "An-Nussra Front", "Al-Nusra Front"]],
  ["fateh-al-sham", ["Fateh al Sham Front"]],
  ["isis", ["ISIS", "ISIL"]],
  [
    "sdf",
    [
      "Syrian Democratic Forces",
      "Syrian Democratic Forces (the Democratic Union Party)",
      "Kurdish-led Syrian Democratic Forces",
      "Kurdish-led Syrian Democratic Forces (the Democratic Union Party)",
      "SDF",
      "PYD",
      "PYD Kurdish forces",
      "YPG",
      "Kurdish self-management",
      "Self-management forces",
    ],
  ],
  [
    "armed-opposition",
    [
      "Armed opposition",
      "Armed opposition / SNA",
      "Armed Opposition/ Syrian National Army",
      "factions of the Armed Opposition",
    ],
  ],
  ["coalition", ["International coalition", "US-led coalition"]],
  ["turkish-border-guards", ["Turkish border guards"]],
  ["israel", ["Israeli forces"]],
  ["regime-remnants", ["Assad regime remnants"]],
  ["local-armed-groups", ["Local armed groups"]],
] as const)("%s is found by %j", (key, spellings) => {
  for (const text of spellings)
    expect([text, findKey(snhrCodebook, "perpetrator", text)]).toEqual([text, key]);
});

test.each([
  ["landmines", ["Landmines of unknown source"]],
  ["gunfire", ["Gunfire of unknown source"]],
  ["shells", ["Shells of unknown source", "Shells from unknown source"]],
  ["bombings", ["Bombings whose perpetrators have not yet been identified"]],
  ["unknown-persons", ["Killings by unknown persons"]],
  ["unidentified", ["Unidentified", "Unknown"]],
] as const)("%s is found by %j", (key, spellings) => {
  for (const text of spellings)
    expect([text, findKey(snhrCodebook, "unattributed", text)]).toEqual([text, key]);
});

test.each([
  ["syrian-russian", ["Syrian-Russian alliance forces", "Syrian-Russian alliance"], ["regime", "russia"]],
  [
    "extremist-islamic",
    [
      "Extremist Islamic groups",
      "Extremist groups",
      "Extremist Islamic organisations",
      "Extremist Islamic factions",
    ],
    ["isis", "nusra", "fateh-al-sham", "hts"],
  ],
] as const)("the alliance %s is found by %j and has the members %j", (key, spellings, members) => {
  for (const text of spellings) expect(findKey(snhrCodebook, "alliance", text)).toBe(key);
  expect(snhrCodebook.alliances[key].members).toEqual(members);
});
