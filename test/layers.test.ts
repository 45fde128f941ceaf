import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";

const source = join(import.meta.dirname, "../src");

/** What each folder may import from, besides itself: the direction of docs/design.md. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  "error.ts": [],
  calendar: ["error.ts"],
  number: ["error.ts"],
  tally: ["error.ts", "number", "calendar"],
  codebook: ["error.ts", "number", "calendar"],
  record: ["error.ts", "number", "calendar", "codebook"],
  rule: ["error.ts", "number", "calendar", "tally", "codebook", "record"],
  snhr: ["codebook", "rule"],
  report: ["error.ts", "number", "calendar", "tally", "codebook", "record", "rule"],
  audit: ["error.ts", "number", "calendar", "tally", "codebook", "record", "rule", "report"],
  revision: ["error.ts", "number", "calendar", "tally", "codebook", "record", "rule", "report"],
  "codes.ts": ["error.ts", "record", "audit", "revision"],
  "index.ts": [
    "error.ts",
    "codes.ts",
    "calendar",
    "number",
    "tally",
    "codebook",
    "record",
    "rule",
    "snhr",
    "report",
    "audit",
    "revision",
  ],
};

/** The folders of the audit, each of which may import from itself and from those before it. */
const ofAudit = [
  "constraints",
  "published",
  "cells",
  "identities",
  "words",
  "parse",
  "conflicts",
  "findings",
  "series",
  "reconcile",
];

/** Packages, and the only places that may import them. */
const packages: Readonly<Record<string, RegExp>> = {
  zod: /^(?:record|audit\/parse)\/schema\.ts$/,
  "date-fns/locale/en-US": /^calendar\//,
};

const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".ts"),
);

function importsOf(file: string): string[] {
  const text = readFileSync(join(source, file), "utf8");
  return [...text.matchAll(/^(?:import|export)[^;]*?from "([^"]+)";/gms)].map(([, name = ""]) => name);
}

/** The file that a file imports by a name. */
function targetOf(file: string, name: string): string {
  return normalize(join(dirname(file), name)).replace(/\.js$/, ".ts");
}

function partOfAudit(file: string): string {
  return file.startsWith("audit/") ? (file.split("/")[1] ?? "") : "";
}

function folderOf(file: string): string {
  return file.split("/")[0] ?? file;
}

describe("the direction of imports", () => {
  test.each(files)("%s", (file) => {
    for (const name of importsOf(file)) {
      if (name.startsWith(".")) {
        const target = folderOf(targetOf(file, name));
        const allowed = [folderOf(file), ...(mayImport[folderOf(file)] ?? [])];
        expect(allowed, `${file} imports ${name}`).toContain(target);
      } else {
        expect(packages[name]?.test(file), `${file} imports ${name}`).toBe(true);
      }
    }
  });

  test("no files import each other, types included, not even by way of others", () => {
    const left = new Map(
      files.map((file) => [
        file,
        importsOf(file)
          .filter((name) => name.startsWith("."))
          .map((name) => targetOf(file, name)),
      ]),
    );
    // What imports nothing that is left is in no circle; what stays in the end is.
    for (let before = 0; left.size !== before; ) {
      before = left.size;
      for (const [file, targets] of left) if (!targets.some((target) => left.has(target))) left.delete(file);
    }
    expect([...left.keys()]).toEqual([]);
  });

  test("every folder has its place in the direction", () => {
    expect(new Set(files.map(folderOf))).toEqual(new Set(Object.keys(mayImport)));
    const parts = files.filter((file) => file.startsWith("audit/")).map(partOfAudit);
    expect(new Set(parts)).toEqual(new Set([...ofAudit, "audit-figures.ts"]));
  });

  test.each(files.filter((file) => ofAudit.includes(partOfAudit(file))))("%s, within the audit", (file) => {
    const targets = importsOf(file).map((name) => targetOf(file, name));
    const allowed = ofAudit.slice(0, ofAudit.indexOf(partOfAudit(file)) + 1);
    for (const target of targets.filter((one) => one.startsWith("audit/")))
      expect(allowed, `${file} imports ${target}`).toContain(partOfAudit(target));
  });
});

test("no file is longer than 250 lines, but the list of what is exported", () => {
  const ofCode = files.filter((file) => file !== "index.ts");
  const long = ofCode.filter((file) => readFileSync(join(source, file), "utf8").split("\n").length > 250);
  expect(long).toEqual([]);
});
