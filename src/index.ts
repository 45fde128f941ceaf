export { type AuditOptions, auditFigures } from "./audit/audit-figures.js";
export type { Conflict, Misprint, Repair } from "./audit/conflicts/conflict.js";
export { auditConventions, type Convention } from "./audit/constraints/convention.js";
export type { Verdict } from "./audit/constraints/verdict.js";
export type {
  Audit,
  CellRange,
  FigureFinding,
  IdentityFinding,
  QuotientFinding,
  ReadingFinding,
  RoundingFinding,
  SeriesFinding,
  SeriesKind,
} from "./audit/findings/finding.js";
export type { IdentityKind } from "./audit/identities/identity.js";
export { type ParsedPublished, parsePublished } from "./audit/parse/parse-published.js";
export { publishedJsonSchema } from "./audit/parse/schema.js";
export type { AuditIssue } from "./audit/published/audit-issue.js";
export type { Coordinates, DemographicKey, OneOrMore, Unit } from "./audit/published/coordinates.js";
export type {
  CountFigure,
  DifferenceFigure,
  Figure,
  FigureBase,
  PercentageFigure,
  RateFigure,
  Statement,
  StatementFigure,
  Wording,
} from "./audit/published/figure.js";
export type {
  CategoryStanding,
  PrintedColumns,
  PublishedMassacreDefinition,
  PublishedReport,
  PublishedRows,
  PublishedTable,
  Reading,
  TableColumn,
  ZeroColumns,
} from "./audit/published/published.js";
export {
  type PublishedIssue,
  type PublishedIssueCode,
  publishedIssueCodes,
} from "./audit/published/published-issue.js";
export type { CellReference, FigureReference } from "./audit/published/reference.js";
export { reconcile } from "./audit/reconcile/reconcile.js";
export type {
  ReconciledFigure,
  ReconciledOutcome,
  Reconciliation,
} from "./audit/reconcile/reconciliation.js";
export {
  addDays,
  type CalendarDate,
  calendarDate,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  isCalendarDate,
} from "./calendar/calendar-date.js";
export type { CalendarText } from "./calendar/calendar-text.js";
export { addMonths, daysInMonth, isMonth, type Month, month, monthOf } from "./calendar/month.js";
export {
  isPartialDate,
  type PartialDate,
  type Precision,
  partialDate,
  precisionOf,
  spanOf,
} from "./calendar/partial-date.js";
export {
  daysInPeriod,
  hasWholeMonths,
  isoInterval,
  monthsOfPeriod,
  type Period,
  period,
  periodBetween,
  previousPeriod,
  yearToDate,
} from "./calendar/period.js";
export { type PlaceInPeriod, placeInPeriod } from "./calendar/place-in-period.js";
export { dateText, periodText } from "./calendar/text.js";
export type {
  Alliance,
  Category,
  Codebook,
  Entry,
  KeysOf,
  Perpetrator,
  Place,
  Section,
  Unattributed,
} from "./codebook/codebook.js";
export {
  type AgeCondition,
  type IncidentCondition,
  type Investigation,
  investigations,
  type Sex,
  type Status,
  sexes,
  statuses,
  type VictimCondition,
} from "./codebook/condition.js";
export { defineCodebook, type KeysBy } from "./codebook/define-codebook.js";
export { type ExtendedKeys, extendCodebook } from "./codebook/extend-codebook.js";
export { describeFailure, type Found, findKey, keyFinder, type NotFound } from "./codebook/find-key.js";
export type { Keys, ListName } from "./codebook/keys.js";
export { type Code, codes } from "./codes.js";
export { CasualtyError, type ErrorCode, type ErrorDetails } from "./error.js";
export { type ApportionedShare, apportionPercents } from "./number/apportion.js";
export { addCounts, checkedCount } from "./number/count.js";
export { addEstimates, type Estimate, estimate } from "./number/estimate.js";
export { formatPercent, type Percent, percentOf } from "./number/percent.js";
export type { PrintOptions } from "./number/print-options.js";
export { type CountBounds, partsPrintedAs } from "./number/printed.js";
export { divideRounded } from "./number/quotient.js";
export { addRanges, isInverted, type Range, range } from "./number/range.js";
export { compareRates, formatRate, type Rate, type RateComparison } from "./number/rate.js";
export { type Rounding, roundings } from "./number/rounding.js";
export { type Share, share } from "./number/share.js";
export type { IncidentColumn, ReadOptions, VictimColumn } from "./record/columns.js";
export type { Incident, IncidentValues } from "./record/incident.js";
export { type ExtraOf, type ParsedRecords, parseRecords, type RecordRows } from "./record/parse-records.js";
export { type KilledSomewhere, placeKilled } from "./record/place-killed.js";
export { type IssueCode, issueCodes, type RecordIssue, type TableName } from "./record/record-issue.js";
export { type RowsOfRecords, rowsOfRecords } from "./record/rows-of-records.js";
export { type ColumnSchema, incidentSchema, type RowSchema, victimSchema } from "./record/schema.js";
export type { TableAccounting } from "./record/table-account.js";
export type { Age, AgeBand, Victim, VictimValues } from "./record/victim.js";
export type { Accounting } from "./report/accounting.js";
export type { AllianceRow } from "./report/alliance-table.js";
export { byMonth, byMonthOf, byPeriod, type DateBasis, type Dated } from "./report/by-date.js";
export { byDemographic, type Demographic } from "./report/by-demographic.js";
export { byCategory, byCategoryInDoubt, byCause, byMeans, byRole } from "./report/by-fact.js";
export { byIncident } from "./report/by-incident.js";
export {
  attributionLabel,
  byAttributionKind,
  byOutermostPerpetrator,
  byPerpetrator,
  bySection,
  bySuspect,
  type OfIncident,
  outermostPerpetrators,
  sectionsOf,
} from "./report/by-perpetrator.js";
export {
  byOutermostPlace,
  byPlace,
  outermostPlaces,
  type PlaceBasis,
  type PlacedBy,
} from "./report/by-place.js";
export type { CategoryRow, CategoryTable } from "./report/category-table.js";
export { type ComparedCell, comparePolicies, type PolicyComparison } from "./report/compare-policies.js";
export { comparisonSentence } from "./report/comparison-sentence.js";
export type { ComparedMonth } from "./report/comparison-table.js";
export { massacreSentence } from "./report/massacre-sentence.js";
export type { MassacreEntry, MassacreRow, MassacreTable } from "./report/massacre-table.js";
export { type MonthlyReport, type MonthlyReportOptions, monthlyReport } from "./report/monthly-report.js";
export type { MonthRow } from "./report/months-table.js";
export type { PeriodTables } from "./report/period-tables.js";
export type { PerpetratorRow } from "./report/perpetrator-table.js";
export type { PlaceRow } from "./report/place-table.js";
export type { PresumedIncident } from "./report/presumed-incidents.js";
export type { WithinRow } from "./report/recorded-as.js";
export type { ReportMassacres } from "./report/report-massacres.js";
export type { ReportDimensions, ReportTally } from "./report/report-tally.js";
export type { ReportToll } from "./report/report-toll.js";
export type { TollCell } from "./report/toll-cell.js";
export { tollSentence } from "./report/toll-sentence.js";
export type { ShareColumns, Toll, TollRow } from "./report/toll-table.js";
export type { Noun } from "./report/words.js";
export { asOf, statedReasons } from "./revision/as-of.js";
export { compareReleases, type ItemChange, type ReleaseItems } from "./revision/compare-releases.js";
export { composeLedgers } from "./revision/compose-ledgers.js";
export {
  type CumulativeFigure,
  type DifferenceStep,
  type Differences,
  differences,
} from "./revision/differences.js";
export { explainLedger } from "./revision/explain-ledger.js";
export { joinReasons } from "./revision/join-reasons.js";
export type { Ledger, LedgerEntry, LedgerPlace } from "./revision/ledger.js";
export { type LedgerCell, ledgerCells } from "./revision/ledger-cells.js";
export { type LedgerFlow, ledgerFlows } from "./revision/ledger-flows.js";
export type { LedgerTerm } from "./revision/ledger-term.js";
export { massacreReasons } from "./revision/massacre-reasons.js";
export { type ParsedVersions, parseVersions, type VersionExtraOf } from "./revision/parse-versions.js";
export type { VersionColumn, VersionColumns } from "./revision/read-version-row.js";
export { type Reason, type ReasonKind, reasonKinds } from "./revision/reason.js";
export { recordsAsOf } from "./revision/records-as-of.js";
export {
  type ReportingTriangle,
  reportingTriangle,
  type TriangleDelay,
  type TriangleRow,
} from "./revision/reporting-triangle.js";
export { restateReport } from "./revision/restate-report.js";
export type {
  InEitherPeriod,
  KeysByTable,
  ReportChoice,
  ReportRule,
  Restated,
  RestatedAccounting,
  RestatedAlliance,
  RestatedCategory,
  RestatedComparedMonth,
  RestatedMassacreRow,
  RestatedMassacres,
  RestatedMonth,
  RestatedNumber,
  RestatedPerpetrator,
  RestatedPlace,
  RestatedRow,
  RestatedTables,
  Restatement,
} from "./revision/restatement.js";
export { type TallyState, tallyStates } from "./revision/tally-states.js";
export type { Version } from "./revision/version.js";
export { type VersionIssue, type VersionIssueCode, versionIssueCodes } from "./revision/version-issue.js";
export type { VersionAccounting } from "./revision/versions-of-table.js";
export { victimReasons } from "./revision/victim-reasons.js";
export {
  type Attribution,
  type AttributionKey,
  attributionKey,
  attributor,
  type Decision,
  type Perpetrators,
} from "./rule/attribution.js";
export {
  type AttributionBounds,
  attributionBounds,
  type Bounds,
  type BoundsCell,
  type BoundsQuestion,
} from "./rule/attribution-bounds.js";
export { type CertainPair, type CertainRanking, rankPerpetrators } from "./rule/certain-ranking.js";
export { type Citation, citationText } from "./rule/citation.js";
export { incidentTest, victimTest } from "./rule/condition-test.js";
export { type DifferenceBounds, differenceBounds, type Extremes } from "./rule/difference-bounds.js";
export { explainAttribution } from "./rule/explain-attribution.js";
export {
  airwarsGrades,
  byGrade,
  defineGradeScale,
  type Grade,
  type GradeScale,
  gradesAtOrAbove,
} from "./rule/grade-scale.js";
export type { ConditionTest, Holds } from "./rule/holds.js";
export {
  countIncidents,
  type DocumentedCount,
  type IncidentCount,
  mergeIncidentCounts,
} from "./rule/incident-counts.js";
export {
  type Massacre,
  type MassacreDating,
  type MassacreOptions,
  massacresAmong,
  possibleMassacresAmong,
} from "./rule/massacre.js";
export { defineMassacre, type MassacreDefinition } from "./rule/massacre-definition.js";
export { byMassacreRange, type MassacreByRange } from "./rule/massacre-range.js";
export { type DefinedMassacres, massacres, possibleMassacres } from "./rule/massacres-of-victims.js";
export type { InEitherSense, Sense, UnderPolicy } from "./rule/outcome-counts.js";
export {
  type Answer,
  type Ascribed,
  definePolicy,
  type Policy,
  type PolicyRule,
  policyOn,
} from "./rule/policy.js";
export { type DatedPolicy, definePolicyHistory, policyInForce } from "./rule/policy-history.js";
export {
  applyPopulation,
  type Counted,
  definePopulation,
  type Excluded,
  type Exclusion,
  type Population,
} from "./rule/population.js";
export {
  byRangeFault,
  type RangeFault,
  type RangeFaultKey,
  type RangesOfItems,
  rangeFaults,
} from "./rule/range-faults.js";
export { type ShareBounds, shareBounds } from "./rule/share-bounds.js";
export { byStanding, type Standing, type StandingOptions, standings } from "./rule/standing.js";
export type { DateBounds } from "./rule/threshold-date.js";
export { victimsOfMassacres } from "./rule/victims-of-massacres.js";
export { snhrCodebook } from "./snhr/codebook.js";
export type { SnhrKeys } from "./snhr/keys.js";
export { snhrMassacre, snhrPolicy, snhrPopulation } from "./snhr/rules.js";
export { marginal, merge, regroup } from "./tally/algebra.js";
export { behind } from "./tally/behind.js";
export { type Change, type ChangedCell, changeBetween, type Difference } from "./tally/change.js";
export type { Codes } from "./tally/codes.js";
export { type Inclusion, inclusion, joinInclusions, type Partition, partition } from "./tally/dimension.js";
export { type Group, type Grouping, grouping } from "./tally/grouping.js";
export { type KeyedCell, listCells, listFilledCells } from "./tally/list-cells.js";
export {
  type Columns,
  countOf,
  estimateOf,
  type Measure,
  type MeasureKind,
  type Part,
  rangeOf,
  type Value,
} from "./tally/measure.js";
export { prepare } from "./tally/prepare.js";
export type {
  GroupingNames,
  KeysOfKind,
  KindsOfMeasures,
  MeasureKinds,
  Prepared,
  PreparedBy,
  PreparedGrouping,
  PreparedInclusion,
  PreparedMeasure,
  PreparedPartition,
} from "./tally/prepared.js";
export type { KeysOfPartitions, Partitions, Question, QuestionKeys } from "./tally/question.js";
export { at, type Cell, type Selection, total } from "./tally/read.js";
export { restrict } from "./tally/restrict.js";
export { fromRows, type Row, rows } from "./tally/rows.js";
export { type Running, type RunningStep, runningTotal } from "./tally/running-total.js";
export { shareOf } from "./tally/share-of.js";
export { tally } from "./tally/tally.js";
export type {
  AnyColumns,
  AnyTally,
  Dimension,
  DimensionKeys,
  NoDimensionLess,
  Shape,
  Tally,
} from "./tally/tally-data.js";
export { type GroupTallies, tallyGroups } from "./tally/tally-groups.js";
export { tallyPrepared } from "./tally/tally-prepared.js";
export { tallyStream } from "./tally/tally-stream.js";
