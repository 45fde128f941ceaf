import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { spelling } from "../../src/codebook/spelling.js";
import { texts } from "../support/codebook.js";

describe("spelling", () => {
  test.each([
    ["case", "IDLIB", "Idlib"],
    ["hyphens", "Deir-ez-Zor", "Deir ez Zor"],
    ["dashes that are no hyphens", "Deir–ez—Zor", "Deir ez Zor"],
    ["an apostrophe", "Dar'a", "Dara"],
    ["a typographic apostrophe", "Dar’a", "Dar'a"],
    ["a letter that stands for an apostrophe", "Darʿa", "Dar'a"],
    ["a modifier apostrophe", "Hayʼat", "Hay'at"],
    ["an accent that stands for an apostrophe", "Dar´a", "Dar`a"],
    ["repeated spaces", "  Rural   Damascus ", "Rural Damascus"],
    ["no space", "RifDimashq", "Rif Dimashq"],
    ["a space that does not break", "Rif\u00a0Dimashq", "Rif Dimashq"],
    ["a stop and a slash", "Armed opposition / S.N.A.", "Armed opposition SNA"],
    ["Latin diacritics", "Dayr az-Zawr, Ḥamāh, Ṭarṭūs", "Dayr az Zawr Hamah Tartus"],
    ["diacritics apart from their letters", "Ha\u0304ma", "Hāma"],
    ["letters of full width", "Ｈａｍａ", "Hama"],
    ["sharp s", "Straße", "STRASSE"],
    ["the sigma that ends a word", "Ρόδος", "ΡΟΔΟΣ"],
    ["the capital of sharp s", "STRAẞE", "Straße"],
    ["the Turkish dotless and dotted i", "ISPARTA, İZMİR", "ısparta, izmir"],
    ["alef with hamza below", "إدلب", "ادلب"],
    ["alef with hamza above", "أدلب", "ادلب"],
    ["alef with madda", "آدلب", "ادلب"],
    ["alef wasla", "ٱدلب", "ادلب"],
    ["ta marbuta and heh", "الحسكة", "الحسكه"],
    ["alef maqsura and yeh", "مصطفى", "مصطفي"],
    ["Farsi yeh", "مصطفی", "مصطفي"],
    ["keheh and kaf", "الحسکة", "الحسكة"],
    ["tatweel", "حـــلب", "حلب"],
    ["harakat", "حَلَبُ", "حلب"],
    ["Arabic letters in the forms of their places", "\ufea3\ufee0\ufe90", "حلب"],
    ["a mark of direction", "\u200fحلب\u200e", "حلب"],
  ])("does not tell %s apart", (_, left, right) => {
    expect(spelling(left)).toBe(spelling(right));
  });

  test.each([
    ["names", "Homs", "Hama"],
    ["Arabic names", "حلب", "حمص"],
    ["vowel signs that tell words apart (Devanagari)", "कि", "कु"],
    ["voiced letters (Japanese)", "か", "が"],
    ["symbols", "C++", "C"],
    ["digits", "Sector 1", "Sector 2"],
    ["texts of punctuation only", "?", "-"],
  ])("tells %s apart", (_, left, right) => {
    expect(spelling(left)).not.toBe(spelling(right));
  });

  test("gives the form itself", () => {
    expect(spelling("Hay'at Tahrir al-Sham")).toBe("HAYATTAHRIRALSHAM");
    expect(spelling("الحَسَكة")).toBe("الحسكه");
    expect(spelling(" ? ")).toBe("?");
    expect(spelling("  ")).toBe("");
    expect(spelling("한국")).toBe("한국"); // two characters, not the six signs that they are made of
  });

  test("of a form is the form", () => {
    fc.assert(
      fc.property(texts(), (text) => {
        expect(spelling(spelling(text))).toBe(spelling(text));
      }),
    );
  });

  test("depends on no way of encoding a text", () => {
    fc.assert(
      fc.property(texts(), fc.constantFrom("NFC", "NFD", "NFKC", "NFKD"), (text, form) => {
        expect(spelling(text.normalize(form))).toBe(spelling(text));
      }),
    );
  });
});
