import { misprintsOf } from "../../src/audit/conflicts/misprint.js";
import type { Coordinates } from "../../src/audit/published/coordinates.js";
import { cellText, joined, summands, without } from "./facts-coordinates.js";
import { type FileReading, printedValues } from "./facts-reading.js";

/** The cell of a part and that of its whole. */
export interface PartAndWhole {
  readonly of: Coordinates;
  readonly whole: Coordinates;
}

/** The counts that the transcriber typed beside a percentage; null where none is. */
export interface TypedCounts {
  readonly part: number | null;
  readonly whole: number | null;
}

/** The cells that a label can mean. */
export interface Meant {
  /** Those of one that says both in so many words, "children of victims of ISIS": of everybody, or of civilians only. */
  readonly sure: readonly PartAndWhole[];
  /** Those of a label that names its whole: "children of civilians killed". */
  readonly named: readonly PartAndWhole[];
  /** Those of one that leaves it unsaid: "torture deaths by the regime", in those tortured or in all that it killed. */
  readonly unsaid: readonly PartAndWhole[];
}

/** What a typed count is to the printed values of a cell; `open` if one of them is not there. */
type Agreement = "equal" | "open" | "misprint" | "other";

/**
 * Of cells that a label says in so many words, those that the counts typed beside them contradict least. Null if there are none, or
 * the counts are those of the same in another unit, period or setting, which the label leaves unsaid.
 */
export function closestShare(
  reading: FileReading,
  typed: TypedCounts,
  sure: readonly PartAndWhole[],
  byValue: PartAndWhole | null,
): PartAndWhole | null {
  if (byValue !== null && sure.some((share) => isSameBut(reading.base, share, byValue))) return null;
  const [closest] = sure
    .map((share) => agreementsOf(reading, typed, share))
    .sort((a, b) => a.others - b.others || a.misprints - b.misprints || b.equal - a.equal);
  return closest?.share ?? null;
}

/** Whether cells are those of a share with a unit, a period or "in massacres" that it does not state. */
function isSameBut(base: Coordinates, { of, whole }: PartAndWhole, other: PartAndWhole): boolean {
  const stated = joined(base, whole);
  const unsaid = (["unit", "period", "inMassacres"] as const).filter(
    (field) => stated[field] === undefined && other.whole[field] !== undefined,
  );
  const more = Object.fromEntries(unsaid.map((field) => [field, other.whole[field]]));
  const isSame = (said: Coordinates, cell: Coordinates): boolean =>
    cellText(joined(base, said, more)) === cellText(cell);
  return unsaid.length > 0 && isSame(of, other.of) && isSame(whole, other.whole);
}

/**
 * The cells of a percentage whose label can mean several. The counts that are typed beside it decide between them, and
 * against the label where only other cells print both (`byValue`). Null where no cells agree with them, a misprint apart: a share is
 * not compared with another whole than its own.
 */
export function chooseShare(
  reading: FileReading,
  typed: TypedCounts,
  { named, unsaid }: Pick<Meant, "named" | "unsaid">,
  byValue: PartAndWhole | null,
): PartAndWhole | null {
  const told = (shares: readonly PartAndWhole[]) =>
    shares.map((share) => agreementsOf(reading, typed, share));
  const ofNamed = told(named);
  const ofUnsaid = told(unsaid);
  const both = [...ofNamed, ...ofUnsaid].find(({ equal }) => equal === 2);
  if (both !== undefined) return both.share;
  if (byValue !== null) return byValue;
  const meant = named.length > 0 ? ofNamed : ofUnsaid;
  const agreeing = meant.filter(({ misprints, others }) => misprints + others === 0);
  const most = Math.max(...agreeing.map(({ equal }) => equal));
  const best = agreeing.filter(({ equal }) => equal === most).map(({ share }) => share);
  const [first = null] = best;
  if (first !== null) return named.length > 0 || typed.whole === null ? first : only(best);
  return only(
    meant.filter(({ misprints, others }) => misprints === 1 && others === 0).map(({ share }) => share),
  );
}

/** Keeps what is typed of the cells of a share: another number typed of them is of other cells. */
export function keepTyped(reading: FileReading, typed: TypedCounts, { of, whole }: PartAndWhole): void {
  for (const [count, cell] of [[typed.part, of] as const, [typed.whole, whole] as const]) {
    const text = cellText(joined(reading.base, cell));
    if (count !== null && !reading.typedCells.has(text)) reading.typedCells.set(text, count);
  }
}

/** The only one of the shares, or null. */
function only(shares: readonly PartAndWhole[]): PartAndWhole | null {
  const distinct = new Map(shares.map((share) => [cellText(share.of) + cellText(share.whole), share]));
  const [first = null] = distinct.values();
  return distinct.size === 1 ? first : null;
}

/** How many of the typed counts are those of a share, or misprints of them, or others. */
function agreementsOf(reading: FileReading, typed: TypedCounts, share: PartAndWhole) {
  const agreements = [agreement(reading, typed.part, share.of), agreement(reading, typed.whole, share.whole)];
  const number = (one: Agreement): number => agreements.filter((other) => other === one).length;
  return { share, equal: number("equal"), misprints: number("misprint"), others: number("other") };
}

function agreement(reading: FileReading, typed: number | null, cell: Coordinates): Agreement {
  if (typed === null) return "open";
  const earlier = reading.typedCells.get(cellText(joined(reading.base, cell)));
  const counts = printedValues(reading, cell);
  const printed = counts.length === 0 && earlier !== undefined ? [earlier] : counts;
  if (printed.length === 0) {
    const sum = sumOfRows(reading, cell);
    return sum === typed ? "equal" : sum < typed ? "open" : "other";
  }
  if (printed.includes(typed)) return "equal";
  const near = misprintsOf(String(typed)).map(({ value }) => Number(value));
  return printed.some((value) => near.includes(value)) ? "misprint" : "other";
}

const killers = ["perpetrator", "alliance", "section"] as const;

/** What the rows of parties print of a cell that has no count of its own: at least so many are in it. */
function sumOfRows({ names, base, printed }: FileReading, cell: Coordinates): number {
  const wanted = joined(base, cell);
  const isOfAll = killers.every((killer) => wanted[killer] === undefined);
  const members = isOfAll ? null : names.membersOf(wanted);
  const dropped = wanted.population === undefined ? [...killers, "population" as const] : killers;
  const texts = summands(wanted).map((one) => cellText(without(one, killers)));
  return printed
    .filter(({ path, of: { perpetrator, ...rest } }) => {
      if (!path.startsWith("parties[") || typeof perpetrator !== "string") return false;
      if (members !== null && !members.includes(perpetrator)) return false;
      return texts.includes(cellText(without(rest, dropped)));
    })
    .reduce((sum, { value }) => sum + value, 0);
}

/** The wholes in which somebody of a cell can be counted: the cell without some of what is said of it. */
export function wholesOf(of: Coordinates): readonly Coordinates[] {
  const { unit, ...said } = of;
  const kept: Coordinates = unit === undefined ? {} : { unit };
  const fields = Object.keys(said) as (keyof Coordinates)[];
  const wholes = fields.reduce<readonly Coordinates[]>(
    (found, field) => [...found, ...found.map((one) => ({ ...one, [field]: of[field] }))],
    [kept],
  );
  return wholes.filter((whole) => cellText(whole) !== cellText(of));
}

/** The only cell of the typed whole with the only cell in it, or its children and women, that have both typed counts. */
export function shareByValue(reading: FileReading, { part, whole }: TypedCounts): PartAndWhole | null {
  if (part === null || whole === null) return null;
  const cells = (value: number): readonly Coordinates[] =>
    reading.printed.filter((one) => one.value === value).map(({ of }) => of);
  return only(
    cells(whole).flatMap((all) => {
      const vulnerable: Coordinates = { ...all, demographic: ["child", "woman"] };
      const isTheirs = all.demographic === undefined && printedValues(reading, vulnerable).includes(part);
      const inside = cells(part).filter(
        (of) =>
          of.unit === all.unit &&
          of.period === all.period &&
          cellText(joined(all, of)) === cellText(of) &&
          cellText(of) !== cellText(all),
      );
      return [...inside, ...(isTheirs ? [vulnerable] : [])].map((of) => ({ of, whole: all }));
    }),
  );
}
