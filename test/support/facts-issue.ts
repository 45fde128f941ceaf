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
  /** A row with the party and the numbers of another, without which the table adds up. */
  | "row-repeated"
  /** A remark in brackets, which is not read. */
  | "remark-not-read"
  /** A number of which the file does not say whether it is of persons or of massacres. */
  | "unit-unsaid"
  /** What is said by the transcriber's note alone, and no field of the file. */
  | "only-in-note"
  /** Another file counts persons outside its totals, so that less can be concluded from this one. */
  | "outside-elsewhere"
  /** A number in words (a title, a quote) that no field prints: said only where nothing else is of these words. */
  | "words-not-read"
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

/** What may stand beside any figure and says nothing of what it counts. */
const remarks: readonly string[] = [
  "label",
  "where",
  "note",
  "notes",
  "quote",
  "text",
  "page",
  "url",
  "lang",
];

/**
 * Whether an item has no fields but those known. One with a further field may mean something else than it seems to: it is
 * noted, and not to be read.
 */
export function isUnderstood(
  fields: Readonly<Record<string, unknown>>,
  known: readonly string[],
  path: string,
  note: NoteIssue,
): boolean {
  const further = Object.keys(fields).filter((name) => ![...known, ...remarks].includes(name));
  for (const name of further)
    note("field-unknown", `${path}.${name}`, `There is no field "${name}" here.`, "figure-left-out");
  return further.length === 0;
}

/** A row of a table: its label, and what stands in it. */
export interface LabelledRow {
  readonly label: string;
  /** Where its label stands. */
  readonly labelPath: string;
  readonly path: string;
  readonly value: unknown;
}

/** What a row in a list may be labelled by. */
const labels: readonly string[] = ["label", "party", "governorate", "name"];

/** The rows of a table, which is a list of objects with a label, or an object of what stands under each label. */
export function labelledRows(value: unknown, path: string, note: NoteIssue): readonly LabelledRow[] {
  const byLabel = fieldsOf(value);
  if (byLabel === null)
    return itemsOf(value, path, note).map(({ path: own, fields }) => {
      const by = labels.find((name) => textOf(fields[name]) !== null) ?? "label";
      const counts = Object.entries(fields).filter(([name]) => name !== by && !remarks.includes(name));
      const label = textOf(fields[by]) ?? own;
      return { label, labelPath: `${own}.${by}`, path: own, value: Object.fromEntries(counts) };
    });
  return Object.entries(byLabel).map(([label, own]) => {
    const where = `${path}[${JSON.stringify(label)}]`;
    return { label, labelPath: where, path: where, value: own };
  });
}
