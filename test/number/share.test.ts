import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { share } from "../../src/number/share.js";
import { anyShares, counts } from "../support/number.js";
import { fault } from "./fault.js";

describe("share", () => {
  test("holds the two counts as they are", () => {
    fc.assert(
      fc.property(anyShares(), ({ part, whole }) => {
        expect(share(part, whole)).toEqual({ part, whole });
      }),
    );
  });

  test("refuses exactly the parts that are above the whole", () => {
    fc.assert(
      fc.property(counts(), counts(), (part, whole) => {
        if (part > whole) expect(fault(() => share(part, whole)).code).toBe("share-above-whole");
        else expect(share(part, whole)).toEqual({ part, whole });
      }),
    );
  });

  test("survives JSON", () => {
    fc.assert(
      fc.property(anyShares(), ({ part, whole }) => {
        const made = share(part, whole);
        expect(JSON.parse(JSON.stringify(made))).toEqual(made);
      }),
    );
  });

  test("says what to check when the part is above the whole", () => {
    const { message, details } = fault(() => share(129, 67));
    expect(details).toEqual({ part: 129, whole: 67 });
    expect(message).toBe(
      "A part cannot be above its whole, but 129 is above 67. Check that everything in the part is counted in the whole, and that the two are not swapped.",
    );
  });

  test("names which of the two is no count", () => {
    expect(fault(() => share(1.5, 2)).details).toEqual({ subject: "the part of a share", value: 1.5 });
    expect(fault(() => share(1.5, null)).details).toEqual({ subject: "the part of a share", value: 1.5 });
    expect(fault(() => share(1, NaN)).details).toEqual({ subject: "the whole of a share", value: NaN });
    expect(fault(() => share(1, 2 ** 53)).code).toBe("count-unsafe");
  });
});
