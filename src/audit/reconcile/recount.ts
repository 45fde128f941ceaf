import type { Codebook } from "../../codebook/codebook.js";
import type { MonthlyReport } from "../../report/monthly-report.js";
import type { AnyTally } from "../../tally/tally-data.js";
import type { Box } from "../cells/box.js";
import { isSubset, type KeySet } from "../cells/key-set.js";
import { massacreRecount } from "./recount-massacres.js";
import { recountPersons } from "./recount-persons.js";
import type { NotRecounted, Recounted } from "./recounted.js";

/** Counts the cells of figures from records. */
export type Recount = (box: Box) => Recounted | NotRecounted;

/** How a tally or a report counts cells; `populations` are those that the published report counts. */
export function recountBy(
  counted: AnyTally | MonthlyReport,
  codebook: Codebook,
  populations: KeySet,
): Recount {
  const ofMassacres = counted.kind === "monthly-report" ? massacreRecount(counted) : null;
  return (box) => {
    if (!isWholePopulation(box.sets.population, populations))
      return { reason: "the records are of one population" };
    if (box.sets.incident !== null) return { reason: "incidents of the text have no id in the records" };
    if (box.sets.controlledBy !== null) return { reason: "the records do not say who controlled the area" };
    if (box.unit === "incidents") return { reason: "the records are counted by persons, not by incidents" };
    const isOfMassacres = box.unit === "massacres" || box.inMassacres;
    if (!isOfMassacres) return recountPersons(counted, codebook, box);
    return ofMassacres?.(box) ?? { reason: "a tally of persons holds no massacres" };
  };
}

function isWholePopulation(population: KeySet, populations: KeySet): boolean {
  return population === null || (populations !== null && isSubset(populations, population));
}
