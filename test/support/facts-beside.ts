import { fieldsOf, labelledRows, type NoteIssue, textOf } from "./facts-issue.js";
import { countOf } from "./facts-number.js";

const torture = /\btor(?:ture)?\b(?! reports?\b)|\bfolter/i;
/** Words by which a sentence may say that one number is not inside another. */
const apart =
  /\b(?:besides?|in addition|additional|on top of|separately|separate count|exclud(?:es?|ed|ing)|neben|zusätzlich)\b|\b(?:not?|nicht)\s+(?:\p{L}+\s+)?(?:in|inside|included?|among|counted|part of)\b/iu;

/** All in the total: not "the total of medical workers", nor "those killed by shelling". */
const total = String.raw`(?:n|(?:(?:the|those|all)\s+)?(?:totals?|toll)|(?:the|those|all)\s+(?:killed|dead|\d+))(?![\p{L}\d])(?!\s+(?:of|by|in|under)\s)`;
/** Who died under torture, or "they", as what a clause is about: "the 14 who died of torture", "torture victims (14):". */
const victims = String.raw`(?:^|[:,]\s+)(?:(?:the|those|all|\d+|deaths?|victims?|who|died|of|under|due|to)\s+)*(?:tor|torture|they|it)(?:\s+(?:deaths?|victims?))?(?:\s*:|\s*\(\d+\))?`;
const standing = String.raw`(?:\s+(?:is|are|was|were|also|stands?|printed|counted|given|listed))*\s+`;
const outside = String.raw`(?:beside|additional to|in addition to|on top of|separately from|not\s+(?:counted\s+|included\s+)?(?:in|among|part of))\s+${total}`;
/** That they are not in the total, said of them or of it. */
const beside = new RegExp(
  String.raw`${victims}${standing}(?:${outside}|(?:separately|a separate count)$)|(?:^|[:,]\s+)(?:the\s+)?${total}\s+(?:excludes?|do(?:es)? not include)\s+(?:(?:the|\d+|deaths|victims|under|of)\s+)*tor(?:ture)?\b`,
  "iu",
);
const notInside =
  /(?:\b(?:not?|never|none|rather than|instead of)|n['’]t)\s+(?:(?:of them|included|counted)\s+)*(?:in|inside|within|among|part of|include)\b/gi;
const denying = /\b(?:not?|never|none|inside|within|included|among)\b|n['’]t\b/i;
/** All words that such a sentence may have. Any other narrows it or doubts it: a party, a month, a place, "probably". */
const words = new Set(
  (
    "tor torture n total totals toll the those all it they them a who to due of under by from on top in part rather than instead " +
    "death deaths victim victims died killed dead count is are was were isn't aren't do does also stand stands printed counted given listed " +
    "beside additional addition separately separate exclude excludes include included inside within among not never none and"
  ).split(" "),
);

/**
 * Whether a sentence of a file has no other words than these or the one for its population, and no other numbers than
 * it prints for all killed or under torture.
 */
function isPlain(sentence: string, fields: Readonly<Record<string, unknown>>): boolean {
  const all = fieldsOf(fields["total"]) ?? { n: fields["total"] };
  const printed = [all["n"], all["tor"], fields["tor"], fields["torture"]].map(countOf);
  const found =
    sentence
      .toLowerCase()
      .replaceAll("’", "'")
      .match(/[\p{L}']+|\d+(?:[.,]\d+)*|[^\s,:()"]/gu) ?? [];
  return found.every(
    (one) =>
      words.has(one) || one === fields["population"] || (/^\d/.test(one) && printed.includes(countOf(one))),
  );
}

/**
 * Whether deaths under torture are printed beside the totals and not in them. The format says so in words only, in the transcriber's
 * note: a sentence of it by which torture (or `tor`) is "beside" the total, `n`, or counted separately, or the total excludes it, in
 * which nothing is denied but that they are inside ("tor stands beside n, not inside it"), and which speaks of nothing else. That it was
 * followed is told, since it takes figures out of the comparison, with those that it excuses; so is a sentence on torture that may say the same in another way.
 */
export function isTortureBeside(fields: Readonly<Record<string, unknown>>, note: NoteIssue): boolean {
  const sentences = (textOf(fields["note"]) ?? "")
    .split(/[.;](?=\s|$)/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => torture.test(sentence) && apart.test(sentence));
  const followed = sentences.find(
    (sentence) =>
      isPlain(sentence, fields) && beside.test(sentence) && !denying.test(sentence.replace(notInside, "")),
  );
  const [unfollowed] = followed === undefined ? sentences : [];
  if (followed !== undefined)
    note(
      "only-in-note",
      "note",
      `Deaths under torture stand beside the totals by the note alone ("${followed}"): they are not taken to be among those killed.${excused(fields)}`,
    );
  if (unfollowed !== undefined)
    note(
      "remark-not-read",
      "note",
      `Deaths under torture are read as inside the totals: only words such as "beside the total" say otherwise, and not "${unfollowed}".`,
    );
  return followed !== undefined;
}

/** The first number under torture that is greater than all in the total or row beside it. */
function excused({ total: all, parties }: Readonly<Record<string, unknown>>): string {
  const rows = [all, ...labelledRows(parties, "", () => undefined).map(({ value }) => value)].map(fieldsOf);
  const more = rows.find((row) => (countOf(row?.["tor"]) ?? 0) > (countOf(row?.["n"]) ?? Infinity));
  return more ? ` Else ${countOf(more["tor"])} of ${countOf(more["n"])} would be impossible.` : "";
}
