import type { Consequences } from '../../changes/consequences';
import { formatAmount } from '../../plan/amountText';
import type { Statement } from '../../plan/document';
import type { Language } from '../../plan/finding';
import type { Cents } from '../../plan/money';
import type { Derivations } from '../../figures/follow/derivations';
import { columnName } from '../../figures/printed';
import { labelOfDirection, labelOfKind, labelOfPhase } from '../../schema/rows/labels';
import { isUnassigned } from '../../schema/rows/unassigned';

const signed = (cents: Cents): string => `${cents > 0 ? '+' : ''}${formatAmount(cents)}`;

/** A row in a few words: its markers, or its label with the code of its objective or its group. */
function shortName({ rows }: Statement, index: number): string {
  const row = rows[index];
  if (!row) return '';
  const marker = row.path.filter((part) => part !== '-').join('.');
  // Markers recur from section to section: those of the first are known by them.
  if (marker !== '') return row.section === rows[0]?.section ? marker : row.label;
  const of = row.node ?? (row.direction === null || row.section === row.label ? '' : row.section);
  return `${of} ${row.label}`.trim();
}

/** Names under one amount, in the order they came: "J2 Meerjarenplan 2024 (II.b +48.000; I, III, V -48.000)". */
function grouped(items: readonly { readonly where: string; readonly name: string; readonly cents: Cents }[]): string {
  const places = new Map<string, Map<Cents, string[]>>();
  for (const { where, name, cents } of items) {
    const amounts = places.get(where) ?? new Map<Cents, string[]>();
    amounts.set(cents, [...new Set([...(amounts.get(cents) ?? []), name])]);
    places.set(where, amounts);
  }
  return [...places]
    .map(
      ([where, amounts]) =>
        `${where} (${[...amounts].map(([cents, names]) => `${names.join(', ')} ${signed(cents)}`).join('; ')})`,
    )
    .join('; ');
}

/** The printed figures a change moves, and by how much; '' when there are none. */
export function movedText(moved: Consequences, { statements, rollup }: Derivations, language: Language): string {
  const plan = moved.plan.flatMap(({ node, cell, cents }) => {
    const printed = rollup.printed(node, cell);
    const isSum = node === null || rollup.isSum(node);
    if (!printed || !isSum || cents === 0) return [];
    const code =
      node === null ? (language === 'nl' ? 'het plan' : 'the plan') : (rollup.tree.byId.get(node)?.code ?? node);
    const { kind, direction, phase, year } = cell;
    const amount = `${labelOfKind(kind)}, ${labelOfDirection(direction)}, ${labelOfPhase(phase, 'singular')} ${year}`;
    return [{ where: `${language === 'nl' ? 'Beleidsevaluatie' : 'Evaluation'}, ${amount}`, name: code, cents }];
  });
  const cells = moved.cells.flatMap(({ statement, row, column, cents }) => {
    const found = statements[statement];
    const line = found?.rows[row];
    if (!found || !line || isUnassigned(line) || (line.values[column] ?? null) === null) return [];
    return [
      { where: `${found.schema} ${columnName(found, column)}`, name: shortName(found, row), cents, order: statement },
    ];
  });
  return grouped([...plan, ...cells.sort((left, right) => left.order - right.order)]);
}

/** What a change leaves to be assigned, by schema and column; '' when there is nothing. Balances follow from what they are made of. */
export const unassignedText = (moved: Consequences, { statements }: Derivations): string =>
  grouped(
    moved.cells.flatMap(({ statement, row, column, cents }) => {
      const found = statements[statement];
      const line = found?.rows[row];
      if (!found || !line || !isUnassigned(line) || line.direction === 'balance') return [];
      const of = line.kind === null ? [] : [labelOfKind(line.kind)];
      const name = [...of, ...(line.direction === null ? [] : [labelOfDirection(line.direction)])].join(', ');
      return [{ where: `${found.schema} ${columnName(found, column)}`, name, cents }];
    }),
  );
