import type { HostContext } from '../protocol/context';
import { checkAllowed, checkContent, dress, eraseContents, shiftCells } from './edits';
import { intersection, isEntireColumn, isEntireRow, type Area } from '../model/area';
import { DEFAULT_FORMAT } from '../model/format';
import { mergeCells } from '../model/write';
import type { HostObject, RangeTarget } from '../protocol/hostClass';
import { given, oneOf, soleArea } from './arguments';
import { removeConditionalFormats } from './conditionalFormats';
import { removeValidations } from './dataValidation';
import { rangeObject } from './make';

/** Changes to the cells of a range as such: clearing, inserting, deleting, merging. */
type Method = (target: RangeTarget, args: readonly unknown[], context: HostContext) => HostObject | undefined;

const APPLY_TO = ['All', 'Formats', 'Contents', 'Hyperlinks', 'RemoveHyperlinks', 'ResetContents'] as const;

export function clearRange(target: RangeTarget, applyTo: unknown, context: HostContext): void {
  const what = given(applyTo) ? oneOf(applyTo, APPLY_TO, 'applyTo') : 'All';
  for (const at of target.areas) {
    checkContent(target.sheet, at);
    if (what === 'All' || what === 'Contents') eraseContents(context, target.sheet, at);
    if (what === 'All' || what === 'Formats') {
      dress(context, target.sheet, at, () => DEFAULT_FORMAT);
      removeConditionalFormats(target.sheet, at);
    }
    if (what === 'All') removeValidations(target.sheet, at);
    if (what !== 'Formats' && what !== 'Contents') {
      target.sheet.hyperlinks = target.sheet.hyperlinks.filter((link) => intersection(link.area, at) === null);
    }
  }
}

const axisOf = (at: Area, vertical: boolean): 'rows' | 'columns' => {
  if (isEntireRow(at)) return 'rows';
  if (isEntireColumn(at)) return 'columns';
  return vertical ? 'rows' : 'columns';
};

export const CHANGE_METHODS: Readonly<Record<string, Method>> = {
  Clear: (target, [applyTo], context) => {
    clearRange(target, applyTo, context);
    return undefined;
  },
  Insert: (target, [shift], context) => {
    const at = soleArea(target);
    shiftCells(context, target.sheet, {
      at,
      kind: 'insert',
      axis: axisOf(at, oneOf(shift, ['Down', 'Right'], 'shift') === 'Down'),
    });
    return rangeObject(context, target.sheet, at);
  },
  Delete: (target, [shift], context) => {
    const at = soleArea(target);
    shiftCells(context, target.sheet, {
      at,
      kind: 'delete',
      axis: axisOf(at, oneOf(shift, ['Up', 'Left'], 'shift') === 'Up'),
    });
    return undefined;
  },
  Merge: (target, [across], context) => {
    checkAllowed(target.sheet, 'allowFormatCells');
    const at = soleArea(target);
    const parts =
      across === true ? Array.from({ length: at.rows }, (_, down) => ({ ...at, row: at.row + down, rows: 1 })) : [at];
    parts.forEach((part) => mergeCells(context.book, target.sheet, part));
    return undefined;
  },
  Unmerge: (target) => {
    checkAllowed(target.sheet, 'allowFormatCells');
    const at = soleArea(target);
    target.sheet.merges = target.sheet.merges.filter((merge) => intersection(merge, at) === null);
    return undefined;
  },
};
