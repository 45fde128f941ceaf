import { describe, expect, expectTypeOf, test } from "vitest";
import type { Sex } from "../../src/codebook/condition.js";
import { defineCodebook } from "../../src/codebook/define-codebook.js";
import { extendCodebook } from "../../src/codebook/extend-codebook.js";
import { findKey, keyFinder } from "../../src/codebook/find-key.js";
import { listNames } from "../../src/codebook/keys.js";
import type { Age, Victim } from "../../src/record/victim.js";
import { victimTest } from "../../src/rule/condition-test.js";
import type { Holds } from "../../src/rule/holds.js";
import { snhrCodebook } from "../../src/snhr/codebook.js";
import type { SnhrKeys } from "../../src/snhr/keys.js";
import { faultOf } from "../support/calendar.js";
import { spellingsOf } from "../support/codebook.js";

const anyVictim: Victim<SnhrKeys> = {
  id: "1",
  incident: {
    id: "i1",
    date: null,
    place: null,
    means: null,
    suspects: [],
    investigation: null,
    firedFrom: [],
    controlledBy: [],
    sources: [],
    extra: {},
  },
  status: "civilian",
  sex: "unknown",
  age: null,
  unborn: false,
  roles: [],
  cause: null,
  died: null,
  documented: null,
  killedIn: null,
  origin: null,
  sources: [],
  extra: {},
};

describe("snhrCodebook", () => {
  test("is as defineCodebook would have it", () => {
    expect(defineCodebook(snhrCodebook)).toEqual(snhrCodebook);
  });

  test("is plain data: through JSON it is the same", () => {
    expect(JSON.parse(JSON.stringify(snhrCodebook))).toEqual(snhrCodebook);
  });

  test("has no spelling that two keys of a list share", () => {
    for (const list of listNames) {
      const find = keyFinder(snhrCodebook, list);
      for (const { key, text } of spellingsOf(snhrCodebook, list))
        expect([text, find(text)]).toEqual([text, { kind: "found", key }]);
    }
  });

  test("can be extended", () => {
    const extended = extendCodebook(snhrCodebook, {
      perpetrators: { tribes: { label: "Tribal fighters", section: "other" } },
      alliances: { coalition: { label: "US-led coalition and SDF", members: ["coalition", "sdf"] } },
      places: { "daraa-al-balad": { label: "Daraa al Balad", parent: "daraa" } },
    });
    expectTypeOf(findKey(extended, "place", "Daraa al Balad")).toEqualTypeOf<
      keyof typeof snhrCodebook.places | "daraa-al-balad"
    >();
    expect(findKey(extended, "place", "Daraa al Balad")).toBe("daraa-al-balad");
    expect(findKey(extended, "place", "Deraa")).toBe("daraa");
  });

  test("puts the parties of July 2021 in the sections of that report", () => {
    const { perpetrators, unattributed } = snhrCodebook;
    expect([perpetrators.regime, perpetrators.russia, perpetrators.hts, perpetrators.sdf]).toMatchObject([
      { label: "Syrian Regime forces", section: "main" },
      { label: "Russian forces", section: "main" },
      { label: "Hay'at Tahrir al Sham", section: "main" },
      { label: "Syrian Democratic Forces", section: "main" },
    ]);
    expect(perpetrators["turkish-border-guards"]).toMatchObject({
      label: "Turkish border guards",
      section: "other",
    });
    expect(Object.values(unattributed).map(({ label, section }) => [label, section])).toEqual([
      ["Landmines of unknown source", "other"],
      ["Gunfire of unknown source", "other"],
      ["Shells of unknown source", "other"],
      ["Bombings whose perpetrators have not yet been identified", "other"],
      ["Killings by unknown persons", "other"],
      ["Unidentified", "other"],
    ]);
  });

  test("names a party in a sentence as the report does", () => {
    const { perpetrators } = snhrCodebook;
    const phrases = Object.entries(perpetrators).map(([key, { label, phrase = label }]) => [key, phrase]);
    expect(Object.fromEntries(phrases)).toMatchObject({
      regime: "the Syrian regime",
      russia: "Russian forces",
      hts: "Hay'at Tahrir al Sham",
      sdf: "the Kurdish-led Syrian Democratic Forces",
    });
  });

  test("dates the parties whose first or last day is known, a day of change belonging to both", () => {
    const dated = Object.entries(snhrCodebook.perpetrators).filter(([, { valid }]) => valid !== undefined);
    expect(dated.map(([key, { valid }]) => [key, valid])).toEqual([
      ["regime", { to: "2024-12-08" }],
      ["russia", { from: "2015-09-30" }],
      ["hts", { from: "2017-01-28" }],
      ["nusra", { to: "2016-07-28" }],
      ["fateh-al-sham", { from: "2016-07-28", to: "2017-01-28" }],
      ["regime-remnants", { from: "2024-12-08" }],
    ]);
  });

  test.each<[victim: string, age: Age, sex: Sex, unborn: boolean, child: Holds, woman: Holds]>([
    ["a girl of 17", 17, "female", false, "yes", "no"],
    ["a woman of 18", 18, "female", false, "no", "yes"],
    ["a man", 40, "male", false, "no", "no"],
    ["a man of unknown age", null, "male", false, "unknown", "no"],
    ["a female of unknown age", null, "female", false, "unknown", "unknown"],
    ["an adult of unknown sex", { minimum: 18, maximum: 60 }, "unknown", false, "no", "unknown"],
    ["an unborn child", null, "unknown", true, "yes", "no"],
    ["an unborn girl", null, "female", true, "yes", "no"],
    ["an unborn child with the age of its mother", 30, "female", true, "yes", "no"],
  ])("tells of %s whether it is a child and whether it is a woman", (_, age, sex, unborn, child, woman) => {
    const { categories } = snhrCodebook;
    const victim: Victim<SnhrKeys> = { ...anyVictim, age, sex, unborn };
    expect(victimTest(snhrCodebook, categories.child.when)(victim)).toBe(child);
    expect(victimTest(snhrCodebook, categories.woman.when)(victim)).toBe(woman);
  });

  test("refuses a misspelt governorate with the right one", () => {
    expect(faultOf(() => findKey(snhrCodebook, "place", "Idilb")).message).toBe(
      'unknown place "Idilb": did you mean "idlib" (Idlib, إدلب)?',
    );
    expect(faultOf(() => findKey(snhrCodebook, "place", "Damascas")).message).toBe(
      'unknown place "Damascas": did you mean "damascus" (Damascus, دمشق)?',
    );
    expect(faultOf(() => findKey(snhrCodebook, "place", "Hams")).message).toBe(
      'unknown place "Hams": did you mean "homs" (Homs, حمص) or "hama" (Hama, حماة)?',
    );
  });

  // What is nobody is no perpetrator, and "unknown gunmen" are not those of "killings by unknown persons".
  test.each([
    ["perpetrator", "Landmines of unknown source"],
    ["perpetrator", "Unidentified"],
    ["perpetrator", "Other parties"],
    ["perpetrator", "Syrian-Russian alliance forces"],
    ["unattributed", "Unknown gunmen"],
    ["unattributed", "Turkish border guards"],
    ["place", "Al Hawl"],
    ["place", "Syria"],
  ] as const)("has no %s for %j", (list, text) => {
    expect(keyFinder(snhrCodebook, list)(text).kind).toBe("unknown");
  });
});
