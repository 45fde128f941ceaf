import { type Partition, parseRecords, partition } from "casualty-stats";
import { asPublished, listCodebook, type PublishedCell } from "./gaza-cells.js";
import { readCsv } from "./read-csv.js";
import { sharedText } from "./shared-data.js";

/** The tables that were published with each step from one release to the next. */
export const publishedTables = ["before", "added", "removed", "after"] as const;
export type PublishedTable = (typeof publishedTables)[number];

export type Step = {
  readonly from: number;
  readonly to: number;
} & {
  readonly [Table in PublishedTable]: {
    readonly [Cell in PublishedCell | "Total Persons"]: {
      readonly count: number;
      readonly percent: string | null;
    };
  };
};

export const { steps } = JSON.parse(sharedText("records/gaza-named-list-published.json")) as {
  readonly steps: readonly Step[];
};

/** The rows of three releases, one for each person and release; the library knows neither update, person nor source. */
export const listRows = readCsv(sharedText("records/gaza-named-list-1-to-3.csv.gz"), [
  "update",
  "person_key",
  "sex",
  "age",
  "source",
]).map(({ person_key: person, ...row }) => ({ id: `${row.update}-${person}`, person, ...row }));
export type ListRow = (typeof listRows)[number];

/** The list as it was published. */
export function readList(rows: readonly ListRow[]) {
  return parseRecords(listCodebook, { victims: rows, ...asPublished });
}
export type Listed = ReturnType<typeof readList>["victims"][number];

/** Sorts by the release in which a person is listed. */
export const byRelease: Partition<Listed, "1" | "2" | "3" | "other"> = partition({
  keys: ["1", "2", "3", "other"],
  keyOf: ({ extra }: Listed) => releases.find((release) => release === extra.update) ?? "other",
});
export const releases = ["1", "2", "3"] as const;
