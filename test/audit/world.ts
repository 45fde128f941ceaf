import type { Where } from "../support/audit.js";

/** A person killed, as far as the coordinates of figures tell persons apart. */
export interface Person {
  readonly demographic: "child" | "woman" | "man" | "unknown";
  readonly population: "civilians" | "armed";
  readonly torture: boolean;
  readonly medical: boolean;
  /** Media workers are counted beside the totals of the worlds of these tests, but for those of `countedInside`. */
  readonly media: boolean;
  readonly isInside?: boolean;
  /** Of a world in which the category contains all children: who is counted wherever children are asked for. */
  readonly isContained?: boolean;
  /** Of the category "relief", which in these worlds contains all women, as females do. */
  readonly relief: boolean;
}

/** An attack with everybody whom it killed. */
export interface Attack {
  readonly name: string;
  readonly perpetrator: (typeof perpetrators)[number];
  readonly place: (typeof places)[number];
  readonly month: 1 | 2 | 3;
  readonly means: "shelling" | "airstrike" | "gunfire";
  readonly controlledBy: "one side" | "the other";
  readonly killed: readonly Person[];
  /** Whether it is a massacre by all whom it killed, and not only by those who are counted inside the totals. */
  readonly isByAll?: boolean;
}

/** Everything that happened in a quarter: what a report prints of it is counted here, without the audit. */
export type World = readonly Attack[];

export const perpetrators = ["regime", "russia", "hts", "isis", "landmines", "gunfire"] as const;
export const places = ["idlib", "daraa", "hasaka", "al-hawl-camp"] as const;

/** The same world as a report counts it that has media workers inside its totals. */
export function countedInside(world: World): World {
  return world.map((attack) => ({
    ...attack,
    killed: attack.killed.map((person) => ({ ...person, isInside: true })),
  }));
}

/** A world of which the category of media workers contains all children, as the reports printed from it say. */
export function childrenAreMedia(world: World): World {
  return world.map((attack) => ({
    ...attack,
    killed: attack.killed.map((person) =>
      person.demographic === "child" ? { ...person, media: true, isContained: true } : person,
    ),
  }));
}

/** The least number killed in a massacre. */
export const threshold = 3;

const members: Readonly<Record<string, readonly string[]>> = {
  "syrian-russian": ["regime", "russia"],
  "extremist-islamic": ["isis", "hts"],
  main: ["regime", "russia", "hts", "isis"],
  other: ["landmines", "gunfire"],
};

/** How many persons, massacres or incidents are in all of the cells. */
export function countOf(world: World, ...cells: readonly Where[]): number {
  const unit = cells.at(-1)?.unit ?? cells[0]?.unit ?? "persons";
  const attacks = world.filter((attack) => cells.every((cell) => isAttackIn(attack, cell)));
  const inCell = (attack: Attack): readonly Person[] =>
    attack.killed.filter((person) => isCounted(person, cells) && cells.every((cell) => isIn(person, cell)));
  if (unit === "persons") return attacks.reduce((sum, attack) => sum + inCell(attack).length, 0);
  // Of attacks it is counted how many killed such persons.
  return attacks.filter((attack) => (unit === "incidents" || isMassacre(attack)) && inCell(attack).length > 0)
    .length;
}

function isMassacre({ killed, isByAll }: Attack): boolean {
  return killed.filter((person) => isByAll === true || isCounted(person, [])).length >= threshold;
}

function isAttackIn(attack: Attack, cell: Where): boolean {
  const has = (keys: string | readonly string[] | undefined, own: readonly string[]): boolean =>
    keys === undefined || own.some((key) => (typeof keys === "string" ? keys === key : keys.includes(key)));
  const { perpetrator } = attack;
  return (
    has(cell.perpetrator, [perpetrator]) &&
    (cell.alliance === undefined || (members[cell.alliance] ?? []).includes(perpetrator)) &&
    (cell.section === undefined || (members[String(cell.section)] ?? []).includes(perpetrator)) &&
    has(cell.place, attack.place === "al-hawl-camp" ? ["al-hawl-camp", "hasaka"] : [attack.place]) &&
    has(cell.means, [attack.means]) &&
    has(cell.controlledBy, [attack.controlledBy]) &&
    has(cell.incident, [attack.name]) &&
    (cell.inMassacres !== true || isMassacre(attack)) &&
    monthsOf(cell.period).includes(attack.month)
  );
}

function isIn(person: Person, cell: Where): boolean {
  const categories = listed(cell.category);
  const people = cell.demographic === undefined ? null : listed(cell.demographic);
  const populations = cell.population === undefined ? null : listed(cell.population);
  return (
    (people === null || people.includes(person.demographic)) &&
    (populations === null || populations.includes(person.population)) &&
    categories.every((category) =>
      category === "child" || category === "woman"
        ? person.demographic === category
        : category === "relief"
          ? person.relief || person.demographic === "woman"
          : person[category as "torture" | "medical" | "media"],
    )
  );
}

/** Who is counted beside the totals is counted only where the category is asked for. */
function isCounted({ media, isInside, isContained }: Person, cells: readonly Where[]): boolean {
  const isNamed = (key: string): boolean =>
    cells.some(({ category, demographic }) =>
      [...listed<string>(category), ...listed<string>(demographic)].includes(key),
    );
  return !media || isInside === true || isNamed("media") || (isContained === true && isNamed("child"));
}

function listed<Key extends string>(keys: Key | readonly Key[] | undefined): readonly Key[] {
  return keys === undefined ? [] : typeof keys === "string" ? [keys] : keys;
}

/** The months of a period of the quarter; left out, it is the quarter. */
function monthsOf(period: string | undefined): readonly number[] {
  const [first = 1, last = first] = (period ?? "2021-01/2021-03")
    .split("/")
    .map((month) => Number(month.slice(5, 7)));
  return [1, 2, 3].filter((month) => month >= first && month <= last);
}

export function daysOf({ period }: Where): number {
  return monthsOf(period).reduce((sum, month) => sum + (month === 2 ? 28 : 31), 0);
}

export function withoutPeriod(where: Where): Where {
  return Object.fromEntries(Object.entries(where).filter(([name]) => name !== "period"));
}
