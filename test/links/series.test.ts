import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { PlanDocument } from '../../src/plan/document';
import type { Indicator } from '../../src/plan/indicator';
import { readSource } from '../../src/read/file/read';
import { contradictions, seriesOver } from '../../src/figures/series';
import { describeFullText, reducedSeedPath } from '../support/requirements';
import { SEED_PROFILES } from '../../scripts/seed/seedProfiles';

const source = { line: 1, page: null };

function planWith(
  title: string,
  ...measured: readonly (readonly [name: string, value: number, unit: string, year: number | null])[]
): PlanDocument {
  const indicators = measured.map(([name, value, unit, year], index): Indicator => ({
    id: `${title}-${index}`,
    node: null,
    name,
    kind: 'figure',
    unit,
    frequency: null,
    dueYears: [],
    target: null,
    service: null,
    measures: [{ year, value, unit, text: String(value), source }],
    source,
  }));
  return {
    document: {
      kind: 'policyPlan',
      title,
      fiscalYear: null,
      schemaSet: null,
      entity: null,
      planPeriod: null,
      officers: { generalDirector: null, financialDirector: null },
    },
    indicators,
  } as unknown as PlanDocument;
}

describe('the same series in two documents', () => {
  test('is recognised by the compound that names it and by its unit, in order of year', () => {
    const series = seriesOver([
      planWith(
        'Een',
        ['De werkloosheidsgraad bedroeg 7,9%', 7.9, '%', 2009],
        ['Het aantal inwoners', 60_000, 'inwoners', 2009],
      ),
      planWith(
        'Twee',
        ['In 2007 lag de werkloosheidsgraad op 8%', 8, '%', 2007],
        ['Werkloosheidsgraad: 3 plaatsen gestegen', 3, 'plaatsen', 2008],
      ),
    ]);
    expect(
      series.map(({ name, unit, points }) => [
        name,
        unit,
        points.map(({ document, measure }) => [document, measure.year, measure.value]),
      ]),
    ).toEqual([
      [
        'werkloosheidsgraad',
        '%',
        [
          ['twee', 2007, 8],
          ['een', 2009, 7.9],
        ],
      ],
    ]);
  });

  test('that gives one year two values contradicts itself', () => {
    const [series] = seriesOver([
      planWith('Een', ['De woningbetaalbaarheid', 12, '%', 2008]),
      planWith('Twee', ['Woningbetaalbaarheid in 2008', 13, '%', 2008]),
    ]);
    expect(
      series && contradictions(series).map(({ year, points }) => [year, points.map(({ measure }) => measure.value)]),
    ).toEqual([[2008, [12, 13]]]);
  });

  test('within one document is no matter of comparison', () => {
    expect(
      seriesOver([planWith('Een', ['De werkloosheidsgraad', 1, '%', 2008], ['De werkloosheidsgraad', 2, '%', 2009])]),
    ).toEqual([]);
  });
});

describeFullText('002', 'series over the diversity plan and the visitation report', (full) => {
  test('hold job seekers and unemployment', async () => {
    const read = async (bytes: Uint8Array): Promise<PlanDocument> => {
      const reading = await readSource(bytes, { name: 'seed', profiles: SEED_PROFILES });
      if (!reading.ok) throw new Error(reading.failure.kind.id);
      return reading.value.document;
    };
    const documents = [
      await read(new TextEncoder().encode(full)),
      await read(new Uint8Array(readFileSync(reducedSeedPath('000')))),
    ];
    const found = seriesOver(documents).map(({ name, unit, points }) => [
      name,
      unit,
      points.map(({ measure }) => [measure.year, measure.value]),
    ]);
    expect(found).toContainEqual([
      'werkzoekenden',
      'werkzoekenden',
      [
        [2007, 2730],
        [2009, 3576],
      ],
    ]);
    expect(found).toContainEqual([
      'werkloosheidsgraad',
      '%',
      [
        [2007, 7.9],
        [2008, 11.4],
        [null, 9.9],
      ],
    ]);
  });
});
