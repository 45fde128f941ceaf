import type { CalendarDate } from "../calendar/calendar-date.js";
import type { Month } from "../calendar/month.js";
import { spanOf } from "../calendar/partial-date.js";
import { type Period, yearToDate } from "../calendar/period.js";
import { type PlaceInPeriod, placeInPeriod } from "../calendar/place-in-period.js";
import type { Codebook } from "../codebook/codebook.js";
import type { Keys } from "../codebook/keys.js";
import type { Victim } from "../record/victim.js";
import { attributionKey, uncheckedAttributor } from "../rule/attribution.js";
import { explainAttribution } from "../rule/explain-attribution.js";
import { countIncidents, inLargeIncidents } from "../rule/incident-counts.js";
import { documentedBy } from "../rule/killed-by.js";
import { knownMassacres, type Massacre, type MassacreDating } from "../rule/massacre.js";
import { defineMassacre, type MassacreDefinition } from "../rule/massacre-definition.js";
import type { Policy } from "../rule/policy.js";
import { victimsOfMassacres } from "../rule/victims-of-massacres.js";
import type { DateBasis } from "./by-date.js";
import { groupedBy } from "./grouped-by.js";
import { type MassacreEntry, type MassacreTable, massacreTable } from "./massacre-table.js";
import { tollCounter } from "./toll-cell.js";

/** The massacres of the month and since January. */
export interface ReportMassacres<K extends Keys = Keys> {
  readonly month: MassacreTable<K>;
  readonly sinceJanuary: MassacreTable<K>;
}

/** Victims of the records, of whom those in doubt are excluded though it is not known whether they are to be. */
interface Persons<K extends Keys> {
  readonly counted: readonly Victim<K>[];
  readonly inDoubt: readonly Victim<K>[];
}

interface Choices<K extends Keys> {
  readonly codebook: Codebook<K>;
  readonly policy: Policy<NoInfer<K>>;
}

/** Finds the massacres among those who are counted, and who are excluded in doubt, and puts them into the month and the year to date. */
export function reportMassacres<K extends Keys>(
  { counted, inDoubt }: Persons<K>,
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
  const isInDoubt = new Set(inDoubt);
  const large = inLargeIncidents([...counted, ...inDoubt], defineMassacre(codebook, definition).threshold);
  const persons = {
    counted: large.filter((victim) => !isInDoubt.has(victim)),
    inDoubt: large.filter((victim) => isInDoubt.has(victim)),
  };
  const countsOf = (victims: readonly Victim<K>[]) => countIncidents(victims, { codebook, definition });
  const { certain, possible } = knownMassacres(
    countsOf(persons.counted),
    { definition, dated, ...(asOf === null ? {} : { asOf }) },
    countsOf(persons.inDoubt),
  );
  const [known, perhaps] = [
    entriesOf(certain, persons, asOf, options),
    entriesOf(possible, persons, asOf, options),
  ];
  const tableOf = (period: Period) => {
    const lies = (place: PlaceInPeriod) => (massacre: Massacre<K>) => placeOf(massacre, period) === place;
    const undated = [...known.filter(lies("straddles")), ...perhaps.filter((one) => !lies("outside")(one))];
    return massacreTable(known.filter(lies("inside")), undated.sort(byId), codebook);
  };
  return { month: tableOf(spanOf(month)), sinceJanuary: tableOf(yearToDate(month)) };
}

/** The massacres, each with those killed in it who were documented by a day, and those who may belong to them besides; without a day, all were. */
function entriesOf<K extends Keys>(
  massacres: readonly Massacre<K>[],
  { counted, inDoubt }: Persons<K>,
  asOf: CalendarDate | null,
  { codebook, policy }: Choices<K>,
): MassacreEntry<K>[] {
  const byIncident = (victims: readonly Victim<K>[]) =>
    groupedBy(victimsOfMassacres(massacres, victims), ({ incident }) => incident.id);
  const [killedIn, perhapsKilledIn] = [byIncident(counted), byIncident(inDoubt)];
  const isDocumented = ({ documented }: Victim<K>) =>
    asOf === null ? "surely" : documentedBy(asOf, documented);
  const attribute = uncheckedAttributor(codebook, policy);
  const tollOf = tollCounter(codebook);
  return massacres.map((massacre) => {
    const { id, incident } = massacre;
    const attribution = attribute(incident);
    const documented = groupedBy(killedIn.get(id) ?? [], isDocumented);
    const excluded = (perhapsKilledIn.get(id) ?? []).filter((victim) => isDocumented(victim) !== "not");
    return {
      ...massacre,
      perpetrator: attributionKey(codebook, attribution),
      killed: tollOf(documented.get("surely") ?? []),
      perhapsKilled: tollOf([...(documented.get("perhaps") ?? []), ...excluded]),
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
