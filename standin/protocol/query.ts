import type { HostContext } from './context';
import { invalidArgument, notImplemented } from '../model/errors';
import type { HostObject } from './hostClass';
import type { WireQuery } from './wire';

/** Answers `load`: scalars by name, children by path (`format/font/bold`), items of collections with their own scalars. */
interface Wanted {
  all: boolean;
  readonly scalars: Set<string>;
  readonly children: Map<string, Wanted>;
}

const newWanted = (): Wanted => ({ all: false, scalars: new Set(), children: new Map() });

/** Paths as a tree; a last segment is a scalar, or a child that is then taken whole (as with expand). */
function treeOf(query: WireQuery): Wanted {
  const root = newWanted();
  const walk = (path: string, whole: boolean): void => {
    const segments = path.split(/[/.]/).filter((segment) => segment !== '' && segment !== '$none');
    let at = root;
    segments.forEach((segment, index) => {
      const last = index === segments.length - 1;
      if (last && segment === '*') at.all = true;
      else if (last && !whole) at.scalars.add(segment);
      else {
        const next = at.children.get(segment) ?? newWanted();
        at.children.set(segment, next);
        if (last) next.all = true;
        at = next;
      }
    });
  };
  const select = query.Select ?? [];
  select.forEach((path) => walk(path, false));
  (query.Expand ?? []).forEach((path) => walk(path, true));
  if (select.length === 0) root.all = true;
  return root;
}

function take(object: HostObject, wanted: Wanted, context: HostContext): Record<string, unknown> {
  const answer: Record<string, unknown> = {};
  if (wanted.all)
    for (const name of object.scalarNames())
      if (context.offers(object.className, name)) answer[name] = object.get(name);
  for (const name of wanted.scalars) {
    const wire = context.wireName(object.className, name);
    context.checkMember(object.className, wire);
    const kind = object.has(wire);
    if (kind === 'scalar') answer[wire] = object.get(wire);
    else if (kind === 'child') answer[wire] = nested(object.child(wire), { ...newWanted(), all: true }, context);
    else throw notImplemented(`property ${object.className}.${name}`);
  }
  for (const [name, inner] of wanted.children) {
    const wire = context.wireName(object.className, name);
    context.checkMember(object.className, wire);
    answer[wire] = nested(object.child(wire), inner, context);
  }
  return answer;
}

const nested = (object: HostObject | null, wanted: Wanted, context: HostContext): unknown =>
  object === null ? null : { ...object.identity(), ...takeAny(object, wanted, context, {}) };

function takeAny(object: HostObject, wanted: Wanted, context: HostContext, query: WireQuery): Record<string, unknown> {
  const items = object.items();
  if (items === null) return take(object, wanted, context);
  const own = [...wanted.scalars].filter((name) => object.has(context.wireName(object.className, name)) === 'scalar');
  const ofItems: Wanted = {
    all: wanted.all,
    scalars: new Set([...wanted.scalars].filter((name) => !own.includes(name))),
    children: wanted.children,
  };
  const answer = take(object, { all: false, scalars: new Set(own), children: new Map() }, context);
  if (!wanted.all && ofItems.scalars.size === 0 && ofItems.children.size === 0) return answer;
  const skip = query.Skip ?? 0;
  if (skip < 0) throw invalidArgument('skip');
  const chosen = items.slice(skip, query.Top === undefined ? undefined : skip + query.Top);
  return { ...answer, _Items: chosen.map((item) => ({ ...item.identity(), ...takeAny(item, ofItems, context, {}) })) };
}

export const queryObject = (object: HostObject, query: WireQuery, context: HostContext): Record<string, unknown> =>
  takeAny(object, treeOf(query), context, query);
