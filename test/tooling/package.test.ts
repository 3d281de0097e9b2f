import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { COMMON_HEADERS, headerFiles, headersOf } from '../../scripts/site/headers.mjs';
import { contentSecurityPolicy, OFFICE_JS, OFFICE_ORIGIN } from '../../scripts/site/policy.mjs';
import { parseXml, withDescendants } from '../../scripts/manifest/xml';
import { ROOT } from '../support/requirements';

/** A build takes a minute on a slow machine. */
const URL_GIVEN = 'https://addins.stad.be/planboek';

/** Names in the scripts that look like addresses and are none: namespaces of XML and JSON, links in messages of libraries, and examples. */
const NAMES = [
  'http://schemas.openxmlformats.org',
  'http://schemas.microsoft.com',
  'http://purl.org',
  'http://www.w3.org',
  'http://www.xfa.org',
  'http://ns.adobe.com',
  'http://json-schema.org',
  'https://json-schema.org',
  'https://react.dev',
  'https://github.com',
  'http://example.com',
  'https://foo.bar',
  'https://a',
  'https://x',
];

const out = path.join(mkdtempSync(path.join(tmpdir(), 'planboek-package-')), 'pakket');
const site = path.join(out, 'site');

const run = (...options: readonly string[]): string =>
  execFileSync(process.execPath, ['scripts/package.mjs', ...options], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
const read = (name: string): string => readFileSync(path.join(site, name), 'utf8');
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .sort();

describe('the package', () => {
  let files: readonly string[] = [];
  let served: readonly string[] = [];
  let pages: readonly string[] = [];
  beforeAll(() => {
    run('--url', URL_GIVEN, '--out', out);
    files = filesIn(site);
    served = files.filter((name) => !Object.keys(headerFiles([])).includes(name));
    pages = served.filter((name) => name.endsWith('.html'));
  });

  test('is a site without maps of sources, and a manifest beside it that names only files of that site', () => {
    expect(readdirSync(out).sort()).toEqual(['manifest.xml', 'nginx.conf', 'site']);
    expect(files).toEqual(
      expect.arrayContaining([
        'taskpane.html',
        'index.html',
        'help.html',
        'help.en.html',
        'functions.json',
        'functions.en.json',
        '_headers',
        'web.config',
        'staticwebapp.config.json',
      ]),
    );
    expect(files.filter((name) => name.endsWith('.map') || name === 'manifest.xml')).toEqual([]);
    const parsed = parseXml(readFileSync(path.join(out, 'manifest.xml'), 'utf8'));
    if ('problem' in parsed) throw new Error(parsed.problem.sentence);
    const named = withDescendants(parsed.root)
      .flatMap(({ attributes }) => Object.values(attributes))
      .filter((value) => value.startsWith(`${URL_GIVEN}/`))
      .map((value) => value.slice(URL_GIVEN.length + 1));
    expect(new Set(named).size).toBeGreaterThan(70);
    expect(named.filter((name) => !files.includes(name))).toEqual([]);
  });

  test('names the address and nothing of development, in the metadata of the functions too', () => {
    for (const name of served.filter((file) => !file.endsWith('.png')))
      expect([name, read(name).includes('localhost')]).toEqual([name, false]);
    const { functions } = JSON.parse(read('functions.en.json')) as { functions: readonly { helpUrl: string }[] };
    expect(functions.length).toBeGreaterThan(3);
    for (const { helpUrl } of functions)
      expect([helpUrl, files.includes(helpUrl.slice(URL_GIVEN.length + 1).split('#')[0] ?? '')]).toEqual([
        helpUrl,
        true,
      ]);
  });

  test('gives every script and icon a name that changes with its content', () => {
    const fixed = served.filter((name) => !/\.[0-9a-f]{12}\./.test(name));
    expect(fixed).toEqual([
      'functies.html',
      'functions.en.json',
      'functions.html',
      'functions.js',
      'functions.json',
      'help.en.html',
      'help.html',
      'index.html',
      'taskpane.html',
    ]);
    // The one script with a name of its own is the one that the page loads, and is asked for anew.
    const [loaded] = /functions\.[0-9a-f]{12}\.js/.exec(read('taskpane.html')) ?? [];
    const code = (name: string): string =>
      read(name)
        .replace(/\n\/\/# sourceMappingURL=.*/, '')
        .trimEnd();
    expect(code('functions.js')).toBe(code(loaded ?? ''));
  });

  test('loads nothing from elsewhere but office.js, and that only in Excel', () => {
    const sourcesOf = (page: string): readonly string[] =>
      [...read(page).matchAll(/(?:src|href)="?([^" >]+)/g)].map(([, target = '']) => target);
    expect(sourcesOf('taskpane.html').filter((target) => target.includes('//'))).toEqual([OFFICE_JS]);
    for (const page of pages.filter((name) => name !== 'taskpane.html'))
      expect([page, sourcesOf(page).filter((target) => target.includes('//'))]).toEqual([page, []]);
    for (const page of pages) {
      const own = sourcesOf(page).filter((target) => !target.includes('//'));
      expect([page, own.length > 0]).toEqual([page, true]);
      expect([
        page,
        own
          .map((target) => target.split('#')[0] ?? '')
          .filter((target) => target !== '' && !target.startsWith('data:') && !files.includes(target)),
      ]).toEqual([page, []]);
    }
    const scripts = served.filter((name) => name.endsWith('.js') || name.endsWith('.mjs'));
    expect(scripts.length).toBeGreaterThan(5);
    for (const name of scripts) {
      const found = new Set([...read(name).matchAll(/\b(?:https?|wss?):\/\/[\w.-]+/g)].map(([address]) => address));
      expect([name, [...found].filter((address) => !NAMES.includes(address))]).toEqual([name, []]);
    }
  });

  test('has no inline script or handler: the policy would stop them', () => {
    for (const page of pages) {
      expect([page, [...read(page).matchAll(/<script(?![^>]*\bsrc=)[^>]*>/g)].length]).toEqual([page, 0]);
      expect([page, /\son\w+=/.test(read(page))]).toEqual([page, false]);
    }
  });

  test('carries the policy the tests run under, and only the scripts of Office more', () => {
    const policy = COMMON_HEADERS['Content-Security-Policy'] ?? '';
    expect(policy.replace(` ${OFFICE_ORIGIN}`, '')).toBe(contentSecurityPolicy());
    expect(policy.split('; ').filter((part) => part.includes(OFFICE_ORIGIN))).toEqual([
      `script-src 'self' ${OFFICE_ORIGIN}`,
    ]);
    expect(read('_headers')).toContain(`/*\n  Content-Security-Policy: ${policy}\n`);
    expect(read('web.config')).toContain(`<add name="Content-Security-Policy" value="${policy}" />`);
    expect(
      (JSON.parse(read('staticwebapp.config.json')) as { globalHeaders: Record<string, string> }).globalHeaders[
        'Content-Security-Policy'
      ],
    ).toBe(policy);
    expect(readFileSync(path.join(out, 'nginx.conf'), 'utf8')).toContain(
      `add_header Content-Security-Policy "${policy}" always;`,
    );
  });

  test('says the same to every web server, file by file', () => {
    const azure = JSON.parse(read('staticwebapp.config.json')) as {
      routes: readonly { route: string; headers: Readonly<Record<string, string>> }[];
    };
    const parsed = parseXml(read('web.config'));
    if ('problem' in parsed) throw new Error(parsed.problem.sentence);
    const locations = withDescendants(parsed.root).filter(({ name }) => name === '{}location');
    const blocks = new Map(
      read('_headers')
        .split(/\n(?=\/)/)
        .map((block) => [block.split('\n')[0], block]),
    );
    for (const name of served) {
      const wanted = headersOf(name)['Cache-Control'];
      const iis = locations.find(({ attributes }) => attributes.path === name);
      const adds = iis
        ? withDescendants(iis).filter((one) => one.name === '{}add' && one.attributes.name === 'Cache-Control')
        : [];
      expect([name, adds[0]?.attributes.value]).toEqual([name, wanted]);
      expect([name, azure.routes.find(({ route }) => route === `/${name}`)?.headers['Cache-Control']]).toEqual([
        name,
        wanted,
      ]);
      expect([name, /Cache-Control: (.*)/.exec(blocks.get(`/${name}`) ?? '')?.[1]]).toEqual([name, wanted]);
    }
    expect(headersOf('taskpane.html')['Cache-Control']).toBe('no-cache');
    expect(headersOf('functions.en.json')['Access-Control-Allow-Origin']).toBe('*');
    expect(served.filter((name) => name.startsWith('assets/') && 'Cache-Control' in headersOf(name))).toEqual([]);
    expect(
      served.filter((name) => name.endsWith('.js') && !headersOf(name)['Cache-Control']?.includes('immutable')),
    ).toEqual(['functions.js']);
    expect(headersOf('functions.js')['Cache-Control']).toBe('no-cache');
  });

  test('replaces an older package, but nothing else', () => {
    run('--url', URL_GIVEN, '--out', out);
    writeFileSync(path.join(out, 'notities.txt'), 'van mij');
    expect(() => run('--url', URL_GIVEN, '--out', out)).toThrow(/notities\.txt, which is no part of a package/);
    expect(readFileSync(path.join(out, 'notities.txt'), 'utf8')).toBe('van mij');
    expect(filesIn(site)).toEqual(files);
  });

  test('is not made for an address that would not work', () => {
    expect(() => run('--url', 'http://addins.stad.be', '--out', out)).toThrow(/not an https address/);
    expect(() => run()).toThrow(/Say where the add-in will be served from/);
  });
});
