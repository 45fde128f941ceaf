// Rows of victims and incidents to parse, of several kinds, with the keys of the codebook of the library that is measured.
import { randomOf } from "./data.mjs";

// CASUALTY_STATS names another build to measure, as of an earlier version.
export const library = await import(process.env.CASUALTY_STATS ?? "../dist/index.js");
const { snhrCodebook } = library;

const keysOf = (list) => Object.keys(snhrCodebook[list]);
export const [places, causes, means, roles] = ["places", "causes", "means", "roles"].map(keysOf);
// Those that existed from 2018 to 2022, of which the rows are: of others a warning would be given.
export const parties = keysOf("perpetrators").filter((key) => {
  const { from = "2018", to = "2023" } = snhrCodebook.perpetrators[key].valid ?? {};
  return from <= "2018" && to >= "2023";
});
export const statuses = ["civilian", "armed-forces", "unknown"];
export const sexes = ["male", "female", "unknown"];

/** Constructed records, which describe nobody: victims in a random order, and the incidents that they name. */
function makeRows(count, incidentOf, change = (row) => row, shuffled = true) {
  const random = randomOf(count);
  const one = (values) => values[Math.floor(random() ** 1.5 * values.length)];
  const date = (year) =>
    `${year}-${String(1 + Math.floor(random() * 12)).padStart(2, "0")}-${String(1 + Math.floor(random() * 28)).padStart(2, "0")}`;
  const victims = [];
  const incidents = new Map();
  for (let nth = 0; nth < count; nth++) {
    const number = incidentOf(nth, random);
    let incident = incidents.get(number);
    if (incident === undefined) {
      incident = {
        id: `INC-${String(number).padStart(7, "0")}`,
        date: date(2018 + Math.floor(random() * 5)),
        place: one(places),
        means: one(means),
        suspects: random() < 0.2 ? [one(parties), one(parties)] : [one(parties)],
        investigation: random() < 0.7 ? "concluded" : "open",
        firedFrom: [],
        controlledBy: [],
      };
      incidents.set(number, incident);
    }
    const row = {
      id: "",
      incident: incident.id,
      sex: one(sexes),
      ...(random() < 0.88 ? { age: Math.floor(random() * 78) } : {}),
      killedIn: incident.place,
      documented: `${2023 + Math.floor(random() * 2)}${incident.date.slice(4)}`,
      died: incident.date,
      cause: one(causes),
      roles: random() < 0.92 ? [] : random() < 0.8 ? [one(roles)] : [roles[0], roles[1]],
      status: one(statuses),
    };
    victims.push(row);
  }
  for (let nth = shuffled ? count - 1 : 0; nth > 0; nth--) {
    const other = Math.floor(random() * (nth + 1));
    [victims[nth], victims[other]] = [victims[other], victims[nth]];
  }
  for (const [nth, row] of victims.entries()) row.id = `VIC-${String(nth + 1).padStart(8, "0")}`;
  return { incidents: parsed([...incidents.values()]), victims: parsed(victims.map(change)) };
}

/** The rows as JSON has them, read in parts as a file would be. */
function parsed(rows) {
  const read = [];
  for (let at = 0; at < rows.length; at += 5000)
    read.push(...JSON.parse(JSON.stringify(rows.slice(at, at + 5000))));
  return read;
}

/** Five in six incidents have one victim, few have many, as in published lists. */
const usual = () => {
  let [number, left] = [0, 0];
  return (_, random) => {
    if (left === 0) {
      const dice = random();
      left =
        dice < 0.86 ? 1 : dice < 0.98 ? 2 + Math.floor(random() * 3) : 5 + Math.floor(random() ** 8 * 200);
      number++;
    }
    left--;
    return number;
  };
};

/** A wrong value in every row, of eight kinds in turn. */
const spoilings = [
  (row) => ({ ...row, sex: "w" }),
  (row) => ({ ...row, age: -1 }),
  (row) => ({ ...row, age: 1994 }),
  (row) => ({ ...row, killedIn: "Atlantis" }),
  (row) => ({ ...row, documented: "2016-02-30" }),
  (row) => ({ ...row, died: "16-02-01" }),
  (row) => ({ ...row, roles: ["press"] }),
  (row) => ({ ...row, id: "" }),
];
const asText = (row) =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      Array.isArray(value) ? value.join(";") : String(value),
    ]),
  );
/** Rows of eight forms: three columns that are there or not. */
const ofManyForms = ({ cause, died, killedIn, ...row }, nth) => ({
  ...row,
  ...(nth & 1 ? { cause } : {}),
  ...(nth & 2 ? { died } : {}),
  ...(nth & 4 ? { killedIn } : {}),
});

export const kinds = {
  "as in published lists": (count) => makeRows(count, usual()),
  "the same in the order of incidents": (count) => makeRows(count, usual(), (row) => row, false),
  "one incident with all victims": (count) => makeRows(count, () => 0),
  "as many incidents as victims": (count) => makeRows(count, (nth) => nth),
  "no incidents known": (count) => ({
    incidents: [],
    victims: makeRows(
      count,
      () => 0,
      ({ incident, ...row }) => row,
    ).victims,
  }),
  "ids in no order": (count) =>
    makeRows(count, usual(), (row) => ({
      ...row,
      id: `${(Number(row.id.slice(4)) * 7919) % 99999989}-${row.id}`,
    })),
  "a further column": (count) => makeRows(count, usual(), (row, nth) => ({ ...row, form: nth % 7 })),
  "columns that may be missing: eight forms more": (count) => makeRows(count, usual(), ofManyForms),
  "every value text, as of CSV": (count) => makeRows(count, usual(), asText),
  "a place misspelt in each row, each differently": (count) =>
    makeRows(count, usual(), (row, nth) => ({ ...row, killedIn: `Idilb ${nth}` })),
  "each row wrong": (count) => makeRows(count, usual(), (row, nth) => spoilings[nth % 8](row)),
};
