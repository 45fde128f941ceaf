import { describe, expect, test } from "vitest";
import { checkEntry, malformed } from "../../src/codebook/check-entry.js";
import type { ListName } from "../../src/codebook/keys.js";
import { faultOf } from "../support/calendar.js";

const party = { label: "X", section: "main" };

const noLabel = "has no label: give the text that is printed for it";
const noSection = "has no section: name the one in which it is printed";
const noMembers = "must have a list of texts as its members";
const noAliases = "must have a list of texts as its aliases";
const notValid =
  "must be valid from one calendar day through that day or a later one ({ from, to }, either may be left out)";

describe("checkEntry", () => {
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
      checkEntry(list, "x", entry);
    }).not.toThrow();
  });

  test.each<[list: ListName, entry: unknown, why: string]>([
    ["role", null, "must be an object with a label"],
    ["role", "X", "must be an object with a label"],
    ["role", 3, "must be an object with a label"],
    ["role", undefined, "must be an object with a label"],
    ["role", ["X"], noLabel],
    ["role", {}, noLabel],
    ["role", { label: 3 }, noLabel],
    ["role", { label: "" }, noLabel],
    ["role", { label: " \u00a0\t\n" }, noLabel],
    ["perpetrator", { ...party, phrase: 3 }, "must have a text as its phrase, or none"],
    ["perpetrator", { ...party, parent: ["y"] }, "must have a text as its parent, or none"],
    ["place", { label: "X", parent: null }, "must have a text as its parent, or none"],
    ["place", { label: "X", labelArabic: ["إدلب"] }, "must have a text as its labelArabic, or none"],
    ["place", { label: "X", pcode: 7 }, "must have a text as its pcode, or none"],
    ["place", { label: "X", iso: {} }, "must have a text as its iso, or none"],
    ["role", { label: "X", aliases: "Y" }, noAliases],
    ["role", { label: "X", aliases: ["Y", 3] }, noAliases],
    ["role", { label: "X", aliases: null }, noAliases],
    ["role", { label: "X", aliases: { 0: "Y" } }, noAliases],
    ["alliance", { label: "X" }, noMembers],
    ["alliance", { label: "X", members: "army" }, noMembers],
    ["alliance", { label: "X", members: ["army", 3] }, noMembers],
    ["alliance", { label: "X", members: null }, noMembers],
    ["perpetrator", { label: "X" }, noSection],
    ["perpetrator", { label: "X", section: 3 }, noSection],
    ["unattributed", { label: "X" }, noSection],
    ["unattributed", { label: "X", section: null }, noSection],
    ["perpetrator", { ...party, valid: null }, notValid],
    ["perpetrator", { ...party, valid: "2016-07-28" }, notValid],
    ["perpetrator", { ...party, valid: ["2016-07-28"] }, notValid],
    ["perpetrator", { ...party, valid: { from: 2016 } }, notValid],
    ["perpetrator", { ...party, valid: { to: null } }, notValid],
    ["perpetrator", { ...party, valid: { from: "2016-07" } }, notValid], // a month is no day
    ["perpetrator", { ...party, valid: { from: "2016-02-30" } }, notValid],
    ["perpetrator", { ...party, valid: { to: "2015-02-29" } }, notValid],
    ["perpetrator", { ...party, valid: { from: "2017-01-28", to: "2016-07-28" } }, notValid],
    ["perpetrator", { ...party, valid: { from: "2016-07-29", to: "2016-07-28" } }, notValid],
  ])("refuses the %s %j", (list, entry, why) => {
    const { code, message, details } = faultOf(() => {
      checkEntry(list, "x", entry);
    });
    expect(code).toBe("codebook-malformed");
    expect(message).toBe(`The ${list} "x" ${why}.`);
    expect(details).toEqual({ list, key: "x" });
  });

  test.each<ListName>(["section", "alliance", "role", "cause", "means", "category", "place"])(
    "asks for no section of a %s",
    (list) => {
      expect(() => {
        checkEntry(list, "x", { label: "X", members: [] });
      }).not.toThrow();
    },
  );
});

test("malformed says what is wrong, of which list and key", () => {
  const { code, message, details } = malformed("place", "north", "Any.");
  expect([code, message, details]).toEqual(["codebook-malformed", "Any.", { list: "place", key: "north" }]);
});
