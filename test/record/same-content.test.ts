import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sameContent } from "../../src/record/same-content.js";

class Place {
  constructor(readonly name: string) {}
}

/** What is made with it as its prototype has nothing, not even `valueOf`. */
const bare = Object.setPrototypeOf({ name: "bare" }, null) as object;

describe("the same", () => {
  const nested = { a: [1, { b: null }] };

  test.each([
    ["texts", "a", "a"],
    ["zeros", 0, -0],
    ["what is no number", { a: NaN }, { a: NaN }],
    ["objects with other order", { a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 }],
    ["objects with and without a prototype", { a: 1 }, Object.assign(Object.create(null), { a: 1 })],
    ["lists", [1, [2]], [1, [2]]],
    ["days of the calendar of JavaScript", [new Date(5)], [new Date(5)]],
    ["values that share parts", [nested, nested], [nested, { a: [1, { b: null }] }]],
    ["big integers", 5n, 5n],
  ])("%s", (_, one, other) => {
    expect(sameContent(one, other)).toBe(true);
    expect(sameContent(other, one)).toBe(true);
  });

  test.each([
    ["a number and its text", 1, "1"],
    ["null and what is missing", { a: null }, {}],
    ["undefined and what is missing", { a: undefined }, {}],
    ["other columns", { a: 1 }, { b: 1 }],
    ["columns of the prototype", { a: 1, toString: undefined }, { a: 1, b: 1 }],
    ["a list and an object", ["a"], { 0: "a" }],
    ["lists in other order", [1, 2], [2, 1]],
    ["lists of other length", [1], [1, 1]],
    ["no number and nothing", [NaN], [null]],
    ["other days", new Date(5), new Date(6)],
    ["a day and its number", new Date(5), 5],
    ["a day and nothing", new Date(5), {}],
    ["a day and a number as an object", new Date(5), Object(5)],
    ["objects of a class without a value", Object.create(bare), Object.create(bare)],
    ["sets, of which nothing is known", new Set([1]), new Set([2])],
    ["objects of a class, of which nothing is known", new Place("a"), new Place("a")],
    ["what is nested deeply", { a: [{ b: 1 }] }, { a: [{ b: 2 }] }],
  ])("not: %s", (_, one, other) => {
    expect(sameContent(one, other)).toBe(false);
    expect(sameContent(other, one)).toBe(false);
  });

  test("is a thing and itself, whatever it is, and its copy where it is JSON", () => {
    fc.assert(
      fc.property(fc.anything(), fc.jsonValue(), (thing, json) => {
        expect(sameContent(thing, thing)).toBe(true);
        expect(sameContent(json, structuredClone(json))).toBe(true);
      }),
    );
  });

  test("is told of JSON as its text tells it, but for the order of columns", () => {
    // -0 is 0 in the text of JSON too.
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        if (JSON.stringify(one) === JSON.stringify(other)) expect(sameContent(one, other)).toBe(true);
        expect(sameContent(one, other)).toBe(sameContent(other, one));
        expect(sameContent([one], [other])).toBe(sameContent(one, other));
        expect(sameContent({ a: one }, { a: other })).toBe(sameContent(one, other));
      }),
    );
  });

  test("is told of what holds itself, and of what is nested deeper than the stack", () => {
    const cycle = (length: number): object => {
      const first: { next?: object } = {};
      let last = first;
      for (let index = 1; index < length; index += 1) {
        const next = {};
        last.next = next;
        last = next;
      }
      last.next = first;
      return first;
    };
    expect(sameContent(cycle(1), cycle(2))).toBe(true);
    expect(sameContent(cycle(2), cycle(3))).toBe(true);
    expect(sameContent({ next: cycle(2), a: 1 }, cycle(2))).toBe(false);
    const deep = (leaf: number): unknown => {
      let value: unknown = leaf;
      for (let index = 0; index < 200_000; index += 1) value = [value];
      return value;
    };
    expect(sameContent(deep(1), deep(1))).toBe(true);
    expect(sameContent(deep(1), deep(2))).toBe(false);
  });
});
