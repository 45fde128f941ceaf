import { extendCodebook, type Found, type Keys, keyFinder, snhrCodebook } from "casualty-stats";
import type { Coordinates } from "../../src/audit/published/coordinates.js";
import type { Codebook, Perpetrator } from "../../src/codebook/codebook.js";
import { spelling } from "../../src/codebook/spelling.js";
import { looseFinder } from "./facts-party-names.js";
import { placeFinder } from "./facts-place-names.js";

/** The codebook of a folder of fact files, which grows by every label that it does not know. */
export interface FactsNames {
  /** Who killed, by a label: a party, a source that is nobody, an alliance or a section. Null: nobody by that name. */
  readonly party: (label: string) => Coordinates | null;
  readonly place: (label: string) => string | null;
  readonly category: (label: string) => string | null;
  /** Keys with a spelling near to the label. */
  readonly near: (list: "perpetrator" | "place", label: string) => readonly string[];
  /** A key of its own for a label: the same for every file that prints it. */
  readonly add: (list: "perpetrator" | "place" | "category", label: string) => string;
  /** Whether a party is none of the codebook, but was added for a label. */
  readonly isAdded: (party: Coordinates) => boolean;
  /** An added party by section: the codebook does not say of which it is. These are its parts in those that are left to it. */
  readonly bySection: (added: string, taken: readonly string[]) => readonly string[];
  /**
   * An added party, by section, with what is counted under its label of others: of each a part, so that several added parties
   * may each have some of the same one.
   */
  readonly anyOf: (added: string, bySection: readonly string[], others: readonly string[]) => Coordinates;
  /** The parties of the codebook. */
  readonly parties: readonly string[];
  /** The sources of the codebook, which are nobody. */
  readonly sources: readonly string[];
  /** The same names as a report of a later day uses them: who is called the government. */
  readonly on: (day: string) => FactsNames;
  readonly membersOf: (party: Coordinates) => readonly string[];
  /** The codebook with all that was added. */
  readonly codebook: () => Codebook;
}

/** The codebook as the fact files need it. */
export function factsNames(): FactsNames {
  // Females and males of any age, and people whom a report counts outside its totals, are printed and are no category of SNHR's; the
  // government since December 2024 is no party of the report that the codebook follows.
  const base: Codebook = extendCodebook(snhrCodebook, {
    perpetrators: {
      "transitional-government": {
        label: "Transitional government forces",
        aliases: ["Syrian transitional government", "New Syrian government", "Caretaker government"],
        section: "main",
        valid: { from: "2024-12-08" },
      },
    },
    categories: {
      female: { label: "Females", aliases: ["Female"], when: { sex: "female" } },
      male: { label: "Males", aliases: ["Male"], when: { sex: "male" } },
      "outside-scope": { label: "Outside the scope of the totals", when: { any: [] } },
    },
  });
  const find = {
    perpetrator: keyFinder(base, "perpetrator"),
    unattributed: keyFinder(base, "unattributed"),
    alliance: keyFinder(base, "alliance"),
    section: keyFinder(base, "section"),
    place: keyFinder(base, "place"),
    category: keyFinder(base, "category"),
  };
  const loosely = looseFinder(base);
  const placeLoosely = placeFinder(base);
  const added = {
    perpetrator: new Map<string, string>(),
    place: new Map<string, string>(),
    category: new Map<string, string>(),
  };
  const labels = new Map<string, string>();
  const anyOf = new Map<string, { readonly label: string; readonly members: readonly string[] }>();
  const parts = new Map<string, Perpetrator>();
  const key = (found: Found<string>): string | null => (found.kind === "found" ? found.key : null);

  const party = (label: string): Coordinates | null => {
    const perpetrator = key(find.perpetrator(label)) ?? key(find.unattributed(label));
    if (perpetrator !== null) return { perpetrator };
    const alliance = key(find.alliance(label));
    if (alliance !== null) return { alliance };
    const section = key(find.section(label));
    if (section !== null) return { section };
    const own = added.perpetrator.get(spelling(label));
    return own === undefined ? loosely(label) : { perpetrator: own };
  };

  const all: FactsNames = {
    party,
    on: (day) => ({
      ...all,
      party: (label) => {
        const of = party(label);
        const isGovernment = /\bgovernment\b/i.test(label) && !/\b(assad|regime|former)\b/i.test(label);
        const isLater = day > (base.perpetrators["regime"]?.valid?.to ?? day);
        return of?.perpetrator === "regime" && isGovernment && isLater
          ? { perpetrator: "transitional-government" }
          : of;
      },
    }),
    place: (label) => key(find.place(label)) ?? added.place.get(spelling(label)) ?? placeLoosely(label),
    category: (label) => key(find.category(label)),
    near: (list, label) => {
      const found = find[list](label);
      return found.kind === "unknown" ? found.suggestions : [];
    },
    add: (list, label) => {
      const known = added[list].get(spelling(label));
      if (known !== undefined) return known;
      const made = `${list === "perpetrator" ? "party" : list}-${slug(label)}-${added[list].size + 1}`;
      added[list].set(spelling(label), made);
      // A blank is no name: the entry goes by its key.
      labels.set(made, label.trim() === "" ? made : label);
      return made;
    },
    isAdded: ({ perpetrator }) => typeof perpetrator === "string" && labels.has(perpetrator),
    bySection: (own, taken) => {
      const others = Object.entries(base.sections).filter(
        ([section]) => section !== "main" && !taken.includes(section),
      );
      const keys = others.map(([section, entry]) => {
        const part = `${own}-of-${section}`;
        parts.set(part, { label: `${labels.get(own) ?? own} (${entry.label})`, section });
        return part;
      });
      return [own, ...keys];
    },
    anyOf: (own, bySection, others) => {
      const label = labels.get(own) ?? own;
      const members = others.map((parent) => {
        const part = `${parent}-as-${own}`;
        const whole = base.perpetrators[parent];
        parts.set(part, {
          label: `${whole?.label ?? parent} as "${label}"`,
          section: whole?.section ?? "main",
          parent,
        });
        return part;
      });
      const alliance = `any-of-${[...bySection, ...others].join("-or-")}`;
      anyOf.set(alliance, { label, members: [...bySection, ...members] });
      return { alliance };
    },
    parties: Object.keys(base.perpetrators),
    sources: Object.keys(base.unattributed),
    membersOf: ({ perpetrator, section, alliance }) => [
      ...(perpetrator === undefined ? [] : typeof perpetrator === "string" ? [perpetrator] : perpetrator),
      ...(alliance === undefined
        ? []
        : (anyOf.get(alliance)?.members ?? base.alliances[alliance]?.members ?? [])),
      ...(section === undefined
        ? []
        : [...Object.entries(base.perpetrators), ...Object.entries(base.unattributed)]
            .filter(([, entry]) =>
              (typeof section === "string" ? [section] : section).includes(entry.section),
            )
            .map(([member]) => member)),
    ],
    codebook: () => {
      const entry = (made: string) => ({ label: labels.get(made) ?? made });
      const perpetrators = Object.fromEntries(
        [...added.perpetrator.values()].map((made) => [made, { ...entry(made), section: "main" }]),
      );
      // Nobody is in a category by a condition, since there are no records.
      const categories = Object.fromEntries(
        [...added.category.values()].map((made) => [made, { ...entry(made), when: { any: [] } }]),
      );
      const places = Object.fromEntries([...added.place.values()].map((made) => [made, entry(made)]));
      return extendCodebook<Keys, never, string, never, never, never, never, never, never, string>(base, {
        perpetrators: { ...perpetrators, ...Object.fromEntries(parts) },
        places,
        categories,
        alliances: Object.fromEntries(anyOf),
      });
    },
  };
  return all;
}

function slug(label: string): string {
  const words = label
    .normalize("NFKD")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return (words ?? ["unnamed"]).join("-");
}
