import { describe, expect, test } from '@jest/globals';
import type { PlanDocument } from '../../src/plan/document';
import { readSource } from '../../src/read/file/read';
import { BALANCE, CHANGED, ECONOMIC, EQUILIBRIUM, NODES, type BoardTable } from '../support/layouts/board';
import { LAYOUTS } from '../support/layouts/layouts';
import { paginate, printLines, type Layout } from '../support/layouts/print';

async function read(text: string): Promise<PlanDocument> {
  const reading = await readSource(new TextEncoder().encode(text), { name: 'leieland.txt' });
  if (!reading.ok) throw new Error(reading.failure.kind.id);
  return reading.value.document;
}

/** Every figure of a table by section, markers, label and column; zero where a layout leaves it empty. */
function figuresOf(document: PlanDocument, { schema }: BoardTable): readonly string[] {
  const statements = document.statements.filter((statement) => statement.schema === schema);
  return statements.flatMap(({ columns, rows }) =>
    rows.flatMap(({ section, path, label, values }) =>
      values.flatMap((cents, at) => {
        const column = columns[at];
        const name = label.replace(/ \(a-b\)$/, '');
        return column === undefined || !cents
          ? []
          : [
              [section, path.join('.'), name, column.year, column.phase, column.revision ?? '', cents / 100].join(
                ' | ',
              ),
            ];
      }),
    ),
  );
}

const wantedOf = ({ columns, rows }: BoardTable): readonly string[] =>
  rows.flatMap(({ section, path, label, values }) =>
    values.flatMap((value, at) => {
      const column = columns[at];
      return column === undefined || value === 0
        ? []
        : [[section, path.join('.'), label, column.year, column.phase, column.revision ?? '', value].join(' | ')];
    }),
  );

const print = (layout: Layout, tables: readonly BoardTable[]): string =>
  paginate(layout, printLines(layout, NODES, tables));

describe.each(LAYOUTS)('a document printed in another layout: $name', (layout) => {
  test.each([
    ['accounts', [EQUILIBRIUM, BALANCE, ECONOMIC]],
    ['a changed plan', [CHANGED]],
  ] as const)('%s: every figure with its year, phase and version', async (_name, tables) => {
    const document = await read(print(layout, tables));
    for (const table of tables) expect([...figuresOf(document, table)].sort()).toEqual([...wantedOf(table)].sort());
    expect(document.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(document.lines.unrecognised).toEqual([]);
  });

  test('every node with its title and parent', async () => {
    const document = await read(print(layout, [EQUILIBRIUM]));
    const found = document.nodes.map(({ code, level, title, parent }) => ({
      code,
      level,
      title: title.toLowerCase(),
      parent,
    }));
    expect(found).toEqual(NODES.map((node) => ({ ...node, title: node.title.toLowerCase() })));
  });
});
