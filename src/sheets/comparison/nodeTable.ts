import type { ComparedNode, Comparison } from '../../changes/comparison';
import type { FieldDifference, FieldValue } from '../../changes/nodes/nodeFields';
import { markedWords } from '../../changes/wordDifferences';
import { nodeCode } from '../../figures/reconciliation/creditLines';
import type { PlanNode } from '../../plan/document';
import { DEFAULT_STATUSES, statusByCode } from '../../plan/status';
import { dayOfDate } from '../dates';
import type { CellSpec } from '../spec';
import type { ColumnModel, TableModel } from '../table';
import { CHANGE_LABELS, FIELD_LABELS, NODE_COLUMNS as N, TABLES } from './labels';

const columns: readonly ColumnModel[] = [
  { name: N.code, width: 12, style: 'text' },
  { name: N.oldCode, width: 12, style: 'text' },
  { name: N.title, width: 40, style: 'textWrapped' },
  { name: N.change, width: 14, style: 'textCentered' },
  { name: N.field, width: 13, style: 'text' },
  { name: N.reference, width: 38, style: 'textWrapped' },
  { name: N.words, width: 46, style: 'textWrapped' },
  { name: N.now, width: 38, style: 'textWrapped' },
  { name: N.note, width: 30, style: 'textMuted' },
];

/** Fields whose words are compared one by one. */
const PROSE: readonly FieldDifference['field'][] = ['title', 'text'];

/** What changed in a text that was written in both versions. */
const wordsOf = ({ field, from, to }: FieldDifference): string | null =>
  PROSE.includes(field) && typeof from === 'string' && typeof to === 'string' && from !== '' && to !== ''
    ? markedWords(from, to)
    : null;

function shown(field: FieldDifference['field'], value: FieldValue, codeOf: (id: string) => string): CellSpec {
  if (value === null || value === '') return null;
  if (typeof value === 'boolean') return value ? 'ja' : 'nee';
  switch (field) {
    case 'parent':
      return codeOf(value);
    case 'status':
      return statusByCode(DEFAULT_STATUSES, value)?.label ?? value;
    case 'from':
    case 'to':
      return { value: dayOfDate(value), style: 'date' };
    default:
      return value;
  }
}

/** What differs in the plan: a row per field, or one for a node that came, went, or of which only amounts differ. */
export function nodeTable({ nodes, proposals }: Comparison): TableModel {
  const codes = (of: (node: ComparedNode) => PlanNode | null): ReadonlyMap<string, string> =>
    new Map(
      nodes.flatMap((node) => {
        const found = of(node);
        return found ? [[found.id, nodeCode(found)] as const] : [];
      }),
    );
  const [old, now] = [codes((node) => node.old), codes((node) => node.new)];
  const oldCode = (id: string): string => old.get(id) ?? id;
  const newCode = (id: string): string => now.get(id) ?? oldCode(id);
  const rows = nodes
    .filter(({ change }) => change !== 'same')
    .flatMap((node): readonly (readonly CellSpec[])[] => {
      const named = node.new ?? node.old;
      if (!named) return [];
      const head: readonly CellSpec[] = [
        nodeCode(named),
        node.old && nodeCode(node.old) !== nodeCode(named) ? nodeCode(node.old) : null,
        named.title,
        CHANGE_LABELS[node.change],
      ];
      const note =
        node.reason === 'title'
          ? 'herkend aan de titel'
          : node.reason === 'likeness'
            ? 'herkend aan gelijkende titel'
            : null;
      const fields = node.fields.map((difference): readonly CellSpec[] => {
        const { field, from, to } = difference;
        const former = field === 'parent' ? (node.old?.parent ?? null) : from;
        return [
          ...head,
          FIELD_LABELS[field],
          shown(field, former, oldCode),
          wordsOf(difference),
          shown(field, to, newCode),
          note,
        ];
      });
      return fields.length > 0 ? fields : [[...head, null, null, null, null, note]];
    });
  const asked = proposals.map(({ kind, old: olds, new: news }): readonly CellSpec[] => [
    news.map(nodeCode).join(' + '),
    olds.map(nodeCode).join(' + '),
    news.map(({ title }) => title).join(' + '),
    kind === 'split' ? 'gesplitst?' : 'samengevoegd?',
    null,
    olds.map(({ title }) => title).join(' + '),
    null,
    null,
    'na te kijken',
  ]);
  return { name: TABLES.nodes, columns, rows: [...rows, ...asked], totals: false };
}
