import { citationText } from "./citation.js";
import { type Killed, mostCounting, type PerhapsKilled, sumOf } from "./killed-by.js";
import type { MassacreDefinition } from "./massacre-definition.js";

/** The sentence that says why an incident is a massacre, and how many may belong to its toll besides. */
export function explainMassacre(
  incident: string,
  definition: MassacreDefinition,
  told: Killed,
  perhaps: readonly PerhapsKilled[],
): string {
  const further = perhaps.map(
    ({ toll, doubt }) => ` ${toll} more may belong to its toll: it is not known ${doubt}.`,
  );
  return `Incident ${incident} is a massacre: ${reaches(told, definition)}.${further.join("")}`;
}

/** The sentence that says why an incident may be a massacre and is not known to be one. */
export function explainPossibleMassacre(
  incident: string,
  definition: MassacreDefinition,
  told: Killed,
  perhaps: readonly PerhapsKilled[],
): string {
  const all = sumOf([told, ...perhaps]);
  const doubts = perhaps.map(({ toll, doubt }) => `${toll} of whom it is not known ${doubt}`);
  if (all.mayCount > 0) {
    doubts.push(`${all.mayCount} of whom it is not known whether they count toward the threshold`);
  }
  const reached =
    all.mayCount > 0
      ? `${mostCounting(all)} of the ${all.toll} killed in it do, and ${suffices(definition)}`
      : reaches(all, definition);
  return `Incident ${incident} may be a massacre: with ${doubts.join(" and ")}, ${reached}.`;
}

function reaches({ toll, counting }: Killed, definition: MassacreDefinition): string {
  const who =
    counting === toll
      ? `${toll} were killed in it`
      : `of ${toll} killed in it ${counting} count toward the threshold`;
  return `${who}, and ${suffices(definition)}`;
}

function suffices({ threshold, citation }: MassacreDefinition): string {
  return `${threshold} make one (${citationText(citation)})`;
}
