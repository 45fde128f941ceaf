// An adapter of this library for the neutral harness of casualty-record statistics (its README: "Adding a library"). Copy it to
// the harness's `adapters/casualty-stats.mjs`, install this package there, and run `node bench.mjs --peers typed,naive,casualty-stats`.
//
// The rows of the harness are counted as they are: the library's partitions are functions over any item.
import {
  countOf,
  grouping,
  inclusion,
  listFilledCells,
  marginal,
  partition,
  prepare,
  restrict,
  tallyGroups,
  tallyPrepared,
  total,
} from "casualty-stats";
import * as vocabulary from "../lib/spec.mjs";

const { PARTIES, GOVERNORATES, DEMOS, ROLES, FIRST_YEAR, YEARS, REPORT_MONTH, YTD_FROM } = vocabulary;
const months = Array.from({ length: YEARS * 12 }, (_, nth) =>
  [FIRST_YEAR + Math.floor(nth / 12), String((nth % 12) + 1).padStart(2, "0")].join("-"),
);
const columns = {
  party: partition({ keys: PARTIES, keyOf: (row) => row.partyId }),
  governorate: partition({ keys: GOVERNORATES, keyOf: (row) => row.governorateId }),
  month: partition({
    keys: months,
    sequence: months,
    keyOf: (row) => vocabulary.monthOf(row.dateDocumented),
  }),
  demographic: partition({ keys: DEMOS, keyOf: (row) => vocabulary.demoOf(row.sex, row.age) }),
  torture: partition({
    keys: ["tortured", "other"],
    keyOf: (row) => (row.causeOfDeath === "torture" ? "tortured" : "other"),
  }),
  roles: inclusion({ keys: ROLES, keysOf: (row) => row.roles }),
  incident: grouping((row) => row.incidentId),
  civilians: countOf((row) => (row.status === "civilian" ? 1 : 0)),
  childrenAndWomen: inclusion({
    keys: ["children", "women"],
    keysOf(row) {
      const demographic = vocabulary.demoOf(row.sex, row.age);
      return demographic === "children" || demographic === "women" ? [demographic] : [];
    },
  }),
};

const yearToDate = months.slice(months.indexOf(YTD_FROM), months.indexOf(REPORT_MONTH) + 1);

/** The counts of a tally as entries: its keys, then the count. */
const entries = (tally) => listFilledCells(tally).map(({ key, count }) => [...Object.values(key), count]);
/** The parts of a tally by party as entries. */
const parts = (tally) =>
  listFilledCells(tally).flatMap(({ key, including }) =>
    ROLES.map((role) => [key.party, role, including[role].part]),
  );

/** Incidents of five or more civilians, with how many were killed in them. */
const massacres = (victims) =>
  tallyGroups(victims, {
    of: "incident",
    atLeast: 5,
    by: ["party", "month"],
    measure: "civilians",
    including: "childrenAndWomen",
  });
function massacresOfYear(victims) {
  const { groups, items } = massacres(victims);
  return { groups: restrict(groups, { month: yearToDate }), items: restrict(items, { month: yearToDate }) };
}
/** Both tallies have the same cells. */
const tolls = ({ groups, items }) => {
  const killed = listFilledCells(items);
  return listFilledCells(groups).map(({ key, count }, nth) => {
    const { count: toll, including } = killed[nth];
    return [
      key.party,
      key.month,
      ...[count, toll, including.children.part, including.women.part].map(String),
    ];
  });
};

// Shares are the harness's own (`shareEntries`, `shareWithin`): at equal remainders it gives the unit to the first key, where
// `apportionPercents` gives it to the larger count.
const sharesOf = (tally) => vocabulary.shareEntries(entries(tally));

export default {
  name: "casualty-stats",
  kind: "js",
  note: "prepare, then tallyPrepared",
  ingest: (rows) => prepare(rows, columns),
  jobs: {
    J1: (victims) => tallyPrepared(victims, { by: ["party"] }),
    J2: (victims) => tallyPrepared(victims, { by: ["month", "party", "demographic"] }),
    J3(victims) {
      const cells = tallyPrepared(victims, { by: ["governorate", "party"] });
      return {
        cells,
        partyShare: sharesOf(marginal(cells, { keep: ["party"] })),
        govShare: sharesOf(marginal(cells, { keep: ["governorate"] })),
        within: vocabulary.shareWithin(entries(cells)),
      };
    },
    J4: massacres,
    J5: (victims) => tallyPrepared(victims, { by: ["party"], including: "roles" }),
    J6(victims) {
      const inMonth = { month: REPORT_MONTH };
      const year = tallyPrepared(victims, {
        by: ["month", "party", "governorate", "demographic"],
        where: { month: yearToDate },
      });
      const month = marginal(restrict(year, inMonth), { keep: ["party", "governorate", "demographic"] });
      const roles = tallyPrepared(victims, {
        by: ["month", "party", "torture"],
        including: "roles",
        where: { month: yearToDate },
      });
      const torture = restrict(roles, { torture: "tortured" });
      const [byParty, byGov] = [
        marginal(month, { keep: ["party"] }),
        marginal(month, { keep: ["governorate"] }),
      ];
      return {
        month,
        year,
        byParty,
        byGov,
        partyGov: marginal(month, { keep: ["party", "governorate"] }),
        partyDemo: marginal(month, { keep: ["party", "demographic"] }),
        ytdMonthParty: marginal(year, { keep: ["month", "party"] }),
        ytdPartyDemo: marginal(year, { keep: ["party", "demographic"] }),
        roles: marginal(restrict(roles, inMonth), { keep: ["party"] }),
        ytdRoles: marginal(roles, { keep: ["party"] }),
        torture: marginal(restrict(torture, inMonth), { keep: ["party"] }),
        ytdTorture: marginal(torture, { keep: ["month", "party"] }),
        shareParty: sharesOf(byParty),
        shareGov: sharesOf(byGov),
        massacres: massacresOfYear(victims),
      };
    },
  },
  canon: {
    J1: entries,
    J2: entries,
    J3: ({ cells, ...shared }) => ({ cells: entries(cells), ...shared }),
    J4: tolls,
    J5: parts,
    J6(report) {
      const massacres = tolls(report.massacres);
      return {
        total: total(report.month).count,
        ytdTotal: total(report.year).count,
        byParty: entries(report.byParty),
        byGov: entries(report.byGov),
        partyGov: entries(report.partyGov),
        partyDemo: entries(report.partyDemo),
        partyGovDemo: entries(report.month),
        ytdMonthParty: entries(report.ytdMonthParty),
        ytdPartyDemo: entries(report.ytdPartyDemo),
        roles: parts(report.roles),
        ytdRoles: parts(report.ytdRoles),
        torture: entries(report.torture),
        ytdTorture: entries(report.ytdTorture),
        massacres: massacres
          .filter(([, month]) => month === REPORT_MONTH)
          .map(([party, , ...rest]) => [party, ...rest]),
        ytdMassacres: massacres,
        shareParty: report.shareParty,
        shareGov: report.shareGov,
      };
    },
  },
};
