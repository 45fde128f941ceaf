import {
  type MonthlyReport,
  month,
  monthlyReport,
  type ParsedRecords,
  parseRecords,
  type SnhrKeys,
  snhrCodebook,
  snhrMassacre,
  snhrPolicy,
  snhrPopulation,
} from "casualty-stats";
import { julyRecords } from "./records.js";

/** The constructed records, read as any recorder's would be. */
export function parsedRecords(): ParsedRecords<SnhrKeys> {
  const { incidents, victims } = julyRecords();
  return parseRecords(snhrCodebook, { incidents, victims });
}

/** The report for July 2021, recomputed from records: the constructed ones, unless others are handed in. */
export function julyReport(parsed = parsedRecords()): MonthlyReport<SnhrKeys> {
  return monthlyReport(parsed, {
    codebook: snhrCodebook,
    population: snhrPopulation,
    policy: snhrPolicy,
    massacre: snhrMassacre,
    massacresDated: "threshold-reached",
    month: month("2021-07"),
    basis: "documented",
    rounding: "half-up",
    digits: 1,
  });
}
