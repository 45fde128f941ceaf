import { CasualtyError, defineCodebook, snhrCodebook, tally } from "casualty-stats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { auditFigures } from "../../src/audit/audit-figures.js";
import { parsePublished } from "../../src/audit/parse/parse-published.js";
import { publishedJsonSchema } from "../../src/audit/parse/schema.js";
import type { Figure } from "../../src/audit/published/figure.js";
import { reconcile } from "../../src/audit/reconcile/reconcile.js";
import type { SnhrKeys } from "../../src/snhr/keys.js";
import { audit, conflictsOf, count, reportOf } from "../support/audit.js";
import { july } from "./july-2021.js";

const parse = (change: object) =>
  parsePublished(snhrCodebook, { ...(JSON.parse(JSON.stringify(july)) as object), ...change });
const figure = (more: object) => ({
  figures: [{ id: "a", kind: "count", value: 1, of: {}, ...more }],
  readings: [],
});

test("the specification is read from its JSON, and its audit is the same and plain JSON", () => {
  const { report, issues } = parse({});
  expect(issues).toEqual([]);
  expect(report).toEqual(july);
  if (report === null) return;
  const audited = auditFigures(report, { codebook: snhrCodebook });
  expect(JSON.parse(JSON.stringify(audited))).toEqual(audited);
});

test.each([undefined, null, 5, {}])("a codebook that is none is refused: %j", (codebook) => {
  const file = { kind: "published-report", figures: [{ of: { perpetrator: "regime" } }] };
  for (const input of [{}, file]) {
    expect(() => parsePublished(codebook as never, input)).toThrow(
      expect.objectContaining({ code: "codebook-malformed" }),
    );
  }
});

test.each<[change: object, path: readonly (string | number)[], code: string]>([
  [{ figures: 3 }, ["figures"], "published-malformed"],
  [figure({ value: 1.5 }), ["figures", 0, "value"], "published-malformed"],
  [figure({ value: -1 }), ["figures", 0, "value"], "published-malformed"],
  [figure({ of: { palce: "idlib" } }), ["figures", 0, "of", "palce"], "published-malformed"],
  [figure({ of: { place: "Idlb" } }), ["figures", 0, "of", "place"], "key-unknown"],
  [
    figure({ of: { perpetrator: ["regime", "rusia"] } }),
    ["figures", 0, "of", "perpetrator", 1],
    "key-unknown",
  ],
  [figure({ of: { period: "2021-13" } }), ["figures", 0, "of", "period"], "period-malformed"],
  [
    { figures: [{ id: "a", kind: "rate", text: "4,2", of: {} }], readings: [] },
    ["figures", 0, "text"],
    "percent-malformed",
  ],
  [{ period: "July 2021" }, ["period"], "period-malformed"],
  [{ id: "  " }, ["id"], "published-malformed"],
  [{ publisher: "\n" }, ["publisher"], "published-malformed"],
  [
    { figures: [...july.figures, july.figures[0]] },
    ["figures", july.figures.length, "id"],
    "figure-id-repeated",
  ],
  [
    { readings: [{ id: "r", figures: ["nobody"], alternatives: [{}] }] },
    ["readings", 0, "figures", 0],
    "figure-unknown",
  ],
])("an issue stands at its path: %#", (change, path, code) => {
  const { report, issues } = parse(change);
  expect(report).toBeNull();
  expect(issues).toHaveLength(1);
  expect(issues[0]).toMatchObject({ path, code });
});

test.each(["1,200", "1 200", "1000000", "4.1234567"])(
  "what a percentage or rate may be is said of %s",
  (text) => {
    const { issues } = parse({ figures: [{ id: "a", kind: "rate", text, of: {} }], readings: [] });
    expect(issues.map(({ message }) => message)).toEqual([
      `"${text}" is no percentage or rate: write a number below a million as "52", "1200" or "35.70%", ` +
        "without a comma or space in it, with a point before at most 6 decimals.",
    ]);
  },
);

test.each([
  [["July"], ""],
  [["July", "August"], " There is 1 issue more: see the details."],
  [["July", "August", "May"], " There are 2 issues more: see the details."],
])("an audit says how many issues there are besides the first: of %j", (periods, more) => {
  const figures = periods.map((period, nth) => ({
    id: String(nth),
    kind: "count",
    value: 1,
    of: { period },
  }));
  const report = { ...july, figures, tables: [], readings: [] } as unknown as typeof july;
  const message = new RegExp(`day "2021-07-15", or two of these [^.]*\\.${more}$`);
  expect(() => auditFigures(report, { codebook: snhrCodebook })).toThrow(message);
});

describe("a cell is not compared with itself, however it is written", () => {
  const issuesOf = (more: object) =>
    parse({ figures: [{ id: "a", ...more }], tables: [], readings: [] }).issues.map(
      ({ code, path }) => `${path.join(".")}: ${code}`,
    );
  const regime = { perpetrator: "regime" };
  const inJuly = { period: "2021-07-01/2021-07-31", perpetrator: ["regime"] };
  const statement = (says: string, list: string) => ({
    kind: "statement",
    text: "a statement",
    of: regime,
    statement: { says, [list]: [{ period: "2021-06" }, inJuly] },
  });

  test.each([
    [{ kind: "difference", value: 5, of: regime, than: inJuly }, "than"],
    [statement("decrease", "than"), "statement.than.1"],
    [statement("unchanged", "than"), "statement.than.1"],
  ])("%j", (figure, path) => {
    expect(issuesOf(figure)).toEqual([`figures.0.${path}: figure-compares-itself`]);
  });

  test("but it may be named among those of which it is the highest", () => {
    expect(issuesOf(statement("highest", "among"))).toEqual([]);
    expect(issuesOf({ kind: "difference", value: 5, of: regime, than: {} })).toEqual([]);
  });
});

test.each([
  ["more-than-fraction", 5, 4, false],
  ["more-than-fraction", 4, 4, false],
  ["more-than-fraction", 3, 4, true],
  ["less-than-fraction", 5, 4, false],
  ["less-than-fraction", 4, 4, true],
])("a part can be %s %d in %d: %j", (says, part, of, isPossible) => {
  const statement = { says, whole: {}, part, in: of };
  const children = { id: "a", kind: "statement", text: "a share", of: { demographic: "child" }, statement };
  const { issues } = parse({ figures: [children], tables: [], readings: [] });
  expect(issues.map(({ code, path }) => `${path.join(".")}: ${code}`)).toEqual(
    isPossible ? [] : ["figures.0.statement.part: published-malformed"],
  );
});

test("a category of which the report says something is the codebook's, and so is what it contains", () => {
  const { issues } = parse({ categories: { torture: { contains: ["man", "girls"] }, females: {} } });
  expect(issues.map(({ path, code }) => [path, code])).toEqual([
    [["categories", "torture", "contains", 1], "key-unknown"],
    [["categories", "females"], "key-unknown"],
  ]);
});

describe("units are not mixed", () => {
  const attacks = { unit: "massacres" };
  const statement = (more: object) => ({
    kind: "statement",
    text: "a statement",
    of: attacks,
    statement: more,
  });
  const told = (change: object) =>
    parse({ figures: [], tables: [], readings: [], ...change }).issues.map(
      ({ code, path }) => `${path.join(".")}: ${code}`,
    );
  const ofFigure = (more: object) => told({ figures: [{ id: "a", of: {}, ...more }] });

  test.each([
    [{ kind: "percentage", text: "50", of: { unit: "persons" }, whole: attacks }, "of.unit"],
    [{ kind: "percentage", text: "50", of: attacks, whole: {} }, "of.unit"],
    [{ kind: "difference", value: 3, than: attacks }, "than.unit"],
    [statement({ says: "majority", whole: {} }), "of.unit"],
    [statement({ says: "highest", among: [attacks, { unit: "persons" }] }), "statement.among.1.unit"],
    [
      statement({ says: "decrease", than: [{ unit: "persons", period: "2021-06" }] }),
      "statement.than.0.unit",
    ],
    [{ kind: "percentage", text: "20", of: attacks, whole: { unit: "incidents" } }, "of.unit"],
    [{ kind: "percentage", text: "25", of: { unit: "incidents" }, whole: attacks }, "of.unit"],
    [statement({ says: "majority", whole: { unit: "incidents" } }), "of.unit"],
    [statement({ says: "lowest", among: [{ unit: "incidents" }] }), "statement.among.0.unit"],
  ])("by a figure: %j", (figure, path) => {
    expect(ofFigure(figure)).toEqual([`figures.0.${path}: unit-differs`]);
  });

  test("by a row of a table", () => {
    const table = { id: "t", of: {}, rows: [{ place: "idlib" }, attacks] };
    expect(told({ tables: [{ ...table, whole: true, blank: "not-printed" }] })).toEqual([
      "tables.0.rows.1.unit: unit-differs",
    ]);
  });

  test("but a share has the unit of its whole, and what is compared that of what it is compared with", () => {
    const share = { kind: "percentage", text: "50" };
    expect(ofFigure({ ...share, of: { place: "idlib" }, whole: attacks })).toEqual([]);
    expect(ofFigure(statement({ says: "highest", among: [{ ...attacks, place: "idlib" }] }))).toEqual([]);
    expect(ofFigure(statement({ says: "increase", than: [{ period: "2021-06" }] }))).toEqual([]);
  });
});

test.each<[Figure<SnhrKeys>]>([
  [
    {
      id: "a",
      kind: "statement",
      text: "more than in June",
      of: { unit: "massacres" },
      statement: { says: "increase", than: [{ period: "2021-06" }] },
    },
  ],
  [
    {
      id: "a",
      kind: "statement",
      text: "most in July",
      of: { unit: "massacres" },
      statement: { says: "highest", among: [{ period: "2021-06" }] },
    },
  ],
  [{ id: "a", kind: "difference", value: 1, of: { unit: "massacres" }, than: { period: "2021-06" } }],
])("massacres are compared with massacres, where the unit is named once: %j", (compares) => {
  const conflictsAfter = (june: number) =>
    conflictsOf(
      audit(
        reportOf("2021-07", [
          count("july", 4, { unit: "massacres" }),
          count("june", june, { unit: "massacres", period: "2021-06" }),
          // Of persons it would be false.
          count("killed in july", 80),
          count("killed in june", 90, { period: "2021-06" }),
          compares,
        ]),
      ),
    );
  expect(conflictsAfter(3)).toEqual([]);
  expect(conflictsAfter(5)).toEqual([["a", "july", "june"]]);
});

describe("what was probably meant is named", () => {
  const only = (change: object) => {
    const { report, issues } = parse(change);
    expect(report).toBeNull();
    return issues.map(({ code, path, message }) => [code, path.join("."), message]);
  };

  test("of fields, each by itself", () => {
    expect(only(figure({ of: { perpetrater: "regime", palce: "idlib" }, wordng: "about" }))).toEqual([
      [
        "published-malformed",
        "figures.0.of.perpetrater",
        'The format has no such field here: did you mean "perpetrator"?',
      ],
      [
        "published-malformed",
        "figures.0.of.palce",
        'The format has no such field here: did you mean "place"?',
      ],
      [
        "published-malformed",
        "figures.0.wordng",
        'The format has no such field here: did you mean "wording"?',
      ],
    ]);
  });

  test("of populations, wherever coordinates stand", () => {
    const population = ["civilians", "armed"];
    const table = { id: "t", of: {}, rows: [{ population: "armd" }], whole: true, blank: "not-printed" };
    expect(only({ ...figure({ of: { population: "civilian" } }), tables: [table], population })).toEqual([
      [
        "population-unknown",
        "figures.0.of.population",
        'The report counts no population "civilian": did you mean "civilians"?',
      ],
      [
        "population-unknown",
        "tables.0.rows.0.population",
        'The report counts no population "armd": did you mean "armed"?',
      ],
    ]);
    expect(parse({ ...figure({ of: { population } }), tables: [], population }).issues).toEqual([]);
    // A report that states none says nothing of what there are.
    expect(parse({ ...figure({ of: { population: "armed" } }), population: undefined }).issues).toEqual([]);
  });

  test("of a day of publication that there is not", () => {
    expect(only({ published: "2021-02-30" })).toEqual([
      [
        "period-malformed",
        "published",
        '"2021-02-30" is not in the calendar: the days of 2021-02 run from 01 to 28.',
      ],
    ]);
  });
});

describe("what a report says of categories", () => {
  const categories = (text: string) =>
    parse({ categories: JSON.parse(text) as object }).issues.map(({ code, path }) => [code, path.join(".")]);

  test("is one of two standings", () => {
    expect(categories('{"torture":{"standing":"insde"}}')).toEqual([
      ["published-malformed", "categories.torture.standing"],
    ]);
  });

  test("is said of no name that an object has by itself", () => {
    expect(categories('{"constructor":{"standing":"beside"}}')).toEqual([
      ["key-unknown", "categories.constructor"],
    ]);
    expect(categories('{"__proto__":{"standing":"beside"}}')).toEqual([
      ["key-unknown", "categories.__proto__"],
    ]);
    expect(categories('{"torture":{"contains":["__proto__"]}}')).toEqual([
      ["key-unknown", "categories.torture.contains.0"],
    ]);
  });

  test("is said of no demographic key, which stands inside", () => {
    expect(categories('{"child":{"standing":"beside"}}')).toEqual([
      ["category-demographic", "categories.child"],
    ]);
  });
});

test("coordinates that exclude each other are told by which", () => {
  const { issues } = auditFigures(
    reportOf("2021-07", [
      count("landmines", 3, { section: "main", perpetrator: "landmines" }),
      count("a man, and a child", 3, { demographic: "man", category: "child" }),
    ]),
    { codebook: snhrCodebook },
  );
  expect(issues.map(({ code, subject, message }) => [code, subject, /\((.*)\)/.exec(message)?.[1]])).toEqual([
    ["figure-contradictory-coordinates", "a man, and a child", "demographic"],
    ["figure-contradictory-coordinates", "landmines", "perpetrator"],
  ]);
});

test("every issue says what to write", () => {
  const { issues } = parse({
    id: "",
    published: "tomorrow",
    figures: [
      { id: "a", kind: "count", value: -1, of: { place: [] } },
      { id: "b", kind: "count", value: 1e11, of: { place: 3, unit: "deaths" } },
      { id: "c", kind: "statement", text: "less", of: {}, statement: { says: "less" } },
      { id: "d", kind: "rate", of: {}, note: "" },
      { id: "e", kind: "counts", of: { demographic: "womn" } },
      { id: "f", of: { demographic: ["child", "mann"] } },
      { id: "g", kind: "count", value: 1, of: { demographic: "children" } },
      { id: "h", kind: "count", value: 1, of: { demographic: ["child", "mann"] } },
    ],
    readings: [],
    tables: [{ id: "t", of: {}, rows: [{ perpetrator: "russia" }], whole: true }],
  });
  expect(issues.map(({ path, message }) => `${path.join(".")}: ${message}`)).toEqual([
    "id: This is empty.",
    "published: A day is written as 2021-08-01.",
    "figures.0.of.place: This is empty.",
    "figures.0.value: This is to be at least 0.",
    'figures.1.of.unit: This is to be "persons" or "massacres" or "incidents".',
    "figures.1.of.place: This is to be a key, or a list of keys.",
    "figures.1.value: This is to be at most 10000000000.",
    'figures.2.statement.says: This is to be "decrease" or "increase" or "unchanged" or "highest" or "lowest" or "majority" or "more-than-fraction" or "less-than-fraction".',
    "figures.3.text: This is missing: it is a text.",
    "figures.3.note: The format has no such field here: known are id, wording, citation, of, kind, text.",
    'figures.4.kind: This is to be "count" or "percentage" or "rate" or "difference" or "statement": did you mean "count"?',
    'figures.5.kind: This is missing: it is "count" or "percentage" or "rate" or "difference" or "statement".',
    'figures.6.of.demographic: This is to be "child" or "woman" or "man" or "unknown".',
    'figures.7.of.demographic.1: This is to be "child" or "woman" or "man" or "unknown": did you mean "man"?',
    'tables.0.blank: This is missing: it is "zero" or "not-printed".',
  ]);
});

test("a table whose blanks are zeros names its columns; one whose blanks are not printed need not", () => {
  const issuesOf = (more: object) =>
    parse({
      figures: [],
      readings: [],
      tables: [{ id: "t", of: {}, rows: [{ perpetrator: "russia" }], whole: true, ...more }],
    }).issues.map(({ path, message }) => [path.join("."), message]);
  expect(issuesOf({ blank: "zero" })).toEqual([
    [
      "tables.0.columns",
      "This is missing: name the columns besides the plain count in which a blank is a zero, [] if there are none.",
    ],
  ]);
  expect(issuesOf({ blank: "zero", columns: "child" })).toEqual([
    ["tables.0.columns", "This is to be a list."],
  ]);
  expect(issuesOf({ blank: "zero", columns: [] })).toEqual([]);
  // Of these nothing would be concluded.
  const columns = [{ category: "torture", inMassacres: true }, { place: "idlib", period: "2021-01" }, {}];
  for (const blank of ["zero", "not-printed"]) {
    expect(issuesOf({ blank, columns })).toEqual(
      ["tables.0.columns.1.place", "tables.0.columns.1.period"].map((path) => [
        path,
        "A column says whom it counts of each row, by demographic, category or inMassacres: tell anything else by rows.",
      ]),
    );
  }
  expect(issuesOf({ blank: "not-printed" })).toEqual([]);
});

test("an issue says in words where it stands, by the ids that the report gives", () => {
  const { issues } = parse({
    period: "2021-13",
    figures: [{ id: "all", kind: "count", value: 1, of: { place: "Idlb" } }, { kind: "count" }, 3],
    tables: [
      { id: "by party", of: {}, rows: [{}, { perpetrator: ["regme"] }], whole: true, blank: "not-printed" },
    ],
    readings: [{ id: "r", figures: ["al"], alternatives: [{}] }],
  });
  expect(issues.map(({ path, where }) => [path.join("."), where])).toEqual([
    ["figures.1.id", "figures.1.id"],
    ["figures.1.of", "figures.1.of"],
    ["figures.1.value", "figures.1.value"],
    ["figures.2", "figures.2"],
    ["period", "period"],
    ["figures.0.of.place", 'figure "all", of.place'],
    ["tables.0.rows.1.perpetrator.0", 'table "by party", rows.1.perpetrator.0'],
    ["readings.0.figures.0", 'reading "r", figures.0'],
  ]);
  expect(parse({ figures: [july.figures[0], july.figures[0]], readings: [] }).issues[0]?.where).toBe(
    `figure ${JSON.stringify(july.figures[0]?.id)}, id`,
  );
  expect(parsePublished(snhrCodebook, []).issues.map(({ where }) => where)).toEqual(["the report"]);
});

describe("a misspelt key is told", () => {
  const messagesOf = (of: object) => parse(figure({ of })).issues.map(({ message }) => message);

  test("with those that there are, if none is near; and also those of sources that are nobody", () => {
    expect(messagesOf({ perpetrator: "Assad" })).toEqual([
      'unknown perpetrator "Assad": known are regime, russia, iranian-militias, hts, nusra, fateh-al-sham, isis, sdf, armed-opposition, coalition, turkish-border-guards, israel, regime-remnants, local-armed-groups, landmines, gunfire, shells, bombings, unknown-persons, unidentified.',
    ]);
    expect(messagesOf({ perpetrator: "landmine" })).toEqual([
      'unknown unattributed source "landmine": did you mean "landmines" (Landmines of unknown source)?',
    ]);
    expect(messagesOf({ perpetrator: "Landmines of unknown source" })).toEqual([
      '"Landmines of unknown source" is a label: write the key "landmines".',
    ]);
  });

  test("twenty of them where there are many", () => {
    const names = Array.from({ length: 23 }, (_, nth) => `town-${nth + 10}`);
    const codebook = defineCodebook({
      places: Object.fromEntries(names.map((name) => [name, { label: name }])),
    });
    const atX = { ...reportOf("2021-07", []), figures: [{ ...count("a", 1), of: { place: "X" } }] };
    const [issue] = parsePublished(codebook, atX).issues;
    expect(issue?.message).toBe(
      `unknown place "X": known are ${names.slice(0, 20).join(", ")}, and 3 others.`,
    );
    const none = parsePublished(defineCodebook({}), atX);
    expect(none.issues[0]?.message).toBe('unknown place "X": there is none in the codebook.');
  });

  test("together with what is wrong with the form, and nothing twice", () => {
    const { report, issues } = parse({
      figures: [
        { id: "a", kind: "count", of: { perpetrator: "regme", palce: "idlb", demographic: "childs" } },
        { id: "b", kind: "statement", of: {}, statement: { says: "highst", among: [{ place: "idleb" }] } },
        { id: "c", kind: "count", value: 1, of: {}, whole: { place: "nowhere" } },
      ],
      readings: [],
      tables: [{ id: "t", of: {}, rows: [{ period: "2021-13" }], blank: "zero" }],
    });
    expect(report).toBeNull();
    expect(issues.map(({ code, path }) => `${path.join(".")}: ${code}`)).toEqual([
      "figures.0.of.demographic: published-malformed",
      "figures.0.of.palce: published-malformed",
      "figures.0.value: published-malformed",
      "figures.1.text: published-malformed",
      "figures.1.statement.says: published-malformed",
      "figures.2.whole: published-malformed",
      "tables.0.whole: published-malformed",
      "tables.0.columns: published-malformed",
      "figures.0.of.perpetrator: key-unknown",
      "figures.1.statement.among.0.place: key-unknown",
      "tables.0.rows.0.period: period-malformed",
    ]);
  });
});

describe("a caller without types", () => {
  const thrown = (run: () => unknown): { readonly code: string; readonly details: unknown } => {
    try {
      run();
    } catch (error) {
      if (error instanceof CasualtyError) return error;
      throw error;
    }
    throw new Error("Nothing was thrown.");
  };

  test.each([null, 3, "report", {}, [[]], [july, { ...july, id: "other", figures: [{}] }]])(
    "hands in something else (%#): one error that holds every issue with its path",
    (input) => {
      const error = thrown(() => auditFigures(input as never, { codebook: snhrCodebook }));
      expect(error.code).toBe("published-malformed");
      const { issues } = error.details as { readonly issues: readonly { readonly path: unknown[] }[] };
      expect(issues.length).toBeGreaterThan(0);
      expect(issues.every(({ path }) => typeof path[0] === "number")).toBe(true);
    },
  );

  test("hands in two reports of one id", () => {
    const error = thrown(() => auditFigures([july, july], { codebook: snhrCodebook }));
    expect(error.details).toMatchObject({
      issues: [{ code: "report-id-repeated", path: [1, "id"], where: 'report "2021-07", id' }],
    });
  });

  test("is told in words which figure of which report", () => {
    const wrong = { ...reportOf("2021-07", []), figures: [{ ...count("all", 1), of: { place: "Idlb" } }] };
    const run = () => auditFigures([{}, wrong] as never, { codebook: snhrCodebook });
    const { issues } = thrown(run).details as { readonly issues: readonly { readonly where: string }[] };
    expect(issues.map(({ where }) => where)).toEqual(
      expect.arrayContaining(["report 1, id", `report "${wrong.id}", figure "all", of.place`]),
    );
  });

  test("is told the same by reconcile", () => {
    const counted = tally([], { by: {} });
    const error = thrown(() => reconcile(reportOf("July", []), counted, { codebook: snhrCodebook }));
    expect(error.details).toMatchObject({ issues: [{ code: "period-malformed", path: [0, "period"] }] });
  });

  test("never sees another error, whatever the JSON", () => {
    const plain = JSON.parse(JSON.stringify(july)) as unknown;
    const paths = pathsOf(plain);
    const hostile = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom("__proto__", "constructor", "2021-07", "9999-12", "0001", "52,0", -0, 1e300, 1e10, {}),
    );
    const edits = fc.array(fc.tuple(fc.constantFrom(...paths), hostile), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(
        fc.oneof(
          hostile,
          edits.map((all) => edited(plain, all)),
        ),
        (input) => {
          const { report, issues } = parsePublished(snhrCodebook, input);
          expect(report === null).toBe(issues.length > 0);
          if (report === null) {
            expect(thrown(() => auditFigures([input as never], { codebook: snhrCodebook })).code).toBe(
              "published-malformed",
            );
          } else {
            const audited = auditFigures(report, { codebook: snhrCodebook });
            expect(JSON.parse(JSON.stringify(audited))).toEqual(audited);
          }
        },
      ),
    );
  });
});

type Path = readonly (string | number)[];

/** Every place of a JSON value. */
function pathsOf(value: unknown): Path[] {
  if (typeof value !== "object" || value === null) return [[]];
  const steps: readonly (string | number)[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [[], ...steps.flatMap((step) => pathsOf((value as never)[step]).map((path) => [step, ...path]))];
}

/** The value with others in some places of it; a place that is no longer there is left. */
function edited(value: unknown, edits: readonly (readonly [Path, unknown])[]): unknown {
  return edits.reduce<unknown>((result, [[step, ...rest], with_]) => {
    if (step === undefined) return with_;
    if (typeof result !== "object" || result === null) return result;
    const inner = edited((result as never)[step], [[rest, with_]]);
    if (!Array.isArray(result)) return { ...result, [step]: inner };
    return result.map((item: unknown, nth) => (nth === step ? inner : item));
  }, value);
}

test("a label in the place of a key is answered with the key", () => {
  expect(parse(figure({ of: { perpetrator: "Russian forces" } })).issues[0]?.message).toContain(
    'write the key "russia"',
  );
});

test("a file may name the schema for its editor, which is no part of the report", () => {
  const report = reportOf("2021-07", [count("all", 129)]);
  const file = { $schema: "node_modules/casualty-stats/dist/published-report.schema.json", ...report };
  expect(parsePublished(snhrCodebook, file)).toEqual({ report, issues: [] });
});

test("the JSON Schema names every field and allows no other", () => {
  const schema = publishedJsonSchema();
  expect(schema).toMatchObject({ type: "object", additionalProperties: false });
  expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
});

test("a day of publication that is none is told", () => {
  const issuesOf = (published: string) => {
    const { issues } = parsePublished(snhrCodebook, {
      kind: "published-report",
      id: "one",
      publisher: "Constructed",
      period: "2021-01",
      citation: { source: "Constructed" },
      published,
      figures: [],
    });
    return issues.map(({ path }) => path);
  };
  expect(issuesOf("2021-02-28")).toEqual([]);
  expect(issuesOf("2021-02-31")).toEqual([["published"]]);
});
