import { checkedObject, refuseUnless } from "../error.js";

const lists = [
  "missing",
  "months",
  "comparison",
  "massacres.month.entries",
  "massacres.month.undatedEntries",
  "massacres.sinceJanuary.entries",
  "massacres.sinceJanuary.undatedEntries",
];
const tables = ["perpetrators", "sections", "alliances", "places", "means"];
const objects = [
  "yearToDate",
  "print",
  "definitions",
  "accounting.excludedInDoubtBy",
  "tally",
  "inDoubt",
  "toll.month",
  "toll.sinceJanuary",
  "toll.undated.month",
  "toll.undated.sinceJanuary",
  "toll.excludedInDoubt.month",
  "toll.excludedInDoubt.sinceJanuary",
  "categories",
];

const texts = ["month", "basis", "massacresDated"];
const numbers = ["accounting.rejected", "accounting.rejectedCopies", "massacres.month.undated"];

/** Gives back what was handed in if it is a monthly report with all its tables; refuses it (`argument-malformed`) otherwise. */
export function checkedReport<Report extends { readonly kind: string }>(
  report: Report,
  whose: string,
): Report {
  const { kind } = checkedObject(report, whose, "a monthly report");
  const hasLists = (of: unknown, names: readonly string[]): boolean =>
    names.every((field) => Array.isArray(fieldOf(of, field)));
  const isWhole =
    hasLists(report, lists) &&
    hasLists(report, tables) &&
    hasLists(fieldOf(report, "sinceJanuary"), tables) &&
    objects.every((field) => typeof (fieldOf(report, field) ?? 0) === "object") &&
    texts.every((field) => typeof fieldOf(report, field) === "string") &&
    numbers.every((field) => typeof fieldOf(report, field) === "number");
  refuseUnless(kind === "monthly-report" && isWhole, report, whose, "a monthly report with all its tables");
  return report;
}

/** A field, or one of a field of it, of what may have been read from JSON, and be nothing that has one. */
function fieldOf(of: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>((at, field) => (Object(at) as Readonly<Record<string, unknown>>)[field], of);
}
