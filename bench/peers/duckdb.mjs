import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import {
  demographicOf,
  demographics,
  governorates,
  monthOf,
  months,
  parties,
  reported,
  roles as roleKeys,
  sinceJanuary,
} from "../data.mjs";
import { jobsOf } from "../jobs.mjs";

/** The peer, on so many threads. */
export default function duckdb(threads) {
  return {
    name: `DuckDB, ${threads} thread${threads === 1 ? "" : "s"}`,
    ingest: (rows) => ingest(rows, threads),
    close,
    entries,
    jobs: jobsOf({ count, roles, massacres, entries }),
  };
}

const columnNames = ["incident", "party", "governorate", "month", "demographic", "civilian", ...roleKeys];
const enumOf = (keys) => `ENUM(${keys.map((key) => `'${key}'`).join(", ")})`;
const quoted = (name) => `"${name}"`;

/** By way of a CSV file, the fastest way in; keys as its kind of dictionary. */
async function ingest(rows, threads) {
  const folder = mkdtempSync(join(tmpdir(), "casualty-stats-bench-"));
  const file = join(folder, "rows.csv");
  writeFileSync(file, `${columnNames.join(",")}\n`);
  for (let from = 0; from < rows.length; from += 20_000) {
    const lines = rows
      .slice(from, from + 20_000)
      .map((row) =>
        [
          row.incident,
          row.party,
          row.governorate,
          monthOf(row),
          demographicOf(row),
          row.status === "civilian" ? 1 : 0,
          ...roleKeys.map((role) => (row.roles.includes(role) ? 1 : 0)),
        ].join(","),
      );
    appendFileSync(file, `${lines.join("\n")}\n`);
  }
  const database = await DuckDBInstance.create(":memory:", { threads: String(threads) });
  const connection = await database.connect();
  const types = {
    party: enumOf(parties),
    governorate: enumOf(governorates),
    month: enumOf(months),
    demographic: enumOf(demographics),
    incident: "VARCHAR",
  };
  const columns = columnNames.map(
    (name) => `CAST(${quoted(name)} AS ${types[name] ?? "UTINYINT"}) AS ${quoted(name)}`,
  );
  await connection.run(
    `CREATE TABLE victims AS SELECT ${columns.join(", ")} FROM read_csv('${file}', all_varchar = true)`,
  );
  rmSync(folder, { recursive: true });
  return { database, connection };
}

function close({ database, connection }) {
  connection.closeSync();
  database.closeSync();
}

const where = {
  all: "true",
  month: `month = '${reported}'`,
  year: `month >= '${sinceJanuary[0]}' AND month <= '${reported}'`,
};

async function rowsOf({ connection }, sql) {
  return (await connection.runAndReadAll(sql)).getRows();
}

const count = (table, range, names) =>
  rowsOf(
    table,
    `SELECT ${names.join(", ")}, count(*) FROM victims WHERE ${where[range]} GROUP BY ${names.join(", ")}`,
  );

async function roles(table, range) {
  const sums = roleKeys.map((role) => `sum(${quoted(role)})`).join(", ");
  return {
    roles: await rowsOf(
      table,
      `SELECT party, count(*), ${sums} FROM victims WHERE ${where[range]} GROUP BY party`,
    ),
  };
}

const massacres = (table, range) =>
  rowsOf(
    table,
    `SELECT party, month, count(*), sum(toll), sum(child), sum(woman) FROM (
      SELECT min(party) AS party, min(month) AS month, count(*) AS toll,
        count(*) FILTER (WHERE demographic = 'child') AS child, count(*) FILTER (WHERE demographic = 'woman') AS woman
      FROM victims WHERE civilian = 1 AND ${where[range]} GROUP BY incident HAVING count(*) >= 5
    ) GROUP BY party, month`,
  );

function entries(answer) {
  if (Array.isArray(answer)) return answer;
  return answer.roles.flatMap(([party, ...counts]) =>
    ["all", ...roleKeys].map((role, nth) => [party, role, counts[nth]]),
  );
}
