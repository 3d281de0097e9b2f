import type { assemble, AssembledDocument } from '../../figures/links/assemble';
import type { PlanDocument } from '../../plan/document';
import type { Reading } from '../../read/source';
import { sourceLines } from '../../sheets/readBack/sourceLines';
import type { WorkbookState } from '../../sheets/state';
import { SHEETS } from '../../sheets/names';
import { cellText } from '../../sheets/cellText';
import type { CellValue, SheetSpec } from '../../sheets/spec';
import { valueOf } from '../../sheets/table';
import { differencesWith, plainFormula, type Difference } from '../../workbook/file/differences';
import type { FileContent } from '../../workbook/file/read/readXlsx';
import { bookOfReadings } from '../book';
import type { FormerBook } from '../formerBook';

/** Nothing is proposed anew: the links are those of the workbook. */
const asBefore: typeof assemble = ([main, ...others], merged) => {
  const put = (imported: PlanDocument): AssembledDocument => ({ imported, document: merged(imported) });
  return [put(main), ...others.map(put)];
};

/** The sheets of a workbook as they would be made today of what it was made of, with everything that its sheets are read for. Conflicts stay undecided. */
export function remadeSheets(content: FileContent, state: WorkbookState, former: FormerBook): readonly SheetSpec[] {
  const { document, others = [], settings } = state;
  const reading = (index: number): Reading => ({
    document: [document, ...others][index] ?? document,
    lines: sourceLines(content, index + 1),
  });
  return bookOfReadings(
    [reading(0), ...others.map((_, index) => reading(index + 1))],
    { ...former, conflicts: [] },
    [],
    { language: settings.language, putTogether: asBefore },
  ).sheets;
}

/** Sheets whose cells follow from the checks and from other sheets: answers to findings are carried over by their finding. */
const FOLLOWS_CHECKS: ReadonlySet<string> = new Set([
  SHEETS.start,
  SHEETS.findings,
  SHEETS.dashboard,
  SHEETS.reconciliation,
]);

/** What the cells of a sheet show, wherever they stand: lines move when there are more findings or sheets. */
interface Shown {
  readonly values: ReadonlySet<string>;
  readonly formulas: ReadonlySet<string>;
}

const shownText = (value: CellValue): string => cellText(String(value ?? ''));

function shownOf({ blocks }: SheetSpec): Shown {
  const cells = blocks.flatMap((block) => block.cells.flat());
  return {
    values: new Set(cells.map((cell) => shownText(valueOf(cell)))),
    formulas: new Set(
      cells.flatMap((cell) =>
        cell !== null && typeof cell === 'object' && 'formula' in cell ? [plainFormula(cell.formula)] : [],
      ),
    ),
  };
}

/** Does a difference on a sheet that follows from the checks come from them, and not from a user? */
function followsChecks(difference: Difference, content: FileContent, remade: readonly SheetSpec[]): boolean {
  if (!FOLLOWS_CHECKS.has(difference.sheet)) return false;
  const { what, sheet: name } = difference;
  const made = remade.find((sheet) => sheet.name === name);
  const sheet = content.sheets.find((each) => each.name === name);
  if (!made || !sheet) return false;
  if (what === 'formula') {
    const formula = plainFormula(sheet.formulaTexts.get(difference.address) ?? '');
    return formula === '' || shownOf(made).formulas.has(formula);
  }
  if (what !== 'cell') return what === 'rowRemoved' || (what === 'rowAdded' && difference.key !== '');
  // What was emptied is made again, as on any sheet of ours that users do not fill in.
  return difference.made !== null || shownOf(made).values.has(shownText(difference.held));
}

/** Sheets of which nothing is read back and whose every cell follows from the others. */
const FOLLOWS: ReadonlySet<string> = new Set([SHEETS.state, SHEETS.changes]);

/** What stands in a workbook beside what its sheets are read for, and what it lacks. */
const besides = (content: FileContent, remade: readonly SheetSpec[]): readonly Difference[] =>
  differencesWith(content, remade).filter(
    (difference) => !FOLLOWS.has(difference.sheet) && !followsChecks(difference, content, remade),
  );

/** The same thing at another place is the same: rows move. */
const nameOf = ({ what, sheet, ...rest }: Difference): string =>
  JSON.stringify([
    what,
    sheet,
    'name' in rest ? rest.name : null,
    'key' in rest ? rest.key : null,
    'held' in rest ? rest.held : null,
  ]);

/** A row that its user added without a key is made again under the key that it got: not added by then, and not absent before. */
function withoutReadRows(differences: readonly Difference[]): readonly Difference[] {
  const pairs = new Map<string, number>();
  for (const { sheet } of differences.filter(({ what }) => what === 'rowRemoved')) {
    const isNew = (each: Difference): boolean => each.sheet === sheet && each.what === 'rowAdded' && each.key === '';
    pairs.set(sheet, Math.min((pairs.get(sheet) ?? 0) + 1, differences.filter(isNew).length));
  }
  const left = { rowAdded: new Map(pairs), rowRemoved: new Map(pairs) };
  return differences.filter((difference) => {
    const { what, sheet } = difference;
    if (what !== 'rowRemoved' && !(what === 'rowAdded' && difference.key === '')) return true;
    const count = left[what].get(sheet) ?? 0;
    left[what].set(sheet, count - 1);
    return count <= 0;
  });
}

/** What stands in a workbook that does not stand in it any more when it is merged with itself: `merged` is that. */
export function notCarried(
  content: FileContent,
  merged: FileContent,
  remade: readonly SheetSpec[],
): readonly Difference[] {
  const kept = new Map<string, number>();
  for (const difference of besides(merged, remade)) {
    const name = nameOf(difference);
    kept.set(name, (kept.get(name) ?? 0) + 1);
  }
  const gone = besides(content, remade).filter((difference) => {
    const name = nameOf(difference);
    const count = kept.get(name) ?? 0;
    kept.set(name, count - 1);
    return count <= 0;
  });
  return withoutReadRows(gone);
}
