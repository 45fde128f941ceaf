import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A piece of documentation that is code: a page's fences together, or one example of a doc comment. */
export interface Snippet {
  /** Where it stands, as a test's name. */
  readonly name: string;
  readonly code: string;
  /** The module whose exports it may use besides those of the package. */
  readonly module: string | null;
}

const root = join(import.meta.dirname, "../..");

/** The `ts` fences of a page, together: what one declares, the next may use. */
export function snippetOfPage(page: string): Snippet {
  const text = readFileSync(join(root, page), "utf8");
  const fences = [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = ""]) => code);
  return { name: page, code: fences.join("\n"), module: null };
}

/** Every `@example` in the doc comments of a folder. */
export function snippetsOfSource(folder: string): Snippet[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(".ts"))
    .sort()
    .flatMap((file) => examplesIn(join(folder, file)));
}

function examplesIn(file: string): Snippet[] {
  const text = readFileSync(join(root, file), "utf8");
  const comments = [
    ...text.matchAll(/\/\*\*((?:(?!\*\/).)*)\*\/\s*(?:\/\/[^\n]*\s*)*(?:export )?\w+ (\w+)/gs),
  ];
  return comments.flatMap(([, comment = "", declared = ""]) => {
    const lines = comment.split("\n").map((line) => line.replace(/^\s*\* ?/, ""));
    return exampleBlocks(lines).map((code, nth) => ({
      name: `${file}: ${declared}${nth === 0 ? "" : ` (${nth + 1})`}`,
      code,
      module: join(root, file),
    }));
  });
}

/** The lines after each `@example`, up to the next tag. */
function exampleBlocks(lines: readonly string[]): string[] {
  const blocks: string[][] = [];
  let block: string[] | null = null;
  for (const line of lines) {
    if (line.startsWith("@")) {
      block = line.startsWith("@example") ? [] : null;
      if (block !== null) blocks.push(block);
    } else {
      block?.push(line);
    }
  }
  return blocks.map((block) => block.filter((line) => !line.startsWith("```")).join("\n"));
}

/** The code with every line `expression // value` turned into a check, and how many there are. */
export function withChecks(code: string): { readonly code: string; readonly checks: number } {
  let checks = 0;
  const lines = code.split("\n").map((line) => {
    const [, expression = "", value = ""] = /^(\S.*?);?\s+\/\/ (.+)$/.exec(line) ?? [];
    if (expression === "") return line;
    if (/^(?:const|let|import|export|type|interface|function|[})\]])/.test(expression)) {
      throw new Error(`Only an expression can be checked, and a comment behind code is a check: ${line}`);
    }
    checks++;
    return `__check(${expression}, ${value});`;
  });
  return { code: lines.join("\n"), checks };
}
