import { describe, expect, test } from "vitest";
import type { Codebook } from "../../src/codebook/codebook.js";
import { defineCodebook } from "../../src/codebook/define-codebook.js";
import { faultOf } from "../support/calendar.js";

const sections = { main: { label: "Main parties" } };

describe("defineCodebook refuses", () => {
  test("a section that is not in the codebook", () => {
    const { code, message, details } = faultOf(() =>
      // @ts-expect-error the section is "main", not "mian"
      defineCodebook({ sections, perpetrators: { army: { label: "The army", section: "mian" } } }),
    );
    expect(code).toBe("codebook-reference-unknown");
    expect(message).toBe(
      'The perpetrator "army" names the section "mian" (section), which is not in the codebook: add it, or correct the key.',
    );
    expect(details).toEqual({ list: "perpetrator", key: "army", field: "section", reference: "mian" });
  });

  test("every other reference to a key that is not in the codebook", () => {
    const army = { label: "The army", section: "main" } as const;
    const north = { label: "North" };
    const faults = [
      // @ts-expect-error the parent is "army", not "amry"
      () => defineCodebook({ sections, perpetrators: { army, guards: { ...army, parent: "amry" } } }),
      // @ts-expect-error the predecessor is "army", not "amry"
      () => defineCodebook({ sections, perpetrators: { army, guards: { ...army, successorOf: "amry" } } }),
      // @ts-expect-error the section is "main", not "mian"
      () => defineCodebook({ sections, unattributed: { mines: { label: "Mines", section: "mian" } } }),
      () =>
        defineCodebook({
          sections,
          perpetrators: { army },
          // @ts-expect-error the member is "army", not "amry"
          alliances: { allies: { label: "Allies", members: ["army", "amry"] } },
        }),
      // @ts-expect-error the parent is "north", not "nroth"
      () => defineCodebook({ places: { north, port: { label: "Port", parent: "nroth" } } }),
      () =>
        defineCodebook({
          roles: { medical: { label: "Medical" } },
          // @ts-expect-error the role is "medical", not "medcial"
          categories: { medics: { label: "Medics", when: { role: "medcial" } } },
        }),
      () =>
        defineCodebook({
          sections,
          perpetrators: { army },
          categories: {
            shelled: {
              label: "Shelled",
              when: {
                all: [
                  { unborn: false },
                  // @ts-expect-error the perpetrator is "army", not "amry"
                  { not: { incident: { any: [{ suspectedOnly: ["army", "amry"] }] } } },
                ],
              },
            },
          },
        }),
    ].map(faultOf);
    expect(faults.map(({ code }) => code)).toEqual(faults.map(() => "codebook-reference-unknown"));
    expect(faults.map(({ details }) => details)).toEqual([
      { list: "perpetrator", key: "guards", field: "parent", reference: "amry" },
      { list: "perpetrator", key: "guards", field: "successorOf", reference: "amry" },
      { list: "unattributed", key: "mines", field: "section", reference: "mian" },
      { list: "alliance", key: "allies", field: "members", reference: "amry" },
      { list: "place", key: "port", field: "parent", reference: "nroth" },
      { list: "category", key: "medics", field: "categories.medics.when.role", reference: "medcial" },
      {
        list: "category",
        key: "shelled",
        field: "categories.shelled.when.all[1].not.incident.any[0].suspectedOnly[1]",
        reference: "amry",
      },
    ]);
    expect(faults.map(({ message }) => message)).toEqual([
      'The perpetrator "guards" names the perpetrator "amry" (parent), which is not in the codebook: add it, or correct the key.',
      'The perpetrator "guards" names the perpetrator "amry" (successorOf), which is not in the codebook: add it, or correct the key.',
      'The unattributed "mines" names the section "mian" (section), which is not in the codebook: add it, or correct the key.',
      'The alliance "allies" names the perpetrator "amry" (members), which is not in the codebook: add it, or correct the key.',
      'The place "port" names the place "nroth" (parent), which is not in the codebook: add it, or correct the key.',
      'The category "medics" names the role "medcial" (categories.medics.when.role), which is not in the codebook: add it, or correct the key.',
      'The category "shelled" names the perpetrator "amry" (categories.shelled.when.all[1].not.incident.any[0].suspectedOnly[1]), which is not in the codebook: add it, or correct the key.',
    ]);
  });

  test("a key that names a property of every object as a reference", () => {
    const json = '{ "places": { "north": { "label": "North", "parent": "toString" } } }';
    expect(faultOf(() => defineCodebook(JSON.parse(json) as Codebook)).details).toEqual({
      list: "place",
      key: "north",
      field: "parent",
      reference: "toString",
    });
  });

  test("a place within itself", () => {
    const { code, message, details } = faultOf(() =>
      defineCodebook({
        places: {
          land: { label: "Land" },
          port: { label: "Port", parent: "town" },
          town: { label: "Town", parent: "port" },
        },
      }),
    );
    expect(code).toBe("codebook-parent-cycle");
    expect(message).toBe('The place "port" lies within itself by its parents: correct one of them.');
    expect(details).toEqual({ list: "place", key: "port" });
  });

  test("a perpetrator that is its own parent", () => {
    const { code, details } = faultOf(() =>
      defineCodebook({
        sections,
        perpetrators: { army: { label: "The army", section: "main", parent: "army" } },
      }),
    );
    expect(code).toBe("codebook-parent-cycle");
    expect(details).toEqual({ list: "perpetrator", key: "army" });
  });

  test("a perpetrator that comes after itself", () => {
    const party = { label: "X", section: "main" } as const;
    const { code, message, details } = faultOf(() =>
      defineCodebook({
        sections,
        perpetrators: {
          old: { ...party, successorOf: "new" },
          new: { ...party, successorOf: "old" },
        },
      }),
    );
    expect(code).toBe("codebook-succession-cycle");
    expect(message).toBe(
      'The perpetrator "old" comes after itself by those that it is a successor of: correct one of them.',
    );
    expect(details).toEqual({ list: "perpetrator", key: "old" });
  });
});
