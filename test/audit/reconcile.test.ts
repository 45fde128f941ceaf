import { snhrCodebook } from "casualty-stats";
import { describe, expect, test } from "vitest";
import { publishedFigures } from "../../examples/july-2021/figures.js";
import { julyReport } from "../../examples/july-2021/report.js";
import type { PublishedReport } from "../../src/audit/published/published.js";
import { reconcile } from "../../src/audit/reconcile/reconcile.js";
import { CasualtyError } from "../../src/error.js";
import { fault } from "../number/fault.js";
import { codebook, type HandMadeKeys, report } from "../report/hand-made.js";
import { count, percentage, reportOf } from "../support/audit.js";
import { july } from "./july-2021.js";

const records = julyReport();
const reconciled = reconcile(july, records, { codebook: snhrCodebook });
const figureOf = (id: string) => reconciled.figures.find(({ figure }) => figure.figure === id);

test("every figure of the specification agrees with the records made for it, or cannot be compared, but 94%", () => {
  const differing = reconciled.figures.filter(({ outcome }) => outcome === "differs");
  expect(differing.map(({ figure }) => figure.figure)).toEqual([]);
  const { agree, mayAgree, differ, notComparable } = reconciled.accounting;
  expect(agree + mayAgree + differ + notComparable).toBe(july.figures.length);
  // What is narrated of Ebleen has no id in the records.
  expect(
    reconciled.figures
      .filter(({ outcome }) => outcome === "not-comparable")
      .map(({ figure }) => figure.figure),
  ).toEqual(["ebleen", "ebleen-children", "ebleen-women"]);
});

test("a percentage is given with its counts and with the roundings that would print it", () => {
  expect(figureOf("alliance-share")).toMatchObject({
    recomputed: "67 of 129",
    outcome: "agrees",
    roundings: ["half-up", "half-even", "half-down", "up"],
  });
  // Of some who were killed before July the records do not say of what they died.
  const { count: ofTorture, mayInclude } = records.categories.torture.sinceJanuary;
  expect([ofTorture, mayInclude > 0]).toEqual([69, true]);
  expect(figureOf("regime-of-torture-since")).toMatchObject({
    outcome: "agrees",
    recomputed: `54 of 69 to ${69 + mayInclude}`,
  });
});

test("a figure that differs is given with its difference", () => {
  const { figures, accounting, roundings } = reconcile(
    reportOf("2021-07", [count("all", 130), percentage("share", "51", { alliance: "syrian-russian" })]),
    records.tally,
    { codebook: snhrCodebook },
  );
  expect(figures).toMatchObject([
    { recomputed: "129", outcome: "differs", difference: -1 },
    { recomputed: "67 of 129", outcome: "agrees", roundings: ["down"] },
  ]);
  expect(accounting).toEqual({ agree: 1, mayAgree: 0, differ: 1, notComparable: 0 });
  expect(roundings).toEqual(["down"]);
});

test("of the whole report only the decrease differs from the records; attacks that are told have no number in them", () => {
  const told = publishedFigures.find(({ period }) => period === "2021-07");
  if (told === undefined) throw new Error("The example has no July.");
  const { figures, accounting } = reconcile(told, records, { codebook: snhrCodebook });
  const differing = figures.filter(({ outcome }) => outcome === "differs");
  expect(differing.map(({ figure, recomputed }) => [figure.printed, recomputed])).toEqual([
    ["a significant decrease compared to the previous three months", "129 against 104, 96, 95"],
  ]);
  expect(accounting.mayAgree).toBe(0);
});

test("records that are neither a tally nor a report are refused", () => {
  const published = {
    kind: "published-report",
    id: "p",
    publisher: "A",
    period: "2021-03",
    citation: { source: "C" },
    figures: [],
  };
  for (const none of [null, undefined, {}, 1, "x", { kind: "report" }]) {
    expect(fault(() => reconcile(published as never, none as never, { codebook: snhrCodebook })).code).toBe(
      "options-malformed",
    );
  }
});

describe("half of a tally or report is refused, whatever is missing or other than it was", () => {
  const published = {
    kind: "published-report",
    id: "p",
    publisher: "A",
    period: "2021-03",
    citation: { source: "C" },
    figures: [
      { id: "all", kind: "count", value: 1, of: {} },
      { id: "massacres", kind: "count", value: 1, of: { unit: "massacres" } },
      { id: "children", kind: "count", value: 1, of: { perpetrator: "army", demographic: "child" } },
      { id: "tolls", kind: "count", value: 1, of: { inMassacres: true } },
      { id: "since", kind: "count", value: 1, of: { alliance: "pact", period: "2021-01/2021-03" } },
    ],
  } as const satisfies PublishedReport<HandMadeKeys>;
  const beside = (counted: unknown) => () => reconcile(published, counted as never, { codebook });
  const others: readonly unknown[] = [undefined, null, {}, [], 3];
  const halves = (whole: object): unknown[] =>
    Object.keys(whole).flatMap((field): unknown[] =>
      others.map((other) => ({
        ...whole,
        [field]: field === "kind" ? "tally" : other,
      })),
    );
  /** What each half is refused with, if it is; none may fail otherwise. */
  const codes = (of: readonly unknown[]): readonly string[] =>
    of.flatMap((half): string[] => {
      try {
        beside(half)();
        return [];
      } catch (error) {
        if (error instanceof CasualtyError) return [String(error.code)];
        throw error;
      }
    });

  test("a tally", () => {
    expect(beside(report.tally)().accounting.notComparable).toBe(2);
    const found = codes([{ kind: "tally" }, ...halves(report.tally)]);
    expect(found[0]).toBe("tally-not-additive");
    expect(new Set(found)).toEqual(new Set(["tally-not-additive", "count-unsafe"]));
  });

  test("a report, also one that holds half a tally", () => {
    const found = codes([
      { kind: "monthly-report" },
      ...halves(report),
      ...(["tally", "inDoubt", "accounting", "toll"] as const).flatMap((field) =>
        halves(report[field]).map((half) => ({ ...report, [field]: half })),
      ),
      { ...report, tally: { kind: "tally" } },
    ]);
    expect(found[0]).toBe("argument-malformed");
    expect(found.at(-1)).toBe("tally-not-additive");
  });
});
