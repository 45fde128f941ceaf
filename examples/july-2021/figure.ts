import {
  type Citation,
  type Coordinates,
  type CountFigure,
  type Figure,
  findKey,
  type PublishedReport,
  type PublishedTable,
  type SnhrKeys,
  snhrCodebook,
} from "casualty-stats";

type Where = Coordinates<SnhrKeys>;
type Stated = Extract<Figure<SnhrKeys>, { readonly kind: "statement" }>["statement"];
type Source = SnhrKeys["perpetrator"] | SnhrKeys["unattributed"];

/** The report of which most figures are. */
export const source = "SNHR, July 2021";

export const torture: Where = { category: "torture" };

/** One count, named by its section and its words. */
export function count(section: string, what: string, value: number, of: Where): CountFigure<SnhrKeys> {
  return { kind: "count", value, of, ...placed(section, what) };
}

/** A toll as it is printed: all, then children and women where they are. */
export function toll(
  section: string,
  what: string,
  of: Where,
  ...counts: readonly (number | null)[]
): Figure<SnhrKeys>[] {
  const columns = [
    [what, of],
    [`${what}, children`, { ...of, demographic: "child" }],
    [`${what}, women`, { ...of, demographic: "woman" }],
  ] as const;
  return columns.flatMap(([name, cell], column) => {
    const value = counts[column] ?? null;
    return value === null ? [] : [count(section, name, value, cell)];
  });
}

/** The percentage that is printed of what in `whole` is also `of`. */
export function percent(
  section: string,
  what: string,
  text: string,
  of: Where,
  whole: Where,
  about?: "about",
): Figure<SnhrKeys> {
  const wording = about ?? "exactly";
  return { kind: "percentage", text, of: { ...whole, ...of }, whole, wording, ...placed(section, what) };
}

export function state(section: string, text: string, of: Where, statement: Stated): Figure<SnhrKeys> {
  return { kind: "statement", text, of, statement, ...placed(section, text) };
}

function placed(section: string, what: string): { readonly id: string; readonly citation?: Citation } {
  const id = `${section}: ${what}`;
  return section === "title" ? { id } : { id, citation: { source, place: `section ${section}` } };
}

export function totals(all: number, children: number, women: number, ofTorture: number): Figure<SnhrKeys>[] {
  return [
    ...toll("title", "all", {}, all, children, women),
    count("title", "died due to torture", ofTorture, torture),
  ];
}

/** A table that is printed whole. A row without children or women says nothing of them: the sums do. */
export function table(id: string, of: Where, rows: readonly Where[]): PublishedTable<SnhrKeys> {
  return { id, of, rows, whole: true, blank: "not-printed" };
}

export function by(...keys: readonly Source[]): Where[] {
  return keys.map((perpetrator) => ({ perpetrator }));
}

/** Every governorate but some; they are the places with a p-code. */
export function allBut(...left: readonly SnhrKeys["place"][]): Where[] {
  return Object.entries(snhrCodebook.places)
    .filter(([, { pcode }]) => pcode !== undefined)
    .map(([key]) => findKey(snhrCodebook, "place", key))
    .flatMap((place) => (left.includes(place) ? [] : [{ place }]));
}

export function report(
  name: string,
  period: string,
  figures: readonly Figure<SnhrKeys>[],
): PublishedReport<SnhrKeys> {
  const citation = { source: `SNHR, ${name}` };
  const publisher = "Syrian Network for Human Rights";
  return {
    kind: "published-report",
    id: name,
    publisher,
    period,
    citation,
    population: "civilians",
    figures,
  };
}
