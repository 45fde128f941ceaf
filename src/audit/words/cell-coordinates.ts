import { period } from "../../calendar/period.js";
import type { Codebook } from "../../codebook/codebook.js";
import type { Box } from "../cells/box.js";
import { groupOf, rootsIn } from "../cells/groups.js";
import type { Coordinates, DemographicKey } from "../published/coordinates.js";
import type { PublishedReport } from "../published/published.js";
import { daysOf, isWholePopulation } from "./cell-words.js";

/** The shortest coordinates of a box in a report; without a report the period and the population are always named. */
export function cellCoordinates(codebook: Codebook, box: Box, report: PublishedReport | null): Coordinates {
  const { sets } = box;
  const one = (keys: readonly string[]): string | readonly string[] =>
    keys.length === 1 ? (keys[0] ?? []) : keys;
  const days = daysOf(box);
  const ofReport = report === null ? null : period(report.period);
  const isSameTime = ofReport !== null && ofReport.start === days.start && ofReport.end === days.end;
  // The demographic keys of a box were read from coordinates.
  const people = sets.demographic as readonly DemographicKey[] | null;
  const killers: Coordinates =
    sets.perpetrator === null
      ? {}
      : (groupOf(codebook, sets.perpetrator)?.of ?? {
          perpetrator: one(rootsIn(codebook, "perpetrator", sets.perpetrator) ?? []),
        });
  const population = isWholePopulation(box, report) ? null : sets.population;
  return {
    ...(isSameTime ? {} : { period: `${days.start}/${days.end}` }),
    ...(population === null ? {} : { population: one(population) }),
    ...(box.unit === "persons" ? {} : { unit: box.unit }),
    ...killers,
    ...(sets.place === null ? {} : { place: one(rootsIn(codebook, "place", sets.place) ?? []) }),
    ...(people === null ? {} : { demographic: people }),
    ...(box.categories.length === 0 ? {} : { category: one(box.categories) }),
    ...(sets.means === null ? {} : { means: one(sets.means) }),
    ...(sets.controlledBy === null ? {} : { controlledBy: one(sets.controlledBy) }),
    ...(sets.incident === null ? {} : { incident: one(sets.incident) }),
    ...(box.inMassacres ? { inMassacres: true as const } : {}),
  };
}
