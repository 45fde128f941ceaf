import { ended, type Shape, shapeFault } from "../codebook/shape.js";
import { CasualtyError } from "../error.js";
import { refuseUnlessTally } from "../tally/cells.js";
import { refuseDifferentShapes } from "../tally/check-shape.js";
import type { AnyTally } from "../tally/tally-data.js";
import { reasonsFault } from "./reason.js";

/**
 * Throws unless a ledger that may have been read from JSON has its form: two tallies of one shape (`tally-not-additive`,
 * `tally-dimensions-differ` and the like), and entries whose places are cells of them (`ledger-malformed`).
 */
export function checkLedger(ledger: unknown, wanted: string): void {
  const { before, after, entries } = Object(ledger) as Readonly<Record<"before" | "after", AnyTally>> & {
    readonly entries: unknown;
  };
  refuseUnlessTally(before, wanted);
  refuseUnlessTally(after, wanted);
  refuseDifferentShapes(before, after);
  refuseFault(shapeFault(entries, { listOf: entryShape }, "entries"));
  const place = placeShape(before);
  for (const [nth, { from, to, reasons }] of (
    entries as readonly Readonly<Record<string, unknown>>[]
  ).entries()) {
    const path = `entries[${nth}]`;
    if (from !== null) refuseFault(shapeFault(from, place, `${path}.from`));
    if (to !== null) refuseFault(shapeFault(to, place, `${path}.to`));
    refuseFault(reasonsFault(reasons, `${path}.reasons`));
  }
}

const entryShape: Shape = {
  required: { id: "text", from: "anything", to: "anything", reasons: "anything" },
  optional: {},
};

/** A place in these cells; that its keys are theirs is seen when they are looked up. */
function placeShape({ dimensions }: AnyTally): Shape {
  const key: Shape = {
    required: Object.fromEntries(dimensions.map(({ name }) => [name, "text"])),
    optional: {},
  };
  return { required: { key, including: { listOf: "text" }, value: "anything" }, optional: {} };
}

function refuseFault(fault: { readonly path: string; readonly what: string } | null): void {
  if (fault === null) return;
  const { path, what } = fault;
  throw new CasualtyError("ledger-malformed", ended(`The ledger cannot be read: ${what}`), { path });
}
