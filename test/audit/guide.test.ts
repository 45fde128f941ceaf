import { readFileSync } from "node:fs";
import { auditFigures, parsePublished, snhrCodebook } from "casualty-stats";
import { expect, test } from "vitest";

const page = readFileSync(new URL("../../docs/check-a-report.md", import.meta.url), "utf8");
const fence = (language: string): string =>
  new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, "ms").exec(page)?.[1] ?? "";

test("the file of the guide is read, and what the guide prints is what the audit says of it", () => {
  const { report, issues } = parsePublished(snhrCodebook, JSON.parse(fence("json")));
  expect(issues).toEqual([]);
  if (report === null) return;
  const { conflicts, ranges, accounting } = auditFigures([report], { codebook: snhrCodebook });
  const forced = ranges.filter(({ minimum, maximum }) => minimum === maximum);
  expect(fence("text").trimEnd().split("\n")).toEqual([
    "Do not agree",
    ...conflicts.flatMap(({ explanation, repairs }) => [
      `- ${explanation}`,
      ...repairs.map((repair) => `  ${repair.explanation}`),
    ]),
    "",
    "Not printed, and forced by what is",
    ...forced.map(({ explanation }) => `- ${explanation}`),
    "",
    `${accounting.figures} figures read; groups that do not agree: ${accounting.conflicts}.`,
  ]);
});
