import { CasualtyError, checkedObject } from "../error.js";
import { checkedRounding, type Rounding } from "./rounding.js";

/** How a figure is printed: both are choices that change it, so both are always named. */
export interface PrintOptions {
  /** What becomes of the digits that are not printed. */
  readonly rounding: Rounding;
  /** How many digits stand after the decimal point, 0 to 6. */
  readonly digits: number;
}

/** The most digits after the decimal point: at six, a hundred per cent are still a safe integer of the last place. */
export const maximumDigits = 6;

/** Gives the options back if they can be used, throws `rounding-unknown` or `digits-invalid` otherwise. */
export function checkedPrintOptions(options: PrintOptions): PrintOptions {
  const { rounding, digits } = checkedObject(options, "What prints a number", "rounding and digits");
  return { rounding: checkedRounding(rounding), digits: checkedDigits(digits) };
}

/** Gives `digits` back if it is a whole number from 0 to 6, throws `digits-invalid` otherwise. */
function checkedDigits(digits: number): number {
  if (Number.isInteger(digits) && digits >= 0 && digits <= maximumDigits) return digits === 0 ? 0 : digits;
  throw new CasualtyError(
    "digits-invalid",
    `State how many digits stand after the decimal point as a whole number from 0 to ${maximumDigits}, not ${String(digits)}.`,
    { digits },
  );
}
