import type { Coordinates } from "../../src/audit/coordinates.js";
import type { Figure } from "../../src/audit/figure.js";
import type { PublishedReport } from "../../src/audit/published.js";
import { type Facts, readFacts } from "../support/facts.js";

/** A file of May 2014 with what a test is about. */
export function readOne(
  facts: object,
  blank: "zero" | "not-printed" = "not-printed",
): Facts & { readonly report: PublishedReport } {
  const file = { id: "f", org: "SNHR", kind: "death-toll", start: "2014-05-01", end: "2014-05-31", ...facts };
  const result = readFacts(
    [{ file: "f.json", facts: { population: "civilians", complete: true, ...file } }],
    { blank },
  );
  const [report] = result.reports;
  if (report === undefined) throw new Error("The file was not read.");
  return { ...result, report };
}

/** The figure of an id. */
export function figure({ report }: { readonly report: PublishedReport }, id: string): Figure {
  const found = report.figures.find((one) => one.id === id);
  if (found === undefined)
    throw new Error(`No figure ${id} among ${report.figures.map((one) => one.id).join(", ")}`);
  return found;
}

/** The cell of the figure of an id. */
export function cell(facts: { readonly report: PublishedReport }, id: string): Coordinates {
  return figure(facts, id).of;
}
