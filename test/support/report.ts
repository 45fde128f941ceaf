import fc from "fast-check";
import { calendarDate } from "../../src/calendar/calendar-date.js";
import { addMonths, type Month, month } from "../../src/calendar/month.js";
import { type PartialDate, spanOf } from "../../src/calendar/partial-date.js";
import { monthsOfPeriod } from "../../src/calendar/period.js";
import type { Codebook } from "../../src/codebook/codebook.js";
import type { Keys } from "../../src/codebook/keys.js";
import { type ParsedRecords, parseRecords } from "../../src/record/parse-records.js";
import type { MonthlyReportOptions } from "../../src/report/monthly-report.js";
import type { MassacreDefinition } from "../../src/rule/massacre-definition.js";
import type { Answer, Policy } from "../../src/rule/policy.js";
import type { Population } from "../../src/rule/population.js";
import { codebook as handMade } from "../report/hand-made.js";
import { months, numberOfText, partialDates, textOfDay } from "./calendar.js";
import { codebooks, incidentConditions, texts, victimConditions } from "./codebook.js";
import { printOptions } from "./number.js";
import { reordered, typedRows } from "./records.js";

/** Rows, and everything that a monthly report of them depends on. */
export interface ReportCase {
  readonly rows: { readonly incidents: readonly object[]; readonly victims: readonly object[] };
  /** The same rows in some other order. */
  readonly reordered: ReportCase["rows"];
  readonly parsed: ParsedRecords;
  readonly options: MonthlyReportOptions;
}

/** The keys by which conditions and answers choose. */
type KeyLists = { readonly [Name in keyof Keys]: readonly string[] };

/** Any codebook with any rules, and rows of which most are dated to the report's month or near it, and some are bad. */
export function reportCases(): fc.Arbitrary<ReportCase> {
  return fc
    .tuple(fc.oneof(reportCodebooks(), fc.constant<Codebook>(handMade)), reportedMonths())
    .chain(([codebook, of]) => fc.tuple(rowsAround(codebook, of), reportOptions(codebook, of)))
    .chain(([rows, options]) =>
      fc.tuple(reordered(rows.incidents), reordered(rows.victims)).map(([incidents, victims]) => ({
        rows,
        // Records as fast-check makes them have no prototype, which JSON does not keep.
        options: structuredClone(options),
        reordered: { incidents, victims },
      })),
    )
    .map((one) => {
      const parsed = parseRecords(one.options.codebook, one.rows);
      const dates = parsed.victims.flatMap(({ documented, died, incident }) => [
        documented,
        died,
        incident.date,
      ]);
      const recorded = new Set(dates.filter((date) => date !== null).flatMap(monthsOf));
      // A month of which there are records is none that is missing.
      const missing = one.options.missing?.filter((gap) => !recorded.has(gap)) ?? [];
      return { ...one, options: { ...one.options, missing }, parsed };
    });
}

/** Any codebook by which a policy can be written: with a source to count under what no rule ascribes. */
export function reportCodebooks(): fc.Arbitrary<Codebook> {
  return codebooks().map(({ sections, unattributed, perpetrators, ...lists }) => {
    const nobody = "not-identified";
    const others = Object.entries(perpetrators).filter(([key]) => key !== nobody);
    return {
      ...lists,
      sections: { ...sections, "last-section": { label: "The last section" } },
      perpetrators: Object.fromEntries(others),
      unattributed: { ...unattributed, [nobody]: { label: "Not identified", section: "last-section" } },
    };
  });
}

/** Any month with two years before it, with which it may be compared, and one after it, since dates of all are drawn. */
function reportedMonths(): fc.Arbitrary<Month> {
  return months().map((any) => (/^(?:000[12]|9999)/.test(any) ? month(`2021${any.slice(4)}`) : any));
}

/** Every month that a date may be of. */
function monthsOf(date: PartialDate): Month[] {
  return monthsOfPeriod(spanOf(date));
}

function rowsAround(codebook: Codebook, of: Month): fc.Arbitrary<ReportCase["rows"]> {
  const date = fc.option(fc.oneof(datesAround(of, 30), datesAround(of, 400)), { freq: 9 });
  return fc
    .tuple(typedRows(codebook), fc.infiniteStream(date), fc.infiniteStream(fc.nat(9)))
    .map(([{ incidents, victims }, dates, chances]) => ({
      incidents: incidents.map((incident) => ({ ...incident, date: next(dates) })),
      victims: victims.flatMap((victim) =>
        // Several of one incident and of one kind, so that there are massacres.
        Array.from({ length: 1 + next(chances) }, (_, nth) => ({
          ...victim,
          id: nth === 0 ? victim.id : `${victim.id} (${nth})`,
          documented: next(dates),
          died: next(dates),
          ...(next(chances) === 0 ? { age: -1 } : {}),
        })),
      ),
    }));
}

/** The next value of a stream that never ends, which its type does not say. */
function next<Value>(stream: fc.Stream<Value>): Value {
  return stream.next().value as Value;
}

/** Partial dates of days at most so many from the first of a month. */
function datesAround(of: Month, days: number): fc.Arbitrary<PartialDate> {
  const first = numberOfText(`${of}-01`);
  return partialDates(
    fc.integer({ min: first - days, max: first + days }).map((day) => calendarDate(textOfDay(day))),
  );
}

function reportOptions(codebook: Codebook, of: Month): fc.Arbitrary<MonthlyReportOptions> {
  const keys = keysOf(codebook);
  return fc
    .record({
      codebook: fc.constant(codebook),
      population: populations(keys),
      policy: policies(keys),
      massacre: massacreDefinitions(keys),
      massacresDated: fc.constantFrom("incident", "threshold-reached"),
      month: fc.constant(of),
      basis: fc.constantFrom("documented", "died", "incident"),
      print: printOptions(),
      // How many months it is compared with, and which of those that it counts are missing.
      compared: fc.option(fc.nat(14)),
      gaps: fc.array(fc.nat(14), { size: "xsmall" }),
    })
    .map(({ print, compared, gaps, ...others }) => {
      const inYear = Number(of.slice(5)) - 1;
      const missing = gaps
        .filter((gap) => gap <= Math.max(inYear, compared ?? 0))
        .map((gap) => addMonths(of, -gap));
      const comparedFrom = compared === null ? {} : { comparedFrom: addMonths(of, -compared) };
      return { ...others, ...print, ...comparedFrom, missing };
    });
}

function populations(keys: KeyLists): fc.Arbitrary<Population> {
  const exclusion = fc.record({
    because: texts(),
    when: victimConditions(keys),
    ifUnknown: fc.constantFrom("exclude", "count"),
    citation: citations(),
  });
  return fc
    .record({
      label: texts(),
      citation: citations(),
      exclusions: fc.oneof(fc.array(exclusion, { maxLength: 0 }), fc.array(exclusion, { size: "xsmall" })),
    })
    .map(({ exclusions, ...others }) => ({
      ...others,
      exclusions: exclusions.map((one, nth) => ({ reason: `reason ${nth}`, ...one })),
    }));
}

/** Any policy whose rules name only these keys. */
export function policies(keys: KeyLists): fc.Arbitrary<Policy> {
  const source = fc.constantFrom(...keys.unattributed);
  const ascribed = fc.oneof(
    fc.constant("suspects" as const),
    ...(keys.perpetrator.length === 0
      ? []
      : [
          fc.tuple(fc.constantFrom(...keys.perpetrator)),
          fc.tuple(...[0, 1].map(() => fc.constantFrom(...keys.perpetrator))),
        ]),
  ) as fc.Arbitrary<"suspects" | readonly [string, ...string[]]>;
  const rule = fc.record({
    when: fc.oneof(
      fc.record({ investigation: fc.constantFrom("open", "concluded") }),
      incidentConditions(keys),
    ),
    ifUnknown: fc.constantFrom("apply", "pass"),
    answer: fc.oneof<fc.Arbitrary<Answer>[]>(
      fc.record({ established: ascribed }),
      fc.record({ presumed: ascribed }),
      fc.record({ undetermined: source }),
    ),
    because: texts(),
    citation: citations(),
  });
  return fc
    .record({
      label: texts(),
      citation: citations(),
      rules: fc.array(rule),
      otherwise: fc.record({ undetermined: source, because: texts(), citation: citations() }),
    })
    .map(({ rules, ...others }) => ({
      ...others,
      rules: rules.map((one, nth) => ({ id: `rule ${nth}`, ...one })),
    }));
}

function massacreDefinitions(keys: KeyLists): fc.Arbitrary<MassacreDefinition> {
  return fc.record({
    label: texts(),
    threshold: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 5 }) }, fc.integer({ min: 1 })),
    counting: fc.oneof(
      { weight: 3, arbitrary: fc.constant("everyone" as const) },
      fc.record({ who: victimConditions(keys), ifUnknown: fc.constantFrom("count", "leave-out") }),
    ),
    citation: citations(),
  });
}

function citations(): fc.Arbitrary<{ source: string; place?: string; quote?: string }> {
  return fc.record({ source: texts(), place: texts(), quote: texts() }, { requiredKeys: ["source"] });
}

function keysOf(codebook: Codebook): KeyLists {
  return {
    section: Object.keys(codebook.sections),
    perpetrator: Object.keys(codebook.perpetrators),
    unattributed: Object.keys(codebook.unattributed),
    alliance: Object.keys(codebook.alliances),
    role: Object.keys(codebook.roles),
    cause: Object.keys(codebook.causes),
    means: Object.keys(codebook.means),
    category: Object.keys(codebook.categories),
    place: Object.keys(codebook.places),
  };
}
