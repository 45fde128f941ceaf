import {
  at,
  attributionKey,
  attributor,
  compareRates,
  daysInMonth,
  type MonthlyReport,
  month,
  type Rate,
  type SnhrKeys,
  snhrCodebook,
  type Victim,
} from "casualty-stats";
import { type Comparison, state } from "./comparison.js";

type Report = MonthlyReport<SnhrKeys>;

const july = month("2021-07");
const alliance: readonly string[] = ["regime", "russia"];
const opposition = ["armed-opposition", "hts"];

/** What the report says in words. */
export function compareStatements(report: Report, victims: readonly Victim<SnhrKeys>[]): Comparison[] {
  return [...ofThePeriod(report), ...ofPlaces(report), ...ofAttacks(report, victims)];
}

function ofThePeriod({ tally, comparison, months }: Report): Comparison[] {
  const ofAlliance = months.map(
    ({ month: of }): Rate => ({
      count: at(tally, { month: of, perpetrator: ["regime", "russia"] }).count,
      days: daysInMonth(of),
    }),
  );
  const [january = 0, ...later] = months.map(({ including }) => including.torture.part);
  const before = comparison.slice(-4, -1);
  const perDay = ({ count, perDay: text }: Report["comparison"][number]) => `${count} (${text ?? "?"} a day)`;
  const reported = comparison.at(-1);
  return [
    state("II", "the alliance's toll increased in July, as in June", ofAlliance.slice(-3).every(isRise)),
    state(
      "IV.A",
      "torture in the last six months above January",
      later.every((count) => count > january),
    ),
    state(
      "III",
      "a significant decrease compared to the previous three months",
      before.every(({ comparedWithReported }) => comparedWithReported === "higher"),
      `April to June print ${before.map(perDay).join(", ")}; July prints ${reported ? perDay(reported) : ""}: an increase over each of them.`,
    ),
  ];
}

function isRise(rate: Rate, position: number, rates: readonly Rate[]): boolean {
  const before = rates[position - 1];
  return before === undefined || compareRates(rate, before) === "higher";
}

function ofPlaces({ places, tally }: Report): Comparison[] {
  const ranked = [...places].sort((a, b) => b.count - a.count).slice(0, 4);
  const inOthers = ranked.slice(2).every(({ perpetrators, count }) => {
    const byMain = perpetrators.filter(({ key }) => [...alliance, "hts", "sdf"].includes(key));
    return 2 * byMain.reduce((sum, row) => sum + row.count, 0) < count;
  });
  const byAlliance = places
    .map(({ key, perpetrators }) => ({
      key,
      count: perpetrators.reduce((sum, row) => sum + (alliance.includes(row.key) ? row.count : 0), 0),
    }))
    .sort((a, b) => b.count - a.count);
  const mined = places.filter(({ perpetrators }) => perpetrators.some(({ key }) => key === "landmines"));
  const { including } = at(tally, { month: july, perpetrator: "landmines" });
  return [
    state(
      "title",
      "Idlib and Daraa highest at the hands of the regime and its allies",
      byAlliance
        .slice(0, 2)
        .map(({ key }) => key)
        .join() === "idlib,daraa",
    ),
    state("II", "landmines killed in different governorates", mined.length > 1 && including.child.part > 0),
    state(
      "III",
      "Idlib first, Daraa second, then Deir Ez-Zour, Hasaka",
      ranked.map(({ key }) => key).join() === "idlib,daraa,deir-ez-zour,hasaka",
    ),
    state("III", "in the latter two most killed by other parties", inOthers),
  ];
}

function ofAttacks({ massacres, definitions }: Report, victims: readonly Victim<SnhrKeys>[]): Comparison[] {
  const attribute = attributor(snhrCodebook, definitions.policy);
  const ofAlliance = victims.filter(
    ({ incident, documented }) =>
      documented?.startsWith("2021-07") &&
      alliance.includes(attributionKey(snhrCodebook, attribute(incident))),
  );
  const inIdlib = new Map(
    ofAlliance.flatMap(({ incident }) => (incident.place === "idlib" ? [[incident.id, incident.means]] : [])),
  );
  const shelled = [...inIdlib.values()].filter((means) => means === "shelling");
  const inDaraa = ofAlliance.filter(
    ({ incident: { date, place, means } }) =>
      place === "daraa" && means === "shelling" && date !== null && date >= "2021-07-29",
  );
  const children = inDaraa.filter(({ age }) => typeof age === "number" && age < 18);
  const byRegime = massacres.month.entries.filter(({ perpetrator }) => perpetrator === "regime");
  const ground = byRegime.map(({ incident }) => [...incident.controlledBy].sort().join());
  return [
    state("II", "most of the alliance's attacks in Idlib by artillery", 2 * shelled.length > inIdlib.size),
    state(
      "II",
      "most of those killed by artillery in Daraa at the end of July were children",
      2 * children.length > inDaraa.length,
    ),
    state(
      "V",
      "both massacres of the regime on ground of the Armed Opposition and HTS",
      ground.length === 2 && ground.every((holders) => holders === opposition.join()),
    ),
  ];
}
