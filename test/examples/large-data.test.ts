import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { at, tally, total } from "casualty-stats";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lineOf, question } from "../../examples/large-data/question.js";
import { countLines } from "../../examples/large-data/stream.js";
import { countOnThreads, partsOf } from "../../examples/large-data/threads.js";
import { writeRecords } from "../../examples/large-data/write-records.js";

const folder = mkdtempSync(join(tmpdir(), "casualty-stats-"));
const file = join(folder, "records.csv");
const records = 7000;
beforeAll(() => writeRecords(file, records));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The count of the whole file read into memory. */
function plainCount() {
  const [, ...lines] = readFileSync(file, "utf8").trimEnd().split("\n");
  return tally(lines.map(lineOf), question);
}

describe("a file of records", () => {
  test("is counted line by line as it is in memory", async () => {
    const counted = await countLines(file);
    expect(counted).toEqual(plainCount());
    expect(total(counted).count).toBe(records);
  });

  test("is counted on several threads as on one", async () => {
    expect(await countOnThreads(file, 2)).toEqual(plainCount());
  });

  test("comes in parts that hold each line once, however many there are", async () => {
    const whole = readFileSync(file, "utf8");
    for (const parts of [1, 2, 3, 7, 50]) {
      const texts = (await partsOf(file, parts)).map(({ start, end }) => whole.slice(start, end));
      expect(texts.join("")).toBe(whole);
      expect(texts.every((text) => text.endsWith("\n"))).toBe(true);
    }
    // More parts than lines: none is empty, and none is cut.
    const small = join(folder, "small.csv");
    writeFileSync(small, "id,party\nconstructed-1,army\n");
    expect(await partsOf(small, 5)).toEqual([
      { start: 0, end: 9 },
      { start: 9, end: 28 },
    ]);
  });

  test("holds keys that nobody foresaw as what they are: unknown, outside", () => {
    const counted = tally([lineOf("constructed-1,somebody,nowhere,2030-01-01,,,cook")], question);
    const where = {
      month: "outside",
      party: "unknown",
      governorate: "unknown",
      demographic: "unknown",
    } as const;
    expect(at(counted, where)).toEqual({
      count: 1,
      including: { media: { part: 0, whole: 1 }, medical: { part: 0, whole: 1 } },
    });
  });
});
