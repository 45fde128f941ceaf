import { isCalendarDate } from "../calendar/calendar-date.js";
import { nearestWords } from "./near.js";
import { shown } from "./shown.js";

/**
 * The form of a value that no compiler saw, as data: of a definition that was read from JSON, of an entry of a codebook, of
 * options. `anything` is checked elsewhere, also where it is missing.
 */
export type Shape =
  | "anything"
  | "text"
  | "label"
  | "day"
  | "text or number"
  | { readonly oneOf: readonly string[] }
  | { readonly listOf: Shape }
  | Fields;

/** The form of an object: fields that it must have and fields that it may have, and no other. */
export interface Fields {
  readonly required: Readonly<Record<string, Shape>>;
  readonly optional: Readonly<Record<string, Shape>>;
}

/**
 * What is wrong with the form of a value, as a clause, and the path at which it is; `null` where nothing is.
 *
 * @example
 * shapeFault({ lable: "North" }, { required: { label: "text" }, optional: {} })?.what // 'it has an unknown field "lable": did you mean "label"?'
 */
export function shapeFault(
  value: unknown,
  shape: Shape,
  path = "",
): { readonly path: string; readonly what: string } | null {
  if (shape === "anything") return null;
  if (typeof shape === "object" && "listOf" in shape && Array.isArray(value)) {
    return firstFault(value, (item: unknown, at) => shapeFault(item, shape.listOf, `${path}[${at}]`));
  }
  if (typeof shape === "object" && "required" in shape && isObject(value)) {
    return fieldsFault(value, shape, path);
  }
  return isA(value, shape)
    ? null
    : { path, what: `${subject(path)} must be ${wanted(shape)}, not ${shown(value)}` };
}

function fieldsFault(value: Readonly<Record<string, unknown>>, shape: Fields, path: string) {
  const { required, optional } = shape;
  for (const field of Object.keys(value)) {
    if (Object.hasOwn(required, field) || Object.hasOwn(optional, field)) continue;
    const fields = Object.keys(required).concat(Object.keys(optional));
    const what = `${subject(path)} has an unknown field ${shown(field)}: ${proposal(field, fields)}`;
    return { path: inside(path, field), what };
  }
  return firstFault(Object.entries(required).concat(Object.entries(optional)), ([field, of]) => {
    const found = value[field];
    if (found !== undefined) return shapeFault(found, of, inside(path, field));
    if (of === "anything" || !Object.hasOwn(required, field)) return null;
    return {
      path: inside(path, field),
      what: `${subject(path)} has no ${field}, which must be ${wanted(of)}`,
    };
  });
}

/** What to do about a word that is none of those known: the near ones of them, or all. */
export function proposal(word: string, known: readonly string[]): string {
  const near = nearProposal(word, known);
  if (near !== null) return near;
  return known.length === 0 ? "there is none" : `known are ${known.join(", ")}`;
}

/** The near ones of the words known, as a question, or `null` where none is near. */
export function nearProposal(word: string, known: readonly string[]): string | null {
  const near = nearestWords(word, known);
  return near.length === 0 ? null : `did you mean ${near.map((one) => shown(one)).join(" or ")}?`;
}

/** A clause as the end of a sentence, which a question is by itself. */
export function ended(clause: string): string {
  return clause.endsWith("?") ? clause : `${clause}.`;
}

function isA(value: unknown, shape: Shape): boolean {
  if (typeof shape === "object") return "oneOf" in shape && shape.oneOf.includes(value as string);
  if (shape === "day") return isCalendarDate(value);
  if (shape === "text or number" && typeof value === "number") return true;
  return typeof value === "string" && (shape !== "label" || value.trim() !== "");
}

function wanted(shape: Shape): string {
  if (shape === "label") return "a text that is not blank";
  if (shape === "day") return 'a calendar day as "2021-07-17"';
  if (typeof shape === "string") return `a ${shape}`;
  if ("oneOf" in shape) return `one of ${shape.oneOf.map((one) => shown(one)).join(", ")}`;
  if ("listOf" in shape) return "a list";
  const fields = Object.keys(shape.required);
  return fields.length === 0 ? "an object" : `an object with ${fields.join(", ")}`;
}

function firstFault<Item, Fault>(items: readonly Item[], faultOf: (item: Item, at: number) => Fault | null) {
  for (const [at, item] of items.entries()) {
    const fault = faultOf(item, at);
    if (fault !== null) return fault;
  }
  return null;
}

/** Whether a value is an object with fields, and no list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function subject(path: string): string {
  return path === "" ? "it" : path;
}

function inside(path: string, field: string): string {
  return path === "" ? field : `${path}.${field}`;
}
