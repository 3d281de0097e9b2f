import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { proseMarker, reduceProse } from '../../scripts/seed/reduce';
import type { PlanDocument } from '../../src/plan/document';
import { readSource } from '../../src/read/file/read';
import type { Reading } from '../../src/read/source';
import { generateReport } from '../../standin/report/generateReport';
import { describeFullText, reducedSeedPath } from '../support/requirements';

const PROSE = /^\s*(?:[•▪\uF0B7]\s*|o |- |\d{1,2}\) )?(?:\[proza \d+ tekens\] ?)?\.*\s*$/u;

async function readText(text: string): Promise<Reading> {
  const reading = await readSource(new TextEncoder().encode(text), { name: 'seed' });
  if (!reading.ok) throw new Error(reading.failure.kind.id);
  return reading.value;
}

/** The document with its prose blanked: only whether there is a text stays. */
const withoutProse = (document: PlanDocument) => ({
  ...document,
  nodes: document.nodes.map((node) => ({ ...node, evaluation: node.evaluation && { ...node.evaluation, text: node.evaluation.text !== '' } })),
  texts: document.texts.map((section) => ({ ...section, blocks: section.blocks.map(({ role, text, line }) => ({ role, line, text: role === 'heading' ? text : '' })), title: '' })),
});

const roles = ({ lines }: Reading): readonly (readonly [number, string])[] => lines.map(({ number, role }) => [number, role]);

describe('the reduced seed of the accounts of 2024', () => {
  const text = readFileSync(reducedSeedPath('004'), 'utf8');
  let reading: Reading;

  beforeAll(async () => {
    reading = await readText(text);
  });

  test('is read whole: every line has a role', () => {
    expect(text.split('\n')).toHaveLength(13_076);
    expect(reading.document.lines).toMatchObject({ total: 9396, unrecognised: [] });
  });

  test('holds the plan with its statuses and evaluations', () => {
    const { nodes } = reading.document;
    const count = (level: string): number => nodes.filter((node) => node.level === level).length;
    expect([count('BD'), count('AP'), count('AC')]).toEqual([13, 71, 398]);
    const statuses = nodes.map(({ evaluation }) => evaluation?.status);
    expect(['achieved', 'onTrack', 'notOnTrack', 'notStarted'].map((code) => statuses.filter((status) => status === code).length)).toEqual([170, 271, 25, 7]);
    expect(nodes.filter(({ evaluation }) => evaluation?.text).length).toBe(434);
  });

  test('holds no prose, only markers that tell its length', () => {
    const prose = reading.lines.filter(({ role }) => ['narrative', 'prose', 'proseItem'].includes(role));
    expect(prose.length).toBeGreaterThan(3000);
    const lines = text.split('\n');
    expect(prose.map(({ number }) => lines[number - 1] ?? '').filter((line) => !PROSE.test(line))).toEqual([]);
    for (const { evaluation } of reading.document.nodes) if (evaluation?.text) expect(evaluation.text).toMatch(/^\[proza \d+ tekens\]/);
  });
});

describeFullText('004', 'the reduced seed against the full text', (full) => {
  test('has the same lines, blank lines, leading blanks and roles', async () => {
    const text = readFileSync(reducedSeedPath('004'), 'utf8');
    const blanks = (source: string) => source.split('\n').map((line) => (line.trim() === '' ? line : (/^\s*/.exec(line)?.[0] ?? '')));
    expect(blanks(text)).toEqual(blanks(full));
    expect(roles(await readText(text))).toEqual(roles(await readText(full)));
  });

  test('reads to the same document but for the prose', async () => {
    const reduced = await readText(readFileSync(reducedSeedPath('004'), 'utf8'));
    const whole = await readText(full);
    expect(withoutProse(reduced.document)).toEqual(withoutProse(whole.document));
  });

  test('is what the script makes of it today', async () => {
    expect(reduceProse(full, await readText(full))).toBe(readFileSync(reducedSeedPath('004'), 'utf8'));
  });
});

describe('taking prose out of any report', () => {
  const { text, expected } = generateReport({ seed: 11, codes: 'dotted', fiscalYear: 2022 });

  test('leaves the document as it was but for the texts', async () => {
    const whole = await readText(text);
    const reduced = await readText(reduceProse(text, whole));
    expect(withoutProse(reduced.document)).toEqual(withoutProse(whole.document));
    expect(roles(reduced)).toEqual(roles(whole));
  });

  test('tells the length of each paragraph', async () => {
    const whole = await readText(text);
    const node = expected.nodes.find(({ evaluation }) => (evaluation?.text ?? '').includes('\n\n') && !evaluation?.text.includes('"'));
    const paragraphs = node?.evaluation?.text.split('\n\n') ?? [];
    expect(paragraphs.length).toBeGreaterThan(1);
    const reduced = await readText(reduceProse(text, whole));
    const found = reduced.document.nodes.find(({ id }) => id === node?.id)?.evaluation?.text.split('\n\n') ?? [];
    expect(found.map((paragraph) => /^\[proza (\d+) tekens\]/.exec(paragraph)?.[0])).toEqual(paragraphs.map(({ length }) => proseMarker(length)));
  });
});
