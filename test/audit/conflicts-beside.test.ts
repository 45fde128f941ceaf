import { expect, test } from "vitest";
import { audit, conflictsOf, count, reportOf, type Where } from "../support/audit.js";

const table = (id: string, rows: readonly Where[]) =>
  ({ id, of: {}, rows, columns: [{}], whole: true, blank: "not-printed" }) as const;

/** For each conflict the figures of which a change resolves it, with the likeliest number. */
const repairsOf = (found: ReturnType<typeof audit>) =>
  found.conflicts.map(({ repairs }) =>
    repairs.map(({ figure, candidates }) => [figure.figure, candidates[0]?.value ?? null]),
  );

test("a total that agrees neither with its parties nor with its places is told with both", () => {
  const figures = [
    count("all", 129),
    count("regime", 80, { perpetrator: "regime" }),
    count("russia", 50, { perpetrator: "russia" }),
    count("idlib", 100, { place: "idlib" }),
    count("hama", 35, { place: "hama" }),
  ];
  const tables = [
    table("parties", [{ perpetrator: "regime" }, { perpetrator: "russia" }]),
    table("places", [{ place: "idlib" }, { place: "hama" }]),
  ];
  const found = audit(reportOf("2021-07", figures, { tables }));
  expect(conflictsOf(found)).toEqual([
    ["all", "hama", "idlib"],
    ["all", "regime", "russia"],
  ]);
  // 80 + 50 = 130 and 100 + 35 = 135: each by itself can be mended.
  expect(repairsOf(found)[1]).toContainEqual(["all", "130"]);
  expect(repairsOf(found)[0]).toContainEqual(["all", "135"]);
});

test("a total that one change mends is told once, however many sums it breaks", () => {
  const figures = [
    count("all", 192),
    count("regime", 80, { perpetrator: "regime" }),
    count("russia", 49, { perpetrator: "russia" }),
    count("idlib", 100, { place: "idlib" }),
    count("hama", 29, { place: "hama" }),
  ];
  const tables = [
    table("parties", [{ perpetrator: "regime" }, { perpetrator: "russia" }]),
    table("places", [{ place: "idlib" }, { place: "hama" }]),
  ];
  const found = audit(reportOf("2021-07", figures, { tables }));
  expect(repairsOf(found)).toEqual([[["all", "129"]]]);
});

const months = [
  count("april", 104, { period: "2021-04" }),
  count("may", 96, { period: "2021-05" }),
  count("june", 95, { period: "2021-06" }),
];
const since = count("since January", 900, { period: "2021-01/2021-07" });
const decrease = {
  id: "decrease",
  kind: "statement",
  text: "a decrease",
  of: {},
  statement: {
    says: "decrease",
    than: [{ period: "2021-04" }, { period: "2021-05" }, { period: "2021-06" }],
  },
} as const;

test("a statement that no number mends hides no sum that does not agree, in one report or over several", () => {
  const half = count("half", 723, { period: "2021-H1" });
  const together = audit(reportOf("2021-07", [...months, half, count("july", 129), since, decrease]));
  expect(conflictsOf(together)).toContainEqual(["half", "july", "since January"]);
  const apart = audit(
    reportOf("2021-Q2", months),
    reportOf("2021-H1", [{ ...half, of: {} }]),
    reportOf("2021-07", [count("july", 129), since, decrease]),
  );
  expect(conflictsOf(apart)).toContainEqual(["half", "july", "since January"]);
  // 723 + 129 = 852.
  expect(repairsOf(apart).flat()).toContainEqual(["since January", "852"]);
});

test("beside another conflict the number stands first that agrees with its figures too, and it is said that these are aside", () => {
  // SNHR, May 2014: of the parts of 2,113 one lost a digit. Constructed: 2,000 since January, of which May is a part.
  const figures = [
    count("all", 2113),
    count("regime", 179, { perpetrator: "regime" }),
    count("children", 291, { perpetrator: "regime", demographic: "child" }),
    count("isis", 103, { perpetrator: "isis" }),
    count("opposition", 215, { perpetrator: "armed-opposition" }),
    count("since January", 2000, { period: "2014-01/2014-05" }),
  ];
  const parties: readonly Where[] = [
    { perpetrator: "regime" },
    { perpetrator: "isis" },
    { perpetrator: "armed-opposition" },
  ];
  const found = audit(reportOf("2014-05", figures, { tables: [table("parties", parties)] }));
  expect(conflictsOf(found)).toEqual([
    ["all", "since January"],
    ["children", "regime"],
  ]);
  const [first] = found.conflicts[1]?.repairs ?? [];
  // 2,113 − 103 − 215
  expect([first?.figure.figure, first?.candidates[0]?.value]).toEqual(["regime", "1795"]);
  expect(first?.explanation).toContain("all that are in no other such group may agree; it may be 1795");
});

test("a wrong month of a half-year is told beside a statement that does not agree with the same months", () => {
  // SNHR: 113, 138, 177, 104, 96 and 95 from January to June 2021, 723 together; July, 129, "a significant decrease". February misprinted.
  const monthly = [113, 38, 177, 104, 96, 95].map((value, nth) =>
    reportOf(`2021-0${nth + 1}`, [count("all", value)]),
  );
  const found = audit(
    ...monthly,
    reportOf("2021-H1", [count("all", 723)]),
    reportOf("2021-07", [count("all", 129), decrease]),
  );
  const february = found.conflicts.flatMap(({ repairs }) =>
    repairs.filter(({ figure }) => figure.report === reportOf("2021-02", []).id),
  );
  // 723 − 113 − 177 − 104 − 96 − 95
  expect(february.map(({ candidates: [first] }) => first?.value)).toEqual(["138"]);
});
