import type { Coordinates } from "../../src/audit/published/coordinates.js";
import type { Figure, Wording } from "../../src/audit/published/figure.js";
import type { PublishedReport } from "../../src/audit/published/published.js";
import { cellText, isOfNobody } from "./facts-coordinates.js";
import { type TypedFigures, typedChange } from "./facts-typed.js";

/** A rise or fall against one other period, which another file of the folder may print. */
export interface Compared {
  readonly path: string;
  /** The field of its size, or of its words. */
  readonly id: string;
  readonly label: string;
  readonly says: "increase" | "decrease";
  /** Its size, if no figure of the report says it: in percent, or of a cell that is not known. */
  readonly size: {
    readonly text: string;
    readonly unit: "percent" | "persons";
    readonly wording?: Wording | undefined;
  } | null;
  readonly now: number | null;
  readonly before: number | null;
  /** What is counted in the other period; null where the label does not say it. */
  readonly cell: Coordinates | null;
}

/** The number of another period that a file repeats, as a figure, unless a report of that period is there. */
export function quotedFigures(
  { path, before, cell }: Compared,
  own: PublishedReport,
  reports: readonly PublishedReport[],
): readonly Figure[] {
  if (before === null || cell === null || isOfNobody(cell)) return [];
  if (reports.some(({ period }) => period === cell.period)) return [];
  const place = `${path}.before (repeated from the report of ${String(cell.period)})`;
  const citation = { ...own.citation, place };
  return [{ kind: "count", id: `${path}.before`, value: before, of: cell, citation }];
}

/** What to say of a number that a file repeats otherwise than the report of that period prints it. */
export function differences(
  { before, cell }: Compared,
  own: PublishedReport,
  reports: readonly PublishedReport[],
): readonly string[] {
  const printed = cell === null ? [] : printedFor(cell, own, reports);
  if (before === null || printed.length === 0 || printed.includes(before)) return [];
  return [`${before} is typed; the report of ${String(cell?.period)} prints ${printed.join(" or ")}.`];
}

/** The change with both its numbers, those typed or what the reports print; none if one of them is not known. */
export function typedChanges(
  { id, label, says, size, now, before, cell }: Compared,
  own: PublishedReport,
  reports: readonly PublishedReport[],
): readonly TypedFigures[] {
  const [only, ...further] = cell === null ? [] : printedFor(cell, own, reports);
  const earlier = further.length > 0 ? before : (only ?? before);
  // Which way a known cell went is a statement of the report.
  const isSaid = cell !== null && (size === null || (says === "increase") !== Number(now) > Number(earlier));
  if (now === null || earlier === null || isSaid) return [];
  return [typedChange({ id, label, says, size, now, before: earlier })];
}

/** What other reports of the publisher and of the same people print for a cell of their period. */
function printedFor(
  cell: Coordinates,
  own: PublishedReport,
  reports: readonly PublishedReport[],
): readonly number[] {
  const alike = reports.filter(
    ({ publisher, population }) =>
      publisher === own.publisher && JSON.stringify(population) === JSON.stringify(own.population),
  );
  const values = alike.flatMap(({ period, figures }) =>
    figures.flatMap((one) =>
      one.kind === "count" && cellText({ period, ...one.of }) === cellText(cell) ? [one.value] : [],
    ),
  );
  return [...new Set(values)];
}
