import { KINDS } from '../../src/plan/vocabulary';
import { KIND_LABELS, PHASE_LABELS, writeDossiers, writeHead, writeWideHead, type Writing } from './context';
import type { ExpectedRow, ExpectedStatement } from './expected';
import { addRows, negated, rounded, rowText } from './figures';
import { accountsAndPlan } from './objectives';
import { FLOWS } from './plan';
import type { Series } from './series';

const VERSION = 'JR Budg. 101 Alg. 102 / EK 103';
/** The share of the debt at the start of the year that the corrected margin reckons with (BBC.md, J2). */
const CORRECTION_SHARE = 0.08;

type Line = readonly [marker: string, label: string, cents: readonly number[]];

/** J2: the budgetary result, the margins and the consolidated equilibrium of one entity. */
export function writeJ2(writing: Writing, series: Series): ExpectedStatement {
  const { page, random, settings, total } = writing;
  const columns = accountsAndPlan(writing);
  const pick = (cents: readonly number[]): number[] => columns.map((column) => cents[column] ?? 0);
  const sum = (...parts: readonly (readonly number[])[]): number[] => addRows(parts, columns.length);
  const [operating, investment, financing] = KINDS.map((kind) => {
    const receipts = pick(total[kind].receipts);
    const expenditure = pick(total[kind].expenditure);
    return { receipts, expenditure, balance: sum(receipts, negated(expenditure)) };
  });
  if (!operating || !investment || !financing) throw new Error('three kinds');
  const result = sum(operating.balance, investment.balance, financing.balance);
  const unavailable = random.chance(0.5) ? columns.map(() => random.int(1, 90_000_000)) : null;
  // Enough was left of the year before for a result that is not negative: the norm holds.
  const carried =
    random.int(0, 500_000_000) +
    Math.max(0, ...columns.map((_, column) => (unavailable?.[column] ?? 0) - (result[column] ?? 0)));
  const before = columns.map(() => carried);
  const cumulated = sum(result, before);
  const available = unavailable === null ? cumulated : sum(cumulated, negated(unavailable));
  const repaid = financing.expenditure;
  const margin = sum(operating.balance, negated(repaid));
  const share = columns.map(() => Math.round((series.debt.before(settings.fiscalYear)?.total ?? 0) * CORRECTION_SHARE));
  const corrected = sum(margin, repaid, negated(share));

  const sections: readonly Section[] = [
    [
      'Budgettair resultaat',
      [
        ['I.', 'Exploitatiesaldo', operating.balance],
        ['a.', 'Ontvangsten', operating.receipts],
        ['b.', 'Uitgaven', operating.expenditure],
        ['II.', 'Investeringssaldo', investment.balance],
        ['a.', 'Ontvangsten', investment.receipts],
        ['b.', 'Uitgaven', investment.expenditure],
        ['III.', 'Saldo exploitatie en investeringen', sum(operating.balance, investment.balance)],
        ['IV.', 'Financieringssaldo', financing.balance],
        ['a.', 'Ontvangsten', financing.receipts],
        ['b.', 'Uitgaven', financing.expenditure],
        ['V.', 'Budgettair resultaat van het boekjaar', result],
        ['VI.', 'Gecumuleerd budgettair resultaat vorig boekjaar', before],
        ['VII.', 'Gecumuleerd budgettair resultaat', cumulated],
        ...(unavailable === null ? [] : [['VIII.', 'Onbeschikbare gelden', unavailable] as const]),
        ['IX.', 'Beschikbaar budgettair resultaat', available],
      ],
    ],
    ...marginSections(operating.balance, repaid, margin, share, corrected),
    consolidatedSection(settings.entityKind, available, margin, corrected),
  ];

  page.breakPage();
  writeHead(writing, 'J2: Staat van het financieel evenwicht', VERSION);
  const rows = sections.flatMap(([section, lines]) => writeSection(writing, section, lines));
  writeDossiers(writing, 'final');
  return {
    schema: 'J2',
    title: 'Staat van het financieel evenwicht',
    version: VERSION,
    rows,
    columns: [
      { year: settings.fiscalYear, phase: 'actual' },
      { year: settings.fiscalYear, phase: 'plan' },
    ],
  };
}

type Section = readonly [name: string, lines: readonly Line[]];

/** The margin, and what it is when the debt is repaid by its norm. */
const marginSections = (
  operating: readonly number[],
  repaid: readonly number[],
  margin: readonly number[],
  share: readonly number[],
  corrected: readonly number[],
): readonly Section[] => [
  [
    'Autofinancieringsmarge',
    [
      ['I.', 'Exploitatiesaldo', operating],
      ['II.', 'Netto periodieke aflossingen', repaid],
      ['a.', 'Periodieke aflossingen conform de verbintenissen', repaid],
      ['b.', 'Periodieke terugvordering leningen', share.map(() => 0)],
      ['III.', 'Autofinancieringsmarge', margin],
    ],
  ],
  [
    'Gecorrigeerde Autofinancieringsmarge',
    [
      ['I.', 'Autofinancieringsmarge', margin],
      ['II.', 'Correctie op de periodieke aflossingen', addRows([repaid, negated(share)], repaid.length)],
      ['a.', 'Periodieke aflossingen conform de verbintenissen', repaid],
      ['b.', 'Gecorrigeerde aflossingen o.b.v. de financiële schulden', share],
      ['III.', 'Gecorrigeerde autofinancieringsmarge', corrected],
    ],
  ],
];

const consolidatedSection = (
  entityKind: string,
  available: readonly number[],
  margin: readonly number[],
  corrected: readonly number[],
): Section => [
  'Geconsolideerd financieel evenwicht',
  [
    ['I.', 'Beschikbaar budgettair resultaat', []],
    ['-', entityKind, available],
    ['', 'Totaal beschikbaar budgettair resultaat', available],
    ['II.', 'Autofinancieringsmarge', []],
    ['-', entityKind, margin],
    ['', 'Totale Autofinancieringsmarge', margin],
    ['III.', 'Gecorrigeerde autofinancieringsmarge', []],
    ['-', entityKind, corrected],
    ['', 'Totale gecorrigeerde autofinancieringsmarge', corrected],
  ],
];

function writeSection({ page }: Writing, section: string, lines: readonly Line[]): readonly ExpectedRow[] {
  page.block([`${section} Jaarrekening Meerjarenplan`]);
  let roman = '';
  return lines.map(([marker, label, cents]): ExpectedRow => {
    page.block([rowText(marker === '' ? label : `${marker} ${label}`, cents)]);
    page.blank();
    const own = marker.replace('.', '');
    if (/^[IVX]+$/.test(own)) roman = own;
    const path = own === '' ? [] : own === roman ? [roman] : [roman, own];
    return { section, path, label, values: cents.map(rounded), node: null, kind: null, direction: null };
  });
}

/** J3: the credits per kind, each phase split into expenditure and receipts. Only rows with figures are expected. */
export function writeJ3(writing: Writing): ExpectedStatement {
  const { page, settings, total } = writing;
  const version = `${VERSION} IK 104`;
  page.breakPage();
  writeWideHead(writing, 'J3: Realisatie van de kredieten', version);
  page.block([settings.phases.map((phase) => PHASE_LABELS[phase]).join(' ')]);
  page.blank();
  page.block([settings.phases.map(() => 'Uitgaven Ontvangsten').join(' '), `- ${settings.entityKind}`]);
  page.blank();
  const rows: ExpectedRow[] = [];
  const write = (label: string, kind: (typeof KINDS)[number]): void => {
    const cents = settings.phases.flatMap((_, column) => FLOWS.map((flow) => total[kind][flow][column] ?? 0));
    page.block([rowText(label, cents)]);
    page.blank();
    rows.push({
      section: settings.entityKind,
      path: [],
      label,
      values: cents.map(rounded),
      node: null,
      kind,
      direction: null,
    });
  };
  for (const kind of KINDS) write(KIND_LABELS[kind].plural, kind);
  write('Leningen en leasings', 'financing');
  writeDossiers(writing, 'final');
  return {
    schema: 'J3',
    title: 'Realisatie van de kredieten',
    version,
    rows,
    columns: settings.phases.flatMap((phase) =>
      FLOWS.map((direction) => ({ year: settings.fiscalYear, phase, direction })),
    ),
  };
}
