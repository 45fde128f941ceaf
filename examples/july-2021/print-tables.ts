import {
  type Cell,
  dateText,
  type MassacreTable,
  type MonthlyReport,
  periodText,
  type SnhrKeys,
} from "casualty-stats";
import { textTable } from "./text-table.js";

type Report = MonthlyReport<SnhrKeys>;
type Toll = Pick<Cell<SnhrKeys["category"]>, "count" | "including">;

/** Every table of the report, laid out like those of the specification. */
export function printTables(report: Report): string {
  return [
    accounting(report),
    byPerpetrator(report),
    byPlace(report),
    byMonth(report),
    torture(report),
    personnel(report),
    massacres(`Massacres documented, ${dateText(report.month)}`, report.massacres.month),
    massacres(`Massacres documented, ${periodText(report.yearToDate)}`, report.massacres.sinceJanuary),
    means(report),
    explanations(report),
  ].join("\n");
}

const tollHeadings = ["all", "children", "women"];

function tollCells({ count, including }: Toll): string[] {
  return [count, including.child.part, including.woman.part].map(String);
}

function accounting({
  accounting: { received, rejected, excluded, excludedBy, counted, inMonth, ...rest },
  month,
}: Report) {
  const reasons = Object.entries(excludedBy).map(([reason, count]) => [`  ${reason}`, String(count)]);
  return textTable(
    "Records of victims",
    ["rows"],
    [
      ["Received", String(received)],
      ["Rejected", String(rejected)],
      ["Excluded from the population", String(excluded)],
      ...reasons,
      ["Counted", String(counted)],
      [`  documented in ${dateText(month)}`, String(inMonth)],
      ["  earlier in the year", String(rest.earlierInYear)],
      ["  outside January to the month", String(rest.outside)],
      ["  belonging to no single month", String(rest.undated)],
    ],
  );
}

function byPerpetrator({ perpetrators, sections, alliances, toll, month }: Report) {
  const rows = sections.flatMap((section) => {
    const members = perpetrators.filter((row) => row.section === section.key && row.count > 0);
    if (members.length === 0) return [];
    return [
      [section.label, ...tollCells(section), section.percent],
      ...members.flatMap((row) => [
        [`  ${row.label}`, ...tollCells(row), row.percent],
        ...(row.presumed.count > 0
          ? [["    of these presumed by joint control, under investigation", ...tollCells(row.presumed)]]
          : []),
      ]),
    ];
  });
  const beside = alliances
    .filter(({ count, members }) => count > 0 && members.every((key) => isInMonth(perpetrators, key)))
    .map((row) => [`Beside its members: ${row.label}`, ...tollCells(row), row.percent]);
  const all = ["All", ...tollCells(toll.month), "100.0%"];
  return textTable(
    `Civilians documented killed, ${dateText(month)}`,
    [...tollHeadings, "share"],
    [...rows, all, ...beside],
  );
}

function isInMonth(rows: Report["perpetrators"], key: string): boolean {
  return rows.some((row) => row.key === key && row.count > 0);
}

function byPlace({ places, month }: Report) {
  const rows = places
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .flatMap((place) => [
      [place.label, ...tollCells(place), place.percent],
      ...place.perpetrators.map((row) => [`  ${row.label}`, ...tollCells(row), row.percent]),
    ]);
  return textTable(`By governorate of death, ${dateText(month)}`, [...tollHeadings, "share"], rows);
}

function byMonth({ months }: Report) {
  return textTable(
    "By month of documentation",
    [...tollHeadings, "torture", "per day", "since January"],
    months.map((row) => [
      dateText(row.month),
      ...tollCells(row),
      String(row.including.torture.part),
      row.perDay,
      String(row.sinceJanuary),
    ]),
  );
}

function torture({ categories, month, yearToDate }: Report) {
  const { month: ofMonth, sinceJanuary } = categories.torture;
  const rows = sinceJanuary.rows
    .filter(({ count }) => count > 0)
    .map((row) => {
      const inMonth = ofMonth.rows.find(({ key }) => key === row.key);
      return [row.label, String(inMonth?.count ?? 0), String(row.count), row.percent];
    });
  return textTable(
    "Victims who died due to torture",
    [dateText(month), periodText(yearToDate), "share"],
    [...rows, ["All", String(ofMonth.count), String(sinceJanuary.count), "100.0%"]],
  );
}

function personnel({ categories, month }: Report) {
  const groups = [
    ["Medical personnel", categories.medical],
    ["Media workers", categories.media],
    ["Civil Defense personnel", categories["civil-defense"]],
  ] as const;
  const rows = groups.flatMap(([label, { month: ofMonth }]) => [
    [label, String(ofMonth.count)],
    ...ofMonth.rows.filter(({ count }) => count > 0).map((row) => [`  ${row.label}`, String(row.count)]),
  ]);
  return textTable(`Groups that overlap: not to be added, ${dateText(month)}`, ["killed"], rows);
}

function massacres(title: string, table: MassacreTable<SnhrKeys>) {
  const rows = table.rows
    .filter((row) => row.massacres > 0)
    .map((row) => [row.label, String(row.massacres), ...tollCells(row.toll)]);
  return textTable(
    title,
    ["massacres", ...tollHeadings],
    [...rows, ["All", String(table.massacres), ...tollCells(table.toll)]],
  );
}

function means({ sinceJanuary, yearToDate }: Report) {
  const rows = sinceJanuary.means.filter(({ count }) => count > 0);
  return textTable(
    `By means, ${periodText(yearToDate)}`,
    [...tollHeadings, "share"],
    rows.map((row) => [row.label, ...tollCells(row), row.percent]),
  );
}

function explanations({ openCases, excluded, month, massacres: { month: ofMonth } }: Report) {
  return [
    `Why: the open cases and massacres of ${dateText(month)}, and everybody who is not counted`,
    ...openCases.map(({ attribution }) => `- ${attribution}`),
    ...ofMonth.entries.map(({ explanation }) => `- ${explanation}`),
    ...excluded.map(({ explanation }) => `- ${explanation}`),
    "",
  ].join("\n");
}
