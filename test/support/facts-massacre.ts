import type { PublishedMassacreDefinition } from "../../src/audit/published/published.js";
import { textOf } from "./facts-issue.js";
import { numerals } from "./facts-number.js";
import { citationAt, type FileReading } from "./facts-reading.js";

/** Any of these, as whole words. */
const any = (patterns: string): string => `(?<![\\p{L}\\d])(?:${patterns})(?![\\p{L}\\d])`;
const matches = (pattern: string, text = ""): boolean => new RegExp(pattern, "iu").test(text);

const massacre = any("massacres?|massakers?|massacre de|(?:ب?ال|لل)?مجزرة|(?:ال)?مجازر");
/** Words that say what is called a massacre. */
const defining = any(
  "defin\\p{L}+|refers? to|means?|the term|we (?:call|count|consider)|(?:an?|each|un) massacre (?:is|est)|massacres are|" +
    "(?:is|are) (?:called|considered|deemed|counted as|regarded as|classified as) (?:an? )?massacres?|" +
    "bezeichne\\p{L}*|versteh(?:t|en)|gilt|ein massaker ist|on appelle|désigne|نطلق|يقصد|مصطلح",
);
/** What kills, whichever it is: "any attack that caused the death of", "incidents where"; not "the worst massacre killed". */
const whichever = [
  `(?:${any("an?|any|every|each(?: an?)?|all|ein(?:en)?|jede[rns]?|une?|toute?|أي|كل")}\\s+)?`,
  any(
    "attacks?|incidents?|events?|massacres?|angriffe?|vorf[aä]lle?|attaques?|(?:ال|لل)?(?:هجوم|حادثة|حادث|حدث)",
  ),
  `,?\\s+${any("that|(?:in )?which|where|when|with|killing|causing|(?:bei )?(?:dem|denen)|der|die|qui|الذي|التي|تسبب")}`,
  `(?:\\s+${any("has|have|kill(?:s|ed)?|cause[sd]?|results?|resulted|in|the|deaths?|of|a|tue|tué|تسبب|يتسبب|في|بمقتل|مقتل|يقتل|قتل|فيها?")})*`,
].join("");
const killingOf = any("(?:the )?(?:killing|deaths?) of|مقتل");
const atLeast = any("at least|(?:no|not) (?:less|fewer) than|mindestens|wenigstens|au moins|ما لا يقل عن");
const moreThan = any("more than|over|mehr als|plus de|أكثر من");
const number = any(`\\d{1,2}|${Object.keys(numerals).join("|")}`);
const orMore = `(?:\\+|\\s+${any("or more|oder mehr|ou plus|أو أكثر|فأكثر|على الأقل")})`;
const persons = [
  `(?:${any("innocent|peaceful|unarmed|unschuldige|friedliche|unbewaffnete")}\\s+)?`,
  any(
    "individuals|persons|people|civilians|non-?combatants|victims|zivilisten|menschen|personen|opfer|personnes|civils|" +
      "أشخاص|مدنيين|أفراد",
  ),
  `(?:\\s+${any("مسالمين|مدنيين")})?`,
].join("");
/** That they die together, and not only that one attack killed them. */
const together = any(
  "at once|at (?:the same|one) time|simultaneously|in one go|in (?:each|the same) (?:attack|incident|event)|" +
    "gleichzeitig|auf einmal|bei demselben (?:angriff|vorfall)|دفعة واحدة",
);
const inOne = any("in (?:one|(?:the|a) single) (?:attack|incident|event)|bei einem (?:angriff|vorfall)");
const verb = any("are|is|was|were|killed|dies?|died|werden|wurden?|getötet");
/** A main clause in the past: "were killed", "wurden gleichzeitig getötet", but not "(bei denen) getötet wurden". */
const told = any("(?:was|were|wurden?)(?:\\s.*)?\\s(?:killed|getötet)|died");

/** What a clause in brackets or behind a colon defines: massacres, and not some of them ("Three massacres by Russian forces: …"). */
const named = `["“„«\\s]*${massacre}["”“»]*(?:\\s+in\\s[\\p{L}\\d\\s]+)?\\s*`;

/** A sentence that is nothing but a number killed, with what says that each massacre kills so many. */
const sentence = new RegExp(
  [
    '(?:^|[.:;(])["“„«\\s]*',
    `(?<opening>[^.;]*?${defining}[^.;]*?\\s|[^.;]*,\\s+(?=each )|${named}:\\s+(?=[^.;]*${inOne}))?`,
    `(?:(?<whichever>${whichever})\\s+)?(?:(?<of>${killingOf})\\s+)?`,
    `(?:(?<moreThan>${moreThan}\\s+)|(?<atLeast>${atLeast}\\s+))?`,
    `(?<number>${number})(?<orMore>${orMore})?(?<persons>\\s+${persons})?(?<stillMore>${orMore})?`,
    `(?<killed>(?:\\s+(?:${verb}|${together}|${inOne}))*)`,
    '["”“»\\s]*(?=$|[.;)])',
  ].join(""),
  "giu",
);

/** The greatest number from which a massacre is taken to be counted: of a greater one, the words tell a toll. */
const greatestThreshold = 10;

/**
 * The least number killed in a massacre, by the report's own words: "more than five civilians at once" is six.
 *
 * Quotes give other numbers too: of massacres, of days, of those killed in one of them ("At least nine civilians killed"). So a
 * number is read only from a sentence that says it of every massacre: of whichever attack kills so many, behind words that define,
 * of so many "or more", or of those killed at once; and of definitions that differ the least, with which no other disagrees. A
 * quote that speaks of so many killed and does not say it of every massacre is told not to be read.
 */
export function massacreDefinition(
  reading: FileReading,
  quotes: unknown,
): PublishedMassacreDefinition | null {
  const read = quotesIn(quotes).flatMap(({ path, text }) => {
    const isOfMassacres = reading.base.inMassacres === true || matches(massacre, text);
    const thresholds = thresholdsIn(text, isOfMassacres);
    if (thresholds.length === 0 && (text === "" || speaksOfOne(text, isOfMassacres)))
      reading.note(
        "label-not-understood",
        path,
        "The words give no number killed in every massacre.",
        "figure-left-out",
      );
    const citation = { ...citationAt(reading, path), quote: text };
    return thresholds.map((threshold) => ({ threshold, citation }));
  });
  return read.sort((a, b) => a.threshold - b.threshold)[0] ?? null;
}

/** The quotes of a file with their paths: a list of texts, or one by itself; empty where there is no text. */
export function quotesIn(value: unknown): readonly { readonly path: string; readonly text: string }[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return [{ path: "quotes", text: textOf(value) ?? "" }];
  return value.map((quote, nth) => ({ path: `quotes[${nth}]`, text: textOf(quote) ?? "" }));
}

function thresholdsIn(text: string, isOfMassacres: boolean): readonly number[] {
  // "I.e." ends no sentence.
  const sentences = text.replace(/\b(?:i\.\s?e|e\.\s?g|d\.\s?h|z\.\s?b)\./gi, ":");
  return [...sentences.matchAll(sentence)].flatMap(({ 0: match, index, groups = {} }) => {
    const head = sentences
      .slice(0, index)
      .split(/[.;]\s/)
      .at(-1);
    if (/^[:(]/.test(match) && !matches(`^${named}$`, head)) return [];
    if (groups["opening"] !== undefined && !matches(massacre, groups["opening"])) return [];
    const has = (name: string): boolean => groups[name] !== undefined;
    const says = (pattern: string): boolean => matches(pattern, groups["killed"]);
    const isOrMore = has("orMore") || has("stillMore");
    const isBound = has("moreThan") || has("atLeast") || isOrMore;
    const isOfPersons = has("persons") || has("of") || says(verb);
    const isOfAny = has("whichever") && (isBound || says(together) || (says(verb) && !says(told)));
    // "(Attacks in which) mehr als fünf Zivilisten getötet wurden": no main clause of German ends so.
    const isClause = says(`${any("getötet (?:wurden|werden)")}$`);
    const isOfEach =
      isOfMassacres && (isOrMore || isClause || says(together) || (says(inOne) && !says(verb)));
    const isDefined =
      isBound && ((has("opening") && !says(told)) || (isOfEach && (says(together) || !says(told))));
    const word = groups["number"] ?? "";
    const least = numberOf(word) + (has("moreThan") ? 1 : 0);
    return isOfPersons && (isOfAny || isDefined) && isThreshold(least) ? [least] : [];
  });
}

function numberOf(word: string): number {
  return numerals[word.toLowerCase()] ?? Number(word);
}

function isThreshold(least: number): boolean {
  return least > 1 && least <= greatestThreshold;
}

/** Whether a quote may say what a massacre is: by its words, or since it speaks of so many killed. */
function speaksOfOne(text: string, isOfMassacres: boolean): boolean {
  if (matches(`${defining}|${whichever}`, text)) return true;
  const killed = new RegExp(`(${number})${orMore}?\\s+(?:${persons}|${any("killed")})`, "giu");
  return isOfMassacres && [...text.matchAll(killed)].some(([, word = ""]) => isThreshold(numberOf(word)));
}
