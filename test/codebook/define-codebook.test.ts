import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import type { Codebook } from "../../src/codebook/codebook.js";
import { defineCodebook, type KeysBy } from "../../src/codebook/define-codebook.js";
import type { ListName } from "../../src/codebook/keys.js";
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
  test("a section that is not in the codebook", () => {
    const { code, message, details } = faultOf(() =>
      // @ts-expect-error the section is "main", not "mian"
      defineCodebook({ sections, perpetrators: { army: { label: "The army", section: "mian" } } }),
    );
    expect(code).toBe("codebook-reference-unknown");
    expect(message).toBe(
      'The perpetrator "army" names the section "mian" (section), which is not in the codebook: add it, or correct the key.',
    );
    expect(details).toEqual({ list: "perpetrator", key: "army", field: "section", reference: "mian" });
  });

  test("every other reference to a key that is not in the codebook", () => {
    const army = { label: "The army", section: "main" } as const;
    const north = { label: "North" };
    const faults = [
      // @ts-expect-error the parent is "army", not "amry"
      () => defineCodebook({ sections, perpetrators: { army, guards: { ...army, parent: "amry" } } }),
      // @ts-expect-error the section is "main", not "mian"
      () => defineCodebook({ sections, unattributed: { mines: { label: "Mines", section: "mian" } } }),
      () =>
        defineCodebook({
          sections,
          perpetrators: { army },
          // @ts-expect-error the member is "army", not "amry"
          alliances: { allies: { label: "Allies", members: ["army", "amry"] } },
        }),
      // @ts-expect-error the parent is "north", not "nroth"
      () => defineCodebook({ places: { north, port: { label: "Port", parent: "nroth" } } }),
      () =>
        defineCodebook({
          roles: { medical: { label: "Medical" } },
          // @ts-expect-error the role is "medical", not "medcial"
          categories: { medics: { label: "Medics", when: { role: "medcial" } } },
        }),
      () =>
        defineCodebook({
          sections,
          perpetrators: { army },
          categories: {
            shelled: {
              label: "Shelled",
              when: {
                all: [
                  { unborn: false },
                  // @ts-expect-error the perpetrator is "army", not "amry"
                  { not: { incident: { any: [{ suspectedOnly: ["army", "amry"] }] } } },
                ],
              },
            },
          },
        }),
    ].map(faultOf);
    expect(faults.map(({ code }) => code)).toEqual(faults.map(() => "codebook-reference-unknown"));
    expect(faults.map(({ details }) => details)).toEqual([
      { list: "perpetrator", key: "guards", field: "parent", reference: "amry" },
      { list: "unattributed", key: "mines", field: "section", reference: "mian" },
      { list: "alliance", key: "allies", field: "members", reference: "amry" },
      { list: "place", key: "port", field: "parent", reference: "nroth" },
      { list: "category", key: "medics", field: "when.role", reference: "medcial" },
      {
        list: "category",
        key: "shelled",
        field: "when.all[1].not.incident.any[0].suspectedOnly[1]",
        reference: "amry",
      },
    ]);
    expect(faults.map(({ message }) => message)).toEqual([
      'The perpetrator "guards" names the perpetrator "amry" (parent), which is not in the codebook: add it, or correct the key.',
      'The unattributed "mines" names the section "mian" (section), which is not in the codebook: add it, or correct the key.',
      'The alliance "allies" names the perpetrator "amry" (members), which is not in the codebook: add it, or correct the key.',
      'The place "port" names the place "nroth" (parent), which is not in the codebook: add it, or correct the key.',
      'The category "medics" names the role "medcial" (when.role), which is not in the codebook: add it, or correct the key.',
      'The category "shelled" names the perpetrator "amry" (when.all[1].not.incident.any[0].suspectedOnly[1]), which is not in the codebook: add it, or correct the key.',
    ]);
  });

  test("a key that names a property of every object as a reference", () => {
    const json = '{ "places": { "north": { "label": "North", "parent": "toString" } } }';
    expect(faultOf(() => defineFromFile(json)).details).toEqual({
      list: "place",
      key: "north",
      field: "parent",
      reference: "toString",
    });
  });

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

  test("a place within itself", () => {
    const { code, message, details } = faultOf(() =>
      defineCodebook({
        places: {
          land: { label: "Land" },
          port: { label: "Port", parent: "town" },
          town: { label: "Town", parent: "port" },
        },
      }),
    );
    expect(code).toBe("codebook-parent-cycle");
    expect(message).toBe('The place "port" lies within itself by its parents: correct one of them.');
    expect(details).toEqual({ list: "place", key: "port" });
  });

  test("a perpetrator that is its own parent", () => {
    const { code, details } = faultOf(() =>
      defineCodebook({
        sections,
        perpetrators: { army: { label: "The army", section: "main", parent: "army" } },
      }),
    );
    expect(code).toBe("codebook-parent-cycle");
    expect(details).toEqual({ list: "perpetrator", key: "army" });
  });

  test.each<[json: string, list: ListName, key: string, message: string]>([
    ['{ "places": [] }', "place", "", "The codebook's places must be an object of entries by key."],
    ['{ "places": "north" }', "place", "", "The codebook's places must be an object of entries by key."],
    ['{ "means": { "gas": null } }', "means", "gas", 'The means "gas" must be an object with a label.'],
    ['{ "means": { "gas": "Gas" } }', "means", "gas", 'The means "gas" must be an object with a label.'],
    [
      '{ "roles": { "x": {} } }',
      "role",
      "x",
      'The role "x" has no label: give the text that is printed for it.',
    ],
    [
      '{ "roles": { "x": { "label": "" } } }',
      "role",
      "x",
      'The role "x" has no label: give the text that is printed for it.',
    ],
    [
      '{ "roles": { "x": { "label": 3 } } }',
      "role",
      "x",
      'The role "x" has no label: give the text that is printed for it.',
    ],
    [
      '{ "roles": { "x": { "label": "X", "aliases": "Y" } } }',
      "role",
      "x",
      'The aliases of the role "x" must be a list of texts.',
    ],
    [
      '{ "roles": { "x": { "label": "X", "aliases": ["Y", 3] } } }',
      "role",
      "x",
      'The aliases of the role "x" must be a list of texts.',
    ],
  ])("%s", (json, list, key, message) => {
    const fault = faultOf(() => defineFromFile(json));
    expect(fault.code).toBe("codebook-malformed");
    expect(fault.message).toBe(message);
    expect(fault.details).toEqual({ list, key });
  });

  test.each([{ from: "2016-02-30" }, { to: "2016-02-30" }])(
    "dates of validity that are not in the calendar: %j",
    (valid) => {
      const lists = {
        sections,
        perpetrators: { army: { label: "The army", section: "main", valid } },
      } as const;
      expect(faultOf(() => defineCodebook(lists)).code).toBe("date-unreal");
    },
  );

  test("a condition that is none", () => {
    const { code, message, details } = faultOf(() =>
      // @ts-expect-error a condition asks for a "role", not for a "rule"
      defineCodebook({ categories: { medics: { label: "Medics", when: { rule: "medical" } } } }),
    );
    expect(code).toBe("condition-malformed");
    expect(message).toBe(
      'The condition at when cannot be read: "rule" is none of all, any, not, role, cause, sex, age, status, unborn, killedIn, origin, died, documented, incident.',
    );
    expect(details).toEqual({ path: "when" });
  });
});
