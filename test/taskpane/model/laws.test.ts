import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { runChecks } from '../../../src/check/run/run';
import { DEFAULT_THRESHOLDS } from '../../../src/check/settings';
import type { PlanDocument } from '../../../src/plan/document';
import type { Explanations } from '../../../src/plan/explanation';
import { SEVERITIES, type Finding } from '../../../src/plan/finding';
import { DEFAULT_STATUSES } from '../../../src/plan/status';
import { inverseEdit, withEdit, withFigure, figureAt, type NodeEdit } from '../../../src/taskpane/ports/book';
import { sharing } from '../../../src/taskpane/engine/sharing';
import {
  ALL_CREDITS,
  filterCredits,
  listedCredits,
  needsAttention,
  shownTotals,
} from '../../../src/taskpane/model/creditLines';
import { differenceBetween, isSame } from '../../../src/taskpane/model/difference';
import { compareRuns, findingsView, OPEN_FINDINGS, type FindingsFilter } from '../../../src/taskpane/model/findingList';
import { roleCounts } from '../../../src/taskpane/model/lineRoles';
import { planIndex } from '../../../src/taskpane/model/planIndex';
import { EVERYTHING, planView, type PlanFilter } from '../../../src/taskpane/model/planRows';
import { linesAround } from '../../../src/taskpane/model/sourceLines';
import { addStatus, moveStatus, statusProblem } from '../../../src/taskpane/model/statusList';
import { shownThreshold, THRESHOLDS, typedThreshold } from '../../../src/taskpane/model/thresholds';
import { DOCUMENT, READING } from '../../sheets/fixture';

const ids = DOCUMENT.nodes.map(({ id }) => id);
const anyId = fc.constantFrom(...ids);
const NONE: ReadonlyMap<string, readonly Finding[]> = new Map();

const edit: fc.Arbitrary<NodeEdit> = fc.record(
  {
    status: fc.option(fc.constantFrom(...DEFAULT_STATUSES.map(({ code }) => code)), { nil: null }),
    text: fc.string({ maxLength: 40 }),
    parent: fc.option(anyId, { nil: null }),
  },
  { requiredKeys: [] },
);

describe('an edit of a node', () => {
  test('and its inverse give the document back, but for the printed words of a status that was not in the list', () => {
    fc.assert(
      fc.property(anyId, edit, (id, change) => {
        const node = DOCUMENT.nodes.find((one) => one.id === id);
        if (!node || node.evaluation?.status === 'unknown') return;
        const there = withEdit(DOCUMENT, id, change, DEFAULT_STATUSES);
        const back = withEdit(there, id, inverseEdit(node), DEFAULT_STATUSES);
        const plain = ({ nodes }: PlanDocument) =>
          nodes.map(({ evaluation, ...rest }) => ({
            ...rest,
            status: evaluation?.status ?? '',
            text: evaluation?.text ?? '',
          }));
        expect(plain(back)).toEqual(plain(DOCUMENT));
      }),
    );
  });

  test('touches that node only, and nothing else of the document', () => {
    fc.assert(
      fc.property(anyId, edit, (id, change) => {
        const { nodes, ...rest } = withEdit(DOCUMENT, id, change, DEFAULT_STATUSES);
        const { nodes: _, ...before } = DOCUMENT;
        expect(rest).toEqual(before);
        expect(nodes.filter((node, index) => node !== DOCUMENT.nodes[index]).every((node) => node.id === id)).toBe(
          true,
        );
      }),
    );
  });

  test('of a figure is read back as it was put, and elsewhere nothing changes', () => {
    const place = { schema: 'J2', row: 'Budgettair resultaat / I / Exploitatiesaldo', column: 1 };
    fc.assert(
      fc.property(fc.option(fc.integer(), { nil: null }), (cents) => {
        const after = withFigure(DOCUMENT, { ...place, cents });
        expect(figureAt(after, place)).toBe(cents);
        expect(withFigure(after, { ...place, cents: figureAt(DOCUMENT, place) ?? null })).toEqual(DOCUMENT);
      }),
    );
    expect(withFigure(DOCUMENT, { ...place, row: 'nergens', cents: 1 })).toBe(DOCUMENT);
  });
});

describe('the difference an import would make', () => {
  test('is none with the report itself', () => {
    expect(isSame(differenceBetween(DOCUMENT, DOCUMENT))).toBe(true);
  });

  test('names every node that gets another title', () => {
    fc.assert(
      fc.property(anyId, fc.string({ minLength: 1, maxLength: 10 }), (id, title) => {
        const now: PlanDocument = {
          ...DOCUMENT,
          nodes: DOCUMENT.nodes.map((node) => (node.id === id ? { ...node, title: `${node.title}${title}` } : node)),
        };
        const { changed, added, removed } = differenceBetween(now, DOCUMENT);
        expect(changed.map(({ node, fields }) => [node.id, fields])).toEqual([[id, ['title']]]);
        expect([added, removed]).toEqual([[], []]);
      }),
    );
  });

  test('tells a node that got another code by both', () => {
    fc.assert(
      fc.property(anyId, (id) => {
        const before = DOCUMENT.nodes.find((node) => node.id === id);
        const now: PlanDocument = {
          ...DOCUMENT,
          nodes: DOCUMENT.nodes.map((node) => (node.id === id ? { ...node, code: `${node.code ?? ''}9` } : node)),
        };
        expect(differenceBetween(DOCUMENT, now).changed).toEqual([
          { node: expect.objectContaining({ id }), formerCode: before?.code ?? null, fields: ['code'] },
        ]);
      }),
    );
  });

  test('is turned around when old and new change places', () => {
    fc.assert(
      fc.property(fc.subarray(ids), (gone) => {
        const fewer: PlanDocument = { ...DOCUMENT, nodes: DOCUMENT.nodes.filter(({ id }) => !gone.includes(id)) };
        const there = differenceBetween(DOCUMENT, fewer);
        const back = differenceBetween(fewer, DOCUMENT);
        expect(there.removed.map(({ id }) => id)).toEqual(back.added.map(({ id }) => id));
        expect(there.removed.map(({ id }) => id).sort()).toEqual([...gone].sort());
      }),
    );
  });
});

describe('the tree', () => {
  const index = planIndex(DOCUMENT);
  const filter: fc.Arbitrary<PlanFilter> = fc.record({
    search: fc.constantFrom('', 'plan', 'tweede', 'klaar', 'zzz', 'ac'),
    statuses: fc.subarray(['achieved', 'onTrack', 'unknown', '']),
    levels: fc.subarray(['BD', 'AP', 'AC']),
    money: fc.constantFrom('any', 'with', 'without', 'overrun'),
    findings: fc.constantFrom('any', 'with', 'errors'),
  });

  test('shows every match with all that stands above it, each once, parents before children', () => {
    fc.assert(
      fc.property(filter, fc.subarray(ids), (wanted, opened) => {
        const { rows, matches } = planView(index, wanted, new Set(opened), NONE);
        const shown = rows.map(({ node }) => node.id);
        expect(new Set(shown).size).toBe(shown.length);
        for (const [at, { node, depth }] of rows.entries()) {
          if (node.parent === null) continue;
          expect(shown.indexOf(node.parent)).toBeLessThan(at);
          expect(shown.indexOf(node.parent)).toBeGreaterThanOrEqual(0);
          expect(depth).toBe((rows.find((row) => row.node.id === node.parent)?.depth ?? -2) + 1);
        }
        if (JSON.stringify(wanted) !== JSON.stringify(EVERYTHING))
          expect(rows.filter(({ context }) => !context).length).toBe(matches);
      }),
    );
  });

  test('shows no more when a filter is added', () => {
    fc.assert(
      fc.property(filter, (wanted) => {
        const all = planView(index, { ...wanted, levels: [] }, new Set(ids), NONE).matches;
        expect(planView(index, wanted, new Set(ids), NONE).matches).toBeLessThanOrEqual(all);
      }),
    );
  });
});

describe('the credits', () => {
  const lines = listedCredits(planIndex(DOCUMENT), DEFAULT_THRESHOLDS);

  test('of the accounts: what each action had, spent, carried over and lost', () => {
    expect(
      lines.map(({ code, kind, direction, final, actual, carriedOver, lapsed, verdict }) => [
        code,
        kind,
        direction,
        final,
        actual,
        carriedOver,
        lapsed,
        verdict,
      ]),
    ).toEqual([
      ['AC2', 'operating', 'expenditure', 80_000, 50_000, null, 30_000, 'lapses'],
      ['AC1', 'operating', 'expenditure', 120_000, 100_000, null, 20_000, 'lapses'],
      ['AC1', 'investment', 'receipts', 30_000, 0, 12_345, 17_655, 'lapses'],
    ]);
    expect(
      shownTotals(lines).map(({ direction, final, actual, overrun, lapsed }) => [
        direction,
        final,
        actual,
        overrun,
        lapsed,
      ]),
    ).toEqual([
      ['expenditure', 200_000, 150_000, 0, 50_000],
      ['receipts', 30_000, 0, 0, 17_655],
    ]);
  });

  test('of a node that prints none are nothing, never 0', () => {
    const found = filterCredits(lines, { ...ALL_CREDITS, search: 'AC3' });
    expect([found, shownTotals(found)]).toEqual([[], []]);
  });

  test('that want attention come first, and the filter keeps exactly those of its direction', () => {
    const [transfer] = DOCUMENT.transfers;
    if (!transfer) throw new Error('nothing is carried over');
    const more = {
      ...DOCUMENT,
      transfers: [
        {
          ...transfer,
          direction: 'expenditure' as const,
          node: 'AC2',
          kind: 'operating' as const,
          amountCents: 90_000,
        },
      ],
    };
    const all = listedCredits(planIndex(more), DEFAULT_THRESHOLDS);
    const urgent = all.filter(needsAttention);
    expect(urgent.map(({ code }) => code)).toEqual(['AC2']);
    expect(all.slice(0, urgent.length)).toEqual(urgent);
    expect(filterCredits(all, { ...ALL_CREDITS, onlyAttention: true })).toEqual(urgent);
    expect(filterCredits(all, { ...ALL_CREDITS, direction: 'receipts', onlyAttention: true })).toEqual([]);
  });
});

describe('the list of findings', () => {
  const findings: readonly Finding[] = runChecks(DOCUMENT);
  const filter: fc.Arbitrary<FindingsFilter> = fc.record({
    severities: fc.subarray([...SEVERITIES]),
    family: fc.constantFrom(null, 'status', 'amounts', 'text'),
    place: fc.constantFrom(null, 'plan', 'J2'),
    answer: fc.constantFrom('open', 'answered', 'all'),
    onlyFresh: fc.boolean(),
    search: fc.constantFrom('', 'saldo', 'AC3'),
  });
  const answers: fc.Arbitrary<Explanations> = fc
    .subarray(findings.map(({ key }) => key))
    .map((keys) =>
      Object.fromEntries(keys.map((key) => [key, { state: 'accepted', text: '', initials: 'jv' } as const])),
    );
  const FRESH = new Set(findings.slice(0, 3).map(({ key }) => key));

  test('each count tells what choosing it would show', () => {
    fc.assert(
      fc.property(filter, answers, (wanted, explanations) => {
        const view = findingsView(findings, explanations, FRESH, wanted);
        for (const severity of SEVERITIES)
          expect(findingsView(findings, explanations, FRESH, { ...wanted, severities: [severity] }).shown.length).toBe(
            view.bySeverity[severity],
          );
        for (const { family, count } of view.families)
          expect(findingsView(findings, explanations, FRESH, { ...wanted, family }).shown.length).toBe(count);
        for (const { place, count } of view.places)
          expect(findingsView(findings, explanations, FRESH, { ...wanted, place }).shown.length).toBe(count);
        const ranks = view.shown.map(({ severity }) => SEVERITIES.indexOf(severity));
        expect(ranks).toEqual([...ranks].sort((one, other) => one - other));
      }),
    );
  });

  test('open and answered together are all', () => {
    fc.assert(
      fc.property(answers, (explanations) => {
        const count = (answer: FindingsFilter['answer']): number =>
          findingsView(findings, explanations, FRESH, { ...OPEN_FINDINGS, answer }).shown.length;
        expect(count('open') + count('answered')).toBe(count('all'));
        expect(count('all')).toBe(findings.length);
      }),
    );
  });

  test('what a run brought and what it took away are the two halves of the difference', () => {
    fc.assert(
      fc.property(fc.subarray([...findings]), fc.subarray([...findings]), (before, after) => {
        const { fresh, gone } = compareRuns(before, after);
        expect(before.length - gone.length + fresh.size).toBe(after.length);
        expect(compareRuns(after, before).fresh).toEqual(new Set(gone.map(({ key }) => key)));
      }),
    );
  });
});

describe('settings', () => {
  test('a threshold that is shown is read back as it was', () => {
    for (const { name, unit } of THRESHOLDS)
      expect(typedThreshold(shownThreshold(DEFAULT_THRESHOLDS[name], unit), unit)).toBe(DEFAULT_THRESHOLDS[name]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), (points) => {
        expect(typedThreshold(shownThreshold(points / 100, 'percent'), 'percent')).toBeCloseTo(points / 100, 10);
      }),
    );
  });

  test('what is no number is refused, never read as zero', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = typedThreshold(text, 'euro');
        expect(read === null || /^\d+(?:[.,]\d+)?$/.test(text.trim())).toBe(true);
      }),
    );
  });

  test('moving a status there and back changes nothing, and a new one never takes the code of another', () => {
    const terms = [...DEFAULT_STATUSES];
    fc.assert(
      fc.property(fc.nat({ max: terms.length - 1 }), fc.nat({ max: terms.length - 1 }), (from, to) => {
        expect(moveStatus(moveStatus(terms, from, to - from), to, from - to)).toEqual(terms);
      }),
    );
    fc.assert(
      fc.property(fc.nat({ max: 8 }), (times) => {
        const more = Array.from({ length: times }).reduce<readonly (typeof terms)[number][]>(
          (list) => addStatus(list, 'Nieuw'),
          terms,
        );
        expect(new Set(more.map(({ code }) => code)).size).toBe(more.length);
      }),
    );
    expect([
      statusProblem(terms),
      statusProblem(addStatus(terms, ' ')),
      statusProblem(addStatus(terms, 'niet opgestart ')),
    ]).toEqual([null, 'labelMissing', 'labelTwice']);
  });
});

test('an edited document shares with the one before everything the edit did not touch', () => {
  fc.assert(
    fc.property(anyId, edit, (id, change) => {
      const after = structuredClone(withEdit(DOCUMENT, id, change, DEFAULT_STATUSES));
      const shared = sharing(DOCUMENT, after);
      expect(shared).toEqual(after);
      expect([shared.amounts, shared.statements, shared.levels]).toEqual([
        DOCUMENT.amounts,
        DOCUMENT.statements,
        DOCUMENT.levels,
      ]);
      expect(shared.amounts).toBe(DOCUMENT.amounts);
      shared.nodes.forEach((node, index) => {
        if (node.id !== id) expect(node).toBe(DOCUMENT.nodes[index]);
      });
    }),
  );
});

test('the lines around a line are those before and after it, and the line itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 41 }), fc.nat({ max: 60 }), (number, around) => {
      const lines = linesAround(READING.lines, number, around).map((line) => line.number);
      expect(lines).toEqual(
        READING.lines.map((line) => line.number).filter((line) => Math.abs(line - number) <= around),
      );
    }),
  );
});

test('groups of roles count every line once', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom('nodeHeading', 'footer', 'coverSchema', 'iets anders', 'unrecognised', 'transferLine'),
        fc.nat({ max: 99 }),
      ),
      (roles) => {
        const total = Object.values(roles).reduce((sum, count) => sum + count, 0);
        expect(roleCounts({ total, roles, unrecognised: [] }).reduce((sum, { count }) => sum + count, 0)).toBe(total);
      },
    ),
  );
});
