import type { ChangeKey } from '../../changes/change';
import type { Conflict } from '../../changes/merge/conflict';
import { DEFAULT_SETTINGS, type CheckSettings } from '../../check/settings';
import { derivationsOf } from '../../figures/follow/derivations';
import { follow } from '../../figures/follow/follow';
import type { Amount, PlanDocument } from '../../plan/document';
import type { Explanation, Explanations } from '../../plan/explanation';
import type { Finding } from '../../plan/finding';
import { success, type Result } from '../../plan/result';
import { allStatuses } from '../../plan/followUp';
import type { OutlineProfile } from '../../read/outline/profile';
import type { ReadFailure } from '../../read/source';
import type { WorkbookContent } from '../content';
import { creditTable } from '../credits';
import { FINDING_COLUMNS } from '../findings';
import { stateOfLabel } from '../findingStates';
import type { WorkbookState } from '../state';
import { SourceIndex } from '../formulas';
import { KEY_COLUMN, SHEETS, TABLES } from '../names';
import { planTable } from '../planTable';
import { planView, type PlanView } from '../planView';
import { creditInputs, readCredits, withAmountEdits } from './credits';
import { PLAN_INPUTS, readPlan, type PlanEdits } from './plan';
import { editedLedger } from './ledger';
import { readState, readStateParts } from './state';
import { tellDamage } from './damage';
import { CellIndex, type CellName } from './changedCells';
import { enteredIn, readStatement, statementInputs, withLabels } from './statements';
import { readTable, SheetFindings } from './tableReader';
import { readTransfers, TRANSFER_INPUTS } from './transfers';
import { readTogether } from './together';
import { currentStatuses, statusesByLevel, writtenStatuses } from './statuses';
import { statementViews } from '../statementTable';
import type { TableModel } from '../table';
import { nameDocuments } from '../ends';
import { together } from '../together/together';
import { transferTable } from '../transfers';

/** A document as a workbook holds it now, and what was wrong on its sheets. */
export interface WorkbookReading {
  readonly document: PlanDocument;
  /** The other documents of the workbook; absent when there are none. */
  readonly others?: readonly PlanDocument[];
  readonly findings: readonly Finding[];
  /** In which cell each change of the first document was typed; absent when nothing was. */
  readonly cells?: ReadonlyMap<ChangeKey, CellName>;
}

/**
 * Reads a workbook back over what it was made from: cells nobody touched give the documents exactly as they were, edits come through, a cell that
 * holds what it may not is a finding with its address and keeps its former value. Columns may be moved or added, rows sorted. Fails only when
 * the hidden sheet is gone or damaged.
 */
export function documentFromWorkbook(content: WorkbookContent): Result<WorkbookReading, ReadFailure> {
  const reading = readStateParts(content);
  if (!reading.ok) return reading;
  const { state } = reading.value;
  const { others: imported = [], settings } = state;
  const findings = new SheetFindings(settings.language);
  tellDamage(reading.value, findings);
  const written = writtenOf(state);
  const { view, parts } = written;
  const statuses = statusesByLevel(currentStatuses(content, state, findings), written.written);
  const cells = new CellIndex();
  const planSheet = readTable(content, written.models.plan, findings, PLAN_INPUTS);
  const plan = planSheet ? readPlan(planSheet, view, statuses, findings, cells) : untouchedPlan(view);
  const main = editedMain(content, state, written, plan, findings, cells);
  const [first = main, ...others] = readTogether(content, view, parts, [main, ...imported], plan, statuses, findings);
  return success({
    document: first,
    ...(others.length > 0 ? { others } : {}),
    findings: findings.found,
    ...(cells.all.size > 0 ? { cells: cells.all } : {}),
  });
}

/** The document the workbook is about with what was typed on its own sheets, and what follows from it. */
function editedMain(
  content: WorkbookContent,
  { document, settings }: WorkbookState,
  { view, models }: Written,
  plan: PlanEdits,
  findings: SheetFindings,
  cells: CellIndex,
): PlanDocument {
  const { credits } = models;
  const creditSheet = readTable(content, credits, findings, creditInputs(credits), false);
  const amounts = creditSheet
    ? withAmountEdits(document, readCredits(creditSheet, credits, view, plan, findings, cells))
    : document.amounts;
  const transfers = readTable(content, models.transfers, findings, TRANSFER_INPUTS);
  const statements = models.statements.map((statement) =>
    readStatement(
      readTable(content, statement.model, findings, statementInputs(statement)),
      statement,
      findings,
      cells,
    ),
  );
  const entered: PlanDocument = {
    ...document,
    nodes: plan.nodes,
    amounts: withoutRemoved(amounts, document, plan),
    transfers: transfers ? readTransfers(transfers, document, findings, cells) : document.transfers,
  };
  const followed = follow(
    document,
    derivationsOf(document),
    entered,
    enteredIn(statements, 'figures'),
    enteredIn(statements, 'corrections'),
  );
  const relined = editedLedger(content, document, plan.nodes, settings.language);
  return {
    ...followed.document,
    statements: withLabels(followed.document, models.statements, statements),
    ...(relined && computedFromLines(relined)),
  };
}

/** Lines that were edited come first: every figure follows from them. */
const computedFromLines = ({
  document,
  amounts,
  statements,
  offBalance,
  findings,
  ledger,
}: PlanDocument): Partial<PlanDocument> => ({
  document,
  amounts,
  statements,
  offBalance,
  findings,
  ...(ledger ? { ledger } : {}),
});

/** The tables as they were written. */
function makeWritten(state: WorkbookState) {
  const { document, others = [] } = state;
  const written = writtenStatuses(state);
  // Links to the source are not read back, so no lines are needed.
  const source = new SourceIndex([], 0);
  const view = planView(document, allStatuses(written));
  const parts = together(
    view,
    nameDocuments(
      view,
      source,
      others.map((other) => ({ document: other, lines: [] })),
    ),
  );
  const models = {
    plan: planTable(view, source),
    credits: creditTable(view, source),
    transfers: transferTable(document, source),
    statements: statementViews(document, document, view, source),
  };
  return { written, view, parts, models };
}

type Written = ReturnType<typeof makeWritten>;

const knownWritten = new WeakMap<WorkbookState, Written>();

/** A workbook is read after every edit, over tables that stay the same. */
function writtenOf(state: WorkbookState): Written {
  const known = knownWritten.get(state) ?? makeWritten(state);
  knownWritten.set(state, known);
  return known;
}

function untouchedPlan(view: PlanView): PlanEdits {
  const links = new Map(view.nodes.map(({ id }) => [(view.linkOf(id) ?? '').toLowerCase(), id]));
  return { nodes: view.document.nodes, idOf: (link) => links.get(link.trim().toLowerCase()) };
}

/** Amounts of a node that was removed from the plan go with it. */
function withoutRemoved(amounts: readonly Amount[], document: PlanDocument, { nodes }: PlanEdits): readonly Amount[] {
  const ids = new Set(nodes.map(({ id }) => id));
  const removed = new Set(document.nodes.map(({ id }) => id).filter((id) => !ids.has(id)));
  return removed.size === 0 ? amounts : amounts.filter(({ node }) => node === null || !removed.has(node));
}

/** What the board set for its checks, with its lists of statuses as the sheet Start has them; null when the workbook is not one of ours. */
export function settingsFromWorkbook(content: WorkbookContent): CheckSettings | null {
  const state = readState(content);
  if (!state.ok) return null;
  const { board, byLevel } = currentStatuses(content, state.value, new SheetFindings(state.value.settings.language));
  const levelStatuses = Object.fromEntries(Object.entries(byLevel).map(([level, terms]) => [level, [...terms]]));
  return { ...DEFAULT_SETTINGS, ...state.value.settings.checks, statuses: [...board], levelStatuses };
}

/** Is it a book that Planboek made, whatever became of its state since? */
export const isPlanboekWorkbook = ({ sheets }: WorkbookContent): boolean =>
  sheets.some(({ name }) => name === SHEETS.state);

/** The documents of a workbook as they were imported, the one it is about first; [] when it is not one of ours. */
export function importedFromWorkbook(content: WorkbookContent): readonly PlanDocument[] {
  const state = readState(content);
  return state.ok ? [state.value.document, ...(state.value.others ?? [])] : [];
}

/** The profiles that users of the board keep in the workbook; [] when it is not one of ours. */
export function profilesFromWorkbook(content: WorkbookContent): readonly OutlineProfile[] {
  const state = readState(content);
  return state.ok ? (state.value.settings.profiles ?? []) : [];
}

/** What could not be decided when a new version was merged in; [] when there is nothing. */
export function conflictsFromWorkbook(content: WorkbookContent): readonly Conflict[] {
  const state = readState(content);
  return state.ok ? (state.value.conflicts ?? []) : [];
}

/** What users wrote about findings, by key of the finding: on the sheet Controle, and what waits in the hidden sheet. Rows nobody touched are left out. */
export function explanationsFromWorkbook(content: WorkbookContent): Explanations {
  const state = readState(content);
  const model: TableModel = {
    name: TABLES.findings,
    columns: [{ name: KEY_COLUMN, width: 0, style: 'text' }],
    rows: [],
    totals: false,
  };
  const table = readTable(content, model, new SheetFindings('nl'), [
    FINDING_COLUMNS.state,
    FINDING_COLUMNS.explanation,
    FINDING_COLUMNS.initials,
  ]);
  const explanations = new Map<string, Explanation>(state.ok ? Object.entries(state.value.dormant ?? {}) : []);
  for (const row of table?.rows ?? []) {
    const text = (column: string): string => String(row.cell(column).value ?? '').trim();
    const key = text(KEY_COLUMN);
    const answer: Explanation = {
      state: stateOfLabel(text(FINDING_COLUMNS.state)),
      text: text(FINDING_COLUMNS.explanation),
      initials: text(FINDING_COLUMNS.initials),
    };
    if (key !== '' && (answer.state !== 'open' || answer.text !== '' || answer.initials !== ''))
      explanations.set(key, answer);
  }
  return Object.fromEntries(explanations);
}
