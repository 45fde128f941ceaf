import { period } from "../../calendar/period.js";
import type { Codebook } from "../../codebook/codebook.js";
import { describeFailure, keyFinder } from "../../codebook/find-key.js";
import { type ListName, listOf } from "../../codebook/keys.js";
import { ended, nearProposal, proposal } from "../../codebook/shape.js";
import { shown } from "../../codebook/shown.js";
import { CasualtyError } from "../../error.js";
import { isDemographicCategory } from "../cells/read-coordinates.js";
import { readPrintedNumber } from "../published/printed-number.js";
import type { Fault } from "../published/published-issue.js";
import { numbered } from "../words/amounts.js";
import { unitFaultsOfFigure, unitFaultsOfTable } from "./check-units.js";
import { fieldsOf, itemsOf, type Path, textsOf } from "./unchecked.js";

/** What coordinates can name: the keys of a codebook, and the populations of a report if it states them. */
interface Known {
  readonly codebook: Codebook;
  readonly populations: readonly string[];
}

/** The coordinates that are keys of a codebook, each called as its list. */
const keyFields = ["perpetrator", "section", "alliance", "place", "category", "means"] as const;

/** So many keys are named where none is near. */
const mostNamed = 20;

/**
 * Everything that is wrong with the keys, periods, printed numbers and ids of a report. Its form is checked elsewhere: what
 * has not the right one is passed over here, so that all that can be said of a report is said at once.
 */
export function publishedFaults(codebook: Codebook, report: unknown): Fault[] {
  const { population, period, published, categories, figures, tables, readings } = fieldsOf(report);
  const known: Known = { codebook, populations: textsOf(population).map(({ text }) => text) };
  return [
    ...textFaults(period, ["period"], periodFaults),
    // A day is a period too.
    ...textFaults(published, ["published"], periodFaults),
    ...categoryFaults(codebook, fieldsOf(categories)),
    ...itemsOf(figures).flatMap((figure, nth) => figureFaults(known, fieldsOf(figure), ["figures", nth])),
    ...itemsOf(tables).flatMap((table, nth) => tableFaults(known, fieldsOf(table), ["tables", nth])),
    ...itemsOf(readings).flatMap((reading, nth) => {
      const { alternatives, figures: ids } = fieldsOf(reading);
      return [
        ...listFaults(known, alternatives, ["readings", nth, "alternatives"]),
        ...textFaults(ids, ["readings", nth, "figures"], (id, at) => unknownFigure(figures, id, at)),
      ];
    }),
    ...repeatedIds("figures", figures),
    ...repeatedIds("tables", tables),
    ...repeatedIds("readings", readings),
  ];
}

/** What is wrong with the texts of a field. */
function textFaults(value: unknown, path: Path, faultsOf: (text: string, path: Path) => Fault[]): Fault[] {
  return textsOf(value).flatMap(({ text, at }) => faultsOf(text, [...path, ...at]));
}

/** What a report says of categories: each is the codebook's, and so is whatever it contains. */
function categoryFaults(codebook: Codebook, categories: Readonly<Record<string, unknown>>): Fault[] {
  return Object.entries(categories).flatMap(([category, standing]) => [
    ...(isDemographicCategory(category)
      ? [
          {
            code: "category-demographic" as const,
            path: ["categories", category],
            message: `"${category}" is a demographic key, whose persons are inside the totals: what is said here is of other categories.`,
          },
        ]
      : keyFaults(codebook, "category", category, ["categories", category])),
    ...textFaults(fieldsOf(standing)["contains"], ["categories", category, "contains"], (key, at) =>
      key === "man" ? [] : keyFaults(codebook, "category", key, at),
    ),
  ]);
}

/** Of a figure of any kind: only fields that its kind has are there, if its form is right. */
function figureFaults(known: Known, figure: Readonly<Record<string, unknown>>, path: Path): Fault[] {
  const { kind, text, of, whole, than } = figure;
  const statement = fieldsOf(figure["statement"]);
  return [
    ...coordinateFaults(known, of, [...path, "of"]),
    ...coordinateFaults(known, whole, [...path, "whole"]),
    ...coordinateFaults(known, than, [...path, "than"]),
    ...coordinateFaults(known, statement["whole"], [...path, "statement", "whole"]),
    ...listFaults(known, statement["than"], [...path, "statement", "than"]),
    ...listFaults(known, statement["among"], [...path, "statement", "among"]),
    ...fractionFaults(statement, [...path, "statement", "part"]),
    ...unitFaultsOfFigure(figure, path),
    ...(kind === "percentage" || kind === "rate" ? textFaults(text, [...path, "text"], numberFaults) : []),
  ];
}

/** More than all of a whole there never is, and less than more than all there always is. */
function fractionFaults({ says, part, in: of }: Readonly<Record<string, unknown>>, path: Path): Fault[] {
  if (typeof part !== "number" || typeof of !== "number") return [];
  const isPossible = says === "less-than-fraction" ? part <= of : part < of;
  if (isPossible) return [];
  const message = `${part} in ${of} is no fraction that a part can be ${says === "less-than-fraction" ? "less" : "more"} than: "more than one in five" is part 1, in 5.`;
  return [{ code: "published-malformed", path, message }];
}

function tableFaults(known: Known, table: Readonly<Record<string, unknown>>, path: Path): Fault[] {
  const { of, rows, columns } = table;
  return [
    ...coordinateFaults(known, of, [...path, "of"]),
    ...listFaults(known, rows, [...path, "rows"]),
    ...listFaults(known, columns, [...path, "columns"]),
    ...unitFaultsOfTable(table, path),
  ];
}

function listFaults(known: Known, list: unknown, path: Path): Fault[] {
  return itemsOf(list).flatMap((one, nth) => coordinateFaults(known, one, [...path, nth]));
}

function coordinateFaults({ codebook, populations }: Known, coordinates: unknown, path: Path): Fault[] {
  const { period: written, population, ...others } = fieldsOf(coordinates);
  return [
    ...textFaults(written, [...path, "period"], periodFaults),
    ...keyFields.flatMap((field) =>
      textFaults(others[field], [...path, field], (key, at) => keyFaults(codebook, field, key, at)),
    ),
    ...textFaults(population, [...path, "population"], (key, at) => populationFaults(populations, key, at)),
  ];
}

function populationFaults(populations: readonly string[], population: string, path: Path): Fault[] {
  // A report that states none says nothing of what there are.
  if (populations.length === 0 || populations.includes(population)) return [];
  const advice = proposal(population, populations);
  const message = ended(`The report counts no population ${JSON.stringify(population)}: ${advice}`);
  return [{ code: "population-unknown", path, message }];
}

function keyFaults(codebook: Codebook, list: ListName, key: string, path: Path): Fault[] {
  // The perpetrator column holds the unattributed sources too, and the demographic keys can be asked for as categories.
  const lists: readonly ListName[] = list === "perpetrator" ? [list, "unattributed"] : [list];
  if (lists.some((one) => Object.hasOwn(codebook[listOf[one]], key))) return [];
  if (list === "category" && isDemographicCategory(key)) return [];
  return [{ code: "key-unknown", path, message: keyMessage(codebook, lists, key) }];
}

/** What to write in the place of a text that is no key of some lists. */
function keyMessage(codebook: Codebook, lists: readonly ListName[], text: string): string {
  const answers = lists.map((list) => ({ list, found: keyFinder(codebook, list)(text) }));
  for (const { found } of answers) {
    if (found.kind === "found") return `${JSON.stringify(text)} is a label: write the key "${found.key}".`;
  }
  for (const { list, found } of answers) {
    if (found.kind === "found" || (found.kind === "unknown" && found.suggestions.length === 0)) continue;
    return describeFailure(codebook, list, text, found);
  }
  const keys = lists.flatMap((list) => Object.keys(codebook[listOf[list]]));
  const named = keys.slice(0, mostNamed).join(", ");
  const more = keys.length > mostNamed ? `, and ${numbered(keys.length - mostNamed, "other")}` : "";
  const advice = keys.length === 0 ? "there is none in the codebook" : `known are ${named}${more}`;
  return ended(`unknown ${lists[0] ?? "key"} ${shown(text)}: ${advice}`);
}

function periodFaults(written: string, path: Path): Fault[] {
  return caught(path, "period-malformed", () => period(written));
}

function numberFaults(text: string, path: Path): Fault[] {
  return caught(path, "percent-malformed", () => readPrintedNumber(text));
}

function caught(path: Path, code: Fault["code"], read: () => unknown): Fault[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof CasualtyError) return [{ code, path, message: error.message }];
    throw error;
  }
}

function unknownFigure(figures: unknown, id: string, path: Path): Fault[] {
  // Of figures that cannot be read it is not known which there are.
  if (!Array.isArray(figures)) return [];
  const ids = itemsOf(figures).flatMap((figure) => textsOf(fieldsOf(figure)["id"]).map(({ text }) => text));
  if (ids.includes(id)) return [];
  const near = nearProposal(id, ids);
  const message = `The report has no figure ${JSON.stringify(id)}${near === null ? "." : `: ${near}`}`;
  return [{ code: "figure-unknown", path, message }];
}

function repeatedIds(list: string, items: unknown): Fault[] {
  const seen = new Set<unknown>();
  return itemsOf(items).flatMap((item, nth): Fault[] => {
    const { id } = fieldsOf(item);
    if (typeof id !== "string" || !seen.has(id)) {
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
