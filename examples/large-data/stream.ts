import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { type KeysOfPartitions, type Tally, tallyStream } from "casualty-stats";
import { type Line, lineOf, question, type roles } from "./question.js";

/** What the file is counted into. */
export type Counted = Tally<KeysOfPartitions<typeof question.by>, (typeof roles)[number]>;

/** A part of a file, in bytes: from the first one up to the one before the last. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/** Counts the lines of a file, or of a part of it, one after another: no more than one of them is in memory. */
export function countLines(
  file: string,
  part: Part = { start: 0, end: Number.POSITIVE_INFINITY },
): Promise<Counted> {
  return tallyStream(linesOf(file, part), question);
}

async function* linesOf(file: string, { start, end }: Part): AsyncGenerator<Line> {
  const input = createReadStream(file, { start, end: end - 1, highWaterMark: 1 << 20 });
  for await (const text of createInterface({ input })) {
    // The first line of the file names the columns.
    if (!text.startsWith("id,")) yield lineOf(text);
  }
}
