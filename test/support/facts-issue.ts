/** What the reader of fact files could not take as it stands. */
type FactsIssueCode =
  /** A file, field or value has not the form of the format. */
  | "malformed"
  /** A field that the format does not know. */
  | "field-unknown"
  /** A label that the codebook does not know: it is taken as one of its own. */
  | "label-unknown"
  /** Words of a label that name no cell. */
  | "label-not-understood"
  /** Two rows that would share persons by the codebook: one is read as what the other leaves. */
  | "rows-overlap"
  /** A remark in brackets, which is not read. */
  | "remark-not-read"
  /** The parts of a subtotal, or the count of a rate, fit several cells. */
  | "ambiguous"
  /** A number typed by the transcriber is that of no cell that its label names. */
  | "number-differs";

/** Something of a fact file that a person should look at. */
export interface FactsIssue {
  readonly file: string;
  /** Where in the file: "parties[3].label". */
  readonly path: string;
  readonly code: FactsIssueCode;
  /** Whether a printed figure is left out of the audit because of it. */
  readonly lost: boolean;
  readonly message: string;
}

/** Notes an issue of one file. */
export type NoteIssue = (
  code: FactsIssueCode,
  path: string,
  message: string,
  lost?: "figure-left-out",
) => void;

/** The fields of a JSON object, or null. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  return value as Readonly<Record<string, unknown>>;
}

/** A field's text, or null where there is none. */
export function textOf(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

/** The items of a list that are objects, with their paths; whatever else is in it is noted. */
export function itemsOf(
  value: unknown,
  path: string,
  note: NoteIssue,
): readonly { readonly path: string; readonly fields: Readonly<Record<string, unknown>> }[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    note("malformed", path, "This is no list.", "figure-left-out");
    return [];
  }
  return value.flatMap((item: unknown, nth) => {
    const fields = fieldsOf(item);
    if (fields !== null) return [{ path: `${path}[${nth}]`, fields }];
    note("malformed", `${path}[${nth}]`, "This is no object.", "figure-left-out");
    return [];
  });
}

/** Notes every field that is none of those known. */
export function noteUnknownFields(
  fields: Readonly<Record<string, unknown>>,
  known: readonly string[],
  path: string,
  note: NoteIssue,
): void {
  for (const name of Object.keys(fields)) {
    if (known.includes(name)) continue;
    const where = path === "" ? name : `${path}.${name}`;
    note("field-unknown", where, `The format has no field "${name}" here.`, "figure-left-out");
  }
}
