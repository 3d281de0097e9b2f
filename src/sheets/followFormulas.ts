import type { FollowTerm } from '../figures/follow/derivations';
import { cellKey } from '../figures/cell';
import { labelOfDirection, labelOfKind } from '../schema/rows/labels';
import { isUnassigned } from '../schema/rows/unassigned';
import { cellAddress, quotedSheet } from './address';
import { literal, whole } from './formulas';
import { KEY_COLUMN, TABLES } from './names';
import { totalFormula } from './planFormulas';
import type { Measure, PlanView } from './planView';
import { figurePosition, type StatementLayout } from './statementLayout';
import { TRANSFER_COLUMNS } from './transfers';

/** A term as formulas write it: in a sum, and where it is asked whether it is filled ('' = always). */
export interface TermText {
  readonly sum: string;
  readonly filled: string;
}

/** How a term is written; null when the workbook has no such cell. */
export type TermFormula = (term: FollowTerm) => TermText | null;

/** A formula that may give an empty text: a sum takes it as nothing. */
const maybeEmpty = (formula: string): TermText => ({ sum: `N(${formula})`, filled: formula });

function measureFinder({ groups }: PlanView): (key: string) => Measure | undefined {
  const measures = new Map(
    groups.flatMap((group) => group.measures).map((measure) => [cellKey(measure.cell), measure]),
  );
  return (key) => measures.get(key);
}

/** What a part of the plan comes to on the sheet Plan, found by its key: rows may be sorted and codes changed. */
const partOfPlan = (node: string, { computed }: Measure): string =>
  `IFERROR(INDEX(${whole(TABLES.plan, computed)},MATCH(${literal(node)},${whole(TABLES.plan, KEY_COLUMN)},0)),"")`;

const transferSum = ({ kind, direction, fromYear }: Extract<FollowTerm, { of: 'transfers' }>): string => {
  const c = TRANSFER_COLUMNS;
  const criteria = [
    [c.kind, literal(labelOfKind(kind))],
    [c.direction, literal(labelOfDirection(direction))],
    [c.fromYear, String(fromYear)],
  ];
  return `SUMIFS(${whole(TABLES.transfers, c.amount)},${criteria.map(([column = '', value]) => `${whole(TABLES.transfers, column)},${value}`).join(',')})`;
};

/** How terms are written in the formulas of the statement at `index`. */
export function termFormulas(layouts: readonly StatementLayout[], plan: PlanView, index: number): TermFormula {
  const measureOf = measureFinder(plan);
  return (term) => {
    if (term.of === 'transfers') return { sum: transferSum(term), filled: '' };
    if (term.of === 'plan') {
      const measure = measureOf(cellKey(term.cell));
      if (!measure) return null;
      return maybeEmpty(term.node === null ? totalFormula(measure) : partOfPlan(term.node, measure));
    }
    const layout = layouts[term.statement];
    const row = layout?.rowAt.get(term.row);
    if (!layout || row === undefined) return null;
    const address = cellAddress(row, figurePosition(term.column));
    const text = term.statement === index ? address : `${quotedSheet(layout.sheet)}!${address}`;
    const found = layout.statement.rows[term.row];
    // A row for what is not assigned always shows a figure, and says nothing of whether the others do.
    return { sum: text, filled: found && isUnassigned(found) ? '' : text };
  };
}

/** Addresses on one sheet with neighbours as ranges, other terms as they are. */
function argumentsOf(terms: readonly string[]): string {
  const runs: { first: string; last: string; row: number; letters: string }[] = [];
  for (const term of terms) {
    const match = /^([A-Z]+)(\d+)$/.exec(term);
    const [row, letters] = [Number(match?.[2] ?? -1), match?.[1] ?? ''];
    const run = runs.at(-1);
    if (match && run && run.row + 1 === row && run.letters === letters) Object.assign(run, { last: term, row });
    else runs.push({ first: term, last: term, row, letters });
  }
  return runs.map(({ first, last }) => (first === last ? first : `${first}:${last}`)).join(',');
}

/**
 * A figure as it follows: what was printed, and what its terms come to now less what they came to when it was read; empty as long as
 * none of these is filled, unless it is `always` shown. `adjusted`: by how much it was typed over, in euro.
 */
export function followFormula(
  terms: readonly (TermText & { readonly sign: 1 | -1 })[],
  printed: string,
  computed: string,
  adjusted: number,
  always: boolean,
): string {
  const sumOf = (sign: 1 | -1): string => argumentsOf(terms.filter((term) => term.sign === sign).map(({ sum }) => sum));
  const [added, taken] = [sumOf(1), sumOf(-1)];
  const filled = argumentsOf([...terms.map((term) => term.filled).filter(Boolean), printed]);
  const sum = [added ? `SUM(${added})` : '', taken ? `-SUM(${taken})` : ''].join('');
  const extra = adjusted === 0 ? '' : `${adjusted > 0 ? '+' : ''}${adjusted}`;
  const figure = `ROUND(${sum}+N(${printed})-N(${computed})${extra},2)`;
  return always ? figure : `IF(COUNT(${filled})=0,"",${figure})`;
}
