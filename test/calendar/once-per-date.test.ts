import { expect, test } from "vitest";
import { oncePerDate } from "../../src/calendar/once-per-date.js";
import { type PartialDate, partialDate, spanOf } from "../../src/calendar/partial-date.js";
import { CasualtyError } from "../../src/error.js";

test("each text is read once, and answered as it was read", () => {
  const read: PartialDate[] = [];
  const lastDay = oncePerDate((date) => (read.push(date), spanOf(date).end));
  const texts = ["2021-07", "2021", "2021-07", "2021-07-17", "2021"].map(partialDate);
  expect(texts.map(lastDay)).toEqual(["2021-07-31", "2021-12-31", "2021-07-31", "2021-07-17", "2021-12-31"]);
  expect(read).toEqual(["2021-07", "2021", "2021-07-17"]);
});

test("texts that begin alike, or lie decades apart, are told apart, however they alternate", () => {
  const read: PartialDate[] = [];
  const firstAndLast = oncePerDate((date) => (read.push(date), spanOf(date)));
  // 22 years of 372 days and 8 days are the 8,192 places at which texts are looked for.
  const texts = ["2001-01-01", "2023-01-09", "2001-01-01/2023-01-09", "2001", "2023-01"].map(partialDate);
  for (const text of [...texts, ...texts, ...[...texts].reverse()])
    expect(firstAndLast(text)).toEqual(spanOf(text));
  expect(read).toEqual(texts);
});

test("what is no date is refused every time", () => {
  const lastDay = oncePerDate((date) => spanOf(date).end);
  const none = "2021-13" as PartialDate;
  expect(() => lastDay(none)).toThrow("2021-13");
  expect(() => lastDay(none)).toThrow("2021-13");
  expect(() => lastDay(undefined as unknown as PartialDate)).toThrow(CasualtyError);
});
