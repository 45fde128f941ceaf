import { defineConfig, mergeConfig } from "vitest/config";
import base from "./vitest.config.js";

/** The laws of the audit on thousands of generated reports, and every whole up to 2,000: `docs/audit-laws.md` says with what result. */
export default mergeConfig(
  { ...base, test: { ...base.test, include: [] } },
  defineConfig({
    test: {
      setupFiles: ["test/support/without-shrinking.ts"],
      include: [
        "test/audit/laws.test.ts",
        "test/audit/tiny-world.test.ts",
        "test/audit/about.test.ts",
        "test/audit/proportions.test.ts",
        "test/audit/inclusions-across.test.ts",
        "test/audit/parts-printed.test.ts",
        "test/audit/propagate.test.ts",
        "test/audit/reconcile-laws.test.ts",
      ],
      env: { AUDIT_RUNS: process.env["AUDIT_RUNS"] ?? "3000", PARTS_STEP: process.env["PARTS_STEP"] ?? "1" },
      testTimeout: 7_200_000,
      reporters: ["verbose"],
    },
  }),
);
