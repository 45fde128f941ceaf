/** A file that ends the work: by itself (or beside several others), or only beside another, of which the message may be too. */
interface Failed<File> {
  readonly file: File;
  readonly beside: File | null;
  readonly message: string;
}

/** What a folder comes to without the files that end the work on it, each with what is wrong. */
export interface Apart<File, Result> {
  readonly result: Result;
  readonly failed: readonly Failed<File>[];
}

/**
 * What some work on files comes to, so that one of them never ends it for the others: where it throws, it is done for either half of
 * the files, and so on to the file that it throws for, which is left out.
 */
export function withoutFailing<File, Result>(
  files: readonly File[],
  work: (files: readonly File[]) => Result,
): Apart<File, Result> {
  const failed: Failed<File>[] = [];
  let kept: readonly File[] = [];
  const results: Result[] = [];
  const fails = (some: readonly File[]): boolean => {
    try {
      work(some);
      return false;
    } catch {
      return true;
    }
  };
  const besideWhich = (file: File): File | null =>
    fails([file]) ? null : (kept.find((other) => fails([other, file])) ?? null);
  const add = (some: readonly File[]): void => {
    try {
      results.push(work([...kept, ...some]));
      kept = [...kept, ...some];
    } catch (error) {
      const middle = Math.ceil(some.length / 2);
      if (some.length > 1) for (const half of [some.slice(0, middle), some.slice(middle)]) add(half);
      else
        for (const file of some) failed.push({ file, beside: besideWhich(file), message: messageOf(error) });
    }
  };
  add(files);
  return { result: results.at(-1) ?? work([]), failed };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
