import { CasualtyError } from "../error.js";
import { dateUnreal, shown } from "./fault.js";
import { areSimpleDates, type Ends, type SimpleDate, splitEnds, unrealEndOf } from "./simple-date.js";

/** The ends between which a text says that a period lies, with quarters and halves read as their months. */
export function readPeriod(text: unknown): Ends<SimpleDate> {
  if (typeof text !== "string") throw periodMalformed(text);
  const written = splitEnds(text);
  const ends = { left: openingOf(written.left), right: closingOf(written.right) };
  if (areSimpleDates(ends)) return ends;
  const unreal = unrealEndOf(ends);
  throw unreal === null ? periodMalformed(text) : dateUnreal(unreal);
}

/** The first month of a quarter or half; any other text as it is. */
function openingOf(text: string): string {
  const months = monthsOfPart(text);
  return months === undefined ? text : text.slice(0, 5) + months[0];
}

/** The last month of a quarter or half; any other text as it is. */
function closingOf(text: string): string {
  const months = monthsOfPart(text);
  return months === undefined ? text : text.slice(0, 5) + months[1];
}

/** The first and the last month of `2021-Q1` to `2021-Q4`, `2021-H1` and `2021-H2`; for any other text `undefined`. */
function monthsOfPart(text: string): readonly [first: string, last: string] | undefined {
  switch (text.slice(4)) {
    case "-Q1":
      return ["01", "03"];
    case "-Q2":
      return ["04", "06"];
    case "-Q3":
      return ["07", "09"];
    case "-Q4":
      return ["10", "12"];
    case "-H1":
      return ["01", "06"];
    case "-H2":
      return ["07", "12"];
    default:
      return undefined;
  }
}

function periodMalformed(value: unknown): CasualtyError<"period-malformed"> {
  return new CasualtyError(
    "period-malformed",
    `${shown(value)} is not a period: write a month "2021-07", a year "2021", a quarter "2021-Q3", a half "2021-H1", ` +
      `a day "2021-07-15", or two of these with a slash between, as in "2021-01/2021-07-15".`,
    { text: String(value) },
  );
}
