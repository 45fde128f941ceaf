import type { Shape } from "../codebook/shape.js";
import { shown } from "../codebook/shown.js";
import { CasualtyError, checkedFunction } from "../error.js";
import { type Partition, partition, refuseFaultyKeys } from "../tally/dimension.js";
import { checkForm, citationShape } from "./check-rule.js";
import type { Citation } from "./citation.js";

/** One grade of evidence. */
export interface Grade<G extends string = string> {
  readonly key: G;
  readonly label: string;
  /** What a record of this grade has, in the words of the scale. */
  readonly meaning?: string;
}

/** An ordered scale of evidence, as data: published with the figures that it sorts. */
export interface GradeScale<G extends string = string> {
  readonly label: string;
  readonly citation: Citation;
  /** The strongest first. */
  readonly grades: readonly Grade<G>[];
}

/**
 * Makes a scale of grades; it is given back as it came, with its keys as literals.
 *
 * Errors: `definition-malformed` (a field that is missing, unknown or of another form); `dimension-keys-repeated` if two grades have one key, or one has the key `ungraded`, which is that of no grade.
 *
 * @example
 * const scale = defineGradeScale({
 *   label: "Our grades",
 *   citation: { source: "Our methodology, 2021" },
 *   grades: [{ key: "seen", label: "Seen by a researcher" }, { key: "told", label: "Told by a witness" }],
 * });
 * gradesAtOrAbove(scale, "told") // ["seen", "told"]
 */
export function defineGradeScale<const G extends string>(scale: GradeScale<G>): GradeScale<G> {
  const keys = keysOfScale(scale);
  refuseFaultyKeys(`the scale "${scale.label}"`, keys);
  return scale;
}

/**
 * Sorts items of any type by their grade; what has none is `ungraded`, which is at or above no grade.
 *
 * Errors: `grade-unknown` when an item is sorted that has a grade of no scale; those of `defineGradeScale`.
 *
 * @example
 * byGrade(airwarsGrades, ({ grade }: { grade: string | null }) => grade).keyOf({ grade: null }) // "ungraded"
 */
export function byGrade<Item, G extends string>(
  scale: GradeScale<G>,
  gradeOf: (item: Item) => string | null | undefined,
): Partition<Item, G | "ungraded"> {
  checkedFunction(gradeOf, "byGrade", "a function that gives the grade of an item");
  return partition<Item, G | "ungraded">({
    keys: keysOfScale(scale),
    keyOf: (item) => {
      const grade = gradeOf(item) ?? null;
      return grade === null ? "ungraded" : gradeNamed(scale, grade);
    },
  });
}

/**
 * Gives the grades that are at least as strong as one, the strongest first: a selection of a tally by `byGrade`.
 *
 * Errors: `grade-unknown`.
 *
 * @example
 * const by = { grade: byGrade(airwarsGrades, (grade: string | null) => grade) };
 * at(tally(["fair", "weak", "confirmed", null], { by }), { grade: gradesAtOrAbove(airwarsGrades, "fair") }).count // 2
 */
export function gradesAtOrAbove<G extends string>(scale: GradeScale<G>, grade: NoInfer<G>): G[] {
  const keys = keysOfScale(scale);
  return scale.grades.map(({ key }) => key).slice(0, keys.indexOf(gradeNamed(scale, grade)) + 1);
}

/** The grades of Airwars for claims of civilian harm, in its words. */
export const airwarsGrades: GradeScale<"confirmed" | "fair" | "weak" | "contested" | "discounted"> = {
  label: "Airwars' civilian harm grades",
  citation: { source: "Airwars, methodology", place: "grading" },
  grades: [
    {
      key: "confirmed",
      label: "Confirmed",
      meaning: "A specific belligerent has accepted responsibility for civilian harm.",
    },
    {
      key: "fair",
      label: "Fair",
      meaning:
        "Reported by two or more credible sources, with likely or confirmed near actions by a belligerent.",
    },
    {
      key: "weak",
      label: "Weak",
      meaning: "Single source claim, though sometimes featuring significant information.",
    },
    {
      key: "contested",
      label: "Contested",
      meaning:
        "Competing claims of responsibility e.g. multiple belligerents, or casualties also attributed to ground forces.",
    },
    {
      key: "discounted",
      label: "Discounted",
      meaning: "Those killed were combatants, or other parties most likely responsible.",
    },
  ],
};

const shape: Shape = {
  required: {
    label: "text",
    citation: citationShape,
    grades: { listOf: { required: { key: "text", label: "text" }, optional: { meaning: "text" } } },
  },
  optional: {},
};

/** The keys of a scale, which may have been read from JSON, and that of no grade. */
function keysOfScale<G extends string>(scale: GradeScale<G>): (G | "ungraded")[] {
  checkForm("scale of grades", scale, shape);
  return [...scale.grades.map(({ key }) => key), "ungraded"];
}

function gradeNamed<G extends string>({ label, grades }: GradeScale<G>, grade: string): G {
  const found = grades.find(({ key }) => key === grade);
  if (found !== undefined) return found.key;
  const keys = grades.map(({ key }) => key);
  throw new CasualtyError(
    "grade-unknown",
    `${shown(grade)} is no grade of "${label}": it has ${keys.join(", ") || "none"}. Correct it, or leave it out where there is no grade.`,
    { grade: typeof grade === "string" ? grade : shown(grade), grades: keys },
  );
}
