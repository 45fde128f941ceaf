import {
  applyPopulation,
  attributionBounds,
  attributionLabel,
  byPeriod,
  comparePolicies,
  differenceBounds,
  formatPercent,
  type Massacre,
  massacres,
  type OfIncident,
  type Policy,
  type Population,
  parseRecords,
  period,
  placeInPeriod,
  rankPerpetrators,
  type Share,
  type SnhrKeys,
  shareBounds,
  snhrCodebook,
  snhrMassacre,
  snhrPolicy,
  snhrPopulation,
  type Victim,
} from "casualty-stats";
import { type JulyRecords, julyRecords } from "./records.js";
import { textTable } from "./text-table.js";
import { recordsWithUnbornCounted } from "./unborn-counted.js";

type Party = SnhrKeys["perpetrator"];

/** What was documented in July 2021. */
interface July {
  readonly victims: readonly Victim<SnhrKeys>[];
  readonly massacres: readonly Massacre<SnhrKeys>[];
}

const july = period("2021-07");
const alliance = snhrCodebook.alliances["syrian-russian"];
const rules = { codebook: snhrCodebook, policy: snhrPolicy };

/** SNHR's population with the unborn in it: the report does not say whether they are. */
const unbornCounted: Population<SnhrKeys> = {
  ...snhrPopulation,
  exclusions: snhrPopulation.exclusions.filter(({ reason }) => reason !== "unborn"),
};

/** SNHR's policy, but for the rule that presumes the regime where it or Russia fired. */
const keptApart: Policy<SnhrKeys> = {
  ...snhrPolicy,
  label: "Joint control kept apart",
  rules: snhrPolicy.rules.map((rule) =>
    rule.id.startsWith("joint-control") ? { ...rule, answer: { presumed: "suspects" } } : rule,
  ),
};

/** How far the figures of July 2021 depend on the cases that are open. */
export function printBounds(): string {
  const excluded = inJuly(julyRecords(), snhrPopulation);
  const counted = inJuly(recordsWithUnbornCounted(), unbornCounted);
  return [
    "How sure: what the open cases of July 2021 leave in doubt",
    "",
    "Balshoun (3 July) and Ihsem (17 July) are open between the regime and Russia. What the report ascribes with the words",
    '"which we believe" (Sarja, 17 July) stands as established. Rows do not add up: what one did, the other then did not.',
    "",
    boundsTable("The unborn child of Balshoun not counted", excluded),
    ...certainties(excluded),
    "",
    boundsTable("The unborn child counted, within the published 129", counted),
    ...certainties(counted),
    "",
    policiesTable(excluded),
  ].join("\n");
}

function inJuly({ incidents, victims: rows }: JulyRecords, population: Population<SnhrKeys>): July {
  const { victims } = parseRecords(snhrCodebook, { incidents, victims: rows });
  const { counted } = applyPopulation(victims, { codebook: snhrCodebook, population });
  const { keyOf } = byPeriod(july, "documented");
  const found = massacres(counted, {
    codebook: snhrCodebook,
    definition: snhrMassacre,
    dated: "threshold-reached",
  });
  return {
    victims: counted.filter((victim) => keyOf(victim) === "inside"),
    massacres: found.filter(({ date }) => date !== null && placeInPeriod(date, july) === "inside"),
  };
}

function boundsTable(title: string, { victims, massacres: found }: July): string {
  const rowOf = (of: readonly OfIncident<SnhrKeys>[], label: string, perpetrators: readonly Party[]) => {
    const { established, reported, possible, notExcluded, certain } = attributionBounds(of, {
      ...rules,
      perpetrators,
    }).all;
    return [
      label,
      ...[established, reported, possible, notExcluded, certain].map(({ count }) => String(count)),
    ];
  };
  const parties: readonly (readonly [string, readonly Party[]])[] = [
    [attributionLabel(snhrCodebook, "regime"), ["regime"]],
    [attributionLabel(snhrCodebook, "russia"), ["russia"]],
    [alliance.label, alliance.members],
  ];
  return textTable(
    title,
    ["established", "reported", "possible", "not excluded", "certain"],
    [
      ...parties.map(([label, members]) => rowOf(victims, label, members)),
      ...parties.map(([label, members]) => rowOf(found, `  massacres: ${label}`, members)),
    ],
  );
}

/** What holds of several rows together, which their bounds do not show. */
function certainties({ victims }: July): string[] {
  const { reported, amongSuspects, whoever } = differenceBounds(victims, {
    ...rules,
    of: ["regime"],
    over: ["russia"],
  });
  const { minimum, maximum } = shareBounds(victims, {
    ...rules,
    part: ["regime"],
    whole: alliance.members,
  }).amongSuspects;
  const percent = (of: Share) => formatPercent(of, { rounding: "half-up", digits: 0 });
  return [
    `- The regime killed ${reported} more than Russia as reported, and at least ${amongSuspects.minimum} more whichever of the named suspects it was.`,
    `  If those of whom no suspect, or only one, is named were anybody's: from ${-whoever.minimum} fewer to ${whoever.maximum} more.`,
    `- Of the alliance's toll ${percent(minimum)} to ${percent(maximum)} is the regime's (${minimum.part} to ${maximum.part} of ${maximum.whole}).`,
    rankingSentence(victims),
  ];
}

function rankingSentence(victims: July["victims"]): string {
  const ranked: readonly Party[] = ["regime", "russia", "hts", "sdf"];
  const { rows, certain } = rankPerpetrators(victims, { ...rules, perpetrators: ranked });
  const order = rows.map(({ perpetrator }) => attributionLabel(snhrCodebook, perpetrator)).join(", ");
  const pairs = (rows.length * (rows.length - 1)) / 2;
  return `- The order of the main parties is ${order}; of its ${pairs} pairs ${certain.length} are certain among the named suspects.`;
}

function policiesTable({ victims }: July): string {
  const { cells, always } = comparePolicies(victims, {
    codebook: snhrCodebook,
    policies: { presumed: snhrPolicy, keptApart },
  });
  const rows = cells
    .filter(({ spread, suspected }) => spread.maximum > 0 || (suspected?.part ?? 0) > 0)
    .map(({ key: { perpetrator }, under, spread, always: settled, suspected }) => [
      attributionLabel(snhrCodebook, perpetrator),
      String(under.presumed.count),
      String(under.keptApart.count),
      String(spread.maximum - spread.minimum),
      String(settled.count),
      suspected === null ? "" : `${suspected.part} of ${suspected.whole}`,
    ]);
  return [
    textTable(
      "The same records under two policies, and for each suspect",
      ["presumed", "kept apart", "spread", "always", "suspected"],
      rows,
    ),
    `${always.count} of ${victims.length} are counted under the same row by both. Who is suspected overlaps: no addends.`,
    "",
  ].join("\n");
}
