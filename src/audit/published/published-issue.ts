/** What can be wrong with a published report that is handed in, by code. */
export const publishedIssueCodes = {
  "published-malformed": "A field is missing, or holds something that it cannot.",
  "report-id-repeated": "Two reports that are audited together have the same id.",
  "figure-id-repeated": "Two figures, tables or readings of a report have the same id.",
  "figure-unknown": "A reading names a figure that the report does not have.",
  "key-unknown": "A key is none of the codebook's.",
  "category-demographic": "A report says of a demographic key what it can say of a category only.",
  "population-unknown": "A population is none of those that the report counts.",
  "unit-differs":
    "Persons, massacres or incidents are set against each other, or a table has rows, or a reading is, of another unit.",
  "figure-compares-itself": "A difference or statement compares a cell with itself.",
  "reading-widens": "A reading is of a time that is not within that of its figures.",
  "period-malformed": "A period has none of the forms that `period` reads.",
  "percent-malformed": "A percentage or rate is no printed number.",
} as const;

/** The code of something wrong with a published report. */
export type PublishedIssueCode = keyof typeof publishedIssueCodes;

/** One thing wrong with a published report: where, and what to do. */
export interface PublishedIssue {
  readonly code: PublishedIssueCode;
  /** Where it stands: `["figures", 3, "of", "place"]`. */
  readonly path: readonly (string | number)[];
  /** The same in words, with the id of the figure, table or reading: `figure "Idlib, children", of.place`. */
  readonly where: string;
  readonly message: string;
}

/** An issue before it is said in words where it stands. */
export type Fault = Omit<PublishedIssue, "where">;
