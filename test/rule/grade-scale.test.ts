import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import {
  airwarsGrades,
  byGrade,
  defineGradeScale,
  type GradeScale,
  gradesAtOrAbove,
} from "../../src/rule/grade-scale.js";
import { at, total } from "../../src/tally/read.js";
import { tally } from "../../src/tally/tally.js";
import { fault } from "../number/fault.js";
import { texts } from "../support/tally.js";

interface Claim {
  readonly grade: string | null | undefined;
}
const gradeOf = ({ grade }: Claim) => grade;
const citation = { source: "The handbook" };

/** Any scale, and claims of its grades, some of them without. */
const scales = fc
  .uniqueArray(
    texts().filter((text) => text !== "ungraded" && text !== "__proto__"),
    { minLength: 1 },
  )
  .chain((keys) =>
    fc.record({
      scale: fc.constant<GradeScale>({
        label: "A scale",
        citation,
        grades: keys.map((key) => ({ key, label: key })),
      }),
      claims: fc.array(fc.record({ grade: fc.constantFrom(...keys, null, undefined) })),
    }),
  );

describe("a scale of grades", () => {
  test("sorts every item: its grades, strongest first, and those without", () => {
    fc.assert(
      fc.property(scales, ({ scale, claims }) => {
        const counted = tally(claims, { by: { grade: byGrade(scale, gradeOf) } });
        expect(counted.dimensions[0]?.keys).toEqual([...scale.grades.map(({ key }) => key), "ungraded"]);
        for (const { key } of scale.grades)
          expect(at(counted, { grade: key }).count).toBe(claims.filter(({ grade }) => grade === key).length);
        expect(at(counted, { grade: "ungraded" }).count).toBe(
          claims.filter(({ grade }) => grade === null || grade === undefined).length,
        );
        expect(total(counted).count).toBe(claims.length);
      }),
    );
  });

  test("counts at or above a grade never fall down the scale, and at the last hold all that have a grade", () => {
    fc.assert(
      fc.property(scales, ({ scale, claims }) => {
        const counted = tally(claims, { by: { grade: byGrade(scale, gradeOf) } });
        const counts = scale.grades.map(
          ({ key }) => at(counted, { grade: gradesAtOrAbove(scale, key) }).count,
        );
        expect([...counts].sort((a, b) => a - b)).toEqual(counts);
        expect(counts.at(-1)).toBe(claims.filter(({ grade }) => typeof grade === "string").length);
      }),
    );
  });

  test("of Airwars has five grades", () => {
    expect(airwarsGrades.grades.map(({ key }) => key)).toEqual([
      "confirmed",
      "fair",
      "weak",
      "contested",
      "discounted",
    ]);
    expect(gradesAtOrAbove(airwarsGrades, "weak")).toEqual(["confirmed", "fair", "weak"]);
    expect(defineGradeScale(airwarsGrades)).toBe(airwarsGrades);
  });

  test("is typed by its keys", () => {
    const scale = defineGradeScale({
      label: "Two",
      citation,
      grades: [
        { key: "seen", label: "Seen" },
        { key: "told", label: "Told" },
      ],
    });
    expectTypeOf(scale).toEqualTypeOf<GradeScale<"seen" | "told">>();
    expectTypeOf(byGrade(scale, gradeOf).keys).toEqualTypeOf<readonly ("seen" | "told" | "ungraded")[]>();
    // @ts-expect-error TS2345: no grade of this scale
    fault(() => gradesAtOrAbove(scale, "sean"));
  });
});

describe("a scale refuses", () => {
  test("a grade that is none of its own, of an item and where it is asked for", () => {
    const sort = () => tally([{ grade: "Confirmed" }], { by: { grade: byGrade(airwarsGrades, gradeOf) } });
    for (const ask of [sort, () => gradesAtOrAbove(airwarsGrades, "Confirmed" as never)]) {
      expect(fault(ask)).toEqual({
        code: "grade-unknown",
        message: `"Confirmed" is no grade of "Airwars' civilian harm grades": it has confirmed, fair, weak, contested, discounted. Correct it, or leave it out where there is no grade.`,
        details: {
          grade: "Confirmed",
          grades: ["confirmed", "fair", "weak", "contested", "discounted"],
        },
      });
    }
    expect(fault(() => gradesAtOrAbove(airwarsGrades, "ungraded" as never)).code).toBe("grade-unknown");
    expect(fault(() => byGrade(airwarsGrades, gradeOf).keyOf({ grade: "" })).code).toBe("grade-unknown");
  });

  test("one key for two grades, and that of no grade", () => {
    const faultOf = (...keys: string[]) =>
      fault(() =>
        defineGradeScale({ label: "It", citation, grades: keys.map((key) => ({ key, label: key })) }),
      );
    expect(faultOf("a", "a")).toMatchObject({
      code: "dimension-keys-repeated",
      details: { dimension: 'the scale "It"', key: "a" },
    });
    expect(faultOf("a", "ungraded").details).toMatchObject({ key: "ungraded" });
  });
});

test.each([1, true, { toString: null }, []])("a grade that is no text is none of a scale: %o", (grade) => {
  const { keyOf } = byGrade(airwarsGrades, () => grade as never);
  expect(fault(() => keyOf(null))).toMatchObject({
    code: "grade-unknown",
    message: expect.stringMatching(/^(1|true|an object|a list) is no grade of /) as unknown,
  });
});
