/** A table as text: the first column to the left, the others to the right, under a title with its headings. */
export function textTable(
  title: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const lines = [[title, ...headings], ...rows];
  const widths = headings.map((_, column) =>
    Math.max(...lines.map((line) => (line[column + 1] ?? "").length)),
  );
  const first = Math.max(...lines.map(([label = ""]) => label.length));
  const text = lines.map(([label = "", ...cells]) =>
    [label.padEnd(first), ...widths.map((width, column) => (cells[column] ?? "").padStart(width))]
      .join("  ")
      .trimEnd(),
  );
  const [heading = "", ...body] = text;
  return [heading, "-".repeat(Math.max(...text.map((line) => line.length))), ...body, ""].join("\n");
}
