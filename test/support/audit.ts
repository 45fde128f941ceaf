import { auditFigures } from "../../src/audit/audit-figures.js";
import type { Audit } from "../../src/audit/findings/finding.js";
import type { Coordinates } from "../../src/audit/published/coordinates.js";
import type { CountFigure, Figure, PercentageFigure, Wording } from "../../src/audit/published/figure.js";
import type { PublishedReport, PublishedTable } from "../../src/audit/published/published.js";
import { snhrCodebook } from "../../src/snhr/codebook.js";
import type { SnhrKeys } from "../../src/snhr/keys.js";

export type Where = Coordinates<SnhrKeys>;
export type Report = PublishedReport<SnhrKeys>;
export type Table = PublishedTable<SnhrKeys>;

/** A printed count. */
export function count(id: string, value: number, of: Where = {}, wording?: Wording): CountFigure<SnhrKeys> {
  return { id, kind: "count", value, of, ...(wording === undefined ? {} : { wording }) };
}

/** A printed percentage. */
export function percentage(
  id: string,
  text: string,
  of: Where,
  whole: Where = {},
  wording?: Wording,
): PercentageFigure<SnhrKeys> {
  return { id, kind: "percentage", text, of, whole, ...(wording === undefined ? {} : { wording }) };
}

/** Persons, children and women of one cell; a null is not printed. */
export function toll(
  id: string,
  [n, c, w]: readonly (number | null)[],
  of: Where = {},
): CountFigure<SnhrKeys>[] {
  const one = (name: string, value: number | null | undefined, where: Where) =>
    value === null || value === undefined ? [] : [count(name, value, where)];
  return [
    ...one(id, n, of),
    ...one(`${id}-children`, c, { ...of, demographic: "child" }),
    ...one(`${id}-women`, w, { ...of, demographic: "woman" }),
  ];
}

/** A report of one month. */
export function reportOf(
  period: string,
  figures: readonly Figure<SnhrKeys>[],
  more: Partial<Report> = {},
): Report {
  return {
    kind: "published-report",
    id: period,
    publisher: "SNHR",
    period,
    citation: { source: `SNHR, ${period}` },
    figures,
    ...more,
  };
}

export function audit(...reports: readonly Report[]): Audit {
  return auditFigures(reports, { codebook: snhrCodebook });
}

/** Each conflict as the ids of its figures. */
export function conflictsOf({ conflicts }: Audit): string[][] {
  return conflicts.map(({ figures }) => figures.map(({ figure }) => figure));
}

/** The range of an unprinted cell by its words. */
export function rangeOf({ ranges }: Audit, what: string): readonly [number, number | null] | null {
  const found = ranges.find(({ cell }) => cell.what === what);
  return found === undefined ? null : [found.minimum, found.maximum];
}
