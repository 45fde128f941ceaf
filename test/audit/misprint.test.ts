import { expect, test } from "vitest";
import { misprintsOf } from "../../src/audit/misprint.js";

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
