import { describe, expect, test } from '@jest/globals';
import type { PlanDocument, Statement, Transfer } from '../../src/plan/document';
import { documentSchema } from '../../src/plan/documentSchema';
import { sumCents } from '../../src/plan/money';
import { readReport } from '../../src/read/report/report';
import { describeFullText, seedText } from '../support/requirements';

const read = (text: string) => {
  const reading = readReport(text);
  if (reading === null) throw new Error('the report was not recognised');
  return reading;
};

const { document, lines } = read(seedText('004'));

const countBy = <T>(items: readonly T[], key: (item: T) => string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return counts;
};

const statementOf = (source: PlanDocument, schema: string): Statement => {
  const found = source.statements.find((statement) => statement.schema === schema);
  if (!found) throw new Error(`no ${schema}`);
  return found;
};

const rowAt = (schema: string, line: number) =>
  statementOf(document, schema).rows.find((row) => row.source.line === line);

const euros = (...amounts: readonly number[]): number[] => amounts.map((amount) => amount * 100);

describe('the accounts of 2024', () => {
  test('the head of the report', () => {
    expect(document.document).toEqual({
      kind: 'annualAccounts',
      title: 'Beleidsevaluatie',
      fiscalYear: 2024,
      schemaSet: '2020',
      entity: { name: 'AGB Genk', enterpriseNumber: '0872.093.742', address: 'Stadsplein 1, 3600 Genk' },
      planPeriod: { from: '2020-01-01', to: '2027-12-31' },
      officers: { generalDirector: 'Hilde De Wilde', financialDirector: 'Rudi Van Gurp' },
    });
  });

  test('every node, in printed order, with its level and parent', () => {
    expect(countBy(document.nodes, (node) => node.level)).toEqual({ BD: 13, AP: 71, AC: 398 });
    expect(document.nodes.map((node) => node.order)).toEqual(document.nodes.map((_, index) => index));
    expect(document.nodes.every((node) => node.priority === true)).toBe(true);
    const level = new Map(document.nodes.map((node) => [node.id, node.level]));
    const parents = countBy(
      document.nodes,
      (node) => `${node.level}<${node.parent === null ? '' : level.get(node.parent)}`,
    );
    expect(parents).toEqual({ 'BD<': 13, 'AP<BD': 71, 'AC<AP': 398 });
  });

  test('every evaluation has one of the four statuses', () => {
    const evaluated = document.nodes.flatMap((node) => (node.evaluation ? [node.evaluation] : []));
    expect(evaluated).toHaveLength(473);
    expect(countBy(evaluated, (evaluation) => evaluation.status)).toEqual({
      achieved: 170,
      onTrack: 271,
      notOnTrack: 25,
      notStarted: 7,
    });
    expect(evaluated.filter((evaluation) => evaluation.text !== '')).toHaveLength(434);
    expect(new Set(evaluated.map((evaluation) => evaluation.statusText))).toEqual(
      new Set([
        'Resultaat is behaald.',
        'Voortgang loopt zoals gepland',
        'Voortgang loopt niet zoals gepland',
        'Niet opgestart',
      ]),
    );
  });

  test('titles that wrap, with the hyphens that belong to them', () => {
    const title = (id: string): string | undefined => document.nodes.find((node) => node.id === id)?.title;
    expect(title('AC000390')).toBe(
      'Nieuwe en bestaande verbindingen, PPS-structuren en deelnemingen in vennootschappen onderzoeken en financieel-administratief opvolgen.',
    );
    expect(title('AC000122')).toMatch(
      /^Bevorderen van tewerkstelling .* duurzame tewerkstelling in een inclusieve economie\.$/,
    );
    expect(title('AC000114')).toMatch(/vergunningen, …$/);
  });

  test('periods that differ from the period of the plan', () => {
    const own = document.nodes.filter((node) => node.period?.from !== '2020-01-01' || node.period.to !== '2027-12-31');
    expect(own).toHaveLength(11);
    expect(own.filter((node) => node.evaluation === null)).toHaveLength(9);
    expect(document.nodes.filter((node) => node.period === null)).toHaveLength(0);
  });

  test('every printed cell of the finance blocks, and nothing that is not printed', () => {
    expect(new Set(document.amounts.map((amount) => amount.node)).size).toBe(77);
    expect(new Set(document.amounts.map((amount) => amount.source.line)).size).toBe(269);
    expect(document.amounts).toHaveLength(3 * 269);
    expect(
      document.amounts.every((amount) => amount.unit === 'euro' && amount.cents !== null && amount.year === 2024),
    ).toBe(true);
    const total = document.amounts.filter(
      (amount) => amount.node === null && amount.kind === 'operating' && amount.direction === 'balance',
    );
    expect(total.map((amount) => amount.cents)).toEqual(euros(-38729, 435795, -441200));
  });

  test('the schemas, each with its own version', () => {
    expect(document.statements.map(({ schema, version }) => [schema, version])).toEqual([
      ['J1', 'JR Budg. 23508 Alg. 2024036795 / EK 22287'],
      ['J2', 'JR Budg. 23508 Alg. 2024036795 / EK 22287'],
      ['J3', 'JR Budg. 23508 Alg. 2024036795 / EK 22287 IK 15710'],
      ['J4', 'JR Budg. 23508 Alg. 2024036795 / JR-1 Budg. 16936 Alg. 2023210025'],
      ['J5', 'JR Budg. 23508 Alg. 2024036795 / JR-1 Budg. 16936 Alg. 2023210025'],
      ['T1', 'JR Budg. 23508 Alg. 2024036795 / EK 23501'],
      ['T2', 'JR Budg. 23508 Alg. 2024036795 / EK 23718'],
      ['T4', 'JR Budg. 23508 Alg. 2024036795'],
    ]);
    const filled = Object.fromEntries(
      document.statements.map(({ schema, rows }) => [schema, rows.filter((row) => row.values.length > 0).length]),
    );
    expect(filled).toEqual({ J1: 53, J2: 30, J3: 4, J4: 37, J5: 20, T1: 12, T2: 50, T4: 10 });
  });

  test('J2 keeps the markers of its rows', () => {
    expect(rowAt('J2', 8913)).toMatchObject({
      section: 'Budgettair resultaat',
      path: ['I', 'b'],
      label: 'Uitgaven',
      depth: 1,
      values: euros(5655960, 6009810),
    });
    expect(rowAt('J2', 8962)).toMatchObject({ path: ['I'], label: 'Beschikbaar budgettair resultaat', values: [] });
  });

  test('J4 tells the same label at two levels apart', () => {
    expect(rowAt('J4', 9078)).toMatchObject({
      section: 'PASSIVA',
      path: ['I', 'A', '1', 'b'],
      values: euros(1000000, 1000000),
    });
    expect(rowAt('J4', 9088)).toMatchObject({
      section: 'PASSIVA',
      path: ['I', 'B', '1', 'b'],
      values: euros(11146770, 11383824),
    });
  });

  test('T2 merges its continuation blocks, over page breaks and two columns of one year', () => {
    const { columns } = statementOf(document, 'T2');
    expect(columns.map(({ year, phase }) => `${year} ${phase}`)).toEqual([
      '2020 actual',
      '2021 actual',
      '2022 actual',
      '2023 actual',
      '2024 actual',
      '2024 plan',
      '2025 plan',
      '2026 plan',
      '2027 plan',
    ]);
    expect(rowAt('T2', 9432)).toMatchObject({
      path: ['A', '3', 'a', '-', '-'],
      label: 'van de gemeente',
      values: euros(275000, 275000, 500000, 850000, 1150000, 1150000, 410952, 0, 0),
    });
    expect(rowAt('T2', 9608)).toMatchObject({
      label: 'Budgettair resultaat van het boekjaar',
      values: euros(-4248535, -1330813, 5291662, 4153914, -326744, -326744, 845805, 405680, 97482),
    });
  });

  test('T4 puts wrapped labels and their figures together', () => {
    expect(rowAt('T4', 9675)).toMatchObject({
      path: ['B'],
      label: 'Financiële schulden op lange termijn die binnen het jaar vervallen',
      values: euros(121527, 124648, 127888, 230230, 237055, 306625, 313950, 321540),
    });
  });

  test('every transfer, with words broken inside cells put together', () => {
    const sumOf = (wanted: (transfer: Transfer) => boolean): number | null =>
      sumCents(document.transfers.filter(wanted).map((transfer) => transfer.amountCents));
    expect(document.transfers).toHaveLength(58);
    expect(sumOf((transfer) => transfer.kind === 'investment' && transfer.direction === 'expenditure')).toBe(
      1_505_806_079,
    );
    expect(sumOf((transfer) => transfer.kind === 'investment' && transfer.direction === 'receipts')).toBe(
      1_480_983_046,
    );
    expect(sumOf((transfer) => transfer.kind === 'financing')).toBe(125_000_000);
    expect(document.transfers[0]).toMatchObject({
      id: 'AMJP034892',
      estimate: 'MJP004818',
      entity: 'AGB Genk',
      kind: 'investment',
      direction: 'expenditure',
      objective: 'BD000002',
      actionPlan: 'AP000005',
      node: 'AC000474',
      account: '2350000',
      policyDomain: '01',
      policyField: '0119',
      policyDomainName: 'Beleid en organisatie',
      policyFieldName: 'Overige algemene diensten',
      fromYear: 2024,
      toYear: 2025,
      transactionCreditCents: 8_000_000,
      amountCents: 2_000_000,
      references: ['MJP004832'],
      source: { line: 10688, page: null },
    });
    const names = new Set(document.transfers.map((transfer) => transfer.policyFieldName));
    expect(names).toContain('Sportinfrastructuur');
    expect(names).toContain('Infrastructuur en faciliteiten ten behoeve van kinderen en jongeren');
    expect(
      document.transfers.every(
        (transfer) => transfer.account !== null && transfer.node !== null && transfer.estimate !== null,
      ),
    ).toBe(true);
  });

  test('the printed totals of the transfers', () => {
    expect(
      document.transferTotals
        .filter(({ scope }) => scope === 'total')
        .map(({ kind, direction, year, amountCents }) => [kind, direction, year, amountCents]),
    ).toEqual([
      ['investment', 'expenditure', 2025, 1_505_806_079],
      ['investment', 'receipts', 2025, 1_480_983_046],
      ['investment', 'balance', 2025, -24_823_033],
      ['investment', 'expenditure', null, 1_505_806_079],
      ['investment', 'receipts', null, 1_480_983_046],
      ['investment', 'balance', null, -24_823_033],
      ['financing', 'expenditure', 2025, 0],
      ['financing', 'receipts', 2025, 125_000_000],
      ['financing', 'balance', 2025, 125_000_000],
      ['financing', 'expenditure', null, 0],
      ['financing', 'receipts', null, 125_000_000],
      ['financing', 'balance', null, 125_000_000],
    ]);
  });

  test('off-balance rows, participations and depreciation terms', () => {
    expect(document.offBalance).toHaveLength(69);
    expect(document.offBalance.find(({ code }) => code === '092')).toMatchObject({
      debitCents: 495_545_456,
      creditCents: 575_699_523,
      balanceCents: -80_154_067,
      label: null,
    });
    expect(document.offBalance.at(-1)).toMatchObject({ code: 'TOTAAL', debitCents: 1_071_245_079 });
    expect(document.offBalanceEntries.map(({ account, reference }) => [account, reference])).toEqual([
      ['0700', '2022000015'],
      ['071', '2022000015'],
    ]);
    expect(document.participations.map(({ name, cents }) => [name, cents])).toEqual([
      ['Thor Park NV', 1_395_481_400],
      ['T2 CV', 112_000_000],
    ]);
    expect(
      document.depreciation.map(({ category, years, term }) => `${category.split(',')[0]}: ${years ?? term}`),
    ).toEqual([
      'Terreinen: -',
      'Terreinen: 15',
      'Gebouwen: 33',
      'Gebouwen: 15',
      'Wegen: 33',
      'Wegen: 10',
      'Wegen: 10',
      'Waterlopen en waterbekkens: 33',
      'Waterlopen en waterbekkens: 10',
      'Overige onroerende infrastructuur: 33',
      'Overige onroerende infrastructuur: 10',
      'Installaties: 10',
      'Installaties: 5',
      'Meubilair: 10',
      'Kantooruitrusting: 5',
      'Kantooruitrusting: 3',
      'Rollend materiaal: 10',
      'Kunstwerken: -',
      'Erfgoed: -',
      'Kosten van onderzoek en ontwikkeling: 5',
      'Concessies: Naargelang duur overeenkomst',
      'Goodwill: 5',
      'Plannen en studies: 5',
    ]);
  });

  test('each of the 9,396 non-blank lines has exactly one role', () => {
    expect(document.lines.total).toBe(9396);
    expect(Object.values(document.lines.roles).reduce((sum, count) => sum + count, 0)).toBe(9396);
    expect(document.lines.unrecognised).toEqual([]);
    expect(document.lines.roles).toMatchObject({
      nodeHeading: 482,
      financeRow: 269,
      transferFigures: 58,
      evaluation: 473,
    });
    expect(lines.map((line) => line.number)).toEqual(
      [...new Set(lines.map((line) => line.number))].sort((left, right) => left - right),
    );
  });

  test('the printed page is known only where it is printed', () => {
    expect(document.nodes.find((node) => node.id === 'AP000001')?.source).toEqual({ line: 72, page: 6 });
    expect(document.nodes.find((node) => node.id === 'AC000143')?.source.page).toBeNull();
  });

  test('the document is what the published schema says', () => {
    expect(documentSchema.safeParse(JSON.parse(JSON.stringify(document))).error).toBeUndefined();
  });

  test('reading twice gives the same JSON', () => {
    expect(JSON.stringify(read(seedText('004')).document)).toBe(JSON.stringify(document));
  });
});

describeFullText('004', 'the narratives of the accounts of 2024', (text) => {
  const full = read(text).document;
  const narrative = (id: string): string => full.nodes.find((node) => node.id === id)?.evaluation?.text ?? '';

  test('paragraphs and list items keep their own line', () => {
    expect(narrative('AC000047').split('\n')).toHaveLength(7);
    expect(narrative('AC000395').split('\n\n')).toHaveLength(3);
  });

  test('quotes of the exporting spreadsheet are undone, quotes of the author stay', () => {
    expect(narrative('AC000396')).toContain('zijn boek "Armoede uitgelegd aan mensen met geld"');
    expect(narrative('AC000043')).toContain('kende "Een Uur Voor Mijn Buur" (burenhulp');
    const unbalanced = full.nodes.filter(
      ({ evaluation }) =>
        evaluation && ((evaluation.text.split('"').length - 1) % 2 === 1 || evaluation.text.includes('""')),
    );
    expect(unbalanced.map((node) => node.id)).toEqual([]);
  });

  test('codes and statuses quoted in a narrative are no headings', () => {
    expect(narrative('AC000264')).toContain('(zie bij AC000263)');
    expect(narrative('AC000432')).toContain('Niet behaald:');
  });

  test('prose sections keep their headings', () => {
    expect(full.texts.map((section) => section.title)).toContain('AGB Genk jaarrekening 2024 : analyse en toelichting');
    expect(
      full.texts
        .flatMap((section) => section.blocks)
        .filter((block) => block.role === 'heading')
        .map((block) => block.text),
    ).toContain('V. Conclusie algemeen financieel profiel');
  });
});
