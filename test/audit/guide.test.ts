import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import * as library from "casualty-stats";
import { describe, expect, test } from "vitest";

const page = readFileSync(new URL("../../docs/check-a-report.md", import.meta.url), "utf8");
const fence = (language: string): string =>
  new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, "ms").exec(page)?.[1] ?? "";
const script = fence("js").replace(/^import .*$/gm, "");
const may = fence("json");

/** What the guide's script prints of files, by their names. */
function printed(files: Readonly<Record<string, string>>, named = Object.keys(files)): string {
  const lines: string[] = [];
  runInNewContext(script, {
    ...library,
    readFileSync: (file: string) => {
      const text = files[file];
      if (text === undefined) throw new Error(`no such file, open '${file}'`);
      return text;
    },
    process: { argv: ["node", "check.mjs", ...named] },
    console: { log: (line: string) => lines.push(line) },
  });
  return lines.join("\n");
}

const report = (period: string, ...figures: readonly object[]): string =>
  JSON.stringify({
    kind: "published-report",
    id: period,
    publisher: "SNHR",
    period,
    citation: { source: period },
    figures,
  });
const all = (value: number) => ({ id: "all", kind: "count", value, of: {} });

describe("the script of the guide", () => {
  test("prints of its file what the guide says", () => {
    expect(printed({ "may-2014.json": may })).toBe(fence("text").trimEnd());
  });

  test("reads a file that begins with a mark of its encoding", () => {
    expect(printed({ "may-2014.json": `\uFEFF${may}` })).toBe(fence("text").trimEnd());
  });

  test("names the conventions that a conflict rests on", () => {
    const texts = {
      june: report("2021-06", all(95)),
      july: report("2021-07", all(129), { ...all(96), id: "june", of: { period: "2021-06" } }),
    };
    expect(printed(texts)).toContain(
      "\n  This rests on a convention: What is published once is not revised by a later report.",
    );
  });

  test("names the statements that are not decided, each once", () => {
    const statement = (than: string) => ({
      id: "trend",
      kind: "statement",
      text: "more than before",
      of: {},
      statement: { says: "increase", than: [{ period: than }] },
    });
    const february = report("2021-02", all(100));
    expect(printed({ march: report("2021-03", all(105), statement("2021-02")) })).toContain(
      'Statements to look up by hand\n- The other figures do not decide it. "more than before"',
    );
    const both = printed({ february, march: report("2021-03", all(105), statement("2021-02")) });
    expect(both).not.toContain("look up by hand");
    expect(both).toContain("in totals it holds, per day it does not hold");
  });

  test("answers with a sentence where there is nothing to check", () => {
    expect(printed({})).toBe("Name the files to check: node check.mjs may-2014.json");
    const faults = (...of: Parameters<typeof printed>) =>
      printed(...of)
        .split("\n")
        .slice(1, 2)[0];
    expect(faults({}, ["july.json"])).toBe("- july.json cannot be read: no such file, open 'july.json'");
    expect(faults({ "july.json": '{\n  "id": "a",\n}' })).toMatch(
      /^- july\.json, line 3, is no JSON, as with a comma too many or too few: /,
    );
    expect(faults({ "july.json": "[]" })).toBe("- july.json, the report: This is to be an object.");
    expect(faults({ a: may, b: may })).toBe("- b, id: another report has this id too.");
    expect(faults({ a: may.replace("isis", "isi") })).toContain(
      'a, figure "ISIS", of.perpetrator: unknown perpetrator "isi": did you mean "isis" (ISIS)?',
    );
  });
});
