import { describe, expect, test } from '@jest/globals';
import { detectProfile } from '../../../src/read/outline/outline';
import { readProfile, readProfileText } from '../../../src/read/outline/profile';
import { splitLines } from '../../../src/read/lines';
import { SEED_PROFILES } from '../../../scripts/seed/seedProfiles';

const small = {
  format: 'planboek/profile@1',
  id: 'klein',
  name: 'Klein plan',
  recognise: ['^A\\d '],
  document: { kind: 'policyPlan', title: 'Klein plan', period: null },
  levels: [{ id: 'A', name: 'Doel', rank: 1 }],
  rules: [{ as: 'node', level: 'A', pattern: '^(?<code>A\\d) ' }],
};

const problems = (value: unknown): readonly string[] => {
  const result = readProfile(value);
  return result.ok ? [] : result.failure.map(({ path, message }) => `${path}: ${message}`);
};

describe('a profile from outside', () => {
  test('needs no more than its levels, marks and how to recognise it', () => {
    expect(readProfileText(JSON.stringify(small)).ok).toBe(true);
  });

  test('says that it is no JSON', () => {
    const result = readProfileText('{ "format": ');
    expect(result.ok ? [] : result.failure.map(({ message }) => message)[0]).toMatch(/^geen geldige JSON/);
  });

  test('names the place of a pattern that is none', () => {
    expect(problems({ ...small, recognise: ['^(A'] })).toEqual([
      'recognise.0: geen geldig patroon (reguliere uitdrukking)',
    ]);
  });

  test('names levels, marks and tables that do not exist', () => {
    const rules = [
      { as: 'node', level: 'B', item: 'ster' },
      { as: 'row', table: 'kosten', pattern: '^(?<label>.)(?<figures>.)$' },
      { as: 'text', under: ['C'] },
    ];
    expect(problems({ ...small, rules })).toEqual([
      'rules.0.level: "B" staat niet in de lijst van niveaus, lijsttekens of tabellen van dit profiel',
      'rules.0.item: "ster" staat niet in de lijst van niveaus, lijsttekens of tabellen van dit profiel',
      'rules.1.table: "kosten" staat niet in de lijst van niveaus, lijsttekens of tabellen van dit profiel',
      'rules.2: "C" staat niet in de lijst van niveaus, lijsttekens of tabellen van dit profiel',
    ]);
  });

  test('refuses what it does not know, so that a slip of the pen is seen', () => {
    expect(problems({ ...small, rules: [{ as: 'node', level: 'A', patern: '^x' }] })).toHaveLength(1);
  });
});

describe('the profiles of the seeds', () => {
  test('are all sound, each with an id of its own', () => {
    expect(SEED_PROFILES).toHaveLength(4);
    expect(new Set(SEED_PROFILES.map(({ id }) => id)).size).toBe(SEED_PROFILES.length);
  });

  test('do not fit a text that is no plan', () => {
    expect(
      detectProfile(splitLines('Beste lezer\n\nDit is een brief.\n- met een lijstje\n'), SEED_PROFILES),
    ).toBeNull();
  });
});
