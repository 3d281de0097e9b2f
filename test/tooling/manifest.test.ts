/** @jest-environment jsdom */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ROOT } from '../support/requirements';

/** Limits of the manifest schema. */
const LONGEST_RESID = 32;
const LONGEST_SHORT_STRING = 125;
const LONGEST_LONG_STRING = 250;

const manifest = readFileSync(path.join(ROOT, 'manifest.xml'), 'utf8');
const xml = new DOMParser().parseFromString(manifest, 'application/xml');
const all = (name: string): readonly Element[] => [...xml.getElementsByTagName(name)];
const attribute = (name: string): readonly string[] => [...xml.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? '');

describe('the manifest', () => {
  test('is well-formed XML with the elements Office asks for, in its order', () => {
    expect(all('parsererror')).toHaveLength(0);
    expect([...xml.documentElement.children].map(({ tagName }) => tagName)).toEqual([
      'Id', 'Version', 'ProviderName', 'DefaultLocale', 'DisplayName', 'Description', 'IconUrl', 'HighResolutionIconUrl', 'SupportUrl',
      'AppDomains', 'Hosts', 'Requirements', 'DefaultSettings', 'Permissions', 'VersionOverrides',
    ]);
    expect(all('Id')[0]?.textContent).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  test('carries the version of the package', () => {
    const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(all('Version')[0]?.textContent).toBe(`${version}.0`);
  });

  test('asks for the floor of the house: ExcelApi 1.14 and a shared runtime', () => {
    expect(all('Set').map((set) => `${set.getAttribute('Name')} ${set.getAttribute('MinVersion')}`).sort()).toEqual(['ExcelApi 1.14', 'SharedRuntime 1.1']);
    const runtime = all('Runtime')[0];
    expect([runtime?.getAttribute('resid'), runtime?.getAttribute('lifetime')]).toEqual(['Taskpane.Url', 'long']);
    for (const page of ['Script', 'Page', 'Action']) {
      expect([page, all(page)[0]?.getElementsByTagName('SourceLocation')[0]?.getAttribute('resid')]).toEqual([page, 'Taskpane.Url']);
    }
    expect(all('FunctionFile')[0]?.getAttribute('resid')).toBe('Taskpane.Url');
  });

  test('names every resource it uses, uses every one it names, and keeps their names short', () => {
    const defined = attribute('id').filter((id) => xml.querySelector(`Resources [id="${id}"]`));
    const used = new Set(attribute('resid'));
    expect([...used].filter((id) => !defined.includes(id))).toEqual([]);
    expect(defined.filter((id) => !used.has(id))).toEqual([]);
    expect(defined.filter((id) => id.length > LONGEST_RESID)).toEqual([]);
  });

  test('stays within one origin, over https', () => {
    const urls = [...attribute('DefaultValue'), ...all('AppDomain').map(({ textContent }) => textContent ?? '')].filter((value) => value.includes('://'));
    expect(urls.length).toBeGreaterThan(5);
    expect(new Set(urls.map((url) => new URL(url).origin))).toEqual(new Set(['https://localhost:3000']));
  });

  test('shows icons that exist in the size they claim', () => {
    const icons = attribute('DefaultValue').filter((url) => url.endsWith('.png'));
    expect(icons.length).toBeGreaterThanOrEqual(5);
    for (const url of icons) {
      const file = path.join(ROOT, new URL(url).pathname);
      expect([file, existsSync(file)]).toEqual([file, true]);
      const bytes = readFileSync(file);
      const size = Number(/-(\d+)\.png$/.exec(file)?.[1]);
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([size, size]);
    }
  });

  test('speaks Dutch by default and English for an English Office', () => {
    expect(all('DefaultLocale')[0]?.textContent).toBe('nl-BE');
    const names = new Set(['Functions.Namespace', 'Group.Label']);
    for (const text of [...all('DisplayName'), ...all('Description').filter(({ children }) => children.length > 0), ...all('bt:String')]) {
      const limit = text.parentElement?.tagName === 'bt:ShortStrings' ? LONGEST_SHORT_STRING : LONGEST_LONG_STRING;
      const value = text.getAttribute('DefaultValue') ?? '';
      expect([value, value.length > 0 && value.length <= limit]).toEqual([value, true]);
      if (names.has(text.getAttribute('id') ?? '')) continue;
      expect([value, [...text.children].map((override) => override.getAttribute('Locale'))]).toEqual([value, ['en-US']]);
    }
  });
});
