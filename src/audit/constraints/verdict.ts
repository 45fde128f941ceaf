/**
 * Whether something can be true with all that is printed: it *holds* (what is printed decides it), it *cannot hold*
 * (proved by whole-number arithmetic), or it is *undetermined* (what is printed does not decide it).
 */
export type Verdict = "holds" | "cannot-hold" | "undetermined";
