import { describe, expect, test } from "vitest";
import { printAudit } from "../../examples/july-2021/print-audit.js";
import { printTables } from "../../examples/july-2021/print-tables.js";
import { comparePublished } from "../../examples/july-2021/published.js";
import { julyRecords } from "../../examples/july-2021/records.js";
import { julyReport, parsedRecords } from "../../examples/july-2021/report.js";
import { known, published } from "./july-2021-published.js";

const parsed = parsedRecords();
const report = julyReport(parsed);
const comparisons = comparePublished(report, parsed);

describe("the published figures", () => {
  test("are all compared, each as it was printed", () => {
    expect(comparisons.map(({ place, what, published: printed }) => [place, what, printed])).toEqual(
      published,
    );
  });

  test.each(published)("%s: %s %s", (place, what, printed) => {
    const comparison = comparisons.find((one) => one.place === place && one.what === what);
    expect(comparison?.agrees).toBe(!Object.hasOwn(known, what));
    expect(comparison?.reason).toBe(known[what] ?? null);
    if (comparison?.agrees !== true || printed === "stated") return;
    // Words stand before a number, and the counts that a percentage was made from behind it. What is not printed is not compared.
    const number = printed.replace(/^(?:about|approximately|at least) /, "");
    const recomputed = comparison.recomputed.replace(/ \(.*\)$/, "");
    const shown = number
      .split(" / ")
      .map((part, nth) => (part === "–" ? part : recomputed.split(" / ")[nth]));
    expect(shown.join(" / ")).toBe(number);
  });

  test("percentages are made from these counts", () => {
    const percents = comparisons.filter(({ published: printed }) => printed.endsWith("%"));
    expect(percents.map(({ recomputed }) => recomputed)).toEqual([
      "52% (67 of 129)",
      "52% (67 of 129)",
      "35% (45 of 129)",
      "93% (42 of 45)",
      "31% (40 of 129)",
      "45% (18 of 40)",
      "78% (54 of 69)",
    ]);
  });
});

describe("the report", () => {
  test("accounts for every record: the unborn child of Balshoun is the one that is not counted", () => {
    // Of whom no cause is recorded it may have been natural or a dispute: they are counted all the same, but for the unborn.
    const ofNoCause = julyRecords().victims.filter((one) => one.cause === undefined && !one.unborn).length;
    const none = { unborn: 0, "natural-death": 0, "social-dispute": 0, "not-civilian": 0 };
    expect(report.accounting).toEqual({
      received: 853,
      rejected: 0,
      rejectedCopies: 0,
      excluded: 1,
      excludedBy: { unborn: 1, "natural-death": 0, "social-dispute": 0, "not-civilian": 0 },
      excludedInDoubtBy: none,
      countedInDoubtBy: { ...none, "natural-death": ofNoCause, "social-dispute": ofNoCause },
      counted: 852,
      inMonth: 129,
      earlierInYear: 723,
      undated: 0,
      outside: 0,
    });
  });

  test("sums up the sections, and the alliance beside its members", () => {
    expect(report.sections.map(({ key, count, percent }) => [key, count, percent])).toEqual([
      ["main", 79, "61.2%"],
      ["other", 50, "38.8%"],
      ["jointly", 0, "0.0%"],
    ]);
    expect(report.alliances.find(({ key }) => key === "syrian-russian")).toMatchObject({
      count: 67,
      percent: "51.9%",
      including: { child: { part: 32, whole: 67 }, woman: { part: 9, whole: 67 } },
    });
  });

  test("presumes nine to the regime: Balshoun's child, and the eight of Ihsem", () => {
    expect(report.perpetrators.find(({ key }) => key === "regime")?.presumed).toMatchObject({
      count: 9,
      including: { child: { part: 5 }, woman: { part: 4 } },
    });
    expect(report.presumedIncidents.map(({ to, among, killed }) => [to, among, killed.count])).toEqual([
      [["regime"], ["regime", "russia"], 1],
      [["regime"], ["regime", "russia"], 8],
    ]);
  });

  test("counts al-Hawl within Hasaka, and for itself", () => {
    const hasaka = report.places.find(({ key }) => key === "hasaka");
    expect(hasaka?.count).toBe(11);
    expect(hasaka?.recordedAs.map(({ label, count }) => [label, count])).toEqual([
      ["Hasaka", 4],
      ["Al Hawl Camp", 7],
    ]);
    const sinceJanuary = report.sinceJanuary.places.find(({ key }) => key === "hasaka")?.recordedAs;
    expect(sinceJanuary?.find(({ key }) => key === "al-hawl-camp")?.count).toBe(57);
  });

  test("adds the months up to 852, and compares them per day", () => {
    const { months, comparison } = report;
    expect(comparison.map(({ month }) => month)).toEqual(months.map(({ month }) => month));
    expect(months.map(({ sinceJanuary }, nth) => [sinceJanuary, comparison[nth]?.perDay])).toEqual([
      [113, "3.6"],
      [251, "4.9"],
      [428, "5.7"],
      [532, "3.5"],
      [628, "3.1"],
      [723, "3.2"],
      [852, "4.2"],
    ]);
  });
});

describe("those whose age or sex is not recorded", () => {
  test("may be children or women: none in July, where the men of Daraa al Balad and Jasem are recorded as adults", () => {
    const none = { child: { part: 0, whole: 129 }, woman: { part: 0, whole: 129 } };
    expect(report.toll.month.mayInclude).toMatchObject(none);
    const adults = parsed.victims.filter(
      ({ age }) => age !== null && typeof age === "object" && age.minimum === 18,
    );
    expect(adults.map(({ incident }) => [incident.date, incident.place])).toEqual([
      ["2021-07-29", "daraa"],
      ["2021-07-29", "daraa"],
      ["2021-07-29", "daraa"],
      ["2021-07-29", "daraa"],
      ["2021-07-16", "hama"],
    ]);
  });

  test("may be children or women in January: three and two of the four whom the plan leaves open", () => {
    // Taken in turn: a male of no age, one of whom neither is known, one of 30 whose sex is not, and again a male of no age.
    expect(report.months[0]?.mayInclude).toMatchObject({ child: { part: 3 }, woman: { part: 2 } });
  });
});

describe("the printed tables", () => {
  const lines = printTables(report)
    .split("\n")
    .map((line) => line.replace(/ +/g, " "));

  test("are laid out like those of the specification", () => {
    const first = lines.indexOf("Civilians documented killed, July 2021 all children women share");
    expect(lines.slice(first, first + 15)).toEqual([
      "Civilians documented killed, July 2021 all children women share",
      expect.stringMatching(/^-+$/),
      "The main parties 79 34 9 61.2%",
      " Syrian Regime forces 46 20 6 35.7%",
      " of these presumed by joint control, under investigation 9 5 4",
      " Russian forces 21 12 3 16.3%",
      " Hay'at Tahrir al Sham 1 0 0 0.8%",
      " Syrian Democratic Forces 11 2 0 8.5%",
      "Other parties 50 10 8 38.8%",
      " Landmines of unknown source 8 5 0 6.2%",
      " Gunfire of unknown source 35 2 8 27.1%",
      " Killings by unknown persons 6 2 0 4.7%",
      " Turkish border guards 1 1 0 0.8%",
      "All 129 44 17 100.0%",
      "Beside its members: Syrian-Russian alliance forces 67 32 9 51.9%",
    ]);
  });

  test("have titles and rows of every section", () => {
    expect(lines).toEqual(
      expect.arrayContaining([
        "Received 853",
        "Idlib 45 26 8 34.9%",
        "Landmines, July 2021 8 5 0",
        "Landmines, January to July 2021 117 44 21",
        "Al Hawl Camp, unknown gunmen, July 2021 7 0 3",
        "Al Hawl Camp, unknown gunmen, January to July 2021 57 10 18",
        "January 2021 113 36 6 3 3.6 113 perhaps 3 more children, 2 more women",
        "July 2021 129 44 17 10 4.2 852",
        "Syrian Regime forces 8 54 78.3%",
        "Cause of death not recorded 6 43",
        "Massacres documented, January to July 2021 massacres all children women",
        "The main parties 7",
        "Other parties 7",
        " Bombings whose perpetrators have not yet been identified 3 19 4 3",
      ]),
    );
  });
});

test("what the audit says of the records names every figure that disagrees in the table", () => {
  const [, beside = ""] = printAudit().split("Beside the constructed records ");
  const named = (beside.split("cannot be compared")[0] ?? "")
    .split("\n")
    .filter((line) => line.startsWith("  - "));
  expect(named).toEqual([
    "  - a significant decrease compared to the previous three months (all killed): 129 against 104, 96, 95",
    "  - about 94% (killed by Syrian-Russian alliance forces in Idlib): 42 of 45, rounded up",
  ]);
  expect(Object.keys(known)).toHaveLength(named.length);
});
