import type { LabelledRow } from "./facts-issue.js";
import type { FileReading } from "./facts-reading.js";

/** The place by a label; one that the codebook does not know is one of its own, and is noted. */
export function placeOf(
  { names, note }: FileReading,
  { label, labelPath }: Pick<LabelledRow, "label" | "labelPath">,
): string {
  const known = names.place(label);
  if (known !== null) return known;
  const near = names.near("place", label);
  note(
    "label-unknown",
    labelPath,
    `The codebook has no place "${label}": it is taken as one of its own.` +
      (near.length === 0 ? "" : ` Is it ${near.join(" or ")}?`),
  );
  return names.add("place", label);
}
