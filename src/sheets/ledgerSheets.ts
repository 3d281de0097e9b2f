import type { BudgetLine, EntityKind, Ledger, TrialBalanceEntry } from '../plan/ledger';
import type { Cents } from '../plan/money';
import { labelOfDirection, labelOfKind } from '../schema/rows/labels';
import { euro } from './amounts';
import { SHEETS, TABLES } from './names';
import { CONTENT_ROW, headBlock, printOf, sheetOf, TAB_COLORS, TITLE_ROW } from './sheet';
import type { CellSpec, SheetSpec } from './spec';
import { placeTable, type ColumnModel, type TableModel } from './table';

const HEAD_ROW = CONTENT_ROW;

/** A column of such a table: what it is called in files and on the sheet, and what it shows of a row. */
interface LedgerColumn<Row> {
  readonly name: string;
  readonly width: number;
  readonly cell: (row: Row) => CellSpec;
  readonly isAmount?: true;
}

const text = <Row>(name: string, width: number, of: (row: Row) => string | null): LedgerColumn<Row> => ({
  name,
  width,
  cell: (row) => of(row) || null,
});

const amount = <Row>(name: string, of: (row: Row) => Cents | null): LedgerColumn<Row> => ({
  name,
  width: 16,
  cell: (row) => euro(of(row)),
  isAmount: true,
});

const LINE_COLUMNS: readonly LedgerColumn<BudgetLine>[] = [
  text('Entiteit', 24, ({ entity }) => entity),
  text('Raming', 12, ({ estimate }) => estimate),
  text('Omschrijving', 44, ({ description }) => description),
  text('Actie', 14, ({ action }) => action),
  text('Algemene rekening', 12, ({ account }) => account),
  text('Beleidsveld', 11, ({ policyField }) => policyField),
  text('Soort', 14, ({ kind }) => kind && labelOfKind(kind)),
  text('Richting', 12, ({ direction }) => direction && labelOfDirection(direction)),
  { name: 'Jaar', width: 7, cell: ({ year }) => year },
  amount('Initieel krediet', ({ initialCents }) => initialCents),
  amount('Eindkrediet', ({ finalCents }) => finalCents),
  amount('Overgedragen', ({ carriedOverCents }) => carriedOverCents),
  amount('Jaarrekening', ({ actualCents }) => actualCents),
  amount('Meerjarenplan', ({ planCents }) => planCents),
  text('Tegenpartij', 28, ({ counterparty }) => counterparty),
];

const BALANCE_COLUMNS: readonly LedgerColumn<TrialBalanceEntry>[] = [
  text('Entiteit', 24, ({ entity }) => entity),
  text('Rekening', 12, ({ account }) => account),
  text('Omschrijving', 44, ({ description }) => description),
  amount('Beginsaldo', ({ openingCents }) => openingCents),
  amount('Debet', ({ debitCents }) => debitCents),
  amount('Credit', ({ creditCents }) => creditCents),
  amount('Eindsaldo', ({ closingCents }) => closingCents),
  { name: 'Jaar', width: 7, cell: ({ year }) => year },
];

const DOMAIN_COLUMNS: readonly LedgerColumn<Ledger['domains'][number]>[] = [
  text('Beleidsveld', 12, ({ policyField }) => policyField),
  text('Beleidsdomein', 44, ({ name }) => name),
];

const KIND_WORDS: Readonly<Record<EntityKind, string>> = {
  municipality: 'gemeente',
  ocmw: 'OCMW',
  district: 'district',
  province: 'provincie',
  agb: 'AGB',
  apb: 'APB',
  other: 'andere',
};

const ENTITY_COLUMNS: readonly LedgerColumn<Ledger['entities'][number]>[] = [
  text('Naam', 32, ({ name }) => name),
  text('Soort', 14, ({ kind }) => KIND_WORDS[kind]),
  text('Ondernemingsnummer', 18, ({ enterpriseNumber }) => enterpriseNumber),
  text('Adres', 36, ({ address }) => address),
  text('Algemeen directeur', 24, ({ generalDirector }) => generalDirector),
  text('Financieel directeur', 24, ({ financialDirector }) => financialDirector),
];

/** Columns of the files that are not known, in the order in which rows first fill them. */
function extraColumns<Row extends { readonly extra?: BudgetLine['extra'] }>(
  rows: readonly Row[],
  known: readonly LedgerColumn<Row>[],
): readonly LedgerColumn<Row>[] {
  const names = new Set(rows.flatMap(({ extra }) => Object.keys(extra ?? {})));
  return [...names]
    .filter((name) => known.every((column) => column.name.toLowerCase() !== name.toLowerCase()))
    .map((name) => text(name, 16, ({ extra }) => extra?.[name] ?? null));
}

const modelOf = <Row>(name: string, columns: readonly LedgerColumn<Row>[], rows: readonly Row[]): TableModel => ({
  name,
  columns: columns.map((column): ColumnModel => ({
    name: column.name,
    width: column.width,
    style: column.isAmount ? 'cent' : 'text',
    ...(column.isAmount ? { alignRight: true } : {}),
  })),
  rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  totals: false,
});

function tableSheet(name: string, subtitle: string, model: TableModel, entity: string): SheetSpec {
  const placed = placeTable(model, HEAD_ROW, 0);
  return sheetOf({
    name,
    tabColor: TAB_COLORS.work,
    columns: placed.columns,
    rows: [TITLE_ROW],
    blocks: [headBlock(name, subtitle), placed.block],
    tables: [placed.table],
    freeze: { rows: HEAD_ROW + 1, columns: 0 },
    print: printOf(entity, name, { orientation: 'landscape', titleRows: [HEAD_ROW, HEAD_ROW] }),
  });
}

/** The tables that the schemas are computed from, as their files have them; [] without any. They are read back like those files. */
export function ledgerSheets(ledger: Ledger | undefined, entity: string): readonly SheetSpec[] {
  if (!ledger) return [];
  const { lines, balance, domains, entities } = ledger;
  const lineColumns = [...LINE_COLUMNS, ...extraColumns(lines, LINE_COLUMNS)];
  const balanceColumns = [...BALANCE_COLUMNS, ...extraColumns(balance, BALANCE_COLUMNS)];
  return [
    tableSheet(
      SHEETS.lines,
      'Eén rij per raming en jaar. De schema’s van dit werkboek zijn hieruit berekend.',
      modelOf(TABLES.lines, lineColumns, lines),
      entity,
    ),
    tableSheet(
      SHEETS.balance,
      'Proef- en saldibalans; debet is positief in beginsaldo en eindsaldo.',
      modelOf(TABLES.balance, balanceColumns, balance),
      entity,
    ),
    tableSheet(
      SHEETS.domains,
      'Welk beleidsveld bij welk beleidsdomein hoort: zo is T1 ingedeeld.',
      modelOf(TABLES.domains, DOMAIN_COLUMNS, domains),
      entity,
    ),
    tableSheet(
      SHEETS.entities,
      'Wie samen rapporteert, en wie alleen in het geconsolideerde deel van J2 staat.',
      modelOf(TABLES.entities, ENTITY_COLUMNS, entities),
      entity,
    ),
  ];
}
