import { CasualtyError } from "../error.js";
import { ended, type Fields, shapeFault } from "./shape.js";

/** Throws `options-malformed` unless a caller's options are those that there are, with values that they take. */
export function checkOptions(whose: string, options: unknown, shape: Fields): void {
  const fault = shapeFault(options, shape);
  if (fault === null) return;
  const message = ended(`The ${whose} cannot be used: ${fault.what}`);
  throw new CasualtyError("options-malformed", message, { path: fault.path });
}

/** The form of options that are checked by themselves: only their names are. */
export function optionsNamed(...names: readonly string[]): Fields {
  return { required: {}, optional: Object.fromEntries(names.map((name) => [name, "anything"])) };
}
