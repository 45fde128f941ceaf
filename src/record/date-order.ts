import { type PartialDate, spanOf } from "../calendar/partial-date.js";
import type { Incident } from "./incident.js";
import type { VictimValues } from "./victim.js";

/**
 * What is wrong where the dates of a victim cannot follow each other, or `null`.
 *
 * Nobody dies before the incident or is documented as dead before dying. Partial dates are out of order only where no
 * day of the one lies before any day of the other. Dying long after the incident is not out of order.
 */
export function datesOutOfOrder(
  { died, documented }: Pick<VictimValues, "died" | "documented">,
  { date }: Pick<Incident, "date">,
): string | null {
  return (
    disorder("the victim died", died, "the incident", date) ??
    disorder("the death was documented", documented, "it happened", died) ??
    disorder("the death was documented", documented, "the incident", date)
  );
}

function disorder(
  what: string,
  one: PartialDate | null,
  than: string,
  other: PartialDate | null,
): string | null {
  const surelyBefore = one !== null && other !== null && spanOf(one).end < spanOf(other).start;
  return surelyBefore ? `${what} (${one}) before ${than} (${other})` : null;
}
