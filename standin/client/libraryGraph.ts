import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { readTypeGraph, type TypeGraph } from '../protocol/typeGraph';

const nothing = (): undefined => undefined;

/** Just enough of a page for the library to define its classes; none of it is ever called. */
function emptyPage(): Record<string, unknown> {
  const location = {
    href: 'https://localhost/',
    search: '',
    hash: '',
    protocol: 'https:',
    host: 'localhost',
    hostname: 'localhost',
    pathname: '/',
  };
  const storage = { getItem: () => null, setItem: nothing, removeItem: nothing };
  return {
    location,
    localStorage: storage,
    sessionStorage: storage,
    navigator: { userAgent: 'node' },
    addEventListener: nothing,
    setTimeout: nothing,
    clearTimeout: nothing,
    setInterval: nothing,
    console,
    document: {
      getElementsByTagName: () => [],
      getElementById: () => null,
      createElement: () => ({}),
      addEventListener: nothing,
      cookie: '',
      readyState: 'loading',
      URL: location.href,
      location,
    },
  };
}

/** The classes of a debug build of the client library, as data, so that a page can be given them. Runs the library apart from everything else. */
export function libraryGraph(file: string): TypeGraph {
  const page = emptyPage();
  page.window = page;
  page.self = page;
  const context = createContext(page);
  runInContext('var OfficeExt = {}; var CustomFunctions = {};', context);
  runInContext(readFileSync(file, 'utf8'), context, { filename: file });
  if (typeof page.Excel !== 'object' || page.Excel === null) throw new Error(`${file} does not define Excel`);
  return readTypeGraph(page.Excel as Readonly<Record<string, unknown>>);
}
