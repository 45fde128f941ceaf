import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import type { Codebook } from "../../src/codebook/codebook.js";
import { defineCodebook } from "../../src/codebook/define-codebook.js";
import { extendCodebook } from "../../src/codebook/extend-codebook.js";
import { findKey } from "../../src/codebook/find-key.js";
import { type Keys, listNames, listOf } from "../../src/codebook/keys.js";
import { faultOf } from "../support/calendar.js";
import { codebooks, deepFreeze, emptyCodebook, extensions } from "../support/codebook.js";

const base = defineCodebook({
  sections: { main: { label: "Main parties" } },
  perpetrators: { army: { label: "The army", section: "main" } },
  roles: { medical: { label: "Medical" } },
  places: { north: { label: "North" } },
});

const second = extendCodebook(base, {
  sections: { other: { label: "Other parties" } },
  perpetrators: {
    guards: { label: "The guards", section: "other", parent: "army" },
    rebels: { label: "Rebels", section: "main", parent: "guards" },
  },
  alliances: { allies: { label: "Allies", members: ["army", "guards"] } },
  categories: { medics: { label: "Medics", when: { all: [{ role: "medical" }, { killedIn: "harbour" }] } } },
  places: { harbour: { label: "Harbour", parent: "north" } },
});

const third = extendCodebook(second, {
  unattributed: { mines: { label: "Mines", section: "other" } },
  alliances: { union: { label: "Union", members: ["rebels", "army"] } },
  roles: { media: { label: "Media" } },
  categories: {
    struck: { label: "Struck", when: { incident: { suspectedOnly: ["army", "rebels"] } } },
    staff: { label: "Staff", when: { any: [{ role: "media" }, { role: "medical" }, { origin: "quay" }] } },
  },
  places: { quay: { label: "Quay", parent: "harbour" } },
});

/** A function of the library that takes any codebook, as a downstream project calls it. */
function placeOf<K extends Keys>(codebook: Codebook<K>, text: string): K["place"] {
  return findKey(codebook, "place", text);
}

describe("extendCodebook", () => {
  test("two levels deep holds the keys of all, as literals", () => {
    expectTypeOf<keyof typeof third.perpetrators>().toEqualTypeOf<"army" | "guards" | "rebels">();
    expectTypeOf<keyof typeof third.sections>().toEqualTypeOf<"main" | "other">();
    expectTypeOf<keyof typeof third.unattributed>().toEqualTypeOf<"mines">();
    expectTypeOf<keyof typeof third.alliances>().toEqualTypeOf<"allies" | "union">();
    expectTypeOf<keyof typeof third.roles>().toEqualTypeOf<"medical" | "media">();
    expectTypeOf<keyof typeof third.causes>().toEqualTypeOf<never>();
    expectTypeOf<keyof typeof third.categories>().toEqualTypeOf<"medics" | "struck" | "staff">();
    expectTypeOf(placeOf(third, "Quay")).toEqualTypeOf<"north" | "harbour" | "quay">();
    expect(placeOf(third, "Quay")).toBe("quay");
    expect(Object.keys(third.places)).toEqual(["north", "harbour", "quay"]);
    expect(Object.keys(third.perpetrators)).toEqual(["army", "guards", "rebels"]);
    expect(third.perpetrators.guards.parent).toBe("army");
    expect(Object.keys(base.places)).toEqual(["north"]);
  });

  test("keeps everything of the base and adds everything of the lists", () => {
    fc.assert(
      fc.property(extensions(), ({ base, lists }) => {
        const extended = extendCodebook(base, lists);
        for (const name of listNames) {
          const list = listOf[name];
          expect(extended[list]).toEqual({ ...base[list], ...lists[list] });
          expect(Object.keys(extended[list])).toHaveLength(
            Object.keys(base[list]).length + Object.keys(lists[list]).length,
          );
        }
      }),
    );
  });

  test("changes neither the base nor the lists", () => {
    fc.assert(
      fc.property(extensions(), ({ base, lists }) => {
        const before = structuredClone({ base, lists });
        extendCodebook(deepFreeze(base), deepFreeze(lists));
        expect({ base, lists }).toEqual(before);
      }),
    );
  });

  test("by nothing gives the base; of nothing gives the lists", () => {
    fc.assert(
      fc.property(codebooks(), (codebook) => {
        expect(extendCodebook(codebook, {})).toEqual(codebook);
        expect(extendCodebook(emptyCodebook, codebook)).toEqual(codebook);
      }),
    );
  });

  test("refuses every list that holds a key of the base", () => {
    fc.assert(
      fc.property(codebooks(), fc.constantFrom(...listNames), (codebook, name) => {
        const list = listOf[name];
        const [key] = Object.keys(codebook[list]);
        fc.pre(key !== undefined);
        const { code, details } = faultOf(() => extendCodebook(codebook, { [list]: codebook[list] }));
        expect(code).toBe("codebook-key-exists");
        expect(details).toEqual({ list: name, key });
      }),
    );
  });

  test("says which key the base already has", () => {
    const { code, message, details } = faultOf(() =>
      extendCodebook(base, { places: { harbour: { label: "Harbour" }, north: { label: "The north" } } }),
    );
    expect(code).toBe("codebook-key-exists");
    expect(message).toBe('The codebook already has the place "north": give the new entry a key of its own.');
    expect(details).toEqual({ list: "place", key: "north" });
  });

  test("refuses a perpetrator that is an unattributed source of the base", () => {
    const { code, details } = faultOf(() =>
      extendCodebook(third, { perpetrators: { mines: { label: "Mines", section: "main" } } }),
    );
    expect(code).toBe("codebook-key-clash");
    expect(details).toEqual({ key: "mines", lists: ["perpetrator", "unattributed"] });
  });

  test("refuses references that neither the base nor the lists have", () => {
    const main = { label: "Police", section: "main" } as const;
    const faults = [
      // @ts-expect-error the section is "other", not "ohter"
      () => extendCodebook(second, { perpetrators: { police: { label: "Police", section: "ohter" } } }),
      // @ts-expect-error the parent is "guards", not "gaurds"
      () => extendCodebook(second, { perpetrators: { police: { ...main, parent: "gaurds" } } }),
      // @ts-expect-error the member is "rebels", not "rebles"
      () => extendCodebook(second, { alliances: { union: { label: "Union", members: ["army", "rebles"] } } }),
      // @ts-expect-error the parent is "harbour", not "harbor"
      () => extendCodebook(second, { places: { quay: { label: "Quay", parent: "harbor" } } }),
      // @ts-expect-error the role is "medical", not "medcial"
      () => extendCodebook(second, { categories: { staff: { label: "Staff", when: { role: "medcial" } } } }),
    ].map(faultOf);
    expect(faults.map(({ code }) => code)).toEqual(faults.map(() => "codebook-reference-unknown"));
    expect(faults.map(({ details }) => details)).toEqual([
      { list: "perpetrator", key: "police", field: "section", reference: "ohter" },
      { list: "perpetrator", key: "police", field: "parent", reference: "gaurds" },
      { list: "alliance", key: "union", field: "members", reference: "rebles" },
      { list: "place", key: "quay", field: "parent", reference: "harbor" },
      { list: "category", key: "staff", field: "categories.staff.when.role", reference: "medcial" },
    ]);
  });

  test("refuses what defineCodebook refuses", () => {
    expect(faultOf(() => extendCodebook(base, { roles: { unknown: { label: "Any" } } })).code).toBe(
      "codebook-key-reserved",
    );
    expect(faultOf(() => extendCodebook(base, { roles: { any: { label: "" } } })).code).toBe(
      "codebook-malformed",
    );
    // @ts-expect-error the list is "places", not "place"
    expect(faultOf(() => extendCodebook(base, { place: { quay: { label: "Quay" } } })).details).toEqual({
      list: "place",
      key: "",
    });
    expect(
      faultOf(() => extendCodebook(base, { places: { quay: { label: "Quay", parent: "quay" } } })).code,
    ).toBe("codebook-parent-cycle");
  });

  test.each([[[]], ["quay"], [3], [null]])("refuses lists that are no object of entries: %j", (places) => {
    const lists = { places } as unknown as Codebook;
    const { code, message, details } = faultOf(() => extendCodebook(base, lists));
    expect(code).toBe("codebook-malformed");
    expect(message).toBe("The codebook's places must be an object of entries by key.");
    expect(details).toEqual({ list: "place", key: "" });
  });
});
