import type { Amount } from '../plan/document';
import type { Phase } from '../plan/vocabulary';
import { totalCents } from '../figures/sums';
import { leftAndOverrun } from '../figures/reconciliation/creditFigures';
import { realisationRate } from '../figures/realisation';
import { labelOfDirection, labelOfKind } from '../schema/rows/labels';
import { euro, euroOrBlank } from './amounts';
import { CREDIT_COLUMNS, creditColumn, lineSuffix, PHASES_IN_TIME, togetherColumn } from './creditColumns';
import { formulaCell, here, literal, whole, type SourceIndex } from './formulas';
import { KEY_COLUMN, LISTS, SHEETS, TABLES } from './names';
import { PLAN_COLUMNS } from './planColumns';
import { pathCode } from './planTable';
import type { CreditLine, PlanView } from './planView';
import { heightOf } from './rowHeights';
import { CONTENT_ROW, headBlock, printOf, sheetOf, TAB_COLORS, TITLE_ROW } from './sheet';
import type { CellSpec, SheetSpec, ValidationSpec } from './spec';
import { IS_NUMBER } from './subtree';
import { placeTable, type ColumnModel, type PlacedTable, type TableModel } from './table';

interface CreditColumn extends ColumnModel {
  readonly cell: (line: CreditLine) => CellSpec;
}

/** Largest amount a cell takes, in euro: what MAX_CENTS of the domain holds, rounded down. */
export const MAX_EURO = 20_000_000_000_000;

/** Where a code stands in the plan, from 1; 0 when it is not there. */
const placeInPlan = (codeColumn: string): string =>
  `IFERROR(MATCH(${codeColumn},${whole(TABLES.plan, PLAN_COLUMNS.code)},0),0)`;

/** What the plan says of the code of the same row: plans and titles follow when an action moves or is renamed. `place`: what placeInPlan gives. */
const atPlace = (place: string, column: string): string =>
  `IF(${place}=0,"",INDEX(${whole(TABLES.plan, column)},${place})&"")`;

/** The credits as tidy lines, one per node, year, kind and direction: for pivots, filters and formulas. */
export function creditTable(view: PlanView, source: SourceIndex): TableModel {
  const phases = PHASES_IN_TIME.filter((phase) => view.groups.some((group) => group.phase === phase));
  const place = here(TABLES.credits, CREDIT_COLUMNS.place);
  const oneDirection = new Set(view.credits.map(({ direction }) => direction)).size < 2;
  const total = (name: string, cents: number | null): ColumnModel['total'] => ({
    formula: totalFormula(name),
    value: oneDirection ? euro(cents ?? 0) : '',
    style: `${view.unit}Total`,
  });
  const columns: readonly CreditColumn[] = [
    {
      name: CREDIT_COLUMNS.year,
      width: 7,
      style: 'year',
      cell: ({ year }) => year,
      total: { label: 'Totaal', value: 'Totaal', style: 'totalText' },
    },
    ...view.levels.map(({ id, pathColumn, listColumn }): CreditColumn => {
      const formula = atPlace(place, pathColumn);
      return {
        name: listColumn,
        width: 12,
        style: 'textMuted',
        formula,
        cell: ({ node }) => formulaCell(formula, pathCode(view, node, id) ?? ''),
      };
    }),
    { name: CREDIT_COLUMNS.code, width: 12, style: 'text', cell: ({ node }) => view.linkOf(node.id) },
    {
      name: CREDIT_COLUMNS.title,
      width: 50,
      style: 'textMuted',
      formula: atPlace(place, PLAN_COLUMNS.title),
      cell: ({ node }) => formulaCell(atPlace(place, PLAN_COLUMNS.title), node.title),
    },
    { name: CREDIT_COLUMNS.kind, width: 14, style: 'text', cell: ({ kind }) => labelOfKind(kind) },
    { name: CREDIT_COLUMNS.direction, width: 13, style: 'text', cell: ({ direction }) => labelOfDirection(direction) },
    ...phases.map((phase): CreditColumn => {
      const name = creditColumn(phase);
      const sum = totalCents(view.credits.map((line) => line.byPhase.get(phase)?.cents ?? null));
      return {
        name,
        width: 15,
        style: view.unit,
        alignRight: true,
        total: total(name, sum),
        cell: (line) => euro(line.byPhase.get(phase)?.cents ?? null),
      };
    }),
    ...(phases.includes('actual') && phases.includes('finalBudget') ? comparison(view, total) : []),
    {
      name: CREDIT_COLUMNS.source,
      width: 13,
      style: 'textCentered',
      cell: (line) => source.link(firstAmount(line)?.source ?? null),
    },
    lineColumn(view),
    placeColumn(view),
    ...togetherColumns(phases),
    receiptsColumn(),
    { name: KEY_COLUMN, width: 30, style: 'text', hidden: true, cell: ({ key }) => key },
  ];
  return {
    name: TABLES.credits,
    columns: columns.map(({ cell: _, ...column }) => column),
    rows: view.credits.map((line) => columns.map(({ cell }) => cell(line))),
    totals: view.credits.length > 0,
  };
}

/** The sum of the rows that a filter shows; nothing as long as they are of both directions, for those are never added. */
function totalFormula(name: string): string {
  const [rows, receipts] = [
    `SUBTOTAL(103,${whole(TABLES.credits, CREDIT_COLUMNS.code)})`,
    `SUBTOTAL(109,${whole(TABLES.credits, CREDIT_COLUMNS.receipts)})`,
  ];
  return `IF(OR(${receipts}=0,${receipts}=${rows}),SUBTOTAL(109,${whole(TABLES.credits, name)}),"")`;
}

function receiptsColumn(): CreditColumn {
  const formula = `IF(${here(TABLES.credits, CREDIT_COLUMNS.direction)}=${literal(labelOfDirection('receipts'))},1,0)`;
  return {
    name: CREDIT_COLUMNS.receipts,
    width: 10,
    style: 'whole',
    hidden: true,
    formula,
    cell: ({ direction }) => formulaCell(formula, direction === 'receipts' ? 1 : 0),
  };
}

function lineColumn(view: PlanView): CreditColumn {
  const at = (column: string): string => here(TABLES.credits, column);
  const formula = `${at(CREDIT_COLUMNS.code)}&"|"&LEFT(${at(CREDIT_COLUMNS.kind)},1)&LEFT(${at(CREDIT_COLUMNS.direction)},1)&"|"&${at(CREDIT_COLUMNS.year)}`;
  return {
    name: CREDIT_COLUMNS.line,
    width: 24,
    style: 'textMuted',
    hidden: true,
    formula,
    cell: (line) => formulaCell(formula, `${view.linkOf(line.node.id) ?? ''}${lineSuffix(line)}`),
  };
}

function placeColumn({ nodes }: PlanView): CreditColumn {
  const formula = placeInPlan(here(TABLES.credits, CREDIT_COLUMNS.code));
  const places = new Map(nodes.map(({ id }, index) => [id, index + 1]));
  return {
    name: CREDIT_COLUMNS.place,
    width: 10,
    style: 'whole',
    hidden: true,
    formula,
    cell: ({ node }) => formulaCell(formula, places.get(node.id) ?? 0),
  };
}

/** Second lines of one kind, direction and year are rare, but count: the lines alike are added up here, once, and not where they are looked up. */
function togetherColumns(phases: readonly Phase[]): readonly CreditColumn[] {
  const at = (column: string): string => here(TABLES.credits, column);
  const alike = `${whole(TABLES.credits, CREDIT_COLUMNS.line)},${at(CREDIT_COLUMNS.line)}`;
  const count = `COUNTIFS(${alike})`;
  return [
    {
      name: CREDIT_COLUMNS.alike,
      width: 10,
      style: 'whole',
      hidden: true,
      formula: count,
      cell: () => formulaCell(count, 1),
    },
    ...phases.map((phase): CreditColumn => {
      const [amount, all] = [at(creditColumn(phase)), whole(TABLES.credits, creditColumn(phase))];
      const sum = `IF(COUNTIFS(${alike},${all},${IS_NUMBER})=0,"",SUMIFS(${all},${alike}))`;
      const formula = `IF(${at(CREDIT_COLUMNS.alike)}=1,IF(ISNUMBER(${amount}),${amount},""),${sum})`;
      return {
        name: togetherColumn(phase),
        width: 12,
        style: 'euroMuted',
        hidden: true,
        formula,
        cell: (line) => formulaCell(formula, euroOrBlank(centsAt(line, phase))),
      };
    }),
  ];
}

const firstAmount = ({ byPhase }: CreditLine): Amount | undefined => [...byPhase.values()][0];

/** Realised against the final credit: what is left, what went beyond it, and the rate. */
function comparison(
  view: PlanView,
  total: (name: string, cents: number | null) => ColumnModel['total'],
): readonly CreditColumn[] {
  const actual = here(TABLES.credits, creditColumn('actual'));
  const budget = here(TABLES.credits, creditColumn('finalBudget'));
  const part = (name: string, difference: string, of: (line: CreditLine) => number | null): CreditColumn => {
    const formula = `IF(COUNT(${actual},${budget})=0,"",ROUND(MAX(${difference},0),2))`;
    const sum = totalCents(view.credits.map(of));
    return {
      name,
      width: 15,
      style: view.unit,
      alignRight: true,
      formula,
      total: total(name, sum),
      cell: (line) => formulaCell(formula, euroOrBlank(of(line))),
    };
  };
  const parts = (line: CreditLine) =>
    leftAndOverrun({ final: centsAt(line, 'finalBudget'), actual: centsAt(line, 'actual') });
  const rate = `IF(N(${budget})=0,"",N(${actual})/${budget})`;
  return [
    part(CREDIT_COLUMNS.left, `N(${budget})-N(${actual})`, (line) => parts(line).left),
    part(CREDIT_COLUMNS.overrun, `N(${actual})-N(${budget})`, (line) => parts(line).overrun),
    {
      name: CREDIT_COLUMNS.rate,
      width: 11,
      style: 'percent',
      alignRight: true,
      formula: rate,
      cell: (line) => formulaCell(rate, realisationRate(centsAt(line, 'actual'), centsAt(line, 'finalBudget')) ?? ''),
    },
  ];
}

const centsAt = (line: CreditLine, phase: Phase): number | null => line.byPhase.get(phase)?.cents ?? null;

/** First row of the credits on their sheet, from 0. */
const HEAD_ROW = CONTENT_ROW;

export function creditSheet(model: TableModel, entity: string): SheetSpec {
  const placed = placeTable(model, HEAD_ROW, 0);
  return sheetOf({
    name: SHEETS.credits,
    tabColor: TAB_COLORS.work,
    columns: placed.columns,
    rows: [TITLE_ROW, { row: HEAD_ROW, height: heightOf(3) }],
    blocks: [
      headBlock(
        'Kredieten',
        'Eén lijn per actie, soort en richting; het plan en de afstemming rekenen hieruit. De totaalrij telt op wat u filtert op één richting.',
      ),
      placed.block,
    ],
    tables: [placed.table],
    validations: validations(placed, model),
    freeze: { rows: HEAD_ROW + 1, columns: 0 },
    print: printOf(entity, 'Kredieten', { orientation: 'landscape', titleRows: [HEAD_ROW, HEAD_ROW] }),
  });
}

function validations(placed: PlacedTable, model: TableModel): readonly ValidationSpec[] {
  const amounts = model.columns
    .filter(({ style, formula }) => formula === undefined && (style === 'euro' || style === 'cent'))
    .map(({ name }) => placed.bodyOf(name));
  const list = (column: string, source: string): ValidationSpec => ({
    kind: 'list',
    ranges: [placed.bodyOf(column)],
    source,
    reaction: 'stop',
    title: column,
    message: 'Kies uit de lijst; de formules herkennen alleen deze woorden.',
  });
  return [
    list(CREDIT_COLUMNS.kind, LISTS.kinds),
    list(CREDIT_COLUMNS.direction, LISTS.directions),
    {
      kind: 'whole',
      ranges: [placed.bodyOf(CREDIT_COLUMNS.year)],
      min: 1900,
      max: 2999,
      reaction: 'stop',
      title: 'Jaar',
      message: 'Vul een jaartal in.',
    },
    ...(amounts.length === 0
      ? []
      : [
          {
            kind: 'decimal' as const,
            ranges: amounts,
            min: -MAX_EURO,
            max: MAX_EURO,
            reaction: 'stop' as const,
            title: 'Bedrag',
            message: 'Vul een bedrag in euro in, zonder tekst of eurotekens. Leeg is: niet gedrukt.',
          },
        ]),
  ];
}
