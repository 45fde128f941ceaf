import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type FactsFile, readFacts } from "../support/facts.js";
import { factFindings } from "../support/facts-findings.js";
import { madeFiles } from "./made-files.js";

const runs = Number(process.env["AUDIT_RUNS"] ?? 30);

describe("files of true figures, however they are written", () => {
  test("are never said to disagree, and every figure of them is read", () => {
    fc.assert(
      fc.property(madeFiles, ({ files }) => {
        const facts = readFacts(files, { blank: "not-printed" });
        // A field that the format does not know is named, and nothing else is lost.
        const lost = facts.issues.filter((issue) => issue.lost);
        expect(lost.filter(({ code }) => code !== "field-unknown")).toEqual([]);
        expect(factFindings(facts).filter(({ verdict }) => verdict === "cannot-hold")).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  test("with one number misprinted: if that is found, the true number is among the repairs", () => {
    fc.assert(
      fc.property(madeFiles, fc.nat(), fc.integer({ min: 1, max: 9 }), ({ files }, which, by) => {
        const misprinted = misprint(files, which, by);
        if (misprinted === null) return;
        const facts = readFacts(misprinted.files, { blank: "not-printed" });
        const found = factFindings(facts).filter(({ verdict }) => verdict === "cannot-hold");
        if (found.length === 0) return;
        expect(found).toHaveLength(1);
        const repairs = found.flatMap(({ repair, otherRepairs }) => [repair, ...otherRepairs]);
        const own = repairs.find((one) => one?.file === misprinted.file && one.figure === misprinted.path);
        expect(own).toBeDefined();
        expect(own?.minimum).toBeLessThanOrEqual(misprinted.truth);
        expect(own?.maximum ?? Infinity).toBeGreaterThanOrEqual(misprinted.truth);
      }),
      { numRuns: runs },
    );
  });
});

/** One count of a row with another last digit. */
function misprint(
  files: readonly FactsFile[],
  which: number,
  by: number,
): {
  readonly files: readonly FactsFile[];
  readonly file: string;
  readonly path: string;
  readonly truth: number;
} | null {
  const at = which % files.length;
  const chosen = files[at];
  const facts = chosen?.facts as
    | { readonly parties: readonly Readonly<Record<string, unknown>>[] }
    | undefined;
  if (chosen === undefined || facts === undefined) return null;
  const places = facts.parties.flatMap((row, nth) =>
    ["n", "c", "w"].flatMap((measure) => (typeof row[measure] === "number" ? [{ nth, measure }] : [])),
  );
  const place = places[which % Math.max(1, places.length)];
  if (place === undefined) return null;
  const { nth, measure } = place;
  const truth = Number(facts.parties[nth]?.[measure]);
  const wrong = truth - (truth % 10) + ((truth + by) % 10);
  const parties = facts.parties.map((row, position) =>
    position === nth ? { ...row, [measure]: wrong } : row,
  );
  return {
    files: files.map((one, position) => (position === at ? { ...one, facts: { ...facts, parties } } : one)),
    file: chosen.file,
    path: `parties[${nth}].${measure}`,
    truth,
  };
}

test("whatever stands in a file, it is read or noted, and never ends the audit", () => {
  const names = ["total", "parties", "pct", "rates", "gov_pct", "variants", "trend", "month", "landmines"];
  const junk = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom(1e12, -1, 0.5, "1,382", "12.345.678", "about x", "__proto__", [[[]]], { n: { n: 1 } }),
    fc.constantFrom("children", "torture", "russian", "massacres", { w: 3, c: 2 }, { child: { w: 1 } }),
  );
  const broken = fc
    .tuple(
      madeFiles,
      fc.array(
        fc.tuple(
          fc.constantFrom(
            ...names,
            ...(["id", "org", "population", "kind", "published", "quotes", "subtotals", "note"] as const),
            ...(["massacres", "outside_scope", "december", "governorates"] as const),
          ),
          junk,
        ),
        { maxLength: 4 },
      ),
    )
    .map(([{ files }, changes]) =>
      files.map((one) => ({ ...one, facts: { ...(one.facts as object), ...Object.fromEntries(changes) } })),
    );
  fc.assert(
    fc.property(broken, (files) => {
      const facts = readFacts(files, { blank: "zero" });
      expect(facts.reports).toHaveLength(files.length);
      factFindings(facts);
    }),
    { numRuns: runs },
  );
});
