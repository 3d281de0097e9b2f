import type { PlanNode } from '../plan/document';
import { CENTS_PER_EURO, roundingBoundEuro, sumCents, type Cents } from '../plan/money';
import { DIRECTIONS, KINDS, type Direction, type Kind, type Phase } from '../plan/vocabulary';
import { labelOfDirection, labelOfKind } from '../schema/labels';
import { cellAddress } from './address';
import { euroOrBlank } from './amounts';
import { CREDIT_COLUMNS, creditColumn } from './creditColumns';
import { fromPlan } from './credits';
import { formulaCell, here, literal, whole } from './formulas';
import { SHEETS, TABLES } from './names';
import { PLAN_COLUMNS } from './planColumns';
import { IS_NUMBER } from './subtree';
import { pathCode } from './planTable';
import type { PlanView } from './planView';
import { CONTENT_ROW, headBlock, printOf, sheetOf, TAB_COLORS, TITLE_ROW } from './sheet';
import type { BlockSpec, CellSpec, ConditionalFormatSpec, SheetSpec } from './spec';
import { COLORS } from './style';
import { placeTable, type ColumnModel, type PlacedTable, type TableModel } from './table';
import { TRANSFER_COLUMNS } from './transfers';

/** Names of the columns of the reconciliation. */
export const RECONCILIATION_COLUMNS = {
  year: 'Jaar',
  code: 'Code',
  title: 'Omschrijving',
  kind: 'Soort',
  direction: 'Richting',
  initial: creditColumn('initialBudget'),
  final: creditColumn('finalBudget'),
  actual: creditColumn('actual'),
  left: 'Over',
  carried: 'Overgedragen',
  lapsed: 'Vervallen',
  verdict: 'Oordeel',
} as const;

const VERDICTS = { closes: 'sluit', overrun: 'overschreden', extra: 'meer ontvangen', tooMuch: 'meer overgedragen dan over', noCredit: 'overdracht zonder krediet' } as const;

/** Final credit and accounts are rounded on their own: what is left may be this many euro off. */
const ROUNDED_PARTS = 2;
const TOLERANCE = roundingBoundEuro(ROUNDED_PARTS);

/** The credit of one action, kind and direction through the year. */
export interface ReconciliationLine {
  readonly year: number;
  readonly code: string;
  readonly kind: Kind;
  readonly direction: Direction;
  readonly phases: Readonly<Partial<Record<Phase, Cents | null>>>;
  readonly carried: Cents | null;
}

const lineKey = (year: number, code: string, kind: Kind, direction: Direction): string => `${year}|${code}|${kind}|${direction}`;

/** Every action with a credit or a transfer, in the order of the plan; years that only have plan figures have nothing to reconcile. */
function linesOf(view: PlanView): readonly ReconciliationLine[] {
  const lines = new Map<string, ReconciliationLine>();
  for (const { node, year, kind, direction, byPhase } of view.credits) {
    const code = view.linkOf(node.id);
    if (code === null || (!byPhase.has('finalBudget') && !byPhase.has('actual'))) continue;
    const phases = Object.fromEntries([...byPhase].map(([phase, amount]) => [phase, amount.cents]));
    lines.set(lineKey(year, code, kind, direction), { year, code, kind, direction, phases, carried: null });
  }
  for (const transfer of view.document.transfers) {
    const code = transfer.node;
    if (code === null) continue;
    const key = lineKey(transfer.fromYear, code, transfer.kind, transfer.direction);
    const known = lines.get(key) ?? { year: transfer.fromYear, code, kind: transfer.kind, direction: transfer.direction, phases: {}, carried: null };
    lines.set(key, { ...known, carried: sumCents([known.carried, transfer.amountCents]) });
  }
  const order = new Map(view.nodes.map((node, index) => [view.linkOf(node.id), index]));
  const place = (line: ReconciliationLine): number => order.get(line.code) ?? view.nodes.length;
  return [...lines.values()].sort(
    (left, right) =>
      left.year - right.year || place(left) - place(right) || KINDS.indexOf(left.kind) - KINDS.indexOf(right.kind) || DIRECTIONS.indexOf(left.direction) - DIRECTIONS.indexOf(right.direction),
  );
}

interface LineColumn extends ColumnModel {
  readonly cell: (line: ReconciliationLine) => CellSpec;
}

/** Final credit - accounts, in cents; null when neither is printed. */
export const leftOf = ({ phases }: ReconciliationLine): Cents | null => {
  const [credit, realised] = [phases.finalBudget ?? null, phases.actual ?? null];
  return credit === null && realised === null ? null : (credit ?? 0) - (realised ?? 0);
};

/** What is left and was not carried over, in cents. */
export const lapsedOf = (line: ReconciliationLine): Cents | null => {
  const left = leftOf(line);
  return left === null ? null : left - (line.carried ?? 0);
};

/** What the line comes to in a word; `lines`: how many lines of credits it adds up, each rounded on its own. */
export function verdictOf(line: ReconciliationLine, lines = 1): string {
  const tolerance = roundingBoundEuro(ROUNDED_PARTS * lines) * CENTS_PER_EURO;
  const left = leftOf(line);
  if (left === null) return line.carried === null ? '' : VERDICTS.noCredit;
  if ((line.carried ?? 0) > Math.max(left, 0) + tolerance) return VERDICTS.tooMuch;
  if (left >= -tolerance) return VERDICTS.closes;
  return line.direction === 'receipts' ? VERDICTS.extra : VERDICTS.overrun;
}

const at = (column: string): string => here(TABLES.reconciliation, column);

function creditFormula(phase: Phase): string {
  const credits = (column: string): string => whole(TABLES.credits, column);
  const c = RECONCILIATION_COLUMNS;
  const criteria = [
    [CREDIT_COLUMNS.code, c.code], [CREDIT_COLUMNS.kind, c.kind], [CREDIT_COLUMNS.direction, c.direction], [CREDIT_COLUMNS.year, c.year],
  ].map(([there = '', mine = '']) => `${credits(there)},${at(mine)}`).join(',');
  const amounts = credits(creditColumn(phase));
  return `IF(COUNTIFS(${criteria},${amounts},${IS_NUMBER})=0,"",SUMIFS(${amounts},${criteria}))`;
}

function carriedFormula(): string {
  const transfers = (column: string): string => whole(TABLES.transfers, column);
  const c = RECONCILIATION_COLUMNS;
  const criteria = [
    [TRANSFER_COLUMNS.node, c.code], [TRANSFER_COLUMNS.kind, c.kind], [TRANSFER_COLUMNS.direction, c.direction], [TRANSFER_COLUMNS.fromYear, c.year],
  ].map(([there = '', mine = '']) => `${transfers(there)},${at(mine)}`).join(',');
  return `IF(COUNTIFS(${criteria})=0,"",SUMIFS(${transfers(TRANSFER_COLUMNS.amount)},${criteria}))`;
}

const verdictFormula = (): string => {
  const { left, carried, direction } = RECONCILIATION_COLUMNS;
  return (
    `IF(COUNT(${at(left)})=0,IF(COUNT(${at(carried)})=0,"",${literal(VERDICTS.noCredit)}),` +
    `IF(N(${at(carried)})>MAX(N(${at(left)}),0)+${TOLERANCE},${literal(VERDICTS.tooMuch)},` +
    `IF(N(${at(left)})>=-${TOLERANCE},${literal(VERDICTS.closes)},` +
    `IF(${at(direction)}=${literal(labelOfDirection('receipts'))},${literal(VERDICTS.extra)},${literal(VERDICTS.overrun)}))))`
  );
};

/** From initial credit to what lapsed, per action, kind and direction; null when the document has no closed year. */
export function reconciliationTable(view: PlanView): TableModel | null {
  const lines = linesOf(view);
  if (lines.length === 0) return null;
  const c = RECONCILIATION_COLUMNS;
  const phases = (['initialBudget', 'finalBudget', 'actual'] as const).filter((phase) => view.credits.some((line) => line.byPhase.has(phase)));
  const amount = (name: string, formula: string, cents: (line: ReconciliationLine) => Cents | null, style: 'euro' | 'cent' = 'euro'): LineColumn => ({
    name, width: 15, style, alignRight: true, formula,
    total: { formula: `SUBTOTAL(109,${whole(TABLES.reconciliation, name)})`, value: (sumCents(lines.map(cents)) ?? 0) / 100, style: style === 'euro' ? 'euroTotal' : 'centTotal' },
    cell: (line) => formulaCell(formula, euroOrBlank(cents(line))),
  });
  const byLink = new Map(view.nodes.map((each) => [view.linkOf(each.id), each]));
  const node = (line: ReconciliationLine): PlanNode | undefined => byLink.get(line.code);
  const columns: readonly LineColumn[] = [
    { name: c.year, width: 7, style: 'year', cell: ({ year }) => year, total: { label: 'Totaal', value: 'Totaal', style: 'totalText' } },
    ...view.levels.slice(0, -1).map(({ id, pathColumn, listColumn }): LineColumn => {
      const formula = fromPlan(at(c.code), pathColumn);
      return {
        name: listColumn, width: 12, style: 'textMuted', formula,
        cell: (line) => {
          const found = node(line);
          return formulaCell(formula, found ? (pathCode(view, found, id) ?? '') : '');
        },
      };
    }),
    { name: c.code, width: 12, style: 'text', cell: ({ code }) => code },
    {
      name: c.title, width: 44, style: 'textMuted', formula: fromPlan(at(c.code), PLAN_COLUMNS.title),
      cell: (line) => formulaCell(fromPlan(at(c.code), PLAN_COLUMNS.title), node(line)?.title ?? ''),
    },
    { name: c.kind, width: 14, style: 'text', cell: ({ kind }) => labelOfKind(kind) },
    { name: c.direction, width: 12, style: 'text', cell: ({ direction }) => labelOfDirection(direction) },
    ...phases.map((phase) => amount(creditColumn(phase), creditFormula(phase), ({ phases: cents }) => cents[phase] ?? null)),
    ...(phases.includes('finalBudget') && phases.includes('actual')
      ? [
          amount(c.left, `IF(COUNT(${at(c.final)},${at(c.actual)})=0,"",N(${at(c.final)})-N(${at(c.actual)}))`, leftOf),
          amount(c.carried, carriedFormula(), ({ carried }) => carried, 'cent'),
          amount(c.lapsed, `IF(COUNT(${at(c.left)})=0,"",N(${at(c.left)})-N(${at(c.carried)}))`, lapsedOf, 'cent'),
          { name: c.verdict, width: 27, style: 'textCentered' as const, formula: verdictFormula(), cell: (line: ReconciliationLine) => formulaCell(verdictFormula(), verdictOf(line)) },
        ]
      : []),
  ];
  return {
    name: TABLES.reconciliation,
    columns: columns.map(({ cell: _, ...column }) => column),
    rows: lines.map((line) => columns.map(({ cell }) => cell(line))),
    totals: true,
  };
}

/** Is everything in? Sums of this table beside those of the tables it draws from. */
function completeness(view: PlanView, model: TableModel): BlockSpec {
  const lines = linesOf(view);
  const wanted = [
    { name: RECONCILIATION_COLUMNS.final, from: whole(TABLES.credits, creditColumn('finalBudget')), cents: sumCents(lines.map(({ phases }) => phases.finalBudget ?? null)), all: phaseTotal(view, 'finalBudget') },
    { name: RECONCILIATION_COLUMNS.actual, from: whole(TABLES.credits, creditColumn('actual')), cents: sumCents(lines.map(({ phases }) => phases.actual ?? null)), all: phaseTotal(view, 'actual') },
    { name: RECONCILIATION_COLUMNS.carried, from: whole(TABLES.transfers, TRANSFER_COLUMNS.amount), cents: sumCents(lines.map(({ carried }) => carried)), all: sumCents(view.document.transfers.map((each) => each.amountCents)) },
  ].filter(({ name }) => model.columns.some((column) => column.name === name));
  const column = completenessColumn(view);
  return {
    row: CONTENT_ROW,
    column,
    cells: [
      ['Volledig?', 'Hier', 'In de bron', 'Verschil'].map((value, index) => ({ value, style: index === 0 ? 'schemaHead' : 'schemaHeadRight' })),
      ...wanted.map(({ name, from, cents, all }, index): readonly CellSpec[] => {
        const row = CONTENT_ROW + 1 + index;
        return [
          { value: name, style: 'text' },
          formulaCell(`SUM(${whole(TABLES.reconciliation, name)})`, (cents ?? 0) / 100, 'cent'),
          formulaCell(`SUM(${from})`, (all ?? 0) / 100, 'centMuted'),
          formulaCell(`ROUND(${cellAddress(row, column + 1)}-${cellAddress(row, column + 2)},2)`, ((cents ?? 0) - (all ?? 0)) / 100, 'difference'),
        ];
      }),
    ],
  };
}

/** Under the description and the columns after it. */
const completenessColumn = (view: PlanView): number => view.levels.length + 1;

const phaseTotal = (view: PlanView, phase: Phase): Cents | null => sumCents(view.credits.map(({ byPhase }) => byPhase.get(phase)?.cents ?? null));

export function reconciliationSheet(view: PlanView, model: TableModel, entity: string): SheetSpec {
  const block = completeness(view, model);
  const headRow = CONTENT_ROW + block.cells.length + 1;
  const placed = placeTable(model, headRow, 0);
  return sheetOf({
    name: SHEETS.reconciliation,
    tabColor: TAB_COLORS.work,
    columns: placed.columns,
    rows: [TITLE_ROW, { row: headRow, height: 28 }],
    blocks: [
      headBlock('Afstemming', 'Van initieel krediet tot wat vervalt, per actie. Over = eindkrediet - jaarrekening; vervallen = over - overgedragen.'),
      block,
      placed.block,
    ],
    tables: [placed.table],
    conditionalFormats: verdictLooks(placed),
    freeze: { rows: headRow + 1, columns: 0 },
    print: printOf(entity, 'Afstemming', { orientation: 'landscape', titleRows: [headRow, headRow] }),
  });
}

function verdictLooks(placed: PlacedTable): readonly ConditionalFormatSpec[] {
  const range = placed.bodyOf(RECONCILIATION_COLUMNS.verdict);
  if (range.column < 0) return [];
  const cell = cellAddress(range.row, range.column);
  const look = (verdict: string, fill: string): ConditionalFormatSpec => ({ ranges: [range], formula: `${cell}=${literal(verdict)}`, look: { fill, color: COLORS.ink } });
  return [
    look(VERDICTS.tooMuch, COLORS.errorFill),
    look(VERDICTS.noCredit, COLORS.errorFill),
    look(VERDICTS.overrun, COLORS.attentionFill),
  ];
}
