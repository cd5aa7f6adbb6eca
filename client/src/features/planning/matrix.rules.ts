/** The competency × instrument matrix while it is edited. Pure. */
export type Cell = { versionId: string; competency: string };
export type MatrixInstrument = { versionId: string; competencies: readonly string[] };
export type Ticked = ReadonlySet<string>;

/** Neither an id nor a competency's code has a space in it. */
export const cellKey = ({ versionId, competency }: Cell): string => `${versionId} ${competency}`;
export const measures = (instrument: MatrixInstrument, competency: string): boolean => instrument.competencies.includes(competency);

/** Every cell that can be ticked: what an instrument measures and the position requires. */
export function possibleCells(instruments: readonly MatrixInstrument[], competencies: readonly string[]): Cell[] {
  return instruments.flatMap((instrument) => competencies.filter((code) => measures(instrument, code)).map((competency) => ({ versionId: instrument.versionId, competency })));
}

/** From what is saved; cells that can no longer be ticked are left behind, since nobody could see them to take them away. */
export function tickedOf(cells: readonly Cell[], instruments: readonly MatrixInstrument[], competencies: readonly string[]): Ticked {
  const possible = new Set(possibleCells(instruments, competencies).map(cellKey));
  return new Set(cells.map(cellKey).filter((key) => possible.has(key)));
}

export function toggled(ticked: Ticked, cell: Cell): Ticked {
  const next = new Set(ticked);
  if (!next.delete(cellKey(cell))) next.add(cellKey(cell));
  return next;
}

/** As the server takes it, in the order of the grid. */
export const cellsOf = (ticked: Ticked, instruments: readonly MatrixInstrument[], competencies: readonly string[]): Cell[] =>
  possibleCells(instruments, competencies).filter((cell) => ticked.has(cellKey(cell)));

export type Coverage = "none" | "once" | "enough";
/** Evidence of one instrument alone is too little for a level, evidence of none is no level (PerBKN 26/2019). */
export function coverageOf(competency: string, ticked: Ticked, instruments: readonly MatrixInstrument[]): { count: number; coverage: Coverage } {
  const count = instruments.filter(({ versionId }) => ticked.has(cellKey({ versionId, competency }))).length;
  return { count, coverage: count === 0 ? "none" : count === 1 ? "once" : "enough" };
}

export type Place = { row: number; column: number };
const moves: Record<string, Place> = { ArrowUp: { row: -1, column: 0 }, ArrowDown: { row: 1, column: 0 }, ArrowLeft: { row: 0, column: -1 }, ArrowRight: { row: 0, column: 1 } };

/** Where an arrow key leads: the next cell in that direction that can be ticked, or the same one. Home and End: first and last of the row. */
export function moved(from: Place, key: string, size: { rows: number; columns: number }, canTick: (place: Place) => boolean): Place {
  const inside = ({ row, column }: Place) => row >= 0 && row < size.rows && column >= 0 && column < size.columns;
  if (key === "Home" || key === "End") {
    const columns = Array.from({ length: size.columns }, (_, column) => column).filter((column) => canTick({ row: from.row, column }));
    return { row: from.row, column: (key === "Home" ? columns[0] : columns.at(-1)) ?? from.column };
  }
  const move = moves[key];
  if (!move) return from;
  for (let next = { row: from.row + move.row, column: from.column + move.column }; inside(next); next = { row: next.row + move.row, column: next.column + move.column }) {
    if (canTick(next)) return next;
  }
  return from;
}
