import { KINDS, type Kind, type SchemaSet } from '../../plan/vocabulary';
import { rowsOf, type SchemaRow } from '../rows/rows';
import { layoutOf, type LayoutRow } from './layout';

/** Wordings of both printed editions of T2 where the official annex has others (reports of 2024 and of 2026-2031). */
const PRINTED: Readonly<Record<string, string>> = {
  'T2.operating.expenditure.A.2.b': 'Vastbenoemd niet-onderwijzend personeel',
  'T2.operating.expenditure.A.2.c': 'Niet vastbenoemd niet-onderwijzend personeel',
  'T2.investment.expenditure.B.1.b': 'Wegen en andere infrastructuur',
  'T2.investment.receipts.B.1.b': 'Wegen en andere infrastructuur',
  'T2.investment.expenditure.B.1.d': 'Leasing en soortgelijke rechten',
  'T2.investment.receipts.B.1.d': 'Leasing en soortgelijke rechten',
  'T2.investment.expenditure.B.2.a': 'Onroerende goederen',
  'T2.investment.receipts.B.2.a': 'Onroerende goederen',
};

const PRINTED_3_0: Readonly<Record<string, string>> = {
  ...PRINTED,
  'T2.operating.expenditure.A.2': 'Bezoldigingen',
  'T2.operating.expenditure.A.2.g': 'Pensioenen',
  'T2.operating.expenditure.B.1': 'Rente',
  'T2.financing.receipts.A.1': 'Opname van leningen en leasings bij financiële instellingen',
};

/** New loans stand behind a dash in the 2020 set; the wording of the second is unconfirmed. */
const DASHED_2020: Readonly<Record<string, string>> = {
  'T2.financing.receipts.A.1': 'opname van leningen en leasings bij financiële instellingen',
  'T2.financing.receipts.A.2': 'opname van leningen en leasings bij andere entiteiten',
};

/** Rows that came with BBC 3.0. */
const ONLY_3_0 = new Set(['T2.operating.receipts.A.1.a', 'T2.operating.receipts.A.1.b']);

const isTotal = ({ id }: SchemaRow): boolean => id.endsWith('.total');

const layout2020 = (): readonly LayoutRow[] =>
  rowsOf('T2', '2020')
    .filter((row) => !isTotal(row) && !ONLY_3_0.has(row.id))
    .map((row) => {
      const dashed = DASHED_2020[row.id];
      const plain = layoutOf(row);
      return dashed === undefined
        ? { ...plain, label: PRINTED[row.id] ?? plain.label }
        : { ...plain, path: [...row.path.slice(0, -1), '-'], label: dashed };
    });

const HEADINGS: Readonly<Record<Kind, string>> = {
  operating: 'EXPLOITATIE',
  investment: 'INVESTERINGEN',
  financing: 'FINANCIERING',
};

const RESULT_HEADING = 'BUDGETTAIR RESULTAAT VAN HET BOEKJAAR';

const RESULTS_3_0: readonly (readonly [id: string, marker: string, label: string])[] = [
  ['T2.operating.balance', 'I', 'Exploitatiesaldo'],
  ['T2.investment.balance', 'II', 'Investeringssaldo'],
  ['T2.operatingAndInvestment.balance', 'III', 'Saldo van exploitatie en investeringen'],
  ['T2.financing.balance', 'IV', 'Financieringssaldo'],
  ['T2.result', 'V', 'Budgettair resultaat van het boekjaar'],
];

/** BBC 3.0 prints one heading per kind, expenditure as I and receipts as II, and the results together at the end. */
function layout3_0(): readonly LayoutRow[] {
  const rows = rowsOf('T2', '3.0');
  const parts = KINDS.flatMap((kind) =>
    (['expenditure', 'receipts'] as const).flatMap((flow) =>
      rows
        .filter(({ id }) => id.startsWith(`T2.${kind}.${flow}.`))
        .map((row): LayoutRow => {
          const path = [flow === 'expenditure' ? 'I' : 'II', ...row.path];
          const label = PRINTED_3_0[row.id] ?? row.label;
          return { id: row.id, section: HEADINGS[kind], path, label, depth: path.length - 1 };
        }),
    ),
  );
  const results = RESULTS_3_0.map(([id, marker, label]): LayoutRow => ({
    id,
    section: RESULT_HEADING,
    path: [marker],
    label,
    depth: 0,
  }));
  return [...parts, ...results];
}

const known = new Map<SchemaSet, readonly LayoutRow[]>();

/** T2 as a legal set prints it. */
export function economicLayout(set: SchemaSet): readonly LayoutRow[] {
  const layout = known.get(set) ?? (set === '2020' ? layout2020() : layout3_0());
  known.set(set, layout);
  return layout;
}
