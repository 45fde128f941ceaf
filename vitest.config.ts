import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    alias: { "casualty-stats": fileURLToPath(new URL("./src/index.ts", import.meta.url)) },
  },
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/real-data/**"],
    setupFiles: ["test/support/runs.ts"],
    testTimeout: 60_000,
    maxWorkers: 2,
    // No module of the library holds state, so that what one file has loaded serves the next: a third of the time.
    isolate: false,
    coverage: { include: ["src/**"], reporter: ["text", "json-summary"] },
  },
});
