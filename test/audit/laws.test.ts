import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { misprintsOf } from "../../src/audit/misprint.js";
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
        for (const { surviving } of audited.roundings) expect(surviving).toContain(rounding);
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
        expect(changed.truth).toBeGreaterThanOrEqual(repair?.minimum ?? Infinity);
        expect(changed.truth).toBeLessThanOrEqual(repair?.maximum ?? Infinity);
        expect(repair?.candidates.map(({ value }) => Number(value))).toContain(changed.truth);
      }),
      { numRuns: runs },
    );
  });

  test("in any order give the same audit", () => {
    fc.assert(
      fc.property(generatedReport, fc.nat(), fc.nat(), ({ report }, which, how) => {
        const { report: changed } = misprinted(report, which, how) ?? { report };
        const reversed = {
          ...changed,
          figures: [...changed.figures].reverse(),
          tables: [...(changed.tables ?? [])].reverse(),
        };
        expect(audit(reversed)).toEqual(audit(changed));
      }),
      { numRuns: Math.ceil(runs / 3) },
    );
  });

  test("that cannot hold cannot hold with more figures either", () => {
    fc.assert(
      fc.property(
        generatedReport,
        fc.nat(),
        fc.nat(),
        fc.array(fc.boolean()),
        ({ report }, which, how, kept) => {
          const changed = misprinted(report, which, how);
          if (changed === null) return;
          const fewer = {
            ...changed.report,
            figures: changed.report.figures.filter(({ id }, at) => id === changed.id || kept[at] !== false),
          };
          if (audit(fewer).conflicts.length > 0) expect(audit(changed.report).conflicts).not.toEqual([]);
        },
      ),
      { numRuns: runs },
    );
  });
});

/** The report with a digit of one count lost, or two transposed. */
function misprinted(
  report: Report,
  which: number,
  how: number,
): { readonly report: Report; readonly id: string; readonly truth: number } | null {
  const wrongOf = (value: number) =>
    misprintsOf(String(value)).filter(
      ({ misprint }) =>
        misprint === "added-digit" || misprint === "doubled-digit" || misprint === "transposed-digits",
    );
  const counts = report.figures.filter(
    (figure) =>
      figure.kind === "count" &&
      (figure.wording ?? "exactly") === "exactly" &&
      wrongOf(figure.value).length > 0,
  );
  const chosen = counts[which % Math.max(1, counts.length)];
  if (chosen?.kind !== "count") return null;
  const wrong = wrongOf(chosen.value);
  const value = wrong[how % wrong.length]?.value;
  if (value === undefined) return null;
  const figures = report.figures.map((figure) =>
    figure.id === chosen.id ? { ...chosen, value: Number(value) } : figure,
  );
  return { report: { ...report, figures }, id: chosen.id, truth: chosen.value };
}

describe("a series printed from records", () => {
  test("is never said to disagree", () => {
    fc.assert(
      fc.property(generatedSeries, (reports) => {
        const audited = audit(...reports);
        expect(audited.conflicts).toEqual([]);
        expect(audited.series.filter(({ verdict }) => verdict === "cannot-hold")).toEqual([]);
      }),
      { numRuns: Math.ceil(runs / 3) },
    );
  });
});
