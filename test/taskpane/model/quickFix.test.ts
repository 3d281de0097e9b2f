import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { runChecks } from '../../../src/check/run/run';
import type { PlanDocument } from '../../../src/plan/document';
import { placeAt, type Finding } from '../../../src/plan/finding';
import { DEFAULT_STATUSES } from '../../../src/plan/status';
import { withEdit, withFigure } from '../../../src/taskpane/ports/book';
import { nearestStatus, quickFixOf, type QuickFix } from '../../../src/taskpane/model/quickFix';
import { DOCUMENT } from '../../sheets/fixture';

const applied = (document: PlanDocument, { change }: QuickFix): PlanDocument =>
  change.kind === 'node'
    ? withEdit(document, change.id, change.edit, DEFAULT_STATUSES)
    : withFigure(document, change.edit);

const found = (document: PlanDocument, check: string): Finding => {
  const finding = runChecks(document).find((one) => one.check === check);
  if (!finding) throw new Error(`no ${check}`);
  return finding;
};

/** The fix of a finding, and whether the finding is gone after it. */
function fixed(document: PlanDocument, finding: Finding): { readonly fix: QuickFix | null; readonly gone: boolean } {
  const fix = quickFixOf(document, finding, DEFAULT_STATUSES);
  return { fix, gone: fix !== null && !runChecks(applied(document, fix)).some(({ key }) => key === finding.key) };
}

const withStatus = (statusText: string): PlanDocument => ({
  ...DOCUMENT,
  nodes: DOCUMENT.nodes.map((node) =>
    node.id === 'AC3' ? { ...node, evaluation: { status: 'unknown', statusText, text: 'Wacht.' } } : node,
  ),
});

describe('a status that is spelled nearly right', () => {
  test('becomes the status it nearly spells, and the finding is gone', () => {
    const document = withStatus('Resultaat is behald.');
    expect(fixed(document, found(document, 'status.unknown'))).toMatchObject({
      gone: true,
      fix: {
        subject: 'AC3',
        field: 'status',
        before: { text: 'Resultaat is behald.' },
        after: { text: 'Resultaat is behaald' },
      },
    });
  });

  test('is left alone when it is something else', () => {
    const document = withStatus('Even gestopt');
    expect(fixed(document, found(document, 'status.unknown')).fix).toBeNull();
  });

  test('one slip of the pen in any label is understood', () => {
    const slip = fc.record({
      term: fc.constantFrom(...DEFAULT_STATUSES),
      at: fc.nat(),
      how: fc.constantFrom('drop', 'double', 'other'),
    });
    fc.assert(
      fc.property(slip, ({ term, at, how }) => {
        const { label } = term;
        const place = at % label.length;
        const changed = { drop: '', double: `${label[place] ?? ''}${label[place] ?? ''}`, other: '#' }[how] ?? '';
        expect(nearestStatus(label.slice(0, place) + changed + label.slice(place + 1), DEFAULT_STATUSES)?.code).toBe(
          term.code,
        );
      }),
    );
  });

  test('prose in the place of a status is never one', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 121, maxLength: 2_000 }), (prose) => {
        expect(nearestStatus(prose, DEFAULT_STATUSES)).toBeNull();
      }),
    );
  });
});

describe('a parent that is missing', () => {
  const orphaned: PlanDocument = {
    ...DOCUMENT,
    nodes: DOCUMENT.nodes.map((node) => (node.id === 'AC3' ? { ...node, parent: 'AP9' } : node)),
  };

  test('becomes the last node above it in printed order, and the finding is gone', () => {
    expect(fixed(orphaned, found(orphaned, 'structure.orphan'))).toMatchObject({
      gone: true,
      fix: { field: 'parent', before: { text: 'AP9' }, after: { text: 'AP2' } },
    });
  });

  test('has no fix when nothing above it stands before it', () => {
    const first: PlanDocument = {
      ...orphaned,
      nodes: orphaned.nodes.map((node) => (node.id === 'AC3' ? { ...node, order: -1 } : node)),
    };
    expect(fixed(first, found(first, 'structure.orphan')).fix).toBeNull();
  });
});

describe('a figure that does not close', () => {
  const damaged: PlanDocument = withFigure(DOCUMENT, {
    schema: 'J2',
    row: 'Budgettair resultaat / III / Saldo exploitatie en investeringen',
    column: 1,
    cents: -999_900,
  });

  test('is worked out anew, and the finding is gone', () => {
    const finding = runChecks(damaged).find(({ place }) => place.schema === 'J2' && place.column === 1);
    if (!finding) throw new Error('the damage is not seen');
    expect(fixed(damaged, finding)).toMatchObject({
      gone: true,
      fix: {
        subject: 'J2 Budgettair resultaat / III / Saldo exploitatie en investeringen',
        field: 'figure',
        before: { cents: -999_900 },
        after: { cents: -170_000 },
      },
    });
  });

  test('has no fix where no sheet has a cell for it', () => {
    const finding = found(DOCUMENT, 'amounts.balance');
    expect(quickFixOf(DOCUMENT, finding, DEFAULT_STATUSES)).toBeNull();
  });

  test('in whole euro where the schema prints those', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (computedCents) => {
        const finding: Finding = {
          key: 'x',
          check: 'schemas.balance',
          severity: 'error',
          message: '',
          figures: { computedCents },
          place: placeAt({ schema: 'J2', row: 'Budgettair resultaat / I / Exploitatiesaldo', column: 0 }),
        };
        const after = quickFixOf(DOCUMENT, finding, DEFAULT_STATUSES)?.after;
        expect(after === undefined || ('cents' in after && (after.cents ?? 1) % 100 === 0)).toBe(true);
      }),
    );
  });
});
