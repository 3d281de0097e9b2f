import type { Comparison } from '../../changes/comparison';
import { nodeCode } from '../../figures/reconciliation/creditLines';
import { differenceCents } from '../../figures/sums';
import type { Cents } from '../../plan/money';
import { labelOfDirection, labelOfKind, labelOfPhase } from '../../schema/rows/labels';
import { euro } from '../amounts';
import { formulaCell, here } from '../formulas';
import type { CellSpec } from '../spec';
import type { ColumnModel, TableModel } from '../table';
import { MONEY_COLUMNS as M, TABLES } from './labels';

const changeFormula = (table: string): string => `N(${here(table, M.now)})-N(${here(table, M.reference)})`;

const moneyColumns = (table: string): readonly ColumnModel[] => [
  { name: M.reference, width: 16, style: 'cent', alignRight: true },
  { name: M.change, width: 16, style: 'difference', alignRight: true, formula: changeFormula(table) },
  { name: M.now, width: 16, style: 'cent', alignRight: true },
];

const moneyCells = (table: string, from: Cents | null, to: Cents | null): readonly CellSpec[] => [
  euro(from),
  formulaCell(changeFormula(table), euro(differenceCents(to, from))),
  euro(to),
];

/** Columns by which the summary adds up amounts: sums of other rows do not count. */
export const AMOUNT_COLUMNS = {
  code: 'Code',
  title: 'Titel',
  phase: 'Fase',
  year: 'Jaar',
  kind: 'Soort',
  direction: 'Richting',
  counts: 'Telt mee',
} as const;

/** Amounts of the plan that differ. `isLine`: does the row bear its amount itself, and is it no sum of others? */
export function amountTable({ nodes, amounts }: Comparison, isLine: (index: number) => boolean): TableModel {
  const olds = new Map(nodes.flatMap(({ old }) => (old ? [[old.id, old] as const] : [])));
  const news = new Map(nodes.flatMap(({ new: now }) => (now ? [[now.id, now] as const] : [])));
  const C = AMOUNT_COLUMNS;
  return {
    name: TABLES.amounts,
    columns: [
      { name: C.code, width: 12, style: 'text' },
      { name: C.title, width: 44, style: 'textWrapped' },
      { name: C.phase, width: 17, style: 'text' },
      { name: C.year, width: 8, style: 'year' },
      { name: C.kind, width: 14, style: 'text' },
      { name: C.direction, width: 13, style: 'text' },
      ...moneyColumns(TABLES.amounts),
      { name: C.counts, width: 10, style: 'textCentered' },
    ],
    rows: amounts.map(({ node, isRemoved, cell, from, to }, index): readonly CellSpec[] => {
      const named = node === null ? null : (isRemoved ? olds : news).get(node);
      return [
        named ? nodeCode(named) : (node ?? 'het plan'),
        named?.title ?? null,
        labelOfPhase(cell.phase),
        cell.year,
        labelOfKind(cell.kind),
        labelOfDirection(cell.direction),
        ...moneyCells(TABLES.amounts, from, to),
        isLine(index) ? 'ja' : 'nee',
      ];
    }),
    totals: false,
  };
}

/** Cells of the schemas that differ. */
export const figureTable = ({ figures }: Comparison): TableModel => ({
  name: TABLES.figures,
  columns: [
    { name: 'Schema', width: 9, style: 'text' },
    { name: 'Rij', width: 62, style: 'textWrapped' },
    { name: 'Kolom', width: 26, style: 'text' },
    ...moneyColumns(TABLES.figures),
  ],
  rows: figures.map(({ schema, row, column, from, to }): readonly CellSpec[] => [
    schema,
    row,
    column,
    ...moneyCells(TABLES.figures, from, to),
  ]),
  totals: false,
});
