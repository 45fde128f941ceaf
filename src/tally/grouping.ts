import { checkedFunction } from "../error.js";
/** What an item belongs to: by its name, or as an object that has its name as `id`. */
export type Group = string | { readonly id: string };

/**
 * What items belong to, of which there is no list beforehand: the incident in which a victim was killed, a family, a
 * neighbourhood. Groups are told apart by their names.
 */
export interface Grouping<Item> {
  readonly kind: "grouping";
  readonly groupOf: (item: Item) => Group;
}

/**
 * Gives a grouping of items of any type, by which they can be prepared: `tallyGroups` then counts the groups that reach a
 * threshold, and the items in them.
 *
 * Every item is in one group. Who belongs to none has one of their own: give it a name of its own.
 *
 * @example
 * const byFamily = grouping(({ id, family }: { id: string; family: string | null }) => family ?? `of ${id} alone`);
 * byFamily.groupOf({ id: "v-1", family: null }) // "of v-1 alone"
 */
export function grouping<Item>(groupOf: (item: Item) => Group): Grouping<Item> {
  return {
    kind: "grouping",
    groupOf: checkedFunction(groupOf, "grouping", "a function that gives the group of an item"),
  };
}
