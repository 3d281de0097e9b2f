import { success, type Result } from '../../../plan/result';
import type { Finding } from '../../../plan/finding';
import type { ReadFailure } from '../../../read/source';
import { markCells, readMarks, sameCell, type CellMark } from '../../../workbook/excel/write/cellMarks';
import type { ExcelSession } from '../../../workbook/excel/request/session';
import type { LiveBook } from './liveBook';

/** A user has seen enough frames after this many; the list has them all. */
const MAX_MARKS = 50;

/** Frames the cells of findings that a live check brought. The frames themselves are what is remembered: they are saved with the workbook. */
export class Marker {
  private known: { readonly shape: number; readonly marks: readonly CellMark[] } | null = null;

  constructor(
    private readonly session: ExcelSession,
    private readonly live: LiveBook,
  ) {}

  /** Other sheets stand in the workbook. */
  forget(): void {
    this.known = null;
  }

  /** Frames the cells of `fresh`, and takes the frame from cells that none of `all` is about. */
  async mark(fresh: readonly Finding[], all: readonly Finding[]): Promise<Result<void, ReadFailure>> {
    if (!this.live.places) return success(undefined);
    const standing = await this.marks();
    if (!standing.ok) return standing;
    const open = this.cellsOf(all);
    const kept = standing.value.filter((mark) => open.some((cell) => sameCell(cell, mark)));
    const cleared = standing.value.filter((mark) => !kept.includes(mark));
    const added = this.cellsOf(fresh)
      .slice(0, MAX_MARKS)
      .filter((cell) => !kept.some((mark) => sameCell(mark, cell)));
    if (cleared.length === 0 && added.length === 0) return success(undefined);
    const marks = [...kept, ...added];
    // Neighbours share an edge: after clearing, all that stay are drawn again.
    const marked = await markCells(this.session, cleared.length > 0 ? marks : added, cleared);
    this.known = marked.ok ? { shape: this.live.shape, marks } : null;
    return marked;
  }

  private cellsOf(findings: readonly Finding[]): readonly CellMark[] {
    const cells: CellMark[] = [];
    for (const finding of findings) {
      const cell = finding.severity === 'info' ? null : this.live.places?.markableCell(finding);
      if (!cell) continue;
      const mark = { ...cell, sheet: this.live.keyOf(cell.sheet) };
      if (!cells.some((other) => sameCell(other, mark))) cells.push(mark);
    }
    return cells;
  }

  private async marks(): Promise<Result<readonly CellMark[], ReadFailure>> {
    const { known, live } = this;
    if (known?.shape === live.shape) return success(known.marks);
    const columns = live.places?.markableColumns() ?? [];
    const read = await readMarks(
      this.session,
      columns.map((part) => ({ ...part, sheet: live.keyOf(part.sheet) })),
    );
    if (read.ok) this.known = { shape: live.shape, marks: read.value };
    return read;
  }
}
