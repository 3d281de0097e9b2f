import type { DataColumn, DataRow } from '../../plan/dataTable';
import { placeAt } from '../../plan/finding';
import { MONEY_UNIT, PERCENT_UNIT } from '../../plan/indicator';
import { CENTS_PER_EURO } from '../../plan/money';
import { ruleCheck } from '../check';

const shown = (value: number, { unit }: DataColumn): string =>
  unit === MONEY_UNIT
    ? (value / CENTS_PER_EURO).toLocaleString('nl-BE')
    : `${value.toLocaleString('nl-BE', { maximumFractionDigits: 2 })}${unit === PERCENT_UNIT ? ' %' : ''}`;

/** Money in a table is printed in whole euros, each figure rounded by itself. */
const tolerance = ({ unit }: DataColumn, parts: number): number =>
  unit === MONEY_UNIT ? Math.floor((parts + 1) / 2) * CENTS_PER_EURO : 0;

/** A column whose rows do not add up to the printed total. */
export const tablesTotal = ruleCheck({
  id: 'tables.total',
  severity: 'error',
  nl: [
    '{table}, kolom {column}: de rijen zijn samen {sum}, gedrukt is {total}.',
    'Kijk de kolom na in het brondocument.',
  ],
  en: [
    '{table}, column {column}: the rows add up to {sum}, printed is {total}.',
    'Look the column up in the source document.',
  ],
  reads: ['tables'],
  *rule(document) {
    for (const { id, title, columns, rows, total, node } of document.tables ?? []) {
      for (const [index, column] of columns.entries()) {
        const printed = total?.values[index] ?? null;
        if (printed === null || column.share || column.unit === PERCENT_UNIT) continue;
        const values = rows.flatMap(({ values: cells }) => cells[index] ?? []);
        const sum = values.reduce((left, right) => left + right, 0);
        if (Math.abs(sum - printed) <= tolerance(column, values.length)) continue;
        yield {
          place: placeAt({ node, line: total?.source.line ?? null }),
          subject: `${id}|${column.name}`,
          figures: { table: title, column: column.name, sum: shown(sum, column), total: shown(printed, column) },
        };
      }
    }
  },
});

/** Half of the last printed digit, and a hair for what binary fractions cannot hold. */
const HALF_DIGIT = 0.5;
const HAIR = 1e-9;

const decimalsOf = (values: readonly (number | null)[]): number =>
  values.reduce<number>((most, value) => Math.max(most, (String(value ?? 0).split('.')[1] ?? '').length), 0);

/** A share that is not what its part and its whole make it, beyond the rounding of the printed digits. */
export const tablesShare = ruleCheck({
  id: 'tables.share',
  severity: 'error',
  nl: [
    '{table}, {row}: {column} is gedrukt als {printed}, berekend {computed}.',
    'Kijk de rij na in het brondocument.',
  ],
  en: [
    '{table}, {row}: {column} is printed as {printed}, computed {computed}.',
    'Look the row up in the source document.',
  ],
  reads: ['tables'],
  *rule(document) {
    for (const { id, title, columns, rows, total, node } of document.tables ?? []) {
      for (const [index, column] of columns.entries()) {
        const { share } = column;
        if (!share) continue;
        const all: readonly DataRow[] = total ? [...rows, total] : rows;
        const digits = decimalsOf(all.map(({ values }) => values[index] ?? null));
        for (const { label, values, source } of all) {
          const [part, whole, printed] = [values[share.part], values[share.whole], values[index]];
          if (part == null || whole == null || printed == null || whole === 0) continue;
          const computed = (part / whole) * 100;
          if (Math.abs(computed - printed) <= HALF_DIGIT * 10 ** -digits + HAIR) continue;
          yield {
            place: placeAt({ node, line: source.line }),
            subject: `${id}|${label}|${column.name}`,
            figures: {
              table: title,
              row: label,
              column: column.name,
              printed: shown(printed, column),
              computed: shown(computed, column),
            },
          };
        }
      }
    }
  },
});
