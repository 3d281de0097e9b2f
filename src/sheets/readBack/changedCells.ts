import type { Cell } from '../../figures/cell';
import { amountKey, figureKey, fieldKey, transferKey, type ChangeKey, type TransferField } from '../../changes/change';
import type { ReadCell } from './tableReader';

/** Where a change was typed: the sheet and the cell, as a user names them. */
export interface CellName {
  readonly sheet: string;
  readonly address: string;
}

const nameOf = ({ sheet, address }: ReadCell): CellName => ({ sheet, address });

/** Collects, while sheets are read back, in which cell each change was typed. */
export class CellIndex {
  private readonly found = new Map<ChangeKey, CellName>();

  amount(node: string, cell: Cell, at: ReadCell): void {
    this.found.set(amountKey(node, cell), nameOf(at));
  }

  statement(schema: string, row: string, column: number, at: ReadCell): void {
    this.found.set(figureKey(schema, row, column), nameOf(at));
  }

  node(node: string, field: string, at: ReadCell): void {
    this.found.set(fieldKey(node, field), nameOf(at));
  }

  transfer(id: string, field: TransferField, at: ReadCell): void {
    this.found.set(transferKey(id, field), nameOf(at));
  }

  get all(): ReadonlyMap<ChangeKey, CellName> {
    return this.found;
  }
}
