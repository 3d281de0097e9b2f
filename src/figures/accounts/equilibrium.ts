import type { Statement, StatementRow } from '../../plan/document';
import type { Cents } from '../../plan/money';
import { plainLayout, type LayoutRow } from '../../schema/layout/layout';
import type { Books } from './books';
import { debtColumns, objectiveColumns, type ComputedColumn } from './columns';
import { debtTotal, debtYears, REPORT_UNIT } from './debt';
import { reportLabel } from './group';
import { columnOf, layoutRow, less, plus, rowOf, statementOf } from './statement';
import { isCumulatedCounterpart, isCumulatedResult, isDebt, isReservedFunds } from './stocks';

type Maybe = Cents | null;

/** J2 or M2 of one unit in one column, by the key of its row. */
type Figures = Readonly<Record<string, Maybe>>;

/** 8 % of the debts is what the corrected margin counts as repayment. */
const DEBT_RATE_PERCENT = 8;
const PERCENT = 100;

const share = (debt: Maybe): Maybe => (debt === null ? null : Math.round((debt * DEBT_RATE_PERCENT) / PERCENT));

/** Opening of 092; where the balance has only its counterpart 093, that with the other sign. */
function openingResult({ stocks }: Books, unit: number, year: number): Maybe {
  const has = (isOf: (account: string) => boolean): boolean =>
    [year, year - 1].some((of) => stocks.accounts(unit, of)?.some(({ account }) => isOf(account)));
  if (!has(isCumulatedResult) && has(isCumulatedCounterpart)) {
    return less(0, stocks.opening(unit, year, isCumulatedCounterpart));
  }
  return stocks.opening(unit, year, isCumulatedResult);
}

interface Carried {
  /** VI, and the debts that the 8 % is taken of. */
  readonly result: Maybe;
  readonly debt: Maybe;
  readonly reserved: Maybe;
}

function carriedInto(
  books: Books,
  unit: number,
  { year }: ComputedColumn,
  before: Figures | null,
  debts: ReturnType<typeof debtYears>,
): Carried {
  const { stocks } = books;
  const opening = openingResult(books, unit, year);
  const reserved = stocks.closing(unit, year, isReservedFunds) ?? stocks.opening(unit, year, isReservedFunds);
  const last = before ? debts?.get(year - 1) : undefined;
  return {
    result: before ? (before.VII ?? null) : opening,
    debt: last ? debtTotal(last) : less(0, stocks.opening(unit, year, isDebt)),
    reserved: reserved ?? before?.VIII ?? null,
  };
}

function figuresOf(
  books: Books,
  unit: number,
  column: ComputedColumn,
  before: Figures | null,
  debts: ReturnType<typeof debtYears>,
): Figures {
  const { year, measure } = column;
  const flow = (kind: 'operating' | 'investment' | 'financing', of: 'receipts' | 'expenditure'): Cents =>
    books.byUnit.at(String(unit), year, kind, of, measure);
  const row = (id: string, of: 'receipts' | 'expenditure'): Cents =>
    books.byUnitRow.at(`${unit} ${id}`, year, 'financing', of, measure);
  const carried = carriedInto(books, unit, column, before, debts);
  const I = less(flow('operating', 'receipts'), flow('operating', 'expenditure'));
  const II = less(flow('investment', 'receipts'), flow('investment', 'expenditure'));
  const IV = less(flow('financing', 'receipts'), flow('financing', 'expenditure'));
  const III = plus(I, II);
  const V = plus(III, IV);
  const VII = plus(V, carried.result);
  const repaid = row('T2.financing.expenditure.A.1', 'expenditure');
  const recovered = row('T2.financing.receipts.C.1.a', 'receipts');
  return {
    I,
    'I.a': flow('operating', 'receipts'),
    'I.b': flow('operating', 'expenditure'),
    II,
    'II.a': flow('investment', 'receipts'),
    'II.b': flow('investment', 'expenditure'),
    III,
    IV,
    'IV.a': flow('financing', 'receipts'),
    'IV.b': flow('financing', 'expenditure'),
    V,
    VI: carried.result,
    'VI.A': carried.result,
    'VI.B': 0,
    'VI.B.1': 0,
    'VI.B.2': 0,
    'VI.B.3': 0,
    VII,
    VIII: carried.reserved,
    IX: less(VII, carried.reserved),
    ...margins(I, repaid, recovered, carried.debt),
  };
}

/** The margin of self-financing, and the margin corrected to the norm: repayment as a share of the debt. */
function margins(operating: Maybe, repaid: Maybe, recovered: Maybe, debt: Maybe): Figures {
  const net = less(repaid, recovered);
  const margin = less(operating, net);
  const norm = share(debt);
  const correction = less(repaid, norm);
  return {
    'margin.I': operating,
    'margin.II': net,
    'margin.II.a': repaid,
    'margin.II.b': recovered,
    'margin.III': margin,
    'corrected.I': margin,
    'corrected.II': correction,
    'corrected.II.a': repaid,
    'corrected.II.b': norm,
    'corrected.III': plus(margin, correction),
  };
}

/** Column by column: in a plan each year begins with what the year before left. */
function columnsOf(books: Books, unit: number, columns: readonly ComputedColumn[]): readonly Figures[] {
  const found: Figures[] = [];
  const isPlan = books.report.kind === 'multiYearPlan';
  const debts = isPlan ? debtYears(books, unit, debtColumns(books.report)) : null;
  for (const column of columns) {
    const before = isPlan ? (found.at(-1) ?? null) : null;
    found.push(figuresOf(books, unit, column, before, debts));
  }
  return found;
}

/** The corrected margin's heading and VI.A as both sets print them. */
const printed = (row: LayoutRow): LayoutRow => {
  if (row.section === 'Gecorrigeerde autofinancieringsmarge') {
    return { ...row, section: 'Gecorrigeerde Autofinancieringsmarge' };
  }
  return row.id.endsWith('.VI.A') ? { ...row, label: 'Op basis van meerjarenplan vorig boekjaar' } : row;
};

const CONSOLIDATED: readonly (readonly [part: string, figure: string, total: string])[] = [
  ['I', 'IX', 'Totaal beschikbaar budgettair resultaat'],
  ['II', 'margin.III', 'Totale Autofinancieringsmarge'],
  ['III', 'corrected.III', 'Totale gecorrigeerde autofinancieringsmarge'],
];

const CONSOLIDATED_LABELS: Readonly<Record<string, string>> = {
  I: 'Beschikbaar budgettair resultaat',
  II: 'Autofinancieringsmarge',
  III: 'Gecorrigeerde autofinancieringsmarge',
};

const HEADING = 'Geconsolideerd financieel evenwicht';

/** A body of the list with neither lines nor a balance stands there without figures, as it is printed. */
const isSilent = (books: Books, unit: number): boolean =>
  unit !== REPORT_UNIT &&
  !books.byUnit.has(String(unit)) &&
  [...books.stocks.years].every((year) => books.stocks.accounts(unit, year) === null);

function consolidatedRows(
  schema: string,
  books: Books,
  units: readonly (readonly Figures[])[],
): readonly StatementRow[] {
  const names = [reportLabel(books.group), ...books.group.others.map(({ name }) => name)];
  return CONSOLIDATED.flatMap(([part, figure, total]) => {
    const values = units.map((columns) => columns.map((figures) => figures[figure] ?? null));
    const sum = (values[0] ?? []).map((_, column) =>
      values.filter((_, unit) => !isSilent(books, unit)).reduce<Maybe>((so, unit) => plus(so, unit[column] ?? null), 0),
    );
    const id = `${schema}.consolidated.${part}`;
    return [
      rowOf({ section: HEADING, path: [part], label: CONSOLIDATED_LABELS[part] ?? '', id }),
      ...values.map((unit, index) =>
        rowOf({
          section: HEADING,
          path: [part, '-'],
          label: names[index] ?? '',
          depth: 1,
          values: isSilent(books, index) ? [] : unit,
          id: `${id}.entity`,
        }),
      ),
      rowOf({ section: HEADING, label: total, values: sum, id: `${id}.total` }),
    ];
  });
}

/** J2 or M2, staat van het financieel evenwicht, with the consolidated part over all units. */
export function equilibriumStatement(books: Books): Statement {
  const { report, group } = books;
  const schema = report.kind === 'annualAccounts' ? 'J2' : 'M2';
  const columns = objectiveColumns(report);
  const units = [REPORT_UNIT, ...group.others.map((_, index) => index + 1)].map((unit) =>
    columnsOf(books, unit, columns),
  );
  const own = units[0] ?? [];
  const keyOf = (id: string): string => id.slice(schema.length + 1);
  const rows = plainLayout(schema, report.set)
    .filter(({ id }) => !id.startsWith(`${schema}.consolidated.`))
    .map((row) =>
      layoutRow(
        printed(row),
        own.map((figures) => figures[keyOf(row.id)] ?? null),
      ),
    );
  return statementOf(schema, report.set, columns.map(columnOf), [...rows, ...consolidatedRows(schema, books, units)]);
}
