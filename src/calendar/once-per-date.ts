import type { PartialDate } from "./partial-date.js";

/**
 * The same function of dates, which reads each text once: dates are few where records are many.
 *
 * What it answers has to follow from the text alone.
 */
export function oncePerDate<Answer extends string | object>(
  answerOf: (date: PartialDate) => Answer,
): (date: PartialDate) => Answer {
  const answers = new Map<PartialDate, Answer>();
  // What was met last at each place is looked at first: that takes half of a look-up in a map.
  const lastDates = new Array<PartialDate | undefined>(places).fill(undefined);
  const lastAnswers = new Array<Answer | undefined>(places).fill(undefined);
  return (date) => {
    const place = placeOf(date);
    const last = lastDates[place] === date ? lastAnswers[place] : undefined;
    if (last !== undefined) return last;
    let answer = answers.get(date);
    if (answer === undefined) {
      answer = answerOf(date);
      answers.set(date, answer);
    }
    lastDates[place] = date;
    lastAnswers[place] = answer;
    return answer;
  };
}

/** More than two decades have days, and a power of 2. */
const places = 8192;

/** A place for each day of two decades. What is no day, or no text, has any. */
function placeOf(text: unknown): number {
  if (typeof text !== "string") return 0;
  const year = text.charCodeAt(2) * 10 + text.charCodeAt(3);
  const month = text.charCodeAt(5) * 10 + text.charCodeAt(6);
  const day = text.charCodeAt(8) * 10 + text.charCodeAt(9);
  return ((year * 12 + month) * 31 + day) & (places - 1);
}
