import { describe, expect, test } from "vitest";
import { audit, conflictsOf, count, rangeOf, reportOf, type Where } from "../support/audit.js";

/** Whether `inner` of a cell of several keys can be true beside what is printed for two of these keys. */
const conflict = (
  first: Where,
  second: Where,
  inner: Where,
  more: readonly ReturnType<typeof count>[] = [],
) => {
  const report = (value: number) =>
    reportOf("2021-07", [count("a", 4, first), count("b", 3, second), count("inner", value, inner), ...more]);
  return [7, 8].map((value) => conflictsOf(audit(report(value))));
};

describe("a cell of several keys that is not printed is the sum of their printed cells, and nothing in it is more", () => {
  test.each<[of: string, first: Where, second: Where, inner: Where]>([
    [
      "an alliance",
      { perpetrator: "regime" },
      { perpetrator: "russia" },
      { alliance: "syrian-russian", place: "idlib" },
    ],
    [
      "several parties",
      { perpetrator: "regime" },
      { perpetrator: "hts" },
      { perpetrator: ["hts", "regime"], demographic: "child" },
    ],
    [
      "several places",
      { place: "idlib" },
      { place: "homs" },
      { place: ["idlib", "homs"], demographic: "child" },
    ],
    [
      "children and women",
      { demographic: "child" },
      { demographic: "woman" },
      { demographic: ["child", "woman"], place: "idlib" },
    ],
    [
      "an alliance within a period",
      { perpetrator: "regime", period: "2021-H1" },
      { perpetrator: "russia", period: "2021-H1" },
      { alliance: "syrian-russian", period: "2021-03" },
    ],
  ])("%s", (_, first, second, inner) => {
    expect(conflict(first, second, inner)).toEqual([[], [["a", "b", "inner"]]]);
  });

  test("a section", () => {
    // All but two of the seven sources under "other parties" are printed as none.
    const sources = [
      "landmines",
      "gunfire",
      "shells",
      "bombings",
      "unknown-persons",
      "unidentified",
    ] as const;
    const others = [...sources, "turkish-border-guards"] as const;
    const [first, second, ...rest] = others;
    const none = rest.map((perpetrator) => count(perpetrator, 0, { perpetrator }));
    const found = conflict(
      { perpetrator: first },
      { perpetrator: second },
      { section: "other", place: "idlib" },
      none,
    );
    expect(found[0]).toEqual([]);
    expect(found[1]?.[0]).toContain("inner");
  });
});

describe("children and women of an alliance, of which only each of both is printed", () => {
  const members = [{ perpetrator: "regime" }, { perpetrator: "russia" }] as const;
  const people = [{ demographic: "child" }, { demographic: "woman" }] as const;
  const four = members.flatMap((member, nth) =>
    people.map((one, at) => count(`${nth}${at}`, [1, 2, 3, 4][2 * nth + at] ?? 0, { ...member, ...one })),
  );
  const both: Where = { alliance: "syrian-russian", demographic: ["child", "woman"] };
  const conflicts = (value: number, of: Where, printed = four) =>
    conflictsOf(audit(reportOf("2021-07", [...printed, count("both", value, of)])));

  test("are the sum of the four", () => {
    expect([9, 10, 11].map((value) => conflicts(value, both).length)).toEqual([1, 0, 1]);
  });

  test("in Idlib are at most it", () => {
    const inIdlib: Where = { ...both, place: "idlib" };
    expect(conflicts(10, inIdlib)).toEqual([]);
    expect(conflicts(11, inIdlib)).toEqual([["00", "01", "10", "11", "both"]]);
  });

  test("have no upper bound where one of the four is not printed", () => {
    expect(conflicts(200, both, four.slice(1))).toEqual([]);
    expect(conflicts(8, both, four.slice(1))).toHaveLength(1);
  });
});

test("it has no bound where one of its keys is not printed, or others are said to be in it", () => {
  const inner = { alliance: "syrian-russian", place: "idlib" } as const;
  const figures = [count("a", 4, { perpetrator: "regime" }), count("inner", 20, inner)];
  expect(conflictsOf(audit(reportOf("2021-07", figures)))).toEqual([]);
  const rows: Where[] = [{ perpetrator: "regime" }, { perpetrator: "russia" }];
  const open = {
    id: "open",
    of: { alliance: "syrian-russian" },
    rows,
    whole: false,
    blank: "not-printed",
  } as const;
  const both = [...figures, count("b", 3, { perpetrator: "russia" })];
  expect(conflictsOf(audit(reportOf("2021-07", both, { tables: [open] })))).toEqual([]);
});

test("it is told, since its parts force it", () => {
  const audited = audit(
    reportOf("2021-07", [
      count("children", 412, { demographic: "child" }),
      count("women", 388, { demographic: "woman" }),
      count("inner", 3, { demographic: ["child", "woman"], place: "idlib" }),
    ]),
  );
  expect(rangeOf(audited, "children and women killed")).toEqual([800, 800]);
});
