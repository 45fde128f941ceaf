import {
  dateText,
  type MassacreTable,
  type MonthlyReport,
  massacreSentence,
  periodText,
  type SnhrKeys,
  sectionsOf,
} from "casualty-stats";
import { remarks, textTable } from "./text-table.js";
import { perhaps, tollCells, tollHeadings } from "./toll-cells.js";

type Report = MonthlyReport<SnhrKeys>;

/** The massacres of the month and since January, by section and perpetrator. */
export function printMassacres(report: Report): string {
  const { month, yearToDate, massacres: found } = report;
  return [
    `${massacreSentence(report)}\n`,
    massacres(report, `Massacres documented, ${dateText(month)}`, found.month),
    massacres(report, `Massacres documented, ${periodText(yearToDate)}`, found.sinceJanuary),
  ].join("\n");
}

function massacres({ definitions, sections }: Report, title: string, table: MassacreTable<SnhrKeys>) {
  const sectionOf = sectionsOf(definitions.codebook);
  const rows = sections.flatMap((section) => {
    const members = table.rows
      .filter((row) => sectionOf[row.key] === section.key && row.massacres > 0)
      .sort((a, b) => b.massacres - a.massacres);
    if (members.length === 0) return [];
    return [
      [section.label, String(members.reduce((sum, row) => sum + row.massacres, 0))],
      ...members.map((row) => [
        `  ${row.label}`,
        String(row.massacres),
        ...tollCells(row.toll),
        perhaps(row.toll),
      ]),
    ];
  });
  return textTable(
    title,
    ["massacres", ...tollHeadings, remarks],
    [...rows, ["All", String(table.massacres), ...tollCells(table.toll), perhaps(table.toll)]],
  );
}
