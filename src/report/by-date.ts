import { type Month, monthOf } from "../calendar/month.js";
import { oncePerDate } from "../calendar/once-per-date.js";
import { type PartialDate, spanOf } from "../calendar/partial-date.js";
import { checkedPeriod, monthsOfPeriod, type Period } from "../calendar/period.js";
import { placeInPeriod } from "../calendar/place-in-period.js";
import { checkedFunction } from "../error.js";
import { type Partition, partition } from "../tally/dimension.js";
import { basisUnknown } from "./basis.js";

/** The date by which a death is put into a period: its documentation, the death itself, or the incident. */
export type DateBasis = "documented" | "died" | "incident";

/** What an item must have to be dated on a basis. */
export type Dated<Basis extends DateBasis> = {
  readonly documented: { readonly documented: PartialDate | null };
  readonly died: { readonly died: PartialDate | null };
  readonly incident: { readonly incident: { readonly date: PartialDate | null } };
}[Basis];

/**
 * Sorts by the months of a period, on a named date basis.
 *
 * `outside` are those whose date surely lies outside the period; `undated` those without a date, and those whose partial
 * date spans several months or the period's edge: they belong to no single month. Of a month that the period cuts, only the
 * days in the period are meant. The months follow each other, so that a running total may be taken over them.
 *
 * @throws `period-backwards` for a period written by hand that ends before it starts.
 *
 * @example
 * byMonth(period("2021-06/2021-07"), "died").keyOf({ died: partialDate("2021-07-17") }) // "2021-07"
 * byMonth(period("2021-06/2021-07"), "died").keyOf({ died: partialDate("2021") }) // "undated"
 */
export function byMonth<Basis extends DateBasis>(
  period: Period,
  basis: Basis,
): Partition<Dated<Basis>, Month | "undated" | "outside"> {
  return byMonthOf(checkedPeriod(period, "byMonth"), dateOn(basis));
}

/**
 * Sorts by the months of a period, on whatever date an item has, `null` being none: see `byMonth`.
 *
 * @throws `period-backwards`, as `byMonth`.
 *
 * @example
 * byMonthOf(period("2021-07"), (massacre: Pick<Massacre, "date">) => massacre.date).keyOf({ date: null }) // "undated"
 */
export function byMonthOf<Item>(
  period: Period,
  dateOf: (item: Item) => PartialDate | null,
): Partition<Item, Month | "undated" | "outside"> {
  checkedFunction(dateOf, "byMonthOf", "a function that gives the date of an item");
  const months = monthsOfPeriod(checkedPeriod(period, "byMonthOf"));
  const monthIn = monthFinder(period, months);
  return partition<Item, Month | "undated" | "outside">({
    keys: [...months, "undated", "outside"],
    sequence: months,
    keyOf: (item) => {
      const date = dateOf(item);
      return date === null ? "undated" : monthIn(date);
    },
  });
}

/**
 * Sorts by whether an item lies in a period, on a named date basis.
 *
 * A partial date that lies in it with all of its days is `inside`, though it may belong to no single month; an item without
 * a date, or with one across the period's edge, is `undated`.
 *
 * @throws `period-backwards` for a period written by hand that ends before it starts.
 *
 * @example
 * byPeriod(period("2021"), "died").keyOf({ died: partialDate("2021-05/2021-07-19") }) // "inside"
 */
export function byPeriod<Basis extends DateBasis>(
  period: Period,
  basis: Basis,
): Partition<Dated<Basis>, "inside" | "outside" | "undated"> {
  const dateOf = dateOn(basis);
  const { start, end } = checkedPeriod(period, "byPeriod");
  const placeOf = oncePerDate((date) => {
    const place = placeInPeriod(date, { start, end });
    return place === "straddles" ? "undated" : place;
  });
  return partition<Dated<Basis>, "inside" | "outside" | "undated">({
    keys: ["inside", "outside", "undated"],
    keyOf: (item) => {
      const date = dateOf(item);
      return date === null ? "undated" : placeOf(date);
    },
  });
}

/** Reads the date of an item on a basis. */
export function dateOn<Basis extends DateBasis>(basis: Basis): (item: Dated<Basis>) => PartialDate | null {
  const read = {
    documented: (item: Dated<"documented">) => item.documented,
    died: (item: Dated<"died">) => item.died,
    incident: (item: Dated<"incident">) => item.incident.date,
  };
  if (!Object.hasOwn(read, basis)) throw basisUnknown(basis, Object.keys(read));
  // The compiler does not follow a look-up by a basis that is not yet resolved.
  return read[basis] as (item: Dated<Basis>) => PartialDate | null;
}

/** The one of a period's months in which a date lies with all of its days, or why it lies in none. */
function monthFinder(
  { start, end }: Period,
  months: readonly Month[],
): (date: PartialDate) => Month | "undated" | "outside" {
  // The key itself is known at a glance where keys are counted, an equal text only letter by letter.
  const keys = new Map(months.map((month) => [month, month]));
  return oncePerDate((date) => {
    const place = placeInPeriod(date, { start, end });
    if (place === "outside") return "outside";
    const span = spanOf(date);
    const first = monthOf(span.start);
    return (place === "inside" && first === monthOf(span.end) ? keys.get(first) : undefined) ?? "undated";
  });
}
