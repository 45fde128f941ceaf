import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import type { Codebook } from "../../src/codebook/codebook.js";
import { defineCodebook, type KeysBy } from "../../src/codebook/define-codebook.js";
import { type ListName, listOf } from "../../src/codebook/keys.js";
import { faultOf } from "../support/calendar.js";
import { codebooks, deepFreeze, emptyCodebook } from "../support/codebook.js";

const sections = { main: { label: "Main parties" } };

/** What no compiler saw: lists as they come from a file. */
function defineFromFile(json: string): Codebook {
  return defineCodebook(JSON.parse(json) as Codebook);
}

describe("defineCodebook", () => {
  test("gives every list, those that are left out empty", () => {
    expect(defineCodebook({})).toEqual(emptyCodebook);
    expect(defineCodebook({ sections, places: { idlib: { label: "Idlib" } } })).toEqual({
      ...emptyCodebook,
      sections,
      places: { idlib: { label: "Idlib" } },
    });
  });

  test("infers the keys as literals, and never for a list that is left out", () => {
    const codebook = defineCodebook({
      sections: { main: { label: "Main" }, other: { label: "Other" } },
      perpetrators: {
        army: { label: "The army", section: "main" },
        guards: { label: "The guards", section: "other", parent: "army" },
      },
      alliances: { allies: { label: "Allies", members: ["army", "guards"] } },
      roles: { medical: { label: "Medical" } },
      categories: {
        medics: { label: "Medics of the north", when: { all: [{ role: "medical" }, { killedIn: "north" }] } },
      },
      places: { north: { label: "North" }, harbour: { label: "Harbour", parent: "north" } },
    });
    expectTypeOf(codebook).toEqualTypeOf<
      Codebook<
        KeysBy<
          "main" | "other",
          "army" | "guards",
          never,
          "allies",
          "medical",
          never,
          never,
          "medics",
          "north" | "harbour"
        >
      >
    >();
  });

  test("gives back plain data: through JSON it is the same codebook", () => {
    fc.assert(
      fc.property(codebooks(), (codebook) => {
        const defined = defineCodebook(codebook);
        expect(defined).toEqual(codebook);
        expect(defineFromFile(JSON.stringify(defined))).toEqual(defined);
      }),
    );
  });

  test("changes nothing that it is given", () => {
    fc.assert(
      fc.property(codebooks(), (codebook) => {
        const before = structuredClone(codebook);
        defineCodebook(deepFreeze(codebook));
        expect(codebook).toEqual(before);
      }),
    );
  });
});

describe("defineCodebook refuses", () => {
  test.each(["__proto__", "constructor", "prototype", "unknown", "undated", "outside", "jointly"])(
    "the key %j in any list",
    (key) => {
      const { code, message, details } = faultOf(() =>
        defineFromFile(`{ "places": { ${JSON.stringify(key)}: { "label": "Any" } } }`),
      );
      expect(code).toBe("codebook-key-reserved");
      expect(message).toBe(
        `The place key "${key}" cannot be used: it is reserved. Choose another key; the label may stay.`,
      );
      expect(details).toEqual({ list: "place", key });
    },
  );

  test("an empty key", () => {
    const { code, message } = faultOf(() => defineCodebook({ roles: { "": { label: "Any" } } }));
    expect(code).toBe("codebook-key-reserved");
    expect(message).toBe(
      'The role key "" cannot be used: it is empty. Choose another key; the label may stay.',
    );
  });

  test("a key that is a perpetrator and an unattributed source", () => {
    const entry = { label: "Any", section: "main" } as const;
    const { code, message, details } = faultOf(() =>
      defineCodebook({ sections, perpetrators: { snipers: entry }, unattributed: { snipers: entry } }),
    );
    expect(code).toBe("codebook-key-clash");
    expect(message).toBe(
      '"snipers" is both a perpetrator and an unattributed source: they stand in one column, give each a key of its own.',
    );
    expect(details).toEqual({ key: "snipers", lists: ["perpetrator", "unattributed"] });
  });

  test.each([['{ "places": [] }'], ['{ "places": "north" }'], ['{ "places": 3 }'], ['{ "places": null }']])(
    "lists that are no object of entries: %s",
    (json) => {
      const { code, message, details } = faultOf(() => defineFromFile(json));
      expect(code).toBe("codebook-malformed");
      expect(message).toBe("The codebook's places must be an object of entries by key.");
      expect(details).toEqual({ list: "place", key: "" });
    },
  );

  const all =
    "known are sections, perpetrators, unattributed, alliances, roles, causes, means, categories, places.";

  test.each([
    ["place", 'did you mean "places"?'],
    ["Places", 'did you mean "places"?'],
    ["perpretators", 'did you mean "perpetrators"?'],
    ["labels", all],
    ["toString", all],
    ["__proto__", all],
  ])("the list %j, which a codebook does not have", (list, what) => {
    const { code, message, details } = faultOf(() => defineFromFile(`{ ${JSON.stringify(list)}: {} }`));
    expect(code).toBe("codebook-malformed");
    expect(message).toBe(`A codebook has no list "${list}": ${what}`);
    expect(details).toEqual({ list, key: "" });
  });

  test.each(["null", "3", '"places"'])("what is no object of lists: %s", (json) => {
    const { code, message } = faultOf(() => defineFromFile(json));
    expect(code).toBe("codebook-malformed");
    expect(message).toBe(`A codebook is made of an object of lists, not of ${json}.`);
  });

  test("a misspelt list in code, too", () => {
    // @ts-expect-error the list is "places", not "place"
    expect(faultOf(() => defineCodebook({ place: { north: { label: "North" } } })).details).toEqual({
      list: "place",
      key: "",
    });
  });

  test.each<[list: ListName, entry: object]>([
    ["section", {}],
    ["perpetrator", { section: "main" }],
    ["unattributed", { section: "main" }],
    ["alliance", { members: [] }],
    ["role", {}],
    ["cause", {}],
    ["means", {}],
    ["category", { when: { unborn: true } }],
    ["place", {}],
  ])("a %s without a label", (list, entry) => {
    const file = { sections, [listOf[list]]: { x: entry } };
    const { code, message, details } = faultOf(() => defineFromFile(JSON.stringify(file)));
    expect(code).toBe("codebook-malformed");
    expect(message).toBe(
      `The ${list} "x" cannot be read: it has no label, which must be a text that is not blank.`,
    );
    expect(details).toEqual({ list, key: "x" });
  });

  test("a condition that is none", () => {
    const { code, message, details } = faultOf(() =>
      // @ts-expect-error a condition asks for a "role", not for a "rule"
      defineCodebook({ categories: { medics: { label: "Medics", when: { rule: "medical" } } } }),
    );
    expect(code).toBe("condition-malformed");
    expect(message).toBe(
      'The condition at categories.medics.when cannot be read: "rule" is none of its forms: did you mean "role"?',
    );
    expect(details).toEqual({ path: "categories.medics.when" });
  });

  test("a part of a condition, by its path", () => {
    const json =
      '{ "categories": { "x": { "label": "X", "when": { "all": [{ "unborn": false }, { "sex": "f" }] } } } }';
    const { code, message, details } = faultOf(() => defineFromFile(json));
    expect(code).toBe("condition-malformed");
    expect(message).toBe(
      "The condition at categories.x.when.all[1].sex cannot be read: it takes one of female, male.",
    );
    expect(details).toEqual({ path: "categories.x.when.all[1].sex" });
  });

  test("a category without a condition", () => {
    const { code, details } = faultOf(() => defineFromFile('{ "categories": { "x": { "label": "X" } } }'));
    expect(code).toBe("condition-malformed");
    expect(details).toEqual({ path: "categories.x.when" });
  });
});
