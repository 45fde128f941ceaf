import type { Ordered, Timelines } from "./grouped-by-id.js";
import { mergedInto, stayTest } from "./merges.js";
import { isUnread, reasonText } from "./reason.js";

/** What can be wrong between versions. */
type TimelineFaultCode =
  | "versions-overlap"
  | "withdrawal-unfounded"
  | "merged-not-withdrawn"
  | "merged-into-unknown";

/** A version that cannot follow those before it: what is wrong, and what to do. */
export interface TimelineFault<V, Code extends TimelineFaultCode = TimelineFaultCode> {
  readonly code: Code;
  readonly version: V;
  readonly what: string;
  readonly advice: string;
}

/** What is wrong between versions: first those of one id, then those that are merged into another. */
export function faultsAmong<V extends Ordered>(timelines: Timelines<V>): TimelineFault<V>[] {
  const faults = [...overlapsAmong(timelines), ...withdrawalFaults(timelines)];
  // A merge goes by what the other record is without its own faults.
  return [...faults, ...mergeFaults(withoutFaulty(timelines, faults))];
}

/** The versions of one id that are recorded on one day. */
export function overlapsAmong<V extends Ordered>(
  timelines: Timelines<V>,
): TimelineFault<V, "versions-overlap">[] {
  return eachWithNeighbours(timelines, (version, before, after) => {
    const { id, recorded } = version;
    if (before?.recorded !== recorded && after?.recorded !== recorded) return [];
    const what = `two versions of "${id}" are recorded on ${recorded}, so that it cannot be told which of them holds`;
    return [{ code: "versions-overlap", version, what, advice: "keep one, or correct the day of the other" }];
  });
}

/**
 * The versions that withdraw what is not recorded. A row that cannot be read is no record and no withdrawal: it may follow a
 * withdrawal, and be withdrawn.
 */
export function withdrawalFaults<V extends Ordered>(timelines: Timelines<V>): TimelineFault<V>[] {
  return eachWithNeighbours(timelines, (version, before) => {
    const { id, recorded, item } = version;
    const withdraws = (one: V) => one.item === null && !isUnread(one);
    if (!(item === null && (before === undefined || (withdraws(before) && withdraws(version))))) return [];
    const what = `"${id}" is withdrawn on ${recorded}, when it is not recorded`;
    const advice = "add the version that is withdrawn, or remove the withdrawal";
    return [{ code: "withdrawal-unfounded", version, what, advice }];
  });
}

/** The versions that are not at fault. */
export function withoutFaulty<V extends Ordered>(
  timelines: Timelines<V>,
  faults: readonly TimelineFault<V>[],
): Timelines<V> {
  const faulty = new Set(faults.map(({ version }) => version));
  const sound = new Map(timelines);
  for (const id of new Set(faults.map(({ version }) => version.id))) {
    sound.set(
      id,
      (timelines.get(id) ?? []).filter((version) => !faulty.has(version)),
    );
  }
  return sound;
}

/** The versions that are merged and not withdrawn, or merged into a record that does not stay. */
export function mergeFaults<V extends Ordered>(timelines: Timelines<V>): TimelineFault<V>[] {
  const stays = stayTest(timelines);
  return [...timelines.values()].flat().flatMap((version): TimelineFault<V>[] => {
    const { id, recorded, item, reasons = [] } = version;
    const merge = item === null ? undefined : reasons.find((reason) => "into" in reason);
    if (merge !== undefined) {
      const what = `"${id}" is ${reasonText({ kind: merge.kind, into: merge.into })} as of ${recorded}, and is not withdrawn, so that both are counted`;
      return [
        { code: "merged-not-withdrawn", version, what, advice: "withdraw it, or take the reason away" },
      ];
    }
    const missing = mergedInto(version).find((other) => other === id || !stays(other, recorded));
    if (missing === undefined) return [];
    const target =
      missing === id
        ? "itself"
        : timelines.has(missing)
          ? `"${missing}" on ${recorded}, when that is not recorded, or is merged itself into none that stays`
          : `"${missing}", which is never recorded`;
    const what = `"${id}" is merged into ${target}`;
    return [{ code: "merged-into-unknown", version, what, advice: "name the record that stays" }];
  });
}

function eachWithNeighbours<V, Found>(
  timelines: Timelines<V>,
  find: (version: V, before: V | undefined, after: V | undefined) => readonly Found[],
): Found[] {
  return [...timelines.values()].flatMap((timeline) =>
    timeline.flatMap((version, nth) => find(version, timeline[nth - 1], timeline[nth + 1])),
  );
}
