import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { DEFAULT_SETTINGS } from '../../src/check/settings';
import { runChecksTogether } from '../../src/check/run/together';
import type { PlanDocument } from '../../src/plan/document';
import { DEFAULT_STATUSES, type StatusVocabulary } from '../../src/plan/status';
import { readSource } from '../../src/read/file/read';
import type { Reading } from '../../src/read/source';
import { documentFromWorkbook, settingsFromWorkbook } from '../../src/sheets/readBack/readBack';
import type { SheetSpec } from '../../src/sheets/spec';
import { buildSheets } from '../../src/sheets/workbook/workbook';
import { contentOf, tableRows } from '../sheets/contentOf';
import { faultsOf } from '../sheets/invariants';
import { describeWithTool, reducedSeedPath } from '../support/requirements';
import { SEED_PROFILES } from '../../scripts/seed/seedProfiles';
import { withStatuses } from '../support/statuses';
import { compare, errorsIn, recalculate } from '../../scripts/recalculate';

/** What a board can answer to a recommendation. */
const ANSWERS: StatusVocabulary = [
  { code: 'taken', label: 'Gevolgd', order: 1, color: 'C6E7C8', meaning: 'done' },
  { code: 'partly', label: 'Deels gevolgd', order: 2, color: 'D9EAF7', meaning: 'onTrack' },
  { code: 'refused', label: 'Niet gevolgd', order: 3, color: 'FCE4C4', meaning: 'offTrack' },
];
/** A promise is kept or not; it may also have the status of an action that has not begun. */
const PROMISES: StatusVocabulary = [
  ...DEFAULT_STATUSES.filter(({ code }) => code === 'notStarted'),
  { code: 'kept', label: 'Ingelost', order: 2, color: 'C6E7C8', meaning: 'done' },
];

async function seed(prefix: string): Promise<Reading> {
  const reading = await readSource(new Uint8Array(readFileSync(reducedSeedPath(prefix))), {
    name: prefix,
    profiles: SEED_PROFILES,
  });
  if (!reading.ok) throw new Error(reading.failure.kind.id);
  return reading.value;
}

describe('statuses laid on recommendations and promises', () => {
  let visit: Reading;
  let agreement: Reading;
  let sheets: readonly SheetSpec[];

  beforeAll(async () => {
    [visit, agreement] = [await seed('000'), await seed('001')];
    const recommendations = visit.document.nodes
      .filter(({ level, parent }) => level === 'AB11' && parent === 'effect 4.1')
      .map(({ id }) => id);
    const promises = agreement.document.nodes
      .filter(({ level }) => level === 'ACT')
      .slice(0, 30)
      .map(({ id }) => id);
    visit = {
      ...visit,
      document: withStatuses(visit.document, ANSWERS, recommendations, ['taken', 'refused', 'partly']),
    };
    agreement = {
      ...agreement,
      document: withStatuses(agreement.document, PROMISES, promises, ['kept', 'kept', 'notStarted']),
    };
    const { statuses: _, ...board } = DEFAULT_SETTINGS;
    sheets = buildSheets(visit, [], {
      others: [agreement],
      statuses: DEFAULT_STATUSES,
      settings: { ...board, levelStatuses: { AB11: [...ANSWERS], ACT: [...PROMISES] } },
    });
  });

  test('give each row the list of its level', () => {
    expect(faultsOf(sheets)).toEqual([]);
    const names = sheets.flatMap((sheet) => sheet.names.map(({ name, range }) => [name, range] as const));
    const labels = (name: string): readonly unknown[] => {
      const range = names.find(([each]) => each === name)?.[1];
      const block = sheets
        .find((sheet) => sheet.name === range?.sheet)
        ?.blocks.find(
          ({ column, row, cells }) => column === range?.column && row === range.row && cells.length === range.rows,
        );
      return (block?.cells ?? []).map(([cell]) => (cell !== null && typeof cell === 'object' ? cell.value : cell));
    };
    for (const [sheet, nodes, own] of [
      ['Plan', visit.document.nodes, { AB11: ANSWERS }],
      ['Plannen', agreement.document.nodes, { ACT: PROMISES }],
    ] as const) {
      const spec = sheets.find(({ name }) => name === sheet);
      const lists = spec?.validations.filter(({ title }) => title === 'Status') ?? [];
      const top = spec?.tables[0]?.range.row ?? 0;
      nodes.forEach(({ level }, index) => {
        const list = lists.filter((each) =>
          each.ranges.some(({ row, rows }) => top + 1 + index >= row && top + 1 + index < row + rows),
        );
        expect(list).toHaveLength(1);
        const source = list[0]?.kind === 'list' ? list[0].source : '';
        const wanted: StatusVocabulary =
          new Map<string, StatusVocabulary>(Object.entries(own)).get(level) ?? DEFAULT_STATUSES;
        expect([sheet, level, labels(source)]).toEqual([sheet, level, wanted.map(({ label }) => label)]);
      });
    }
  });

  test('come back from the workbook, with their levels', () => {
    const content = contentOf(sheets);
    const read = documentFromWorkbook(content);
    expect(read).toMatchObject({
      ok: true,
      value: { document: { nodes: visit.document.nodes }, others: [{ nodes: agreement.document.nodes }], findings: [] },
    });
    expect(settingsFromWorkbook(content)).toMatchObject({
      statuses: DEFAULT_STATUSES,
      levelStatuses: { AB11: ANSWERS, ACT: PROMISES.map((term, index) => ({ ...term, order: index + 1 })) },
    });
  });

  test('are checked like those of actions', () => {
    const settings = { ...DEFAULT_SETTINGS, levelStatuses: { AB11: [...ANSWERS], ACT: [...PROMISES] } };
    const checks = (document: PlanDocument): readonly string[] =>
      runChecksTogether(document, [agreement.document], { settings, only: ['status'] }).map(({ check }) => check);
    expect(
      checks(visit.document).filter((check) => check === 'status.unknown' || check === 'status.other-level'),
    ).toEqual([]);
    const [first] = visit.document.nodes;
    const wrong = {
      ...visit.document,
      nodes: visit.document.nodes.map((node) =>
        node === first ? { ...node, evaluation: { status: 'taken', statusText: 'Gevolgd', text: '' } } : node,
      ),
    };
    expect(checks(wrong)).toContain('status.other-level');
    expect(
      runChecksTogether(visit.document, [agreement.document], { only: ['status.unknown'] }).length,
    ).toBeGreaterThan(0);
  });

  describeWithTool('soffice', 'LibreOffice', (soffice) => {
    test('rolls them up to what stands above, on both sheets', async () => {
      const content = await recalculate(soffice, sheets);
      expect(errorsIn(content)).toEqual([]);
      expect(compare(sheets, content).disagreements.slice(0, 5)).toEqual([]);
      const derived = (table: string): readonly unknown[] => {
        const [head = [], ...rows] = tableRows(content, table);
        return rows
          .map((row) => row[head.indexOf('Afgeleide status')])
          .filter((value) => value !== null && value !== '');
      };
      expect(derived('tblPlan')).toEqual(['Voortgang loopt zoals gepland']);
      expect(derived('tblPlannen').length).toBeGreaterThan(5);
    });
  });
});
