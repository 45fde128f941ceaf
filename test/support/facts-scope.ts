import type { Coordinates } from "../../src/audit/published/coordinates.js";
import { isTortureBeside } from "./facts-beside.js";
import { joined, without } from "./facts-coordinates.js";
import { labelledRows, type NoteIssue, textOf } from "./facts-issue.js";
import type { FactsNames } from "./facts-names.js";
import { readPhrase } from "./facts-phrase.js";

/** What a whole report counts. */
interface Scope {
  /** What everything in the file is narrowed to. */
  readonly base: Coordinates;
  /** The groups that it counts, as "civilians" and "armed". */
  readonly populations: readonly string[];
  /** The categories that are counted beside the totals. */
  readonly beside: readonly string[];
}

/** Words for the kind of a report that counts everybody killed. */
const general = new Set(
  (
    "death deaths toll headline annual yearly half year monthly month weekly daily cumulative civilian civilians " +
    "extrajudicial killing killings victims report reports press release statement summary overview " +
    "update news brief quarter first second h1 h2"
  ).split(" "),
);

/**
 * What a whole report counts, by its fields `kind` and `population`: "massacres", "torture", "civilians+armed", "unarmed
 * persons killed in massacres". One of a kind that is not known ("arrests", "barrel-bombs") counts persons of a category of
 * its own: they are not those whom other reports of the month count.
 */
export function readScope(
  fields: Readonly<Record<string, unknown>>,
  names: FactsNames,
  note: NoteIssue,
): Scope {
  const kind = (textOf(fields["kind"]) ?? "")
    .toLowerCase()
    .split(/[\s_-]+/)
    .filter((word) => !general.has(word) && !/^\d+$/.test(word))
    .join(" ");
  const words = textOf(fields["population"]) ?? "";
  const ofKind = readPhrase(kind, names, () => ({}));
  const { of, populations, unknown } = readPopulation(
    words,
    names,
    labelledRows(fields["parties"], "", noNote).length,
  );
  const beside = isTortureBeside(fields, note) ? ["torture"] : [];
  // A kind that is known is believed, unless the words for the population name another category.
  const isNarrowed = Object.keys(ofKind.of).length > 0;
  const isSame = of.category === undefined || of.category === ofKind.of.category;
  const isKnown = ofKind.unknown.length === 0 && (unknown.length === 0 || (isNarrowed && isSame));
  // Nor is anybody of another age or sex than the words say: a report on "women" may count females, girls among them.
  const isOfSomeSexOrAge = of.demographic !== undefined || of.category === "female" || of.category === "male";
  const kindOf = isOfSomeSexOrAge ? without(ofKind.of, ["demographic"]) : ofKind.of;
  if (isKnown) return { base: joined(personsOf(kindOf), of), populations, beside };
  const counted = unknown.length > 0 ? words : `${words} (${kind})`;
  const isOfDead = /\b(died|dead|killed|deaths?)\b/.test(counted);
  const label = `persons${isOfDead ? "" : ", dead or not,"} counted as "${counted}"`;
  const strange = [...new Set([...ofKind.unknown, ...unknown])].map((word) => `"${word}"`).join(", ");
  const message = `What ${strange} means is not known: the figures are those of ${label}, and are compared with no others.`;
  note("label-not-understood", unknown.length > 0 ? "population" : "kind", message);
  const own = names.add("category", label);
  return { base: { ...of, category: own }, populations, beside: [...beside, own] };
}

/** The table of parties notes what is wrong in it when it is read. */
const noNote: NoteIssue = () => undefined;

function readPopulation(
  text: string,
  names: FactsNames,
  rows: number,
): {
  readonly of: Coordinates;
  readonly populations: readonly string[];
  readonly unknown: readonly string[];
} {
  const found = new Set<string>();
  const phrases = text.split("+").map((part) =>
    readPhrase(part, names, (name) => {
      found.add(name);
      return {};
    }),
  );
  const of = Object.assign({}, ...phrases.map((phrase) => phrase.of)) as Coordinates;
  // Who is named without "by" was killed, not the killer: "civilians and members of the SDF". Whoever is named by it is not all
  // who killed, where there are several rows of parties.
  const isOfMembers = names.membersOf(of).length > 0 && (rows > 1 || !/\bby\b/i.test(text));
  // Civilians are unarmed: that is no second group of them.
  if (found.has("civilians")) found.delete("unarmed");
  return {
    of: personsOf(isOfMembers ? without(of, ["perpetrator", "alliance", "section"]) : of),
    populations: [...found],
    unknown: isOfMembers ? [text] : phrases.flatMap((phrase) => phrase.unknown),
  };
}

/** Of a report of massacres: those killed in them. */
function personsOf({ unit, ...of }: Coordinates): Coordinates {
  return unit === "massacres" ? { ...of, inMassacres: true } : of;
}
