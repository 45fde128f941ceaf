import { expect, test } from "vitest";
import { audit, count, percentage, type Report, reportOf, type Where } from "../support/audit.js";

/** What is said of a share of the whole that is printed for several cells together. */
function told(all: number, parts: readonly (readonly [Where, number])[], whole: Where, text: string) {
  const figures = parts.map(([of, value], nth) => count(`part ${nth}`, value, of));
  const audited = audit(
    reportOf("2021-07", [count("all", all), ...figures, percentage("share", text, whole)]),
  );
  const [found] = audited.quotients;
  return [audited.conflicts.length, found?.sumOfShares, found?.explanation.split("It can, ")[1]];
}

const regime: Where = { perpetrator: "regime" };
const russia: Where = { perpetrator: "russia" };

test.each<
  [of: string, parts: readonly (readonly [Where, number])[], whole: Where, text: string, sum: string]
>([
  // 15 of 1000 are 1.5%, which half-up prints as 2; 30 are 3% by any rounding.
  [
    "an alliance",
    [
      [regime, 15],
      [russia, 15],
    ],
    { alliance: "syrian-russian" },
    "4",
    "2% + 2% = 4%, from 15 and 15 of 1000",
  ],
  [
    "children and women",
    [
      [{ demographic: "child" }, 15],
      [{ demographic: "woman" }, 15],
    ],
    { demographic: ["child", "woman"] },
    "4",
    "2% + 2% = 4%, from 15 and 15 of 1000",
  ],
  // 14 are 1.4%, and 42 are 4.2%.
  [
    "three places",
    [
      [{ place: "idlib" }, 14],
      [{ place: "homs" }, 14],
      [{ place: "hama" }, 14],
    ],
    { place: ["idlib", "homs", "hama"] },
    "3",
    "1% + 1% + 1% = 3%, from 14, 14 and 14 of 1000",
  ],
])("shares of %s that were rounded apart and added", (_, parts, whole, text, sum) => {
  expect(told(1000, parts, whole, text)).toEqual([1, sum, `if shares rounded apart were added: ${sum}.`]);
});

test("of large numbers, where they are known", () => {
  // 29,992 of 2,000,000 are 1.4996%, rounded up 2; 59,984 are 2.9992%.
  const parts = [
    [regime, 29_992],
    [russia, 29_992],
  ] as const;
  expect(told(2_000_000, parts, { alliance: "syrian-russian" }, "4")[1]).toBe(
    "2% + 2% = 4%, from 29992 and 29992 of 2000000",
  );
});

test("are no explanation where they do not add to what is printed, or make no whole", () => {
  expect(
    told(
      1000,
      [
        [regime, 15],
        [russia, 15],
      ],
      { alliance: "syrian-russian" },
      "5",
    ),
  ).toEqual([1, null, undefined]);
  expect(
    told(
      1000,
      [
        [regime, 300],
        [russia, 15],
      ],
      { section: "main" },
      "20",
    ),
  ).toEqual([1, null, undefined]);
});

test("add to a number that is known of them together", () => {
  const idlib = { place: "idlib" } as const;
  const both = { ...idlib, alliance: "syrian-russian" } as const;
  const told = (together: number, ...more: readonly ReturnType<typeof count>[]) =>
    audit(
      reportOf("2021-07", [
        count("Idlib", 45, idlib),
        count("both", together, both),
        percentage("share", "94", both, idlib),
        ...more,
      ]),
    ).quotients.map(({ sumOfShares }) => sumOfShares);
  // 43 are 95.6% together, and 46.7% and 48.9% apart, without the rest 46% and 48%; 21 and 21 are 42.
  expect(told(43)).toEqual(["46% + 48% = 94%, from 21 and 22 of 45"]);
  // No two numbers that add to 44 do it, whether or not other figures disagree.
  expect(told(44)).toEqual([null]);
  expect(told(44, count("all", 100), count("all again", 101))).toEqual([null]);
});

test("shares explain a percentage only with numbers that agree with all that is said of them", () => {
  const idlib: Where = { place: "idlib" };
  const alliance: Where = { alliance: "syrian-russian" };
  const ofRegime: Where = { ...regime, ...idlib };
  const told94 = (...more: Report["figures"]) =>
    audit(
      reportOf("2021-07", [
        ...[count("all", 129), count("idlib", 45, idlib), count("daraa", 40, { place: "daraa" })],
        ...[count("alliance", 67, alliance), percentage("half", "52", alliance)],
        percentage("daraa share", "31", { place: "daraa" }),
        percentage("94", "94", { ...alliance, ...idlib }, idlib),
        ...more,
      ]),
    ).quotients.find(({ figure }) => figure.figure === "94")?.sumOfShares;
  expect(told94()).toBe("47% + 47% = 94%, from 21 and 21 of 45");
  // Two numbers that differ by 11 add to 41 or 43: 58% + 33% = 91%, 60% + 36% = 96%.
  const than: Where = { ...russia, ...idlib };
  expect(told94({ id: "11", kind: "difference", value: 11, of: ofRegime, than })).toBeNull();
  // 34 of 45 are 75.6%, and 8 are 17.8%.
  const whole: Where = { ...alliance, ...idlib };
  const statement = { says: "more-than-fraction", whole, part: 3, in: 4 } as const;
  expect(told94({ id: "3/4", kind: "statement", text: "most", of: ofRegime, statement })).toBe(
    "76% + 18% = 94%, from 34 and 8 of 45",
  );
});
