import { shown } from "../codebook/shown.js";
import { Doubtful, faultOf, type Read, type Reader, trimmed } from "./read-value.js";
import type { Age, AgeBand } from "./victim.js";

/** The greatest age that is taken as it stands; the maximum of an adult of whom no more is known. */
export const greatestAge = 120;

const words: ReadonlyMap<string, readonly [minimum: number, maximum: number]> = /* @__PURE__ */ new Map([
  ["child", [0, 17]],
  ["adult", [18, greatestAge]],
]);

// Fifteen digits are surely a safe integer, and more than any age, year or placeholder has.
const years = /^(-?\d{1,15})(?:\.0+)?(?: ?(?:y|yr|yrs|year|years)(?: old)?)?$/;
const shorter = /^(\d{1,15}) ?(day|week|month)s?(?: old)?$/;
const lessThan = /^(?:less than|under) (?:a|an|one|1) (?:hour|day|week|month|year)(?: old)?$/;
const between = /^(\d{1,15}) ?[-–] ?(\d{1,15})(?: ?(?:y|yr|yrs|year|years)(?: old)?)?$/;
const from = /^(\d{1,15}) ?\+$|^(\d{1,15}) (?:and|or) (?:over|above|older)$/;
const below = /^(?:under|below|less than) (\d{1,15})(?: ?(?:y|yr|yrs|year|years)(?: old)?)?$/;
const unitsInYear = { day: 365, week: 52, month: 12 } as const;

/**
 * Reads an age: completed years as a number or digits, "3 months", "less than a day", a band as `{ minimum, maximum }`
 * or "12-17", "60+", "under 18", "child" or "adult".
 *
 * An age above 120 is `age-implausible`, and kept with a warning where `implausible` says so.
 */
export function readAge(implausible: "refuse" | "keep"): Reader<Age> {
  return (value) => {
    const age = ageIn(value);
    if (age === null) {
      return faultOf(
        "age-malformed",
        `the age is ${shown(value)}, which cannot be read`,
        'give completed years, "3 months", a band such as "12-17", or leave it blank where it is not known',
      );
    }
    return typeof age === "number" ? checkedAge(age, value, implausible) : checkedBand(age, implausible);
  };
}

function checkedAge(age: number, value: unknown, implausible: "refuse" | "keep"): Read<Age> {
  if (age < 0) {
    return faultOf(
      "age-negative",
      `the age is ${shown(value)}, below zero`,
      `declare it with unknown: { age: [${shown(value)}] } where it stands for "not recorded", or correct it`,
    );
  }
  return age <= greatestAge ? age : doubted(age, shown(value), implausible);
}

function checkedBand(band: AgeBand, implausible: "refuse" | "keep"): Read<Age> {
  const { minimum, maximum } = band;
  const text = `a band from ${minimum} to ${maximum}`;
  if (minimum < 0) {
    return faultOf("age-negative", `the age is ${text}, below zero`, "correct its lower end");
  }
  if (maximum < minimum) {
    return faultOf("age-malformed", `the age is ${text}, which is backwards`, "give the lower end first");
  }
  return maximum <= greatestAge ? band : doubted(band, text, implausible);
}

function doubted(age: number | AgeBand, text: string, implausible: "refuse" | "keep"): Read<Age> {
  const doubt = faultOf(
    "age-implausible",
    `the age is ${text}, above ${greatestAge}`,
    'correct it if it is a year of birth, leave it blank where it is not known, or keep it with implausible: "keep"',
  );
  return implausible === "keep" ? new Doubtful<Age>(age, doubt) : doubt;
}

function ageIn(value: unknown): Age {
  if (typeof value === "number") return wholeYears(value);
  if (typeof value === "string") return ageInText(trimmed(value).toLowerCase());
  if (typeof value !== "object" || value === null) return null;
  const { minimum, maximum } = value as { readonly minimum?: unknown; readonly maximum?: unknown };
  return bandOf(wholeYears(minimum), wholeYears(maximum));
}

function ageInText(text: string): Age {
  const word = words.get(text);
  if (word !== undefined) return bandOf(...word);
  const inYears = years.exec(text);
  if (inYears !== null) return wholeYears(Number(inYears[1]));
  const inShorter = shorter.exec(text);
  if (inShorter !== null) {
    return Math.floor(Number(inShorter[1]) / unitsInYear[inShorter[2] as keyof typeof unitsInYear]);
  }
  if (lessThan.test(text)) return 0;
  const band = between.exec(text);
  if (band !== null) return bandOf(Number(band[1]), Number(band[2]));
  const atLeast = from.exec(text);
  if (atLeast !== null) return bandOf(Number(atLeast[1] ?? atLeast[2]), greatestAge);
  const under = below.exec(text);
  return under === null ? null : bandOf(0, Number(under[1]) - 1);
}

function bandOf(minimum: number | null, maximum: number | null): AgeBand | null {
  return minimum === null || maximum === null ? null : { minimum, maximum };
}

/** A whole number as it is; `null` for anything else. Minus zero, which JSON can hold, is zero. */
function wholeYears(value: unknown): number | null {
  if (!Number.isSafeInteger(value)) return null;
  return value === 0 ? 0 : (value as number);
}
