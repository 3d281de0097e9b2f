/**
 * What the client library knows: each class with its members and the API set that brought it. Read from the debug build, whose functions still
 * say so; plain data, so that a page without that build can be given it as JSON.
 */
export interface Member {
  readonly kind: 'scalar' | 'child' | 'method' | 'object';
  /** Name on the wire. */
  readonly wire: string;
  /** `ExcelApi 1.9`, or null for what has always been there. */
  readonly set: ApiSet | null;
}

export interface ApiSet {
  readonly name: string;
  readonly version: string;
}

export interface ClassGraph {
  readonly isCollection: boolean;
  /** By wire name in lower case. */
  readonly members: Readonly<Record<string, Member>>;
}

export type TypeGraph = Readonly<Record<string, ClassGraph>>;

const NEEDS = /_throwIfApiNotSupported\("[^"]+",\s*([^,]+),\s*"([\d.]+)"/;
const CHILD = /_createPropertyObject\([\w.]+,\s*this,\s*"(\w+)"/;
const OBJECT = /_create(?:AndInstantiate)?MethodObject\([\w.]+,\s*this,\s*"(\w+)"/;
const METHOD = /_invokeMethod\(this,\s*"(\w+)"/;
const NOT_LOADED = /_throwIfNotLoaded\(/;

function apiSetOf(source: string): ApiSet | null {
  const match = NEEDS.exec(source);
  if (match === null) return null;
  const name = (match[1] ?? '').trim();
  return { name: name.startsWith('"') ? name.slice(1, -1) : 'ExcelApi', version: match[2] ?? '' };
}

function listOf(prototype: object, name: string): readonly string[] {
  const getter = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  const list: unknown = getter?.call({});
  return Array.isArray(list) ? list.map(String) : [];
}

function memberOf(name: string, source: string, isGetter: boolean, wires: ReadonlyMap<string, string>): Member | null {
  const set = apiSetOf(source);
  const scalar = wires.get(name);
  if (scalar !== undefined) return { kind: 'scalar', wire: scalar, set };
  if (isGetter && NOT_LOADED.test(source)) return null;
  const child = CHILD.exec(source)?.[1];
  if (child !== undefined) return { kind: 'child', wire: child, set };
  const object = OBJECT.exec(source)?.[1];
  if (object !== undefined) return { kind: 'object', wire: object, set };
  const method = METHOD.exec(source)?.[1];
  return method === undefined ? null : { kind: 'method', wire: method, set };
}

function classOf(prototype: object): ClassGraph {
  const names = listOf(prototype, '_scalarPropertyNames');
  const originals = listOf(prototype, '_scalarPropertyOriginalNames');
  const wires = new Map(names.map((name, at) => [name, originals[at] ?? name]));
  const members: Record<string, Member> = {};
  for (const name of Object.getOwnPropertyNames(prototype)) {
    const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
    const body: unknown = descriptor?.get ?? descriptor?.value;
    if (typeof body !== 'function') continue;
    const member = memberOf(name, String(body), descriptor?.get !== undefined, wires);
    if (member !== null) members[member.wire.toLowerCase()] = member;
  }
  return { isCollection: Object.getOwnPropertyDescriptor(prototype, '_isCollection') !== undefined, members };
}

/** Reads the graph from the namespace `Excel` of a debug build. */
export function readTypeGraph(namespace: Readonly<Record<string, unknown>>): TypeGraph {
  const graph: Record<string, ClassGraph> = {};
  for (const [name, value] of Object.entries(namespace)) {
    if (typeof value !== 'function') continue;
    const prototype = value.prototype as object | undefined;
    if (prototype !== undefined && Object.getOwnPropertyDescriptor(prototype, '_className') !== undefined)
      graph[name] = classOf(prototype);
  }
  return graph;
}

/** Requirement sets the host says it has: `{ ExcelApi: '1.14', SharedRuntime: '1.1' }`. */
export type RequirementSets = Readonly<Record<string, string>>;

export function hasVersion(sets: RequirementSets, wanted: ApiSet): boolean {
  const offered = sets[wanted.name];
  if (offered === undefined) return false;
  const [major = 0, minor = 0] = offered.split('.').map(Number);
  const [needMajor = 0, needMinor = 0] = wanted.version.split('.').map(Number);
  return major > needMajor || (major === needMajor && minor >= needMinor);
}
