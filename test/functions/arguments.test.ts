import { describe, expect, test } from '@jest/globals';
import { amounts, realisation } from '../../src/functions/amounts';
import { MAX_ARGUMENT_BYTES, tooLarge } from '../../src/functions/cells';
import { control } from '../../src/functions/control';
import { Refusal, type Answer } from '../../src/functions/failure';
import { counts, statuses, tree } from '../../src/functions/planAnswers';
import { inLanguage } from '../../src/plan/phrase';
import { reconcile } from '../../src/functions/reconcile';
import { schemaRows } from '../../src/functions/schemaAnswers';

const CREDITS = [
  ['Jaar', 'BD', 'AP', 'AC', 'Code', 'Omschrijving', 'Soort', 'Richting', 'Eindkrediet', 'Jaarrekening'],
  [2024, 'BD1', 'AP1', 'AC1', 'AC1', 'Eerste', 'Exploitatie', 'Uitgaven', 1000.1, 900.05],
  [2024, 'BD1', 'AP1', 'AC2', 'AC2', 'Tweede', 'Exploitatie', 'Uitgaven', '500', ''],
  [2025, 'BD1', 'AP1', 'AC1', 'AC1', 'Eerste', 'Exploitatie', 'Uitgaven', 7, ''],
  [2024, 'BD1', 'AP2', '', 'AP2', 'Op het plan zelf', 'Exploitatie', 'Ontvangsten', 0.2, 0.1],
  ['Totaal', '', '', '', '', '', '', '', 1507.3, 900.15],
];

const PLAN = [
  ['Code', 'Titel', 'Niveau', 'Boven', 'Status'],
  ['BD1', 'Doel', 'BD', '', 'Voortgang loopt zoals gepland'],
  ['AP1', 'Plan', 'AP', 'BD1', ''],
  ['AC1', 'Eerste', 'AC', 'AP1', 'Niet opgestart'],
  ['ac2', 'Tweede', 'AC', 'ap1', 'Resultaat is behaald'],
  ['AP2', 'Leeg plan', 'AP', 'BD1', ''],
  ['Totaal', '', '', '', ''],
];

const TRANSFERS = [
  ['Actie', 'Soort', 'Richting', 'Van jaar', 'Bedrag'],
  ['AC1', 'Exploitatie', 'Uitgaven', 2024, 50],
];

const cells = (answer: Answer): unknown =>
  answer.ok
    ? answer.value.map((row) =>
        row.map((cell) => (cell instanceof Refusal ? `${cell.code}: ${inLanguage(cell.sentence, 'nl')}` : cell)),
      )
    : `${answer.failure.code}: ${inLanguage(answer.failure.sentence, 'nl')}`;

const spent = (
  codes: unknown,
  more: {
    readonly credits?: unknown;
    readonly kind?: unknown;
    readonly direction?: unknown;
    readonly phase?: unknown;
    readonly year?: unknown;
  } = {},
): unknown =>
  cells(
    amounts(
      more.credits ?? CREDITS,
      codes,
      more.kind ?? 'Exploitatie',
      more.direction ?? 'Uitgaven',
      more.phase ?? 'Eindkrediet',
      more.year,
    ),
  );

const withCell = (table: readonly (readonly unknown[])[], row: number, column: number, value: unknown): unknown[][] =>
  table.map((line, at) => line.map((cell, across) => (at === row && across === column ? value : cell)));

describe('codes', () => {
  test('answers spill to the shape of the codes; empty for empty', () => {
    expect(
      spent([
        ['AC1', 'AC2'],
        ['', 'BD1'],
      ]),
    ).toEqual([
      [1007.1, 500],
      ['', 1507.1],
    ]);
  });

  test('one cell is a range of one', () => {
    expect(spent('AP1')).toEqual([[1507.1]]);
    expect(spent([['AP1']])).toEqual([[1507.1]]);
  });

  test('capitals and blanks make no difference, as in the formulas of the sheet', () => {
    expect(spent([[' ac1 ']])).toEqual([[1007.1]]);
    expect(cells(statuses(PLAN, [['AC2']]))).toEqual([['Resultaat is behaald']]);
  });

  test('codes that are numbers are found as text and as number', () => {
    const credits = withCell(withCell(CREDITS, 1, 4, 101), 1, 3, 101);
    expect(spent([['101', 101]], { credits })).toEqual([[1000.1, 1000.1]]);
    expect(spent([['101', 101]], { credits: withCell(CREDITS, 1, 4, '101') })).toEqual([[1000.1, 1000.1]]);
  });

  test('a code without credits is empty, not zero; one that is not in the plan is #N/A', () => {
    expect(spent([['AC9']])).toEqual([['']]);
    expect(cells(statuses(PLAN, [['AC9'], ['AC1']]))).toEqual([
      ['notAvailable: De code AC9 staat niet op het blad Plan.'],
      ['Niet opgestart'],
    ]);
    expect(cells(counts(PLAN, [['AC9']], null, null))).toEqual([
      ['notAvailable: De code AC9 staat niet op het blad Plan.'],
    ]);
    expect(cells(tree(PLAN, 'AC9', null))).toBe('notAvailable: De code AC9 staat niet op het blad Plan.');
    expect(cells(control(PLAN, CREDITS, 'AC9'))).toBe('notAvailable: De code AC9 staat niet op het blad Plan.');
  });

  test('with the plan a code that is nowhere is #N/A; one without credits, or with credits alone, is not', () => {
    const codes = [['AC9'], ['AP2'], ['AC1'], ['']];
    const plan = PLAN.map((row) => row.slice(0, 1));
    const unknown = 'notAvailable: De code AC9 staat niet op het blad Plan.';
    const asked = ['Exploitatie', 'Uitgaven', 'Eindkrediet', null] as const;
    expect(cells(amounts(CREDITS, codes, ...asked, plan))).toEqual([[unknown], [''], [1007.1], ['']]);
    expect(cells(amounts(CREDITS, codes, ...asked))).toEqual([[''], [''], [1007.1], ['']]);
    const withoutAc1 = plan.filter(([code]) => code !== 'AC1');
    expect(cells(amounts(CREDITS, 'AC1', ...asked, withoutAc1))).toEqual([[1007.1]]);
    expect(cells(realisation(CREDITS, codes, 'Exploitatie', 'Uitgaven', plan))).toEqual([
      [unknown],
      [''],
      [900.05 / 1007.1],
      [''],
    ]);
    expect(cells(amounts(CREDITS, codes, ...asked, [['Naam'], ['AC9']]))).toMatch(
      /^value: De tabel voor plan heeft geen/,
    );
  });

  test('an error in the cell of a code stays an error, the others are answered', () => {
    expect(spent([[{ type: 'Error', basicValue: '#N/A' }], ['AC1']])).toEqual([
      ['notAvailable: De cel met de code bevat een fout.'],
      [1007.1],
    ]);
  });

  test('left out', () => {
    expect(spent(null)).toBe('value: Geef een code, of een kolom met codes.');
    expect(cells(counts(PLAN, null, null, null))).toEqual([[5]]);
    expect(cells(tree(PLAN, null, 0))).toEqual([
      ['Diepte', 'Code', 'Titel', 'Niveau', 'Status'],
      [0, 'BD1', 'Doel', 'BD', 'Voortgang loopt zoals gepland'],
    ]);
  });
});

describe('choices', () => {
  test('any case, singular and plural', () => {
    expect(spent('AC1', { kind: 'exploitatie', direction: 'UITGAVE', phase: 'eindkredieten', year: 2024 })).toEqual([
      [1000.1],
    ]);
  });

  test('what is none of them is #VALUE! and names them', () => {
    expect(spent('AC1', { kind: 'Onderhoud' })).toBe(
      'value: "Onderhoud" is geen soort. Kies Exploitatie, Investeringen of Financiering.',
    );
    expect(spent('AC1', { direction: [['']] })).toBe('value: Kies voor richting: Uitgaven, Ontvangsten of Saldo.');
    expect(spent('AC1', { phase: 7 })).toBe(
      'value: "7" is geen fase. Kies Jaarrekening, Eindkrediet, Initieel krediet of Meerjarenplan.',
    );
    expect(spent('AC1', { kind: { type: 'Error', basicValue: '#REF!' } })).toMatch(/^value: Kies voor soort/);
  });

  test('a year as number, as text, left out or empty', () => {
    expect([2024, '2024', [[2024]]].map((year) => spent('AC1', { year }))).toEqual([
      [[1000.1]],
      [[1000.1]],
      [[1000.1]],
    ]);
    expect([null, undefined, '', 0, [['']]].map((year) => spent('AC1', { year }))).toEqual(
      Array.from({ length: 5 }, () => [[1007.1]]),
    );
    expect(spent('AC1', { year: 'vorig' })).toMatch(/^value: "vorig" is geen jaar\./);
  });

  test('a level that does not occur, a depth that is none, a rate of a balance', () => {
    expect(cells(counts(PLAN, 'BD1', null, 'AX'))).toBe(
      'value: Niveau "AX" komt niet voor in het plan; wel BD, AP, AC.',
    );
    expect(cells(tree(PLAN, 'BD1', 'veel'))).toMatch(/^value: "veel" is geen diepte\./);
    expect(cells(realisation(CREDITS, 'AC1', 'Exploitatie', 'Saldo'))).toMatch(/^value: Een realisatiegraad/);
  });

  test('a status counts in any case, and alone or with a level', () => {
    expect(cells(counts(PLAN, [['BD1'], ['AP1'], ['AC1']], 'niet opgestart', null))).toEqual([[1], [1], [0]]);
    expect(cells(counts(PLAN, [['BD1']], null, 'ap'))).toEqual([[2]]);
    expect(cells(counts(PLAN, [['BD1']], 'Niet opgestart', 'AP'))).toEqual([[0]]);
  });

  test('the call itself, which Excel adds behind the arguments, is no argument', () => {
    const call = { functionName: 'AANTAL', address: 'Blad1!A1' };
    expect(cells(counts(PLAN, [['BD1']], call, undefined))).toEqual([[4]]);
    expect(spent('AC1', { year: call })).toEqual([[1007.1]]);
  });
});

describe('tables', () => {
  test('are found by their headings, wherever they stand and whatever stands above them', () => {
    const moved = [
      ['Kredieten van de stad', '', '', ''],
      ['', '', '', ''],
      ['  eindkrediet', 'Richting', 'AP', 'SOORT', 'Code'],
      [5, 'Uitgaven', 'AP1', 'Exploitatie', 'AC1'],
    ];
    expect(spent([['AC1', 'AP1']], { credits: moved })).toEqual([[5, 5]]);
  });

  test('headings merged with those beside them leave empty headings, which name no column', () => {
    const merged = [
      ['Jaar', '', 'Code', 'Soort', 'Richting', 'Eindkrediet'],
      [2024, 'AC1', 'AC2', 'Exploitatie', 'Uitgaven', 5],
    ];
    expect(spent([['AC1', 'AC2']], { credits: merged })).toEqual([['', 5]]);
  });

  test('a column of the user after the code is no level', () => {
    const credits = CREDITS.map((row, at) => [...row, at === 0 ? 'Vervangt' : 'AC2']);
    expect(spent([['AC2']], { credits })).toEqual([[500]]);
  });

  test('a heading that is missing is named', () => {
    expect(spent('AC1', { credits: CREDITS.map((row) => row.slice(0, 8)) })).toBe(
      'value: De tabel voor kredieten heeft geen kolom "Eindkrediet". Geef de koppen mee, bijvoorbeeld tblKredieten[[#Alles];[Jaar]:[Jaarrekening]].',
    );
    expect(spent('AC1', { credits: CREDITS.slice(1) })).toMatch(
      /^value: De tabel voor kredieten heeft geen kolom "Code"/,
    );
    expect(spent('AC1', { credits: CREDITS.map((row) => row.slice(1)), year: 2024 })).toMatch(/geen kolom "Jaar"/);
    expect(cells(statuses([['Code']], 'AC1'))).toBe(
      'value: Geef voor plan een tabel met de koppen erbij, bijvoorbeeld tblPlan[[#Alles];[Code]:[Status]].',
    );
    expect(cells(reconcile(CREDITS, null, null))).toMatch(/^value: Geef voor overdrachten een tabel/);
  });

  test('no table at all, or one cell', () => {
    for (const credits of ['AC1', [['AC1']], [[]], []])
      expect(spent('AC1', { credits })).toMatch(/^value: Geef voor kredieten een tabel/);
  });

  test('amounts: digits as text count, other text and errors are told with their row', () => {
    expect(spent([['AC2']])).toEqual([[500]]);
    expect(spent([['AC1', 'AC2', 'AP1']], { credits: withCell(CREDITS, 1, 8, '1.000,10') })).toEqual([
      [
        'value: In rij 2 van de kredieten staat in Eindkrediet geen bedrag maar "1.000,10". Typ er een getal.',
        500,
        'value: In rij 2 van de kredieten staat in Eindkrediet geen bedrag maar "1.000,10". Typ er een getal.',
      ],
    ]);
    expect(spent([['AC1']], { credits: withCell(CREDITS, 1, 8, { type: 'Error', basicValue: '#DIV/0!' }) })).toEqual([
      ['value: In rij 2 van de kredieten staat in Eindkrediet een fout (#DIV/0!).'],
    ]);
    expect(
      spent([['AC1']], {
        credits: withCell(CREDITS, 1, 8, { type: 'FormattedNumber', basicValue: 3.3, numberFormat: '0.0' }),
      }),
    ).toEqual([[10.3]]);
  });

  test('an error in a cell that is not asked about does no harm', () => {
    expect(spent([['AC1']], { credits: withCell(CREDITS, 2, 8, { type: 'Error', basicValue: '#N/A' }) })).toEqual([
      [1007.1],
    ]);
    expect(spent([['AC1']], { credits: withCell(CREDITS, 1, 9, { type: 'Error', basicValue: '#N/A' }) })).toEqual([
      [1007.1],
    ]);
  });

  test('cents are exact: no sum of binary fractions', () => {
    const credits = [
      CREDITS[0]!,
      ...Array.from({ length: 10 }, () => [2024, 'BD1', 'AP1', 'AC1', 'AC1', '', 'Exploitatie', 'Uitgaven', 0.1, 0.7]),
    ];
    expect(spent('BD1', { credits })).toEqual([[1]]);
    expect(spent('BD1', { credits, phase: 'Jaarrekening' })).toEqual([[7]]);
  });

  test('a balance takes expenditure off the receipts, and is empty where neither is printed', () => {
    expect(spent([['BD1'], ['AP2'], ['AC9']], { direction: 'Saldo', year: 2024 })).toEqual([[-1499.9], [0.2], ['']]);
  });

  test('a circle of parents does not hang', () => {
    const plan = [
      ['Code', 'Titel', 'Niveau', 'Boven', 'Status'],
      ['A', '', 'AC', 'B', ''],
      ['B', '', 'AC', 'A', ''],
      ['C', '', 'AC', 'C', ''],
    ];
    expect(cells(counts(plan, [['A', 'B', 'C']], null, null))).toEqual([[expect.any(Number), expect.any(Number), 0]]);
    expect(cells(tree(plan, null, null))).toHaveLength(4);
    expect(cells(control(plan, CREDITS, null))).toEqual(
      expect.arrayContaining([expect.arrayContaining(['structure.orphan'])]),
    );
  });

  test('text that looks like a formula stays text', () => {
    expect(cells(tree(withCell(PLAN, 1, 1, '=1+1'), 'BD1', 0))).toEqual([
      expect.anything(),
      [0, 'BD1', '=1+1', 'BD', 'Voortgang loopt zoals gepland'],
    ]);
  });
});

describe('CONTROLE tells mistakes in the cells of credits with their row', () => {
  const told = (credits: unknown): readonly string[] =>
    (cells(control(PLAN, credits, null)) as string[][])
      .slice(1)
      .map(([severity, code, message, check]) => `${severity} ${code} ${check} ${message}`);

  test.each([
    [
      4,
      'AC7',
      'fout  sheet.unknown-code Rij 2 van de kredieten verwijst naar "AC7", en die code staat niet op het blad Plan.',
    ],
    [6, 'Onderhoud', 'fout AC1 sheet.bad-choice Rij 2 van de kredieten heeft als soort "Onderhoud"'],
    [7, '', 'fout AC1 sheet.bad-choice Rij 2 van de kredieten heeft als richting ""'],
    [0, 'vorig', 'fout AC1 sheet.bad-year Rij 2 van de kredieten heeft als jaar "vorig".'],
    [8, 'veel', 'fout AC1 sheet.bad-amount In rij 2 van de kredieten staat in Eindkrediet geen bedrag maar "veel".'],
  ])('column %i holding %j', (column, value, sentence) => {
    expect(told(CREDITS).filter((line) => line.includes('sheet.'))).toEqual([]);
    expect(told(withCell(CREDITS, 1, column, value)).filter((line) => line.startsWith(sentence))).toHaveLength(1);
  });

  test("a status outside the usual list is a mistake where the plan uses that list, and the board's own business elsewhere", () => {
    const unknown = (plan: unknown): number =>
      (cells(control(plan, CREDITS, null)) as string[][]).filter(([, , , check]) => check === 'status.unknown').length;
    expect(unknown(withCell(PLAN, 3, 4, 'Net opgestart'))).toBe(1);
    expect(unknown(PLAN.map((row, at) => (at === 0 ? row : [...row.slice(0, 4), 'groen'])))).toBe(0);
  });

  test('of one code: itself and what is below', () => {
    const all = told(withCell(CREDITS, 1, 6, 'Onderhoud'));
    const under = (code: string): string[][] =>
      (cells(control(PLAN, withCell(CREDITS, 1, 6, 'Onderhoud'), code)) as string[][]).slice(1);
    expect(under('BD1').length).toBeLessThanOrEqual(all.length);
    expect(under('AP1').some(([, code]) => code === 'AC1')).toBe(true);
    expect(under('AP2').some(([, code]) => code === 'AC1')).toBe(false);
  });
});

describe('AFSTEMMING', () => {
  test('a line per action, or per asked code with all below', () => {
    const [head, ...lines] = cells(reconcile(CREDITS, TRANSFERS, null)) as unknown[][];
    expect(head).toEqual([
      'Jaar',
      'Code',
      'Soort',
      'Richting',
      'Initieel krediet',
      'Eindkrediet',
      'Jaarrekening',
      'Overschreden of meer ontvangen',
      'Overgedragen',
      'Te veel overgedragen',
      'Vervallen of minder ontvangen',
      'Oordeel',
    ]);
    expect(lines).toEqual([
      [2024, 'AC1', 'Exploitatie', 'Uitgaven', '', 1000.1, 900.05, 0, 50, 0, 50.05, 'vervalt'],
      [2024, 'AC2', 'Exploitatie', 'Uitgaven', '', 500, '', 0, '', 0, 500, 'vervalt'],
      [2024, 'AP2', 'Exploitatie', 'Ontvangsten', '', 0.2, 0.1, 0, '', 0, 0.1, 'sluit'],
      [2025, 'AC1', 'Exploitatie', 'Uitgaven', '', 7, '', 0, '', 0, 7, 'vervalt'],
    ]);
    expect(cells(reconcile(CREDITS, TRANSFERS, [['bd1']]))).toEqual([
      head,
      [2024, 'bd1', 'Exploitatie', 'Uitgaven', '', 1500.1, 900.05, 0, 50, 0, 550.05, 'vervalt'],
      [2024, 'bd1', 'Exploitatie', 'Ontvangsten', '', 0.2, 0.1, 0, '', 0, 0.1, 'sluit'],
      [2025, 'bd1', 'Exploitatie', 'Uitgaven', '', 7, '', 0, '', 0, 7, 'vervalt'],
    ]);
  });

  test('what cannot be read in a transfer is told with its row', () => {
    expect(cells(reconcile(CREDITS, withCell(TRANSFERS, 1, 4, 'vijftig'), null))).toBe(
      'value: In rij 2 van de overdrachten staat geen bedrag maar "vijftig". Typ er een getal.',
    );
    expect(cells(reconcile(CREDITS, withCell(TRANSFERS, 1, 3, ''), null))).toMatch(
      /^value: In rij 2 van de overdrachten staat als jaar/,
    );
  });
});

describe('SCHEMA', () => {
  const OWN = [
    ['Nr', 'Omschrijving', 'Jaarrekening 2025'],
    ['I', 'Exploitatiesaldo', ''],
    ['a', 'Ontvangsten', 10.1],
    ['b', 'Uitgaven', 4],
    ['II', 'Investeringssaldo', 3],
    ['III', 'Saldo exploitatie en investeringen', 999],
  ];

  test('computes a table of the user: sums that are empty are filled in, wrong ones put right', () => {
    expect(cells(schemaRows('j2', OWN, null))).toEqual([
      OWN[0],
      ['I', 'Exploitatiesaldo', 6.1],
      ['a', 'Ontvangsten', 10.1],
      ['b', 'Uitgaven', 4],
      ['II', 'Investeringssaldo', 3],
      ['III', 'Saldo exploitatie en investeringen', 9.1],
    ]);
  });

  test('what is no schema, no figures, no amount', () => {
    expect(cells(schemaRows('J9', OWN, null))).toMatch(/^value: "J9" is geen schema\. Kies J1, /);
    expect(
      cells(
        schemaRows(
          'J2',
          [
            ['Nr', 'Omschrijving'],
            ['I', 'Exploitatiesaldo'],
          ],
          null,
        ),
      ),
    ).toMatch(/^value: De tabel heeft geen kolom met cijfers/);
    expect(cells(schemaRows('J2', withCell(OWN, 2, 2, 'veel'), null))).toBe(
      'value: In rij 3 van de tabel staat in Jaarrekening 2025 geen bedrag maar "veel". Typ er een getal.',
    );
    expect(cells(schemaRows('J2', null, null))).toMatch(/^value: Geef voor tabel een tabel met de koppen erbij/);
  });

  test('of credits from 2026 on the objectives are laid out as BBC 3.0 has them', () => {
    const later = CREDITS.map((row) =>
      row.map((cell) => (typeof cell === 'number' && cell > 2000 && cell < 2030 ? cell + 2 : cell)),
    );
    expect((cells(schemaRows('M1', later, null)) as unknown[][]).map(([, label]) => label)).toEqual([
      'Omschrijving',
      'Beleidsdoelstelling: BD1',
      'Uitgave',
      'Ontvangst',
      'Algemeen totaal',
      'Uitgave',
      'Ontvangst',
    ]);
  });
});

describe('the 5 MB that Excel passes to a function', () => {
  const rows = (count: number): string[][] => Array.from({ length: count }, () => ['x'.repeat(1021)]);

  test('more is refused with the way out; less is not', () => {
    expect(tooLarge([rows(5 * 1024)])).toBeNull();
    expect(inLanguage(tooLarge([rows(5 * 1024 + 1)])?.sentence ?? '', 'nl')).toBe(
      'De argumenten zijn samen 5,0 MB; Excel geeft er hoogstens 5 door. Geef alleen de kolommen die nodig zijn, bijvoorbeeld tblKredieten[[#Alles];[Jaar]:[Jaarrekening]].',
    );
    expect(inLanguage(tooLarge([rows(3000), rows(3000)])?.sentence ?? '', 'nl')).toMatch(
      /^De argumenten zijn samen 5,9 MB/,
    );
  });

  test('nothing is refused that Excel would have passed', () => {
    const table = [
      ['a', 1, '', true, null],
      ['é"', -3.5, 'b\n', false, 12],
    ];
    for (let times = 1; times < 6; times += 1) {
      const many = Array.from({ length: times * 40_000 }, (_, at) => table[at % 2]!);
      if (tooLarge([many])) expect(JSON.stringify(many).length).toBeGreaterThan(MAX_ARGUMENT_BYTES);
    }
  });
});
