import type { CalendarDate } from "../calendar/calendar-date.js";
import { citationText } from "./citation.js";
import type { DocumentedCount } from "./incident-counts.js";
import type { MassacreDefinition } from "./massacre-definition.js";

/** So many persons killed in an incident, and those of them who count toward the threshold. */
export type Killed = Pick<DocumentedCount, "toll" | "counting">;

/** Those of whom it is not known whether their deaths were documented by the end of a day. */
export interface PerhapsKilled extends Killed {
  readonly by: CalendarDate;
}

/** The sentence that says why an incident is a massacre, and how many may belong to its toll besides. */
export function explainMassacre(
  incident: string,
  definition: MassacreDefinition,
  told: Killed,
  perhaps: PerhapsKilled | null,
): string {
  const further =
    perhaps === null ? "" : ` ${perhaps.toll} more may belong to its toll: ${documentationUnknown(perhaps)}.`;
  return `Incident ${incident} is a massacre: ${reaches(told, definition)}.${further}`;
}

/** The sentence that says why an incident may be a massacre and is not known to be one. */
export function explainPossibleMassacre(
  incident: string,
  definition: MassacreDefinition,
  told: Killed,
  perhaps: PerhapsKilled,
): string {
  const all = { toll: told.toll + perhaps.toll, counting: told.counting + perhaps.counting };
  return `Incident ${incident} may be a massacre: with ${perhaps.toll} of whom ${documentationUnknown(perhaps)}, ${reaches(all, definition)}.`;
}

function reaches({ toll, counting }: Killed, { threshold, citation }: MassacreDefinition): string {
  const who =
    counting === toll
      ? `${toll} were killed in it`
      : `of ${toll} killed in it ${counting} count toward the threshold`;
  return `${who}, and ${threshold} make one (${citationText(citation)})`;
}

function documentationUnknown({ toll, by }: PerhapsKilled): string {
  return `it is not known whether the ${toll === 1 ? "death was" : "deaths were"} documented by ${by}`;
}
