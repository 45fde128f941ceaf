// Constructed records: they reproduce published tables and describe no real person.

import type { TortureLine } from "./line.js";

/**
 * Deaths due to torture, by the month in which they were documented: 3, 14, 9, 13, 9, 11 and 10 make 69, of which the
 * regime has 3, 11, 7, 10, 7, 8 and 8, that is 54 (78 %). One of July's is narrated and stands in the plan of July.
 */
// biome-ignore format: a table is read by its columns
export const torture: Readonly<Record<string, readonly TortureLine[]>> = {
  "2021-01": [
    [ 9, "regime-torture", "damascus", ["2014", "2018-11", "2020-12"]],
  ],
  "2021-02": [
    [ 2, "regime-torture", "damascus", ["2013", "2013-10", "2014-07", "2015", "2019-05-14"]],
    [11, "regime-torture", "rural-damascus", ["2012-11/2013-02", "2016", "2018"]],
    [17, "regime-torture", "daraa", ["2021-01", "2021-02-16"]],
    [23, "regime-torture", "homs", ["2020-06"]],
    [12, "sdf-torture", "hasaka", ["2021-02"]],
    [24, "sdf-torture", "raqqa", ["2021-01-23"]],
    [ 4, "hts-torture", "idlib", ["2021-02-03"]],
  ],
  "2021-03": [
    [ 6, "regime-torture", "damascus", ["2012", "2014-02", "2017-09", "2020"]],
    [15, "regime-torture", "hama", ["2013-08", "2021-03-14"]],
    [26, "regime-torture", "rural-damascus", ["2019"]],
    [ 9, "sdf-torture", "deir-ez-zour", ["2021-03-07"]],
    [22, "sdf-torture", "hasaka", ["2021-03"]],
  ],
  "2021-04": [
    [ 1, "regime-torture", "damascus", ["2013-04", "2014", "2014-12", "2015-06", "2018-03"]],
    [13, "regime-torture", "rural-damascus", ["2013", "2016-10", "2020-02"]],
    [20, "regime-torture", "daraa", ["2021-04-18"]],
    [27, "regime-torture", "homs", ["2019-12/2020-03"]],
    [ 8, "sdf-torture", "raqqa", ["2021-04-05"]],
    [18, "sdf-torture", "aleppo", ["2021-04"]],
    [22, "hts-torture", "idlib", ["2021-03-30"]],
  ],
  "2021-05": [
    [ 4, "regime-torture", "damascus", ["2014-09", "2015", "2018", "2021-02"]],
    [16, "regime-torture", "rural-damascus", ["2013-11", "2017"]],
    [25, "regime-torture", "daraa", ["2021-05-22"]],
    [11, "sdf-torture", "deir-ez-zour", ["2021-05-10"]],
    [20, "opposition-torture", "aleppo", ["2021-05-19"]],
  ],
  "2021-06": [
    [ 3, "regime-torture", "damascus", ["2012-07", "2014", "2016-01", "2019"]],
    [14, "regime-torture", "rural-damascus", ["2018-06", "2020-10"]],
    [21, "regime-torture", "aleppo", ["2021-06"]],
    [28, "regime-torture", "homs", ["2021-05/2021-06-27"]],
    [ 9, "sdf-torture", "hasaka", ["2021-06-08"]],
    [19, "sdf-torture", "raqqa", ["2021-06-15"]],
    [23, "hts-torture", "idlib", ["2021-06-20"]],
  ],
  "2021-07": [
    [ 6, "regime-torture", "damascus", ["2015", "2019-08"]],
    [13, "regime-torture", "rural-damascus", ["2017"]],
    [21, "regime-torture", "homs", ["2021-03"]],
    [26, "regime-torture", "daraa", ["2013-09", "2020-11", "2021-06-30"]],
    [ 8, "sdf-torture", "hasaka", ["2021-07-06"]],
    [24, "sdf-torture", "raqqa", ["2021-07"]],
  ],
};
