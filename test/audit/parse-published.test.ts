import { snhrCodebook } from "casualty-stats";
import { expect, test } from "vitest";
import { auditFigures } from "../../src/audit/audit-figures.js";
import { parsePublished } from "../../src/audit/parse-published.js";
import { publishedJsonSchema } from "../../src/audit/schema.js";
import { july } from "./july-2021.js";

const parse = (change: object) =>
  parsePublished(snhrCodebook, { ...(JSON.parse(JSON.stringify(july)) as object), ...change });
const figure = (more: object) => ({
  figures: [{ id: "a", kind: "count", value: 1, of: {}, ...more }],
  readings: [],
});

test("the specification is read from its JSON, and its audit is the same and plain JSON", () => {
  const { report, issues } = parse({});
  expect(issues).toEqual([]);
  expect(report).toEqual(july);
  if (report === null) return;
  const audited = auditFigures(report, { codebook: snhrCodebook });
  expect(JSON.parse(JSON.stringify(audited))).toEqual(audited);
});

test.each<[change: object, path: readonly (string | number)[], code: string]>([
  [{ figures: 3 }, ["figures"], "published-malformed"],
  [figure({ value: 1.5 }), ["figures", 0, "value"], "published-malformed"],
  [figure({ value: -1 }), ["figures", 0, "value"], "published-malformed"],
  [figure({ of: { palce: "idlib" } }), ["figures", 0, "of"], "published-malformed"],
  [figure({ of: { place: "Idlb" } }), ["figures", 0, "of", "place"], "key-unknown"],
  [
    figure({ of: { perpetrator: ["regime", "rusia"] } }),
    ["figures", 0, "of", "perpetrator", 1],
    "key-unknown",
  ],
  [figure({ of: { period: "2021-13" } }), ["figures", 0, "of", "period"], "period-malformed"],
  [
    { figures: [{ id: "a", kind: "rate", text: "4,2", of: {} }], readings: [] },
    ["figures", 0, "text"],
    "percent-malformed",
  ],
  [{ period: "July 2021" }, ["period"], "period-malformed"],
  [
    { figures: [...july.figures, july.figures[0]] },
    ["figures", july.figures.length, "id"],
    "figure-id-repeated",
  ],
  [
    { readings: [{ id: "r", figures: ["nobody"], alternatives: [{}] }] },
    ["readings", 0, "figures", 0],
    "figure-unknown",
  ],
])("an issue stands at its path: %#", (change, path, code) => {
  const { report, issues } = parse(change);
  expect(report).toBeNull();
  expect(issues).toHaveLength(1);
  expect(issues[0]).toMatchObject({ path, code });
});

test("a label in the place of a key is answered with the key", () => {
  expect(parse(figure({ of: { perpetrator: "Russian forces" } })).issues[0]?.message).toContain(
    'write the key "russia"',
  );
});

test("the JSON Schema names every field and allows no other", () => {
  const schema = publishedJsonSchema();
  expect(schema).toMatchObject({ type: "object", additionalProperties: false });
  expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
});
