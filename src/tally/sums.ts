/**
 * The sums of a tally while it is counted: `width` numbers for each cell, 0 until something is added to them.
 *
 * Where there are few cells, or most of them are reached, each has its row by its number (dense); elsewhere only those that are
 * reached have one, found through a hash table (sparse). Sparse sums become dense once an eighth of the cells is reached. The
 * room that they take grows with the cells that are reached, and what they hold does not depend on which they are.
 */
export class Sums {
  /** The numbers of all rows, row after row. Another array once a cell is reached for the first time: read it after `startOf`. */
  numbers: Float64Array;
  private rows = 0;
  /** The cell of each row, or none where rows are cells. */
  private cellOfRow: Float64Array | undefined;
  /** A hash table of open addressing: the row of a cell, counted from 1, or 0. Its length is a power of 2. */
  private table = new Int32Array(0);

  constructor(
    readonly cells: number,
    readonly width: number,
    /** How many of the cells are surely going to be reached. */
    reached = 0,
  ) {
    const isDense = cells * width <= fewNumbers || cells <= sparsest * reached;
    this.numbers = new Float64Array(width * (isDense ? cells : firstRows));
    if (isDense) return;
    this.cellOfRow = new Float64Array(firstRows);
    this.table = new Int32Array(2 * firstRows);
  }

  /** Dense sums of one number for each cell. */
  static of(numbers: ArrayLike<number>): Sums {
    const sums = new Sums(numbers.length, 1, numbers.length);
    sums.numbers.set(numbers);
    return sums;
  }

  /** Where the numbers of a cell start. */
  startOf(cell: number): number {
    return this.cellOfRow === undefined ? cell * this.width : this.rowOf(cell, this.cellOfRow) * this.width;
  }

  /** Puts in the place of each cell where its numbers start; `NaN` stays. */
  findPlaces(cells: Float64Array): void {
    if (this.isDense()) {
      if (this.width > 1)
        for (let nth = 0; nth < cells.length; nth++) cells[nth] = (cells[nth] ?? 0) * this.width;
      return;
    }
    const places = cells.map((cell) => (cell >= 0 ? this.startOf(cell) : Number.NaN));
    // Sums that have become dense meanwhile have moved what was found before.
    if (this.isDense()) this.findPlaces(cells);
    else cells.set(places);
  }

  /** Whether each cell has its row by its number. */
  private isDense(): boolean {
    return this.cellOfRow === undefined;
  }

  /** Adds 1 to the number at a place. */
  addOne(place: number): void {
    this.numbers[place] = (this.numbers[place] ?? 0) + 1;
  }

  /** Adds numbers from a place on. */
  add(start: number, numbers: readonly number[]): void {
    for (let nth = 0; nth < numbers.length; nth++) {
      this.numbers[start + nth] = (this.numbers[start + nth] ?? 0) + (numbers[nth] ?? 0);
    }
  }

  /** The cells whose numbers are not all zero, ascending, and where the numbers of each start. */
  filled(): { readonly cells: number[]; readonly starts: Float64Array } {
    const { numbers, width } = this;
    const order = this.cellOfRow?.slice(0, this.rows).sort();
    const starts = new Float64Array(order?.length ?? this.cells);
    let length = 0;
    for (let nth = 0; nth < starts.length; nth++) {
      const start = order === undefined ? nth * width : this.startOf(order[nth] ?? 0);
      let column = 0;
      while (column < width && numbers[start + column] === 0) column++;
      if (column < width) starts[length++] = start;
    }
    const cells = new Array<number>(length);
    for (let slot = 0; slot < length; slot++) cells[slot] = this.cellAt(starts[slot] ?? 0);
    return { cells, starts: starts.subarray(0, length) };
  }

  /** The cell whose numbers start there. */
  private cellAt(start: number): number {
    const row = start / this.width;
    return this.cellOfRow === undefined ? row : (this.cellOfRow[row] ?? row);
  }

  private rowOf(cell: number, cellOfRow: Float64Array): number {
    const last = this.table.length - 1;
    let place = hashOf(cell) & last;
    for (let row = this.table[place]; row !== 0 && row !== undefined; row = this.table[place]) {
      if (cellOfRow[row - 1] === cell) return row - 1;
      place = (place + 1) & last;
    }
    if (this.rows === cellOfRow.length) {
      this.grow(cellOfRow);
      return this.startOf(cell) / this.width;
    }
    cellOfRow[this.rows] = cell;
    this.rows++;
    this.table[place] = this.rows;
    return this.rows - 1;
  }

  /** Makes room for twice as many rows, or for all cells. */
  private grow(cellOfRow: Float64Array): void {
    const isDense = this.cells <= sparsest * this.rows;
    const before = this.numbers;
    this.numbers = new Float64Array(this.width * (isDense ? this.cells : 2 * this.rows));
    if (isDense) {
      this.cellOfRow = undefined;
      cellOfRow.forEach((cell, row) => {
        const numbers = before.subarray(row * this.width, (row + 1) * this.width);
        this.numbers.set(numbers, cell * this.width);
      });
      return;
    }
    this.numbers.set(before);
    this.cellOfRow = new Float64Array(2 * this.rows);
    this.cellOfRow.set(cellOfRow);
    this.table = new Int32Array(4 * this.rows);
    cellOfRow.forEach((cell, row) => {
      const last = this.table.length - 1;
      let place = hashOf(cell) & last;
      while (this.table[place] !== 0) place = (place + 1) & last;
      this.table[place] = row + 1;
    });
  }
}

/** Sums of so many numbers are dense from the start, whatever is reached of them. */
const fewNumbers = 16_384;

/** Sums become dense once one cell in so many is reached. */
const sparsest = 8;

/** The rows of sparse sums at the start, a power of 2. */
const firstRows = 64;

/** The bits of a cell's number, up to 2^53, mixed so that neighbouring cells lie apart. */
function hashOf(cell: number): number {
  const low = Math.imul(cell | 0, 0x9e3779b1);
  const high = Math.imul((cell / 0x100000000) | 0, 0x85ebca6b);
  const mixed = low ^ high;
  return mixed ^ (mixed >>> 15);
}
