import { checkOptions, optionsNamed } from "../codebook/check-options.js";
import type { Keys } from "../codebook/keys.js";
import type { IncidentValues } from "../record/incident.js";
import { type DifferenceBounds, differenceOf } from "./difference-bounds.js";
import { countOutcomes, type UnderPolicy } from "./outcome-counts.js";
import { isWithin, perpetratorGroup } from "./perpetrator-group.js";

/** Of two perpetrators, that one killed more than the other, whatever the cases that are not established turn out to be. */
export interface CertainPair<P extends string = string> {
  readonly more: P;
  readonly less: P;
  /** By how many; `certain` says in which sense. */
  readonly difference: DifferenceBounds;
}

/** Perpetrators in the order of what is reported of them, and what of that order is certain. */
export interface CertainRanking<P extends string = string> {
  readonly kind: "ranking";
  /** The most first; those of the same number in the order in which they were named. */
  readonly rows: readonly { readonly perpetrator: P; readonly reported: number }[];
  /** The pairs of which the order is certain, by the rows. All other pairs may be in either order, or equal. */
  readonly certain: readonly CertainPair<P>[];
}

/**
 * Gives the ranking of perpetrators by the number of these items (victims, massacres) that the policy ascribes to each, and
 * the pairs of which the order is certain however the cases that are not established turn out.
 *
 * A ranking as printed may be upset by open cases even where no two bounds seem to overlap in one row, and may be certain where
 * they overlap: each pair is judged by itself, as by `differenceBounds`. Quadratic in the perpetrators that are named.
 *
 * Errors: those of `byStanding`.
 *
 * @example
 * const { victims } = parseRecords(snhrCodebook, {
 *   incidents: [
 *     { id: "i-1", suspects: ["regime", "hts"], investigation: "open" },
 *     { id: "i-2", suspects: ["regime"], investigation: "concluded" },
 *     { id: "i-3", suspects: ["russia"], investigation: "concluded" },
 *   ],
 *   victims: ["i-1", "i-2", "i-2", "i-3"].map((incident, nth) => ({ id: `v-${nth}`, incident })),
 * });
 * const options = { codebook: snhrCodebook, policy: snhrPolicy };
 * const ranking = rankPerpetrators(victims, { ...options, perpetrators: ["russia", "regime", "hts"] });
 * ranking.rows // [{ perpetrator: "regime", reported: 2 }, { perpetrator: "russia", reported: 1 }, { perpetrator: "hts", reported: 0 }]
 * ranking.certain.map(({ more, less }) => `${more} > ${less}`) // ["regime > russia", "regime > hts"]
 */
export function rankPerpetrators<K extends Keys>(
  items: Iterable<{ readonly incident: IncidentValues<K> }>,
  options: UnderPolicy<K> & {
    readonly perpetrators: readonly NoInfer<K>["perpetrator"][];
  },
): CertainRanking<K["perpetrator"]> {
  checkOptions("options of rankPerpetrators", options, optionsNamed("codebook", "policy", "perpetrators"));
  const { codebook, policy, perpetrators } = options;
  const counts = countOutcomes(items, { codebook, policy });
  // Refuses what cannot be ranked, and gives the perpetrators in the order in which they were named.
  const ranked: K["perpetrator"][] = [...perpetratorGroup(codebook, perpetrators).keys];
  const rows = ranked
    .map((perpetrator) => {
      const group = perpetratorGroup(codebook, [perpetrator]);
      const ascribed = counts.filter(({ outcomes }) => isWithin(outcomes.ascribed, group));
      return { perpetrator, group, reported: ascribed.reduce((sum, { count }) => sum + count, 0) };
    })
    .sort((a, b) => b.reported - a.reported);
  const certain = rows.flatMap((more) =>
    rows.flatMap((less) => {
      if (more === less) return [];
      const difference = differenceOf(codebook, counts, more.group, less.group);
      return difference.certain === "no"
        ? []
        : [{ more: more.perpetrator, less: less.perpetrator, difference }];
    }),
  );
  return {
    kind: "ranking",
    rows: rows.map(({ perpetrator, reported }) => ({ perpetrator, reported })),
    certain,
  };
}
