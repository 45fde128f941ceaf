import { join } from "node:path";
import { build, transform } from "esbuild";
import { expect, test } from "vitest";

test("nothing is done at import, so that nothing stays in a bundle that asks for nothing", async () => {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, "../src/index.ts")],
    bundle: true,
    format: "esm",
    packages: "external",
    write: false,
  });
  const module = outputFiles[0]?.text ?? "";
  // What a package says of its side effects drops whole files; in one file each statement has to be free of them.
  const withoutExports = module.replace(/^export \{[^}]*\};$/m, "");
  const { code } = await transform(withoutExports, { treeShaking: true, format: "esm" });
  expect(code.split("\n").filter((line) => line !== "" && !line.startsWith("import "))).toEqual([]);
});
