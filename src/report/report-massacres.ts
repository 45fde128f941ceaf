import type { CalendarDate } from "../calendar/calendar-date.js";
import type { Month } from "../calendar/month.js";
import { spanOf } from "../calendar/partial-date.js";
import { type Period, type PlaceInPeriod, placeInPeriod, yearToDate } from "../calendar/period.js";
import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import type { Victim } from "../record/victim.js";
import { attributionKey, uncheckedAttributor } from "../rule/attribution.js";
import { explainAttribution } from "../rule/explain-attribution.js";
import { countIncidents, inLargeIncidents } from "../rule/incident-counts.js";
import { documentedBy } from "../rule/killed-by.js";
import { knownMassacres, type Massacre, type MassacreDating, victimsOfMassacres } from "../rule/massacre.js";
import { defineMassacre, type MassacreDefinition } from "../rule/massacre-definition.js";
import type { Policy } from "../rule/policy.js";
import type { DateBasis } from "./by-date.js";
import { groupedBy } from "./grouped-by.js";
import { type MassacreEntry, type MassacreTable, massacreTable } from "./massacre-table.js";
import { tollCounter } from "./toll-cell.js";

/** The massacres of the month and since January. */
export interface ReportMassacres<K extends Keys = Keys> {
  readonly month: MassacreTable<K>;
  readonly sinceJanuary: MassacreTable<K>;
}

interface Choices<K extends Keys> {
  readonly codebook: Codebook<K>;
  readonly policy: Policy<NoInfer<K>>;
}

/** Finds the massacres among the victims and puts them into the month and the year to date. */
export function reportMassacres<K extends Keys>(
  victims: readonly Victim<K>[],
  options: Choices<K> & {
    readonly definition: MassacreDefinition<NoInfer<K>>;
    readonly dated: MassacreDating;
    readonly month: Month;
    readonly basis: DateBasis;
  },
): ReportMassacres<K> {
  const { codebook, definition, dated, month, basis } = options;
  // On the basis of documentation, what is documented after the month is not known yet.
  const asOf = basis === "documented" ? spanOf(month).end : null;
  const large = inLargeIncidents(victims, defineMassacre(codebook, definition).threshold);
  const { certain, possible } = knownMassacres(countIncidents(large, { codebook, definition }), {
    definition,
    dated,
    ...(asOf === null ? {} : { asOf }),
  });
  const [known, perhaps] = [
    entriesOf(certain, large, asOf, options),
    entriesOf(possible, large, asOf, options),
  ];
  const tableOf = (period: Period) => {
    const lies = (place: PlaceInPeriod) => (massacre: Massacre<K>) => placeOf(massacre, period) === place;
    const undated = [...known.filter(lies("straddles")), ...perhaps.filter((one) => !lies("outside")(one))];
    return massacreTable(known.filter(lies("inside")), undated.sort(byId), codebook);
  };
  return { month: tableOf(spanOf(month)), sinceJanuary: tableOf(yearToDate(month)) };
}

/** The massacres, each with those killed in it who were documented by a day, and those who perhaps were; without a day, all were. */
function entriesOf<K extends Keys>(
  massacres: readonly Massacre<K>[],
  victims: readonly Victim<K>[],
  asOf: CalendarDate | null,
  { codebook, policy }: Choices<K>,
): MassacreEntry<K>[] {
  const killedIn = groupedBy(victimsOfMassacres(massacres, victims), ({ incident }) => incident.id);
  const attribute = uncheckedAttributor(codebook, policy);
  const tollOf = tollCounter(codebook);
  return massacres.map((massacre) => {
    const { id, incident } = massacre;
    const attribution = attribute(incident);
    const documented = groupedBy(killedIn.get(id) ?? [], (victim) =>
      asOf === null ? "surely" : documentedBy(asOf, victim.documented),
    );
    return {
      ...massacre,
      perpetrator: attributionKey(codebook, attribution),
      killed: tollOf(documented.get("surely") ?? []),
      perhapsKilled: tollOf(documented.get("perhaps") ?? []),
      attribution: explainAttribution(codebook, incident, attribution),
    };
  });
}

function placeOf({ date, dateBounds: { earliest, latest } }: Massacre, period: Period): PlaceInPeriod {
  if (date !== null) return placeInPeriod(date, period);
  const isBefore = latest !== null && latest < period.start;
  return isBefore || (earliest !== null && earliest > period.end) ? "outside" : "straddles";
}

function byId({ id: a }: Massacre, { id: b }: Massacre): number {
  return a < b ? -1 : 1;
}
