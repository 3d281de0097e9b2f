import { carryOver } from '../../plan/carryOver';
import type { PlanDocument } from '../../plan/document';
import { documentKey } from '../../plan/link';
import type { assemble, AssembledDocument } from '../../figures/links/assemble';
import type { Reading } from '../../read/source';
import { sourceLines } from '../../sheets/readBack/sourceLines';
import type { WorkbookState } from '../../sheets/state';
import { SHEETS } from '../../sheets/names';
import type { SheetSpec } from '../../sheets/spec';
import { differencesWith, type Difference } from '../../workbook/file/differences';
import type { FileContent } from '../../workbook/file/read/readXlsx';
import { bookOfReadings } from '../book';
import type { FormerBook } from '../formerBook';

/** Nothing is proposed anew: the links are those of the workbook. */
const asBefore: typeof assemble = ([main, ...others], former) => {
  const carried = (imported: PlanDocument): AssembledDocument => {
    const before = former.get(documentKey(imported.document));
    return { imported, document: before ? carryOver(imported, before) : imported };
  };
  return [carried(main), ...others.map(carried)];
};

/** The sheets of a workbook as they would be made today of what it was made of, with everything that is carried over. */
export function remadeSheets(content: FileContent, state: WorkbookState, former: FormerBook): readonly SheetSpec[] {
  const { document, others = [], settings } = state;
  const reading = (index: number): Reading => ({
    document: [document, ...others][index] ?? document,
    lines: sourceLines(content, index + 1),
  });
  return bookOfReadings([reading(0), ...others.map((_, index) => reading(index + 1))], former, [], settings, asBefore)
    .sheets;
}

/** Sheets whose cells follow from the checks: answers to findings are carried over by their finding. */
const FOLLOWS_CHECKS: ReadonlySet<string> = new Set([SHEETS.start, SHEETS.findings, SHEETS.dashboard]);

function followsChecks(difference: Difference): boolean {
  if (!FOLLOWS_CHECKS.has(difference.sheet)) return false;
  const { what } = difference;
  if (what === 'cell') return difference.made !== null && difference.held !== null;
  return what === 'rowRemoved' || (what === 'rowAdded' && difference.key !== '');
}

/** What stands in a workbook that would not stand in it when it were made again. */
export const usersWork = (content: FileContent, remade: readonly SheetSpec[]): readonly Difference[] =>
  differencesWith(content, remade).filter(
    (difference) => difference.sheet !== SHEETS.state && !followsChecks(difference),
  );
