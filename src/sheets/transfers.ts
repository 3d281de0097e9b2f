import type { PlanDocument, Transfer, TransferTotal } from '../plan/document';
import type { Cents } from '../plan/money';
import { transferCode } from '../figures/reconciliation/creditLines';
import { DIRECTIONS, KINDS, type Direction, type Kind } from '../plan/vocabulary';
import { totalCents, transferSum } from '../figures/sums';
import { labelOfDirection, labelOfKind } from '../schema/rows/labels';
import { cellAddress } from './address';
import { euro, euroOrBlank } from './amounts';
import { alignedRight, calculated, column, hidden, keyColumn, tableOf, type Column } from './columns';
import { lineSuffix } from './creditColumns';
import { MAX_EURO } from './credits';
import { formulaCell, here, literal, whole, type SourceIndex } from './formulas';
import { chooseFrom, listSheet, ONLY_THESE_WORDS } from './listSheet';
import { LISTS, SHEETS, TABLES } from './names';
import { rowHeights } from './rowHeights';
import { CONTENT_ROW, TAB_COLORS } from './sheet';
import type { BlockSpec, CellSpec, SheetSpec } from './spec';
import { placeTable, type TableModel } from './table';

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

/** A transfer with the key of its row. */
interface TransferRow extends Transfer {
  readonly key: string | null;
}

/** The credits carried over to the next year, one row per printed line. */
export function transferTable(document: PlanDocument, source: SourceIndex): TableModel {
  const keys = transferKeys(document.transfers);
  return tableOf<TransferRow>(
    TABLES.transfers,
    [...printedColumns(document.transfers, source), ...besideColumns(), lineColumn(), keyColumn(14, ({ key }) => key)],
    document.transfers.map((transfer, index) => ({ ...transfer, key: keys[index] ?? null })),
    document.transfers.length > 0,
  );
}

/** What the report prints of a transfer. */
function printedColumns(transfers: readonly Transfer[], source: SourceIndex): readonly Column<TransferRow>[] {
  const c = TRANSFER_COLUMNS;
  const amount = (name: string, cents: (transfer: Transfer) => Cents): Column<TransferRow> => ({
    ...alignedRight(column(name, 17, 'cent', (transfer) => euro(cents(transfer)))),
    total: {
      formula: `SUBTOTAL(109,${whole(TABLES.transfers, name)})`,
      value: euro(totalCents(transfers.map(cents)) ?? 0),
      style: 'centTotal',
    },
  });
  return [
    { ...column(c.id, 13, 'text', ({ id }) => id), total: { label: 'Totaal', value: 'Totaal', style: 'totalText' } },
    column(c.estimate, 12, 'text', ({ estimate }) => estimate),
    column(c.description, 60, 'textWrapped', ({ description }) => description || null),
    column(c.kind, 17, 'text', ({ kind }) => labelOfKind(kind)),
    column(c.direction, 17, 'text', ({ direction }) => labelOfDirection(direction)),
    column(c.node, 12, 'text', ({ node }) => node),
    column(c.fromYear, 7, 'year', ({ fromYear }) => fromYear),
    column(c.toYear, 7, 'year', ({ toYear }) => toYear),
    amount(c.credit, ({ transactionCreditCents }) => transactionCreditCents),
    amount(c.amount, ({ amountCents }) => amountCents),
    column(c.source, 13, 'textCentered', (transfer) => source.link(transfer.source)),
  ];
}

/** What stands beside the print: the plan, account and policy field it belongs to. */
function besideColumns(): readonly Column<TransferRow>[] {
  const c = TRANSFER_COLUMNS;
  return [
    column(c.entity, 14, 'text', ({ entity }) => entity || null),
    column(c.objective, 12, 'text', ({ objective }) => objective),
    column(c.actionPlan, 12, 'text', ({ actionPlan }) => actionPlan),
    column(c.account, 11, 'text', ({ account }) => account),
    column(c.accountName, 40, 'textWrapped', ({ accountName }) => accountName),
    column(c.domain, 9, 'text', ({ policyDomain }) => policyDomain),
    column(c.domainName, 24, 'textWrapped', ({ policyDomainName }) => policyDomainName),
    column(c.field, 9, 'text', ({ policyField }) => policyField),
    column(c.fieldName, 24, 'textWrapped', ({ policyFieldName }) => policyFieldName),
    column(c.references, 24, 'textWrapped', ({ references }) => references.join(REFERENCE_SEPARATOR) || null),
  ];
}

/** The code a transfer counts for is its action, else what it stands under, else its own number (figures/reconciliation, transferCode). */
function lineColumn(): Column<TransferRow> {
  const c = TRANSFER_COLUMNS;
  const at = (name: string): string => here(TABLES.transfers, name);
  const code = [c.node, c.actionPlan, c.objective].reduceRight(
    (rest, name) => `IF(${at(name)}<>"",${at(name)},${rest})`,
    at(c.id),
  );
  const formula = `${code}&"|"&LEFT(${at(c.kind)},1)&LEFT(${at(c.direction)},1)&"|"&${at(c.fromYear)}`;
  return hidden(
    calculated(
      c.line,
      24,
      'textMuted',
      formula,
      (transfer) => `${transferCode(transfer)}${lineSuffix({ ...transfer, year: transfer.fromYear })}`,
    ),
  );
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
  return listSheet(
    'Overdrachten',
    'Kredieten die naar het volgende jaar gaan, met hun gedrukte totalen.',
    placed,
    PRINTED_COLUMNS,
    entity,
    {
      name: SHEETS.transfers,
      tabColor: TAB_COLORS.work,
      rows: [{ row: headRow, height: 28 }, ...rowHeights(model, headRow, [TRANSFER_COLUMNS.description])],
      blocks: [totals],
      validations: [
        chooseFrom(placed, TRANSFER_COLUMNS.kind, LISTS.kinds, ONLY_THESE_WORDS),
        chooseFrom(placed, TRANSFER_COLUMNS.direction, LISTS.directions, ONLY_THESE_WORDS),
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
    },
  );
}

/** Up to the link to the source; account and policy field stand beside the print. */
const PRINTED_COLUMNS = 11;
