import { snhrCodebook } from "casualty-stats";
import { expect, test } from "vitest";
import { julyReport } from "../../examples/july-2021/report.js";
import { reconcile } from "../../src/audit/reconcile.js";
import { count, percentage, reportOf } from "../support/audit.js";
import { july } from "./july-2021.js";

const records = julyReport();
const reconciled = reconcile(july, records, { codebook: snhrCodebook });
const figureOf = (id: string) => reconciled.figures.find(({ figure }) => figure.figure === id);

test("every figure of the specification agrees with the records made for it, or cannot be compared, but 94%", () => {
  const differing = reconciled.figures.filter(({ agrees }) => agrees === false);
  expect(differing.map(({ figure }) => figure.figure)).toEqual([]);
  const { agree, differ, notComparable } = reconciled.accounting;
  expect(agree + differ + notComparable).toBe(july.figures.length);
  // What is narrated of Ebleen has no id in the records.
  expect(
    reconciled.figures.filter(({ agrees }) => agrees === null).map(({ figure }) => figure.figure),
  ).toEqual(["ebleen", "ebleen-children", "ebleen-women"]);
});

test("a percentage is given with its counts and with the roundings that would print it", () => {
  expect(figureOf("alliance-share")).toMatchObject({
    recomputed: "67 of 129",
    agrees: true,
    roundings: ["half-up", "half-even", "half-down", "up"],
  });
  expect(figureOf("regime-of-torture-since")).toMatchObject({ recomputed: "54 of 69" });
});

test("a figure that differs is given with its difference", () => {
  const { figures, accounting, roundings } = reconcile(
    reportOf("2021-07", [count("all", 130), percentage("share", "51", { alliance: "syrian-russian" })]),
    records.tally,
    { codebook: snhrCodebook },
  );
  expect(figures).toMatchObject([
    { recomputed: "129", agrees: false, difference: -1 },
    { recomputed: "67 of 129", agrees: true, roundings: ["down"] },
  ]);
  expect(accounting).toEqual({ agree: 1, differ: 1, notComparable: 0 });
  expect(roundings).toEqual(["down"]);
});
