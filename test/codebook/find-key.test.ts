import { describe, expect, expectTypeOf, test } from "vitest";
import { defineCodebook } from "../../src/codebook/define-codebook.js";
import { describeFailure, type Found, findKey, keyFinder } from "../../src/codebook/find-key.js";
import { parseVersions } from "../../src/revision/parse-versions.js";
import { faultOf } from "../support/calendar.js";

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

test.each([null, { label: null }, { label: 3 }])(
  "an entry that cannot be read is refused, not tripped over: %j",
  (entry) => {
    const faulty = { ...codebook, places: { ...codebook.places, homs: entry } } as never;
    for (const use of [
      () => keyFinder(faulty, "place" as never),
      () => findKey(faulty, "place" as never, "Homs"),
      () => parseVersions(faulty, { victims: [] }),
    ])
      expect(faultOf(use)).toMatchObject({
        code: "codebook-malformed",
        details: { list: "place", key: "homs" },
      });
  },
);

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
    const find = keyFinder(codebook, "perpetrator");
    for (let text = 0; text < 25_000; text += 1) find(`${text}`);
    expect(find("militia")).toEqual({ kind: "found", key: "militia" });
    expect(find("Local Groups")).toEqual({ kind: "found", key: "militia" });
    expect(find("0")).toEqual({ kind: "unknown", suggestions: [] });
    expect(find(`${" ".repeat(1_000)}Local groups`)).toEqual({ kind: "found", key: "militia" });
  });

  test.each(["rebels", "Government forces", "Rebles", "Xyz", "Armed men"])(
    "gives an answer for %j that nobody can change for the next",
    (text) => {
      const found = findPerpetrator(text);
      expect(Object.isFrozen(found)).toBe(true);
      for (const part of Object.values(found)) expect(Object.isFrozen(part)).toBe(true);
    },
  );

  test("types its answer by the list", () => {
    expectTypeOf(findPlace("Idlib")).toEqualTypeOf<Found<"idlib" | "homs" | "hama" | "harbour">>();
    expectTypeOf(keyFinder(codebook, "role")("doctor")).toEqualTypeOf<Found<never>>();
    // @ts-expect-error a codebook has no list of this name: it is "place"
    expect(() => keyFinder(codebook, "places")).toThrow();
  });
});

describe("findKey", () => {
  test("refuses what is no text, and a list that there is not", () => {
    const hostile = findKey as (...given: unknown[]) => string;
    for (const text of [null, undefined, 7, {}]) {
      expect(faultOf(() => hostile(codebook, "place", text)).code).toBe("key-unknown");
    }
    expect(faultOf(() => hostile(codebook, "plaec", "Idleb"))).toMatchObject({
      code: "list-unknown",
      details: { list: "plaec" },
    });
  });

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
  test("stays short, however long the text, and however many keys share it", () => {
    const places = Object.fromEntries(
      Array.from({ length: 1000 }, (_, index) => [`p-${index}`, { label: "Harbour" }]),
    );
    const shared = faultOf(() => findKey(defineCodebook({ places }), "place", "harbour"));
    expect(shared.message).toBe(
      'ambiguous place "harbour": it is a spelling of "p-0" (Harbour) or "p-1" (Harbour) or "p-2" (Harbour) or "p-3" (Harbour) or "p-4" (Harbour) or 995 others; write the key',
    );
    const long = faultOf(() => findKey(codebook, "place", "x".repeat(100_000)));
    expect(long.message.length).toBeLessThan(250);
  });

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
