import { checkedFunction, checkedItems } from "../error.js";
import type { ItemChange } from "./compare-releases.js";
import { distinctReasons, isSameKind, type Reason } from "./reason.js";

/**
 * Gives the reasons of several sources as those of one: each kind as the first source says it that does, those of one source
 * that say the same once (re-attributed twice). What a later source says of the same kind is left out, but that its words,
 * all that it has of that kind, stand where the earlier one has none.
 *
 * To be handed to `compareReleases` as `reasonsOf`: those that the recorder stated before those that the records show.
 *
 * @example
 * const stated = () => [{ kind: "re-attributed" as const }];
 * const shown = () => [{ kind: "re-attributed" as const, note: "regime; now russia" }, { kind: "age-known" as const }];
 * joinReasons(stated, shown)({ id: "v-1", before: null, after: null }) // [{ kind: "re-attributed", note: "regime; now russia" }, { kind: "age-known" }]
 */
export function joinReasons<Item>(
  ...sources: readonly ((change: ItemChange<Item>) => readonly Reason[])[]
): (change: ItemChange<Item>) => readonly Reason[] {
  for (const source of sources) checkedFunction(source, "joinReasons", "functions that give reasons");
  return (change) => {
    let joined: readonly Reason[] = [];
    for (const source of sources) {
      const ofSource = distinctReasons([
        ...checkedItems(source(change), "joinReasons", "functions that give lists of reasons"),
      ]);
      const others = ofSource.filter(({ kind }) => !joined.some((reason) => reason.kind === kind));
      const worded = joined.map((reason) => {
        if (reason.note !== undefined) return reason;
        const notes = ofSource.flatMap((other) => (isSameKind(other, reason) ? (other.note ?? []) : []));
        return notes.length === 0 ? reason : { ...reason, note: notes.join(", ") };
      });
      joined = [...worded, ...others];
    }
    return joined;
  };
}
