// The jobs, peer by peer: each peer in turns with the reference, in one process; answers are compared before anything is timed.
import { makeRows } from "./data.mjs";
import { canonical } from "./jobs.mjs";
import { geometricMean, medianOf, medianRatio, timesInTurns } from "./measure.mjs";
import arquero from "./peers/arquero.mjs";
import { prepared, unprepared } from "./peers/casualty-stats.mjs";
import d3 from "./peers/d3-array.mjs";
import duckdb from "./peers/duckdb.mjs";
import naive from "./peers/naive.mjs";
import typed from "./peers/typed.mjs";

const tallies = ["J1", "J2", "J3", "J5"];

/** Each peer's time for each job in milliseconds, and its ratio to the reference. */
export async function compare({ rows: count, rounds }) {
  const rows = makeRows(count);
  const reference = typed.ingest(rows);
  const expected = {};
  for (const [job, answer] of Object.entries(typed.jobs))
    expected[job] = canonical(await answer(reference), typed.entries);
  const results = [];
  for (const peer of [typed, prepared, unprepared, naive, d3, arquero, duckdb(1), duckdb(2)]) {
    const start = performance.now();
    const table = await peer.ingest(rows);
    const ingest = ((performance.now() - start) * 1e6) / count;
    const functions = {};
    for (const [job, answer] of Object.entries(peer.jobs)) {
      if (canonical(await answer(table), peer.entries) !== expected[job])
        throw new Error(`${peer.name} answers ${job} otherwise`);
      functions[job] = () => answer(table);
      functions[`${job} reference`] = () => typed.jobs[job](reference);
    }
    const times = await timesInTurns(functions, rounds);
    await peer.close?.(table);
    const jobs = Object.keys(peer.jobs).map((job) => ({
      job,
      time: medianOf(times[job]),
      ratio: medianRatio(times[job], times[`${job} reference`]),
    }));
    const ratios = jobs.filter(({ job }) => tallies.includes(job)).map(({ ratio }) => ratio);
    results.push({
      peer: peer.name,
      ingest: table === rows ? null : ingest,
      jobs,
      mean: geometricMean(ratios),
    });
    console.error(peer.name, jobs.map(({ job, ratio }) => `${job} ${ratio.toPrecision(3)}`).join("  "));
  }
  return results;
}
