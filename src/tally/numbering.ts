/**
 * Numbers texts as they are met, from 0.
 *
 * A hash table of open addressing: a `Map` takes more than twice as long for a million texts, each of which is one of its own.
 */
export class Numbering {
  /** What was met, in the order of the numbers. */
  private readonly texts: string[] = [];
  /** At each place a hash, and the number of the text that has it, counted from 1; 0 is a free place. Half of them are free. */
  private table = new Int32Array(2 * firstPlaces);

  /** The number that was given last: equal texts, of victims of one incident, often stand together. */
  private last = 0;

  /** How many were met. */
  get size(): number {
    return this.texts.length;
  }

  /** The number of a text: that which it was given, or the next. */
  numberOf(text: string): number {
    if (this.texts[this.last] !== text) this.last = this.find(text);
    return this.last;
  }

  private find(text: string): number {
    const { table, texts } = this;
    const hash = hashOf(text);
    const last = table.length / 2 - 1;
    let place = hash & last;
    for (let met = table[2 * place + 1] ?? 0; met !== 0; met = table[2 * place + 1] ?? 0) {
      if (table[2 * place] === hash && texts[met - 1] === text) return met - 1;
      place = (place + 1) & last;
    }
    table[2 * place] = hash;
    table[2 * place + 1] = texts.push(text);
    if (2 * texts.length > last) this.grow();
    return texts.length - 1;
  }

  private grow(): void {
    const { table } = this;
    const larger = new Int32Array(2 * table.length);
    const last = table.length - 1;
    for (let from = 0; from < table.length; from += 2) {
      const met = table[from + 1] ?? 0;
      if (met === 0) continue;
      const hash = table[from] ?? 0;
      let place = hash & last;
      while (larger[2 * place + 1] !== 0) place = (place + 1) & last;
      larger[2 * place] = hash;
      larger[2 * place + 1] = met;
    }
    this.table = larger;
  }
}

/** The places of the table at the start, a power of 2. */
const firstPlaces = 64;

/** The characters of a text mixed into 32 bits (FNV-1a, by code units, and a last step that spreads them over the lower bits). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let nth = 0; nth < text.length; nth++) hash = Math.imul(hash ^ text.charCodeAt(nth), 0x01000193);
  return hash ^ (hash >>> 15);
}
