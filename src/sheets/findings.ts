import { explanationOf, type Explanation, type Explanations } from '../plan/explanation';
import type { Finding, Place, Severity } from '../plan/finding';
import { documentKey } from '../plan/link';
import { formatAmount } from '../plan/amountText';
import { rowKey } from '../plan/statement';
import { labelOfPart } from '../schema/rows/labels';
import { cellAddress } from './address';
import { STATE_LABELS } from './findingStates';
import { behindCell, SUM_ROWS } from './checkedState';
import { column, keyColumn, tableOf } from './columns';
import { formulaCell, linkTo, literal, whole, type SourceIndex } from './formulas';
import { chooseFrom, listSheet, wordLook } from './listSheet';
import { LISTS, SHEETS, TABLES } from './names';
import { planRow } from './planSheet';
import type { PlanView } from './planView';
import { rowHeights } from './rowHeights';
import { CONTENT_ROW, TAB_COLORS } from './sheet';
import type { CellSpec, FormulaCell, SheetSpec } from './spec';
import { figurePosition } from './statementLayout';
import type { StatementView } from './statementTable';
import { COLORS } from './style';
import { placeTable, type TableModel } from './table';
import type { NamedDocument } from './ends';
import { plansRow } from './plansTable';

/** Names of the columns of the table of findings. */
export const FINDING_COLUMNS = {
  severity: 'Ernst',
  place: 'Plaats',
  message: 'Bevinding',
  figures: 'Cijfers',
  check: 'Controle',
  source: 'Bron',
  state: 'Toestand',
  explanation: 'Verklaring',
  initials: 'Paraaf',
} as const;

export const SEVERITY_LABELS: Readonly<Record<Severity, string>> = {
  error: 'fout',
  attention: 'aandachtspunt',
  info: 'info',
};
const SEVERITY_ORDER: readonly Severity[] = ['error', 'attention', 'info'];

/** Leads from places to cells of the workbook. */
export interface PlaceIndex {
  readonly plan: PlanView;
  readonly statements: readonly StatementView[];
  readonly source: SourceIndex;
  /** The other documents of the workbook: their nodes stand on the sheet Plannen. */
  readonly others: readonly NamedDocument[];
}

/** Links to the cell a finding is about: a row of a schema, else a row of the plan, else the line of the source. */
function placeLinker({ plan, statements, source, others }: PlaceIndex): (finding: Finding) => CellSpec {
  const inOthers = otherPlaces(others);
  const rowsOf = new Map(
    statements.map((view) => [
      view,
      new Map(view.statement.rows.map((row, index) => [rowKey(row), view.rowAt.get(index)])),
    ]),
  );
  const positions = new Map(plan.nodes.map((node, index) => [node.id, index]));
  return ({ place }) => {
    if (place.document !== undefined) return inOthers(place);
    const view = statements.find(({ statement }) => statement.schema === place.schema);
    if (view) {
      const row = place.row === null ? undefined : rowsOf.get(view)?.get(place.row);
      if (row === undefined) return linkTo(view.sheet, 0, 0, view.sheet);
      const column = place.column === null ? 1 : figurePosition(place.column);
      return linkTo(view.sheet, row, column, `${view.sheet} ${cellAddress(row, column)}`);
    }
    const position = place.node === null ? undefined : positions.get(place.node);
    if (position !== undefined)
      return linkTo(SHEETS.plan, planRow(position), 0, plan.linkOf(place.node) ?? SHEETS.plan);
    return place.line === null
      ? place.schema === null
        ? place.node
        : labelOfPart(place.schema, 'nl')
      : source.link({ line: place.line, page: null });
  };
}

/** Links to the row of a node on Plannen, else to the line of the document it was read from. */
function otherPlaces(others: readonly NamedDocument[]): (place: Place) => CellSpec {
  const rows = new Map(
    others
      .flatMap((of) => of.document.nodes.map((node) => ({ of, node })))
      .map(({ of, node }, index) => [`${documentKey(of.document.document)}#${node.id}`, { of, node, index }]),
  );
  const byKey = new Map(others.map((of) => [documentKey(of.document.document), of]));
  return (place) => {
    const row = place.node === null ? undefined : rows.get(place.node);
    if (row) return linkTo(SHEETS.plans, plansRow(row.index), 0, row.of.codeOf(row.node.id));
    const of = byKey.get(place.document ?? '');
    return place.line === null
      ? (place.node ?? of?.name ?? null)
      : (of?.source.link({ line: place.line, page: null }) ?? null);
  };
}

/** What the amounts of findings are called; the sentence tells the rest, so figures without a name here are left to it. */
const FIGURE_LABELS: Readonly<Record<string, string>> = {
  printedCents: 'gedrukt',
  computedCents: 'berekend',
  expectedCents: 'verwacht',
  valueCents: 'bedrag',
  differenceCents: 'verschil',
  allowedCents: 'toegelaten',
  roundingCents: 'afronding',
  actualCents: 'jaarrekening',
  creditCents: 'krediet',
  leftCents: 'over',
  carriedCents: 'overgedragen',
  overCents: 'te veel',
  excessCents: 'te veel',
  amountCents: 'bedrag',
  balanceCents: 'saldo',
  receiptsCents: 'ontvangsten',
  expenditureCents: 'uitgaven',
  ownCents: 'eigen',
  foreseenCents: 'voorzien',
  unforeseenCents: 'niet voorzien',
  meanCents: 'gemiddelde',
  largestCents: 'grootste',
  residualCents: 'rest',
  debitCents: 'debet',
  sumCents: 'som',
  partsCents: 'som van de delen',
  totalCents: 'totaal',
};

const figuresText = ({ figures }: Finding): string | null =>
  Object.entries(figures)
    .flatMap(([name, value]) => {
      const label = FIGURE_LABELS[name];
      return label !== undefined && typeof value === 'number' ? [`${label}: ${formatAmount(value)}`] : [];
    })
    .join('\n') || null;

function sourceOf({ line, document }: Place, { source, others }: PlaceIndex): CellSpec {
  if (line === null) return null;
  const index =
    document === undefined ? source : others.find((of) => documentKey(of.document.document) === document)?.source;
  return index?.link({ line, page: null }) ?? null;
}

/** The findings, gravest first; what users wrote about them is carried along. */
export function findingTable(findings: readonly Finding[], places: PlaceIndex, explanations: Explanations): TableModel {
  const sorted = [...findings].sort(
    (left, right) => SEVERITY_ORDER.indexOf(left.severity) - SEVERITY_ORDER.indexOf(right.severity),
  );
  const c = FINDING_COLUMNS;
  const answer = ({ key }: Finding): Explanation => explanationOf(explanations, key);
  return tableOf<Finding>(
    TABLES.findings,
    [
      column(c.severity, 10, 'text', ({ severity }) => SEVERITY_LABELS[severity]),
      column(c.place, 16, 'text', placeLinker(places)),
      column(c.message, 80, 'textWrapped', ({ message }) => message),
      column(c.figures, 26, 'textWrapped', figuresText),
      column(c.state, 12, 'text', (finding) => STATE_LABELS[answer(finding).state]),
      column(c.explanation, 50, 'textInput', (finding) => answer(finding).text || null),
      column(c.initials, 9, 'textInput', (finding) => answer(finding).initials || null),
      column(c.source, 12, 'textCentered', ({ place }) => sourceOf(place, places)),
      column(c.check, 26, 'textMuted', ({ check }) => check),
      keyColumn(30, ({ key }) => key),
    ],
    sorted,
  );
}

/** Column of the sums that tell whether the checks are behind: the hidden one. */
export const SUM_COLUMN = Object.keys(FINDING_COLUMNS).length;

/** Findings that nobody answered: what is accepted, explained or solved no longer counts. */
export const openCount = (findings: readonly Finding[], explanations: Explanations, severity: Severity): FormulaCell =>
  formulaCell(
    `COUNTIFS(${whole(TABLES.findings, FINDING_COLUMNS.severity)},${literal(SEVERITY_LABELS[severity])},${whole(TABLES.findings, FINDING_COLUMNS.state)},${literal(STATE_LABELS.open)})`,
    findings.filter(
      (finding) => finding.severity === severity && explanationOf(explanations, finding.key).state === 'open',
    ).length,
  );

/** `sum` is that of what users change, as it is when the checks run. */
export function findingSheet(model: TableModel, entity: string, sum: FormulaCell): SheetSpec {
  const placed = placeTable(model, CONTENT_ROW, 0);
  const look = (severity: Severity, fill: string) =>
    wordLook(placed, FINDING_COLUMNS.severity, SEVERITY_LABELS[severity], fill);
  return listSheet(
    'Controle',
    'Bevindingen, ernstigste eerst. De plaats is een koppeling naar de cel. Toestand, verklaring en paraaf zijn van u en blijven bewaard.',
    placed,
    PRINTED_COLUMNS,
    entity,
    {
      name: SHEETS.findings,
      tabColor: TAB_COLORS.check,
      rows: [{ row: CONTENT_ROW, height: 20 }, ...rowHeights(model, CONTENT_ROW)],
      blocks: [
        { row: 2, column: 0, cells: [[behindCell(SUM_COLUMN)]] },
        { row: SUM_ROWS.now, column: SUM_COLUMN, cells: [[sum], [{ value: sum.value, style: 'plainNumber' }]] },
      ],
      validations: [chooseFrom(placed, FINDING_COLUMNS.state, LISTS.states, 'Kies een toestand uit de lijst.')],
      conditionalFormats: [
        look('error', COLORS.errorFill),
        look('attention', COLORS.attentionFill),
        look('info', COLORS.infoFill),
      ],
    },
  );
}

/** Up to the initials. */
const PRINTED_COLUMNS = 7;
