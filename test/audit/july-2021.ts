import { count, percentage, type Report, reportOf, type Table, toll, type Where } from "../support/audit.js";

const since: Where = { period: "2021-01/2021-07" };
const massacre: Where = { unit: "massacres" };
const killed: Where = { inMassacres: true };
const alliance: Where = { alliance: "syrian-russian" };

const rows = (...perpetrators: readonly NonNullable<Where["perpetrator"]>[]): Where[] =>
  perpetrators.map((perpetrator) => ({ perpetrator }));

const columns: Where[] = [{ demographic: "child" }, { demographic: "woman" }];

const tables: Table[] = [
  {
    id: "parties",
    of: {},
    rows: [...rows("regime", "russia", "hts", "sdf"), { section: "other" }],
    whole: true,
    blank: "zero",
    columns,
  },
  {
    id: "others",
    of: { section: "other" },
    rows: rows("landmines", "gunfire", "unknown-persons", "turkish-border-guards"),
    whole: true,
    blank: "zero",
    columns,
  },
  {
    id: "torture",
    of: { category: "torture" },
    rows: rows("regime", "sdf"),
    whole: true,
    blank: "not-printed",
  },
  { id: "massacres", of: massacre, rows: rows("regime", "russia"), whole: true, blank: "not-printed" },
  { id: "massacre-toll", of: killed, rows: rows("regime", "russia"), whole: true, blank: "zero", columns },
  {
    id: "massacres-since-january",
    of: { ...massacre, ...since },
    rows: [...rows("regime", "russia"), { section: "other" }],
    whole: true,
    blank: "not-printed",
  },
  {
    id: "massacres-of-others-since-january",
    of: { ...massacre, ...since, section: "other" },
    rows: rows("bombings", "landmines", "unknown-persons", "shells"),
    whole: true,
    blank: "not-printed",
  },
  {
    id: "massacres-of-the-regime",
    of: { ...killed, perpetrator: "regime" },
    rows: [{ incident: "Ebleen" }, { incident: "Ihsem" }],
    whole: true,
    blank: "not-printed",
  },
];

/** The specification, as far as the engine is tested on it. */
export const july: Report = reportOf(
  "2021-07",
  [
    ...toll("all", [129, 44, 17]),
    ...toll("regime", [46, 20, 6], { perpetrator: "regime" }),
    ...toll("russia", [21, 12, 3], { perpetrator: "russia" }),
    ...toll("hts", [1, null, null], { perpetrator: "hts" }),
    ...toll("sdf", [11, 2, null], { perpetrator: "sdf" }),
    ...toll("other", [50, 10, 8], { section: "other" }),
    ...toll("landmines", [8, 5, null], { perpetrator: "landmines" }),
    ...toll("gunfire", [35, 2, 8], { perpetrator: "gunfire" }),
    ...toll("unknown-persons", [6, 2, null], { perpetrator: "unknown-persons" }),
    ...toll("turkish-border-guards", [1, 1, null], { perpetrator: "turkish-border-guards" }),
    ...toll("al-hawl", [7, null, 3], { section: "other", place: "al-hawl-camp" }),
    ...toll("al-hawl-since", [57, 10, 18], { ...since, section: "other", place: "al-hawl-camp" }),
    count("since-january", 852, since),
    ...toll("landmines-since", [117, 44, 21], { ...since, perpetrator: "landmines" }),
    count("torture", 10, { category: "torture" }),
    count("torture-regime", 8, { category: "torture", perpetrator: "regime" }),
    count("torture-sdf", 2, { category: "torture", perpetrator: "sdf" }),
    count("torture-since", 69, { ...since, category: "torture" }),
    count("medical", 1, { category: "medical" }),
    count("medical-regime", 1, { category: "medical", perpetrator: "regime" }),
    count("massacres", 4, massacre),
    count("massacres-regime", 2, { ...massacre, perpetrator: "regime" }),
    count("massacres-russia", 2, { ...massacre, perpetrator: "russia" }),
    count("massacres-since", 14, { ...massacre, ...since }, "at-least"),
    count("massacres-since-regime", 4, { ...massacre, ...since, perpetrator: "regime" }),
    count("massacres-since-russia", 3, { ...massacre, ...since, perpetrator: "russia" }),
    count("massacres-since-other", 7, { ...massacre, ...since, section: "other" }),
    count("massacres-since-bombings", 3, { ...massacre, ...since, perpetrator: "bombings" }),
    count("massacres-since-landmines", 2, { ...massacre, ...since, perpetrator: "landmines" }),
    count("massacres-since-unknown", 1, { ...massacre, ...since, perpetrator: "unknown-persons" }),
    count("massacres-since-shells", 1, { ...massacre, ...since, perpetrator: "shells" }),
    ...toll("massacre-toll", [26, 14, 6], killed),
    ...toll("massacre-toll-regime", [15, 8, 5], { ...killed, perpetrator: "regime" }),
    ...toll("massacre-toll-russia", [11, 6, 1], { ...killed, perpetrator: "russia" }),
    ...toll("ebleen", [7, 4, 1], { ...killed, perpetrator: "regime", incident: "Ebleen" }),
    percentage("alliance-share", "52", alliance),
    percentage("idlib-share", "35", { place: "idlib" }, {}, "about"),
    percentage("alliance-of-idlib", "94", alliance, { place: "idlib" }, "about"),
    percentage("daraa-share", "31", { place: "daraa" }, {}, "about"),
    percentage("regime-of-daraa", "45", { perpetrator: "regime" }, { place: "daraa" }, "about"),
    percentage(
      "regime-of-torture-since",
      "78",
      { ...since, perpetrator: "regime" },
      { ...since, category: "torture" },
      "about",
    ),
  ],
  {
    massacre: { threshold: 5 },
    tables,
    readings: [
      {
        id: "al-hawl",
        figures: ["al-hawl", "al-hawl-women"],
        alternatives: [{ perpetrator: "unknown-persons" }, { perpetrator: "gunfire" }],
      },
    ],
  },
);
