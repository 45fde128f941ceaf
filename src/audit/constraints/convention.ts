/**
 * What a conclusion of an audit can rest on besides arithmetic, as a sentence for whoever reads it.
 *
 * @example
 * auditConventions["not-revised"] // "What is published once is not revised by a later report."
 */
export const auditConventions = {
  "massacre-toll-in-its-period": "A massacre's whole toll falls into the period that it is counted in.",
  "women-are-adult": "Women are adult: nobody is both a child and a woman.",
  codebook:
    "The parties and places are those of the codebook, each in one section, and nothing is counted for several parties jointly and for none alone.",
  "massacre-in-one-row":
    "A massacre, or an attack, stands in one row with its whole toll: in no other party's, place's or month's.",
  "killed-once": "Everybody is counted in one attack, and under one means.",
  "every-death-dated": "Everybody who is counted in a period is dated, so that its parts add to it.",
  "areas-exclude-each-other": "Areas of control that are named differently share nobody.",
  "not-revised": "What is published once is not revised by a later report.",
  "about-one-unit":
    'At most one unit of its last place is meant by "about", and by "nearly", which is downwards.',
} as const;

/** What a conclusion of an audit rests on besides arithmetic. */
export type Convention = keyof typeof auditConventions;
