/** A row of a CSV file: a text for each of the columns that were asked for. */
export type CsvRow<Column extends string> = { readonly [Name in Column]: string };

/**
 * The named columns of every row of a CSV file (RFC 4180, without line breaks inside of quotes).
 *
 * A column that the header does not name, and a row that is not as long as the header, is refused: nothing may shift.
 */
export function readCsv<Column extends string>(text: string, columns: readonly Column[]): CsvRow<Column>[] {
  const [header = "", ...lines] = text.replace(/\r?\n$/, "").split(/\r?\n/);
  const names = fieldsOf(header);
  const places = columns.map((column) => [column, names.indexOf(column)] as const);
  for (const [column, place] of places) {
    if (place === -1) throw new Error(`There is no column "${column}": the file has ${names.join(", ")}.`);
  }
  return lines.map((line, index) => {
    const fields = fieldsOf(line);
    if (fields.length !== names.length) {
      throw new Error(`Line ${index + 2} has ${fields.length} fields, and the header ${names.length}.`);
    }
    // One text for each of the columns, which the compiler cannot tell from entries.
    return Object.fromEntries(places.map(([column, place]) => [column, fields[place]])) as CsvRow<Column>;
  });
}

function fieldsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(",");
  const ended = `${line},`;
  const matches = [...ended.matchAll(fieldPattern)];
  if (matches.reduce((length, [text]) => length + text.length, 0) !== ended.length) {
    throw new Error(`The quotes of the line ${line} cannot be read.`);
  }
  return matches.map(([, quoted, plain = ""]) => quoted?.replaceAll('""', '"') ?? plain);
}

/** A field with the comma that ends it; each match begins where the last one ended. */
const fieldPattern = /(?:"((?:[^"]|"")*)"|([^",]*)),/gy;
