import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { atLeast, atMost, type Constraint, equalTo, oneOf } from "../../src/audit/constraints/constraint.js";
import { networkOf } from "../../src/audit/constraints/network.js";
import { propagate } from "../../src/audit/constraints/propagate.js";
import { partsOf } from "../../src/audit/constraints/quotient-bounds.js";

const premise = { figure: null, identity: null };
const solve = (cells: number, constraints: readonly Constraint[]) =>
  propagate(networkOf(cells, constraints), () => true);

describe("bounds", () => {
  test("of a sum: 15 less 7 is 8", () => {
    const outcome = solve(3, [
      ...equalTo([[0, 1]], 15, premise),
      ...equalTo([[1, 1]], 7, premise),
      ...equalTo(
        [
          [0, -1],
          [1, 1],
          [2, 1],
        ],
        0,
        premise,
      ),
    ]);
    expect(outcome).toMatchObject({ kind: "bounds" });
    if (outcome.kind === "bounds") expect([outcome.minimum[2], outcome.maximum[2]]).toEqual([8, 8]);
  });

  test("that exclude each other are traced to their constraints only", () => {
    const outcome = solve(3, [
      atMost([[0, 1]], 6, premise),
      atLeast([[1, 1]], 7, premise),
      atMost([[2, 1]], 100, premise),
      atMost(
        [
          [1, 1],
          [0, -1],
        ],
        0,
        premise,
      ),
    ]);
    expect(outcome).toMatchObject({ kind: "contradiction", constraints: [0, 1, 3] });
  });

  test("end, though two constraints push each other upwards for ever", () => {
    expect(
      solve(2, [
        atLeast(
          [
            [0, 1],
            [1, -1],
          ],
          1,
          premise,
        ),
        atLeast(
          [
            [1, 1],
            [0, -1],
          ],
          1,
          premise,
        ),
      ]).kind,
    ).toBe("bounds");
  });
});

const sum = fc
  .record({
    coefficients: fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 4, maxLength: 4 }),
    bound: fc.integer({ min: -4, max: 9 }),
  })
  .map(({ coefficients, bound }) =>
    atMost(
      coefficients.map((one, cell) => [cell, one] as const),
      bound,
      premise,
    ),
  );

/** Small constraints over four cells of 0 to 6. */
const constraint: fc.Arbitrary<Constraint> = fc.oneof(
  sum,
  fc
    .array(fc.array(sum, { minLength: 1, maxLength: 2 }), { minLength: 2, maxLength: 2 })
    .map((readings) => oneOf(readings, premise)),
  fc
    .record({
      part: fc.nat(3),
      whole: fc.nat(3),
      units: fc.nat(100),
      rounding: fc.constantFrom("any", "half-up", "half-even", "half-down", "up", "down"),
      widening: fc.nat(1),
    })
    .map((one): Constraint => ({ kind: "quotient", unitsOfWhole: 100, ...one, ...premise })),
);

const allValues = Array.from({ length: 7 ** 4 }, (_, code) =>
  [0, 1, 2, 3].map((cell) => Math.floor(code / 7 ** cell) % 7),
);

const limits = [0, 1, 2, 3].map((cell) => atMost([[cell, 1]], 6, premise));

/** Another constraint on the same cells. */
function otherwise(one: Constraint, by: number): Constraint {
  switch (one.kind) {
    case "linear":
      return { ...one, bound: one.bound + by };
    case "quotient":
      return { ...one, units: Math.abs(one.units + by), rounding: "half-up" };
    case "one-of":
      return { ...one, readings: one.readings.slice(0, 1) };
  }
}

test("bounds with other constraints in the place of some are those found from the start", () => {
  fc.assert(
    fc.property(
      fc.array(constraint, { minLength: 1, maxLength: 6 }),
      fc.constantFrom("left out", "put in", "added", "changed"),
      fc.integer({ min: -3, max: 3 }),
      ([first, ...others], how, by) => {
        if (first === undefined) return;
        const own = how === "added" ? [] : [first];
        const before = propagate(
          networkOf(4, [...own, ...others, ...limits]),
          (one) => how !== "put in" || one !== first,
        );
        if (before.kind === "contradiction") return;
        const now = how === "left out" ? null : how === "changed" ? otherwise(first, by) : first;
        const position = how === "added" ? others.length + limits.length : 0;
        const instead = before.instead(new Map([[position, now]]));
        const anew = solve(4, [...(now === null ? [] : [now]), ...others, ...limits]);
        expect(instead.kind).toBe(anew.kind);
        if (instead.kind === "bounds" && anew.kind === "bounds")
          expect([instead.minimum, instead.maximum]).toEqual([anew.minimum, anew.maximum]);
      },
    ),
    { numRuns: 500 },
  );
});

test("bounds with one constraint more are found from what it bounds, and from what these bound in turn", () => {
  // Of two equal numbers of at most 6, twice the first less the second is at most 4: 5, by which the second is at most 5, and so 4.
  const equal = equalTo(
    [
      [0, 1],
      [1, -1],
    ],
    0,
    premise,
  );
  const before = solve(2, [...equal, atMost([[0, 1]], 6, premise)]);
  const more = atMost(
    [
      [0, 2],
      [1, -1],
    ],
    4,
    premise,
  );
  expect(before.kind === "bounds" ? before.instead(new Map([[3, more]])) : null).toMatchObject({
    maximum: new Float64Array([4, 4]),
  });
});

test("every solution lies within the bounds, and a contradiction has none", () => {
  fc.assert(
    fc.property(fc.array(constraint, { minLength: 1, maxLength: 5 }), (constraints) => {
      const outcome = solve(4, [...constraints, ...limits]);
      const among =
        outcome.kind === "contradiction"
          ? outcome.constraints.flatMap((at) => [...constraints, ...limits][at] ?? [])
          : constraints;
      const solutions = allValues.filter((values) => among.every((one) => isTrue(one, values)));
      if (outcome.kind === "contradiction") expect(solutions).toEqual([]);
      else {
        const outside = solutions.filter((values) =>
          values.some(
            (value, cell) =>
              !(value >= (outcome.minimum[cell] ?? 0) && value <= (outcome.maximum[cell] ?? 0)),
          ),
        );
        expect(outside).toEqual([]);
      }
    }),
    { numRuns: 400 },
  );
});

function isTrue(constraint: Constraint, values: readonly number[]): boolean {
  if (constraint.kind === "one-of")
    return constraint.readings.some((reading) => reading.every((one) => isTrue(one, values)));
  if (constraint.kind === "quotient") {
    const parts = partsOf(constraint, values[constraint.whole] ?? 0);
    const part = values[constraint.part] ?? 0;
    return parts.minimum <= part && part <= parts.maximum;
  }
  const sum = constraint.cells.reduce(
    (total, cell, nth) => total + (values[cell] ?? 0) * (constraint.coefficients[nth] ?? 0),
    0,
  );
  return sum <= constraint.bound;
}
