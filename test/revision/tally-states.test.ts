import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarDate } from "../../src/calendar/calendar-date.js";
import { asOf } from "../../src/revision/as-of.js";
import { tallyStates } from "../../src/revision/tally-states.js";
import { partition } from "../../src/tally/dimension.js";
import { countOf } from "../../src/tally/measure.js";
import { total } from "../../src/tally/read.js";
import { tally } from "../../src/tally/tally.js";
import { fault } from "../number/fault.js";
import { versionCases } from "../support/revision.js";
import { deepFreeze, questionOf } from "../support/tally.js";

describe("tallyStates", () => {
  test("are the tallies of the records as of each day, and there is one for each day on which they changed", () => {
    fc.assert(
      fc.property(versionCases(), ({ asked, versions }) => {
        const question = questionOf(asked);
        const days = [...new Set(versions.map(({ recorded }) => recorded))].sort();
        const expected = days.map((since) => ({ since, tally: tally(asOf(versions, since), question) }));
        const nobody = tally([], question);
        const changed = expected.filter(({ tally: is }, nth) => {
          const was = expected[nth - 1]?.tally ?? nobody;
          return JSON.stringify(was) !== JSON.stringify(is);
        });
        expect(tallyStates(deepFreeze(versions), question)).toEqual(changed);
      }),
    );
  });

  test("are the same after JSON", () => {
    fc.assert(
      fc.property(versionCases(), ({ asked, versions }) => {
        const states = tallyStates(versions, questionOf(asked));
        expect(JSON.parse(JSON.stringify(states))).toEqual(states);
      }),
    );
  });

  const by = { letter: partition({ keys: ["a", "b"], keyOf: (letter: "a" | "b") => letter }) };
  const day = (text: string) => calendarDate(text);

  test("do not tell of a day on which nothing that is counted changed", () => {
    const versions = [
      { id: "v-1", recorded: day("2021-07-01"), item: "a" as const },
      { id: "v-1", recorded: day("2021-07-02"), item: "b" as const },
      { id: "v-2", recorded: day("2021-07-02"), item: "a" as const },
      { id: "v-2", recorded: day("2021-07-03"), item: "a" as const },
      // They change places.
      { id: "v-1", recorded: day("2021-07-04"), item: "a" as const },
      { id: "v-2", recorded: day("2021-07-04"), item: "b" as const },
    ];
    const states = tallyStates(versions, { by });
    expect(states.map(({ since, tally: of }) => [since, total(of).count])).toEqual([
      ["2021-07-01", 1],
      ["2021-07-02", 2],
    ]);
    const none: typeof versions = [];
    expect(tallyStates(none, { by })).toEqual([]);
  });

  test("stay exact where one number goes on the day on which another comes", () => {
    const largest = Number.MAX_SAFE_INTEGER;
    const measure = countOf((count: number) => count);
    const versions = [
      { id: "v-1", recorded: day("2021-07-01"), item: largest - 2 },
      { id: "v-2", recorded: day("2021-07-01"), item: 1 },
      { id: "v-3", recorded: day("2021-07-02"), item: largest - 4 },
      { id: "v-1", recorded: day("2021-07-02"), item: null },
    ];
    const counts = tallyStates(versions, { by: {}, measure }).map(({ tally: of }) => total(of).count);
    expect(counts).toEqual([largest - 1, largest - 3]);
  });

  test("refuse what asOf and tally refuse", () => {
    const one = { id: "v-1", recorded: day("2021-07-01"), item: "a" as const };
    expect(fault(() => tallyStates([one, one], { by })).code).toBe("versions-overlap");
    const taken = { by: { count: by.letter } };
    expect(fault(() => tallyStates([one], taken)).code).toBe("dimension-name-taken");
    const other = { ...one, item: "c" as "a" };
    expect(fault(() => tallyStates([other], { by })).code).toBe("dimension-key-unknown");
    const large = [one, { ...one, id: "v-2" }];
    const measure = countOf(() => Number.MAX_SAFE_INTEGER);
    expect(fault(() => tallyStates(large, { by, measure })).code).toBe("count-unsafe");
  });
});
