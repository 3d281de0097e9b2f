import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { CATALOGUE } from '../../src/check/run/catalogue';
import { CHECK_FAILED, findingsOf, inOrder, runChecks } from '../../src/check/run/run';
import { DEFAULT_SETTINGS } from '../../src/check/settings';
import type { Finding } from '../../src/plan/finding';
import { ROOT } from '../support/requirements';
import { documentOf } from './goldenCase';

const document = documentOf({
  about: '',
  nodes: [
    { id: 'AC1', status: 'notOnTrack' },
    { id: 'AC2', status: 'onTrack', text: 'Dit is een continu gegeven.' },
  ],
  amounts: [
    ['AC1', 'operating', 'expenditure', 'initialBudget', 100],
    ['AC1', 'operating', 'receipts', 'initialBudget', 40],
    ['AC1', 'operating', 'balance', 'initialBudget', -80],
  ],
});

describe('a run', () => {
  test('gives the same findings in the same order every time: severe first, then as printed', () => {
    const findings = runChecks(document);
    expect(findings.map(({ severity, check }) => `${severity} ${check}`)).toEqual([
      'error amounts.balance',
      'attention status.without-text',
      'info text.placeholder',
    ]);
    expect(runChecks(document)).toEqual(findings);
  });
  test('can be limited to a family or to one check', () => {
    expect(runChecks(document, { only: ['text'] }).map(({ check }) => check)).toEqual(['text.placeholder']);
    expect(runChecks(document, { only: ['status.without-text'] }).map(({ check }) => check)).toEqual([
      'status.without-text',
    ]);
    expect(runChecks(document, { only: ['no.such-check'] })).toEqual([]);
  });
  test('speaks the language asked for', () => {
    expect(runChecks(document, { only: ['text'], language: 'en' })[0]?.message).toContain('says nothing of the year');
  });
  test('follows the settings: severity, silence, thresholds', () => {
    const settings = {
      ...DEFAULT_SETTINGS,
      severities: { 'text.placeholder': 'error', 'amounts.balance': 'off' } as const,
    };
    expect(runChecks(document, { settings }).map(({ severity, check }) => `${severity} ${check}`)).toEqual([
      'error text.placeholder',
      'attention status.without-text',
    ]);
  });
  test('an empty document has nothing to find', () => {
    expect(runChecks(documentOf({ about: '', fiscalYear: null, planPeriod: null }))).toEqual([]);
  });
});

test('a check that fails is a finding; the others still run', () => {
  const [first] = CATALOGUE;
  if (!first) throw new Error('no checks');
  const broken = {
    ...first,
    run: () => {
      throw new Error('boem');
    },
  };
  const findings = findingsOf(
    [broken, ...CATALOGUE.filter(({ family }) => family === 'text')],
    document,
    DEFAULT_SETTINGS,
    'nl',
  );
  expect(findings.map(({ check }) => check).sort()).toEqual([CHECK_FAILED.id, 'text.placeholder']);
  expect(findings.find(({ check }) => check === CHECK_FAILED.id)?.message).toContain('boem');
});

test('one finding per key', () => {
  const [finding] = runChecks(document);
  if (!finding) throw new Error('nothing found');
  expect(inOrder([finding, finding, { ...finding, key: 'other' } as Finding])).toHaveLength(2);
});

describe('the catalogue', () => {
  test('has no id twice, and ids that begin with their family', () => {
    expect(new Set(CATALOGUE.map(({ id }) => id)).size).toBe(CATALOGUE.length);
    expect(CATALOGUE.filter(({ id, family }) => !id.startsWith(`${family}.`))).toEqual([]);
  });
  test('says what every check reads', () => {
    expect(CATALOGUE.filter(({ reads }) => reads.length === 0)).toEqual([]);
  });
});

const sourcesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? sourcesUnder(path.join(folder, entry.name)) : [path.join(folder, entry.name)],
  );

/** The year the law changed the schemas is a fact of every board. */
const YEARS_OF_THE_LAW = ['const FIRST_YEAR_OF_NEW_SET = 2026;'];

test.each(['check', 'figures', 'schema'])('nothing in src/%s depends on one board, one year or one code', (folder) => {
  const told = sourcesUnder(path.join(ROOT, 'src', folder)).flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      // Comments may give an example; code may not.
      .filter((line) => !/^\s*(?:\/?\*|\/\/)/.test(line))
      .filter((line) => /\bgenk\b|\bagb genk\b|\b202[0-9]\b(?!')|\b(?:AC|AP|BD)0\d{5}\b/i.test(line)),
  );
  expect(told.filter((line) => !YEARS_OF_THE_LAW.includes(line))).toEqual([]);
});
