import { describe, expect, test } from "vitest";
import { proposal, type Shape, shapeFault } from "../../src/codebook/shape.js";

const shape: Shape = {
  required: { label: "label", days: { listOf: { required: { on: "day" }, optional: {} } } },
  optional: {
    note: "text",
    kind: { oneOf: ["a", "b"] },
    other: "anything",
    codes: { listOf: "text or number" },
  },
};
const whole = {
  label: "L",
  days: [{ on: "2021-07-17" }],
  note: "",
  kind: "b",
  other: null,
  codes: [-1, "x"],
};

describe("shapeFault", () => {
  test.each([
    whole,
    { label: "L", days: [] },
    { label: "L", days: [], note: undefined, other: undefined },
    Object.assign(Object.create(null) as object, { label: "L", days: [] }),
  ])("finds none in %j", (value) => {
    expect(shapeFault(value, shape)).toBeNull();
  });

  test.each<[value: unknown, path: string, what: string]>([
    [null, "", "it must be an object with label, days, not null"],
    [[whole], "", "it must be an object with label, days, not a list"],
    [{ ...whole, label: " " }, "label", 'label must be a text that is not blank, not " "'],
    [{ days: [] }, "label", "it has no label, which must be a text that is not blank"],
    [{ label: "L" }, "days", "it has no days, which must be a list"],
    [{ ...whole, days: {} }, "days", "days must be a list, not an object"],
    [
      { ...whole, days: [{ on: "2021-07-17" }, {}] },
      "days[1].on",
      'days[1] has no on, which must be a calendar day as "2021-07-17"',
    ],
    [
      { ...whole, days: [{ on: "2021-02-30" }] },
      "days[0].on",
      'days[0].on must be a calendar day as "2021-07-17", not "2021-02-30"',
    ],
    [{ ...whole, note: 3 }, "note", "note must be a text, not 3"],
    [{ ...whole, kind: "c" }, "kind", 'kind must be one of "a", "b", not "c"'],
    [{ ...whole, kind: null }, "kind", 'kind must be one of "a", "b", not null'],
    [{ ...whole, codes: [true] }, "codes[0]", "codes[0] must be a text or number, not true"],
    [{ ...whole, Note: "x" }, "Note", 'it has an unknown field "Note": did you mean "note"?'],
    [
      { ...whole, toString: 1 },
      "toString",
      'it has an unknown field "toString": known are label, days, note, kind, other, codes',
    ],
    [
      JSON.parse('{ "__proto__": 1 }'),
      "__proto__",
      'it has an unknown field "__proto__": known are label, days, note, kind, other, codes',
    ],
  ])("of %j says where and what", (value, path, what) => {
    expect(shapeFault(value, shape)).toEqual({ path, what });
    const nested = { required: { inner: shape }, optional: {} };
    expect(shapeFault({ inner: value }, nested)?.path).toBe(
      ["inner", path].filter((part) => part !== "").join("."),
    );
  });
});

test.each([
  ["lable", 'did you mean "label"?'],
  ["LABEL ", 'did you mean "label"?'],
  ["form", 'did you mean "from" or "forms"?'],
  ["x", "known are label, from, forms"],
])("proposal for %j", (word, what) => {
  expect(proposal(word, ["label", "from", "forms"])).toBe(what);
  expect(proposal(word, [])).toBe("there is none");
});
