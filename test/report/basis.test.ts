import { expect, test } from "vitest";
import { period } from "../../src/calendar/period.js";
import { byMonth, byPeriod } from "../../src/report/by-date.js";
import { byOutermostPlace, byPlace } from "../../src/report/by-place.js";
import { snhrCodebook } from "../../src/snhr/codebook.js";

test.each([
  // @ts-expect-error TS2345: a text from outside, which no type has checked
  () => byMonth(period("2021-07"), "publicshed"),
  // @ts-expect-error TS2345: a name that every object has, which no type has checked
  () => byPeriod(period("2021-07"), "constructor"),
])("a date basis that there is not is refused", (make) => {
  expect(make).toThrow(
    expect.objectContaining({
      code: "basis-unknown",
      message: expect.stringMatching(
        /^"\w+" is no basis: name one of documented, died, incident\.$/,
      ) as string,
    }),
  );
});

test.each([
  // @ts-expect-error TS2345: a text from outside, which no type has checked
  () => byPlace(snhrCodebook, "killedin"),
  // @ts-expect-error TS2345: a text from outside, which no type has checked
  () => byOutermostPlace(snhrCodebook, "killedin"),
])("a place basis that there is not is refused", (make) => {
  expect(make).toThrow(
    expect.objectContaining({
      code: "basis-unknown",
      message: '"killedin" is no basis: name one of killedIn, origin.',
    }),
  );
});
