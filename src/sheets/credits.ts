import type { Amount } from '../plan/document';
import type { Cents } from '../plan/money';
import type { Phase } from '../plan/vocabulary';
import { totalCents } from '../figures/sums';
import { leftAndOverrun } from '../figures/reconciliation/creditFigures';
import { realisationRate } from '../figures/realisation';
import { labelOfDirection, labelOfKind } from '../schema/rows/labels';
import { euro, euroOrBlank } from './amounts';
import { alignedRight, calculated, column, hidden, keyColumn, tableOf, type Column } from './columns';
import { CREDIT_COLUMNS, creditColumn, lineSuffix, PHASES_IN_TIME, togetherColumn } from './creditColumns';
import { formulaCell, here, literal, whole, type SourceIndex } from './formulas';
import { chooseFrom, ONLY_THESE_WORDS } from './listSheet';
import { LISTS, SHEETS, TABLES } from './names';
import { PLAN_COLUMNS } from './planColumns';
import { pathCode } from './planTable';
import type { CreditLine, PlanView } from './planView';
import { heightOf } from './rowHeights';
import { CONTENT_ROW, headBlock, printOf, sheetOf, TAB_COLORS, TITLE_ROW } from './sheet';
import type { CellSpec, SheetSpec, ValidationSpec } from './spec';
import { IS_NUMBER } from './subtree';
import { placeTable, type PlacedTable, type TableModel } from './table';

/** Largest amount a cell takes, in euro: what MAX_CENTS of the domain holds, rounded down. */
export const MAX_EURO = 20_000_000_000_000;

const at = (name: string): string => here(TABLES.credits, name);

/** Where a code stands in the plan, from 1; 0 when it is not there. */
const placeInPlan = (codeColumn: string): string =>
  `IFERROR(MATCH(${codeColumn},${whole(TABLES.plan, PLAN_COLUMNS.code)},0),0)`;

/** What the plan says of the code of the same row: plans and titles follow when an action moves or is renamed. `place`: what placeInPlan gives. */
const atPlace = (place: string, column: string): string =>
  `IF(${place}=0,"",INDEX(${whole(TABLES.plan, column)},${place})&"")`;

/** The credits as tidy lines, one per node, year, kind and direction: for pivots, filters and formulas. */
export function creditTable(view: PlanView, source: SourceIndex): TableModel {
  const phases = PHASES_IN_TIME.filter((phase) => view.groups.some((group) => group.phase === phase));
  return tableOf<CreditLine>(
    TABLES.credits,
    [
      ...nodeColumns(view),
      ...phases.map((phase) =>
        amountColumn(
          view,
          creditColumn(phase),
          (line) => centsAt(line, phase),
          (line) => euro(centsAt(line, phase)),
        ),
      ),
      ...(phases.includes('actual') && phases.includes('finalBudget') ? comparison(view) : []),
      column(CREDIT_COLUMNS.source, 13, 'textCentered', (line) => source.link(firstAmount(line)?.source ?? null)),
      lineColumn(view),
      placeColumn(view),
      ...togetherColumns(phases),
      receiptsColumn(),
      keyColumn(30, ({ key }) => key),
    ],
    view.credits,
    view.credits.length > 0,
  );
}

/** Year, node, kind and direction: what tells one line from another. */
function nodeColumns(view: PlanView): readonly Column<CreditLine>[] {
  const c = CREDIT_COLUMNS;
  const place = at(c.place);
  return [
    {
      ...column(c.year, 7, 'year', ({ year }) => year),
      total: { label: 'Totaal', value: 'Totaal', style: 'totalText' },
    },
    ...view.levels.map(({ id, pathColumn, listColumn }) =>
      calculated<CreditLine>(
        listColumn,
        12,
        'textMuted',
        atPlace(place, pathColumn),
        ({ node }) => pathCode(view, node, id) ?? '',
      ),
    ),
    column(c.code, 12, 'text', ({ node }) => view.linkOf(node.id)),
    calculated(c.title, 50, 'textMuted', atPlace(place, PLAN_COLUMNS.title), ({ node }) => node.title),
    column(c.kind, 14, 'text', ({ kind }) => labelOfKind(kind)),
    column(c.direction, 13, 'text', ({ direction }) => labelOfDirection(direction)),
  ];
}

/** A column of amounts with its sum in the row of totals. */
function amountColumn(
  view: PlanView,
  name: string,
  cents: (line: CreditLine) => Cents | null,
  cell: (line: CreditLine) => CellSpec,
): Column<CreditLine> {
  const oneDirection = new Set(view.credits.map(({ direction }) => direction)).size < 2;
  return {
    ...alignedRight(column(name, 15, view.unit, cell)),
    total: {
      formula: totalFormula(name),
      value: oneDirection ? euro(totalCents(view.credits.map(cents)) ?? 0) : '',
      style: `${view.unit}Total`,
    },
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

function receiptsColumn(): Column<CreditLine> {
  const formula = `IF(${at(CREDIT_COLUMNS.direction)}=${literal(labelOfDirection('receipts'))},1,0)`;
  return hidden(
    calculated(CREDIT_COLUMNS.receipts, 10, 'whole', formula, ({ direction }) => (direction === 'receipts' ? 1 : 0)),
  );
}

function lineColumn(view: PlanView): Column<CreditLine> {
  const c = CREDIT_COLUMNS;
  const formula = `${at(c.code)}&"|"&LEFT(${at(c.kind)},1)&LEFT(${at(c.direction)},1)&"|"&${at(c.year)}`;
  return hidden(
    calculated(c.line, 24, 'textMuted', formula, (line) => `${view.linkOf(line.node.id) ?? ''}${lineSuffix(line)}`),
  );
}

function placeColumn({ nodes }: PlanView): Column<CreditLine> {
  const places = new Map(nodes.map(({ id }, index) => [id, index + 1]));
  return hidden(
    calculated(
      CREDIT_COLUMNS.place,
      10,
      'whole',
      placeInPlan(at(CREDIT_COLUMNS.code)),
      ({ node }) => places.get(node.id) ?? 0,
    ),
  );
}

/** Second lines of one kind, direction and year are rare, but count: the lines alike are added up here, once, and not where they are looked up. */
function togetherColumns(phases: readonly Phase[]): readonly Column<CreditLine>[] {
  const alike = `${whole(TABLES.credits, CREDIT_COLUMNS.line)},${at(CREDIT_COLUMNS.line)}`;
  return [
    hidden(calculated(CREDIT_COLUMNS.alike, 10, 'whole', `COUNTIFS(${alike})`, () => 1)),
    ...phases.map((phase) => {
      const [amount, all] = [at(creditColumn(phase)), whole(TABLES.credits, creditColumn(phase))];
      const sum = `IF(COUNTIFS(${alike},${all},${IS_NUMBER})=0,"",SUMIFS(${all},${alike}))`;
      const formula = `IF(${at(CREDIT_COLUMNS.alike)}=1,IF(ISNUMBER(${amount}),${amount},""),${sum})`;
      return hidden(
        calculated<CreditLine>(togetherColumn(phase), 12, 'euroMuted', formula, (line) =>
          euroOrBlank(centsAt(line, phase)),
        ),
      );
    }),
  ];
}

const firstAmount = ({ byPhase }: CreditLine): Amount | undefined => [...byPhase.values()][0];

/** Realised against the final credit: what is left, what went beyond it, and the rate. */
function comparison(view: PlanView): readonly Column<CreditLine>[] {
  const actual = at(creditColumn('actual'));
  const budget = at(creditColumn('finalBudget'));
  const part = (name: string, difference: string, cents: (line: CreditLine) => Cents | null): Column<CreditLine> => {
    const formula = `IF(COUNT(${actual},${budget})=0,"",ROUND(MAX(${difference},0),2))`;
    return {
      ...amountColumn(view, name, cents, (line) => formulaCell(formula, euroOrBlank(cents(line)))),
      formula,
    };
  };
  const parts = (line: CreditLine) =>
    leftAndOverrun({ final: centsAt(line, 'finalBudget'), actual: centsAt(line, 'actual') });
  const rate = `IF(N(${budget})=0,"",N(${actual})/${budget})`;
  return [
    part(CREDIT_COLUMNS.left, `N(${budget})-N(${actual})`, (line) => parts(line).left),
    part(CREDIT_COLUMNS.overrun, `N(${actual})-N(${budget})`, (line) => parts(line).overrun),
    alignedRight(
      calculated(
        CREDIT_COLUMNS.rate,
        11,
        'percent',
        rate,
        (line) => realisationRate(centsAt(line, 'actual'), centsAt(line, 'finalBudget')) ?? '',
      ),
    ),
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
  return [
    chooseFrom(placed, CREDIT_COLUMNS.kind, LISTS.kinds, ONLY_THESE_WORDS),
    chooseFrom(placed, CREDIT_COLUMNS.direction, LISTS.directions, ONLY_THESE_WORDS),
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
