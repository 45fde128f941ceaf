import { CasualtyError, checkedObject, refuseUnless } from "../error.js";
import { axesOf, axisNamed, positionIn } from "./axes.js";
import type { Move } from "./cell-mover.js";
import { unknownKey } from "./dimension.js";
import type { Dimension } from "./tally-data.js";

/** A selection of a tally whose dimensions are not known to the compiler. */
export type AnySelection = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The selected keys of each dimension that a selection speaks of. */
export function selectedKeys(
  dimensions: readonly Dimension[],
  selection: AnySelection,
): ReadonlyMap<string, ReadonlySet<string>> {
  const axes = axesOf(dimensions);
  const selected = new Map<string, ReadonlySet<string>>();
  // Only what the selection itself says: every object inherits a "constructor", which may be the name of a dimension.
  for (const [name, wanted] of Object.entries(
    checkedObject(selection, "A selection", "keys by the name of the dimension"),
  )) {
    const { keys } = axisNamed(axes, name);
    if (wanted === undefined) continue;
    selected.set(name, checkedKeys(name, keys, typeof wanted === "string" ? [wanted] : wanted));
  }
  return selected;
}

/** Tells whether a cell is among those of a selection. */
export function selector(
  dimensions: readonly Dimension[],
  selection: AnySelection,
): (cell: number) => boolean {
  const selected = selectedKeys(dimensions, selection);
  const chosen = axesOf(dimensions).flatMap((axis) => {
    const keys = selected.get(axis.name);
    return keys === undefined ? [] : [{ axis, isChosen: axis.keys.map((key) => keys.has(key)) }];
  });
  return (cell) => chosen.every(({ axis, isChosen }) => isChosen[positionIn(axis, cell)]);
}

/** Moves that take the selected cells of a tally together, and leave out all others. */
export function movesOfSelection(dimensions: readonly Dimension[], selection: AnySelection): Move[] {
  const selected = selectedKeys(dimensions, selection);
  return dimensions.flatMap(({ name, keys }) => {
    const chosen = selected.get(name);
    if (chosen === undefined) return [];
    return [{ from: name, size: 1, to: keys.map((key) => (chosen.has(key) ? 0 : undefined)) }];
  });
}

/** Those of the keys that are wanted. */
function keysAmong(keys: readonly string[], wanted: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(keys.filter((key) => wanted.has(key)));
}

function checkedKeys(
  dimension: string,
  keys: readonly string[],
  wanted: readonly string[],
): ReadonlySet<string> {
  refuseUnless(Array.isArray(wanted), wanted, `A selection of ${dimension}`, "a key, or a list of its keys");
  if (wanted.length === 0) {
    throw new CasualtyError(
      "selection-empty",
      `No key of ${dimension} is selected: name one, or leave it out for all.`,
      { dimension },
    );
  }
  const known = keysAmong(keys, new Set(wanted));
  const selected = new Set<string>();
  for (const key of wanted) {
    if (!known.has(key)) throw unknownKey(dimension, key, keys, "select keys that it has");
    if (selected.has(key)) {
      throw new CasualtyError(
        "selection-repeats-key",
        `"${key}" is selected twice in ${dimension}: it would count twice.`,
        { dimension, key },
      );
    }
    selected.add(key);
  }
  return selected;
}
