import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarDate } from "../../src/calendar/calendar-date.js";
import { partialDate, spanOf } from "../../src/calendar/partial-date.js";
import { period } from "../../src/calendar/period.js";
import { dateText, periodText } from "../../src/calendar/text.js";
import { faultOf, partialDates, periods } from "../support/calendar.js";

const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** Reads "17 July 2021", "July 2021" and "2021"; a month without a year takes that of the words behind it. */
function readWords(words: string, yearBehind = ""): string {
  const parts = words.split(" ");
  const year = /^\d{4}$/.test(parts.at(-1) ?? "") ? (parts.pop() ?? "") : yearBehind;
  const name = parts.pop();
  if (name === undefined) return year;
  const month = `${year}-${String(monthNames.indexOf(name) + 1).padStart(2, "0")}`;
  const day = parts.pop();
  return day === undefined ? month : `${month}-${day.padStart(2, "0")}`;
}

/** Reads two dates with a word between. */
function readPair(words: string, between: string): string {
  const [first = "", last] = words.split(between);
  return last === undefined ? readWords(first) : `${readWords(first, last.slice(-4))}/${readWords(last)}`;
}

describe("a date in words", () => {
  test.each([
    ["2021-07-17", "17 July 2021"],
    ["2021-07-01", "1 July 2021"],
    ["2021-07", "July 2021"],
    ["2021", "2021"],
    ["0987-07", "July 0987"],
    ["2021-05/2021-07-19", "between May 2021 and 19 July 2021"],
    ["2021-05/2021-07", "between May and July 2021"],
    ["2020-12/2021-01", "between December 2020 and January 2021"],
    ["2013/2015", "between 2013 and 2015"],
    ["2013/2013-05", "between 2013 and May 2013"],
    ["2021-05-03/2021-05-07", "between 3 May 2021 and 7 May 2021"],
    ["2021-05/2021-05", "May 2021"],
  ])("%s is %j", (text, words) => {
    expect(dateText(partialDate(text))).toBe(words);
  });

  test("names every month", () => {
    const texts = monthNames.map((_, index) => `2021-${String(index + 1).padStart(2, "0")}`);
    expect(texts.map((text) => dateText(partialDate(text)))).toEqual(
      monthNames.map((name) => `${name} 2021`),
    );
  });

  test("can be read back", () => {
    fc.assert(
      fc.property(partialDates(), (date) => {
        const read = partialDate(readPair(dateText(date).replace("between ", ""), " and "));
        expect(spanOf(read)).toEqual(spanOf(date));
      }),
    );
  });

  test("is refused for what is no date", () => {
    // @ts-expect-error a caller without types can hand in anything
    expect(faultOf(() => dateText(null)).code).toBe("date-malformed");
    // @ts-expect-error a text that was not checked
    expect(faultOf(() => dateText("2014/2013")).code).toBe("date-backwards");
  });
});

describe("a period in words", () => {
  test.each([
    ["2021-07", "July 2021"],
    ["2021-01/2021-07", "January to July 2021"],
    ["2021-Q3", "July to September 2021"],
    ["2021", "2021"],
    ["2021-01/2021-12", "2021"],
    ["2019/2021", "2019 to 2021"],
    ["2020-11/2021-02", "November 2020 to February 2021"],
    ["2020-01/2021-06", "January 2020 to June 2021"],
    ["2021-07-17", "17 July 2021"],
    ["2021-07-01/2021-07-15", "1 July 2021 to 15 July 2021"],
    ["2021-01-01/2021-07-15", "1 January 2021 to 15 July 2021"],
    ["2021-01-02/2021-12-31", "2 January 2021 to 31 December 2021"],
    ["2024-02-01/2024-02-29", "February 2024"],
    ["2024-02-01/2024-02-28", "1 February 2024 to 28 February 2024"],
  ])("%s is %j", (text, words) => {
    expect(periodText(period(text))).toBe(words);
  });

  test("can be read back", () => {
    fc.assert(
      fc.property(periods(), (value) => {
        expect(period(readPair(periodText(value), " to "))).toEqual(value);
      }),
    );
  });

  test("is refused for a period that ends before it starts", () => {
    const backwards = { start: calendarDate("2021-07-31"), end: calendarDate("2021-07-01") };
    expect(faultOf(() => periodText(backwards)).code).toBe("period-backwards");
  });
});
