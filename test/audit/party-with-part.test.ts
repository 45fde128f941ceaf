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
