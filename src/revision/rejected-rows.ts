/** What is read of an issue to account for its row. */
interface AnyIssue<Code extends string> {
  readonly row: number;
  readonly code: Code;
  readonly severity: "rejected" | "warning";
}

/** How many rows issues reject, and how many by the first code of each: the issues of one table, by row. */
export function rejectedRows<Code extends string>(
  issues: readonly AnyIssue<Code>[],
): { readonly rejected: number; readonly rejectedBy: { readonly [C in Code]?: number } } {
  const firstCodes = new Map<number, Code>();
  for (const { row, code, severity } of issues) {
    if (severity === "rejected" && !firstCodes.has(row)) firstCodes.set(row, code);
  }
  const rejectedBy: { [C in Code]?: number } = {};
  for (const code of firstCodes.values()) rejectedBy[code] = (rejectedBy[code] ?? 0) + 1;
  return { rejected: firstCodes.size, rejectedBy };
}
