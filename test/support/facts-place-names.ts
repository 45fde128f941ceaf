import type { Codebook } from "../../src/codebook/codebook.js";
import { spelling } from "../../src/codebook/spelling.js";

/** Spellings of the governorates that reports in English and German print, and the codebook has not. */
const furtherNames: Readonly<Record<string, readonly string[]>> = {
  aleppo: ["Halab"],
  daraa: ["Deraa", "Dera'a"],
  "deir-ez-zour": ["Dayr az Zawr", "Deir al-Zour", "Deir al-Zor", "Der Ezzor", "Deir Essor", "Deir ez-Sor"],
  hama: ["Hamah"],
  hasaka: ["Hassaka", "Hassakeh", "Hasakeh", "Hassakah", "Hasska"],
  homs: ["Hims"],
  idlib: ["Idleb", "Edlib"],
  lattakia: ["Ladhiqiyah", "Latakkia"],
  quneitra: ["Qunaitra", "Qunaytirah", "Kuneitra"],
  raqqa: ["Raqqah", "Rakka", "Raqa"],
  "rural-damascus": ["Reef Dimashq", "Rif Damaskus", "Damaskus Umland", "Damascus rural", "Rif Damascus"],
  suwayda: ["Suwaida", "Suweida", "Sweida", "Sweda", "Swaida"],
  tartous: ["Tartus", "Tortous"],
};

/** What a name is printed with or without: "Idlib governorate", "the Al-Hasaka", "محافظة إدلب". */
const generic =
  /(?<!\p{L})(?:governorate|province|gouvernement|provinz|the|محافظة)(?!\p{L})|^(?:al|ar|as|el)[\s-]/giu;

function core(name: string): string {
  return spelling(name.trim().replace(generic, " ").trim().replace(generic, " "));
}

/** Finds a place by a name that differs from those of the codebook in its article, or a word that all places have. */
export function placeFinder({ places }: Codebook): (name: string) => string | null {
  const found = new Map<string, string | null>();
  const entries = Object.entries(places).flatMap(([key, { label, aliases = [] }]) =>
    [label, ...aliases, ...(furtherNames[key] ?? [])].map((name) => [core(name), key] as const),
  );
  for (const [name, key] of entries) found.set(name, (found.get(name) ?? key) === key ? key : null);
  return (name) => found.get(core(name)) ?? null;
}
