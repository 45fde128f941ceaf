import { describe, expect, test } from "vitest";
import { readOne } from "./read-one.js";

/** Where words of a constructed file hold a number that no field prints, and what is said of it. */
function told(facts: object) {
  const file = { total: { n: 131, c: 33 }, massacres: 54, ...facts };
  return readOne(file)
    .issues.filter(({ code }) => code === "words-not-read")
    .map(({ path, message }) => [path, /prints (.*)\.$/.exec(message)?.[1]]);
}

describe("a number that stands in words only is not read, and told once", () => {
  test.each([
    ["title", "113 civilians, including 33 children, killed in Syria in May 2014", "113"],
    ["title", "No less than 51 massacres in May 2014", "51"],
    [
      "title",
      "In May, 1\u2009131 Syrian civilians were killed, 5 of them children, and 9 women",
      "1\u2009131 or 5 or 9",
    ],
    ["title", "Killed: 113", "113"],
    [
      "title",
      "On 5 May 12 children were killed, in May 14 women, and 2011 persons since 2011",
      "12 or 14 or 2011",
    ],
    ["title", "Death toll: 113 in May", "113"],
    ["title", "مقتل ١١٣ مدنيا", "١١٣"],
    ["title", "At least 12 may have been killed", "12"],
    ["title", "12 March victims", "12"],
    ["title", "SNHR: 12 may be children, 14 May massacres", "12 or 14"],
    ["outlet", "Enab Baladi prints 121 civilians", "121"],
  ])("%s: %s", (field, text, number) => {
    expect(told({ [field]: text })).toEqual([[field, number]]);
  });

  test.each([
    ["title", "131 civilians, including 33 children, killed in Syria in May 2014"],
    ["title", "At least 54 massacres"],
    ["title", "131 civilians, 131 persons in all, were killed"],
    ["title", "131 killed by 31 May 2014 despite COVID-19 and a Su-24"],
    ["title", "Since 2011 civilians have been killed: 131 in May"],
    ["title", "On 5 May two children were killed"],
    ["title", "On 5 May civilians were killed, as in the 12 August attacks"],
    ["title", "within 24 hours civilians were displaced"],
    ["title", "At 14:30, on 24/7: 131 killed since 2011"],
    ["title", "Resolution 2254: 131 killed, among them a seven-year-old girl"],
    ["title", "+963 21 555 0117, 131 killed, page 12 of 40"],
    ["title", "Victims of the massacres"],
    ["outlet", "Levant24, https://levant24.com/news/2014/06/77"],
    ["note", "113 must be 131"],
  ])("not one that is printed, nor a name, a date or a note: %s: %s", (field, text) => {
    expect(told({ [field]: text })).toEqual([]);
  });

  test("quotes, but for the number from which a massacre is counted", () => {
    const quotes = ["No less than 113 civilians were killed", "attacks that kill more than five persons"];
    expect(told({ quotes })).toEqual([["quotes[0]", "113"]]);
  });

  test("beside a figure it is compared with what stands there", () => {
    const parties = [
      { label: "Government forces", n: 98, c: 33, text: "89 civilians, including 33 children" },
      { label: "Coalition", n: 33, c: 2, w: 1, quote: "1 woman and 3 children" },
    ];
    const pct = [{ label: "children of total", pub: 25, num: 33, den: 131, quote: "a share of 25%" }];
    expect(told({ parties, pct })).toEqual([
      ["parties[0].text", "89"],
      ["parties[1].quote", "3"],
    ]);
  });

  test("once, where its words are told already", () => {
    const quotes = ["We call a massacre whatever the 113 died of"];
    const of = readOne({ kind: "massacres", quotes }).issues.map(({ path, code }) => [path, code]);
    expect(of).toEqual([["quotes[0]", "label-not-understood"]]);
  });
});
