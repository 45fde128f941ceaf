import { type PartialDate, spanOf } from "./partial-date.js";
import { checkedPeriod, type Period } from "./period.js";

/** Where a partial date lies: wholly in a period, wholly out of it, or some of its possible days in and some out. */
export type PlaceInPeriod = "inside" | "outside" | "straddles";

/**
 * Where a partial date lies by its possible days: `inside` a period with all of them, `outside` with none, or
 * `straddles` with some, which makes it a date that is perhaps in the period.
 *
 * A date that is not known, `null`, has no place: it throws `date-malformed`, as `partialDate` does for other texts.
 *
 * @example
 * placeInPeriod(partialDate("2021-07-17"), period("2021-07")) // "inside"
 * placeInPeriod(partialDate("2021-08"), period("2021-07")) // "outside"
 * placeInPeriod(partialDate("2021"), period("2021-07")) // "straddles"
 */
export function placeInPeriod(date: PartialDate, period: Period): PlaceInPeriod {
  const { start, end } = checkedPeriod(period, "placeInPeriod");
  const span = spanOf(date);
  if (span.end < start || span.start > end) return "outside";
  return span.start >= start && span.end <= end ? "inside" : "straddles";
}
