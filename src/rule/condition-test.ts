import { oncePerDate } from "../calendar/once-per-date.js";
import type { PartialDate } from "../calendar/partial-date.js";
import { period } from "../calendar/period.js";
import { placeInPeriod } from "../calendar/place-in-period.js";
import type { Codebook } from "../codebook/codebook.js";
import type { AgeCondition, IncidentCondition, VictimCondition } from "../codebook/condition.js";
import type { Keys } from "../codebook/keys.js";
import { type Nested, partyCounter, standingTo } from "../codebook/parents.js";
import type { IncidentValues } from "../record/incident.js";
import { placeKilled } from "../record/place-killed.js";
import type { Age, Victim } from "../record/victim.js";
import { checkIncidentRule, checkVictimRule } from "./check-rule.js";
import { type ConditionTest, every, type Holds, known, ofAny, ofEvery, opposite, some } from "./holds.js";

/**
 * The test of a condition over incidents: whether it holds, does not, or is unknown from what is recorded. To be made
 * once and called for every incident.
 *
 * Unknown is: a state of the investigation, means, place or date that is not recorded; ground whose holder is not
 * recorded; a date that may lie in the period or out of it; a place or perpetrator that is recorded only as one around the
 * asked one. Suspects are those that are named: who is none of them, nor a part of one, is not suspected. `all` of nothing holds, `any` of nothing
 * does not.
 *
 * An answer of yes or no is right whatever is not recorded. Unknown may be answered where whatever is not recorded would
 * come to the same: in Kleene's logic the parts of a condition are judged one by one, so that *open or not open* is
 * unknown where the state of the investigation is.
 *
 * Errors: `condition-malformed`; `rule-key-unknown` (of the rule "condition"); those of `period`.
 *
 * @example
 * const { incidents } = parseRecords(snhrCodebook, { incidents: [{ id: "i-1", place: "hasaka" }], victims: [] });
 * incidents.map(incidentTest(snhrCodebook, { place: "idlib" })) // ["no"]
 * incidents.map(incidentTest(snhrCodebook, { place: "al-hawl-camp" })) // ["unknown"]
 */
export function incidentTest<K extends Keys>(
  codebook: Codebook<K>,
  condition: IncidentCondition<K>,
): ConditionTest<IncidentValues<K>> {
  checkIncidentRule(codebook, "condition", condition);
  return testOfIncident(codebook, condition);
}

function testOfIncident<K extends Keys>(
  codebook: Codebook<K>,
  condition: IncidentCondition<K>,
): ConditionTest<IncidentValues<K>> {
  const test = (part: IncidentCondition<K>) => testOfIncident(codebook, part);
  if ("all" in condition) return every(condition.all.map(test));
  if ("any" in condition) return some(condition.any.map(test));
  if ("not" in condition) return opposite(test(condition.not));
  if ("suspected" in condition) {
    const among = ofAny(withinTest(codebook.perpetrators, condition.suspected));
    return ({ suspects }) => among(suspects);
  }
  if ("suspectedOnly" in condition) {
    const only = condition.suspectedOnly.map((key) => withinTest(codebook.perpetrators, key));
    const allOf = ofEvery(some(only));
    return ({ suspects }) => (suspects.length === 0 ? "no" : allOf(suspects));
  }
  if ("suspects" in condition) {
    const partiesAmong = partyCounter<K["perpetrator"]>(codebook.perpetrators);
    return ({ suspects }) => known(inWords(partiesAmong(suspects)) === condition.suspects);
  }
  if ("investigation" in condition) {
    return ({ investigation }) =>
      known(investigation === null ? null : investigation === condition.investigation);
  }
  if ("firedFrom" in condition) {
    const among = ofAny(withinTest(codebook.perpetrators, condition.firedFrom));
    return ({ firedFrom }) => (firedFrom.length === 0 ? "unknown" : among(firedFrom));
  }
  if ("controlledBy" in condition) {
    const among = ofAny(withinTest(codebook.perpetrators, condition.controlledBy));
    return ({ controlledBy }) => (controlledBy.length === 0 ? "unknown" : among(controlledBy));
  }
  if ("means" in condition) return ({ means }) => known(means === null ? null : means === condition.means);
  if ("place" in condition) {
    const within = placeTest(codebook, condition.place);
    return ({ place }) => within(place);
  }
  const inPeriod = dateTest(condition.date);
  return ({ date }) => inPeriod(date);
}

/**
 * The test of a condition over victims: whether it holds, does not, or is unknown from what is recorded. To be made once
 * and called for every victim.
 *
 * Unknown is: a sex, age, status, cause, place or date that is not recorded; an age band or partial date that may hold
 * or not; and what is unknown of the incident. Roles are those that are recorded: who is not recorded in one is not in
 * it. Who is not recorded as unborn was born; an unborn child is below every age. And who is not recorded as killed elsewhere was killed where the incident
 * was (`placeKilled`). What is said of `incidentTest` holds here too.
 *
 * @example
 * const { victims } = parseRecords(snhrCodebook, { victims: [{ id: "v-1", age: "12-17" }, { id: "v-2", age: "15-20" }] });
 * victims.map(victimTest(snhrCodebook, { age: { below: 18 } })) // ["yes", "unknown"]
 */
export function victimTest<K extends Keys>(
  codebook: Codebook<K>,
  condition: VictimCondition<K>,
): ConditionTest<Victim<K>> {
  checkVictimRule(codebook, "condition", condition);
  return testOfVictim(codebook, condition);
}

function testOfVictim<K extends Keys>(
  codebook: Codebook<K>,
  condition: VictimCondition<K>,
): ConditionTest<Victim<K>> {
  const test = (part: VictimCondition<K>) => testOfVictim(codebook, part);
  if ("all" in condition) return every(condition.all.map(test));
  if ("any" in condition) return some(condition.any.map(test));
  if ("not" in condition) return opposite(test(condition.not));
  if ("role" in condition) return ({ roles }) => known(roles.includes(condition.role));
  if ("cause" in condition) return ({ cause }) => known(cause === null ? null : cause === condition.cause);
  if ("sex" in condition) return ({ sex }) => known(sex === "unknown" ? null : sex === condition.sex);
  if ("age" in condition) return ({ age, unborn }) => ageHolds(unborn ? beforeBirth : age, condition.age);
  if ("status" in condition) {
    return ({ status }) => known(status === "unknown" ? null : status === condition.status);
  }
  if ("unborn" in condition) return ({ unborn }) => known(unborn === condition.unborn);
  if ("killedIn" in condition) {
    const within = placeTest(codebook, condition.killedIn);
    return (victim) => within(placeKilled(victim));
  }
  if ("origin" in condition) {
    const within = placeTest(codebook, condition.origin);
    return ({ origin }) => within(origin);
  }
  if ("incident" in condition) {
    const ofIncident = testOfIncident(codebook, condition.incident);
    return ({ incident }) => ofIncident(incident);
  }
  if ("died" in condition) {
    const inPeriod = dateTest(condition.died);
    return ({ died }) => inPeriod(died);
  }
  const inPeriod = dateTest(condition.documented);
  return ({ documented }) => inPeriod(documented);
}

function inWords(parties: number): "none" | "one" | "several" {
  if (parties === 0) return "none";
  return parties === 1 ? "one" : "several";
}

/**
 * The test whether a key is another or lies within it: not known of one that lies around it, for what is recorded of the
 * whole may be so of that part.
 */
function withinTest(list: Nested, asked: string): ConditionTest<string> {
  const standing = standingTo(list, [asked]);
  const answers = { within: "yes", around: "unknown", apart: "no" } as const;
  return (key) => answers[standing(key)];
}

function placeTest(codebook: Codebook, asked: string): (place: string | null) => Holds {
  const within = withinTest(codebook.places, asked);
  return (place) => (place === null ? "unknown" : within(place));
}

function dateTest(periodText: string): (date: PartialDate | null) => Holds {
  const asked = period(periodText);
  const answers = { inside: "yes", outside: "no", straddles: "unknown" } as const;
  const holds = oncePerDate((date) => answers[placeInPeriod(date, asked)]);
  return (date) => (date === null ? "unknown" : holds(date));
}

/** Below every age, and of none. */
const beforeBirth = -1;

function ageHolds(
  age: Age,
  { from = Number.NEGATIVE_INFINITY, below = Number.POSITIVE_INFINITY }: AgeCondition,
): Holds {
  if (age === null) return "unknown";
  // One by one: no object is made for each victim.
  const minimum = typeof age === "number" ? age : age.minimum;
  const maximum = typeof age === "number" ? age : age.maximum;
  if (minimum >= from && maximum < below) return "yes";
  const lowest = Math.max(minimum, from);
  return lowest <= maximum && lowest < below ? "unknown" : "no";
}
