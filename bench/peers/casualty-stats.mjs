import {
  countOf,
  grouping,
  inclusion,
  listFilledCells,
  marginal,
  partition,
  prepare,
  restrict,
  tally,
  tallyGroups,
  tallyPrepared,
} from "../../dist/index.js";
import {
  demographicOf,
  demographics,
  governorates,
  monthOf,
  months,
  parties,
  reported,
  roles as roleKeys,
  sinceJanuary,
} from "../data.mjs";
import { jobsOf } from "../jobs.mjs";

export const columns = {
  party: partition({ keys: parties, keyOf: (row) => row.party }),
  governorate: partition({ keys: governorates, keyOf: (row) => row.governorate }),
  month: partition({ keys: months, sequence: months, keyOf: monthOf }),
  demographic: partition({ keys: demographics, keyOf: demographicOf }),
  roles: inclusion({ keys: roleKeys, keysOf: (row) => row.roles }),
};
/** Beside these, what massacres are counted from. */
const ofMassacres = {
  incident: grouping((row) => row.incident),
  civilians: countOf((row) => (row.status === "civilian" ? 1 : 0)),
  childrenAndWomen: inclusion({
    keys: ["child", "woman"],
    keysOf: (row) => {
      const demographic = demographicOf(row);
      return demographic === "child" || demographic === "woman" ? [demographic] : [];
    },
  }),
};

/** A tally of the months of a range. */
function inRange(counted, range) {
  return range === "all"
    ? counted
    : restrict(counted, { month: range === "month" ? reported : sinceJanuary });
}

const count = (victims, _, names) => tallyPrepared(victims, { by: names });
const roles = (victims) => tallyPrepared(victims, { by: ["party"], including: "roles" });

/** The tables of the report are read from one count of everything that they are by. */
function report(victims) {
  const where = { month: sinceJanuary };
  const year = tallyPrepared(victims, { by: ["month", "party", "governorate", "demographic"], where });
  const month = restrict(year, { month: reported });
  const ofRoles = tallyPrepared(victims, { by: ["month", "party"], including: "roles", where });
  return {
    cells: marginal(month, { keep: ["party", "governorate", "demographic"] }),
    byParty: marginal(month, { keep: ["party"] }),
    byGovernorate: marginal(month, { keep: ["governorate"] }),
    byMonth: marginal(year, { keep: ["month", "party"] }),
    byDemographic: marginal(year, { keep: ["party", "demographic"] }),
    roles: marginal(inRange(ofRoles, "month"), { keep: ["party"] }),
    massacres: massacres(victims, "year"),
  };
}

function massacres(victims, range) {
  const { groups, items } = tallyGroups(victims, {
    of: "incident",
    atLeast: 5,
    by: ["party", "month"],
    measure: "civilians",
    including: "childrenAndWomen",
  });
  return { massacres: { groups: inRange(groups, range), items: inRange(items, range) } };
}

function entries(counted) {
  if (counted.massacres !== undefined) {
    const tolls = listFilledCells(counted.massacres.items);
    return listFilledCells(counted.massacres.groups).map(({ key, count: number }, nth) => {
      const { count: toll, including } = tolls[nth];
      return [key.party, key.month, number, toll, including.child.part, including.woman.part];
    });
  }
  if (counted.inclusions.length > 0) {
    return listFilledCells(counted).flatMap(({ key, count: all, including }) => [
      [key.party, "all", all],
      ...roleKeys.map((role) => [key.party, role, including[role].part]),
    ]);
  }
  return listFilledCells(counted).map(({ key, count: number }) => [...Object.values(key), number]);
}

export const prepared = {
  name: "casualty-stats, prepared",
  ingest: (rows) => prepare(rows, { ...columns, ...ofMassacres }),
  entries,
  jobs: jobsOf({ count, roles, massacres, entries, jobs: { J6: report } }),
};

const { party, governorate, month, demographic } = columns;
const plain = jobsOf({
  entries,
  massacres: () => null,
  count: (rows, _, names) =>
    tally(rows, { by: Object.fromEntries(names.map((name) => [name, columns[name]])) }),
  roles: (rows) => tally(rows, { by: { party }, including: columns.roles }),
});
export const unprepared = {
  name: "casualty-stats, plain tally",
  ingest: (rows) => rows,
  entries,
  jobs: { J1: plain.J1, J2: plain.J2, J3: plain.J3, J5: plain.J5 },
};
