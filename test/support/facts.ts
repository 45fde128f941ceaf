import { periodBetween } from "casualty-stats";
import type { PublishedReport } from "../../src/audit/published/published.js";
import { calendarDate, isCalendarDate } from "../../src/calendar/calendar-date.js";
import type { Codebook } from "../../src/codebook/codebook.js";
import { type Compared, differences, quotedFigures, typedChanges } from "./facts-compared.js";
import { oneOrMore } from "./facts-coordinates.js";
import { addFurther, addVariants } from "./facts-further.js";
import { type FactsIssue, fieldsOf, type NoteIssue, textOf } from "./facts-issue.js";
import { massacreDefinition } from "./facts-massacre.js";
import { type FactsNames, factsNames } from "./facts-names.js";
import { countOf } from "./facts-number.js";
import { besideByOthers, isOnMassacres, outsideScope } from "./facts-outside.js";
import { periodName } from "./facts-periods.js";
import type { PopulationOf } from "./facts-phrase.js";
import { addPercentages, addPlaceShares } from "./facts-quotients.js";
import { addRates } from "./facts-rates.js";
import { addCountOrMeasures, type FileReading } from "./facts-reading.js";
import { readScope } from "./facts-scope.js";
import { addSubtotals } from "./facts-subtotals.js";
import { addTable, addTablesOfMeasures, withoutZerosSpokenOf } from "./facts-tables.js";
import { addTrends } from "./facts-trends.js";
import type { TypedFigures } from "./facts-typed.js";
import { noteNumbersInWords } from "./facts-words.js";

/** A fact file: its name and what its JSON holds. */
export interface FactsFile {
  readonly file: string;
  readonly facts: unknown;
}

/** What the fact files do not say. */
export interface FactsOptions {
  /** What an empty cell of a printed row means. Where a file has `partial_cw`, it is not printed in any case. */
  readonly blank: "zero" | "not-printed";
}

/** The reports of a folder of fact files, with the codebook of their labels. */
export interface Facts {
  readonly codebook: Codebook;
  readonly reports: readonly PublishedReport[];
  /** The file of each report, by the id of the report. */
  readonly fileOf: ReadonlyMap<string, string>;
  /** What a file says of its population, by the id of the report, where that names no group: "deaths due to torture". */
  readonly groupless: ReadonlyMap<string, string>;
  /** The tables that may have all rows or some, each as the id of its report and its own: "snhr-2021-07 governorates". */
  readonly openTables: ReadonlySet<string>;
  readonly issues: readonly FactsIssue[];
  /** The figures whose typed numbers no cell of theirs prints, with their files. */
  readonly typed: readonly (TypedFigures & { readonly file: string })[];
}

/** Fields that say what a file is, or are remarks: no figures. */
const descriptive: readonly string[] = [
  ...["id", "org", "kind", "start", "end", "lang", "url", "url2", "population", "complete", "partial_cw"],
  ...["published", "title", "outlet", "quotes", "note", "notes"],
];

/** Fields of tables, percentages, rates and what refers to them. All further ones are figures of the whole report. */
const structured: readonly string[] = [
  ...["total", "parties", "governorates"],
  ...["subtotals", "pct", "gov_pct", "rates", "variants", "trend"],
];

/**
 * Reads fact files (their format: ../shared/data/README.md) as published reports, which can be audited.
 *
 * Whatever of them cannot be read is an issue with its file and path, and so is every choice that the reader made for a
 * label.
 */
export function readFacts(files: readonly FactsFile[], options: FactsOptions): Facts {
  const names = factsNames();
  const issues: FactsIssue[] = [];
  const read = files.flatMap(({ file, facts }) => {
    const note: NoteIssue = (code, path, message, lost) => {
      if (code === "words-not-read" && issues.some((one) => one.file === file && one.path === path)) return;
      issues.push({ file, path, code, lost: lost !== undefined, message });
    };
    const report = readReport(file, facts, names, note, options);
    return report === null ? [] : [{ file, ...report }];
  });
  const outside = besideByOthers(read);
  const ids = new Map<string, string>();
  const groupless = new Map<string, string>();
  const openTables = new Set<string>();
  const all = read.map(({ report }) => report);
  const reports = read.map(({ file, report, compared, words, open }): PublishedReport => {
    const id = ids.has(report.id) ? `${report.id} (${file})` : report.id;
    ids.set(id, file);
    for (const table of open) openTables.add(`${id} ${table}`);
    if (words !== null && report.population === undefined) groupless.set(id, words);
    const quoted = compared.flatMap((one) => quotedFigures(one, report, all));
    const source = outside.get(report);
    if (source !== undefined && isOnMassacres(report))
      issues.push({ file, path: "", code: "outside-elsewhere", lost: false, message: silenced(source) });
    const categories = {
      ...report.categories,
      ...(source === undefined ? {} : { [outsideScope]: { standing: "beside" as const } }),
    };
    return { ...report, id, categories, figures: [...report.figures, ...quoted] };
  });
  for (const { file, report, compared } of read)
    for (const one of compared)
      for (const message of differences(one, report, all))
        issues.push({ file, path: `${one.path}.before`, code: "number-differs", lost: false, message });
  const typed = read.flatMap(({ file, report, compared, typed: own }) =>
    [...own, ...compared.flatMap((one) => typedChanges(one, report, all))].map((one) => ({ ...one, file })),
  );
  return { codebook: names.codebook(), reports, fileOf: ids, groupless, openTables, issues, typed };
}

function silenced({ id }: PublishedReport): string {
  return (
    `${id} counts persons outside its totals, who may have been killed in massacres: ` +
    "so those printed here are not held against the number from which one is counted."
  );
}

function readReport(
  file: string,
  facts: unknown,
  names: FactsNames,
  note: NoteIssue,
  options: FactsOptions,
): {
  readonly report: PublishedReport;
  readonly compared: readonly Compared[];
  readonly typed: readonly TypedFigures[];
  readonly words: string | null;
  readonly open: readonly string[];
} | null {
  const fields = fieldsOf(facts);
  const start = fields?.["start"];
  const end = fields?.["end"];
  const malformed = (path: string, message: string): null => {
    note("malformed", path, message, "figure-left-out");
    return null;
  };
  if (fields === null) return malformed("", "A fact file is one object of JSON.");
  if (!isCalendarDate(start) || !isCalendarDate(end))
    return malformed("start", "A fact file has a start and an end, two days written as 2021-07-01.");
  if (start > end) return malformed("start", "A report does not end before it starts.");
  const publisher = publisherNamed(textOf(fields["org"]) ?? "unnamed");
  const name = periodName(periodBetween(calendarDate(start), calendarDate(end)));
  const source = `${publisher}, ${textOf(fields["kind"]) ?? "report"} of ${name}`;
  const { base, populations, beside } = readScope(fields, names, note);
  const reading: FileReading = {
    names: names.on(start),
    note,
    base,
    populationOf: populationReader(populations),
    period: name,
    whole: fields["complete"] !== false,
    blank: fields["partial_cw"] === true ? "not-printed" : options.blank,
    source,
    beside: [...beside],
    printed: [],
    figures: [],
    tables: [],
    openTables: [],
    typedCells: new Map(),
    typed: [],
  };
  const compared = addFigures(reading, fields);
  const massacre = massacreDefinition(reading, fields["quotes"]);
  noteNumbersInWords(fields, massacre?.threshold ?? null, note);
  const url = textOf(fields["url"]);
  const published = isCalendarDate(fields["published"]) ? fields["published"] : null;
  if (published === null && fields["published"] !== undefined && fields["published"] !== null)
    note("malformed", "published", "The day of publication is to be written as 2021-08-01.");
  const report: PublishedReport = {
    kind: "published-report",
    id: textOf(fields["id"]) ?? file,
    publisher,
    period: name,
    citation: { source, ...(url === null ? {} : { place: url }) },
    ...(published === null ? {} : { published }),
    ...(populations.length === 0 ? {} : { population: oneOrMore(populations) }),
    ...(massacre === null ? {} : { massacre }),
    categories: {
      female: { contains: ["woman"] },
      ...Object.fromEntries(reading.beside.map((key) => [key, { standing: "beside" as const }])),
    },
    figures: reading.figures,
    tables: reading.tables,
  };
  return {
    report,
    compared,
    typed: reading.typed,
    words: textOf(fields["population"]),
    open: reading.openTables,
  };
}

/** A publisher by its initials, where it is written out: "Syrian Network for Human Rights (SNHR)" is "SNHR". */
function publisherNamed(name: string): string {
  const [, short] = /\(([A-Z]{2,})\)/.exec(name) ?? [];
  if (short !== undefined) return short;
  const initials = name.match(/(?<!\p{L})\p{Lu}/gu)?.join("") ?? "";
  return initials.length > 2 && /\s/.test(name) ? initials : name;
}

/** The order matters: what refers to others by their value comes after them. */
function addFigures(reading: FileReading, fields: Readonly<Record<string, unknown>>): readonly Compared[] {
  addCountOrMeasures(reading, fields["total"], "total", {});
  const total = fieldsOf(fields["total"]) ?? {};
  // Everybody is a child, a woman, a man, or of unknown age or sex.
  if (["c", "w", "m", "sex_unknown"].every((name) => countOf(total[name]) !== null)) {
    const rows = (["child", "woman", "man", "unknown"] as const).map((demographic) => ({ demographic }));
    reading.tables.push({ id: "total", of: reading.base, rows, whole: true, blank: "not-printed" });
  }
  const further = Object.entries(fields).filter(
    ([name]) => !descriptive.includes(name) && !structured.includes(name),
  );
  const ofMeasure = ([name]: readonly [string, unknown]): boolean => /_by_(party|governorate)$/.test(name);
  addFurther(reading, Object.fromEntries(further.filter((field) => !ofMeasure(field))));
  const parties = addTable(reading, fields["parties"], "parties", "party");
  const places = addTable(reading, fields["governorates"], "governorates", "place");
  addTablesOfMeasures(reading, further.filter(ofMeasure));
  addSubtotals(reading, fields["subtotals"], [parties, places]);
  addVariants(reading, fields["variants"], parties);
  addPercentages(reading, fields["pct"]);
  addPlaceShares(reading, fields["gov_pct"]);
  addRates(reading, fields["rates"]);
  withoutZerosSpokenOf(reading);
  return addTrends(reading, fields["trend"]);
}

/**
 * How words for a population are read in a report: of one that counts a single group, "civilians" (or "unarmed persons") is
 * everybody, and "armed" nobody.
 */
function populationReader(populations: readonly string[]): PopulationOf {
  return (name) => {
    if (populations.length === 0) return { population: name };
    if (populations.length > 1) return populations.includes(name) ? { population: name } : null;
    const isArmed = populations[0] === "armed";
    return isArmed === (name === "armed") ? {} : null;
  };
}
