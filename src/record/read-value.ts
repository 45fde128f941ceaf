import type { IssueCode } from "./record-issue.js";

/** A value read from a row, or what is wrong with it. A value may come with a warning. */
export type Read<Value> = { readonly value: Value; readonly warning?: Fault } | { readonly fault: Fault };

/** What is wrong with a value; `at` is the position in a list. */
export interface Fault {
  readonly code: IssueCode;
  /** What is wrong and what to do, as a sentence; `where` says where the value stands ("row 17"). */
  readonly describe: (where?: string) => string;
  readonly at?: number;
}

/** Reads one value of a row. */
export type Reader<Value> = (value: unknown) => Read<Value>;

/** A value as it stands in a message. */
export function shown(value: unknown): string {
  if (typeof value === "string") return `"${value.length > 60 ? `${value.slice(0, 60)}…` : value}"`;
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "a list" : "an object";
  return String(value);
}

/** A fault described by what is wrong and by what to do about it. */
export function faultOf(code: IssueCode, what: string, advice: string): Fault {
  return { code, describe: (where) => `${what}${where === undefined ? "" : ` (${where})`}: ${advice}` };
}

export function fault(code: IssueCode, what: string, advice: string): { readonly fault: Fault } {
  return { fault: faultOf(code, what, advice) };
}

/** Nothing, or a text without any character to see: not known. */
export function isBlank(value: unknown): value is null | undefined | string {
  return value === null || value === undefined || (typeof value === "string" && value.trim() === "");
}

/** Blank and declared placeholders are read as `null`, anything else by `read`. */
export function orUnknown<Value>(
  read: Reader<Value>,
  placeholders: ReadonlySet<string>,
): Reader<Value | null> {
  return (value) => {
    if (isBlank(value) || isPlaceholder(value, placeholders)) return { value: null };
    return read(value);
  };
}

/** Whether the caller declared that this value stands for *not recorded*. */
export function isPlaceholder(value: unknown, placeholders: ReadonlySet<string>): boolean {
  return (
    placeholders.size > 0 &&
    (typeof value === "string" || typeof value === "number") &&
    placeholders.has(String(value).trim())
  );
}

/** Reads a list, or a text of items parted by semicolons; blank is the empty list, repetitions are dropped. */
export function listOfItems<Value>(
  read: Reader<Value>,
  placeholders: ReadonlySet<string>,
): Reader<readonly Value[]> {
  return (value) => {
    if (isBlank(value) || isPlaceholder(value, placeholders)) return { value: [] };
    const items: readonly unknown[] | null = Array.isArray(value)
      ? value
      : typeof value === "string"
        ? value.split(";").filter((item) => !isBlank(item))
        : null;
    if (items === null) {
      return fault(
        "list-malformed",
        `${shown(value)} is no list`,
        "give a list, or a text with semicolons between its items",
      );
    }
    const values = new Set<Value>();
    for (const [at, item] of items.entries()) {
      if (isPlaceholder(item, placeholders)) continue;
      const result = read(item);
      if ("fault" in result) return { fault: { ...result.fault, at } };
      values.add(result.value);
    }
    return { value: [...values] };
  };
}

/** Reads text, without the spaces around it. */
export function readText(value: unknown): Read<string> {
  if (typeof value === "string") return { value: value.trim() };
  return fault("text-expected", `${shown(value)} is no text`, "write it as text");
}

/** Reads a text that is one of a few words, in any case. */
export function oneOf<Value extends string>(
  code: IssueCode,
  words: Readonly<Record<string, Value>>,
): Reader<Value> {
  const byWord = new Map<string, Value>(Object.entries(words));
  return (value) => {
    const word = typeof value === "string" ? byWord.get(value.trim().toLowerCase()) : undefined;
    if (word !== undefined) return { value: word };
    return fault(
      code,
      `${shown(value)} is none of ${[...byWord.keys()].join(", ")}`,
      "write one of these, or leave it blank where it is not known",
    );
  };
}
