import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { divideRounded, type PercentageFigure, roundings, type SnhrKeys } from "../../src/index.js";
import { audit, type Report, reportOf } from "../support/audit.js";

// Each report is twenty nested shares.
const runs = Math.ceil(Number(process.env["AUDIT_RUNS"] ?? 40) / 4);

type Of = PercentageFigure<SnhrKeys>["of"];

const share = (id: string, text: string, of: Of, whole: Of = {}): PercentageFigure<SnhrKeys> => ({
  id,
  kind: "percentage",
  text,
  of,
  whole,
});

const conflictsOf = (...figures: Report["figures"]) => audit(reportOf("2021-07", [...figures])).conflicts;

const namesOf = (...figures: Report["figures"]) =>
  conflictsOf(...figures).map((conflict) => conflict.figures.map(({ figure }) => figure).sort());

describe("shares of a number that is not printed", () => {
  test("do not agree if they add up to more than all, or a part is more than its whole", () => {
    expect(namesOf(share("a", "120", { perpetrator: "regime" }))).toEqual([["a"]]);
    const regime = share("regime", "60", { perpetrator: "regime" });
    expect(namesOf(regime, share("russia", "60", { perpetrator: "russia" }))).toEqual([["regime", "russia"]]);
    const children = share("children", "20", { demographic: "child" });
    const ofRegime = { demographic: "child", perpetrator: "regime" } as const;
    expect(namesOf(children, share("of regime", "30", ofRegime))).toEqual([["children", "of regime"]]);
    // 34.0 was at least 33.9, and three of these are 101.7.
    const people = (text: string) => [
      share("children", text, { demographic: "child" }),
      share("men", text, { demographic: "man" }),
      share("women", text, { demographic: "woman" }),
    ];
    expect(namesOf(...people("34.0"))).toEqual([["children", "men", "women"]]);
    expect(namesOf(...people("33.3"))).toEqual([]);
  });

  test("do not agree through several levels: half of 60% is more than 20%", () => {
    const regime = share("regime", "60", { perpetrator: "regime" });
    const ofRegime = { demographic: "child", perpetrator: "regime" } as const;
    const half = share("half", "50", ofRegime, { perpetrator: "regime" });
    expect(namesOf(regime, half, share("children", "20", { demographic: "child" }))).toEqual([
      ["children", "half", "regime"],
    ]);
    // Above 59% and above 49% are above 28.9%.
    expect(namesOf(regime, half, share("children", "29", { demographic: "child" }))).toEqual([]);
  });

  test("may be all and one per cent, each rounded", () => {
    // 199 and 1 of 200.
    expect(
      namesOf(share("a", "100", { perpetrator: "regime" }), share("b", "1", { perpetrator: "russia" })),
    ).toEqual([]);
  });

  test("are told without numbers that nobody printed", () => {
    const [conflict] = conflictsOf(
      share("a", "60", { perpetrator: "regime" }),
      share("b", "60", { perpetrator: "russia" }),
    );
    expect(conflict?.explanation).toMatch(
      /^These figures do not agree: no number, whatever it is, has all these shares: 60% \(/,
    );
    const [only] = conflictsOf(share("a", "120", { perpetrator: "regime" }));
    expect(only?.explanation).toBe(
      "These figures do not agree: 120% (killed by Syrian Regime forces) is more than all, and no part is more than its whole.",
    );
    expect(only?.repairs[0]?.candidates.map(({ value }) => value)).toContain("12");
  });

  test("have those repairs that the others leave room for", () => {
    const [conflict] = conflictsOf(
      share("a", "60", { perpetrator: "regime" }),
      share("b", "60", { perpetrator: "russia" }),
    );
    // The other was more than 59%, so that less than 41% are left; told is up to one unit more.
    for (const repair of conflict?.repairs ?? []) expect(repair).toMatchObject({ minimum: 0, maximum: 42 });
    expect(conflict?.repairs).toHaveLength(2);
    const [only] = conflictsOf(share("a", "120", { perpetrator: "regime" }));
    expect(only?.repairs[0]).toMatchObject({ minimum: 0, maximum: 100 });
  });

  test("do not agree also where the number is said to be at least so many", () => {
    const total = { id: "all", kind: "count", value: 100, wording: "at-least", of: {} } as const;
    const both = [share("a", "60", { perpetrator: "regime" }), share("b", "60", { perpetrator: "russia" })];
    expect(namesOf(total, ...both)).toEqual([["a", "b"]]);
  });
});

const parties = ["regime", "russia", "hts", "sdf"] as const;
const demographics = ["child", "woman", "man"] as const;

/** The shares of parties and of people among all, and of people among those of a party, of counts that are not printed. */
const shares = fc
  .record({
    counts: fc.array(fc.nat(60), { minLength: 12, maxLength: 12 }),
    rounding: fc.constantFrom(...roundings),
    decimals: fc.constantFrom(0, 1),
  })
  .filter(({ counts }) => counts.some((killed) => killed > 0))
  .map(({ counts, rounding, decimals }) => {
    const killed = (party: string | null, demographic: string | null): number =>
      counts.reduce((sum, value, nth) => {
        const isOne = party === null || party === parties[nth % 4];
        return isOne && (demographic === null || demographic === demographics[nth % 3]) ? sum + value : sum;
      }, 0);
    const printed = (of: Of, whole: Of, part: number, all: number): PercentageFigure<SnhrKeys>[] => {
      if (all === 0) return [];
      const units = divideRounded(100 * 10 ** decimals * part, all, rounding);
      const id = `${JSON.stringify(of)} of ${JSON.stringify(whole)}`;
      return [share(id, (units / 10 ** decimals).toFixed(decimals), of, whole)];
    };
    const figures = [
      ...parties.flatMap((perpetrator) =>
        printed({ perpetrator }, {}, killed(perpetrator, null), killed(null, null)),
      ),
      ...demographics.flatMap((demographic) =>
        printed({ demographic }, {}, killed(null, demographic), killed(null, null)),
      ),
      ...parties.flatMap((perpetrator) =>
        demographics.flatMap((demographic) =>
          printed(
            { perpetrator, demographic },
            { perpetrator },
            killed(perpetrator, demographic),
            killed(perpetrator, null),
          ),
        ),
      ),
    ];
    return { figures, rounding };
  });

describe("shares printed from counts by one rounding", () => {
  test("are never said to disagree, and their rounding survives", () => {
    fc.assert(
      fc.property(shares, ({ figures, rounding }) => {
        const audited = audit(reportOf("2021-07", figures));
        expect(audited.conflicts).toEqual([]);
        for (const { surviving } of audited.roundings) expect(surviving).toContain(rounding);
      }),
      { numRuns: runs },
    );
  });

  test("hold the true one among the repairs, if one is printed as another and does not agree", () => {
    let spoke = 0;
    fc.assert(
      fc.property(shares, fc.nat(), fc.integer({ min: 0, max: 100 }), ({ figures }, which, other) => {
        const changed = figures[which % figures.length];
        if (changed === undefined) return;
        const text = other.toFixed(changed.text.split(".")[1]?.length ?? 0);
        const misprinted = figures.map((one) => (one === changed ? { ...changed, text } : one));
        const { conflicts } = audit(reportOf("2021-07", misprinted));
        if (conflicts.length === 0) return;
        spoke++;
        const repair = conflicts
          .flatMap(({ repairs }) => repairs)
          .find(({ figure }) => figure.figure === changed.id);
        expect(repair).toBeDefined();
        expect(Number(changed.text)).toBeGreaterThanOrEqual(repair?.minimum ?? 0);
        expect(Number(changed.text)).toBeLessThanOrEqual(repair?.maximum ?? Infinity);
      }),
      { numRuns: runs, seed: 7 },
    );
    expect(spoke).toBeGreaterThan(runs / 4);
  });
});
