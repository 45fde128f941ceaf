// Constructed records of a war: seeded, so that the same number gives the same rows everywhere. They describe nobody.

export const parties = [
  "regime",
  "russia",
  "hts",
  "opposition",
  "sdf",
  "coalition",
  "turkey",
  "isis",
  "militia",
  "border-guards",
  "landmines",
  "unknown",
];
export const governorates = [
  "aleppo",
  "damascus",
  "rural-damascus",
  "homs",
  "hama",
  "latakia",
  "tartus",
  "idlib",
  "deir-ez-zour",
  "raqqa",
  "hasaka",
  "daraa",
  "suwayda",
  "quneitra",
];
export const demographics = ["child", "woman", "man", "unknown"];
export const roles = ["media", "medical", "civil-defense", "relief"];
export const firstYear = 2011;
export const months = Array.from(
  { length: 144 },
  (_, nth) => `${firstYear + Math.floor(nth / 12)}-${String((nth % 12) + 1).padStart(2, "0")}`,
);
/** The month of the report, and the months since January. */
export const reported = "2016-08";
export const sinceJanuary = months.filter((month) => month.startsWith("2016") && month <= reported);

export const monthOf = ({ documented }) => documented.slice(0, 7);

export function demographicOf({ sex, age }) {
  if (age === undefined) return "unknown";
  if (age < 18) return "child";
  return sex === "female" ? "woman" : sex === "male" ? "man" : "unknown";
}

/** What the keys of a row are read by, for peers that read rows. */
export const keyOf = {
  party: (row) => row.party,
  governorate: (row) => row.governorate,
  month: monthOf,
  demographic: demographicOf,
};

/** So many rows in a random order, as `JSON.parse` gives them. */
export function makeRows(count) {
  const random = randomOf(count);
  const rows = [];
  for (let incident = 1; rows.length < count; incident++) {
    const size = Math.min(count - rows.length, sizeOfIncident(random));
    const party = parties[Math.floor(random() ** 2.5 * parties.length)];
    const governorate = governorates[Math.floor(random() ** 1.5 * governorates.length)];
    const month = months[Math.floor(random() ** 1.3 * months.length)];
    const documented = `${month}-${String(1 + Math.floor(random() * 28)).padStart(2, "0")}`;
    for (let nth = 0; nth < size; nth++) {
      rows.push({ incident: `incident-${incident}`, party, governorate, documented, ...personOf(random) });
    }
  }
  shuffle(rows, random);
  for (const [nth, row] of rows.entries()) row.id = `constructed-${nth + 1}`;
  // Through JSON in pieces, so that texts are those that a user has: one of its own in every row.
  const read = [];
  for (let from = 0; from < count; from += 5000)
    read.push(...JSON.parse(JSON.stringify(rows.slice(from, from + 5000))));
  return read;
}

/** Most incidents kill one; some kill many. */
function sizeOfIncident(random) {
  const chance = random();
  if (chance < 0.86) return 1;
  if (chance < 0.9935) return 2 + Math.floor(random() * 3);
  return Math.min(700, 5 + Math.floor(3 * (random() ** -0.7 - 1)));
}

function personOf(random) {
  const sex = ["male", "male", "male", "female", "unknown"][Math.floor(random() * 5)];
  const chosen = random() < 0.92 ? [] : roles.filter(() => random() < 0.3);
  const person = { sex, status: random() < 0.82 ? "civilian" : "armed-forces", roles: chosen };
  return random() < 0.12 ? person : { ...person, age: Math.floor(random() * 80) };
}

function shuffle(rows, random) {
  for (let last = rows.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [rows[last], rows[other]] = [rows[other], rows[last]];
  }
}

/** Numbers from 0 to 1 that follow from a seed: the generator mulberry32. */
export function randomOf(seed) {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
