import type { BoardColumn, BoardNode } from './board';
import type { Layout } from './print';

/** The layouts in which the document is printed; each trait of what boards publish stands in at least one. */

const dots = (value: number): string => String(Math.abs(value)).replace(/\B(?=(?:\d{3})+$)/g, '.');
const dotted = (value: number): string => `${value < 0 ? '-' : ''}${dots(value)}`;
const blanks = (value: number): string => dotted(value).replaceAll('.', ' ');

const PHASES = {
  actual: 'Jaarrekening',
  plan: 'Meerjarenplan',
  finalBudget: 'Eindkredieten',
  initialBudget: 'Initiële kredieten',
} as const;
const SHORT = { actual: 'Rek', plan: 'Mjp', finalBudget: 'EK', initialBudget: 'IK' } as const;
const REVISIONS = { reference: 'Referentie', change: 'Wijziging', new: 'Nieuw' } as const;
const CREDITS = { reference: 'Vorig krediet', change: 'Wijziging', new: 'Nieuw krediet' } as const;

const nameOf = (column: BoardColumn): string =>
  column.revision === undefined ? PHASES[column.phase] : REVISIONS[column.revision];

/** Cells of one line: what is equal beside each other is printed once, over all it spans. */
function spanning(names: readonly string[]): readonly (readonly [string, number])[] {
  const cells: [string, number][] = [];
  for (const name of names) {
    const last = cells.at(-1);
    if (last?.[0] === name) last[1] += 1;
    else cells.push([name, 1]);
  }
  return cells;
}

const alone = (names: readonly string[]): readonly (readonly [string, number])[] => names.map((name) => [name, 1]);

const yearsOverPhases: Layout['head'] = (columns) => {
  const years = spanning(columns.map(({ year }) => String(year)));
  const isPlain = columns.every(({ phase, revision }) => phase === 'actual' && revision === undefined);
  return isPlain ? [years] : [years, alone(columns.map(nameOf))];
};

const marked: Layout['label'] = (path, label) => (path.length === 0 ? label : `${path.at(-1)}. ${label}`);

const WORDS: Readonly<Record<BoardNode['level'], string>> = { BD: 'beleidsdoelstelling', AP: 'actieplan', AC: 'actie' };
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const worded = (node: BoardNode): readonly string[] => [
  '',
  `Prioritair${node.level === 'AP' ? '' : 'e'} ${WORDS[node.level]}: ${node.code}`,
  node.title,
];
const onOneLine = (node: BoardNode): readonly string[] => [
  '',
  `${capital(WORDS[node.level])}: ${node.code}: ${node.title}`,
];

const BASE: Layout = {
  name: 'as the package prints it',
  title: ({ schema, title }) => [`${schema}: ${title}`, '', 'Journaalvolgnummers: 12', 'Leieland (0765.432.198)'],
  head: yearsOverPhases,
  figure: dotted,
  label: marked,
  node: worded,
};

export const LAYOUTS: readonly Layout[] = [
  BASE,
  {
    ...BASE,
    name: 'without the head of the report, "Schema" before the number, code and title on one line',
    title: ({ schema, title }) => [`Schema ${schema} : ${title.toLowerCase()}`],
    node: onOneLine,
  },
  {
    ...BASE,
    name: 'phase and year in one cell, a line of prose between title and table, a table of contents',
    title: ({ schema, title }) => [
      `${schema} - ${title}`,
      '',
      'Dit schema toont hoe de cijfers van het bestuur zich tot elkaar verhouden.',
    ],
    head: (columns) => [
      alone(
        columns.map(({ year, phase, revision }) =>
          revision === undefined ? `${SHORT[phase]} ${year}` : `${REVISIONS[revision]} ${year}`,
        ),
      ),
    ],
    node: onOneLine,
  },
  {
    ...BASE,
    name: 'columns kept by blanks, blank thousands, labels with their sum behind them',
    keepsColumns: true,
    figure: blanks,
    label: (path, label) => `${marked(path, label)}${path.length === 1 ? ' (a-b)' : ''}`,
  },
  {
    ...BASE,
    name: 'columns kept by blanks, a zero left empty',
    keepsColumns: true,
    figure: (value) => (value === 0 ? '' : dotted(value)),
  },
  {
    ...BASE,
    name: 'running heads, page counters and dossier numbers on every page',
    pageHead: (page) => ['Leieland, ontwerp, vertrouwelijk', `2026_XX_00110 ${page}/9`, ''],
    pageFoot: (page, pages) => ['', `Pagina ${page} van ${pages}`],
    node: onOneLine,
  },
  {
    ...BASE,
    name: 'a euro sign at every figure, "- €" for zero, versions as credits',
    figure: (value) => (value === 0 ? '- €' : `${dotted(value)} €`),
    head: (columns) => [
      spanning(columns.map(({ year }) => String(year))),
      alone(columns.map((column) => (column.revision === undefined ? PHASES[column.phase] : CREDITS[column.revision]))),
    ],
    node: (node) => ['', `${capital(WORDS[node.level])}: ${node.code}`, '', node.title],
  },
  {
    ...BASE,
    name: 'a year split over two tables, figures in brackets, cents, codes alone in capitals',
    columnsPerTable: 4,
    figure: (value) => (value < 0 ? `(${dots(value)},00)` : `${dots(value)},00`),
    node: (node) => ['', `${node.code}. ${node.title.toUpperCase()}`],
  },
  {
    ...BASE,
    name: 'one line of heads, a star for priority, no dots in thousands, rows apart',
    title: ({ title }) => [title],
    figure: (value) => String(value),
    node: (node) => ['', `${capital(WORDS[node.level])}: ${node.code}: ${node.title} *`],
    blankRows: true,
  },
];
