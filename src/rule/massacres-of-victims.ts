import { checkOptions } from "../codebook/check-options.js";
import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import type { Victim } from "../record/victim.js";
import { countIncidents, type IncidentCount, inLargeIncidents } from "./incident-counts.js";
import {
  type Massacre,
  type MassacreOptions,
  massacreOptions,
  massacresAmong,
  possibleMassacresAmong,
} from "./massacre.js";
import { defineMassacre, type MassacreDefinition } from "./massacre-definition.js";

/**
 * The massacres among the incidents of these victims, in the order of their ids; no victims have none.
 *
 * The victims are those of a population (`applyPopulation`). The toll is that of the whole incident, whichever months
 * its victims were documented in. Dating and `asOf` are those of `massacresAmong`. An incident that reaches the threshold only with
 * victims of whom something is not known is none of them, and is not denied: `possibleMassacres` has it.
 *
 * Errors: those of `countIncidents` and `massacresAmong`.
 *
 * @example
 * const incidents = [{ id: "i-1", date: "2021-07-15" }];
 * const rows = ["v-1", "v-2", "v-3", "v-4", "v-5"].map((id) => ({ id, incident: "i-1", documented: "2021-07-16" }));
 * const { victims } = parseRecords(snhrCodebook, { incidents, victims: rows });
 * const [massacre] = massacres(victims, { codebook: snhrCodebook, definition: snhrMassacre, dated: "incident" });
 * massacre?.toll // 5
 * massacre?.date // "2021-07-15"
 * massacre?.explanation // "Incident i-1 is a massacre: 5 were killed in it, and 5 make one (SNHR, July 2021, section I)."
 */
export function massacres<K extends Keys>(
  victims: Iterable<Victim<K>>,
  options: DefinedMassacres<K>,
): Massacre<K>[] {
  return massacresAmong(countsOfLarge(victims, options), options);
}

/**
 * The incidents of these victims that are perhaps massacres and not known to be, in the order of their ids: those that reach the
 * threshold only with victims of whom it is not known whether they count toward it (no age is recorded, and only children do), or
 * whether their deaths were documented by `asOf`. With the `massacres` they are all that may be massacres.
 *
 * Errors: those of `massacres`.
 *
 * @example
 * const rows = [9, 11, null].map((age, nth) => ({ id: `v-${nth}`, incident: "i-1", age }));
 * const { victims } = parseRecords(snhrCodebook, { incidents: [{ id: "i-1", date: "2021-07-15" }], victims: rows });
 * const definition = defineMassacre(snhrCodebook, {
 *   label: "Massacre of children",
 *   threshold: 3,
 *   counting: { who: { age: { below: 18 } }, ifUnknown: "leave-out" },
 *   citation: { source: "An example" },
 * });
 * const options = { codebook: snhrCodebook, definition, dated: "incident" } as const;
 * massacres(victims, options) // []
 * const [possible] = possibleMassacres(victims, options);
 * possible?.explanation // "Incident i-1 may be a massacre: with 1 of whom it is not known whether they count toward the threshold, 3 of the 3 killed in it do, and 3 make one (An example)."
 */
export function possibleMassacres<K extends Keys>(
  victims: Iterable<Victim<K>>,
  options: DefinedMassacres<K>,
): Massacre<K>[] {
  return possibleMassacresAmong(countsOfLarge(victims, options), options);
}

/** By which definition, in which codebook, massacres are found among victims. */
export type DefinedMassacres<K extends Keys> = MassacreOptions & {
  readonly codebook: Codebook<K>;
  readonly definition: MassacreDefinition<NoInfer<K>>;
};

/** The counts of those incidents of the victims that have enough of them for a massacre. */
function countsOfLarge<K extends Keys>(
  victims: Iterable<Victim<K>>,
  options: DefinedMassacres<K>,
): IncidentCount<K>[] {
  checkOptions("options of massacres", options, massacreOptions);
  const { threshold } = defineMassacre(options.codebook, options.definition);
  return countIncidents(inLargeIncidents(victims, threshold), options);
}
