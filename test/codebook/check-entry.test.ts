import { describe, expect, test } from "vitest";
import { entryCheck, malformed } from "../../src/codebook/check-entry.js";
import type { ListName } from "../../src/codebook/keys.js";
import { faultOf } from "../support/calendar.js";

const party = { label: "X", section: "main" };

const day = 'a calendar day as "2021-07-17"';

describe("entryCheck", () => {
  test.each<[list: ListName, entry: object]>([
    ["role", { label: "X" }],
    ["role", { label: "X", aliases: [] }],
    ["role", { label: "X", aliases: ["Y", ""] }],
    ["place", { label: "X", parent: "y", labelArabic: "إدلب", pcode: "SY07", iso: "SY-ID" }],
    ["place", { label: "X", parent: undefined, pcode: undefined, aliases: undefined }],
    ["perpetrator", party],
    ["perpetrator", { ...party, phrase: "the X", parent: "y", valid: undefined }],
    ["perpetrator", { ...party, valid: {} }],
    ["perpetrator", { ...party, valid: { from: "2016-07-28" } }],
    ["perpetrator", { ...party, valid: { to: "2016-07-28" } }],
    ["perpetrator", { ...party, valid: { from: "2016-07-28", to: "2017-01-28" } }],
    ["perpetrator", { ...party, valid: { from: "2016-07-28", to: "2016-07-28" } }], // both days are included
    ["unattributed", party],
    ["alliance", { label: "X", members: [] }],
    ["alliance", { label: "X", members: ["y"] }],
  ])("accepts the %s %j", (list, entry) => {
    expect(() => {
      entryCheck(list)("x", entry);
    }).not.toThrow();
  });

  test.each<[list: ListName, entry: unknown, why: string]>([
    ["role", null, "it must be an object with label, not null"],
    ["role", "X", 'it must be an object with label, not "X"'],
    ["role", 3, "it must be an object with label, not 3"],
    ["role", undefined, "it must be an object with label, not undefined"],
    ["role", ["X"], "it must be an object with label, not a list"],
    ["role", {}, "it has no label, which must be a text that is not blank"],
    ["role", { label: undefined }, "it has no label, which must be a text that is not blank"],
    ["role", { label: 3 }, "label must be a text that is not blank, not 3"],
    ["role", { label: "" }, 'label must be a text that is not blank, not ""'],
    ["role", { label: " \u00a0\t\n" }, 'label must be a text that is not blank, not " \u00a0\\t\\n"'],
    ["perpetrator", { ...party, phrase: 3 }, "phrase must be a text, not 3"],
    ["perpetrator", { ...party, parent: ["y"] }, "parent must be a text, not a list"],
    ["place", { label: "X", parent: null }, "parent must be a text, not null"],
    ["place", { label: "X", labelArabic: ["إدلب"] }, "labelArabic must be a text, not a list"],
    ["place", { label: "X", pcode: 7 }, "pcode must be a text, not 7"],
    ["place", { label: "X", iso: {} }, "iso must be a text, not an object"],
    ["role", { label: "X", aliases: "Y" }, 'aliases must be a list, not "Y"'],
    ["role", { label: "X", aliases: ["Y", 3] }, "aliases[1] must be a text, not 3"],
    ["role", { label: "X", aliases: null }, "aliases must be a list, not null"],
    ["role", { label: "X", aliases: { 0: "Y" } }, "aliases must be a list, not an object"],
    ["alliance", { label: "X" }, "it has no members, which must be a list"],
    ["alliance", { label: "X", members: "army" }, 'members must be a list, not "army"'],
    ["alliance", { label: "X", members: ["army", 3] }, "members[1] must be a text, not 3"],
    ["alliance", { label: "X", members: null }, "members must be a list, not null"],
    ["perpetrator", { label: "X" }, "it has no section, which must be a text"],
    ["perpetrator", { label: "X", section: 3 }, "section must be a text, not 3"],
    ["unattributed", { label: "X" }, "it has no section, which must be a text"],
    ["unattributed", { label: "X", section: null }, "section must be a text, not null"],
    ["perpetrator", { ...party, valid: null }, "valid must be an object, not null"],
    ["perpetrator", { ...party, valid: "2016-07-28" }, 'valid must be an object, not "2016-07-28"'],
    ["perpetrator", { ...party, valid: ["2016-07-28"] }, "valid must be an object, not a list"],
    ["perpetrator", { ...party, valid: { from: 2016 } }, `valid.from must be ${day}, not 2016`],
    ["perpetrator", { ...party, valid: { to: null } }, `valid.to must be ${day}, not null`],
    ["perpetrator", { ...party, valid: { from: "2016-07" } }, `valid.from must be ${day}, not "2016-07"`], // a month is none
    [
      "perpetrator",
      { ...party, valid: { from: "2016-02-30" } },
      `valid.from must be ${day}, not "2016-02-30"`,
    ],
    ["perpetrator", { ...party, valid: { to: "2015-02-29" } }, `valid.to must be ${day}, not "2015-02-29"`],
    [
      "perpetrator",
      { ...party, valid: { from: "2017-01-28", to: "2016-07-28" } },
      "valid ends on 2016-07-28, before it begins on 2017-01-28",
    ],
    [
      "perpetrator",
      { ...party, valid: { from: "2016-07-29", to: "2016-07-28" } },
      "valid ends on 2016-07-28, before it begins on 2016-07-29",
    ],
    // A misspelt field, or one of another list, would else be silently without effect.
    ["role", { label: "X", alises: ["Y"] }, 'it has an unknown field "alises": did you mean "aliases"?'],
    ["place", { label: "X", Parent: "y" }, 'it has an unknown field "Parent": did you mean "parent"?'],
    ["section", { label: "X", parent: "y" }, 'it has an unknown field "parent": known are label, aliases'],
    [
      "perpetrator",
      { ...party, valid: { form: "2016-07-28" } },
      'valid has an unknown field "form": did you mean "from"?',
    ],
  ])("refuses the %s %j", (list, entry, why) => {
    const { code, message, details } = faultOf(() => {
      entryCheck(list)("x", entry);
    });
    expect(code).toBe("codebook-malformed");
    expect(message).toBe(`The ${list} "x" cannot be read: ${why}${why.endsWith("?") ? "" : "."}`);
    expect(details).toEqual({ list, key: "x" });
  });

  test.each<ListName>(["section", "alliance", "role", "cause", "means", "category", "place"])(
    "asks for no section of a %s",
    (list) => {
      expect(() => {
        entryCheck(list)("x", { label: "X", ...(list === "alliance" ? { members: [] } : {}) });
      }).not.toThrow();
    },
  );
});

test("malformed says what is wrong, of which list and key", () => {
  const { code, message, details } = malformed("place", "north", "Any.");
  expect([code, message, details]).toEqual(["codebook-malformed", "Any.", { list: "place", key: "north" }]);
});
