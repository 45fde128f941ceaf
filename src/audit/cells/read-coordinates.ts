import { dayNumber } from "../../calendar/calendar-date.js";
import { type Period, period } from "../../calendar/period.js";
import type { Codebook } from "../../codebook/codebook.js";
import { placesWithin } from "../../codebook/places-within.js";
import { CasualtyError } from "../../error.js";
import type { Coordinates } from "../published/coordinates.js";
import type { PublishedReport } from "../published/published.js";
import type { Box, CategoryRules } from "./box.js";
import { intersectBoxes, mapSets } from "./box.js";
import { intersection, type KeySet, keySet } from "./key-set.js";

/** Reads coordinates as cells of one report. */
export interface CoordinateReader {
  /** The cell of coordinates, each of which narrows those before it; a period replaces the one before it. */
  readonly boxOf: (...coordinates: readonly Coordinates[]) => Box;
  /** The cell of what of a whole has also other coordinates; their period is their own or that of the report. */
  readonly partOf: (whole: Coordinates, of: Coordinates) => Box;
  readonly rules: CategoryRules;
}

/** Makes the reader of a report's coordinates; a section, alliance or place is read as its members. */
export function coordinateReader(codebook: Codebook, report: PublishedReport): CoordinateReader {
  const populations = report.population === undefined ? null : keySet(listed(report.population));
  const sets = new Map<string, KeySet>();
  const remembered = (name: string, keys: string | readonly string[], make: () => KeySet): KeySet => {
    const key = `${name}:${JSON.stringify(keys)}`;
    const known = sets.get(key);
    if (known !== undefined) return known;
    const made = make();
    sets.set(key, made);
    return made;
  };

  const killersOf = ({ perpetrator, section, alliance }: Coordinates): KeySet => {
    const selected: KeySet[] = [];
    if (perpetrator !== undefined)
      selected.push(
        remembered("perpetrator", perpetrator, () =>
          keySet(listed(perpetrator).flatMap((key) => withParts(codebook, key))),
        ),
      );
    if (section !== undefined)
      selected.push(remembered("section", section, () => membersOfSections(codebook, listed(section))));
    if (alliance !== undefined)
      selected.push(
        remembered("alliance", alliance, () =>
          keySet(
            entryOf(codebook.alliances, "alliance", alliance).members.flatMap((key) =>
              withParts(codebook, key),
            ),
          ),
        ),
      );
    return selected.reduce(intersection, null);
  };

  const read = (coordinates: Coordinates, days: Period): Box => {
    const categories = coordinates.category === undefined ? [] : listed(coordinates.category);
    const people = categories.filter(isDemographicCategory);
    const demographic =
      coordinates.demographic === undefined ? null : keySet(listed(coordinates.demographic));
    const { place, means, controlledBy, incident, population } = coordinates;
    const plain = (keys: string | readonly string[] | undefined): KeySet =>
      keys === undefined ? null : keySet(listed(keys));
    const chosen: Record<string, () => KeySet> = {
      population: () => intersection(populations, plain(population)),
      perpetrator: () => killersOf(coordinates),
      place: () =>
        place === undefined
          ? null
          : remembered("place", place, () =>
              keySet(
                listed(place).flatMap((key) => {
                  entryOf(codebook.places, "place", key);
                  return [...placesWithin(codebook, key)];
                }),
              ),
            ),
      demographic: () => people.reduce<KeySet>((set, key) => intersection(set, [key]), demographic),
      means: () => plain(means),
      controlledBy: () => plain(controlledBy),
      incident: () => plain(incident),
    };
    return {
      unit: coordinates.unit ?? "persons",
      sets: mapSets((name) => chosen[name]?.() ?? null),
      categories: keySet(categories.filter((key) => !isDemographicCategory(key))),
      // Of massacres themselves it says nothing.
      inMassacres: coordinates.unit !== "massacres" && (coordinates.inMassacres ?? false),
      start: dayNumber(days.start),
      end: dayNumber(days.end) + 1,
    };
  };

  const boxOf = (...coordinates: readonly Coordinates[]): Box => {
    const written = lastOf(coordinates.map((one) => one.period)) ?? report.period;
    const days = period(written);
    const unit = lastOf(coordinates.map((one) => one.unit)) ?? "persons";
    const boxes = coordinates.map((one) => read({ ...one, unit }, days));
    const first = boxes[0] ?? read({ unit }, days);
    return boxes.slice(1).reduce((box, next) => narrowed(box, next), first);
  };

  return {
    boxOf,
    partOf: (whole, of) => {
      const part = boxOf(whole, { ...of, period: of.period ?? report.period });
      return intersectBoxes(boxOf(whole), part) ?? part;
    },
    rules: categoryRules(report),
  };
}

function narrowed(box: Box, next: Box): Box {
  return {
    ...box,
    sets: mapSets((name) => intersection(box.sets[name], next.sets[name])),
    categories: keySet([...box.categories, ...next.categories]),
    inMassacres: box.inMassacres || next.inMassacres,
  };
}

/** The last that is stated. */
function lastOf<Value>(values: readonly (Value | undefined)[]): Value | undefined {
  return values.filter((value) => value !== undefined).at(-1);
}

/** Whether a category is read as a demographic key. */
export function isDemographicCategory(category: string): boolean {
  return category === "child" || category === "woman";
}

/** One key or several, as a list. */
export function listed<Key extends string>(keys: Key | readonly Key[]): readonly Key[] {
  return typeof keys === "string" ? [keys] : keys;
}

/** A perpetrator with all that are part of it; an unattributed source by itself. */
function withParts(codebook: Codebook, key: string): string[] {
  if (Object.hasOwn(codebook.unattributed, key)) return [key];
  entryOf(codebook.perpetrators, "perpetrator", key);
  const parts = Object.entries(codebook.perpetrators).filter(([, { parent }]) => parent === key);
  return [key, ...parts.flatMap(([part]) => withParts(codebook, part))];
}

function membersOfSections(codebook: Codebook, sections: readonly string[]): readonly string[] {
  for (const key of sections) entryOf(codebook.sections, "section", key);
  const entries = [...Object.entries(codebook.perpetrators), ...Object.entries(codebook.unattributed)];
  return keySet(entries.filter(([, { section }]) => sections.includes(section)).map(([key]) => key));
}

function entryOf<Entry>(
  list: Readonly<Record<string, Entry>>,
  name: "perpetrator" | "section" | "alliance" | "place",
  key: string,
): Entry {
  const entry = Object.hasOwn(list, key) ? list[key] : undefined;
  if (entry !== undefined) return entry;
  throw new CasualtyError("key-unknown", `The ${name} "${key}" is none of the codebook's.`, {
    list: name,
    text: key,
    suggestions: [],
  });
}

/** What a report says of its categories. */
export function categoryRules(report: PublishedReport): CategoryRules {
  const standings = Object.entries(report.categories ?? {});
  const contains = new Map(standings.map(([key, rule]) => [key, new Set<string>(rule?.contains ?? [])]));
  const standingOf = new Map<string, string | undefined>(
    standings.map(([key, rule]) => [key, rule?.standing]),
  );
  // What a category contains stands where it does, and so does what that contains, but for what is said to stand inside.
  const withinOf = (category: string): ReadonlySet<string> => {
    const within = new Set([category]);
    for (const key of within)
      for (const inner of contains.get(key) ?? []) if (standingOf.get(inner) !== "inside") within.add(inner);
    return within;
  };
  const stated = standings.filter(([, rule]) => rule?.standing === "beside").map(([key]) => key);
  const around = new Map(stated.map((category) => [category, withinOf(category)]));
  const beside = new Map<string, readonly string[]>();
  for (const [category, within] of around) {
    // It says no more of one that lies in another, but that it is beside too.
    const isWithin = stated.some((other) => around.get(other)?.has(category) === true && !within.has(other));
    if (!isWithin) for (const key of within) beside.set(key, [...(beside.get(key) ?? []), category]);
  }
  return { beside, contains };
}
