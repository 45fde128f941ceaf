import {
  at,
  comparisonSentence,
  dateText,
  type MonthlyReport,
  periodText,
  type SnhrKeys,
  tollSentence,
} from "casualty-stats";
import { printMassacres } from "./print-massacres.js";
import { remarks, textTable } from "./text-table.js";
import { child, perhaps, tollCells, tollHeadings, woman } from "./toll-cells.js";

type Report = MonthlyReport<SnhrKeys>;

const people = { one: "civilian", many: "civilians" };

/** Every table of the report, in its sections, laid out like those of the specification. */
export function printTables(report: Report): string {
  return [
    accounting(report),
    "II. Summary of the most notable killings\n",
    summary(report),
    "III. Death toll of civilian victims\n",
    inWords(report),
    byPerpetrator(report),
    byPlace(report),
    byMonth(report),
    means(report),
    "IV. Victims who died due to torture, and medical, media and Civil Defense personnel\n",
    torture(report),
    personnel(report),
    "V. Massacres\n",
    printMassacres(report),
    explanations(report),
  ].join("\n");
}

function inWords(report: Report): string {
  return [
    tollSentence(report, { of: "month", people, among: { child, woman } }),
    tollSentence(report, { of: "sinceJanuary", people, among: {} }),
    comparisonSentence(report, { months: 3 }),
    "",
  ].join("\n");
}

function accounting({
  accounting: { received, rejected, excluded, excludedBy, counted, inMonth, ...rest },
  month,
  yearToDate,
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
      [`  outside ${periodText(yearToDate)}`, String(rest.outside)],
      ["  perhaps of that time, perhaps not", String(rest.undated)],
    ],
  );
}

/** Landmines, and the camp of al-Hawl: figures that stand in no table of their own, asked of the report's tally. */
function summary({ tally, inDoubt, month, yearToDate }: Report) {
  const periods = [
    [dateText(month), { month }],
    [periodText(yearToDate), { yearToDate: "inside" }],
  ] as const;
  const subjects = [
    ["Landmines", { perpetrator: "landmines" }],
    ["Al Hawl Camp, unknown gunmen", { perpetrator: "gunfire", place: "al-hawl-camp" }],
  ] as const;
  const rows = subjects.flatMap(([subject, who]) =>
    periods.map(([period, when]) => {
      const where = { ...who, ...when };
      const toll = { ...at(tally, where), mayInclude: at(inDoubt, where).including };
      return [`${subject}, ${period}`, ...tollCells(toll), perhaps(toll)];
    }),
  );
  return textTable("Landmines, and Al Hawl Camp", [...tollHeadings, remarks], rows);
}

function byPerpetrator({ perpetrators, sections, alliances, toll, month, definitions }: Report) {
  const isNamed = ({ key }: { readonly key: string }) =>
    Object.hasOwn(definitions.codebook.perpetrators, key);
  const rows = sections.flatMap((section) => {
    const members = perpetrators.filter((row) => row.section === section.key && row.count > 0);
    if (members.length === 0) return [];
    return [
      [section.label, ...tollCells(section), section.percent, perhaps(section)],
      // As in the report: of the other parties, sources that nobody has identified stand first.
      ...[...members.filter((row) => !isNamed(row)), ...members.filter(isNamed)].flatMap((row) => [
        [`  ${row.label}`, ...tollCells(row), row.percent, perhaps(row)],
        ...(row.presumed.count > 0
          ? [
              [
                "    of these presumed by joint control, under investigation",
                ...tollCells(row.presumed),
                "",
                perhaps(row.presumed),
              ],
            ]
          : []),
      ]),
    ];
  });
  const beside = alliances
    .filter(({ count, members }) => count > 0 && members.every((key) => isInMonth(perpetrators, key)))
    .flatMap((row) => [
      [`Beside its members: ${row.label}`, ...tollCells(row), row.percent, perhaps(row)],
      ...(row.jointly.count > 0
        ? [["  of these by several of them jointly", ...tollCells(row.jointly)]]
        : []),
    ]);
  const all = ["All", ...tollCells(toll.month), "100.0%", perhaps(toll.month)];
  return textTable(
    `Civilians documented killed, ${dateText(month)}`,
    [...tollHeadings, "share", remarks],
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
      [place.label, ...tollCells(place), place.percent, perhaps(place)],
      ...place.perpetrators.map((row) => [`  ${row.label}`, ...tollCells(row), row.percent, perhaps(row)]),
    ]);
  return textTable(`By governorate of death, ${dateText(month)}`, [...tollHeadings, "share", remarks], rows);
}

function byMonth({ months, comparison }: Report) {
  return textTable(
    "By month of documentation",
    [...tollHeadings, "torture", "per day", "since January", remarks],
    months.map((row) => [
      dateText(row.month),
      ...tollCells(row),
      String(row.including.torture.part),
      comparison.find(({ month }) => month === row.month)?.perDay ?? "",
      String(row.sinceJanuary),
      perhaps(row),
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
  const unknown =
    sinceJanuary.mayInclude === 0
      ? []
      : [["Cause of death not recorded", String(ofMonth.mayInclude), String(sinceJanuary.mayInclude)]];
  return textTable(
    "Victims who died due to torture",
    [dateText(month), periodText(yearToDate), "share"],
    [...rows, ["All", String(ofMonth.count), String(sinceJanuary.count), "100.0%"], ...unknown],
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

function means({ sinceJanuary, yearToDate }: Report) {
  const rows = sinceJanuary.means.filter(({ count }) => count > 0);
  return textTable(
    `By means, ${periodText(yearToDate)}`,
    [...tollHeadings, "share", remarks],
    rows.map((row) => [row.label, ...tollCells(row), row.percent, perhaps(row)]),
  );
}

function explanations({ presumedIncidents, excluded, month, massacres: { month: ofMonth } }: Report) {
  return [
    `Why: the presumed incidents and massacres of ${dateText(month)}, and everybody who is not counted`,
    ...presumedIncidents.map(({ attribution }) => `- ${attribution}`),
    ...ofMonth.entries.map(({ id, explanation, attribution }) =>
      presumedIncidents.some((open) => open.id === id)
        ? `- ${explanation}`
        : `- ${explanation} ${attribution}`,
    ),
    ...excluded.map(({ explanation }) => `- ${explanation}`),
    "",
  ].join("\n");
}
