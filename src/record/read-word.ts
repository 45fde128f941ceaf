import {
  type Investigation,
  investigations,
  type Sex,
  type Status,
  statuses,
} from "../codebook/condition.js";
import { shown } from "../codebook/shown.js";
import { faultOf, type Read, type Reader } from "./read-value.js";
import type { IssueCode } from "./record-issue.js";

/** Reads a sex as a word or its first letter, in any case; *woman* and *man*, as SDG indicator 16.1.2 writes them, say nothing of the age. */
export const readSex = /* @__PURE__ */ oneOf<Sex>("sex", "sex-unrecognised", [
  ["female", "female"],
  ["f", "female"],
  ["woman", "female"],
  ["male", "male"],
  ["m", "male"],
  ["man", "male"],
  ["unknown", "unknown"],
  ["u", "unknown"],
]);

/** Reads a status by its name, or as it is called where SDG indicator 16.1.2 is reported, in any case. */
export const readStatus = /* @__PURE__ */ nameAmong<Status>("status", "status-unrecognised", statuses, [
  ["other protected person", "other-protected"],
  ["member of armed forces", "armed-forces"],
  ["person directly participating in hostilities", "direct-participant"],
]);

/** Reads the state of an investigation by its name, in any case. */
export const readInvestigation = /* @__PURE__ */ nameAmong<Investigation>(
  "state of the investigation",
  "investigation-unrecognised",
  investigations,
);

const yesOrNo = /* @__PURE__ */ oneOf<boolean>("value of unborn", "unborn-unrecognised", [
  ["true", true],
  ["yes", true],
  ["1", true],
  ["false", false],
  ["no", false],
  ["0", false],
]);

/** Reads whether a victim was unborn: true or false, a word for either in any case, or 1 or 0. */
export function readUnborn(value: unknown): Read<boolean> {
  if (typeof value === "boolean") return value;
  return value === 0 || value === 1 ? value === 1 : yesOrNo(value);
}

function nameAmong<Name extends string>(
  noun: string,
  code: IssueCode,
  names: readonly Name[],
  further: readonly (readonly [word: string, name: Name])[] = [],
): Reader<Name> {
  return oneOf(noun, code, [...names.map((name) => [name, name] as const), ...further]);
}

function oneOf<Value extends string | boolean>(
  noun: string,
  code: IssueCode,
  words: readonly (readonly [word: string, value: Value])[],
): Reader<Value> {
  const values = new Map(words);
  return (value) => {
    const found = typeof value === "string" ? values.get(value.trim().toLowerCase()) : undefined;
    if (found !== undefined) return found;
    return faultOf(
      code,
      `the ${noun} is ${shown(value)}, none of ${[...values.keys()].join(", ")}`,
      "write one of these, or leave it blank where it is not known",
    );
  };
}
