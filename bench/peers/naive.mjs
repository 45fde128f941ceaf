// What a careful user writes by hand: loops over the rows, maps of maps.
import { demographicOf, keyOf, monthOf, reported, sinceJanuary } from "../data.mjs";
import { jobsOf } from "../jobs.mjs";

const add = (map, key, by = 1) => map.set(key, (map.get(key) ?? 0) + by);
function within(map, key) {
  let inner = map.get(key);
  if (inner === undefined) map.set(key, (inner = new Map()));
  return inner;
}

function inRange(rows, range) {
  if (range === "all") return rows;
  if (range === "month") return rows.filter((row) => monthOf(row) === reported);
  return rows.filter(
    (row) => row.documented >= `${sinceJanuary[0]}-01` && row.documented <= `${reported}-31`,
  );
}

function count(rows, range, names) {
  const counts = new Map();
  const [one, two, three] = names.map((name) => keyOf[name]);
  const some = inRange(rows, range);
  if (three !== undefined)
    for (const row of some) add(within(within(counts, one(row)), two(row)), three(row));
  else if (two !== undefined) for (const row of some) add(within(counts, one(row)), two(row));
  else for (const row of some) add(counts, one(row));
  return counts;
}

function roles(rows, range) {
  const counts = new Map();
  for (const row of inRange(rows, range)) {
    const ofParty = within(counts, row.party);
    add(ofParty, "all");
    for (const role of row.roles) add(ofParty, role);
  }
  return counts;
}

function massacres(rows, range) {
  const incidents = new Map();
  for (const row of inRange(rows, range)) {
    if (row.status !== "civilian") continue;
    let incident = incidents.get(row.incident);
    if (incident === undefined)
      incidents.set(row.incident, (incident = { row, toll: 0, child: 0, woman: 0, man: 0, unknown: 0 }));
    incident.toll++;
    incident[demographicOf(row)]++;
  }
  const counts = new Map();
  for (const { row, toll, child, woman } of incidents.values()) {
    if (toll < 5) continue;
    const months = within(counts, row.party);
    const [number, all, children, women] = months.get(monthOf(row)) ?? [0, 0, 0, 0];
    months.set(monthOf(row), [number + 1, all + toll, children + child, women + woman]);
  }
  return counts;
}

function entries(value) {
  if (!(value instanceof Map)) return [[value].flat()];
  return [...value].flatMap(([key, inner]) => entries(inner).map((rest) => [key, ...rest]));
}

export default {
  name: "naive loop",
  ingest: (rows) => rows,
  entries,
  jobs: jobsOf({ count, roles, massacres, entries }),
};
