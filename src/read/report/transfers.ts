import type { Transfer, TransferTotal } from '../../plan/document';
import { placeAt } from '../../plan/finding';
import { parseAmount } from '../../plan/amountText';
import type { Direction, Kind } from '../../plan/vocabulary';
import { READING_KINDS } from '../findingKinds';
import type { CellJoiner } from './cells';
import { reportUnrecognised, type ReportContext } from './context';
import { claimFooter, isFooter, nextContent } from './furniture';
import { readTotals, TOTALS_COLUMNS, TOTALS_HEAD } from './transferTotals';

/** Lists of credits carried over: one row is six cells of wrapped lines set off by blank lines, closed by year, transaction credit and amount. */

export const TRANSFERS_TITLE = /^Overdracht (exploitatie|investerings?|financierings?)kredieten (\d{4}) naar (\d{4})$/i;

/** "AGB Waterdorp I U BD000002 - De": entity, type of budget, sort of budget, first line of the objective. */
const ROW_START = /^(\S.{0,80}?) ([EIF]) ([UO]) (\S{1,40} -(?: .*)?)$/;
const ROW_END = /^(\d{4}) (-?[\d.]{1,20},\d{2}) (-?[\d.]{1,20},\d{2})$/;
const COLUMN_HEAD =
  /^(?:Entiteit(?: Type)?(?: budget)?|Type|Soort|budget|krediet|Transactie ?krediet|Bedrag wijziging|Beleidsdoel?stelling Actieplan Actie .*)$/i;
const CELL_CODE = /^(\S+) - ?([\s\S]*)$/;
const BUDGET_CODE = /^(\d{4,9})\/(\d{1,4})\/(\d{3,5})\/([\s\S]*)$/;

const KIND_OF_LETTER: Readonly<Record<string, Kind>> = { E: 'operating', I: 'investment', F: 'financing' };
const CELLS = ['objective', 'actionPlan', 'action', 'estimate', 'budgetCode', 'transfer'] as const;
type CellName = (typeof CELLS)[number];

/** A row of the seed has 45 lines at most; past this the closing figures are missing. */
const MAX_ROW_LINES = 120;

export interface TransfersReading {
  readonly transfers: readonly Transfer[];
  readonly totals: readonly TransferTotal[];
  readonly closed: boolean;
  readonly next: number;
}

/** Reads one list from its title on; the joiner puts broken words together. */
export function readTransfers(
  context: ReportContext,
  start: number,
  end: number,
  joiner: CellJoiner,
): TransfersReading {
  const { ledger } = context;
  const title = TRANSFERS_TITLE.exec(ledger.text(start));
  const fromYear = Number(title?.[2]);
  const kind = kindOfTitle(title?.[1] ?? '');
  ledger.claim(start, 'transfersTitle');
  const transfers: Transfer[] = [];
  let next = start + 1;
  for (;;) {
    const at = nextContent(ledger, next, end);
    if (at >= end) return { transfers, totals: [], closed: false, next: at };
    const text = ledger.text(at);
    const row = ROW_START.exec(text);
    if (row) {
      const reading = readRow(context, at, end, fromYear, row, joiner);
      if (reading.transfer) transfers.push(reading.transfer);
      next = reading.next;
    } else if (TOTALS_HEAD.test(text)) {
      return { transfers, ...readTotals(context, at, end, kind), closed: true };
    } else {
      if (COLUMN_HEAD.test(text)) ledger.claim(at, 'transferHead');
      else reportUnrecognised(context, at);
      next = at + 1;
    }
  }
}

const kindOfTitle = (word: string): Kind =>
  /^expl/i.test(word) ? 'operating' : /^inv/i.test(word) ? 'investment' : 'financing';

interface RowReading {
  readonly transfer: Transfer | null;
  readonly next: number;
}

/** Reads the row that starts with `opening`; a row without its closing figures is said, and left. */
function readRow(
  context: ReportContext,
  start: number,
  end: number,
  fromYear: number,
  opening: RegExpExecArray,
  joiner: CellJoiner,
): RowReading {
  const [, entity = '', kindLetter = '', directionLetter = '', objectiveStart = ''] = opening;
  const { cells, figures, next } = readCellLines(context, start, end, objectiveStart);
  if (figures === null) return abandon(context, start, next);
  const frame: Frame = {
    entity,
    kind: KIND_OF_LETTER[kindLetter] ?? 'investment',
    direction: directionLetter === 'U' ? 'expenditure' : 'receipts',
  };
  const joined = cells.map((lines) => joiner.join(lines));
  return { transfer: makeTransfer(context, start, fromYear, frame, joined, figures), next };
}

interface CellLines {
  readonly cells: readonly (readonly string[])[];
  /** The closing figures; null when the row is left before they come. */
  readonly figures: RegExpExecArray | null;
  readonly next: number;
}

/**
 * The lines of the cells of one row, up to and with its closing figures:
 *
 *     Waterdorp I U BD000002 - De          entity, type, sort, and the first line of the first cell
 *     stad beweegt
 *                                          a blank line: the next cell
 *     AP000004 - Veilige straten
 *     ...
 *     2025 10.000,00 -2.500,00             year, transaction credit and amount
 */
function readCellLines(context: ReportContext, start: number, end: number, opening: string): CellLines {
  const { ledger } = context;
  const cells: string[][] = [[opening]];
  const last = Math.min(end, start + MAX_ROW_LINES);
  ledger.claim(start, 'transferRow');
  let blank = false;
  let next = start + 1;
  while (next < last) {
    const at = next;
    const text = ledger.text(at);
    next = at + 1;
    if (text === '') {
      blank = true;
      continue;
    }
    const figures = ROW_END.exec(text);
    if (figures) {
      ledger.claim(at, 'transferFigures');
      return { cells, figures, next };
    }
    if (ROW_START.test(text) || TOTALS_COLUMNS.test(text)) return { cells, figures: null, next: at };
    if (isFooter(text)) next = claimFooter(ledger, at, end);
    else if (blank && COLUMN_HEAD.test(text)) ledger.claim(at, 'transferHead');
    else {
      if (blank && !isContinuation(ledger.isIndented(at), cells)) cells.push([text]);
      else cells.at(-1)?.push(text);
      ledger.claim(at, 'transferRow');
      blank = false;
    }
  }
  return { cells, figures: null, next: last };
}

/** After a page break inside a cell the text goes on though a blank line may stand between. */
const isContinuation = (indented: boolean, cells: readonly (readonly string[])[]): boolean =>
  indented && cells.length >= CELLS.length;

function abandon(context: ReportContext, start: number, next: number): RowReading {
  context.findings.push({
    check: READING_KINDS.incompleteTransfer.id,
    place: placeAt({ line: start + 1 }),
    figures: { missing: 'bedrag wijziging' },
  });
  return { transfer: null, next };
}

interface Frame {
  readonly entity: string;
  readonly kind: Kind;
  readonly direction: Direction;
}

function makeTransfer(
  context: ReportContext,
  start: number,
  fromYear: number,
  frame: Frame,
  cells: readonly string[],
  figures: RegExpExecArray,
): Transfer {
  const cell = (name: CellName): string => cells[CELLS.indexOf(name)] ?? '';
  const coded = (name: CellName): { readonly code: string | null; readonly text: string } => {
    const match = CELL_CODE.exec(cell(name));
    return match ? { code: match[1] ?? null, text: (match[2] ?? '').trim() } : { code: null, text: cell(name) };
  };
  const estimate = coded('estimate');
  const transfer = coded('transfer');
  const budget = BUDGET_CODE.exec(cell('budgetCode'));
  const names = splitNames(budget?.[4] ?? '');
  const missing = CELLS.filter((name) => (name === 'budgetCode' ? budget === null : coded(name).code === null));
  if (missing.length > 0 || cells.length !== CELLS.length) {
    context.findings.push({
      check: READING_KINDS.incompleteTransfer.id,
      place: placeAt({ line: start + 1 }),
      figures: { missing: missing.map((name) => CELL_NAMES[name]).join(', ') || `${cells.length}/${CELLS.length}` },
    });
  }
  return {
    id: transfer.code ?? `r${start + 1}`,
    estimate: estimate.code,
    description: estimate.text,
    reason: transfer.text,
    entity: frame.entity,
    kind: frame.kind,
    direction: frame.direction,
    objective: coded('objective').code,
    actionPlan: coded('actionPlan').code,
    node: coded('action').code,
    account: budget?.[1] ?? null,
    policyDomain: budget?.[2] ?? null,
    policyField: budget?.[3] ?? null,
    ...names,
    fromYear,
    toYear: Number(figures[1]),
    transactionCreditCents: parseAmount(figures[2] ?? '')?.cents ?? 0,
    amountCents: parseAmount(figures[3] ?? '')?.cents ?? 0,
    references: referencesIn(estimate.text, estimate.code),
    source: context.ledger.source(start),
  };
}

const CELL_NAMES: Readonly<Record<CellName, string>> = {
  objective: 'beleidsdoelstelling',
  actionPlan: 'actieplan',
  action: 'actie',
  estimate: 'raming',
  budgetCode: 'budgetcode',
  transfer: 'nummer van de wijziging',
};

/** "account name/domain name/field name/"; only an account name may itself hold a slash. */
function splitNames(text: string): Pick<Transfer, 'accountName' | 'policyDomainName' | 'policyFieldName'> {
  const parts = text
    .trim()
    .replace(/\/$/, '')
    .split('/')
    .map((part) => part.trim());
  if (parts.length < 3)
    return { accountName: parts[0] || null, policyDomainName: parts[1] ?? null, policyFieldName: null };
  return {
    accountName: parts.slice(0, -2).join('/'),
    policyDomainName: parts.at(-2) ?? null,
    policyFieldName: parts.at(-1) ?? null,
  };
}

/** Estimates the text names, which are written like the estimate itself ("MJP" and digits), each once, in order. */
function referencesIn(text: string, own: string | null): readonly string[] {
  const prefix = /^\p{L}+/u.exec(own ?? '')?.[0];
  if (prefix === undefined) return [];
  const found = text.match(new RegExp(`(?<!\\p{L})${prefix}\\d{3,}`, 'gu')) ?? [];
  return [...new Set(found)].filter((reference) => reference !== own);
}
