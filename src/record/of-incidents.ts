import { checkedItems, checkedObject, refuseUnless } from "../error.js";

/**
 * Items that belong to incidents, as a list: victims, massacres. Refuses (`argument-malformed`) what is no list of them, as records that were
 * parsed where their victims are meant.
 */
export function ofIncidents<Item extends { readonly incident: object }>(
  items: Iterable<Item>,
  whose: string,
): readonly Item[] {
  const takes =
    "a list of victims as parseRecords gives them (its victims), or of others that hold their incident";
  const each = "victims, or others, who hold their incident, as those of parseRecords do";
  checkedItems(items, whose, takes);
  const list: readonly Item[] = Array.isArray(items) ? items : [...items];
  for (const item of list) refuseUnless(isOfIncident(item), item, whose, each);
  return list;
}

/** Whether what a caller without types handed in holds an incident. */
export function isOfIncident(item: unknown): boolean {
  const incident = (item as { readonly incident?: { readonly id?: unknown } | null } | null | undefined)
    ?.incident;
  return typeof incident?.id === "string";
}

/** Gives back what was handed in if it has a list of incidents and one of victims, as what a parser gives; refuses it otherwise. */
export function checkedRecords<Parsed extends { readonly incidents: unknown; readonly victims: unknown }>(
  parsed: Parsed,
  whose: string,
  takes: string,
): Parsed {
  const { incidents, victims } = checkedObject(parsed, whose, takes);
  refuseUnless(Array.isArray(incidents) && Array.isArray(victims), parsed, whose, takes);
  return parsed;
}
