import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { partition } from "../../src/tally/dimension.js";
import { at } from "../../src/tally/read.js";
import { tally } from "../../src/tally/tally.js";
import { tallyStream } from "../../src/tally/tally-stream.js";
import { cases, questionOf } from "../support/tally.js";

async function* streamOf<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  for (const item of items) yield await Promise.resolve(item);
}

describe("tallyStream", () => {
  test("gives what tally gives", async () => {
    await fc.assert(
      fc.asyncProperty(cases(), async ({ asked, items }) => {
        const question = questionOf(asked);
        expect(await tallyStream(streamOf(items), question)).toEqual(tally(items, question));
      }),
      { numRuns: 15 },
    );
  });

  const byLetter = partition({ keys: ["a", "b"], keyOf: ({ word }: { word: string }) => word as "a" });

  test("holds no item: one object that is yielded again and again is counted as what it was", async () => {
    const row = { word: "" };
    async function* rows() {
      for (const word of ["a", "b", "b"]) {
        row.word = await Promise.resolve(word);
        yield row;
      }
    }
    const counted = await tallyStream(rows(), { by: { letter: byLetter } });
    expect(at(counted, { letter: "b" }).count).toBe(2);
  });

  test("rejects what tally refuses, before an item is read and while they are", async () => {
    let read = 0;
    async function* rows() {
      read++;
      yield await Promise.resolve({ word: "c" });
    }
    const counted = (by: Record<string, typeof byLetter>) => tallyStream(rows(), { by });
    await expect(counted({ count: byLetter })).rejects.toMatchObject({ code: "dimension-name-taken" });
    expect(read).toBe(0);
    await expect(counted({ letter: byLetter })).rejects.toMatchObject({ code: "dimension-key-unknown" });
  });
});
