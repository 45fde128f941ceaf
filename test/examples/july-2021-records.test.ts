import { describe, expect, test } from "vitest";
import { type IncidentRow, julyRecords, type VictimRow } from "../../examples/july-2021/records.js";

// Everything here is recomputed with plain loops: neither the library nor the plan behind the records is asked.
const { note, incidents, victims } = julyRecords();
const incidentById = new Map(incidents.map((incident) => [incident.id, incident]));
const counted = victims.filter((victim) => victim.unborn !== true);
const july = counted.filter((victim) => monthOf(victim) === "2021-07");
const beforeJuly = ["2021-01", "2021-02", "2021-03", "2021-04", "2021-05", "2021-06"];

function incidentOf(victim: VictimRow): IncidentRow {
  const incident = incidentById.get(victim.incident);
  if (incident === undefined) throw new Error(`${victim.id} names ${victim.incident}, which does not exist`);
  return incident;
}

function monthOf(victim: VictimRow): string {
  return victim.documented.slice(0, 7);
}

/** SNHR's rules, written out once more: a concluded investigation, joint control, otherwise by means. */
function sourceOf(incident: IncidentRow): string {
  const suspects = [...(incident.suspects ?? [])].sort().join("+");
  if (incident.investigation === "concluded" && suspects !== "") return suspects;
  const ground = incident.firedFrom ?? [];
  if (suspects === "regime+russia" && ground.includes("regime") && ground.includes("russia")) return "regime";
  if (incident.means === "landmine") return "landmines";
  if (incident.means === "gunfire") return "gunfire";
  if (incident.means === "shelling") return "shells";
  if (incident.means === "bombing") return "bombings";
  return "unknown-persons";
}

function isChild(victim: VictimRow): boolean {
  return victim.sex !== "unknown" && victim.age !== undefined && victim.age < 18;
}

function isWoman(victim: VictimRow): boolean {
  return victim.sex === "female" && victim.age !== undefined && victim.age >= 18;
}

/** All, children and women, as the report prints them: "15/8/5". */
function toll(people: readonly VictimRow[]): string {
  return [people.length, people.filter(isChild).length, people.filter(isWoman).length].join("/");
}

function by(people: readonly VictimRow[], keyOf: (victim: VictimRow) => string): Record<string, VictimRow[]> {
  const found: Record<string, VictimRow[]> = {};
  for (const victim of people) (found[keyOf(victim)] ??= []).push(victim);
  return found;
}

function each<T, R>(record: Record<string, T>, change: (value: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

function bySource(people: readonly VictimRow[]): Record<string, VictimRow[]> {
  return by(people, (victim) => sourceOf(incidentOf(victim)));
}

function governorateOf(victim: VictimRow): string {
  return victim.killedIn === "al-hawl-camp" ? "hasaka" : victim.killedIn;
}

function size(values: readonly unknown[]): number {
  return values.length;
}

const deadByIncident = by(counted, (victim) => victim.incident);
const inMassacres = counted.filter((victim) => (deadByIncident[victim.incident] ?? []).length >= 5);
const massacres = incidents.filter((incident) => (deadByIncident[incident.id] ?? []).length >= 5);

function dead(incident: IncidentRow): VictimRow[] {
  return deadByIncident[incident.id] ?? [];
}

/** The one incident of a day that answers to a test. */
function incidentOn(date: string, test: (incident: IncidentRow) => boolean): IncidentRow {
  const found = incidents.filter((incident) => incident.date === date && test(incident));
  expect(found).toHaveLength(1);
  return found[0] as IncidentRow;
}

describe("the records as data", () => {
  test("say that they are constructed", () => {
    expect(note).toMatch(/constructed/i);
    expect(note).toMatch(/no real person/);
  });

  test("are the same at every call, plain JSON, and no call sees another's", () => {
    const again = julyRecords();
    expect(again).toEqual({ note, incidents, victims });
    expect(again.victims).not.toBe(victims);
    expect(JSON.parse(JSON.stringify(again))).toEqual(again);
  });

  test("have unique ids, and incidents and victims refer to each other", () => {
    expect(new Set(incidents.map(({ id }) => id)).size).toBe(incidents.length);
    expect(new Set(victims.map(({ id }) => id)).size).toBe(victims.length);
    expect(Object.keys(deadByIncident).length).toBe(incidents.length);
    for (const victim of victims) {
      expect(incidentOf(victim).place).toBe(victim.killedIn);
      expect(incidentOf(victim).date).toBe(victim.died);
      const lastPossible = victim.died.split("/").at(-1) ?? "";
      expect(lastPossible <= victim.documented, victim.id).toBe(true); // "2021-07" and "2021" sort before their days
    }
  });

  test("name nobody: allowed fields only, and every text a key, a number or a date", () => {
    const incidentFields = [
      "id",
      "date",
      "place",
      "means",
      "suspects",
      "investigation",
      "firedFrom",
      "controlledBy",
    ];
    const victimFields = [
      "id",
      "incident",
      "status",
      "sex",
      "age",
      "unborn",
      "roles",
      "cause",
      "died",
      "documented",
    ];
    for (const row of incidents) expect(incidentFields).toEqual(expect.arrayContaining(Object.keys(row)));
    for (const row of victims) {
      expect([...victimFields, "killedIn", "origin"]).toEqual(expect.arrayContaining(Object.keys(row)));
    }
    const texts = [...incidents, ...victims].flatMap((row) =>
      Object.values(row)
        .flat()
        .filter((value): value is string => typeof value === "string"),
    );
    const partialDate = /^\d{4}(-\d\d){0,2}(\/\d{4}(-\d\d){0,2})?$/;
    const keys = [
      "regime russia hts sdf turkish-border-guards isis armed-opposition medical media civil-defense",
      "torture gunshot shrapnel blast shelling airstrike gunfire landmine bombing detention other open concluded",
      "damascus aleppo rural-damascus homs hama idlib hasaka deir-ez-zour raqqa daraa suwayda al-hawl-camp",
      "outside-syria civilian female male unknown",
    ].flatMap((line) => line.split(" "));
    for (const text of new Set(texts)) {
      expect(/^i-\d{3}$|^v-\d{4}$/.test(text) || partialDate.test(text) || keys.includes(text), text).toBe(
        true,
      );
    }
  });

  test("hold both sexes among children, plausible ages, and some victims whose age or sex is unknown", () => {
    const sexes = by(counted.filter(isChild), ({ sex }) => sex);
    expect(Object.keys(sexes).sort()).toEqual(["female", "male"]);
    expect(Math.min(...Object.values(sexes).map(size))).toBeGreaterThan(80);
    for (const { age } of counted) {
      if (age !== undefined) expect(Number.isInteger(age) && age >= 0 && age < 90).toBe(true);
    }
    const unknown = counted.filter(({ sex, age }) => sex === "unknown" || age === undefined);
    expect(unknown.length).toBeGreaterThan(10);
    expect(unknown.filter(({ age }) => age !== undefined && age < 18)).toEqual([]);
  });
});

describe("the months (sections III and IV, and the reports of the months before)", () => {
  test("civilians, children, women, torture", () => {
    const months = by(counted, monthOf);
    expect(
      each(months, (people) => `${toll(people)} ${people.filter(({ cause }) => cause === "torture").length}`),
    ).toEqual({
      "2021-01": "113/36/6 3",
      "2021-02": "138/23/11 14",
      "2021-03": "177/28/35 9",
      "2021-04": "104/21/7 13",
      "2021-05": "96/15/11 9",
      "2021-06": "95/22/8 11",
      "2021-07": "129/44/17 10",
    });
    expect(counted).toHaveLength(852);
  });

  test("the unborn child of Balshoun is a record of July that is not counted", () => {
    const unborn = victims.filter((victim) => victim.unborn === true);
    expect(unborn).toHaveLength(1);
    expect(unborn[0]).toMatchObject({ documented: "2021-07-03", killedIn: "idlib" });
  });

  test("torture since January: 69, of which 54 by the regime; July 8 and 2; January 3 by the regime", () => {
    const tortured = counted.filter(({ cause }) => cause === "torture");
    expect(each(bySource(tortured), size)).toEqual({ regime: 54, sdf: 11, hts: 3, "armed-opposition": 1 });
    expect(each(bySource(tortured.filter((victim) => july.includes(victim))), size)).toEqual({
      regime: 8,
      sdf: 2,
    });
    expect(each(bySource(tortured.filter((victim) => monthOf(victim) === "2021-01")), size)).toEqual({
      regime: 3,
    });
    expect(tortured.some(({ died }) => died < "2013")).toBe(true);
  });

  test("landmines 117/44/21 since January, 18 and 16 in January, 11 and 7 in April, 8/5/0 in July", () => {
    const landmines = bySource(counted)["landmines"] ?? [];
    const months = each(by(landmines, monthOf), toll);
    expect(toll(landmines)).toBe("117/44/21");
    expect(months["2021-01"]).toMatch(/^18\/16\//);
    expect(months["2021-04"]).toMatch(/^11\/7\//);
    expect(months["2021-07"]).toBe("8/5/0");
  });

  test("al-Hawl: 57/10/18 since January, 7/0/3 in July, all by gunfire of unknown source", () => {
    const camp = counted.filter(({ killedIn }) => killedIn === "al-hawl-camp");
    expect(each(bySource(camp), toll)).toEqual({ gunfire: "57/10/18" });
    expect(toll(camp.filter((victim) => july.includes(victim)))).toBe("7/0/3");
  });

  test("the alliance's toll rises from May to June and from June to July", () => {
    const alliance = counted.filter((victim) => ["regime", "russia"].includes(sourceOf(incidentOf(victim))));
    const months = each(by(alliance, monthOf), size);
    expect(months["2021-06"]).toBeGreaterThan(months["2021-05"] ?? 0);
    expect(months["2021-07"]).toBeGreaterThan(months["2021-06"] ?? 0);
  });
});

describe("July by source and place (section III)", () => {
  test("by source", () => {
    expect(each(bySource(july), toll)).toEqual({
      regime: "46/20/6",
      russia: "21/12/3",
      hts: "1/0/0",
      sdf: "11/2/0",
      landmines: "8/5/0",
      gunfire: "35/2/8",
      "unknown-persons": "6/2/0",
      "turkish-border-guards": "1/1/0",
    });
  });

  test("Idlib 45, 42 by the alliance; Daraa 40, 18 by the regime; then Deir Ez-Zour and Hasaka, mostly other parties", () => {
    const places = by(july, governorateOf);
    const order = Object.entries(places).sort(([, one], [, other]) => other.length - one.length);
    expect(order.slice(0, 4).map(([place, people]) => [place, people.length])).toEqual([
      ["idlib", 45],
      ["daraa", 40],
      ["deir-ez-zour", 14],
      ["hasaka", 11],
    ]);
    expect(order[4]?.[1].length).toBeLessThan(11);
    expect(each(bySource(places["idlib"] ?? []), size)).toMatchObject({ regime: 21, russia: 21 });
    const daraa = bySource(places["daraa"] ?? []);
    expect([daraa["regime"]?.length, daraa["russia"]]).toEqual([18, undefined]);
    const main = ["regime", "russia", "hts", "sdf"];
    for (const place of ["deir-ez-zour", "hasaka"]) {
      const people = places[place] ?? [];
      const others = people.filter((victim) => !main.includes(sourceOf(incidentOf(victim))));
      expect(others.length * 2).toBeGreaterThan(people.length);
    }
  });

  test("personnel: one medical (regime), one media and one Civil Defense (Russia, one man); one medical in March", () => {
    const withRoles = counted.filter(({ roles }) => roles !== undefined);
    expect(withRoles.map((victim) => [monthOf(victim), sourceOf(incidentOf(victim)), victim.roles])).toEqual([
      ["2021-03", "regime", ["medical"]],
      ["2021-07", "regime", ["medical"]],
      ["2021-07", "russia", ["media", "civil-defense"]],
    ]);
  });
});

describe("massacres (section V)", () => {
  test("since January 14, by source; in April one", () => {
    const sources: Record<string, number> = {};
    for (const incident of massacres) sources[sourceOf(incident)] = (sources[sourceOf(incident)] ?? 0) + 1;
    expect(sources).toEqual({
      regime: 4,
      russia: 3,
      bombings: 3,
      landmines: 2,
      "unknown-persons": 1,
      shells: 1,
    });
    expect(massacres.filter(({ date }) => date.startsWith("2021-04"))).toHaveLength(1);
    expect(massacres.filter(({ date }) => beforeJuly.includes(date.slice(0, 7)))).toHaveLength(10);
  });

  test("July's four, with their tolls", () => {
    const tolls = massacres
      .filter(({ date }) => date.startsWith("2021-07"))
      .map((incident) => `${incident.date} ${sourceOf(incident)} ${toll(dead(incident))}`);
    expect(tolls.sort()).toEqual([
      "2021-07-15 russia 6/3/0",
      "2021-07-17 regime 8/4/4",
      "2021-07-17 russia 5/3/1",
      "2021-07-22 regime 7/4/1",
    ]);
    const inJuly = inMassacres.filter((victim) => july.includes(victim));
    expect(each(bySource(inJuly), toll)).toEqual({ regime: "15/8/5", russia: "11/6/1" });
    expect(toll(inJuly)).toBe("26/14/6");
  });

  test("a massacre's victims are documented in its month, and every other incident stays at four or fewer", () => {
    for (const victim of inMassacres) expect(incidentOf(victim).date.slice(0, 7)).toBe(monthOf(victim));
    for (const incident of incidents) {
      if (!massacres.includes(incident)) expect(dead(incident).length).toBeLessThanOrEqual(4);
    }
  });
});

describe("what is narrated", () => {
  test("only Balshoun and Ihsem are decided by joint control, and every other named party by a conclusion", () => {
    const open = incidents.filter(
      (incident) => sourceOf(incident) === "regime" && incident.investigation !== "concluded",
    );
    expect(open.map((incident) => `${incident.date} ${toll(dead(incident))}`)).toEqual([
      "2021-07-03 1/1/0",
      "2021-07-17 8/4/4",
    ]);
    for (const { investigation, suspects } of incidents) {
      if (investigation === "concluded") expect(suspects).toHaveLength(1);
    }
  });

  test("Ihsem: no men, and the nurse is one of the women", () => {
    const people = dead(incidentOn("2021-07-17", ({ investigation }) => investigation === "open"));
    expect(people.every((victim) => isChild(victim) || isWoman(victim))).toBe(true);
    expect(people.filter(({ roles }) => roles?.includes("medical")).map(isWoman)).toEqual([true]);
  });

  test("al-Fou'a and Sarja: fired from the regime's ground, by Russia; Sarja's one man is the media worker", () => {
    for (const date of ["2021-07-15", "2021-07-17"]) {
      const incident = incidentOn(date, ({ suspects }) => suspects?.join() === "russia");
      expect(incident).toMatchObject({ firedFrom: ["regime"], investigation: "concluded" });
      if (date === "2021-07-17") {
        const others = dead(incident).filter((victim) => !isChild(victim) && !isWoman(victim));
        expect(others).toMatchObject([
          { sex: "male", age: 30, roles: ["media", "civil-defense"], cause: "shrapnel" },
        ]);
      }
    }
  });

  test("Ebleen 3 July: two sisters; Hmaimat 12 July: a girl", () => {
    const ebleen = dead(
      incidentOn(
        "2021-07-03",
        (incident) => sourceOf(incident) === "regime" && incident.investigation === "concluded",
      ),
    );
    expect(ebleen.map((victim) => [isChild(victim), victim.sex])).toEqual([
      [true, "female"],
      [true, "female"],
    ]);
    const hmaimat = dead(incidentOn("2021-07-12", ({ place }) => place === "hama"));
    expect(hmaimat.map((victim) => [isChild(victim), victim.sex])).toEqual([[true, "female"]]);
  });

  test("Daraa: the artillery's victims since 29 July are mostly children; five or more on that day, in separate incidents", () => {
    const escalation = july.filter(
      (victim) =>
        victim.killedIn === "daraa" &&
        victim.documented >= "2021-07-29" &&
        incidentOf(victim).means === "shelling",
    );
    expect(escalation.filter(isChild).length * 2).toBeGreaterThan(escalation.length);
    const day = escalation.filter(({ died }) => died === "2021-07-29");
    expect(
      each(
        by(day, ({ incident }) => incident),
        size,
      ),
    ).not.toHaveProperty("undefined");
    expect(Object.values(by(day, ({ incident }) => incident)).map(size)).toEqual([2, 2, 3]);
  });

  test("landmines of Harasta and Tal Malah", () => {
    const harasta = dead(incidentOn("2021-07-04", ({ place }) => place === "rural-damascus"));
    expect(harasta).toMatchObject([{ sex: "male", age: 15, origin: "deir-ez-zour" }]);
    const telMalah = dead(incidentOn("2021-07-16", ({ place }) => place === "hama"));
    expect(telMalah.map((victim) => [victim.sex, isChild(victim)])).toEqual([["male", false]]);
  });

  test("al-Hawl: two refugees from outside Syria", () => {
    const first = dead(incidentOn("2021-07-12", ({ place }) => place === "al-hawl-camp"));
    const second = dead(incidentOn("2021-07-14", ({ place }) => place === "al-hawl-camp"));
    expect(first).toMatchObject([{ sex: "male", age: 25, origin: "outside-syria", cause: "gunshot" }]);
    expect(second).toMatchObject([{ sex: "female", age: 40, origin: "outside-syria", cause: "gunshot" }]);
  });

  test("the torture death known to lie between May and 19 July", () => {
    const found = counted.filter(({ died }) => died === "2021-05/2021-07-19");
    expect(found).toMatchObject([
      { documented: "2021-07-19", killedIn: "aleppo", origin: "aleppo", cause: "torture", sex: "male" },
    ]);
  });
});
