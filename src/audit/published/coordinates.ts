import type { Keys } from "../../codebook/keys.js";

/** One or several keys: several mean *any of them*, which is only said of keys that exclude each other. */
export type OneOrMore<Key extends string> = Key | readonly Key[];

/** The demographic partition: every person killed is exactly one of these. *Woman* is adult: no child is one. */
export type DemographicKey = "child" | "woman" | "man" | "unknown";

/** What is counted: persons killed, massacres, or incidents of any size. */
export type Unit = "persons" | "massacres" | "incidents";

/**
 * Where a published figure stands: which persons (or massacres) it counts.
 *
 * Every coordinate narrows, and one that is left out does not: `{}` is everybody whom the report counts in its period.
 * A list of keys means any of them: `{ demographic: ["child", "woman"] }` is children and women together, which is the
 * sum of the two, since nobody is both.
 *
 * `section`, `alliance` and `perpetrator` all speak of who killed; a section or alliance is its members.
 */
export interface Coordinates<K extends Keys = Keys> {
  /** As `period` reads it: "2021-07", "2021", "2021-H1", "2021-01/2021-07". Left out: the period of the report. */
  readonly period?: string;
  /** Populations that exclude each other, as "civilians" and "armed". Left out: all that the report counts. */
  readonly population?: OneOrMore<string>;
  /** Left out: persons. */
  readonly unit?: Unit;
  readonly perpetrator?: OneOrMore<K["perpetrator"] | K["unattributed"]>;
  readonly section?: OneOrMore<K["section"]>;
  readonly alliance?: K["alliance"];
  /** The place of death, with all places within it. */
  readonly place?: OneOrMore<K["place"]>;
  readonly demographic?: OneOrMore<DemographicKey>;
  /**
   * Categories beside the demographic ones. They may overlap, so several mean *all of them*, unlike elsewhere:
   * `["torture", "medical"]` is medics who died under torture. "child" and "woman" are read as `demographic`.
   */
  readonly category?: OneOrMore<K["category"]>;
  readonly means?: OneOrMore<K["means"]>;
  /** Who controlled the area. */
  readonly controlledBy?: OneOrMore<string>;
  /** A single incident that the report narrates, or several, by any name: all reports audited together mean one by it. */
  readonly incident?: OneOrMore<string>;
  /** Only persons killed in massacres: the toll of massacres. Of the unit "massacres" it says nothing. */
  readonly inMassacres?: true;
}
