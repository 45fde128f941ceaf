import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Share } from "../../src/number/share.js";
import type { Incident } from "../../src/record/incident.js";
import { attributor } from "../../src/rule/attribution.js";
import { attributionBounds } from "../../src/rule/attribution-bounds.js";
import { rankPerpetrators } from "../../src/rule/certain-ranking.js";
import { differenceBounds } from "../../src/rule/difference-bounds.js";
import { shareBounds } from "../../src/rule/share-bounds.js";
import { snhrCodebook } from "../../src/snhr/codebook.js";
import type { SnhrKeys } from "../../src/snhr/keys.js";
import { snhrPolicy } from "../../src/snhr/rules.js";
import { total } from "../../src/tally/read.js";
import { fault } from "../number/fault.js";
import { attainable, type DoubtCase, doubtCases, isOf } from "../support/doubt.js";
import { unknownIncident } from "../support/records.js";

const senses = ["amongSuspects", "whoever"] as const;
const options = { codebook: snhrCodebook, policy: snhrPolicy } as const;

/** So many items of incidents of which this is known. */
type SoMany = readonly [number, Partial<Incident<SnhrKeys>>];

function items(...of: readonly SoMany[]) {
  return of.flatMap(([number, facts]) =>
    Array.from({ length: number }, () => ({
      incident: { ...(unknownIncident as Incident<SnhrKeys>), ...facts },
    })),
  );
}

const by = (...suspects: SnhrKeys["perpetrator"][]) => ({ suspects, investigation: "concluded" as const });
const among = (...suspects: SnhrKeys["perpetrator"][]) => ({ suspects, investigation: "open" as const });

/** To whom an item is ascribed; nobody where that is undetermined. */
function ascribed({ codebook, policy, items: all }: DoubtCase): (readonly string[])[] {
  const attribute = attributor(codebook, policy);
  return all.map(({ incident }) => {
    const attribution = attribute(incident);
    return attribution.kind === "undetermined" ? [] : attribution.to;
  });
}

describe("differenceBounds", () => {
  test("are the extreme differences over all resolutions, in either sense: brute force agrees", () => {
    fc.assert(
      fc.property(doubtCases(), (one) => {
        const { codebook, policy, items: all, group, other } = one;
        const bounds = differenceBounds(all, { codebook, policy, of: group, over: other });
        for (const sense of senses) {
          const differences = attainable(one, sense, (end) => [
            Number(isOf(codebook, end, group)) - Number(isOf(codebook, end, other)),
          ]).map(([difference = 0]) => difference);
          const [minimum, maximum] = [Math.min(...differences), Math.max(...differences)];
          expect(bounds[sense]).toEqual({ minimum, maximum });
        }
      }),
    );
  });

  test("are at least as tight as the difference of the two groups' bounds, and wider in the wider sense", () => {
    fc.assert(
      fc.property(doubtCases(), ({ codebook, policy, items: all, group, other }) => {
        const { amongSuspects, whoever } = differenceBounds(all, {
          codebook,
          policy,
          of: group,
          over: other,
        });
        const [one, two] = [group, other].map(
          (perpetrators) => attributionBounds(all, { codebook, policy, perpetrators }).all,
        );
        if (one === undefined || two === undefined) throw new Error("There are two groups.");
        expect(amongSuspects.minimum).toBeGreaterThanOrEqual(one.certain.count - two.possible.count);
        expect(amongSuspects.maximum).toBeLessThanOrEqual(one.possible.count - two.certain.count);
        expect(whoever.minimum).toBeGreaterThanOrEqual(one.certain.count - two.notExcluded.count);
        expect(whoever.minimum).toBeLessThanOrEqual(amongSuspects.minimum);
        expect(whoever.maximum).toBeGreaterThanOrEqual(amongSuspects.maximum);
      }),
    );
  });

  test("change their sign with the order of the two, and are zero of a group over itself", () => {
    fc.assert(
      fc.property(doubtCases(), ({ codebook, policy, items: all, group, other }) => {
        const forth = differenceBounds(all, { codebook, policy, of: group, over: other });
        const back = differenceBounds(all, { codebook, policy, of: other, over: group });
        expect(back.reported + forth.reported).toBe(0);
        for (const sense of senses) {
          expect(back[sense].minimum + forth[sense].maximum).toBe(0);
          expect(back[sense].maximum + forth[sense].minimum).toBe(0);
        }
        const self = differenceBounds(all, { codebook, policy, of: group, over: group });
        expect(self).toMatchObject({ reported: 0, whoever: { minimum: 0, maximum: 0 }, certain: "no" });
      }),
    );
  });

  test("report the difference of what is reported", () => {
    fc.assert(
      fc.property(doubtCases(), (one) => {
        const { codebook, policy, items: all, group, other } = one;
        const keys = ascribed(one);
        const expected =
          keys.filter((key) => isOf(codebook, key, group)).length -
          keys.filter((key) => isOf(codebook, key, other)).length;
        expect(differenceBounds(all, { codebook, policy, of: group, over: other }).reported).toBe(expected);
      }),
    );
  });

  test("say in which sense the one is certainly more", () => {
    const certaintyOf = (...of: readonly SoMany[]) =>
      differenceBounds(items(...of), { ...options, of: ["regime"], over: ["russia"] }).certain;
    // 3 against 1, whatever a landmine was; against two landmines only if they are nobody's that is named.
    expect(certaintyOf([3, by("regime")], [1, by("russia")], [1, { means: "landmine" }])).toBe("whoever");
    expect(certaintyOf([3, by("regime")], [1, by("russia")], [2, { means: "landmine" }])).toBe(
      "amongSuspects",
    );
    // 3 against 1, and two that may be Russia's: perhaps 3 against 3.
    expect(certaintyOf([3, by("regime")], [1, by("russia")], [2, among("russia", "hts")])).toBe("no");
    expect(certaintyOf([3, by("regime")], [1, by("russia")], [1, among("russia", "hts")])).toBe("whoever");
    // One that is suspected alone may be Russia's, or anybody's.
    expect(certaintyOf([2, by("regime")], [1, by("russia")], [1, among("russia")])).toBe("no");
    expect(certaintyOf([2, by("regime")], [1, by("russia")], [1, among("hts")])).toBe("amongSuspects");
    expect(certaintyOf()).toBe("no");
  });

  test("count what is conclusively by both together for neither", () => {
    const bounds = differenceBounds(items([5, by("regime", "russia")], [1, by("regime")]), {
      ...options,
      of: ["regime"],
      over: ["russia"],
    });
    expect(bounds).toEqual({
      kind: "difference-bounds",
      reported: 1,
      amongSuspects: { minimum: 1, maximum: 1 },
      whoever: { minimum: 1, maximum: 1 },
      certain: "whoever",
    });
  });

  test("are no tally", () => {
    const bounds = differenceBounds([], { ...options, of: ["regime"], over: ["russia"] });
    // @ts-expect-error TS2345: differences are no tally, and do not add up
    expect(fault(() => total(bounds)).code).toBe("tally-not-additive");
  });

  test("refuse what byStanding refuses, of both groups", () => {
    const faultOf = (of: readonly string[], over: readonly string[]) =>
      fault(() => differenceBounds([], { ...options, of: of as never, over: over as never })).code;
    expect(faultOf([], ["russia"])).toBe("selection-empty");
    expect(faultOf(["regime"], ["russia", "russia"])).toBe("selection-repeats-key");
    expect(faultOf(["regime"], ["rusia"])).toBe("dimension-key-unknown");
  });
});

describe("shareBounds", () => {
  /** The value of a share as a fraction; shares of so few are told apart by it. */
  const valueOf = ({ part, whole }: Share) => part / (whole ?? 0);

  test("are the extreme shares over all resolutions that have one: brute force agrees", () => {
    const nested = doubtCases().map((one) => ({ ...one, whole: [...new Set([...one.group, ...one.other])] }));
    fc.assert(
      fc.property(nested, fc.boolean(), (one, ofAll) => {
        const { codebook, policy, items: all, group, whole } = one;
        const bounds = shareBounds(all, { codebook, policy, part: group, whole: ofAll ? "all" : whole });
        for (const sense of senses) {
          const shares = attainable(one, sense, (end) => [
            Number(isOf(codebook, end, group)),
            Number(ofAll || isOf(codebook, end, whole)),
          ])
            .map(([part = 0, of = 0]) => ({ part, whole: of }))
            .filter(({ whole: of }) => of > 0);
          if (shares.length === 0) {
            expect(bounds[sense]).toEqual({ minimum: { part: 0, whole: 0 }, maximum: { part: 0, whole: 0 } });
            continue;
          }
          const values = shares.map(valueOf);
          expect(valueOf(bounds[sense].minimum)).toBe(Math.min(...values));
          expect(valueOf(bounds[sense].maximum)).toBe(Math.max(...values));
          expect(shares).toContainEqual(bounds[sense].minimum);
          expect(shares).toContainEqual(bounds[sense].maximum);
        }
      }),
    );
  });

  test("report the share of what is reported", () => {
    fc.assert(
      fc.property(doubtCases(), (one) => {
        const { codebook, policy, items: all, group } = one;
        const part = ascribed(one).filter((key) => isOf(codebook, key, group)).length;
        const { reported } = shareBounds(all, { codebook, policy, part: group, whole: "all" });
        expect(reported).toEqual({ part, whole: all.length });
      }),
    );
  });

  test("are tighter than those of the two counts: the open cases lie in the whole either way", () => {
    // July 2021 in small: 4 of the regime, 2 of Russia, 1 between them.
    const few = items([4, by("regime")], [2, by("russia")], [1, among("regime", "russia")]);
    const { amongSuspects } = shareBounds(few, {
      ...options,
      part: ["regime"],
      whole: ["regime", "russia"],
    });
    expect(amongSuspects).toEqual({ minimum: { part: 4, whole: 7 }, maximum: { part: 5, whole: 7 } });
  });

  test("move with the whole: what may leave it leaves where that raises the share, and stays where that lowers it", () => {
    const question = { ...options, part: ["regime"], whole: ["regime", "russia"] } as const;
    const shares = shareBounds(items([1, by("regime")], [1, among("russia", "hts")]), question).amongSuspects;
    expect(shares).toEqual({ minimum: { part: 1, whole: 2 }, maximum: { part: 1, whole: 1 } });
    const others = shareBounds(items([1, by("russia")], [1, among("regime", "hts")]), question).amongSuspects;
    expect(others).toEqual({ minimum: { part: 0, whole: 1 }, maximum: { part: 1, whole: 2 } });
  });

  test("of a whole that may be nobody: by the ends at which it is somebody", () => {
    const question = { ...options, part: ["regime"], whole: ["regime", "russia"] } as const;
    const perhaps = (...of: readonly SoMany[]) => shareBounds(items(...of), question).amongSuspects;
    const [nothing, one] = [
      { part: 0, whole: 0 },
      { part: 2, whole: 2 },
    ];
    expect(perhaps([2, among("regime", "hts")])).toEqual({ minimum: one, maximum: one });
    expect(perhaps([2, among("russia", "hts")])).toEqual({
      minimum: { part: 0, whole: 2 },
      maximum: { part: 0, whole: 2 },
    });
    expect(perhaps([2, by("hts")])).toEqual({ minimum: nothing, maximum: nothing });
  });

  test("refuse a part outside of its whole, and what byStanding refuses", () => {
    const faultOf = (part: readonly string[], whole: readonly string[]) =>
      fault(() => shareBounds([], { ...options, part: part as never, whole: whole as never }));
    expect(faultOf(["regime", "hts"], ["regime", "russia"])).toMatchObject({
      code: "share-part-outside-whole",
      details: { dimension: "perpetrators", key: "hts" },
    });
    expect(faultOf([], ["regime"]).code).toBe("selection-empty");
    expect(faultOf(["regime"], []).code).toBe("selection-empty");
  });
});

describe("rankPerpetrators", () => {
  test("ranks by what is reported, and names exactly the pairs that are in one order in every resolution", () => {
    fc.assert(
      fc.property(doubtCases(), (one) => {
        const { codebook, policy, items: all } = one;
        const perpetrators = Object.keys(codebook.perpetrators).slice(0, 3);
        const { rows, certain } = rankPerpetrators(all, { codebook, policy, perpetrators });
        const keys = ascribed(one);
        expect(rows.map(({ reported }) => reported)).toEqual(
          rows.map(({ perpetrator }) => keys.filter((key) => isOf(codebook, key, [perpetrator])).length),
        );
        expect([...rows].sort((a, b) => b.reported - a.reported)).toEqual(rows);
        expect(rows.map(({ perpetrator }) => perpetrator).sort()).toEqual([...perpetrators].sort());

        const isCertain = (more: string, less: string) =>
          attainable(one, "amongSuspects", (end) => [
            Number(isOf(codebook, end, [more])) - Number(isOf(codebook, end, [less])),
          ]).every(([difference = 0]) => difference > 0);
        const expected = rows.flatMap(({ perpetrator: more }) =>
          rows
            .filter(({ perpetrator: less }) => isCertain(more, less))
            .map(({ perpetrator: less }) => [more, less]),
        );
        expect(certain.map(({ more, less }) => [more, less])).toEqual(expected);
      }),
    );
  });

  test("keeps the order in which they were named where as many are reported of both", () => {
    const { rows } = rankPerpetrators(items([1, by("hts")], [1, by("sdf")]), {
      ...options,
      perpetrators: ["sdf", "russia", "hts"],
    });
    expect(rows).toEqual([
      { perpetrator: "sdf", reported: 1 },
      { perpetrator: "hts", reported: 1 },
      { perpetrator: "russia", reported: 0 },
    ]);
  });

  test("ranks groups beside perpetrators, each pair as differenceBounds judges it", () => {
    fc.assert(
      fc.property(doubtCases(), (one) => {
        const { codebook, policy, items: all, group, other } = one;
        const [single = ""] = Object.keys(codebook.perpetrators);
        const members = new Map([[single, [single]]]);
        const groups = Object.fromEntries(
          [group, other].map((keys, nth) => {
            members.set(`group ${nth}`, [...keys]);
            return [`group ${nth}`, keys];
          }),
        );
        const ranking = rankPerpetrators(all, { codebook, policy, perpetrators: [single], groups });
        expect(ranking.rows.map(({ perpetrator }) => perpetrator).sort()).toEqual([...members.keys()].sort());
        const bounds = ranking.rows.flatMap(({ perpetrator: more }) =>
          ranking.rows
            .filter((less) => less.perpetrator !== more)
            .map(({ perpetrator: less }) => {
              const [of, over] = [members.get(more) ?? [], members.get(less) ?? []];
              return { more, less, difference: differenceBounds(all, { codebook, policy, of, over }) };
            }),
        );
        expect(ranking.certain).toEqual(bounds.filter(({ difference }) => difference.certain !== "no"));
        // As many are reported of a group as of its members and their parts, jointly too.
        for (const { perpetrator, reported } of ranking.rows) {
          const keys = members.get(perpetrator) ?? [];
          const bound = attributionBounds(all, { codebook, policy, perpetrators: keys }).all.reported.count;
          expect(reported).toBe(bound);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("ranks groups without any single perpetrator, in the order in which they were named", () => {
    const groups = { alliance: ["regime", "russia"], others: ["hts", "sdf"] } as const;
    expect(rankPerpetrators(items([2, by("hts")], [2, by("regime")]), { ...options, groups }).rows).toEqual([
      { perpetrator: "alliance", reported: 2 },
      { perpetrator: "others", reported: 2 },
    ]);
  });

  test("refuses what byStanding refuses, of groups too, and two of one name", () => {
    const codeOf = (ranked: object) => fault(() => rankPerpetrators([], { ...options, ...ranked })).code;
    expect(codeOf({})).toBe("selection-empty");
    expect(codeOf({ groups: {} })).toBe("selection-empty");
    expect(codeOf({ perpetrators: ["hts", "hts"] })).toBe("selection-repeats-key");
    expect(codeOf({ groups: { nobody: [] } })).toBe("selection-empty");
    expect(codeOf({ groups: { some: ["hst"] } })).toBe("dimension-key-unknown");
    // A number under any of these names would be read as that of the row of the tables.
    for (const name of ["hts", "regime", "landmines", "jointly"])
      expect(codeOf({ perpetrators: ["hts"], groups: { [name]: ["hts", "sdf"] } })).toBe("group-name-taken");
  });

  test("takes a single key as its sisters do, and refuses what is no list of keys", () => {
    const ranked = (asked: object) =>
      rankPerpetrators(items([1, by("hts")]), { ...options, ...asked }).rows.map(
        ({ perpetrator }) => perpetrator,
      );
    expect(ranked({ perpetrators: "hts" })).toEqual(["hts"]);
    expect(ranked({ groups: { some: "hts" } })).toEqual(["some"]);
    const codeOf = (asked: object) => fault(() => ranked(asked)).code;
    for (const no of [1, true, new Set(["hts"]), { hts: 1 }]) {
      expect(codeOf({ perpetrators: no })).toBe("argument-malformed");
      expect(codeOf({ groups: { some: no } })).toBe("argument-malformed");
      expect(fault(() => attributionBounds([], { ...options, perpetrators: no as never })).code).toBe(
        "argument-malformed",
      );
    }
    for (const no of [1, true, "hts", [["hts"]]]) expect(codeOf({ groups: no })).toBe("argument-malformed");
    expect(codeOf({ perpetrators: null })).toBe("selection-empty");
    expect(codeOf({ group: { some: ["hts"] } })).toBe("options-malformed");
    expect(fault(() => rankPerpetrators([], { ...options, perpetrators: [] })).code).toBe("selection-empty");
  });
});
