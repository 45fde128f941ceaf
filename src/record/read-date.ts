import { type PartialDate, partialDate } from "../calendar/partial-date.js";
import { shown } from "../codebook/shown.js";
import { CasualtyError } from "../error.js";
import { fault, type Read } from "./read-value.js";

/** Reads a date as far as it is known, as `partialDate` does. */
export function readDate(value: unknown): Read<PartialDate> {
  if (typeof value !== "string") {
    return fault("date-malformed", `the date is ${shown(value)}, not text`, "write it as YYYY-MM-DD");
  }
  try {
    return { value: partialDate(value.trim()) };
  } catch (error) {
    if (!(error instanceof CasualtyError)) throw error;
    // These are the codes that partialDate throws.
    const { code, message } = error as CasualtyError<"date-malformed" | "date-unreal" | "date-backwards">;
    return fault(code, "the date cannot be read", message);
  }
}
