import {
  inclusion,
  listFilledCells,
  partition,
  prepare,
  restrict,
  tally,
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

/** A tally of the months of a range. */
function inRange(counted, range) {
  return range === "all"
    ? counted
    : restrict(counted, { month: range === "month" ? reported : sinceJanuary });
}

function count(victims, range, names) {
  if (range === "all") return tallyPrepared(victims, { by: names });
  const by = names.includes("month") ? names : ["month", ...names];
  return inRange(tallyPrepared(victims, { by }), range);
}

const roles = (victims, range) =>
  range === "all"
    ? tallyPrepared(victims, { by: ["party"], including: "roles" })
    : inRange(tallyPrepared(victims, { by: ["month", "party"], including: "roles" }), range);

/** Massacres are counted from records, not from prepared rows: no answer here. */
const massacres = () => null;

function entries(counted) {
  if (counted.inclusions.length > 0) {
    return listFilledCells(counted).flatMap(({ key, including }) =>
      roleKeys.map((role) => [key.party, role, including[role].part]),
    );
  }
  return listFilledCells(counted).map(({ key, count: number }) => [...Object.values(key), number]);
}

const { J1, J2, J3, J5 } = jobsOf({ count, roles, massacres, entries });

export const prepared = {
  name: "casualty-stats, prepared",
  ingest: (rows) => prepare(rows, columns),
  entries,
  jobs: { J1, J2, J3, J5 },
};

const { party, governorate, month, demographic } = columns;
const plain = jobsOf({
  entries,
  massacres,
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
