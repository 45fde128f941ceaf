import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What the compiler says of code that stands in this folder, under the settings of the project. */
function messagesOf(code: string): string[] {
  const { config } = ts.readConfigFile(path.join(root, "tsconfig.json"), (file) => ts.sys.readFile(file)) as {
    config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const file = path.join(root, "test/codebook/snippet.ts");
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (name) => name === file || disk.fileExists(name),
    getSourceFile: (name, version, ...rest) =>
      name === file ? ts.createSourceFile(name, code, version) : disk.getSourceFile(name, version, ...rest),
  };
  const program = ts.createProgram([file], options, host);
  return program
    .getSemanticDiagnostics(program.getSourceFile(file))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

test("the compiler names the right key for a misspelt one, in a line", () => {
  const messages = messagesOf(`
    import { defineCodebook } from "../../src/codebook/define-codebook.js";
    import { extendCodebook } from "../../src/codebook/extend-codebook.js";
    const base = defineCodebook({
      sections: { main: { label: "Main parties" }, other: { label: "Other parties" } },
      perpetrators: {
        regime: { label: "Regime forces", section: "man" },
        militias: { label: "Militias", section: "main", parent: "regmie" },
      },
      alliances: { allies: { label: "Allies", members: ["regime", "miltias"] } },
      roles: { medical: { label: "Medical personnel" }, media: { label: "Media workers" } },
      categories: {
        medics: { label: "Medics", when: { role: "medcial" } },
        shelled: { label: "Shelled", when: { not: { incident: { suspected: "regmie" } } } },
      },
      places: { idlib: { label: "Idlib" }, ebleen: { label: "Ebleen", parent: "idilb" } },
    });
    extendCodebook(base, {
      perpetrators: { coalition: { label: "Coalition", section: "othr", parent: "regim" } },
      alliances: { both: { label: "Both", members: ["coaltion", "regime"] } },
      categories: { staff: { label: "Staff", when: { role: "meda" } } },
      places: { sarja: { label: "Sarja", parent: "idleb" } },
    });
  `);
  expect(messages).toEqual([
    `Type '"man"' is not assignable to type '"main" | "other"'. Did you mean '"main"'?`,
    `Type '"regmie"' is not assignable to type '"regime" | "militias"'. Did you mean '"regime"'?`,
    `Type '"miltias"' is not assignable to type '"regime" | "militias"'. Did you mean '"militias"'?`,
    `Type '"medcial"' is not assignable to type '"medical" | "media"'. Did you mean '"medical"'?`,
    `Type '"regmie"' is not assignable to type '"regime" | "militias"'. Did you mean '"regime"'?`,
    `Type '"idilb"' is not assignable to type '"idlib" | "ebleen"'. Did you mean '"idlib"'?`,
    `Type '"othr"' is not assignable to type '"main" | "other"'. Did you mean '"other"'?`,
    `Type '"regim"' is not assignable to type '"regime" | "militias" | "coalition"'. Did you mean '"regime"'?`,
    `Type '"coaltion"' is not assignable to type '"regime" | "militias" | "coalition"'. Did you mean '"coalition"'?`,
    `Type '"meda"' is not assignable to type '"medical" | "media"'. Did you mean '"media"'?`,
    `Type '"idleb"' is not assignable to type '"idlib" | "ebleen" | "sarja"'. Did you mean '"idlib"'?`,
  ]);
});
