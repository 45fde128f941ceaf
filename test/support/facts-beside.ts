import { type NoteIssue, textOf } from "./facts-issue.js";

/** Words by which a sentence may say that one number is not inside another. */
const apart = /\bbesides?\b|\bin addition to\b|\bon top of\b|\bnot (?:included|inside|counted|part of)\b/i;
/** Torture, or "they", that stands or is printed beside the total: not "impossible beside a total of 113", nor beside women. */
const beside =
  /\b(?:tor|torture|they|it)(?: deaths?| victims?)?(?:\s*:|\s*\(\d+\))?(?:\s+(?:is|are|was|were|also|stands?|printed|counted|given|listed))*\s+beside\s+(?:n|it|(?:the|those|all) (?:totals?|toll|killed|dead|\d+))\b/i;
const notInside =
  /(?:\b(?:not?|never|none|rather than|instead of)|n['’]t)\s+(?:(?:of them|included|counted)\s+)*(?:in|inside|within|among|part of)\b/gi;
const denying = /\b(?:not?|never|nor|neither|none|cannot|inside|within|included|among)\b|n['’]t\b/i;

/**
 * Whether deaths under torture are printed beside the totals and not in them. The format says so in words only, in the
 * transcriber's note, and by one word: a sentence of it by which torture (or `tor`) is "beside" the total, `n`, and in which nothing is
 * denied but that they are inside ("tor stands beside n, not inside it"). That it was followed is told, since it takes figures out of the comparison;
 * so is a sentence on torture that may say the same in another way, and is not followed.
 */
export function isTortureBeside(transcribed: unknown, note: NoteIssue): boolean {
  const sentences = (textOf(transcribed) ?? "")
    .split(/[.;](?=\s|$)/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\btor(?:ture)?\b(?! reports?\b)/i.test(sentence) && apart.test(sentence));
  const followed = sentences.find(
    (sentence) => beside.test(sentence) && !denying.test(sentence.replace(notInside, "")),
  );
  const [unfollowed] = followed === undefined ? sentences : [];
  if (followed !== undefined)
    note(
      "only-in-note",
      "note",
      `Deaths under torture stand beside the totals by the note alone ("${followed}"): they are not taken to be among those killed.`,
    );
  if (unfollowed !== undefined)
    note(
      "remark-not-read",
      "note",
      `Deaths under torture are read as inside the totals: only "beside the total" says otherwise, and not "${unfollowed}".`,
    );
  return followed !== undefined;
}
