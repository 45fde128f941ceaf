import fc from "fast-check";
import { expect, test } from "vitest";
import { parseRecords } from "../../src/record/parse-records.js";
import { type MonthlyReport, monthlyReport } from "../../src/report/monthly-report.js";
import type { Tally } from "../../src/tally/tally-data.js";
import { codebook, type HandMadeKeys, options } from "../report/hand-made.js";
import { counted, outcomeOf, pact, percent, type Where, year } from "./reconciled.js";

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
            : [
                percent(String(Math.floor((100 * part.length) / whole.length)), { ...period, ...of }, period),
              ]),
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
    { numRuns: Number(process.env["AUDIT_RUNS"] ?? 150) },
  );
});
