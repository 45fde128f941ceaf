import { period } from "../calendar/period.js";
import type { Codebook } from "../codebook/codebook.js";
import { describeFailure, keyFinder } from "../codebook/find-key.js";
import { type ListName, listOf } from "../codebook/keys.js";
import { CasualtyError } from "../error.js";
import type { Coordinates } from "./coordinates.js";
import type { Figure } from "./figure.js";
import { readPrintedNumber } from "./printed-number.js";
import type { PublishedReport } from "./published.js";
import type { PublishedIssue } from "./published-issue.js";
import { listed } from "./read-coordinates.js";

type Path = PublishedIssue["path"];

/** Everything that is wrong with a report of the right form: its keys, its periods, its printed numbers and its ids. */
export function publishedIssues(codebook: Codebook, report: PublishedReport): PublishedIssue[] {
  return [
    ...periodIssues(report.period, ["period"]),
    // A day is a period too.
    ...(report.published === undefined ? [] : periodIssues(report.published, ["published"])),
    ...categoryIssues(codebook, report.categories ?? {}),
    ...report.figures.flatMap((figure, nth) => figureIssues(codebook, figure, ["figures", nth])),
    ...(report.tables ?? []).flatMap(({ of, rows, columns = [] }, nth) => [
      ...coordinateIssues(codebook, of, ["tables", nth, "of"]),
      ...rows.flatMap((row, at) => coordinateIssues(codebook, row, ["tables", nth, "rows", at])),
      ...columns.flatMap((column, at) => coordinateIssues(codebook, column, ["tables", nth, "columns", at])),
    ]),
    ...(report.readings ?? []).flatMap(({ alternatives, figures }, nth) => [
      ...alternatives.flatMap((one, at) =>
        coordinateIssues(codebook, one, ["readings", nth, "alternatives", at]),
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
    ...keyIssues(codebook, "category", category, ["categories", category]),
    ...(standing?.contains ?? []).flatMap((key, nth) =>
      keyIssues(codebook, "category", key, ["categories", category, "contains", nth], ["man"]),
    ),
  ]);
}

function figureIssues(codebook: Codebook, figure: Figure, path: Path): PublishedIssue[] {
  const own = coordinateIssues(codebook, figure.of, [...path, "of"]);
  switch (figure.kind) {
    case "count":
      return own;
    case "rate":
      return [...own, ...numberIssues(figure.text, [...path, "text"])];
    case "percentage":
      return [
        ...own,
        ...coordinateIssues(codebook, figure.whole, [...path, "whole"]),
        ...numberIssues(figure.text, [...path, "text"]),
      ];
    case "difference":
      return [...own, ...coordinateIssues(codebook, figure.than, [...path, "than"])];
    case "statement": {
      const { statement } = figure;
      const at = [...path, "statement"];
      switch (statement.says) {
        case "highest":
        case "lowest":
          return [
            ...own,
            ...statement.among.flatMap((one, nth) => coordinateIssues(codebook, one, [...at, "among", nth])),
          ];
        case "decrease":
        case "increase":
        case "unchanged":
          return [
            ...own,
            ...statement.than.flatMap((one, nth) => coordinateIssues(codebook, one, [...at, "than", nth])),
          ];
        case "majority":
        case "more-than-fraction":
        case "less-than-fraction":
          return [...own, ...coordinateIssues(codebook, statement.whole, [...at, "whole"])];
      }
    }
  }
}

function coordinateIssues(codebook: Codebook, coordinates: Coordinates, path: Path): PublishedIssue[] {
  const { perpetrator, section, alliance, place, category, means, period: written } = coordinates;
  const keys = (
    list: ListName,
    field: string,
    value: string | readonly string[] | undefined,
  ): PublishedIssue[] =>
    value === undefined
      ? []
      : listed(value).flatMap((key, nth) =>
          keyIssues(
            codebook,
            list,
            key,
            typeof value === "string" ? [...path, field] : [...path, field, nth],
          ),
        );
  return [
    ...(written === undefined ? [] : periodIssues(written, [...path, "period"])),
    ...keys("perpetrator", "perpetrator", perpetrator),
    ...keys("section", "section", section),
    ...keys("alliance", "alliance", alliance),
    ...keys("place", "place", place),
    ...keys("category", "category", category),
    ...keys("means", "means", means),
  ];
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
  if (list === "category" && (key === "child" || key === "woman")) return [];
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
