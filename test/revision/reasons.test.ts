import { describe, expect, test } from "vitest";
import { calendarDate } from "../../src/calendar/calendar-date.js";
import { parseRecords } from "../../src/record/parse-records.js";
import { byPerpetrator } from "../../src/report/by-perpetrator.js";
import { compareReleases } from "../../src/revision/compare-releases.js";
import { explainLedger } from "../../src/revision/explain-ledger.js";
import { joinReasons } from "../../src/revision/join-reasons.js";
import { massacreReasons } from "../../src/revision/massacre-reasons.js";
import { type Reason, reasonKinds, reasonText } from "../../src/revision/reason.js";
import { victimReasons } from "../../src/revision/victim-reasons.js";
import { massacres } from "../../src/rule/massacres-of-victims.js";
import { partition } from "../../src/tally/dimension.js";
import { fault } from "../number/fault.js";
import { codebook, massacre, policy } from "../report/hand-made.js";

const incident = {
  id: "i-1",
  date: "2021-03",
  place: "north",
  means: "shelling",
  suspects: "army",
  investigation: "concluded",
};
const victim = {
  id: "v-1",
  incident: "i-1",
  status: "civilian",
  sex: "f",
  age: "9",
  killedIn: "camp",
  documented: "2021-03-04",
};

/** The victim of one row, with the incident of another. */
function recordOf(ofVictim: object = {}, ofIncident: object = {}) {
  const other = { ...incident, ...ofIncident };
  const { victims } = parseRecords(codebook, {
    incidents: [other],
    victims: [{ ...victim, incident: other.id, ...ofVictim }],
  });
  const [record] = victims;
  if (record === undefined) throw new Error("The row was rejected.");
  return record;
}

describe("the reasons that two records of a victim show", () => {
  const reasonsOf = victimReasons(codebook, policy);
  const between = (before: ReturnType<typeof recordOf>, after: ReturnType<typeof recordOf>) =>
    reasonsOf({ id: "v-1", before, after });

  test.each<readonly [string, object, object, Reason[]]>([
    ["nothing", {}, {}, []],
    ["what is not counted by", { sources: "a report" }, { sources: "a report" }, []],
    [
      "who is held responsible",
      {},
      { suspects: "militia" },
      [{ kind: "re-attributed", note: "The army; now The militia" }],
    ],
    [
      "that it is held responsible jointly, in whichever order they are named",
      {},
      { suspects: "militia; army" },
      [{ kind: "re-attributed", note: "The army; now The army and The militia" }],
    ],
    [
      "that it may not be held responsible any more",
      {},
      { investigation: "open" },
      [{ kind: "re-attributed", note: "The army; now Not identified" }],
    ],
    [
      "dates, of the victim and of the incident",
      { died: "2021-03-03" },
      { date: "2021-03-02" },
      [
        {
          kind: "re-dated",
          note: "died: not known; now 2021-03-03, the incident's date: 2021-03; now 2021-03-02",
        },
      ],
    ],
    ["the place", { killedIn: "south" }, {}, [{ kind: "place-corrected", note: "place: camp; now south" }]],
    [
      "the place, which is that of the incident now",
      { killedIn: "" },
      {},
      [{ kind: "place-corrected", note: "place: camp; now north" }],
    ],
    [
      "the place, which is not known any more",
      { killedIn: "" },
      { place: "" },
      [{ kind: "place-corrected", note: "place: camp; now not known" }],
    ],
    ["the place of the incident, when the victim was killed elsewhere", {}, { place: "south" }, []],
    ["the incident", {}, { id: "i-2" }, [{ kind: "incident-corrected", note: "incident: i-1; now i-2" }]],
    ["the status", { status: "" }, {}, [{ kind: "status-changed", note: "status: civilian; now not known" }]],
    ["the age", { age: "12-17" }, {}, [{ kind: "age-corrected", note: "age: 9; now 12-17" }]],
    [
      "the age, which is not known any more",
      { age: "" },
      {},
      [{ kind: "age-corrected", note: "age: 9; now not known" }],
    ],
    ["the sex", { sex: "m" }, {}, [{ kind: "sex-corrected", note: "sex: female; now male" }]],
    [
      "anything else that is counted by",
      { roles: "medic", cause: "torture", origin: "south", unborn: true },
      { means: "landmine" },
      [
        {
          kind: "corrected",
          note: "unborn: false; now true, roles: none; now medic, cause: not known; now torture, origin: not known; now south, means: shelling; now landmine",
        },
      ],
    ],
  ])("are those of %s", (_what, ofVictim, ofIncident, reasons) => {
    expect(between(recordOf(), recordOf(ofVictim, ofIncident))).toEqual(reasons);
  });

  test("are none of what is written otherwise and says the same: an incident's own place, roles in another order", () => {
    const [without, filled] = [recordOf({ killedIn: "" }), recordOf({ killedIn: "north" })];
    expect(between(without, filled)).toEqual([]);
    const roles = (...of: readonly string[]) => ({ ...recordOf(), roles: of as "medic"[] });
    expect(between(roles("medic", "media"), roles("media", "medic"))).toEqual([]);
    expect(between(roles("medic"), roles("medic", "media"))).toEqual([
      { kind: "corrected", note: "roles: medic; now media and medic" },
    ]);
  });

  test("tell an adult of whom no more is known by the least age", () => {
    expect(between(recordOf({ age: "" }), recordOf({ age: "adult" }))).toEqual([
      { kind: "age-known", note: "18 or more" },
    ]);
    expect(between(recordOf({ age: "45" }), recordOf({ age: "adult" }))).toEqual([
      { kind: "age-corrected", note: "age: 45; now 18 or more" },
    ]);
  });

  test("say what is known now, and was not", () => {
    const nowhere = recordOf({ killedIn: "" }, { place: "" });
    expect(between(nowhere, recordOf({ killedIn: "" }))).toEqual([{ kind: "place-known", note: "north" }]);
    expect(between(nowhere, recordOf({}, { place: "" }))).toEqual([{ kind: "place-known", note: "camp" }]);

    const unknown = recordOf({ age: "", sex: "" });
    expect(between(unknown, recordOf({ age: "child" }))).toEqual([
      { kind: "age-known", note: "0-17" },
      { kind: "sex-known", note: "female" },
    ]);
  });

  test("are none for a victim who is in one of the releases only, or the same in both", () => {
    expect(reasonsOf({ id: "v-1", before: null, after: recordOf() })).toEqual([]);
    expect(reasonsOf({ id: "v-1", before: recordOf(), after: null })).toEqual([]);
    expect(between(recordOf({ sources: "a" }), recordOf({ sources: "b" }))).toEqual([]);
  });

  const shelled = { firedFrom: "army; militia", means: "shelling", investigation: "open" };
  test.each<readonly [string, object, object, Reason[]]>([
    [
      "presumed, and established now",
      { ...shelled, suspects: "army; militia" },
      { suspects: "army" },
      [{ kind: "corrected", note: "the attribution: presumed; now established" }],
    ],
    [
      "established, and presumed now",
      { suspects: "army" },
      { ...shelled, suspects: "army; militia" },
      [{ kind: "corrected", note: "the attribution: established; now presumed" }],
    ],
    [
      "unknown, of other suspects",
      { investigation: "open", suspects: "militia; army" },
      { investigation: "open", suspects: "army" },
      [{ kind: "corrected", note: "suspects: army and militia; now army" }],
    ],
    [
      "unknown, of the same suspects",
      { investigation: "open", suspects: "militia; army" },
      { investigation: "open", suspects: "army; militia" },
      [],
    ],
  ])("say so where they are ascribed to the same: %s", (_, was, is, reasons) => {
    expect(between(recordOf({}, was), recordOf({}, is))).toEqual(reasons);
  });

  test("tell perpetrators apart who are counted together, jointly", () => {
    const [one, other] = [
      recordOf({}, { suspects: "army; militia" }),
      recordOf({}, { suspects: "army; guards" }),
    ];
    expect(between(one, other)).toEqual([
      { kind: "re-attributed", note: "The army and The militia; now The army and Border guards" },
    ]);
    expect(between(one, recordOf({}, { suspects: "militia; army" }))).toEqual([]);
  });
});

describe("the reasons for which a massacre does not stand where it stood", () => {
  const killed = (...ids: readonly (readonly [victim: string, incident: string])[]) =>
    parseRecords(codebook, {
      incidents: ["i-1", "i-2", "i-3", "i-4"].map((id) => ({ id })),
      victims: ids.map(([id, of]) => ({ id, incident: of })),
    }).victims;
  // Three make a massacre of the hand-made definition.
  const before = killed(
    ["1", "i-1"],
    ["2", "i-1"],
    ["4", "i-2"],
    ["5", "i-2"],
    ["6", "i-2"],
    ...["10", "11", "12"].map((id) => [id, "i-4"] as const),
  );
  const after = killed(
    ["1", "i-1"],
    ["2", "i-1"],
    ["3", "i-1"],
    ["4", "i-2"],
    ["7", "i-3"],
    ["8", "i-3"],
    ["9", "i-3"],
  );
  const rules = { codebook, definition: massacre, dated: "incident", policy } as const;
  const found = (victims: typeof before) => massacres(victims, rules);

  test("are that it reached the threshold or reaches it no longer, also where none of it were counted in one release", () => {
    const all = partition({ keys: ["all"], keyOf: () => "all" });
    const ledger = compareReleases(found(before), found(after), {
      by: { all },
      reasonsOf: massacreReasons({ before, after }, rules),
    });
    expect(explainLedger(ledger)).toEqual([
      "i-1 was added to all: the threshold is reached (counted toward it: 2; now 3).",
      "i-2 was removed from all: the threshold is no longer reached (counted toward it: 3; now 1).",
      "i-3 was added to all: the threshold is reached (counted toward it: 0; now 3).",
      "i-4 was removed from all: the threshold is no longer reached (counted toward it: 3; now 0).",
    ]);
  });

  test("do not say how many were killed, but how many count: of fighters who became civilians none did before", () => {
    const ofStatus = (status: string) =>
      parseRecords(codebook, {
        incidents: [{ id: "i-1" }],
        victims: ["1", "2", "3"].map((id) => ({ id, incident: "i-1", status })),
      }).victims;
    const counted = (victims: typeof before) => victims.filter(({ status }) => status === "civilian");
    const [was, is] = [counted(ofStatus("armed-forces")), counted(ofStatus("civilian"))];
    expect([was.length, is.length]).toEqual([0, 3]);
    const reasonsOf = massacreReasons({ before: was, after: is }, rules);
    expect(explainLedger(compareReleases(found(was), found(is), { by: {}, reasonsOf }))).toEqual([
      "i-1 was added: the threshold is reached (counted toward it: 0; now 3).",
    ]);
  });

  test("are as of the day of which the massacres are, and options that there are not are refused", () => {
    const documented = (...days: readonly string[]) =>
      parseRecords(codebook, {
        incidents: [{ id: "i-1" }],
        victims: days.map((day, nth) => ({ id: `v-${nth}`, incident: "i-1", documented: day })),
      }).victims;
    const asOfJuly = { ...rules, asOf: calendarDate("2021-07-31") };
    const [was, is] = [
      documented("2021-07-01", "2021-07-01", "2021-08-05"),
      documented("2021-07-01", "2021-07-01", "2021-07-30"),
    ];
    const reasonsOf = massacreReasons({ before: was, after: is }, asOfJuly);
    const ledger = compareReleases(massacres(was, asOfJuly), massacres(is, asOfJuly), { by: {}, reasonsOf });
    expect(explainLedger(ledger)).toEqual([
      "i-1 was added: the threshold is reached (counted toward it: 2; now 3).",
    ]);
    const misspelt = { ...rules, asof: "2021-07-31" };
    expect(fault(() => massacreReasons({ before: was, after: is }, misspelt)).code).toBe("options-malformed");
  });

  const of = (facts: object, ages: readonly string[] = ["9", "9", "9"]) =>
    parseRecords(codebook, {
      incidents: [{ ...incident, ...facts }],
      victims: ages.map((age, nth) => ({ id: `v-${nth}`, incident: "i-1", age })),
    }).victims;

  test("are that it was re-dated, where it is a massacre in both and in the period in one", () => {
    const [june, july] = [of({ date: "2021-06-30" }), of({ date: "2021-07-01" })];
    const inJuly = (victims: typeof june) => found(victims).filter(({ date }) => date === "2021-07-01");
    const reasonsOf = massacreReasons({ before: june, after: july }, rules);
    expect(explainLedger(compareReleases(inJuly(june), inJuly(july), { by: {}, reasonsOf }))).toEqual([
      "i-1 was added: dated otherwise (date: 2021-06-30; now 2021-07-01).",
    ]);
    expect(
      explainLedger(
        compareReleases(inJuly(july), inJuly(june), {
          by: {},
          reasonsOf: massacreReasons({ before: july, after: june }, rules),
        }),
      ),
    ).toEqual(["i-1 was removed: dated otherwise (date: 2021-07-01; now 2021-06-30)."]);
  });

  test("are that it was re-attributed or placed otherwise, where the record shows it", () => {
    const [army, militia] = [of({}), of({ suspects: "militia", place: "camp" })];
    const by = { perpetrator: byPerpetrator(codebook, policy) };
    const reasonsOf = massacreReasons({ before: army, after: militia }, rules);
    const [entry] = compareReleases(found(army), found(militia), { by, reasonsOf }).entries;
    expect(entry?.reasons).toEqual([
      { kind: "re-attributed", note: "The army; now The militia" },
      { kind: "place-corrected", note: "place: north; now camp" },
    ]);
    const nowhere = of({ place: "" });
    const known = compareReleases(found(nowhere), found(army), {
      by: {
        place: partition({
          keys: ["known", "unknown"],
          keyOf: ({ incident: { place } }) => (place === null ? "unknown" : "known"),
        }),
      },
      reasonsOf: massacreReasons({ before: nowhere, after: army }, rules),
    });
    expect(explainLedger(known)).toEqual([
      "i-1 moved from unknown to known: the place is known now (north).",
    ]);
  });

  test("count who counts toward the threshold, and only them", () => {
    const counting = { who: { age: { below: 18 } }, ifUnknown: "leave-out" } as const;
    const ofChildren = { ...rules, definition: { ...massacre, counting } };
    const [two, three] = [of({}, ["9", "9", "30", "30"]), of({}, ["9", "9", "9", "30", "30"])];
    const reasonsBetween = (before: typeof two, after: typeof two) =>
      compareReleases(massacres(before, ofChildren), massacres(after, ofChildren), {
        by: {},
        reasonsOf: massacreReasons({ before, after }, ofChildren),
      }).entries.flatMap(({ reasons }) => reasons);
    expect(reasonsBetween(two, three)).toEqual([
      { kind: "threshold-reached", note: "counted toward it: 2; now 3" },
    ]);
    expect(reasonsBetween(three, two)).toEqual([
      { kind: "threshold-lost", note: "counted toward it: 3; now 2" },
    ]);
    expect(reasonsBetween(two, of({}, ["9", "9", "30"]))).toEqual([]);
  });

  test("are none for one that is a massacre in both, or in neither", () => {
    const reasonsOf = massacreReasons({ before, after }, rules);
    const [one] = found(after);
    if (one === undefined) throw new Error("There is no massacre.");
    expect(reasonsOf({ id: "i-1", before: one, after: one })).toEqual([]);
    expect(reasonsOf({ id: "i-1", before: null, after: null })).toEqual([]);
  });
});

describe("reasons joined", () => {
  test("are of each kind once, those of the first source first, with the words of the first that has any", () => {
    const stated: readonly Reason[] = [{ kind: "re-attributed" }, { kind: "other", note: "as told" }];
    const shown: readonly Reason[] = [
      { kind: "re-attributed", note: "The army; now The militia" },
      { kind: "other", note: "not this" },
      { kind: "age-known", note: "9" },
    ];
    const change = { id: "v-1", before: null, after: null };
    expect(
      joinReasons(
        () => stated,
        () => shown,
      )(change),
    ).toEqual([
      { kind: "re-attributed", note: "The army; now The militia" },
      { kind: "other", note: "as told" },
      { kind: "age-known", note: "9" },
    ]);
    expect(stated).toEqual([{ kind: "re-attributed" }, { kind: "other", note: "as told" }]);
    expect(joinReasons()(change)).toEqual([]);
  });
});

describe("reasons joined that one source states twice", () => {
  const change = { id: "v-1", before: null, after: null };
  const shown: readonly Reason[] = [{ kind: "re-attributed", note: "The army; now Border guards" }];
  const joined = (...stated: readonly Reason[]) =>
    joinReasons(
      () => stated,
      () => shown,
    )(change);
  const [bare, ruling, report] = [
    { kind: "re-attributed" },
    { kind: "re-attributed", note: "a ruling" },
    { kind: "re-attributed", note: "a report" },
  ] as const;

  test.each<[string, readonly Reason[], readonly Reason[]]>([
    ["in no words, are one, of both steps", [bare, bare], shown],
    ["in the same words, are one", [ruling, ruling], [ruling]],
    [
      "in words and in none, are that in words, which is not told of both steps",
      [bare, ruling, bare],
      [ruling],
    ],
    ["in other words, are both", [ruling, report], [ruling, report]],
    [
      "of other records that stay, are both",
      [
        { kind: "duplicate", into: "v-2" },
        { kind: "duplicate", into: "v-3", note: "card" },
      ],
      [{ kind: "duplicate", into: "v-2" }, { kind: "duplicate", into: "v-3", note: "card" }, ...shown],
    ],
  ])("%s", (_, stated, told) => {
    expect(joined(...stated)).toEqual(told);
  });
});

describe("reasons joined of which one that shows has several of a kind", () => {
  test("have the words of all, where what was stated has none", () => {
    const [before, after] = [
      recordOf({}, { suspects: "militia; army", investigation: "open" }),
      recordOf({ roles: "medic" }, { suspects: "army", investigation: "open" }),
    ];
    const joined = (note?: string) =>
      joinReasons(
        () => [{ kind: "corrected", ...(note === undefined ? {} : { note }) }],
        victimReasons(codebook, policy),
      )({ id: "v-1", before, after });
    expect(joined()).toEqual([
      { kind: "corrected", note: "suspects: army and militia; now army, roles: none; now medic" },
    ]);
    expect(joined("file 17")).toEqual([{ kind: "corrected", note: "file 17" }]);
  });
});

describe("what gives reasons", () => {
  const change = { id: "v-1", before: null, after: null };
  test.each<[string, () => unknown, string]>([
    [
      "a source of joinReasons that gives no list",
      () => joinReasons(() => null as never)(change),
      "joinReasons takes functions that give lists of reasons, not null.",
    ],
    [
      "reasonsOf that is no function",
      () => compareReleases([{ id: "1" }], [], { by: {}, reasonsOf: 5 as never }),
      "compareReleases takes a function that gives the reasons of a change as reasonsOf, not a number.",
    ],
    [
      "idOf that is no function",
      () => compareReleases([{ id: "1" }], [], { by: {}, idOf: "id" as never }),
      "compareReleases takes a function that gives the id of an item as idOf, not a text.",
    ],
  ])("is refused where it is none: %s", (_, ask, message) => {
    expect(fault(ask)).toMatchObject({ code: "argument-malformed", message });
  });
});

describe("a reason in words", () => {
  test("is what its kind says, with the record that stays and the note", () => {
    expect(reasonText({ kind: "merged", into: "v-9" })).toBe("merged into v-9");
    expect(reasonText({ kind: "duplicate", into: "v-9", note: "same card" })).toBe(
      "a duplicate of v-9 (same card)",
    );
    expect(reasonText({ kind: "status-changed" })).toBe(reasonKinds["status-changed"]);
    expect(reasonText({ kind: "other", note: "as told" })).toBe("for a reason of its own (as told)");
  });
});
