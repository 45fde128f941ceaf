import { expect, test } from "vitest";
import { audit, count, reportOf } from "../support/audit.js";

const incidents = { unit: "incidents" } as const;
const massacres = { unit: "incidents", inMassacres: true } as const;

test("of eleven incidents two can be massacres, of two incidents three cannot", () => {
  const audited = (all: number, ofThem: number) =>
    audit(reportOf("2021-07", [count("all", all, incidents), count("massacres", ofThem, massacres)]));
  expect(audited(11, 2).conflicts).toEqual([]);
  const [conflict] = audited(2, 3).conflicts;
  expect(conflict?.explanation).toBe(
    "These figures do not agree: 3 incidents that are massacres cannot be part of 2 incidents.",
  );
});

test("a figure is not to be instead what no report can print", () => {
  // 999,999 a day of 73,049 days are more than 73,000,000,000, above the largest count of the format.
  const rate = { id: "rate", kind: "rate", text: "999999", of: {} } as const;
  const [conflict] = audit(reportOf("1900/2099", [count("all", 3), rate])).conflicts;
  expect(conflict?.repairs.find(({ figure }) => figure.figure === "all")).toMatchObject({
    minimum: null,
    maximum: null,
    candidates: [],
    explanation: expect.stringContaining("no other number that the format takes would help") as string,
  });
});
