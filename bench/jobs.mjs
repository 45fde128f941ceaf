// What every peer is asked. A peer answers from three functions of its own:
//   count(table, range, names)  counts by parties, governorates, months, demographics
//   roles(table, range)         counts by party: of all, and of each role, which overlap
//   massacres(table, range)     incidents of five or more civilians, with their tolls, by party and month
// and `entries` turns what they give into lists [...keys, ...numbers]. A range is "all", "year" (since January) or "month".

export const jobs = {
  J1: "by party",
  J2: "by month, party and demographic",
  J3: "by governorate and party, with shares of each",
  J4: "massacres and their tolls, by party and month",
  J5: "by party, all and those of each role, which overlap",
  J6: "the tables of a month, and since January",
};

/** The six jobs of a peer. */
export function jobsOf({ count, roles, massacres, entries, ...others }) {
  return {
    J1: (table) => count(table, "all", ["party"]),
    J2: (table) => count(table, "all", ["month", "party", "demographic"]),
    J3: async (table) => {
      const cells = await count(table, "all", ["governorate", "party"]);
      return { cells, shares: sharesOf(entries(cells)) };
    },
    J4: (table) => massacres(table, "all"),
    J5: (table) => roles(table, "all"),
    J6: async (table) => ({
      cells: await count(table, "month", ["party", "governorate", "demographic"]),
      byParty: await count(table, "month", ["party"]),
      byGovernorate: await count(table, "month", ["governorate"]),
      byMonth: await count(table, "year", ["month", "party"]),
      byDemographic: await count(table, "year", ["party", "demographic"]),
      roles: await roles(table, "month"),
      massacres: await massacres(table, "year"),
    }),
    ...others.jobs,
  };
}

/** An answer in one form, to be compared: lists of keys and numbers, sorted, without zeros. */
export function canonical(answer, entries) {
  if (answer !== null && typeof answer === "object" && "cells" in answer && !("kind" in answer)) {
    const { shares, ...tables } = answer;
    return JSON.stringify([Object.values(tables).map((table) => sorted(entries(table))), shares ?? null]);
  }
  return JSON.stringify(sorted(entries(answer)));
}

function sorted(rows) {
  return rows
    .map((row) => row.map((value) => (typeof value === "bigint" ? Number(value) : value)))
    .filter((row) => row.some((value) => typeof value === "number" && value !== 0))
    .map((row) => JSON.stringify(row))
    .sort();
}

/** The shares of governorates, of parties, and of parties within each governorate, in tenths of a percent that add up to 1,000. */
function sharesOf(entries) {
  const [byGovernorate, byParty, within] = [new Map(), new Map(), new Map()];
  for (const [governorate, party, value] of entries) {
    const number = Number(value);
    if (number === 0) continue;
    byGovernorate.set(governorate, (byGovernorate.get(governorate) ?? 0) + number);
    byParty.set(party, (byParty.get(party) ?? 0) + number);
    if (!within.has(governorate)) within.set(governorate, new Map());
    within.get(governorate).set(party, number);
  }
  return [byGovernorate, byParty, ...[...within].sort().map(([, parties]) => parties)].map(tenthsOf);
}

function tenthsOf(counts) {
  const keys = [...counts.keys()].sort();
  const whole = keys.reduce((sum, key) => sum + counts.get(key), 0);
  const quotas = keys.map((key, nth) => ({
    nth,
    units: Math.floor((counts.get(key) * 1000) / whole),
    lost: (counts.get(key) * 1000) % whole,
  }));
  const missing = 1000 - quotas.reduce((sum, { units }) => sum + units, 0);
  for (const quota of [...quotas].sort((a, b) => b.lost - a.lost || a.nth - b.nth).slice(0, missing))
    quota.units++;
  return quotas.map(({ nth, units }) => [keys[nth], units]);
}
