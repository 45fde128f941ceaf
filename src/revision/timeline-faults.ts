import { mergedInto, stayTest } from "./merges.js";
import { reasonText } from "./reason.js";
import type { Timelines } from "./timelines.js";
import type { Version } from "./version.js";

/** What can be wrong between versions. */
export type TimelineFaultCode =
  | "versions-overlap"
  | "withdrawal-unfounded"
  | "merged-not-withdrawn"
  | "merged-into-unknown";

/** A version that cannot follow those before it: what is wrong, and what to do. */
export interface TimelineFault<V> {
  readonly code: TimelineFaultCode;
  readonly version: V;
  readonly what: string;
  readonly advice: string;
}

/** The part of a version by which it is set in order. */
export type Ordered = Pick<Version<unknown>, "id" | "recorded" | "item" | "reasons">;

/** What is wrong between versions: first those of one id, then those that are merged into another. */
export function faultsAmong<V extends Ordered>(timelines: Timelines<V>): TimelineFault<V>[] {
  const faults = [...timelines.values()].flatMap((timeline) => faultsIn(timeline));
  // A merge goes by what the other record is without its own faults.
  return [...faults, ...mergeFaults(withoutFaulty(timelines, faults))];
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

/** What is wrong between the versions of one id, which are in the order of the days. */
function faultsIn<V extends Ordered>(timeline: readonly V[]): TimelineFault<V>[] {
  return timeline.flatMap((version, nth): TimelineFault<V>[] => {
    const { id, recorded, item, reasons = [] } = version;
    const before = timeline[nth - 1];
    if (before?.recorded === recorded || timeline[nth + 1]?.recorded === recorded) {
      const what = `two versions of "${id}" are recorded on ${recorded}, so that it cannot be told which of them holds`;
      return [
        { code: "versions-overlap", version, what, advice: "keep one, or correct the day of the other" },
      ];
    }
    if (item === null && (before === undefined || before.item === null)) {
      const what = `"${id}" is withdrawn on ${recorded}, when it is not recorded`;
      const advice = "add the version that is withdrawn, or remove the withdrawal";
      return [{ code: "withdrawal-unfounded", version, what, advice }];
    }
    const merge = item === null ? undefined : reasons.find((reason) => "into" in reason);
    if (merge === undefined) return [];
    const what = `"${id}" is ${reasonText({ kind: merge.kind, into: merge.into })} as of ${recorded}, and is not withdrawn, so that both are counted`;
    return [{ code: "merged-not-withdrawn", version, what, advice: "withdraw it, or take the reason away" }];
  });
}

/** The versions that are merged into a record that does not stay. */
function mergeFaults<V extends Ordered>(timelines: Timelines<V>): TimelineFault<V>[] {
  const stays = stayTest(timelines);
  return [...timelines.values()].flat().flatMap((version): TimelineFault<V>[] => {
    const { id, recorded } = version;
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
