import type { Coordinates } from "../../src/audit/coordinates.js";
import { joined } from "./facts-coordinates.js";
import { fieldsOf } from "./facts-issue.js";
import { countOf } from "./facts-number.js";
import { periodCalled } from "./facts-periods.js";
import { populationNamed, readPhrase } from "./facts-phrase.js";
import type { FileReading } from "./facts-reading.js";

/** What each measure of the format counts. */
const measures: Readonly<Record<string, Coordinates>> = {
  ...{ n: {}, killed: {}, deaths: {}, victims: {}, persons: {} },
  c: { demographic: "child" },
  w: { demographic: "woman" },
  m: { demographic: "man" },
  sex_unknown: { demographic: "unknown" },
  tor: { category: "torture" },
  massacres: { unit: "massacres" },
  incidents: { unit: "incidents" },
  females: { category: "female" },
  female_total_pub: { category: "female" },
  landmines: { means: "landmine" },
};

/**
 * What a measure counts, or null if the format and the codebook know none of that name: "tor", "medical", "ytd" (from
 * January to the end of the report), several joined as in "tor_ytd", or words as in a label, "children".
 */
export function measureOf(name: string, reading: FileReading): Coordinates | null {
  const { names, populationOf, period } = reading;
  if (Object.hasOwn(measures, name)) return measures[name] ?? null;
  const population = name === "arm" ? "armed" : name === "civ" ? "civilians" : populationNamed(name);
  if (population !== null) return populationOf(population);
  const called = periodCalled(name, period);
  if (called !== null) return { period: called };
  const words = name.split("_");
  const parts = words.length === 1 ? [] : words.map((word) => measureOf(word, reading));
  const given = parts.flatMap((part) => Object.keys(part ?? {}));
  if (parts.length > 0 && parts.every((part) => part !== null) && new Set(given).size === given.length)
    return joined(...parts);
  // Of unknown sex, or killed by somebody unknown.
  if (name === "unknown") return null;
  const phrase = readPhrase(words.join(" "), names, populationOf);
  return phrase.unknown.length === 0 && Object.keys(phrase.of).length > 0 ? phrase.of : null;
}

/** What a row or cell prints of everybody, as its `n` or by any other name; null where it does not. */
export function plainCountOf(reading: FileReading, value: unknown): number | null {
  const counts = Object.entries(fieldsOf(value) ?? { n: value }).flatMap(([name, count]) =>
    Object.keys(measureOf(name, reading) ?? { unit: null }).length === 0 ? (countOf(count) ?? []) : [],
  );
  return counts[0] ?? null;
}
