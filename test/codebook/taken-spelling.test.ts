import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Codebook, Place } from "../../src/codebook/codebook.js";
import { defineCodebook } from "../../src/codebook/define-codebook.js";
import { extendCodebook } from "../../src/codebook/extend-codebook.js";
import { keyFinder } from "../../src/codebook/find-key.js";
import { listNames, listOf } from "../../src/codebook/keys.js";
import { spelling } from "../../src/codebook/spelling.js";
import { faultOf } from "../support/calendar.js";
import { codebooks, spellingsOf } from "../support/codebook.js";

const base = defineCodebook({
  sections: { main: { label: "Main parties" } },
  perpetrators: {
    army: { label: "The army", phrase: "soldiers", section: "main", aliases: ["Armed men"] },
    rebels: { label: "Rebels", section: "main", aliases: ["armed-men"] },
  },
  unattributed: { mines: { label: "Landmines", section: "main" } },
  places: {
    north: { label: "North" },
    idlib: { label: "Idlib", labelArabic: "إدلب", pcode: "SY07", iso: "SY-ID", aliases: ["Edlib", "", " "] },
  },
});

/** The error of extending the base by one place. */
function faultOfPlace(key: string, place: Place<"north" | "idlib">) {
  return faultOf(() => extendCodebook(base, { places: { [key]: place } }));
}

describe("extendCodebook refuses", () => {
  test("a spelling that means something in the base", () => {
    const { code, message, details } = faultOfPlace("port", { label: "Port", aliases: ["Quay", "NORTH"] });
    expect(code).toBe("codebook-spelling-taken");
    expect(message).toBe(
      'The new place "port" cannot be spelt "NORTH", which means "north" in the base: choose another spelling.',
    );
    expect(details).toEqual({ list: "place", key: "port", spelling: "NORTH", owner: "north" });
  });

  test.each<[field: string, key: string, place: Place, taken: string]>([
    ["a key", "Idlib", { label: "Port" }, "Idlib"],
    ["a label", "port", { label: "Idlib" }, "Idlib"],
    ["an Arabic label", "port", { label: "Port", labelArabic: "ادلب" }, "ادلب"],
    ["an alias", "port", { label: "Port", aliases: ["Ed-Lib"] }, "Ed-Lib"],
    ["a p-code", "port", { label: "Port", pcode: "sy07" }, "sy07"],
    ["an ISO code", "port", { label: "Port", iso: "SYID" }, "SYID"],
  ])("%s that is taken", (_, key, place, taken) => {
    expect(faultOfPlace(key, place as Place<never>).details).toEqual({
      list: "place",
      key,
      spelling: taken,
      owner: "idlib",
    });
  });

  test.each(["idlib", "IDLIB", "إدلب", "Edlib", " SY07 ", "SY ID"])(
    "%j, which the base has as its key, label, Arabic label, alias or code, as a spelling of any kind",
    (taken) => {
      for (const fields of [{ labelArabic: taken }, { aliases: [taken] }, { pcode: taken }, { iso: taken }]) {
        const { code, details } = faultOfPlace("port", { label: "Port", ...fields });
        expect(code).toBe("codebook-spelling-taken");
        expect(details).toEqual({ list: "place", key: "port", spelling: taken, owner: "idlib" });
      }
    },
  );

  test("a spelling that several keys of the base share, naming them", () => {
    const { message, details } = faultOf(() =>
      extendCodebook(base, { perpetrators: { gunmen: { label: "Armed Men", section: "main" } } }),
    );
    expect(message).toBe(
      'The new perpetrator "gunmen" cannot be spelt "Armed Men", which means "army, rebels" in the base: choose another spelling.',
    );
    expect(details).toEqual({
      list: "perpetrator",
      key: "gunmen",
      spelling: "Armed Men",
      owner: "army, rebels",
    });
  });

  test("every spelling of every codebook", () => {
    fc.assert(
      fc.property(codebooks(), fc.constantFrom(...listNames), fc.nat(), (codebook, list, any) => {
        const keys = Object.keys(codebook[listOf[list]]);
        const all = spellingsOf(codebook, list);
        // A blank text means nothing, unless it is a key.
        const meant = all.filter(({ text }) => keys.includes(text) || spelling(text) !== "");
        const text = meant[any % meant.length]?.text;
        fc.pre(text !== undefined);
        const sharing = all.filter((one) => spelling(one.text) === spelling(text)).map((one) => one.key);
        const owners = keys.includes(text) ? [text] : [...new Set(sharing)];
        const [section] = Object.keys(codebook.sections);
        const needed = {
          perpetrator: { section },
          unattributed: { section },
          alliance: { members: [] },
          category: { when: { unborn: true } },
        };
        const further = list in needed ? needed[list as keyof typeof needed] : {};
        const entry = { label: "An addition", aliases: [text], ...further };
        const lists = { [listOf[list]]: { "an addition": entry } } as unknown as Codebook;
        const { code, details } = faultOf(() => extendCodebook(codebook, lists));
        expect(code).toBe("codebook-spelling-taken");
        expect(details).toEqual({ list, key: "an addition", spelling: text, owner: owners.join(", ") });
      }),
    );
  });
});

describe("extendCodebook accepts", () => {
  test("a spelling of another list of the base", () => {
    const extended = extendCodebook(base, {
      roles: { north: { label: "Idlib" } },
      unattributed: { gunmen: { label: "Armed men", section: "main" } },
    });
    expect(keyFinder(extended, "role")("Idlib")).toEqual({ kind: "found", key: "north" });
    expect(keyFinder(extended, "unattributed")("Armed men")).toEqual({ kind: "found", key: "gunmen" });
  });

  test("a spelling that is near to one of the base", () => {
    const extended = extendCodebook(base, { places: { "north-east": { label: "Norht" } } });
    expect(keyFinder(extended, "place")("Norht")).toEqual({ kind: "found", key: "north-east" });
  });

  test("a phrase of the base, as nothing is found by it", () => {
    const extended = extendCodebook(base, {
      perpetrators: { police: { label: "Soldiers", phrase: "Rebels", section: "main" } },
    });
    expect(keyFinder(extended, "perpetrator")("soldiers")).toEqual({ kind: "found", key: "police" });
    expect(keyFinder(extended, "perpetrator")("rebels")).toEqual({ kind: "found", key: "rebels" });
  });

  test("a blank alias, which means nothing, though the base has one", () => {
    const extended = extendCodebook(base, { places: { port: { label: "Port", aliases: ["", " "] } } });
    expect(keyFinder(extended, "place")(" ")).toEqual({ kind: "unknown", suggestions: [] });
  });

  test("a spelling that its own entries share", () => {
    const extended = extendCodebook(base, {
      places: { port: { label: "Port", aliases: ["Sea"] }, quay: { label: "Quay", aliases: ["sea"] } },
    });
    expect(keyFinder(extended, "place")("Sea")).toEqual({ kind: "ambiguous", keys: ["port", "quay"] });
  });
});
