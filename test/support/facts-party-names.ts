import type { Coordinates } from "../../src/audit/published/coordinates.js";
import type { Codebook } from "../../src/codebook/codebook.js";
import { spelling } from "../../src/codebook/spelling.js";

/** Names of parties that the reports and fact files print, and the codebook has not: in English, German, French and Arabic. */
const furtherNames: Readonly<Record<string, Coordinates>> = {
  government: { perpetrator: "regime" },
  regime: { perpetrator: "regime" },
  "assad regime": { perpetrator: "regime" },
  assad: { perpetrator: "regime" },
  "assad s": { perpetrator: "regime" },
  "syrian regime and its militias": { perpetrator: "regime" },
  alliance: { alliance: "syrian-russian" },
  "syrian regime and allies": { alliance: "syrian-russian" },
  "regime and allies": { alliance: "syrian-russian" },
  "syrian russian": { alliance: "syrian-russian" },
  "russian syrian": { alliance: "syrian-russian" },
  "russian syrian alliance": { alliance: "syrian-russian" },
  russian: { perpetrator: "russia" },
  "believed to be russian": { perpetrator: "russia" },
  "we believe to be russian": { perpetrator: "russia" },
  "we believe are russian": { perpetrator: "russia" },
  "suspected russian": { perpetrator: "russia" },
  coalition: { perpetrator: "coalition" },
  "us coalition": { perpetrator: "coalition" },
  "us international coalition": { perpetrator: "coalition" },
  "global coalition": { perpetrator: "coalition" },
  "international alliance": { perpetrator: "coalition" },
  opposition: { perpetrator: "armed-opposition" },
  "from armed opposition": { perpetrator: "armed-opposition" },
  "in armed opposition": { perpetrator: "armed-opposition" },
  kurdish: { perpetrator: "sdf" },
  "kurdish protection": { perpetrator: "sdf" },
  "kurdish people protection units": { perpetrator: "sdf" },
  "people protection units": { perpetrator: "sdf" },
  "self administration": { perpetrator: "sdf" },
  "kurdish led sdf": { perpetrator: "sdf" },
  "self management": { perpetrator: "sdf" },
  "iranian militias": { perpetrator: "iranian-militias" },
  nusra: { perpetrator: "nusra" },
  "al nusra": { perpetrator: "nusra" },
  nussra: { perpetrator: "nusra" },
  "al nussra": { perpetrator: "nusra" },
  "an nussra": { perpetrator: "nusra" },
  "fateh al sham": { perpetrator: "fateh-al-sham" },
  "jabhat fatah al sham": { perpetrator: "fateh-al-sham" },
  "jabhat fateh al sham": { perpetrator: "fateh-al-sham" },
  israel: { perpetrator: "israel" },
  israeli: { perpetrator: "israel" },
  "remnants of the regime": { perpetrator: "regime-remnants" },
  extremist: { alliance: "extremist-islamic" },
  extremists: { alliance: "extremist-islamic" },
  "extremist islamist": { alliance: "extremist-islamic" },
  "islamic extremist": { alliance: "extremist-islamic" },
  "radical islamic": { alliance: "extremist-islamic" },
  others: { section: "other" },
  landmines: { perpetrator: "landmines" },
  "landmine explosions": { perpetrator: "landmines" },
  "bombings of unknown source": { perpetrator: "bombings" },
  "not identified": { perpetrator: "unidentified" },
  "we could not identify": { perpetrator: "unidentified" },
  "that we could not identify": { perpetrator: "unidentified" },
  regierung: { perpetrator: "regime" },
  regierungstruppen: { perpetrator: "regime" },
  regierungskräfte: { perpetrator: "regime" },
  regimetruppen: { perpetrator: "regime" },
  regimekräfte: { perpetrator: "regime" },
  "russische streitkräfte": { perpetrator: "russia" },
  "russische truppen": { perpetrator: "russia" },
  "bewaffnete opposition": { perpetrator: "armed-opposition" },
  "bewaffnete oppositionsgruppen": { perpetrator: "armed-opposition" },
  "internationale koalition": { perpetrator: "coalition" },
  "extremistische islamische gruppen": { alliance: "extremist-islamic" },
  "nicht identifiziert": { perpetrator: "unidentified" },
  "nicht identifizierte gruppen": { perpetrator: "unidentified" },
  unbekannt: { perpetrator: "unidentified" },
  "andere parteien": { section: "other" },
  "forces gouvernementales": { perpetrator: "regime" },
  "forces russes": { perpetrator: "russia" },
  daesch: { perpetrator: "isis" },
  "groupes d'opposition armés": { perpetrator: "armed-opposition" },
  "groupes non identifiés": { perpetrator: "unidentified" },
  "autres parties": { section: "other" },
  "قوات النظام السوري": { perpetrator: "regime" },
  "النظام السوري": { perpetrator: "regime" },
  "قوات النظام": { perpetrator: "regime" },
  "قوات نظام الأسد": { perpetrator: "regime" },
  "قوات الحلف السوري الروسي": { alliance: "syrian-russian" },
  "القوات الروسية": { perpetrator: "russia" },
  "قوات سوريا الديمقراطية": { perpetrator: "sdf" },
  قسد: { perpetrator: "sdf" },
  "فصائل المعارضة المسلحة": { perpetrator: "armed-opposition" },
  "المعارضة المسلحة": { perpetrator: "armed-opposition" },
  "هيئة تحرير الشام": { perpetrator: "hts" },
  "تنظيم داعش": { perpetrator: "isis" },
  داعش: { perpetrator: "isis" },
  "تنظيم الدولة": { perpetrator: "isis" },
  "التنظيمات الإسلامية المتشددة": { alliance: "extremist-islamic" },
  "فصائل في المعارضة المسلحة": { perpetrator: "armed-opposition" },
  "القوات الإسرائيلية": { perpetrator: "israel" },
  "قوات التحالف الدولي": { perpetrator: "coalition" },
  "جهات أخرى": { section: "other" },
  "جهات لم نتمكن من تحديدها": { perpetrator: "unidentified" },
};

/** Words that a name is printed with or without: "armed opposition factions", "unidentified parties", "the HTS". */
const generic = new Set(
  (
    "a the of its led " +
    "force forces troops faction factions group groups militia militias party parties front side sides " +
    "actor actors entity entities organisation organisations organization organizations perpetrator perpetrators"
  ).split(" "),
);

/** Whether a name that nobody knows may be of a source that is nobody: "Unclaimed shelling", "explosive remnants". */
export function isOfSource(name: string): boolean {
  return /\b(?:un(?:known|identif|determin|claim)|not |could|unable|unbekannt|nicht |non |inconnu)|mine|shell|bomb|gunfire|explo|remnants of war|مجهول|لم |ألغام/i.test(
    name,
  );
}

/** What remains of a name without its generic words; null where nothing does. */
function core(name: string): string | null {
  const words = name
    .toLowerCase()
    .split(/[\s\p{Pd}/,]+/u)
    .filter((word) => word !== "" && !generic.has(word))
    .map(spelling);
  return words.length === 0 ? null : words.join(" ");
}

/**
 * Finds a party, source, alliance or section by a name that differs from those of the codebook in generic words only. A name that would be two of them is none.
 */
export function looseFinder(codebook: Codebook): (name: string) => Coordinates | null {
  const named = (
    entries: Readonly<Record<string, { readonly label: string; readonly aliases?: readonly string[] }>>,
    of: (key: string) => Coordinates,
  ): (readonly [string, Coordinates])[] =>
    Object.entries(entries).flatMap(([key, { label, aliases = [] }]) =>
      [label, ...aliases].map((name) => [name, of(key)] as const),
    );
  const all = [
    ...Object.entries(furtherNames),
    ...named(codebook.perpetrators, (perpetrator) => ({ perpetrator })),
    ...named(codebook.unattributed, (perpetrator) => ({ perpetrator })),
    ...named(codebook.alliances, (alliance) => ({ alliance })),
    ...named(codebook.sections, (section) => ({ section })),
  ];
  const found = new Map<string, Coordinates | null>();
  for (const [name, of] of all) {
    const key = core(name);
    if (key === null) continue;
    const before = found.get(key);
    found.set(key, before === undefined || JSON.stringify(before) === JSON.stringify(of) ? of : null);
  }
  return (name) => found.get(core(name) ?? "") ?? null;
}
