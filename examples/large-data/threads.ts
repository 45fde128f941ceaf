import { open } from "node:fs/promises";
import { Worker } from "node:worker_threads";
import { merge } from "casualty-stats";
import type { Counted, Part } from "./stream.js";

/**
 * Counts a file on several threads: each counts a part of its lines, and the tallies of the parts are merged. The tally of the
 * parts together is that of the whole, so that nothing is approximate.
 */
export async function countOnThreads(file: string, threads: number): Promise<Counted> {
  const parts = await partsOf(file, threads);
  const counted = await Promise.all(parts.map((part) => countPart(file, part)));
  return counted.reduce((one, other) => merge(one, other));
}

/** The file in parts of about one size, each from the start of a line to the end of one. */
export async function partsOf(file: string, parts: number): Promise<Part[]> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const ends: number[] = [];
    for (let nth = 1; nth < parts; nth++) {
      ends.push(await endOfLine(handle, Math.floor((size * nth) / parts), size));
    }
    return [...ends, size]
      .map((end, nth) => ({ start: ends[nth - 1] ?? 0, end }))
      .filter(({ start, end }) => start < end);
  } finally {
    await handle.close();
  }
}

/** The place after the first end of a line at or after a place. */
async function endOfLine(
  handle: Awaited<ReturnType<typeof open>>,
  place: number,
  size: number,
): Promise<number> {
  const buffer = Buffer.alloc(4096);
  for (let from = place; from < size; from += buffer.length) {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, from);
    const end = buffer.subarray(0, bytesRead).indexOf("\n");
    if (end >= 0) return from + end + 1;
  }
  return size;
}

function countPart(file: string, part: Part): Promise<Counted> {
  return new Promise((resolve, reject) => {
    // A tally is plain data, so that a thread can send it.
    const worker = new Worker(new URL("./start-thread.mjs", import.meta.url), { workerData: { file, part } });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}
