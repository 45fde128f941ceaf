import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { audit, type Where } from "../support/audit.js";
import { tinyReport } from "./tiny-world.js";

const runs = Number(process.env["AUDIT_RUNS"] ?? 30);

/** Whatever is printed of a handful of people, true or not, beside every way in which it could be true. */
describe("of a world so small that everything can be tried", () => {
  test("figures that are said to disagree are true in no world", () => {
    fc.assert(
      fc.property(tinyReport, ({ report, countsWithout }) => {
        for (const { figures } of audit(report).conflicts) {
          const named = new Set(figures.map(({ figure }) => figure));
          const others = report.figures.map(({ id }) => id).filter((id) => !named.has(id));
          // How many persons there are at most is known, or not everything could be tried.
          expect(countsWithout(others.filter((id) => id !== "all" && id !== "beside"))).toEqual([]);
        }
      }),
      { numRuns: runs },
    );
  });

  test("figures that cannot hold cannot hold with more figures either", () => {
    fc.assert(
      fc.property(tinyReport, fc.array(fc.boolean()), ({ report }, kept) => {
        const fewer = { ...report, figures: report.figures.filter((_, at) => kept[at] !== false) };
        if (audit(fewer).verdict === "cannot-hold") expect(audit(report).verdict).toBe("cannot-hold");
      }),
      { numRuns: runs },
    );
  });

  test("no world is outside the ranges of unprinted cells, and what others allow for a figure", () => {
    fc.assert(
      fc.property(tinyReport, ({ report, countsWithout }) => {
        const { conflicts, ranges, figures, issues } = audit(report);
        if (conflicts.length > 0) return;
        const unread = issues.map(({ subject }) => subject);
        const within = (counts: readonly number[], minimum: number, maximum: number | null): void => {
          for (const count of counts) {
            expect(count).toBeGreaterThanOrEqual(minimum);
            expect(count).toBeLessThanOrEqual(maximum ?? Infinity);
          }
        };
        for (const { cell, minimum, maximum } of ranges) {
          if (cell.outside !== null) continue;
          within(countsWithout(unread, cell.of as Where).flat(), minimum, maximum);
        }
        for (const { id, kind, of, wording = "exactly" } of report.figures) {
          const allowed = figures.find(({ figure }) => figure.figure === id)?.allowed;
          if (kind !== "count" || wording !== "exactly" || allowed === undefined || allowed === null)
            continue;
          if (id === "all" || id === "beside") continue;
          within(countsWithout([...unread, id], of).flat(), allowed.minimum, allowed.maximum);
        }
      }),
      { numRuns: runs },
    );
  });

  test("each change of one figure that makes all of it true is among the repairs", () => {
    fc.assert(
      fc.property(tinyReport, ({ report, countsWithout }) => {
        const { conflicts, issues } = audit(report);
        const [conflict, ...more] = conflicts;
        if (conflict === undefined || more.length > 0) return;
        const unread = issues.map(({ subject }) => subject);
        for (const { id, kind, of, wording = "exactly" } of report.figures) {
          if (id === "all" || id === "beside") continue;
          const counts = countsWithout([...unread, id], of).flat();
          if (counts.length === 0) continue;
          const repair = conflict.repairs.find(({ figure }) => figure.figure === id);
          expect(repair).toBeDefined();
          if (kind !== "count" || wording !== "exactly") continue;
          expect(Math.min(...counts)).toBeGreaterThanOrEqual(repair?.minimum ?? Infinity);
          expect(Math.max(...counts)).toBeLessThanOrEqual(repair?.maximum ?? Infinity);
        }
      }),
      { numRuns: runs },
    );
  });
});
