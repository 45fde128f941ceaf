import { shown } from "../codebook/shown.js";
import type { IssueCode } from "./record-issue.js";

/** What is wrong with a value, or doubtful about it. */
export class Fault {
  constructor(
    readonly code: IssueCode,
    /** What is wrong and what to do, as a sentence; `where` says where the value stands ("row 17"). */
    readonly describe: (where?: string) => string,
    /** The position in a list. */
    readonly at: number | null = null,
    /** What else is wrong with the value: with further items of a list. */
    readonly others: readonly Fault[] = [],
  ) {}
}

/** A value that is kept, with what is doubtful about it. */
export class Doubtful<Value> {
  constructor(
    readonly value: Value,
    readonly doubt: Fault,
  ) {}
}

/** A value read from a row, or what is wrong with it. */
export type Read<Value> = Value | Doubtful<Value> | Fault;

/** Reads one value of a row. What it gives of one text is always the same. */
export type Reader<Value> = (value: unknown) => Read<Value>;

/** A fault described by what is wrong and by what to do about it. */
export function faultOf(code: IssueCode, what: string, advice: string): Fault {
  return new Fault(code, (where) => `${what}${where === undefined ? "" : ` (${where})`}: ${advice}`);
}

/** A text without the spaces around it. */
export function trimmed(text: string): string {
  // Most texts have none, and to see that is cheaper than to ask for a text without.
  return isPlain(text.charCodeAt(0)) && isPlain(text.charCodeAt(text.length - 1)) ? text : text.trim();
}

/** Whether a character is one of ASCII, and none of its spaces. */
function isPlain(character: number): boolean {
  return character > 0x20 && character < 0x7f;
}

/** Nothing, or a text without any character to see: not known. */
export function isBlank(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === "string" && trimmed(value) === "");
}

/** Reads text, without the spaces around it; `noun` names it in messages. */
export function readText(noun: string): (value: unknown) => string | Fault {
  return (value) =>
    typeof value === "string"
      ? trimmed(value)
      : faultOf("text-expected", `the ${noun} is ${shown(value)}, not text`, "write it as text");
}
