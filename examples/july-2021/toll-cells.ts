import type { SnhrKeys, TollCell } from "casualty-stats";

type Toll = Pick<TollCell<SnhrKeys["category"]>, "count" | "including" | "mayInclude">;

export const child = { one: "child", many: "children" };
export const woman = { one: "woman", many: "women" };

/** The columns in which the report prints a toll. */
export const tollHeadings = ["all", "children", "women"];

export function tollCells({ count, including }: Toll): string[] {
  return [count, including.child.part, including.woman.part].map(String);
}

/** How many more children and women there may be: those whose age or sex is not recorded. Nothing where there are none. */
export function perhaps({ mayInclude }: Toll): string {
  const more = [
    [mayInclude.child.part, child],
    [mayInclude.woman.part, woman],
  ] as const;
  const texts = more.flatMap(([part, { one, many }]) =>
    part === 0 ? [] : [`${part} more ${part === 1 ? one : many}`],
  );
  return texts.length === 0 ? "" : `perhaps ${texts.join(", ")}`;
}
