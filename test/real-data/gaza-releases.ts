import { definePolicy, extendCodebook, parseRecords } from "casualty-stats";
import { asPublished, listCodebook } from "./gaza-cells.js";
import { readCsv } from "./read-csv.js";
import { sharedFiles, sharedText } from "./shared-data.js";

/** One row of a published table: `count` persons of a cell. */
interface PublishedCount {
  readonly count: number;
}

/** A step from one release to another, as it was published; later ones may print fewer tables, or fewer cells. */
export interface PublishedStep {
  readonly from: number;
  readonly to: number;
  readonly before?: Readonly<Record<string, PublishedCount>>;
  readonly added?: Readonly<Record<string, PublishedCount>>;
  readonly removed?: Readonly<Record<string, PublishedCount>>;
  readonly after?: Readonly<Record<string, PublishedCount>>;
}

/** The tables of a step. */
export const stepTables = ["before", "added", "removed", "after"] as const;

/** The row of everybody. */
export const totalRow = "Total Persons";

/** Every step that any published file names. */
export const publishedSteps: readonly PublishedStep[] = sharedFiles(
  "records",
  /^gaza-named-list-.*\.json$/,
).flatMap(
  (file) => (JSON.parse(sharedText(file)) as { readonly steps?: readonly PublishedStep[] }).steps ?? [],
);

/** The codebook of the list, by which a policy can be written: the list says nothing of who is responsible. */
export const releaseCodebook = extendCodebook(listCodebook, {
  sections: { other: { label: "Other" } },
  unattributed: { unsaid: { label: "Not said by the list", section: "other" } },
});

const citation = { source: "Gaza Ministry of Health, list of the killed" };
export const releasePolicy = definePolicy(releaseCodebook, {
  label: "None",
  citation,
  rules: [],
  otherwise: { undetermined: "unsaid", because: "the list says nothing of it", citation },
});

/** Whoever one release lists, known again in the others of the file by `id`. */
export type ListedPerson = ReturnType<typeof personsIn>[number];

/** The releases of one file, whichever and however many it holds, in their order. */
export interface ReleaseFile {
  readonly file: string;
  readonly numbers: readonly number[];
  readonly persons: (release: number) => readonly ListedPerson[];
}

/** What is read of a row; a file may have further columns, in any order. */
const columns = ["update", "person_key", "sex", "age"] as const;

/** Every file of the list that lies in the shared folder, packed or not. */
export const releaseFiles: readonly ReleaseFile[] = sharedFiles(
  "records",
  /^gaza-named-list-.*\.csv(?:\.gz)?$/,
).map((file) => {
  const rowsOf = new Map<number, { readonly id: string; readonly sex: string; readonly age: string }[]>();
  for (const { update, person_key: id, sex, age } of readCsv(sharedText(file), columns)) {
    const rows = rowsOf.get(Number(update)) ?? [];
    rowsOf.set(Number(update), rows);
    rows.push({ id, sex, age });
  }
  const persons = new Map([...rowsOf].map(([release, rows]) => [release, personsIn(rows)]));
  return {
    file,
    numbers: [...persons.keys()].sort((a, b) => a - b),
    persons: (release) => persons.get(release) ?? [],
  };
});

function personsIn(victims: readonly { readonly id: string; readonly sex: string; readonly age: string }[]) {
  const parsed = parseRecords(releaseCodebook, { victims, ...asPublished });
  const { rejected, rejectedBy } = parsed.accounting.victims;
  if (rejected > 0)
    throw new Error(`${rejected} rows of the list are rejected: ${JSON.stringify(rejectedBy)}.`);
  return parsed.victims;
}
