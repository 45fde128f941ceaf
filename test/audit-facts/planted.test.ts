import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readFacts } from "../support/facts.js";
import { factFindings } from "../support/facts-findings.js";

const folder = new URL("fixtures/", import.meta.url);

type Json = Record<string, unknown>;

/** A made file with one number changed, and with it what its transcriber would have typed by that number. */
function planted(name: string, change: (facts: Json) => void) {
  const file = readdirSync(folder).find((one) => one.startsWith(name)) ?? "";
  const facts = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Json;
  change(facts);
  const findings = factFindings(readFacts([{ file, facts }], { blank: "not-printed" }));
  return findings.filter(({ verdict }) => verdict === "cannot-hold");
}

const rows = (facts: Json, field: string) => facts[field] as Json[];
const at = (facts: Json, field: string) => facts[field] as Json;

test.each<readonly [string, string, string, string, string, (facts: Json) => void]>([
  [
    "a lost digit of a row",
    "13",
    "parties[1].n",
    "64",
    "640",
    (f) => Object.assign(rows(f, "parties")[1] ?? {}, { n: 64 }),
  ],
  [
    "a digit too many in a subtotal",
    "13",
    "subtotals[1].pub",
    "1131",
    "131",
    (f) => Object.assign(rows(f, "subtotals")[1] ?? {}, { pub: 1131 }),
  ],
  [
    "a percentage without its first digit",
    "13",
    "pct[1].pub",
    "9.3%",
    "89.3",
    (f) => Object.assign(rows(f, "pct")[1] ?? {}, { pub: 9.3 }),
  ],
  [
    "two digits of a total changed",
    "13",
    "total.n",
    "4200",
    "2400",
    (f) => Object.assign(at(f, "total"), { n: 4200 }),
  ],
  [
    "a rate with its digit doubled",
    "13",
    "rates[1].pub",
    "55 per day",
    "5",
    (f) => Object.assign(rows(f, "rates")[1] ?? {}, { pub: 55 }),
  ],
  ["a wrong number of massacres", "19", "massacres", "94", "49", (f) => Object.assign(f, { massacres: 94 })],
  [
    "massacres of a governorate, doubled",
    "19",
    'massacres_by_governorate["Idlib"]',
    "99",
    "9",
    (f) => Object.assign(at(f, "massacres_by_governorate"), { Idlib: 99 }),
  ],
  [
    "a toll of massacres with a digit replaced",
    "19",
    "parties[0].n",
    "840",
    "340",
    (f) => {
      Object.assign(rows(f, "parties")[0] ?? {}, { n: 840 });
    },
  ],
])("%s", (_, name, figure, printed, value, change) => {
  const found = planted(name, change);
  expect(found[0]?.repair).toMatchObject({ figure, printed, value });
  expect(new Set(found.map(({ repair }) => repair?.figure))).toEqual(new Set([figure]));
});

test("a row of another report: three figures at once, each of which the totals contradict", () => {
  const found = planted("19", (facts) =>
    Object.assign(rows(facts, "parties")[1] ?? {}, { n: 492, c: 129, w: 65 }),
  );
  expect(found.map(({ figures }) => figures.some(({ figure }) => figure.startsWith("parties[1]")))).toEqual([
    true,
    true,
    true,
  ]);
});
