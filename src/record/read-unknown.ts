import { shown } from "../codebook/shown.js";
import { Doubtful, Fault, faultOf, isBlank, type Read, type Reader } from "./read-value.js";
import type { IssueCode } from "./record-issue.js";

/** The values that the caller declared to stand for *not recorded* in one column: -1 stands for "-1" too. */
export interface Placeholders {
  readonly texts: ReadonlySet<string>;
  readonly numbers: ReadonlySet<number>;
}

/** What the caller declared for a column. */
export function placeholdersOf(declared: readonly (string | number)[] = []): Placeholders {
  const texts = new Set(declared.map((value) => String(value).trim()));
  const numbers = [...texts].filter((text) => String(Number(text)) === text).map(Number);
  return { texts, numbers: new Set(numbers) };
}

/** Whether a value says nothing: it is blank, or declared to stand for *not recorded*. */
export function isUnknown(value: unknown, { texts, numbers }: Placeholders): boolean {
  if (typeof value === "number") return numbers.size > 0 && numbers.has(value);
  if (isBlank(value)) return true;
  return texts.size > 0 && typeof value === "string" && texts.has(value.trim());
}

/** What recorders write where they have nothing to say. */
const placeholderWords: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "0",
  "-1",
  "-",
  "?",
  "n/a",
  "na",
  "nan",
  "none",
  "null",
  "nil",
  "unknown",
  "undefined",
]);

/** Whether a text is what recorders write where they have nothing to say; it is refused where it was not declared. */
export function looksUnknown(text: string): boolean {
  return placeholderWords.has(text.toLowerCase());
}

/** What is wrong with a text that looks like *not recorded*. */
export function undeclared(noun: string, text: string, advice: string): Fault {
  return faultOf(
    "placeholder-undeclared",
    `the ${noun} is ${shown(text)}, which looks like "not recorded"`,
    advice,
  );
}

/** Reads by `read`, and says of a text of no meaning that looks like *not recorded* how it is declared for this column. */
export function orUndeclared<Value>(column: string, read: Reader<Value>): Reader<Value> {
  return (value) => {
    const result = read(value);
    if (!(result instanceof Fault) || !meaningless.has(result.code)) return result;
    const text = typeof value === "string" ? value.trim() : "";
    if (!looksUnknown(text)) return result;
    const advice = `declare it with unknown: { ${column}: [${shown(text)}] } where it stands for that, or correct it`;
    return undeclared(`value of ${column}`, text, advice);
  };
}

/** The faults of a text that means nothing where it stands. */
const meaningless: ReadonlySet<IssueCode> = /* @__PURE__ */ new Set(["key-unknown", "date-malformed"]);

/** Reads what says nothing as `unknown`, anything else by `read`. */
export function orUnknown<Value, Unknown>(
  read: Reader<Value>,
  placeholders: Placeholders,
  unknown: Unknown,
): Reader<Value | Unknown> {
  return (value): Read<Value | Unknown> => (isUnknown(value, placeholders) ? unknown : read(value));
}

/** The list of nothing, one for all records that have none, so that it takes no memory in each: nobody can add to it. */
export const noItems: readonly never[] = /* @__PURE__ */ Object.freeze([]);

/**
 * Reads a list, or a text of items parted by semicolons. Blank items and repetitions are dropped, and what says nothing as a
 * whole is the empty list. An item that stands for *not recorded* beside others is dropped with a warning: a second suspect who is
 * not known is none of whom nothing was said.
 */
export function listOf<Value>(read: Reader<Value>, placeholders: Placeholders): Reader<readonly Value[]> {
  return (value): Read<readonly Value[]> => {
    const items = itemsIn(value, placeholders);
    if (items === null) {
      return faultOf(
        "list-malformed",
        `the value is ${shown(value)}, not a list`,
        "give a list, or a text with semicolons between its items",
      );
    }
    if (items.length === 0) return noItems;
    const values: Value[] = [];
    const faults: Fault[] = [];
    let notKnown: string | null = null;
    for (let at = 0; at < items.length; at += 1) {
      const item = items[at];
      if (isUnknown(item, placeholders)) {
        if (!isBlank(item)) notKnown = String(item).trim();
        continue;
      }
      const result = read(item);
      if (result instanceof Fault) {
        faults.push(new Fault(result.code, result.describe, at));
        continue;
      }
      const one = result instanceof Doubtful ? result.value : result;
      if (items.length === 1) return [one];
      values.push(one);
    }
    const [first, ...others] = faults;
    if (first !== undefined) return new Fault(first.code, first.describe, first.at, others);
    if (values.length === 0) return noItems;
    // A list of its own length: what is pushed to one makes room for more, in every record.
    const list = [...new Set(values)];
    return notKnown === null ? list : new Doubtful(list, partlyUnknown(list, notKnown));
  };
}

function partlyUnknown(list: readonly unknown[], notKnown: string): Fault {
  return faultOf(
    "list-partly-unknown",
    `the list names ${list.map((item) => shown(item)).join(", ")} beside ${shown(notKnown)}, which is left out`,
    "complete it, or take out what is not known where it names all",
  );
}

function itemsIn(value: unknown, placeholders: Placeholders): readonly unknown[] | null {
  if (Array.isArray(value)) return value as readonly unknown[];
  if (isUnknown(value, placeholders)) return noItems;
  return typeof value === "string" ? value.split(";") : null;
}
