import { month, monthsOfPeriod, type Period, period, previousPeriod } from "casualty-stats";
import type { Coordinates } from "../../src/audit/coordinates.js";
import type { PublishedMassacreDefinition } from "../../src/audit/published.js";
import { joined } from "./facts-coordinates.js";
import { fieldsOf, itemsOf, noteUnknownFields, textOf } from "./facts-issue.js";
import { countOf, printedCountOf } from "./facts-number.js";
import { type PartyRow, partyOf } from "./facts-parties.js";
import { readPhrase } from "./facts-phrase.js";
import { placeOf } from "./facts-places.js";
import { addCount, addCountOrMeasures, citationAt, type FileReading, measureOf } from "./facts-reading.js";

type Fields = Readonly<Record<string, unknown>>;

/** A number of another period that a file repeats, to be used if no file of that period is there. */
export interface Repeated {
  readonly path: string;
  readonly period: string;
  readonly value: number;
  readonly of: Coordinates;
}

/** Adds figures of other periods and groups that the file prints beside its tables. */
export function addFurther(reading: FileReading, file: Fields): void {
  const year = reading.period.slice(0, 4);
  const end = monthsOfPeriod(period(reading.period)).at(-1) ?? month(`${year}-12`);
  const since = end.endsWith("-12") ? year : periodName(period(`${year}-01/${end}`));
  addCountOrMeasures(reading, file["december"], "december", { period: `${year}-12` });
  addCountOrMeasures(reading, file["year"], "year", { period: year });
  addCountOrMeasures(reading, file["ytd"], "ytd", { period: since });
  addOutside(reading, file["outside_scope"]);
  addMonth(reading, file["month"]);
  const landmines = file["landmines"];
  addCountOrMeasures(reading, landmines, "landmines", { means: "landmine" }, ["ytd"]);
  if (typeof landmines === "object" && landmines !== null && "ytd" in landmines)
    addCountOrMeasures(reading, landmines.ytd, "landmines.ytd", { means: "landmine", period: since });
  for (const [field, of] of [
    ["massacres", { unit: "massacres" }],
    ["female_total_pub", { category: "female" }],
  ] as const) {
    addCountOrMeasures(reading, file[field], field, of);
  }
  const title = printedCountOf(file["title_massacres"]);
  if (title !== null)
    addCount(
      reading,
      "title_massacres",
      title.value,
      { unit: "massacres" },
      { measure: "massacres", where: "title", wording: title.wording },
    );
  else if (file["title_massacres"] !== undefined && file["title_massacres"] !== null)
    reading.note(
      "malformed",
      "title_massacres",
      "A count is a whole number of 0 or more.",
      "figure-left-out",
    );
}

/** Persons counted beside the totals: all of them, or by whatever the file calls them. */
function addOutside(reading: FileReading, value: unknown): void {
  const path = "outside_scope";
  const of: Coordinates = { category: "outside-scope" };
  if (Array.isArray(value)) {
    for (const item of itemsOf(value, path, reading.note)) {
      const label = textOf(item.fields["label"]) ?? item.path;
      addCountOrMeasures(reading, item.fields, item.path, joined(of, { incident: label }), [
        "label",
        "where",
      ]);
    }
    return;
  }
  const fields = fieldsOf(value) ?? {};
  const labels = Object.keys(fields).filter((name) => name !== "label" && measureOf(name, reading) === null);
  addCountOrMeasures(reading, value, path, of, ["label", ...labels]);
  for (const label of labels)
    addCountOrMeasures(reading, fields[label], `${path}.${label}`, joined(of, { incident: label }));
}

function addMonth(reading: FileReading, value: unknown): void {
  if (value === undefined || value === null) return;
  const name = typeof value === "object" && "name" in value ? textOf(value.name) : null;
  if (name === null || !/^\d{4}-(0[1-9]|1[0-2])$/.test(name)) {
    reading.note("malformed", "month.name", 'The month is to be named as "2022-12".', "figure-left-out");
    return;
  }
  addCountOrMeasures(reading, value, "month", { period: name }, ["name"]);
}

/** Adds the figures that are printed once more elsewhere, with another number. */
export function addVariants(reading: FileReading, value: unknown, rows: readonly PartyRow[]): void {
  for (const { path, fields } of itemsOf(value, "variants", reading.note)) {
    const known = ["party", "governorate", "label", "measure", "pub", "where"];
    noteUnknownFields(fields, known, path, reading.note);
    const party = textOf(fields["party"]) ?? textOf(fields["label"]);
    const row = rows.find(({ label }) => label === party);
    const killer = party === null ? {} : (row?.of ?? partyOf(reading, party, `${path}.party`));
    const governorate = textOf(fields["governorate"]);
    const place = governorate === null ? {} : { place: placeOf(reading, governorate, `${path}.governorate`) };
    const name = textOf(fields["measure"]) ?? "n";
    const measure = measureOf(name, reading);
    const printed = printedCountOf(fields["pub"]);
    if (measure === null || printed === null) {
      const message =
        measure === null ? `There is no measure "${name}".` : "A count is a whole number of 0 or more.";
      reading.note("malformed", path, message, "figure-left-out");
      continue;
    }
    const where = textOf(fields["where"]) ?? "elsewhere in the report";
    const { value: count, wording } = printed;
    addCount(reading, `${path}.pub`, count, joined(killer, place, measure), {
      measure: name,
      where,
      wording,
    });
  }
}

const rising = /\b(rise|rose|risen|increase[ds]?|growth|more)\b/gi;
const falling = /\b(fall|fell|decrease[ds]?|decline[ds]?|drop|dropped|reduction|less|fewer)\b/gi;
const compared = /\s(?:over|compared (?:to|with)|from|against|than|since)\s/i;

/** Adds the statements of a rise or fall against another period, with or without its size. */
export function addTrends(reading: FileReading, value: unknown): readonly Repeated[] {
  return itemsOf(value, "trend", reading.note).flatMap(({ path, fields }): Repeated[] => {
    noteUnknownFields(fields, ["label", "pub", "pub_approx", "now", "before"], path, reading.note);
    const label = textOf(fields["label"]) ?? "";
    const [what = "", when = ""] = label.split(compared);
    const other = otherPeriod(reading.period, when);
    const isFall = falling.test(what);
    falling.lastIndex = 0;
    const phrase = readPhrase(
      what
        .replace(rising, " ")
        .replace(falling, " ")
        .replace(/\bof\b/gi, " "),
      reading.names,
      reading.populationOf,
    );
    if (
      other === null ||
      phrase.unknown.length > 0 ||
      (!isFall && !/\b(rise|rose|risen|increase|growth|more)/i.test(what))
    ) {
      const message = "The label names no rise or fall of a known cell against a known period.";
      reading.note("label-not-understood", `${path}.label`, message, "figure-left-out");
      return [];
    }
    const now = joined(reading.base, phrase.of);
    const before = joined(now, { period: other });
    addTrend(reading, path, fields, label, isFall, now, before);
    const count = countOf(fields["before"]);
    return count === null ? [] : [{ path: `${path}.before`, period: other, value: count, of: before }];
  });
}

function addTrend(
  reading: FileReading,
  path: string,
  fields: Fields,
  label: string,
  isFall: boolean,
  now: Coordinates,
  before: Coordinates,
): void {
  const citation = citationAt(reading, path);
  const field = fields["pub"] === undefined && fields["pub_approx"] !== undefined ? "pub_approx" : "pub";
  const printed = printedCountOf(fields[field]);
  if (printed !== null) {
    const [of, than] = isFall ? [before, now] : [now, before];
    const wording = field === "pub" ? printed.wording : "about";
    reading.figures.push({
      kind: "difference",
      id: `${path}.${field}`,
      value: printed.value,
      of,
      than,
      citation,
      ...(wording === "exactly" ? {} : { wording }),
    });
    return;
  }
  const says = isFall ? "decrease" : "increase";
  reading.figures.push({
    kind: "statement",
    id: `${path}.label`,
    text: label,
    of: now,
    statement: { says, than: [before] },
    citation,
  });
}

function otherPeriod(own: string, words: string): string | null {
  if (/^(the )?(previous|last|preceding) (month|half|year|period|quarter)\b/i.test(words.trim()))
    return periodName(previousPeriod(period(own)));
  const [named] = /\b\d{4}(?:-\d{2}|-H[12])?\b/.exec(words) ?? [];
  return named ?? null;
}

/** A period as a reader would write it: "2021-07", "2021", "2021-H1"; otherwise its two ends. */
export function periodName(days: Period): string {
  const { start, end } = days;
  const year = start.slice(0, 4);
  const candidates = [
    start.slice(0, 7),
    year,
    `${year}-H1`,
    `${year}-H2`,
    `${start.slice(0, 7)}/${end.slice(0, 7)}`,
  ];
  const fitting = candidates.find((text) => {
    const { start: first, end: last } = period(text);
    return first === start && last === end;
  });
  return fitting ?? `${start}/${end}`;
}

const numerals: Readonly<Record<string, number>> = {
  ...{ three: 3, four: 4, five: 5, six: 6, seven: 7, drei: 3, vier: 4, fünf: 5, sechs: 6, sieben: 7 },
};

/** The least number killed in a massacre, by the report's own words: "more than five civilians" is six. */
export function massacreDefinition(
  reading: FileReading,
  quotes: unknown,
): PublishedMassacreDefinition | null {
  if (!Array.isArray(quotes)) return null;
  for (const [nth, quote] of quotes.entries()) {
    const text = textOf(quote) ?? "";
    const [, more, word = ""] =
      /(more than|mehr als|at least|mindestens)?\s*\b(\d{1,3}|three|four|five|six|seven|drei|vier|fünf|sechs|sieben)(?![\p{L}\d])/iu.exec(
        text,
      ) ?? [];
    const number = /^\d+$/.test(word) ? Number(word) : numerals[word.toLowerCase()];
    if (number === undefined || number < 1) {
      reading.note(
        "label-not-understood",
        `quotes[${nth}]`,
        "The words give no number killed in a massacre.",
      );
      continue;
    }
    const threshold = /^(more than|mehr als)$/i.test(more ?? "") ? number + 1 : number;
    return { threshold, citation: { ...citationAt(reading, `quotes[${nth}]`), quote: text } };
  }
  return null;
}
