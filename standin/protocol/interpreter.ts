import type { HostContext } from './context';
import { falsify, type Distortion } from './distortion';
import { HostError, itemNotFound } from '../model/errors';
import { isHostObject, type HostObject } from './hostClass';
import { queryObject } from './query';
import {
  ACTION,
  PATH,
  type RequestBody,
  type ResponseBody,
  type WireAction,
  type WireArguments,
  type WireError,
  type WirePath,
  type WireResult,
} from './wire';

/** Runs one request: resolves the object paths, does the actions in order, stops at the first that fails and keeps what was done. */
export interface Execution {
  /** Fails before the action with this index, as a host that dies half-way. */
  readonly failAt?: number;
  /** What becomes of an action instead of what was asked; null for what is done as it should. */
  readonly distort?: (action: WireAction) => Distortion | null;
}

type Resolved = HostObject | null;

class Request {
  private readonly known = new Map<number, Resolved>();
  location = '';

  constructor(
    private readonly body: RequestBody,
    private readonly context: HostContext,
  ) {}

  path(id: number): WirePath {
    const path = this.body.ObjectPaths[id];
    if (path === undefined) throw new HostError('InvalidReference', `object path ${id}`);
    return path;
  }

  /** An object is made once in a request: `worksheets.add` must not add twice. */
  object(id: number): Resolved {
    const known = this.known.get(id);
    if (known !== undefined) return known;
    const made = this.make(this.path(id));
    this.known.set(id, made);
    return made;
  }

  private make(path: WirePath): Resolved {
    const { context } = this;
    if (path.ObjectPathType === PATH.root) return context.root();
    if (path.ObjectPathType === PATH.nullObject) return null;
    if (path.ObjectPathType === PATH.newObject) return context.service(path.Name ?? '');
    if (path.ObjectPathType === PATH.reference) return context.reference(path.Name ?? '');
    const parent = this.object(path.ParentObjectPathId ?? 0);
    if (parent === null) return null;
    const name = path.Name ?? '';
    this.location = `${parent.className}.${name === '' ? 'getItem' : lowerFirst(name)}`;
    if (path.ObjectPathType === PATH.indexer) return parent.item(this.arguments(path.ArgumentInfo)[0]);
    context.checkMember(parent.className, name);
    if (path.ObjectPathType === PATH.property) return parent.child(name);
    const result = parent.call(name, this.arguments(path.ArgumentInfo));
    if (result === null || isHostObject(result)) return result;
    throw new HostError('GeneralException', `${this.location} gives no object`);
  }

  arguments(info: WireArguments | undefined): unknown[] {
    const references = info?.ReferencedObjectPathIds;
    return (info?.Arguments ?? []).map((value, at) => this.argument(value, references?.[at]));
  }

  private argument(value: unknown, reference: unknown): unknown {
    if (typeof reference === 'number' && reference !== 0) return this.object(reference);
    if (Array.isArray(value))
      return Array.isArray(reference)
        ? value.map((one: unknown, at) => this.argument(one, reference[at] as unknown))
        : value;
    if (typeof value !== 'object' || value === null) return value;
    if ('_ObjectPathId' in value) return this.object(Number(value._ObjectPathId));
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, this.argument(inner, undefined)]));
  }

  run(action: WireAction): unknown {
    const object = this.object(action.ObjectPathId);
    if (action.ActionType === ACTION.instantiate) return object === null ? null : object.identity();
    if (action.ActionType === ACTION.query) {
      if (object === null) return null;
      this.location = object.className;
      return { ...object.identity(), ...queryObject(object, action.QueryInfo ?? {}, this.context) };
    }
    const name = action.Name ?? '';
    if (object === null && name === '_KeepReference') return null;
    if (object === null) throw itemNotFound(`${name} on an object that is null`);
    this.location = `${object.className}.${lowerFirst(name)}`;
    this.context.checkMember(object.className, name);
    const args = this.arguments(action.ArgumentInfo);
    if (action.ActionType === ACTION.set) {
      object.set(name, args[0]);
      return null;
    }
    if (action.ActionType !== ACTION.method) throw new HostError('NotImplemented', `action type ${action.ActionType}`);
    if (name === '_KeepReference') {
      this.context.keep(object);
      return null;
    }
    const result = object.call(name, args);
    return isHostObject(result) ? result.identity() : (result ?? null);
  }
}

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

const wireError = (error: unknown, location: string, index: number): WireError => {
  if (!(error instanceof HostError)) throw error;
  return {
    Code: error.code,
    Message: error.message,
    Location: location,
    ActionIndex: index,
    HttpStatusCode: error.httpStatus,
  };
};

/** What the client gets back. Errors of the stand-in itself (a bug) are thrown, never answered. */
export function execute(body: RequestBody, context: HostContext, { failAt, distort }: Execution = {}): ResponseBody {
  const request = new Request(body, context);
  const results: WireResult[] = [];
  const traces: number[] = [];
  const delayed: WireAction[] = [];
  for (const [index, action] of body.Actions.entries()) {
    try {
      if (index === failAt) throw new HostError('GeneralException', 'failure asked for by the test');
      if (action.ActionType === ACTION.trace) traces.push(action.Id);
      const distortion = distort?.(action) ?? null;
      if (distortion === 'delay') delayed.push(action);
      if (distortion === 'double') request.run(action);
      const done =
        action.ActionType === ACTION.trace || distortion === 'drop' || distortion === 'delay'
          ? null
          : request.run(distortion === 'falsify' ? falsify(action) : action);
      results.push({ ActionId: action.Id, Value: done });
    } catch (error) {
      return { Results: results, TraceIds: traces, Error: wireError(error, request.location, index) };
    }
  }
  for (const action of delayed) request.run(action);
  return { Results: results, TraceIds: traces };
}
