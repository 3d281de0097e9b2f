import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Result } from '../../../src/plan/result';
import { splitLines } from '../../../src/read/lines';
import { draftProfile } from '../../../src/read/outline/draft';
import { previewProfile } from '../../../src/read/outline/preview';
import { readProfile, readProfileText, type OutlineProfile } from '../../../src/read/outline/profile';
import {
  moveLevel,
  removeLevel,
  renameLevel,
  setSingleLine,
  teach,
  type Lesson,
} from '../../../src/read/outline/teach';
import { readSource } from '../../../src/read/file/read';

/** An invented plan with levels of its own, and the profile a planner of that town makes of it: the draft, put right by example. */
const FOLDER = path.resolve(__dirname, '../../support/outline');
const plan = readFileSync(path.join(FOLDER, 'mobiliteitsplan.txt'), 'utf8');
const lines = splitLines(plan);

const value = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

function madeByHand(): OutlineProfile {
  const draft = draftProfile(lines, 'Mobiliteitsplan');
  if (!draft) throw new Error('no draft');
  const lessons: readonly (readonly [line: string, lesson: Lesson])[] = [
    ['Mobiliteitsplan Westerlo-aan-Zee 2027-2032', { as: 'heading', closes: true }],
    ['Kosten (in euro)', { as: 'heading', closes: true }],
    [
      'Fietspaden 4.200.000 1.100.000',
      {
        as: 'table',
        title: 'Kosten',
        columns: [
          { name: 'Investering', unit: 'eurocent' },
          { name: 'Per jaar', unit: 'eurocent' },
        ],
        total: 'Totaal',
      },
    ],
  ];
  const taught = lessons.reduce((profile, [line, lesson]) => value(teach(profile, line, lesson)), draft);
  const names: readonly (readonly [level: string, name: string])[] = [
    ['K', 'Keuze'],
    ['M', 'Maatregel'],
    ['punt pijl', 'Stap'],
  ];
  return names.reduce((profile, [level, name]) => value(renameLevel(profile, level, name)), taught);
}

describe('a plan nobody foresaw', () => {
  let profile: OutlineProfile;
  beforeAll(() => {
    // As it is kept in a file or a workbook.
    profile = value(readProfileText(JSON.stringify(madeByHand())));
  });

  test('is refused without a profile, with a reason', async () => {
    const reading = await readSource(new TextEncoder().encode(plan), { name: 'mobiliteitsplan.txt' });
    expect(reading.ok ? null : reading.failure.kind.id).toBe('reading.no-sections');
  });

  test('is read by the profile of its own, whole', async () => {
    const reading = await readSource(new TextEncoder().encode(plan), {
      name: 'mobiliteitsplan.txt',
      profiles: [profile],
    });
    if (!reading.ok) throw new Error(reading.failure.kind.id);
    const { document } = reading.value;
    const count = (level: string): number => document.nodes.filter((node) => node.level === level).length;
    expect(['Pijler', 'K', 'M', 'punt pijl'].map(count)).toEqual([2, 4, 7, 5]);
    expect(document.lines.unrecognised).toEqual([]);
    expect(document.document).toMatchObject({
      title: 'Mobiliteitsplan Westerlo-aan-Zee',
      planPeriod: { from: '2027-01-01', to: '2032-12-31' },
    });
    expect(document.nodes.filter(({ level }) => level === 'Pijler').map(({ title }) => title)).toEqual([
      'FIETSEN EN STAPPEN',
      'VEILIG RIJDEN',
    ]);
    const measure = document.nodes.find(({ code }) => code === 'M3');
    expect(measure).toMatchObject({
      title: 'De bus rijdt ook ’s avonds, van station tot strand.',
      fields: [
        { name: 'Trekker', text: 'dienst Mobiliteit' },
        { name: 'Timing', text: '2028, na de nieuwe concessie.' },
      ],
    });
    expect(
      document.indicators.map(({ name, target, dueYears, service }) => [
        name,
        target?.value ?? null,
        dueYears.at(-1) ?? null,
        service,
      ]),
    ).toEqual([
      ['minstens 35% van de verplaatsingen met de fiets (2032)', 35, 2032, null],
      ['aantal reizigers na 20 uur (jaarlijks)', null, null, null],
      ['maximaal 12 letselongevallen per jaar (2030)', 12, 2030, null],
    ]);
    expect(document.tables?.[0]?.rows.map(({ label, values }) => [label, ...values])).toEqual([
      ['Fietspaden', 4_200_000_00, 1_100_000_00],
      ['Bus', 800_000_00, null],
    ]);
  });

  test('shows in a preview what the profile makes of it, line by line', () => {
    const preview = previewProfile(splitLines(plan), profile);
    expect(preview.levels.map(({ id, nodes }) => [id, nodes])).toEqual([
      ['Pijler', 2],
      ['K', 4],
      ['M', 7],
      ['punt pijl', 5],
    ]);
    expect(preview.unrecognised).toEqual([]);
    expect(preview.lines.find(({ text }) => text.startsWith('PIJLER 2'))?.role).toBe('nodeTitle');
    const without = value(removeLevel(profile, 'punt pijl'));
    expect(previewProfile(lines, without).lines.find(({ text }) => text === '» borden')?.role).toBe('proseItem');
    expect(readProfile(without).ok).toBe(true);
  });

  test('is read the same by the profile that someone wrote as a file', async () => {
    const written = value(readProfileText(readFileSync(path.join(FOLDER, 'mobiliteitsplan.json'), 'utf8')));
    const [one, other] = [previewProfile(lines, written), previewProfile(lines, profile)];
    expect(one.levels.map(({ nodes, first }) => [nodes, first])).toEqual(
      other.levels.map(({ nodes, first }) => [nodes, first]),
    );
    expect([one.indicators, one.tables, one.unrecognised]).toEqual([
      other.indicators,
      other.tables,
      other.unrecognised,
    ]);
  });

  test('gets a first draft of a profile to start from', () => {
    const draft = draftProfile(splitLines(plan), 'Mobiliteitsplan');
    expect(draft && readProfile(draft).ok).toBe(true);
    expect(draft?.levels.map(({ name }) => name)).toEqual(['Pijler', 'K', 'M', 'Punt (pijl)']);
    const preview = draft && previewProfile(splitLines(plan), draft);
    expect(preview?.levels.map(({ nodes }) => nodes)).toEqual([2, 4, 7, 5]);
  });

  test('gets no draft when the source shows no marks', () => {
    expect(draftProfile(splitLines('Beste lezer\n\nEen brief.\n'), 'Brief')).toBeNull();
  });
});

describe('putting a profile right', () => {
  const draft = draftProfile(lines, 'Mobiliteitsplan') as OutlineProfile;
  const count = (profile: OutlineProfile): readonly (readonly [string, number])[] =>
    previewProfile(lines, profile).levels.map(({ id, nodes }) => [id, nodes]);
  const roleOf = (profile: OutlineProfile, line: string): string | undefined =>
    previewProfile(lines, profile).lines.find(({ text }) => text === line)?.role;

  test('a line shows a new level: where it stands, and everything that looks like it', () => {
    const without = value(removeLevel(draft, 'M'));
    expect(count(without)).toEqual([
      ['Pijler', 2],
      ['K', 4],
      ['punt pijl', 5],
    ]);
    const back = value(
      teach(without, 'M5. De woonstraten worden zone 30.', { as: 'newLevel', name: 'Maatregel', under: 'K' }),
    );
    expect(count(back)).toEqual([
      ['Pijler', 2],
      ['K', 4],
      ['Maatregel', 7],
      ['punt pijl', 5],
    ]);
    expect(teach(back, 'M5. De', { as: 'newLevel', name: 'Maatregel', under: null })).toEqual({
      ok: false,
      failure: 'levelExists',
    });
    expect(teach(back, 'M5. De', { as: 'newLevel', name: 'Iets', under: 'nergens' })).toEqual({
      ok: false,
      failure: 'unknownLevel',
    });
  });

  test('levels move, and nodes with them', () => {
    const moved = value(moveLevel(draft, 'K', -1));
    expect(moved.levels.map(({ id, rank }) => [id, rank])).toEqual([
      ['K', 1],
      ['Pijler', 2],
      ['M', 3],
      ['punt pijl', 4],
    ]);
    expect(moveLevel(moved, 'K', -1)).toEqual({ ok: false, failure: 'lastLevel' });
    expect(moveLevel(moved, 'X', 1)).toEqual({ ok: false, failure: 'unknownLevel' });
  });

  test('a title of one line, or of more', () => {
    const long = value(setSingleLine(draft, 'Pijler', false));
    expect(previewProfile(lines, long).levels[0]?.first).toMatch(/^FIETSEN EN STAPPEN Wie dichtbij/);
    expect(previewProfile(lines, value(setSingleLine(long, 'Pijler', true))).levels[0]?.first).toBe(
      'FIETSEN EN STAPPEN',
    );
  });

  test('a line is text, a heading, a label, an indicator or mere furniture', () => {
    expect(roleOf(value(teach(draft, '» borden', { as: 'text' })), '» borden')).toBe('proseItem');
    expect(roleOf(value(teach(draft, 'Kosten (in euro)', { as: 'heading', closes: true })), 'Kosten (in euro)')).toBe(
      'proseHeading',
    );
    expect(
      roleOf(value(teach(draft, 'Trekker: dienst Mobiliteit', { as: 'indicators' })), 'Trekker: dienst Mobiliteit'),
    ).toBe('indicator');
    expect(roleOf(value(teach(draft, 'Bus 800.000 -', { as: 'furniture' })), 'Bus 800.000 -')).toBe('pageNumber');
    expect(teach(draft, 'Zonder merkteken', { as: 'field' })).toEqual({ ok: false, failure: 'noMark' });
    expect(
      teach(draft, 'Zonder cijfers', { as: 'table', title: 'T', columns: [{ name: 'A', unit: '%' }], total: null }),
    ).toEqual({ ok: false, failure: 'noFigures' });
  });

  test('whatever is shown, the profile stays one that can be read', () => {
    const texts = lines.map(({ text }) => text).filter((text) => text !== '');
    const lesson = fc.oneof(
      fc.constantFrom<Lesson>(
        { as: 'field' },
        { as: 'indicators' },
        { as: 'text' },
        { as: 'furniture' },
        { as: 'heading', closes: true },
        { as: 'node', level: 'M' },
      ),
      fc.record({
        as: fc.constant('newLevel' as const),
        name: fc.string({ minLength: 1, maxLength: 12 }),
        under: fc.constantFrom(null, 'K', 'Pijler'),
      }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.oneof(fc.constantFrom(...texts), fc.string({ minLength: 1, maxLength: 30 })), lesson), {
          maxLength: 6,
        }),
        (lessons) => {
          const profile = lessons.reduce((each, [line, what]) => {
            const taught = teach(each, line, what);
            return taught.ok ? taught.value : each;
          }, draft);
          expect(readProfile(profile)).toMatchObject({ ok: true });
          const preview = previewProfile(lines, profile);
          expect(preview.lines).toHaveLength(texts.length);
        },
      ),
      { numRuns: 60 },
    );
  });
});
