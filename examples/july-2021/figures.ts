import type { Coordinates, Figure, PublishedReport, PublishedTable, SnhrKeys } from "casualty-stats";
import { allBut, by, count, percent, report, source, state, table, toll, torture, totals } from "./figure.js";

type Where = Coordinates<SnhrKeys>;

const sinceJanuary = "2021-01/2021-07";
const alliance: Where = { alliance: "syrian-russian" };
const landmines: Where = { perpetrator: "landmines" };
const massacres: Where = { unit: "massacres" };
const massacresOfYear: Where = { unit: "massacres", period: sinceJanuary };
const inMassacres: Where = { inMassacres: true };
const ofRegime: Where = { perpetrator: "regime" };
const ofRussia: Where = { perpetrator: "russia" };
const otherParties: Where = { section: "other" };

/** "Unknown gunmen" of al-Hawl Camp: the report does not say in which row it counts them (see the reading below). */
const camp: Where = { place: "al-hawl-camp", means: "gunfire" };

/** The shelling of Daraa at the end of July. */
const shellingOfDaraa: Where = {
  ...ofRegime,
  place: "daraa",
  means: "shelling",
  period: "2021-07-29/2021-07-31",
};

/** The attacks that the report narrates. */
const incidents = {
  ebleenChildren: { incident: "Ebleen, 3 July", place: "idlib", perpetrator: "regime" },
  balshoun: { incident: "Balshoun, 3 July", place: "idlib" },
  hmaimat: { incident: "Hmaimat, 12 July", place: "hama", perpetrator: "regime" },
  daraaCity: { incident: "Daraa al Balad, 29 July", place: "daraa", perpetrator: "regime" },
  jasem: { incident: "Jasem, 29 July", place: "daraa", perpetrator: "regime" },
  harasta: { incident: "Harasta, 4 July", place: "rural-damascus", perpetrator: "landmines" },
  talMalah: { incident: "Tal Malah, 16 July", place: "hama", perpetrator: "landmines" },
  fou: { incident: "al-Fou'a, 15 July", place: "idlib", perpetrator: "russia", inMassacres: true },
  sarja: { incident: "Sarja, 17 July", place: "idlib", perpetrator: "russia", inMassacres: true },
  ihsem: { incident: "Ihsem, 17 July", place: "idlib", perpetrator: "regime", inMassacres: true },
  ebleen: { incident: "Ebleen, 22 July", place: "idlib", perpetrator: "regime", inMassacres: true },
} as const satisfies Record<string, Where>;

/** The title and the summary of the most notable killings. */
// biome-ignore format: a table is read by its columns
const summary: Figure<SnhrKeys>[] = [
  ...toll("title", "all", {}, 129, 44, 17),
  count("title", "died due to torture", 10, torture),
  state("title", "Idlib saw the highest death toll at the hands of the alliance", { ...alliance, place: "idlib" }, { says: "highest", among: allBut("idlib").map((place) => ({ ...alliance, ...place })) }),
  state("title", "and Daraa", { ...alliance, place: "daraa" }, { says: "highest", among: allBut("idlib", "daraa").map((place) => ({ ...alliance, ...place })) }),
  percent("II", "alliance, of all", "52", alliance, {}, "about"),
  state("II", "an increase in the death toll at the hands of the alliance", alliance, { says: "increase", than: [{ ...alliance, period: "2021-06" }] }),
  state("II", "as in June", { ...alliance, period: "2021-06" }, { says: "increase", than: [{ ...alliance, period: "2021-05" }] }),
  state("II", "most of the attacks were by artillery", { ...alliance, place: "idlib", unit: "incidents", means: "shelling" }, { says: "majority", whole: { ...alliance, place: "idlib", unit: "incidents" } }),
  count("II", "Ebleen, 3 July, children", 2, { ...incidents.ebleenChildren, demographic: "child" }),
  count("II", "Balshoun, 3 July, children", 1, { ...incidents.balshoun, demographic: "child" }),
  count("II", "Hmaimat, 12 July, children", 1, { ...incidents.hmaimat, demographic: "child" }),
  count("II", "Daraa al Balad, 29 July", 2, incidents.daraaCity),
  count("II", "Jasem, 29 July", 2, incidents.jasem),
  state("II", "at the end of July most in Daraa were children", { ...shellingOfDaraa, demographic: "child" }, { says: "majority", whole: shellingOfDaraa }),
  ...toll("II", "landmines", landmines, 8, 5),
  ...toll("II", "landmines since January", { ...landmines, period: sinceJanuary }, 117, 44, 21),
  count("II", "Harasta, 4 July, children", 1, { ...incidents.harasta, demographic: "child" }),
  count("II", "Tal Malah, 16 July", 1, incidents.talMalah),
  ...toll("II", "al-Hawl, unknown gunmen", camp, 7, null, 3),
  ...toll("II", "al-Hawl, unknown gunmen, since January", { ...camp, period: sinceJanuary }, 57, 10, 18),
  count("II", "al-Hawl, 12 July, men", 1, { ...camp, incident: "al-Hawl, 12 July", demographic: "man" }),
  count("II", "al-Hawl, 14 July, women", 1, { ...camp, incident: "al-Hawl, 14 July", demographic: "woman" }),
];

// biome-ignore format: a table is read by its columns
const tollOfCivilians: Figure<SnhrKeys>[] = [
  ...toll("III", "all", {}, 129, 44, 17),
  count("III", "all since January", 852, { period: sinceJanuary }),
  state("III", "a significant decrease compared to the previous three months", {}, { says: "decrease", than: [{ period: "2021-04" }, { period: "2021-05" }, { period: "2021-06" }] }),
  percent("III", "alliance, of all", "52", alliance, {}),
  ...toll("III", "Syrian Regime forces", ofRegime, 46, 20, 6),
  ...toll("III", "Russian forces", ofRussia, 21, 12, 3),
  ...toll("III", "Hay'at Tahrir al Sham", { perpetrator: "hts" }, 1),
  ...toll("III", "Syrian Democratic Forces", { perpetrator: "sdf" }, 11, 2),
  ...toll("III", "other parties", otherParties, 50, 10, 8),
  ...toll("III", "landmines of unknown source", landmines, 8, 5),
  ...toll("III", "gunfire of unknown source", { perpetrator: "gunfire" }, 35, 2, 8),
  ...toll("III", "killings by unknown persons", { perpetrator: "unknown-persons" }, 6, 2),
  ...toll("III", "Turkish border guards", { perpetrator: "turkish-border-guards" }, 1, 1),
  state("III", "Idlib saw the largest death toll", { place: "idlib" }, { says: "highest", among: allBut("idlib") }),
  percent("III", "Idlib, of all", "35", { place: "idlib" }, {}, "about"),
  percent("III", "alliance, of Idlib", "94", alliance, { place: "idlib" }, "about"),
  state("III", "Daraa came second", { place: "daraa" }, { says: "highest", among: allBut("idlib", "daraa") }),
  percent("III", "Daraa, of all", "31", { place: "daraa" }, {}, "about"),
  percent("III", "regime, of Daraa", "45", ofRegime, { place: "daraa" }, "about"),
  state("III", "followed by Deir Ez-Zour", { place: "deir-ez-zour" }, { says: "highest", among: allBut("idlib", "daraa", "deir-ez-zour") }),
  state("III", "and Hasaka", { place: "hasaka" }, { says: "highest", among: allBut("idlib", "daraa", "deir-ez-zour", "hasaka") }),
  state("III", "in Deir Ez-Zour most were killed by other parties", { place: "deir-ez-zour", ...otherParties }, { says: "majority", whole: { place: "deir-ez-zour" } }),
  state("III", "in Hasaka most were killed by other parties", { place: "hasaka", ...otherParties }, { says: "majority", whole: { place: "hasaka" } }),
];

// biome-ignore format: a table is read by its columns
const groups: Figure<SnhrKeys>[] = [
  count("IV.A", "died due to torture", 10, torture),
  count("IV.A", "died due to torture since January", 69, { ...torture, period: sinceJanuary }),
  state("IV.A", "the last six months an increase in deaths due to torture", { ...torture, period: "2021-02/2021-07" }, { says: "increase", than: [{ ...torture, period: "2021-01" }] }),
  percent("IV.A", "regime, of torture since January", "78", ofRegime, { ...torture, period: sinceJanuary }, "about"),
  count("IV.A", "died due to torture, Syrian Regime forces", 8, { ...torture, ...ofRegime }),
  count("IV.A", "died due to torture, Syrian Democratic Forces", 2, { ...torture, perpetrator: "sdf" }),
  count("IV.A", "Aleppo, told on 19 July, due to torture", 1, { ...torture, ...ofRegime, incident: "Aleppo, told on 19 July", place: "aleppo" }),
  count("IV.B", "medical personnel", 1, { category: "medical" }),
  count("IV.B", "medical personnel, regime", 1, { category: "medical", ...ofRegime }),
  count("IV.B", "medical personnel, Ihsem", 1, { ...incidents.ihsem, category: "medical" }),
  count("IV.C", "media workers", 1, { category: "media" }),
  count("IV.C", "media workers, Russian forces", 1, { category: "media", ...ofRussia }),
  ...toll("IV.C", "Sarja, 17 July", incidents.sarja, 5, 3, 1),
  count("IV.D", "Civil Defense personnel", 1, { category: "civil-defense" }),
  count("IV.D", "Civil Defense personnel, Russian forces", 1, { category: "civil-defense", ...ofRussia }),
];

// biome-ignore format: a table is read by its columns
const recordOfMassacres: Figure<SnhrKeys>[] = [
  count("V", "massacres", 4, massacres),
  { ...count("V", "massacres since January", 14, massacresOfYear), wording: "at-least" },
  count("V", "massacres since January, regime", 4, { ...massacresOfYear, ...ofRegime }),
  count("V", "massacres since January, Russian forces", 3, { ...massacresOfYear, ...ofRussia }),
  count("V", "massacres since January, other parties", 7, { ...massacresOfYear, ...otherParties }),
  count("V", "massacres since January, bombings", 3, { ...massacresOfYear, perpetrator: "bombings" }),
  count("V", "massacres since January, landmines", 2, { ...massacresOfYear, ...landmines }),
  count("V", "massacres since January, unknown persons", 1, { ...massacresOfYear, perpetrator: "unknown-persons" }),
  count("V", "massacres since January, shells", 1, { ...massacresOfYear, perpetrator: "shells" }),
  count("V", "massacres, regime", 2, { ...massacres, ...ofRegime }),
  count("V", "massacres, Russian forces", 2, { ...massacres, ...ofRussia }),
  count("V", "massacres, regime, on ground of the Armed Opposition and HTS", 2, { ...massacres, ...ofRegime, controlledBy: "the Armed Opposition and Hay'at Tahrir al Sham" }),
  ...toll("V", "killed in massacres", inMassacres, 26, 14, 6),
  ...toll("V", "killed in massacres, regime", { ...inMassacres, ...ofRegime }, 15, 8, 5),
  ...toll("V", "killed in massacres, Russian forces", { ...inMassacres, ...ofRussia }, 11, 6, 1),
  ...toll("V", "al-Fou'a, 15 July", incidents.fou, 6, 3),
  ...toll("V", "Ebleen, 22 July", incidents.ebleen, 7, 4, 1),
];

// biome-ignore format: a table is read by its columns
const tables: readonly PublishedTable<SnhrKeys>[] = [
  table("III: by party", {}, [...by("regime", "russia", "hts", "sdf"), otherParties]),
  table("III: other parties", otherParties, by("landmines", "gunfire", "unknown-persons", "turkish-border-guards")),
  table("IV.A: torture by party", torture, by("regime", "sdf")),
  table("V: massacres since January", massacresOfYear, [ofRegime, ofRussia, otherParties]),
  table("V: massacres since January, other parties", { ...massacresOfYear, ...otherParties }, by("bombings", "landmines", "unknown-persons", "shells")),
  table("V: massacres by party", massacres, [ofRegime, ofRussia]),
  table("V: killed in massacres by party", inMassacres, [ofRegime, ofRussia]),
  // The four massacres are named in sections IV and V. The toll of the one at Ihsem is not printed.
  table("V: massacres of the regime", { ...inMassacres, ...ofRegime }, [incidents.ebleen, incidents.ihsem]),
  table("V: massacres of Russian forces", { ...inMassacres, ...ofRussia }, [incidents.fou, incidents.sarja]),
];

/** Every figure that SNHR's report for July 2021 (published on 1 August 2021) prints in its title and sections II to V. */
const julyFigures: PublishedReport<SnhrKeys> = {
  ...report("July 2021", "2021-07", [...summary, ...tollOfCivilians, ...groups, ...recordOfMassacres]),
  published: "2021-08-01",
  massacre: { threshold: 5, citation: { source, place: "section I" } },
  tables,
  readings: [
    {
      id: "the row in which the unknown gunmen of al-Hawl stand",
      figures: ["II: al-Hawl, unknown gunmen", "II: al-Hawl, unknown gunmen, women"],
      alternatives: [{ perpetrator: "gunfire" }, { perpetrator: "unknown-persons" }],
    },
  ],
};

/** The reports of January to June with the totals of their titles, that of the half-year, and that of July. */
// biome-ignore format: a table is read by its columns
export const publishedFigures: readonly PublishedReport<SnhrKeys>[] = [
  report("January 2021",  "2021-01", totals(113, 36,  6,  3)),
  report("February 2021", "2021-02", totals(138, 23, 11, 14)),
  report("March 2021",    "2021-03", totals(177, 28, 35,  9)),
  report("April 2021",    "2021-04", totals(104, 21,  7, 13)),
  report("May 2021",      "2021-05", totals( 96, 15, 11,  9)),
  report("June 2021",     "2021-06", totals( 95, 22,  8, 11)),
  report("January to June 2021", "2021-H1", [count("title", "all", 723, {})]),
  julyFigures,
];
