import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import type { Sense } from "./outcome-counts.js";
import type { Outcomes } from "./outcomes.js";
import type { PerpetratorGroup } from "./perpetrator-group.js";

/**
 * In which of one or two groups all are by whom a case is: the bit 1 stands for the first, 2 for the second. 0 is neither, and
 * nobody. What is by several jointly is by those groups only that all of them are of: `&`.
 */
export type Membership = number;

/** How the memberships of cases in some groups are found. */
export interface Ends {
  /** Of those to whom the policy ascribes it. */
  readonly ascribed: (outcomes: Outcomes) => Membership;
  /**
   * Every membership with which a case may end, each once.
   *
   * That one which is not settled may end with several of those who are named jointly is left out: it is then counted under
   * a group only if each of them alone would be, so that no count, difference or share reaches further by it.
   */
  readonly possible: (outcomes: Outcomes, sense: Sense) => readonly Membership[];
}

/** The ends of cases, as far as these groups tell them apart. */
export function endsIn<K extends Keys>(codebook: Codebook<K>, groups: readonly PerpetratorGroup[]): Ends {
  const perpetrators: Codebook["perpetrators"] = codebook.perpetrators;
  const membershipOf = (key: string): Membership =>
    groups.reduce((bits, { standing }, nth) => bits | (standing(key) === "within" ? 1 << nth : 0), 0);
  const isOf = new Map<string, Membership>();
  for (const { keys } of groups) for (const key of keys) isOf.set(key, membershipOf(key));

  // Of a party with parts: in what it may be if it turns out to be one that was asked for.
  const ofParts = new Map<string, Set<Membership>>();
  for (const [key, membership] of isOf) {
    for (let at: string | undefined = key; at !== undefined; at = perpetrators[at]?.parent) {
      const known = ofParts.get(at) ?? new Set();
      if (known.has(membership)) break; // and so has everybody around
      ofParts.set(at, known.add(membership));
    }
  }
  const mayBe = (key: string): Membership[] => [...new Set([membershipOf(key), ...(ofParts.get(key) ?? [])])];
  const anybody = new Set([0, ...isOf.values()]);

  return {
    ascribed: ({ ascribed }) => (ascribed.length === 0 ? 0 : ascribed.map(membershipOf).reduce(inBoth)),
    possible: ({ isSettled, named, mayBeUnnamed }, sense) => {
      const ends = named.map(mayBe);
      if (isSettled)
        return ends.reduce((one, other) => eachOnce(one.flatMap((a) => other.map((b) => a & b))));
      if (!mayBeUnnamed) return eachOnce(ends.flat());
      return eachOnce([...ends.flat(), ...(sense === "whoever" ? anybody : [0])]);
    },
  };
}

function inBoth(one: Membership, other: Membership): Membership {
  return one & other;
}

function eachOnce(memberships: readonly Membership[]): Membership[] {
  return [...new Set(memberships)];
}
