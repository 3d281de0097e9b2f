import type { Phase, Revision, SchemaName } from '../../../src/plan/vocabulary';

/** One document of a board that does not exist, as figures and words, before any layout is given to it. */

export interface BoardColumn {
  readonly year: number;
  readonly phase: Phase;
  readonly revision?: Revision;
}

export interface BoardRow {
  readonly section: string;
  readonly path: readonly string[];
  readonly label: string;
  /** Whole euros, one per column. */
  readonly values: readonly number[];
}

export interface BoardTable {
  readonly schema: SchemaName;
  readonly title: string;
  readonly columns: readonly BoardColumn[];
  readonly rows: readonly BoardRow[];
}

export interface BoardNode {
  readonly code: string;
  readonly level: 'BD' | 'AP' | 'AC';
  readonly title: string;
  readonly parent: string | null;
}

export const NODES: readonly BoardNode[] = [
  {
    code: 'BD000001',
    level: 'BD',
    title: 'Wonen aan het water blijft betaalbaar voor wie er vandaag woont',
    parent: null,
  },
  { code: 'AP000001', level: 'AP', title: 'De oevers krijgen een tweede leven', parent: 'BD000001' },
  { code: 'AC000001', level: 'AC', title: 'Heraanleg van de linkeroever', parent: 'AP000001' },
  { code: 'AC000002', level: 'AC', title: 'Nieuwe steigers bij de brug', parent: 'AP000001' },
  { code: 'BD000002', level: 'BD', title: 'Iedereen vindt de weg naar de bibliotheek', parent: null },
  { code: 'AP000002', level: 'AP', title: 'Langere openingsuren', parent: 'BD000002' },
  { code: 'AC000003', level: 'AC', title: 'Een nachtbieb in de examenperiode', parent: 'AP000002' },
];

const row = (section: string, path: string, label: string, ...values: number[]): BoardRow => ({
  section,
  path: path === '' ? [] : path.split('.'),
  label,
  values,
});

const RESULT = 'Budgettair resultaat';
const MARGIN = 'Autofinancieringsmarge';

/** Two years of accounts and plan, so that a year pairs with two phases. */
export const EQUILIBRIUM: BoardTable = {
  schema: 'J2',
  title: 'Staat van het financieel evenwicht',
  columns: [
    { year: 2024, phase: 'actual' },
    { year: 2024, phase: 'plan' },
    { year: 2025, phase: 'actual' },
    { year: 2025, phase: 'plan' },
  ],
  rows: [
    row(RESULT, 'I', 'Exploitatiesaldo', 1_250_400, 980_000, 1_310_250, 1_005_100),
    row(RESULT, 'I.a', 'Ontvangsten', 24_310_900, 24_000_000, 25_100_750, 24_900_600),
    row(RESULT, 'I.b', 'Uitgaven', 23_060_500, 23_020_000, 23_790_500, 23_895_500),
    row(RESULT, 'II', 'Investeringssaldo', -3_412_000, -4_100_000, 0, -2_750_000),
    row(RESULT, 'II.a', 'Ontvangsten', 588_000, 400_000, 812_350, 650_000),
    row(RESULT, 'II.b', 'Uitgaven', 4_000_000, 4_500_000, 812_350, 3_400_000),
    row(RESULT, 'III', 'Saldo exploitatie en investeringen', -2_161_600, -3_120_000, 1_310_250, -1_744_900),
    row(MARGIN, 'I', 'Exploitatiesaldo', 1_250_400, 980_000, 1_310_250, 1_005_100),
    row(MARGIN, 'II', 'Netto periodieke aflossingen', 640_000, 640_000, 655_000, 655_000),
    row(MARGIN, 'III', 'Autofinancieringsmarge', 610_400, 340_000, 655_250, 350_100),
  ],
};

/** Six years with seven columns: the closed year as account and as plan. */
export const ECONOMIC: BoardTable = {
  schema: 'T2',
  title: 'Ontvangsten en uitgaven naar economische aard',
  columns: [
    ...[2020, 2021, 2022, 2023, 2024].map((year) => ({ year, phase: 'actual' as const })),
    { year: 2024, phase: 'plan' },
    { year: 2025, phase: 'plan' },
  ],
  rows: [
    row(
      'I. Exploitatie-uitgaven',
      'A',
      'Operationele uitgaven',
      18_000_100,
      18_400_200,
      19_000_300,
      19_900_400,
      20_100_500,
      20_300_600,
      20_900_700,
    ),
    row(
      'I. Exploitatie-uitgaven',
      'A.1',
      'Goederen en diensten',
      6_010_000,
      6_120_000,
      6_230_000,
      6_340_000,
      6_450_000,
      6_560_000,
      6_670_000,
    ),
    row(
      'I. Exploitatie-uitgaven',
      'A.4',
      'Toegestane werkingssubsidies',
      900_100,
      0,
      912_300,
      915_400,
      0,
      920_600,
      930_700,
    ),
    row('I. Exploitatie-uitgaven', 'B', 'Financiële uitgaven', 75_000, 74_000, 73_000, 72_000, 71_000, 70_500, 69_000),
  ],
};

/** A changed plan: three versions of two years. */
export const CHANGED: BoardTable = {
  schema: 'M2',
  title: 'Staat van het financieel evenwicht',
  columns: [2026, 2027].flatMap((year) =>
    (['reference', 'change', 'new'] as const).map((revision) => ({ year, phase: 'plan' as const, revision })),
  ),
  rows: [
    row(RESULT, 'I', 'Exploitatiesaldo', 900_000, 50_000, 950_000, 800_000, -25_000, 775_000),
    row(RESULT, 'I.a', 'Ontvangsten', 25_000_000, 150_000, 25_150_000, 25_500_000, 75_000, 25_575_000),
    row(RESULT, 'I.b', 'Uitgaven', 24_100_000, 100_000, 24_200_000, 24_700_000, 100_000, 24_800_000),
    row(RESULT, 'II', 'Investeringssaldo', -1_200_000, 0, -1_200_000, -1_000_000, -300_000, -1_300_000),
  ],
};

/** The balance sheet prints two years without a phase. */
export const BALANCE: BoardTable = {
  schema: 'J4',
  title: 'Balans',
  columns: [
    { year: 2025, phase: 'actual' },
    { year: 2024, phase: 'actual' },
  ],
  rows: [
    row('ACTIVA', '', 'ACTIVA', 98_765_432, 97_531_864),
    row('ACTIVA', 'I', 'Vlottende activa', 8_765_432, 7_531_864),
    row('ACTIVA', 'I.A', 'Liquide middelen en geldbeleggingen', 5_000_000, 4_000_000),
    row('ACTIVA', 'II', 'Vaste activa', 90_000_000, 90_000_000),
  ],
};
