import type { HostContext } from '../protocol/context';
import { itemNotFound } from '../model/errors';
import { hostClass, type HostObject } from '../protocol/hostClass';
import { textOf } from './arguments';

/** Settings of this add-in in the document (ExcelApi 1.4). */
const setting = hostClass<string>({
  name: 'Setting',
  identity: (key) => ({ _Id: key }),
  scalars: {
    Key: { get: (key) => key },
    Value: {
      get: (key, context) => context.book.settings.get(key) ?? null,
      set: (key, value, context) => context.book.settings.set(key, value),
    },
  },
  methods: {
    Delete: (key, _args, context) => {
      context.book.settings.delete(key);
    },
  },
});

const find = (key: unknown, context: HostContext): HostObject | null => {
  const name = String(key);
  return context.book.settings.has(name) ? setting(name, context) : null;
};

export const settings = hostClass<null>({
  name: 'SettingCollection',
  items: (_all, context) => [...context.book.settings.keys()].map((key) => setting(key, context)),
  item: (_all, key, context) => {
    const found = find(key, context);
    if (found === null) throw itemNotFound(`setting ${String(key)}`);
    return found;
  },
  methods: {
    Add: (_all, [key, value], context) => {
      context.book.settings.set(textOf(key, 'key'), value);
      return setting(textOf(key, 'key'), context);
    },
    GetCount: (_all, _args, context) => context.book.settings.size,
    GetItemOrNullObject: (_all, [key], context) => find(key, context),
  },
});
