import type { Edits } from '../../check/edits';
import { changesOf } from '../../changes/changesOf';
import type { ChangeKey } from '../../changes/change';
import type { PlanDocument } from '../../plan/document';
import type { CellName } from './changedCells';

/** Cells of changes by their key. */
export type ChangedCells = ReadonlyMap<ChangeKey, CellName>;

/** What was edited in a workbook since its document was read; `cells`: where, as far as reading it back told. */
export const editsOf = (base: PlanDocument, current: PlanDocument, cells?: ChangedCells): Edits => ({
  base,
  changes: changesOf(base, current),
  cellOf: (key) => {
    const cell = cells?.get(key);
    return cell ? `${cell.sheet}!${cell.address}` : null;
  },
});
