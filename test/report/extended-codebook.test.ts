import fc from "fast-check";
import { expect, test } from "vitest";
import { extendCodebook } from "../../src/codebook/extend-codebook.js";
import { parseRecords } from "../../src/record/parse-records.js";
import { type MonthlyReport, monthlyReport } from "../../src/report/monthly-report.js";
import { reportCases } from "../support/report.js";

const further = {
  sections: { "further-section": { label: "A further section" } },
  perpetrators: { "further-party": { label: "A further party", section: "further-section" } },
  unattributed: { "further-source": { label: "A further source", section: "further-section" } },
  alliances: { "further-alliance": { label: "A further alliance", members: ["further-party"] } },
  roles: { "further-role": { label: "A further role" } },
  causes: { "further-cause": { label: "A further cause" } },
  means: { "further-means": { label: "Further means" } },
  categories: { "further-category": { label: "A further category", when: { age: { from: 60 } } } },
  places: { "further-place": { label: "A further place" } },
} as const;

/** What a report says, without what it says of further keys, and without what holds all keys of a codebook. */
function saidOfOthers(report: MonthlyReport): unknown {
  const said = { ...report, tally: null, inDoubt: null, definitions: null };
  const isFurther = (key: unknown) => typeof key === "string" && key.startsWith("further-");
  return JSON.parse(JSON.stringify(said), (key, value: unknown) => {
    if (isFurther(key)) return undefined;
    if (!Array.isArray(value)) return value;
    return (value as ({ readonly key?: unknown } | null)[]).filter((item) => !isFurther(item?.key));
  });
}

test("extending a codebook changes nothing that a report says of records that the base accepts", () => {
  fc.assert(
    fc.property(reportCases(), ({ rows, parsed, options }) => {
      const codebook = extendCodebook(options.codebook, further);
      const extended = monthlyReport(parseRecords(codebook, rows), { ...options, codebook });
      expect(saidOfOthers(extended)).toEqual(saidOfOthers(monthlyReport(parsed, options)));
      // They are in it, and are nobody's.
      expect(extended.perpetrators).toContainEqual(
        expect.objectContaining({ key: "further-party", count: 0 }),
      );
    }),
    { numRuns: 20 },
  );
});
