/** Whether a condition holds: yes, no, or not known from what is recorded. */
export type Holds = "yes" | "no" | "unknown";

/** Tells of one item whether a condition holds. */
export type ConditionTest<Item> = (item: Item) => Holds;

/** *Yes* if every test says so, *no* if any does; what is left is unknown (Kleene's three-valued logic). */
export function every<Item>(tests: readonly ConditionTest<Item>[]): ConditionTest<Item> {
  return strongestTest(tests, "no", "yes");
}

/** *Yes* if any test says so, *no* if every one does; what is left is unknown. */
export function some<Item>(tests: readonly ConditionTest<Item>[]): ConditionTest<Item> {
  return strongestTest(tests, "yes", "no");
}

/** *Yes* of a list if the test says so of every item of it, *no* if of any it says no; what is left is unknown. */
export function ofEvery<Item>(test: ConditionTest<Item>): ConditionTest<readonly Item[]> {
  return strongestItem(test, "no", "yes");
}

/** *Yes* of a list if the test says so of any item of it, *no* if of every one it says no; what is left is unknown. */
export function ofAny<Item>(test: ConditionTest<Item>): ConditionTest<readonly Item[]> {
  return strongestItem(test, "yes", "no");
}

/** The opposite; what is unknown stays unknown. */
export function opposite<Item>(test: ConditionTest<Item>): ConditionTest<Item> {
  return (item) => {
    const holds = test(item);
    if (holds === "unknown") return "unknown";
    return holds === "yes" ? "no" : "yes";
  };
}

/** A fact that may not be known: `null` is unknown. */
export function known(fact: boolean | null): Holds {
  if (fact === null) return "unknown";
  return fact ? "yes" : "no";
}

function strongestTest<Item>(
  tests: readonly ConditionTest<Item>[],
  decisive: Holds,
  otherwise: Holds,
): ConditionTest<Item> {
  return (item) => {
    let answer = otherwise;
    for (const test of tests) {
      const holds = test(item);
      if (holds === decisive) return decisive;
      if (holds === "unknown") answer = "unknown";
    }
    return answer;
  };
}

function strongestItem<Item>(
  test: ConditionTest<Item>,
  decisive: Holds,
  otherwise: Holds,
): ConditionTest<readonly Item[]> {
  return (items) => {
    let answer = otherwise;
    for (const item of items) {
      const holds = test(item);
      if (holds === decisive) return decisive;
      if (holds === "unknown") answer = "unknown";
    }
    return answer;
  };
}
