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

test("two days that are looked for in one place are told apart, and read once", () => {
  const read: PartialDate[] = [];
  const itself = oncePerDate((date) => (read.push(date), date));
  // Eleven years of 372 days, and four days, are 4096: see `likenessOf`.
  const [day, other] = [partialDate("2010-07-17"), partialDate("2021-07-21")];
  expect([day, other, day, other].map(itself)).toEqual([day, other, day, other]);
  expect(read).toEqual([day, other]);
});

test("what is no date is refused every time", () => {
  const lastDay = oncePerDate((date) => spanOf(date).end);
  const none = "2021-13" as PartialDate;
  expect(() => lastDay(none)).toThrow("2021-13");
  expect(() => lastDay(none)).toThrow("2021-13");
  expect(() => lastDay(undefined as unknown as PartialDate)).toThrow(CasualtyError);
});
