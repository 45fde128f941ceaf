import { period } from "casualty-stats";
import type { PublishedReport } from "../../src/audit/published/published.js";

/** The category of those whom a file counts outside its totals. */
export const outsideScope = "outside-scope";

/** What is known of a file: its report, and what that says of other periods. */
interface Read {
  readonly report: PublishedReport;
  readonly compared: readonly unknown[];
}

/**
 * The reports in which persons outside the scope stand beside the totals although they print none: those that speak of a period of which
 * one that prints some does, and so on, each with that first one. What they say of it is else compared with nothing.
 */
export function besideByOthers(read: readonly Read[]): ReadonlyMap<PublishedReport, PublishedReport> {
  const ofReports = read.map((one) => ({ report: one.report, spans: spansIn(one) }));
  const sources = new Map(
    ofReports.flatMap(({ report }) => (report.categories?.[outsideScope] ? [[report, report]] : [])),
  );
  // What is added to a map while it is gone through is gone through too.
  for (const [report, source] of sources) {
    const own = ofReports.find((one) => one.report === report)?.spans ?? [];
    for (const { report: other, spans } of ofReports)
      if (!sources.has(other) && spans.some((one) => own.some((span) => overlap(one, span))))
        sources.set(other, source);
  }
  return new Map([...sources].filter(([report, source]) => report !== source));
}

/** Whether a report prints massacres, or persons killed in them. */
export function isOnMassacres({ figures }: PublishedReport): boolean {
  return figures.some(({ of }) => of.unit === "massacres" || of.inMassacres === true);
}

interface Span {
  readonly start: string;
  readonly end: string;
}

/** All periods of a report: its own, those of its figures, and those that these are compared with. */
function spansIn(read: Read): readonly Span[] {
  const found = new Set<string>();
  JSON.stringify(read, (key, value: unknown) => {
    if (key === "period") for (const one of [value].flat()) if (typeof one === "string") found.add(one);
    return value;
  });
  return [...found].map((text) => period(text));
}

function overlap(one: Span, other: Span): boolean {
  return one.start <= other.end && other.start <= one.end;
}
