import { divideRounded, type Rounding, roundings } from "casualty-stats";
import { describe, expect, test } from "vitest";
import type { Constraint } from "../../src/audit/constraints/constraint.js";
import { partsOf } from "../../src/audit/constraints/quotient-bounds.js";
import {
  constraintsOfFigure,
  lenient,
  type QuotientReading,
} from "../../src/audit/identities/figure-constraints.js";
import type { Figure, Wording } from "../../src/audit/published/figure.js";
import { audit, count, percentage, reportOf } from "../support/audit.js";

/** What each wording says of a number of which `printed` is printed, by the table of the guide. */
const says: Readonly<Record<Wording, (number: number, printed: number, unit: number) => boolean>> = {
  exactly: (number, printed) => number === printed,
  "at-least": (number, printed) => number >= printed,
  "more-than": (number, printed) => number > printed,
  "up-to": (number, printed) => number <= printed,
  nearly: (number, printed, unit) => number <= printed && number >= printed - unit,
  about: (number, printed, unit) => Math.abs(number - printed) <= unit,
};
const wordings = Object.keys(says) as Wording[];

const premise = { figure: null, identity: null };
const cells = { of: { cell: 0, days: 31 }, whole: 1, partBy: null, than: [] };

/** Whether a part and a whole satisfy every constraint of a figure. */
function isAllowed(
  constraints: readonly Constraint[],
  numbers: readonly [part: number, whole: number],
): boolean {
  return constraints.every((one) => {
    if (one.kind === "quotient") {
      const { minimum, maximum } = partsOf(one, numbers[1]);
      return minimum <= numbers[0] && numbers[0] <= maximum;
    }
    const sum = one.cells.reduce(
      (all, cell, nth) =>
        all + (numbers[cell] ?? 0) * (one.kind === "linear" ? (one.coefficients[nth] ?? 0) : 0),
      0,
    );
    return one.kind === "linear" && sum <= one.bound;
  });
}

describe.each(wordings)("%s", (wording) => {
  test("of a count allows what it says", () => {
    const differing: string[] = [];
    for (const printed of [0, 1, 9, 10, 57, 100, 120, 550]) {
      // The unit is that of the last digit that is no zero.
      const unit = printed > 0 && printed % 100 === 0 ? 100 : printed > 0 && printed % 10 === 0 ? 10 : 1;
      const figure: Figure = { id: "count", kind: "count", value: printed, of: {}, wording };
      const constraints = constraintsOfFigure(figure, cells, premise, lenient);
      for (let number = 0; number <= 800; number++)
        if (isAllowed(constraints, [number, 0]) !== says[wording](number, printed, unit))
          differing.push(`${number} for ${printed}`);
    }
    expect(differing).toEqual([]);
  });

  describe.each(["percentage", "rate"] as const)("of a %s", (kind) => {
    const isRead = wording === "exactly" || wording === "about";
    const readings: readonly (readonly [Rounding | "any", QuotientReading])[] = [
      ["any", lenient],
      // Of bounds it is not asked by which rounding they were printed.
      ...(isRead ? roundings : []).map((rounding): [Rounding, QuotientReading] => [
        rounding,
        { rounding, widened: true },
      ]),
    ];

    test.each(readings)("allows what it says of the number rounded by %s", (rounding, reading) => {
      const differing: string[] = [];
      const ways = rounding === "any" ? roundings : [rounding];
      for (const digits of [0, 1]) {
        const unit = 10 ** digits;
        const ofWhole = kind === "percentage" ? 100 * unit : unit;
        for (const whole of kind === "percentage" ? [0, 1, 3, 8, 40, 200] : [28, 31]) {
          for (let part = 0; part <= (kind === "percentage" ? whole : 70); part++) {
            const numbers = whole === 0 ? [] : ways.map((way) => divideRounded(part * ofWhole, whole, way));
            const around = numbers[0] ?? 0;
            for (const printed of new Set([
              0,
              1,
              2,
              ...[-3, -2, -1, 0, 1, 2, 3].map((more) => around + more),
            ])) {
              if (printed < 0) continue;
              const text = digits === 0 ? `${printed}` : `${Math.floor(printed / 10)}.${printed % 10}`;
              const figure: Figure =
                kind === "rate"
                  ? { id: "f", kind, text, of: {}, wording }
                  : { id: "f", kind, text, of: {}, whole: {}, wording };
              // Every part here is one of its whole.
              const own = { ...cells, partBy: kind === "percentage" ? [] : null };
              const found = isAllowed(constraintsOfFigure(figure, own, premise, reading), [part, whole]);
              const expected =
                whole === 0
                  ? // Of nobody 0 is printed, if anything, and no bound but "at least 0".
                    isRead
                    ? says[wording](0, printed, 1)
                    : wording === "at-least" && printed === 0
                  : numbers.some((number) => says[wording](number, printed, 1));
              if (found !== expected) differing.push(`${part} of ${whole} for ${text}`);
            }
          }
        }
      }
      expect(differing).toEqual([]);
    });
  });

  test("has repairs that are true as it is worded, and no others", () => {
    // Of what is printed for 67 of 129, alone or as a share.
    const repairOf = (id: string, figures: Parameters<typeof reportOf>[1]) =>
      audit(reportOf("2021-07", figures)).conflicts[0]?.repairs.find(({ figure }) => figure.figure === id);
    const [all, children] = [count("all", 129), count("children", 67, { demographic: "child" })];
    // Too much for any wording that bounds above, too little for one that bounds below.
    const wrong = wording === "at-least" || wording === "more-than" ? "77" : "25";
    const share = repairOf("share", [
      all,
      children,
      percentage("share", wrong, { demographic: "child" }, {}, wording),
    ]);
    const rounded = roundings.map((rounding) => divideRounded(6700, 129, rounding));
    const texts = Array.from({ length: 101 }, (_, text) => text).filter((text) =>
      rounded.some((one) => says[wording](one, text, 1)),
    );
    expect([share?.minimum, share?.maximum]).toEqual([texts[0], texts.at(-1)]);
    const twice = repairOf("worded", [
      children,
      count("worded", Number(wrong), { demographic: "child" }, wording),
    ]);
    const counts = Array.from({ length: 300 }, (_, value) => value).filter((value) =>
      says[wording](67, value, 0),
    );
    expect([twice?.minimum, twice?.maximum]).toEqual([counts[0], wording === "up-to" ? null : counts.at(-1)]);
    // 129 less 67 is 62.
    const difference = repairOf("difference", [
      all,
      children,
      {
        id: "difference",
        kind: "difference",
        value: Number(wrong),
        of: {},
        than: { demographic: "child" },
        wording,
      },
    ]);
    const differences = Array.from({ length: 300 }, (_, value) => value).filter((value) =>
      says[wording](62, value, 0),
    );
    expect([difference?.minimum, difference?.maximum]).toEqual([
      differences[0],
      wording === "up-to" ? null : differences.at(-1),
    ]);
  });
});

test("of a worded count the others allow what its cell may be, and not what could be printed", () => {
  const figures = [count("children", 3, { demographic: "child" }), count("all", 4, {}, "up-to")];
  for (const wording of wordings) {
    const audited = audit(
      reportOf("2021-07", [...figures, count("worded", wording === "more-than" ? 2 : 3, {}, wording)]),
    );
    const found = audited.figures.find(({ figure }) => figure.figure === "worded");
    expect(found?.allowed).toEqual({ minimum: 3, maximum: 4 });
  }
});

describe("a figure that says less than the others do", () => {
  const verdicts = (...figures: Parameters<typeof reportOf>[1]) => {
    const found = audit(reportOf("2021-07", figures));
    return {
      figures: found.figures.map(({ figure, verdict }) => [figure.figure, verdict]),
      identities: found.identities.map(({ kind, verdict }) => [kind, verdict]),
    };
  };

  // How much "about 10" and "nearly 20" allow is a convention that refutes: it makes nothing true.
  test.each([
    ["more-than", 12, "holds"],
    ["at-least", 13, "holds"],
    ["at-least", 10, "holds"],
    ["up-to", 20, "holds"],
    ["about", 13, "holds"],
    ["about", 10, "undetermined"],
    ["nearly", 20, "undetermined"],
    ["nearly", 13, "undetermined"],
  ] as const)("does not make these hold: 13, and %s %i, which %s", (wording, printed, verdict) => {
    expect(verdicts(count("a", 13), count("b", printed, {}, wording))).toEqual({
      figures: [
        ["a", "undetermined"],
        ["b", verdict],
      ],
      identities: [["printed-twice", "holds"]],
    });
  });

  test("does not hold by what its own words allow: about 100 of 200, nor printed twice", () => {
    const about = (id: string) => count(id, 100, { demographic: "child" }, "about");
    expect(audit(reportOf("2021-07", [count("all", 200), about("a")])).figures[1]?.verdict).toBe(
      "undetermined",
    );
    expect(audit(reportOf("2021-07", [about("a"), about("b")])).verdict).toBe("undetermined");
  });

  test("does not hold where neither says all that the other does, nor where nothing else is printed", () => {
    expect(verdicts(count("a", 10, {}, "at-least"), count("b", 20, {}, "up-to"))).toEqual({
      figures: [
        ["a", "undetermined"],
        ["b", "undetermined"],
      ],
      identities: [["printed-twice", "undetermined"]],
    });
    expect(verdicts(count("a", 0, {}, "at-least")).figures).toEqual([["a", "undetermined"]]);
    expect(verdicts(percentage("a", "0", { demographic: "child" }, {}, "at-least")).figures).toEqual([
      ["a", "undetermined"],
    ]);
  });

  // 6 of 13 are 46.2%.
  test.each([
    ["more-than", "40", "holds"],
    ["at-least", "45", "holds"],
    ["up-to", "60", "holds"],
    ["nearly", "47", "undetermined"],
    ["up-to", "45", "cannot-hold"],
    // Rounded up 46.2 is 47, and rounded down 46: these are true by one rounding only.
    ["at-least", "47", "undetermined"],
    ["up-to", "46", "undetermined"],
    ["more-than", "46", "holds"],
  ] as const)("%s %s%% of 6 in 13", (wording, text, verdict) => {
    const share = percentage("p", text, { demographic: "child" }, {}, wording);
    const { figures } = verdicts(count("a", 13), count("c", 6, { demographic: "child" }), share);
    expect(figures.find(([id]) => id === "p")).toEqual(["p", verdict]);
  });

  // 94 in 31 days are 3.03 a day, 122 are 3.94, and 124 are 4.
  test.each([
    [94, "at-least", "4", "undetermined"],
    [124, "at-least", "4", "holds"],
    [122, "up-to", "3", "undetermined"],
    [93, "up-to", "3", "holds"],
    [94, "more-than", "3", "holds"],
    [120, "nearly", "3", "undetermined"],
  ] as const)("%i killed in July, %s %s a day: %s", (killed, wording, text, verdict) => {
    const rate = { id: "r", kind: "rate", text, of: {}, wording } as const;
    expect(verdicts(count("a", killed), rate).figures.find(([id]) => id === "r")).toEqual(["r", verdict]);
  });

  test("rests on what is meant by about, and a bound only on what bounds its side", () => {
    const twice = audit(reportOf("2021-07", [count("a", 13), count("b", 10, {}, "about")]));
    expect(twice.identities[0]?.conventions).toEqual(["about-one-unit"]);
    // "About 30" is at most 40 by the convention, and children are part of all by none.
    const bounded = [count("all", 30, {}, "about"), count("c", 50, { demographic: "child" }, "up-to")];
    const least = [count("c", 25, { demographic: "child" }), count("all", 20, {}, "at-least")];
    expect(audit(reportOf("2021-07", bounded)).figures[1]).toMatchObject({
      verdict: "holds",
      conventions: ["about-one-unit"],
    });
    const about = count("about", 30, {}, "about");
    const [, atLeast] = audit(reportOf("2021-07", [...least, about])).figures;
    expect(atLeast).toMatchObject({ figure: { figure: "all" }, verdict: "holds", conventions: [] });
  });
});
