import { describe, expect, test } from "vitest";
import * as library from "../src/index.js";
import { parsed } from "./report/hand-made.js";
import { type FunctionName, validArguments } from "./support/valid-arguments.js";

const { CasualtyError, codes } = library;

/** What is none of the things that any function takes a list of, by how it is called in the name of a test. */
const collections: Readonly<Record<string, unknown>> = {
  nothing: undefined,
  null: null,
  "a number": 1,
  "a text": "x",
  true: true,
  "an empty object": {},
  "a parse result": parsed,
  "a function": () => undefined,
};
/** Lists whose items are nothing that was recorded. */
const lists: Readonly<Record<string, unknown>> = {
  "a list of nothing": [undefined],
  "a list of null": [null],
  "a list of numbers": [1],
  "a list of empty objects": [{}],
};
const rubbish = { ...collections, ...lists, "an empty list": [], "a list of victims": parsed.victims };

/** Functions that take items of any type: of these an item may be null, and what their dimensions do not read they throw. */
const ofAnyItems: readonly string[] = [
  "behind",
  "fromRows",
  "prepare",
  "rangeFaults",
  "tally",
  "tallyStream",
];

/** Functions that take lists of records, and at which positions. */
const ofRecords: Readonly<Partial<Record<FunctionName, readonly number[]>>> = {
  applyPopulation: [0],
  asOf: [0],
  attributionBounds: [0],
  comparePolicies: [0],
  compareReleases: [0, 1],
  countIncidents: [0],
  differenceBounds: [0],
  differences: [0],
  massacres: [0],
  massacresAmong: [0],
  mergeIncidentCounts: [0, 1],
  possibleMassacres: [0],
  possibleMassacresAmong: [0],
  rankPerpetrators: [0],
  shareBounds: [0],
  statedReasons: [0],
  tallyStates: [0],
  victimsOfMassacres: [0, 1],
};

const functions: Readonly<Record<string, (...of: readonly unknown[]) => unknown>> = Object.fromEntries(
  Object.entries(library).filter(
    ([name, value]) => typeof value === "function" && !["CasualtyError"].includes(name),
  ),
) as never;

/** What a function throws where one of its arguments is replaced; `null` where it takes that. */
async function faultOf(name: string, position: number, given: unknown): Promise<unknown> {
  const valid = validArguments[name as FunctionName];
  try {
    await functions[name]?.(...valid.map((argument, nth) => (nth === position ? given : argument)));
    return null;
  } catch (fault) {
    return fault;
  }
}

/** That it says what to do, with a code. */
function expectClear(fault: unknown, what: string): void {
  if (!(fault instanceof CasualtyError)) throw new Error(what, { cause: fault });
  expect(Object.keys(codes), what).toContain(fault.code);
  expect(fault.message, what).toMatch(/.{20,}/);
}

test("there are arguments for every function that the library exports", () => {
  expect(Object.keys(validArguments).sort()).toEqual(Object.keys(functions).sort());
});

describe("whatever stands in the place of an argument, nothing but a CasualtyError is thrown, which says what to hand in:", () => {
  test.each(Object.entries(validArguments))("%s", async (name, valid) => {
    expect(await faultOf(name, -1, null)).toBeNull();
    for (const position of valid.keys()) {
      for (const [called, given] of Object.entries(rubbish)) {
        if (ofAnyItems.includes(name) && position === 0 && Object.hasOwn(lists, called)) continue;
        const fault = await faultOf(name, position, given);
        if (fault !== null) expectClear(fault, `${called} as argument ${position} of ${name}`);
      }
    }
  });
});

describe("what is no list of records is refused:", () => {
  test.each(Object.entries(ofRecords))("%s", async (name, positions) => {
    for (const position of positions) {
      for (const [called, given] of Object.entries({ ...collections, ...lists })) {
        const fault = await faultOf(name, position, given);
        expectClear(fault, `${called} as argument ${position} of ${name}`);
      }
    }
  });

  test.each(ofAnyItems)("%s", async (name) => {
    for (const [called, given] of Object.entries(collections)) {
      expectClear(await faultOf(name, 0, given), `${called} as items of ${name}`);
    }
  });
});

test("the whole of a parse result, where a part of it is meant, is answered with which", async () => {
  const messageOf = async (name: FunctionName, given: unknown) =>
    ((await faultOf(name, 0, given)) as Error).message;
  expect(await messageOf("massacres", parsed)).toBe(
    "massacres takes a list of victims as parseRecords gives them (its victims), or of others that hold their incident, not an object.",
  );
  expect(await messageOf("monthlyReport", parsed.victims)).toBe(
    "monthlyReport takes all that parseRecords gives, with its accounting, not a list.",
  );
  expect(await messageOf("massacres", [{}])).toBe(
    "massacres takes victims, or others, who hold their incident, as those of parseRecords do, not an object.",
  );
});
