import { readFileSync } from 'node:fs';
import path from 'node:path';
import { bridgeTo } from './bridge';
import { DEFAULT_SETS, Host, type HostOptions } from '../host/host';
import { hasVersion, readTypeGraph, type RequirementSets, type TypeGraph } from '../protocol/typeGraph';

/**
 * The unmodified client library of `@microsoft/office-js`, loaded from node_modules into this realm, with the stand-in behind it. The debug build
 * is taken because its functions still tell the API set of each member. Only this file touches Node.
 */
const LIBRARY = path.resolve('node_modules/@microsoft/office-js/dist');

/** The part of office.js that keeps associated functions; the rest of it talks to a frame and is tested in the browser. */
function associationScript(): string {
  const text = readFileSync(path.join(LIBRARY, 'office.debug.js'), 'utf8');
  const start = text.lastIndexOf('(function (OfficeExt) {', text.indexOf('var Association = (function'));
  const close = '})(CustomFunctions || (CustomFunctions = {}));';
  const end = text.indexOf(close, start);
  if (start < 0 || end < 0)
    throw new Error('office.debug.js no longer holds the association of functions where it was');
  return `var OfficeExt = OfficeExt || {};\n${text.slice(start, end + close.length)}`;
}

interface ClientGlobals {
  Excel?: Record<string, unknown>;
  OSF: { _OfficeAppFactory?: unknown };
  OfficeExtension: { HostBridge: { init(bridge: unknown): void } };
  [name: string]: unknown;
}

const globals = globalThis as unknown as ClientGlobals;

/** What the script looks for when there is no page around it. */
function fillPage(): void {
  const location = {
    href: 'https://localhost/',
    search: '',
    hash: '',
    protocol: 'https:',
    host: 'localhost',
    hostname: 'localhost',
    pathname: '/',
  };
  const storage = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
  const page: Record<string, unknown> = {
    window: globalThis,
    self: globalThis,
    location,
    localStorage: storage,
    sessionStorage: storage,
    navigator: { userAgent: 'node' },
    addEventListener: () => undefined,
    document: {
      getElementsByTagName: () => [],
      getElementById: () => null,
      createElement: () => ({}),
      addEventListener: () => undefined,
      cookie: '',
      readyState: 'loading',
      URL: location.href,
      location,
    },
  };
  for (const [name, value] of Object.entries(page)) {
    if (globals[name] === undefined)
      Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
}

let graph: TypeGraph | null = null;

/** Runs the library once in this realm: it becomes the global Excel, Office and OfficeExtension, as in a page. */
function loadLibrary(): TypeGraph {
  if (graph !== null) return graph;
  fillPage();
  // An indirect eval runs the scripts as a page would: in global scope and in this realm.
  const run = eval;
  run(associationScript());
  run(readFileSync(path.join(LIBRARY, 'excel-web-16.00.debug.js'), 'utf8'));
  if (globals.Excel === undefined) throw new Error('the client library did not define Excel');
  graph = readTypeGraph(globals.Excel);
  return graph;
}

/** A new Excel with an empty workbook behind the global client. The client before it, if any, is cut off. */
export function startExcel(options: Partial<Omit<HostOptions, 'graph'>> = {}): Host {
  const host = new Host({ ...options, graph: loadLibrary() });
  const sets: RequirementSets = options.sets ?? DEFAULT_SETS;
  const context = {
    requirements: {
      isSetSupported: (name: string, version = '1.1') => hasVersion(sets, { name, version: String(version) }),
    },
    platform: 'OfficeOnline',
    host: 'Excel',
    displayLanguage: 'nl-BE',
    contentLanguage: 'nl-BE',
  };
  // What office.js itself would have made of its talk with the frame; that part is tested in the browser.
  globals.OSF._OfficeAppFactory = {
    getContext: () => context,
    getHostInfo: () => ({ hostType: 'excel', hostPlatform: 'web', hostSpecificFileVersion: '16.01', isDialog: false }),
  };
  globals.OfficeExtension.HostBridge.init(bridgeTo(host));
  return host;
}

/** Waits until pushed events have reached the add-in and its handlers have run. */
export const eventsDelivered = (): Promise<void> =>
  new Promise((resolve) => setTimeout(() => setTimeout(resolve, 0), 0));
