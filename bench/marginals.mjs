// What was counted once, asked again: marginals, regroupings, cells, of tallies of some hundreds to some ten thousands of cells.
import { at, marginal, merge, prepare, regroup, tallyPrepared, total } from "../dist/index.js";
import { makeRows, parties } from "./data.mjs";
import { medianOf, medianRatio, timesInTurns } from "./measure.mjs";
import { columns } from "./peers/casualty-stats.mjs";
import typed from "./peers/typed.mjs";

export async function measureMarginals({ rows: count, rounds }) {
  const rows = makeRows(count);
  const [victims, reference] = [prepare(rows, columns), typed.ingest(rows)];
  const fine = tallyPrepared(victims, { by: ["month", "governorate", "party", "demographic"] });
  const middle = tallyPrepared(victims, { by: ["month", "party", "demographic"] });
  const small = tallyPrepared(victims, { by: ["governorate", "party"] });
  const withRoles = tallyPrepared(victims, { by: ["month", "party"], including: "roles" });
  const to = Object.fromEntries(parties.map((party, nth) => [party, nth < 4 ? "main" : "other"]));
  const asked = [
    ["J1, by marginal", small, "J1", () => marginal(small, { keep: ["party"] })],
    ["J1, by marginal", middle, "J1", () => marginal(middle, { keep: ["party"] })],
    ["J5, by marginal", withRoles, "J5", () => marginal(withRoles, { keep: ["party"] })],
    ["J2 with parties regrouped", middle, "J2", () => regroup(middle, "party", { to })],
    ["J1, by marginal", fine, "J1", () => marginal(fine, { keep: ["party"] })],
    ["J3 without shares, by marginal", fine, "J3", () => marginal(fine, { keep: ["governorate", "party"] })],
    ["J2, by marginal", fine, "J2", () => marginal(fine, { keep: ["month", "party", "demographic"] })],
    ["at, one party in one month", fine, null, () => at(fine, { party: "regime", month: "2016-08" })],
    ["total", fine, null, () => total(fine)],
    ["merge with itself", middle, null, () => merge(middle, middle)],
    ["merge with itself", fine, null, () => merge(fine, fine)],
  ];
  const functions = Object.fromEntries(asked.map(([, , , call], nth) => [`asked ${nth}`, call]));
  for (const job of ["J1", "J2", "J3", "J5"]) functions[job] = () => typed.jobs[job](reference);
  const times = await timesInTurns(functions, rounds);
  return asked.map(([name, { cells }, job], nth) => {
    const taken = times[`asked ${nth}`];
    const ratio = job === null ? null : medianRatio(taken, times[job]);
    return { name, cells: cells.length, time: medianOf(taken), ratio };
  });
}
