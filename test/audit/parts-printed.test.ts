import { divideRounded, partsPrintedAs, roundings } from "casualty-stats";
import { expect, test } from "vitest";

/** Every so many wholes up to 2,000 are tried, and all of them with `PARTS_STEP=1`, which takes 15 seconds. */
const step = Number(process.env["PARTS_STEP"] ?? 23);

test.each(roundings.flatMap((rounding) => [0, 1, 2].map((digits) => [rounding, digits] as const)))(
  "counts behind a percentage are those that brute force finds, for wholes up to 2,000: %s, %i decimals",
  (rounding, digits) => {
    const unit = 10 ** digits;
    const solved = (units: number, whole: number) => {
      const decimals = digits === 0 ? "" : `.${String(units % unit).padStart(digits, "0")}`;
      return partsPrintedAs(`${Math.floor(units / unit)}${decimals}`, whole, { rounding });
    };
    const differing: string[] = [];
    for (let whole = 2000; whole > 0; whole -= step) {
      let [first, printed] = [0, 0];
      for (let part = 1; part <= whole + 1; part++) {
        const units = part > whole ? null : divideRounded(100 * unit * part, whole, rounding);
        if (units === printed) continue;
        const found = solved(printed, whole);
        if (found?.minimum !== first || found.maximum !== part - 1) differing.push(`${printed} of ${whole}`);
        // No count prints what lies between this number and the next.
        if (units !== null && units > printed + 1 && solved(printed + 1, whole) !== null)
          differing.push(`${printed + 1} of ${whole}`);
        [first, printed] = [part, units ?? 0];
      }
    }
    expect(differing).toEqual([]);
  },
);
