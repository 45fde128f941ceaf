import { listed } from "../../src/audit/cells/read-coordinates.js";
import type { Coordinates, DemographicKey } from "../../src/audit/published/coordinates.js";
import { oneOrMore } from "./facts-coordinates.js";
import type { FactsNames } from "./facts-names.js";
import type { FileReading } from "./facts-reading.js";

/** Words for what a label can speak of, besides parties, places and categories. */
const demographics: Readonly<Record<string, DemographicKey>> = {
  child: "child",
  children: "child",
  minors: "child",
  woman: "woman",
  women: "woman",
  "adult women": "woman",
  "adult females": "woman",
  man: "man",
  men: "man",
  kinder: "child",
  frauen: "woman",
  männer: "man",
  أطفال: "child",
  الأطفال: "child",
  والأطفال: "child",
  نساء: "woman",
  النساء: "woman",
  والنساء: "woman",
  سيدات: "woman",
};

const populations: Readonly<Record<string, "civilians" | "armed" | "unarmed">> = {
  civilian: "civilians",
  civilians: "civilians",
  armed: "armed",
  "armed persons": "armed",
  combatants: "armed",
  fighters: "armed",
  gunmen: "armed",
  militants: "armed",
  rebels: "armed",
  "opposition fighters": "armed",
  "armed opposition fighters": "armed",
  soldiers: "armed",
  security: "armed",
  "security personnel": "armed",
  military: "armed",
  "military personnel": "armed",
  unarmed: "unarmed",
  zivilisten: "civilians",
  مدنيون: "civilians",
  مدنيين: "civilians",
  bewaffnete: "armed",
};

const others: Readonly<Record<string, Coordinates>> = {
  massacre: { inMassacres: true },
  massacres: { unit: "massacres" },
  "in massacres": { inMassacres: true },
  "in the massacres": { inMassacres: true },
  landmine: { means: "landmine" },
  landmines: { means: "landmine" },
  journalists: { category: "media" },
  "media activist": { category: "media" },
  "media activists": { category: "media" },
  female: { category: "female" },
  females: { category: "female" },
  girls: { demographic: "child", category: "female" },
  boys: { demographic: "child", category: "male" },
  "under torture": { category: "torture" },
  "due to torture": { category: "torture" },
};

/** Words that say that persons are counted: of massacres, those killed in them. */
const ofPersons = (
  "dead death deaths died individuals killed killing killings people persons toll victim victims " +
  "getötet getötete getöteten opfer"
).split(" ");

const silent = new Set([
  ...ofPersons,
  ...(
    "a adult all among an and as at average by civil due during extrajudicial forces from governorate governorates hands in incidents least minimum mostly " +
    "documented number of only overall percent percentage proportion reported s same recorded share syria syrian syrians the their those to total " +
    "under were who whom der die das des den von und durch anteil"
  ).split(" "),
]);

/** What a label says, in coordinates. */
export interface Phrase {
  readonly of: Coordinates;
  /** Words that mean nothing that the reader knows. */
  readonly unknown: readonly string[];
}

/** How a report names its populations. */
export type PopulationOf = (name: "civilians" | "armed" | "unarmed") => Coordinates | null;

const longestName = 8;

/**
 * Reads a label word by word, the longest known name first: "children killed by government forces" is the children of
 * one row. Several parties or groups of age and sex are any of them; several categories name no cell.
 */
export function readPhrase(text: string, names: FactsNames, populationOf: PopulationOf): Phrase {
  const words = text.replace(/['’]s(?!\p{L})/gu, "").match(/[^\s+,;:/()&%]+/gu) ?? [];
  const found: Coordinates[] = [];
  const unknown: string[] = [];
  let position = 0;
  while (position < words.length) {
    const [name, length] = nameAt(words, position, names, populationOf);
    if (name !== null) found.push(name);
    else if (!silent.has((words[position] ?? "").toLowerCase())) unknown.push(words[position] ?? "");
    position += length;
  }
  const categories = new Set(
    found.flatMap(({ category }) => (typeof category === "string" ? [category] : [])),
  );
  if (categories.size > 1) unknown.push(...categories);
  const of = personsIn(united(found, names), words);
  // Of females only girls are children too: whoever is a child or female is a child or a woman, and counted once.
  return { of: isOfChildrenAndFemales(text) ? withWomen(of) : of, unknown };
}

/**
 * Reads a label of a report. One that names others than the report counts, as the regime in a report of those whom ISIS killed, speaks
 * of no cell of it.
 */
export function readLabel({ names, populationOf, base }: FileReading, text: string): Phrase {
  const { of, unknown } = readPhrase(text, names, populationOf);
  const own = names.membersOf(base);
  const isOfOthers =
    (own.length > 0 && !names.membersOf(of).every((key) => own.includes(key))) ||
    (["demographic", "place"] as const).some((field) => {
      const counted = base[field];
      return counted !== undefined && listed(of[field] ?? []).some((key) => !listed(counted).includes(key));
    });
  return { of, unknown: isOfOthers ? [...unknown, text] : unknown };
}

/** Whether a label puts children and females of any age together. */
export function isOfChildrenAndFemales(text: string): boolean {
  return /\bchildren\s*(?:\+|&|and)\s*females?\b|\bfemales?\s*(?:\+|&|and)\s*children\b/i.test(text);
}

/** Of massacres with words for persons, or who they are, those killed in them: "massacres: victims", "women killed in massacres". */
function personsIn({ unit, ...of }: Coordinates, words: readonly string[]): Coordinates {
  const isOfPersons =
    (of.demographic ?? of.population) !== undefined ||
    words.some((word) => ofPersons.includes(word.toLowerCase()));
  return unit === undefined ? of : isOfPersons ? { ...of, inMassacres: true } : { ...of, unit };
}

function withWomen({ category, ...of }: Coordinates): Coordinates {
  return category === "female"
    ? { ...of, demographic: ["child", "woman"] }
    : { ...of, ...(category === undefined ? {} : { category }) };
}

function nameAt(
  words: readonly string[],
  position: number,
  names: FactsNames,
  populationOf: PopulationOf,
): readonly [Coordinates | null, number] {
  for (let length = Math.min(longestName, words.length - position); length > 0; length--) {
    const name = words.slice(position, position + length).join(" ");
    const known =
      named(name.toLowerCase(), populationOf) ?? names.party(name) ?? categoryOrPlace(name, names);
    if (known !== null) return [known, length];
  }
  return [null, 1];
}

function named(name: string, populationOf: PopulationOf): Coordinates | null {
  const demographic = Object.hasOwn(demographics, name) ? demographics[name] : undefined;
  if (demographic !== undefined) return { demographic };
  const population = Object.hasOwn(populations, name) ? populations[name] : undefined;
  if (population !== undefined) return populationOf(population);
  return Object.hasOwn(others, name) ? (others[name] ?? null) : null;
}

function categoryOrPlace(name: string, names: FactsNames): Coordinates | null {
  const category = names.category(name);
  if (category !== null) return { category };
  const place = names.place(name);
  return place === null ? null : { place };
}

/** Several names of one kind as any of them; a single alliance or section stays what it is. */
function united(found: readonly Coordinates[], names: FactsNames): Coordinates {
  const parties = found.filter(
    (one) => one.perpetrator !== undefined || one.alliance !== undefined || one.section !== undefined,
  );
  const [onlyParty] = parties;
  const keysOf = (field: "demographic" | "population" | "place" | "means" | "category") => [
    ...new Set(found.flatMap((one) => (typeof one[field] === "string" ? [one[field]] : []))),
  ];
  const fields: [string, unknown][] = (["population", "place", "means", "demographic", "category"] as const)
    .map((field): [string, readonly string[]] => [field, keysOf(field)])
    .filter(([, keys]) => keys.length > 0)
    .map(([field, keys]) => [field, oneOrMore(keys)]);
  for (const one of found) {
    if (one.unit !== undefined) fields.push(["unit", one.unit]);
    if (one.inMassacres !== undefined) fields.push(["inMassacres", true]);
  }
  const killers: Coordinates =
    parties.length === 1 && onlyParty !== undefined
      ? onlyParty
      : parties.length === 0
        ? {}
        : { perpetrator: oneOrMore([...new Set(parties.flatMap((one) => names.membersOf(one)))]) };
  return { ...killers, ...Object.fromEntries(fields) };
}

/** The population that words such as "rebels killed" name, or null. */
export function populationNamed(text: string): "civilians" | "armed" | "unarmed" | null {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "" && !silent.has(word));
  const name = words.join(" ");
  return Object.hasOwn(populations, name) ? (populations[name] ?? null) : null;
}
