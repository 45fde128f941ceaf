import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { audit, count, type Report, reportOf } from "../support/audit.js";
import { generatedReport } from "./generated-report.js";

const runs = Number(process.env["AUDIT_RUNS"] ?? 40);

const named = (id: string, report: Report): Report => ({ ...report, id });
const told = (...reports: readonly Report[]) =>
  audit(...reports).conflicts.map(({ figures }) => figures.map(({ figure }) => figure).sort());

const toll = named(
  "toll",
  reportOf("2021-03", [count("all", 77), count("regime", 40, { perpetrator: "regime" })]),
);
const torture = (value: number): Report =>
  named("torture", reportOf("2021-03", [count("torture", value, { category: "torture" })]));

describe("what another report of the publisher counts of the same period", () => {
  test("is part of what this one counts: ninety of 77 cannot have died under torture", () => {
    expect(told(toll, torture(90))).toEqual([["all", "torture"]]);
    expect(told(toll, torture(77))).toEqual([]);
    const [conflict] = audit(toll, torture(90)).conflicts;
    expect(conflict?.conventions).toContain("not-revised");
    expect(audit(toll, torture(90)).verdict).not.toBe("cannot-hold");
  });

  test("is the toll of massacres too, of each party and of as many as are counted", () => {
    const massacres = (figures: Report["figures"]): Report => ({
      ...named("massacres", reportOf("2021-03", [...figures])),
      massacre: { threshold: 5, citation: { source: "SNHR" } },
    });
    const inMassacres = { perpetrator: "regime", inMassacres: true } as const;
    expect(told(toll, massacres([count("killed", 41, inMassacres)]))).toEqual([["killed", "regime"]]);
    expect(told(toll, massacres([count("killed", 40, inMassacres)]))).toEqual([]);
    // Sixteen massacres of five are eighty.
    expect(told(toll, massacres([count("massacres", 16, { unit: "massacres" })]))).toEqual([
      ["all", "massacres"],
    ]);
    expect(told(toll, massacres([count("massacres", 15, { unit: "massacres" })]))).toEqual([]);
  });

  test("is no part of another publisher's count, of another month's, or of a population that only one of them names", () => {
    expect(told(toll, { ...torture(90), publisher: "VDC" })).toEqual([]);
    expect(
      told(toll, named("torture", reportOf("2021-04", [count("torture", 90, { category: "torture" })]))),
    ).toEqual([]);
    expect(told({ ...toll, population: "civilians" }, torture(90))).toEqual([]);
    expect(told({ ...toll, population: "civilians" }, { ...torture(90), population: "civilians" })).toEqual([
      ["all", "torture"],
    ]);
  });

  test("is that whatever a third report, of another time, counts beside its totals", () => {
    const of2015 = named("2015", reportOf("2015-03", [count("all", 300)]));
    const categories = { torture: { standing: "beside" } } as const;
    expect(told(toll, torture(90), { ...of2015, categories })).toEqual([["all", "torture"]]);
    // Of the same month it is the third that says so of its own total, and of no other.
    const another = { ...named("another", toll), figures: [count("all", 50)], categories };
    expect(told(toll, torture(90), another)).toEqual([["all", "torture"]]);
    expect(told(toll, torture(77), another)).toEqual([]);
  });

  test("is no part of a total beside which either of them counts its category", () => {
    const beside = { torture: { standing: "beside" } } as const;
    expect(told({ ...toll, categories: beside }, torture(90))).toEqual([]);
    expect(told(toll, { ...torture(90), categories: beside })).toEqual([]);
  });
});

test("figures of one report that are shared out over several are never said to disagree", () => {
  fc.assert(
    fc.property(
      generatedReport,
      fc.array(fc.nat(2), { minLength: 1, maxLength: 40 }),
      ({ report }, which) => {
        const parts = [0, 1, 2].map(
          (part): Report => ({
            ...report,
            id: `part ${part}`,
            tables: [],
            figures: report.figures.filter((_, nth) => which[nth % which.length] === part),
          }),
        );
        expect(audit(...parts).conflicts).toEqual([]);
      },
    ),
    { numRuns: runs },
  );
});
