import { describe, expect, test } from "vitest";
import { inclusion, joinInclusions, partition } from "../../src/tally/dimension.js";
import { tally } from "../../src/tally/tally.js";
import { fault } from "../number/fault.js";

describe("what a partition or an inclusion refuses", () => {
  test("a partition that answers outside its keys", () => {
    const keyOf = (word: string) => word as "a";
    const by = { letter: partition({ keys: ["a", "b"], keyOf }) };
    expect(fault(() => tally(["c"], { by }))).toEqual({
      code: "dimension-key-unknown",
      message: '"c" is none of the keys of letter (a, b): give it a key of its own, such as "unknown".',
      details: { dimension: "letter", key: "c", keys: ["a", "b"] },
    });
    for (const inherited of ["__proto__", "constructor", "0", ""]) {
      expect(fault(() => tally([inherited], { by })).code).toBe("dimension-key-unknown");
    }
  });

  test("with the first twenty of many keys in the message, and all of them in the details", () => {
    const keys = Array.from({ length: 21 }, (_, nth) => String(nth));
    const faultOfMany = fault(() =>
      tally(["x"], { by: { number: partition({ keys, keyOf: (key: string) => key }) } }),
    );
    expect(faultOfMany.message).toContain("17, 18, 19, …)");
    expect(faultOfMany.details).toEqual({ dimension: "number", key: "x", keys });
  });

  test("an inclusion that answers outside its keys", () => {
    const including = inclusion({ keys: ["long"], keysOf: (word: string) => [word as "long"] });
    expect(fault(() => tally(["short"], { by: {}, including }))).toMatchObject({
      code: "dimension-key-unknown",
      details: { dimension: "the inclusion", key: "short", keys: ["long"] },
    });
    // Of a caller without types: no key that was not found is dropped.
    const missing = inclusion({ keys: ["long"], keysOf: (): "long"[] => [undefined as unknown as "long"] });
    expect(fault(() => tally(["short"], { by: {}, including: missing }))).toMatchObject({
      code: "dimension-key-unknown",
      details: { dimension: "the inclusion", keys: ["long"] },
    });
  });

  test("keys that repeat, in a partition, its sequence, an inclusion, or two that are joined", () => {
    const keyOf = () => "a" as const;
    expect(fault(() => partition({ keys: ["a", "b", "a"], keyOf }))).toEqual({
      code: "dimension-keys-repeated",
      message: 'The key "a" of a partition is given twice: remove one.',
      details: { dimension: "a partition", key: "a" },
    });
    expect(fault(() => partition({ keys: ["a", "b"], sequence: ["b", "b"], keyOf }))).toMatchObject({
      code: "dimension-keys-repeated",
      details: { dimension: "the sequence of a partition", key: "b" },
    });
    expect(fault(() => inclusion({ keys: ["a", "a"], keysOf: () => [] }))).toMatchObject({
      code: "dimension-keys-repeated",
      details: { dimension: "an inclusion", key: "a" },
    });
    const one = inclusion({ keys: ["a"], keysOf: () => [] });
    expect(fault(() => joinInclusions(one, one))).toEqual({
      code: "dimension-keys-repeated",
      message:
        'Both inclusions have the key "a": leave one of them out if it means the same in both, or give the keys of one other names by an inclusion of your own.',
      details: { dimension: "the joined inclusion", key: "a" },
    });
    // A partition is a value, which need not come from `partition`.
    const letter = { kind: "partition", keys: ["a", "a"], keyOf } as const;
    expect(fault(() => tally([], { by: { letter } })).details).toEqual({ dimension: "letter", key: "a" });
    const including = { kind: "inclusion", keys: ["x", "x"], keysOf: () => [] } as const;
    expect(fault(() => tally([], { by: {}, including })).details).toEqual({
      dimension: "the inclusion",
      key: "x",
    });
  });

  test("a sequence with a key that is none", () => {
    // @ts-expect-error "c" is no key
    expect(fault(() => partition({ keys: ["a", "b"], sequence: ["a", "c"], keyOf: () => "a" }))).toEqual({
      code: "dimension-key-unknown",
      message: '"c" is none of the keys of a partition (a, b): a sequence is made of its keys.',
      details: { dimension: "a partition", key: "c", keys: ["a", "b"] },
    });
  });
});
