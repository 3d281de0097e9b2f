import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { manifestProblems } from '../../scripts/manifest/validate';
import { descendants, parseXml, withDescendants, type XmlElement } from '../../scripts/manifest/xml';
import { COMMAND_NAMES } from '../../src/taskpane/ports/commands';
import { ROOT } from '../support/requirements';

const source = readFileSync(path.join(ROOT, 'manifest.xml'), 'utf8');
const parsed = parseXml(source);
if ('problem' in parsed) throw new Error(parsed.problem.sentence);
const { root } = parsed;

const DEVELOPMENT = 'https://localhost:3000';
const SIZES = [16, 20, 24, 32, 40, 48, 64, 80];

const all = (name: string): readonly XmlElement[] => descendants(root, name);
const urls = withDescendants(root)
  .flatMap(({ attributes, text }) => [...Object.values(attributes), text])
  .filter((value) => value.startsWith('https://'));
const resource = (id: string): XmlElement | undefined =>
  [...all('bt:String'), ...all('bt:Url'), ...all('bt:Image')].find(({ attributes }) => attributes.id === id);
const textOf = (element: XmlElement, name: string): string => {
  const label = element.children.find((child) => child.name === name);
  return resource(label?.attributes.resid ?? '')?.attributes.DefaultValue ?? '';
};

describe('the manifest', () => {
  test('keeps the rules of the schema', () => {
    expect(manifestProblems(source)).toEqual([]);
  });

  test('carries the version of the package', () => {
    const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(all('Version')[0]?.text).toBe(`${version}.0`);
  });

  test('asks for the floor of the house and nothing newer', () => {
    expect(
      all('Set')
        .map(({ attributes }) => `${attributes.Name ?? ''} ${attributes.MinVersion ?? ''}`)
        .sort(),
    ).toEqual(['ExcelApi 1.14', 'SharedRuntime 1.1']);
  });

  test('shows the buttons of the product in a tab of its own, in this order', () => {
    const [tab] = all('vo:CustomTab');
    expect(tab && textOf(tab, 'vo:Label')).toBe('Planboek');
    expect(all('vo:Control').map((control) => textOf(control, 'vo:Label'))).toEqual([
      'Importeer',
      'Controleer',
      'Afstemming',
      'Jaarrekening',
      'Vergelijk',
      'Herstel',
      'Deelvenster',
      'Help',
    ]);
  });

  test('calls the functions the pane answers to, and every one of them', () => {
    expect(
      all('vo:FunctionName')
        .map(({ text }) => text)
        .sort(),
    ).toEqual([...COMMAND_NAMES].sort());
  });

  test('opens the pane with one button: Office takes its page for the pane of the shared runtime', () => {
    expect(all('vo:Action').filter(({ attributes }) => attributes['xsi:type'] === 'ShowTaskpane')).toHaveLength(1);
  });

  test('stays within one origin', () => {
    expect(urls.length).toBeGreaterThan(70);
    expect(new Set(urls.filter((url) => !url.startsWith('http://schemas')).map((url) => new URL(url).origin))).toEqual(
      new Set([DEVELOPMENT]),
    );
  });

  test('has an icon of its own for every button, in every size Office takes, drawn in that size', () => {
    for (const icon of all('vo:Icon'))
      expect(icon.children.map(({ attributes }) => Number(attributes.size))).toEqual(SIZES);
    const ofButtons = all('vo:Control').map((control) => descendants(control, 'bt:Image')[0]?.attributes.resid);
    expect(new Set(ofButtons).size).toBe(ofButtons.length);
    for (const { attributes } of all('bt:Image').filter(({ attributes: { id } }) => id !== undefined)) {
      const file = path.join(ROOT, new URL(attributes.DefaultValue ?? '').pathname);
      expect([file, existsSync(file)]).toEqual([file, true]);
      const bytes = readFileSync(file);
      const size = Number(/-(\d+)\.png$/.exec(file)?.[1]);
      expect([attributes.id, bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([attributes.id, size, size]);
      expect(attributes.id?.endsWith(`.${size}`)).toBe(true);
    }
  });

  test('speaks Dutch by default, and English to both kinds of English Office', () => {
    expect(all('DefaultLocale')[0]?.text).toBe('nl-BE');
    const translated = [
      ...all('DisplayName'),
      ...all('Description'),
      ...all('SupportUrl'),
      ...all('bt:String').filter(({ attributes }) => attributes.id !== 'Functions.Namespace'),
      ...['Functions.Metadata.Url', 'Help.Url'].map(resource),
    ];
    expect(translated.length).toBeGreaterThan(20);
    for (const element of translated) {
      const overrides = element?.children.map(({ attributes }) => attributes) ?? [];
      expect([element?.attributes.id, overrides.map(({ Locale }) => Locale)]).toEqual([
        element?.attributes.id,
        ['en-US', 'en-GB'],
      ]);
      expect([element?.attributes.id, new Set(overrides.map(({ Value }) => Value)).size]).toEqual([
        element?.attributes.id,
        1,
      ]);
    }
  });
});
