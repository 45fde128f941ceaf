import * as z from "zod";
import { ended, nearProposal, proposal } from "../../codebook/shape.js";
import { largestCount } from "../published/printed-number.js";
import type { PublishedReport } from "../published/published.js";
import type { Fault } from "../published/published-issue.js";
import { fieldsOf } from "./unchecked.js";

const columnsMissing =
  "This is missing: name the columns besides the plain count in which a blank is a zero, [] if there are none.";

let form: ReturnType<typeof publishedForm> | undefined;

/** The form of a published report, made when it is first asked for: nobody who parses none pays for it. */
function published(): ReturnType<typeof publishedForm> {
  form ??= publishedForm();
  return form;
}

function publishedForm() {
  const text = z.string().regex(/\S/, "This is empty.");
  const count = z.int().min(0).max(largestCount);
  const oneOrMore = z.union([text, z.array(text).min(1)]);
  const demographic = z.enum(["child", "woman", "man", "unknown"]);

  const citation = z.strictObject({
    source: text,
    place: text.optional(),
    quote: text.optional(),
  });

  const coordinates = z
    .strictObject({
      period: text
        .optional()
        .describe('As "2021-07", "2021", "2021-H1" or "2021-01/2021-07". Left out: that of the report.'),
      population: oneOrMore.optional(),
      unit: z.enum(["persons", "massacres", "incidents"]).optional(),
      perpetrator: oneOrMore.optional(),
      section: oneOrMore.optional(),
      alliance: text.optional(),
      place: oneOrMore.optional().describe("Where they were killed, with all places within it."),
      demographic: z.union([demographic, z.array(demographic).min(1)]).optional(),
      category: oneOrMore.optional().describe("Several mean all of them."),
      means: oneOrMore.optional(),
      controlledBy: oneOrMore.optional(),
      incident: oneOrMore.optional(),
      inMassacres: z.literal(true).optional(),
    })
    .describe("Which cell: every coordinate narrows it, {} is everybody of the period.");

  const base = {
    id: text,
    wording: z.enum(["exactly", "at-least", "more-than", "up-to", "nearly", "about"]).optional(),
    citation: citation.optional(),
    of: coordinates,
  };
  const printedNumber = text.describe('As printed, with its zeros: "52" and "52.0" differ.');

  const statement = z.discriminatedUnion("says", [
    z.strictObject({
      says: z.enum(["decrease", "increase", "unchanged"]),
      than: z.array(coordinates).min(1),
    }),
    z.strictObject({ says: z.enum(["highest", "lowest"]), among: z.array(coordinates).min(1) }),
    z.strictObject({ says: z.literal("majority"), whole: coordinates }),
    z.strictObject({
      says: z.enum(["more-than-fraction", "less-than-fraction"]),
      whole: coordinates,
      part: z.int().min(1).max(1000),
      in: z.int().min(1).max(1000),
    }),
  ]);

  const figure = z.discriminatedUnion("kind", [
    z.strictObject({ ...base, kind: z.literal("count"), value: count }),
    z.strictObject({ ...base, kind: z.literal("percentage"), text: printedNumber, whole: coordinates }),
    z.strictObject({ ...base, kind: z.literal("rate"), text: printedNumber }),
    z.strictObject({ ...base, kind: z.literal("difference"), value: count, than: coordinates }),
    z.strictObject({ ...base, kind: z.literal("statement"), text, statement }),
  ]);

  const table = {
    id: text,
    of: coordinates,
    rows: z.array(coordinates).min(1).describe("Where blanks are zeros, only those on the page."),
    whole: z.boolean().describe("Whether nobody is outside the rows."),
  };
  const { demographic: people, category, inMassacres } = coordinates.shape;
  const column = z.strictObject({ demographic: people, category, inMassacres }, { error: columnMessage });
  const columns = z
    .array(column, { error: (issue) => (issue.input === undefined ? columnsMissing : undefined) })
    .describe("Those besides the plain count, on top of each row.");
  const zero = z.literal("zero").describe("Empty cells are zeros, in these columns alone.");
  const notPrinted = z.literal("not-printed").describe("Empty cells are numbers that are not printed.");
  const tables = z.discriminatedUnion("blank", [
    z.strictObject({ ...table, blank: zero, columns }),
    z.strictObject({ ...table, blank: notPrinted, columns: columns.optional() }),
  ]);

  const reading = z.strictObject({
    id: text,
    figures: z.array(text).min(1),
    alternatives: z.array(coordinates).min(1),
  });

  return z.strictObject({
    $schema: text.optional().describe("Where an editor finds this schema. It says nothing of the report."),
    kind: z.literal("published-report"),
    id: text,
    publisher: text,
    period: text,
    citation,
    published: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .optional()
      .describe("The day of publication, as 2021-08-01."),
    population: oneOrMore.optional(),
    massacre: z
      .strictObject({ threshold: z.int().min(1).max(100_000), citation: citation.optional() })
      .optional(),
    categories: z
      .record(
        text,
        z.strictObject({
          standing: z.enum(["inside", "beside"]).optional(),
          contains: z.array(text).optional(),
        }),
      )
      .optional(),
    figures: z.array(figure),
    tables: z.array(tables).optional(),
    readings: z.array(reading).optional(),
  });
}

/**
 * The JSON Schema (draft 2020-12) of a published report, for editors and other languages; the package holds it as
 * `dist/published-report.schema.json`, which a file may name in its field `$schema`. Which keys a codebook has it does not
 * say; `parsePublished` checks them too.
 *
 * @example
 * publishedJsonSchema().required // ["kind", "id", "publisher", "period", "citation", "figures"]
 */
export function publishedJsonSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(published(), { reused: "ref" });
}

/** Checks the form of a report; its keys and periods are not looked up. */
export function checkForm(
  input: unknown,
): { readonly report: PublishedReport } | { readonly faults: readonly Fault[] } {
  const parsed = published().safeParse(input, { error: messageOf });
  if (!parsed.success) return { faults: parsed.error.issues.flatMap(faultsOf) };
  // Zod gives absent fields the type "or undefined", which they never are: JSON has no undefined.
  const report = { ...parsed.data };
  delete report.$schema;
  return { report: JSON.parse(JSON.stringify(report)) as PublishedReport };
}

function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
  // Where one or a list of them may stand, what is wrong with an item of a list is said of that item.
  const ofItems = issue.code === "invalid_union" ? (issue.errors[1] ?? []) : [];
  if (ofItems.some((inner) => inner.path.length > 0)) {
    return ofItems.flatMap(faultsOf).map((fault) => ({ ...fault, path: [...path, ...fault.path] }));
  }
  // A field too many is named by its own path, with a line of the message of its own.
  const paths = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...path, key]) : [path];
  const messages = issue.message.split("\n");
  return paths.map((at, nth) => ({
    code: "published-malformed",
    path: at,
    message: messages[nth] ?? issue.message,
  }));
}

/** Fields too many of a column: most are coordinates, which rows can have. */
function columnMessage(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code !== "unrecognized_keys") return undefined;
  const message =
    "A column says whom it counts of each row, by demographic, category or inMassacres: tell anything else by rows.";
  return issue.keys.map(() => message).join("\n");
}

const nouns: Readonly<Record<string, string>> = {
  string: "a text",
  int: "a whole number",
  number: "a whole number",
  array: "a list",
  object: "an object",
  record: "an object",
  boolean: "true or false",
};

function messageOf(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type": {
      const noun = nouns[issue.expected] ?? issue.expected;
      return issue.input === undefined ? `This is missing: it is ${noun}.` : `This is to be ${noun}.`;
    }
    case "unrecognized_keys": {
      const fields = issue.inst instanceof z.ZodObject ? Object.keys(issue.inst.shape) : [];
      return issue.keys
        .map((key) => ended(`The format has no such field here: ${proposal(key, fields)}`))
        .join("\n");
    }
    case "invalid_value":
      return oneOf(issue.input, issue.values);
    case "invalid_union": {
      if (Array.isArray(issue["options"])) {
        return oneOf(fieldsOf(issue.input)[String(issue["discriminator"])], issue["options"]);
      }
      const [ofOne] = issue.errors[0] ?? [];
      const one = ofOne?.code === "invalid_value" ? oneOf(issue.input, ofOne.values) : null;
      return one ?? "This is to be a key, or a list of keys.";
    }
    case "too_small":
      return issue.origin === "string" || issue.origin === "array"
        ? "This is empty."
        : `This is to be at least ${Number(issue.minimum)}.`;
    case "too_big":
      return `This is to be at most ${Number(issue.maximum)}.`;
    case "invalid_format":
      return "A day is written as 2021-08-01.";
    case "invalid_key":
      return "The name of this field is empty.";
    case "invalid_element":
    case "not_multiple_of":
    case "custom":
      return "This is not what the format says.";
  }
}

/** What a value is to be that is none of a few, and which of them was probably meant. */
function oneOf(input: unknown, values: readonly unknown[]): string {
  const choice = values.map((value) => JSON.stringify(value)).join(" or ");
  if (input === undefined) return `This is missing: it is ${choice}.`;
  const near = typeof input === "string" ? nearProposal(input, values.map(String)) : null;
  return `This is to be ${choice}${near === null ? "." : `: ${near}`}`;
}
