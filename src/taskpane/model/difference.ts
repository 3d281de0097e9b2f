import type { Amount, PlanDocument, PlanNode, Statement } from '../../plan/document';
import { rowKey } from '../../plan/statement';
import { cellKey } from '../../figures/cell';

export type ChangedField = 'title' | 'status' | 'evaluation' | 'period' | 'parent' | 'priority' | 'amounts';

export interface NodeChange {
  readonly node: PlanNode;
  readonly fields: readonly ChangedField[];
}

/** What an import would do to the workbook. */
export interface Difference {
  /** The workbook holds a report of another entity, kind or year. */
  readonly otherDocument: boolean;
  readonly added: readonly PlanNode[];
  readonly removed: readonly PlanNode[];
  readonly changed: readonly NodeChange[];
  /** Figures of the schemas and the plan totals that come, go or change. */
  readonly figures: number;
  /** Nodes the user edited since the last import, and that the new report changes back or otherwise. */
  readonly touchedEdits: readonly NodeChange[];
}

const FIELDS: readonly (readonly [ChangedField, (node: PlanNode) => string])[] = [
  ['title', ({ title }) => title],
  ['parent', ({ parent }) => parent ?? ''],
  ['priority', ({ priority }) => String(priority)],
  ['period', ({ period }) => (period ? `${period.from}/${period.to}` : '')],
  ['status', ({ evaluation }) => evaluation?.status ?? ''],
  ['evaluation', ({ evaluation }) => evaluation?.text ?? ''],
];

function amountsByNode(amounts: readonly Amount[]): ReadonlyMap<string | null, string> {
  const byNode = new Map<string | null, string[]>();
  for (const amount of amounts) {
    const text = `${amount.schema} ${amount.version ?? ''} ${cellKey(amount)} ${amount.cents ?? ''}`;
    const own = byNode.get(amount.node);
    if (own) own.push(text);
    else byNode.set(amount.node, [text]);
  }
  return new Map([...byNode].map(([node, texts]) => [node, texts.sort().join('\n')]));
}

interface Indexed {
  readonly nodes: ReadonlyMap<string, PlanNode>;
  readonly amounts: ReadonlyMap<string | null, string>;
}

const indexed = ({ nodes, amounts }: PlanDocument): Indexed => ({
  nodes: new Map(nodes.map((node) => [node.id, node])),
  amounts: amountsByNode(amounts),
});

function fieldsChanged(id: string, before: Indexed, after: Indexed): readonly ChangedField[] {
  const [old, now] = [before.nodes.get(id), after.nodes.get(id)];
  if (!old || !now) return [];
  const fields = FIELDS.filter(([, read]) => read(old) !== read(now)).map(([name]) => name);
  return before.amounts.get(id) === after.amounts.get(id) ? fields : [...fields, 'amounts'];
}

function statementFigures(statements: readonly Statement[]): ReadonlyMap<string, string> {
  const figures = new Map<string, string>();
  for (const statement of statements) {
    const seen = new Map<string, number>();
    for (const row of statement.rows) {
      const name = `${row.node ?? ''} ${rowKey(row)} ${row.direction ?? ''}`;
      const nth = seen.get(name) ?? 0;
      seen.set(name, nth + 1);
      row.values.forEach((cents, column) => {
        const { year, phase, direction } = statement.columns[column] ?? { year: 0, phase: '' };
        figures.set(`${statement.schema}|${name}|${nth}|${year}|${phase}|${direction ?? ''}|${column}`, String(cents));
      });
    }
  }
  return figures;
}

function figuresChanged(before: PlanDocument, after: PlanDocument): number {
  const [old, now] = [statementFigures(before.statements), statementFigures(after.statements)];
  let count = 0;
  for (const [key, value] of now) if (old.get(key) !== value) count += 1;
  for (const key of old.keys()) if (!now.has(key)) count += 1;
  return count;
}

const identity = ({ document: { kind, fiscalYear, entity } }: PlanDocument): string =>
  `${kind}|${fiscalYear ?? ''}|${entity?.enterpriseNumber ?? entity?.name ?? ''}`;

/** Compares what the workbook holds (edits included, and as it was imported) with a report that was just read. O(nodes + figures). */
export function differenceBetween(
  held: { readonly document: PlanDocument; readonly imported: PlanDocument },
  next: PlanDocument,
): Difference {
  const [now, original, coming] = [indexed(held.document), indexed(held.imported), indexed(next)];
  const changed = [...coming.nodes.values()].flatMap((node): readonly NodeChange[] => {
    const fields = fieldsChanged(node.id, now, coming);
    return fields.length === 0 ? [] : [{ node, fields }];
  });
  const touchedEdits = changed.flatMap(({ node, fields }): readonly NodeChange[] => {
    const edited = fieldsChanged(node.id, original, now).filter((field) => fields.includes(field));
    return edited.length === 0 ? [] : [{ node, fields: edited }];
  });
  const removed = [...now.nodes.values()].filter(({ id }) => !coming.nodes.has(id));
  return {
    otherDocument: identity(held.document) !== identity(next),
    added: [...coming.nodes.values()].filter(({ id }) => !now.nodes.has(id)),
    removed,
    changed,
    figures: figuresChanged(held.document, next) + (now.amounts.get(null) === coming.amounts.get(null) ? 0 : 1),
    touchedEdits,
  };
}

export const isSame = ({ otherDocument, added, removed, changed, figures }: Difference): boolean =>
  !otherDocument && added.length === 0 && removed.length === 0 && changed.length === 0 && figures === 0;
