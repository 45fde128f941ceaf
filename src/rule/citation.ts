import { checkedObject, refuseUnless } from "../error.js";
/** Where a rule stands, so that a reader can check it. */
export interface Citation {
  /** The document: "SNHR, July 2021". */
  readonly source: string;
  /** Where in it: "section I". */
  readonly place?: string;
  /** The words of the rule. */
  readonly quote?: string;
}

/**
 * A citation as it stands in a sentence: the source and the place in it.
 *
 * @example
 * citationText({ source: "SNHR, July 2021", place: "section I" }) // "SNHR, July 2021, section I"
 */
export function citationText(citation: Citation): string {
  const { source, place } = checkedObject(citation, "citationText", "a citation with its source");
  refuseUnless(typeof source === "string", citation, "citationText", "a citation with its source");
  return place === undefined ? source : `${source}, ${place}`;
}
