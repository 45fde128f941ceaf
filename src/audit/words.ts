import { type CalendarDate, dateOfDayNumber } from "../calendar/calendar-date.js";
import { type Period, period, periodBetween } from "../calendar/period.js";
import { periodText } from "../calendar/text.js";
import type { Codebook } from "../codebook/codebook.js";
import { placesWithin } from "../codebook/places-within.js";
import { citationText } from "../rule/citation.js";
import type { Box } from "./box.js";
import type { Coordinates, DemographicKey } from "./coordinates.js";
import type { Figure } from "./figure.js";
import type { CellReference, FigureReference } from "./finding.js";
import { isSubset, type KeySet } from "./key-set.js";
import type { PlacedCell, PlacedFigure } from "./problem.js";
import type { PublishedReport } from "./published.js";

/** The names of cells and figures in findings. */
export interface Words {
  readonly cell: (cell: PlacedCell) => CellReference;
  readonly figure: (placed: PlacedFigure, cells: readonly PlacedCell[]) => FigureReference;
}

/** Makes the names by a codebook's labels. */
export function wordsOf(codebook: Codebook): Words {
  const named = new Map<PlacedCell, CellReference>();
  const cell = (placed: PlacedCell): CellReference => {
    const known = named.get(placed);
    if (known !== undefined) return known;
    const made = nameOf(placed);
    named.set(placed, made);
    return made;
  };
  const nameOf = ({ box, remainder, report }: PlacedCell): CellReference => {
    if (box === null) return { of: {}, what: `not in any row (${remainder ?? ""})` };
    return { of: coordinatesOf(codebook, box, report), what: boxWords(codebook, box, report) };
  };
  return {
    cell,
    figure: ({ report, figure, cells: own }, cells) => {
      const placed = cells[own.of.cell];
      return {
        report: report.id,
        figure: figure.id,
        printed: printedText(figure),
        what: placed === undefined ? "" : cell(placed).what,
        citation: citationText(figure.citation ?? report.citation),
      };
    },
  };
}

/** A figure as printed, with its wording. */
function printedText(figure: Figure): string {
  const wording =
    figure.wording === undefined || figure.wording === "exactly"
      ? ""
      : `${figure.wording.replace("-", " ")} `;
  switch (figure.kind) {
    case "count":
    case "difference":
      return `${wording}${figure.value}`;
    case "percentage":
      return `${wording}${figure.text.replace(/\s?%$/, "")}%`;
    case "rate":
      return `${wording}${figure.text} per day`;
    case "statement":
      return figure.text;
  }
}

function boxWords(codebook: Codebook, box: Box, report: PublishedReport | null): string {
  const named = (keys: KeySet, labelOf: (key: string) => string): string[] =>
    keys === null ? [] : [keys.map(labelOf).join(" + ")];
  const { sets } = box;
  const own = report === null ? null : populationOf(report);
  const parts = [
    ...(box.unit === "persons" ? [] : [box.unit]),
    ...killerWords(codebook, sets.perpetrator),
    ...named(placeRoots(codebook, sets.place), (key) => codebook.places[key]?.label ?? key),
    ...named(sets.demographic, (key) => demographicWords[key] ?? key),
    ...box.categories.map((key) => codebook.categories[key]?.label ?? key),
    ...named(sets.means, (key) => codebook.means[key]?.label ?? key),
    ...named(sets.controlledBy, (key) => `area of ${key}`),
    ...named(sets.incident, (key) => key),
    ...(box.inMassacres ? ["killed in massacres"] : []),
    ...(own !== null && isSubset(own, sets.population) ? [] : named(sets.population, (key) => key)),
  ];
  const days = daysOf(box);
  const ofReport = report === null ? null : period(report.period);
  const when =
    ofReport !== null && ofReport.start === days.start && ofReport.end === days.end ? [] : [periodText(days)];
  return [...(parts.length === 0 ? ["all"] : parts), ...when].join(", ");
}

const demographicWords: Readonly<Record<string, string>> = {
  child: "children",
  woman: "women",
  man: "men",
  unknown: "age or sex unknown",
};

function populationOf(report: PublishedReport): readonly string[] {
  if (report.population === undefined) return [];
  return typeof report.population === "string" ? [report.population] : report.population;
}

function killerWords(codebook: Codebook, keys: KeySet): string[] {
  if (keys === null) return [];
  const labelOf = (key: string): string =>
    codebook.perpetrators[key]?.label ?? codebook.unattributed[key]?.label ?? key;
  const [only] = keys;
  if (keys.length === 1 && only !== undefined) return [labelOf(only)];
  const group = groupOf(codebook, keys);
  return [group === null ? keys.map(labelOf).join(" + ") : group.label];
}

/** The alliance or section that has just these members. */
function groupOf(
  codebook: Codebook,
  keys: readonly string[],
): { readonly label: string; readonly of: Coordinates } | null {
  for (const [alliance, { label, members }] of Object.entries(codebook.alliances)) {
    if (members.length === keys.length && isSubset(keys, members)) return { label, of: { alliance } };
  }
  const all = [...Object.entries(codebook.perpetrators), ...Object.entries(codebook.unattributed)];
  for (const [section, { label }] of Object.entries(codebook.sections)) {
    const members = all.filter(([, entry]) => entry.section === section).map(([key]) => key);
    if (members.length === keys.length && isSubset(keys, members)) return { label, of: { section } };
  }
  return null;
}

/** Of places with those within them, only the outer ones. */
function placeRoots(codebook: Codebook, keys: KeySet): KeySet {
  if (keys === null) return null;
  return keys.filter((key) => !keys.some((other) => other !== key && placesWithin(codebook, other).has(key)));
}

function daysOf({ start, end }: Box): Period {
  const day = (number: number): CalendarDate => dateOfDayNumber(number);
  return periodBetween(day(start), day(end - 1));
}

/** The shortest coordinates of a box. */
function coordinatesOf(codebook: Codebook, box: Box, report: PublishedReport | null): Coordinates {
  const { sets } = box;
  const one = (keys: readonly string[]): string | readonly string[] =>
    keys.length === 1 ? (keys[0] ?? []) : keys;
  const days = daysOf(box);
  const ofReport = report === null ? null : period(report.period);
  const sameDays = ofReport !== null && ofReport.start === days.start && ofReport.end === days.end;
  // The demographic keys of a box were read from coordinates.
  const people = sets.demographic as readonly DemographicKey[] | null;
  const killers: Coordinates =
    sets.perpetrator === null
      ? {}
      : (groupOf(codebook, sets.perpetrator)?.of ?? { perpetrator: one(sets.perpetrator) });
  const own = report === null ? null : populationOf(report);
  const population = own !== null && isSubset(own, sets.population) ? null : sets.population;
  return {
    ...(sameDays ? {} : { period: `${days.start}/${days.end}` }),
    ...(population === null ? {} : { population: one(population) }),
    ...(box.unit === "persons" ? {} : { unit: box.unit }),
    ...killers,
    ...(sets.place === null ? {} : { place: one(placeRoots(codebook, sets.place) ?? []) }),
    ...(people === null ? {} : { demographic: people }),
    ...(box.categories.length === 0 ? {} : { category: one(box.categories) }),
    ...(sets.means === null ? {} : { means: one(sets.means) }),
    ...(sets.controlledBy === null ? {} : { controlledBy: one(sets.controlledBy) }),
    ...(sets.incident === null ? {} : { incident: one(sets.incident) }),
    ...(box.inMassacres ? { inMassacres: true as const } : {}),
  };
}
