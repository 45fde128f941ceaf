// Constructed records: they reproduce published tables and describe no real person.

import { type JulyRecords, julyRecords } from "./records.js";

/**
 * The records if the unborn child of Balshoun is among the published 129, which the report does not say.
 *
 * The published number of the regime stays 46 then, of whom 20 children, so that one other child of the regime is fewer: one
 * whose incident no report narrates.
 */
export function recordsWithUnbornCounted(): JulyRecords {
  const { note, incidents, victims } = julyRecords();
  const others = victims.filter(
    ({ documented, killedIn, age }) =>
      !(documented === "2021-07-08" && killedIn === "idlib" && typeof age === "number" && age < 18),
  );
  if (victims.length - others.length !== 1) throw new Error("The plan no longer has one such child.");
  return { note, incidents, victims: others };
}
