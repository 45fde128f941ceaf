import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Coordinates } from "../../src/audit/coordinates.js";
import type { Figure, Wording } from "../../src/audit/figure.js";
import type { PublishedReport } from "../../src/audit/published.js";
import { reconcile } from "../../src/audit/reconcile.js";
import { parseRecords } from "../../src/record/parse-records.js";
import { type MonthlyReport, monthlyReport } from "../../src/report/monthly-report.js";
import { type Tally } from "../../src/tally/tally.js";
import { codebook, type HandMadeKeys, options, report } from "../report/hand-made.js";

type Where = Coordinates<HandMadeKeys>;

const year: Where = { period: "2021-01/2021-03" };
const pact: Where = { alliance: "pact" };

function counted(value: number, of: Where, wording: Wording = "exactly"): Figure<HandMadeKeys> {
  return { id: "figure", kind: "count", value, of, wording };
}

function percent(text: string, of: Where, whole: Where): Figure<HandMadeKeys> {
  return { id: "figure", kind: "percentage", text, of, whole };
}

/** The outcome of one figure, with what the records give. */
function outcomeOf(
  figure: Figure<HandMadeKeys>,
  records: MonthlyReport<HandMadeKeys> | Tally = report,
): readonly [outcome: string, recomputed: string | null] {
  const published: PublishedReport<HandMadeKeys> = {
    kind: "published-report",
    id: "published",
    publisher: "A recorder",
    period: "2021-03",
    citation: { source: "Constructed" },
    figures: [figure],
  };
  const [found] = reconcile(published, records, { codebook }).figures;
  return [found?.outcome ?? "", found?.recomputed ?? null];
}

const remarkOf = (figure: Figure<HandMadeKeys>): string => {
  const { figures } = reconcile(
    {
      kind: "published-report",
      id: "p",
      publisher: "A",
      period: "2021-03",
      citation: { source: "C" },
      figures: [figure],
    },
    report,
    { codebook },
  );
  return figures[0]?.remark ?? "";
};

// Of March: 8 persons, one more without a date, one rejected row. Of the army 5; of the army and the militia jointly 1.
describe("what the records leave open (the hand-made records, of March 2021)", () => {
  test("a figure above the count agrees only if those who are in doubt belong to it", () => {
    expect(outcomeOf(counted(8, {}))).toEqual(["agrees", "8 to 10"]);
    expect(outcomeOf(counted(10, {}))).toEqual(["may-agree", "8 to 10"]);
    expect(outcomeOf(counted(11, {}))).toEqual(["differs", "8 to 10"]);
    expect(outcomeOf(counted(7, {}))).toEqual(["differs", "8 to 10"]);
  });

  test("who they are is said", () => {
    expect(remarkOf(counted(10, {}))).toBe(
      "1 have a date that may lie in the period; 1 were rejected as rows with errors",
    );
  });

  test("since January: 13, two more whose date is not known or crosses the year's edge, and one rejected", () => {
    expect(outcomeOf(counted(13, year))).toEqual(["agrees", "13 to 16"]);
    expect(outcomeOf(counted(16, year))).toEqual(["may-agree", "13 to 16"]);
  });

  test("an alliance of a report holds what its members have done jointly", () => {
    expect(outcomeOf(counted(6, pact))).toEqual(["agrees", "6 to 7"]);
    expect(outcomeOf(counted(5, pact))[0]).toBe("differs");
    // Since January one woman more: 5 and 2 jointly.
    expect(outcomeOf(counted(7, { ...pact, ...year }))).toEqual(["agrees", "7 to 8"]);
    expect(outcomeOf(counted(2, { ...pact, ...year, demographic: "woman" }))[0]).toBe("agrees");
    // By the section nothing is known of whom several have killed.
    expect(outcomeOf(counted(6, { section: "main" }))[0]).toBe("agrees");
  });

  test("in a tally, what several have done jointly may be the alliance's, and no single member's", () => {
    const { tally } = report;
    expect(outcomeOf(counted(5, pact), tally as unknown as Tally)).toEqual(["agrees", "5 to 6"]);
    expect(outcomeOf(counted(6, pact), tally as unknown as Tally)).toEqual(["may-agree", "5 to 6"]);
    expect(outcomeOf(counted(6, { perpetrator: "army" }), tally as unknown as Tally)[0]).toBe("differs");
  });

  test("a percentage may agree by those in doubt", () => {
    expect(outcomeOf(percent("25", { demographic: "woman" }, {}))).toEqual(["agrees", "2 to 3 of 8 to 10"]);
    // 3 of 9.
    expect(outcomeOf(percent("33", { demographic: "woman" }, {}))[0]).toBe("may-agree");
    expect(outcomeOf(percent("45", { demographic: "woman" }, {}))[0]).toBe("differs");
  });

  test("massacres are a lower bound where a row was rejected", () => {
    expect(outcomeOf(counted(2, { unit: "massacres" }))).toEqual(["agrees", "2 or more"]);
    expect(outcomeOf(counted(1, { unit: "massacres" }))[0]).toBe("differs");
    expect(outcomeOf(counted(3, { unit: "massacres" }))[0]).toBe("may-agree");
    expect(outcomeOf(counted(6, { inMassacres: true }))).toEqual(["agrees", "6 or more"]);
  });

  test("wordings: at least, more than, up to, nearly, about", () => {
    const worded = (wording: Wording) =>
      [5, 7, 8, 9, 12].map((value) => [value, outcomeOf(counted(value, {}, wording))[0]]);
    expect(worded("at-least")).toEqual([
      [5, "agrees"],
      [7, "agrees"],
      [8, "agrees"],
      [9, "may-agree"],
      [12, "differs"],
    ]);
    expect(
      worded("more-than")
        .filter(([, outcome]) => outcome === "agrees")
        .map(([value]) => value),
    ).toEqual([5, 7]);
    expect(
      worded("up-to")
        .filter(([, outcome]) => outcome === "agrees")
        .map(([value]) => value),
    ).toEqual([8, 9, 12]);
    expect(
      worded("nearly")
        .filter(([, outcome]) => outcome === "agrees")
        .map(([value]) => value),
    ).toEqual([8, 9]);
    expect(
      worded("about")
        .filter(([, outcome]) => outcome === "agrees")
        .map(([value]) => value),
    ).toEqual([7, 8, 9]);
  });
});

describe("months that are missing", () => {
  const parsed = parseRecords(codebook, {
    victims: [{ id: "v-1", documented: "2021-03-02", age: 5, sex: "male" }],
  });
  const partly = monthlyReport(parsed, { ...options, missing: ["2021-02"] as never });

  test("leave what is since January open above, and give nothing by themselves", () => {
    expect(outcomeOf(counted(1, {}), partly)).toEqual(["agrees", "1"]);
    expect(outcomeOf(counted(1, year), partly)).toEqual(["agrees", "1 or more"]);
    expect(outcomeOf(counted(900, year), partly)).toEqual(["may-agree", "1 or more"]);
    expect(outcomeOf(counted(0, year), partly)).toEqual(["differs", "1 or more"]);
    expect(outcomeOf(counted(0, { period: "2021-02" }), partly)).toEqual(["not-comparable", null]);
  });
});

test("a massacre that several committed jointly is the alliance's, and stands in the place of its incident", () => {
  const incident = { id: "i-1", suspects: ["army", "militia"], investigation: "concluded", place: "south" };
  const victims = ["v-1", "v-2", "v-3"].map((id) => ({
    id,
    incident: "i-1",
    age: 40,
    sex: "male",
    documented: "2021-03-02",
  }));
  const joint = monthlyReport(parseRecords(codebook, { incidents: [incident], victims }), options);
  const massacres = (of: Where) => outcomeOf(counted(1, { unit: "massacres", ...of }), joint)[0];
  expect(massacres(pact)).toBe("agrees");
  expect(massacres({ perpetrator: "army" })).toBe("differs");
  expect(massacres({ place: "south" })).toBe("agrees");
  expect(massacres({ place: "north" })).toBe("differs");
  expect(outcomeOf(counted(3, { inMassacres: true, ...pact }), joint)).toEqual(["agrees", "3"]);
});

interface Person {
  readonly age: number | null;
  readonly sex: "female" | "male" | null;
  readonly documented: string | null;
  readonly killedIn: "north" | "camp" | "south" | null;
  readonly by: readonly ("army" | "militia" | "guards")[];
}

/** A person as recorded, and how it was. */
const persons = fc
  .record({
    age: fc.constantFrom(5, 40),
    sex: fc.constantFrom("female" as const, "male" as const),
    documented: fc.constantFrom("2021-01-04", "2021-03-02", "2021-03-30"),
    killedIn: fc.constantFrom("north" as const, "camp" as const, "south" as const),
    by: fc.constantFrom(
      ["army"] as const,
      ["guards"] as const,
      ["army", "militia"] as const,
      ["army", "guards"] as const,
    ),
    hides: fc.subarray(["age", "sex", "documented", "span", "killedIn"] as const, { maxLength: 2 }),
  })
  .map(({ hides, ...was }) => {
    const hidden = (name: (typeof hides)[number]): boolean => hides.includes(name);
    const date = hidden("documented") ? null : hidden("span") ? "2021-01/2021-03" : was.documented;
    const recorded: Person = {
      ...was,
      age: hidden("age") ? null : was.age,
      sex: hidden("sex") ? null : was.sex,
      documented: date,
      killedIn: hidden("killedIn") ? null : was.killedIn,
    };
    return { was, recorded };
  });

function reportOn(people: readonly Person[]): MonthlyReport<HandMadeKeys> {
  const incidents = people.map(({ by }, nth) => ({
    id: `i-${nth}`,
    suspects: by,
    investigation: "concluded",
  }));
  const victims = people.map(({ age, sex, documented, killedIn }, nth) => ({
    id: `v-${nth}`,
    incident: `i-${nth}`,
    age,
    sex,
    documented,
    killedIn,
  }));
  return monthlyReport(parseRecords(codebook, { incidents, victims }), options);
}

const cells: readonly (readonly [Where, (person: Person) => boolean])[] = [
  [{}, () => true],
  [{ demographic: "child" }, ({ age }) => age === 5],
  [{ demographic: "woman" }, ({ age, sex }) => age === 40 && sex === "female"],
  [{ demographic: ["child", "woman"] }, ({ age, sex }) => age === 5 || sex === "female"],
  [{ place: "north" }, ({ killedIn }) => killedIn !== "south"],
  [{ place: "south", demographic: "child" }, ({ killedIn, age }) => killedIn === "south" && age === 5],
  [{ perpetrator: "army" }, ({ by }) => by.join() === "army"],
  [pact, ({ by }) => !by.includes("guards")],
  [
    { ...pact, demographic: "woman" },
    ({ by, age, sex }) => !by.includes("guards") && age === 40 && sex === "female",
  ],
  [{ ...pact, place: "north" }, ({ by, killedIn }) => !by.includes("guards") && killedIn !== "south"],
];

test("records that leave things open never differ from what was, and complete ones agree", () => {
  fc.assert(
    fc.property(
      fc.array(persons, { maxLength: 8 }),
      fc.constantFrom(...cells),
      fc.boolean(),
      (people, [of, isIn], sinceJanuary) => {
        const inTime = ({ documented }: Person): boolean => sinceJanuary || (documented ?? "") >= "2021-03";
        const period: Where = sinceJanuary ? year : {};
        const was = people.map((one) => one.was);
        const [whole, part] = [was.filter(inTime), was.filter((one) => inTime(one) && isIn(one))];
        const figures = [
          counted(part.length, { ...period, ...of }),
          ...(whole.length === 0
            ? []
            : [percent(String(Math.floor((100 * part.length) / whole.length)), of, period)]),
        ];
        const [complete, incomplete] = [reportOn(was), reportOn(people.map(({ recorded }) => recorded))];
        for (const figure of figures) {
          expect(outcomeOf(figure, incomplete)[0]).not.toBe("differs");
          // A tally does not know whose age or sex is not recorded.
          if (of.demographic === undefined)
            expect(outcomeOf(figure, incomplete.tally as unknown as Tally)[0]).not.toBe("differs");
          const [outcome] = outcomeOf(figure, complete);
          // A tally by place has no rows of what several have done together.
          expect([
            "agrees",
            of.place !== undefined && of.alliance !== undefined ? "may-agree" : "agrees",
          ]).toContain(outcome);
        }
      },
    ),
    { numRuns: 150 },
  );
});
