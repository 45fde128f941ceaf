import type { Alliance, Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import { standingTo } from "../codebook/parents.js";
import type { PrintOptions } from "../number/print-options.js";
import type { Victim } from "../record/victim.js";
import { type AttributionKey, attributionKey, uncheckedAttributor } from "../rule/attribution.js";
import type { Policy } from "../rule/policy.js";
import { groupedBy } from "./grouped-by.js";
import type { ReportTolls } from "./report-tally.js";
import { sumOfTolls, type TollCell, tollAt, tollCounter, tollPerKey } from "./toll-cell.js";
import { type Toll, withShare } from "./toll-table.js";

/**
 * A group of perpetrators, printed beside its members: no row of the sum. Its share is of the toll of the period.
 *
 * Its toll is that of its members, of which their parts are part, and of what is ascribed to several of them jointly, which
 * stands in no member's row.
 */
export interface AllianceRow<K extends Keys = Keys> extends Toll<K["category"]> {
  readonly key: K["alliance"];
  readonly label: string;
  readonly members: readonly K["perpetrator"][];
  /**
   * Of the toll: those ascribed to several perpetrators jointly who are all of them members, or parts of members, and not parts
   * of one of them, whose row has what its parts have done jointly.
   */
  readonly jointly: TollCell<K["category"]>;
}

/** The toll of those that are ascribed to the same perpetrators jointly. */
export interface JointToll<K extends Keys = Keys> {
  /** Under what the tables by perpetrator count it. */
  readonly key: AttributionKey<K>;
  readonly to: readonly K["perpetrator"][];
  readonly toll: TollCell<K["category"]>;
}

/** The tolls of what is ascribed to several perpetrators jointly, among these victims. */
export function jointTolls<K extends Keys>(
  victims: readonly Victim<K>[],
  { codebook, policy }: { readonly codebook: Codebook<K>; readonly policy: Policy<NoInfer<K>> },
): JointToll<K>[] {
  const attribute = uncheckedAttributor(codebook, policy);
  const tollOf = tollCounter(codebook);
  const ascribed = victims.flatMap((victim) => {
    const attribution = attribute(victim.incident);
    return attribution.kind !== "undetermined" && attribution.to.length > 1
      ? [{ victim, key: attributionKey(codebook, attribution), to: [...attribution.to].sort() }]
      : [];
  });
  return [...groupedBy(ascribed, ({ to }) => JSON.stringify(to)).values()].map((together) => ({
    key: together[0].key,
    to: together[0].to,
    toll: tollOf(together.map(({ victim }) => victim)),
  }));
}

/** The alliances, in the order of the codebook. A member that is named twice counts once, and nobody is an alliance of none. */
export function allianceRows<K extends Keys>(
  tolls: ReportTolls<K>,
  joint: readonly JointToll<K>[],
  codebook: Codebook<K>,
  print: PrintOptions,
): AllianceRow<K>[] {
  const categories = tolls.tally.inclusions;
  const whole = tollAt(tolls, {}).count;
  const ofPerpetrators = tollPerKey(tolls, "perpetrator");
  return Object.entries<Alliance<K["perpetrator"]>>(codebook.alliances).map(([key, { label, members }]) => {
    const standing = standingTo(codebook.perpetrators, members);
    const belongs = (key: string): boolean => standing(key) === "within";
    const alone = ofPerpetrators.filter(({ key: perpetrator }) => belongs(perpetrator));
    const together = joint.filter((one) => !belongs(one.key) && one.to.every(belongs));
    const jointly = sumOfTolls(
      together.map(({ toll }) => toll),
      categories,
    );
    const all = sumOfTolls([...alone, jointly], categories);
    return { key, label, members, ...withShare(all, whole, print), jointly };
  });
}
