import { CasualtyError } from "../../src/error.js";

/** What `call` throws, as its code, its message and its details. */
export function fault(call: () => unknown): { code: string; message: string; details: unknown } {
  try {
    call();
  } catch (error) {
    if (isOurs(error)) return { code: error.code, message: error.message, details: error.details };
    throw error;
  }
  throw new Error("Nothing was thrown.");
}

const isOurs = (error: unknown): error is CasualtyError => error instanceof CasualtyError;
