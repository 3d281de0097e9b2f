import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { compareOutcomes } from '../../scripts/conformance/compare';
import { conformanceWorkbook, HAND_SHEET, scriptText, stepsByHand } from '../../scripts/conformance/kit';
import { PROBES } from '../../scripts/conformance/probes.mjs';
import { OUTCOME_SHEET, runProbes } from '../../scripts/conformance/runner.mjs';
import { SheetCalculator } from '../../standin/calculator/calculator';
import { startExcel } from '../../standin/client/client';
import { ASSUMPTIONS } from '../../standin/host/assumptions';
import { findSheet, newSheet } from '../../standin/model/book';
import { ROOT } from '../support/requirements';

const source = (name: string): string => readFileSync(path.join(ROOT, 'scripts/conformance', name), 'utf8');

/** A colleague's afternoon: the script as it is mailed runs in an Excel, here the stand-in, and leaves its outcomes on their sheet. */
async function outcomesOfScript(): Promise<readonly (readonly [string, string])[]> {
  const host = startExcel({ calculator: new SheetCalculator() });
  host.book.sheets.push(newSheet(host.book, OUTCOME_SHEET));
  const elements: Record<string, { textContent: string; onclick?: () => Promise<void> }> = {
    run: { textContent: '' },
    said: { textContent: '' },
  };
  const page = { getElementById: (id: string) => elements[id] };
  // The script is text that somebody pastes; it is run as text, with a page of its own.

  new Function('document', scriptText(source('runner.mjs'), source('probes.mjs')))(page);
  await elements.run?.onclick?.();
  expect(elements.said?.textContent).toMatch(/^Done/);
  expect(host.book.sheets.map(({ name }) => name).filter((name) => name.startsWith('Probe'))).toEqual([]);
  const rows = findSheet(host.book, OUTCOME_SHEET)?.cells.slice(1) ?? [];
  return rows.map((row) => [String(row[0]?.value ?? ''), String(row[1]?.value ?? '')]);
}

/** The workbook as it comes back: with outcomes, and verdicts of the steps by hand. */
async function returned(
  outcomes: readonly (readonly [string, string])[],
  verdicts: ReadonlyMap<string, readonly [verdict: string, remark: string]> = new Map(),
): Promise<Uint8Array> {
  const { sheets } = await readXlsx(await conformanceWorkbook());
  return writeXlsx({
    sheets: sheets.map(({ name, rows }) => ({
      name,
      rows:
        name === OUTCOME_SHEET
          ? [rows[0] ?? [], ...outcomes.map((row) => [...row])]
          : name === HAND_SHEET
            ? rows.map((row) => [...row.slice(0, 4), ...(verdicts.get(String(row[0])) ?? ['', ''])])
            : rows,
    })),
  });
}

test('every probe is of an assumption, runs to its end, and gives the same twice', async () => {
  const ids = ASSUMPTIONS.map(({ id }) => id);
  expect(Object.keys(PROBES).filter((id) => !ids.includes(id))).toEqual([]);
  expect(Object.keys(PROBES).length).toBeGreaterThanOrEqual(40);
  startExcel({ calculator: new SheetCalculator() });
  const outcomes = await runProbes(PROBES);
  expect(outcomes.filter(([, json]) => json.includes('"thrown"') || json.includes('NotImplemented'))).toEqual([]);
  expect(await runProbes(PROBES)).toEqual(outcomes);
  expect(new Map(outcomes).get('cells.null')).toBe('[[1,""]]');
  expect(new Map(outcomes).get('tables.autofill')).toBe('[[["=3+3"],["=3+3"],["=3+3"]],[["=1+1"],["=2+2"],["=3+3"]]]');
});

test('the script as it is mailed fills the workbook, and what comes back is as the stand-in says', async () => {
  const outcomes = await outcomesOfScript();
  const expected = new Map(await runProbes(PROBES));
  const comparison = await compareOutcomes(await returned(outcomes), expected);
  expect(comparison).toMatchObject({ same: expected.size, differences: [] });
  expect(comparison?.untried).toEqual(stepsByHand().map(({ id }) => id));
});

test('what Excel does otherwise is told, by script and by hand, and what was not tried', async () => {
  startExcel({ calculator: new SheetCalculator() });
  const expected = new Map(await runProbes(PROBES));
  const [step, other] = stepsByHand().map(({ id }) => id);
  const outcomes = [...expected]
    .filter(([id]) => id !== 'cells.text')
    .map(([id, json]): readonly [string, string] => [id, id === 'cells.null' ? '[[null,""]]' : json]);
  const verdicts = new Map([
    [step ?? '', ['otherwise', 'niets te zien'] as const],
    [other ?? '', ['as said', ''] as const],
  ]);
  const comparison = await compareOutcomes(await returned(outcomes, verdicts), expected);
  expect(comparison?.differences).toHaveLength(2);
  expect(comparison?.differences[0]).toMatch(/^cells\.null: [^]*Excel: +\[\[null,""\]\][^]*stand-in: \[\[1,""\]\]/);
  expect(comparison?.differences[1]).toMatch(/seen otherwise by hand: niets te zien$/);
  expect(comparison?.untried).toContain('cells.text');
  expect(comparison?.untried).not.toContain(other);
  expect(comparison?.same).toBe(expected.size - 2 + 1);
});

test('another workbook is not taken for one that came back', async () => {
  expect(await compareOutcomes(await writeXlsx({ sheets: [{ name: 'Blad1', rows: [['x']] }] }), new Map())).toBeNull();
});
