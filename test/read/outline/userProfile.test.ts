import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { splitLines } from '../../../src/read/lines';
import { draftProfile, previewProfile } from '../../../src/read/outline/preview';
import { readProfile, readProfileText, type OutlineProfile } from '../../../src/read/outline/profile';
import { readSource } from '../../../src/read/read';

/** An invented plan with levels of its own, and the profile a planner of that town would write for it. */
const FOLDER = path.resolve(__dirname, '../../support/outline');
const plan = readFileSync(path.join(FOLDER, 'mobiliteitsplan.txt'), 'utf8');

describe('a plan nobody foresaw', () => {
  let profile: OutlineProfile;
  beforeAll(() => {
    const read = readProfileText(readFileSync(path.join(FOLDER, 'mobiliteitsplan.json'), 'utf8'));
    if (!read.ok) throw new Error(JSON.stringify(read.failure));
    profile = read.value;
  });

  test('is refused without a profile, with a reason', async () => {
    const reading = await readSource(new TextEncoder().encode(plan), { name: 'mobiliteitsplan.txt' });
    expect(reading.ok ? null : reading.failure.kind.id).toBe('reading.no-sections');
  });

  test('is read by the profile of its own, whole', async () => {
    const reading = await readSource(new TextEncoder().encode(plan), { name: 'mobiliteitsplan.txt', profiles: [profile] });
    if (!reading.ok) throw new Error(reading.failure.kind.id);
    const { document } = reading.value;
    const count = (level: string): number => document.nodes.filter((node) => node.level === level).length;
    expect(['PIJLER', 'KEUZE', 'MAATREGEL', 'STAP'].map(count)).toEqual([2, 4, 7, 5]);
    expect(document.lines.unrecognised).toEqual([]);
    expect(document.document).toMatchObject({ title: 'Mobiliteitsplan Westerlo-aan-Zee', planPeriod: { from: '2027-01-01', to: '2032-12-31' } });
    const measure = document.nodes.find(({ code }) => code === 'M3');
    expect(measure).toMatchObject({ title: 'De bus rijdt ook ’s avonds, van station tot strand.', fields: [{ name: 'Trekker', text: 'dienst Mobiliteit' }, { name: 'Timing', text: '2028, na de nieuwe concessie.' }] });
    expect(document.indicators.map(({ name, target, dueYears, service }) => [name, target?.value ?? null, dueYears.at(-1) ?? null, service])).toEqual([
      ['minstens 35% van de verplaatsingen met de fiets (2032)', 35, 2032, null],
      ['aantal reizigers na 20 uur (jaarlijks)', null, null, null],
      ['maximaal 12 letselongevallen per jaar (2030)', 12, 2030, null],
    ]);
    expect(document.tables?.[0]?.rows.map(({ label, values }) => [label, ...values])).toEqual([['Fietspaden', 4_200_000_00, 1_100_000_00], ['Bus', 800_000_00, null]]);
  });

  test('shows in a preview what the profile makes of it, line by line', () => {
    const preview = previewProfile(splitLines(plan), profile);
    expect(preview.levels.map(({ id, nodes }) => [id, nodes])).toEqual([['PIJLER', 2], ['KEUZE', 4], ['MAATREGEL', 7], ['STAP', 5]]);
    expect(preview.unrecognised).toEqual([]);
    expect(preview.lines.find(({ text }) => text.startsWith('PIJLER 2'))?.role).toBe('nodeTitle');
    const without = { ...profile, rules: profile.rules.filter((rule) => !(rule.as === 'node' && rule.level === 'STAP')) };
    expect(previewProfile(splitLines(plan), without).unrecognised.length).toBeGreaterThan(0);
  });

  test('gets a first draft of a profile to start from', () => {
    const draft = draftProfile(splitLines(plan), 'Mobiliteitsplan');
    expect(draft && readProfile(draft).ok).toBe(true);
    expect(draft?.levels.map(({ name }) => name)).toEqual(['K', 'M', 'Punt (pijl)']);
    const preview = draft && previewProfile(splitLines(plan), draft);
    expect(preview?.levels.map(({ nodes }) => nodes)).toEqual([4, 7, 5]);
  });

  test('gets no draft when the source shows no marks', () => {
    expect(draftProfile(splitLines('Beste lezer\n\nEen brief.\n'), 'Brief')).toBeNull();
  });
});
