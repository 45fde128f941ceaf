import { describe, expect, test } from "vitest";
import { julyRecords } from "../../examples/july-2021/records.js";
import {
  by,
  counted,
  deadByIncident,
  incidentOf,
  incidents,
  isChild,
  note,
  size,
  victims,
} from "./july-2021-plain-count.js";

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
      "torture gunshot shrapnel blast shelling airstrike gunfire landmine bombing assault detention open concluded",
      "damascus aleppo rural-damascus homs hama idlib hasaka deir-ez-zour raqqa daraa suwayda al-hawl-camp",
      "outside-syria civilian female male unknown adult",
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
      if (typeof age === "number") expect(Number.isInteger(age) && age >= 0 && age < 90).toBe(true);
    }
    const unknown = counted.filter(({ sex, age }) => sex === "unknown" || age === undefined);
    expect(unknown.length).toBeGreaterThan(10);
    expect(unknown.filter((victim) => isChild(victim))).toEqual([]);
  });
});
