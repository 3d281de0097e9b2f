import { FLOWS, type Flow } from '../plan/vocabulary';
import type { PlanDocument, PlanNode } from '../plan/document';
import type { Cents } from '../plan/money';
import { CREDIT_FIGURES, type CreditFigures } from '../figures/reconciliation/creditFigures';
import { figureLabel, verdictLabel } from '../figures/reconciliation/creditLabels';
import type { Reconciliation } from '../figures/reconciliation/reconciliation';
import { FORMATS } from '../i18n/formats';
import type { Invocation } from './command';
import { columns, type Alignment } from './textTable';
import { directionText, kindText } from '../i18n/terms';

type Reader = Pick<Invocation, 'language' | 'texts'>;

/** A row before its figures are written: where it stands in the plan, what it is called, and its figures. */
interface Row {
  readonly depth: number;
  readonly code: string;
  readonly title: string;
  readonly kind: string;
  readonly figures: CreditFigures;
  readonly verdict: string;
}

const TITLE_WIDTH = 44;
const cut = (text: string): string =>
  text.length > TITLE_WIDTH ? `${text.slice(0, TITLE_WIDTH - 1).trimEnd()}…` : text;

/**
 * Lines in the order of the plan, each below the totals of what it stands under, and the totals of the whole plan
 * last.
 */
function rowsOf(
  { lines, totals }: Reconciliation,
  year: number,
  direction: Flow,
  { language, texts: { reconciliation: t } }: Reader,
): readonly Row[] {
  const ofFlow = (each: { readonly year: number; readonly direction: Flow }): boolean =>
    each.year === year && each.direction === direction;
  const shown = totals.filter(ofFlow);
  const above = shown
    .filter(({ node, kind }) => node !== null && kind === null)
    .map((total): PlacedRow => ({
      order: placeOf(total.node),
      depth: 0,
      code: total.node?.code ?? total.node?.id ?? '',
      title: total.node?.title ?? '',
      kind: '',
      figures: total,
      verdict: '',
    }));
  const own = lines.filter(ofFlow).map((line): PlacedRow => ({
    order: placeOf(line.node),
    depth: 1,
    code: line.code,
    title: line.node?.title ?? t.notInPlan,
    kind: kindText(line.kind, language),
    figures: line,
    verdict: verdictLabel(line.verdict, direction, language),
  }));
  const whole = shown
    .filter(({ node }) => node === null)
    .map((total): Row => ({
      depth: 0,
      code: t.total,
      title: '',
      kind: total.kind === null ? t.allKinds : kindText(total.kind, language),
      figures: total,
      verdict: '',
    }));
  const inPlan = [...above, ...own].sort((left, right) =>
    left.order === right.order ? left.depth - right.depth : left.order - right.order,
  );
  return [...inPlan, ...whole];
}

/** A row at the place of its node in the plan. */
interface PlacedRow extends Row {
  readonly order: number;
}

const placeOf = (node: PlanNode | null): number => node?.order ?? Infinity;

/** One column of amounts, with decimals in all of them when one has cents; '' where nothing is printed. */
function amountColumn(cents: readonly (Cents | null)[], { language }: Reader): readonly string[] {
  const texts = [...FORMATS[language].euros(cents.filter((each) => each !== null))];
  return cents.map((each) => (each === null ? '' : (texts.shift() ?? '')));
}

const LINE_ALIGNMENTS: readonly Alignment[] = [
  'left',
  'left',
  'left',
  ...CREDIT_FIGURES.map(() => 'right' as const),
  'left',
];

function linesText(reconciliation: Reconciliation, year: number, direction: Flow, reader: Reader): readonly string[] {
  const {
    language,
    texts: { reconciliation: t },
  } = reader;
  const rows = rowsOf(reconciliation, year, direction, reader);
  if (rows.length === 0) return [];
  const amounts = CREDIT_FIGURES.map((name) =>
    amountColumn(
      rows.map(({ figures }) => figures[name]),
      reader,
    ),
  );
  const head = [
    t.code,
    t.title,
    t.kind,
    ...CREDIT_FIGURES.map((name) => figureLabel(name, direction, language)),
    t.verdict,
  ];
  const body = rows.map(({ depth, code, title, kind, verdict }, at) => [
    `${'  '.repeat(depth)}${code}`,
    cut(title),
    kind,
    ...amounts.map((column) => column[at] ?? ''),
    verdict,
  ]);
  return ['', `${directionText(direction, language)} ${year}`, ...columns([head, ...body], LINE_ALIGNMENTS)];
}

const TIE_ALIGNMENTS: readonly Alignment[] = ['left', 'left', 'left', 'right', 'right', 'right', 'left'];

function tiesText({ ties }: Reconciliation, reader: Reader): readonly string[] {
  if (ties.length === 0) return [];
  const {
    language,
    texts: { reconciliation: t },
  } = reader;
  const { difference } = FORMATS[language];
  const [printed, computed] = [
    amountColumn(
      ties.map((tie) => tie.printedCents),
      reader,
    ),
    amountColumn(
      ties.map((tie) => tie.computedCents),
      reader,
    ),
  ];
  const head = [t.schema, t.row, t.column, t.printed, t.computed, t.difference, ''];
  const body = ties.map(({ schema, row, column, roundingCents, closes }, at) => [
    schema,
    row,
    column,
    printed[at] ?? '',
    computed[at] ?? '',
    roundingCents === 0 ? '' : difference(roundingCents),
    closes ? (roundingCents === 0 ? '' : t.rounding) : t.doesNotClose,
  ]);
  return ['', t.ties, ...columns([head, ...body], TIE_ALIGNMENTS)];
}

/**
 * The reconciliation for reading: per year and direction the lines with their subtotals, then the schemas beside them.
 */
export function reconciliationText(
  { document: info }: PlanDocument,
  reconciliation: Reconciliation,
  reader: Reader,
): string {
  const { reconciliation: t } = reader.texts;
  if (reconciliation.lines.length === 0) return t.nothing;
  const years = [...new Set(reconciliation.lines.map(({ year }) => year))];
  return [
    [t.heading, info.entity?.name ?? info.title].filter((part) => part !== '').join(' · '),
    ...years.flatMap((year) => FLOWS.flatMap((direction) => linesText(reconciliation, year, direction, reader))),
    ...tiesText(reconciliation, reader),
    '',
    t.identity,
  ].join('\n');
}
