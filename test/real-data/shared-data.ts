import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

/** The folder of real data beside the repository. It is no part of it: see its README. */
const sharedData = new URL("../../../shared/data/", import.meta.url);

/** The text of a shared file, unpacked if its name ends in `.gz`; a sentence of what to do where it is missing. */
export function sharedText(path: string): string {
  const bytes = readFileSync(existing(path));
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

/** The paths of the files of a shared folder whose names match, in the order of the names. */
export function sharedFiles(folder: string, name: RegExp): string[] {
  return readdirSync(existing(folder))
    .filter((file) => name.test(file))
    .sort()
    .map((file) => `${folder}/${file}`);
}

function existing(path: string): URL {
  const file = new URL(path, sharedData);
  if (existsSync(file)) return file;
  throw new Error(
    `This suite reads real records that are kept beside the repository, and there is no ${fileURLToPath(file)}: ` +
      `place the folder "shared" next to the repository. ("npm test" runs without it.)`,
  );
}
