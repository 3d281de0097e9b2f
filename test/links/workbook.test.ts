import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { documentKey, linkId, type Link } from '../../src/plan/link';
import { readSource } from '../../src/read/file/read';
import type { Reading } from '../../src/read/source';
import { proposeLinks } from '../../src/figures/links/propose';
import type { SheetSpec } from '../../src/sheets/spec';
import { buildSheets } from '../../src/sheets/workbook/workbook';
import { contentOf, tableRows } from '../sheets/contentOf';
import { faultsOf } from '../sheets/invariants';
import { linkMatrix } from '../support/linkMatrix';
import { moneyAlongLinks } from '../support/linkMoney';
import { describeWithTool, reducedSeedPath } from '../support/requirements';
import { SEED_PROFILES } from '../../scripts/seed/seedProfiles';
import { compare, errorsIn, recalculate } from '../../scripts/recalculate';

async function seed(prefix: string): Promise<Reading> {
  const reading = await readSource(new Uint8Array(readFileSync(reducedSeedPath(prefix))), {
    name: prefix,
    profiles: SEED_PROFILES,
  });
  if (!reading.ok) throw new Error(reading.failure.kind.id);
  return reading.value;
}

const withLinks = (reading: Reading, links: readonly Link[]): Reading => ({
  ...reading,
  document: { ...reading.document, links },
});

describe('a workbook of five documents', () => {
  let main: Reading;
  let others: readonly Reading[];
  let links: readonly Link[];
  let sheets: readonly SheetSpec[];

  beforeAll(async () => {
    main = await seed('004');
    others = [await seed('001'), await seed('002'), await seed('003'), await seed('000')];
    const [agreement] = others;
    if (!agreement) throw new Error('no agreement');
    const toDocument = documentKey(agreement.document.document);
    const start = (text: string): string =>
      agreement.document.nodes.find(({ title }) => title.startsWith(text))?.id ?? '';
    const confirmed = (from: string, to: string, weight: number | null): Link => {
      const ends = { from, to, fromDocument: null, toDocument, kind: 'worksOut' as const };
      return {
        id: linkId(ends),
        ...ends,
        state: 'confirmed',
        weight,
        reason: null,
        evidence: null,
        source: { line: 1, page: null },
      };
    };
    const said = [
      confirmed('AC000268', start('Het parkeerbeleid wordt duurzamer'), null),
      confirmed('AC000143', start('BELEVINGSVOLLE STAD'), 75),
      confirmed('AC000143', start('C-mine herpositioneert'), 25),
      confirmed('AC000085', start('Nog meer Genkenaren worden gestimuleerd'), null),
      confirmed('AC000162', start('De toeristische positie en wervingskracht van Thor Park'), null),
      confirmed('BD000006', start('BETEKENISVOLLE STAD'), null),
    ];
    links = [...said, ...others.flatMap(({ document }) => proposeLinks(main.document, document, said))];
    sheets = buildSheets(withLinks(main, links), [], { others });
  });

  test('has sheets that Excel takes as they are', () => {
    expect(faultsOf(sheets)).toEqual([]);
    expect(sheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Plan', 'Plannen', 'Koppelingen', 'Matrix 1', 'Zonder koppeling', 'Dashboard']),
    );
  });

  test('carries the same money in its formulas as the roll-up does', () => {
    const agreement = others[0]?.document;
    if (!agreement) throw new Error('no agreement');
    const money = moneyAlongLinks(
      main.document,
      agreement,
      links.filter(({ toDocument }) => toDocument === documentKey(agreement.document)),
    );
    const table = sheets.find(({ name }) => name === 'Plannen')?.blocks[1];
    const head = table?.cells[0]?.map((cell) => (cell !== null && typeof cell === 'object' ? cell.value : cell)) ?? [];
    const value = (row: number, column: string): unknown => {
      const cell = table?.cells[row + 1]?.[head.indexOf(column)];
      return cell !== null && typeof cell === 'object' ? cell.value : cell;
    };
    let carried = 0;
    agreement.nodes.forEach(({ id }, row) => {
      const expected = [...money.cells.values()]
        .filter(({ direction, phase }) => direction === 'expenditure' && phase === 'actual')
        .reduce((sum, cell) => sum + (money.rolled(id, cell) ?? 0), 0);
      expect(Math.abs(Number(value(row, 'Uitgaven via koppelingen')) * 100 - expected)).toBeLessThan(2);
      if (expected > 0) carried += 1;
    });
    expect(carried).toBeGreaterThan(8);
  });

  test('counts the same links in its matrix as the roll-up does', () => {
    const [agreement] = others;
    const [level] = main.document.levels;
    if (!agreement || !level) throw new Error('no agreement');
    const { document } = agreement;
    const titles = new Map(document.nodes.map(({ id, title }) => [id, title]));
    const codes = new Map(main.document.nodes.map(({ id, code }) => [id, code]));
    const own = links.filter(({ toDocument }) => toDocument === documentKey(document.document));
    const tops = new Set(document.nodes.filter(({ parent }) => parent === null).map((node) => node.level));
    const expected = [...tops].flatMap((top) =>
      linkMatrix({ document, level: top }, { document: main.document, level: level.id }, own).cells.map(
        (cell) => `${titles.get(cell.row)} x ${codes.get(cell.column)}: ${cell.links}`,
      ),
    );
    const [head = [], ...rows] = tableRows(contentOf(sheets), 'tblMatrix1');
    const counted = rows.flatMap(([title, , ...counts]) =>
      counts.flatMap((count, index) =>
        Number(count) > 0 ? [`${String(title)} x ${String(head[index + 2])}: ${String(count)}`] : [],
      ),
    );
    expect(counted.toSorted()).toEqual(expected.toSorted());
    expect(counted.length).toBeGreaterThan(8);
  });
});

describeWithTool('soffice', 'LibreOffice, without our results,', (soffice) => {
  test('calculates the five documents together to the same, without an error value', async () => {
    const [main, ...others] = [
      await seed('004'),
      await seed('001'),
      await seed('002'),
      await seed('003'),
      await seed('000'),
    ];
    const links = others.flatMap(({ document }) =>
      proposeLinks(main.document, document).map((link, index): Link =>
        index % 3 === 0 ? { ...link, state: 'confirmed', weight: index % 2 === 0 ? null : 40 } : link,
      ),
    );
    const sheets = buildSheets(withLinks(main, links), [], { others });
    const content = await recalculate(soffice, sheets);
    expect(errorsIn(content)).toEqual([]);
    const { formulas, disagreements } = compare(sheets, content);
    expect(disagreements.slice(0, 5)).toEqual([]);
    expect(formulas).toBeGreaterThan(40_000);
    const [head = [], ...rows] = tableRows(content, 'tblPlannen');
    const sums = rows.filter((row) => Number(row[head.indexOf('Uitgaven via koppelingen')]) > 0);
    expect(sums.length).toBeGreaterThan(20);
  });

  test('calculates each plan by itself: indicators, measures, calendar, links', async () => {
    for (const prefix of ['000', '001', '002', '003']) {
      const sheets = buildSheets(await seed(prefix), []);
      expect(faultsOf(sheets)).toEqual([]);
      const content = await recalculate(soffice, sheets);
      expect([prefix, errorsIn(content)]).toEqual([prefix, []]);
      expect([prefix, compare(sheets, content).disagreements.slice(0, 5)]).toEqual([prefix, []]);
    }
  });
});
