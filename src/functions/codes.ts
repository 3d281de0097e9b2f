import { success, type Result } from '../plan/result';
import { cellsOf, CellError, foldCode, plain, textOf, type Cells } from './cells';
import { refuse, Refusal, SENTENCES, type AnswerCell, type AnswerTable } from './failure';

/** The codes a call asks about: one cell or a range. */
export interface AskedCodes {
  readonly cells: Cells;
  /** Folded, each once, without the empty ones. */
  readonly wanted: ReadonlySet<string>;
}

export function askedCodes(argument: unknown): Result<AskedCodes, Refusal> {
  const cells = cellsOf(argument);
  if (cells === null) return refuse(SENTENCES.noCodes);
  return success({ cells, wanted: new Set(cells.flatMap((row) => row.map(foldCode)).filter((code) => code !== '')) });
}

/** An answer per code in the shape of the codes; empty for an empty cell, and a cell with an error stays one. */
export const perCode = ({ cells }: AskedCodes, answer: (folded: string, printed: string) => AnswerCell): AnswerTable =>
  cells.map((row) =>
    row.map((cell) => {
      if (plain(cell) instanceof CellError) return new Refusal('notAvailable', SENTENCES.errorInCode);
      const folded = foldCode(cell);
      return folded === '' ? '' : answer(folded, textOf(cell));
    }),
  );
