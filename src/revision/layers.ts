import type { Stretch, Stretches } from "./stretches.js";

/** Stretches whose rows can be parsed together, since each id stands once in them, with the incidents as they were then. */
export interface Layer {
  readonly incidents: readonly Stretch[];
  readonly victims: readonly Stretch[];
}

/**
 * All stretches in as few layers as the most often changed record needs: in each the incidents in their nth version, and of
 * each victim one stretch in which its incident was in that.
 */
export function layersOf(incidents: Stretches, victims: Stretches): Layer[] {
  const layers = new Map<string, { readonly incidents: Set<Stretch>; readonly victims: Stretch[] }>();
  const layerAt = (version: number, nth: number) => {
    const name = `${version} ${nth}`;
    const layer = layers.get(name) ?? { incidents: new Set(), victims: [] };
    layers.set(name, layer);
    return layer;
  };
  const versionOf = new Map<Stretch, number>();
  for (const stretches of incidents.values()) {
    for (const [version, stretch] of stretches.entries()) {
      versionOf.set(stretch, version);
      layerAt(version, 0).incidents.add(stretch);
    }
  }
  for (const stretches of victims.values()) {
    const placed = new Map<number, number>();
    for (const stretch of stretches) {
      // A layer without incidents, where the victim's is not known.
      const version = stretch.incident === null ? -1 : (versionOf.get(stretch.incident) ?? -1);
      const nth = placed.get(version) ?? 0;
      placed.set(version, nth + 1);
      const layer = layerAt(version, nth);
      layer.victims.push(stretch);
      if (stretch.incident !== null) layer.incidents.add(stretch.incident);
    }
  }
  return [...layers.values()].map((layer) => ({
    incidents: inRowOrder([...layer.incidents]),
    victims: inRowOrder(layer.victims),
  }));
}

function inRowOrder(stretches: Stretch[]): readonly Stretch[] {
  return stretches.sort((a, b) => a.row.row - b.row.row);
}
