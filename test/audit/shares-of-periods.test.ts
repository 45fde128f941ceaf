import { describe, expect, test } from "vitest";
import { audit, conflictsOf, count, percentage, reportOf, type Where } from "../support/audit.js";

const since: Where = { period: "2021-01/2021-07" };
const totals = [count("since-january", 852, since), count("all", 129)];

describe("the part of a share", () => {
  test("is that of the report's period, if its coordinates state none: 129 of 852 is 15%", () => {
    const shareOf = (text: string) =>
      conflictsOf(audit(reportOf("2021-07", [...totals, percentage("share", text, {}, since)])));
    expect(shareOf("15")).toEqual([]);
    expect(shareOf("100")).toEqual([["all", "share", "since-january"]]);
  });

  test("is that of the period that it states", () => {
    const figures = [...totals, percentage("share", "15", since, since)];
    expect(conflictsOf(audit(reportOf("2021-07", figures)))).toEqual([["share"]]);
  });

  test("is that of the report's period of a majority too", () => {
    const most = (july: number) =>
      audit(
        reportOf("2021-07", [
          count("since-january", 852, since),
          count("all", july),
          {
            id: "most",
            kind: "statement",
            text: "most",
            of: {},
            statement: { says: "majority", whole: since },
          },
        ]),
      ).figures.find(({ figure }) => figure.figure === "most")?.verdict;
    expect(most(500)).toBe("holds");
    expect(most(129)).toBe("cannot-hold");
  });

  test("of a period outside that of the whole is nobody, which is told", () => {
    const figures = [count("all", 129), percentage("share", "136", {}, { period: "2021-06" })];
    expect(audit(reportOf("2021-07", figures)).issues.map(({ code }) => code)).toEqual([
      "figure-contradictory-coordinates",
    ]);
  });
});
