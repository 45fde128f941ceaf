import { expect, test } from "vitest";
import { factFindings } from "../support/facts-findings.js";
import { readOne } from "./read-one.js";

/** What a constructed table with a row of the alliance comes to: 213 + 2 + 130 = 345. */
function found(further: readonly object[], n = 345) {
  const alliance = { label: "Syrian-Russian alliance", n: 213, tor: 19 };
  const others = [
    { label: "HTS", n: 2, tor: 1 },
    { label: "Other parties", n: 130 },
  ];
  return factFindings(readOne({ total: { n, tor: 20 }, parties: [alliance, ...others, ...further] }))
    .filter(({ kind, verdict }) => kind === "not-printed" || verdict === "cannot-hold")
    .map(({ explanation, verdict }) => [verdict, explanation]);
}

test("an alliance in a table shows that its members are: one without a row is not nobody", () => {
  // 19 of the regime's died under torture.
  expect(found([{ label: "Syrian regime forces", tor: 19 }])).toEqual([
    ["undetermined", "killed by Syrian Regime forces: 19 to 213, by all that is printed."],
    ["undetermined", "killed by Russian forces: 0 to 194, by all that is printed."],
  ]);
  // With their numbers, the rows of a whole table are all of it.
  expect(found([{ label: "Syrian regime forces", n: 213, tor: 19 }])).toEqual([]);
  expect(found([{ label: "Syrian regime forces", n: 147, tor: 19 }])).toHaveLength(1);
});

test("where both members have rows, or one may be in a row that is not known, nobody else is", () => {
  const regime = { label: "Syrian regime forces", n: 147, tor: 19 };
  expect(found([regime, { label: "Russian forces", n: 66 }])).toEqual([]);
  expect(found([regime, { label: "Allied aircraft", n: 66 }])).toEqual([]);
  expect(found([regime, { label: "Russian forces", n: 60 }])).toHaveLength(1);
});
