import {
  type AttributionKey,
  applyPopulation,
  attributionKey,
  attributor,
  byCategory,
  type SnhrKeys,
  snhrCodebook,
  snhrPolicy,
  snhrPopulation,
  tally,
  total,
  type Victim,
} from "casualty-stats";
import { type Comparison, isPrinted, numbersOf, type PrintedToll, printedText } from "./comparison.js";

/** An incident that the report narrates: what it prints of where, when, how and by whom people were killed, and how many. */
interface Narrated {
  readonly section: string;
  readonly what: string;
  readonly date: string;
  readonly place: SnhrKeys["place"];
  readonly means: SnhrKeys["means"];
  readonly by: AttributionKey<SnhrKeys>;
  readonly printed: PrintedToll;
  /** Of how many incidents this holds, where it is not one. */
  readonly incidents?: number;
}

// biome-ignore format: a table is read by its columns
const narrated: readonly Narrated[] = [
  { section: "II",   what: "Ebleen, 3 July: two children",               date: "2021-07-03", place: "idlib",          means: "shelling",  by: "regime",    printed: [2, 2, null] },
  { section: "II",   what: "Balshoun, 3 July: a child, and an unborn baby", date: "2021-07-03", place: "idlib",       means: "shelling",  by: "regime",    printed: [1, 1, null] },
  { section: "II",   what: "Hmaimat, 12 July: a child",                  date: "2021-07-12", place: "hama",           means: "shelling",  by: "regime",    printed: [1, 1, null] },
  { section: "II",   what: "Daraa al Balad and Jasem, 29 July: two each", date: "2021-07-29", place: "daraa",         means: "shelling",  by: "regime",    printed: [2, null, null], incidents: 2 },
  { section: "II",   what: "Harasta, 4 July: a child",                   date: "2021-07-04", place: "rural-damascus", means: "landmine",  by: "landmines", printed: [1, 1, null] },
  { section: "II",   what: "Tal Malah, 16 July",                         date: "2021-07-16", place: "hama",           means: "landmine",  by: "landmines", printed: [1, null, null] },
  { section: "II",   what: "Al Hawl camp, 12 July: a man",               date: "2021-07-12", place: "al-hawl-camp",   means: "gunfire",   by: "gunfire",   printed: [1, null, null] },
  { section: "II",   what: "Al Hawl camp, 14 July: a woman",             date: "2021-07-14", place: "al-hawl-camp",   means: "gunfire",   by: "gunfire",   printed: [1, null, 1] },
  { section: "IV.A", what: "Aleppo, told on 19 July: due to torture",    date: "2021-05/2021-07-19", place: "aleppo", means: "detention", by: "regime",    printed: [1, null, null] },
  { section: "IV.C", what: "Sarja, 17 July",                             date: "2021-07-17", place: "idlib",          means: "shelling",  by: "russia",    printed: [5, 3, 1] },
  { section: "V",    what: "Al Fou'a, 15 July",                          date: "2021-07-15", place: "idlib",          means: "shelling",  by: "russia",    printed: [6, 3, null] },
  { section: "V",    what: "Ebleen, 22 July",                            date: "2021-07-22", place: "idlib",          means: "shelling",  by: "regime",    printed: [7, 4, 1] },
];

/** The narrated incidents, each sought among the records by what is printed of it: its place is that of a governorate. */
export function compareNarrated(victims: readonly Victim<SnhrKeys>[]): Comparison[] {
  const attribute = attributor(snhrCodebook, snhrPolicy);
  const { counted } = applyPopulation(victims, { codebook: snhrCodebook, population: snhrPopulation });
  const including = byCategory(snhrCodebook);
  return narrated.map(({ section, what, date, place, means, by, printed, incidents = 1 }) => {
    const alike = counted.filter(
      ({ incident }) =>
        incident.date === date &&
        incident.place === place &&
        incident.means === means &&
        attributionKey(snhrCodebook, attribute(incident)) === by,
    );
    const ids = [...new Set(alike.map(({ incident }) => incident.id))];
    const tolls = ids.map((id) =>
      total(
        tally(
          alike.filter(({ incident }) => incident.id === id),
          { by: {}, including },
        ),
      ),
    );
    const fitting = tolls.filter((toll) => isPrinted(printed, toll));
    const agrees = fitting.length === incidents;
    const found = agrees ? fitting : tolls;
    const recomputed = [...new Set(found.map((toll) => numbersOf(toll).join(" / ")))].join("; ") || "none";
    return {
      place: section,
      what,
      published: printedText(printed),
      recomputed,
      agrees,
      reason: agrees ? null : `The records have, of that day, place, means and attribution: ${recomputed}.`,
    };
  });
}
