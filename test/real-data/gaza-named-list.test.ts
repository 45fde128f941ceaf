import {
  apportionPercents,
  at,
  behind,
  byCategory,
  byDemographic,
  changeBetween,
  formatPercent,
  listCells,
  merge,
  parseRecords,
  partition,
  partsPrintedAs,
  regroup,
  restrict,
  roundings,
  shareOf,
  tally,
  total,
} from "casualty-stats";
import { describe, expect, test } from "vitest";
import { asPublished, byCell, listCodebook, type PublishedCell, publishedCells } from "./gaza-cells.js";
import {
  byRelease,
  type Listed,
  listRows,
  type PublishedTable,
  publishedTables,
  readList,
  releases,
  type Step,
  steps,
} from "./gaza-named-list.js";

// Published counts and percentages are read from the shared file; other figures are those of its README, or were counted
// once by a program of a few lines that does not know this library.
const rows = listRows;
const { victims, issues, accounting } = readList(rows);

const question = { by: { release: byRelease, cell: byCell }, including: byCategory(listCodebook) };
const list = tally(victims, question);

describe("the rows", () => {
  test("are all kept, though neither incidents nor dates are known", () => {
    expect(accounting.victims).toEqual({ received: 59_202, kept: 59_202, rejected: 0, rejectedBy: {} });
    expect(victims).toHaveLength(59_202);
    expect(total(list).count).toBe(59_202);
    expect(at(list, { release: "other" }).count).toBe(0);
    expect(at(list, { cell: "Other" }).count).toBe(0);
  });

  test("keep the columns that the library does not know, as they came and typed", () => {
    const last = victims.at(-1);
    expect(victims[0]?.extra).toEqual({ person: "1", update: "1", source: "" });
    expect(last?.extra).toEqual({ person: "24932", update: "3", source: "u" });
    expect(last?.extra.source satisfies string | undefined).toBe("u");
    expect(victims.filter(({ extra }) => extra.source === "c")).toHaveLength(1_621);
  });

  test("give 1,766 ages as -1, which is not recorded and makes nobody a child", () => {
    expect(victims.filter(({ age }) => age === null)).toHaveLength(1_766);
    const noAge = releases.map(
      (release) => at(list, { release, cell: ["Male (no age)", "Female (no age)"] }).count,
    );
    expect(noAge).toEqual([997, 344, 425]);
  });

  test("give eight years of birth as ages, which are kept with a warning each and counted as seniors", () => {
    expect(issues).toHaveLength(8);
    for (const { code, severity, path } of issues) {
      expect({ code, severity, path }).toEqual({
        code: "age-implausible",
        severity: "warning",
        path: ["age"],
      });
    }
    const doubted = issues.map(({ id, row }) => [id, rows[row - 1]?.id, rows[row - 1]?.age]);
    expect(doubted).toEqual([
      ["2-14246", "2-14246", "1994"],
      ["2-17585", "2-17585", "1983"],
      ["2-19810", "2-19810", "1991"],
      ["2-19912", "2-19912", "1962"],
      ["3-14246", "3-14246", "1994"],
      ["3-17585", "3-17585", "1983"],
      ["3-19810", "3-19810", "1991"],
      ["3-19912", "3-19912", "1962"],
    ]);
    const seniors = behind(victims, { by: { cell: byCell } }, { cell: ["Senior Men", "Senior Women"] });
    expect(seniors).toEqual(expect.arrayContaining(issues.map(({ id }) => id)));
  });

  test("give the same tally in parts, backwards and through JSON", () => {
    const parts = releases.map((release) =>
      tally(readList(rows.filter(({ update }) => update === release)).victims, question),
    );
    const nobody: readonly Listed[] = [];
    expect(parts.reduce(merge, tally(nobody, question))).toEqual(list);
    expect(tally([...victims].reverse(), question)).toEqual(list);
    expect(JSON.parse(JSON.stringify(list))).toEqual(list);
  });

  test("are the same by the library's own demographic partition and by category", () => {
    const byKind = tally(victims, {
      by: { release: byRelease, kind: byDemographic({ adultFrom: 18 }) },
      including: byCategory(listCodebook),
    });
    const regrouped = regroup(list, "cell", {
      to: {
        Men: "man",
        "Senior Men": "man",
        Women: "woman",
        "Senior Women": "woman",
        Boys: "child",
        Girls: "child",
        "Male (no age)": "unknown",
        "Female (no age)": "unknown",
        Other: "unknown",
      },
    });
    for (const { key, count, including } of listCells(byKind)) {
      expect(at(regrouped, { release: key.release, cell: key.kind })).toEqual({ count, including });
    }
    for (const release of releases) {
      const children = at(list, { release, cell: ["Boys", "Girls"] });
      const seniors = at(list, { release, cell: ["Senior Men", "Senior Women"] });
      expect(at(list, { release }).including.child.part).toBe(children.count);
      expect(children.including.child).toEqual({ part: children.count, whole: children.count });
      expect(at(list, { release }).including.senior.part).toBe(seniors.count);
    }
  });
});

describe("rows whose placeholder was not declared", () => {
  const undeclared = parseRecords(listCodebook, { victims: rows, implausible: "keep" });

  test("are rejected one by one, and all others are kept", () => {
    expect(undeclared.accounting.victims).toEqual({
      received: 59_202,
      kept: 57_436,
      rejected: 1_766,
      rejectedBy: { "age-negative": 1_766 },
    });
    const { received, kept, rejected } = undeclared.accounting.victims;
    expect(received).toBe(kept + rejected);
    expect(undeclared.victims).toHaveLength(kept);
  });

  test("are named by their number, and the issue says how to declare it", () => {
    const rejected = undeclared.issues.filter(({ severity }) => severity === "rejected");
    const withPlaceholder = rows.flatMap(({ age }, index) => (age === "-1" ? [index + 1] : []));
    expect(rejected.map(({ row }) => row)).toEqual(withPlaceholder);
    for (const { code, path } of rejected)
      expect({ code, path }).toEqual({ code: "age-negative", path: ["age"] });
    expect(rejected[0]?.message).toMatch(/-1.*row 1\b.*unknown: \{ age: \["-1"\] \}/);
  });

  test("change no other cell", () => {
    const kept = tally(undeclared.victims, { by: { release: byRelease, cell: byCell } });
    for (const { key, count } of listCells(kept)) {
      const hasAge = key.cell !== "Male (no age)" && key.cell !== "Female (no age)";
      expect(count).toBe(hasAge ? at(list, key).count : 0);
    }
  });

  test("are rejected beside the implausible ages, which are refused unless the caller keeps them", () => {
    const { accounting: strict } = parseRecords(listCodebook, { victims: rows });
    expect(strict.victims).toEqual({
      received: 59_202,
      kept: 57_428,
      rejected: 1_774,
      rejectedBy: { "age-negative": 1_766, "age-implausible": 8 },
    });
    const declared = parseRecords(listCodebook, { victims: rows, unknown: asPublished.unknown });
    expect(declared.accounting.victims.rejectedBy).toEqual({ "age-implausible": 8 });
  });
});

/** The persons listed in a release, by the key that follows them from one release to the next. */
const personsIn: ReadonlyMap<string, ReadonlyMap<string, Listed>> = new Map(
  releases.map((release) => [
    release,
    new Map(
      victims.filter(({ extra }) => extra.update === release).map((victim) => [victim.extra.person, victim]),
    ),
  ]),
);

function listed(release: number | string): ReadonlyMap<string, Listed> {
  const persons = personsIn.get(String(release));
  if (persons === undefined) throw new Error(`There is no release ${release}.`);
  return persons;
}

/** Whoever is listed in one release and not in another. */
function missing(from: number | string, release: number | string): Listed[] {
  const others = listed(release);
  return [...listed(from)].filter(([person]) => !others.has(person)).map(([, victim]) => victim);
}

/** The records behind each published table of a step. */
const recordsBehind: { readonly [Table in PublishedTable]: (step: Step) => Iterable<Listed> } = {
  before: ({ from }) => listed(from).values(),
  added: ({ from, to }) => missing(to, from),
  removed: ({ from, to }) => missing(from, to),
  after: ({ to }) => listed(to).values(),
};

function tableOf(step: Step, table: PublishedTable) {
  return tally(recordsBehind[table](step), { by: { cell: byCell } });
}

const tables = steps.flatMap((step) =>
  publishedTables.map((table) => ({
    name: `${table}, releases ${step.from} to ${step.to}`,
    published: step[table],
    recomputed: tableOf(step, table),
  })),
);

describe("every published table", () => {
  test("is one of eight: before, added, removed and after, of two steps", () => {
    expect(tables).toHaveLength(8);
    expect(publishedTables.map((table) => steps.map((step) => step[table]["Total Persons"].count))).toEqual([
      [14_140, 20_390],
      [6_445, 4_466],
      [195, 184],
      [20_390, 24_672],
    ]);
  });

  test.each(tables)("$name: every count", ({ published, recomputed }) => {
    for (const cell of publishedCells)
      expect([cell, at(recomputed, { cell }).count]).toEqual([cell, published[cell].count]);
    expect(total(recomputed).count).toBe(published["Total Persons"].count);
  });

  test.each(tables)("$name: every percentage, to the nearest tenth", ({ published, recomputed }) => {
    for (const cell of publishedCells) {
      const printed = formatPercent(shareOf(recomputed, { part: { cell }, whole: {} }), {
        rounding: "half-up",
        digits: 1,
      });
      expect([cell, printed]).toEqual([cell, `${published[cell].percent}%`]);
    }
  });

  test("of a release is also that of the tally of all of them", () => {
    for (const release of releases) {
      const apart = tally(listed(release).values(), { by: { cell: byCell } });
      const within = restrict(list, { release });
      for (const { key, count } of listCells(apart)) expect(at(within, key).count).toBe(count);
    }
  });
});

describe("the rule that prints the percentages", () => {
  const percentages = tables.flatMap(({ name, published, recomputed }) =>
    publishedCells.map((cell) => ({
      where: `${name}: ${cell}`,
      printed: published[cell].percent ?? "none",
      share: shareOf(recomputed, { part: { cell }, whole: {} }),
      whole: published["Total Persons"].count,
    })),
  );

  /** The percentages that a rounding does not print as they were published. */
  function contradicting(rounding: (typeof roundings)[number]): string[] {
    return percentages
      .filter(({ printed, share }) => formatPercent(share, { rounding, digits: 1 }) !== `${printed}%`)
      .map(({ where }) => where);
  }

  test("is to the nearest tenth: there is no tie that would tell half-up, half-even and half-down apart", () => {
    expect(percentages).toHaveLength(64);
    const surviving = roundings.filter((rounding) => contradicting(rounding).length === 0);
    expect(surviving).toEqual(["half-up", "half-even", "half-down"]);
  });

  test("is found from the other side too: the counts that would print so hold the published one", () => {
    const surviving = roundings.filter((rounding) =>
      percentages.every(({ printed, share, whole }) => {
        const parts = partsPrintedAs(printed, whole, { rounding });
        return parts !== null && parts.minimum <= share.part && share.part <= parts.maximum;
      }),
    );
    expect(surviving).toEqual(["half-up", "half-even", "half-down"]);
  });

  test("is neither down (refuted 40 times) nor up (24 times): each percentage refutes one of them", () => {
    expect(contradicting("down")).toHaveLength(40);
    expect(contradicting("up")).toHaveLength(24);
    // 4,594 of 14,140 is 32.489…, and 328 of 14,140 is 2.319….
    expect(contradicting("down")).toContain("before, releases 1 to 2: Men");
    expect(contradicting("up")).toContain("before, releases 1 to 2: Senior Men");
  });

  test("rounds every percentage by itself: those of release 1 add to 100.1, which apportioning would not", () => {
    const before = steps[0]?.before;
    if (before === undefined) throw new Error("The published steps are empty.");
    const printed = publishedCells.map((cell) => before[cell].percent ?? "none");
    expect(sum(printed.map(tenthsIn))).toBe(1_001);

    const apportioned = apportionPercents(
      publishedCells.map((cell) => before[cell].count),
      { rounding: "half-up", digits: 1 },
    );
    expect(sum(apportioned.map(({ text }) => tenthsIn(text)))).toBe(1_000);
    const adjusted = publishedCells.filter((_, nth) => apportioned[nth]?.adjusted);
    expect(adjusted).toEqual(
      publishedCells.filter((_, nth) => apportioned[nth]?.text !== `${printed[nth]}%`),
    );
    expect(adjusted).toHaveLength(1);
  });
});

describe.each(steps)("from release $from to release $to", (step) => {
  const stayed = [...listed(step.from)].flatMap(([person, before]) => {
    const after = listed(step.to).get(person);
    return after === undefined ? [] : [{ before, after }];
  });
  type Stayed = (typeof stayed)[number];
  const { keys } = byCell;
  const flows = tally(stayed, {
    by: {
      before: partition({ keys, keyOf: ({ before }: Stayed) => byCell.keyOf(before) }),
      after: partition({ keys, keyOf: ({ after }: Stayed) => byCell.keyOf(after) }),
    },
  });
  const movedAway = (cell: PublishedCell) =>
    at(flows, { before: cell }).count - at(flows, { before: cell, after: cell }).count;
  const movedHere = (cell: PublishedCell) =>
    at(flows, { after: cell }).count - at(flows, { before: cell, after: cell }).count;

  test("every cell is before + added - removed + reclassified = after, and nobody is lost between the cells", () => {
    const reclassified = publishedCells.map((cell) => movedHere(cell) - movedAway(cell));
    publishedCells.forEach((cell, nth) => {
      const { before, added, removed, after } = step;
      const expected =
        before[cell].count + added[cell].count - removed[cell].count + (reclassified[nth] ?? NaN);
      expect([cell, after[cell].count]).toEqual([cell, expected]);
    });
    expect(sum(reclassified)).toBe(0);
    expect(sum(reclassified.map(Math.abs))).toBeGreaterThan(0);
  });

  test("the change of every cell is the difference of what was published", () => {
    const { cells } = changeBetween(tableOf(step, "before"), tableOf(step, "after"));
    const published = publishedCells.map((cell) => ({
      key: { cell },
      before: step.before[cell].count,
      after: step.after[cell].count,
      difference: step.after[cell].count - step.before[cell].count,
      including: {},
    }));
    expect(cells).toEqual(published.filter(({ difference }) => difference !== 0));
  });

  test("whoever stayed is before without the removed, and after without the added", () => {
    const { before, added, removed, after } = step;
    expect(total(flows).count).toBe(before["Total Persons"].count - removed["Total Persons"].count);
    expect(total(flows).count).toBe(after["Total Persons"].count - added["Total Persons"].count);
  });

  test("the flows between cells", () => {
    const moved = listCells(flows)
      .filter(({ key, count }) => key.before !== key.after && count > 0)
      .map(({ key, count }) => `${count} from ${key.before} to ${key.after}`);
    expect(moved).toEqual(flowsKnown[step.from]);
  });
});

/** By the release that they leave; those of release 1 from *male, no age* are the README's. */
const flowsKnown: Readonly<Record<number, readonly string[]>> = {
  1: [
    "8 from Men to Senior Men",
    "6 from Women to Senior Women",
    "43 from Boys to Men",
    "18 from Girls to Women",
    "386 from Male (no age) to Men",
    "4 from Male (no age) to Boys",
    "1 from Male (no age) to Senior Men",
    "286 from Female (no age) to Women",
    "3 from Female (no age) to Girls",
  ],
  2: ["1 from Male (no age) to Men", "1 from Female (no age) to Girls"],
};

test("119 persons are in releases 1 and 3 and not in 2", () => {
  const away = missing("1", "2").filter(({ extra }) => listed("3").has(extra.person));
  expect(away).toHaveLength(119);
});

/** "32.5%" or "32.5" as 325. */
function tenthsIn(percentage: string): number {
  return Number(percentage.replace(".", "").replace("%", ""));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((before, number) => before + number, 0);
}
