import { copyOf } from "../record/keep-unique.js";
import { type Fault, faultOf } from "../record/read-value.js";
import type { TableName } from "../record/record-issue.js";
import { sameContent } from "../record/same-content.js";
import { compareTexts } from "./grouped-by-id.js";
import { mergedInto } from "./merges.js";
import { distinctReasons, reasonText } from "./reason.js";
import type { VersionRow } from "./version-row.js";

/**
 * The versions of one id without those that say the same of the record as the first of their day, whose reasons become its own: two that
 * differ in the reason leave no doubt of what is known.
 */
export function withoutCopies(
  name: TableName,
  timeline: readonly VersionRow[],
  tell: (copy: VersionRow, first: VersionRow) => void,
): readonly VersionRow[] {
  const kept: VersionRow[] = [];
  let place = 0;
  let [ownFirst] = timeline;
  for (const version of timeline) {
    const first = kept[place];
    if (first === undefined || ownFirst === undefined || first.recorded !== version.recorded) {
      place = kept.length;
      ownFirst = version;
    } else if (isCopy(name, first, version)) {
      // As it was read: what is kept has the reasons of others too.
      tell(version, ownFirst);
      const reasons = distinctReasons([...first.reasons, ...version.reasons]);
      // In an order that is not that of the rows.
      reasons.sort((a, b) => compareTexts(reasonText(a), reasonText(b)));
      kept[place] = { ...first, reasons };
      continue;
    }
    kept.push(version);
  }
  return kept;
}

/** What is wrong with a row that says the same of its record as the first of its day, in its own reasons or in others. */
export function copyFault(copy: VersionRow, { row, reasons }: VersionRow): Fault {
  if (sameContent(copy.reasons, reasons)) return copyOf(row);
  return faultOf(
    "id-duplicate",
    `the row says the same of its record as row ${row}, of the same day, and differs in the reason, so that the reasons of both are told`,
    "state the reasons of both in one row before you remove the other",
  );
}

/**
 * Whether two versions of one day say the same of their record, and do not say that two stay for it; of an incident, also where its
 * victims are from then on.
 */
function isCopy(name: TableName, one: VersionRow, other: VersionRow): boolean {
  if (one.fault?.code !== other.fault?.code || !sameContent(one.item, other.item)) return false;
  if (one.item !== null) return true;
  const [[into], [intoToo]] = [mergedInto(one), mergedInto(other)];
  const isOneUnmerged = into === undefined || intoToo === undefined;
  return into === intoToo || (name === "victims" && isOneUnmerged);
}
