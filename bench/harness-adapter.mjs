// An adapter of this library for the neutral harness of casualty-record statistics (its README: "Adding a library"). Copy it to
// the harness's `adapters/casualty-stats.mjs`, install this package there, and run `node bench.mjs --peers typed,naive,casualty-stats`.
//
// The rows of the harness are counted as they are: the library's partitions are functions over any item. J4, and the massacres of
// J6, are counted by a plain loop over the rows, as its adapter `naive` does.
import {
  apportionPercents,
  inclusion,
  listCells,
  listFilledCells,
  marginal,
  partition,
  prepare,
  restrict,
  tallyPrepared,
  total,
} from "casualty-stats";
import * as vocabulary from "../lib/spec.mjs";
import naive from "./naive.mjs";

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
};

/** The shares of counts in tenths of a percent that add up to 1,000, in the order of the counts. */
function tenths(counts) {
  return apportionPercents(counts, { rounding: "half-up", digits: 1 }).map(({ percent }) =>
    percent.kind === "percent" ? percent.units : 0,
  );
}

/** The shares of the cells of a tally, keyed. */
function shares(tally, keysOf) {
  const cells = listCells(tally);
  const units = tenths(cells.map(({ count }) => count));
  return cells.map(({ key }, nth) => [...keysOf(key), units[nth]]);
}

const yearToDate = months.slice(months.indexOf(YTD_FROM), months.indexOf(REPORT_MONTH) + 1);

/** The counts of a tally as entries: its keys, then the count. */
const entries = (tally) => listFilledCells(tally).map(({ key, count }) => [...Object.values(key), count]);
/** The parts of a tally by party as entries. */
const parts = (tally) =>
  listFilledCells(tally).flatMap(({ key, including }) =>
    ROLES.map((role) => [key.party, role, including[role].part]),
  );

function sharesWithin(tally) {
  const cells = listCells(tally);
  return GOVERNORATES.flatMap((_, nth) => {
    const within = cells.slice(nth * PARTIES.length, (nth + 1) * PARTIES.length);
    const units = tenths(within.map(({ count }) => count));
    return within.map(({ key }, at) => [key.governorate, key.party, units[at]]);
  });
}

export default {
  name: "casualty-stats",
  kind: "js",
  note: "prepare, then tallyPrepared",
  ingest: (rows) => ({ rows, victims: prepare(rows, columns) }),
  jobs: {
    J1: ({ victims }) => tallyPrepared(victims, { by: ["party"] }),
    J2: ({ victims }) => tallyPrepared(victims, { by: ["month", "party", "demographic"] }),
    J3({ victims }) {
      const cells = tallyPrepared(victims, { by: ["governorate", "party"] });
      return {
        cells,
        partyShare: shares(marginal(cells, { keep: ["party"] }), ({ party }) => [party]),
        govShare: shares(marginal(cells, { keep: ["governorate"] }), ({ governorate }) => [governorate]),
        within: sharesWithin(cells),
      };
    },
    J4: ({ rows }) => naive.jobs.J4(rows),
    J5: ({ victims }) => tallyPrepared(victims, { by: ["party"], including: "roles" }),
    J6({ rows, victims }) {
      const wholeYear = { month: yearToDate };
      const inMonth = { month: REPORT_MONTH };
      const year = restrict(
        tallyPrepared(victims, { by: ["month", "party", "governorate", "demographic"] }),
        wholeYear,
      );
      const month = marginal(restrict(year, inMonth), { keep: ["party", "governorate", "demographic"] });
      const roles = restrict(
        tallyPrepared(victims, { by: ["month", "party"], including: "roles" }),
        wholeYear,
      );
      const torture = restrict(tallyPrepared(victims, { by: ["month", "party", "torture"] }), {
        ...wholeYear,
        torture: "tortured",
      });
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
        shareParty: shares(byParty, ({ party }) => [party]),
        shareGov: shares(byGov, ({ governorate }) => [governorate]),
        massacres: naive.jobs.J4(
          rows.filter(({ dateDocumented }) => yearToDate.includes(dateDocumented.slice(0, 7))),
        ),
      };
    },
  },
  canon: {
    J1: entries,
    J2: entries,
    J3: ({ cells, ...shared }) => ({ cells: entries(cells), ...shared }),
    J4: naive.canon.J4,
    J5: parts,
    J6(report) {
      const massacres = naive.canon.J4(report.massacres);
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
