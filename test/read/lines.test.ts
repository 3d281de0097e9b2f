import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { formatAmount } from '../../src/plan/amountText';
import { gridOfCsv, opensTable } from '../../src/read/lines/csv';
import { readTables, type TablesReading } from '../../src/read/lines/tables';

const read = (files: Readonly<Record<string, string>>): TablesReading =>
  readTables(Object.entries(files).map(([name, text]) => gridOfCsv(text, name)));

const lineOf = (text: string) => read({ 'lijnen.csv': text }).ledger.lines[0];

describe('budget lines from csv', () => {
  test('columns in any order, by other names, with accents, capitals, blanks and a currency behind', () => {
    const line = lineOf(
      `BOEKJAAR;Initiële kredieten (EUR);ar;Beleids veld;Actie-code;Gerealiseerd;MJP;Krediet;Bestuur;Dienst
2024;1.000,50;6130000;0119;AC1;800,25;MJP000001;1.200;AGB Waterdorp;ICT`,
    );
    expect(line).toMatchObject({
      year: 2024,
      initialCents: 100_050,
      account: '6130000',
      policyField: '0119',
      action: 'AC1',
      actualCents: 80_025,
      estimate: 'MJP000001',
      finalCents: 120_000,
      entity: 'AGB Waterdorp',
      extra: { Dienst: 'ICT' },
      source: { line: 2, file: 'lijnen.csv' },
    });
  });

  test.each([
    ['semicolon', ';'],
    ['comma', ','],
    ['tab', '\t'],
  ])('cells set off by a %s, quoted where they hold one', (_, sign) => {
    const row = (...cells: readonly string[]): string => cells.map((cell) => `"${cell}"`).join(sign);
    const text = `\uFEFF${row('Jaar', 'Rekening', 'Omschrijving', 'Krediet')}\r\n${row('2024', '6130000', `a${sign}b ""c""\nd`, '1.234,56')}\r\n`;
    expect(lineOf(text)).toMatchObject({ description: `a${sign}b "c"\nd`, finalCents: 123_456 });
  });

  test('a title and Excel’s own mark may stand above the header; rows count from the top of the file', () => {
    const { ledger, findings } = read({
      'lijnen.csv': `sep=;\nUitvoer van 12 maart\n\nJaar;AR;Krediet\n2024;6130000;12x\n\n2024;6130000;5`,
    });
    expect(ledger.lines.map(({ source }) => source.line)).toEqual([5, 7]);
    expect(findings).toMatchObject([
      { check: 'lines.bad-amount', figures: { file: 'lijnen.csv', row: 5, column: 'Krediet', value: '12x' } },
    ]);
  });

  test.each([
    ['1.234,56', 123_456],
    ['1234,5', 123_450],
    ['-1.234,56', -123_456],
    ['1.234,56-', -123_456],
    ['(1.234,56)', -123_456],
    ['€ 12', 1200],
    [',50', 50],
    ['990.000', 99_000_000],
    ['12,5000', 1250],
    ['-', 0],
    ['', null],
  ])('%s is an amount', (text, cents) => {
    expect(lineOf(`Jaar;AR;Krediet;Gerealiseerd\n2024;6130000;"${text}";1`)?.finalCents).toBe(cents);
  });

  test.each(['1234.56', '1,234.56', '1.23', '12,345', 'abc', '1 2', '12,3,4'])('%s is not guessed at', (text) => {
    const { ledger, findings } = read({ 'a.csv': `Jaar;AR;Krediet;Gerealiseerd\n2024;6130000;"${text}";1` });
    expect(ledger.lines[0]?.finalCents).toBeNull();
    expect(findings).toMatchObject([
      { check: 'lines.bad-amount', severity: 'error', figures: { row: 2, value: text } },
    ]);
  });

  test('any amount as a report prints it is read to the cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 13), max: 10 ** 13 }), (cents) => {
        const text = formatAmount(cents, 'cent');
        expect(lineOf(`Jaar;AR;Krediet;Omschrijving\n2024;6130000;${text};x`)?.finalCents).toBe(cents);
      }),
    );
  });

  test('zeros that a spreadsheet took away come back, and what stands behind a number does not count', () => {
    expect(lineOf('Jaar;AR;BV;Krediet\n2024;2291000/01/0119;119;1')).toMatchObject({
      account: '2291000',
      policyField: '0119',
    });
    expect(lineOf('Jaar;AR;BV;Krediet\n2024;229.1000 - Gebouwen;10 - Overdrachten;1')).toMatchObject({
      account: '2291000',
      policyField: '0010',
    });
  });

  test('bad cells are told by file, row and column, the rest of the row stays', () => {
    const { ledger, findings } = read({
      'lijnen.csv': `Jaar;Algemene rekening;Beleidsveld;Soort;Richting;Eindkrediet
20x4;6130000;0119;E;U;1
2024;;0119;E;U;2
2024;6130000;0119;Q;X;3
2024;rek 5;veld;E;U;4
Totaal;;;;;10`,
    });
    expect(ledger.lines.map(({ finalCents }) => finalCents)).toEqual([200, 300, 400]);
    expect(findings.map(({ check, figures }) => `${check} ${figures.row} ${figures.column ?? ''}`.trim())).toEqual([
      'lines.bad-year 2 Jaar',
      'lines.empty-cell 3 Algemene rekening',
      'lines.bad-choice 4 Soort',
      'lines.bad-choice 4 Richting',
      'lines.bad-code 5 Algemene rekening',
      'lines.bad-code 5 Beleidsveld',
      'lines.total-row 6',
    ]);
  });

  test('a quotation mark that is never closed is told, with how many lines it took', () => {
    const rows = Array.from({ length: 5 }, (_, index) => `2024;6130000;Rij ${index};1`).join('\n');
    const { findings } = read({ 'a.csv': `Jaar;AR;Omschrijving;Krediet\n2024;6130000;"Open;1\n${rows}` });
    expect(findings).toMatchObject([
      { check: 'lines.open-quote', figures: { row: 2, column: 'Omschrijving', swallowed: 5 } },
    ]);
  });

  test('a column that lines cannot do without is asked for, and nothing is read', () => {
    const { ledger, findings } = read({ 'a.csv': 'Algemene rekening;Eindkrediet\n6130000;5' });
    expect(ledger.lines).toEqual([]);
    expect(findings).toMatchObject([{ check: 'lines.missing-column', figures: { column: 'Jaar', row: 1 } }]);
  });
});

describe('files by their columns', () => {
  const FILES = {
    'a.csv': 'Naam;Soort;Ondernemingsnummer\nAGB Waterdorp;AGB;0123.456.789',
    'b.csv': 'Beleidsveld;Beleidsdomein\n119;Bestuur',
    'c.csv':
      'Code;Titel;Boven;Niveau;Prioritair\nAC1;Actie;AP1;Actie;nee\nAP1;Plan;BD1;Actieplan;\nBD1;Doel;;Beleidsdoelstelling;ja',
    'd.csv':
      'Entiteit;Rekening;Omschrijving;Beginsaldo;Debet;Credit;Eindsaldo;Jaar\nAGB Waterdorp;5500000;Bank;1;2;3;0;2024',
    'e.csv': 'Entiteit;Algemene rekening;Jaar;Eindkrediet;Beleidsdomein\nAGB Waterdorp;6130000;2024;5;Bestuur',
  };

  test('in any order they give the same tables', () => {
    const forward = read(FILES);
    const backward = read(Object.fromEntries(Object.entries(FILES).reverse()));
    expect(backward.ledger).toEqual(forward.ledger);
    expect(backward.nodes).toEqual(forward.nodes);
    expect(forward.ledger).toMatchObject({
      entities: [{ name: 'AGB Waterdorp', kind: 'agb', enterpriseNumber: '0123.456.789' }],
      domains: [{ policyField: '0119', name: 'Bestuur' }],
      balance: [{ account: '5500000', openingCents: 100, debitCents: 200, creditCents: 300, closingCents: 0 }],
      lines: [{ extra: { Beleidsdomein: 'Bestuur' } }],
    });
    expect(forward.findings).toEqual([]);
  });

  test('the plan hangs together whatever the order of its rows', () => {
    const { nodes, levels } = read(FILES);
    expect(nodes.map(({ id, parent, level, priority }) => [id, parent, level, priority])).toEqual([
      ['AC1', 'AP1', 'AC', false],
      ['AP1', 'BD1', 'AP', null],
      ['BD1', null, 'BD', true],
    ]);
    expect(levels.map(({ id, rank }) => [id, rank])).toEqual([
      ['BD', 1],
      ['AP', 2],
      ['AC', 3],
    ]);
  });

  test('a code twice and a parent that is not there are told', () => {
    const { nodes, findings } = read({ 'c.csv': 'Code;Titel;Boven\nAC1;Een;AP9\nAC1;Twee;' });
    expect(nodes).toMatchObject([{ id: 'AC1', title: 'Een', parent: null }]);
    expect(findings.map(({ check, figures }) => [check, figures.row, figures.value])).toEqual([
      ['lines.duplicate-code', 3, 'AC1'],
      ['lines.unknown-parent', 2, 'AP9'],
    ]);
  });

  test('an export of the digital reporting and a report are none of them', () => {
    expect(opensTable('Bestuur;Beleidsdoelst. totaaloverzicht;2026,Uitgave\nGent;x;1')).toBe(false);
    expect(opensTable('Beleidsevaluatie\n\nPrioritaire beleidsdoelstelling: BD1\n')).toBe(false);
  });
});
