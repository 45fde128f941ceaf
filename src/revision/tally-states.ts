import type { CalendarDate } from "../calendar/calendar-date.js";
import { axesOf, keyOfCell } from "../tally/axes.js";
import { type MeasureKind, valueOf } from "../tally/measure.js";
import type { KeysOfPartitions, Partitions, Question } from "../tally/question.js";
import { fromRows } from "../tally/rows.js";
import type { DimensionKeys, Shape, Tally } from "../tally/tally-data.js";
import { compareTexts } from "./grouped-by-id.js";
import { addPlaced, type Placed, placerOf } from "./placer.js";
import { timelinesOf } from "./timelines.js";
import type { Version } from "./version.js";

/** What was counted as of a day, and until the next state. */
export interface TallyState<
  K extends DimensionKeys = DimensionKeys,
  I extends string = string,
  M extends MeasureKind = "count",
> {
  /** The day at whose end this was first known. */
  readonly since: CalendarDate;
  readonly tally: Tally<K, I, M>;
}

/**
 * Gives every state of a tally: as first recorded, as known today, and all between, in the order of the days.
 *
 * There is a state for each day on which the tally changed; before the first one it is that of no items. Each state is the
 * `tally` of the records `asOf` its day. No versions give no states. Each version is placed once, and each state costs the cells
 * that it holds: the records are not counted anew.
 *
 * @throws what `asOf` and `tally` throw.
 *
 * @example
 * const by = { by: partition({ keys: ["unknown", "regime"], keyOf: (victim: { by: "unknown" | "regime" }) => victim.by }) };
 * const versions = [
 *   { id: "v-1", recorded: calendarDate("2021-08-01"), item: { by: "unknown" as const } },
 *   { id: "v-1", recorded: calendarDate("2021-09-14"), item: { by: "regime" as const } },
 * ];
 * const states = tallyStates(versions, { by });
 * states.map(({ since, tally }) => [since, at(tally, { by: "regime" }).count]) // [["2021-08-01", 0], ["2021-09-14", 1]]
 */
export function tallyStates<
  Item,
  B extends Partitions<Item>,
  I extends string = never,
  M extends MeasureKind = "count",
>(
  versions: Iterable<Version<Item>>,
  question: Question<Item, B, I, M>,
): TallyState<KeysOfPartitions<B>, I, M>[] {
  const { shape, width, place } = placerOf("tallyStates", question);
  const changes = new Map<CalendarDate, { readonly gone: Placed[]; readonly come: Placed[] }>();
  for (const timeline of timelinesOf(versions).values()) {
    let before: Placed | null = null;
    for (const { recorded, item } of timeline) {
      const ofDay = changes.get(recorded) ?? { gone: [], come: [] };
      changes.set(recorded, ofDay);
      if (before !== null) ofDay.gone.push(before);
      before = item === null ? null : place(item);
      if (before !== null) ofDay.come.push(before);
    }
  }

  const cells = new Map<number, number[]>();
  const states: TallyState<KeysOfPartitions<B>, I, M>[] = [];
  for (const [since, { gone, come }] of [...changes].sort(([a], [b]) => compareTexts(a, b))) {
    const was = new Map<number, readonly number[]>();
    const apply = (placed: Placed, times: 1 | -1) => {
      const sums = cells.get(placed.cell) ?? new Array<number>(width).fill(0);
      if (!was.has(placed.cell)) was.set(placed.cell, [...sums]);
      cells.set(placed.cell, sums);
      addPlaced(sums, placed, times);
    };
    // What goes first: a sum is then never above that of the day before or of this one, and as exact as these.
    for (const placed of gone) apply(placed, -1);
    for (const placed of come) apply(placed, 1);
    const isSame = [...was].every(([cell, sums]) =>
      sums.every((sum, column) => sum === cells.get(cell)?.[column]),
    );
    if (isSame) continue;
    states.push({ since, tally: fromRows(filledRows(shape, cells), question) });
  }
  return states;
}

/** The cells that are not zero as rows, for `fromRows`. */
function filledRows<K extends DimensionKeys, I extends string, M extends MeasureKind>(
  { dimensions, inclusions, measure }: Shape<K, I, M>,
  cells: ReadonlyMap<number, readonly number[]>,
): Readonly<Record<string, unknown>>[] {
  const axes = axesOf(dimensions);
  return [...cells]
    .filter(([, sums]) => sums.some((sum) => sum !== 0))
    .map(([cell, sums]) => {
      const fields = sums.length / (1 + inclusions.length);
      const valueFrom = (nth: number) => valueOf(measure, sums.slice(nth * fields, (nth + 1) * fields));
      const parts = inclusions.map((key, nth): [string, unknown] => [key, valueFrom(1 + nth)]);
      return { ...keyOfCell(axes, cell), count: valueFrom(0), ...Object.fromEntries(parts) };
    });
}
