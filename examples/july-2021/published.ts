import {
  at,
  type MassacreTable,
  type MonthlyReport,
  month,
  monthsOfPeriod,
  type ParsedRecords,
  type ReportDimensions,
  type Selection,
  type SnhrKeys,
  shareOf,
} from "casualty-stats";
import {
  type Comparison,
  compare,
  comparePercent,
  compareToll,
  numbersOf,
  type PrintedToll,
  type Toll,
} from "./comparison.js";
import { compareNarrated } from "./narrated.js";
import { compareStatements } from "./statements.js";

type Report = MonthlyReport<SnhrKeys>;
type Where = Selection<ReportDimensions<SnhrKeys>>;

const july = month("2021-07");
const alliance = ["regime", "russia"] as const;
const unattributed = ["landmines", "gunfire", "shells", "bombings", "unknown-persons"] as const;
const otherParties = [...unattributed, "turkish-border-guards"] as const;

/** Every figure and statement that the report prints for July 2021 and since January, each recomputed. */
export function comparePublished(
  report: Report,
  { victims }: Pick<ParsedRecords<SnhrKeys>, "victims">,
): Comparison[] {
  return [
    ...tollsOfJuly(report),
    ...sharesOfJuly(report),
    ...sinceJanuary(report),
    ...groups(report),
    ...massacres(report),
    ...compareNarrated(victims),
    ...compareStatements(report, victims),
  ];
}

function tollsOfJuly(report: Report): Comparison[] {
  const toll = (place: string, what: string, printed: PrintedToll, where: Where = {}) =>
    compareToll(place, what, printed, at(report.tally, { month: july, ...where }));
  return [
    toll("title", "All civilians", [129, 44, 17]),
    toll("II", "Landmines", [8, 5, null], { perpetrator: "landmines" }),
    toll("II", "Al Hawl camp, unknown gunmen", [7, null, 3], {
      perpetrator: "gunfire",
      place: "al-hawl-camp",
    }),
    toll("III", "All civilians", [129, 44, 17]),
    toll("III", "Syrian Regime forces", [46, 20, 6], { perpetrator: "regime" }),
    toll("III", "Russian forces", [21, 12, 3], { perpetrator: "russia" }),
    toll("III", "Hay'at Tahrir al Sham", [1, null, null], { perpetrator: "hts" }),
    toll("III", "Syrian Democratic Forces", [11, 2, null], { perpetrator: "sdf" }),
    toll("III", "Other parties", [50, 10, 8], { perpetrator: otherParties }),
    toll("III", "Landmines of unknown source", [8, 5, null], { perpetrator: "landmines" }),
    toll("III", "Gunfire of unknown source", [35, 2, 8], { perpetrator: "gunfire" }),
    toll("III", "Killings by unknown persons", [6, 2, null], { perpetrator: "unknown-persons" }),
    toll("III", "Turkish border guards", [1, 1, null], { perpetrator: "turkish-border-guards" }),
  ];
}

function sharesOfJuly(report: Report): Comparison[] {
  const percent = (place: string, what: string, published: string, part: Where, whole: Where = {}) => {
    const share = shareOf(report.tally, { part: { month: july, ...part }, whole: { month: july, ...whole } });
    return comparePercent(place, what, published, share, report.print.rounding);
  };
  // The report's places are governorates: none of these two has a place within it in the codebook.
  const idlib = { place: "idlib" } as const;
  const daraa = { place: "daraa" } as const;
  return [
    percent("II", "Syrian-Russian alliance, of all", "approximately 52%", { perpetrator: alliance }),
    percent("III", "Syrian-Russian alliance, of all", "52%", { perpetrator: alliance }),
    percent("III", "Idlib, of all", "approximately 35%", idlib),
    percent("III", "Alliance, of Idlib", "about 94%", { ...idlib, perpetrator: alliance }, idlib),
    percent("III", "Daraa, of all", "approximately 31%", daraa),
    percent("III", "Regime, of Daraa", "approximately 45%", { ...daraa, perpetrator: "regime" }, daraa),
  ];
}

function sinceJanuary(report: Report): Comparison[] {
  const months = monthsOfPeriod(report.yearToDate);
  const toll = (place: string, what: string, printed: PrintedToll, where: Where) =>
    compareToll(place, what, printed, at(report.tally, where));
  // Torture deaths stand behind the toll of each month: "3 due to torture".
  const published = [
    "113 / 36 / 6, 3",
    "138 / 23 / 11, 14",
    "177 / 28 / 35, 9",
    "104 / 21 / 7, 13",
    "96 / 15 / 11, 9",
    "95 / 22 / 8, 11",
  ];
  return [
    ...published.map((figure, position) => {
      const row = at(report.tally, { month: months.slice(position, position + 1) });
      const recomputed = `${numbersOf(row).join(" / ")}, ${row.including.torture.part}`;
      return compare(`report of ${months[position] ?? ""}`, "All civilians, torture", figure, recomputed);
    }),
    compare("III", "All since January", "852", String(report.toll.sinceJanuary.count)),
    toll("II", "Landmines since January", [117, 44, 21], { month: months, perpetrator: "landmines" }),
    toll("II", "Al Hawl since January", [57, 10, 18], {
      month: months,
      perpetrator: "gunfire",
      place: "al-hawl-camp",
    }),
  ];
}

function groups(report: Report): Comparison[] {
  const months = monthsOfPeriod(report.yearToDate);
  const { torture, medical, media, "civil-defense": civilDefense } = report.categories;
  const by = (
    table: { readonly rows: readonly { readonly key: string; readonly count: number }[] },
    key: string,
  ) => String(table.rows.find((row) => row.key === key)?.count ?? 0);
  const tortureByRegime = shareOf(report.tally, {
    part: { month: months, perpetrator: "regime" },
    whole: { month: months },
    within: "torture",
  });
  const { rounding } = report.print;
  return [
    compare("title", "Died due to torture", "10", String(torture.month.count)),
    compare("IV.A", "Died due to torture", "10", String(torture.month.count)),
    compare("IV.A", "Died due to torture, regime", "8", by(torture.month, "regime")),
    compare("IV.A", "Died due to torture, SDF", "2", by(torture.month, "sdf")),
    compare("IV.A", "Died due to torture since January", "69", String(torture.sinceJanuary.count)),
    comparePercent(
      "IV.A",
      "Regime, of torture since January",
      "approximately 78%",
      tortureByRegime,
      rounding,
    ),
    compare("IV.B", "Medical personnel", "1", String(medical.month.count)),
    compare("IV.B", "Medical personnel, regime", "1", by(medical.month, "regime")),
    compare("IV.C", "Media workers", "1", String(media.month.count)),
    compare("IV.C", "Media workers, Russian forces", "1", by(media.month, "russia")),
    compare("IV.D", "Civil Defense personnel", "1", String(civilDefense.month.count)),
    compare("IV.D", "Civil Defense, Russian forces", "1", by(civilDefense.month, "russia")),
  ];
}

function massacres({ massacres: { month: ofMonth, sinceJanuary: ofYear } }: Report): Comparison[] {
  const of = (table: MassacreTable<SnhrKeys>, keys: readonly string[]) =>
    String(table.rows.filter(({ key }) => keys.includes(key)).reduce((sum, row) => sum + row.massacres, 0));
  const toll = (what: string, printed: PrintedToll, found: Toll | undefined) =>
    compareToll("V", what, printed, found ?? ofMonth.perhapsKilled);
  const by = (key: string) => ofMonth.rows.find((row) => row.key === key)?.toll;
  const at17July = ofMonth.entries.filter(({ date }) => date === "2021-07-17");
  return [
    compare("V", "Massacres in July", "4", String(ofMonth.massacres)),
    compare("V", "Massacres in July, regime", "2", of(ofMonth, ["regime"])),
    compare("V", "Massacres in July, Russian forces", "2", of(ofMonth, ["russia"])),
    toll("Killed in them", [26, 14, 6], ofMonth.toll),
    toll("Killed in them, regime", [15, 8, 5], by("regime")),
    toll("Killed in them, Russian forces", [11, 6, 1], by("russia")),
    compare("IV.B", "Massacres of 17 July (Ihsem, Sarja)", "2", String(at17July.length)),
    compare("V", "Massacres since January", "at least 14", String(ofYear.massacres)),
    compare("V", "Massacres since January, regime", "4", of(ofYear, ["regime"])),
    compare("V", "Massacres since January, Russian forces", "3", of(ofYear, ["russia"])),
    compare("V", "Massacres since January, other parties", "7", of(ofYear, otherParties)),
    compare("V", "  bombings not yet identified", "3", of(ofYear, ["bombings"])),
    compare("V", "  landmines of unknown source", "2", of(ofYear, ["landmines"])),
    compare("V", "  killings by unknown persons", "1", of(ofYear, ["unknown-persons"])),
    compare("V", "  shells from unknown source", "1", of(ofYear, ["shells"])),
  ];
}
