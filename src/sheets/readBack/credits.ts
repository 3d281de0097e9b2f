import type { Amount, PlanDocument, PlanNode } from '../../plan/document';
import { CENTS_PER_EURO, type Cents } from '../../plan/money';
import type { Direction, Kind, Phase } from '../../plan/vocabulary';
import { cellKey } from '../../figures/cell';
import { CREDIT_COLUMNS, creditColumn, PHASES_IN_TIME } from '../creditColumns';
import type { CreditLine, PlanView } from '../planView';
import type { TableModel } from '../table';
import { editedCents, editedDirection, editedKind, editedYear } from './cells';
import type { CellIndex } from './changedCells';
import { SHEET_KINDS } from './kinds';
import type { PlanEdits } from './plan';
import type { ReadRow, ReadTable, SheetFindings } from './tableReader';

/** Columns of the credits that users fill in. */
export const creditInputs = (model: TableModel): readonly string[] => [
  CREDIT_COLUMNS.year,
  CREDIT_COLUMNS.code,
  CREDIT_COLUMNS.kind,
  CREDIT_COLUMNS.direction,
  ...PHASES_IN_TIME.map(creditColumn).filter((name) => model.columns.some((column) => column.name === name)),
];

/** What a line of credits is about, now. */
interface LineHead {
  readonly node: string;
  readonly year: number;
  readonly kind: Kind;
  readonly direction: Direction;
}

export interface AmountEdits {
  /** What an amount of the document became; absent when nothing happened to it, null when its line was removed. */
  readonly changed: ReadonlyMap<Amount, Amount | null>;
  readonly added: readonly Amount[];
}

interface Context {
  readonly view: PlanView;
  readonly plan: PlanEdits;
  readonly nodes: ReadonlyMap<string, PlanNode>;
  readonly findings: SheetFindings;
  readonly cells: CellIndex;
}

/** Edits of the lines of credits: figures, their classification, new and removed lines. */
export function readCredits(
  table: ReadTable,
  model: TableModel,
  view: PlanView,
  plan: PlanEdits,
  findings: SheetFindings,
  cells: CellIndex,
): AmountEdits {
  const lines = new Map(view.credits.map((line) => [line.key, line]));
  const phases = PHASES_IN_TIME.filter((phase) => model.columns.some((column) => column.name === creditColumn(phase)));
  const changed = new Map<Amount, Amount | null>();
  const added: Amount[] = [];
  const context: Context = { view, plan, nodes: new Map(plan.nodes.map((node) => [node.id, node])), findings, cells };
  const taken = new Map<string, number>();
  for (const key of table.removed)
    for (const amount of lines.get(key)?.byPhase.values() ?? []) changed.set(amount, null);
  for (const row of table.rows) {
    const line = row.key === null ? undefined : lines.get(row.key);
    const head = line ? readHead(context, row, line) : newHead(context, row);
    if (!head) continue;
    for (const phase of phases) {
      const before = line?.byPhase.get(phase);
      const cell = row.cell(creditColumn(phase));
      const cents = editedCents(cell, findings, { node: head.node });
      if (cents !== undefined) cells.amount(head.node, { ...head, phase }, cell);
      if (before) {
        const after = {
          ...before,
          ...head,
          ...(cents === undefined ? {} : { cents, unit: unitOf(cents, before.unit) }),
        };
        if (cents !== undefined || !sameHead(before, head)) changed.set(before, after);
      } else if (cents !== undefined && cents !== null) {
        added.push(newAmount(context, head, phase, cents, line, taken));
      }
    }
  }
  return { changed, added };
}

const sameHead = (amount: Amount, head: LineHead): boolean =>
  amount.node === head.node &&
  amount.year === head.year &&
  amount.kind === head.kind &&
  amount.direction === head.direction;

/** A figure with cents is no longer one in whole euros. */
const unitOf = (cents: Cents | null, before: Amount['unit']): Amount['unit'] =>
  cents !== null && cents % CENTS_PER_EURO !== 0 ? 'cent' : before;

/** A line beside what is printed for the same node, year, kind, direction and phase bears a number. */
function lineNumber({ view }: Context, head: LineHead, phase: Phase, taken: Map<string, number>): number | undefined {
  const cell = { ...head, phase };
  const name = `${head.node}|${cellKey(cell)}`;
  const before = taken.get(name) ?? (view.rollup.printed(head.node, cell) || view.summing.has(head.node) ? 1 : 0);
  taken.set(name, before + 1);
  return before === 0 ? undefined : before + (view.summing.has(head.node) ? 0 : 1);
}

function newAmount(
  context: Context,
  head: LineHead,
  phase: Phase,
  cents: Cents,
  line: CreditLine | undefined,
  taken: Map<string, number>,
): Amount {
  const { view, nodes } = context;
  const number = line ? undefined : lineNumber(context, head, phase, taken);
  const like = line ? [...line.byPhase.values()][0] : undefined;
  const source = like?.source ?? nodes.get(head.node)?.source ?? { line: 1, page: null };
  const amount = {
    ...head,
    phase,
    cents,
    unit: unitOf(cents, view.unit),
    schema: view.schema,
    version: like?.version ?? null,
    source,
  };
  return number === undefined ? amount : { ...amount, line: number };
}

function readHead({ plan, findings }: Context, row: ReadRow, line: CreditLine): LineHead {
  const place = { node: line.node.id };
  const code = row.cell(CREDIT_COLUMNS.code);
  const node = code.changed ? plan.idOf(String(code.value ?? '')) : line.node.id;
  if (node === undefined) findings.badCell(SHEET_KINDS.unknownCode, code, place);
  return {
    node: node ?? line.node.id,
    year: editedYear(row.cell(CREDIT_COLUMNS.year), findings, place) ?? line.year,
    kind: editedKind(row.cell(CREDIT_COLUMNS.kind), findings, place) ?? line.kind,
    direction: editedDirection(row.cell(CREDIT_COLUMNS.direction), findings, place) ?? line.direction,
  };
}

/** A new line must say all four; what is wrong in it is reported and the line left out. */
function newHead({ plan, findings }: Context, row: ReadRow): LineHead | null {
  const names = [CREDIT_COLUMNS.year, CREDIT_COLUMNS.code, CREDIT_COLUMNS.kind, CREDIT_COLUMNS.direction];
  const missing = names.filter((name) => (row.cell(name).value ?? '') === '');
  if (missing.length > 0) {
    findings.add(
      SHEET_KINDS.newRowIncomplete,
      {},
      { sheet: row.sheet, cell: row.address, text: missing.join(', ') },
      `${row.sheet}!${row.address}`,
    );
    return null;
  }
  const code = row.cell(CREDIT_COLUMNS.code);
  const node = plan.idOf(String(code.value));
  if (node === undefined) findings.badCell(SHEET_KINDS.unknownCode, code);
  const year = editedYear(row.cell(CREDIT_COLUMNS.year), findings, {});
  const kind = editedKind(row.cell(CREDIT_COLUMNS.kind), findings, {});
  const direction = editedDirection(row.cell(CREDIT_COLUMNS.direction), findings, {});
  return node === undefined || year === undefined || kind === undefined || direction === undefined
    ? null
    : { node, year, kind, direction };
}

/** The amounts with their edits in place; a new one comes after the last of its node. */
export function withAmountEdits(
  { amounts }: Pick<PlanDocument, 'amounts'>,
  { changed, added }: AmountEdits,
): readonly Amount[] {
  if (changed.size === 0 && added.length === 0) return amounts;
  const result = amounts.flatMap((amount) => {
    const after = changed.get(amount);
    return after === undefined ? [amount] : after === null ? [] : [after];
  });
  if (added.length === 0) return result;
  const last = new Map(result.map(({ node }, index) => [node, index]));
  const after = new Map<number, Amount[]>();
  for (const amount of added) {
    const place = last.get(amount.node) ?? result.length;
    const known = after.get(place);
    if (known) known.push(amount);
    else after.set(place, [amount]);
  }
  return [
    ...result.flatMap((amount, index) => [amount, ...(after.get(index) ?? [])]),
    ...inOrderOfNodes(after.get(result.length) ?? []),
  ];
}

/** Amounts of nodes that had none, those of one node together. */
function inOrderOfNodes(amounts: readonly Amount[]): readonly Amount[] {
  const byNode = new Map<string | null, Amount[]>();
  for (const amount of amounts) {
    const known = byNode.get(amount.node);
    if (known) known.push(amount);
    else byNode.set(amount.node, [amount]);
  }
  return [...byNode.values()].flat();
}
