/** How many units of the last printed place make 1: 10 for one digit after the decimal point. */
export function unitsOfOne(digits: number): bigint {
  return 10n ** BigInt(digits);
}

/** How many units of the last printed place make a hundred per cent: 1000 for one digit after the decimal point. */
export function unitsOfHundredPercent(digits: number): bigint {
  return 100n * unitsOfOne(digits);
}

/**
 * The decimal text of `units` of the last place: 357 with one digit is "35.7".
 *
 * The point is a full stop and thousands stand together, in every locale; trailing zeros are kept, they carry precision.
 */
export function fixedPointText(units: bigint | number, digits: number): string {
  if (digits === 0) return String(units);
  const figures = String(units).padStart(digits + 1, "0");
  return `${figures.slice(0, -digits)}.${figures.slice(-digits)}`;
}
