import { filter, flatRollup, rollup, rollups, sum } from "d3-array";
import { demographicOf, keyOf, monthOf, reported, sinceJanuary } from "../data.mjs";
import { jobsOf } from "../jobs.mjs";

function inRange(rows, range) {
  if (range === "all") return rows;
  if (range === "month") return filter(rows, (row) => monthOf(row) === reported);
  return filter(
    rows,
    (row) => row.documented >= `${sinceJanuary[0]}-01` && row.documented <= `${reported}-31`,
  );
}

const count = (rows, range, names) =>
  rollup(inRange(rows, range), (of) => of.length, ...names.map((name) => keyOf[name]));

function roles(rows, range) {
  const pairs = inRange(rows, range).flatMap(({ party, roles: some }) =>
    ["all", ...some].map((role) => ({ party, role })),
  );
  return rollup(
    pairs,
    (of) => of.length,
    ({ party }) => party,
    ({ role }) => role,
  );
}

function massacres(rows, range) {
  const civilians = filter(inRange(rows, range), ({ status }) => status === "civilian");
  const incidents = rollups(
    civilians,
    (of) => of,
    ({ incident }) => incident,
  ).map(([, of]) => of);
  return flatRollup(
    incidents.filter((of) => of.length >= 5),
    (of) => [
      of.length,
      sum(of, (victims) => victims.length),
      ...["child", "woman"].map((key) =>
        sum(of, (victims) => sum(victims, (row) => (demographicOf(row) === key ? 1 : 0))),
      ),
    ],
    ([first]) => first.party,
    ([first]) => monthOf(first),
  );
}

function entries(value) {
  if (Array.isArray(value)) return value.map((row) => row.flat());
  if (!(value instanceof Map)) return [[value]];
  return [...value].flatMap(([key, inner]) => entries(inner).map((rest) => [key, ...rest]));
}

export default {
  name: "d3-array",
  ingest: (rows) => rows,
  entries,
  jobs: jobsOf({ count, roles, massacres, entries }),
};
