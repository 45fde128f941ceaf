const mostShown = 60;

/** A value as it stands in a message: a text in quotes, shortened if it is long. */
export function shown(value: unknown): string {
  if (typeof value === "string") {
    return JSON.stringify(value.length > mostShown ? `${value.slice(0, mostShown)}…` : value);
  }
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  if (typeof value === "function" || typeof value === "symbol") return `a ${typeof value}`;
  return String(value);
}
