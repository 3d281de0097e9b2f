import { describeFinding, placeAt, type Finding, type Language } from '../../plan/finding';
import type { ExtraColumns } from '../../plan/ledger';
import type { Source } from '../../plan/document';
import type { Cents } from '../../plan/money';
import type { Header } from './columns';
import { TABLE_KINDS } from './findingKinds';
import { cellText, type Grid, type GridCell } from './grid';
import { amountOf } from './values';

type ProblemName = keyof typeof TABLE_KINDS;

/** Findings about the cells of tables, each with file, row and column as they stand in the file. */
export class TableFindings {
  readonly found: Finding[] = [];

  constructor(private readonly language: Language) {}

  add(
    name: ProblemName,
    place: { readonly file: string; readonly row: number; readonly column?: string },
    more: Readonly<Record<string, string | number>> = {},
  ): void {
    const kind = TABLE_KINDS[name];
    const { file, row, column } = place;
    const raw = {
      check: kind.id,
      place: placeAt({ line: row }),
      figures: { file, row, ...(column === undefined ? {} : { column }), ...more },
      subject: [file, row, column].filter((part) => part !== undefined).join('|'),
    };
    this.found.push(describeFinding(kind, raw, this.language));
  }
}

/** One row of a table, read by the names of its columns. What a cell may not hold is a finding, and then counts as empty. */
export class RowReader {
  private readonly known: ReadonlySet<number>;
  private readonly extras: readonly (readonly [at: number, heading: string])[];
  private cells: readonly GridCell[] = [];
  private index = 0;

  constructor(
    private readonly grid: Grid,
    private readonly header: Header,
    readonly findings: TableFindings,
  ) {
    this.known = new Set(header.columns.values());
    this.extras = header.headings.flatMap((heading, at) =>
      this.known.has(at) || heading === '' ? [] : [[at, heading] as const],
    );
  }

  goTo(index: number): void {
    this.index = index;
    this.cells = this.grid.rows[index] ?? [];
  }

  /** 1-based row of the file. */
  get row(): number {
    return this.index + 1;
  }

  get source(): Source {
    return { line: this.row, page: null, file: this.grid.name };
  }

  cell(key: string): GridCell {
    const at = this.header.columns.get(key);
    return at === undefined ? null : (this.cells[at] ?? null);
  }

  text(key: string): string {
    return cellText(this.cell(key));
  }

  textOrNull(key: string): string | null {
    return this.text(key) || null;
  }

  report(name: ProblemName, key: string, more: Readonly<Record<string, string | number>> = {}): void {
    const at = this.header.columns.get(key);
    const column = at === undefined ? key : (this.header.headings[at] ?? key);
    this.findings.add(name, { file: this.grid.name, row: this.row, column }, { value: this.text(key), ...more });
  }

  /** A value, or null for an empty cell and, with a finding, for one that holds something else. */
  read<Value>(
    key: string,
    parse: (cell: GridCell) => Value | null | undefined,
    problem: ProblemName,
    choices?: string,
  ): Value | null {
    const value = parse(this.cell(key));
    if (value !== undefined) return value;
    this.report(problem, key, choices === undefined ? {} : { choices });
    return null;
  }

  amount(key: string): Cents | null {
    return this.header.columns.has(key) ? this.read(key, amountOf, 'badAmount') : null;
  }

  /** What stands in columns we do not know; undefined when that is nothing. */
  extra(): ExtraColumns | undefined {
    const kept = this.extras.flatMap(([at, heading]) => {
      const text = cellText(this.cells[at]);
      return text === '' ? [] : [[heading, text] as const];
    });
    return kept.length === 0 ? undefined : Object.fromEntries(kept);
  }
}
