import { shown } from "../codebook/shown.js";
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

/** A fault described by what is wrong and by what to do about it. */
export function faultOf(code: IssueCode, what: string, advice: string): Fault {
  return { code, describe: (where) => `${what}${where === undefined ? "" : ` (${where})`}: ${advice}` };
}

/** The reading of a value at fault, described as `faultOf` does. */
export function fault(code: IssueCode, what: string, advice: string): { readonly fault: Fault } {
  return { fault: faultOf(code, what, advice) };
}

/** Nothing, or a text without any character to see: not known. */
export function isBlank(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === "string" && value.trim() === "");
}

/** Reads text, without the spaces around it; `noun` names it in messages. */
export function readText(noun: string): Reader<string> {
  return (value) => {
    if (typeof value === "string") return { value: value.trim() };
    return fault("text-expected", `the ${noun} is ${shown(value)}, not text`, "write it as text");
  };
}
