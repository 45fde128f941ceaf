import fc from "fast-check";
import type { IncidentCondition, VictimCondition } from "../../src/codebook/condition.js";
import type { ListName } from "../../src/codebook/keys.js";

/** The keys of each list, as conditions and references choose among them. */
export type KeyLists = { readonly [Name in ListName]: readonly string[] };

/** Conditions over incidents that name only these keys. */
export function incidentConditions(
  keys: Pick<KeyLists, "perpetrator" | "means" | "place">,
): fc.Arbitrary<IncidentCondition> {
  const atoms: fc.Arbitrary<IncidentCondition>[] = [
    fc.record({ suspects: fc.constantFrom("none", "one", "several") }),
    fc.record({ investigation: fc.constantFrom("open", "concluded") }),
    fc.record({ suspectedOnly: someKeys(keys.perpetrator) }),
    fc.record({ date: periodTexts() }),
    ...atomsOf<IncidentCondition>(keys.perpetrator, (key) => [
      fc.record({ suspected: key }),
      fc.record({ firedFrom: key }),
    ]),
    ...atomsOf<IncidentCondition>(keys.perpetrator, (key) => [fc.record({ controlledBy: key })]),
    ...atomsOf<IncidentCondition>(keys.means, (key) => [fc.record({ means: key })]),
    ...atomsOf<IncidentCondition>(keys.place, (key) => [fc.record({ place: key })]),
  ];
  return combined<IncidentCondition>(fc.oneof(...atoms), (part, parts) => [
    fc.record({ all: parts }),
    fc.record({ any: parts }),
    fc.record({ not: part }),
  ]);
}

/** Conditions over victims that name only these keys. */
export function victimConditions(keys: KeyLists): fc.Arbitrary<VictimCondition> {
  const age = fc.nat();
  const atoms: fc.Arbitrary<VictimCondition>[] = [
    fc.record({ sex: fc.constantFrom("female", "male") }),
    fc.record({
      age: fc.oneof(
        fc.record({ from: age }),
        fc.record({ below: age }),
        fc.record({ from: age, below: age }).filter(({ from, below }) => from < below),
      ),
    }),
    fc.record({
      status: fc.constantFrom("civilian", "other-protected", "armed-forces", "direct-participant"),
    }),
    fc.record({ unborn: fc.boolean() }),
    fc.record({ died: periodTexts() }),
    fc.record({ documented: periodTexts() }),
    fc.record({ incident: incidentConditions(keys) }),
    ...atomsOf<VictimCondition>(keys.role, (key) => [fc.record({ role: key })]),
    ...atomsOf<VictimCondition>(keys.cause, (key) => [fc.record({ cause: key })]),
    ...atomsOf<VictimCondition>(keys.place, (key) => [
      fc.record({ killedIn: key }),
      fc.record({ origin: key }),
    ]),
  ];
  return combined<VictimCondition>(fc.oneof(...atoms), (part, parts) => [
    fc.record({ all: parts }),
    fc.record({ any: parts }),
    fc.record({ not: part }),
  ]);
}

/** A list of keys, empty where there are none. */
export function someKeys(keys: readonly string[]): fc.Arbitrary<string[]> {
  return keys.length === 0 ? fc.constant([]) : fc.array(fc.constantFrom(...keys));
}

function atomsOf<Atom>(
  keys: readonly string[],
  atoms: (key: fc.Arbitrary<string>) => fc.Arbitrary<Atom>[],
): fc.Arbitrary<Atom>[] {
  return keys.length === 0 ? [] : atoms(fc.constantFrom(...keys));
}

function combined<Condition>(
  atoms: fc.Arbitrary<Condition>,
  operators: (part: fc.Arbitrary<Condition>, parts: fc.Arbitrary<Condition[]>) => fc.Arbitrary<Condition>[],
): fc.Arbitrary<Condition> {
  return fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { depthSize: "small", depthIdentifier: "condition" },
      atoms,
      ...operators(tie("condition"), fc.array(tie("condition"), { depthIdentifier: "condition" })),
    ),
  })).condition;
}

function periodTexts(): fc.Arbitrary<string> {
  return fc.constantFrom("2021", "2021-07", "2021-Q3", "2021-07-15", "2021-01/2021-07");
}
