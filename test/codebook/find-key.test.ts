import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import type { Codebook } from "../../src/codebook/codebook.js";
import { defineCodebook } from "../../src/codebook/define-codebook.js";
import { extendCodebook } from "../../src/codebook/extend-codebook.js";
import { describeFailure, type Found, findKey, keyFinder } from "../../src/codebook/find-key.js";
import { type ListName, listNames, listOf } from "../../src/codebook/keys.js";
import { spelling } from "../../src/codebook/spelling.js";
import { faultOf } from "../support/calendar.js";
import { codebooks, deepFreeze, extensions, spellingsOf, texts } from "../support/codebook.js";

function keysInOrder(codebook: Codebook, list: ListName): string[] {
  return Object.keys(codebook[listOf[list]]);
}

const codebook = defineCodebook({
  sections: { main: { label: "Main parties" } },
  perpetrators: {
    army: { label: "The army", section: "main", aliases: ["Government forces", "Militia"] },
    militia: { label: "Local groups", section: "main" },
    guards: { label: "The guards", section: "main", aliases: ["Armed men", "Militia"] },
    rebels: { label: "Rebels", section: "main", aliases: ["armed men"] },
  },
  unattributed: { mines: { label: "Landmines of unknown source", section: "main" } },
  places: {
    idlib: { label: "Idlib", labelArabic: "إدلب", pcode: "SY07", iso: "SY-ID", aliases: ["Idleb"] },
    homs: { label: "Homs", labelArabic: "حمص", pcode: "SY04", iso: "SY-HI" },
    hama: { label: "Hama", labelArabic: "حماة", pcode: "SY05", iso: "SY-HM" },
    harbour: { label: "Harbour" },
  },
});

describe("keyFinder", () => {
  const findPlace = keyFinder(codebook, "place");
  const findPerpetrator = keyFinder(codebook, "perpetrator");

  test.each([
    ["its key", "idlib"],
    ["its label", "Idlib"],
    ["its Arabic label", "إدلب"],
    ["its Arabic label without hamza", "ادلب"],
    ["an alias", "Idleb"],
    ["its p-code", "SY07"],
    ["its p-code in small letters", "sy07"],
    ["its ISO code", "SY-ID"],
    ["a spelling in other case, with spaces", " IDLEB "],
  ])("finds an entry by %s", (_, text) => {
    expect(findPlace(text)).toEqual({ kind: "found", key: "idlib" });
  });

  test("keeps to its list", () => {
    expect(findPlace("Government forces")).toEqual({ kind: "unknown", suggestions: [] });
    expect(keyFinder(codebook, "unattributed")("Landmines of unknown source")).toEqual({
      kind: "found",
      key: "mines",
    });
  });

  test("chooses none of several keys that share a spelling, in the order of the list", () => {
    expect(findPerpetrator("Armed men")).toEqual({ kind: "ambiguous", keys: ["guards", "rebels"] });
    expect(findPerpetrator("ARMED MEN")).toEqual({ kind: "ambiguous", keys: ["guards", "rebels"] });
    expect(findPerpetrator("Militia")).toEqual({ kind: "ambiguous", keys: ["army", "militia", "guards"] });
  });

  test("takes an exact key for itself, whatever shares its spelling", () => {
    expect(findPerpetrator("militia")).toEqual({ kind: "found", key: "militia" });
  });

  test("proposes what is near, nearest first", () => {
    expect(findPlace("Idilb")).toEqual({ kind: "unknown", suggestions: ["idlib"] });
    expect(findPlace("Homa")).toEqual({ kind: "unknown", suggestions: ["homs", "hama"] });
    expect(findPlace("Xyz")).toEqual({ kind: "unknown", suggestions: [] });
  });

  test("proposes nothing for a code, which is near to every other", () => {
    expect(findPlace("SY08")).toEqual({ kind: "unknown", suggestions: [] });
  });

  test.each(["", " ", "\u00a0\t\n"])(
    "finds nothing for the blank text %j, even if a blank is an alias",
    (blank) => {
      const withBlank = defineCodebook({ roles: { medical: { label: "Medical", aliases: ["", " "] } } });
      expect(keyFinder(withBlank, "role")(blank)).toEqual({ kind: "unknown", suggestions: [] });
    },
  );

  test.each(["toString", "__proto__", "constructor", "hasOwnProperty"])(
    "takes %j for any other text",
    (text) => {
      expect(findPlace(text)).toEqual({ kind: "unknown", suggestions: [] });
    },
  );

  test("gives the same answers after more texts than it remembers", () => {
    const find = keyFinder(codebook, "place");
    for (let text = 0; text < 25_000; text += 1) find(`${text}`);
    expect(find("Idleb")).toEqual({ kind: "found", key: "idlib" });
    expect(find("idlib")).toEqual({ kind: "found", key: "idlib" });
    expect(find("0")).toEqual({ kind: "unknown", suggestions: [] });
    expect(find(" ".repeat(1_000) + "Idleb")).toEqual({ kind: "found", key: "idlib" });
  });

  test.each(["idlib", "Idleb", "Idilb", "Xyz"])(
    "gives an answer for %j that nobody can change for the next",
    (text) => {
      const found = findPlace(text);
      expect(Object.isFrozen(found)).toBe(true);
      if (found.kind === "unknown") expect(Object.isFrozen(found.suggestions)).toBe(true);
    },
  );

  test("types its answer by the list", () => {
    expectTypeOf(findPlace("Idlib")).toEqualTypeOf<Found<"idlib" | "homs" | "hama" | "harbour">>();
    expectTypeOf(keyFinder(codebook, "role")("doctor")).toEqualTypeOf<Found<never>>();
    // @ts-expect-error a codebook has no list of this name: it is "place"
    expect(() => keyFinder(codebook, "places")).toThrow();
  });

  test("finds every key by itself", () => {
    fc.assert(
      fc.property(codebooks(), (any) => {
        for (const list of listNames) {
          const find = keyFinder(any, list);
          for (const key of keysInOrder(any, list)) expect(find(key)).toEqual({ kind: "found", key });
        }
      }),
    );
  });

  test("finds an entry by every text of it, or says that others share the text", () => {
    fc.assert(
      fc.property(codebooks(), fc.constantFrom(...listNames), (any, list) => {
        const find = keyFinder(any, list);
        const spellings = spellingsOf(any, list);
        for (const { key, text } of spellings) {
          const sharing = new Set(
            spellings.filter((other) => spelling(other.text) === spelling(text)).map((one) => one.key),
          );
          const found = find(text);
          if (keysInOrder(any, list).includes(text)) expect(found).toEqual({ kind: "found", key: text });
          else if (spelling(text) === "") expect(found).toEqual({ kind: "unknown", suggestions: [] });
          else if (sharing.size === 1) expect(found).toEqual({ kind: "found", key });
          else
            expect(found).toEqual({
              kind: "ambiguous",
              keys: keysInOrder(any, list).filter((one) => sharing.has(one)),
            });
        }
      }),
    );
  });

  test("answers any text with keys of the list, at most three of them proposed", () => {
    fc.assert(
      fc.property(codebooks(), fc.constantFrom(...listNames), texts(), (any, list, text) => {
        const keys = keysInOrder(any, list);
        const found = keyFinder(any, list)(text);
        if (found.kind === "found") expect(keys).toContain(found.key);
        else {
          const named = found.kind === "unknown" ? found.suggestions : found.keys;
          expect(keys).toEqual(expect.arrayContaining([...named]));
          expect(new Set(named).size).toBe(named.length);
          if (found.kind === "unknown") expect(named.length).toBeLessThanOrEqual(3);
          else expect(named.length).toBeGreaterThanOrEqual(2);
        }
      }),
    );
  });

  test("answers the same whatever it was asked before", () => {
    fc.assert(
      fc.property(codebooks(), fc.array(texts()), (any, asked) => {
        const find = keyFinder(any, "place");
        for (const text of [...asked, ...asked]) expect(find(text)).toEqual(keyFinder(any, "place")(text));
      }),
    );
  });

  test("changes nothing of the codebook", () => {
    fc.assert(
      fc.property(codebooks(), texts(), (any, text) => {
        const before = structuredClone(any);
        keyFinder(deepFreeze(any), "place")(text);
        expect(any).toEqual(before);
      }),
    );
  });

  test("finds in an extension what it found in the base, unless the extension shares the spelling", () => {
    fc.assert(
      fc.property(extensions(), fc.constantFrom(...listNames), ({ base, lists }, list) => {
        const inBase = keyFinder(base, list);
        const extended = extendCodebook(base, lists);
        const inBoth = keyFinder(extended, list);
        const added = spellingsOf(lists, list);
        for (const { text } of spellingsOf(base, list)) {
          const sharing = added
            .filter((other) => spelling(other.text) === spelling(text))
            .map((other) => other.key);
          const found = inBase(text);
          // A new key that is written exactly as the text is that key: the one way in which an extension takes a text over.
          if (sharing.includes(text)) expect(inBoth(text)).toEqual({ kind: "found", key: text });
          else if (sharing.length === 0 || keysInOrder(base, list).includes(text)) {
            if (found.kind !== "unknown") expect(inBoth(text)).toEqual(found);
          } else if (found.kind === "found") {
            const keys = keysInOrder(extended, list).filter(
              (key) => key === found.key || sharing.includes(key),
            );
            expect(inBoth(text)).toEqual({ kind: "ambiguous", keys });
          }
        }
      }),
    );
  });
});

describe("findKey", () => {
  test("gives the key", () => {
    expect(findKey(codebook, "place", "Idleb")).toBe("idlib");
    expectTypeOf(findKey(codebook, "place", "Idleb")).toEqualTypeOf<"idlib" | "homs" | "hama" | "harbour">();
  });

  test("proposes the near miss, with its label and Arabic label", () => {
    const { code, message, details } = faultOf(() => findKey(codebook, "place", "Idilb"));
    expect(code).toBe("key-unknown");
    expect(message).toBe('unknown place "Idilb": did you mean "idlib" (Idlib, إدلب)?');
    expect(details).toEqual({ list: "place", text: "Idilb", suggestions: ["idlib"] });
  });

  test("joins several near misses, and leaves out an Arabic label that is not there", () => {
    expect(faultOf(() => findKey(codebook, "place", "Homa")).message).toBe(
      'unknown place "Homa": did you mean "homs" (Homs, حمص) or "hama" (Hama, حماة)?',
    );
    expect(faultOf(() => findKey(codebook, "place", "Habour")).message).toBe(
      'unknown place "Habour": did you mean "harbour" (Harbour)?',
    );
  });

  test("says what to do where nothing is near", () => {
    const { code, message, details } = faultOf(() => findKey(codebook, "place", "Xyz"));
    expect(code).toBe("key-unknown");
    expect(message).toBe(
      'unknown place "Xyz": the codebook has no such key, label or alias; correct the text, or add it to the codebook',
    );
    expect(details).toEqual({ list: "place", text: "Xyz", suggestions: [] });
  });

  test("names the keys that share a spelling", () => {
    const { code, message, details } = faultOf(() => findKey(codebook, "perpetrator", "Armed Men"));
    expect(code).toBe("key-ambiguous");
    expect(message).toBe(
      'ambiguous perpetrator "Armed Men": it is a spelling of "guards" (The guards) or "rebels" (Rebels); write the key',
    );
    expect(details).toEqual({ list: "perpetrator", text: "Armed Men", keys: ["guards", "rebels"] });
  });
});

describe("describeFailure", () => {
  test("says where the text stands", () => {
    expect(
      describeFailure(codebook, "place", "Idilb", { kind: "unknown", suggestions: ["idlib"] }, "row 17"),
    ).toBe('unknown place "Idilb" (row 17): did you mean "idlib" (Idlib, إدلب)?');
    expect(
      describeFailure(
        codebook,
        "perpetrator",
        "Armed Men",
        { kind: "ambiguous", keys: ["guards", "rebels"] },
        "row 3",
      ),
    ).toBe(
      'ambiguous perpetrator "Armed Men" (row 3): it is a spelling of "guards" (The guards) or "rebels" (Rebels); write the key',
    );
  });

  test("calls an unattributed source by its name, and shows a text that breaks lines in one", () => {
    expect(
      describeFailure(codebook, "unattributed", 'a "mine"\n', { kind: "unknown", suggestions: [] }),
    ).toBe(
      'unknown unattributed source "a \\"mine\\"\\n": the codebook has no such key, label or alias; correct the text, or add it to the codebook',
    );
  });
});
