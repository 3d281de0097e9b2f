import type { CellRef } from '../../figures/identity';
import type { CreditFigure } from '../../figures/reconciliation/creditFigures';
import { figureLabel } from '../../figures/reconciliation/creditLabels';
import type { CreditLine } from '../../figures/reconciliation/creditLines';
import type { CreditTie } from '../../figures/reconciliation/ties';
import { CENTS_PER_EURO, type Cents } from '../../plan/money';
import { FLOWS, type Flow, type Phase } from '../../plan/vocabulary';
import { totalCents } from '../../figures/sums';
import { labelOfDirection, labelOfKind } from '../../schema/rows/labels';
import { cellAddress } from '../address';
import { euro } from '../amounts';
import { CREDIT_COLUMNS, creditColumn } from '../creditColumns';
import { formulaCell, literal, whole } from '../formulas';
import { TABLES } from '../names';
import type { PlanView } from '../planView';
import type { BlockSpec, CellSpec, ConditionalFormatSpec } from '../spec';
import { COLORS, type StyleName } from '../style';
import { TRANSFER_COLUMNS } from '../transfers';
import { figureColumn, RECONCILIATION_COLUMNS } from './columns';
import { HEAD_COLUMNS, isListed, shownFigures } from './table';

/** A block and the cells of it that tell what does not hold. */
export interface ProofBlock {
  readonly block: BlockSpec;
  readonly looks: readonly ConditionalFormatSpec[];
}

const WORDS = {
  closes: 'sluit',
  rounding: 'afronding',
  doesNotClose: 'sluit niet',
  complete: 'volledig',
  incomplete: 'niet volledig',
} as const;

type Criteria = readonly (readonly [column: string, value: string])[];

const sumOver = (table: string, amounts: string, criteria: Criteria): string =>
  `SUMIFS(${whole(table, amounts)},${criteria.map(([column, value]) => `${whole(table, column)},${value}`).join(',')})`;

/** Cells before the figures: a short word, a text that may run on over the empty cells after it. */
const labelled = (first: CellSpec, second: CellSpec, third: CellSpec, style: StyleName): readonly CellSpec[] => [
  first,
  second,
  third,
  ...Array.from({ length: HEAD_COLUMNS - 3 }, (): CellSpec => ({ value: null, style })),
];

const head = (
  texts: readonly [string, string, string],
  figures: readonly string[],
  last: string,
): readonly CellSpec[] => [
  ...labelled(
    ...(texts.map((value) => ({ value, style: 'schemaHead' })) as [CellSpec, CellSpec, CellSpec]),
    'schemaHead',
  ),
  ...figures.map((value): CellSpec => ({ value, style: 'schemaHeadRight' })),
  { value: last, style: 'schemaHeadIndented' },
];

/** The column after the first `figures` figures of a block. */
const lookOf = (row: number, rows: number, figures: number, word: string): ConditionalFormatSpec => {
  const column = HEAD_COLUMNS + figures;
  return {
    ranges: [{ row: row + 1, column, rows, columns: 1 }],
    formula: `${cellAddress(row + 1, column)}=${literal(word)}`,
    look: { fill: COLORS.errorFill, color: COLORS.ink },
  };
};

/** Figures of schemas added up where they stand; as a number when one of them has no cell. */
function fromSchemas(cells: readonly CellRef[], cents: Cents, find: FigureFinder, style: StyleName): CellSpec {
  const places = cells.map(find);
  if (places.length === 0) return { value: null, style };
  if (places.includes(null)) return { value: euro(cents), style };
  return formulaCell(`SUM(${places.join(',')})`, euro(cents), style);
}

/** How formulas name a figure of a schema; null when the workbook has no cell for it. */
export type FigureFinder = (cell: CellRef) => string | null;

/**
 * J3, J1 and J2 beside the lines: what stands there, what the lines come to, and whether rounding explains the
 * difference.
 */
export function tieBlock(
  view: PlanView,
  ties: readonly CreditTie[],
  find: FigureFinder,
  row: number,
): ProofBlock | null {
  if (ties.length === 0) return null;
  const c = RECONCILIATION_COLUMNS;
  const style = view.unit === 'cent' ? 'schemaCent' : 'schemaEuro';
  const heads = ['Blad', 'Uit de lijnen', 'Zonder lijnen, uit J1', 'Verschil', 'Grens afronding'];
  const cells = ties.map((tie, index): readonly CellSpec[] => {
    const at = (figure: number): string => cellAddress(row + 1 + index, HEAD_COLUMNS + figure);
    const criteria: Criteria = [
      [c.direction, literal(labelOfDirection(tie.direction))],
      [c.kind, literal(labelOfKind(tie.kind))],
      [c.year, String(tie.year)],
    ];
    const verdict = `IF(${at(3)}=0,${literal(WORDS.closes)},IF(ABS(${at(3)})<=${at(4)},${literal(WORDS.rounding)},${literal(WORDS.doesNotClose)}))`;
    return [
      ...labelled(
        { value: tie.schema, style: 'schemaLabel' },
        { value: tie.row, style: 'schemaLabel' },
        { value: tie.column, style: 'schemaLine' },
        'schemaLine',
      ),
      fromSchemas(tie.cells, tie.printedCents, find, style),
      formulaCell(
        sumOver(TABLES.reconciliation, figureColumn(tie.figure), criteria),
        euro(tie.computedCents - tie.withoutLinesCents),
        style,
      ),
      fromSchemas(tie.cellsWithoutLines, tie.withoutLinesCents, find, style),
      formulaCell(`ROUND(${at(0)}-${at(1)}-N(${at(2)}),2)`, euro(tie.roundingCents), 'schemaEuroDifference'),
      { value: euro(tie.boundCents), style },
      formulaCell(
        verdict,
        tie.closes ? (tie.roundingCents === 0 ? WORDS.closes : WORDS.rounding) : WORDS.doesNotClose,
        'schemaLabel1',
      ),
    ];
  });
  return {
    block: { row, column: 0, cells: [head(["Schema's", 'Rij', 'Kolom'], heads, 'Sluit'), ...cells] },
    looks: [lookOf(row, ties.length, heads.length, WORDS.doesNotClose)],
  };
}

const SOURCES: Readonly<Partial<Record<CreditFigure, Phase>>> = {
  initial: 'initialBudget',
  final: 'finalBudget',
  actual: 'actual',
};

/** Where a figure of the lines comes from, and what it comes to there. */
function sourceOf(
  view: PlanView,
  name: CreditFigure,
  year: number,
  direction: Flow,
): { readonly sheet: string; readonly formula: string; readonly cents: Cents } | null {
  const [flow, when] = [literal(labelOfDirection(direction)), String(year)];
  const phase = SOURCES[name];
  if (!isListed(view, name)) return null;
  if (phase !== undefined) {
    const cents = view.credits
      .filter((line) => line.year === year && line.direction === direction)
      .map(({ byPhase }) => byPhase.get(phase)?.cents ?? null);
    const criteria: Criteria = [
      [CREDIT_COLUMNS.direction, flow],
      [CREDIT_COLUMNS.year, when],
    ];
    return {
      sheet: 'Kredieten',
      formula: sumOver(TABLES.credits, creditColumn(phase), criteria),
      cents: totalCents(cents) ?? 0,
    };
  }
  if (name !== 'carriedOver') return null;
  const cents = view.document.transfers
    .filter((each) => each.fromYear === year && each.direction === direction)
    .map(({ amountCents }) => amountCents);
  const criteria: Criteria = [
    [TRANSFER_COLUMNS.direction, flow],
    [TRANSFER_COLUMNS.fromYear, when],
  ];
  return {
    sheet: 'Overdrachten',
    formula: sumOver(TABLES.transfers, TRANSFER_COLUMNS.amount, criteria),
    cents: totalCents(cents) ?? 0,
  };
}

/**
 * Is everything in? A line that was added to the credits or transfers after this sheet was made shows as a difference.
 */
export function completenessBlock(view: PlanView, lines: readonly CreditLine[], row: number): ProofBlock {
  const c = RECONCILIATION_COLUMNS;
  const years = [...new Set(lines.map(({ year }) => year))];
  const heads = ['In de lijnen', 'Op het blad', 'Verschil'];
  const wanted = years.flatMap((year) =>
    FLOWS.flatMap((direction) =>
      shownFigures(view).flatMap((name) => {
        const source = sourceOf(view, name, year, direction);
        const here = lines.filter((line) => line.year === year && line.direction === direction);
        return source === null || here.length === 0
          ? []
          : [{ year, direction, name, source, cents: totalCents(here.map((line) => line[name])) ?? 0 }];
      }),
    ),
  );
  const cells = wanted.map(({ year, direction, name, source, cents }, index): readonly CellSpec[] => {
    const at = (figure: number): string => cellAddress(row + 1 + index, HEAD_COLUMNS + figure);
    const criteria: Criteria = [
      [c.direction, literal(labelOfDirection(direction))],
      [c.year, String(year)],
    ];
    return [
      ...labelled(
        { value: source.sheet, style: 'schemaLabel' },
        { value: figureLabel(name, direction), style: 'schemaLabel' },
        { value: `${labelOfDirection(direction)} ${year}`, style: 'schemaLine' },
        'schemaLine',
      ),
      formulaCell(sumOver(TABLES.reconciliation, figureColumn(name), criteria), cents / CENTS_PER_EURO, 'schemaCent'),
      formulaCell(source.formula, source.cents / CENTS_PER_EURO, 'schemaCent'),
      formulaCell(`ROUND(${at(0)}-${at(1)},2)`, (cents - source.cents) / CENTS_PER_EURO, 'schemaDifference'),
      formulaCell(
        `IF(${at(2)}=0,${literal(WORDS.complete)},${literal(WORDS.incomplete)})`,
        cents === source.cents ? WORDS.complete : WORDS.incomplete,
        'schemaLabel1',
      ),
    ];
  });
  return {
    block: { row, column: 0, cells: [head(['Volledig?', 'Cijfer', 'Richting'], heads, 'Alles erin?'), ...cells] },
    looks: [lookOf(row, wanted.length, heads.length, WORDS.incomplete)],
  };
}
