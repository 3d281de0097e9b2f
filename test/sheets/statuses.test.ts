import { describe, expect, test } from '@jest/globals';
import { DEFAULT_SETTINGS } from '../../src/check/settings';
import { DEFAULT_STATUSES } from '../../src/plan/status';
import type { CellValue } from '../../src/sheets/spec';
import { documentFromWorkbook, settingsFromWorkbook } from '../../src/sheets/readBack/readBack';
import { buildSheets } from '../../src/sheets/workbook/workbook';
import { contentOf, mapTable } from './contentOf';
import { READING } from './fixture';

const OWN = [{ code: 'kept', label: 'Ingelost', order: 1, color: 'C6E7C8', meaning: 'done' as const }];
const { statuses: _, ...BOARD } = DEFAULT_SETTINGS;
const CONTENT = contentOf(buildSheets(READING, [], { settings: { ...BOARD, levelStatuses: { AP: OWN } } }));

/** The workbook with the rows of the list of statuses, without their head, passed through `change`: label, code, meaning, levels, colour. */
const withRows = (change: (rows: CellValue[][]) => CellValue[][]) =>
  mapTable(CONTENT, 'tblStatussen', ([head = [], ...rows]) => [head, ...change(rows)]);

function readBack(content: typeof CONTENT) {
  const read = documentFromWorkbook(content);
  const settings = settingsFromWorkbook(content);
  if (!read.ok || settings === null) throw new Error('not read');
  const codes = settings.statuses.map(({ code, label }) => `${code}: ${label}`);
  return {
    codes,
    own: settings.levelStatuses['AP'],
    findings: read.value.findings.map(({ check, message }) => [check, message]),
  };
}

const WRITTEN = DEFAULT_STATUSES.map(({ code, label }) => `${code}: ${label}`);

describe('the list of statuses on the sheet Start', () => {
  test('comes back as it was written', () => {
    expect(readBack(CONTENT)).toEqual({ codes: WRITTEN, own: OWN, findings: [] });
  });

  test('keeps the former key of a status that took the one of another, and says so with the cell', () => {
    const { codes, own, findings } = readBack(
      withRows((rows) => rows.map((row) => (row[0] === 'Ingelost' ? ['Ingelost', 'achieved', ...row.slice(2)] : row))),
    );
    expect(codes).toEqual(WRITTEN);
    expect(own).toEqual(OWN);
    expect(findings).toEqual([
      [
        'sheet.taken-code',
        expect.stringMatching(/^De sleutel "achieved" in cel B\d+ op blad Start staat al voor een andere status\./),
      ],
    ]);
  });

  test('keeps the key of the one that had it, also when it stands lower on the sheet', () => {
    const { codes, findings } = readBack(
      withRows((rows) =>
        rows.map((row, index) => (index === 0 ? [row[0] ?? null, 'notStarted', ...row.slice(2)] : row)),
      ),
    );
    expect(codes).toEqual(WRITTEN);
    expect(findings).toHaveLength(1);
  });

  test('leaves out a new status under a key that is taken', () => {
    const { codes, findings } = readBack(
      withRows((rows) => [...rows, ['Uitgesteld', 'onTrack', 'op schema', null, 'FFFFFF']]),
    );
    expect([codes, findings.length]).toEqual([WRITTEN, 1]);
  });

  test('takes a status under another name, a new one, and two that change places', () => {
    const { codes, findings } = readBack(
      withRows(([first = [], second = [], ...rest]) => [
        second,
        ['Klaar', ...first.slice(1)],
        ...rest,
        ['Uitgesteld', 'later', 'op schema', null, 'FFFFFF'],
      ]),
    );
    expect(codes).toEqual([WRITTEN[1], 'achieved: Klaar', WRITTEN[2], WRITTEN[3], 'later: Uitgesteld']);
    expect(findings).toEqual([]);
  });
});
