import { divideRounded, type Rounding, roundings } from "casualty-stats";
import fc from "fast-check";
import { generatedWorld } from "../audit/generated-report.js";
import { countOf, places, type World } from "../audit/world.js";
import type { Where } from "../support/audit.js";
import type { FactsFile } from "../support/facts.js";

/** How a made file is written down: what of it is there, in which order, words and numerals. */
const writing = fc.record({
  rounding: fc.constantFrom(...roundings),
  fields: fc.subarray([
    ...(["total", "subtotals", "pct", "rates", "gov_pct", "governorates", "massacres", "variants"] as const),
    ...(["trend", "ytd", "outside_scope", "female_total_pub", "month", "monthly", "quotes"] as const),
    ...(["landmines", "total_row", "torture_by_party", "quarter", "range"] as const),
  ]),
  isReversed: fc.boolean(),
  spelling: fc.nat(3),
  numerals: fc.constantFrom("number", "text", "grouped"),
  drops: fc.boolean(),
  isComplete: fc.boolean(),
  hasFurther: fc.boolean(),
});

type Writing = typeof writing extends fc.Arbitrary<infer Value> ? Value : never;

/** Spellings of the rows: the last ones are names that no codebook has. */
const labels: Readonly<Record<string, readonly string[]>> = {
  regime: ["Government forces", "Regierungstruppen", "قوات النظام السوري", "Loyalist forces"],
  russia: ["Russian forces", "Russische Streitkräfte", "القوات الروسية", "Allied aircraft"],
  hts: ["HTS", "Hay'at Tahrir al-Sham", "هيئة تحرير الشام", "Committees of the north"],
  isis: ["ISIS", "ISIL", "تنظيم داعش", "ISIS"],
  landmines: [...Array<string>(3).fill("Landmines of unknown source"), "Explosive remnants"],
  gunfire: ["Gunfire of unknown source", "gunfire of unknown source", "Gunfire of unknown source", "gunfire"],
};
const monthNames = [
  ["January", "February", "March"],
  ["Januar", "Februar", "März"],
  ["2021-1", "2021-2", "2021-3"],
  ["Jan.", "Feb. 2021", "Mar"],
] as const;
const keys = Object.keys(labels) as readonly (
  | "regime"
  | "russia"
  | "hts"
  | "isis"
  | "landmines"
  | "gunfire"
)[];
const placeLabels = ["Idlib", "Dar'a", "Al-Hasakeh"] as const;
const lastDays = ["31", "28", "31"] as const;

/** Fact files of three months, written from a made-up world: every figure of them is true. */
export const madeFiles: fc.Arbitrary<{ readonly files: readonly FactsFile[]; readonly world: World }> = fc
  .tuple(generatedWorld, fc.tuple(writing, writing, writing))
  .map(([world, written]) => ({
    world,
    files: written.map((one, nth) => ({ file: `made-${nth + 1}.json`, facts: madeFile(world, nth, one) })),
  }));

function madeFile(world: World, nth: number, how: Writing): object {
  const period = `2021-0${nth + 1}`;
  const count = (of: Where, ...more: readonly Where[]): number => countOf(world, { period, ...of }, ...more);
  const numeral = (value: number): number | string => {
    if (how.numerals === "number") return value;
    const text = String(value);
    return how.numerals === "text" ? text : text.replace(/(\d)(?=(\d{3})+$)/g, "$1,");
  };
  const label = (key: string): string => labels[key]?.[how.spelling] ?? key;
  const measures = (of: Where) => ({
    n: numeral(count(of)),
    c: numeral(count({ ...of, demographic: "child" })),
    w: numeral(count({ ...of, demographic: "woman" })),
    tor: how.drops ? null : numeral(count({ ...of, category: "torture" })),
  });
  const rows = how.isComplete ? keys : keys.slice(1);
  const alliance: Where = { alliance: "syrian-russian" };
  const vulnerable: Where = { perpetrator: "regime", demographic: ["child", "woman"] };
  const quotient = (part: number, whole: number): string => quotientText(part, whole, how.rounding);
  const massacres: Where = { unit: "massacres" };
  const before = countOf(world, { period: `2021-0${nth}`, perpetrator: "regime" });
  const rise = count({ perpetrator: "regime" }) - before;
  const [all, ofRegime] = [count({}), count({ perpetrator: "regime" })];
  const optional: Record<Writing["fields"][number], object> = {
    total: { total: measures({}) },
    subtotals: {
      subtotals: how.isComplete
        ? [
            {
              label: "Syrian-Russian alliance",
              pub: numeral(count(alliance)),
              parts: [count({ perpetrator: "regime" }), count({ perpetrator: "russia" })],
            },
          ]
        : [],
    },
    pct: {
      pct: [
        ...(all === 0
          ? []
          : [
              {
                label: "alliance of total",
                pub: quotient(100 * count(alliance), all),
                num: count(alliance),
                den: all,
              },
            ]),
        ...(ofRegime === 0 || !how.isComplete
          ? []
          : [
              {
                label: "women+children of civilians killed by government",
                pub: `${quotient(100 * count(vulnerable), ofRegime)}%`,
              },
              {
                label: "women+children of civilians killed by government",
                pub: half(count(vulnerable), ofRegime),
              },
            ]),
      ],
    },
    rates: {
      rates: [
        {
          label: "children per day (government)",
          pub: quotient(count({ perpetrator: "regime", demographic: "child" }), Number(lastDays[nth])),
        },
      ],
    },
    gov_pct: {
      gov_pct:
        all === 0
          ? []
          : placeLabels.map((name, at) => ({
              label: name,
              pub: quotient(100 * count({ place: places[at] ?? "idlib" }), all),
              total: all,
            })),
    },
    governorates: {
      governorates: Object.fromEntries(
        placeLabels.map((name, at) => [name, count({ place: places[at] ?? "idlib" })]),
      ),
    },
    massacres: {
      massacres: count(massacres),
      title_massacres: numeral(count(massacres)),
      massacres_by_party: Object.fromEntries(
        rows.map((key) => [label(key), count({ ...massacres, perpetrator: key })]),
      ),
      massacres_by_governorate: Object.fromEntries(
        placeLabels.map((name, at) => [name, count({ ...massacres, place: places[at] ?? "idlib" })]),
      ),
    },
    variants: { variants: [{ measure: "n", pub: numeral(all), where: "the title" }] },
    trend:
      nth === 0 || rise <= 0
        ? {}
        : {
            trend: [
              { label: `rise of government over 2021-0${nth}`, pub: numeral(rise), now: ofRegime, before },
            ],
          },
    ytd: {
      ytd: {
        n: countOf(world, { period: `2021-01/${period}` }),
        c: countOf(world, { period: `2021-01/${period}`, demographic: "child" }),
      },
    },
    outside_scope: { outside_scope: { n: count({ category: "media" }) } },
    female_total_pub: { female_total_pub: count({ category: "relief" }) },
    month:
      nth === 0 ? {} : { month: { name: `2021-0${nth}`, n: countOf(world, { period: `2021-0${nth}` }) } },
    monthly: {
      monthly: Object.fromEntries(
        (monthNames[how.spelling] ?? monthNames[0]).slice(0, nth + 1).map((name, month) => {
          const own = { period: `2021-0${month + 1}` };
          return [name, { n: countOf(world, own), c: countOf(world, { ...own, demographic: "child" }) }];
        }),
      ),
    },
    total_row: {
      parties: [
        ...rows.map((key) => ({ label: label(key), ...measures({ perpetrator: key }) })),
        { label: "Total", ...measures({}) },
      ],
    },
    torture_by_party: {
      torture_by_party: rows.map((key) => ({
        label: label(key),
        n: numeral(count({ perpetrator: key, category: "torture" })),
      })),
    },
    quarter: { q1: { n: countOf(world, { period: "2021-01/2021-03" }) } },
    range: {
      media: `${Math.max(0, count({ category: "media" }) - 1)} to ${count({ category: "media" }) + 1}`,
    },
    quotes: { quotes: ["attacks that kill at least three persons"] },
    landmines: { landmines: { n: 0 } },
  };
  const file = {
    id: `made-${nth + 1}`,
    org: "SNHR",
    kind: "death-toll",
    start: `${period}-01`,
    end: `${period}-${lastDays[nth]}`,
    population: "civilians",
    complete: how.isComplete,
    parties: rows.map((key) => ({ label: label(key), ...measures({ perpetrator: key }) })),
    ...Object.fromEntries(how.fields.flatMap((field) => Object.entries(optional[field]))),
    ...(how.hasFurther ? { by_hour: { morning: 3 }, note: "constructed" } : {}),
  };
  return how.isReversed ? Object.fromEntries(Object.entries(file).reverse()) : file;
}

function half(part: number, whole: number): string {
  return 2 * part === whole ? "half" : `${2 * part < whole ? "less" : "more"} than half`;
}

function quotientText(part: number, whole: number, rounding: Rounding): string {
  return String(divideRounded(part, whole, rounding));
}
