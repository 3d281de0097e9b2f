import type { ColumnDef, TableDefinition, WriteSheet } from 'hucre/xlsx';
import { parseRange, rangeAddress } from '../../../sheets/address';
import type { SheetSpec } from '../../../sheets/spec';
import type { Carried, CarriedSheet } from './carry';

/** Our sheets and those of the user, each of these after the sheet it stood after. */
export function inOrder(sheets: readonly SheetSpec[], own: Carried['own']): readonly (SheetSpec | WriteSheet)[] {
  const ordered: (SheetSpec | WriteSheet)[] = [...sheets];
  let last: WriteSheet | null = null;
  for (const { sheet, after } of own) {
    const at = ordered.findIndex(({ name }) => name === after);
    const behind = at >= 0 ? at : last ? ordered.indexOf(last) : ordered.length - 2;
    ordered.splice(behind + 1, 0, sheet);
    last = sheet;
  }
  return ordered;
}

/** A table with the own columns of its user behind its last one. */
function withOwnColumns(table: TableDefinition, own: readonly string[]): TableDefinition {
  const range = table.range === undefined ? null : parseRange(table.range);
  if (!range || own.length === 0) return table;
  return {
    ...table,
    range: rangeAddress({ ...range, columns: range.columns + own.length }),
    columns: [...table.columns, ...own.map((name) => ({ name }))],
  };
}

function withWidths(columns: readonly ColumnDef[], own: CarriedSheet['columns']): ColumnDef[] {
  const length = Math.max(columns.length, ...[...own.keys()].map((at) => at + 1));
  return Array.from({ length }, (_, at) => {
    const { hidden, ...column } = columns[at] ?? {};
    const changed = own.get(at);
    if (!changed) return columns[at] ?? {};
    const { hidden: isHidden = hidden, ...rest } = changed;
    return { ...column, ...rest, ...(isHidden ? { hidden: true } : {}) };
  });
}

/** A sheet of ours with what its user added to it laid over what is written; its cells are laid over already. */
export function laidOver(sheet: WriteSheet, carried: CarriedSheet): WriteSheet {
  const { tableColumns, columns, rules, validations, merges, images } = carried;
  const ours = sheet.conditionalRules ?? [];
  return {
    ...sheet,
    columns: columns.size === 0 ? (sheet.columns ?? []) : withWidths(sheet.columns ?? [], columns),
    tables: (sheet.tables ?? []).map((table) =>
      withOwnColumns(table, tableColumns.get(table.name.toLowerCase()) ?? []),
    ),
    conditionalRules: [...ours, ...rules.map((rule, index) => ({ ...rule, priority: ours.length + index + 1 }))],
    dataValidations: [...(sheet.dataValidations ?? []), ...validations],
    merges: [...(sheet.merges ?? []), ...merges],
    ...(images.length > 0 ? { images } : {}),
  };
}
