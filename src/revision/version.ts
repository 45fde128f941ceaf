import type { CalendarDate } from "../calendar/calendar-date.js";
import type { Reason } from "./reason.js";

/**
 * What was recorded of one record on one day, and holds until the next version of the same id.
 *
 * A record is known as of the end of the day on which a version of it was recorded.
 */
export interface Version<Item> {
  /** The id of the record, the same in all of its versions. */
  readonly id: string;
  readonly recorded: CalendarDate;
  /** The whole record as it stood then; `null` where it was withdrawn, or cannot be read (the reason `row-rejected`). */
  readonly item: Item | null;
  /** Why, as far as it is stated. */
  readonly reasons?: readonly Reason[];
}
