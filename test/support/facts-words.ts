import { fieldsOf, type NoteIssue, textOf } from "./facts-issue.js";
import { quotesIn } from "./facts-massacre.js";
import { printedCountOf, printedQuotientOf, printedRangeOf } from "./facts-number.js";
import { monthNames } from "./facts-periods.js";

/** Fields of words that stand beside figures: in the file, and in the items of its lists. */
const ofFile = ["title", "outlet"] as const;
const ofItems = ["text", "quote"] as const;

/** Fields whose numbers say which file, page or day it is, or are the transcriber's: no printed figures. */
const noFigures: readonly string[] = [
  ...["id", "org", "kind", "start", "end", "lang", "url", "url2", "population", "published"],
  ...["label", "where", "note", "notes", "page", "quotes", ...ofFile, ...ofItems],
];

/** Words for those killed, or for massacres. */
const counted =
  "civilians?|people|persons?|individuals?|victims?|child(?:ren)?|wom[ae]n|m[ae]n|females?|fighters?|kill\\p{L}*|d(?:ead|eaths?|ied)|massacres?|" +
  "zivilist\\p{L}*|menschen|personen|opfer|kinder|frauen|tote|getötet\\p{L}*|massaker|" +
  "civils?|personnes|victimes|enfants|femmes|morts|tués|(?:ال)?(?:مدني|شخص|أشخاص|طفل|أطفال|سيد|قتل|قتيل|ضحي|ضحايا|مجزر|مجازر)\\p{L}*";

const digits = "(?:\\d{1,3}(?:[.,\\s]\\d{3})+|\\d+)(?:[.,]\\d+)?|[\\u0660-\\u0669]+";

/**
 * A number in digits that stands before such a word, or behind it and a colon: "113 Syrian civilians", "killed: 113". Not a year, a
 * time, a part of a name ("COVID-19") or what an address holds.
 */
const number = new RegExp(
  `(?<![\\p{L}\\d][-–/:.,+]?|\\+)(?:${digits})(?![\\p{L}\\d])(?=(?:\\s+may\\s+have\\s+been|(?:\\s+\\p{L}+){0,2})\\s+(?:${counted})(?!\\p{L}))|` +
    `(?<=(?<!\\p{L})(?:${counted}|toll):\\s)(?:${digits})(?![\\p{L}\\d])`,
  "giu",
);

const months = `(?:${monthNames.flat().join("|")})`;
const day = `\\d{1,2}(?:st|nd|rd|th|\\.)?\\s+(?:of\\s+)?${months}(?![\\p{L}\\d])`;
/** Numbers of time: "5 August", "since 2011", "within 24 hours"; "12 March victims" only after a word such as "on". */
const times = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:on|by|since|until|till|from|am|bis|seit|vom)\\s+${day}|${day}(?!\\s+(?:${counted})(?!\\p{L}))|` +
    `(?:(?:since|in|seit|depuis)\\s+(?:19|20)\\d\\d|\\d+\\s+(?:hour|day|week|month|year)s?)(?![\\p{L}\\d]))`,
  "giu",
);
/** No day but a number before a verb: "12 may have been killed". */
const beforeVerb = /^\d+\s+(?:may|march)$/;

/** The numbers of a text that are not printed, each as it stands there. */
function numbersBeside(text: string, printed: readonly number[]): readonly string[] {
  const found =
    text
      .replace(/https?:\S+/gi, " ")
      .replace(times, (time) => (beforeVerb.test(time) ? time : " ; "))
      .match(number) ?? [];
  return found.filter((one) => !valuesOf(one).some((value) => printed.includes(value)));
}

function valuesOf(text: string): readonly number[] {
  const count = printedCountOf(text)?.value;
  const quotient = printedQuotientOf(text)?.value;
  return [...(count === undefined ? [] : [count]), ...(quotient === undefined ? [] : [Number(quotient)])];
}

/** All numbers that fields hold, but for those in words. */
function numbersIn(value: unknown): readonly number[] {
  const fields = fieldsOf(value);
  if (fields !== null)
    return Object.entries(fields).flatMap(([name, own]) => (noFigures.includes(name) ? [] : numbersIn(own)));
  if (Array.isArray(value)) return value.flatMap(numbersIn);
  if (typeof value === "number") return [value];
  const range = printedRangeOf(value);
  if (range !== null) return [range.minimum, range.maximum];
  return typeof value === "string" ? valuesOf(value) : [];
}

/**
 * Notes the numbers of persons or massacres that stand in words only: in the title, the outlet or a quote, and no field of the file
 * prints them, or in the text or quote of an item, and no field of it does. What is said of them is for a person to compare.
 */
export function noteNumbersInWords(
  fields: Readonly<Record<string, unknown>>,
  massacreThreshold: number | null,
  note: NoteIssue,
): void {
  const years = ["start", "end", "published"].map((name) => Number(textOf(fields[name])?.slice(0, 4)));
  const printed = [...numbersIn(fields), ...years];
  for (const name of ofFile) noteNumbers(note, name, fields[name], printed);
  // Of "more than five" the least is six.
  const defining = massacreThreshold === null ? [] : [massacreThreshold - 1, massacreThreshold];
  for (const { path, text } of quotesIn(fields["quotes"]))
    noteNumbers(note, path, text, [...printed, ...defining]);
  for (const [path, value] of Object.entries(fields))
    listOf(value).forEach((item, nth) => {
      for (const name of ofItems)
        noteNumbers(note, `${path}[${nth}].${name}`, fieldsOf(item)?.[name], numbersIn(item));
    });
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function noteNumbers(note: NoteIssue, path: string, value: unknown, printed: readonly number[]): void {
  const found = numbersBeside(textOf(value) ?? "", printed);
  if (found.length === 0) return;
  const message = `Words are not read, and no field beside them prints ${found.join(" or ")}.`;
  note("words-not-read", path, message, "figure-left-out");
}
