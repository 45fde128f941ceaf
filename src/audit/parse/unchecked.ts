import { isObject } from "../../codebook/shape.js";
import type { PublishedIssue } from "../published/published-issue.js";

/** Where something stands in a report. */
export type Path = PublishedIssue["path"];

/** The fields of a value that may be no object, and then has none. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}

/** The items of a value that may be no list, and then has none. */
export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The texts of a value that should be one or a list of them, each with where in it; what is no text is passed over. */
export function textsOf(value: unknown): readonly { readonly text: string; readonly at: Path }[] {
  if (typeof value === "string") return [{ text: value, at: [] }];
  return itemsOf(value).flatMap((text, nth) => (typeof text === "string" ? [{ text, at: [nth] }] : []));
}

/** Where a path leads, in words: figures, tables and readings by their ids, as `figure "Idlib, children", of.place`. */
export function placeOf(report: unknown, path: Path): string {
  const [list, nth, ...rest] = path;
  if (typeof list !== "string") return "the report";
  if (typeof nth !== "number") return path.join(".");
  const { id } = fieldsOf(itemsOf(fieldsOf(report)[list])[nth]);
  if (typeof id !== "string" || id === "") return path.join(".");
  return [
    `${list.replace(/s$/, "")} ${JSON.stringify(id)}`,
    ...(rest.length > 0 ? [rest.join(".")] : []),
  ].join(", ");
}
