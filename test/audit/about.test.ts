import { divideRounded, roundings } from "casualty-stats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { audit, count, percentage, type Report, reportOf, type Where } from "../support/audit.js";

const told = (...figures: Parameters<typeof reportOf>[1]) => audit(reportOf("2021-07", figures));
const regime = { perpetrator: "regime" } as const;

describe("beside what says about", () => {
  test("an exact figure is reached: 30.0% of 100, though about 31% is printed for the same", () => {
    const { quotients, roundings: found } = told(
      count("all", 100),
      percentage("about", "31", regime, {}, "about"),
      percentage("exact", "30.0", regime),
    );
    expect(found[0]?.outliers.map(({ figure }) => figure)).toEqual(["about"]);
    expect(found[0]?.surviving).toEqual([]);
    expect(found[0]?.survivingIfAbout).toEqual(roundings);
    expect(quotients.map(({ figure, verdict }) => [figure.figure, verdict])).toEqual([
      ["about", "undetermined"],
      ["exact", "holds"],
    ]);
    expect(quotients[0]).toMatchObject({ reachableUnder: [], reachableIfAbout: roundings });
    expect(quotients[0]?.explanation).toBe(
      "about 31% (killed by Syrian Regime forces) cannot be reached from the stated denominators by any rule, each of which prints all other percentages. " +
        'It can, if "about" allows for one unit more or less.',
    );
    expect(quotients[1]).toMatchObject({ reachableUnder: roundings });
  });

  // 7 of 29 is 24.14%. One of 29 is 3.45%, which half-down prints as 3.4; about 0.09 a day in 90 days are 8, or 9 at most.
  test("24.1% is 7 of 29 by every rule but up, also where about 3.3% would need thirty", () => {
    const { quotients } = audit(
      reportOf("2021-Q1", [
        percentage("exact", "24.1", regime),
        percentage("about", "3.3", { place: "idlib", demographic: "man" }, {}, "about"),
        { id: "rate", kind: "rate", text: "0.09", wording: "about", of: { alliance: "syrian-russian" } },
      ]),
    );
    const own = { part: { minimum: 7, maximum: 7 }, whole: { minimum: 29, maximum: 29 } };
    const exact = quotients.find(({ figure }) => figure.figure === "exact");
    expect(exact?.verdict).toBe("holds");
    expect(exact?.parts).toEqual(
      ["half-up", "half-even", "half-down", "down"].map((rounding) => ({ rounding, ...own })),
    );
    expect(quotients.find(({ figure }) => figure.figure === "about")?.reachableIfAbout).toContain(
      "half-down",
    );
  });
});

/** Cells within each other, from the widest, with how many they may be. */
const nested: readonly Where[] = [
  {},
  { alliance: "syrian-russian" },
  { perpetrator: "regime" },
  { perpetrator: "regime", place: "idlib" },
];

/** Percentages of nested numbers, printed by one rounding, some twice, and those that say "about" one unit off. */
const printed = fc
  .record({
    numbers: fc.tuple(fc.integer({ min: 1, max: 120 }), fc.nat(), fc.nat(), fc.nat()),
    rounding: fc.constantFrom(...roundings),
    counted: fc.boolean(),
    shares: fc.array(
      fc.record({
        cells: fc.constantFrom([1, 0], [2, 0], [2, 1], [3, 0], [3, 1], [3, 2]),
        digits: fc.constantFrom(0, 1),
        off: fc.constantFrom(null, null, -1, 0, 1),
      }),
      { minLength: 2, maxLength: 6 },
    ),
  })
  .map(({ numbers: [all, ...less], rounding, counted, shares }) => {
    const toll = less.reduce<readonly number[]>(
      (found, by) => [...found, by % ((found.at(-1) ?? 0) + 1)],
      [all],
    );
    const figures = shares.flatMap(
      ({ cells: [part = 0, whole = 0], digits, off }, nth): Report["figures"] => {
        const of = toll[whole] ?? 0;
        if (of === 0) return [];
        const units = divideRounded((toll[part] ?? 0) * 10 ** (2 + digits), of, rounding) + (off ?? 0);
        const text = (units / 10 ** digits).toFixed(digits);
        const wording = off === null ? "exactly" : "about";
        const id = `${part} of ${whole}, ${nth}`;
        return units < 0 ? [] : [percentage(id, text, nested[part] ?? {}, nested[whole], wording)];
      },
    );
    const total = counted ? [count("all", all)] : [];
    return { toll, rounding, report: reportOf("2021-07", [...total, ...figures]) };
  });

test("the rounding of all survives, no exact figure is called unreachable, and what happened is among its counts", () => {
  fc.assert(
    fc.property(printed, ({ toll, rounding, report }) => {
      const { conflicts, roundings: found, quotients } = audit(report);
      expect(conflicts).toEqual([]);
      for (const one of found) {
        expect(one.survivingIfAbout ?? one.surviving).toContain(rounding);
        const refuted = one.refuted.find((other) => other.rounding === rounding)?.by ?? [];
        for (const { printed: text } of [...refuted, ...one.outliers]) expect(text).toMatch(/^about/);
      }
      for (const { figure, verdict, reachableUnder, reachableIfAbout, parts } of quotients) {
        expect(reachableIfAbout ?? reachableUnder).toContain(rounding);
        if (reachableIfAbout !== null) continue;
        expect(verdict).toBe("holds");
        const own = parts.find((one) => one.rounding === rounding);
        const [part = 0, whole = 0] = figure.figure.split(/ of |, /).map((nth) => toll[Number(nth)]);
        expect(own?.part.minimum).toBeLessThanOrEqual(part);
        expect(own?.part.maximum ?? Infinity).toBeGreaterThanOrEqual(part);
        expect(own?.whole.minimum).toBeLessThanOrEqual(whole);
        expect(own?.whole.maximum ?? Infinity).toBeGreaterThanOrEqual(whole);
      }
    }),
    { numRuns: Number(process.env["AUDIT_RUNS"] ?? 40) },
  );
});
