import type { HostContext } from '../protocol/context';
import { nextGuid, type XmlPart } from '../model/book';
import { invalidArgument, itemNotFound } from '../model/errors';
import { hostClass, type HostObject } from '../protocol/hostClass';
import { textOf } from './arguments';

/** Custom XML parts. */
/** On the web a part takes at most 1 MB. */
export const MAX_XML_BYTES = 1_048_576;

const namespaceOf = (xml: string): string =>
  /^\s*(?:<\?[^>]*\?>\s*)?<[^\s/>]+[^>]*?\sxmlns="([^"]*)"/.exec(xml)?.[1] ?? '';

function checked(xml: unknown): string {
  const text = textOf(xml, 'xml');
  const root = /^\s*(?:<\?[^>]*\?>\s*)?<([\w:.-]+)[\s/>]/.exec(text)?.[1];
  if (root === undefined || !(new RegExp(`</${root}>\\s*$`).test(text) || /\/>\s*$/.test(text)))
    throw invalidArgument('xml is not well formed');
  if (text.length > MAX_XML_BYTES)
    throw invalidArgument(`xml of ${text.length} characters; a part takes ${MAX_XML_BYTES}`);
  return text;
}

const xmlPart = hostClass<XmlPart>({
  name: 'CustomXmlPart',
  identity: ({ id }) => ({ Id: id }),
  scalars: { Id: { get: ({ id }) => id }, NamespaceUri: { get: ({ xml }) => namespaceOf(xml) } },
  methods: {
    GetXml: ({ xml }) => xml,
    SetXml: (part, [xml]) => {
      part.xml = checked(xml);
    },
    Delete: (part, _args, context) => {
      context.book.xmlParts = context.book.xmlParts.filter((one) => one !== part);
    },
  },
});

interface Scope {
  readonly namespace: string | null;
}

const parts = ({ namespace }: Scope, context: HostContext): XmlPart[] =>
  context.book.xmlParts.filter(({ xml }) => namespace === null || namespaceOf(xml) === namespace);

const find = (scope: Scope, id: unknown, context: HostContext): XmlPart | undefined =>
  parts(scope, context).find((part) => part.id === id);

const lookups = {
  items: (scope: Scope, context: HostContext): HostObject[] =>
    parts(scope, context).map((part) => xmlPart(part, context)),
  item: (scope: Scope, id: unknown, context: HostContext): HostObject => {
    const part = find(scope, id, context);
    if (part === undefined) throw itemNotFound(`xml part ${String(id)}`);
    return xmlPart(part, context);
  },
};

const lookupMethods = {
  GetCount: (scope: Scope, _args: readonly unknown[], context: HostContext) => parts(scope, context).length,
  GetItemOrNullObject: (scope: Scope, [id]: readonly unknown[], context: HostContext) => {
    const part = find(scope, id, context);
    return part === undefined ? null : xmlPart(part, context);
  },
};

const scoped = hostClass<Scope>({
  name: 'CustomXmlPartScopedCollection',
  ...lookups,
  methods: {
    ...lookupMethods,
    GetOnlyItem: (scope, _args, context) => {
      const [only, more] = parts(scope, context);
      if (only === undefined || more !== undefined) throw itemNotFound('one part of the namespace');
      return xmlPart(only, context);
    },
    GetOnlyItemOrNullObject: (scope, _args, context) => {
      const [only, more] = parts(scope, context);
      return only === undefined || more !== undefined ? null : xmlPart(only, context);
    },
  },
});

export const customXmlParts = hostClass<Scope>({
  name: 'CustomXmlPartCollection',
  ...lookups,
  methods: {
    ...lookupMethods,
    Add: (_scope, [xml], context) => {
      const part: XmlPart = { id: nextGuid(context.book), xml: checked(xml) };
      context.book.xmlParts.push(part);
      return xmlPart(part, context);
    },
    GetByNamespace: (_scope, [namespace], context) => scoped({ namespace: textOf(namespace, 'namespace') }, context),
  },
});
