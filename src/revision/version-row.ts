import type { CalendarDate } from "../calendar/calendar-date.js";
import type { PlacedFault } from "../record/column.js";
import type { Reason } from "./reason.js";

/** A row that is a version of its record, with its number in the table. */
export interface VersionRow {
  readonly id: string;
  readonly recorded: CalendarDate;
  /** The columns of the record; `null` where it is withdrawn. */
  readonly item: Readonly<Record<string, unknown>> | null;
  readonly reasons: readonly Reason[];
  readonly row: number;
  /** Why it cannot be told what is known of the record from this day on; `null` where nothing but its columns may be at fault. */
  readonly fault: PlacedFault | null;
}
