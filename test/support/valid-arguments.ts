import * as library from "../../src/index.js";
import { codebook, massacre, options, parsed, policy, population, report } from "../report/hand-made.js";

const { calendarDate, month, period } = library;

/** Every function that the library exports, by its name. */
export type FunctionName = {
  [Name in keyof typeof library]: (typeof library)[Name] extends (...of: never) => unknown ? Name : never;
}[keyof typeof library];

const { victims, incidents } = parsed;
const [incident] = incidents;
const july = period("2021-07");
const rules = { codebook, policy };
const attribution = incident === undefined ? undefined : library.attributor(codebook, policy)(incident);
const counting = { codebook, definition: massacre };
const dated = { ...counting, dated: "incident" } as const;
const asOf = calendarDate("2021-03-31");
const counts = library.countIncidents(victims, counting);
const found = library.massacres(victims, dated);
const by = { means: library.byMeans(codebook), month: library.byMonth(period("2021"), "documented") };
const question = { by, including: library.byCategory(codebook) };
const counted = library.tally(victims, question);
const byOnly = library.tally(victims, { by });
const ledger = library.compareReleases(victims, victims.slice(1), { by });
const prepared = library.prepare(victims, {
  ...by,
  incident: library.grouping((victim: { incident: { id: string } }) => victim.incident.id),
});
const version = { id: "v-1", recorded: calendarDate("2021-08-01"), item: victims[0] };
const share = library.share(1, 3);
const print = { rounding: "half-up", digits: 0 };
const scale = library.defineGradeScale({
  label: "Scale",
  grades: [
    { key: "weak", label: "Weak" },
    { key: "fair", label: "Fair" },
  ],
  citation: { source: "s" },
});
const history = [{ policy, from: "2000-01-01" }];
const published = {
  kind: "published-report",
  id: "r",
  publisher: "P",
  period: "2021-03",
  citation: { source: "s" },
  figures: [{ id: "all", kind: "count", value: 8, of: {} }],
};
const died = library.byMonth(period("2021"), "died");
const triangle = library.tally(victims, { by: { died, documented: by.month } });
const ranges = { ranges: { killed: () => library.range(1, 2) }, partOf: {} };
const people = { one: "civilian", many: "civilians" };
const figure = { since: "2021-01", through: "2021-03", count: 3 };

/** Arguments that each function takes: what it is asked with where one of them is replaced. */
export const validArguments: Readonly<Record<FunctionName, readonly unknown[]>> = {
  addCounts: [1, 2, "a count"],
  addDays: [asOf, 1],
  addEstimates: [library.estimate(1, 2, 3), library.estimate(1, 2, 3)],
  addMonths: [month("2021-03"), 1],
  addRanges: [library.range(1, 2), library.range(1, 2)],
  applyPopulation: [victims, { codebook, population }],
  apportionPercents: [[1, 2], print],
  asOf: [[version], asOf],
  at: [counted, { means: "shelling" }],
  attributionBounds: [victims, { ...rules, perpetrators: ["army"] }],
  attributionKey: [codebook, attribution],
  attributionLabel: [codebook, "army"],
  attributor: [codebook, policy],
  auditFigures: [[published], { codebook }],
  behind: [victims, question, { means: "shelling" }, "child"],
  byAttributionKind: [codebook, policy],
  byCategory: [codebook],
  byCategoryInDoubt: [codebook],
  byCause: [codebook],
  byDemographic: [{ adultFrom: 18 }],
  byGrade: [scale, (item: { grade: string }) => item.grade],
  byMassacreRange: [massacre, () => library.range(1, 2)],
  byMeans: [codebook],
  byMonth: [july, "documented"],
  byMonthOf: [july, () => null],
  byOutermostPerpetrator: [codebook, policy],
  byOutermostPlace: [codebook, "killedIn"],
  byPeriod: [july, "documented"],
  byPerpetrator: [codebook, policy],
  byPlace: [codebook, "killedIn"],
  byRangeFault: [ranges],
  byRole: [codebook],
  bySection: [codebook, policy],
  byStanding: [{ ...rules, perpetrators: ["army"] }],
  bySuspect: [codebook],
  calendarDate: ["2021-07-01"],
  changeBetween: [counted, counted],
  checkedCount: [1, "a count"],
  citationText: [{ source: "The handbook" }],
  comparePolicies: [victims, { codebook, policies: { one: policy } }],
  compareRates: [
    { count: 1, days: 3 },
    { count: 1, days: 3 },
  ],
  compareReleases: [victims, victims, { by }],
  comparisonSentence: [report, { months: 1 }],
  composeLedgers: [ledger, library.compareReleases(victims.slice(1), victims, { by })],
  countIncidents: [victims, counting],
  countOf: [() => 1],
  dateOfDayNumber: [1],
  dateText: [asOf],
  dayNumber: [asOf],
  daysBetween: [asOf, asOf],
  daysInMonth: [month("2021-03")],
  daysInPeriod: [july],
  defineCodebook: [codebook],
  defineGradeScale: [scale],
  defineMassacre: [codebook, massacre],
  definePolicy: [codebook, policy],
  definePolicyHistory: [codebook, history],
  definePopulation: [codebook, population],
  describeFailure: [codebook, "place", "x", { kind: "unknown", suggestions: [] }, "row 1"],
  differenceBounds: [victims, { ...rules, of: ["army"], over: ["militia"] }],
  differences: [[figure], { periods: [month("2021-01"), month("2021-02"), month("2021-03")] }],
  divideRounded: [1, 3, "half-up"],
  estimate: [1, 2, 3],
  estimateOf: [() => library.estimate(1, 2, 3)],
  explainAttribution: [codebook, incident, attribution],
  explainLedger: [ledger],
  extendCodebook: [codebook, {}],
  findKey: [codebook, "place", "north"],
  formatPercent: [share, print],
  formatRate: [{ count: 1, days: 3 }, print],
  fromRows: [library.rows(counted), question],
  gradesAtOrAbove: [scale, "fair"],
  grouping: [() => "a"],
  hasWholeMonths: [july],
  incidentSchema: [codebook],
  incidentTest: [codebook, { means: "shelling" }],
  inclusion: [{ keys: ["a"], keysOf: () => ["a"] }],
  isCalendarDate: ["2021-07-01"],
  isInverted: [library.range(1, 2)],
  isMonth: ["2021-07"],
  isPartialDate: ["2021"],
  isoInterval: [july],
  joinInclusions: [library.byCategory(codebook), library.inclusion({ keys: ["a"], keysOf: () => [] })],
  joinReasons: [() => [], () => []],
  keyFinder: [codebook, "place"],
  ledgerCells: [ledger],
  ledgerFlows: [ledger],
  listCells: [counted],
  listFilledCells: [counted],
  marginal: [counted, { keep: ["means"] }],
  massacreReasons: [
    { before: victims, after: victims },
    { ...dated, policy },
  ],
  massacreSentence: [report],
  massacres: [victims, dated],
  massacresAmong: [counts, dated],
  merge: [counted, counted],
  mergeIncidentCounts: [counts, []],
  month: ["2021-07"],
  monthOf: [asOf],
  monthlyReport: [parsed, options],
  monthsOfPeriod: [july],
  outermostPerpetrators: [codebook],
  outermostPlaces: [codebook],
  parsePublished: [codebook, []],
  parseRecords: [codebook, { victims: [] }],
  parseVersions: [codebook, { victims: [] }],
  partialDate: ["2021"],
  partition: [{ keys: ["a"], keyOf: () => "a" }],
  partsPrintedAs: ["33%", 3, print],
  percentOf: [share, print],
  period: ["2021-07"],
  periodBetween: [asOf, asOf],
  periodText: [july],
  placeInPeriod: ["2021", july],
  placeKilled: [victims[0]],
  policyInForce: [history, asOf],
  policyOn: [policy, asOf],
  possibleMassacres: [victims, dated],
  possibleMassacresAmong: [counts, dated],
  precisionOf: ["2021"],
  prepare: [victims, by],
  previousPeriod: [july],
  publishedJsonSchema: [],
  range: [1, 2],
  rangeFaults: [[{ id: "i-1" }], ranges],
  rangeOf: [() => library.range(1, 2)],
  rankPerpetrators: [victims, { ...rules, perpetrators: ["army", "militia"] }],
  reconcile: [published, report, { codebook }],
  recordsAsOf: [library.parseVersions(codebook, { victims: [] }), asOf],
  regroup: [counted, "means", { to: { shelling: "a", landmine: "a", detention: "a", unknown: "a" } }],
  reportingTriangle: [triangle, { died: "died", documented: "documented" }],
  restateReport: [report, report],
  restrict: [counted, { means: "shelling" }],
  rows: [counted],
  rowsOfRecords: [parsed],
  runningTotal: [library.marginal(byOnly, { keep: ["month"] }), { over: "month" }],
  sectionsOf: [codebook],
  share: [1, 3],
  shareBounds: [victims, { ...rules, part: ["army"], whole: ["army", "militia"] }],
  shareOf: [counted, { part: { means: "shelling" }, whole: {} }],
  spanOf: ["2021"],
  statedReasons: [[version], { after: asOf, through: asOf }],
  tally: [victims, question],
  tallyGroups: [prepared, { of: "incident", atLeast: 1, by: [] }],
  tallyPrepared: [prepared, { by: ["means"] }],
  tallyStates: [[version], question],
  tallyStream: [victims, question],
  tollSentence: [report, { of: "month", people, among: {} }],
  total: [counted],
  victimReasons: [codebook, policy],
  victimSchema: [codebook],
  victimTest: [codebook, { sex: "female" }],
  victimsOfMassacres: [found, victims],
  yearToDate: [month("2021-03")],
};
