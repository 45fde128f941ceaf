// What each thread runs: it counts its part of the file, and sends the tally.
import { parentPort, workerData } from "node:worker_threads";
import { countLines, type Part } from "./stream.js";

const { file, part } = workerData as { readonly file: string; readonly part: Part };
parentPort?.postMessage(await countLines(file, part));
