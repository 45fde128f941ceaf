import { describe, expect, test } from "vitest";
import { partialDate } from "../../src/calendar/partial-date.js";
import type { Victim } from "../../src/record/victim.js";
import { byCategory, byCategoryInDoubt, byCause, byMeans, byRole } from "../../src/report/by-fact.js";
import { snhrCodebook } from "../../src/snhr/codebook.js";
import type { SnhrKeys } from "../../src/snhr/keys.js";
import { total } from "../../src/tally/read.js";
import { tally } from "../../src/tally/tally.js";
import { unknownIncident, unknownVictim } from "../support/records.js";
import { codebook, type HandMadeKeys } from "./hand-made.js";

// Of nobody anything is known, so no key of the codebook is missing.
const nobody = unknownVictim as Victim<HandMadeKeys>;
const incident = unknownIncident as Victim<HandMadeKeys>["incident"];

test("byMeans: those of the incident", () => {
  const { keys, keyOf } = byMeans(codebook);
  expect(keys).toEqual(["shelling", "landmine", "detention", "unknown"]);
  expect(keyOf({ incident: { ...incident, means: "landmine" } })).toBe("landmine");
  expect(keyOf({ incident })).toBe("unknown");
});

test("byCause: that of the victim", () => {
  const { keys, keyOf } = byCause(codebook);
  expect(keys).toEqual(["torture", "shrapnel", "unknown"]);
  expect(keyOf({ cause: "torture" })).toBe("torture");
  expect(keyOf({ cause: null })).toBe("unknown");
});

test("byRole: each that is recorded, an inclusion", () => {
  const { kind, keys, keysOf } = byRole(snhrCodebook);
  expect([kind, keys]).toEqual(["inclusion", ["medical", "media", "civil-defense", "relief"]]);
  expect(keysOf({ roles: ["media", "civil-defense"] })).toEqual(["media", "civil-defense"]);
  expect(keysOf({ roles: [] })).toEqual([]);
});

describe("byCategoryInDoubt", () => {
  const { kind, keys, keysOf } = byCategoryInDoubt(codebook);
  const known = { sex: "male", age: 40, cause: "shrapnel" } as const;

  test("has the categories of the codebook, in its order", () => {
    expect([kind, keys]).toEqual(["inclusion", ["child", "woman", "torture", "medic"]]);
  });

  test.each([
    ["a man of whom all is known is in doubt for none", {}, []],
    ["whose age is not known may be a child", { age: null }, ["child"]],
    [
      "a girl or a woman may be either",
      { sex: "female", age: { minimum: 17, maximum: 18 } },
      ["child", "woman"],
    ],
    ["an adult of unknown sex may be a woman", { sex: "unknown" }, ["woman"]],
    ["a child of unknown sex is known to be no woman", { sex: "unknown", age: 17 }, []],
    ["whose cause of death is not recorded may have died of torture", { cause: null }, ["torture"]],
    ["roles are those that are recorded", { roles: [] }, []],
  ] as const)("%s", (_, facts, expected) => {
    const victim = { ...nobody, ...known, ...facts };
    expect(keysOf(victim)).toEqual(expected);
    expect(
      byCategory(codebook)
        .keysOf(victim)
        .filter((key) => keysOf(victim).includes(key)),
    ).toEqual([]);
  });
});

describe("byCategory", () => {
  const { kind, keys, keysOf } = byCategory(codebook);

  test("has the categories of the codebook, in its order", () => {
    expect([kind, keys]).toEqual(["inclusion", ["child", "woman", "torture", "medic"]]);
  });

  test.each([
    ["a girl is a child and no woman", { sex: "female", age: 17 }, ["child"]],
    ["a woman", { sex: "female", age: 18 }, ["woman"]],
    ["a man", { sex: "male", age: 18 }, []],
    ["an adult of unknown sex is not in the category", { age: 18 }, []],
    ["nor is one whose age may be under 18 or not", { age: { minimum: 17, maximum: 18 } }, []],
    ["nor is anybody of whom nothing is known", {}, []],
    ["a band under 18 is known to be a child's", { age: { minimum: 0, maximum: 17 } }, ["child"]],
    [
      "categories overlap",
      { sex: "female", age: 30, cause: "torture", roles: ["medic"] },
      ["woman", "torture", "medic"],
    ],
  ] as const)("%s", (_, facts, expected) => {
    expect(keysOf({ ...nobody, ...facts })).toEqual(expected);
  });

  test("may ask about dates and the incident", () => {
    const asking = {
      ...codebook,
      categories: {
        early: { label: "Early", when: { died: "2011" } },
        mined: { label: "Mined", when: { incident: { means: "landmine" } } },
      },
    } as const;
    const victim = {
      ...nobody,
      died: partialDate("2011-05"),
      incident: { ...incident, means: "landmine" },
    } as const;
    expect(byCategory(asking).keysOf(victim)).toEqual(["early", "mined"]);
    expect(byCategory(asking).keysOf({ ...victim, died: partialDate("2011/2012") })).toEqual(["mined"]);
  });

  test("the one media worker of July 2021 is a Civil Defense media worker: one person in both (section IV.C and D)", () => {
    const worker = { ...(unknownVictim as Victim<SnhrKeys>), roles: ["media", "civil-defense"] } as const;
    const { count, including } = total(tally([worker], { by: {}, including: byCategory(snhrCodebook) }));
    expect([count, including.media.part, including["civil-defense"].part]).toEqual([1, 1, 1]);
  });
});
