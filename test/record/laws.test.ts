import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Codebook } from "../../src/codebook/codebook.js";
import { extendCodebook } from "../../src/codebook/extend-codebook.js";
import type { ListName } from "../../src/codebook/keys.js";
import { type ParsedRecords, parseRecords, type RecordRows } from "../../src/record/parse-records.js";
import { rowsOfRecords } from "../../src/record/rows-of-records.js";
import { incidentSchema, victimSchema } from "../../src/record/schema.js";
import { snhrCodebook } from "../../src/snhr/codebook.js";
import { codebooks, deepFreeze, extensions, spellingsOf } from "../support/codebook.js";
import {
  ids,
  reordered,
  type TypedRows,
  typedRows,
  unknownIncident,
  unknownVictim,
} from "../support/records.js";

/** Any codebook, and now and then the one of SNHR. */
const anyCodebook = (): fc.Arbitrary<Codebook> =>
  fc.oneof(codebooks(), fc.constant(snhrCodebook as Codebook));

/** A codebook and good rows of it. */
const goodRows = (): fc.Arbitrary<{ codebook: Codebook; rows: TypedRows }> =>
  anyCodebook().chain((codebook) => typedRows(codebook).map((rows) => ({ codebook, rows })));

/** A codebook and rows of every kind: good, with one column spoilt, copied, and rubbish. */
const anyRows = (): fc.Arbitrary<{
  codebook: Codebook;
  rows: Required<Pick<RecordRows, "incidents" | "victims">>;
}> =>
  goodRows().chain(({ codebook, rows: { incidents, victims } }) =>
    fc.record({
      codebook: fc.constant(codebook),
      rows: fc.record({ incidents: spoilt(incidents), victims: spoilt(victims) }),
    }),
  );

function spoilt(rows: readonly object[]): fc.Arbitrary<unknown[]> {
  const one = fc
    .tuple(
      fc.nat(),
      fc.nat(),
      fc.oneof({ weight: 3, arbitrary: fc.constant("keep") }, fc.constantFrom("spoil", "copy", "drop")),
      spoiling(),
    )
    .map(([at, column, what, value]): unknown => {
      const row = rows[at % Math.max(rows.length, 1)] ?? {};
      const name = Object.keys(row)[column % Math.max(Object.keys(row).length, 1)] ?? "id";
      if (what === "spoil") return { ...row, [name]: value };
      if (what === "drop") return Object.fromEntries(Object.entries(row).filter(([other]) => other !== name));
      return what === "copy" ? structuredClone(row) : row;
    });
  return fc
    .tuple(fc.array(one), fc.array(fc.anything()))
    .chain(([some, rubbish]) => fc.shuffledSubarray([...rows, ...some, ...rubbish]));
}

function spoiling(): fc.Arbitrary<unknown> {
  return fc.oneof(
    fc.anything(),
    fc.constantFrom(
      -1,
      200,
      1994,
      NaN,
      "twelve",
      "0",
      "",
      " ",
      "2021-02-30",
      "2021-7-1",
      "0000",
      "__proto__",
    ),
    fc.constantFrom("Idilb", "2021-08/2021-07", "victim:v-1", "a;b", "2021-07", null, undefined, true),
    ids(),
  );
}

const keptOf = ({ incidents, victims }: Pick<ParsedRecords, "incidents" | "victims">) => ({
  incidents: new Map(incidents.map((incident) => [incident.id, incident])),
  victims: new Map(victims.map((victim) => [victim.id, victim])),
});

describe("good rows", () => {
  test("are kept as they are", () => {
    fc.assert(
      fc.property(goodRows(), ({ codebook, rows }) => {
        const { incidents, victims, issues, accounting } = parseRecords(codebook, rows);
        expect(issues.filter(({ severity }) => severity === "rejected")).toEqual([]);
        expect(incidents.map(({ extra, ...values }) => ({ ...extra, ...values }))).toEqual(rows.incidents);
        const asRows = victims.map(({ extra, incident, ...facts }) => ({
          ...(extra as object),
          ...facts,
          incident: incident.id === `victim:${facts.id}` ? null : incident.id,
        }));
        expect(asRows).toEqual(rows.victims);
        expect(accounting.victims.kept).toBe(rows.victims.length);
      }),
    );
  });

  test("say the same as text", () => {
    fc.assert(
      fc.property(goodRows(), ({ codebook, rows }) => {
        // What holds a semicolon cannot be written in a list of text.
        fc.pre(![...rows.incidents, ...rows.victims].some(hasSemicolonInList));
        const typed = parseRecords(codebook, rows);
        const text = parseRecords(codebook, {
          incidents: rows.incidents.map(asText),
          victims: rows.victims.map(asText),
        });
        const bare = <Record extends { readonly extra: unknown }>(record: Record) => ({
          ...record,
          extra: {},
        });
        expect(text.incidents).toEqual(typed.incidents.map(bare));
        expect(text.victims).toEqual(
          typed.victims.map((victim) => ({ ...bare(victim), incident: bare(victim.incident) })),
        );
      }),
    );
  });

  test("are made of parsed records, and give them again", () => {
    fc.assert(
      fc.property(anyRows(), ({ codebook, rows }) => {
        const first = parseRecords(codebook, { ...rows, implausible: "keep" });
        const again = rowsOfRecords(first);
        const second = parseRecords(codebook, { ...again, implausible: "keep" });
        expect(second.incidents).toEqual(first.incidents);
        expect(second.victims).toEqual(first.victims);
        expect(second.issues.filter(({ severity }) => severity === "rejected")).toEqual([]);
        expect(rowsOfRecords(second)).toEqual(again);
      }),
    );
  });

  test("give records that are plain JSON", () => {
    fc.assert(
      fc.property(goodRows(), ({ codebook, rows }) => {
        const parsed = parseRecords(codebook, rows);
        const stored: unknown = JSON.parse(JSON.stringify(parsed));
        // JSON has no minus zero, which a column that the library does not know may hold.
        expect(JSON.stringify(stored)).toBe(JSON.stringify(parsed));
        const restored = parseRecords(
          codebook,
          JSON.parse(JSON.stringify(rowsOfRecords(parsed))) as TypedRows,
        );
        expect(JSON.stringify(restored.victims)).toBe(JSON.stringify(parsed.victims));
        expect(JSON.stringify(restored.incidents)).toBe(JSON.stringify(parsed.incidents));
        structuredClone(parsed);
      }),
    );
  });
});

describe("rows of every kind", () => {
  test("are all accounted for: received = kept + rejected, and by code", () => {
    fc.assert(
      fc.property(anyRows(), fc.constantFrom("report", "refuse"), ({ codebook, rows }, datesOutOfOrder) => {
        const { incidents, victims, accounting, issues } = parseRecords(codebook, {
          ...rows,
          datesOutOfOrder,
        });
        const tables = [
          ["incidents", rows.incidents, incidents],
          ["victims", rows.victims, victims],
        ] as const;
        for (const [table, received, kept] of tables) {
          const account = accounting[table];
          expect(account.received).toBe(received.length);
          expect(account.kept).toBe(kept.length);
          expect(account.received).toBe(account.kept + account.rejected);
          const byCode = Object.values(account.rejectedBy).reduce((sum, count) => sum + count, 0);
          expect(byCode).toBe(account.rejected);
          const rejected = issues.filter((issue) => issue.table === table && issue.severity === "rejected");
          expect(new Set(rejected.map(({ row }) => row)).size).toBe(account.rejected);
        }
      }),
    );
  });

  test("that are rejected have an issue that says so, and those that are kept have none", () => {
    fc.assert(
      fc.property(anyRows(), ({ codebook, rows }) => {
        const { incidents, victims, issues } = parseRecords(codebook, rows);
        const tables = [
          ["incidents", incidents, rows.incidents],
          ["victims", victims, rows.victims],
        ] as const;
        for (const [table, kept, received] of tables) {
          const rejected = new Set(
            issues
              .filter((issue) => issue.table === table && issue.severity === "rejected")
              .map(({ row }) => row),
          );
          const left = received.filter((_, position) => !rejected.has(position + 1));
          expect(left.map((row) => idOf(row))).toEqual(kept.map(({ id }) => id));
        }
        for (const { row, path, message } of issues) {
          expect(message).toContain(`(row ${row})`);
          expect(path.every((step) => step !== "")).toBe(true);
        }
      }),
    );
  });

  test("give the same records in whatever order", () => {
    const shuffled = anyRows().chain(({ codebook, rows }) =>
      fc.record({
        codebook: fc.constant(codebook),
        rows: fc.constant(rows),
        others: fc.record({ incidents: reordered(rows.incidents), victims: reordered(rows.victims) }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ codebook, rows, others }) => {
        const one = parseRecords(codebook, rows);
        const other = parseRecords(codebook, others);
        expect(keptOf(other)).toEqual(keptOf(one));
        // An incident or victim has its place by that of its row, and a row its code, but for copies: which of them is kept
        // depends on the order.
        expect(other.accounting).toEqual(one.accounting);
      }),
    );
  });

  test("are accepted one by one exactly where the schemas do, with the same values", () => {
    fc.assert(
      fc.property(anyRows(), fc.constantFrom("refuse", "keep"), ({ codebook, rows }, implausible) => {
        const victims = victimSchema(codebook, { implausible });
        for (const row of rows.victims) {
          const parsed = parseRecords(codebook, { victims: [row], implausible });
          const result = victims.safeParse(row);
          // Whether there is such an incident is no matter of the row alone.
          const codes = parsed.issues.filter(
            ({ severity, code }) => severity === "rejected" && code !== "incident-unknown",
          );
          expect(result.success).toBe(codes.length === 0);
          if (!result.success) {
            expect(result.error.issues.map(({ path, message }) => [path, message])).toEqual(
              codes.map(({ path, message }) => [path, message.replace(" (row 1)", "")]),
            );
            expect(result.error.issues.map(codeOf)).toEqual(codes.map(({ code }) => code));
          }
          const [victim] = parsed.victims;
          if (victim !== undefined) expect(result.data).toEqual(asByZod(rowsOfRecords(parsed).victims[0]));
        }
        const incidents = incidentSchema(codebook);
        for (const row of rows.incidents) {
          const parsed = parseRecords(codebook, { incidents: [row], victims: [] });
          const result = incidents.safeParse(row);
          expect(result.success).toBe(parsed.issues.every(({ severity }) => severity === "warning"));
          const kept = rowsOfRecords(parsed).incidents.map(asByZod);
          expect(result.success ? [result.data] : []).toEqual(kept);
        }
      }),
    );
  });

  test("are not changed", () => {
    fc.assert(
      fc.property(goodRows(), fc.constantFrom("report", "refuse"), ({ codebook, rows }, datesOutOfOrder) => {
        const frozen = deepFreeze({
          ...rows,
          victims: [...rows.victims, ...rows.victims, null, { id: "v", age: "x" }],
          datesOutOfOrder,
          unknown: { age: [-1] },
        } as const);
        const { incidents, victims } = parseRecords(deepFreeze(structuredClone(codebook)), frozen);
        expect({ incidents, victims }).toEqual(
          pick(parseRecords(codebook, { ...structuredClone(rows), datesOutOfOrder })),
        );
      }),
    );
  });
});

describe("extending a codebook", () => {
  const extended = extensions().chain(({ base, lists }) =>
    fc.record({ base: fc.constant(base), lists: fc.constant(lists), rows: typedRows(base) }),
  );

  test("changes nothing for good rows", () => {
    fc.assert(
      fc.property(extended, ({ base, lists, rows }) => {
        const before = parseRecords(base, rows);
        const after = parseRecords(extendCodebook(base, lists), rows);
        expect(pick(after)).toEqual(pick(before));
        // What is warned of is the same; what is proposed instead may be a successor that the extension adds.
        const bare = (issues: ParsedRecords["issues"]) => issues.map((issue) => ({ ...issue, message: "" }));
        expect(bare(after.issues)).toEqual(bare(before.issues));
      }),
    );
  });

  test("changes no record that the base accepts, however its keys are spelled", () => {
    fc.assert(
      fc.property(extended, fc.infiniteStream(fc.nat()), ({ base, lists, rows }, picks) => {
        const spelled = {
          incidents: rows.incidents.map((row) => respelled(base, row, picks)),
          victims: rows.victims.map((row) => respelled(base, row, picks)),
        };
        const before = keptOf(parseRecords(base, spelled));
        const after = keptOf(parseRecords(extendCodebook(base, lists), spelled));
        for (const [id, incident] of before.incidents) expect(after.incidents.get(id)).toEqual(incident);
        for (const [id, victim] of before.victims) expect(after.victims.get(id)).toEqual(victim);
      }),
    );
  });
});

const listOfColumn: Readonly<Record<string, ListName>> = {
  place: "place",
  killedIn: "place",
  origin: "place",
  means: "means",
  cause: "cause",
  roles: "role",
  suspects: "perpetrator",
  firedFrom: "perpetrator",
  controlledBy: "perpetrator",
};

/** A row whose keys are written as any of their spellings. */
function respelled(codebook: Codebook, row: object, picks: Iterator<number, number>): object {
  const spell = (list: ListName, key: unknown): unknown => {
    const all = spellingsOf(codebook, list).filter((spelling) => spelling.key === key);
    return all[picks.next().value % Math.max(all.length, 1)]?.text ?? key;
  };
  const columns = Object.entries(row).map(([column, value]: [string, unknown]) => {
    const list = Object.hasOwn(listOfColumn, column) ? listOfColumn[column] : undefined;
    if (list === undefined) return [column, value];
    return [column, Array.isArray(value) ? value.map((key) => spell(list, key)) : spell(list, value)];
  });
  return Object.fromEntries(columns) as object;
}

/** Without a column of that name, which zod lets nobody have. */
function asByZod(row: object | undefined): object {
  return Object.fromEntries(Object.entries(row ?? {}).filter(([column]) => column !== "__proto__"));
}

function pick({ incidents, victims }: ParsedRecords) {
  return { incidents, victims };
}

function idOf(row: unknown): unknown {
  const { id } = row as { readonly id: string | number };
  return String(id).trim();
}

function codeOf(issue: object): unknown {
  return (issue as { readonly params?: { readonly code?: unknown } }).params?.code;
}

function hasSemicolonInList(row: object): boolean {
  return Object.values(row).some(
    (value) => Array.isArray(value) && value.some((item) => typeof item === "string" && item.includes(";")),
  );
}

const knownColumns = Object.keys({ ...unknownVictim, ...unknownIncident }).filter(
  (column) => column !== "extra",
);

/** A row as a table of text would have it; the columns that the library does not know stay away. */
function asText(row: object): Record<string, string> {
  const known = Object.entries(row).filter(([column]) => knownColumns.includes(column));
  const columns = known.flatMap(([column, value]): [string, string][] => {
    if (value === null) return [[column, ""]];
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
      return [[column, String(value)]];
    }
    if (Array.isArray(value)) return [[column, value.join(";")]];
    const { minimum, maximum } = value as { readonly minimum?: unknown; readonly maximum?: unknown };
    return typeof minimum === "number" && typeof maximum === "number"
      ? [[column, `${minimum}-${maximum}`]]
      : [];
  });
  return Object.fromEntries(columns);
}
