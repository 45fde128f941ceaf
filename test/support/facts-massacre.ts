import type { PublishedMassacreDefinition } from "../../src/audit/published.js";
import { textOf } from "./facts-issue.js";
import { numerals } from "./facts-number.js";
import { citationAt, type FileReading } from "./facts-reading.js";

/** Any of these, as whole words. */
const any = (patterns: string): string => `(?<![\\p{L}\\d])(?:${patterns})(?![\\p{L}\\d])`;

/** Words that say what is called a massacre. */
const defining = any(
  "defin\\p{L}+|refers? to|means?|the term|we (?:call|count|consider)|(?:an?|each) massacre is|massacres are|" +
    "bezeichne\\p{L}*|gilt|ein massaker ist|نطلق|يقصد",
);
/** What kills, whichever it is: "any attack that caused the death of", "incidents where"; not "the worst massacre killed". */
const whichever = [
  `(?:${any("an?|any|every|each(?: an?)?|all|ein|jede[rs]?")}\\s+)?`,
  any("attacks?|incidents?|events?|massacres?|angriffe?|vorf[aä]lle?|(?:ال)?هجوم|(?:ال)?حادثة"),
  `,?\\s+${any("that|(?:in )?which|where|when|with|killing|causing|(?:bei )?(?:dem|denen)|der|die|الذي|تسبب")}`,
  `(?:\\s+${any("has|have|kill(?:s|ed)?|cause[sd]?|results?|resulted|in|the|deaths?|of|تسبب|يتسبب|في|بمقتل|مقتل")})*`,
].join("");
const killingOf = any("(?:the )?(?:killing|deaths?) of|مقتل");
const atLeast = any("at least|(?:no|not) (?:less|fewer) than|mindestens|wenigstens|ما لا يقل عن");
const moreThan = any("more than|over|mehr als|أكثر من");
const persons = [
  `(?:${any("innocent|peaceful|unarmed|unschuldige|friedliche|unbewaffnete")}\\s+)?`,
  any("individuals|persons|people|civilians|victims|zivilisten|menschen|personen|opfer|أشخاص|مدنيين|أفراد"),
  `(?:\\s+${any("مسالمين|مدنيين")})?`,
].join("");
const atOnce = any(
  "at once|at (?:the same|one) time|in (?:one|each|(?:the|a) (?:same|single)) (?:attack|incident|event)|" +
    "gleichzeitig|auf einmal|bei (?:einem|demselben) (?:angriff|vorfall)|دفعة واحدة",
);

/** A sentence that ends with a number killed. "Were killed" tells what happened, unless "an attack in which" goes before. */
const sentence = new RegExp(
  [
    '(?:^|[.:;])["“„«\\s]*',
    `(?<opening>[^.;]*?${defining}[^.;]*?\\s|[^.;]*,\\s+(?=each ))?`,
    `(?:(?<whichever>${whichever})\\s+)?(?:(?<of>${killingOf})\\s+)?`,
    `(?:(?<moreThan>${moreThan}\\s+)|(?<atLeast>${atLeast}\\s+))?`,
    `(?<number>${any(`\\d{1,2}|${Object.keys(numerals).join("|")}`)})`,
    `(?<orMore>\\s+${any("or more|oder mehr|أو أكثر|فأكثر")})?(?<persons>\\s+${persons})?`,
    `(?<killed>\\s+${any("(?:(?:are|is) )?killed|getötet (?:wurden|werden)")})?`,
    `(?<told>\\s+${any("(?:was|were) killed")})?(?<atOnce>\\s+${atOnce})?`,
    '["”“»\\s]*(?=$|[.:;])',
  ].join(""),
  "giu",
);

/** The greatest number from which a massacre is taken to be counted: of a greater one, the words tell a toll. */
const greatestThreshold = 10;

/**
 * The least number killed in a massacre, by the report's own words: "more than five civilians" is six.
 *
 * Quotes give other numbers too: of massacres, of days, of those killed in one of them. So a number is read only from a sentence that
 * says it of every massacre, and of definitions that differ the least, with which no other disagrees.
 */
export function massacreDefinition(
  reading: FileReading,
  quotes: unknown,
): PublishedMassacreDefinition | null {
  if (!Array.isArray(quotes)) return null;
  const read = quotes.flatMap((quote, nth) => {
    const text = textOf(quote) ?? "";
    const thresholds = thresholdsIn(text, reading.base.inMassacres === true);
    if (thresholds.length === 0 && speaksOfOne(text))
      reading.note(
        "label-not-understood",
        `quotes[${nth}]`,
        "The words give no number killed in a massacre.",
      );
    const citation = { ...citationAt(reading, `quotes[${nth}]`), quote: text };
    return thresholds.map((threshold) => ({ threshold, citation }));
  });
  return read.sort((a, b) => a.threshold - b.threshold)[0] ?? null;
}

function thresholdsIn(text: string, isOfMassacres: boolean): readonly number[] {
  return [...text.matchAll(sentence)].flatMap(({ 0: all, groups = {} }) => {
    const has = (name: string): boolean => groups[name] !== undefined;
    const isBound = has("moreThan") || has("atLeast") || has("orMore");
    const isOfPersons = has("persons") || has("killed") || has("told") || has("of");
    const isWhole = isOfMassacres && all.trim() === text.trim();
    const isDefined = isBound && !has("told") && (has("opening") || has("atOnce") || isWhole);
    const word = groups["number"] ?? "";
    const least = (numerals[word.toLowerCase()] ?? Number(word)) + (has("moreThan") ? 1 : 0);
    const isOfAny = has("whichever") && (isBound || has("killed"));
    const isRead = isOfPersons && (isOfAny || isDefined) && least > 1 && least <= greatestThreshold;
    return isRead ? [least] : [];
  });
}

/** Whether a quote is about what a massacre is: also one that is no text. */
function speaksOfOne(text: string): boolean {
  return text === "" || new RegExp(`${defining}|${whichever}`, "iu").test(text);
}
