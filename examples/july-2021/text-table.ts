/** The heading of a last column of words, which is left out where nothing is remarked. */
export const remarks = "remarks";

/** A table as text: the first column and remarks to the left, the others to the right, under a title with its headings. */
export function textTable(
  title: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const hasRemarks = rows.some((row) => headings.some((heading, nth) => heading === remarks && row[nth + 1]));
  const shown = hasRemarks ? headings : headings.filter((heading) => heading !== remarks);
  const lines = [[title, ...shown], ...rows];
  const widths = shown.map((_, column) => Math.max(...lines.map((line) => (line[column + 1] ?? "").length)));
  const first = Math.max(...lines.map(([label = ""]) => label.length));
  const text = lines.map(([label = "", ...cells]) =>
    [
      label.padEnd(first),
      ...widths.map((width, column) => {
        const cell = cells[column] ?? "";
        return shown[column] === remarks ? cell : cell.padStart(width);
      }),
    ]
      .join("  ")
      .trimEnd(),
  );
  const [heading = "", ...body] = text;
  return [heading, "-".repeat(Math.max(...text.map((line) => line.length))), ...body, ""].join("\n");
}
