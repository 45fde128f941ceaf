import {
  type Age,
  defineCodebook,
  type Partition,
  partition,
  type ReadOptions,
  type Victim,
} from "casualty-stats";

/** The eight cells in which the list was published. */
export const publishedCells = [
  "Men",
  "Women",
  "Boys",
  "Girls",
  "Senior Men",
  "Senior Women",
  "Male (no age)",
  "Female (no age)",
] as const;
export type PublishedCell = (typeof publishedCells)[number];

export const listCodebook = defineCodebook({
  categories: {
    child: { label: "Children", when: { age: { below: 18 } } },
    senior: { label: "Seniors", when: { age: { from: 65 } } },
  },
});

/** How the list was published: -1 is *not recorded*, and years of birth that stand for ages are taken as they are. */
export const asPublished = { unknown: { age: [-1] }, implausible: "keep" } satisfies ReadOptions;

/** Sorts into the published cells; `Other` is whoever has no place in them, and stays empty. */
export const byCell: Partition<Pick<Victim, "sex" | "age">, PublishedCell | "Other"> = partition({
  keys: [...publishedCells, "Other"],
  keyOf: ({ sex, age }: Pick<Victim, "sex" | "age">) => {
    const band = bandOf(age);
    return sex === "unknown" || band === "other" ? "Other" : cellOf[sex][band];
  },
});

const cellOf = {
  male: { child: "Boys", adult: "Men", senior: "Senior Men", unknown: "Male (no age)" },
  female: { child: "Girls", adult: "Women", senior: "Senior Women", unknown: "Female (no age)" },
} as const;

function bandOf(age: Age): "child" | "adult" | "senior" | "unknown" | "other" {
  if (age === null) return "unknown";
  if (typeof age !== "number") return "other";
  if (age < 18) return "child";
  return age < 65 ? "adult" : "senior";
}
