import type { StatementColumn } from '../../plan/document';

const sameColumn = (left: StatementColumn, right: StatementColumn): boolean =>
  left.year === right.year && left.phase === right.phase && left.direction === right.direction;

/** Positions of the columns of one printed block within all columns of the statement. */
export type ColumnBlock = readonly number[];

/** The columns of a statement, gathered over the blocks in which it is printed: 2020-2025 first, 2026-2027 in a continuation. */
export class ColumnBlocks {
  readonly columns: StatementColumn[] = [];
  private blocks: ColumnBlock[] = [];
  /** Positions that a row has filled; a block nobody used may still be replaced by a head that says more. */
  private readonly used = new Set<number>();

  get isEmpty(): boolean {
    return this.blocks.length === 0;
  }

  /** Columns of the block being read. */
  current(): readonly StatementColumn[] {
    return (this.blocks.at(-1) ?? []).flatMap((position) => this.columns[position] ?? []);
  }

  /** Opens a block; a line of years right before it is replaced by the line of phases or directions that says more about the same block. */
  open(columns: readonly StatementColumn[]): void {
    const last = this.blocks.at(-1);
    if (last?.every((position) => !this.used.has(position))) this.drop(last);
    this.blocks.push(
      columns.map((column) => {
        const known = this.columns.findIndex((candidate) => sameColumn(candidate, column));
        return known >= 0 ? known : this.columns.push(column) - 1;
      }),
    );
  }

  private drop(block: ColumnBlock): void {
    this.blocks.pop();
    const kept = new Set(this.blocks.flat());
    const atEnd = Math.min(...block) === this.columns.length - block.length;
    if (atEnd && block.every((position) => !kept.has(position))) this.columns.length -= block.length;
  }

  /** The block a row with so many figures belongs to: the latest of that width, else the one being read. */
  blockFor(figures: number): ColumnBlock | undefined {
    return this.blocks.findLast((block) => block.length === figures) ?? this.blocks.at(-1);
  }

  /** Notes that a row filled the block, which is the one being read from now on. */
  use(block: ColumnBlock): void {
    for (const position of block) this.used.add(position);
    this.blocks = [...this.blocks.filter((candidate) => candidate !== block), block];
  }

  /** Is a block narrower than so many figures? Then blanks between thousands may have split them. */
  hasNarrower(figures: number): boolean {
    return this.blocks.some((block) => block.length < figures);
  }
}
