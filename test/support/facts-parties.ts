import type { Coordinates } from "../../src/audit/coordinates.js";
import { joined, oneOrMore } from "./facts-coordinates.js";
import type { LabelledRow } from "./facts-issue.js";
import { populationNamed, readPhrase } from "./facts-phrase.js";
import type { FileReading } from "./facts-reading.js";
import type { TableRow } from "./facts-tables.js";

/**
 * Who killed and whom, by the label of a row: "Government forces: rebels killed".
 *
 * A party that the codebook does not know is one of its own, so that the rows still add up, and is noted.
 */
export function partyOf(reading: FileReading, label: string, path: string): Coordinates {
  const { names, note, populationOf } = reading;
  const known = names.party(label);
  if (known !== null) return known;
  const remark = /\(([^)]*)\)/.exec(label)?.[1] ?? "";
  const [head, suffix] = splitLabel(label.replace(/\([^)]*\)/g, " ").trim());
  const whom = populationNamed(suffix ?? "") ?? populationNamed(remark);
  const population = whom === null ? {} : populationOf(whom);
  if (population === null)
    note("label-not-understood", path, `The report does not count the group that "${label}" names.`);
  const isSplit = suffix === undefined || populationNamed(suffix) !== null;
  const ofRemark = names.party(remark);
  const party = isSplit ? (names.party(head) ?? ofRemark) : null;
  const isRead = populationNamed(remark) !== null || (party !== null && isSame(party, ofRemark));
  if (remark !== "" && !isRead)
    note("remark-not-read", path, `"${remark}" is a remark: what it says is read from the fields only.`);
  if (party !== null) return { ...party, ...population };
  const phrase = readPhrase(label, names, populationOf);
  const { perpetrator, alliance, section } = phrase.of;
  if (phrase.unknown.length === 0 && (perpetrator ?? alliance ?? section) !== undefined) return phrase.of;
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

function isSame(one: Coordinates, other: Coordinates | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The name of the party, and what stands behind a colon or dash. */
function splitLabel(label: string): readonly [string, string?] {
  const [, head, suffix] = /^(.*?)\s*(?::|\s[-–—]\s)\s*(.*)$/u.exec(label) ?? [];
  return head === undefined || suffix === undefined ? [label] : [head, suffix];
}

/**
 * The rows of a table by their labels, so that nobody stands in two: a section, or a party without a population, that holds
 * another row is what that row leaves, and of two rows of the same party the second is one of its own.
 */
export function partyRows(reading: FileReading, items: readonly LabelledRow[]): readonly TableRow[] {
  const { names, note } = reading;
  const taken = new Set<string>();
  const own = items.map((item): TableRow => {
    const { label, labelPath } = item;
    const of = partyOf(reading, label, labelPath);
    const key = JSON.stringify([of.population ?? null, [...names.membersOf(of)].sort()]);
    if (!taken.has(key)) {
      taken.add(key);
      return { ...item, of, isGroup: false };
    }
    const message = `"${label}" is a party that another row is of: it is taken as one of its own.`;
    note("rows-overlap", labelPath, message);
    const { population } = of;
    const perpetrator = names.add("perpetrator", `${label} (beside the row of the same party)`);
    return {
      ...item,
      of: { perpetrator, ...(population === undefined ? {} : { population }) },
      isGroup: false,
    };
  });
  return own.map((row): TableRow => {
    const within = own.filter((other) => other !== row && isWithin(reading, other.of, row.of));
    if (within.length === 0) return row;
    if (row.of.alliance !== undefined) {
      const message = `"${row.label}" is printed beside its members: it is no row of the sum.`;
      note("rows-overlap", row.labelPath, message);
      return { ...row, isGroup: true };
    }
    note("rows-overlap", row.labelPath, `"${row.label}" is read as what the rows within it leave.`);
    return { ...row, of: lessRows(reading, row.of, within) };
  });
}

function isWithin({ names }: FileReading, part: Coordinates, whole: Coordinates): boolean {
  const members = names.membersOf(whole);
  const isPart = names.membersOf(part).every((key) => members.includes(key));
  return isPart && (whole.population === undefined || whole.population === part.population);
}

function lessRows(reading: FileReading, whole: Coordinates, within: readonly TableRow[]): Coordinates {
  const { names, populationOf } = reading;
  const samePeople = within.filter(({ of }) => of.population === whole.population);
  if (samePeople.length === 0) {
    const taken = within.map(({ of }) => of.population);
    const left = (["civilians", "armed"] as const).flatMap((name) => {
      const population = populationOf(name)?.population;
      return population === undefined || taken.includes(population) ? [] : [population].flat();
    });
    return left.length === 0 ? whole : joined(whole, { population: oneOrMore(left) });
  }
  const taken = new Set(samePeople.flatMap(({ of }) => names.membersOf(of)));
  const { population } = whole;
  const perpetrator = oneOrMore(names.membersOf(whole).filter((key) => !taken.has(key)));
  return { perpetrator, ...(population === undefined ? {} : { population }) };
}
