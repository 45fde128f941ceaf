import { expect, test } from "vitest";
import { compareReleases } from "../../src/revision/compare-releases.js";
import { tallyStates } from "../../src/revision/tally-states.js";
import { marginal } from "../../src/tally/algebra.js";
import { behind } from "../../src/tally/behind.js";
import { partition } from "../../src/tally/dimension.js";
import { grouping } from "../../src/tally/grouping.js";
import { countOf } from "../../src/tally/measure.js";
import { prepare } from "../../src/tally/prepare.js";
import { fromRows } from "../../src/tally/rows.js";
import { runningTotal } from "../../src/tally/running-total.js";
import { shareOf } from "../../src/tally/share-of.js";
import { tally } from "../../src/tally/tally.js";
import { tallyGroups } from "../../src/tally/tally-groups.js";
import { tallyPrepared } from "../../src/tally/tally-prepared.js";
import { tallyStream } from "../../src/tally/tally-stream.js";
import { fault } from "../number/fault.js";

const items = [
  { id: "a", n: 5 },
  { id: "b", n: 1 },
];
const n = countOf((item: { n: number }) => item.n);
const by = {
  id: partition({
    keys: ["a", "b"],
    sequence: ["a", "b"],
    keyOf: ({ id }: { id: string }) => id as "a" | "b",
  }),
};
const counted = tally(items, { by });
const prepared = prepare(items, { ...by, n, group: grouping(({ id }: { id: string }) => id) });

type Asked = (options: never) => unknown;

const functions: Readonly<
  Record<string, { readonly ask: Asked; readonly good: object; readonly lacking: string }>
> = {
  tally: { ask: (question) => tally(items, question), good: { by, measure: n }, lacking: "by" },
  fromRows: { ask: (question) => fromRows([], question), good: { by }, lacking: "by" },
  behind: { ask: (question) => behind(items, question, {}), good: { by }, lacking: "by" },
  tallyPrepared: {
    ask: (names) => tallyPrepared(prepared, names),
    good: { by: ["id"], measure: "n" },
    lacking: "by",
  },
  tallyGroups: {
    ask: (names) => tallyGroups(prepared, names),
    good: { of: "group", atLeast: 5, by: [], measure: "n" },
    lacking: "by",
  },
  marginal: { ask: (options) => marginal(counted, options), good: { keep: ["id"] }, lacking: "keep" },
  shareOf: {
    ask: (options) => shareOf(counted, options),
    good: { part: { id: "a" }, whole: {} },
    lacking: "whole",
  },
  runningTotal: { ask: (options) => runningTotal(counted, options), good: { over: "id" }, lacking: "over" },
  compareReleases: {
    ask: (question) => compareReleases(items, items, question),
    good: { by },
    lacking: "by",
  },
  tallyStates: { ask: (question) => tallyStates([], question), good: { by }, lacking: "by" },
};

test.each(Object.entries(functions))(
  "%s refuses a misspelt field, and one that is missing",
  (_, { ask, good, lacking }) => {
    expect(() => ask(good as never)).not.toThrow();
    expect(fault(() => ask({ ...good, mesure: n } as never))).toMatchObject({
      code: "options-malformed",
      details: { path: "mesure" },
    });
    const without = Object.fromEntries(Object.entries(good).filter(([field]) => field !== lacking));
    for (const none of [without, { ...good, [lacking]: undefined }]) {
      expect(fault(() => ask(none as never))).toMatchObject({
        code: "options-malformed",
        details: { path: lacking },
      });
    }
  },
);

test("tallyStream refuses them when it is awaited", async () => {
  const none: AsyncIterable<{ readonly id: string }> = ReadableStream.from([]);
  await expect(tallyStream(none, { by, mesure: n } as never)).rejects.toMatchObject({
    code: "options-malformed",
  });
});

test("the message names the field, and those that there are", () => {
  expect(fault(() => tally(items, { by, mesure: n } as never)).message).toBe(
    'What tally is asked with has an unknown field "mesure": it takes by, including, measure.',
  );
  expect(fault(() => shareOf(counted, { part: {} } as never)).message).toBe(
    'What shareOf is asked with has no "whole": it takes part, whole, within.',
  );
});
