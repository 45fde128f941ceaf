import { describe, expect, test } from "vitest";
import { audit, count, rangeOf, reportOf } from "../support/audit.js";
import { july } from "./july-2021.js";

const audited = audit(july);

/** SNHR, July 2021: what is expected was worked out by hand from the report. */
describe("the report of July 2021", () => {
  test("agrees with itself: nothing conflicts, and no identity fails", () => {
    expect(audited.conflicts).toEqual([]);
    expect(audited.identities.filter(({ verdict }) => verdict === "cannot-hold")).toEqual([]);
  });

  test("leaves for Ihsem 8 dead, 4 children and 4 women: 15/8/5 of the regime less 7/4/1 at Ebleen", () => {
    expect(rangeOf(audited, 'killed in massacres by Syrian Regime forces in the attack "Ihsem"')).toEqual([
      8, 8,
    ]);
    expect(
      rangeOf(audited, 'children killed in massacres by Syrian Regime forces in the attack "Ihsem"'),
    ).toEqual([4, 4]);
    expect(
      rangeOf(audited, 'women killed in massacres by Syrian Regime forces in the attack "Ihsem"'),
    ).toEqual([4, 4]);
  });

  test("leaves 723 for January to June, 852 less 129", () => {
    expect(rangeOf(audited, "all killed, January to June 2021")).toEqual([723, 723]);
  });

  test("forces the women of a row whose column is complete without it to 0", () => {
    expect(rangeOf(audited, "women killed by Syrian Democratic Forces")).toEqual([0, 0]);
    expect(rangeOf(audited, 'women killed under "Killings by unknown persons"')).toEqual([0, 0]);
  });

  test("prints all percentages but 94% of Idlib by half-up, half-even or half-down", () => {
    const [rule] = audited.roundings;
    expect(rule?.surviving).toEqual([]);
    // 54 of 69 is rounded up to 79, about 78; but 67 of 129 is rounded down to 51, and 52% is not about.
    expect(rule?.survivingIfAbout).toEqual(["half-up", "half-even", "half-down", "up"]);
    expect(rule?.nearest).toEqual(["half-up", "half-even", "half-down"]);
    expect(rule?.outliers.map(({ figure }) => figure)).toEqual(["alliance-of-idlib"]);
    const refuted = Object.fromEntries(
      (rule?.refuted ?? []).map(({ rounding, by }) => [rounding, by.map(({ figure }) => figure)]),
    );
    // 54 of 69 is 78.26%, 18 of 39 or 40 is never 44 to 45%; 67 of 129 is 51.94%.
    expect(refuted["up"]).toEqual(["regime-of-daraa", "regime-of-torture-since"]);
    expect(refuted["down"]).toContain("alliance-share");
  });

  test("reaches 94% of Idlib rounded up, as about one unit more or less, or as shares rounded apart", () => {
    const found = audited.quotients.find(({ figure }) => figure.figure === "alliance-of-idlib");
    expect(found?.reachableUnder).toEqual(["up"]);
    expect(found?.reachableIfAbout).toContain("half-up");
    expect(found?.sumOfShares).toBe("47% + 47% = 94%, from 21 and 21 of 45");
  });

  test("gives the counts behind the other percentages, jointly over nested denominators", () => {
    const partsOf = (id: string) =>
      Object.fromEntries(
        (audited.quotients.find(({ figure }) => figure.figure === id)?.parts ?? []).map(
          ({ rounding, part, whole }) => [
            rounding,
            [part.minimum, part.maximum, whole.minimum, whole.maximum],
          ],
        ),
      );
    const nearest = (counts: readonly number[]) => ({
      "half-up": counts,
      "half-even": counts,
      "half-down": counts,
    });
    // Rounded up, 35% is more than 34% of 129, 43.9, up to 35%, 45.2; rounded down it is 45.2 to 46.4.
    expect(partsOf("idlib-share")).toEqual({
      ...nearest([45, 45, 129, 129]),
      up: [44, 45, 129, 129],
      down: [46, 46, 129, 129],
    });
    // 18 of 40 is 45% exactly.
    expect(partsOf("regime-of-daraa")).toMatchObject(nearest([18, 18, 40, 40]));
    // 54 of 69 is 78.3%: rounded up it would print 79.
    expect(partsOf("regime-of-torture-since")).toEqual({
      ...nearest([54, 54, 69, 69]),
      down: [54, 54, 69, 69],
    });
    // 42 of 45 is 93.3%, and the others keep to the nearest.
    expect(partsOf("alliance-of-idlib")).toEqual({ up: [42, 42, 45, 45] });
  });

  test("cannot have al Hawl's seven with three women inside six without women, but inside gunfire", () => {
    expect(audited.readings.map(({ alternative, verdict }) => [alternative, verdict])).toEqual([
      [{ perpetrator: "unknown-persons" }, "cannot-hold"],
      [{ perpetrator: "gunfire" }, "undetermined"],
    ]);
  });

  test("is not below the three months before it, as it says", () => {
    const earlier = [
      ["2021-04", 104],
      ["2021-05", 96],
      ["2021-06", 95],
    ] as const;
    const than = earlier.map(([period]) => ({ period }));
    const { conflicts, series } = audit(
      ...earlier.map(([period, value]) => reportOf(period, [count("all", value)])),
      reportOf("2021-07", [
        count("all", 129),
        {
          id: "trend",
          kind: "statement",
          text: "significant decrease compared to the previous three months",
          of: {},
          statement: { says: "decrease", than },
        },
      ]),
    );
    expect(conflicts).toHaveLength(1);
    expect(conflicts[0]?.figures.map(({ figure }) => figure)).toContain("trend");
    expect(series[0]?.kind).toBe("trend");
  });
});
