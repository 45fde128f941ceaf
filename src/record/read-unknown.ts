import { shown } from "../codebook/shown.js";
import { fault, isBlank, type Reader } from "./read-value.js";

/** The texts of the values that the caller declared to stand for *not recorded* in one column. */
export type Placeholders = ReadonlySet<string>;

/** What the caller declared for a column, as text: -1 stands for "-1" too. */
export function placeholdersOf(declared: readonly (string | number)[] = []): Placeholders {
  return new Set(declared.map((value) => String(value).trim()));
}

/** Whether a value says nothing: it is blank, or declared to stand for *not recorded*. */
export function isUnknown(value: unknown, placeholders: Placeholders): boolean {
  if (isBlank(value)) return true;
  return (
    placeholders.size > 0 &&
    (typeof value === "string" || typeof value === "number") &&
    placeholders.has(String(value).trim())
  );
}

/** Reads what says nothing as `unknown`, anything else by `read`. */
export function orUnknown<Value, Unknown>(
  read: Reader<Value>,
  placeholders: Placeholders,
  unknown: Unknown,
): Reader<Value | Unknown> {
  return (value) => (isUnknown(value, placeholders) ? { value: unknown } : read(value));
}

/**
 * Reads a list, or a text of items parted by semicolons. Items that say nothing and repetitions are dropped, and what
 * says nothing as a whole is the empty list.
 */
export function listOf<Value>(read: Reader<Value>, placeholders: Placeholders): Reader<readonly Value[]> {
  return (value) => {
    if (isUnknown(value, placeholders)) return { value: [] };
    const items = itemsIn(value);
    if (items === null) {
      return fault(
        "list-malformed",
        `the value is ${shown(value)}, not a list`,
        "give a list, or a text with semicolons between its items",
      );
    }
    const values = new Set<Value>();
    for (const [at, item] of items.entries()) {
      if (isUnknown(item, placeholders)) continue;
      const result = read(item);
      if ("fault" in result) return { fault: { ...result.fault, at } };
      values.add(result.value);
    }
    return { value: [...values] };
  };
}

function itemsIn(value: unknown): readonly unknown[] | null {
  if (typeof value === "string") return value.split(";");
  return Array.isArray(value) ? value : null;
}
