import { isCalendarDate } from "../calendar/calendar-date.js";
import { CasualtyError } from "../error.js";
import type { ListName } from "./keys.js";

/** Throws `codebook-malformed` unless an entry that no compiler saw has the form of its list's entries. */
export function checkEntry(list: ListName, key: string, entry: unknown): void {
  const refuse = (why: string): never => {
    throw malformed(list, key, `The ${list} "${key}" ${why}.`);
  };
  if (typeof entry !== "object" || entry === null) return refuse("must be an object with a label");
  const fields = entry as Readonly<Record<string, unknown>>;
  if (typeof fields["label"] !== "string" || fields["label"].trim() === "")
    return refuse("has no label: give the text that is printed for it");
  for (const field of ["phrase", "labelArabic", "pcode", "iso", "parent"]) {
    if (fields[field] !== undefined && typeof fields[field] !== "string")
      return refuse(`must have a text as its ${field}, or none`);
  }
  const lists = { aliases: false, members: list === "alliance" };
  for (const [field, required] of Object.entries(lists)) {
    const value = fields[field];
    if (value === undefined ? required : !isListOfTexts(value))
      return refuse(`must have a list of texts as its ${field}`);
  }
  if ((list === "perpetrator" || list === "unattributed") && typeof fields["section"] !== "string") {
    return refuse("has no section: name the one in which it is printed");
  }
  if (fields["valid"] !== undefined && !isValidity(fields["valid"])) {
    return refuse(
      "must be valid from one calendar day through that day or a later one ({ from, to }, either may be left out)",
    );
  }
}

/** What is wrong with the form of a codebook. */
export function malformed(list: string, key: string, message: string): CasualtyError<"codebook-malformed"> {
  return new CasualtyError("codebook-malformed", message, { list, key });
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function isValidity(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const { from, to } = value as { from?: unknown; to?: unknown };
  if (from !== undefined && !isCalendarDate(from)) return false;
  if (to !== undefined && !isCalendarDate(to)) return false;
  return from === undefined || to === undefined || from <= to;
}
