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
  return (date) => {
    let answer = answers.get(date);
    if (answer === undefined) {
      answer = answerOf(date);
      answers.set(date, answer);
    }
    return answer;
  };
}
