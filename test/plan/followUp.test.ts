import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { runChecks } from '../../src/check/run/run';
import type { PlanDocument } from '../../src/plan/document';
import { allStatuses, statusesOf, withBoard, type LevelStatuses } from '../../src/plan/followUp';
import { DEFAULT_STATUSES, type StatusVocabulary } from '../../src/plan/status';
import { readSource } from '../../src/read/file/read';
import { countMeanings, countStatuses, derivedMeaning } from '../../src/figures/statusCount';
import { reducedSeedPath } from '../support/requirements';
import { SEED_PROFILES } from '../../scripts/seed/seedProfiles';
import { withStatuses } from '../support/statuses';

const ANSWERS: StatusVocabulary = [
  { code: 'taken', label: 'Gevolgd', order: 1, color: 'C6E7C8', meaning: 'done' },
  { code: 'partly', label: 'Deels gevolgd', order: 2, color: 'D9EAF7', meaning: 'onTrack' },
  { code: 'refused', label: 'Niet gevolgd', order: 3, color: 'FCE4C4', meaning: 'offTrack' },
];

const BOARD: LevelStatuses = { board: DEFAULT_STATUSES, byLevel: {} };
const WITH_ANSWERS: LevelStatuses = { board: DEFAULT_STATUSES, byLevel: { AB11: ANSWERS } };

async function report(): Promise<PlanDocument> {
  const reading = await readSource(new Uint8Array(readFileSync(reducedSeedPath('000'))), {
    name: '000',
    profiles: SEED_PROFILES,
  });
  if (!reading.ok) throw new Error(reading.failure.kind.id);
  return reading.value.document;
}

describe('statuses of a board on recommendations', () => {
  test('are followed up with the same roll-ups and checks as actions', async () => {
    const document = await report();
    const under = document.nodes
      .filter(({ level, parent }) => level === 'AB11' && parent === 'effect 4.1')
      .map(({ id }) => id);
    const [first = '', ...others] = under;
    const followed = withStatuses(withStatuses(document, ANSWERS, [first], ['refused']), ANSWERS, others, ['taken']);
    const counts = countStatuses(followed);
    const meanings = countMeanings(counts.children('effect 4.1'), allStatuses(WITH_ANSWERS));
    expect(meanings).toEqual({ done: under.length - 1, onTrack: 0, offTrack: 1, notStarted: 0 });
    expect(derivedMeaning(meanings)).toBe('onTrack');
    expect(counts.byLevel.get('AB11')?.byCode.get('taken')).toBe(under.length - 1);
    const unknown = (vocabulary: StatusVocabulary) =>
      runChecks(followed, { only: ['status.unknown'], statuses: vocabulary }).length;
    expect([unknown(allStatuses(WITH_ANSWERS)), unknown(allStatuses(BOARD)) > 0]).toEqual([0, true]);
  });

  test('are those of the board for a level that has none of its own', () => {
    expect(statusesOf(WITH_ANSWERS, 'AB11')).toBe(ANSWERS);
    expect(statusesOf(WITH_ANSWERS, 'EFF')).toBe(DEFAULT_STATUSES);
  });

  test('go on saying what the board says, when it gives a shared status other words', () => {
    const shared: StatusVocabulary = [...ANSWERS, ...DEFAULT_STATUSES.filter(({ code }) => code === 'notStarted')];
    const board = DEFAULT_STATUSES.map((term) =>
      term.code === 'notStarted' ? { ...term, label: 'Nog te starten', color: 'FFFFFF' } : term,
    );
    const changed = withBoard({ board: DEFAULT_STATUSES, byLevel: { AB11: shared } }, board);
    expect(changed.board).toBe(board);
    expect(changed.byLevel['AB11']?.map(({ label }) => label)).toEqual([
      'Gevolgd',
      'Deels gevolgd',
      'Niet gevolgd',
      'Nog te starten',
    ]);
    const codes = new Set([...board, ...ANSWERS].map(({ code }) => code));
    expect(allStatuses(changed).map(({ code }) => code)).toEqual([...codes]);
  });
});
