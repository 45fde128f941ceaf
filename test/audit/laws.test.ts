import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { misprintsOf } from "../../src/audit/misprint.js";
import { audit, type Report } from "../support/audit.js";
import { generatedReport, generatedSeries } from "./generated-report.js";

const runs = Number(process.env["AUDIT_RUNS"] ?? 60);

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
      { numRuns: runs / 3 },
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
    (figure) => figure.kind === "count" && wrongOf(figure.value).length > 0,
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
      { numRuns: runs / 3 },
    );
  });
});
