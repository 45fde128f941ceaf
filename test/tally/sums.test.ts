import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Sums } from "../../src/tally/sums.js";

/** So many cells, and what is added to some of them: few that come again and again, or many. */
const additions = fc
  .tuple(
    fc.oneof(
      fc.constantFrom(1, 2, 100, 16_384, 16_385, 100_000, 2 ** 31 + 3, 2 ** 32, 2 ** 33 + 1),
      fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
      fc.constant(Number.MAX_SAFE_INTEGER),
    ),
    fc.integer({ min: 1, max: 3 }),
  )
  .chain(([cells, width]) => {
    const cell = fc.oneof(
      fc.integer({ min: 0, max: cells - 1 }),
      fc.constant(cells - 1),
      fc.nat(Math.min(cells - 1, 50)),
    );
    return fc.record({
      cells: fc.constant(cells),
      width: fc.constant(width),
      reached: fc.constantFrom(0, Math.min(cells, 1000)),
      added: fc.array(fc.tuple(cell, fc.array(fc.nat(5), { minLength: width, maxLength: width })), {
        maxLength: 400,
        size: "max",
      }),
    });
  });

function filledIn(sums: Sums): [number, number[]][] {
  const { cells, starts } = sums.filled();
  return cells.map((cell, slot) => {
    const start = starts[slot] ?? Number.NaN;
    return [cell, [...sums.numbers.subarray(start, start + sums.width)]];
  });
}

describe("sums", () => {
  test("hold what was added to each cell, ascending, and no cell of zeros, however many cells there are", () => {
    fc.assert(
      fc.property(additions, ({ cells, width, reached, added }) => {
        const sums = new Sums(cells, width, reached);
        const plain = new Map<number, number[]>();
        for (const [cell, numbers] of added) {
          sums.add(sums.startOf(cell), numbers);
          plain.set(
            cell,
            numbers.map((number, column) => number + (plain.get(cell)?.[column] ?? 0)),
          );
        }
        const expected = [...plain]
          .filter(([, numbers]) => numbers.some((number) => number !== 0))
          .sort(([a], [b]) => a - b);
        expect(filledIn(sums)).toEqual(expected);
      }),
    );
  });

  test("are the same while they become dense: all cells of 20,000, in an order that jumps about", () => {
    const sums = new Sums(20_000, 2);
    // 7,919 is prime to 20,000, so that every cell comes once in a round.
    for (let nth = 0; nth < 40_000; nth++) sums.add(sums.startOf((nth * 7919) % 20_000), [1, nth % 20_000]);
    const { cells, starts } = sums.filled();
    expect(cells).toEqual(Array.from({ length: 20_000 }, (_, cell) => cell));
    expect(starts.every((start) => sums.numbers[start] === 2)).toBe(true);
    // The sum of 0 to 19,999, twice.
    expect(starts.reduce((sum, start) => sum + (sums.numbers[start + 1] ?? 0), 0)).toBe(20_000 * 19_999);
  });

  test("take no more room than what is reached asks for", () => {
    const sums = new Sums(2 ** 53 - 1, 1);
    for (let cell = 0; cell < 1000; cell++) sums.addOne(sums.startOf(cell * 2 ** 43));
    expect(sums.numbers.length).toBeLessThanOrEqual(2048);
    expect(sums.filled().cells).toHaveLength(1000);
  });

  test("find the places of many cells at once, and leave none where there is none", () => {
    for (const cells of [10, 2 ** 40]) {
      const [one, other] = [new Sums(cells, 2), new Sums(cells, 2)];
      const places = Float64Array.of(3, Number.NaN, 9, 3);
      one.findPlaces(places);
      expect([...places]).toEqual([other.startOf(3), Number.NaN, other.startOf(9), other.startOf(3)]);
    }
  });

  test("find the places where numbers are in the end, if they become dense while places are found", () => {
    for (const width of [1, 3]) {
      const sums = new Sums(20_000, width);
      const cells = Float64Array.from({ length: 5000 }, (_, nth) => (nth * 7919) % 20_000);
      const places = cells.slice();
      sums.findPlaces(places);
      expect([...places]).toEqual([...cells].map((cell) => sums.startOf(cell)));
    }
  });
});
