import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PlanDocument } from '../../../src/plan/document';
import { splitLines } from '../../../src/read/lines';
import { readOutline } from '../../../src/read/outline/outline';
import { readProfile, type OutlineProfile } from '../../../src/read/outline/profile';
import { SEED_PROFILES } from '../../../scripts/seed/seedProfiles';

const parsed = readProfile({
  format: 'planboek/profile@1',
  id: 'eigenschap',
  name: 'Eigenschap',
  recognise: ['^#'],
  document: { kind: 'policyPlan', title: 'Eigenschap', period: null },
  items: [
    { name: 'streepje', pattern: '^- ' },
    { name: 'o', pattern: '^o ' },
  ],
  text: { emptyLineEnds: false },
  levels: [
    { id: 'D', name: 'Domein', rank: 1 },
    { id: 'G', name: 'Doel', rank: 2 },
    { id: 'A', name: 'Actie', rank: 3 },
  ],
  rules: [
    { as: 'node', level: 'D', pattern: '^# (?=\\S)', singleLine: true },
    { as: 'node', level: 'G', item: 'streepje' },
    { as: 'node', level: 'A', item: 'o' },
  ],
});
if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure));
const profile: OutlineProfile = parsed.value;

const word = fc.constantFrom(
  'park',
  'plein',
  'brug',
  'school',
  'water',
  'wijk',
  'fiets',
  'bomen',
  'sport',
  'zorg',
  'kind',
  'straat',
  'markt',
  'haven',
);
const title = fc.array(word, { minLength: 2, maxLength: 7 }).map((words) => `De ${words.join(' ')}.`);
interface Plan {
  readonly title: string;
  readonly goals: readonly { readonly title: string; readonly actions: readonly string[] }[];
}
const distinct = <T>(arbitrary: fc.Arbitrary<T>, selector: (value: T) => unknown, max: number) =>
  fc.uniqueArray(arbitrary, { selector, minLength: 1, maxLength: max });
const goal = fc.record({ title, actions: distinct(title, (each) => each, 3) });
const domain: fc.Arbitrary<Plan> = fc.record({ title, goals: distinct(goal, (each) => each.title, 3) });
const plan = distinct(domain, (each) => each.title, 4);

const print = (domains: readonly Plan[], blank: string): string =>
  domains
    .map(({ title: name, goals }) =>
      [
        `# ${name}`,
        ...goals.flatMap((each) => [`- ${each.title}`, ...each.actions.map((action) => `o ${action}`)]),
      ].join(`\n${blank}`),
    )
    .join('\n \n');

const read = (text: string): PlanDocument => readOutline(splitLines(text), profile).document;

/** Ids by path of titles. */
function idsByPath({ nodes }: PlanDocument): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const node of nodes)
    paths.set(node.id, `${node.parent === null ? '' : `${paths.get(node.parent)}/`}${node.title}`);
  return new Map([...paths].map(([id, path]) => [path, id]));
}

describe('ids of nodes without a code', () => {
  test('stay the same when a domain is added, removed or moved elsewhere, or lines move', () => {
    fc.assert(
      fc.property(plan, domain, fc.nat(), fc.boolean(), (domains, extra, where, doubleSpaced) => {
        const at = where % (domains.length + 1);
        const others = domains.filter(({ title: name }) => name !== extra.title);
        const before = idsByPath(read(print(others, '')));
        const after = idsByPath(
          read(print([...others.slice(0, at), extra, ...others.slice(at)].reverse(), doubleSpaced ? '\n' : '')),
        );
        for (const [path, id] of before) expect(after.get(path)).toBe(id);
      }),
      { numRuns: 150 },
    );
  });

  test('stay the same when the end of a long title is corrected', () => {
    const long = 'De stad legt langs het kanaal een nieuw park aan met veel bomen en banken';
    const [left, right] = [read(`# ${long} en een speeltuin.`), read(`# ${long}.`)];
    expect(left.nodes[0]?.id).toBe(right.nodes[0]?.id);
  });

  test('are never shared, even by twins', () => {
    fc.assert(
      fc.property(fc.array(title, { minLength: 1, maxLength: 8 }), (titles) => {
        const { nodes } = read(['# Domein', ...titles.map((each) => `- ${each}`)].join('\n'));
        expect(nodes).toHaveLength(titles.length + 1);
        expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
      }),
    );
  });
});

describe('any text at all', () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    title,
    fc.constantFrom(
      '',
      ' ',
      '                              ',
      'SD 1: DOEL',
      'TD 1.1 tekst',
      'OD 1.1.1 tekst',
      '- punt',
      'o punt',
      ' o punt',
      'Indicatoren:',
      'Indicator: 5 wijken',
      '•\t bol',
      '2010: jaar',
      'Thema / tafel 1: WERK',
      'Centrale vraag: wat?',
      '4. EFFECTEN',
      '4.1 Effect',
      'Evolutie van het effect in cijfers',
      'Aalst 78.271 12.947.676 2.271.847 106.247.307 2,1%',
      '12',
    ),
  );

  test('is read without throwing, and every line has one role', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), fc.nat(), (lines, which) => {
        const chosen = SEED_PROFILES[which % SEED_PROFILES.length];
        if (!chosen) throw new Error('no profile');
        const source = splitLines(lines.join('\n'));
        const { document } = readOutline(source, chosen);
        expect(document.lines.total).toBe(source.filter(({ text }) => text !== '').length);
        expect(Object.values(document.lines.roles).reduce((sum, count) => sum + count, 0)).toBe(document.lines.total);
        expect(new Set(document.nodes.map(({ id }) => id)).size).toBe(document.nodes.length);
      }),
      { numRuns: 300 },
    );
  });
});
