import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { misprintsOf } from "../../src/audit/conflicts/misprint.js";
import { isPrintedNumber, readPrintedNumber } from "../../src/audit/published/printed-number.js";
import { audit, count, percentage, reportOf } from "../support/audit.js";

const kindOf = (printed: string, value: string) =>
  misprintsOf(printed).find((one) => one.value === value)?.misprint;

test.each([
  ["179", "1795", "lost-digit"],
  ["137", "173", "transposed-digits"],
  ["1799", "179", "doubled-digit"],
  ["1795", "179", "added-digit"],
  ["54", "51", "wrong-digit"],
  ["2", "2000", "decimal-separator"],
])("%s can be a misprint of %s: %s", (printed, value, misprint) => {
  expect(kindOf(printed, value)).toBe(misprint);
});

test("each number stands once, the likelier kinds first, none with a leading zero or like the printed one", () => {
  const found = misprintsOf("1001");
  const values = found.map(({ value }) => value);
  expect(new Set(values).size).toBe(values.length);
  expect(values.every((value) => /^(?:0|[1-9])/.test(value) && value !== "1001")).toBe(true);
  expect(found[0]?.misprint).toBe("lost-digit");
  expect(found.at(-1)?.misprint).toBe("decimal-separator");
});

test("of changes alike, that to nobody is the last", () => {
  const added = misprintsOf("70").filter(({ misprint }) => misprint === "added-digit");
  expect(added.map(({ value }) => value)).toEqual(["7", "0"]);
});

test.each([
  ["2.66", ["26.6", "266", "0.266", "0.0266"]],
  ["27", ["270", "2700", "2.7", "0.27"]],
  ["0.35", ["3.5", "35", "0.035", "0.0035"]],
])("of %s the point may stand elsewhere, which is told before any wrong digit", (printed, values) => {
  const found = misprintsOf(printed, isPrintedNumber);
  expect(found.slice(0, values.length)).toEqual(
    values.map((value) => ({ value, misprint: "decimal-separator" })),
  );
  expect(found[values.length]?.misprint).toBe("lost-digit");
});

// 467 of 1754 are 26.62%: by a digit more before the point 2.66% could be 22.66%, and 2.7% 26.7%.
test.each([
  ["2.66", "26.6"],
  ["2.7", "27"],
])("%s of a hundred is told to be %s, where another whole would need a digit more", (printed, value) => {
  const { conflicts } = audit(
    reportOf("2018-03", [
      count("all", 1754),
      count("regime", 467, { perpetrator: "regime" }),
      percentage("share", printed, { perpetrator: "regime" }),
    ]),
  );
  const [repair] = conflicts[0]?.repairs ?? [];
  expect(repair).toMatchObject({
    figure: { figure: "share" },
    candidates: [{ value, misprint: "decimal-separator" }, ...(repair?.candidates.slice(1) ?? [])],
  });
});

test("the misprints of a percentage or rate are numbers that can be printed", () => {
  const printed = fc
    .tuple(fc.nat(999_999), fc.stringMatching(/^(\.[0-9]{1,6})?$/))
    .map(([ones, decimals]) => `${ones}${decimals}`);
  fc.assert(
    fc.property(printed, (text) => {
      for (const { value } of misprintsOf(text, isPrintedNumber)) readPrintedNumber(value);
    }),
  );
});

test("a rate that can be no rate of so many is told, however large its misprints would be", () => {
  const rate = { id: "rate", kind: "rate", text: "1000", of: {} } as const;
  const report = reportOf("1994-04-07/1994-07-15", [count("all", 800_000, {}, "at-least"), rate]);
  expect(audit(report).conflicts[0]?.figures.map(({ figure }) => figure)).toEqual(["all", "rate"]);
});

describe("of figures that do not agree, equally vouched for", () => {
  const first = (...counts: readonly (readonly [string, number, string?])[]) => {
    const figures = counts.map(([id, value, period]) =>
      count(id, value, period === undefined ? {} : { period }),
    );
    const { conflicts } = audit(reportOf("2021-Q1", figures));
    const [likeliest] = conflicts[0]?.repairs ?? [];
    return [likeliest?.figure.figure, likeliest?.candidates[0]?.value];
  };

  // Before 1271 any digit would help: it may be 1,777 or more.
  test("one that a digit put before it always mends is behind one that the others bound", () => {
    expect(first(["all", 1271], ["march", 1777, "2021-03"])).toEqual(["march", "177"]);
  });

  // 3 + 51 + 50 = 104, and 140 − 51 − 50 = 39: of a single digit that is a digit lost as often as not.
  test("one of a single digit is behind one of more, whatever its misprint", () => {
    expect(first(["all", 140], ["j", 3, "2021-01"], ["f", 51, "2021-02"], ["m", 50, "2021-03"])).toEqual([
      "all",
      "104",
    ]);
  });
});
