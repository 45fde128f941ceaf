import { CasualtyError } from "../error.js";
import type { ListName } from "./keys.js";
import { ended, type Fields, type Shape, shapeFault } from "./shape.js";

const texts: Shape = { listOf: "text" };
const valid: Shape = { required: {}, optional: { from: "day", to: "day" } };

/** What the entries of each list have besides a label and aliases. Conditions are checked with the keys that they name. */
const fieldsOf: Readonly<Record<ListName, Partial<Fields>>> = {
  section: {},
  perpetrator: {
    required: { section: "text" },
    optional: { phrase: "text", parent: "text", valid, successorOf: "text" },
  },
  unattributed: { required: { section: "text" } },
  alliance: { required: { members: texts } },
  role: {},
  cause: {},
  means: {},
  category: { required: { when: "anything" } },
  place: { optional: { parent: "text", labelArabic: "text", pcode: "text", iso: "text" } },
};

/** What throws `codebook-malformed` unless an entry that no compiler saw has the form of the entries of a list. */
export function entryCheck(list: ListName): (key: string, entry: unknown) => void {
  const { required, optional } = fieldsOf[list];
  const shape = {
    required: { label: "label", ...required },
    optional: { aliases: texts, ...optional },
  } as const;
  return (key, entry) => {
    const fault = shapeFault(entry, shape)?.what ?? validityFault(entry);
    if (fault !== null) throw malformed(list, key, ended(`The ${list} "${key}" cannot be read: ${fault}`));
  };
}

/** What is wrong with the form of a codebook. */
export function malformed(list: string, key: string, message: string): CasualtyError<"codebook-malformed"> {
  return new CasualtyError("codebook-malformed", message, { list, key });
}

/** Both days are included: one that ends on the day on which it begins is valid for that day. */
function validityFault(entry: unknown): string | null {
  const { from, to } = (entry as { valid?: { from?: string; to?: string } }).valid ?? {};
  const backwards = from !== undefined && to !== undefined && from > to;
  return backwards ? `valid ends on ${to}, before it begins on ${from}` : null;
}
