/** What records give for a cell. */
export interface Recounted {
  /** As tables print it: those who are known to be in the cell. */
  readonly counted: number;
  /** With everybody who may be in it and is not known to be; `Infinity` if nobody knows how many. */
  readonly maximum: number;
  /** Who may be in it besides, in words: empty if the two are equal. */
  readonly doubts: readonly string[];
}

/** Why records give no number for a cell. */
export interface NotRecounted {
  readonly reason: string;
}
