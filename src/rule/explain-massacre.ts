import { citationText } from "./citation.js";
import type { Killed, PerhapsKilled } from "./killed-by.js";
import type { MassacreDefinition } from "./massacre-definition.js";

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
  perhaps: PerhapsKilled | null,
): string {
  const both = perhaps === null ? [told] : [told, perhaps];
  const sum = (valueOf: (killed: Killed) => number) => both.reduce((all, killed) => all + valueOf(killed), 0);
  const all = { toll: sum(({ toll }) => toll), counting: sum(({ counting }) => counting) };
  const mayCount = sum((killed) => killed.mayCount);
  const doubts = [
    ...(perhaps === null ? [] : [`${perhaps.toll} of whom ${documentationUnknown(perhaps)}`]),
    ...(mayCount === 0
      ? []
      : [`${mayCount} of whom it is not known whether they count toward the threshold`]),
  ];
  const reached =
    mayCount === 0
      ? reaches(all, definition)
      : `${all.counting + mayCount} of the ${all.toll} killed in it do, and ${suffices(definition)}`;
  return `Incident ${incident} may be a massacre: with ${doubts.join(" and ")}, ${reached}.`;
}

function reaches({ toll, counting }: Omit<Killed, "mayCount">, definition: MassacreDefinition): string {
  const who =
    counting === toll
      ? `${toll} were killed in it`
      : `of ${toll} killed in it ${counting} count toward the threshold`;
  return `${who}, and ${suffices(definition)}`;
}

function suffices({ threshold, citation }: MassacreDefinition): string {
  return `${threshold} make one (${citationText(citation)})`;
}

function documentationUnknown({ toll, by }: PerhapsKilled): string {
  return `it is not known whether the ${toll === 1 ? "death was" : "deaths were"} documented by ${by}`;
}
