import { checkedFunction } from "../error.js";
import type { ItemChange } from "./compare-releases.js";
import type { Reason } from "./reason.js";

/**
 * Gives the reasons of several sources as those of one: of the first source first, each kind once. What a later source says of
 * the same kind is left out, but that its words stand where the earlier one has none.
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
    const joined: Reason[] = [];
    for (const source of sources) {
      const ofSource = source(change);
      const said = joined.map(({ kind }) => kind);
      for (const [nth, reason] of joined.entries()) {
        const note = reason.note ?? ofSource.find(({ kind }) => kind === reason.kind)?.note;
        if (note !== undefined) joined[nth] = { ...reason, note };
      }
      joined.push(...ofSource.filter(({ kind }) => !said.includes(kind)));
    }
    return joined;
  };
}
