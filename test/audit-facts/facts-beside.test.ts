import { expect, test } from "vitest";
import { factFindings } from "../support/facts-findings.js";
import { readOne } from "./read-one.js";

/** What is told of a constructed file with more deaths under torture than killed, and this note. */
function told(note: string) {
  const facts = readOne({ total: { n: 113, c: 23, tor: 114 }, note });
  return factFindings(facts).map(({ kind, field, figures }) => [kind, field ?? figures[0]?.figure]);
}

test.each([
  "tor stands beside n",
  "Title 104, body 105; torture deaths are printed beside the total.",
  "tor stands beside n, not inside it",
  "Deaths under torture are not counted in the total, they stand beside it",
  "tor stands beside n rather than inside it",
  "tor is never inside n: it stands beside n",
  "tor (114) beside n, none of them in it",
  "Deaths under torture: beside n",
  "The 114 who died of torture are also counted beside the 113",
  "tor is printed beside n, isn't part of it",
  "deaths under torture are counted separately",
  "Torture deaths (114) are a separate count",
  "114 torture deaths not counted among the 113",
  "torture deaths: additional to the 113",
  "114 torture deaths printed separately from the 113",
  "The 113 exclude the 114 torture deaths",
  "Total excludes torture",
  "n does not include tor",
  "tor is on top of n",
  "torture not in n",
])("torture is beside the totals by the note %j, and that is told", (note) => {
  expect(told(note)).toEqual([["read-although-only-in-note", "note"]]);
});

test.each([
  "",
  "114 must be 14",
  "The torture report of the month stands beside this one",
  "Women are printed beside the total. 114 under torture must be 14",
])("torture is inside the totals by the note %j", (note) => {
  expect(told(note)).toEqual([["part-of-whole", "total.n"]]);
});

test.each([
  "tor 114 must be 14 (inside the 113, not in addition to it)",
  "114 of 113 is impossible, as torture is not counted on top of the total",
  "the page prints 114 under torture, which is not included in any other outlet",
  "tor 114 must be 14: victims of torture are counted inside the regime row, not beside",
  "tor is inside n and printed beside the women",
  "tor 114 is impossible beside a total of 113: must be 14",
  "tor 114 must be 14; the number beside tor is w 114",
  "tor 114: a digit too many, as the text beside the torture table has 14",
  "tor column stands beside w in the table",
  "tor does not stand beside n",
  "Torture deaths are not printed in this report, only beside it in another",
  "113 in addition to 114 who died of torture",
  "The title prints the torture deaths beside the total",
  "Torture victims (114) printed beside the total of the title: 114 of 113 is impossible",
  "Torture deaths were counted beside those killed by shelling",
  "Torture is printed beside the total in the title",
  "torture deaths are counted separately by governorate",
  "n does not exclude tor",
  "The total excludes torture deaths of fighters",
  "n excludes torture deaths in ISIS prisons",
  "n excludes tor 2 of the regime row",
  "n does not include tor of February",
  "The Hezbollah row has 3 tor, it is not in the total",
  "tor is not in n? 114 of 113 is a typo",
  "the total excludes 2 torture deaths",
  "Torture deaths are in addition to the 3 from May",
  "Total excludes torture deaths reported late",
  "tor stands beside n only in Aleppo",
  "Tor is beside the total, probably a misprint",
  "torture deaths: not part of it",
  "Folteropfer stehen neben der Gesamtzahl",
])("torture is inside the totals by the note %j, of which it is told that it is not followed", (note) => {
  expect(told(note)).toEqual([
    ["part-of-whole", "total.n"],
    ["read-although-remark-not-read", "note"],
  ]);
});

test("that it was followed is told with the first numbers that it excuses", () => {
  const said = (tor: number) => {
    const parties = [
      { label: "Government forces", n: 60, tor },
      { label: "SDF", n: 53, tor: 2 },
    ];
    return readOne({ total: { n: 113, tor: 62 }, parties, note: "tor stands beside n" }).issues[0]?.message;
  };
  expect(said(60)).not.toContain("impossible");
  expect(said(61)).toContain("Else 61 of 60 would be impossible.");
});
