import { checkOptions, optionsNamed } from "../codebook/check-options.js";
import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import { CasualtyError, checkedObject } from "../error.js";
import type { IncidentValues } from "../record/incident.js";
import { type DifferenceBounds, differenceOf } from "./difference-bounds.js";
import { countOutcomes, type UnderPolicy } from "./outcome-counts.js";
import { isWithin, perpetratorGroup } from "./perpetrator-group.js";

/** Of two perpetrators or groups, that one killed more than the other, whatever the cases that are not established turn out to be. */
export interface CertainPair<P extends string = string> {
  readonly more: P;
  readonly less: P;
  /** By how many; `certain` says in which sense. */
  readonly difference: DifferenceBounds;
}

/** Perpetrators, and groups of them, in the order of what is reported of them, and what of that order is certain. */
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
 * `groups` are ranked as one each (an alliance, a section), by the names that they are given, beside the `perpetrators` or without
 * them. A group and its member may be ranked together: what is by both makes no difference between them.
 *
 * Errors: those of `byStanding`, for a group too; `group-name-taken` if a group has the name of a perpetrator or source of the codebook, or `jointly`; `options-malformed`.
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
 * const groups = { alliance: ["regime", "russia"] } as const;
 * rankPerpetrators(victims, { ...options, perpetrators: ["hts"], groups }).certain.map(({ more }) => more) // ["alliance"]
 */
export function rankPerpetrators<K extends Keys, Group extends string = never>(
  items: Iterable<{ readonly incident: IncidentValues<K> }>,
  options: UnderPolicy<K> & {
    readonly perpetrators?: readonly NoInfer<K>["perpetrator"][];
    readonly groups?: { readonly [Name in Group]: readonly NoInfer<K>["perpetrator"][] };
  },
): CertainRanking<K["perpetrator"] | Group> {
  const names = ["codebook", "policy", "perpetrators", "groups"];
  checkOptions("options of rankPerpetrators", options, optionsNamed(...names));
  const { codebook, policy } = options;
  const counts = countOutcomes(items, { codebook, policy });
  const rows = rankedOf<K["perpetrator"], Group>(options)
    .map(({ perpetrator, members }) => {
      const group = perpetratorGroup(codebook, members);
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

/** What is ranked, in the order in which it was named: single perpetrators, then groups; refuses nothing, and names that mean two things. */
function rankedOf<P extends string, Group extends string>({
  codebook,
  perpetrators,
  groups,
}: {
  readonly codebook: Codebook;
  readonly perpetrators?: readonly P[];
  readonly groups?: { readonly [Name in Group]: readonly P[] };
}): { readonly perpetrator: P | Group; readonly members: readonly P[] }[] {
  checkedObject(groups ?? {}, "rankPerpetrators", "groups as lists of perpetrators by a name");
  // The names are those of the groups, which the compiler cannot tell from entries.
  const named = Object.entries(groups ?? {}) as [Group, readonly P[]][];
  const isOfGroupsAlone = (perpetrators ?? []).length === 0 && named.length > 0;
  const single = isOfGroupsAlone ? [] : perpetratorGroup(codebook, perpetrators).keys;
  for (const [name] of named) refuseKey(codebook, name);
  return [
    // The keys that are in the group are those that were named.
    ...([...single] as P[]).map((perpetrator) => ({ perpetrator, members: [perpetrator] })),
    ...named.map(([perpetrator, members]) => ({ perpetrator, members })),
  ];
}

/** Refuses the name of a group that the tables have for somebody else: its number would be read as theirs. */
function refuseKey({ perpetrators, unattributed }: Codebook, name: string): void {
  if (!Object.hasOwn(perpetrators, name) && !Object.hasOwn(unattributed, name) && name !== "jointly") return;
  throw new CasualtyError(
    "group-name-taken",
    `"${name}" is a perpetrator or source of the tables, and cannot be the name of a group: give the group a name of its own.`,
    { name },
  );
}
