import fc from "fast-check";
import { type CalendarDate, calendarDate } from "../../src/calendar/calendar-date.js";
import type { Version } from "../../src/revision/version.js";
import { textOfDay } from "./calendar.js";
import { type Asked, type Case, cases, type Item } from "./tally.js";

/** Any question with items: what becomes of an item does not depend on how many there are, and few are many releases. */
function smallCases(): fc.Arbitrary<Case> {
  return cases().map(({ asked, items }) => ({ asked, items: items.slice(0, 16) }));
}

/** Several releases of items of one question; an id stands for one item in all of them. */
export interface Releases {
  readonly asked: Asked;
  readonly releases: readonly (readonly Item[])[];
}

/** Any question with so many releases: items come, go, come back, move, and are otherwise counted, or stay as they are. */
export function releasesOf(count: number): fc.Arbitrary<Releases> {
  return smallCases().chain(({ asked, items }) =>
    fc.array(fc.array(statesOf(), { minLength: count, maxLength: count }), sizeOf(items)).map((states) => ({
      asked,
      releases: Array.from({ length: count }, (_, release) =>
        namedItems(items).flatMap((named, nth) => {
          const state = states[nth]?.[release] ?? "absent";
          return state === "absent" ? [] : [inState(named, items, nth, state)];
        }),
      ),
    })),
  );
}

/** An item as it is, as one of its neighbours is, or not there. */
type State = "absent" | 0 | 1 | 2;

function statesOf(): fc.Arbitrary<State> {
  return fc.constantFrom<State[]>("absent", 0, 0, 1, 2);
}

/** The item with all but the id of that so many places on: so its sums are as safe as those of the case. */
function inState(named: Item, items: readonly Item[], nth: number, state: number): Item {
  return { ...named, ...items[(nth + state) % items.length], id: named.id };
}

/** The items, each with an id that no other has. */
function namedItems(items: readonly Item[]): Item[] {
  const seen = new Set<string>();
  return items.map((item, nth) => {
    const id = seen.has(item.id) ? `${item.id} (${nth})` : item.id;
    seen.add(id);
    return { ...item, id };
  });
}

function sizeOf(items: readonly Item[]): fc.ArrayConstraints {
  return { minLength: items.length, maxLength: items.length };
}

/** A question, with versions of items in any order. */
export interface VersionCase extends Case {
  readonly versions: readonly Version<Item>[];
  /** Days before, on, between and after those of the versions. */
  readonly days: readonly CalendarDate[];
}

/** Any question with versions of items: recorded, changed, withdrawn and restored within a few days. */
export function versionCases(): fc.Arbitrary<VersionCase> {
  return smallCases().chain(({ asked, items }) => {
    const steps = fc.array(fc.record({ after: fc.integer({ min: 1, max: 4 }), state: statesOf() }), {
      maxLength: 5,
    });
    return fc
      .tuple(fc.array(fc.tuple(fc.nat(9), steps), sizeOf(items)), fc.infiniteStream(fc.nat()))
      .map(([timelines, chances]) => {
        const versions = namedItems(items).flatMap((named, nth) => {
          const [first, further] = timelines[nth] ?? [0, []];
          return versionsOf(named, items, nth, first, further);
        });
        const days = [-1, 0, 3, 8, 20, 40].map(dayAfter);
        return { asked, items, versions: shuffled(versions, chances), days };
      });
  });
}

function versionsOf(
  named: Item,
  items: readonly Item[],
  nth: number,
  first: number,
  further: readonly { readonly after: number; readonly state: State }[],
): Version<Item>[] {
  let day = first;
  let isKnown = true;
  const versions: Version<Item>[] = [{ id: named.id, recorded: dayAfter(day), item: named }];
  for (const { after, state } of further) {
    day += after;
    if (state === "absent" && !isKnown) continue;
    isKnown = state !== "absent";
    const item = state === "absent" ? null : inState(named, items, nth, state);
    versions.push({ id: named.id, recorded: dayAfter(day), item });
  }
  return versions;
}

function dayAfter(days: number): CalendarDate {
  return calendarDate(textOfDay(18_809 + days));
}

function shuffled<Value>(values: readonly Value[], chances: fc.Stream<number>): Value[] {
  const order = values.map((value) => ({ value, chance: chances.next().value as number }));
  return order.sort((a, b) => a.chance - b.chance).map(({ value }) => value);
}

/** What an item adds, by the measure that is asked. */
export function numbersOf({ measure }: Asked, { count, range }: Item): number[] {
  const { minimum, maximum } = range;
  if (measure === "range") return [minimum, maximum, minimum > maximum ? 1 : 0];
  if (measure === "estimate") return [minimum, count, maximum, minimum > count || count > maximum ? 1 : 0];
  return [measure === "one" ? 1 : count];
}
