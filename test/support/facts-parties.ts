import type { Coordinates } from "../../src/audit/published/coordinates.js";
import { joined } from "./facts-coordinates.js";
import { populationNamed, readLabel } from "./facts-phrase.js";
import type { FileReading } from "./facts-reading.js";

/**
 * Who killed and whom, by the label of a row: "Government forces: rebels killed". In a table of massacres, or of those killed in
 * them, "ISIS massacres" are all that ISIS has there; in any other they are not known, and so are a party of their own.
 *
 * A party that the codebook does not know is one of its own, so that the rows still add up, and is noted.
 */
export function partyOf(
  reading: FileReading,
  label: string,
  path: string,
  table: Coordinates = {},
): Coordinates {
  const { names, note, populationOf } = reading;
  const known = names.party(label);
  if (known !== null) return known;
  const remark = /\(([^)]*)\)/.exec(label)?.[1] ?? "";
  const [head, suffix] = splitLabel(label.replace(/\([^)]*\)/g, " ").trim());
  const whom = populationNamed(suffix ?? "") ?? populationNamed(remark);
  const population = whom === null ? {} : populationOf(whom);
  if (population === null)
    note("label-not-understood", path, `The report does not count the group that "${label}" names.`);
  const member = suffix === undefined ? null : names.party(suffix);
  if (member !== null && isMember(reading, member, names.party(head))) return { ...member, ...population };
  const isSplit = suffix === undefined || populationNamed(suffix) !== null;
  const ofRemark = names.party(remark);
  const party = isSplit ? (names.party(head) ?? ofRemark) : null;
  const isRead = populationNamed(remark) !== null || (party !== null && isSame(party, ofRemark));
  if (remark !== "" && !isRead)
    note("remark-not-read", path, `"${remark}" is a remark: what it says is read from the fields only.`);
  if (party !== null) return { ...party, ...population };
  const phrase = readLabel(reading, label);
  const { unit, inMassacres, ...row } = phrase.of;
  const { perpetrator, alliance, section } = row;
  const counted = joined(reading.base, table);
  const isOfTable =
    (unit ?? inMassacres) === undefined || (counted.unit ?? counted.inMassacres) !== undefined;
  // "Regime and Russia" are two; "Shells by the Islamic State" names one, and how it killed.
  const areJoined = typeof perpetrator === "string" || /[/&+,]|\b(?:and|und|et)\b|\sو/iu.test(label);
  const isNamed = (perpetrator ?? alliance ?? section) !== undefined;
  const isKnown = phrase.unknown.length === 0 && isNamed && isOfTable;
  if (isKnown && (perpetrator === undefined || areJoined)) return row;
  const name = isSplit ? head : label;
  const near = names.near("perpetrator", name);
  note(
    "label-unknown",
    path,
    `The codebook has no party "${name}": it is taken as one of its own.` +
      (near.length === 0 ? "" : ` Is it ${near.join(" or ")}?`),
  );
  return { perpetrator: names.add("perpetrator", name), ...population };
}

/** Whether a party is one of an alliance: "Extremist Islamic groups: ISIS" is ISIS. */
function isMember({ names }: FileReading, member: Coordinates, group: Coordinates | null): boolean {
  const members = group?.alliance === undefined ? [] : names.membersOf(group);
  return names.membersOf(member).every((key) => members.includes(key));
}

function isSame(one: Coordinates, other: Coordinates | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The name of the party, and what stands behind a colon or dash. */
function splitLabel(label: string): readonly [string, string?] {
  const [, head, suffix] = /^(.*?)\s*(?::|\s[-–—]\s)\s*(.*)$/u.exec(label) ?? [];
  return head === undefined || suffix === undefined ? [label] : [head, suffix];
}
