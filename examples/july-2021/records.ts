// Constructed records: they reproduce published tables and describe no real person.

import { earlierMonths } from "./earlier-months.js";
import { july } from "./july.js";
import {
  type Cause,
  type Kind,
  kinds,
  type Means,
  type Origin,
  type Party,
  type Place,
  type Role,
} from "./kinds.js";
import { type Group, type Line, tortureLines } from "./line.js";
import { torture } from "./torture.js";

/** An incident as a recorder would hand it to `parseRecords`; what is not known is left out. */
export interface IncidentRow {
  readonly id: string;
  /** A day, a month, a year, or an interval of them: "2021-05/2021-07-19". */
  readonly date: string;
  readonly place: Place;
  readonly means: Means;
  readonly suspects?: readonly Party[];
  readonly investigation?: "open" | "concluded";
  readonly firedFrom?: readonly Party[];
  readonly controlledBy?: readonly Party[];
}

/** A victim as a recorder would hand it to `parseRecords`; what is not known is left out. */
export interface VictimRow {
  readonly id: string;
  readonly incident: string;
  readonly status: "civilian";
  readonly sex: "female" | "male" | "unknown";
  /** In whole years, or no more than that they were grown up. */
  readonly age?: number | "adult";
  readonly unborn?: true;
  readonly roles?: readonly Role[];
  readonly cause?: Cause;
  readonly died: string;
  readonly documented: string;
  readonly killedIn: Place;
  readonly origin?: Origin;
}

export interface JulyRecords {
  readonly note: string;
  readonly incidents: IncidentRow[];
  readonly victims: VictimRow[];
}

/** What a row says of the person alone. */
type Person = Pick<VictimRow, "sex" | "age" | "roles" | "cause" | "origin">;

const groups: readonly Group[] = ["children", "women", "men", "unknown"];

/** Ages are taken in turn. Both lists of children, seventeen ages and two sexes, meet in every pair. */
const ages = {
  children: [9, 4, 14, 7, 2, 16, 11, 5, 13, 0, 8, 17, 6, 3, 12, 15, 1],
  women: [34, 27, 52, 19, 41, 63, 30, 18, 46, 24, 71, 38, 22],
  men: [29, 43, 35, 21, 57, 32, 26, 48, 18, 39, 66, 24, 31, 52, 20, 44, 74, 28, 37],
};

/** Whose age, sex or both are not known, in turn. */
const unknownPeople: readonly Person[] = [{ sex: "male" }, { sex: "unknown" }, { sex: "unknown", age: 30 }];

/** Where the victims came from, in turn, for the places in which few were at home; elsewhere from the place itself. */
const origins: Readonly<Partial<Record<Place, readonly Origin[]>>> = {
  "al-hawl-camp": ["outside-syria", "deir-ez-zour", "outside-syria", "homs", "aleppo"],
  damascus: ["daraa", "rural-damascus", "homs", "damascus", "hama", "idlib", "deir-ez-zour"],
  "rural-damascus": ["rural-damascus", "daraa", "aleppo"],
};

/**
 * Makes the records of January to July 2021 from the plan: the same ones at every call.
 *
 * The plan is kinds.ts (what an incident is), torture.ts, earlier-months.ts and july.ts (how many, where, when).
 */
export function julyRecords(): JulyRecords {
  const incidents: IncidentRow[] = [];
  const victims: VictimRow[] = [];
  const people = peopleInTurn();

  for (const [month, lines] of Object.entries({ ...earlierMonths, "2021-07": july })) {
    for (const line of [...lines, ...(torture[month] ?? []).flatMap(tortureLines)]) {
      const [day, kind, place, , , , , each, details] = line;
      const { cause, ...circumstances }: Kind = { ...kinds[kind], ...details?.incident };
      dealt(people(line), each).forEach((dead, index) => {
        const documented = dateIn(month, day + 3 * index);
        const died = details?.died ?? documented;
        const incident = `i-${padded(incidents.length + 1, 3)}`;
        const row = { incident, status: "civilian", died, documented, killedIn: place } as const;
        incidents.push({ id: incident, date: died, place, ...circumstances });
        for (const person of dead) {
          victims.push({ id: nextVictim(), ...row, ...(cause === undefined ? {} : { cause }), ...person });
        }
        if (details?.unborn) victims.push({ id: nextVictim(), ...row, sex: "unknown", unborn: true });
      });
    }
  }
  return {
    note: "Constructed records: they reproduce the tables that SNHR published for January to July 2021 and describe no real person.",
    incidents,
    victims,
  };

  function nextVictim(): string {
    return `v-${padded(victims.length + 1, 4)}`;
  }
}

/** Gives the people of one line after another, taking ages, sexes and origins in turn over all lines. */
function peopleInTurn(): (line: Line) => Person[] {
  const turn = { children: 0, women: 0, men: 0, unknown: 0 };
  const come = new Map<Place, number>();

  return ([, , place, children, women, men, unknown, , details]) => {
    const wanted = { children, women, men, unknown };
    return groups.flatMap((group) =>
      Array.from({ length: wanted[group] }, (_, index) => {
        const known = details?.known?.[group]?.[index];
        return { ...person(group, turn[group]++), origin: originOf(place), ...known };
      }),
    );
  };

  function originOf(place: Place): Origin {
    const count = come.get(place) ?? 0;
    come.set(place, count + 1);
    return inTurn(origins[place] ?? [place], count);
  }
}

function person(group: Group, turn: number): Person {
  switch (group) {
    case "children":
      return { sex: turn % 2 === 0 ? "male" : "female", age: inTurn(ages.children, turn) };
    case "women":
      return { sex: "female", age: inTurn(ages.women, turn) };
    case "men":
      return { sex: "male", age: inTurn(ages.men, turn) };
    case "unknown":
      return inTurn(unknownPeople, turn);
  }
}

/** Deals people out over as few incidents as `each` allows. */
function dealt(people: readonly Person[], each: number): Person[][] {
  const count = Math.ceil(people.length / each);
  return Array.from({ length: count }, (_, incident) =>
    people.filter((_, index) => index % count === incident),
  );
}

/** A day of the month; days beyond its end begin again at the first. */
function dateIn(month: string, day: number): string {
  const days = month === "2021-02" ? 28 : ["2021-04", "2021-06"].includes(month) ? 30 : 31;
  return `${month}-${padded(((day - 1) % days) + 1, 2)}`;
}

function inTurn<T>(values: readonly T[], turn: number): T {
  const value = values[turn % values.length];
  if (value === undefined) throw new Error("Nothing to take in turn: the list is empty.");
  return value;
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, "0");
}
