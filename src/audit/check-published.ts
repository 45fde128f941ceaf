import { period } from "../calendar/period.js";
import type { Codebook } from "../codebook/codebook.js";
import { describeFailure, keyFinder } from "../codebook/find-key.js";
import { type ListName, listOf } from "../codebook/keys.js";
import { ended, proposal } from "../codebook/shape.js";
import { CasualtyError } from "../error.js";
import type { Coordinates } from "./coordinates.js";
import type { Figure } from "./figure.js";
import { readPrintedNumber } from "./printed-number.js";
import type { PublishedReport } from "./published.js";
import type { PublishedIssue } from "./published-issue.js";
import { isDemographicCategory, listed } from "./read-coordinates.js";

type Path = PublishedIssue["path"];

/** What coordinates can name: the keys of a codebook, and the populations of a report if it states them. */
interface Known {
  readonly codebook: Codebook;
  readonly populations: readonly string[] | null;
}

/** Everything that is wrong with a report of the right form: its keys, its periods, its printed numbers and its ids. */
export function publishedIssues(codebook: Codebook, report: PublishedReport): PublishedIssue[] {
  const populations = report.population === undefined ? null : listed(report.population);
  const known: Known = { codebook, populations };
  return [
    ...periodIssues(report.period, ["period"]),
    // A day is a period too.
    ...(report.published === undefined ? [] : periodIssues(report.published, ["published"])),
    ...categoryIssues(codebook, report.categories ?? {}),
    ...report.figures.flatMap((figure, nth) => figureIssues(known, figure, ["figures", nth])),
    ...(report.tables ?? []).flatMap(({ of, rows, columns = [] }, nth) => [
      ...coordinateIssues(known, of, ["tables", nth, "of"]),
      ...rows.flatMap((row, at) => coordinateIssues(known, row, ["tables", nth, "rows", at])),
      ...columns.flatMap((column, at) => coordinateIssues(known, column, ["tables", nth, "columns", at])),
    ]),
    ...(report.readings ?? []).flatMap(({ alternatives, figures }, nth) => [
      ...alternatives.flatMap((one, at) =>
        coordinateIssues(known, one, ["readings", nth, "alternatives", at]),
      ),
      ...figures.flatMap((id, at) => unknownFigure(report, id, ["readings", nth, "figures", at])),
    ]),
    ...repeatedIds("figures", report.figures),
    ...repeatedIds("tables", report.tables ?? []),
    ...repeatedIds("readings", report.readings ?? []),
  ];
}

/** What a report says of categories: each is the codebook's, and so is whatever it contains. */
function categoryIssues(
  codebook: Codebook,
  categories: NonNullable<PublishedReport["categories"]>,
): PublishedIssue[] {
  return Object.entries(categories).flatMap(([category, standing]) => [
    ...(isDemographicCategory(category)
      ? [
          {
            code: "category-demographic" as const,
            path: ["categories", category],
            message: `"${category}" is a demographic key, whose persons are inside the totals: what is said here is of other categories.`,
          },
        ]
      : keyIssues(codebook, "category", category, ["categories", category])),
    ...(standing?.contains ?? []).flatMap((key, nth) =>
      keyIssues(codebook, "category", key, ["categories", category, "contains", nth], ["man"]),
    ),
  ]);
}

function figureIssues(known: Known, figure: Figure, path: Path): PublishedIssue[] {
  const own = coordinateIssues(known, figure.of, [...path, "of"]);
  switch (figure.kind) {
    case "count":
      return own;
    case "rate":
      return [...own, ...numberIssues(figure.text, [...path, "text"])];
    case "percentage":
      return [
        ...own,
        ...coordinateIssues(known, figure.whole, [...path, "whole"]),
        ...numberIssues(figure.text, [...path, "text"]),
      ];
    case "difference":
      return [...own, ...coordinateIssues(known, figure.than, [...path, "than"])];
    case "statement": {
      const { statement } = figure;
      const at = [...path, "statement"];
      switch (statement.says) {
        case "highest":
        case "lowest":
          return [
            ...own,
            ...statement.among.flatMap((one, nth) => coordinateIssues(known, one, [...at, "among", nth])),
          ];
        case "decrease":
        case "increase":
        case "unchanged":
          return [
            ...own,
            ...statement.than.flatMap((one, nth) => coordinateIssues(known, one, [...at, "than", nth])),
          ];
        case "majority":
        case "more-than-fraction":
        case "less-than-fraction":
          return [...own, ...coordinateIssues(known, statement.whole, [...at, "whole"])];
      }
    }
  }
}

function coordinateIssues(known: Known, coordinates: Coordinates, path: Path): PublishedIssue[] {
  const { codebook, populations } = known;
  const { perpetrator, section, alliance, place, category, means, population, period: written } = coordinates;
  const each = (
    field: string,
    value: string | readonly string[] | undefined,
    issuesOf: (key: string, path: Path) => PublishedIssue[],
  ): PublishedIssue[] =>
    value === undefined
      ? []
      : listed(value).flatMap((key, nth) =>
          issuesOf(key, typeof value === "string" ? [...path, field] : [...path, field, nth]),
        );
  const keys = (
    list: ListName,
    field: string,
    value: string | readonly string[] | undefined,
  ): PublishedIssue[] => each(field, value, (key, at) => keyIssues(codebook, list, key, at));
  return [
    ...(written === undefined ? [] : periodIssues(written, [...path, "period"])),
    ...keys("perpetrator", "perpetrator", perpetrator),
    ...keys("section", "section", section),
    ...keys("alliance", "alliance", alliance),
    ...keys("place", "place", place),
    ...keys("category", "category", category),
    ...keys("means", "means", means),
    ...each("population", population, (key, at) => populationIssues(populations, key, at)),
  ];
}

function populationIssues(
  populations: readonly string[] | null,
  population: string,
  path: Path,
): PublishedIssue[] {
  if (populations?.includes(population) ?? true) return [];
  const advice = proposal(population, populations ?? []);
  const message = ended(`The report counts no population ${JSON.stringify(population)}: ${advice}`);
  return [{ code: "population-unknown", path, message }];
}

function keyIssues(
  codebook: Codebook,
  list: ListName,
  key: string,
  path: Path,
  others: readonly string[] = [],
): PublishedIssue[] {
  if (Object.hasOwn(codebook[listOf[list]], key)) return [];
  // The perpetrator column holds the unattributed sources too, and the demographic keys can be asked for as categories.
  if (list === "perpetrator" && Object.hasOwn(codebook.unattributed, key)) return [];
  if (list === "category" && isDemographicCategory(key)) return [];
  if (others.includes(key)) return [];
  const found = keyFinder(codebook, list)(key);
  const message =
    found.kind === "found"
      ? `${JSON.stringify(key)} is a label: write the key "${found.key}".`
      : describeFailure(codebook, list, key, found, path.join("."));
  return [{ code: "key-unknown", path, message }];
}

function periodIssues(written: string, path: Path): PublishedIssue[] {
  return caught(path, "period-malformed", () => period(written));
}

function numberIssues(text: string, path: Path): PublishedIssue[] {
  return caught(path, "percent-malformed", () => readPrintedNumber(text));
}

function caught(path: Path, code: PublishedIssue["code"], read: () => unknown): PublishedIssue[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof CasualtyError) return [{ code, path, message: error.message }];
    throw error;
  }
}

function unknownFigure(report: PublishedReport, id: string, path: Path): PublishedIssue[] {
  if (report.figures.some((figure) => figure.id === id)) return [];
  return [{ code: "figure-unknown", path, message: `The report has no figure ${JSON.stringify(id)}.` }];
}

function repeatedIds(list: string, items: readonly { readonly id: string }[]): PublishedIssue[] {
  const seen = new Set<string>();
  return items.flatMap(({ id }, nth): PublishedIssue[] => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      {
        code: "figure-id-repeated",
        path: [list, nth, "id"],
        message: `The id ${JSON.stringify(id)} stands twice in ${list}: give each its own.`,
      },
    ];
  });
}
