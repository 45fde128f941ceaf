// How long parseRecords takes beside zod alone on the same rows, in the same process and in turns.
import * as z from "zod";
import { processorTimeOf } from "./measure.mjs";
import { causes, kinds, library, means, parties, places, roles, sexes, statuses } from "./parse-rows.mjs";

const { parseRecords, snhrCodebook } = library;

// What somebody would write with zod for the same rows: every key, range and day checked, and nothing across rows.
const day = z.iso.date().nullish();
const zodVictim = z.looseObject({
  id: z.string().min(1),
  incident: z.string().min(1).nullish(),
  status: z.enum(statuses),
  sex: z.enum(sexes),
  age: z.number().int().min(0).max(120).nullish(),
  unborn: z.boolean().nullish(),
  roles: z.array(z.enum(roles)),
  cause: z.enum(causes).nullish(),
  died: day,
  documented: day,
  killedIn: z.enum(places).nullish(),
  origin: z.enum(places).nullish(),
  sources: z.array(z.string()).nullish(),
});
const zodIncident = z.looseObject({
  id: z.string().min(1),
  date: day,
  place: z.enum(places).nullish(),
  means: z.enum(means).nullish(),
  suspects: z.array(z.enum(parties)),
  investigation: z.enum(["open", "concluded"]).nullish(),
  firedFrom: z.array(z.enum(parties)).nullish(),
  controlledBy: z.array(z.enum(parties)).nullish(),
  sources: z.array(z.string()).nullish(),
});

/** The medians of several functions, in nanoseconds of processor time: called in turns, after they were compiled. */
export function medians(functions, rounds) {
  const times = functions.map(() => []);
  for (let round = -2; round < rounds; round++) {
    for (const [nth, work] of functions.entries()) {
      const taken = processorTimeOf(work);
      if (round >= 0) times[nth].push(taken * 1e6);
    }
  }
  return times.map((some) => some.sort((a, b) => a - b)[rounds >> 1]);
}

/** How many rows a schema refuses; what it makes of them is thrown away. */
export const refused = (schema, rows) =>
  rows.reduce((count, row) => count + (schema.safeParse(row).success ? 0 : 1), 0);
/** What a schema makes of the rows, as somebody keeps it who counts them. */
const made = (schema, rows) => rows.map((row) => schema.safeParse(row).data);

/**
 * The nanoseconds of processor time for each row of either table, for rows of one kind: of parseRecords, which checks rows
 * against each other too, and of zod for each row by itself, its results thrown away or kept.
 */
export function compareParsing(kind, count) {
  const { incidents, victims } = kinds[kind](count);
  const rows = incidents.length + victims.length;
  const [parsing, checking, keeping] = medians(
    [
      () => parseRecords(snhrCodebook, { incidents, victims }),
      () => refused(zodVictim, victims) + refused(zodIncident, incidents),
      () => [made(zodVictim, victims), made(zodIncident, incidents)],
    ],
    7,
  ).map((time) => time / rows);
  return { kind, rows, incidents: incidents.length, parsing, checking, keeping };
}
