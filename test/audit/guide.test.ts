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
function printed(
  files: Readonly<Record<string, string>>,
  named = Object.keys(files),
  snhrCodebook: library.Codebook = library.snhrCodebook,
): string {
  const lines: string[] = [];
  runInNewContext(script, {
    ...library,
    snhrCodebook,
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

/** The rows of the table under a heading of the page, cell by cell. */
const tableUnder = (heading: string): string[][] =>
  (page.split(`### ${heading}\n`)[1]?.split("\n#")[0] ?? "")
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()));

test("the guide names every coordinate, every kind of figure and all their fields", () => {
  interface Form {
    readonly properties?: Readonly<Record<string, { readonly const?: unknown }>>;
    readonly oneOf?: readonly Form[];
  }
  const { $defs, properties } = library.publishedJsonSchema() as {
    readonly $defs: Readonly<Record<string, Form>>;
    readonly properties: { readonly figures: { readonly items: Form } };
  };
  const [coordinates] = Object.values($defs).filter((form) => form.properties?.["inMassacres"] !== undefined);
  expect(tableUnder("Every coordinate").map(([, name]) => name)).toEqual(
    Object.keys(coordinates?.properties ?? {}).map((name) => `\`${name}\``),
  );
  const kinds = (properties.figures.items.oneOf ?? []).map(({ properties: fields = {} }) => [
    fields["kind"]?.const,
    Object.keys(fields).filter((field) => !["id", "wording", "citation", "of", "kind"].includes(field)),
  ]);
  expect(kinds).toHaveLength(5);
  expect(
    tableUnder("Every kind of figure").map(([, kind = "", fields = ""]) => [
      kind.replace(/`/g, ""),
      fields.replace(/`/g, "").split(", "),
    ]),
  ).toEqual(kinds);
});

describe("the script of the guide", () => {
  test("prints of its file what the guide says", () => {
    expect(printed({ "may-2014.json": may })).toBe(fence("text").trimEnd());
  });

  test("reads a file that begins with a mark of its encoding", () => {
    expect(printed({ "may-2014.json": `\uFEFF${may}` })).toBe(fence("text").trimEnd());
  });

  test("checks the reports of another recorder by the codebook that is put in its place", () => {
    const codebook = library.defineCodebook({ places: { harbour: { label: "The harbour" } } });
    const own = report("2021-07", { ...all(3), of: { place: "harbour" } });
    expect(printed({ own })).toContain('own, figure "all", of.place: unknown place "harbour"');
    expect(printed({ own }, ["own"], codebook)).toBe("1 figures read; groups that do not agree: 0.");
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
      'Statements to look up by hand\n- The other figures of this report do not decide it. "more than before"',
    );
    const both = printed({ february, march: report("2021-03", all(105), statement("2021-02")) });
    expect(both).not.toContain("look up by hand");
    expect(both).toContain("in totals it holds, per day it does not hold");
  });

  test("tells a conflict between reports once", () => {
    const june = report("2021-06", all(95));
    const july = report("2021-07", all(129), { ...all(96), id: "june", of: { period: "2021-06" } });
    expect(printed({ june, july }).split("are both printed")).toHaveLength(2);
  });

  test("tells what bounds the numbers that are not printed, and how figures can be read otherwise", () => {
    const rows = [{ place: "idlib" }, { place: "homs" }, { place: "hama" }];
    const idlib = { id: "idlib", kind: "count", value: 100, of: { place: "idlib" } };
    const read = JSON.stringify({
      ...(JSON.parse(report("2021-07", all(129), idlib)) as object),
      tables: [{ id: "places", of: {}, rows, whole: true, blank: "not-printed" }],
      readings: [{ id: "of whom", figures: ["idlib"], alternatives: [{ perpetrator: "regime" }] }],
    });
    const told = printed({ read });
    expect(told).toContain(
      "Not printed, and bounded by what is\n- killed in Homs: 0 to 29\n- killed in Hama: 0 to 29\n",
    );
    expect(told).toContain("Other ways to read them\n- ");
  });

  test("says of which report an unprinted number is, where there are several", () => {
    const idlib = { id: "idlib", kind: "count", value: 100, of: { place: "idlib" } };
    const withTable = (period: string, whole: boolean) =>
      JSON.stringify({
        ...(JSON.parse(report(period, all(129), idlib)) as object),
        tables: [
          {
            id: "places",
            of: {},
            rows: [{ place: "idlib" }, { place: "homs" }],
            whole,
            blank: "not-printed",
          },
        ],
      });
    const told = printed({ june: withTable("2021-06", true), july: withTable("2021-07", false) });
    expect(told).toContain(
      "- 2021-06: By this report alone, 29 killed in Homs: 129 (all killed) less 100 (Idlib)\n",
    );
    expect(told).toContain("- 2021-07: killed in Homs: 0 to 29\n");
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
