import { beforeAll, describe, expect, test } from '@jest/globals';
import { amounts, realisation } from '../../src/functions/amounts';
import { control } from '../../src/functions/control';
import { TABLE_HINTS, type Answer } from '../../src/functions/failure';
import { counts, statuses, tree } from '../../src/functions/planAnswers';
import { inLanguage } from '../../src/plan/phrase';
import { reconcile } from '../../src/functions/reconcile';
import { schemaRows } from '../../src/functions/schemaAnswers';
import { CATALOGUE } from '../../src/check/run/catalogue';
import { runChecks } from '../../src/check/run/run';
import { DEFAULT_STATUSES } from '../../src/plan/status';
import type { Reading } from '../../src/read/source';
import { labelOfDirection, labelOfKind } from '../../src/schema/rows/labels';
import { creditColumn } from '../../src/sheets/creditColumns';
import { planView, type Measure } from '../../src/sheets/planView';
import { calculate, columnOf, seedReading, sheetsOf, type CalculatedSheets, type Rows } from './sheetTables';

/** Whole workbooks are calculated, on machines that do other work as well. */
/** The cells of an answer, which must have no refusal in it. */
function cellsOf(answer: Answer): unknown[][] {
  if (!answer.ok) throw new Error(inLanguage(answer.failure.sentence, 'nl'));
  return answer.value.map((row) => [...row]);
}

/** The columns that a hint names, of a whole table. */
function pointedAt(rows: Rows, argument: 'plan' | 'kredieten'): Rows {
  const [, first, last] = /\[(\w+)\]:\[(\w+)\]/.exec(inLanguage(TABLE_HINTS[argument], 'nl')) ?? [];
  const [from, to] = [rows[0]!.indexOf(first!), rows[0]!.indexOf(last!)];
  expect([from, to].map((at) => at >= 0)).toEqual([true, true]);
  return rows.map((row) => row.slice(from, to + 1));
}

const asColumn = (values: Rows[number]): Rows => values.map((value) => [value]);

/** To the cent; a calculator may give -0, which nobody sees. */
const rounded = (value: unknown): unknown => (typeof value === 'number' ? Math.round(value * 100) / 100 + 0 : value);

describe('each function gives what the native formulas of the sheets give: the accounts of 2024', () => {
  let reading: Reading;
  let sheets: CalculatedSheets;
  let plan: Rows;
  let credits: Rows;
  let codes: Rows;
  let measures: readonly Measure[];
  beforeAll(async () => {
    reading = await seedReading('004');
    sheets = calculate(sheetsOf(reading));
    [plan, credits] = [sheets.table('tblPlan'), sheets.table('tblKredieten')];
    codes = asColumn(columnOf(plan, 'Code', true));
    measures = planView(reading.document, DEFAULT_STATUSES).groups.flatMap((group) => group.measures);
  });

  test('BEDRAG: 482 codes, every kind, direction and phase of the plan sheet, objectives and plans included', () => {
    expect(codes).toHaveLength(482);
    expect(measures).toHaveLength(18);
    let filled = 0;
    for (const { cell, computed } of measures) {
      const answer = cellsOf(
        amounts(
          credits,
          codes,
          labelOfKind(cell.kind),
          labelOfDirection(cell.direction),
          creditColumn(cell.phase),
          cell.year,
        ),
      ).map(([value]) => value);
      const native = columnOf(plan, computed, true);
      expect([computed, answer]).toEqual([computed, native.map(rounded)]);
      filled += native.filter((value) => value !== '').length;
    }
    expect(filled).toBe(525);
  });

  test('the columns that the manual points at are enough for every function; those of the plan weigh a fifth', () => {
    const [fewPlan, fewCredits] = [pointedAt(plan, 'plan'), pointedAt(credits, 'kredieten')];
    const weight = (rows: Rows): number => JSON.stringify(rows).length;
    expect(weight(fewPlan) * 5).toBeLessThan(weight(plan));
    expect(weight(fewCredits)).toBeLessThan(weight(credits));
    const asked = ['Exploitatie', 'Uitgaven', 'Eindkrediet', 2024] as const;
    const answers = (p: Rows, c: Rows): readonly unknown[][][] => [
      cellsOf(amounts(c, codes, ...asked, p)),
      cellsOf(realisation(c, codes, 'Investeringen', 'Uitgaven', p)),
      cellsOf(statuses(p, codes)),
      cellsOf(counts(p, codes, null, 'AC')),
      cellsOf(tree(p, 'BD000003', null)),
      cellsOf(reconcile(c, sheets.table('tblOverdrachten'), null)),
      cellsOf(schemaRows('J1', c, p)),
    ];
    expect(answers(fewPlan, fewCredits)).toEqual(answers(plan, credits));
    // Texts of the evaluation are long, and only the checks read them.
    const texts = plan[0]!.indexOf('Evaluatie');
    const withTexts = plan.map((row) => row.slice(0, texts + 1));
    expect(cellsOf(control(withTexts, fewCredits, null))).toEqual(cellsOf(control(plan, credits, null)));
  });

  test('BEDRAG of a balance: receipts less expenditure', () => {
    const view = planView(reading.document, DEFAULT_STATUSES);
    for (const { cell } of measures) {
      const answer = cellsOf(
        amounts(credits, codes, labelOfKind(cell.kind), 'Saldo', creditColumn(cell.phase), null),
      ).map(([value]) => value);
      expect(answer).toEqual(
        view.nodes.map(({ id }) => {
          const cents = view.rollup.balance(id, cell);
          return cents === null ? '' : cents / 100;
        }),
      );
    }
  });

  test('REALISATIE: the accounts over the final credit of the plan sheet, and the rate of every line of credits', () => {
    for (const { cell, computed } of measures.filter((measure) => measure.cell.phase === 'actual')) {
      const budget = measures.find(
        (measure) =>
          measure.cell.phase === 'finalBudget' &&
          measure.cell.kind === cell.kind &&
          measure.cell.direction === cell.direction,
      )!;
      const [actual, credit] = [columnOf(plan, computed, true), columnOf(plan, budget.computed, true)];
      const answer = cellsOf(realisation(credits, codes, labelOfKind(cell.kind), labelOfDirection(cell.direction))).map(
        ([value]) => value,
      );
      expect(answer).toEqual(
        credit.map((value, at) => (Number(value) === 0 ? '' : Number(actual[at]) / Number(value))),
      );
    }
    const [code, kind, direction, rate] = ['Code', 'Soort', 'Richting', 'Realisatie'].map((heading) =>
      columnOf(credits, heading, true),
    ) as [Rows[number], Rows[number], Rows[number], Rows[number]];
    code.forEach((each, at) =>
      expect(cellsOf(realisation(credits, each, kind[at], direction[at]))).toEqual([[rate[at]]]),
    );
  });

  test('STATUS: the column of the sheet', () => {
    expect(cellsOf(statuses(plan, codes)).map(([value]) => value)).toEqual(columnOf(plan, 'Status', true));
  });

  test('AANTAL: what COUNTIFS finds by the path of the sheet, per status and level', () => {
    const [path, level, status] = ['Pad BD', 'Niveau', 'Status'].map((heading) => columnOf(plan, heading, true)) as [
      Rows[number],
      Rows[number],
      Rows[number],
    ];
    const objectives = [...new Set(path)].filter((code) => code !== '');
    expect(objectives.length).toBeGreaterThan(10);
    for (const { label } of DEFAULT_STATUSES) {
      for (const each of ['AP', 'AC', null]) {
        const native = objectives.map(
          (code) =>
            path.filter(
              (above, at) =>
                above === code && level[at] !== 'BD' && status[at] === label && (each === null || level[at] === each),
            ).length,
        );
        expect(cellsOf(counts(plan, asColumn(objectives), label, each)).map(([value]) => value)).toEqual(native);
      }
      expect(cellsOf(counts(plan, null, label, null))).toEqual([[status.filter((value) => value === label).length]]);
    }
  });

  test('AANTAL of direct parts: the hidden counts of the sheet', () => {
    const plans = codes.map(([code]) => String(code)).filter((code) => code.startsWith('AP'));
    const native = (heading: string): Rows[number] =>
      columnOf(plan, heading, true).filter((_, at) => String(codes[at]![0]).startsWith('AP'));
    const label = (meaning: string): string => DEFAULT_STATUSES.find((term) => term.meaning === meaning)!.label;
    for (const [heading, meaning] of [
      ['Delen klaar', 'done'],
      ['Delen op schema', 'onTrack'],
      ['Delen achter', 'offTrack'],
      ['Delen niet gestart', 'notStarted'],
    ] as const) {
      expect(cellsOf(counts(plan, asColumn(plans), label(meaning), 'AC')).map(([value]) => value)).toEqual(
        native(heading),
      );
    }
  });

  test('BOOM: the rows of the sheet under a code, in its order', () => {
    const path = columnOf(plan, 'Pad BD', true);
    const [code, title, level, status] = ['Code', 'Titel', 'Niveau', 'Status'].map((heading) =>
      columnOf(plan, heading, true),
    ) as [Rows[number], Rows[number], Rows[number], Rows[number]];
    const depth = { BD: 0, AP: 1, AC: 2 } as Record<string, number>;
    const rows = code.map((each, at) => [depth[String(level[at])], each, title[at], level[at], status[at]]);
    const objective = path.find((each) => each !== '');
    expect(cellsOf(tree(plan, objective, null)).slice(1)).toEqual(rows.filter((_, at) => path[at] === objective));
    expect(cellsOf(tree(plan, objective, 1)).slice(1)).toEqual(
      rows.filter(([deep], at) => path[at] === objective && Number(deep) <= 1),
    );
    expect(cellsOf(tree(plan, null, null)).slice(1)).toEqual(rows);
  });

  test('CONTROLE: the findings of the sheet Controle, as far as two tables can tell them', () => {
    const found = cellsOf(control(plan, credits, null)).slice(1);
    const checks = new Set(
      CATALOGUE.filter(({ reads }) => reads.every((part) => ['info', 'nodes', 'amounts'].includes(part))).map(
        ({ id }) => id,
      ),
    );
    const native = runChecks(reading.document).filter(
      ({ check }) => checks.has(check) && !check.startsWith('amounts.'),
    );
    expect(native.length).toBeGreaterThan(20);
    expect(found.map(([, , message]) => message).sort()).toEqual(native.map(({ message }) => message).sort());
  });

  test('AFSTEMMING: the lines of the sheet Afstemming, verdicts included', () => {
    const native = sheets.table('tblAfstemming');
    const answer = cellsOf(reconcile(credits, sheets.table('tblOverdrachten'), null));
    const headings = answer[0]!.map(String);
    const columns = headings.map((heading) => native[0]!.indexOf(heading));
    expect(columns).not.toContain(-1);
    const byKey = (left: unknown[], right: unknown[]): number =>
      left.slice(0, 4).join('|') < right.slice(0, 4).join('|') ? -1 : 1;
    expect(answer.slice(1).sort(byKey)).toEqual(
      native
        .slice(1)
        .map((row) => columns.map((at) => rounded(row[at])))
        .sort(byKey),
    );
  });

  test('AFSTEMMING of objectives adds up to that of the whole', () => {
    const objectives = asColumn(codes.map(([code]) => code!).filter((code) => String(code).startsWith('BD')));
    const transfers = sheets.table('tblOverdrachten');
    const sum = (rows: unknown[][], column: number): number =>
      Math.round(rows.slice(1).reduce((total, row) => total + Number(row[column] === '' ? 0 : row[column]), 0) * 100);
    const [all, top] = [
      cellsOf(reconcile(credits, transfers, null)),
      cellsOf(reconcile(credits, transfers, objectives)),
    ];
    expect(top.length).toBeLessThan(all.length);
    for (const column of [4, 5, 6, 7, 8, 9, 10]) expect(sum(top, column)).toBe(sum(all, column));
  });

  test('SCHEMA: the figures of every schema sheet, also when the computed rows are emptied first', () => {
    const names = sheets.book.tables.map(({ name }) => name).filter((name) => /^tbl[JTM]\d$/.test(name));
    expect(names).toEqual(['tblJ1', 'tblJ2', 'tblJ3', 'tblJ4', 'tblJ5', 'tblT1', 'tblT2', 'tblT4']);
    for (const name of names) {
      const table = sheets.table(name);
      const given = sheets.book.sheets.find((sheet) => sheet.name === name.slice(3))!;
      const area = sheets.book.tables.find((each) => each.name === name)!.area;
      // A schema works out what follows from its own rows; what follows from other sheets is given. So is a figure that is printed again; the one part of financing in J3 is the whole.
      const isOwn = (formula: string | null | undefined): boolean =>
        formula != null && !/!|tbl|ROUND\(SUM\([A-Z]+\d+\)\+N/.test(formula) && name !== 'tblJ3';
      const key = table[0]!.indexOf('Sleutel');
      // An emptied row for what is not assigned would be a heading to whoever reads the table.
      const emptied = table.map((row, at) =>
        row.map((value, across) =>
          !String(row[key]).startsWith('u') && isOwn(given.cells[area.row + at]?.[area.column + across]?.formula)
            ? ''
            : value,
        ),
      );
      const blanks = (rows: Rows): number => rows.flat().filter((value) => value === '').length;
      expect([name, blanks(emptied) > blanks(table)]).toEqual([name, name !== 'tblJ3']);
      for (const input of [table, emptied]) {
        const answer = cellsOf(schemaRows(name.slice(3), input, null));
        const columns = answer[0]!.map((heading) => table[0]!.indexOf(String(heading)));
        expect(columns.length).toBeGreaterThan(2);
        expect([name, answer]).toEqual([name, table.map((row) => columns.map((at) => rounded(row[at])))]);
      }
    }
  });

  test('SCHEMA from credits: J1, J2 and J3 beside the printed ones, to the euro that rounding explains', () => {
    const transactions = (name: string, withPlan: boolean): unknown[][] =>
      cellsOf(schemaRows(name, credits, withPlan ? plan : null));
    const printed = (name: string): Rows => sheets.table(`tbl${name}`);
    const near = (found: unknown, wanted: unknown, lines: number): void => {
      expect(Math.abs(Number(found === '' ? 0 : found) - Number(wanted === '' ? 0 : wanted))).toBeLessThanOrEqual(
        Math.floor((lines + 1) / 2),
      );
    };
    const [j2, sheetJ2] = [transactions('J2', false), printed('J2')];
    expect(j2[0]).toEqual(['Nr', 'Omschrijving', 'Jaarrekening 2024', 'Eindkredieten 2024', 'Initiële kredieten 2024']);
    expect(j2.slice(1).map(([marker, label]) => [marker, label])).toEqual(
      sheetJ2.slice(1, 13).map(([marker, label]) => [marker, label]),
    );
    // "Meerjarenplan 2024" of the accounts is the final credit.
    j2.slice(2).forEach((row, at) =>
      [2, 3].forEach((column) => near(row[column], sheetJ2[at + 2]![column], credits.length)),
    );
    expect(j2.at(-1)![2]).toBe(
      Number(j2.find(([marker]) => marker === 'III.')![2]) + Number(j2.find(([marker]) => marker === 'IV.')![2]),
    );

    const [j3, sheetJ3] = [transactions('J3', false), printed('J3')];
    for (const row of j3.slice(1)) {
      const wanted = sheetJ3.find(([, label]) => label === row[1])!;
      j3[0]!
        .slice(2)
        .forEach((heading, at) => near(row[at + 2], wanted[sheetJ3[0]!.indexOf(String(heading))], credits.length));
    }

    // In J1 a block starts with the name of its objective; what is zero everywhere is not printed there.
    const blocks = (rows: readonly (readonly unknown[])[]): Map<string, readonly unknown[]> => {
      const found = new Map<string, readonly unknown[]>();
      let [objective, kind] = ['', ''];
      for (const row of rows) {
        const label = String(row[1]);
        const code = /^(?:Prioritaire beleidsdoelstelling: (\S+)|(Totaal))$/.exec(label);
        if (code) objective = code[1] ?? label;
        else if (['Exploitatie', 'Investering', 'Financiering'].includes(label)) kind = label;
        else if (['Uitgave', 'Ontvangst', 'Saldo'].includes(label)) found.set(`${objective} ${kind} ${label}`, row);
      }
      return found;
    };
    const [own, given] = [blocks(transactions('J1', true).slice(1)), blocks(printed('J1').slice(1))];
    expect(given.size).toBeGreaterThan(40);
    for (const [cell, row] of given)
      [2, 3].forEach((column) => near(own.get(cell)?.[column] ?? 0, row[column], credits.length));
    for (const [cell, row] of own) if (!given.has(cell)) [2, 3].forEach((column) => near(row[column], 0, 1));
  });

  test('SCHEMA from credits refuses what credits cannot tell', () => {
    for (const name of ['J4', 'J5', 'T1', 'T2', 'T3', 'T4', 'T5']) {
      expect(schemaRows(name, credits, null)).toMatchObject({
        ok: false,
        failure: {
          code: 'value',
          sentence: expect.objectContaining({ nl: expect.stringMatching(`^${name} kan niet uit kredieten`) }),
        },
      });
    }
  });

  test('no sheet of ours needs a custom function: without the add-in everything still recalculates', () => {
    const formulas = sheets.book.sheets.flatMap(({ cells }) =>
      cells.flatMap((row) => row.flatMap((cell) => cell?.formula ?? [])),
    );
    expect(formulas.length).toBeGreaterThan(30_000);
    expect(formulas.filter((formula) => /\bPLAN\./i.test(formula))).toEqual([]);
    expect(formulas.filter((formula) => /_xldudf|_xlfn\.(?!XLOOKUP)/i.test(formula))).toEqual([]);
  });
});
