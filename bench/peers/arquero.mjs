import * as aq from "arquero";
import { demographicOf, monthOf, reported, roles as roleKeys, sinceJanuary } from "../data.mjs";
import { jobsOf } from "../jobs.mjs";

function ingest(rows) {
  return aq.table({
    incident: rows.map(({ incident }) => incident),
    party: rows.map(({ party }) => party),
    governorate: rows.map(({ governorate }) => governorate),
    month: rows.map(monthOf),
    demographic: rows.map(demographicOf),
    civilian: rows.map(({ status }) => status === "civilian"),
    ...Object.fromEntries(
      roleKeys.map((role) => [role, rows.map(({ roles }) => (roles.includes(role) ? 1 : 0))]),
    ),
  });
}

function inRange(table, range) {
  if (range === "all") return table;
  const all = range === "month" ? [reported] : sinceJanuary;
  return table.params({ from: all[0], to: reported }).filter((d, $) => d.month >= $.from && d.month <= $.to);
}

const count = (table, range, names) => ({
  names,
  rows: inRange(table, range)
    .groupby(...names)
    .count()
    .objects(),
});

function roles(table, range) {
  const sums = Object.fromEntries(roleKeys.map((role) => [role, aq.op.sum(role)]));
  sums.all = aq.op.count();
  return { roles: inRange(table, range).groupby("party").rollup(sums).objects() };
}

function massacres(table, range) {
  const incidents = inRange(table, range)
    .filter((d) => d.civilian)
    .groupby("incident")
    .rollup({
      party: (d) => aq.op.min(d.party),
      month: (d) => aq.op.min(d.month),
      toll: () => aq.op.count(),
      child: (d) => aq.op.sum(d.demographic === "child" ? 1 : 0),
      woman: (d) => aq.op.sum(d.demographic === "woman" ? 1 : 0),
    })
    .filter((d) => d.toll >= 5);
  const sums = { toll: aq.op.sum("toll"), child: aq.op.sum("child"), woman: aq.op.sum("woman") };
  return {
    massacres: incidents
      .groupby("party", "month")
      .rollup({ count: aq.op.count(), ...sums })
      .objects(),
  };
}

function entries({ names, rows, roles: ofRoles, massacres: ofMassacres }) {
  if (ofRoles !== undefined)
    return ofRoles.flatMap((row) => ["all", ...roleKeys].map((role) => [row.party, role, row[role]]));
  if (ofMassacres !== undefined)
    return ofMassacres.map((row) => [row.party, row.month, row.count, row.toll, row.child, row.woman]);
  return rows.map((row) => [...names.map((name) => row[name]), row.count]);
}

export default { name: "arquero", ingest, entries, jobs: jobsOf({ count, roles, massacres, entries }) };
