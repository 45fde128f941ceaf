import { checkCodebook, checkedLists } from "../codebook/check-codebook.js";
import { checkOptions, optionsNamed } from "../codebook/check-options.js";
import type { Codebook } from "../codebook/codebook.js";
import type { VictimCondition } from "../codebook/condition.js";
import type { Keys } from "../codebook/keys.js";
import type { Shape } from "../codebook/shape.js";
import { CasualtyError } from "../error.js";
import { ofIncidents } from "../record/of-incidents.js";
import type { Victim } from "../record/victim.js";
import { checkForm, checkIfUnknown, checkVictimRule, citationShape } from "./check-rule.js";
import { type Citation, citationText } from "./citation.js";
import { victimTest } from "./condition-test.js";

/** One reason for which a victim is not counted. */
export interface Exclusion<K extends Keys = Keys, Reason extends string = string> {
  readonly reason: Reason;
  /** Why, as a clause after the victim: "was a fighter, and only civilians are counted". */
  readonly because: string;
  readonly when: VictimCondition<K>;
  /** What is done where the condition is neither known to hold nor known not to. */
  readonly ifUnknown: "exclude" | "count";
  readonly citation: Citation;
}

/** The inclusion rule of a count, as data: who is not counted, in the order in which the reasons are tried. */
export interface Population<K extends Keys = Keys, Reason extends string = string> {
  /** Who is counted: "Civilians". */
  readonly label: string;
  readonly citation: Citation;
  readonly exclusions: readonly Exclusion<K, Reason>[];
}

/** A victim who is not counted, with the exclusion that decided it. */
export interface Excluded<V, Reason extends string = string> {
  readonly victim: V;
  readonly reason: Reason;
  /** Whether it is not known from the record that any exclusion holds, and this one excludes all the same. */
  readonly inDoubt: boolean;
  /** That of the exclusion. */
  readonly citation: Citation;
  /** The sentence that says so, with its citation. */
  readonly explanation: string;
}

/** Who is counted and who is not: together everybody who was handed in. */
export interface Counted<V, Reason extends string = string> {
  readonly counted: readonly V[];
  readonly excluded: readonly Excluded<V, Reason>[];
  /** Those of the counted of whom it is not known whether an exclusion holds, which counts all the same: one for each such exclusion. */
  readonly countedInDoubt: readonly { readonly victim: V; readonly reason: Reason }[];
}

const shape: Shape = {
  required: {
    label: "text",
    citation: citationShape,
    exclusions: {
      listOf: {
        required: {
          reason: "text",
          because: "text",
          when: "anything",
          ifUnknown: "anything",
          citation: citationShape,
        },
        optional: {},
      },
    },
  },
  optional: {},
};

/**
 * Makes a population whose conditions are checked against a codebook; it is given back as it came. Without exclusions
 * everybody is counted.
 *
 * Errors: `definition-malformed` (a field that is missing, unknown or of another form); `population-reason-repeated`;
 * `condition-malformed` (a condition that cannot be read, or that does not state
 * what unknown does); `rule-key-unknown`; those of `period`.
 *
 * @example
 * const adults = definePopulation(snhrCodebook, {
 *   label: "Adults",
 *   citation: { source: "An example" },
 *   exclusions: [
 *     {
 *       reason: "child",
 *       because: "the victim was a child",
 *       when: { age: { below: 18 } },
 *       ifUnknown: "count",
 *       citation: { source: "An example" },
 *     },
 *   ],
 * });
 * adults.exclusions.map(({ reason }) => reason) // ["child"]
 */
export function definePopulation<K extends Keys, Reason extends string>(
  codebook: Codebook<K>,
  population: Population<NoInfer<K>, Reason>,
): Population<K, Reason> {
  checkedLists(codebook);
  checkForm("population", population, shape);
  const reasons = new Set<string>();
  for (const { reason, when, ifUnknown } of population.exclusions) {
    if (reasons.has(reason)) {
      throw new CasualtyError(
        "population-reason-repeated",
        `The reason "${reason}" stands twice: give each exclusion its own, or join their conditions with any.`,
        { reason },
      );
    }
    reasons.add(reason);
    checkVictimRule(codebook, reason, when);
    checkIfUnknown(reason, ifUnknown, ["exclude", "count"]);
  }
  return population;
}

/**
 * Sorts victims into those that a population counts and those that it excludes, each with its reason.
 *
 * The first exclusion that is known to hold decides; where none is, the first that excludes in doubt. Nobody is dropped: counted and excluded together are all that were handed
 * in, each in the order in which they came.
 *
 * Errors: `options-malformed`; those of `defineCodebook` and `definePopulation`.
 *
 * @example
 * const rows = [{ id: "v-1", status: "civilian" }, { id: "v-2", status: "armed-forces" }];
 * const { victims } = parseRecords(snhrCodebook, { victims: rows });
 * const { counted, excluded } = applyPopulation(victims, { codebook: snhrCodebook, population: snhrPopulation });
 * counted.map(({ id }) => id) // ["v-1"]
 * excluded[0]?.explanation // "Victim v-2 is not counted: the victim is not recorded as a civilian, and only civilians are counted (SNHR, July 2021, section I)."
 */
export function applyPopulation<K extends Keys, Reason extends string, V extends Victim<K>>(
  victims: Iterable<V>,
  options: { readonly codebook: Codebook<K>; readonly population: Population<NoInfer<K>, Reason> },
): Counted<V, Reason> {
  checkOptions("options of applyPopulation", options, optionsNamed("codebook", "population"));
  const { codebook, population } = options;
  checkCodebook(codebook);
  const exclusions = definePopulation(codebook, population).exclusions.map((exclusion) => ({
    exclusion,
    test: victimTest(codebook, exclusion.when),
    // Once for all whom it excludes, who may be many.
    why: { yes: reasonText(exclusion, "yes"), unknown: reasonText(exclusion, "unknown") },
  }));
  const disposalOf = (victim: V): Excluded<V, Reason> | readonly Reason[] => {
    const doubts: Reason[] = [];
    let inDoubt: Excluded<V, Reason> | null = null;
    for (const { exclusion, test, why } of exclusions) {
      const holds = test(victim);
      const { reason, citation } = exclusion;
      if (holds === "unknown" && exclusion.ifUnknown === "count") {
        doubts.push(reason);
      } else if (holds === "yes" || (holds === "unknown" && inDoubt === null)) {
        const explanation = `Victim ${victim.id} is not counted: ${why[holds]}`;
        const found = { victim, reason, inDoubt: holds === "unknown", citation, explanation };
        if (holds === "yes") return found;
        inDoubt = found;
      }
    }
    return inDoubt ?? doubts;
  };
  const counted: V[] = [];
  const excluded: Excluded<V, Reason>[] = [];
  const countedInDoubt: { readonly victim: V; readonly reason: Reason }[] = [];
  for (const victim of ofIncidents(victims, "applyPopulation")) {
    const disposal = disposalOf(victim);
    if ("reason" in disposal) {
      excluded.push(disposal);
    } else {
      counted.push(victim);
      for (const reason of disposal) countedInDoubt.push({ victim, reason });
    }
  }
  return { counted, excluded, countedInDoubt };
}

function reasonText({ because, citation }: Exclusion, holds: "yes" | "unknown"): string {
  const doubt = holds === "unknown" ? "; the record leaves it open, and the rule then excludes" : "";
  return `${because} (${citationText(citation)}${doubt}).`;
}
