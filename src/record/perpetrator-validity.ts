import type { PartialDate } from "../calendar/partial-date.js";
import type { Codebook, Perpetrator } from "../codebook/codebook.js";
import { describedKey } from "../codebook/find-key.js";
import type { Keys } from "../codebook/keys.js";
import { type PlacedFault, placed } from "./column.js";
import { firstDayOf, lastDayOf } from "./day-bounds.js";
import type { IncidentValues } from "./incident.js";
import { noItems } from "./read-unknown.js";
import { type Fault, faultOf } from "./read-value.js";

/** The columns of an incident that name perpetrators. */
const columns = ["suspects", "firedFrom", "controlledBy"] as const;

/** How a date lies to the days on which a perpetrator existed: surely before or after them, or perhaps among them. */
type Side = "before" | "perhaps" | "after";

/**
 * A function that tells of every perpetrator that is named in an incident of another time: one whose every possible day
 * lies before the perpetrator's first or after its last day in the codebook. Proposed are predecessors and successors of
 * which the codebook says that they are, and that may have existed then.
 *
 * An incident without a date gives nothing to tell: the dates of its victims are those on which they died or became known,
 * which may be years later. To be made once and called for every incident.
 */
export function perpetratorValidity<K extends Keys>(
  codebook: Codebook<K>,
): (incident: IncidentValues<K>) => readonly PlacedFault[] {
  const perpetrators = new Map(Object.entries<Perpetrator>(codebook.perpetrators));
  const successors = new Map<string, string[]>();
  for (const [key, { successorOf }] of perpetrators) {
    if (successorOf !== undefined) successors.set(successorOf, [...(successors.get(successorOf) ?? []), key]);
  }
  const nextTo = {
    before: (key: string) => [perpetrators.get(key)?.successorOf].filter((one) => one !== undefined),
    after: (key: string) => successors.get(key) ?? [],
  };

  const whoElse = (key: string, side: "before" | "after", date: PartialDate): string[] => {
    const line = [...nextTo[side](key)];
    const found: string[] = [];
    for (const one of line) {
      const other = sideOf(perpetrators.get(one), date);
      if (other === "perhaps") found.push(one);
      else if (other === side) line.push(...nextTo[side](one));
    }
    return found;
  };
  const describe = (key: string) => describedKey(codebook, "perpetrator", key);

  const faultOfNamed = (key: string, side: "before" | "after", date: PartialDate): Fault => {
    const others = whoElse(key, side, date).map(describe).join(" or ");
    const advice = others === "" ? "" : `${side === "before" ? "before it" : "after it"} came ${others}; `;
    return faultOf(
      "perpetrator-not-valid",
      `the perpetrator ${describe(key)} existed ${daysOf(perpetrators.get(key))}, and the incident is of ${date}`,
      `${advice}correct the perpetrator, the date, or the days in the codebook`,
    );
  };

  return (incident) => {
    const { date } = incident;
    if (date === null) return noItems;
    const found: PlacedFault[] = [];
    for (const column of columns) {
      const named = incident[column];
      for (let at = 0; at < named.length; at += 1) {
        const key = named[at] ?? "";
        const side = sideOf(perpetrators.get(key), date);
        if (side !== "perhaps") found.push(placed(faultOfNamed(key, side, date), [column, at]));
      }
    }
    return found;
  };
}

function sideOf(perpetrator: Perpetrator | undefined, date: PartialDate): Side {
  if (perpetrator?.valid === undefined) return "perhaps";
  const { from, to } = perpetrator.valid;
  if (from !== undefined && lastDayOf(date) < from) return "before";
  return to !== undefined && firstDayOf(date) > to ? "after" : "perhaps";
}

function daysOf(perpetrator: Perpetrator | undefined): string {
  const { from, to } = perpetrator?.valid ?? {};
  if (from === undefined) return `until ${to}`;
  return to === undefined ? `from ${from} on` : `from ${from} until ${to}`;
}
