import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import type { Incident } from "../../src/record/incident.js";
import { byPerpetrator } from "../../src/report/by-perpetrator.js";
import { attributor } from "../../src/rule/attribution.js";
import { type AttributionBounds, attributionBounds, type Bounds } from "../../src/rule/attribution-bounds.js";
import { byStanding, type Standing, standings } from "../../src/rule/standing.js";
import { type SnhrKeys, snhrCodebook } from "../../src/snhr/codebook.js";
import { snhrPolicy } from "../../src/snhr/rules.js";
import { inclusion, partition } from "../../src/tally/dimension.js";
import { countOf, rangeOf } from "../../src/tally/measure.js";
import { at, total } from "../../src/tally/read.js";
import { tally } from "../../src/tally/tally.js";
import { fault } from "../number/fault.js";
import {
  attainable,
  type DoubtCase,
  doubtCases,
  type Item,
  isOf,
  type Sense,
  simplePolicies,
} from "../support/doubt.js";
import { unknownIncident } from "../support/records.js";

const byHalf = partition({ keys: ["one", "other"], keyOf: ({ half }: Item) => half });
const including = inclusion({
  keys: ["marked"],
  keysOf: ({ isMarked }: Item) => (isMarked ? ["marked"] : []),
});

/** The bounds of a case, by half and with those that are marked. */
const inHalves = ({ codebook, policy, items, group: perpetrators }: DoubtCase) =>
  attributionBounds(items, { codebook, policy, perpetrators, by: { half: byHalf }, including });

/** The numbers of a cell in one list, those of its parts behind its count. */
function numbersOf({ count, including: parts }: Bounds["possible"]): number[] {
  return [count, ...Object.values(parts).map(({ part }) => part)];
}

function expectInOrder(...cells: Bounds["possible"][]) {
  cells.slice(1).forEach((cell, nth) => {
    const before = numbersOf(cells[nth] as Bounds["possible"]);
    numbersOf(cell).forEach((number, column) => {
      expect(number).toBeGreaterThanOrEqual(before[column] ?? 0);
    });
  });
}

describe("the bounds of any group, under any policy", () => {
  test("are in order in every cell: established, reported, possible, not excluded; and certain between", () => {
    fc.assert(
      fc.property(doubtCases(), (one) => {
        const { all, cells } = inHalves(one);
        for (const { established, reported, possible, notExcluded, certain } of [all, ...cells]) {
          expectInOrder(established, reported, possible, notExcluded);
          expectInOrder(established, certain, possible);
        }
        expect(cells.map(({ key }) => key.half)).toEqual(["one", "other"]);
      }),
    );
  });

  test("add up over the cells to those of all", () => {
    fc.assert(
      fc.property(doubtCases(), (one) => {
        const { all, cells } = inHalves(one);
        for (const bound of [
          "established",
          "reported",
          "possible",
          "notExcluded",
          "certain",
          "jointly",
        ] as const) {
          const columns = cells.map((cell) => numbersOf(cell[bound]));
          expect(numbersOf(all[bound])).toEqual(
            [0, 1].map((n) => (columns[0]?.[n] ?? 0) + (columns[1]?.[n] ?? 0)),
          );
        }
      }),
    );
  });

  test("are attained, in all cells at once, and never passed: brute force over all resolutions agrees", () => {
    fc.assert(
      fc.property(doubtCases(), (one) => {
        const { items, group: perpetrators } = one;
        const { cells } = inHalves(one);
        const valuesOf = (by: readonly string[], { half }: Item) => {
          const value = Number(isOf(by, perpetrators));
          return half === "one" ? [value, 0] : [0, value];
        };
        const countsOf = (bound: keyof Bounds) => cells.map((cell) => cell[bound].count);
        const expectBetween = (sense: Sense, least: readonly number[], most: readonly number[]) => {
          const sums = attainable(one, sense, valuesOf).map((reached) =>
            items.length === 0 ? [0, 0] : reached,
          );
          expect(sums).toContainEqual(least);
          expect(sums).toContainEqual(most);
          for (const sum of sums) {
            sum.forEach((number, cell) => {
              expect(number).toBeGreaterThanOrEqual(least[cell] ?? 0);
              expect(number).toBeLessThanOrEqual(most[cell] ?? 0);
            });
          }
        };
        expectBetween("amongSuspects", countsOf("certain"), countsOf("possible"));
        expectBetween("whoever", countsOf("certain"), countsOf("notExcluded"));
      }),
    );
  });

  test("are at least as tight as the sums of its members' bounds", () => {
    fc.assert(
      fc.property(doubtCases(), ({ codebook, policy, items, group }) => {
        const boundsOf = (perpetrators: readonly string[]) =>
          attributionBounds(items, { codebook, policy, perpetrators }).all;
        const ofGroup = boundsOf(group);
        const sum = (bound: keyof Bounds) =>
          group.map((key) => boundsOf([key])[bound].count).reduce((a, b) => a + b, 0);
        expect(ofGroup.established.count).toBeGreaterThanOrEqual(sum("established"));
        expect(ofGroup.certain.count).toBeGreaterThanOrEqual(sum("certain"));
        // What is established jointly is the group's, and no member's alone.
        expect(ofGroup.possible.count - ofGroup.established.count).toBeLessThanOrEqual(
          sum("possible") - sum("established"),
        );
        expect(ofGroup.notExcluded.count - ofGroup.established.count).toBeLessThanOrEqual(
          sum("notExcluded") - sum("established"),
        );
      }),
    );
  });

  test("report what the tables print: the cells of its members, and what is ascribed to several of them jointly", () => {
    fc.assert(
      fc.property(doubtCases(), ({ codebook, policy, items, group }) => {
        const printed = tally(items, { by: { perpetrator: byPerpetrator(codebook, policy) } });
        const attribute = attributor(codebook, policy);
        const jointly = items.filter(({ incident }) => {
          const attribution = attribute(incident);
          return (
            attribution.kind !== "undetermined" && attribution.to.length > 1 && isOf(attribution.to, group)
          );
        });
        const { reported } = attributionBounds(items, { codebook, policy, perpetrators: group }).all;
        expect(reported.count).toBe(at(printed, { perpetrator: group }).count + jointly.length);
      }),
    );
  });

  test("leave nobody out: not excluded, jointly with others, and excluded are all", () => {
    fc.assert(
      fc.property(doubtCases(), ({ codebook, policy, items, group: perpetrators }) => {
        const by = { standing: byStanding({ codebook, policy, perpetrators }) };
        const counted = tally(items, { by });
        const { notExcluded, jointly } = attributionBounds(items, { codebook, policy, perpetrators }).all;
        const excluded = at(counted, { standing: "excluded" }).count;
        expect(notExcluded.count + jointly.count + excluded).toBe(items.length);
        expect(at(counted, { standing: standings.notExcluded }).count).toBe(notExcluded.count);
      }),
    );
  });

  test("measure what items add: of ranges, the bounds of the minima and of the maxima", () => {
    fc.assert(
      fc.property(doubtCases(), ({ codebook, policy, items, group: perpetrators }) => {
        const options = { codebook, policy, perpetrators };
        const ranges = attributionBounds(items, {
          ...options,
          measure: rangeOf(({ weight }: Item) => ({ minimum: weight, maximum: 2 * weight, inverted: 0 })),
        }).all;
        const counts = attributionBounds(items, {
          ...options,
          measure: countOf(({ weight }: Item) => weight),
        }).all;
        for (const bound of ["established", "possible", "certain"] as const) {
          const { count } = counts[bound];
          expect(ranges[bound].count).toEqual({ minimum: count, maximum: 2 * count, inverted: 0 });
        }
      }),
    );
  });
});

describe("when an open case is resolved", () => {
  const resolved = doubtCases().chain((one) =>
    fc.record({
      one: fc.constant(one),
      policy: simplePolicies(one.codebook),
      nth: fc.nat(),
      pick: fc.nat(),
    }),
  );

  test("what is reported then lies inside the old bounds, and the bounds only narrow", () => {
    fc.assert(
      fc.property(resolved, ({ one: { codebook, items, group: perpetrators }, policy, nth, pick }) => {
        const attribute = attributor(codebook, policy);
        const open = items.filter(({ incident }) => attribute(incident).kind !== "established");
        fc.pre(open.length > 0);
        const { incident: chosen } = open[nth % open.length] as Item;
        fc.pre(chosen.suspects.length > 0);
        const suspects = [chosen.suspects[pick % chosen.suspects.length] as string];
        const ended: Incident = { ...chosen, suspects, investigation: "concluded" };
        const after = items.map((item) => (item.incident === chosen ? { ...item, incident: ended } : item));
        const options = { codebook, policy, perpetrators };
        const [was, is] = [attributionBounds(items, options).all, attributionBounds(after, options).all];
        expectInOrder(was.established, is.reported, was.possible);
        expectInOrder(was.established, is.established, was.possible);
        expectInOrder(was.certain, is.certain, is.possible, was.possible);
        expectInOrder(is.notExcluded, was.notExcluded);
      }),
    );
  });

  test("what a policy presumes does not move the bounds, where it presumes among the suspects", () => {
    fc.assert(
      fc.property(
        doubtCases().chain((one) =>
          fc.tuple(fc.constant(one), simplePolicies(one.codebook), simplePolicies(one.codebook)),
        ),
        ([{ codebook, items, group: perpetrators }, one, another]) => {
          const [a, b] = [one, another].map(
            (policy) => attributionBounds(items, { codebook, policy, perpetrators }).all,
          );
          for (const bound of ["established", "possible", "notExcluded", "certain", "jointly"] as const)
            expect(a?.[bound]).toEqual(b?.[bound]);
        },
      ),
    );
  });
});

describe("how an incident stands toward perpetrators", () => {
  const standing = (
    facts: Partial<Incident<SnhrKeys>>,
    perpetrators: readonly SnhrKeys["perpetrator"][],
  ): Standing =>
    byStanding({ codebook: snhrCodebook, policy: snhrPolicy, perpetrators }).keyOf({
      incident: { ...(unknownIncident as Incident<SnhrKeys>), ...facts },
    });
  const concluded = { investigation: "concluded" } as const;
  const jointControl = {
    means: "shelling",
    suspects: ["regime", "russia"],
    firedFrom: ["regime", "russia"],
    investigation: "open",
  } as const;

  test("established: theirs; jointly with others: neither one's alone, and the group's", () => {
    const both = { ...concluded, suspects: ["regime", "russia"] } as const;
    expect(standing({ ...concluded, suspects: ["regime"] }, ["regime"])).toBe("established");
    expect(standing({ ...concluded, suspects: ["regime"] }, ["russia"])).toBe("excluded");
    expect(standing(both, ["regime"])).toBe("jointly");
    expect(standing(both, ["russia"])).toBe("jointly");
    expect(standing(both, ["regime", "russia"])).toBe("established");
    expect(standing(both, ["hts"])).toBe("excluded");
  });

  test("joint control: presumed to the regime, Russia's if it was not, and the alliance's whichever it was", () => {
    expect(standing(jointControl, ["regime"])).toBe("presumed");
    expect(standing(jointControl, ["russia"])).toBe("suspected");
    expect(standing(jointControl, ["regime", "russia"])).toBe("presumed-within");
    expect(standing(jointControl, ["regime", "russia", "hts"])).toBe("presumed-within");
    expect(standing(jointControl, ["hts"])).toBe("excluded");
  });

  test("undetermined between two: of neither, and certainly of both together", () => {
    const atTheLines = { suspects: ["regime", "sdf"], investigation: "open", means: "shelling" } as const;
    expect(standing(atTheLines, ["sdf"])).toBe("suspected");
    expect(standing(atTheLines, ["regime", "sdf"])).toBe("suspected-within");
    expect(standing(atTheLines, ["russia"])).toBe("excluded");
  });

  test("one suspect alone: perhaps theirs, and not excluded for anybody else", () => {
    const camp = { suspects: ["isis"], investigation: "open", means: "gunfire" } as const;
    expect(standing(camp, ["isis"])).toBe("suspected");
    expect(standing(camp, ["regime"])).toBe("not-excluded");
    expect(standing({ ...camp, suspects: ["isis", "isis"] }, ["isis"])).toBe("suspected");
  });

  test("no suspect: not excluded for anybody, even where the investigation was concluded", () => {
    expect(standing({ means: "landmine" }, ["regime"])).toBe("not-excluded");
    expect(standing({ ...concluded, means: "landmine" }, ["regime"])).toBe("not-excluded");
  });

  test("presumed to one who is not suspected: possible all the same, for the policy says so", () => {
    const policy = {
      ...snhrPolicy,
      rules: snhrPolicy.rules.map((rule) => ({ ...rule, answer: { presumed: ["russia"] } }) as const),
    };
    const { keyOf } = byStanding({ codebook: snhrCodebook, policy, perpetrators: ["russia"] });
    const incident = { ...(unknownIncident as Incident<SnhrKeys>), ...concluded };
    expect(keyOf({ incident: { ...incident, suspects: ["regime"] } })).toBe("presumed");
    expect(keyOf({ incident })).toBe("presumed"); // it alone is named
  });
});

describe("attributionBounds", () => {
  const options = { codebook: snhrCodebook, policy: snhrPolicy } as const;
  const nobody: readonly { readonly incident: Incident<SnhrKeys>; readonly half: "one" | "other" }[] = [];

  test("of no items is zero everywhere", () => {
    const half = partition({ keys: ["one", "other"], keyOf: (item: (typeof nobody)[number]) => item.half });
    const bounds = attributionBounds(nobody, { ...options, perpetrators: ["regime"], by: { half } });
    expect(bounds.cells.map(({ key, notExcluded }) => [key, notExcluded.count])).toEqual([
      [{ half: "one" }, 0],
      [{ half: "other" }, 0],
    ]);
  });

  test("says that bounds of several rows are not attained together, and is refused where a tally belongs", () => {
    const bounds = attributionBounds(nobody, { ...options, perpetrators: ["regime"] });
    expect(bounds).toMatchObject({
      kind: "bounds",
      perpetrators: ["regime"],
      attained: "not-with-those-of-others",
    });
    // @ts-expect-error TS2345: bounds are no tally, and do not add up
    const refused = fault(() => total(bounds));
    expect(refused).toMatchObject({
      code: "tally-not-additive",
      details: { kind: "bounds", wanted: "total" },
    });
  });

  test("is plain data", () => {
    const bounds = attributionBounds(nobody, { ...options, perpetrators: ["regime", "russia"] });
    expect(JSON.parse(JSON.stringify(bounds))).toEqual(bounds);
    expect(structuredClone(bounds)).toEqual(bounds);
  });

  test("refuses no perpetrator, one twice, one that is unknown, and a dimension that takes its name", () => {
    const faultOf = (perpetrators: readonly string[], by = {}) =>
      fault(() => attributionBounds(nobody, { ...options, perpetrators: perpetrators as never, by }));
    expect(faultOf([]).code).toBe("selection-empty");
    expect(faultOf(undefined as never).code).toBe("selection-empty");
    expect(faultOf(["regime", "regime"])).toMatchObject({
      code: "selection-repeats-key",
      details: { key: "regime" },
    });
    expect(faultOf(["toString"])).toMatchObject({
      code: "dimension-key-unknown",
      details: { key: "toString" },
    });
    expect(
      faultOf(["regime"], { standing: byStanding({ ...options, perpetrators: ["regime"] }) }),
    ).toMatchObject({
      code: "dimension-name-taken",
      details: { name: "standing" },
    });
  });

  test("is typed by the codebook and the question", () => {
    const half = partition({ keys: ["one", "other"], keyOf: (item: (typeof nobody)[number]) => item.half });
    const bounds = attributionBounds(nobody, { ...options, perpetrators: ["regime"], by: { half } });
    expectTypeOf(bounds).toEqualTypeOf<
      AttributionBounds<SnhrKeys, { readonly half: "one" | "other" }, never>
    >();
    expectTypeOf(bounds.cells[0]).toExtend<
      { readonly key: { readonly half: "one" | "other" } } | undefined
    >();
    const [plain] = attributionBounds(nobody, { ...options, perpetrators: ["regime"] }).cells;
    expectTypeOf(plain?.key).toEqualTypeOf<{ readonly [Name in never]: never } | undefined>();
    // @ts-expect-error TS2820: no perpetrator of this codebook
    fault(() => attributionBounds(nobody, { ...options, perpetrators: ["rusia"] }));
  });
});
