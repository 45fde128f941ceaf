import type { Month } from "../calendar/month.js";
import { dateText } from "../calendar/text.js";
import { agreeing } from "../number/agreeing.js";

/** How one and how several are called in a sentence: labels have one form only, and may be in any language. */
export interface Noun {
  readonly one: string;
  readonly many: string;
}

/** How far a count may be too low: it is a lower bound, and perhaps it is known how many there may be besides. */
export interface Doubt {
  readonly isLowerBound: boolean;
  /** 0 where it is not known how many. */
  readonly perhaps: number;
}

/**
 * A count in words, which says how exact it is: "no women", "1 woman", "at least 2 women (and perhaps 1 more)", "perhaps 3 women",
 * "perhaps women"; without a noun "none", "1", "at least 2 (and perhaps 1 more)", "perhaps 3", "perhaps some".
 */
export function figure(count: number, { isLowerBound, perhaps }: Doubt, noun?: Noun): string {
  if (perhaps > 0) {
    if (count === 0) return `perhaps ${withNoun(perhaps, noun)}`;
    return `at least ${withNoun(count, noun)} (and perhaps ${perhaps} more)`;
  }
  if (isLowerBound) {
    if (count === 0) return `perhaps ${noun === undefined ? "some" : noun.many}`;
    return `at least ${withNoun(count, noun)}`;
  }
  if (count > 0) return withNoun(count, noun);
  return noun === undefined ? "none" : `no ${noun.many}`;
}

function withNoun(count: number, noun: Noun | undefined): string {
  if (noun === undefined) return `${count}`;
  return `${count} ${agreeing(count, noun.one, noun.many)}`;
}

/** What is said of a month that is missing, whatever is asked of it. */
export function noRecordsOf(month: Month): string {
  return `There are no records of ${dateText(month)}.`;
}

/** A period as a sentence begins with it. */
export function inPeriod(period: string): string {
  return period.includes(" to ") ? `From ${period}` : `In ${period}`;
}

/** Several texts as one: "a, b and c". */
export function listed(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join("") : `${texts.slice(0, -1).join(", ")} and ${texts.at(-1) ?? ""}`;
}

export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

export function small(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
