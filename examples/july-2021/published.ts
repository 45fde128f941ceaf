import {
  at,
  type Cell,
  compareRates,
  daysInMonth,
  formatPercent,
  type MassacreTable,
  type MonthlyReport,
  month,
  monthsOfPeriod,
  partsPrintedAs,
  type Rate,
  type ReportDimensions,
  type Rounding,
  type Selection,
  type Share,
  type SnhrKeys,
  shareOf,
} from "casualty-stats";

type Report = MonthlyReport<SnhrKeys>;
type Where = Selection<ReportDimensions<SnhrKeys>>;
type Toll = Pick<Cell<SnhrKeys["category"]>, "count" | "including">;

/** A figure of the specification beside what the records give. */
export interface Comparison {
  /** Where it stands: a section of the report for July 2021, or another report. */
  readonly place: string;
  readonly what: string;
  readonly published: string;
  readonly recomputed: string;
  readonly agrees: boolean;
  /** Why the two cannot agree, where they do not. */
  readonly reason: string | null;
}

const july = month("2021-07");
const alliance = ["regime", "russia"] as const;
const unattributed = ["landmines", "gunfire", "shells", "bombings", "unknown-persons"] as const;
const otherParties = [...unattributed, "turkish-border-guards"] as const;

/** Every figure that the report prints for July 2021 and since January, each recomputed. */
export function comparePublished(report: Report): Comparison[] {
  return [
    ...tollsOfJuly(report),
    ...sharesOfJuly(report),
    ...sinceJanuary(report),
    ...groups(report),
    ...massacres(report),
    ...statements(report),
  ];
}

/** Persons / children / women. */
function tollsOfJuly(report: Report): Comparison[] {
  const toll = (place: string, what: string, published: string, where: Where = {}) =>
    compare(place, what, published, tollText(at(report.tally, { month: july, ...where })));
  return [
    toll("III", "All civilians", "129 / 44 / 17"),
    toll("III", "Syrian Regime forces", "46 / 20 / 6", { perpetrator: "regime" }),
    toll("III", "Russian forces", "21 / 12 / 3", { perpetrator: "russia" }),
    toll("III", "Hay'at Tahrir al Sham", "1 / 0 / 0", { perpetrator: "hts" }),
    toll("III", "Syrian Democratic Forces", "11 / 2 / 0", { perpetrator: "sdf" }),
    toll("III", "Other parties", "50 / 10 / 8", { perpetrator: otherParties }),
    toll("III", "Landmines of unknown source", "8 / 5 / 0", { perpetrator: "landmines" }),
    toll("III", "Gunfire of unknown source", "35 / 2 / 8", { perpetrator: "gunfire" }),
    toll("III", "Killings by unknown persons", "6 / 2 / 0", { perpetrator: "unknown-persons" }),
    toll("III", "Turkish border guards", "1 / 1 / 0", { perpetrator: "turkish-border-guards" }),
    toll("II", "Al Hawl camp, unknown gunmen", "7 / 0 / 3", {
      perpetrator: "gunfire",
      place: "al-hawl-camp",
    }),
  ];
}

function sharesOfJuly(report: Report): Comparison[] {
  const percent = (place: string, what: string, published: string, part: Where, whole: Where = {}) => {
    const share = shareOf(report.tally, { part: { month: july, ...part }, whole: { month: july, ...whole } });
    return comparePercent(place, what, published, share, report.print.rounding);
  };
  // The report's places are governorates: none of these two has a place within it in the codebook.
  return [
    percent("II", "Syrian-Russian alliance, of all", "52%", { perpetrator: alliance }),
    percent("III", "Idlib, of all", "35%", { place: "idlib" }),
    percent(
      "III",
      "Alliance, of Idlib",
      "94%",
      { place: "idlib", perpetrator: alliance },
      { place: "idlib" },
    ),
    percent("III", "Daraa, of all", "31%", { place: "daraa" }),
    percent("III", "Regime, of Daraa", "45%", { place: "daraa", perpetrator: "regime" }, { place: "daraa" }),
  ];
}

function sinceJanuary(report: Report): Comparison[] {
  const months = monthsOfPeriod(report.yearToDate);
  const toll = (place: string, what: string, published: string, where: Where) =>
    compare(place, what, published, tollText(at(report.tally, where)));
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
      const recomputed = `${tollText(row)}, ${row.including.torture.part}`;
      return compare(`report of ${months[position] ?? ""}`, "All civilians, torture", figure, recomputed);
    }),
    compare("III", "All since January", "852", String(report.toll.sinceJanuary.count)),
    toll("II", "Landmines since January", "117 / 44 / 21", { month: months, perpetrator: "landmines" }),
    toll("II", "Al Hawl since January", "57 / 10 / 18", {
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
  return [
    compare("IV.A", "Died due to torture", "10", String(torture.month.count)),
    compare("IV.A", "Died due to torture, regime", "8", by(torture.month, "regime")),
    compare("IV.A", "Died due to torture, SDF", "2", by(torture.month, "sdf")),
    compare("IV.A", "Died due to torture since January", "69", String(torture.sinceJanuary.count)),
    comparePercent("IV.A", "Regime, of torture since January", "78%", tortureByRegime, report.print.rounding),
    compare("IV.B", "Medical personnel, regime", "1", by(medical.month, "regime")),
    compare("IV.C", "Media workers, Russian forces", "1", by(media.month, "russia")),
    compare("IV.D", "Civil Defense, Russian forces", "1", by(civilDefense.month, "russia")),
  ];
}

function massacres({ massacres: { month: ofMonth, sinceJanuary: ofYear } }: Report): Comparison[] {
  const of = (table: MassacreTable<SnhrKeys>, keys: readonly string[]) =>
    String(table.rows.filter(({ key }) => keys.includes(key)).reduce((sum, row) => sum + row.massacres, 0));
  const toll = (key: string) => tollText(ofMonth.rows.find((row) => row.key === key)?.toll);
  const at17July = ofMonth.entries.filter(({ date }) => date === "2021-07-17");
  const one = (date: string, key: string) =>
    tollText(ofMonth.entries.find((entry) => entry.date === date && entry.perpetrator === key)?.killed);
  return [
    compare("V", "Massacres in July", "4", String(ofMonth.massacres)),
    compare("V", "Massacres in July, regime", "2", of(ofMonth, ["regime"])),
    compare("V", "Massacres in July, Russian forces", "2", of(ofMonth, ["russia"])),
    compare("V", "Killed in them", "26 / 14 / 6", tollText(ofMonth.toll)),
    compare("V", "Killed in them, regime", "15 / 8 / 5", toll("regime")),
    compare("V", "Killed in them, Russian forces", "11 / 6 / 1", toll("russia")),
    compare("V", "Al Fou'a, 15 July", "6 / 3 / 0", one("2021-07-15", "russia")),
    compare("V", "Ebleen, 22 July", "7 / 4 / 1", one("2021-07-22", "regime")),
    compare("IV.C", "Sarja, 17 July", "5 / 3 / 1", one("2021-07-17", "russia")),
    compare("IV.B", "Massacres of 17 July (Ihsem, Sarja)", "2", String(at17July.length)),
    compare("V", "Massacres since January", "14", String(ofYear.massacres)),
    compare("V", "Massacres since January, regime", "4", of(ofYear, ["regime"])),
    compare("V", "Massacres since January, Russian forces", "3", of(ofYear, ["russia"])),
    compare("V", "Massacres since January, other parties", "7", of(ofYear, otherParties)),
    compare("V", "  bombings not yet identified", "3", of(ofYear, ["bombings"])),
    compare("V", "  landmines of unknown source", "2", of(ofYear, ["landmines"])),
    compare("V", "  killings by unknown persons", "1", of(ofYear, ["unknown-persons"])),
    compare("V", "  shells from unknown source", "1", of(ofYear, ["shells"])),
  ];
}

/** What the report says in words. */
function statements(report: Report): Comparison[] {
  const { months, places } = report;
  const rates = months.map(({ rate }) => rate);
  const ofAlliance = months.map(
    ({ month: of }): Rate => ({
      count: at(report.tally, { month: of, perpetrator: alliance }).count,
      days: daysInMonth(of),
    }),
  );
  const tortureInMonths = months.map(({ including }) => including.torture.part);
  const [january = 0, ...later] = tortureInMonths;
  const ranked = [...places].sort((a, b) => b.count - a.count).slice(0, 4);
  const inOthers = ranked.slice(2).every(({ perpetrators, count }) => {
    const byOthers = perpetrators.filter(({ key }) => (otherParties as readonly string[]).includes(key));
    return 2 * byOthers.reduce((sum, row) => sum + row.count, 0) > count;
  });
  const threeBefore = months.slice(-4, -1).map((row) => `${row.count} (${row.perDay} a day)`);
  const reported = months.at(-1);
  return [
    state("II", "alliance's toll increased in July, as in June", ofAlliance.slice(-3).every(isRise), ""),
    state(
      "III",
      "Idlib first, Daraa second, then Deir Ez-Zour, Hasaka",
      ranked.map(({ key }) => key).join() === "idlib,daraa,deir-ez-zour,hasaka",
      "",
    ),
    state("III", "in the latter two most killed by other parties", inOthers, ""),
    state(
      "IV.A",
      "torture in the last six months above January",
      later.every((count) => count > january),
      "",
    ),
    state(
      "III",
      "a significant decrease compared to the previous three months",
      rates.slice(-4, -1).every((rate) => compareRates(rate, rates.at(-1) ?? rate) === "higher"),
      `April to June print ${threeBefore.join(", ")}; July prints ${reported?.count ?? ""} (${reported?.perDay ?? ""} a day): an increase over each of them.`,
    ),
  ];
}

function isRise(rate: Rate, position: number, rates: readonly Rate[]): boolean {
  const before = rates[position - 1];
  return before === undefined || compareRates(rate, before) === "higher";
}

function tollText(toll: Toll | undefined): string {
  return toll === undefined
    ? "none"
    : [toll.count, toll.including.child.part, toll.including.woman.part].join(" / ");
}

function compare(place: string, what: string, published: string, recomputed: string): Comparison {
  const agrees = published === recomputed;
  const reason = agrees ? null : `The records give ${recomputed}.`;
  return { place, what, published, recomputed, agrees, reason };
}

function comparePercent(
  place: string,
  what: string,
  published: string,
  share: Share,
  rounding: Rounding,
): Comparison {
  const recomputed = formatPercent(share, { rounding, digits: 0 });
  const { part, whole } = share;
  const reachable = whole === null ? null : partsPrintedAs(published, whole, { rounding });
  const reason =
    published === recomputed
      ? null
      : `${part} of ${whole ?? "?"} prints ${recomputed}, and ${reachable === null ? "no whole number" : "another number"} of ${whole ?? "?"} prints ${published} when rounded ${rounding}.`;
  return {
    place,
    what,
    published,
    recomputed: `${recomputed} (${part} of ${whole ?? "?"})`,
    agrees: reason === null,
    reason,
  };
}

function state(place: string, what: string, holds: boolean, reason: string): Comparison {
  return {
    place,
    what,
    published: "stated",
    recomputed: holds ? "holds" : "does not hold",
    agrees: holds,
    reason: holds ? null : reason,
  };
}
