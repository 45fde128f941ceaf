import { Doubtful, Fault, type Reader } from "./read-value.js";
import type { IssueCode } from "./record-issue.js";

/** A fault or doubt with the column, and the position in it, where it stands. */
export interface PlacedFault<Code extends string = IssueCode> extends Pick<Fault, "describe"> {
  readonly code: Code;
  readonly path: readonly (string | number)[];
}

/** What is wrong with the row that is being read, and what is doubtful in it. */
export interface Findings {
  readonly faults: PlacedFault[];
  readonly warnings: PlacedFault[];
}

/** So many values of a column are remembered, of texts only those of at most that many characters. */
const remembered = { values: 10_000, characters: 100 };

/**
 * One column of a table, as it is read in every row. It says into `findings` what is wrong, and then gives `undefined`, of
 * which no record is made: so that no object is made for a good value, and whether a row is good is asked once.
 */
export class Column<Value> {
  private readonly known = new Map<unknown, Value>();
  private readonly faulty = new Map<unknown, Fault>();
  /** What a row says that has no such column; `undefined` where that is a fault. */
  private readonly missing: Value | undefined;

  constructor(
    private readonly name: string,
    private readonly reader: Reader<Value>,
    private readonly findings: Findings,
  ) {
    const missing = reader(undefined);
    this.missing = missing instanceof Fault || missing instanceof Doubtful ? undefined : missing;
  }

  /** The value that was read, for columns of keys, words, numbers and dates: they hold few, which are remembered. */
  look(value: unknown): Value {
    const known = value === undefined ? this.missing : this.known.get(value);
    return known === undefined ? this.take(value, true) : known;
  }

  /** The value that was read, for columns that seldom hold the same. */
  read(value: unknown): Value {
    const known = value === undefined ? this.missing : undefined;
    return known === undefined ? this.take(value, false) : known;
  }

  private take(value: unknown, remember: boolean): Value {
    const read = (remember ? this.faulty.get(value) : undefined) ?? this.reader(value);
    if (read instanceof Fault) {
      if (remember) rememberIn(this.faulty, value, read);
      for (const fault of [read, ...read.others])
        this.findings.faults.push(placed(fault, this.pathOf(fault)));
      return undefined as Value;
    }
    if (read instanceof Doubtful) {
      this.findings.warnings.push(placed(read.doubt, this.pathOf(read.doubt)));
      return read.value;
    }
    // Not a list or a band: records would share it, and who changes one would change others.
    if (remember && (typeof read !== "object" || read === null)) rememberIn(this.known, value, read);
    return read;
  }

  private pathOf({ at }: Fault): PlacedFault["path"] {
    return at === null ? [this.name] : [this.name, at];
  }
}

/** A column for each reader. */
export function columnsOf<Values extends object>(
  readers: { readonly [Name in keyof Values]: Reader<Values[Name]> },
  findings: Findings,
): { readonly [Name in keyof Values]: Column<Values[Name]> } {
  const columns = Object.entries<Reader<unknown>>(readers).map(([name, reader]) => [
    name,
    new Column(name, reader, findings),
  ]);
  // One for each reader, of the type that it gives, which the compiler cannot tell from entries.
  return Object.fromEntries(columns) as { readonly [Name in keyof Values]: Column<Values[Name]> };
}

/** A fault with the path at which it stands. */
export function placed({ code, describe }: Fault, path: PlacedFault["path"]): PlacedFault {
  return { code, describe, path };
}

function rememberIn<Result>(known: Map<unknown, Result>, value: unknown, result: Result): void {
  const isShort = typeof value !== "string" || value.length <= remembered.characters;
  if (isShort && known.size < remembered.values) known.set(value, result);
}
