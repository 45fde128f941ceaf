import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import type { Codebook } from "../../src/codebook/codebook.js";
import { extendCodebook } from "../../src/codebook/extend-codebook.js";
import type { Incident } from "../../src/record/incident.js";
import { byOutermostPerpetrator, byPerpetrator } from "../../src/report/by-perpetrator.js";
import { attributionKey, attributor } from "../../src/rule/attribution.js";
import { type AttributionBounds, attributionBounds, type Bounds } from "../../src/rule/attribution-bounds.js";
import { rankPerpetrators } from "../../src/rule/certain-ranking.js";
import { differenceBounds } from "../../src/rule/difference-bounds.js";
import { shareBounds } from "../../src/rule/share-bounds.js";
import { byStanding, type Standing, standings } from "../../src/rule/standing.js";
import { snhrCodebook } from "../../src/snhr/codebook.js";
import type { SnhrKeys } from "../../src/snhr/keys.js";
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
        const { codebook, items, group: perpetrators } = one;
        const { cells } = inHalves(one);
        const valuesOf = (by: readonly string[], { half }: Item) => {
          const value = Number(isOf(codebook, by, perpetrators));
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

  test("are at least as tight as the sums of its members' bounds, with what is jointly by them", () => {
    fc.assert(
      fc.property(doubtCases(), ({ codebook, policy, items, group: named }) => {
        // A part would be summed twice, with the whole too.
        const group = named.filter(
          (key) =>
            !isOf(
              codebook,
              [key],
              named.filter((other) => other !== key),
            ),
        );
        const boundsOf = (perpetrators: readonly string[]) =>
          attributionBounds(items, { codebook, policy, perpetrators }).all;
        const ofGroup = boundsOf(group);
        const sum = (bound: keyof Bounds) =>
          group.map((key) => boundsOf([key])[bound].count).reduce((a, b) => a + b, 0);
        expect(ofGroup.established.count).toBeGreaterThanOrEqual(sum("established"));
        expect(ofGroup.certain.count).toBeGreaterThanOrEqual(sum("certain"));
        // What is established jointly is the group's, and no member's alone.
        expect(ofGroup.possible.count).toBeLessThanOrEqual(sum("possible") + sum("jointly"));
        expect(ofGroup.notExcluded.count).toBeLessThanOrEqual(sum("notExcluded") + sum("jointly"));
      }),
    );
  });

  test("report what the tables print: the cells of its members and their parts, and what several of them did, which stands elsewhere", () => {
    fc.assert(
      fc.property(doubtCases(), ({ codebook, policy, items, group }) => {
        const printed = tally(items, { by: { perpetrator: byPerpetrator(codebook, policy) } });
        const attribute = attributor(codebook, policy);
        const within = Object.keys(codebook.perpetrators).filter((key) => isOf(codebook, [key], group));
        // Under `jointly`, or under a whole of which they are parts and which is not of the group itself.
        const elsewhere = items.filter(({ incident }) => {
          const attribution = attribute(incident);
          return (
            attribution.kind !== "undetermined" &&
            isOf(codebook, attribution.to, group) &&
            !within.includes(attributionKey(codebook, attribution))
          );
        });
        const { reported } = attributionBounds(items, { codebook, policy, perpetrators: group }).all;
        expect(reported.count).toBe(at(printed, { perpetrator: within }).count + elsewhere.length);
      }),
    );
  });

  test("of outermost perpetrators are the same where the records name parts and where they name their outermost wholes", () => {
    fc.assert(
      fc.property(
        doubtCases().chain((one) => fc.tuple(fc.constant(one), simplePolicies(one.codebook))),
        ([{ codebook, items, group }, policy]) => {
          const { perpetrators } = codebook;
          const outermost = (key: string): string => {
            const parent = perpetrators[key]?.parent;
            return parent === undefined ? key : outermost(parent);
          };
          const options = { codebook, policy, perpetrators: [...new Set(group.map(outermost))] };
          const coarse = items.map(({ incident, ...item }) => ({
            ...item,
            incident: { ...incident, suspects: [...new Set(incident.suspects.map(outermost))] },
          }));
          expect(attributionBounds(coarse, options).all).toEqual(attributionBounds(items, options).all);
        },
      ),
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
        // With any of those who are suspected, or a part of one.
        const ends = Object.keys(codebook.perpetrators).filter((key) =>
          chosen.suspects.some((suspect) => isOf(codebook, [key], [suspect])),
        );
        fc.pre(ends.length > 0);
        const suspects = [ends[pick % ends.length] as string];
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

  test("presumed to one, or to two, beside a lone suspect: still anybody's, for nobody else was taken out of question", () => {
    const presumedTo = (...presumed: [SnhrKeys["perpetrator"], ...SnhrKeys["perpetrator"][]]) => ({
      ...snhrPolicy,
      rules: snhrPolicy.rules.map((rule) => ({ ...rule, answer: { presumed } })),
    });
    const answered = (suspects: SnhrKeys["perpetrator"][], policy: typeof snhrPolicy) => {
      const incident = { ...(unknownIncident as Incident<SnhrKeys>), ...concluded, suspects };
      const standingOf = (...perpetrators: SnhrKeys["perpetrator"][]) =>
        byStanding({ codebook: snhrCodebook, policy, perpetrators }).keyOf({ incident });
      return [standingOf("russia"), standingOf("hts", "regime")];
    };
    const both = presumedTo("regime", "hts");
    expect(answered(["hts"], presumedTo("regime"))).toEqual(["not-excluded", "presumed"]);
    expect(answered([], both)).toEqual(["not-excluded", "presumed"]);
    expect(answered(["hts", "regime"], both)).toEqual(["excluded", "presumed-within"]);
  });
});

describe("a part of a perpetrator", () => {
  const codebook = extendCodebook(snhrCodebook, {
    perpetrators: {
      "air-force": { label: "Regime air force", section: "main", parent: "regime" },
      squadron: { label: "A squadron of it", section: "main", parent: "air-force" },
      guards: { label: "Republican guard", section: "main", parent: "regime" },
    },
  });
  type Keys = typeof codebook extends Codebook<infer K> ? K : never;
  const standing = (
    facts: Partial<Incident<Keys>>,
    ...perpetrators: readonly Keys["perpetrator"][]
  ): Standing =>
    byStanding({ codebook, policy: snhrPolicy, perpetrators }).keyOf({
      incident: { ...(unknownIncident as Incident<Keys>), ...facts },
    });
  const concluded = (...suspects: Keys["perpetrator"][]) => ({
    suspects,
    investigation: "concluded" as const,
  });
  const open = (...suspects: Keys["perpetrator"][]) => ({ suspects, investigation: "open" as const });

  test("is the whole's: established, and certain between two parts of it", () => {
    expect(standing(concluded("air-force"), "regime")).toBe("established");
    expect(standing(concluded("squadron"), "regime")).toBe("established");
    expect(standing(concluded("air-force", "regime"), "regime")).toBe("established");
    expect(standing(concluded("air-force"), "russia")).toBe("excluded");
    expect(standing(open("air-force", "russia"), "regime", "russia")).toBe("suspected-within");
  });

  test("may be who is meant where the whole is named, even where the whole is established", () => {
    expect(standing(open("regime", "russia"), "air-force")).toBe("suspected");
    expect(standing(concluded("regime"), "squadron")).toBe("suspected");
    expect(standing(concluded("squadron"), "air-force")).toBe("established");
    // Of the squadron's part in what the regime and Russia did together nothing is known.
    expect(standing(concluded("regime", "russia"), "squadron")).toBe("jointly");
    expect(standing(concluded("regime", "russia"), "squadron", "russia")).toBe("suspected");
  });

  test("named beside the whole is no second party: it may have been somebody else", () => {
    expect(standing(open("regime", "squadron"), "regime")).toBe("suspected");
    expect(standing(open("regime", "squadron"), "russia")).toBe("not-excluded");
    expect(standing(open("regime", "squadron", "russia"), "hts")).toBe("excluded");
  });

  test("is with another part of the same whole no two parties: what names both says of others what the whole would", () => {
    expect(standing(open("air-force", "guards"), "regime")).toBe("suspected");
    expect(standing(open("squadron", "guards"), "russia")).toBe("not-excluded");
    expect(standing(open("air-force", "guards"), "air-force", "guards")).toBe("suspected");
    expect(standing(open("air-force", "guards", "russia"), "hts")).toBe("excluded");
  });

  test("moves bounds, differences, shares and rankings with it", () => {
    const items = [concluded("air-force"), concluded("regime"), open("air-force", "russia")].map((facts) => ({
      incident: { ...(unknownIncident as Incident<Keys>), ...facts },
    }));
    const rules = { codebook, policy: snhrPolicy } as const;
    const numbers = (...perpetrators: readonly Keys["perpetrator"][]) => {
      const { established, reported, possible, certain } = attributionBounds(items, {
        ...rules,
        perpetrators,
      }).all;
      return [established, reported, possible, certain].map(({ count }) => count);
    };
    expect(numbers("regime")).toEqual([2, 2, 3, 2]);
    expect(numbers("air-force")).toEqual([1, 1, 3, 1]);
    expect(differenceBounds(items, { ...rules, of: ["air-force"], over: ["russia"] })).toMatchObject({
      reported: 1,
      amongSuspects: { minimum: 0, maximum: 3 },
    });
    expect(differenceBounds(items, { ...rules, of: ["regime"], over: ["air-force"] })).toMatchObject({
      reported: 1,
      whoever: { minimum: 0, maximum: 1 },
    });
    expect(shareBounds(items, { ...rules, part: ["air-force"], whole: ["regime"] }).amongSuspects).toEqual({
      minimum: { part: 1, whole: 2 },
      maximum: { part: 3, whole: 3 },
    });
    const ranking = rankPerpetrators(items, { ...rules, perpetrators: ["russia", "air-force", "regime"] });
    expect(ranking.rows.map(({ reported }) => reported)).toEqual([2, 1, 0]);
    expect(ranking.certain.map(({ more, less }) => [more, less])).toEqual([["regime", "russia"]]);
  });

  test("is counted under the outermost perpetrator as the bounds report it", () => {
    fc.assert(
      fc.property(doubtCases(), ({ codebook: any, policy, items }) => {
        const printed = tally(items, { by: { perpetrator: byOutermostPerpetrator(any, policy) } });
        for (const [perpetrator, { parent }] of Object.entries(any.perpetrators)) {
          if (parent !== undefined) continue;
          const { reported } = attributionBounds(items, {
            codebook: any,
            policy,
            perpetrators: [perpetrator],
          }).all;
          // Several of its parts are no several parties: it is printed with what they have done together.
          expect(reported.count).toBe(at(printed, { perpetrator: [perpetrator] }).count);
        }
      }),
      { numRuns: 50 },
    );
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
