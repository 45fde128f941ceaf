import {
  type MonthlyReport,
  month,
  monthlyReport,
  parseRecords,
  type SnhrKeys,
  snhrCodebook,
  snhrMassacre,
  snhrPolicy,
  snhrPopulation,
} from "casualty-stats";
import { julyRecords } from "./records.js";

/** The report for July 2021, recomputed from the constructed records. */
export function julyReport(): MonthlyReport<SnhrKeys> {
  const parsed = parseRecords(snhrCodebook, julyRecords());
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
