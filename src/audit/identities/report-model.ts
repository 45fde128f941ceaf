import type { Codebook } from "../../codebook/codebook.js";
import { type Box, exclusiveCoordinates, isEmptyBox } from "../cells/box.js";
import { type CellRegistry, cellRegistry } from "../cells/cell.js";
import { type CoordinateReader, coordinateReader } from "../cells/read-coordinates.js";
import type { CellNumber, Constraint } from "../constraints/constraint.js";
import type { AuditIssue } from "../published/audit-issue.js";
import type { Figure } from "../published/figure.js";
import { worded } from "../published/printed-number.js";
import type { PublishedReport } from "../published/published.js";
import { disjointIdentities } from "./derive-disjoint.js";
import { containmentOf, inclusionIdentities } from "./derive-inclusions.js";
import { massacreIdentities, tollsOfMassacres } from "./derive-massacres.js";
import { periodIdentities } from "./derive-periods.js";
import { readTable, subtotalIdentities, type TableBoxes, tableIdentities } from "./derive-tables.js";
import { unionsAround } from "./derive-unions.js";
import { cellsOfFigure, cellsSpokenOf, type FigureCells } from "./figure-constraints.js";
import type { Identity } from "./identity.js";
import { type OpenTable, openTables } from "./open-tables.js";

/** A figure with the cells that it speaks of. */
interface ModelledFigure {
  readonly figure: Figure;
  readonly cells: FigureCells;
}

/** A report as cells, figures upon them, and every identity that its coordinates imply. */
export interface ReportModel {
  readonly report: PublishedReport;
  readonly reader: CoordinateReader;
  readonly registry: CellRegistry;
  /** In the order of their ids, so that the order of the input does not matter. */
  readonly figures: readonly ModelledFigure[];
  readonly tables: readonly TableBoxes[];
  /** Those that are not whole, with those of other reports that count as it does. */
  readonly open: readonly OpenTable[];
  readonly identities: readonly Identity[];
  /** Cells that stand for a constant, as a number of days. */
  readonly constants: readonly Constraint[];
  /** The cells of table rows and remainders: those whose range is worth telling if no figure prints them. */
  readonly rowCells: ReadonlySet<CellNumber>;
  readonly issues: readonly AuditIssue[];
}

/** Derives everything that a report's coordinates imply, with the tables of other reports that are not whole. The cost grows with the square of the cells of one report. */
export function modelReport(
  codebook: Codebook,
  report: PublishedReport,
  openElsewhere: readonly OpenTable[] = [],
): ReportModel {
  const reader = coordinateReader(codebook, report);
  const registry = cellRegistry();
  const issues: AuditIssue[] = [];
  const constants: Constraint[] = [];
  const constantCells = new Map<number, CellNumber>();
  const constantOf = (value: number): CellNumber => {
    const known = constantCells.get(value);
    if (known !== undefined) return known;
    const cell = registry.addConstant();
    constantCells.set(value, cell);
    const premise = { figure: null, identity: null };
    constants.push(
      { kind: "linear", cells: [cell], coefficients: [1], bound: value, ...premise },
      { kind: "linear", cells: [cell], coefficients: [-1], bound: -value, ...premise },
    );
    return cell;
  };

  const byId = <Named extends { readonly id: string }>(items: readonly Named[]): Named[] =>
    [...items].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const figures: ModelledFigure[] = [];
  for (const figure of byId(report.figures)) {
    const cells = cellsOfFigure(figure, reader, registry, constantOf);
    const exclusive = cellsSpokenOf(cells).flatMap((cell) => {
      const box = registry.list()[cell]?.box;
      return box === null || box === undefined ? [] : exclusiveCoordinates(box);
    });
    if (exclusive.length > 0) {
      const named = [...new Set(exclusive)].join(", ");
      const message = `The coordinates of the figure exclude each other (${named}), so that it counts nobody.`;
      issues.push({
        code: "figure-contradictory-coordinates",
        report: report.id,
        subject: figure.id,
        message,
      });
    } else {
      figures.push({ figure, cells });
    }
  }

  for (const { figure, cells } of figures) {
    // Shares of the members may have been rounded apart and added, so that each is a cell of its own.
    const box = registry.list()[cells.of.cell]?.box;
    const members = box?.sets.perpetrator ?? [];
    if (figure.kind !== "percentage" || box === undefined || box === null || members.length !== 2) continue;
    // A party and its only part are no two members: the party without it is no cell that coordinates can name.
    const parents = members.map((member) => codebook.perpetrators[member]?.parent);
    if (parents.some((parent) => parent !== undefined && members.includes(parent))) continue;
    for (const member of members) registry.numberOf({ ...box, sets: { ...box.sets, perpetrator: [member] } });
  }

  const printedCells = new Set(
    figures.filter(({ figure }) => figure.kind === "count").map(({ cells }) => cells.of.cell),
  );
  const printed = boxesOf(registry).filter((box) => printedCells.has(registry.numberOf(box)));
  const tables: TableBoxes[] = [];
  for (const table of byId(report.tables ?? [])) {
    const read = readTable(table, reader, printed, report.id);
    if ("code" in read) issues.push(read);
    else tables.push(read);
  }
  const ofTables = tables.flatMap((table) =>
    tableIdentities(table, registry, (cell) => printedCells.has(cell)),
  );
  if (report.massacre !== undefined) tollsOfMassacres(boxesOf(registry)).forEach(registry.numberOf);
  unionsAround(boxesOf(registry), reader.rules).forEach(registry.numberOf);
  const boxes = boxesOf(registry).filter((box) => !isEmptyBox(box));
  const numbered = boxes.map((box) => ({ box, cell: registry.numberOf(box) }));
  const containment = containmentOf(numbered, reader.rules);
  const populations = reader.boxOf({}).sets.population;
  const rowed = new Set(tables.flatMap(({ of, rows }) => [of, ...rows].map(registry.numberOf)));
  // None killed in it as in a massacre says that it is none, and so may "up to 2".
  const counted = new Set(
    figures.flatMap(({ figure, cells }) =>
      figure.kind === "count" && worded(figure.value, figure.wording ?? "exactly").minimum > 0
        ? [cells.of.cell]
        : [],
    ),
  );
  const open = [...openTables(tables, ofTables, registry.numberOf), ...openElsewhere];
  const identities = [
    ...ofTables,
    ...tables.flatMap((table) => subtotalIdentities(table, boxes, registry)),
    ...inclusionIdentities(numbered, containment),
    ...disjointIdentities(numbered, containment, open, reader.rules),
    ...massacreIdentities(
      boxes.filter(({ sets }) => JSON.stringify(sets.population) === JSON.stringify(populations)),
      registry,
      report.massacre,
      reader.rules,
      (toll) => counted.has(toll) || rowed.has(toll),
    ),
    ...periodIdentities(boxes, registry, open),
  ];
  const rowCells = new Set(
    ofTables
      .filter(({ kind }) => kind === "table-sum")
      .flatMap(({ parts, whole }) => (whole === null ? parts : [...parts, whole])),
  );
  return {
    report,
    reader,
    registry,
    figures,
    tables,
    open,
    identities: withoutRepetition(identities),
    constants,
    rowCells,
    issues,
  };
}

function boxesOf(registry: CellRegistry): Box[] {
  return registry.list().flatMap(({ box }) => (box === null ? [] : [box]));
}

/** Of identities that say the same of the same cells, the first; and no sum below a whole of which one is a whole sum. */
function withoutRepetition(identities: readonly Identity[]): Identity[] {
  const sums = new Map<CellNumber, Set<CellNumber>[]>();
  for (const { relation, whole, parts } of identities) {
    if (relation === "equal" && whole !== null) sums.set(whole, [...(sums.get(whole) ?? []), new Set(parts)]);
  }
  const isImplied = ({ kind, whole, parts }: Identity): boolean =>
    kind === "disjoint-parts" &&
    whole !== null &&
    (sums.get(whole)?.some((sum) => parts.every((part) => sum.has(part))) ?? false);
  const seen = new Set<string>();
  return identities
    .filter((identity) => !isImplied(identity))
    .filter(({ relation, whole, parts, id }) => {
      const said =
        relation === "other"
          ? id
          : `${relation}|${whole ?? ""}|${[...parts].sort((a, b) => a - b).join("+")}`;
      if (seen.has(said)) return false;
      seen.add(said);
      return true;
    });
}
