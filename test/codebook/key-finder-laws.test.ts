import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Codebook } from "../../src/codebook/codebook.js";
import { extendCodebook } from "../../src/codebook/extend-codebook.js";
import { keyFinder } from "../../src/codebook/find-key.js";
import { type ListName, listNames, listOf } from "../../src/codebook/keys.js";
import { spelling } from "../../src/codebook/spelling.js";
import { codebooks, deepFreeze, extensions, spellingsOf, texts } from "../support/codebook.js";

function keysInOrder(codebook: Codebook, list: ListName): string[] {
  return Object.keys(codebook[listOf[list]]);
}

describe("keyFinder", () => {
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

  test("finds in an extension what it finds in the base", () => {
    fc.assert(
      fc.property(
        extensions(),
        fc.constantFrom(...listNames),
        fc.array(texts()),
        ({ base, lists }, list, any) => {
          const inBase = keyFinder(base, list);
          const inBoth = keyFinder(extendCodebook(base, lists), list);
          for (const text of [...spellingsOf(base, list).map((one) => one.text), ...any]) {
            const found = inBase(text);
            if (found.kind !== "unknown") expect(inBoth(text)).toEqual(found);
          }
        },
      ),
    );
  });

  test("finds what an extension adds as it does without the base", () => {
    fc.assert(
      fc.property(extensions(), fc.constantFrom(...listNames), ({ base, lists }, list) => {
        const added = keyFinder(lists, list);
        const inBoth = keyFinder(extendCodebook(base, lists), list);
        for (const { text } of spellingsOf(lists, list)) {
          const found = added(text);
          if (found.kind !== "unknown") expect(inBoth(text)).toEqual(found);
        }
      }),
    );
  });
});
