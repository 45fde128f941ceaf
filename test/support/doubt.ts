import fc from "fast-check";
import type { Codebook } from "../../src/codebook/codebook.js";
import type { Incident } from "../../src/record/incident.js";
import { type Attribution, attributor } from "../../src/rule/attribution.js";
import type { Policy } from "../../src/rule/policy.js";
import { codebook as handMade } from "../report/hand-made.js";
import { incidentsOf, keysOf } from "./records.js";
import { policies, reportCodebooks } from "./report.js";

/** Something that belongs to an incident. */
export interface Item {
  readonly id: string;
  readonly incident: Incident;
  readonly half: "one" | "other";
  readonly isMarked: boolean;
  readonly weight: number;
}

/** Items under a policy, and two groups of perpetrators to ask about. */
export interface DoubtCase {
  readonly codebook: Codebook;
  readonly policy: Policy;
  readonly items: readonly Item[];
  readonly group: readonly string[];
  readonly other: readonly string[];
}

/** Any codebook with a perpetrator, any policy, items of up to twelve incidents, and any two groups. */
export function doubtCases(): fc.Arbitrary<DoubtCase> {
  const codebooks = reportCodebooks().filter(({ perpetrators }) =>
    Object.keys(perpetrators).some((key) => key.trim() !== ""),
  );
  return fc.oneof(codebooks, fc.constant<Codebook>(handMade)).chain((codebook) => {
    const perpetrators = Object.keys(codebook.perpetrators);
    const group = fc.subarray(perpetrators, { minLength: 1 });
    return fc.record({
      codebook: fc.constant(codebook),
      policy: fc.oneof(policies(keysOf(codebook)), simplePolicies(codebook)),
      items: itemsOf(codebook),
      group,
      other: group,
    });
  });
}

/** Policies as recorders have them: what is concluded is established; else presumed among the suspects, or undetermined. */
export function simplePolicies(codebook: Codebook): fc.Arbitrary<Policy> {
  const citation = { source: "The handbook" };
  const source = fc.constantFrom(...Object.keys(codebook.unattributed));
  const answer = fc.oneof(
    fc.constant({ presumed: "suspects" as const }),
    source.map((undetermined) => ({ undetermined })),
  );
  const because = "so it is";
  return fc.tuple(answer, answer, source).map(([ofSeveral, ofOne, undetermined]) => ({
    label: "A simple policy",
    citation,
    rules: [
      { id: "concluded", when: { investigation: "concluded" }, answer: { established: "suspects" } },
      { id: "several", when: { suspects: "several" }, answer: ofSeveral },
      { id: "one", when: { suspects: "one" }, answer: ofOne },
    ].map((rule) => ({ ...rule, ifUnknown: "pass", because, citation }) as Policy["rules"][number]),
    otherwise: { undetermined, because, citation },
  }));
}

function itemsOf(codebook: Codebook): fc.Arbitrary<Item[]> {
  const incidents = fc.uniqueArray(incidentsOf(codebook), {
    selector: ({ id }) => id,
    minLength: 1,
    maxLength: 12,
  });
  const facts = fc.record({
    nth: fc.nat(),
    half: fc.constantFrom("one" as const, "other" as const),
    isMarked: fc.boolean(),
    weight: fc.nat(9),
  });
  return fc.tuple(incidents, fc.array(facts, { maxLength: 30 })).map(([all, items]) =>
    items.map(({ nth, ...item }, position) => ({
      id: `item-${position}`,
      incident: all[nth % all.length] as Incident,
      ...item,
    })),
  );
}

/** In which sense a case is resolved: as the named suspects allow, or whoever it may be. */
export type Sense = "amongSuspects" | "whoever";

/**
 * Every end that an attribution leaves, each as all by whom the incident then is: written out from the rule, with every set
 * of those who are named jointly, and every part of each for the whole.
 */
function endsLeft(codebook: Codebook, attribution: Attribution, sense: Sense): readonly string[][] {
  const partsFor = (set: readonly string[]) =>
    set.reduce<string[][]>(
      (ends, key) => ends.flatMap((end) => partsOf(codebook, key).map((part) => [...end, part])),
      [[]],
    );
  if (attribution.kind === "established") return partsFor(attribution.to);
  const presumed = attribution.kind === "presumed" ? attribution.to : [];
  const named = [...new Set([...attribution.among, ...presumed])];
  const sets = named.reduce<string[][]>((all, key) => [...all, ...all.map((set) => [...set, key])], [[]]);
  // Whoever a rule presumes it to: who is suspected says whether it may have been somebody else.
  const parties = new Set(attribution.among.map((key) => lineOf(codebook, key).at(-1)));
  if (parties.size >= 2) {
    return sets.filter((set) => set.length > 0).flatMap(partsFor);
  }
  const anybody = Object.keys(codebook.perpetrators).map((key) => [key]);
  return sense === "whoever" ? [...sets.flatMap(partsFor), ...anybody] : sets.flatMap(partsFor);
}

/** A perpetrator and those within it. */
function partsOf({ perpetrators }: Codebook, key: string): string[] {
  return Object.keys(perpetrators).filter((part) => lineOf({ perpetrators }, part).includes(key));
}

/** A perpetrator and those that it lies in, outwards. */
function lineOf({ perpetrators }: Pick<Codebook, "perpetrators">, key: string): string[] {
  const parent = perpetrators[key]?.parent;
  return parent === undefined ? [key] : [key, ...lineOf({ perpetrators }, parent)];
}

/**
 * Brute force: every combination of sums that some resolution of all incidents attains. `valuesOf` gives what one item adds
 * to each sum if its incident is by these.
 */
export function attainable(
  { codebook, policy, items }: Pick<DoubtCase, "codebook" | "policy" | "items">,
  sense: Sense,
  valuesOf: (by: readonly string[], item: Item) => readonly number[],
): readonly (readonly number[])[] {
  const attribute = attributor(codebook, policy);
  const ofIncident = new Map<Incident, Item[]>();
  for (const item of items) ofIncident.set(item.incident, [...(ofIncident.get(item.incident) ?? []), item]);
  let reached = new Map<string, readonly number[]>([["", []]]);
  for (const [incident, members] of ofIncident) {
    const next = new Map<string, readonly number[]>();
    const ends = endsLeft(codebook, attribute(incident), sense).map((end) =>
      members.map((item) => valuesOf(end, item)).reduce(addLists, []),
    );
    for (const added of new Map(ends.map((sums) => [sums.join(), sums])).values()) {
      for (const sums of reached.values()) {
        const together = addLists(sums, added);
        next.set(together.join(), together);
      }
    }
    reached = next;
  }
  return [...reached.values()];
}

/** Whether an incident that is by these is counted for a group: by somebody of it or of their parts, and by nobody else. */
export function isOf(
  codebook: Pick<Codebook, "perpetrators">,
  by: readonly string[],
  group: readonly string[],
): boolean {
  return by.length > 0 && by.every((key) => lineOf(codebook, key).some((around) => group.includes(around)));
}

function addLists(one: readonly number[], other: readonly number[]): readonly number[] {
  const longer = one.length > other.length ? one : other;
  return longer.map((_, nth) => (one[nth] ?? 0) + (other[nth] ?? 0));
}
