import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inclusion, partition } from "../../src/tally/dimension.js";
import { grouping } from "../../src/tally/grouping.js";
import { countOf, rangeOf } from "../../src/tally/measure.js";
import { prepare } from "../../src/tally/prepare.js";
import { total } from "../../src/tally/read.js";
import { tally } from "../../src/tally/tally.js";
import { tallyGroups } from "../../src/tally/tally-groups.js";
import { tallyPrepared } from "../../src/tally/tally-prepared.js";
import { fault } from "../number/fault.js";

interface Person {
  readonly family: string;
  readonly dead: number;
  readonly inside: readonly ("x" | "y")[];
}

/** What all of a family have in common. */
const placeOf = ({ family }: Person) => (family.length % 2 === 0 ? "north" : "south");
const place = partition({ keys: ["north", "south"], keyOf: placeOf });
const letter = partition({ keys: ["a", "b"], keyOf: ({ family }: Person) => (family < "m" ? "a" : "b") });
const inside = inclusion({ keys: ["x", "y"], keysOf: (person: Person) => person.inside });
const dead = countOf((person: Person) => person.dead);
const columns = { place, letter, inside, dead, family: grouping((person: Person) => person.family) };

const people: fc.Arbitrary<Person[]> = fc.array(
  fc.record({
    // Few families, and among them names that differ in nothing but their order or length.
    family: fc.oneof(
      fc.constantFrom("ab", "ba", "aab", "zz", "z", "", "__proto__"),
      fc.string({ maxLength: 3 }),
    ),
    dead: fc.integer({ min: 0, max: 4 }),
    inside: fc.subarray(["x", "y"] as ("x" | "y")[]),
  }),
  { maxLength: 60 },
);

/** Those in families that reach the threshold, and one of each such family. */
function large(persons: readonly Person[], atLeast: number, amountOf: (person: Person) => number) {
  const families = new Map<string, Person[]>();
  for (const person of persons) {
    families.set(person.family, [...(families.get(person.family) ?? []), person]);
  }
  const reaching = [...families.values()].filter(
    (all) => all.reduce((sum, person) => sum + amountOf(person), 0) >= atLeast,
  );
  return { members: reaching.flat(), firsts: reaching.flatMap((all) => all.slice(0, 1)) };
}

describe("groups that reach a threshold", () => {
  test("are those that a plain count finds, with the items in them", () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 0, max: 6 }), (persons, atLeast) => {
        const { members, firsts } = large(persons, atLeast, () => 1);
        const by = { letter, place };
        expect(
          tallyGroups(prepare(persons, columns), {
            of: "family",
            atLeast,
            by: ["letter", "place"],
            including: "inside",
          }),
        ).toEqual({ groups: tally(firsts, { by }), items: tally(members, { by, including: inside }) });
      }),
    );
  });

  test("reach it by the sum of a measure, where one is named", () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 0, max: 9 }), (persons, atLeast) => {
        const { members, firsts } = large(persons, atLeast, (person) => person.dead);
        expect(
          tallyGroups(prepare(persons, columns), { of: "family", atLeast, by: ["place"], measure: "dead" }),
        ).toEqual({
          groups: tally(firsts, { by: { place } }),
          items: tally(members, { by: { place }, measure: dead }),
        });
      }),
    );
  });

  test("are the same where items were prepared by other groupings, too", () => {
    const byPlace = grouping((person: Person) => placeOf(person));
    fc.assert(
      fc.property(people, fc.integer({ min: 0, max: 6 }), (persons, atLeast) => {
        const question = {
          of: "family",
          atLeast,
          by: ["place"],
          including: "inside",
          measure: "dead",
        } as const;
        const prepared = prepare(persons, { first: byPlace, ...columns });
        expect(tallyGroups(prepared, question)).toEqual(tallyGroups(prepare(persons, columns), question));
        // The items stand in the order of a grouping, and are the same items.
        expect(tallyPrepared(prepared, { by: ["letter"], measure: "dead" })).toEqual(
          tally(persons, { by: { letter }, measure: dead }),
        );
      }),
    );
  });

  test("do not depend on the order of the items", () => {
    fc.assert(
      fc.property(
        people.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([persons, others]) => {
          const question = { of: "family", atLeast: 2, by: ["place"], including: "inside" } as const;
          expect(tallyGroups(prepare(others, columns), question)).toEqual(
            tallyGroups(prepare(persons, columns), question),
          );
        },
      ),
    );
  });

  test("are told apart by their names, thousands of them, given as texts or as objects with an id", () => {
    const names = Array.from({ length: 7001 }, (_, nth) => ({ id: `group-${(nth * nth) % 6007}` }));
    const byName = { of: grouping(({ id }: { id: string }) => id) };
    const byObject = { of: grouping((named: { id: string }) => ({ id: named.id })) };
    const groups = new Set(names.map(({ id }) => id)).size;
    for (const prepared of [
      prepare(names, byName),
      prepare(names, byObject),
      prepare(names.values(), byName),
    ]) {
      const found = tallyGroups(prepared, { of: "of", atLeast: 1, by: [] });
      expect([total(found.groups).count, total(found.items).count]).toEqual([groups, names.length]);
    }
  });

  test("are none where there are no items, and none are asked for twice", () => {
    let calls = 0;
    const counting = grouping((family: string) => (calls++, family));
    const none = tallyGroups(prepare([] as string[], { counting }), { of: "counting", atLeast: 0, by: [] });
    expect([total(none.groups).count, total(none.items).count]).toEqual([0, 0]);
    const prepared = prepare(["a", "b", "a"], { counting });
    for (const atLeast of [1, 2]) tallyGroups(prepared, { of: "counting", atLeast, by: [] });
    expect(calls).toBe(3);
  });

  test("are found in what was sent to another thread", () => {
    const persons: Person[] = [
      { family: "a", dead: 2, inside: ["x"] },
      { family: "a", dead: 1, inside: [] },
    ];
    const question = { of: "family", atLeast: 2, by: ["place"], including: "inside" } as const;
    const prepared = prepare(persons, columns);
    expect(tallyGroups(structuredClone(prepared), question)).toEqual(tallyGroups(prepared, question));
  });
});

describe("what is refused", () => {
  const persons: Person[] = [
    { family: "a", dead: 1, inside: ["x"] },
    { family: "b", dead: 1, inside: [] },
    { family: "a", dead: 1, inside: [] },
  ];
  const isInside = partition({
    keys: ["in", "out"],
    keyOf: (one: Person) => (one.inside.length > 0 ? "in" : "out"),
  });
  const prepared = prepare(persons, {
    ...columns,
    isInside,
    ranges: rangeOf(() => ({ minimum: 0, maximum: 1, inverted: 0 })),
  });

  test("a dimension in which a counted group has two keys, and none in which only a smaller one has", () => {
    expect(
      fault(() => tallyGroups(prepared, { of: "family", atLeast: 2, by: ["place", "isInside"] })),
    ).toMatchObject({
      code: "group-keys-differ",
      details: { grouping: "family", dimension: "isInside", keys: ["in", "out"] },
    });
    expect(total(tallyGroups(prepared, { of: "family", atLeast: 3, by: ["isInside"] }).groups).count).toBe(0);
  });

  test("a name by which the items were not prepared", () => {
    // @ts-expect-error "place" is no grouping
    expect(fault(() => tallyGroups(prepared, { of: "place", atLeast: 1, by: [] }))).toEqual({
      code: "grouping-unknown",
      message: '"place" is no grouping that these items were prepared by: there is family.',
      details: { grouping: "place", groupings: ["family"] },
    });
    // @ts-expect-error "family" is no partition
    expect(fault(() => tallyGroups(prepared, { of: "family", atLeast: 1, by: ["family"] })).code).toBe(
      "dimension-unknown",
    );
  });

  test("a threshold that is no count, and a measure of which the sums are none", () => {
    expect(fault(() => tallyGroups(prepared, { of: "family", atLeast: 1.5, by: [] })).code).toBe(
      "count-not-whole",
    );
    expect(
      // @ts-expect-error ranges have no one sum
      fault(() => tallyGroups(prepared, { of: "family", atLeast: 1, by: [], measure: "ranges" })).code,
    ).toBe("tally-measures-differ");
  });
});
