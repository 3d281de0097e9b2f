import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { CATALOGUE } from '../../src/check/run/catalogue';
import { runChecks } from '../../src/check/run/run';
import { DEFAULT_SETTINGS } from '../../src/check/settings';
import type { Finding } from '../../src/plan/finding';
import { READING_KINDS } from '../../src/read/findingKinds';
import { editedCase, GOLDEN, readGoldenCase, type GoldenCase } from './goldenCase';

/** Findings the reader itself makes have their cases here as well: the same catalogue, one place to look. */
const READER_CHECKS = Object.values(READING_KINDS).map(({ id }) => id);

/** The bytes of the file are read before there are lines; this kind has its case with the reader. */
const OUTSIDE_REPORT_TEXT = new Set<string>([READING_KINDS.replacedCharacters.id]);

const CHECKS = [...CATALOGUE.map(({ id }) => id), ...READER_CHECKS.filter((id) => !OUTSIDE_REPORT_TEXT.has(id))];

/** A cause is told among the sums it explains; amounts are held against the schemas. */
function judgedWith(check: string): readonly string[] {
  const isCause = CATALOGUE.some(({ id, causes }) => id === check && causes !== undefined);
  if (isCause) return ['amounts', 'schemas', 'credits', 'structure'];
  return check.startsWith('amounts.') ? ['amounts', 'schemas'] : [check];
}

function findingsOf(check: string, golden: GoldenCase): readonly Finding[] {
  const { document, edits } = editedCase(golden);
  const ran = runChecks(document, {
    only: judgedWith(check),
    settings: { ...DEFAULT_SETTINGS, ...golden.settings },
    ...(edits ? { edits } : {}),
  });
  return [...document.findings, ...ran].filter((finding) => finding.check === check);
}

describe.each(CHECKS)('%s', (check) => {
  test('fires on the smallest case that shows it', () => {
    const golden = readGoldenCase(check, 'fires');
    if (!golden) throw new Error(`no case that fires: test/golden/check/${check}/fires.json`);
    const found = findingsOf(check, golden);
    expect(found.length).toBeGreaterThan(0);
    const expected = golden.expect ?? [];
    // Every case states what a user reads.
    expect(expected.map(({ message }) => message)).toEqual(found.map(({ message }) => message));
    expect(found).toMatchObject(expected);
  });

  test('stays silent on its neighbour', () => {
    const golden = readGoldenCase(check, 'neighbour');
    if (!golden) throw new Error(`no neighbour: test/golden/check/${check}/neighbour.json`);
    expect(findingsOf(check, golden)).toEqual([]);
  });

  test('says where to look and what to do, in both languages', () => {
    const kind = [...CATALOGUE, ...Object.values(READING_KINDS)].find(({ id }) => id === check);
    for (const language of ['nl', 'en'] as const) {
      expect(kind?.text[language]).toMatch(/\S/);
      expect(kind?.remedy[language]).toMatch(/\S/);
    }
  });
});

test('no golden case stands without a check', () => {
  expect(readdirSync(GOLDEN).filter((name) => !CHECKS.includes(name))).toEqual([]);
});

test('every message of a golden case is filled in', () => {
  const open = CHECKS.flatMap((check) => {
    const golden = readGoldenCase(check, 'fires');
    return golden ? findingsOf(check, golden).filter(({ message }) => /\{\w+\}/.test(message)) : [];
  });
  expect(open).toEqual([]);
});
