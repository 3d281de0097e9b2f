import { expect, test } from '@jest/globals';
import { readReport } from '../../../src/read/report/report';
import type { WorkbookContent } from '../../../src/sheets/content';
import { documentFromWorkbook } from '../../../src/sheets/readBack/readBack';
import type { SheetSpec } from '../../../src/sheets/spec';
import { buildSheets } from '../../../src/sheets/workbook/workbook';
import { tableRows } from '../../sheets/contentOf';
import { READING } from '../../sheets/fixture';
import { partReports } from '../../sheets/partReports';
import { generateReport } from '../../../standin/report/generateReport';
import { describeWithTool, seedText } from '../../support/requirements';
import { compare, errorsIn, recalculate } from '../../../scripts/recalculate';

describeWithTool('soffice', 'LibreOffice, without our results, calculates', (soffice) => {
  const calculate = async (sheets: readonly SheetSpec[]): Promise<WorkbookContent> => {
    const content = await recalculate(soffice, sheets);
    expect(errorsIn(content)).toEqual([]);
    const { formulas, disagreements } = compare(sheets, content);
    expect(disagreements.slice(0, 5)).toEqual([]);
    expect(formulas).toBeGreaterThan(100);
    return content;
  };

  test('the accounts of 2024 to our results and the printed figures, and gives the same document back', async () => {
    const reading = readReport(seedText('004'));
    if (!reading) throw new Error('not read');
    const content = await calculate(buildSheets(reading, []));
    const result = documentFromWorkbook(content);
    expect(result.ok && result.value.findings).toEqual([]);
    expect(JSON.parse(JSON.stringify(result.ok && result.value.document))).toEqual(
      JSON.parse(JSON.stringify(reading.document)),
    );

    // Every computed figure of every schema is the printed one; what it took lies within the proven bound.
    let computed = 0;
    for (const { schema } of reading.document.statements) {
      const [head = [], ...rows] = tableRows(content, `tbl${schema}`);
      for (const row of rows) {
        head.forEach((name, index) => {
          if (String(name).startsWith('Verschil ')) expect([schema, name, row[index] ?? 0]).toEqual([schema, name, 0]);
          if (String(name).startsWith('Afronding ') && typeof row[index] === 'number' && row[index] !== 0) {
            expect(Math.abs(row[index])).toBeLessThanOrEqual(
              Number(row[head.indexOf(String(name).replace('Afronding', 'Grens'))]),
            );
            computed += 1;
          }
        });
      }
    }
    expect(computed).toBeGreaterThan(40);

    // The plan adds up to its printed totals within floor((n + 1) / 2) over the lines it adds.
    const [head = [], ...rows] = tableRows(content, 'tblPlan');
    const totals = rows.at(-1) ?? [];
    const lines = reading.document.amounts.filter(({ direction }) => direction !== 'balance').length;
    const differences = head.flatMap((name, index) =>
      String(name).startsWith('Verschil ') ? [Math.abs(Number(totals[index]))] : [],
    );
    expect(differences).toHaveLength(18);
    expect(Math.max(...differences)).toBeLessThanOrEqual(Math.floor((lines + 1) / 2));
    expect(Math.max(...differences)).toBeLessThanOrEqual(3);
  });

  test('reports of other boards, with other codes and phases', async () => {
    for (const options of [
      { seed: 2, codes: 'dash', phases: ['actual', 'finalBudget'], fiscalYear: 2021 },
      { seed: 4, codes: 'dotted', fiscalYear: 2018 },
    ] as const) {
      const reading = readReport(generateReport(options).text);
      if (!reading) throw new Error('not read');
      await calculate(buildSheets(reading, []));
    }
  });

  test('the accounts of 2024 without lines of credits, without a plan, and with nodes alone', async () => {
    const reports = partReports();
    for (const name of ['the plan with its totals alone', 'the schemas', 'nothing but nodes']) {
      const reading = reports[name];
      if (!reading) throw new Error(name);
      await calculate(buildSheets(reading, []));
    }
  });

  test('sorted, moved and added rows: the roll-ups follow', async () => {
    const sheets = buildSheets(READING, []);
    const edited = sheets.map((sheet): SheetSpec => {
      if (sheet.name !== 'Plan' && sheet.name !== 'Kredieten') return sheet;
      const [table] = sheet.tables;
      return {
        ...sheet,
        blocks: sheet.blocks.map((block) => {
          if (!table || block.row !== table.range.row) return block;
          const [head = [], ...rows] = block.cells;
          const column = (name: string): number => table.columns.findIndex((each) => each.name === name);
          const set = (row: (typeof rows)[number], name: string, value: string | number) =>
            row.map((cell, index) => (index === column(name) ? value : cell));
          const body = rows.slice(0, -1).map((row) => {
            const code = row[column('Code')];
            if (sheet.name === 'Plan') return code === 'AC2' ? set(row, 'Boven', 'AP2') : row;
            return code === 'AC2' ? set(row, 'Jaarrekening', 625.25) : row;
          });
          return { ...block, cells: [head, ...body.reverse(), ...rows.slice(-1)] };
        }),
      };
    });
    const content = await recalculate(soffice, edited);
    expect(errorsIn(content)).toEqual([]);
    const [head = [], ...rows] = tableRows(content, 'tblPlan');
    const value = (code: string): unknown =>
      rows.find((row) => row[0] === code)?.[head.indexOf('Exploitatie uitgaven JR')];
    expect({ AP1: value('AP1'), AP2: value('AP2'), BD1: value('BD1'), total: value('Totaal') }).toEqual({
      AP1: 1000,
      AP2: 625.25,
      BD1: 1625.25,
      total: 1625.25,
    });
    const back = documentFromWorkbook(content);
    if (!back.ok) throw new Error(JSON.stringify(back.failure));
    const actual = (node: string | null): unknown =>
      back.value.document.amounts.find(
        (amount) => amount.node === node && amount.phase === 'actual' && amount.direction === 'expenditure',
      )?.cents;
    expect([actual('AC2'), actual('AP1'), actual('BD1'), actual(null)]).toEqual([62_525, 100_100, 162_625, 162_625]);
  });
});
