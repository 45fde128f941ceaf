import { fault, faultOf, type Read, shown } from "./read-value.js";
import type { Age } from "./victim.js";

/** The greatest age that is taken as it stands. */
const greatestAge = 120;

const words: Readonly<Record<string, Age>> = {
  child: { minimum: 0, maximum: 17 },
  adult: { minimum: 18, maximum: greatestAge },
};

const years = /^(\d{1,4})(?:\.0+)?(?: ?(?:y|yr|yrs|year|years)(?: old)?)?$/;
const shorter = /^(\d{1,3}) ?(day|week|month)s?(?: old)?$/;
const lessThan = /^(?:less than|under) (?:a|an|one|1) (?:hour|day|week|month|year)(?: old)?$/;
const between = /^(\d{1,3}) ?[-–] ?(\d{1,3})$/;
const unitsInYear = { day: 365, week: 52, month: 12 } as const;

/**
 * Reads an age: completed years as a number or digits, "3 months", "less than a day", a band as `{ minimum, maximum }`
 * or "12-17", "child" or "adult".
 *
 * An age above 120 is `age-implausible`, and kept with a warning where `implausible` says so.
 */
export function readAge(implausible: "refuse" | "keep"): (value: unknown) => Read<Age> {
  return (value) => {
    const age = ageIn(value);
    if (age === null) {
      return fault(
        "age-malformed",
        `age ${shown(value)} cannot be read`,
        'give completed years, "3 months", a band such as "12-17", or leave it blank',
      );
    }
    const { minimum, maximum } = typeof age === "object" ? age : { minimum: age, maximum: age };
    if (minimum < 0) {
      return fault(
        "age-negative",
        `age ${shown(value)} is below zero`,
        `if it stands for "not recorded", declare it with unknown: { age: [${minimum}] }`,
      );
    }
    if (maximum < minimum) {
      return fault(
        "age-malformed",
        `age band ${minimum} to ${maximum} is backwards`,
        "give the lower age first",
      );
    }
    if (maximum <= greatestAge) return { value: age };
    const doubt = faultOf(
      "age-implausible",
      `age ${shown(value)} is above ${greatestAge}`,
      'correct it if it is a year of birth, declare it unknown, or keep it with implausible: "keep"',
    );
    return implausible === "keep" ? { value: age, warning: doubt } : { fault: doubt };
  };
}

function ageIn(value: unknown): number | { readonly minimum: number; readonly maximum: number } | null {
  if (typeof value === "number") return Number.isSafeInteger(value) ? value : null;
  if (typeof value === "string") return ageInText(value.trim().toLowerCase());
  if (typeof value !== "object" || value === null) return null;
  const { minimum, maximum } = value as { minimum?: unknown; maximum?: unknown };
  if (typeof minimum !== "number" || typeof maximum !== "number") return null;
  return Number.isSafeInteger(minimum) && Number.isSafeInteger(maximum) ? { minimum, maximum } : null;
}

function ageInText(text: string): number | { readonly minimum: number; readonly maximum: number } | null {
  if (Object.hasOwn(words, text)) return words[text] ?? null;
  if (/^-\d{1,4}$/.test(text)) return Number(text);
  const inYears = years.exec(text);
  if (inYears !== null) return Number(inYears[1]);
  const inShorter = shorter.exec(text);
  if (inShorter !== null) {
    return Math.floor(Number(inShorter[1]) / unitsInYear[inShorter[2] as keyof typeof unitsInYear]);
  }
  if (lessThan.test(text)) return 0;
  const band = between.exec(text);
  return band === null ? null : { minimum: Number(band[1]), maximum: Number(band[2]) };
}
