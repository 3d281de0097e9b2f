import type { Sheet } from '../model/book';
import type { Area } from '../model/area';
import type { HostContext } from './context';

/** What instantiating an object answers: the keys by which the client finds it again. */
export type Identity = Readonly<Record<string, string | number>>;

/** An object of the host behind one proxy of the client. */
export interface HostObject {
  readonly className: string;
  identity(): Identity;
  scalarNames(): readonly string[];
  /** undefined when the stand-in has no such property; names are wire names. */
  get(name: string): unknown;
  has(name: string): 'scalar' | 'child' | 'method' | null;
  set(name: string, value: unknown): void;
  child(name: string): HostObject | null;
  call(name: string, args: readonly unknown[]): unknown;
  item(key: unknown): HostObject;
  items(): readonly HostObject[] | null;
  /** Ranges: where they lie, as long as they do. */
  readonly range: RangeTarget | null;
}

/** A range (or several areas of one sheet) that moves with insertions as long as the client keeps it. */
export interface RangeTarget {
  readonly sheet: Sheet;
  areas: readonly Area[];
}

export interface Scalar<T> {
  readonly get?: (target: T, context: HostContext) => unknown;
  readonly set?: (target: T, value: unknown, context: HostContext) => void;
}

export interface ClassSpec<T> {
  /** Name in the client library. */
  readonly name: string;
  readonly identity?: (target: T, context: HostContext) => Identity;
  readonly scalars?: Readonly<Record<string, Scalar<T>>>;
  readonly children?: Readonly<Record<string, (target: T, context: HostContext) => HostObject | null>>;
  readonly methods?: Readonly<Record<string, (target: T, args: readonly unknown[], context: HostContext) => unknown>>;
  readonly item?: (target: T, key: unknown, context: HostContext) => HostObject;
  readonly items?: (target: T, context: HostContext) => readonly HostObject[];
  readonly range?: (target: T) => RangeTarget;
}

const NONE = {} as const;

/** The members of one class of the host; gives a maker of its objects. */
export function hostClass<T>(spec: ClassSpec<T>): (target: T, context: HostContext) => HostObject {
  const scalars: Readonly<Record<string, Scalar<T>>> = spec.scalars ?? NONE;
  const children = spec.children ?? NONE;
  const methods = spec.methods ?? NONE;
  const names = Object.keys(scalars).filter((name) => scalars[name]?.get !== undefined);
  return (target, context) => ({
    className: spec.name,
    identity: () => spec.identity?.(target, context) ?? NONE,
    scalarNames: () => names,
    get: (name) => scalars[name]?.get?.(target, context),
    has: (name) => (name in scalars ? 'scalar' : name in children ? 'child' : name in methods ? 'method' : null),
    set: (name, value) => {
      const setter = scalars[name]?.set;
      if (setter === undefined) throw context.missing(spec.name, name);
      setter(target, value, context);
    },
    child: (name) => {
      const make = (children as Readonly<Record<string, (target: T, context: HostContext) => HostObject | null>>)[name];
      if (make === undefined) throw context.missing(spec.name, name);
      return make(target, context);
    },
    call: (name, args) => {
      const method = (
        methods as Readonly<Record<string, (target: T, args: readonly unknown[], context: HostContext) => unknown>>
      )[name];
      if (method === undefined) throw context.missing(spec.name, name);
      return method(target, args, context);
    },
    item: (key) => {
      if (spec.item === undefined) throw context.missing(spec.name, 'getItem');
      return spec.item(target, key, context);
    },
    items: () => spec.items?.(target, context) ?? null,
    range: spec.range?.(target) ?? null,
  });
}

export const isHostObject = (value: unknown): value is HostObject =>
  typeof value === 'object' && value !== null && 'className' in value && 'scalarNames' in value;
