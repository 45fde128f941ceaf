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

/** Reads a sex as a word or its first letter, in any case. */
export const readSex = /* @__PURE__ */ oneOf<Sex>("sex", "sex-unrecognised", [
  ["female", "female"],
  ["f", "female"],
  ["male", "male"],
  ["m", "male"],
  ["unknown", "unknown"],
  ["u", "unknown"],
]);

/** Reads a status by its name, in any case. */
export const readStatus = /* @__PURE__ */ nameAmong<Status>("status", "status-unrecognised", statuses);

/** Reads the state of an investigation by its name, in any case. */
export const readInvestigation = /* @__PURE__ */ nameAmong<Investigation>(
  "state of the investigation",
  "investigation-unrecognised",
  investigations,
);

const yesOrNo = /* @__PURE__ */ oneOf<boolean>("value of unborn", "unborn-unrecognised", [
  ["true", true],
  ["yes", true],
  ["false", false],
  ["no", false],
]);

/** Reads whether a victim was unborn: true or false, or a word for either, in any case. */
export function readUnborn(value: unknown): Read<boolean> {
  return typeof value === "boolean" ? value : yesOrNo(value);
}

function nameAmong<Name extends string>(noun: string, code: IssueCode, names: readonly Name[]): Reader<Name> {
  return oneOf(
    noun,
    code,
    names.map((name) => [name, name]),
  );
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
