import type { Kind } from '../../src/plan/vocabulary';
import { writeDossiers, writeWideHead, type Writing } from './context';
import { columnHeads, wideColumns } from './domains';
import type { ExpectedRow, ExpectedStatement } from './expected';
import { addRows, negated, rounded, rowText } from './figures';
import type { Flow } from './plan';
import type { Series, YearColumn } from './series';
import { branch, fillBranches, printBranches, type Branch } from './tree';

const VERSION = 'JR Budg. 101 Alg. 102 / EK 106';

const GROUND: readonly Branch[] = [branch('a', 'Terreinen en gebouwen'), branch('c', 'Roerende goederen')];

interface Section {
  readonly title: string;
  readonly kind: Kind;
  readonly flow: Flow;
  readonly rows: readonly Branch[];
}

const SECTIONS: readonly (Section | { readonly balance: string; readonly kinds: readonly Kind[] })[] = [
  {
    title: 'I. Exploitatie-uitgaven',
    kind: 'operating',
    flow: 'expenditure',
    rows: [
      branch('A', 'Operationele uitgaven', [
        branch('1', 'Goederen en diensten'),
        branch('2', 'Bezoldigingen, sociale lasten en pensioenen', [
          branch('a', 'Politiek personeel'),
          branch('b', 'Vast benoemd niet-onderwijzend personeel'),
        ]),
        branch('4', 'Toegestane werkingssubsidies', [
          branch('-', 'aan besturen van de eredienst'),
          branch('-', 'aan andere begunstigden'),
        ]),
        branch('5', 'Andere operationele uitgaven'),
      ]),
      branch('B', 'Financiële uitgaven', [
        branch('1', 'Rente, commissies en kosten verbonden aan schulden', [
          branch('-', 'aan financiële instellingen'),
          branch('-', 'aan andere entiteiten'),
        ]),
        branch('2', 'Andere financiële uitgaven'),
      ]),
    ],
  },
  {
    title: 'II. Exploitatieontvangsten',
    kind: 'operating',
    flow: 'receipts',
    rows: [
      branch('A', 'Operationele ontvangsten', [
        branch('1', 'Ontvangsten uit de werking'),
        branch('3', 'Werkingssubsidies', [
          branch('a', 'Algemene werkingssubsidies', [
            branch('-', 'Andere algemene werkingssubsidies', [branch('-', 'van de gemeente')]),
          ]),
          branch('b', 'Specifieke werkingssubsidies', [
            branch('-', 'van de federale overheid'),
            branch('-', 'van de Vlaamse overheid'),
          ]),
        ]),
        branch('5', 'Andere operationele ontvangsten'),
      ]),
      branch('B', 'Financiële ontvangsten'),
    ],
  },
  { balance: 'III. Exploitatiesaldo', kinds: ['operating'] },
  {
    title: 'I. Investeringsuitgaven',
    kind: 'investment',
    flow: 'expenditure',
    rows: [
      branch('A', 'Investeringen in financiële vaste activa', [branch('4', 'Andere financiële vaste activa')]),
      branch('B', 'Investeringen in materiële vaste activa', [
        branch('1', 'Gemeenschapsgoederen en bedrijfsmatige materiële vaste activa', GROUND),
        branch('2', 'Andere materiële vaste activa', GROUND),
      ]),
      branch('D', 'Toegestane investeringssubsidies', [branch('-', 'aan andere begunstigden')]),
    ],
  },
  {
    title: 'II. Investeringsontvangsten',
    kind: 'investment',
    flow: 'receipts',
    rows: [
      branch('B', 'Verkoop van materiële vaste activa', [
        branch('1', 'Gemeenschapsgoederen en bedrijfsmatige materiële vaste activa', GROUND),
      ]),
      branch('D', 'Investeringssubsidies en -schenkingen', [
        branch('-', 'van de Vlaamse overheid'),
        branch('-', 'van de gemeente'),
        branch('-', 'van andere entiteiten'),
      ]),
    ],
  },
  { balance: 'III. Investeringssaldo', kinds: ['investment'] },
  { balance: 'Saldo exploitatie en investeringen', kinds: ['operating', 'investment'] },
  {
    title: 'I. Financieringsuitgaven',
    kind: 'financing',
    flow: 'expenditure',
    rows: [
      branch('A', 'Vereffening van financiële schulden', [
        branch('1', 'Periodieke aflossingen van opgenomen leningen en leasings'),
      ]),
    ],
  },
  {
    title: 'II. Financieringsontvangsten',
    kind: 'financing',
    flow: 'receipts',
    rows: [
      branch('A', 'Aangaan van financiële schulden', [
        branch('-', 'opname van leningen en leasings bij financiële instellingen'),
      ]),
    ],
  },
  { balance: 'III. Financieringssaldo', kinds: ['financing'] },
  { balance: 'Budgettair resultaat van het boekjaar', kinds: ['operating', 'investment', 'financing'] },
];

/** T2: each section with its rows, continued in a second block when there are more plan years than one. */
export function writeT2(writing: Writing, series: Series): ExpectedStatement {
  const { page, random, settings } = writing;
  const first = wideColumns(series, settings.fiscalYear);
  const later = series.years.filter(({ year }) => year > settings.fiscalYear + 1);
  const columns = [...first, ...later];
  const blocks = later.length === 0 ? [first] : [first, later];
  const positions = (block: readonly YearColumn[]): readonly number[] => block.map((column) => columns.indexOf(column));
  const centsOf = (kind: Kind, flow: Flow): number[] => columns.map(({ year }) => series.cents(kind, flow, year));

  page.breakPage();
  writeWideHead(writing, 'T2: Ontvangsten en uitgaven naar economische aard', VERSION);
  const rows: ExpectedRow[] = [];
  for (const section of SECTIONS) {
    if ('balance' in section) {
      const cents = addRows(
        section.kinds.flatMap((kind) => [centsOf(kind, 'receipts'), negated(centsOf(kind, 'expenditure'))]),
        columns.length,
      );
      for (const block of blocks) {
        page.block([
          rowText(
            section.balance,
            positions(block).map((column) => cents[column] ?? 0),
          ),
        ]);
        page.blank();
      }
      const [, marker, label] = /^(?:(III)\. )?(.*)$/.exec(section.balance) ?? [];
      rows.push({
        section: '',
        path: marker === undefined ? [] : [marker],
        label: label ?? '',
        values: cents.map(rounded),
        node: null,
        kind: null,
        direction: null,
      });
      continue;
    }
    const filled = fillBranches(random, section.rows, centsOf(section.kind, section.flow));
    for (const block of blocks) {
      const [years, phases] = columnHeads(block);
      page.block([`${section.title} ${years}`, '', phases]);
      for (const { text } of printBranches(filled, section.title, positions(block))) {
        page.block([text]);
        page.blank();
      }
    }
    rows.push(...printBranches(filled, section.title).map(({ row }) => row));
  }
  writeDossiers(writing, 'later');
  return { schema: 'T2', title: 'Ontvangsten en uitgaven naar economische aard', version: VERSION, columns, rows };
}
