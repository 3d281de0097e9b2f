import type { Finding } from '../plan/finding';
import { labelOfDirection, labelOfKind } from '../schema/rows/labels';
import { euroOrBlank } from './amounts';
import { balanceData, debtData, realisationData, statusData, type ChartData } from './dashboardData';
import type { Explanations } from '../plan/explanation';
import { behindCell } from './checkedState';
import { openCount, SEVERITY_LABELS, SUM_COLUMN } from './findings';
import { formulaCell } from './formulas';
import { SHEETS } from './names';
import { totalFormula } from './planFormulas';
import type { PlanView } from './planView';
import { CONTENT_ROW, headBlock, printOf, sheetOf, TAB_COLORS, TITLE_ROW } from './sheet';
import type { BlockSpec, CellSpec, ChartSpec, SheetSpec } from './spec';
import type { StatementView } from './statementTable';
import { COLORS } from './style';

/** Fills of the charts, RRGGBB; apart in lightness too, so that they can be told in grey. */
const SERIES_COLORS = ['1F4E5F', 'D98E04', '2E7D5B', '9C3D54'] as const;

/** A chart covers this many rows and columns of the sheet. */
const CHART_ROWS = 17;
const CHART_COLUMNS = 4;
const COLUMN_WIDTH = 23;
const TILE_ROWS = 3;

interface ChartPlan extends Pick<
  ChartSpec,
  'name' | 'kind' | 'grouping' | 'title' | 'valueLabels' | 'valueTitle' | 'valueFormat' | 'description'
> {
  readonly data: ChartData;
  readonly colors: readonly string[];
}

/** Bars of the plan, then columns and a line of the schemas; those without figures are left out. */
const chartPlans = (view: PlanView, statements: readonly StatementView[]): readonly ChartPlan[] =>
  [...planCharts(view), ...statementCharts(statements)].flatMap(({ data, ...plan }) =>
    data ? [{ ...plan, data }] : [],
  );

type PossibleChart = Omit<ChartPlan, 'data'> & { readonly data: ChartData | null };

const planCharts = (view: PlanView): readonly PossibleChart[] => [
  {
    name: 'Status',
    kind: 'bar',
    grouping: 'stacked',
    title: 'Acties per status en doelstelling',
    valueLabels: false,
    valueTitle: null,
    valueFormat: '0',
    description: 'Gestapelde staven: per doelstelling het aantal acties in elke status.',
    data: statusData(view),
    colors: view.statuses.map(({ meaning }) => STATUS_COLORS[meaning]),
  },
  {
    name: 'Realisatie',
    kind: 'bar',
    grouping: 'clustered',
    title: 'Realisatie van het eindkrediet per doelstelling',
    valueLabels: true,
    valueTitle: null,
    valueFormat: '0%',
    description: 'Staven: per doelstelling het deel van het eindkrediet voor uitgaven dat gerealiseerd is.',
    data: realisationData(view),
    colors: SERIES_COLORS,
  },
];

const statementCharts = (statements: readonly StatementView[]): readonly PossibleChart[] => [
  {
    name: 'Saldi',
    kind: 'column',
    grouping: 'clustered',
    title: 'Exploitatie- en investeringssaldo',
    valueLabels: false,
    valueTitle: 'euro',
    valueFormat: '#,##0',
    description: 'Kolommen: het exploitatiesaldo en het investeringssaldo per jaar.',
    data: balanceData(statements),
    colors: SERIES_COLORS,
  },
  {
    name: 'Schulden',
    kind: 'line',
    grouping: 'clustered',
    title: 'Financiële schulden op 31 december',
    valueLabels: false,
    valueTitle: 'euro',
    valueFormat: '#,##0',
    description: 'Lijn: de totale financiële schulden op het einde van elk jaar.',
    data: debtData(statements),
    colors: SERIES_COLORS,
  },
];

/** Stronger than the fills of cells, in the same hues. */
const STATUS_COLORS = { done: '2E7D5B', onTrack: '5B9BD5', offTrack: 'E08E2B', notStarted: 'A6A6A6' } as const;

/** The state of affairs at a glance: key figures, charts, and the figures behind them. */
export function dashboardSheet(
  view: PlanView,
  statements: readonly StatementView[],
  findings: readonly Finding[],
  explanations: Explanations,
  entity: string,
): SheetSpec {
  const plans = chartPlans(view, statements);
  const chartRow = CONTENT_ROW + TILE_ROWS;
  const dataRow = chartRow + Math.ceil(plans.length / 2) * (CHART_ROWS + 1) + 1;
  const starts = plans.map(
    (_, index) => dataRow + 1 + plans.slice(0, index).reduce((sum, { data }) => sum + data.rows.length + 3, 0),
  );
  return sheetOf({
    name: SHEETS.dashboard,
    tabColor: TAB_COLORS.guide,
    columns: [
      { width: LABEL_WIDTH },
      ...Array.from({ length: CHART_COLUMNS * 2 - 1 }, () => ({ width: COLUMN_WIDTH })),
    ],
    rows: [TITLE_ROW, { row: CONTENT_ROW + 1, height: 22 }, ...starts.map((row) => ({ row, height: 28 }))],
    blocks: [
      headBlock('Dashboard', 'Cijfers en grafieken volgen de andere bladen.'),
      { row: 2, column: 0, cells: [[behindCell(SUM_COLUMN)]] },
      tileBlock(view, findings, explanations),
      ...(plans.length > 0
        ? [
            {
              row: dataRow - 1,
              column: 0,
              cells: [[{ value: 'Cijfers achter de grafieken', style: 'heading' as const }]],
            },
          ]
        : []),
      ...plans.map((plan, index) => dataBlock(plan, starts[index] ?? 0)),
    ],
    charts: plans.map((plan, index) =>
      chartOf(plan, starts[index] ?? 0, {
        row: chartRow + Math.floor(index / 2) * (CHART_ROWS + 1),
        column: (index % 2) * CHART_COLUMNS,
      }),
    ),
    print: printOf(entity, 'Dashboard', { orientation: 'landscape', breaks: plans.length > 0 ? [dataRow - 1] : [] }),
  });
}

const LABEL_WIDTH = 36;

interface Tile {
  readonly label: string;
  readonly cell: CellSpec;
}

/** Key figures side by side: what was spent against the credit, and how many findings ask for attention. */
function tileBlock(view: PlanView, findings: readonly Finding[], explanations: Explanations): BlockSpec {
  const actual = view.groups.find(({ phase }) => phase === 'actual');
  const budget = view.groups.find(({ phase, year }) => phase === 'finalBudget' && year === actual?.year);
  const spent = (actual?.measures ?? []).filter(({ cell }) => cell.direction === 'expenditure');
  const tiles: readonly Tile[] = [
    ...spent.map((measure): Tile => ({
      label: `${labelOfKind(measure.cell.kind)}: ${labelOfDirection(measure.cell.direction).toLowerCase()}`,
      cell: formulaCell(
        totalFormula(measure),
        euroOrBlank(view.rollup.below(null, measure.cell)?.cents ?? null),
        'tileEuro',
      ),
    })),
    ...spent.slice(0, 2).flatMap((measure): readonly Tile[] => {
      const credit = budget?.measures.find(
        ({ cell }) => cell.kind === measure.cell.kind && cell.direction === measure.cell.direction,
      );
      if (!credit) return [];
      const [used, available] = [
        view.rollup.below(null, measure.cell)?.cents ?? 0,
        view.rollup.below(null, credit.cell)?.cents ?? 0,
      ];
      return [
        {
          label: `${labelOfKind(measure.cell.kind)}: realisatie`,
          cell: formulaCell(
            `IF(N(${totalFormula(credit)})=0,"",N(${totalFormula(measure)})/N(${totalFormula(credit)}))`,
            available === 0 ? '' : used / available,
            'tilePercent',
          ),
        },
      ];
    }),
    ...(['error', 'attention'] as const).map((severity): Tile => ({
      label: `Open bevindingen: ${SEVERITY_LABELS[severity]}`,
      cell: { ...openCount(findings, explanations, severity), style: 'tileCount' },
    })),
  ].slice(0, CHART_COLUMNS * 2);
  return {
    row: CONTENT_ROW,
    column: 0,
    cells: [tiles.map(({ label }) => ({ value: label, style: 'tileLabel' as const })), tiles.map(({ cell }) => cell)],
  };
}

const dataBlock = ({ data, title }: ChartPlan, row: number): BlockSpec => ({
  row,
  column: 0,
  cells: [
    data.head.map((value, index): CellSpec => ({
      value: index === 0 ? title : value,
      style: index === 0 ? 'schemaHead' : 'schemaHeadRight',
    })),
    ...data.rows,
  ],
  styles: ['text', ...data.head.slice(1).map(() => null)],
});

function chartOf(
  { data, colors, ...plan }: ChartPlan,
  row: number,
  at: { readonly row: number; readonly column: number },
): ChartSpec {
  const column = (index: number) => ({
    sheet: SHEETS.dashboard,
    row: row + 1,
    column: index,
    rows: data.rows.length,
    columns: 1,
  });
  return {
    ...plan,
    anchor: { ...at, rows: CHART_ROWS, columns: CHART_COLUMNS },
    series: data.head.slice(1).map((name, index) => ({
      name,
      values: column(index + 1),
      categories: column(0),
      color: colors[index] ?? COLORS.muted,
    })),
  };
}
