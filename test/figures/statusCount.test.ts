import { describe, expect, test } from '@jest/globals';
import { countMeanings, countStatuses, derivedMeaning } from '../../src/figures/statusCount';
import { readReport } from '../../src/read/report/report';
import { documentOf } from '../check/goldenCase';
import { seedText } from '../support/requirements';

const NONE = { done: 0, onTrack: 0, offTrack: 0, notStarted: 0 };

test('statuses are counted per level, under a node and among its children', () => {
  const counts = countStatuses(
    documentOf({
      about: '',
      nodes: [
        { id: 'BD1', status: 'onTrack' },
        { id: 'AP1', parent: 'BD1', status: 'achieved' },
        { id: 'AC1', parent: 'AP1', status: 'achieved' },
        { id: 'AC2', parent: 'AP1' },
      ],
    }),
  );
  expect(countMeanings(counts.under('BD1'))).toEqual({ ...NONE, done: 2 });
  expect(counts.under('BD1').none).toBe(1);
  expect(countMeanings(counts.children('AP1'))).toEqual({ ...NONE, done: 1 });
  expect(counts.byLevel.get('AC')?.byCode.get('achieved')).toBe(1);
  expect(counts.under('AC1')).toEqual({ byCode: new Map(), none: 0 });
});

describe('the status that follows from the parts', () => {
  test.each([
    [{ ...NONE, done: 3 }, 'done'],
    [{ ...NONE, notStarted: 2 }, 'notStarted'],
    [{ ...NONE, done: 1, offTrack: 1 }, 'offTrack'],
    [{ ...NONE, done: 2, notStarted: 1 }, 'onTrack'],
    [NONE, null],
  ] as const)('%j gives %s', (meanings, expected) => {
    expect(derivedMeaning(meanings)).toBe(expected);
  });
});

test('a status outside the vocabulary is counted, but means nothing', () => {
  const counts = countStatuses(documentOf({ about: '', nodes: [{ id: 'AC1', status: 'unknown' }] }));
  expect(counts.total.byCode.get('unknown')).toBe(1);
  expect(countMeanings(counts.total)).toEqual(NONE);
});

test('the seed report has 170, 271, 25 and 7', () => {
  const document = readReport(seedText('004'))?.document;
  if (!document) throw new Error('the seed report does not read');
  expect(countMeanings(countStatuses(document).total)).toEqual({
    done: 170,
    onTrack: 271,
    offTrack: 25,
    notStarted: 7,
  });
});
