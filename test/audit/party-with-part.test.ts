import { auditFigures, extendCodebook, snhrCodebook } from "casualty-stats";
import { expect, test } from "vitest";

const codebook = extendCodebook(snhrCodebook, {
  perpetrators: { police: { label: "Police", section: "main", parent: "sdf" } },
});

test("a party of which a part is printed has the range of all its members, not of those without the part", () => {
  const sdf = { perpetrator: "sdf" } as const;
  const { ranges } = auditFigures(
    {
      kind: "published-report",
      id: "2021-07",
      publisher: "Constructed",
      period: "2021-07",
      citation: { source: "Constructed" },
      figures: [
        { id: "all", kind: "count", value: 10, of: {} },
        { id: "sdf", kind: "count", value: 7, of: sdf },
        { id: "police", kind: "count", value: 4, of: { perpetrator: "police" } },
        { id: "share", kind: "percentage", text: "70", of: sdf, whole: {} },
      ],
    },
    { codebook },
  );
  expect(ranges).toEqual([]);
});

test("a party that has parts is told by its own name, alone, with another, and in its alliance and section", () => {
  const withAirForce = extendCodebook(snhrCodebook, {
    perpetrators: { "air-force": { label: "The air force", section: "main", parent: "regime" } },
  });
  const { figures } = auditFigures(
    {
      kind: "published-report",
      id: "2021-07",
      publisher: "Constructed",
      period: "2021-07",
      citation: { source: "Constructed" },
      figures: [
        { id: "part", kind: "count", value: 1, of: { perpetrator: "air-force" } },
        { id: "alone", kind: "count", value: 2, of: { perpetrator: "regime" } },
        { id: "two", kind: "count", value: 3, of: { perpetrator: ["regime", "sdf"] } },
        { id: "alliance", kind: "count", value: 4, of: { alliance: "syrian-russian" } },
        { id: "section", kind: "count", value: 5, of: { section: "main" } },
      ],
    },
    { codebook: withAirForce },
  );
  expect(Object.fromEntries(figures.map(({ figure }) => [figure.figure, figure.what]))).toEqual({
    part: "killed by The air force",
    alone: "killed by Syrian Regime forces",
    two: "killed by Syrian Regime forces or Syrian Democratic Forces",
    alliance: "killed by Syrian-Russian alliance forces",
    section: 'killed under "The main parties"',
  });
});
