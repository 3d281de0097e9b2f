import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { officialVerdict } from '../../scripts/manifest/official.mjs';
import { manifestProblems } from '../../scripts/manifest/validate';
import { ROOT } from '../support/requirements';

const source = readFileSync(path.join(ROOT, 'manifest.xml'), 'utf8');

function broken(from: string | RegExp, to: string): string {
  const text = source.replace(from, to);
  if (text === source) throw new Error(`the manifest does not hold ${String(from)}`);
  return text;
}

const sentences = (text: string): readonly string[] => manifestProblems(text).map(({ sentence }) => sentence);

/** The whole of one control of the ribbon. */
const control = (id: string): string => {
  const found = new RegExp(`<Control xsi:type="Button" id="${id}">[\\s\\S]*?</Control>\\s*`).exec(source);
  if (!found) throw new Error(id);
  return found[0];
};

const manyButtons = Array.from({ length: 4 }, (_, index) =>
  control('Planboek.Help').replace('"Planboek.Help"', `"Planboek.Help${index}"`),
).join('');

const BREAKS: readonly (readonly [what: string, text: string, says: RegExp])[] = [
  ['is not well-formed', broken('</OfficeApp>', ''), /not well-formed XML/],
  ['has a DOCTYPE', broken('<OfficeApp ', '<!DOCTYPE x><OfficeApp '), /no DOCTYPE/],
  ['is empty', '', /not well-formed XML|The file is empty/],
  ['is something else', '<html/>', /The root is <\{\}html>/],
  [
    'has another namespace',
    broken('schemas.microsoft.com/office/appforoffice/1.1', 'schemas.microsoft.com/office/appforoffice/1.0'),
    /The root is/,
  ],
  [
    'is of another type of add-in',
    broken('xsi:type="TaskPaneApp"', 'xsi:type="ContentApp"'),
    /xsi:type "ContentApp" must be one of TaskPaneApp/,
  ],
  [
    'has its elements in another order',
    broken(/( {2}<Id>.*\n)( {2}<Version>.*\n)/, '$2$1'),
    /<Id> stands after <Version>, but Office wants it before/,
  ],
  ['lacks an element', broken(/ {2}<ProviderName>.*\n/, ''), /<OfficeApp> has no <ProviderName>. Add it/],
  ['has an element twice', broken(/( {2}<Version>.*\n)/, '$1$1'), /<OfficeApp> has 2 times <Version>/],
  [
    'has an element Office does not know',
    broken('<Hosts>', '<Hosts><Gast Name="Workbook"/>'),
    /<Gast "Workbook"> may not stand in <Hosts>/,
  ],
  ['has text where none belongs', broken('<Hosts>', '<Hosts>tekst'), /<Hosts> may hold no text/],
  ['lacks an attribute', broken('<Host Name="Workbook"/>', '<Host/>'), /<Host> has no attribute Name/],
  [
    'has an attribute too many',
    broken('<Host Name="Workbook"/>', '<Host Name="Workbook" Version="1"/>'),
    /may not have the attribute Version/,
  ],
  ['has an id that is no GUID', broken(/<Id>.*<\/Id>/, '<Id>planboek</Id>'), /"planboek" must be a GUID/],
  [
    'has a version of one number',
    broken('<Version>0.1.0.0</Version>', '<Version>1</Version>'),
    /"1" must be two to four numbers/,
  ],
  [
    'has a version with letters',
    broken('<Version>0.1.0.0</Version>', '<Version>1.0-beta</Version>'),
    /"1.0-beta" must be two to four numbers/,
  ],
  [
    'has a locale without region',
    broken('<DefaultLocale>nl-BE', '<DefaultLocale>nl'),
    /"nl" must be a language and a region/,
  ],
  [
    'has a locale in the wrong case',
    broken('Locale="en-US"', 'Locale="en-us"'),
    /"en-us" must be a language and a region/,
  ],
  [
    'translates into the default language',
    broken('Locale="en-US"', 'Locale="nl-BE"'),
    /nl-BE is the default language already/,
  ],
  ['translates twice', broken('Locale="en-GB"', 'Locale="en-US"'), /is given twice for en-US/],
  [
    'has a label that is too long',
    broken('DefaultValue="Importeer"', `DefaultValue="${'a'.repeat(126)}"`),
    /has 126 characters: at most 125/,
  ],
  [
    'has a translated label that is too long',
    broken('Value="Import"', `Value="${'a'.repeat(126)}"`),
    /in en-US: .* has 126 characters: at most 125/,
  ],
  [
    'has a tip that is too long',
    broken(/DefaultValue="Leest een rapport in[^"]*"/, `DefaultValue="${'a'.repeat(251)}"`),
    /has 251 characters: at most 250/,
  ],
  ['has an empty label', broken('DefaultValue="Importeer"', 'DefaultValue=""'), /is empty: it needs a text/],
  [
    'loads over http',
    broken('https://localhost:3000/taskpane.html', 'http://localhost:3000/taskpane.html'),
    /must start with https:\/\//,
  ],
  [
    'has an address without a server',
    broken('https://localhost:3000/taskpane.html', 'taskpane.html'),
    /is not a whole address/,
  ],
  [
    'has a domain with a path',
    broken('<AppDomain>https://localhost:3000</AppDomain>', '<AppDomain>https://localhost:3000/x</AppDomain>'),
    /write https:\/\/localhost:3000 without a path/,
  ],
  ['has an icon that is no picture', broken('assets/import-16.png"', 'assets/import-16.svg"'), /must name a picture/],
  ['has an icon of an odd size', broken('size="20"', 'size="22"'), /size "22" must be one of 16, 20/],
  ['lacks an icon Office needs', broken('<bt:Image size="80" resid="Import.80"/>', ''), /no picture of 80 pixels/],
  [
    'names a size of an icon twice',
    broken('<bt:Image size="20" resid="Import.20"/>', '<bt:Image size="24" resid="Import.20"/>'),
    /names 24 pixels more than once/,
  ],
  [
    'refers to what is not there',
    broken('<Label resid="Import.Label"/>', '<Label resid="Invoer.Label"/>'),
    /there is no resource "Invoer.Label"/,
  ],
  [
    'refers to the wrong kind',
    broken('<Label resid="Import.Label"/>', '<Label resid="Import.Tip"/>'),
    /"Import.Tip" stands in <bt:LongStrings>, but is wanted from <bt:ShortStrings>/,
  ],
  [
    'names a resource it does not use',
    broken('<bt:String id="Import.Label"', '<bt:String id="Extra" DefaultValue="x"/><bt:String id="Import.Label"'),
    /"Extra"> is used nowhere/,
  ],
  [
    'gives two resources one name',
    broken('<bt:String id="Check.Label"', '<bt:String id="Import.Label"'),
    /another resource with the id of <bt:String "Import.Label">/,
  ],
  [
    'has a resource with a long name',
    source.replaceAll('Import.Label', 'a'.repeat(33)),
    /has 33 characters: at most 32/,
  ],
  [
    'gives two buttons one id',
    broken('id="Planboek.Check"', 'id="Planboek.Import"'),
    /another <Control "Planboek.Import">/,
  ],
  [
    'has a group that is too large',
    broken(
      control('Planboek.Help'),
      control('Planboek.Help') + manyButtons + control('Planboek.Help').replace('"Planboek.Help"', '"Planboek.Help9"'),
    ),
    /has 7 controls: Office shows at most 6/,
  ],
  [
    'has a label of the tab before its groups',
    broken(/(<CustomTab id="Planboek.Tab">\n)([\s\S]*?)( *<Label resid="Tab.Label"\/>\n)/, '$1$3$2'),
    /<Group "Planboek.Group.Report"> stands after <Label "Tab.Label">, but Office wants it before/,
  ],
  [
    'adds to a tab of Office as well',
    broken(/<CustomTab[\s\S]*<\/CustomTab>/, '$&<OfficeTab id="TabHome"><Group id="g"/></OfficeTab>'),
    /has no <OfficeTab>/,
  ],
  [
    'has a button of an unknown type',
    broken('<Control xsi:type="Button"', '<Control xsi:type="Knop"'),
    /xsi:type "Knop" must be one of Button/,
  ],
  [
    'has an action Office does not know',
    broken('xsi:type="ExecuteFunction"', 'xsi:type="RunFunction"'),
    /must be one of ExecuteFunction, ShowTaskpane/,
  ],
  [
    'calls a function with an impossible name',
    broken('<FunctionName>showImport', '<FunctionName>show import'),
    /must be the name of a function/,
  ],
  [
    'asks for a set that does not exist',
    broken('Name="SharedRuntime"', 'Name="GedeeldeRuntime"'),
    /"GedeeldeRuntime" is not a requirement set/,
  ],
  [
    'asks for a version that does not exist',
    broken('Name="ExcelApi" MinVersion="1.14"', 'Name="ExcelApi" MinVersion="1.99"'),
    /ExcelApi 1.99 is not known/,
  ],
  [
    'does not ask for the shared runtime',
    broken(/ *<Set Name="SharedRuntime" MinVersion="1.1"\/>\n/, ''),
    /wants <Set Name="SharedRuntime"/,
  ],
  ['lets the runtime end with the pane', broken(' lifetime="long"', ''), /must have lifetime="long"/],
  [
    'runs its functions in another page',
    broken(/<Page>\s*<SourceLocation resid="Taskpane.Url"\/>/, '<Page><SourceLocation resid="Help.Url"/>'),
    /<Page> names "Help.Url", but the shared runtime is "Taskpane.Url"/,
  ],
  [
    'gives a page for the script of its functions',
    broken('<SourceLocation resid="Functions.Script.Url"/>', '<SourceLocation resid="Taskpane.Url"/>'),
    /<Script> names "Taskpane.Url", which is no .js file/,
  ],
  ['has no page for its commands', broken(/ *<FunctionFile .*\n/, ''), /there is no <FunctionFile>/],
  [
    'translates the namespace of the functions',
    broken(
      '<bt:String id="Functions.Namespace" DefaultValue="PLAN"/>',
      '<bt:String id="Functions.Namespace" DefaultValue="PLAN"><bt:Override Locale="en-US" Value="PLANBOOK"/></bt:String>',
    ),
    /may not be translated/,
  ],
  ['has a namespace with a blank', broken('DefaultValue="PLAN"', 'DefaultValue="MIJN PLAN"'), /cannot be a namespace/],
  [
    'asks for a permission that does not exist',
    broken('ReadWriteDocument', 'AlleRechten'),
    /must be one of Restricted/,
  ],
];

describe('a manifest is refused, with the line and a sentence, when it', () => {
  test.each(BREAKS)('%s', (_, text, says) => {
    const problems = manifestProblems(text);
    expect(problems.map(({ sentence }) => sentence).filter((sentence) => says.test(sentence))).not.toEqual([]);
    for (const { line, sentence } of problems) {
      expect(line).toBeGreaterThan(0);
      expect(line).toBeLessThanOrEqual(text.split('\n').length);
      expect(sentence).toMatch(/^[A-Z<"].*[.]$/);
    }
  });

  test('and only for that: one break is one problem', () => {
    expect(sentences(broken('Name="ExcelApi" MinVersion="1.14"', 'Name="ExcelApi" MinVersion="1.99"'))).toHaveLength(1);
    expect(sentences(broken(/( {2}<Id>.*\n)( {2}<Version>.*\n)/, '$2$1'))).toHaveLength(1);
  });

  test('the line is that of the mistake', () => {
    const [problem] = manifestProblems(broken('size="20"', 'size="22"'));
    expect(source.split('\n')[(problem?.line ?? 0) - 1]).toContain('size="20"');
  });
});

describe("Microsoft's verdict", () => {
  test('is passed on', async () => {
    expect(await officialVerdict('m.xml', () => Promise.resolve({ isValid: true }))).toEqual({ kind: 'accepted' });
    const refused = {
      isValid: false,
      status: 200,
      report: { status: 'Rejected', errors: [{ title: 'XML Schema Violation', content: 'Bad', line: 3 }] },
    };
    expect(await officialVerdict('m.xml', () => Promise.resolve(refused))).toEqual({
      kind: 'refused',
      sentences: ['line 3: XML Schema Violation: Bad'],
    });
  });

  test('is never taken for given when the service cannot be asked', async () => {
    const closed = () => Promise.reject(new Error('Unable to contact the manifest validation service.\nFetchError'));
    expect(await officialVerdict('m.xml', closed)).toMatchObject({
      kind: 'unreachable',
      reason: expect.stringContaining('FetchError') as unknown,
    });
    expect(await officialVerdict('m.xml', () => Promise.resolve({ isValid: false, status: 403 }))).toMatchObject({
      kind: 'unreachable',
    });
    await expect(officialVerdict('m.xml', () => Promise.reject(new TypeError('not a function')))).rejects.toThrow(
      'not a function',
    );
  });
});
