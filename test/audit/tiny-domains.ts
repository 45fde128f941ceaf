import type { Table, Where } from "../support/audit.js";
import type { Attack, Person } from "./world.js";

/** A small part of the world in which every possibility can be tried: kinds of attacks, and cells that tell them apart. */
interface Domain {
  readonly kinds: readonly Attack[];
  readonly cells: readonly Where[];
  readonly tables: readonly Omit<Table, "blank" | "id">[];
}

/** No more persons are killed in it than these. */
export const most = 4;

const nobody = { torture: false, medical: false, media: false, relief: false } as const;
const one = (killed: Partial<Person>, where: Partial<Attack> = {}): Attack => attack([killed], where);
const attack = (killed: readonly Partial<Person>[], where: Partial<Attack> = {}): Attack => ({
  name: "any",
  perpetrator: "regime",
  place: "idlib",
  month: 1,
  means: "shelling",
  controlledBy: "one side",
  killed: killed.map(
    (person): Person => ({ demographic: "man", population: "civilians", ...nobody, ...person }),
  ),
  ...where,
});
const demographics = ["child", "woman", "man"] as const;

/** Each group of keys that the cells do not tell apart is one kind: `hts` all other main parties, `gunfire` all other sources. */
const parties: Domain = {
  kinds: (["regime", "russia", "hts", "landmines", "gunfire"] as const).flatMap((perpetrator) =>
    demographics.map((demographic) => one({ demographic }, { perpetrator })),
  ),
  cells: (
    [
      {},
      { perpetrator: "regime" },
      { perpetrator: "russia" },
      { alliance: "syrian-russian" },
      { section: "main" },
      { section: "other" },
      { perpetrator: "landmines" },
    ] as const satisfies readonly Where[]
  ).flatMap((killer): Where[] => [
    killer,
    { ...killer, demographic: "child" },
    { ...killer, demographic: "woman" },
    { ...killer, demographic: ["child", "woman"] },
  ]),
  tables: [
    { of: {}, rows: [{ section: "main" }, { section: "other" }], whole: true },
    {
      of: {},
      rows: [{ perpetrator: "regime" }, { perpetrator: "russia" }, { section: "other" }],
      whole: true,
    },
    { of: { section: "other" }, rows: [{ perpetrator: "landmines" }], whole: false },
    {
      of: { alliance: "syrian-russian" },
      rows: [{ demographic: "child" }, { demographic: "woman" }],
      whole: true,
    },
  ],
};

const placesAndMonths: Domain = {
  kinds: (["idlib", "al-hawl-camp", "hasaka", "daraa"] as const).flatMap((place) =>
    ([1, 2] as const).flatMap((month) => [true, false].map((torture) => one({ torture }, { place, month }))),
  ),
  cells: (
    [
      {},
      { place: "idlib" },
      { place: "hasaka" },
      { place: "al-hawl-camp" },
      { place: ["idlib", "al-hawl-camp"] },
    ] as const satisfies readonly Where[]
  ).flatMap((place): Where[] =>
    [{}, { period: "2021-01" }, { period: "2021-02" }].flatMap((period) => [
      { ...place, ...period },
      { ...place, ...period, category: "torture" as const },
    ]),
  ),
  tables: [
    { of: {}, rows: [{ place: "idlib" }, { place: "hasaka" }], whole: true },
    { of: { place: "hasaka" }, rows: [{ period: "2021-01" }, { period: "2021-02" }], whole: true },
    { of: { category: "torture" }, rows: [{ place: "idlib" }, { place: "al-hawl-camp" }], whole: false },
  ],
};

const categories: Domain = {
  kinds: demographics.flatMap((demographic) =>
    [true, false].flatMap((torture) =>
      [true, false].flatMap((media) =>
        (demographic === "woman" ? [true] : [true, false]).map((relief) =>
          one({ demographic, torture, media, relief }),
        ),
      ),
    ),
  ),
  cells: [{}, { demographic: "child" }, { demographic: "woman" }, { demographic: "man" }].flatMap(
    (people): Where[] =>
      [
        {},
        { category: "torture" },
        { category: "media" },
        { category: "relief" },
        { category: ["relief", "torture"] },
      ].map((category) => ({ ...people, ...category }) as Where),
  ),
  tables: [
    {
      of: {},
      rows: [{ demographic: "child" }, { demographic: "woman" }, { demographic: "man" }],
      whole: true,
    },
    { of: { category: "relief" }, rows: [{ demographic: "woman" }], whole: false },
  ],
};

const massacres: Domain = {
  kinds: (["regime", "hts"] as const).flatMap((perpetrator) =>
    ([1, 2] as const).flatMap((month) =>
      [1, 2, 3, 4].flatMap((size) =>
        [...new Set([0, 1, size])].map((children) =>
          attack(
            Array.from({ length: size }, (_, nth) => ({
              demographic: nth < children ? ("child" as const) : ("man" as const),
            })),
            { perpetrator, month },
          ),
        ),
      ),
    ),
  ),
  cells: [{}, { perpetrator: "regime" }].flatMap((killer): Where[] =>
    [{}, { period: "2021-01" }].flatMap((period) =>
      [
        {},
        { demographic: "child" },
        { inMassacres: true },
        { inMassacres: true, demographic: "child" },
        { unit: "massacres" },
        { unit: "incidents" },
        { unit: "incidents", demographic: "child" },
        { unit: "incidents", demographic: "man" },
      ].map((rest) => ({ ...killer, ...period, ...rest }) as Where),
    ),
  ),
  tables: [
    { of: { unit: "massacres" }, rows: [{ period: "2021-01" }, { period: "2021-02" }], whole: true },
    { of: { inMassacres: true }, rows: [{ perpetrator: "regime" }], whole: true },
  ],
};

/** The domains with every world of theirs. */
export const domains = [parties, placesAndMonths, categories, massacres].map((domain) => ({
  ...domain,
  worlds: worldsOf(domain.kinds),
}));

/** Every world of at most `most` persons, as how many attacks of each kind there are. */
function worldsOf(kinds: readonly Attack[]): readonly (readonly number[])[] {
  const found: number[][] = [];
  const add = (world: readonly number[], from: number, left: number): void => {
    found.push([...world]);
    for (let kind = from; kind < kinds.length; kind++) {
      const size = kinds[kind]?.killed.length ?? 0;
      if (size <= left) add([...world, kind], kind, left - size);
    }
  };
  add([], 0, most);
  return found;
}
