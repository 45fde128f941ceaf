import type { PartialDate } from "../calendar/partial-date.js";
import { firstDayOf, lastDayOf } from "./day-bounds.js";
import type { Incident } from "./incident.js";
import type { VictimValues } from "./victim.js";

/** Two dates that cannot follow each other as they are given. */
export interface DateDisorder {
  /** The column of the victim that holds one of them. */
  readonly column: "died" | "documented";
  /** What comes before what, as a clause. */
  readonly what: string;
}

/** That of victims whose dates are in order, of which no list is made for each. */
const inOrder: readonly DateDisorder[] = /* @__PURE__ */ Object.freeze([]);

/**
 * The dates of a victim that cannot follow each other: none, one pair, or two.
 *
 * Nobody dies before the incident or is documented as dead before dying. Partial dates are out of order only where every
 * day that the one may mean lies before every day that the other may mean. Dying long after the incident is in order.
 * That a death was documented before the incident follows from the two others, and is told only where neither is known.
 */
export function datesOutOfOrder(
  { died, documented }: Pick<VictimValues, "died" | "documented">,
  { date }: Pick<Incident, "date">,
): readonly DateDisorder[] {
  const diedEarly = surelyBefore(died, date);
  const documentedEarly = surelyBefore(documented, died);
  if (!diedEarly && !documentedEarly)
    return surelyBefore(documented, date) ? [beforeIncident(documented, date)] : inOrder;
  const found: DateDisorder[] = [];
  if (diedEarly) {
    found.push({ column: "died", what: `the victim died (${died}) before the incident (${date})` });
  }
  if (documentedEarly) {
    found.push({
      column: "documented",
      what: `the death was documented (${documented}) before it happened (${died})`,
    });
  }
  return found;
}

function beforeIncident(documented: PartialDate | null, date: PartialDate | null): DateDisorder {
  return {
    column: "documented",
    what: `the death was documented (${documented}) before the incident (${date})`,
  };
}

function surelyBefore(one: PartialDate | null, other: PartialDate | null): boolean {
  if (one === null || other === null || one === other) return false;
  return lastDayOf(one) < firstDayOf(other);
}
