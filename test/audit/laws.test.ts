import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { misprintsOf } from "../../src/audit/conflicts/misprint.js";
import { isPrintedNumber } from "../../src/audit/published/printed-number.js";
import { audit, type Report, type Where } from "../support/audit.js";
import { generatedReport, generatedSeries } from "./generated-report.js";
import { countOf } from "./world.js";

const runs = Number(process.env["AUDIT_RUNS"] ?? 40);

describe("reports printed from records by one rounding", () => {
  test("are never said to disagree, and their rounding survives", () => {
    fc.assert(
      fc.property(generatedReport, ({ report, rounding }) => {
        const audited = audit(report);
        expect(audited.conflicts).toEqual([]);
        // As printed it need not survive: what says "about" may be one unit off.
        for (const { surviving, survivingIfAbout } of audited.roundings)
          expect(survivingIfAbout ?? surviving).toContain(rounding);
        for (const { verdict, reachableUnder, reachableIfAbout } of audited.quotients) {
          expect(reachableIfAbout ?? reachableUnder).toContain(rounding);
          if (reachableIfAbout === null) expect(verdict).toBe("holds");
        }
        for (const { verdict } of audited.identities) expect(verdict).not.toBe("cannot-hold");
      }),
      { numRuns: runs },
    );
  });

  test("have what happened within every range, and within what is allowed for every figure", () => {
    fc.assert(
      fc.property(generatedReport, ({ report, rounding, world }) => {
        const { ranges, figures, quotients } = audit(report);
        const isWithin = (cell: Where, [minimum, maximum]: readonly [number, number | null]): void => {
          expect(countOf(world, cell)).toBeGreaterThanOrEqual(minimum);
          expect(countOf(world, cell)).toBeLessThanOrEqual(maximum ?? Infinity);
        };
        for (const { cell, minimum, maximum } of ranges) {
          if (cell.outside === null) isWithin(cell.of as Where, [minimum, maximum]);
        }
        for (const printed of report.figures) {
          const of = printed.kind === "percentage" ? { ...printed.of, ...printed.whole } : printed.of;
          if (printed.kind === "difference" || printed.kind === "statement") continue;
          const allowed = figures.find(({ figure }) => figure.figure === printed.id)?.allowed ?? null;
          if (allowed !== null && printed.kind !== "percentage")
            isWithin(of, [allowed.minimum, allowed.maximum]);
          // What says "about" is taken as printed there, which need not be what happened.
          if (printed.wording === "about") continue;
          const parts = quotients.find(({ figure }) => figure.figure === printed.id)?.parts ?? [];
          const own = parts.find((one) => one.rounding === rounding);
          if (own === undefined || printed.kind !== "percentage") continue;
          isWithin(printed.whole, [own.whole.minimum, own.whole.maximum]);
        }
      }),
      { numRuns: runs },
    );
  });

  test("with one digit lost or two transposed: if the audit speaks, the true value is among the repairs", () => {
    fc.assert(
      fc.property(generatedReport, fc.nat(), fc.nat(), ({ report }, which, how) => {
        const changed = misprinted(report, which, how);
        if (changed === null) return;
        const { conflicts } = audit(changed.report);
        if (conflicts.length === 0) return;
        expect(conflicts).toHaveLength(1);
        const repair = conflicts[0]?.repairs.find(({ figure }) => figure.figure === changed.id);
        expect(repair).toBeDefined();
        expect(repair?.candidates.map(({ value }) => value)).toContain(changed.truth);
      }),
      { numRuns: runs },
    );
  });

  test("in any order give the same audit", () => {
    fc.assert(
      fc.property(inAnyOrder, fc.nat(), fc.nat(), ({ report, figures, tables }, which, how) => {
        const { report: changed } = misprinted(report, which, how) ?? { report };
        const byId = new Map(changed.figures.map((figure) => [figure.id, figure]));
        const shuffled = { ...changed, figures: figures.flatMap(({ id }) => byId.get(id) ?? []), tables };
        expect(audit(shuffled)).toEqual(audit(changed));
      }),
      { numRuns: Math.ceil(runs / 3) },
    );
  });

  test("that cannot hold cannot hold with more figures either", () => {
    fc.assert(
      fc.property(
        generatedReport,
        fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 3 }),
        fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
        ({ report }, errors, kept) => {
          // Where a blank is a zero, a figure that is left out is one more that says so.
          const tables = (report.tables ?? []).map((table) => ({ ...table, blank: "not-printed" as const }));
          const printed: Report = { ...report, tables };
          const changed = errors.reduce((one, error) => misprinted(one, ...error)?.report ?? one, printed);
          const fewer = { ...changed, figures: changed.figures.filter((_, at) => kept[at] !== false) };
          if (audit(fewer).verdict === "cannot-hold") expect(audit(changed).verdict).toBe("cannot-hold");
        },
      ),
      { numRuns: runs },
    );
  });
});

/** A generated report with its figures and tables in another order. */
const inAnyOrder = generatedReport.chain(({ report }) =>
  fc.record({
    report: fc.constant(report),
    figures: fc.shuffledSubarray([...report.figures], { minLength: report.figures.length }),
    tables: fc.shuffledSubarray([...(report.tables ?? [])], { minLength: report.tables?.length ?? 0 }),
  }),
);

/** The report with a digit of one number lost, or two transposed. */
function misprinted(
  report: Report,
  which: number,
  how: number,
): { readonly report: Report; readonly id: string; readonly truth: string } | null {
  const textOf = (figure: Report["figures"][number]): string =>
    figure.kind === "statement" ? "" : "text" in figure ? figure.text : String(figure.value);
  const wrongOf = (figure: Report["figures"][number]) =>
    misprintsOf(textOf(figure), "text" in figure ? isPrintedNumber : undefined).filter(
      ({ value, misprint }) =>
        textOf(figure) !== "" &&
        (misprint === "added-digit" || misprint === "doubled-digit" || misprint === "transposed-digits") &&
        // The separator stays where it was.
        value.split(".")[1]?.length === textOf(figure).split(".")[1]?.length,
    );
  const numbers = report.figures.filter((figure) => wrongOf(figure).length > 0);
  const chosen = numbers[which % Math.max(1, numbers.length)];
  if (chosen === undefined || chosen.kind === "statement") return null;
  const wrong = wrongOf(chosen);
  const value = wrong[how % wrong.length]?.value;
  if (value === undefined) return null;
  const changed = "text" in chosen ? { ...chosen, text: value } : { ...chosen, value: Number(value) };
  const figures = report.figures.map((figure) => (figure.id === chosen.id ? changed : figure));
  return { report: { ...report, figures }, id: chosen.id, truth: textOf(chosen) };
}

describe("a series printed from records", () => {
  test("is never said to disagree", () => {
    fc.assert(
      fc.property(generatedSeries, (reports) => {
        const audited = audit(...reports);
        expect(audited.conflicts).toEqual([]);
        expect(audited.series.filter(({ verdict }) => verdict === "cannot-hold")).toEqual([]);
        expect(audited.identities.filter(({ verdict }) => verdict === "cannot-hold")).toEqual([]);
      }),
      { numRuns: Math.ceil(runs / 3) },
    );
  });

  test("with one digit lost or two transposed: if the audit speaks, the true value is among the repairs, in any order", () => {
    fc.assert(
      fc.property(generatedSeries, fc.nat(3), fc.nat(), fc.nat(), (reports, nth, which, how) => {
        const changed = reports[nth] === undefined ? null : misprinted(reports[nth], which, how);
        if (changed === null) return;
        const series = reports.map((report, at) => (at === nth ? changed.report : report));
        const audited = audit(...series);
        expect(audit(...[...series].reverse())).toEqual(audited);
        if (audited.conflicts.length === 0) return;
        const repairs = audited.conflicts.flatMap((conflict) => conflict.repairs);
        const own = repairs.find(
          ({ figure: { report, figure } }) => report === changed.report.id && figure === changed.id,
        );
        expect(own?.candidates.map(({ value }) => value)).toContain(changed.truth);
      }),
      { numRuns: Math.ceil(runs / 3) },
    );
  });
});
