import { inLanguage } from '../../../src/plan/phrase';
import { FLOWS } from '../../../src/plan/vocabulary';
import { expect, test } from '@jest/globals';
import { runChecks } from '../../../src/check/run/run';
import { DEFAULT_THRESHOLDS } from '../../../src/check/settings';
import { run } from '../../../src/cli/start/run';
import { CREDIT_FIGURES, type CreditFigures } from '../../../src/figures/reconciliation/creditFigures';
import { verdictLabel } from '../../../src/figures/reconciliation/creditLabels';
import { reconcile as reconcileFunction } from '../../../src/functions/reconcile';
import type { PlanDocument } from '../../../src/plan/document';
import { readReport } from '../../../src/read/report/report';
import { labelOfDirection, labelOfKind } from '../../../src/schema/rows/labels';
import { DEFAULT_STATUSES } from '../../../src/plan/status';
import type { CellValue } from '../../../src/sheets/spec';
import { planView } from '../../../src/sheets/planView';
import { buildSheets } from '../../../src/sheets/workbook/workbook';
import { listedCredits, shownTotals } from '../../../src/taskpane/model/creditLines';
import { planIndex } from '../../../src/taskpane/model/planIndex';
import { fakeHost } from '../../cli/fakeHost';
import { tableRows } from '../../sheets/contentOf';
import { generateReport } from '../../../standin/report/generateReport';
import { describeWithTool, seedText } from '../../support/requirements';
import { recalculate } from '../../../scripts/recalculate';

/** What each way to the reconciliation shows of a line or total, in cents, by what it is about. */
type Shown = ReadonlyMap<string, readonly unknown[]>;

const centsOf = (value: unknown): number | null => (typeof value === 'number' ? Math.round(value * 100) + 0 : null);
const figuresOf = (figures: CreditFigures) => CREDIT_FIGURES.map((name) => figures[name]);

type JsonRecord = Readonly<Record<string, unknown>>;

async function commandLine(text: string): Promise<{
  readonly lines: readonly JsonRecord[];
  readonly totals: readonly JsonRecord[];
  readonly ties: readonly JsonRecord[];
}> {
  const host = fakeHost({ 'rapport.txt': text });
  expect(await run(['reconcile', 'rapport.txt', '--json'], host)).toBe(0);
  return JSON.parse(host.said.out) as Awaited<ReturnType<typeof commandLine>>;
}

const jsonFigures = (record: JsonRecord) => CREDIT_FIGURES.map((name) => record[`${name}Cents`]);

const words = (kind: unknown, direction: unknown, year: unknown, code: unknown): string =>
  [code, kind, direction, year].join('|');

const reports = [
  ['the accounts of 2024', seedText('004')],
  [
    'a board with dashed codes',
    generateReport({ seed: 2, codes: 'dash', phases: ['actual', 'finalBudget'], fiscalYear: 2021 }).text,
  ],
  ['a board with dotted codes', generateReport({ seed: 4, codes: 'dotted', fiscalYear: 2018 }).text],
  ['a board like many', generateReport({ seed: 7 }).text],
] as const;

describeWithTool('soffice', 'every figure of the reconciliation is the same wherever it is shown:', (soffice) => {
  test.each(reports)('%s', async (_name, text) => {
    const read = readReport(text);
    if (!read) throw new Error('not a report');
    const document: PlanDocument = read.document;
    const view = planView(document, DEFAULT_STATUSES);
    const sheetCode = new Map(document.nodes.map((node) => [node.code ?? node.id, view.linkOf(node.id)]));
    const json = await commandLine(text);

    const told: Shown = new Map(
      json.lines.map((line) => [
        words(
          labelOfKind(line.kind as 'operating'),
          labelOfDirection(line.direction as 'receipts'),
          line.year,
          sheetCode.get(String(line.code)) ?? line.code,
        ),
        [...jsonFigures(line), verdictLabel(line.verdict as 'closes', line.direction as 'receipts')],
      ]),
    );
    expect(told.size).toBe(json.lines.length);

    const content = await recalculate(soffice, buildSheets(read, []));
    const [head = [], ...rows] = tableRows(content, 'tblAfstemming');
    const at = (row: readonly CellValue[], name: string): CellValue => row[head.indexOf(name)] ?? null;
    const columns = [
      'Initieel krediet',
      'Eindkrediet',
      'Jaarrekening',
      'Overschreden of meer ontvangen',
      'Overgedragen',
      'Te veel overgedragen',
      'Vervallen of minder ontvangen',
    ];
    const onSheet: Shown = new Map(
      rows.map((row) => [
        words(at(row, 'Soort'), at(row, 'Richting'), at(row, 'Jaar'), at(row, 'Code')),
        [...columns.map((name) => centsOf(at(row, name))), at(row, 'Oordeel')],
      ]),
    );
    expect(onSheet).toEqual(told);

    const inPane: Shown = new Map(
      listedCredits(planIndex(document), DEFAULT_THRESHOLDS).map((line) => [
        words(
          labelOfKind(line.kind),
          labelOfDirection(line.direction),
          line.year,
          sheetCode.get(line.code) ?? line.code,
        ),
        [...figuresOf(line), verdictLabel(line.verdict, line.direction)],
      ]),
    );
    expect(inPane).toEqual(told);

    const answer = reconcileFunction(tableRows(content, 'tblKredieten'), tableRows(content, 'tblOverdrachten'), null);
    if (!answer.ok) throw new Error(inLanguage(answer.failure.sentence, 'nl'));
    const byFunction: Shown = new Map(
      answer.value
        .slice(1)
        .map(([year, code, kind, direction, ...rest]) => [
          words(kind, direction, year, sheetCode.get(String(code)) ?? code),
          [...rest.slice(0, CREDIT_FIGURES.length).map(centsOf), rest.at(-1)],
        ]),
    );
    expect(byFunction).toEqual(told);

    // Totals: on the sheet in the words of their direction, in the pane for all lines of it, in the JSON as records.
    const sheet = content.sheets.find(({ name }) => name === 'Afstemming');
    const printed = json.lines.some(({ initialCents }) => initialCents !== null) ? 0 : 1;
    for (const direction of FLOWS) {
      const total = json.totals.find(
        (each) => each.code === null && each.kind === null && each.direction === direction,
      );
      const row = sheet?.cells.find((cells) => cells[1] === `Totaal ${labelOfDirection(direction).toLowerCase()}`);
      const shown = row?.slice(5, 5 + CREDIT_FIGURES.length - printed).map(centsOf);
      expect([direction, shown]).toEqual([direction, total && jsonFigures(total).slice(printed)]);
      const [inScreen] = shownTotals(
        listedCredits(planIndex(document), DEFAULT_THRESHOLDS).filter((line) => line.direction === direction),
      );
      expect(inScreen && figuresOf(inScreen)).toEqual(total && jsonFigures(total));
    }
    const subtotals = json.totals.filter(({ code, kind }) => code !== null && kind === null);
    expect(subtotals.length).toBeGreaterThan(5);
    for (const total of subtotals) {
      const code = sheetCode.get(String(total.code));
      const all = (sheet?.cells ?? []).filter(
        (cells) => cells[0] === code && cells[1] === total.title && cells[3] === null,
      );
      const found = all.map((cells) => cells.slice(5, 5 + CREDIT_FIGURES.length - printed).map(centsOf));
      expect(found).toContainEqual(jsonFigures(total).slice(printed));
    }
    for (const tie of json.ties) {
      const row = sheet?.cells.find(
        (cells) => cells[0] === tie.schema && cells[1] === tie.row && cells[2] === tie.column,
      );
      expect([centsOf(row?.[5]), centsOf(row?.[8]), row?.[10] !== 'sluit niet']).toEqual([
        tie.printedCents,
        tie.roundingCents,
        tie.closes,
      ]);
    }
    expect((sheet?.cells ?? []).flat()).not.toContain('niet volledig');

    const overruns = runChecks(document)
      .filter(({ check }) => check === 'credits.overrun')
      .map(({ place, figures }) => [place.node, figures.overCents]);
    const wanted = json.lines.filter(
      ({ verdict, overrunCents, direction }) =>
        direction === 'expenditure' && (verdict === 'overrun' || Number(overrunCents) > 100),
    );
    // Findings come by their severity, lines by their plan.
    const byCode = (figures: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] =>
      [...figures].sort(([left], [right]) => String(left).localeCompare(String(right)));
    expect(byCode(overruns)).toEqual(byCode(wanted.map(({ code, overrunCents }) => [code, overrunCents])));
  });
});
