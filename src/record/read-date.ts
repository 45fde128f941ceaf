import { isPartialDate, type PartialDate, partialDate } from "../calendar/partial-date.js";
import { shown } from "../codebook/shown.js";
import { CasualtyError } from "../error.js";
import { type Fault, faultOf, type Read, trimmed } from "./read-value.js";

/** No date is longer: two days, and a slash between. */
const longest = 21;

/** Reads a date as far as it is known, as `partialDate` does. */
export function readDate(value: unknown): Read<PartialDate> {
  const text = typeof value === "string" ? trimmed(value) : value;
  if (isPartialDate(text)) return text;
  if (typeof text !== "string" || text.length > 2 * longest) {
    const what = `the date is ${shown(value)}, ${typeof text === "string" ? "which is none" : "not text"}`;
    return faultOf("date-malformed", what, "write it as YYYY-MM-DD");
  }
  return faultIn(text);
}

function faultIn(text: string): Fault {
  try {
    partialDate(text);
  } catch (error) {
    if (!(error instanceof CasualtyError)) throw error;
    // These are the codes that partialDate throws.
    const { code, message } = error as CasualtyError<"date-malformed" | "date-unreal" | "date-backwards">;
    return faultOf(code, "the date cannot be read", message);
  }
  throw new Error("a text that is no partial date was read as one");
}
