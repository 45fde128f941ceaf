import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import * as library from "casualty-stats";
import { expect, test } from "vitest";
import { readCsv } from "../real-data/read-csv.js";

const page = readFileSync(new URL("../../docs/records.md", import.meta.url), "utf8");
const fences = (language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, "gms"))].map(([, text = ""]) => text);

test("the script of the guide prints of its CSV files what the guide says", () => {
  const [script = ""] = fences("js");
  const [incidents = "", victims = ""] = fences("csv");
  const files: Readonly<Record<string, string>> = { "incidents.csv": incidents, "victims.csv": victims };
  const lines: string[] = [];
  runInNewContext(script.replace(/^import .*$/gm, ""), {
    ...library,
    readFileSync: (file: string) => files[file],
    // A reader of this repository stands for the one that the guide names.
    parse: (text: string) => readCsv(text, (text.split("\n")[0] ?? "").split(",")),
    console: { log: (line: string) => lines.push(line) },
  });
  expect(lines).toEqual(fences("text")[0]?.trimEnd().split("\n"));
});
