import fc from "fast-check";

// Every law is tried on so many generated inputs in the everyday suite; `LAW_RUNS=1000 npm test` looks harder.
fc.configureGlobal({ numRuns: Number(process.env["LAW_RUNS"] ?? 40) });
