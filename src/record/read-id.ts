import { reservedNames } from "../codebook/keys.js";
import { shown } from "../codebook/shown.js";
import { isUnknown, looksUnknown, type Placeholders, undeclared } from "./read-unknown.js";
import { type Fault, faultOf, type Read, type Reader, trimmed } from "./read-value.js";

const ownIncidentPrefix = "victim:";

/** What the ids that are refused begin with, as numbers of characters: most ids begin otherwise, and are seen to be good. */
const refusedBeginnings: ReadonlySet<number> = /* @__PURE__ */ new Set(
  /* @__PURE__ */ Array.from("_cpv0-?nNuU", (character) => character.charCodeAt(0)),
);

/** The id of the incident of a victim of whom no incident is known. No row can have it. */
export function ownIncidentId(victim: string): string {
  return `${ownIncidentPrefix}${victim}`;
}

/** Whether an incident is a victim's own, which stands for one that is not known. */
export function isOwnIncident({ id }: { readonly id: string }): boolean {
  return id.startsWith(ownIncidentPrefix);
}

/** Reads the id of a row, which no row is without. */
export function readId(placeholders: Placeholders): Reader<string> {
  return (value) => {
    if (isUnknown(value, placeholders)) {
      return faultOf("id-missing", "the row has no id", "give every row one, so that it can be found again");
    }
    return idIn(value, "id", () => "give the row an id of its own");
  };
}

/** Reads the id of the incident of a victim. */
export function readIncidentId(value: unknown): Read<string> {
  return idIn(
    value,
    "incident",
    (id) =>
      `declare it with unknown: { incident: [${shown(id)}] } where it stands for no known incident, or give the id of one`,
  );
}

function idIn(value: unknown, noun: string, adviceOn: (placeholder: string) => string): Read<string> {
  const text = Number.isSafeInteger(value) ? String(value) : value;
  if (typeof text !== "string") {
    return faultOf("text-expected", `the ${noun} is ${shown(value)}, not text`, "write it as text");
  }
  const id = trimmed(text);
  if (!refusedBeginnings.has(id.charCodeAt(0))) return id;
  if (id.startsWith(ownIncidentPrefix) || reservedNames.includes(id)) return reserved(noun, id);
  // Read as one, it would make one incident of all such rows.
  return looksUnknown(id) ? undeclared(noun, id, adviceOn(id)) : id;
}

function reserved(noun: string, id: string): Fault {
  return faultOf("id-reserved", `the ${noun} is ${shown(id)}, which is reserved`, "choose another id");
}
