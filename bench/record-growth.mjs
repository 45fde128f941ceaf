// How the time of what is asked of records grows with the records, and that of the audit with the reports.
import {
  applyPopulation,
  attributionBounds,
  auditFigures,
  byMonth,
  byPerpetrator,
  snhrCodebook as codebook,
  comparePolicies,
  compareReleases,
  differenceBounds,
  massacres,
  month,
  monthlyReport,
  period,
  snhrPolicy as policy,
  snhrPopulation as population,
  snhrMassacre,
} from "../dist/index.js";
import { growth } from "./growth.mjs";
import { recordsOf } from "./preparing.mjs";

const report = {
  codebook,
  population,
  policy,
  massacre: snhrMassacre,
  massacresDated: "threshold-reached",
  month: month("2016-08"),
  basis: "documented",
  rounding: "half-up",
  digits: 0,
};
const by = {
  perpetrator: byPerpetrator(codebook, policy),
  month: byMonth(period("2011/2022"), "documented"),
};

const ofRecords = {
  "a Map alone, of the victims by the ids of their incidents": ({ counted }) => {
    const sizes = new Map();
    for (const { incident } of counted) sizes.set(incident.id, (sizes.get(incident.id) ?? 0) + 1);
    return sizes;
  },
  applyPopulation: ({ victims }) => applyPopulation(victims, { codebook, population }),
  massacres: ({ counted }) => massacres(counted, { codebook, definition: snhrMassacre, dated: "incident" }),
  monthlyReport: ({ parsed }) => monthlyReport(parsed, report),
  attributionBounds: ({ counted }) =>
    attributionBounds(counted, { codebook, policy, perpetrators: ["regime"] }),
  differenceBounds: ({ counted }) =>
    differenceBounds(counted, { codebook, policy, of: ["regime"], over: ["russia"] }),
  "comparePolicies, two of them": ({ counted }) =>
    comparePolicies(counted, { codebook, policies: { one: policy, other: policy } }),
  "compareReleases, a tenth of them new": ({ counted, earlier }) => compareReleases(earlier, counted, { by }),
};

/** With the records, of two sizes that are both larger than what the processor keeps at hand. */
export const growthOfRecords = () =>
  growth(ofRecords, [2e4, 1e5], (size) => {
    const parsed = recordsOf(size);
    const { counted } = applyPopulation(parsed.victims, { codebook, population });
    return { parsed, victims: parsed.victims, counted, earlier: counted.slice(counted.length / 10) };
  });

/** With the reports of one publisher, each of a month and of the same eight figures. */
export const growthOfReports = () =>
  growth({ auditFigures: ({ reports }) => auditFigures(reports, { codebook }) }, [12, 120], (size) => ({
    reports: Array.from({ length: size }, (_, nth) => reportOf(2010 + Math.floor(nth / 12), (nth % 12) + 1)),
  }));

function reportOf(year, nth) {
  const id = `${year}-${String(nth).padStart(2, "0")}`;
  const parties = { regime: 40 + nth, russia: 20, hts: 3 };
  const counts = Object.entries(parties).flatMap(([perpetrator, value]) => [
    { id: perpetrator, kind: "count", value, of: { perpetrator } },
    { id: `${perpetrator}-children`, kind: "count", value: 2, of: { perpetrator, demographic: "child" } },
  ]);
  const figures = [{ id: "killed", kind: "count", value: 90, of: {} }, ...counts];
  return {
    kind: "published-report",
    id,
    publisher: "Constructed",
    period: id,
    citation: { source: id },
    figures,
  };
}
