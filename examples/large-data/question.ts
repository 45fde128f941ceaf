import { inclusion, partition } from "casualty-stats";

export const parties = ["army", "militia", "air-force", "opposition", "unknown"] as const;
export const governorates = ["north", "south", "east", "west", "capital", "coast", "unknown"] as const;
export const roles = ["media", "medical"] as const;
export const months = [2020, 2021].flatMap((year) =>
  Array.from({ length: 12 }, (_, nth) => `${year}-${String(nth + 1).padStart(2, "0")}`),
);

/** A line of the file, its fields in the order of the columns. */
export interface Line {
  readonly party: string;
  readonly governorate: string;
  readonly documented: string;
  readonly sex: string;
  readonly age: string;
  readonly roles: string;
}

/** Reads a line of the file; its fields hold no commas and no quotes. */
export function lineOf(text: string): Line {
  const [, party = "", governorate = "", documented = "", sex = "", age = "", roles = ""] = text.split(",");
  return { party, governorate, documented, sex, age, roles };
}

/** What is asked of the file. */
export const question = {
  by: {
    month: partition({
      keys: [...months, "outside"],
      sequence: months,
      keyOf: ({ documented }: Line) =>
        months.includes(documented.slice(0, 7)) ? documented.slice(0, 7) : "outside",
    }),
    party: partition({
      keys: parties,
      keyOf: ({ party }: Line) => parties.find((key) => key === party) ?? "unknown",
    }),
    governorate: partition({
      keys: governorates,
      keyOf: ({ governorate }: Line) => governorates.find((key) => key === governorate) ?? "unknown",
    }),
    demographic: partition({
      keys: ["child", "woman", "man", "unknown"],
      keyOf: ({ sex, age }: Line) => {
        if (age === "") return "unknown";
        if (Number(age) < 18) return "child";
        return sex === "female" ? "woman" : sex === "male" ? "man" : "unknown";
      },
    }),
  },
  including: inclusion({
    keys: roles,
    keysOf: ({ roles: recorded }: Line) =>
      recorded === "" ? [] : roles.filter((role) => recorded.split(";").includes(role)),
  }),
};
