import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PlanDocument } from '../../src/plan/document';
import { documentKey, type Link } from '../../src/plan/link';
import { readSource } from '../../src/read/file/read';
import type { Reading } from '../../src/read/source';
import { proposeLinks } from '../../src/figures/links/propose';
import type { WorkbookContent } from '../../src/sheets/content';
import { documentFromWorkbook, type WorkbookReading } from '../../src/sheets/readBack/readBack';
import type { CellValue } from '../../src/sheets/spec';
import { buildSheets } from '../../src/sheets/workbook/workbook';
import { readXlsxFile } from '../../src/workbook/file/read/readXlsx';
import { writeXlsxFile } from '../../src/workbook/file/write';
import { anyReading } from '../sheets/arbitrary';
import { contentOf, mapTable, tableRows, withCell } from '../sheets/contentOf';
import { reducedSeedPath } from '../support/requirements';
import { SEED_PROFILES } from '../../scripts/seed/seedProfiles';

async function seed(prefix: string): Promise<Reading> {
  const reading = await readSource(new Uint8Array(readFileSync(reducedSeedPath(prefix))), {
    name: prefix,
    profiles: SEED_PROFILES,
  });
  if (!reading.ok) throw new Error(reading.failure.kind.id);
  return reading.value;
}

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function readBack(content: WorkbookContent): WorkbookReading {
  const result = documentFromWorkbook(content);
  if (!result.ok) throw new Error(result.failure.kind.id);
  return result.value;
}

/** The workbook with a row added to a table: cells by the name of their column. */
const withRow = (
  content: WorkbookContent,
  table: string,
  cells: Readonly<Record<string, CellValue>>,
): WorkbookContent =>
  mapTable(content, table, (rows) => [...rows, (rows[0] ?? []).map((head) => cells[String(head)] ?? null)]);

test('whatever two documents hold, their common workbook gives both back', () => {
  fc.assert(
    fc.property(anyReading, anyReading, (main, other) => {
      const { document, others, findings } = readBack(contentOf(buildSheets(main, [], { others: [other] })));
      expect(asJson([document, others])).toEqual(asJson([main.document, [other.document]]));
      expect(findings).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

describe('the workbook of five documents', () => {
  let main: Reading;
  let others: readonly Reading[];
  let content: WorkbookContent;
  let proposals: readonly Link[];
  let agreement: PlanDocument;

  beforeAll(async () => {
    const accounts = await seed('004');
    others = [await seed('001'), await seed('002'), await seed('003'), await seed('000')];
    agreement = others[0]?.document as PlanDocument;
    proposals = others.flatMap(({ document }) => proposeLinks(accounts.document, document));
    main = { ...accounts, document: { ...accounts.document, links: proposals } };
    content = contentOf(buildSheets(main, [], { others }));
  });

  test('gives all five back as they were', () => {
    const { document, others: read, findings } = readBack(content);
    expect(findings).toEqual([]);
    expect(document).toEqual(main.document);
    expect(read).toEqual(others.map((other) => other.document));
  });

  test('also from the file', async () => {
    const file = await readXlsxFile(await writeXlsxFile(buildSheets(main, [], { others })));
    if (!file.ok) throw new Error(file.failure.kind.id);
    const { document, others: read, findings } = readBack(file.value);
    expect(findings).toEqual([]);
    expect(asJson([document, ...(read ?? [])])).toEqual(
      asJson([main.document, ...others.map((other) => other.document)]),
    );
  });

  test('is not changed by sorting its sheets', () => {
    const sorted = ['tblKoppelingen', 'tblPlannen', 'tblIndicatoren', 'tblMetingen'].reduce(
      (book, table) => mapTable(book, table, ([head = [], ...rows]) => [head, ...rows.reverse()]),
      content,
    );
    const { document, others: read, findings } = readBack(sorted);
    expect(findings).toEqual([]);
    expect([document, ...(read ?? [])]).toEqual([main.document, ...others.map((other) => other.document)]);
  });

  test('takes a proposal as confirmed, with its kind and weight', () => {
    const [first] = proposals;
    if (!first) throw new Error('no proposal');
    const edited = [
      ['Toestand', 'bevestigd'],
      ['Gewicht', 40],
      ['Soort', 'draagt bij aan'],
    ].reduce(
      (book, [column, value]) => withCell(book, 'tblKoppelingen', first.id, String(column), value ?? null),
      content,
    );
    const { document, findings } = readBack(edited);
    expect(findings).toEqual([]);
    expect(document.links[0]).toEqual({
      ...first,
      id: first.id.replace('worksOut', 'contributesTo'),
      kind: 'contributesTo',
      state: 'confirmed',
      weight: 40,
    });
    expect(document.links.slice(1)).toEqual(proposals.slice(1));
  });

  test('takes a new link from what a row names, in either direction', () => {
    const goal = agreement.nodes.find(({ title }) => title === 'MOBIELE STAD');
    const rows = tableRows(content, 'tblPlannen');
    const [head = []] = rows;
    const of = (column: string): number => head.indexOf(column);
    const row = rows.find((cells) => cells[of('Titel')] === 'MOBIELE STAD');
    const [name, code] = [row?.[of('Document')] ?? null, row?.[of('Code')] ?? null];
    const out = withRow(content, 'tblKoppelingen', {
      Van: 'AC000268',
      'Naar document': name,
      Naar: code,
      Gewicht: 12.5,
    });
    const both = withRow(out, 'tblKoppelingen', {
      'Van document': name,
      Van: code,
      'Naar document': 'Beleidsevaluatie',
      Naar: 'ac000268',
      Soort: 'volgt op',
      Toestand: 'voorgesteld',
    });
    const { document, others: read, findings } = readBack(both);
    expect(findings).toEqual([]);
    expect(document.links.at(-1)).toMatchObject({
      from: 'AC000268',
      to: goal?.id,
      fromDocument: null,
      toDocument: documentKey(agreement.document),
      kind: 'worksOut',
      state: 'confirmed',
      weight: 12.5,
    });
    expect(read?.[0]?.links.at(-1)).toMatchObject({
      from: goal?.id,
      to: 'AC000268',
      fromDocument: null,
      toDocument: documentKey(main.document.document),
      kind: 'follows',
      state: 'proposed',
      weight: null,
    });
  });

  test('says which cell of a link is wrong, and keeps what was there', () => {
    const [first, second] = proposals;
    if (!first || !second) throw new Error('no proposals');
    const bad = [
      [first.id, 'Gewicht', 140],
      [first.id, 'Soort', 'hoort bij'],
      [first.id, 'Naar', 'XX99'],
      [second.id, 'Toestand', 'ja'],
      [second.id, 'Naar document', 'Elders'],
    ].reduce(
      (book, [key, column, value]) => withCell(book, 'tblKoppelingen', String(key), String(column), value ?? null),
      content,
    );
    const incomplete = withRow(bad, 'tblKoppelingen', { Van: 'AC000268' });
    const { document, findings } = readBack(incomplete);
    expect(document.links).toEqual(proposals);
    expect(findings.map(({ check }) => check).sort()).toEqual([
      'sheet.bad-choice',
      'sheet.bad-choice',
      'sheet.bad-document',
      'sheet.bad-weight',
      'sheet.new-row-incomplete',
      'sheet.unknown-part',
    ]);
    for (const { message } of findings) expect(message).toMatch(/\bcel [A-Z]+\d+ op blad Koppelingen/i);
  });

  test('takes statuses, words and titles of the other plans', () => {
    const goal = agreement.nodes.find(({ title }) => title.startsWith('Het parkeerbeleid wordt duurzamer'));
    const rows = tableRows(content, 'tblPlannen');
    const key = String(rows.find((cells) => cells.includes(goal?.title ?? ''))?.[(rows[0] ?? []).indexOf('Sleutel')]);
    const edited = [
      ['Status', 'Resultaat is behaald'],
      ['Evaluatie', 'Sinds 2022 zo.'],
      ['Titel', 'Een nieuwe titel'],
    ].reduce((book, [column, value]) => withCell(book, 'tblPlannen', key, String(column), String(value)), content);
    const { others: read, findings, document } = readBack(edited);
    expect(findings).toEqual([]);
    expect(document).toEqual(main.document);
    expect(read?.[0]?.nodes.find(({ id }) => id === goal?.id)).toEqual({
      ...goal,
      title: 'Een nieuwe titel',
      evaluation: { status: 'achieved', statusText: 'Resultaat is behaald', text: 'Sinds 2022 zo.' },
    });
    expect(read?.slice(1)).toEqual(others.slice(1).map((other) => other.document));
    const placed = readBack(withCell(content, 'tblPlannen', key, 'Niveau', 'Geen niveau')).findings;
    expect(placed).toMatchObject([
      {
        check: 'sheet.bad-choice',
        place: { document: documentKey(agreement.document), node: `${documentKey(agreement.document)}#${goal?.id}` },
      },
    ]);
  });

  test('takes new measures, and checks what they are', () => {
    const plan = others[1]?.document as PlanDocument;
    const rows = tableRows(content, 'tblIndicatoren');
    const [head = []] = rows;
    const [codeAt, nameAt] = [head.indexOf('Code'), head.indexOf('Indicator')];
    const indicator = plan.indicators.find(
      ({ kind, frequency, measures }) => kind === 'indicator' && frequency !== null && measures.length === 0,
    );
    const code = String(
      rows.find((cells) => cells[nameAt] === indicator?.name && String(cells[codeAt]).startsWith('Diversiteit'))?.[
        codeAt
      ],
    );
    const measured = withRow(
      withRow(content, 'tblMetingen', { 'Code indicator': code, Jaar: 2010, Waarde: 12 }),
      'tblMetingen',
      { 'Code indicator': code, Jaar: 2010, Waarde: 14, Hoofdwaarde: 'ja', 'Zoals gedrukt': 'jaarverslag' },
    );
    const read = readBack(measured);
    expect(read.findings).toEqual([]);
    expect(
      read.others?.[1]?.indicators
        .find(({ id }) => id === indicator?.id)
        ?.measures.map(({ year, value, text }) => [year, value, text]),
    ).toEqual([
      [2010, 14, 'jaarverslag'],
      [2010, 12, ''],
    ]);
    const wrong = withRow(
      withRow(content, 'tblMetingen', { 'Code indicator': 'bestaat niet', Jaar: 2010, Waarde: 1 }),
      'tblMetingen',
      { 'Code indicator': code, Jaar: 'vorig jaar', Waarde: 'veel' },
    );
    expect(readBack(wrong).findings.map(({ check }) => check)).toEqual(['sheet.unknown-indicator', 'sheet.bad-number']);
    expect(readBack(wrong).others).toEqual(others.map((other) => other.document));
  });

  test('keeps the value of a measure when something that is no number is typed over it, whatever its unit becomes', () => {
    const rows = tableRows(content, 'tblMetingen');
    const [head = [], first] = rows;
    const key = String(first?.[head.indexOf('Sleutel')]);
    const valuesOf = ({ document, others: read }: ReturnType<typeof readBack>): readonly (number | null)[] =>
      [document, ...(read ?? [])].flatMap(({ indicators }) =>
        indicators.flatMap(({ measures }) => measures.map(({ value }) => value)),
      );
    const spoiled = withCell(
      withCell(content, 'tblMetingen', key, 'Waarde', 'veel'),
      'tblMetingen',
      key,
      'Eenheid',
      'buren',
    );
    expect(readBack(spoiled).findings.map(({ check }) => check)).toEqual(['sheet.bad-number']);
    expect(valuesOf(readBack(spoiled))).toEqual(valuesOf(readBack(content)));
  });

  test('takes what was changed of an indicator, and new ones', () => {
    const rows = tableRows(content, 'tblIndicatoren');
    const [head = []] = rows;
    const key = String(rows[40]?.[head.indexOf('Sleutel')]);
    const edited = [
      ['Dienst', 'Dienst Cijfers'],
      ['Frequentie', '1x per 2 jaar'],
      ['Vergelijking', 'hoogstens'],
      ['Streefwaarde', 12.5],
      ['Tegen', 2012],
      ['Te meten in', '2010; 2011'],
    ].reduce((book, [column, value]) => withCell(book, 'tblIndicatoren', key, String(column), value ?? null), content);
    const added = withRow(edited, 'tblIndicatoren', {
      Document: 'Diversiteitsbeleidsplan',
      Indicator: 'Aantal nieuwe buren',
      Onderdeel: 'TD 1.1',
      Code: 'buren',
      Eenheid: 'buren',
    });
    const { others: read, findings } = readBack(added);
    expect(findings).toEqual([]);
    const changed = read?.flatMap(({ indicators }) => indicators).find(({ service }) => service === 'Dienst Cijfers');
    expect(changed).toMatchObject({
      frequency: { times: 1, every: 2, period: 'year' },
      target: { comparison: 'atMost', value: 12.5, year: 2012 },
      dueYears: [2010, 2011],
    });
    expect(read?.flatMap(({ indicators }) => indicators).find(({ id }) => id === 'buren')).toMatchObject({
      name: 'Aantal nieuwe buren',
      node: 'TD 1.1',
      unit: 'buren',
      kind: 'indicator',
      measures: [],
    });
    const wrong = [
      ['Frequentie', 'soms'],
      ['Streefwaarde', 'veel'],
      ['Onderdeel', 'nergens'],
      ['Te meten in', 'ooit'],
    ].reduce((book, [column, value]) => withCell(book, 'tblIndicatoren', key, String(column), String(value)), content);
    expect(
      readBack(wrong)
        .findings.map(({ check }) => check)
        .sort(),
    ).toEqual(['sheet.bad-frequency', 'sheet.bad-number', 'sheet.bad-year', 'sheet.unknown-part']);
    expect(readBack(wrong).others).toEqual(others.map((other) => other.document));
  });

  test('lets a board lay a list of statuses on a level from the sheet Start', () => {
    const laid = withRow(
      withRow(content, 'tblStatussen', {
        Status: 'Gevolgd',
        Sleutel: 'taken',
        Betekenis: 'klaar',
        Kleur: 'C6E7C8',
        Niveaus: 'Aanbeveling 2011',
      }),
      'tblStatussen',
      {
        Status: 'Niet gevolgd',
        Sleutel: 'refused',
        Betekenis: 'achter op schema',
        Kleur: 'FCE4C4',
        Niveaus: 'AB11; Aanbeveling 2005',
      },
    );
    const advice = others[3]?.document.nodes.find(({ level }) => level === 'AB11');
    const plans = tableRows(laid, 'tblPlannen');
    const key = String(
      plans.find((cells) => cells.includes(advice?.title ?? ''))?.[(plans[0] ?? []).indexOf('Sleutel')],
    );
    const { others: read, findings } = readBack(withCell(laid, 'tblPlannen', key, 'Status', 'gevolgd'));
    expect(findings).toEqual([]);
    expect(read?.[3]?.nodes.find(({ id }) => id === advice?.id)?.evaluation).toEqual({
      status: 'taken',
      statusText: 'Gevolgd',
      text: '',
    });
    expect(
      readBack(
        withRow(content, 'tblStatussen', {
          Status: 'Gevolgd',
          Sleutel: 'taken',
          Betekenis: 'klaar',
          Kleur: 'C6E7C8',
          Niveaus: 'Bestaat niet',
        }),
      ).findings,
    ).toMatchObject([{ check: 'sheet.bad-choice' }]);
  });
});
