import { describe, expect, test } from "vitest";
import { compileErrors } from "../support/compile.js";

describe("what the compiler says", () => {
  const head = `
    import { at, merge, partition, prepare, regroup, shareOf, tally, tallyPrepared } from "casualty-stats";
    const by = { party: partition({ keys: ["regime", "russia"], keyOf: (text: "regime" | "russia") => text }) };
    const counted = tally(["russia" as const], { by });
  `;

  test("of a good program: nothing", () => {
    expect(compileErrors(`${head} at(counted, { party: ["russia"] }).count.toFixed();`)).toEqual([]);
  });

  test.each([
    ["at", `at(counted, { party: "rusia" });`, `"russia"`],
    ["several keys", `at(counted, { party: ["rusia"] });`, `"russia"`],
    ["a dimension", `at(counted, { parti: "russia" });`, "'party'"],
    ["shareOf", `shareOf(counted, { part: { party: "rusia" }, whole: {} });`, `"russia"`],
    [
      "tallyPrepared",
      `tallyPrepared(prepare(["russia" as const], { ...by, other: by.party }), { by: ["parti"] });`,
      `"party"`,
    ],
    ["regroup", `regroup(counted, "party", { to: { regime: "x", rusia: "x" } });`, "'russia'"],
    [
      "keyOf",
      `partition({ keys: ["regime", "russia"], keyOf: (n: number) => (n > 0 ? "rusia" : "regime") });`,
      `"russia"`,
    ],
  ])("of a misspelt key in %s: which one was meant", (_where, program, meant) => {
    const errors = compileErrors(head + program);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(/Did you mean/);
    expect(errors[0]).toContain(meant);
  });

  test("of a tally without a dimension: which one it lacks", () => {
    const [error, ...others] = compileErrors(
      `${head} merge(counted, tally(["russia" as const], { by: {} }));`,
    );
    expect(others).toEqual([]);
    expect(error).toContain("dimensions that this tally lacks");
    expect(error).toContain('"party"');
  });
});
