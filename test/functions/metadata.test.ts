import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { functionsPage } from '../../scripts/functions/manual.mjs';
import { functionsMetadata, HELP_PAGES } from '../../scripts/functions/metadata.mjs';
import { DIRECTIONS, KINDS, PHASES, SCHEMA_NAMES } from '../../src/plan/vocabulary';
import { labelOfDirection, labelOfKind } from '../../src/schema/rows/labels';
import { SCHEMA_TITLES } from '../../src/schema/titles';
import { creditColumn } from '../../src/sheets/creditColumns';
import { ROOT } from '../support/requirements';
import { exampleCall } from '../../scripts/functions/examples';

type Implementation = (...args: readonly unknown[]) => unknown;

class FunctionError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}

const context = { displayLanguage: 'nl-BE' };
const associated = new Map<string, Implementation>();
const { nl, en, returns, texts } = functionsMetadata(ROOT);
const manifest = readFileSync(path.join(ROOT, 'manifest.xml'), 'utf8');

beforeAll(async () => {
  Object.assign(globalThis, {
    Office: { context },
    CustomFunctions: {
      associate: (id: string, implementation: Implementation) => associated.set(id, implementation),
      Error: FunctionError,
      ErrorCode: { invalidValue: '#VALUE!', notAvailable: '#N/A' },
    },
  });
  await import('../../src/functions/functions');
});

describe('what Excel is told of the functions', () => {
  test('every function of the design, each there under its id', () => {
    expect(nl.functions.map(({ id }) => id)).toEqual([
      'BEDRAG',
      'REALISATIE',
      'STATUS',
      'AANTAL',
      'BOOM',
      'CONTROLE',
      'AFSTEMMING',
      'SCHEMA',
    ]);
    expect(nl.functions.map(({ id }) => id)).toEqual([...associated.keys()]);
  });

  test('both languages have the same functions, arguments and choices; only words differ', () => {
    const shape = ({ functions, enums }: typeof nl): unknown => [
      functions.map(({ id, name, parameters }) => [
        id,
        name,
        parameters.map(({ type, optional, dimensionality, customEnumId }) => [
          type,
          optional,
          dimensionality,
          customEnumId,
        ]),
      ]),
      enums.map(({ id, values }) => [id, values.map(({ name, stringValue }) => [name, stringValue])]),
    ];
    expect(shape(en)).toEqual(shape(nl));
    const words = ({ functions, enums }: typeof nl): string[] => [
      ...functions.flatMap(({ description, parameters }) => [
        description,
        ...parameters.map((each) => each.description),
      ]),
      ...enums.flatMap(({ values }) => values.map(({ tooltip }) => tooltip)),
    ];
    words(nl).forEach((word, at) => expect([word, words(en)[at]]).not.toEqual([word, word]));
    for (const word of [...words(nl), ...words(en)]) expect(word).not.toBe('');
  });

  test('descriptions fit where Excel shows them', () => {
    for (const { functions } of [nl, en]) {
      for (const { description, parameters } of functions)
        expect(
          [description, ...parameters.map((each) => each.description)].filter(({ length }) => length > 255),
        ).toEqual([]);
    }
  });

  test('errors in cells are handed over, so that one in another column does no harm', () => {
    expect([nl.allowErrorForDataTypeAny, en.allowErrorForDataTypeAny]).toEqual([true, true]);
  });

  test('the choices are the words of the sheets and the names of the schemas', () => {
    const choices = Object.fromEntries(
      nl.enums.map(({ id, values }) => [id, values.map(({ stringValue }) => stringValue)]),
    );
    expect(choices.Soort).toEqual(KINDS.map((kind) => labelOfKind(kind)));
    expect(choices.Richting).toEqual(DIRECTIONS.map((direction) => labelOfDirection(direction)));
    expect(choices.Stroom).toEqual(
      DIRECTIONS.filter((direction) => direction !== 'balance').map((direction) => labelOfDirection(direction)),
    );
    expect(choices.Fase).toEqual(PHASES.map(creditColumn));
    expect([...choices.Schema!].sort()).toEqual([...SCHEMA_NAMES].sort());
    const titles = Object.fromEntries(
      nl.enums.find(({ id }) => id === 'Schema')!.values.map(({ stringValue, tooltip }) => [stringValue, tooltip]),
    );
    expect(titles).toEqual({ ...SCHEMA_TITLES, T3: 'Investeringsprojecten, of vanaf 2026 de financiële schulden' });
  });

  test('every function has a place on the help page of its language, within the own origin', () => {
    for (const [language, metadata] of [
      ['nl', nl],
      ['en', en],
    ] as const) {
      const page = functionsPage(ROOT, language);
      for (const { helpUrl, description } of metadata.functions) {
        const url = new URL(helpUrl);
        expect([url.origin, url.pathname]).toEqual(['https://localhost:3000', `/${HELP_PAGES[language]}`]);
        expect(page).toContain(`<section id="${url.hash.slice(1)}">`);
        expect(page).toContain(description);
      }
      expect(page).not.toMatch(/<script|https?:\/\//);
    }
  });

  test('the manifest knows the functions by their namespace, and where the metadata of each language are', () => {
    expect(manifest).toMatch(/id="Functions\.Namespace" DefaultValue="PLAN"/);
    expect(manifest).toMatch(/id="Functions\.Metadata\.Url" DefaultValue="[^"]*\/functions\.json"/);
    expect(manifest).toMatch(/Override Locale="en-[A-Z]{2}" Value="[^"]*\/functions\.en\.json"/);
  });
});

describe('the manual', () => {
  test.each(nl.functions.map(({ id }) => id))('the example of %s gives what it says', async (id) => {
    const { args } = exampleCall(id);
    const parameters = nl.functions.find((each) => each.id === id)!.parameters;
    expect(args.length).toBeLessThanOrEqual(parameters.length);
    expect(args.length).toBeGreaterThanOrEqual(parameters.filter(({ optional }) => optional !== true).length);
    expect(await associated.get(id)!(...args)).toEqual(texts.functions[id]!.example.answer);
  });

  test('every function says what it answers', () => {
    expect(Object.keys(returns)).toEqual(nl.functions.map(({ id }) => id));
  });
});

describe('errors, as Excel shows them', () => {
  const call = (id: string, ...args: readonly unknown[]): unknown => associated.get(id)!(...args);

  test('a call that cannot be answered is #VALUE! with a sentence', () => {
    const thrown = (): unknown => call('BEDRAG', [['x', 'y']], [['AC1']], 'Exploitatie', 'Uitgaven', 'Jaarrekening');
    expect(thrown).toThrow(FunctionError);
    expect(thrown).toThrow(
      expect.objectContaining({ code: '#VALUE!', message: expect.stringMatching(/geen kolom "Code"/) }),
    );
  });

  test('a code that does not exist is #N/A, in its own cell', () => {
    expect(
      call(
        'STATUS',
        [
          ['Code', 'Status'],
          ['AC1', 'klaar'],
        ],
        [['AC1'], ['AC9']],
      ),
    ).toEqual([
      ['klaar'],
      [expect.objectContaining({ code: '#N/A', message: 'De code AC9 staat niet op het blad Plan.' })],
    ]);
  });

  test('errors speak the language of Excel, and name arguments and tables as it does', () => {
    context.displayLanguage = 'en-US';
    expect(() => call('BEDRAG', [['x', 'y']], 'AC1', 'Exploitatie', 'Uitgaven', 'Jaarrekening')).toThrow(
      expect.objectContaining({
        message:
          'The table for credits has no column "Code". Hand over the headings too, for example tblKredieten[[#All],[Jaar]:[Jaarrekening]].',
      }),
    );
    context.displayLanguage = 'fr-FR';
    expect(() => call('BEDRAG', [['x', 'y']], 'AC1', 'Exploitatie', 'Uitgaven', 'Jaarrekening')).toThrow(
      expect.objectContaining({ message: expect.stringMatching(/^De tabel voor kredieten/) }),
    );
    context.displayLanguage = 'nl-BE';
  });

  test('more than 5 MB is refused before anything is read', async () => {
    const huge = Array.from({ length: 6 * 1024 }, () => ['x'.repeat(1024)]);
    const refused = expect.objectContaining({
      code: '#VALUE!',
      message: expect.stringMatching(/^De argumenten zijn samen/),
    });
    for (const { id } of nl.functions)
      await expect((async () => call(id, huge, huge, huge, huge))()).rejects.toEqual(refused);
  });

  test('a sum beyond what is exact is refused, not rounded', () => {
    const table = [
      ['Code', 'Soort', 'Richting', 'Eindkrediet'],
      ...Array.from({ length: 3 }, () => ['AC1', 'Exploitatie', 'Uitgaven', 20_000_000_000_000]),
    ];
    expect(() => call('BEDRAG', table, 'AC1', 'Exploitatie', 'Uitgaven', 'Eindkrediet')).toThrow(
      expect.objectContaining({ code: '#VALUE!', message: expect.stringMatching(/^De som is groter/) }),
    );
  });
});
