import type { Figure } from "../../src/audit/published/figure.js";
import type { PublishedReport } from "../../src/audit/published/published.js";

/** Reports with one misprint in one figure. */
export interface Planted {
  readonly report: string;
  readonly figure: Figure;
  readonly error: "wrong-digit" | "lost-digit" | "transposed-digits";
  /** The number as it was printed. */
  readonly printed: string;
  /** The number as it is now. */
  readonly text: string;
  readonly reports: readonly PublishedReport[];
}

/** Every misprint of one figure: each digit wrong (by three others or all nine), lost, or changed with the next. */
export function plantings(reports: readonly PublishedReport[], everyDigit: boolean): readonly Planted[] {
  return reports.flatMap((report, at) =>
    report.figures.flatMap((figure, nth) => {
      const printed = printedNumber(figure);
      if (printed === null) return [];
      return misprints(printed, everyDigit).map(([error, text]): Planted => {
        const changed = withNumber(figure, text);
        const figures = report.figures.map((other, position) => (position === nth ? changed : other));
        return {
          report: report.id,
          figure,
          error,
          printed,
          text,
          reports: reports.map((other, position) => (position === at ? { ...report, figures } : other)),
        };
      });
    }),
  );
}

function printedNumber(figure: Figure): string | null {
  switch (figure.kind) {
    case "count":
    case "difference":
      return String(figure.value);
    case "percentage":
    case "rate":
      return figure.text;
    case "statement":
      return null;
  }
}

function withNumber(figure: Figure, text: string): Figure {
  switch (figure.kind) {
    case "count":
    case "difference":
      return { ...figure, value: Number(text) };
    case "percentage":
    case "rate":
      return { ...figure, text };
    case "statement":
      return figure;
  }
}

/** The misprints of a number, each once. A number does not begin with a zero, unless it is one. */
function misprints(printed: string, everyDigit: boolean): readonly (readonly [Planted["error"], string])[] {
  const digits = printed.split("");
  const steps = everyDigit ? [1, 2, 3, 4, 5, 6, 7, 8, 9] : [1, 4, 7];
  const found = new Map<string, Planted["error"]>();
  const add = (error: Planted["error"], text: string): void => {
    if (text !== printed && /^(0|[1-9][0-9]*)(\.[0-9]+)?$/.test(text) && !found.has(text))
      found.set(text, error);
  };
  digits.forEach((digit, at) => {
    if (!/[0-9]/.test(digit)) return;
    add("lost-digit", digits.filter((_, other) => other !== at).join(""));
    const next = digits[at + 1];
    if (next !== undefined && /[0-9]/.test(next)) {
      add("transposed-digits", [...digits.slice(0, at), next, digit, ...digits.slice(at + 2)].join(""));
    }
    for (const step of steps) {
      const wrong = String((Number(digit) + step) % 10);
      add("wrong-digit", [...digits.slice(0, at), wrong, ...digits.slice(at + 1)].join(""));
    }
  });
  return [...found].map(([text, error]) => [error, text] as const);
}
