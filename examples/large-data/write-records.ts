import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { governorates, months, parties } from "./question.js";

/**
 * Writes a CSV file of so many constructed records. They describe nobody: each is made of its number alone, so that the same
 * file comes out everywhere.
 */
export async function writeRecords(file: string, records: number): Promise<void> {
  const out = createWriteStream(file);
  out.write("id,party,governorate,documented,sex,age,roles\n");
  for (let from = 0; from < records; from += linesAtOnce) {
    const length = Math.min(linesAtOnce, records - from);
    const lines = Array.from({ length }, (_, nth) => recordLine(from + nth + 1));
    if (!out.write(lines.join(""))) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
}

const linesAtOnce = 5000;

function recordLine(number: number): string {
  const random = randomOf(number);
  const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() ** 2 * values.length)];
  const day = String(1 + Math.floor(random() * 28)).padStart(2, "0");
  const age = random() < 0.1 ? "" : String(Math.floor(random() * 90));
  const roles = random() < 0.92 ? "" : random() < 0.9 ? "media" : "media;medical";
  const fields = [
    pick(parties),
    pick(governorates),
    `${pick(months)}-${day}`,
    pick(["male", "female", ""]),
    age,
    roles,
  ];
  return `constructed-${number},${fields.join(",")}\n`;
}

/** Numbers from 0 to 1 that follow from a seed: the generator mulberry32. */
function randomOf(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
