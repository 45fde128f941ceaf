/** The word of a sentence that agrees with a number: the one for a single thing, the other for several, and for none. */
export function agreeing(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}
