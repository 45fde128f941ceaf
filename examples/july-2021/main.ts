import { printAudit } from "./print-audit.js";
import { printBounds } from "./print-bounds.js";
import { printTables } from "./print-tables.js";
import { comparePublished } from "./published.js";
import { julyRecords } from "./records.js";
import { julyReport, parsedRecords } from "./report.js";
import { textTable } from "./text-table.js";

/** The two statements of the report that cannot agree with its own figures. */
const known = ["Alliance, of Idlib", "a significant decrease compared to the previous three months"];

const parsed = parsedRecords();
const report = julyReport(parsed);
const comparisons = comparePublished(report, parsed);
const disagreeing = comparisons.filter(({ agrees }) => !agrees);

console.log(julyRecords().note);
console.log();
console.log(printTables(report));
console.log(printBounds());
console.log(
  textTable(
    "The report as published on 1 August 2021 and recomputed",
    ["section", "published", "recomputed", ""],
    comparisons.map(({ what, place, published, recomputed, agrees }) => [
      what,
      place,
      published,
      recomputed,
      agrees ? "agrees" : "DOES NOT AGREE",
    ]),
  ),
);
console.log(
  `${comparisons.length - disagreeing.length} of ${comparisons.length} published figures and statements agree with the records. These do not:`,
);
for (const { what, place, published, reason } of disagreeing) {
  console.log(
    `- section ${place}, "${what}"${published === "stated" ? "" : ` ${published}`}: ${reason ?? ""}`,
  );
}

console.log();
console.log(printAudit());

const unexpected = comparisons.filter(({ what, agrees }) => agrees === known.includes(what));
if (unexpected.length > 0) {
  console.error(`Not as expected: ${unexpected.map(({ what }) => what).join("; ")}`);
  process.exitCode = 1;
}
