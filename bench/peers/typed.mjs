// The reference: columns of small integers in typed arrays, and a loop written by hand for each job. What JavaScript on one thread
// can do in practice, for this data alone; it checks nothing. Loops take eight rows a round, and small histograms are four, since
// V8 reads the address and the length of every array anew in each round, and an addition waits for the one before it to one place.
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

const [partyCount, governorateCount, monthCount] = [parties.length, governorates.length, months.length];
const positions = (keys) => new Map(keys.map((key, nth) => [key, nth]));
const positionOf = {
  party: positions(parties),
  governorate: positions(governorates),
  month: positions(months),
  demographic: positions(demographics),
};
const keysOf = { party: parties, governorate: governorates, month: months, demographic: demographics };

function ingest(rows) {
  const length = rows.length;
  const table = {
    length,
    party: new Uint8Array(length),
    governorate: new Uint8Array(length),
    month: new Uint8Array(length),
    demographic: new Uint8Array(length),
    roles: new Uint8Array(length),
    civilian: new Uint8Array(length),
    incident: new Int32Array(length),
  };
  const incidents = new Map();
  for (let row = 0; row < length; row++) {
    const from = rows[row];
    table.party[row] = positionOf.party.get(from.party);
    table.governorate[row] = positionOf.governorate.get(from.governorate);
    table.month[row] = positionOf.month.get(monthOf(from));
    table.demographic[row] = positionOf.demographic.get(demographicOf(from));
    for (const role of from.roles) table.roles[row] |= 1 << roleKeys.indexOf(role);
    table.civilian[row] = from.status === "civilian" ? 1 : 0;
    let incident = incidents.get(from.incident);
    if (incident === undefined) incidents.set(from.incident, (incident = incidents.size));
    table.incident[row] = incident;
  }
  table.incidents = incidents.size;
  table.partyOf = new Uint8Array(incidents.size);
  table.monthOf = new Uint8Array(incidents.size);
  for (let row = 0; row < length; row++) {
    table.partyOf[table.incident[row]] = table.party[row];
    table.monthOf[table.incident[row]] = table.month[row];
  }
  return table;
}

/** Civilians in the lowest 12 bits, children in the next 10, women in the highest. */
const packed = Int32Array.of(1 | (1 << 12), 1 | (1 << 22), 1, 1);

function massacres({ length, incident, civilian, demographic, incidents, partyOf, monthOf: monthIn }, range) {
  const counters = new Int32Array(incidents);
  for (let row = 0; row < length; row++)
    if (civilian[row] === 1) counters[incident[row]] += packed[demographic[row]];
  const [first, last] = rangeOf(range);
  const sums = new Int32Array(partyCount * monthCount * 4);
  for (let nth = 0; nth < incidents; nth++) {
    const counter = counters[nth];
    const toll = counter & 4095;
    if (toll < 5 || monthIn[nth] < first || monthIn[nth] > last) continue;
    const at = (partyOf[nth] * monthCount + monthIn[nth]) * 4;
    sums[at]++;
    sums[at + 1] += toll;
    sums[at + 2] += (counter >>> 12) & 1023;
    sums[at + 3] += counter >>> 22;
  }
  return { massacres: sums };
}

function rangeOf(range) {
  if (range === "all") return [0, monthCount - 1];
  return [months.indexOf(range === "month" ? reported : sinceJanuary[0]), months.indexOf(reported)];
}

function J1({ length, party }) {
  const counts = new Int32Array(64);
  const whole = length & ~7;
  let i = 0;
  for (; i < whole; i += 8) {
    counts[party[i]]++;
    counts[16 + party[i + 1]]++;
    counts[32 + party[i + 2]]++;
    counts[48 + party[i + 3]]++;
    counts[party[i + 4]]++;
    counts[16 + party[i + 5]]++;
    counts[32 + party[i + 6]]++;
    counts[48 + party[i + 7]]++;
  }
  for (; i < length; i++) counts[party[i]]++;
  const sums = new Int32Array(partyCount);
  for (let nth = 0; nth < partyCount; nth++)
    sums[nth] = counts[nth] + counts[16 + nth] + counts[32 + nth] + counts[48 + nth];
  return { names: ["party"], sums };
}

function J2({ length, month, party, demographic }) {
  const sums = new Int32Array(monthCount * partyCount * 4);
  const whole = length & ~7;
  let i = 0;
  for (; i < whole; i += 8) {
    sums[month[i] * 48 + (party[i] << 2) + demographic[i]]++;
    sums[month[i + 1] * 48 + (party[i + 1] << 2) + demographic[i + 1]]++;
    sums[month[i + 2] * 48 + (party[i + 2] << 2) + demographic[i + 2]]++;
    sums[month[i + 3] * 48 + (party[i + 3] << 2) + demographic[i + 3]]++;
    sums[month[i + 4] * 48 + (party[i + 4] << 2) + demographic[i + 4]]++;
    sums[month[i + 5] * 48 + (party[i + 5] << 2) + demographic[i + 5]]++;
    sums[month[i + 6] * 48 + (party[i + 6] << 2) + demographic[i + 6]]++;
    sums[month[i + 7] * 48 + (party[i + 7] << 2) + demographic[i + 7]]++;
  }
  for (; i < length; i++) sums[month[i] * 48 + (party[i] << 2) + demographic[i]]++;
  return { names: ["month", "party", "demographic"], sums };
}

/** Counts by two columns, in four histograms. */
function pairs(length, a, b, sizeOfB, cells) {
  const counts = new Int32Array(4 * cells);
  const [second, third, fourth] = [cells, 2 * cells, 3 * cells];
  const whole = length & ~3;
  let i = 0;
  for (; i < whole; i += 4) {
    counts[a[i] * sizeOfB + b[i]]++;
    counts[second + a[i + 1] * sizeOfB + b[i + 1]]++;
    counts[third + a[i + 2] * sizeOfB + b[i + 2]]++;
    counts[fourth + a[i + 3] * sizeOfB + b[i + 3]]++;
  }
  for (; i < length; i++) counts[a[i] * sizeOfB + b[i]]++;
  const sums = new Int32Array(cells);
  for (let cell = 0; cell < cells; cell++)
    sums[cell] = counts[cell] + counts[second + cell] + counts[third + cell] + counts[fourth + cell];
  return sums;
}

/** Counts of the rows of a range of months: the rows are listed first, without a branch. */
function count({ length, month, ...table }, range, names) {
  if (range === "all")
    return {
      names,
      sums: pairs(length, table.governorate, table.party, partyCount, governorateCount * partyCount),
    };
  const [first, last] = rangeOf(range);
  const listed = new Int32Array(length + 1);
  let size = 0;
  for (let row = 0; row < length; row++) {
    listed[size] = row;
    size += (month[row] - first) >>> 0 <= last - first ? 1 : 0;
  }
  const columns = names.map((name) => (name === "month" ? month : table[name]));
  const sums = new Int32Array(names.reduce((product, name) => product * keysOf[name].length, 1));
  for (let nth = 0; nth < size; nth++) {
    let cell = 0;
    for (let column = 0; column < columns.length; column++)
      cell = cell * keysOf[names[column]].length + columns[column][listed[nth]];
    sums[cell]++;
  }
  return { names, sums };
}

function roles({ length, party, roles: masks, month }, range) {
  const [first, last] = rangeOf(range);
  let counts;
  if (range === "all") counts = pairs(length, party, masks, 16, partyCount * 16);
  else {
    counts = new Int32Array(partyCount * 16);
    for (let row = 0; row < length; row++)
      if (month[row] >= first && month[row] <= last) counts[party[row] * 16 + masks[row]]++;
  }
  const sums = new Int32Array(partyCount * 4);
  const all = new Int32Array(partyCount);
  for (let nth = 0; nth < counts.length; nth++) {
    all[nth >> 4] += counts[nth];
    for (let role = 0; role < 4; role++) if ((nth >> role) & 1) sums[(nth >> 4) * 4 + role] += counts[nth];
  }
  return { all, roles: sums };
}

function entries({ names, sums, all, roles: ofRoles, massacres: ofMassacres }) {
  if (ofRoles !== undefined)
    return [
      ...[...all].map((number, nth) => [parties[nth], "all", number]),
      ...[...ofRoles].map((number, nth) => [parties[nth >> 2], roleKeys[nth & 3], number]),
    ];
  if (ofMassacres !== undefined) {
    return Array.from({ length: partyCount * monthCount }, (_, nth) => [
      parties[Math.floor(nth / monthCount)],
      months[nth % monthCount],
      ...ofMassacres.subarray(nth * 4, nth * 4 + 4),
    ]);
  }
  return [...sums].map((number, cell) => {
    const keys = [];
    for (const name of [...names].reverse()) {
      keys.unshift(keysOf[name][cell % keysOf[name].length]);
      cell = Math.floor(cell / keysOf[name].length);
    }
    return [...keys, number];
  });
}

export default {
  name: "typed arrays by hand",
  ingest,
  entries,
  jobs: jobsOf({ count, roles, massacres, entries, jobs: { J1, J2 } }),
};
