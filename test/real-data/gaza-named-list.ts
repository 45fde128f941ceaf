import {
  type Age,
  defineCodebook,
  type Partition,
  parseRecords,
  partition,
  type ReadOptions,
  type Victim,
} from "casualty-stats";
import { readCsv } from "./read-csv.js";
import { sharedText } from "./shared-data.js";

/** The eight cells in which the list was published. */
export const publishedCells = [
  "Men",
  "Women",
  "Boys",
  "Girls",
  "Senior Men",
  "Senior Women",
  "Male (no age)",
  "Female (no age)",
] as const;
export type PublishedCell = (typeof publishedCells)[number];

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

export const listCodebook = defineCodebook({
  categories: {
    child: { label: "Children", when: { age: { below: 18 } } },
    senior: { label: "Seniors", when: { age: { from: 65 } } },
  },
});

/** The list as it was published: -1 is *not recorded*, and years of birth that stand for ages are taken as they are. */
export function readList(rows: readonly ListRow[]) {
  return parseRecords(listCodebook, { victims: rows, ...asPublished });
}
export const asPublished = { unknown: { age: [-1] }, implausible: "keep" } satisfies ReadOptions;

export type Listed = ReturnType<typeof readList>["victims"][number];

/** Sorts into the published cells; `Other` is whoever has no place in them, and stays empty. */
export const byCell: Partition<Pick<Victim, "sex" | "age">, PublishedCell | "Other"> = partition({
  keys: [...publishedCells, "Other"],
  keyOf: ({ sex, age }: Pick<Victim, "sex" | "age">) => {
    const band = bandOf(age);
    return sex === "unknown" || band === "other" ? "Other" : cellOf[sex][band];
  },
});

const cellOf = {
  male: { child: "Boys", adult: "Men", senior: "Senior Men", unknown: "Male (no age)" },
  female: { child: "Girls", adult: "Women", senior: "Senior Women", unknown: "Female (no age)" },
} as const;

function bandOf(age: Age): "child" | "adult" | "senior" | "unknown" | "other" {
  if (age === null) return "unknown";
  if (typeof age !== "number") return "other";
  if (age < 18) return "child";
  return age < 65 ? "adult" : "senior";
}

/** Sorts by the release in which a person is listed. */
export const byRelease: Partition<Listed, "1" | "2" | "3" | "other"> = partition({
  keys: ["1", "2", "3", "other"],
  keyOf: ({ extra }: Listed) => releases.find((release) => release === extra.update) ?? "other",
});
export const releases = ["1", "2", "3"] as const;
