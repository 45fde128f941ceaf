import { expect, test } from "vitest";
import { audit, count, type Report, reportOf, type Where } from "../support/audit.js";

const torture: Where = { category: "torture" };
const medical: Where = { category: "medical" };

function readings(figures: Report["figures"], of: string, ...alternatives: readonly Where[]) {
  const report = reportOf("2021-07", figures, { readings: [{ id: "other", figures: [of], alternatives }] });
  return audit(report).readings;
}

test("a reading adds to the coordinates of a figure: ten tortured medics of twelve can be true, of nine they cannot", () => {
  const readAs = (medics: number) =>
    readings([count("torture", 10, torture), count("medics", medics, medical)], "torture", medical)[0];
  expect(readAs(12)?.verdict).toBe("undetermined");
  expect(readAs(12)?.what).toMatch(/medical personnel.*torture/);
  expect(readAs(9)?.verdict).toBe("cannot-hold");
});

test("keys of one coordinate are those that both name; a period is that of the reading", () => {
  const figures = [
    count("north", 30, { place: ["idlib", "aleppo"] }),
    count("Idlib", 20, { place: "idlib" }),
    count("June", 40, { period: "2021-06" }),
  ];
  const [idlib, june] = readings(figures, "north", { place: ["idlib", "homs"] }, { period: "2021-06" });
  expect(idlib).toMatchObject({ what: "killed in Idlib", verdict: "cannot-hold" });
  expect(june).toMatchObject({ verdict: "undetermined" });
});

test("a reading that leaves nobody cannot be true", () => {
  const [homs] = readings([count("Idlib", 20, { place: "idlib" })], "Idlib", { place: "homs" });
  expect(homs).toMatchObject({
    what: "nobody",
    verdict: "cannot-hold",
    explanation:
      "They cannot be read so: the coordinates of the figures and of the reading exclude each other (place).",
  });
});

test("a reading is set against the figures that the first one does not agree with", () => {
  const figures = [count("all", 40), count("regime", 50, { perpetrator: "regime" })];
  const [idlib, june] = readings(figures, "regime", { place: "idlib" }, { period: "2021-06" });
  expect(idlib?.verdict).toBe("cannot-hold");
  expect(june?.verdict).toBe("undetermined");
});
