import { CasualtyError } from "../error.js";

/** What is thrown where a caller without types names no basis that there is: it would change every figure. */
export function basisUnknown(basis: string, known: readonly string[]): CasualtyError<"basis-unknown"> {
  return new CasualtyError("basis-unknown", `"${basis}" is no basis: name one of ${known.join(", ")}.`, {
    basis,
  });
}
