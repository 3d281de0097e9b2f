import type { Flow } from '../../plan/vocabulary';
import type { CreditFigure } from '../../figures/reconciliation/creditFigures';
import { figureLabel } from '../../figures/reconciliation/creditLabels';
import type { CreditLine } from '../../figures/reconciliation/creditLines';
import type { CreditTotal } from '../../figures/reconciliation/creditTotals';
import type { PlanNode } from '../../plan/document';
import { labelOfDirection, labelOfKind } from '../../schema/rows/labels';
import { euroOrBlank } from '../amounts';
import { formulaCell, literal } from '../formulas';
import { heightOf, linesOfText } from '../rowHeights';
import type { PlanLevel, PlanView } from '../planView';
import type { BlockSpec, CellSpec, RowSpec } from '../spec';
import type { StyleName } from '../style';
import { RECONCILIATION_COLUMNS } from './columns';
import { sumFormula } from './formulas';
import { codeOnLevel, figureStyle, HEAD_COLUMNS, listedLevels, sheetCode, shownFigures, TITLE_WIDTH } from './table';

/** A block with the heights of its rows. */
export interface SizedBlock {
  readonly block: BlockSpec;
  readonly rows: readonly RowSpec[];
}

type Criteria = readonly (readonly [column: string, value: string])[];

/** The level whose column tells which lines stand under a node; null when the columns cannot tell. */
function levelOf(view: PlanView, node: PlanNode, year: number, lines: readonly CreditLine[]): PlanLevel | null {
  const level = listedLevels(view).find(({ id }) => id === node.level);
  if (!level) return null;
  const code = view.linkOf(node.id);
  const agrees = (line: CreditLine): boolean =>
    (line.node === node || line.above.includes(node.id)) === (codeOnLevel(view, line, level) === code);
  return lines.filter((line) => line.year === year).every(agrees) ? level : null;
}

interface Row {
  readonly code: string;
  readonly title: string;
  readonly depth: number;
  readonly total: CreditTotal;
  readonly criteria: Criteria;
}

/** Subtotals in the order of the plan, then the totals by kind and the total of the direction. */
function rowsOf(
  view: PlanView,
  totals: readonly CreditTotal[],
  lines: readonly CreditLine[],
  year: number,
  direction: Flow,
): readonly Row[] {
  const c = RECONCILIATION_COLUMNS;
  const common: Criteria = [
    [c.direction, literal(labelOfDirection(direction))],
    [c.year, String(year)],
  ];
  const own = totals.filter((total) => total.year === year && total.direction === direction);
  const nodes = own.flatMap((total): readonly Row[] => {
    const { node, kind } = total;
    const level = node !== null && kind === null ? levelOf(view, node, year, lines) : null;
    if (node === null || level === null) return [];
    const code = sheetCode(view, { node, code: '' });
    return [
      {
        code,
        title: node.title,
        depth: listedLevels(view).indexOf(level),
        total,
        criteria: [...common, [level.listColumn, literal(code)]],
      },
    ];
  });
  const whole = own
    .filter(({ node }) => node === null)
    .map((total): Row => ({
      code: '',
      title: total.kind === null ? `Totaal ${labelOfDirection(direction).toLowerCase()}` : labelOfKind(total.kind),
      depth: total.kind === null ? 0 : 1,
      total,
      criteria: total.kind === null ? common : [...common, [c.kind, literal(labelOfKind(total.kind))]],
    }));
  return [...nodes, ...whole];
}

const TITLES: readonly StyleName[] = [
  'schemaTotalLabel',
  'schemaLabel1',
  'schemaLabel2',
  'schemaLabel3',
  'schemaLabel4',
];

/** What stands at the head of the rows: the code apart, so that it stays in view. */
const headCells = ({ code, title, depth }: Row): readonly CellSpec[] => {
  const strong = depth === 0;
  return [
    { value: code || null, style: strong ? 'schemaTotalLabel' : 'schemaLabel' },
    { value: title, style: TITLES[Math.min(depth, TITLES.length - 1)] ?? 'schemaLabel' },
    ...Array.from({ length: HEAD_COLUMNS - 2 }, (): CellSpec => ({
      value: null,
      style: strong ? 'schemaTotalLabel' : 'schemaLabel',
    })),
  ];
};

/** The totals of one year and direction, in the words of that direction; null when it has no lines. */
export function totalsBlock(
  view: PlanView,
  totals: readonly CreditTotal[],
  lines: readonly CreditLine[],
  year: number,
  direction: Flow,
  row: number,
): SizedBlock | null {
  const rows = rowsOf(view, totals, lines, year, direction);
  if (rows.length === 0) return null;
  const figures = shownFigures(view);
  const head: readonly CellSpec[] = [
    { value: null, style: 'schemaHead' },
    { value: `${labelOfDirection(direction)} ${year}`, style: 'schemaHead' },
    ...Array.from({ length: HEAD_COLUMNS - 2 }, (): CellSpec => ({ value: null, style: 'schemaHead' })),
    ...figures.map((name): CellSpec => ({ value: figureLabel(name, direction), style: 'schemaHeadRight' })),
  ];
  const amount = ({ total, criteria, depth }: Row, name: CreditFigure): CellSpec => {
    const style = figureStyle(view, name) === 'cent' ? 'schemaCent' : 'schemaEuro';
    return formulaCell(sumFormula(name, criteria), euroOrBlank(total[name]), depth === 0 ? `${style}Total` : style);
  };
  return {
    block: {
      row,
      column: 0,
      cells: [head, ...rows.map((each) => [...headCells(each), ...figures.map((name) => amount(each, name))])],
    },
    rows: [
      { row, height: TOTALS_HEAD_HEIGHT },
      ...rows.map(({ title }, index) => ({
        row: row + 1 + index,
        height: heightOf(linesOfText(title, TITLE_WIDTH - MOST_INDENT)),
      })),
    ],
  };
}

/** Three lines of words above a column. */
export const HEAD_HEIGHT = heightOf(3);
const TOTALS_HEAD_HEIGHT = heightOf(2);

/** What indentation takes of the width of a title, at most. */
const MOST_INDENT = 4;
