import { checkCodebook } from "../../codebook/check-codebook.js";
import type { Codebook } from "../../codebook/codebook.js";
import type { Keys } from "../../codebook/keys.js";
import { CasualtyError } from "../../error.js";
import type { PublishedReport } from "../published/published.js";
import type { PublishedIssue } from "../published/published-issue.js";
import { numbered } from "../words/amounts.js";
import { cellFaults } from "./check-cells.js";
import { publishedFaults } from "./check-published.js";
import { checkForm } from "./schema.js";
import { fieldsOf, type Path, placeOf } from "./unchecked.js";

/** A published report that was read, or everything that is wrong with it. */
export interface ParsedPublished<K extends Keys = Keys> {
  /** Null if there is any issue. */
  readonly report: PublishedReport<K> | null;
  readonly issues: readonly PublishedIssue[];
}

/**
 * Reads a published report from JSON: its form, its keys, its periods and its printed numbers, and if its form is right what its
 * cells tell. All issues are returned at once, each with the path at which it stands, and with `where` it is in words; only
 * a report without any is given.
 *
 * @throws what `defineCodebook` throws, of a codebook that is none.
 *
 * @example
 * parsePublished(snhrCodebook, { kind: "published-report" }).issues[0]?.path // ["id"]
 */
export function parsePublished<K extends Keys>(codebook: Codebook<K>, input: unknown): ParsedPublished<K> {
  return parsedBy(checkCodebook(codebook), input);
}

function parsedBy<K extends Keys>(codebook: Codebook<K>, input: unknown): ParsedPublished<K> {
  const form = checkForm(input);
  const ofForm = "faults" in form ? form.faults : [];
  const faults = [
    ...ofForm,
    // What has not the right form is not said twice.
    ...publishedFaults(codebook, input).filter(
      ({ path }) => !ofForm.some((fault) => isWithin(path, fault.path)),
    ),
    ...("report" in form ? cellFaults(codebook, form.report) : []),
  ];
  const issues = faults.map(({ code, path, message }) => ({
    code,
    path,
    where: placeOf(input, path),
    message,
  }));
  // The keys were looked up in the codebook, so that they are its keys.
  return {
    report: "report" in form && issues.length === 0 ? (form.report as PublishedReport<K>) : null,
    issues,
  };
}

function isWithin(path: Path, outer: Path): boolean {
  return outer.every((step, nth) => path[nth] === step);
}

/**
 * Reports as `parsePublished` reads them, also from a caller without types.
 *
 * @throws `published-malformed` with every issue of every report; its paths begin with the position of the report; what
 * `defineCodebook` throws.
 */
export function checkedPublished(codebook: Codebook, input: readonly unknown[]): PublishedReport[] {
  const checked = checkCodebook(codebook);
  const parsed = input.map((one) => parsedBy(checked, one));
  const reports = parsed.flatMap(({ report }) => report ?? []);
  const issues = [
    ...parsed.flatMap((one, nth) =>
      one.issues.map((issue) => ({
        ...issue,
        path: [nth, ...issue.path],
        where: `${reportName(input[nth], nth)}, ${issue.where}`,
      })),
    ),
    ...repeatedReports(input),
  ];
  const [first] = issues;
  if (first === undefined) return reports;
  const more =
    issues.length > 1
      ? ` ${issues.length === 2 ? "There is" : "There are"} ${numbered(issues.length - 1, "issue")} more: see the details.`
      : "";
  throw new CasualtyError(
    "published-malformed",
    `A published report cannot be read (${first.where}). ${first.message}${more}`,
    { issues },
  );
}

function repeatedReports(reports: readonly unknown[]): PublishedIssue[] {
  const seen = new Set<string>();
  return reports.flatMap((report, nth): PublishedIssue[] => {
    const { id } = fieldsOf(report);
    if (typeof id !== "string") return [];
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const message = `Two reports have the id ${JSON.stringify(id)}: give each its own.`;
    const where = `${reportName(report, nth)}, id`;
    return [{ code: "report-id-repeated", path: [nth, "id"], where, message }];
  });
}

function reportName(report: unknown, nth: number): string {
  const { id } = fieldsOf(report);
  return typeof id === "string" && id !== "" ? `report ${JSON.stringify(id)}` : `report ${nth + 1}`;
}
