// Writes the JSON Schema of published reports beside the built package, for editors: dist/published-report.schema.json. The last
// step of `npm run build`.
import { writeFileSync } from "node:fs";
import { publishedJsonSchema } from "casualty-stats";

const file = new URL("../dist/published-report.schema.json", import.meta.url);
const schema = { title: "A published report of casualty-stats", ...publishedJsonSchema() };
writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
