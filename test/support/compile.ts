import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Source files that were read before: the compiler's library among them, which takes longest. */
const read = new Map<string, ts.SourceFile | undefined>();

/**
 * What the compiler says of a program that uses the library as a downstream project would, by the rules of this project:
 * one text for each error, with what led to it. A program without errors gives none.
 */
export function compileErrors(program: string): string[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    `${root}tsconfig.json`,
    { noUnusedLocals: false },
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
        throw new Error(textOf(diagnostic));
      },
    },
  );
  if (config === undefined) throw new Error("The project has no tsconfig.json.");
  const name = `${root}test/program.ts`;
  const host = ts.createCompilerHost(config.options);
  const ofDisk = host.getSourceFile.bind(host);
  host.getSourceFile = (file, target) => {
    if (file === name) return ts.createSourceFile(file, program, target);
    if (!read.has(file)) read.set(file, ofDisk(file, target));
    return read.get(file);
  };
  host.fileExists = (file) => file === name || ts.sys.fileExists(file);
  const compiled = ts.createProgram([name], config.options, host);
  return ts.getPreEmitDiagnostics(compiled, compiled.getSourceFile(name)).map(textOf);
}

function textOf({ messageText }: ts.Diagnostic): string {
  return ts.flattenDiagnosticMessageText(messageText, "\n");
}
