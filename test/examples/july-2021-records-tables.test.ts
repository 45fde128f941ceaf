import { describe, expect, test } from "vitest";
import {
  beforeJuly,
  by,
  bySource,
  counted,
  dead,
  each,
  governorateOf,
  incidentOf,
  incidents,
  inMassacres,
  july,
  massacres,
  monthOf,
  size,
  sourceOf,
  toll,
  victims,
} from "./july-2021-plain-count.js";

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
