import fc from "fast-check";
import { expect, test } from "vitest";
import { type PartialDate, partialDate, spanOf } from "../../src/calendar/partial-date.js";
import type { ParsedRecords } from "../../src/record/parse-records.js";
import { type MonthlyReportOptions, monthlyReport } from "../../src/report/monthly-report.js";
import type { TollCell } from "../../src/report/toll-cell.js";
import { numberOfText, textOfDay } from "../support/calendar.js";
import { reportCases } from "../support/report.js";

// What a report says of dates that are not known, or known in part, must hold whatever they turn out to be: a figure may
// only grow by those that it said may belong to it.

/** So many in a category, at the least and at the most. */
function boundsOf(toll: TollCell, perhaps: TollCell, category: string): [least: number, most: number] {
  const { including } = toll;
  const least = including[category]?.part ?? Number.NaN;
  const more = [toll.mayInclude, perhaps.including, perhaps.mayInclude].map(
    (parts) => parts[category]?.part ?? 0,
  );
  return [least, more.reduce((sum, part) => sum + part, least)];
}

function within(value: number, [least, most]: readonly [number, number]): void {
  expect(value).toBeGreaterThanOrEqual(least);
  expect(value).toBeLessThanOrEqual(most);
}

test("a report whose unknown dates are resolved in any way lies inside what the report said before", () => {
  fc.assert(
    fc.property(reportCases(), fc.infiniteStream(fc.nat()), (one, picks) => {
      // Whoever is not dated may turn out to be of any month: none is missing.
      const options = { ...withoutRulesOnDates(one.options), missing: [] };
      const before = monthlyReport(one.parsed, options);
      const after = monthlyReport(resolved(one.parsed, options.month, picks), options);

      expect(after.accounting).toMatchObject({ undated: 0, counted: before.accounting.counted });
      for (const period of ["month", "sinceJanuary"] as const) {
        const [toll, perhaps] = [before.toll[period], before.toll.undated[period]];
        within(after.toll[period].count, [toll.count, toll.count + perhaps.count]);
        for (const category of before.tally.inclusions) {
          const bounds = boundsOf(toll, perhaps, category);
          for (const bound of boundsOf(after.toll[period], after.toll.undated[period], category)) {
            within(bound, bounds);
          }
        }

        const [then, now] = [before.massacres[period], after.massacres[period]];
        within(now.massacres, [then.massacres, then.massacres + then.undated]);
        // Whose age is not recorded may count toward the threshold still, and who is excluded in doubt may be counted.
        within(now.massacres + now.undated, [then.massacres, then.massacres + then.undated]);
        const isInDoubt = Object.values(before.accounting.excludedInDoubtBy).some((count) => count > 0);
        if (!isInDoubt) {
          if (before.definitions.massacre.counting === "everyone") expect(now.undated).toBe(0);
          expect(now.perhapsKilled.count).toBe(0);
        }
        const foretold = new Map([...then.entries, ...then.undatedEntries].map((entry) => [entry.id, entry]));
        for (const { id, toll: killed } of now.entries) {
          const entry = foretold.get(id);
          within(killed, [entry?.toll ?? Number.NaN, (entry?.toll ?? 0) + (entry?.mayBelong ?? 0)]);
        }
        const found = new Map(now.entries.map((entry) => [entry.id, entry]));
        for (const { id, killed, perhapsKilled } of then.entries) {
          const entry = found.get(id);
          for (const category of before.tally.inclusions) {
            const bounds = boundsOf(killed, perhapsKilled, category);
            within(
              entry === undefined ? Number.NaN : boundsOf(entry.killed, entry.perhapsKilled, category)[0],
              bounds,
            );
          }
        }
      }
      for (const [position, { count }] of before.months.entries()) {
        expect(after.months[position]?.count).toBeGreaterThanOrEqual(count);
      }
    }),
  );
});

test("a report that counts whoever was excluded in doubt has the massacres that were certain, and only such that were possible", () => {
  fc.assert(
    fc.property(reportCases(), ({ parsed, options }) => {
      const exclusions = options.population.exclusions.map((one) => ({
        ...one,
        ifUnknown: "count" as const,
      }));
      const before = monthlyReport(parsed, options);
      const after = monthlyReport(parsed, { ...options, population: { ...options.population, exclusions } });
      for (const period of ["month", "sinceJanuary"] as const) {
        const [then, now] = [before.massacres[period], after.massacres[period]];
        within(now.massacres, [then.massacres, then.massacres + then.undated]);
        within(now.massacres + now.undated, [then.massacres, then.massacres + then.undated]);
        const found = new Map([...now.entries, ...now.undatedEntries].map((entry) => [entry.id, entry]));
        for (const { id, toll, mayBelong } of then.entries) {
          within(found.get(id)?.toll ?? Number.NaN, [toll, toll + mayBelong]);
        }
        const foretold = [...then.entries, ...then.undatedEntries].map(({ id }) => id);
        expect([...found.keys()].filter((id) => !foretold.includes(id))).toEqual([]);
      }
    }),
  );
});

/** The options with rules that do not ask about dates: one that does may decide otherwise once they are known. */
function withoutRulesOnDates({
  population,
  massacre,
  ...others
}: MonthlyReportOptions): MonthlyReportOptions {
  const isOnDate = (value: object) =>
    ["died", "documented", "date"].some((atom) => Object.hasOwn(value, atom));
  const undated = <Rule>(rule: Rule): Rule =>
    JSON.parse(JSON.stringify(rule), (_, value: unknown) =>
      typeof value === "object" && value !== null && isOnDate(value) ? { any: [] } : value,
    ) as Rule;
  return { ...others, population: undated(population), massacre: undated(massacre) };
}

/** The records with a day for every date: any that the date may mean, and for none any day of some years. */
function resolved(
  { victims, ...others }: ParsedRecords,
  month: string,
  picks: fc.Stream<number>,
): ParsedRecords {
  const around = { start: numberOfText(`${month}-01`) - 400, end: numberOfText(`${month}-01`) + 400 };
  const dayOf = (date: PartialDate | null): PartialDate => {
    const span = date === null ? null : spanOf(date);
    const { start, end } =
      span === null ? around : { start: numberOfText(span.start), end: numberOfText(span.end) };
    return partialDate(textOfDay(start + ((picks.next().value as number) % (end - start + 1))));
  };
  const incidents = new Map(
    victims.map(({ incident }) => [incident.id, { ...incident, date: dayOf(incident.date) }]),
  );
  return {
    ...others,
    victims: victims.map((victim) => ({
      ...victim,
      incident: incidents.get(victim.incident.id) ?? victim.incident,
      died: dayOf(victim.died),
      documented: dayOf(victim.documented),
    })),
  };
}
