import { describe, expect, test } from "vitest";
import {
  by,
  counted,
  dead,
  incidentOf,
  incidentOn,
  incidents,
  isChild,
  isWoman,
  july,
  size,
  sourceOf,
  toll,
} from "./july-2021-plain-count.js";

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
