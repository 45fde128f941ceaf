import { dateOfDayNumber } from "../../calendar/calendar-date.js";
import { type Period, period, periodBetween } from "../../calendar/period.js";
import { periodText } from "../../calendar/text.js";
import type { Codebook } from "../../codebook/codebook.js";
import type { Box } from "../cells/box.js";
import { groupOf, rootsIn } from "../cells/groups.js";
import { isSubset, type KeySet, keySetText } from "../cells/key-set.js";
import { listed } from "../cells/read-coordinates.js";
import type { PublishedReport } from "../published/published.js";

const people: Readonly<Record<string, readonly [one: string, several: string]>> = {
  child: ["child", "children"],
  woman: ["woman", "women"],
  man: ["man", "men"],
  unknown: ["person of unknown age or sex", "persons of unknown age or sex"],
};

/** What a cell counts, as it stands behind a number: "killed by Syrian Regime forces", "children killed in Idlib, May 2021". */
export function cellWords(codebook: Codebook, box: Box, report: PublishedReport | null, count = 2): string {
  const { sets } = box;
  const whom = whomWords(codebook, box, report, count);
  const where = [
    ...(box.unit === "persons" && box.inMassacres ? ["in massacres"] : []),
    ...killerWords(codebook, box),
    ...inWords(rootsIn(codebook, "place", sets.place), (key) => codebook.places[key]?.label ?? key),
    ...(sets.means === null
      ? []
      : [`by ${anyOf(sets.means, (key) => small(codebook.means[key]?.label ?? key))}`]),
    ...(sets.controlledBy === null ? [] : [`in areas of ${anyOf(sets.controlledBy, (key) => key)}`]),
    ...(sets.incident === null ? [] : [`in the attack ${anyOf(sets.incident, quoted)}`]),
  ];
  const text = [whom, ...where].filter((words) => words !== "").join(" ");
  return [text, ...whenWords(box, report)].join(", ");
}

/** Who was killed, with the verb where what follows needs one. */
function whomWords(codebook: Codebook, box: Box, report: PublishedReport | null, count: number): string {
  const groups = box.categories.map((key) => small(codebook.categories[key]?.label ?? key));
  // Of attacks it is said whom they killed, however many these were.
  const isOne = count === 1 && box.unit === "persons";
  const demographic = box.sets.demographic?.map((key) => people[key]?.[isOne ? 0 : 1] ?? key) ?? [];
  const ofPopulation = isWholePopulation(box, report) ? [] : (box.sets.population ?? []);
  // Labels are of several: one of them is a person among them.
  const isOneOf = isOne && groups.length + ofPopulation.length > 0;
  const persons = demographic.length === 0 && isOneOf ? ["person"] : demographic;
  const named = [
    ...(persons.length === 0 ? [] : [persons.join(isOne ? " or " : " and ")]),
    ...(groups.length === 0 ? [] : [groups.join(", also ")]),
  ].join(" among ");
  const population = ofPopulation.join(" and ");
  const whom = named === "" ? population : population === "" ? named : `${named} (${population})`;
  if (box.unit !== "persons") {
    const unit = count === 1 ? box.unit.slice(0, -1) : box.unit;
    const said = [
      ...(box.inMassacres ? [count === 1 ? "is a massacre" : "are massacres"] : []),
      ...(whom === "" ? [] : [`killed ${whom}`]),
    ];
    return said.length === 0 ? unit : `${unit} that ${said.join(" and ")}`;
  }
  // "Victims who died due to torture" were killed: it need not be said again.
  if (groups.some((group) => /\b(died|dead|killed|deaths?)\b/.test(group))) return whom;
  return whom === "" ? "killed" : `${whom} killed`;
}

function killerWords(codebook: Codebook, box: Box): string[] {
  const { perpetrator } = box.sets;
  const keys = rootsIn(codebook, "perpetrator", perpetrator);
  if (perpetrator === null || keys === null) return [];
  const group = groupOf(codebook, perpetrator);
  // A row that is nobody's name is told by its heading.
  if (group?.of.section !== undefined) return [`under ${quoted(group.label)}`];
  if (group !== null) return [`by ${group.label}`];
  const parties = keys.filter((key) => codebook.perpetrators[key] !== undefined);
  const sources = keys.filter((key) => !parties.includes(key));
  const words = [
    ...(parties.length === 0 ? [] : [`by ${anyOf(parties, (key) => killerLabel(codebook, key))}`]),
    ...(sources.length === 0 ? [] : [`under ${anyOf(sources, (key) => quoted(killerLabel(codebook, key)))}`]),
  ];
  return words.length === 0 ? [] : [words.join(" or ")];
}

function killerLabel(codebook: Codebook, key: string): string {
  return codebook.perpetrators[key]?.label ?? codebook.unattributed[key]?.label ?? key;
}

function inWords(keys: KeySet, labelOf: (key: string) => string): string[] {
  return keys === null ? [] : [`in ${anyOf(keys, labelOf)}`];
}

function whenWords(box: Box, report: PublishedReport | null): string[] {
  const days = daysOf(box);
  const own = report === null ? null : period(report.period);
  return own !== null && own.start === days.start && own.end === days.end ? [] : [periodText(days)];
}

/** The days of a cell, both ends included. */
export function daysOf({ start, end }: Box): Period {
  return periodBetween(dateOfDayNumber(start), dateOfDayNumber(end - 1));
}

/** Whether a cell takes everybody whom a report counts. */
export function isWholePopulation({ sets }: Box, report: PublishedReport | null): boolean {
  if (sets.population === null) return true;
  if (report?.population === undefined) return false;
  return isSubset(listed(report.population), sets.population);
}

/** What tells a part from its whole, as the label of a row: "Russian forces", "children", "May 2021". */
export function labelWithin(codebook: Codebook, part: Box, whole: Box): string | null {
  if (part.unit !== whole.unit) return null;
  const { sets } = part;
  const differing = (name: keyof Box["sets"], labelOf: (key: string) => string): string[] => {
    const keys = rootsIn(codebook, name, sets[name]);
    return keys === null || keySetText(sets[name]) === keySetText(whole.sets[name])
      ? []
      : [anyOf(keys, labelOf)];
  };
  const group = sets.perpetrator === null ? null : groupOf(codebook, sets.perpetrator);
  const killers = differing("perpetrator", (key) => killerLabel(codebook, key));
  const days = daysOf(part);
  const isSameTime = part.start === whole.start && part.end === whole.end;
  const words = [
    ...(killers.length > 0 && group !== null ? [group.label] : killers),
    ...differing("place", (key) => codebook.places[key]?.label ?? key),
    ...(keySetText(sets.demographic) === keySetText(whole.sets.demographic)
      ? []
      : [(sets.demographic ?? []).map((key) => people[key]?.[1] ?? key).join(" and ")]),
    ...part.categories
      .filter((key) => !whole.categories.includes(key))
      .map((key) => small(codebook.categories[key]?.label ?? key)),
    ...differing("means", (key) => codebook.means[key]?.label ?? key),
    ...differing("controlledBy", (key) => `areas of ${key}`),
    ...differing("incident", (key) => key),
    ...differing("population", (key) => key),
    ...(part.inMassacres && !whole.inMassacres
      ? [part.unit === "persons" ? "in massacres" : "that are massacres"]
      : []),
    ...(isSameTime ? [] : [periodText(days)]),
  ];
  return words.length === 0 ? null : words.join(", ");
}

function anyOf(keys: readonly string[], labelOf: (key: string) => string): string {
  return keys.map(labelOf).join(" or ");
}

function quoted(text: string): string {
  return `"${text}"`;
}

/** A label inside a sentence: without its capital, unless it is a name in capitals or of two capitals. */
function small(label: string): string {
  const [first = ""] = label;
  const isName = /^\p{Lu}[\p{Lu}\s-]|^\p{Lu}\S* \p{Lu}/u.test(label);
  return isName ? label : first.toLowerCase() + label.slice(1);
}
