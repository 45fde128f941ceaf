import { addDays, calendarDate } from "casualty-stats";
import { auditFigures } from "../../src/audit/audit-figures.js";
import type { Audit } from "../../src/audit/findings/finding.js";
import type { Coordinates } from "../../src/audit/published/coordinates.js";
import type { Figure, Wording } from "../../src/audit/published/figure.js";
import type { PublishedReport, PublishedTable } from "../../src/audit/published/published.js";
import type { Codebook } from "../../src/codebook/codebook.js";

/**
 * A printed figure with the numbers that its transcriber typed beside it, of cells that the file does not print or the reader
 * does not know: these agree with each other or not, whatever they count.
 */
export interface TypedFigures {
  /** The field of the printed figure, which is one of `figures`. */
  readonly id: string;
  readonly label: string;
  readonly printed: string;
  readonly kind: `${"percentage" | "rate" | "trend"}-of-typed-counts` | "subtotal-of-typed-parts";
  /** How the typed numbers do not agree with it, if they do not. */
  readonly disagreement: string;
  readonly figures: readonly Figure[];
  /** The others of `figures` that are printed themselves, and could be wrong as well. */
  readonly others?: readonly string[];
  readonly tables?: readonly PublishedTable[];
}

/** The typed numbers, audited by themselves. */
export function typedAudit(typed: TypedFigures, codebook: Codebook): Audit {
  const report: PublishedReport = {
    kind: "published-report",
    id: "typed",
    publisher: "typed",
    period: "2021",
    citation: { source: "typed" },
    figures: typed.figures,
    ...(typed.tables === undefined ? {} : { tables: typed.tables }),
  };
  return auditFigures([report], { codebook });
}

/** A printed number as a text, with its wording. */
interface PrintedText {
  readonly text: string;
  readonly wording?: Wording | undefined;
}

/** What is printed of a share, and what it says of whichever part and whole. */
export interface ShareSaid {
  readonly id: string;
  readonly printed: string;
  readonly figuresOf: (of: Coordinates, whole: Coordinates) => readonly Figure[];
}

/** A percentage, or a fraction in words, with the counts typed beside it. */
export function typedShare(
  { id, label, printed, figuresOf }: ShareSaid & { readonly label: string },
  part: number,
  whole: number,
): TypedFigures {
  const unlike = printed.endsWith("%") ? `which no rounding prints as ${printed}` : `not ${printed}`;
  return {
    id,
    label,
    printed,
    kind: "percentage-of-typed-counts",
    disagreement: `${part} of ${whole}, ${unlike}`,
    figures: shareFigures(figuresOf, part, whole),
  };
}

function shareFigures(figuresOf: ShareSaid["figuresOf"], part: number, whole: number): readonly Figure[] {
  const of = { demographic: "child" } as const;
  return [
    { kind: "count", id: "part", value: part, of },
    { kind: "count", id: "whole", value: whole, of: {} },
    ...figuresOf(of, {}),
  ];
}

/** A number per day with the count and the days typed beside it. */
export function typedRate(
  { id, label, text, wording }: PrintedText & { readonly id: string; readonly label: string },
  count: number,
  days: number,
): TypedFigures {
  const first = calendarDate("2021-01-01");
  const of = { period: `${first}/${addDays(first, Math.max(days, 1) - 1)}` };
  const worded = wording === undefined ? {} : { wording };
  return {
    id,
    label,
    printed: `${text} per day`,
    kind: "rate-of-typed-counts",
    disagreement: `${count} in ${days} days, which no rounding prints as ${text} per day`,
    figures: [
      { kind: "count", id: "count", value: count, of },
      { kind: "rate", id, text, ...worded, of },
    ],
  };
}

/** A rise or fall with the two numbers typed beside it: in percent of the earlier one, or in persons. */
export interface TypedChange {
  readonly id: string;
  readonly label: string;
  readonly says: "increase" | "decrease";
  readonly now: number;
  readonly before: number;
  /** Its size; null where none is printed. */
  readonly size: (PrintedText & { readonly unit: "percent" | "persons" }) | null;
}

// Two months of as many days, so that numbers and numbers per day rise and fall together.
const [january, march] = [{ period: "2021-01" }, { period: "2021-03" }];

/** Its figures. One that goes the other way than it is said to is a wrong statement, whatever its size. */
export function typedChange({ id, label, says, now, before, size }: TypedChange): TypedFigures {
  const change = says === "increase" ? now - before : before - now;
  const counts: readonly Figure[] = [
    { kind: "count", id: "before", value: before, of: january },
    { kind: "count", id: "now", value: now, of: march },
  ];
  const way = now > before ? "a rise" : "a fall";
  const numbers = `from ${before} to ${now}, ${now === before ? "no change" : `${way} of ${Math.abs(now - before)}`}`;
  const typed = { id, label, kind: "trend-of-typed-counts" } as const;
  if (size === null || change <= 0) {
    const statement = { says, than: [january] } as const;
    const figure: Figure = { kind: "statement", id, text: label, of: march, statement };
    return { ...typed, printed: label, disagreement: numbers, figures: [...counts, figure] };
  }
  const { text, unit, wording } = size;
  if (unit === "persons") {
    const [of, than] = says === "increase" ? [march, january] : [january, march];
    const worded = wording === undefined ? {} : { wording };
    const figure: Figure = { kind: "difference", id, value: Number(text), ...worded, of, than };
    const disagreement = `${numbers}, not of ${text}`;
    return { ...typed, printed: text, disagreement, figures: [...counts, figure] };
  }
  // No part is more than its whole: of a rise by more than 100 percent, what is above full hundreds is compared.
  const hundreds = before === 0 ? 0 : Math.floor(change / before);
  const digits = text.split(".")[1]?.length ?? 0;
  const rest = Number(text) - 100 * hundreds;
  const worded = wording === undefined ? {} : { wording };
  const share: ShareSaid["figuresOf"] = (of, whole) => [
    { kind: "percentage", id, text: Math.max(0, rest).toFixed(digits), ...worded, of, whole },
  ];
  const part = rest < 0 ? before : change - hundreds * before;
  const disagreement = `${numbers}, which no rounding prints as ${text}%`;
  return { ...typed, printed: `${text}%`, disagreement, figures: shareFigures(share, part, before) };
}

/** A subtotal with its parts, which are the numbers of no known rows; of those that are printed too, where. */
export function typedSum(
  { id, label, value, wording }: { id: string; label: string; value: number; wording?: Wording | undefined },
  parts: readonly number[],
  others: readonly string[] = [],
): TypedFigures {
  const keys = parts.map((_, nth) => others[nth] ?? `part ${nth + 1}`);
  const worded = wording === undefined ? {} : { wording };
  return {
    id,
    label,
    printed: String(value),
    kind: "subtotal-of-typed-parts",
    disagreement: `${parts.join(" + ")} = ${parts.reduce((sum, part) => sum + part, 0)}, not ${value}`,
    figures: [
      ...parts.map(
        (part, nth): Figure => ({
          kind: "count",
          id: keys[nth] ?? "",
          value: part,
          of: { controlledBy: keys[nth] ?? "" },
        }),
      ),
      { kind: "count", id, value, ...worded, of: {} },
    ],
    others,
    tables: [
      {
        id: "parts",
        of: {},
        rows: keys.map((key) => ({ controlledBy: key })),
        whole: true,
        blank: "not-printed",
      },
    ],
  };
}
