import { CasualtyError } from "../error.js";

/**
 * Refuses options that have other fields than these, or lack one that they must have: one that is misspelt would be passed over,
 * and something else would be counted.
 *
 * A tally knows nothing of codebooks, and so not of `codebook/shape.ts`, which checks definitions.
 */
export function refuseOtherFields(
  whose: string,
  options: unknown,
  {
    required,
    optional = [],
  }: { readonly required: readonly string[]; readonly optional?: readonly string[] },
): void {
  const takes = [...required, ...optional];
  const given = typeof options === "object" && options !== null ? Object.entries(options) : null;
  const other = given?.find(([field]) => !takes.includes(field));
  // `undefined` is what a field holds that was left out.
  const present = given?.filter(([, value]) => value !== undefined).map(([field]) => field);
  const missing = required.find((field) => !(present ?? []).includes(field));
  if (other === undefined && missing === undefined) return;
  const fault = other === undefined ? `no "${missing}"` : `an unknown field "${other[0]}"`;
  throw new CasualtyError(
    "options-malformed",
    `What ${whose} is asked with has ${fault}: it takes ${takes.join(", ")}.`,
    { path: other?.[0] ?? missing ?? "" },
  );
}
