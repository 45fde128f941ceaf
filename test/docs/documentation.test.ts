import { readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import * as library from "../../src/index.js";
import { compileErrors } from "../support/compile.js";
import { type Snippet, snippetOfPage, snippetsOfSource, withChecks } from "./snippet.js";

const root = join(import.meta.dirname, "../..");
const guides = readdirSync(join(root, "docs"))
  .filter((file) => file.endsWith(".md"))
  .map((file) => `docs/${file}`);

/** Runs a snippet with the package's exports in scope, checking each value that it states. */
async function run({ code, module }: Snippet): Promise<number> {
  const own = module === null ? {} : ((await import(module)) as Record<string, unknown>);
  const scope: Record<string, unknown> = { ...own, ...library };
  const checked = withChecks(code);
  const javascript = ts.transpileModule(checked.code, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  }).outputText;
  const declared = new Set(
    [...checked.code.matchAll(/^(?:const|let|function) (\w+)/gm)].map(([, name]) => name),
  );
  const names = Object.keys(scope).filter((name) => !declared.has(name));
  const promised: Promise<void>[] = [];
  const check = (actual: unknown, stated: unknown): void => {
    // A promise of a value is checked once it is kept.
    if (actual instanceof Promise)
      promised.push(
        actual.then((value) => {
          expect(value).toEqual(stated);
        }),
      );
    else expect(actual).toEqual(stated);
  };
  const require = (name: string): unknown => {
    if (name === "casualty-stats") return library;
    throw new Error(`A snippet imports "${name}": a reader may not have it.`);
  };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the code is this repository's own documentation
  const execute = new Function("require", "exports", "__check", ...names, javascript) as (
    ...values: unknown[]
  ) => void;
  execute(require, {}, check, ...names.map((name) => scope[name]));
  await Promise.all(promised);
  return checked.checks;
}

describe("every example of a doc comment gives the value that it states", () => {
  test.each(snippetsOfSource("src").map((snippet) => [snippet.name, snippet] as const))(
    "%s",
    async (_, snippet) => {
      expect(await run(snippet)).toBeGreaterThan(0);
    },
  );
});

describe("every page runs as it stands, and gives the values that it states", () => {
  test.each(["README.md", ...guides])("%s", async (page) => {
    const snippet = snippetOfPage(page);
    if (snippet.code === "") return;
    expect(await run(snippet)).toBeGreaterThan(0);
  });
});

describe("every page compiles as it stands, by the rules of this project", () => {
  test.each(["README.md", ...guides])("%s", (page) => {
    expect(compileErrors(`${snippetOfPage(page).code}\nexport {};`)).toEqual([]);
  });
});
