import type { HostContext } from '../protocol/context';
import { formatAddress } from '../model/area';
import { sheetById, type DefinedName, type Sheet } from '../model/book';
import { checkName } from '../model/rules';
import { acceptFormula } from '../model/write';
import { HostError, invalidArgument, itemNotFound } from '../model/errors';
import { hostClass, isHostObject, type HostObject } from '../protocol/hostClass';
import { booleanOf, given, soleArea, textOf } from './arguments';
import { addressOf } from './arguments';
import { rangeObject } from './make';

/** Defined names, of the workbook (scope null) or of one sheet. */
interface Scope {
  readonly sheet: Sheet | null;
}

const inScope = ({ sheet }: Scope, context: HostContext): DefinedName[] =>
  context.book.names.filter((name) => name.scope === (sheet?.id ?? null));

const find = (scope: Scope, key: unknown, context: HostContext): DefinedName | undefined =>
  inScope(scope, context).find((name) => name.name.toLowerCase() === String(key).toLowerCase());

/** The formula behind a name: `=Blad!$A$1:$B$2` for cells. */
function formulaOf(name: DefinedName, context: HostContext): string {
  if ('formula' in name.target) return name.target.formula;
  const sheet = sheetById(context.book, name.target.sheet);
  return sheet === undefined ? '=#REF!' : `=${formatAddress(sheet.name, name.target.area, true)}`;
}

function targetOf(value: unknown, context: HostContext): DefinedName['target'] {
  if (isHostObject(value)) {
    if (value.range === null) throw invalidArgument('reference of a name');
    return { sheet: value.range.sheet.id, area: soleArea(value.range) };
  }
  const text = textOf(value, 'reference');
  const home = sheetById(context.book, context.book.active) ?? context.book.sheets[0];
  if (home === undefined) throw itemNotFound('sheet');
  if (!text.startsWith('=')) throw invalidArgument(`formula '${text}' of a name begins with =`);
  const address = /^=(?:'(?:[^']|'')+'|[^'!()[\]]+)!\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?$/i.exec(text);
  if (address !== null) {
    const { sheet, area } = addressOf(text.slice(1), home, context);
    return { sheet: sheet.id, area };
  }
  return { formula: acceptFormula(context.book, undefined, text) };
}

const namedItem = hostClass<DefinedName>({
  name: 'NamedItem',
  identity: (name) => ({ _Id: name.name }),
  scalars: {
    Name: { get: (name) => name.name },
    Type: {
      get: (name) =>
        'formula' in name.target ? (name.target.formula.includes('#REF!') ? 'Error' : 'String') : 'Range',
    },
    Scope: { get: (name) => (name.scope === null ? 'Workbook' : 'Worksheet') },
    Comment: { get: (name) => name.comment, set: (name, value) => (name.comment = textOf(value, 'comment')) },
    Visible: { get: (name) => name.visible, set: (name, value) => (name.visible = booleanOf(value, 'visible')) },
    Formula: {
      get: formulaOf,
      set: (name, value, context) => {
        name.target = targetOf(value, context);
        context.dirty = true;
      },
    },
    Value: { get: (name, context) => formulaOf(name, context).slice(1) },
  },
  methods: {
    Delete: (name, _args, context) => {
      context.book.names = context.book.names.filter((one) => one !== name);
      context.dirty = true;
    },
    GetRange: (name, _args, context) => {
      const range = rangeOf(name, context);
      if (range === null) throw invalidArgument(`name ${name.name} is no range`);
      return range;
    },
    GetRangeOrNullObject: (name, _args, context) => rangeOf(name, context),
  },
});

function rangeOf(name: DefinedName, context: HostContext): HostObject | null {
  if ('formula' in name.target) return null;
  const sheet = sheetById(context.book, name.target.sheet);
  return sheet === undefined ? null : rangeObject(context, sheet, name.target.area);
}

function add(scope: Scope, [wanted, reference, comment]: readonly unknown[], context: HostContext): HostObject {
  const name = textOf(wanted, 'name');
  checkName(name);
  const clash =
    find(scope, name, context) !== undefined ||
    context.book.tables.some((table) => table.name.toLowerCase() === name.toLowerCase());
  if (clash) throw new HostError('ItemAlreadyExists', `name ${name}`);
  const made: DefinedName = {
    name,
    scope: scope.sheet?.id ?? null,
    target: targetOf(reference, context),
    comment: given(comment) ? textOf(comment, 'comment') : '',
    visible: true,
  };
  context.book.names.push(made);
  context.dirty = true;
  return namedItem(made, context);
}

export const namedItems = hostClass<Scope>({
  name: 'NamedItemCollection',
  items: (scope, context) => inScope(scope, context).map((name) => namedItem(name, context)),
  item: (scope, key, context) => {
    const found = find(scope, key, context);
    if (found === undefined) throw itemNotFound(`name ${String(key)}`);
    return namedItem(found, context);
  },
  methods: {
    Add: add,
    GetCount: (scope, _args, context) => inScope(scope, context).length,
    GetItemOrNullObject: (scope, [key], context) => {
      const found = find(scope, key, context);
      return found === undefined ? null : namedItem(found, context);
    },
  },
});
