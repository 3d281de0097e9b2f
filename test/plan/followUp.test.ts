import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { runChecks } from '../../src/check/run';
import type { PlanDocument } from '../../src/plan/document';
import { allStatuses, DEFAULT_LEVEL_STATUSES, layStatuses, setStatus, statusesOf, type LevelStatuses } from '../../src/plan/followUp';
import type { StatusVocabulary } from '../../src/plan/status';
import { readSource } from '../../src/read/read';
import { countMeanings, countStatuses, derivedMeaning } from '../../src/figures/statusCount';
import { reducedSeedPath } from '../support/requirements';

const ANSWERS: StatusVocabulary = [
  { code: 'taken', label: 'Gevolgd', order: 1, color: 'C6E7C8', meaning: 'done' },
  { code: 'partly', label: 'Deels gevolgd', order: 2, color: 'D9EAF7', meaning: 'onTrack' },
  { code: 'refused', label: 'Niet gevolgd', order: 3, color: 'FCE4C4', meaning: 'offTrack' },
];

function laid(document: PlanDocument, level: string, vocabulary = ANSWERS): LevelStatuses {
  const result = layStatuses(DEFAULT_LEVEL_STATUSES, document, level, vocabulary);
  if (!result.ok) throw new Error(result.failure);
  return result.value;
}

async function report(): Promise<PlanDocument> {
  const reading = await readSource(new Uint8Array(readFileSync(reducedSeedPath('000'))), { name: '000' });
  if (!reading.ok) throw new Error(reading.failure.kind.id);
  return reading.value.document;
}

describe('statuses of a board on recommendations', () => {
  test('are followed up with the same roll-ups and checks as actions', async () => {
    const document = await report();
    const statuses = laid(document, 'AB11');
    const under = document.nodes.filter(({ level, parent }) => level === 'AB11' && parent === 'effect 4.1');
    let followed = document;
    for (const [index, { id }] of under.entries()) {
      const set = setStatus(followed, statuses, id, index === 0 ? 'refused' : 'taken', 'Het college besliste zo.');
      if (!set.ok) throw new Error(set.failure);
      followed = set.value;
    }
    const counts = countStatuses(followed);
    const meanings = countMeanings(counts.children('effect 4.1'), allStatuses(statuses));
    expect(meanings).toEqual({ done: under.length - 1, onTrack: 0, offTrack: 1, notStarted: 0 });
    expect(derivedMeaning(meanings)).toBe('onTrack');
    expect(counts.byLevel.get('AB11')?.byCode.get('taken')).toBe(under.length - 1);
    const unknown = (vocabulary: StatusVocabulary) => runChecks(followed, { only: ['status.unknown'], statuses: vocabulary }).length;
    expect([unknown(allStatuses(statuses)), unknown(allStatuses(DEFAULT_LEVEL_STATUSES)) > 0]).toEqual([0, true]);
  });

  test('take only the codes of the level, and can be taken away', async () => {
    const document = await report();
    const statuses = laid(document, 'AB11');
    const id = document.nodes.find(({ level }) => level === 'AB11')?.id ?? '';
    expect(setStatus(document, statuses, id, 'achieved')).toEqual({ ok: false, failure: 'unknownStatus' });
    expect(setStatus(document, statuses, 'x', null)).toEqual({ ok: false, failure: 'unknownNode' });
    const set = setStatus(document, statuses, id, 'taken');
    const cleared = set.ok ? setStatus(set.value, statuses, id, null) : set;
    expect(cleared.ok && cleared.value.nodes).toEqual(document.nodes);
  });

  test('are refused when a code would say two things', async () => {
    const document = await report();
    const clash = [{ ...ANSWERS[0], code: 'achieved', label: 'Gevolgd', order: 1, color: 'FFFFFF', meaning: 'done' as const }];
    expect(layStatuses(DEFAULT_LEVEL_STATUSES, document, 'AB11', clash)).toEqual({ ok: false, failure: 'codeMeansSomethingElse' });
    expect(layStatuses(DEFAULT_LEVEL_STATUSES, document, 'X', ANSWERS)).toEqual({ ok: false, failure: 'unknownLevel' });
    expect(layStatuses(DEFAULT_LEVEL_STATUSES, document, 'AB11', [])).toEqual({ ok: false, failure: 'empty' });
    expect(statusesOf(laid(document, 'AB11'), 'EFF')).toBe(DEFAULT_LEVEL_STATUSES.board);
  });
});
