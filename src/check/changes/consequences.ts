import { hasConsequences, movesFigures, nodeOf, type Change } from '../../changes/change';
import { consequencesOf, type Consequences } from '../../changes/consequences';
import { formatAmount } from '../../plan/amountText';
import type { PlanDocument, PlanNode } from '../../plan/document';
import { placeAt, type Place } from '../../plan/finding';
import type { Cents } from '../../plan/money';
import { derivationsOf, type Derivations } from '../../figures/follow/derivations';
import { cellName, nameWhenRead, planName } from '../../figures/follow/places';
import { computedCents, type CellRef } from '../../figures/identity';
import { blockCell, columnName, rowName } from '../../figures/printed';
import { labelOfDirection, labelOfKind, labelOfPhase } from '../../schema/rows/labels';
import { ruleCheck } from '../check';
import { excerpt } from '../narrative';
import type { CheckContext } from '../context';
import { inLanguage } from '../../plan/phrase';
import { transferPlace } from '../../figures/transferPlaces';
import { movedText, unassignedText } from './movedText';

/** Enough of a title to know it by. */
const TITLE_LENGTH = 60;

const nodeName = ({ code, id, title }: PlanNode): string =>
  [code ?? id, excerpt(title, TITLE_LENGTH)].filter(Boolean).join(' ');

/** What was changed, as a reader names it. */
function nameOf(change: Change, { say, tree, edits }: CheckContext): string {
  switch (change.of) {
    case 'amount': {
      const node = tree.byId.get(change.node);
      const { kind, direction, phase, year } = change.cell;
      const cell = `${labelOfKind(kind)}, ${labelOfDirection(direction)}, ${labelOfPhase(phase, 'singular')} ${year}`;
      return `${node ? nodeName(node) : change.node}; ${cell}`;
    }
    case 'figure': {
      const statement = edits && derivationsOf(edits.base).statements[change.at.statement];
      return statement
        ? `${change.schema}, ${rowName(statement, change.at.row)}, ${columnName(statement, change.at.column)}`
        : change.schema;
    }
    case 'transfer':
      return say(
        `overdracht ${change.transfer.id}, ${change.transfer.node ?? ''}`,
        `transfer ${change.transfer.id}, ${change.transfer.node ?? ''}`,
      );
    case 'node': {
      const names: Partial<Record<typeof change.field, string>> = {
        title: say('titel', 'title'),
        parent: say('hoort onder', 'belongs under'),
      };
      const field = names[change.field] ?? change.field;
      return `${nodeName(change.node)}; ${field}`;
    }
    default:
      return nodeName(change.node);
  }
}

function placeOf(change: Change, document: PlanDocument, { rollup }: CheckContext): Place {
  switch (change.of) {
    case 'amount':
      return blockCell(document, rollup, change.node, change.cell).place;
    case 'figure':
      return placeAt({ schema: change.schema, row: change.row, column: change.at.column });
    case 'transfer':
      return transferPlace(change.transfer);
    default:
      return placeAt({ node: change.node.id, line: change.node.source.line });
  }
}

/** "U bracht J5 (...) van 252.000 op 300.000", "U verwijderde ...". */
function deedOf(change: Change, context: CheckContext): string {
  const { say, edits } = context;
  const cell = edits?.cellOf(change.key) ?? null;
  const name = nameOf(change, context);
  const what = cell === null ? name : `${cell} (${name})`;
  if (change.of === 'removed') return say(`U verwijderde ${what}`, `You removed ${what}`);
  if (change.of === 'added') return say(`U voegde ${what} toe`, `You added ${what}`);
  const text = (value: Cents | string | boolean | null): string =>
    value === null
      ? say('niet gedrukt', 'not printed')
      : typeof value === 'number'
        ? formatAmount(value)
        : String(value);
  const [from, to] = [text(change.from), text(change.to)];
  if (change.of === 'amount' && change.from === null)
    return say(`U vulde ${what} in: ${to}`, `You entered ${what}: ${to}`);
  if ((change.of === 'amount' || change.of === 'transfer') && change.to === null)
    return say(`U wiste ${what}, ${from}`, `You cleared ${what}, ${from}`);
  return say(`U bracht ${what} van ${from} op ${to}`, `You changed ${what} from ${from} to ${to}`);
}

/** A line of credits of which every figure was cleared. */
function removedLine(change: Change, { say, tree }: CheckContext): string {
  if (change.of !== 'amount') return '';
  const node = tree.byId.get(change.node);
  const name = `${node ? nodeName(node) : change.node}; ${labelOfKind(change.cell.kind)}, ${labelOfDirection(change.cell.direction)} ${change.cell.year}`;
  return say(`U verwijderde de kredieten van ${name}`, `You removed the credits of ${name}`);
}

/** Sums that no longer close, and parts that contradict each other, because of this change. */
function contradictionsOf(
  change: Change,
  moved: Consequences,
  { statements }: Derivations,
  context: CheckContext,
): readonly string[] {
  const own = nodeOf(change);
  const names = new Set([
    ...moved.plan.map(({ node, cell }) => planName(node, cell)),
    ...moved.cells.map(cellName),
    ...(change.of === 'figure' ? [cellName(change.at)] : []),
  ]);
  const isMoved = ({ at }: CellRef): boolean => {
    if (at === undefined) return false;
    const name = nameWhenRead(statements, at);
    return (name !== null && names.has(name)) || (own !== null && at.of === 'plan' && at.node === own);
  };
  // A saldo that is not printed because it was zero stands nowhere: nothing contradicts what its parts come to now.
  const sums = context.audit.opened.filter(
    ({ identity: { target, terms } }) =>
      (target.at !== undefined || target.cents !== null) && [target, ...terms.map(({ cell }) => cell)].some(isMoved),
  );
  const texts = sums.map(({ identity, residual }) => {
    const [now, follows] = [formatAmount(identity.target.cents ?? 0), formatAmount(computedCents(identity))];
    const rule = inLanguage(identity.rule, context.language);
    return context.say(
      `${identity.target.name}: blad ${now}, herrekend ${follows} (${rule}), verschil ${formatAmount(residual)}`,
      `${identity.target.name}: sheet ${now}, recomputed ${follows} (${rule}), difference ${formatAmount(residual)}`,
    );
  });
  // What is about no node is told with the first edit that moves figures.
  const isFirst = context.edits?.changes.find(movesFigures) === change;
  const others = context.contradictions.filter(({ finding: { place } }) =>
    place.node === null ? isFirst : place.node === own,
  );
  return [...texts, ...others.map(({ text }) => text.replace(/\.$/, ''))];
}

/** More than this are counted, not named. */
const MOST_NAMED = 6;

const listed = (items: readonly string[], more: (count: number) => string): string =>
  [...items.slice(0, MOST_NAMED), ...(items.length > MOST_NAMED ? [more(items.length - MOST_NAMED)] : [])].join('; ');

/** Changes that are one deed: the cleared figures of a line of credits that was removed; any other change by itself. */
function deedsOf(changes: readonly Change[]): readonly (readonly [Change, ...Change[]])[] {
  const deeds = new Map<string, [Change, ...Change[]]>();
  for (const change of changes) {
    const cleared = change.of === 'amount' && change.to === null;
    const key = cleared
      ? `${change.node}|${change.cell.year}|${change.cell.kind}|${change.cell.direction}`
      : change.key;
    const known = deeds.get(key);
    if (known) known.push(change);
    else deeds.set(key, [change]);
  }
  return [...deeds.values()];
}

/** What follows of a deed, in sentences: figures that left what was printed, what is to be assigned, and what no longer closes. */
function consequenceTexts(
  change: Change,
  moved: Consequences,
  derivations: Derivations,
  context: CheckContext,
): readonly string[] {
  const { say } = context;
  const printed = movedText(moved, derivations, context.language);
  const unassigned = unassignedText(moved, derivations);
  const open = contradictionsOf(change, moved, derivations, context);
  const told: string[] = [];
  if (printed !== '')
    told.push(
      say(
        `Van wat gedrukt is, wijkt het blad daardoor af: ${printed}.`,
        `The sheet now differs from what was printed: ${printed}.`,
      ),
    );
  if (unassigned !== '') told.push(say(`Nog toe te wijzen: ${unassigned}.`, `Still to be assigned: ${unassigned}.`));
  if (open.length > 0)
    told.push(
      say(
        `Sluit daardoor niet meer: ${listed(open, (count) => `en nog ${count}`)}.`,
        `No longer closes: ${listed(open, (count) => `and ${count} more`)}.`,
      ),
    );
  return told;
}

/** What an edit moves away from what was printed, and what it leaves open: told once, where it was made. */
export const changesConsequences = ruleCheck({
  id: 'changes.consequences',
  severity: 'info',
  nl: ['{deed}. {consequences}', 'Klopt de wijziging, dan is er niets te doen; anders zet u de cel terug.'],
  en: ['{deed}. {consequences}', 'If the change is right there is nothing to do; otherwise put the cell back.'],
  reads: ['info', 'nodes', 'amounts', 'statements', 'transfers', 'offBalance', 'participations', 'texts'],
  audits: true,
  *rule(document, context) {
    const { edits } = context;
    if (!edits) return;
    const derivations = derivationsOf(edits.base);
    const movedBy = consequencesOf(edits.base, document, derivations);
    for (const deed of deedsOf(edits.changes.filter(hasConsequences))) {
      const [change] = deed;
      const all = deed.map(movedBy);
      const moved: Consequences = { plan: all.flatMap(({ plan }) => plan), cells: all.flatMap(({ cells }) => cells) };
      const parts = consequenceTexts(change, moved, derivations, context);
      if (parts.length === 0) continue;
      yield {
        place: placeOf(change, document, context),
        figures: {
          deed: deed.length > 1 ? removedLine(change, context) : deedOf(change, context),
          consequences: parts.join(' '),
          ...('from' in change && typeof change.from === 'number' ? { fromCents: change.from } : {}),
          ...('to' in change && typeof change.to === 'number' ? { toCents: change.to } : {}),
        },
        subject: change.key,
      };
    }
  },
});

/** A credit that was brought below what is booked on it already. */
export const changesCreditBelowActual = ruleCheck({
  id: 'changes.credit-below-actual',
  severity: 'error',
  nl: [
    '{deed}, maar er is al {actualCents} op geboekt; {overCents} te weinig krediet.',
    'Breng het krediet minstens op wat geboekt is, of verplaats de boeking.',
  ],
  en: [
    '{deed}, but {actualCents} is booked on it already; {overCents} of credit short.',
    'Raise the credit to at least what is booked, or move the booking.',
  ],
  reads: ['nodes', 'amounts'],
  *rule(document, context) {
    for (const change of context.edits?.changes ?? []) {
      if (change.of !== 'amount' || change.cell.phase !== 'finalBudget' || change.cell.direction !== 'expenditure')
        continue;
      const actual = context.rollup.rolled(change.node, { ...change.cell, phase: 'actual' }) ?? 0;
      const over = actual - (change.to ?? 0);
      if (over <= 0 || (change.to ?? 0) >= (change.from ?? 0)) continue;
      yield {
        place: placeOf(change, document, context),
        figures: { deed: deedOf(change, context), actualCents: actual, overCents: over },
        subject: change.key,
      };
    }
  },
});
