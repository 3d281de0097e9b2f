import type { PlanDocument, Transfer, TransferTotal } from '../plan/document';
import { transferCode } from '../figures/reconciliation/creditLines';
import { DIRECTIONS, KINDS, type Direction, type Kind } from '../plan/vocabulary';
import { totalCents, transferSum } from '../figures/sums';
import { labelOfDirection, labelOfKind } from '../schema/rows/labels';
import { cellAddress } from './address';
import { euro, euroOrBlank } from './amounts';
import { lineSuffix } from './creditColumns';
import { MAX_EURO } from './credits';
import { formulaCell, here, literal, whole, type SourceIndex } from './formulas';
import { KEY_COLUMN, LISTS, SHEETS, TABLES } from './names';
import { rowHeights } from './rowHeights';
import { CONTENT_ROW, headBlock, printOf, sheetOf, TAB_COLORS, TITLE_ROW } from './sheet';
import type { BlockSpec, CellSpec, SheetSpec } from './spec';
import { placeTable, type ColumnModel, type TableModel } from './table';

/** Names of the columns of the table of transfers. */
export const TRANSFER_COLUMNS = {
  id: 'Overdracht',
  estimate: 'Raming',
  description: 'Omschrijving',
  entity: 'Entiteit',
  kind: 'Soort',
  direction: 'Richting',
  objective: 'Doelstelling',
  actionPlan: 'Actieplan',
  node: 'Actie',
  account: 'Rekening',
  accountName: 'Naam rekening',
  domain: 'Beleidsdomein',
  domainName: 'Naam beleidsdomein',
  field: 'Beleidsveld',
  fieldName: 'Naam beleidsveld',
  fromYear: 'Van jaar',
  toYear: 'Naar jaar',
  credit: 'Transactiekrediet',
  amount: 'Bedrag',
  references: 'Verwijst naar',
  source: 'Bron',
  /** Code, first letters of kind and direction, and year in one text, as on the sheet of credits. */
  line: 'Lijn',
} as const;

interface TransferColumn extends ColumnModel {
  readonly cell: (transfer: Transfer) => CellSpec;
}

/** Key of a transfer: its number, told apart when a report prints one twice. */
export function transferKeys(transfers: readonly Transfer[]): readonly string[] {
  const seen = new Map<string, number>();
  return transfers.map(({ id }) => {
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id}#${count}`;
  });
}

/** References as one cell: separated by a blank, since none holds one. */
export const REFERENCE_SEPARATOR = ' ';

/** The credits carried over to the next year, one row per printed line. */
export function transferTable(document: PlanDocument, source: SourceIndex): TableModel {
  const c = TRANSFER_COLUMNS;
  const total = (name: string, cents: number): ColumnModel['total'] => ({
    formula: `SUBTOTAL(109,${whole(TABLES.transfers, name)})`,
    value: euro(cents),
    style: 'centTotal',
  });
  const sum = (pick: (transfer: Transfer) => number): number => totalCents(document.transfers.map(pick)) ?? 0;
  const columns: readonly TransferColumn[] = [
    {
      name: c.id,
      width: 13,
      style: 'text',
      cell: ({ id }) => id,
      total: { label: 'Totaal', value: 'Totaal', style: 'totalText' },
    },
    { name: c.estimate, width: 12, style: 'text', cell: ({ estimate }) => estimate },
    { name: c.description, width: 60, style: 'textWrapped', cell: ({ description }) => description || null },
    { name: c.kind, width: 17, style: 'text', cell: ({ kind }) => labelOfKind(kind) },
    { name: c.direction, width: 17, style: 'text', cell: ({ direction }) => labelOfDirection(direction) },
    { name: c.node, width: 12, style: 'text', cell: ({ node }) => node },
    { name: c.fromYear, width: 7, style: 'year', cell: ({ fromYear }) => fromYear },
    { name: c.toYear, width: 7, style: 'year', cell: ({ toYear }) => toYear },
    {
      name: c.credit,
      width: 17,
      style: 'cent',
      alignRight: true,
      total: total(
        c.credit,
        sum((each) => each.transactionCreditCents),
      ),
      cell: ({ transactionCreditCents }) => euro(transactionCreditCents),
    },
    {
      name: c.amount,
      width: 17,
      style: 'cent',
      alignRight: true,
      total: total(
        c.amount,
        sum((each) => each.amountCents),
      ),
      cell: ({ amountCents }) => euro(amountCents),
    },
    { name: c.source, width: 13, style: 'textCentered', cell: (transfer) => source.link(transfer.source) },
    { name: c.entity, width: 14, style: 'text', cell: ({ entity }) => entity || null },
    { name: c.objective, width: 12, style: 'text', cell: ({ objective }) => objective },
    { name: c.actionPlan, width: 12, style: 'text', cell: ({ actionPlan }) => actionPlan },
    { name: c.account, width: 11, style: 'text', cell: ({ account }) => account },
    { name: c.accountName, width: 40, style: 'textWrapped', cell: ({ accountName }) => accountName },
    { name: c.domain, width: 9, style: 'text', cell: ({ policyDomain }) => policyDomain },
    { name: c.domainName, width: 24, style: 'textWrapped', cell: ({ policyDomainName }) => policyDomainName },
    { name: c.field, width: 9, style: 'text', cell: ({ policyField }) => policyField },
    { name: c.fieldName, width: 24, style: 'textWrapped', cell: ({ policyFieldName }) => policyFieldName },
    {
      name: c.references,
      width: 24,
      style: 'textWrapped',
      cell: ({ references }) => references.join(REFERENCE_SEPARATOR) || null,
    },
    lineColumn(),
    { name: KEY_COLUMN, width: 14, style: 'text', hidden: true, cell: () => null },
  ];
  const keys = transferKeys(document.transfers);
  return {
    name: TABLES.transfers,
    columns: columns.map(({ cell: _, ...column }) => column),
    rows: document.transfers.map((transfer, index) =>
      columns.map(({ name, cell }) => (name === KEY_COLUMN ? (keys[index] ?? null) : cell(transfer))),
    ),
    totals: document.transfers.length > 0,
  };
}

/** The code a transfer counts for is its action, else what it stands under, else its own number (figures/reconciliation, transferCode). */
function lineColumn(): TransferColumn {
  const c = TRANSFER_COLUMNS;
  const at = (column: string): string => here(TABLES.transfers, column);
  const code = [c.node, c.actionPlan, c.objective].reduceRight(
    (rest, column) => `IF(${at(column)}<>"",${at(column)},${rest})`,
    at(c.id),
  );
  const formula = `${code}&"|"&LEFT(${at(c.kind)},1)&LEFT(${at(c.direction)},1)&"|"&${at(c.fromYear)}`;
  return {
    name: c.line,
    width: 24,
    style: 'textMuted',
    hidden: true,
    formula,
    cell: (transfer) =>
      formulaCell(formula, `${transferCode(transfer)}${lineSuffix({ ...transfer, year: transfer.fromYear })}`),
  };
}

interface TotalLine {
  readonly kind: Kind;
  readonly direction: Direction;
  readonly printed: TransferTotal | undefined;
}

/** Kinds and directions that are carried over or have a printed total, the balance last. */
function totalLines({ transfers, transferTotals }: PlanDocument): readonly TotalLine[] {
  return KINDS.filter((kind) => [...transfers, ...transferTotals].some((each) => each.kind === kind)).flatMap((kind) =>
    DIRECTIONS.map((direction) => ({
      kind,
      direction,
      printed: transferTotals
        .filter((each) => each.kind === kind && each.direction === direction)
        .sort((left, right) => rank(right) - rank(left))[0],
    })),
  );
}

/** The total over all entities goes before that of one, and the sum over all years before one of them. */
const rank = ({ scope, year }: TransferTotal): number => (scope === 'total' ? 2 : 0) + (year === null ? 1 : 0);

/** The totals stand under the description and the columns after it, which are wide enough. */
const TOTALS_COLUMN = 2;

/** Sums per kind and direction, each beside the printed total. */
function totalsBlock(document: PlanDocument, source: SourceIndex, row: number): BlockSpec {
  const amount = whole(TABLES.transfers, TRANSFER_COLUMNS.amount);
  const sumFormula = (kind: Kind, direction: Direction): string =>
    `SUMIFS(${amount},${whole(TABLES.transfers, TRANSFER_COLUMNS.kind)},${literal(labelOfKind(kind))},` +
    `${whole(TABLES.transfers, TRANSFER_COLUMNS.direction)},${literal(labelOfDirection(direction))})`;
  const lines = totalLines(document);
  const head: readonly CellSpec[] = ['Totaal', 'Som van de lijnen', 'Gedrukt', 'Verschil', 'Bron'].map(
    (value, index) => ({
      value,
      style: index > 0 && index < 4 ? 'schemaHeadRight' : 'schemaHead',
    }),
  );
  return {
    row,
    column: TOTALS_COLUMN,
    cells: [
      head,
      ...lines.map(({ kind, direction, printed }, index): readonly CellSpec[] => {
        const balance = direction === 'balance';
        const cents = transferSum(document.transfers, kind, direction) ?? 0;
        const formula = balance
          ? `${sumFormula(kind, 'receipts')}-${sumFormula(kind, 'expenditure')}`
          : sumFormula(kind, direction);
        const at = row + 1 + index;
        const printedAt = cellAddress(at, TOTALS_COLUMN + 2);
        const difference = printed ? cents - printed.amountCents : null;
        return [
          { value: `${labelOfKind(kind)}, ${labelOfDirection(direction).toLowerCase()}`, style: 'text' },
          formulaCell(formula, euro(cents), 'cent'),
          { value: printed ? euro(printed.amountCents) : null, style: 'centMuted' },
          formulaCell(
            `IF(${printedAt}="","",ROUND(${cellAddress(at, TOTALS_COLUMN + 1)}-${printedAt},2))`,
            euroOrBlank(difference),
            'difference',
          ),
          source.link(printed?.source ?? null),
        ];
      }),
    ],
  };
}

export function transferSheet(
  document: PlanDocument,
  model: TableModel,
  source: SourceIndex,
  entity: string,
): SheetSpec {
  const totals = totalsBlock(document, source, CONTENT_ROW);
  const headRow = CONTENT_ROW + totals.cells.length + 1;
  const placed = placeTable(model, headRow, 0);
  const list = (column: string, from: string) =>
    ({
      kind: 'list',
      ranges: [placed.bodyOf(column)],
      source: from,
      reaction: 'stop',
      title: column,
      message: 'Kies uit de lijst; de formules herkennen alleen deze woorden.',
    }) as const;
  return sheetOf({
    name: SHEETS.transfers,
    tabColor: TAB_COLORS.work,
    columns: placed.columns,
    rows: [TITLE_ROW, { row: headRow, height: 28 }, ...rowHeights(model, headRow, [TRANSFER_COLUMNS.description])],
    blocks: [
      headBlock('Overdrachten', 'Kredieten die naar het volgende jaar gaan, met hun gedrukte totalen.'),
      totals,
      placed.block,
    ],
    tables: [placed.table],
    validations: [
      list(TRANSFER_COLUMNS.kind, LISTS.kinds),
      list(TRANSFER_COLUMNS.direction, LISTS.directions),
      {
        kind: 'decimal',
        ranges: [placed.bodyOf(TRANSFER_COLUMNS.credit), placed.bodyOf(TRANSFER_COLUMNS.amount)],
        min: -MAX_EURO,
        max: MAX_EURO,
        reaction: 'stop',
        title: 'Bedrag',
        message: 'Vul een bedrag in euro in, zonder tekst of eurotekens.',
      },
    ],
    freeze: { rows: headRow + 1, columns: 1 },
    print: printOf(entity, 'Overdrachten', {
      orientation: 'landscape',
      titleRows: [headRow, headRow],
      area: { row: 0, column: 0, rows: headRow + placed.table.range.rows, columns: PRINTED_COLUMNS },
    }),
  });
}

/** Up to the link to the source; account and policy field stand beside the print. */
const PRINTED_COLUMNS = 11;
