import { PART_FIELDS, type PartEdit, type PartField, type Rejection } from '../../changes/merge/collect';
import type { StatusVocabulary } from '../../plan/status';
import { cellText } from '../cellText';
import { cellAt, findTable, type SheetContent, type WorkbookContent } from '../content';
import { KEY_COLUMN, TABLES } from '../names';
import { PLAN_COLUMNS } from '../planColumns';
import { PART_COLUMNS, PART_FORMAT, PART_STATE_ROW, PART_STATE_SHEET } from './part';

/** A part that came back. */
export interface ReturnedPart {
  readonly owner: string;
  /** How many rows were sent out, and how many of these now have a status and a text. */
  readonly rows: number;
  readonly filled: number;
  readonly edits: readonly PartEdit[];
  readonly rejections: readonly Rejection[];
}

/** A row as it was sent out: texts as they stood in the cells. */
interface SentRow {
  readonly node: string;
  readonly code: string;
  readonly cells: Readonly<Record<PartField, string>>;
}

const textAt = (sheet: SheetContent, row: number, column: number): string =>
  column < 0 ? '' : String(cellAt(sheet, row, column) ?? '');

function sentRows(state: SheetContent): readonly SentRow[] {
  const rows: SentRow[] = [];
  for (let row = PART_STATE_ROW; textAt(state, row, 0) !== ''; row += 1) {
    const [node = '', code = '', title = '', status = '', text = ''] = [0, 1, 2, 3, 4].map((column) =>
      textAt(state, row, column),
    );
    rows.push({ node, code, cells: { title, status, text } });
  }
  return rows;
}

/** The rows of the plan as they came back: by key, each with its heads. */
interface BackRow {
  readonly key: string;
  readonly code: string;
  readonly cell: (column: string) => string | null;
}

function backRows(content: WorkbookContent): readonly BackRow[] | null {
  const found = findTable(content, TABLES.plan);
  if (!found) return null;
  const { sheet, table } = found;
  const { row: headRow, column: left, columns } = table.range;
  const heads = Array.from({ length: columns }, (_, at) => textAt(sheet, headRow, left + at));
  const rows: BackRow[] = [];
  // Rows that somebody typed right below the table count as well: what they say must not go unheard.
  for (let row = headRow + 1; row < sheet.cells.length; row += 1) {
    const cell = (column: string): string | null => {
      const at = heads.indexOf(column);
      return at < 0 ? null : textAt(sheet, row, left + at);
    };
    const code = (cell(PLAN_COLUMNS.code) ?? '').trim();
    const key = cell(KEY_COLUMN) ?? '';
    if (code !== '' || key !== '') rows.push({ key, code, cell });
  }
  return rows;
}

/** The code of a status by its words; the words themselves when the list does not have them. */
const statusCode = (label: string, statuses: StatusVocabulary): string =>
  statuses.find((term) => term.label.toLowerCase() === label.trim().toLowerCase())?.code ?? label.trim();

const known = (label: string, statuses: StatusVocabulary): boolean =>
  label.trim() === '' || statuses.some((term) => term.label.toLowerCase() === label.trim().toLowerCase());

/** Reads a part that came back: what its owner changed of their rows, and what cannot be taken, by the code of the row. `part`: name of the file. */
export function readPart(
  content: WorkbookContent,
  part: string,
  document: string,
  statuses: StatusVocabulary,
): ReturnedPart {
  const reject = (reason: string): ReturnedPart => ({
    owner: '',
    rows: 0,
    filled: 0,
    edits: [],
    rejections: [{ part, reason }],
  });
  const state = content.sheets.find(({ name }) => name === PART_STATE_SHEET);
  if (!state || textAt(state, 0, 0) !== PART_FORMAT)
    return reject('dit is geen deel dat met planboek split gemaakt is, of zijn verborgen blad is weg');
  if (textAt(state, 1, 0) !== document)
    return reject(`dit is een deel van een ander werkboek (${textAt(state, 1, 0)})`);
  const sent = sentRows(state);
  const back = backRows(content);
  if (!back) return reject(`de tabel ${TABLES.plan} is weg (${sent.map(({ code }) => code).join(', ')})`);
  const reader = new PartReader(part, sent, statuses);
  for (const row of back) reader.read(row);
  return { owner: textAt(state, 2, 0), rows: sent.length, ...reader.result() };
}

class PartReader {
  private readonly byKey: ReadonlyMap<string, SentRow>;
  private readonly byCode: ReadonlyMap<string, SentRow>;
  private readonly seen = new Set<SentRow>();
  private readonly edits: PartEdit[] = [];
  private readonly rejections: Rejection[] = [];
  private filled = 0;

  constructor(
    private readonly part: string,
    private readonly sent: readonly SentRow[],
    private readonly statuses: StatusVocabulary,
  ) {
    this.byKey = new Map(sent.map((row) => [row.node, row]));
    this.byCode = new Map(sent.map((row) => [row.code.toLowerCase(), row]));
  }

  private reject(reason: string): void {
    this.rejections.push({ part: this.part, reason });
  }

  read(row: BackRow): void {
    const byCode = this.byCode.get(row.code.toLowerCase());
    const own = row.key === '' ? byCode : this.byKey.get(row.key);
    if (!own) return this.reject(`${row.code || row.key}: deze rij hoort niet bij dit deel en is niet overgenomen`);
    if (this.seen.has(own))
      return this.reject(`${own.code}: deze rij staat er twee keer; de tweede is niet overgenomen`);
    this.seen.add(own);
    if (row.code !== '' && row.code.toLowerCase() !== own.code.toLowerCase() && !this.isLink(row.code, own))
      this.reject(`${own.code}: de code is gewijzigd in ${row.code}; dat is niet overgenomen`);
    for (const field of PART_FIELDS) this.readField(row, own, field);
    if ((row.cell(PART_COLUMNS.status) ?? '') !== '' && (row.cell(PART_COLUMNS.text) ?? '') !== '') this.filled += 1;
  }

  /** Codes without letters stand on sheets with their level before them. */
  private readonly isLink = (code: string, { code: own, node }: SentRow): boolean =>
    code.toLowerCase().endsWith(` ${own.toLowerCase()}`) || code === node;

  private readField(row: BackRow, own: SentRow, field: PartField): void {
    const value = row.cell(PART_COLUMNS[field]);
    if (value === null) return this.reject(`${own.code}: de kolom ${PART_COLUMNS[field]} is weg`);
    if (cellText(value) === cellText(own.cells[field])) return;
    if (field === 'title' && value.trim() === '') return this.reject(`${own.code}: de titel is leeg`);
    if (field === 'status' && !known(value, this.statuses))
      return this.reject(`${own.code}: de status "${value}" staat niet in de lijst`);
    const told = (text: string): string => (field === 'status' ? statusCode(text, this.statuses) : text);
    this.edits.push({
      part: this.part,
      node: own.node,
      code: own.code,
      field,
      base: told(own.cells[field]),
      value: told(value),
    });
  }

  result(): Pick<ReturnedPart, 'filled' | 'edits' | 'rejections'> {
    for (const own of this.sent)
      if (!this.seen.has(own))
        this.reject(`${own.code}: deze rij is uit het deel verwijderd; in het werkboek blijft ze staan`);
    return { filled: this.filled, edits: this.edits, rejections: this.rejections };
  }
}
