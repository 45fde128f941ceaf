/** Signs on letters that two spellings of a name may differ in: Latin, Cyrillic, Hebrew and Arabic. */
const accents =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05c1\u05c2\u064b-\u065f\u0670\u06d6-\u06ed\u08d3-\u08ff]/gu;

/**
 * What stands between letters: punctuation, spaces, controls, marks of direction, freestanding accents, the Arabic
 * tatweel, and the letters that transliterations use as apostrophes.
 */
const separators = /[\p{P}\p{Z}\p{Cc}\p{Cf}\p{Sk}\u0640\u02b0-\u02ff\u05f3\u05f4\ua78b\ua78c]/gu;

/** Arabic letters that are written for one another, and below what they are read as. */
const variants = /[\u0671\u0649\u06cc\u0629\u06c1\u06a9]/gu;

/** Hamza on alef, waw and yeh is not in it: Unicode takes it apart, and it goes with the accents. */
const readAs: Readonly<Record<string, string>> = {
  "\u0671": "\u0627", // alef wasla: alef
  "\u0649": "\u064a", // alef maqsura: yeh
  "\u06cc": "\u064a", // Farsi yeh: yeh
  "\u0629": "\u0647", // ta marbuta: heh
  "\u06c1": "\u0647", // heh goal: heh
  "\u06a9": "\u0643", // keheh: kaf
};

/**
 * The form that the spellings of one name share: without case, diacritics, punctuation, apostrophes, hyphens and
 * spaces, and with one letter for those that Arabic writes for one another (alef, yeh, ta marbuta).
 *
 * Vowel signs of scripts in which they tell words apart (Devanagari, Thai) stay, and so do symbols ("C++" is not "C").
 * A text of which nothing would be left, as "?", keeps its punctuation.
 *
 * @example
 * spelling("Deir Ez-Zour") // "DEIREZZOUR"
 * spelling("إدلب") === spelling("ادلب") // true
 */
export function spelling(text: string): string {
  const plain = text.normalize("NFKC");
  const form = withoutCase(plain)
    .normalize("NFKD")
    .replace(accents, "")
    .replace(separators, "")
    .replace(variants, (letter) => readAs[letter] ?? letter)
    .normalize("NFC");
  return form === "" ? plain.trim() : form;
}

/** In capitals, of which no form depends on the letters around it; by way of small letters, so that ẞ becomes SS as ß does. */
function withoutCase(text: string): string {
  return text.toLowerCase().toUpperCase();
}
