import { period } from "../calendar/period.js";
import { CasualtyError } from "../error.js";
import { investigations, sexes, statuses } from "./condition.js";
import type { ListName } from "./keys.js";
import { ended, proposal } from "./shape.js";
import { shown } from "./shown.js";

/** So deep may conditions stand in one another: JSON can be deeper than any stack. */
const deepest = 100;

/** Is told of every key that a condition names: where it stands, of which list it is, and the key. */
export type ReferenceCheck = (path: string, list: ListName, key: string) => void;

/** What the value of one atom of a condition must be; `refer` is told of the keys in it. */
type Atom = (value: unknown, path: string, refer: ReferenceCheck) => void;

const incidentAtoms = (): Readonly<Record<string, Atom>> => ({
  suspected: keyOf("perpetrator"),
  suspectedOnly: keysOf("perpetrator"),
  suspects: oneOf(["none", "one", "several"]),
  investigation: oneOf(investigations),
  firedFrom: keyOf("perpetrator"),
  controlledBy: keyOf("perpetrator"),
  means: keyOf("means"),
  place: keyOf("place"),
  date: periodText,
});

const victimAtoms = (): Readonly<Record<string, Atom>> => ({
  role: keyOf("role"),
  cause: keyOf("cause"),
  sex: oneOf(sexes.filter((sex) => sex !== "unknown")),
  age: ages,
  status: oneOf(statuses.filter((status) => status !== "unknown")),
  unborn: oneOf([true, false]),
  killedIn: keyOf("place"),
  origin: keyOf("place"),
  died: periodText,
  documented: periodText,
  incident: (value, path, refer) => {
    checkIncidentCondition(value, refer, path);
  },
});

/** Throws `condition-malformed` unless `condition` is an `IncidentCondition`; tells `refer` of every key in it. */
export function checkIncidentCondition(condition: unknown, refer: ReferenceCheck, path = "when"): void {
  checkCondition(condition, incidentAtoms(), path, refer);
}

/** Throws `condition-malformed` unless `condition` is a `VictimCondition`; tells `refer` of every key in it. */
export function checkVictimCondition(condition: unknown, refer: ReferenceCheck, path = "when"): void {
  checkCondition(condition, victimAtoms(), path, refer);
}

function checkCondition(
  condition: unknown,
  atoms: Readonly<Record<string, Atom>>,
  path: string,
  refer: ReferenceCheck,
  depth = 1,
): void {
  if (depth > deepest) throw malformed(path, `it is more than ${deepest} conditions deep`);
  const entries = typeof condition === "object" && condition !== null ? Object.entries(condition) : [];
  const [entry, ...further] = entries;
  if (entry === undefined || further.length > 0) {
    throw malformed(path, "a condition is an object with exactly one key; combine several with all or any");
  }
  const [operator, value] = entry as [string, unknown];
  const here = `${path}.${operator}`;
  if (operator === "not") {
    checkCondition(value, atoms, here, refer, depth + 1);
  } else if (operator === "all" || operator === "any") {
    if (!Array.isArray(value)) throw malformed(here, "it takes a list of conditions");
    value.forEach((part: unknown, index) => {
      checkCondition(part, atoms, `${here}[${index}]`, refer, depth + 1);
    });
  } else {
    const atom = Object.hasOwn(atoms, operator) ? atoms[operator] : undefined;
    if (atom === undefined) {
      const known = ["all", "any", "not", ...Object.keys(atoms)];
      throw malformed(path, `${shown(operator)} is none of its forms: ${proposal(operator, known)}`);
    }
    atom(value, here, refer);
  }
}

function keyOf(list: ListName): Atom {
  return (value, path, refer) => {
    if (typeof value !== "string") throw malformed(path, `it takes the key of a ${list}`);
    refer(path, list, value);
  };
}

function keysOf(list: ListName): Atom {
  return (value, path, refer) => {
    if (!Array.isArray(value)) throw malformed(path, `it takes a list of keys of the codebook's ${list}`);
    value.forEach((key: unknown, index) => {
      keyOf(list)(key, `${path}[${index}]`, refer);
    });
  };
}

function oneOf(values: readonly (string | boolean)[]): Atom {
  return (value, path) => {
    if (!values.includes(value as string)) throw malformed(path, `it takes one of ${values.join(", ")}`);
  };
}

function periodText(value: unknown, path: string): void {
  if (typeof value !== "string") throw malformed(path, 'it takes a period as text, such as "2021-07"');
  period(value);
}

function ages(value: unknown, path: string): void {
  const { from, below, ...further } = (typeof value === "object" && value !== null ? value : {}) as {
    from?: unknown;
    below?: unknown;
  };
  const whole = [from, below].filter((bound) => bound !== undefined);
  if (whole.length === 0 || Object.keys(further).length > 0 || !whole.every((bound) => isAge(bound))) {
    throw malformed(path, "it takes whole years: { from: 18 }, { below: 18 } or both");
  }
  // Below 0 alone are the unborn.
  if (whole.length === 2 && Number(from) >= Number(below)) {
    throw malformed(path, `no age is from ${shown(from)} and below ${shown(below)}`);
  }
}

function isAge(value: unknown): boolean {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function malformed(path: string, why: string): CasualtyError<"condition-malformed"> {
  const message = ended(`The condition at ${path} cannot be read: ${why}`);
  return new CasualtyError("condition-malformed", message, { path });
}
