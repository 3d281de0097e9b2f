import type { HostContext } from '../protocol/context';
import { boundsOf } from './edits';
import { sheetById } from '../model/book';
import { HostError, itemNotFound } from '../model/errors';
import { hostClass, isHostObject } from '../protocol/hostClass';
import { application, runtime } from './application';
import { textOf } from './arguments';
import { customXmlParts } from './customXml';
import { rangeObject } from './make';
import { namedItems } from './names';
import { workbookProtection } from './protection';
import { range } from './range';
import { rangeAreas } from './rangeAreas';
import { settings } from './settings';
import { table, tableCollection, tableScopedCollection, type TableScope } from './tables';
import { worksheet, worksheets } from './worksheet';

/** The root of all paths. */
const everyTable = (sheet: TableScope['sheet']): TableScope => ({ sheet, only: () => true, scoped: false });

function selected(context: HostContext): ReturnType<typeof rangeObject> {
  const sheet = sheetById(context.book, context.book.selection.sheet);
  if (sheet === undefined) throw itemNotFound('selection');
  return rangeObject(context, sheet, context.book.selection.area);
}

const workbook = hostClass<null>({
  name: 'Workbook',
  scalars: {
    Name: { get: () => 'Werkmap.xlsx' },
    ReadOnly: { get: (_root, context) => context.book.readOnly },
    AutoSave: { get: () => false },
  },
  children: {
    Worksheets: (root, context) => worksheets(root, context),
    Tables: (_root, context) => tableCollection(everyTable(null), context),
    Names: (_root, context) => namedItems({ sheet: null }, context),
    Application: (root, context) => application(root, context),
    _Runtime: (root, context) => runtime(root, context),
    CustomXmlParts: (_root, context) => customXmlParts({ namespace: null }, context),
    Settings: (root, context) => settings(root, context),
    Protection: (_root, context) => workbookProtection(context.book, context),
  },
  methods: {
    GetSelectedRange: (_root, _args, context) => selected(context),
    GetActiveCell: (_root, _args, context) => {
      const sheet = sheetById(context.book, context.book.selection.sheet);
      if (sheet === undefined) throw itemNotFound('selection');
      const at = boundsOf([context.book.selection.area]);
      return rangeObject(context, sheet, { ...at, rows: 1, columns: 1 });
    },
    _RemoveReference: (_root, [id], context) => context.release(textOf(id, 'reference')),
    _RemoveAllReferences: (_root, _args, context) => context.forgetReferences(),
    _GetReferenceCount: (_root, _args, context) => context.keptReferences,
    _GetRangeForEventByReferenceId: (_root, [id], context) => {
      const object = context.reference(textOf(id, 'reference'));
      if (!isHostObject(object)) throw new HostError('InvalidReference');
      return object;
    },
  },
});

/** Makes the context complete: from here every path can be walked. */
export function install(context: HostContext): void {
  context.install(workbook(null, context), {
    range: (target) => range(target, context),
    rangeAreas: (target) => rangeAreas(target, context),
    worksheet: (sheet) => worksheet(sheet, context),
    table: (one) => table(one, context),
    tables: (sheet, only) =>
      only === undefined
        ? tableCollection(everyTable(sheet), context)
        : tableScopedCollection({ sheet, only, scoped: true }, context),
  });
}
