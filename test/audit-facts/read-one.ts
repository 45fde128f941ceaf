import type { Coordinates } from "../../src/audit/published/coordinates.js";
import type { Figure } from "../../src/audit/published/figure.js";
import type { PublishedReport } from "../../src/audit/published/published.js";
import { type Facts, readFacts } from "../support/facts.js";

/** A file of May 2014 that prints nothing yet. */
export const base = {
  id: "f",
  org: "SNHR",
  kind: "death-toll",
  start: "2014-05-01",
  end: "2014-05-31",
  complete: true,
};

/** A file of May 2014 with what a test is about. */
export function readOne(
  facts: object,
  blank: "zero" | "not-printed" = "not-printed",
): Facts & { readonly report: PublishedReport } {
  const result = readFacts([{ file: "f.json", facts: { ...base, population: "civilians", ...facts } }], {
    blank,
  });
  const [report] = result.reports;
  if (report === undefined) throw new Error("The file was not read.");
  return { ...result, report };
}

/** The same with what could not be read, each as its path, its code and what is lost by it. */
export function readWithIssues(facts: object) {
  const result = readOne(facts);
  return { ...result, issues: result.issues.map(({ path, code, lost }) => [path, code, lost]) };
}

/** The figure of an id, if there is one. */
export function printedFigure({ figures }: PublishedReport, id: string): Figure | undefined {
  return figures.find((one) => one.id === id);
}

/** The figure of an id. */
export function figure({ report }: { readonly report: PublishedReport }, id: string): Figure {
  const found = printedFigure(report, id);
  if (found === undefined)
    throw new Error(`No figure ${id} among ${report.figures.map((one) => one.id).join(", ")}`);
  return found;
}

/** The cell of the figure of an id. */
export function cell(facts: { readonly report: PublishedReport }, id: string): Coordinates {
  return figure(facts, id).of;
}
