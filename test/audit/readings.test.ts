import { describe, expect, test } from "vitest";
import { parsePublished } from "../../src/audit/parse/parse-published.js";
import { snhrCodebook } from "../../src/snhr/codebook.js";
import { audit, count, percentage, type Report, reportOf, type Where } from "../support/audit.js";

const torture: Where = { category: "torture" };
const medical: Where = { category: "medical" };

function readings(figures: Report["figures"], of: string, ...alternatives: readonly Where[]) {
  const report = reportOf("2021-07", figures, { readings: [{ id: "other", figures: [of], alternatives }] });
  return audit(report).readings;
}

test("a reading adds to the coordinates of a figure: ten tortured medics of twelve can be true, of nine they cannot", () => {
  const readAs = (medics: number) =>
    readings([count("torture", 10, torture), count("medics", medics, medical)], "torture", medical)[0];
  expect(readAs(12)?.verdict).toBe("undetermined");
  expect(readAs(12)?.what).toMatch(/medical personnel.*torture/);
  expect(readAs(9)?.verdict).toBe("cannot-hold");
});

test("keys of one coordinate are those that both name; a period is that of the reading", () => {
  const figures = [
    count("north", 30, { place: ["idlib", "aleppo"] }),
    count("Idlib", 20, { place: "idlib" }),
    count("first half", 40, { period: "2021-07-01/2021-07-15" }),
  ];
  const [idlib, half] = readings(
    figures,
    "north",
    { place: ["idlib", "homs"] },
    { period: "2021-07-01/2021-07-15" },
  );
  expect(idlib).toMatchObject({ what: "killed in Idlib", verdict: "cannot-hold" });
  expect(half).toMatchObject({ verdict: "undetermined" });
});

describe("a reading counts what its figures count, in a time of theirs", () => {
  const issuesOf = (of: Where, alternative: Where) => {
    const figures = [count("other", 1), count("read", 7, of)];
    const more = { readings: [{ id: "other", figures: ["read"], alternatives: [{}, alternative] }] };
    return parsePublished(snhrCodebook, reportOf("2021-07", figures, more)).issues.map(
      ({ code, path }) => `${path.join(".")}: ${code}`,
    );
  };

  test.each<[of: Where, alternative: Where, issue: string]>([
    [{}, { unit: "massacres" }, "unit: unit-differs"],
    [{ unit: "massacres" }, { unit: "persons" }, "unit: unit-differs"],
    [{}, { period: "2021-06" }, "period: reading-widens"],
    [{}, { period: "2021" }, "period: reading-widens"],
    [{ period: "2021-06" }, { period: "2021-07" }, "period: reading-widens"],
  ])("of %j no %j", (of, alternative, issue) => {
    expect(issuesOf(of, alternative)).toEqual([`readings.0.alternatives.1.${issue}`]);
  });

  test.each<[of: Where, alternative: Where]>([
    [{}, { unit: "persons", period: "2021-07-17" }],
    [{ unit: "massacres" }, { unit: "massacres", perpetrator: "regime" }],
    [{ period: "2021" }, { period: "2021-06" }],
  ])("but of %j %j", (of, alternative) => {
    expect(issuesOf(of, alternative)).toEqual([]);
  });

  test("nor is a share of massacres one of persons", () => {
    const share = percentage("read", "50", { perpetrator: "regime" }, { unit: "massacres" });
    const alternatives = [{ unit: "massacres" as const }, { unit: "persons" as const }];
    const report = reportOf("2021-07", [share], {
      readings: [{ id: "other", figures: ["read"], alternatives }],
    });
    expect(parsePublished(snhrCodebook, report).issues.map(({ where }) => where)).toEqual([
      'reading "other", alternatives.1.unit',
    ]);
  });
});

test("a reading that leaves nobody cannot be true", () => {
  const [homs] = readings([count("Idlib", 20, { place: "idlib" })], "Idlib", { place: "homs" });
  expect(homs).toMatchObject({
    what: "nobody",
    verdict: "cannot-hold",
    explanation:
      "They cannot be read so: the coordinates of the figures and of the reading exclude each other (place).",
  });
});

test("a reading is set against the figures that the first one does not agree with", () => {
  const figures = [count("all", 40), count("regime", 50, { perpetrator: "regime" })];
  const alternatives: Where[] = [{ place: "idlib" }, torture];
  const [idlib, beside] = audit(
    reportOf("2021-07", figures, {
      categories: { torture: { standing: "beside" } },
      readings: [{ id: "other", figures: ["regime"], alternatives }],
    }),
  ).readings;
  expect(idlib?.verdict).toBe("cannot-hold");
  expect(beside?.verdict).toBe("undetermined");
});

describe("a figure that is read otherwise is still printed where it stands", () => {
  const rows: Where[] = [{ perpetrator: "regime" }, { perpetrator: "russia" }];
  const torturedBy = (perpetrator: "regime" | "russia"): Where => ({ perpetrator, category: "torture" });
  const inTable = (figures: Report["figures"], read: string, ...alternatives: Where[]) =>
    audit(
      reportOf("2021-07", figures, {
        tables: [{ id: "t", of: {}, rows, whole: true, blank: "zero", columns: [torture] }],
        readings: [{ id: "other", figures: [read], alternatives }],
      }),
    ).readings.map(({ verdict }) => verdict);
  const parties = [count("all", 10), count("regime", 6, rows[0]), count("Russia", 4, rows[1])];

  test("so that its cell is no zero", () => {
    const figures = [...parties, count("tortured", 3, torture), count("by regime", 3, torturedBy("regime"))];
    expect(inTable(figures, "by regime", { demographic: "man" }, { place: "idlib" })).toEqual([
      "undetermined",
      "undetermined",
    ]);
  });

  test("but a blank beside it is one", () => {
    const figures = [...parties, count("tortured", 3, torture), count("by regime", 3, torturedBy("regime"))];
    const both = [...figures, count("Idlib", 2, { place: "idlib" })];
    expect(inTable(both, "Idlib", torturedBy("regime"), torturedBy("russia"))).toEqual([
      "undetermined",
      "cannot-hold",
    ]);
  });

  test("and its row is on the page, so that the rows are a sum", () => {
    const only = [count("all", 10), count("regime", 6, rows[0]), count("by Russia", 4, torturedBy("russia"))];
    expect(inTable(only, "by Russia", { place: "idlib" })).toEqual(["undetermined"]);
    const homs = count("by Russia in Homs", 1, { perpetrator: "russia", place: "homs" });
    expect(inTable([...only, homs], "by Russia", { place: "idlib" })).toEqual(["cannot-hold"]);
  });
});

test("a share of a place cannot be read as one of another place", () => {
  const share = percentage("share", "50", { perpetrator: "regime" }, { place: "idlib" });
  const report = reportOf("2021-07", [count("all", 40), share], {
    readings: [
      { id: "other", figures: ["share"], alternatives: [{ place: "homs" }, { demographic: "man" }] },
    ],
  });
  expect(audit(report).readings).toMatchObject([
    { what: "nobody", verdict: "cannot-hold", explanation: expect.stringContaining("(place)") as string },
    { verdict: "undetermined" },
  ]);
});
