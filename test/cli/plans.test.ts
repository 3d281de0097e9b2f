import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { run } from '../../src/cli/start/run';
import type { PlanDocument } from '../../src/plan/document';
import { documentFromWorkbook, profilesFromWorkbook, type WorkbookReading } from '../../src/sheets/readBack/readBack';
import type { WorkbookContent } from '../../src/sheets/content';
import { readXlsxFile } from '../../src/workbook/file/read/readXlsx';
import { writeXlsxFile } from '../../src/workbook/file/write';
import { buildSheets } from '../../src/sheets/workbook/workbook';
import { reducedSeedPath } from '../support/requirements';
import { generateReport } from '../../standin/report/generateReport';
import { SEED_PROFILE_FILES } from '../../scripts/seed/seedProfiles';
import { fakeHost, type FakeHost } from './fakeHost';

const FOLDER = path.resolve(__dirname, '../support/outline');
const plan = readFileSync(path.join(FOLDER, 'mobiliteitsplan.txt'), 'utf8');
const profile = readFileSync(path.join(FOLDER, 'mobiliteitsplan.json'), 'utf8');
const seed = (prefix: string): string => readFileSync(reducedSeedPath(prefix), 'utf8');
/** The profiles of the seed plans, by the name of their file, and as the option names them. */
const PROFILES = Object.fromEntries(
  SEED_PROFILE_FILES.map((file) => [path.basename(file), readFileSync(file, 'utf8')]),
);
const SEEDS = ['--profile', Object.keys(PROFILES).join(',')];
const { text: report } = generateReport({ seed: 21, objectives: 2, plansPerObjective: 2, actionsPerPlan: 2 });

async function contentOf(bytes: Uint8Array | undefined): Promise<WorkbookContent> {
  const content = await readXlsxFile(bytes ?? new Uint8Array());
  if (!content.ok) throw new Error(content.failure.kind.id);
  return content.value;
}

async function bookOf(host: FakeHost, file: string): Promise<WorkbookReading> {
  const read = documentFromWorkbook(await contentOf(host.written.get(file)));
  if (!read.ok) throw new Error(read.failure.kind.id);
  return read.value;
}

describe('a plan of a user', () => {
  const files = { 'plan.txt': plan, 'profiel.json': profile };

  test('is read with its profile', async () => {
    const host = fakeHost(files);
    expect(await run(['read', 'plan.txt', '--profile', 'profiel.json', '--json'], host)).toBe(0);
    expect((JSON.parse(host.said.out) as PlanDocument).nodes).toHaveLength(18);
    expect(await run(['read', 'plan.txt'], fakeHost(files))).toBe(2);
    expect(await run(['check', 'plan.txt', '--profile', 'profiel.json'], fakeHost(files))).toBe(0);
  });

  test('gets a proposal for one, with what it gives, in both languages', async () => {
    const host = fakeHost(files);
    expect(await run(['profile', 'plan.txt', '-o', 'voorstel.json'], host)).toBe(0);
    expect(host.said.out).toMatch(/Pijler +Pijler +2 +FIETSEN EN STAPPEN/);
    expect(host.said.out).toContain('3 indicatoren');
    expect(host.said.out).toContain('Profiel bewaard: /work/voorstel.json');
    const again = fakeHost({ ...files, 'voorstel.json': host.written.get('voorstel.json') ?? '' });
    expect(await run(['profile', 'plan.txt', '--profile', 'voorstel.json', '--lang', 'en'], again)).toBe(0);
    expect(again.said.out).toContain('Levels (parts, first title)');
    expect(again.written.size).toBe(0);
    const output = fakeHost(files);
    expect(await run(['profile', 'plan.txt', '-o', '-'], output)).toBe(0);
    expect(JSON.parse(new TextDecoder().decode(output.said.bytes ?? new Uint8Array()))).toMatchObject({
      format: 'planboek/profile@1',
    });
    expect(output.said.out).toBe('');
  });

  test('is not guessed at without a profile: the way to one is named, and which ones did not fit', async () => {
    const host = fakeHost({ ...files, 'stad.txt': seed('002') });
    expect(await run(['read', 'stad.txt'], host)).toBe(2);
    expect(host.said.error).toContain('planboek profile stad.txt -o PROFIEL.json');
    expect(host.said.error).not.toContain('past er geen');
    expect(await run(['build', 'stad.txt', '--profile', 'profiel.json', '-o', 'boek.xlsx'], host)).toBe(2);
    expect(host.said.error).toContain('Van de profielen mobiliteitsplan past er geen.');
    expect(host.written.size).toBe(0);
  });

  test('is proposed a profile by its own marks, and shown by the one that was made of it', async () => {
    const host = fakeHost({ 'stad.txt': seed('002'), ...PROFILES });
    expect(await run(['profile', 'stad.txt'], host)).toBe(0);
    expect(host.said.out).toMatch(/OD 3 +OD +\d+/);
    expect(await run(['profile', 'stad.txt', '--profile', 'diversiteitsplan.json'], host)).toBe(0);
    expect(host.said.out).toMatch(/OD +Operationele doelstelling +35/);
    expect(host.said.out).toMatch(/indicatoren: aankondiging +\d+/);
  });

  test('is read again by the profile that its workbook keeps', async () => {
    const first = fakeHost(files);
    expect(await run(['build', 'plan.txt', '--profile', 'profiel.json', '-o', 'boek.xlsx'], first)).toBe(0);
    const again = fakeHost({ 'plan.txt': plan, 'boek.xlsx': first.written.get('boek.xlsx') ?? '' });
    expect(await run(['build', 'plan.txt', '-o', 'boek.xlsx'], again)).toBe(0);
    expect((await bookOf(again, 'boek.xlsx')).document.nodes).toHaveLength(18);
    expect(profilesFromWorkbook(await contentOf(again.written.get('boek.xlsx'))).map(({ id }) => id)).toEqual([
      'mobiliteitsplan',
    ]);
  });

  test.each([
    [['profile', 'brief.txt'], 'er is geen enkel merkteken van niveaus te zien'],
    [['profile', 'a.txt', 'b.txt'], 'Er zijn te veel bestanden opgegeven'],
    [['read', 'plan.txt', '--profile', 'geen.json'], 'geen.json: dit bestand bestaat niet'],
    [['read', 'plan.txt', '--profile', 'stuk.json'], 'stuk.json is geen bruikbaar profiel'],
    [
      ['build', 'plan.txt', '--profile', 'fout.json', '-o', 'b.xlsx'],
      'levels.0.rank: Ongeldige invoer: verwacht getal',
    ],
    [['check', 'plan.txt', '--profile', 'fout.json'], 'recognise.0: geen geldig patroon'],
  ])('%j says what is wrong', async (argv, message) => {
    const wrong = {
      ...(JSON.parse(profile) as object),
      recognise: ['('],
      levels: [{ id: 'A', name: 'A', rank: 'hoog' }],
    };
    const host = fakeHost({
      ...files,
      'brief.txt': 'Beste\n\nGroeten\n',
      'a.txt': plan,
      'b.txt': plan,
      'stuk.json': '{',
      'fout.json': JSON.stringify(wrong),
    });
    expect(await run(argv, host)).toBe(2);
    expect(host.said.error).toContain(message);
    expect([host.said.out, host.written.size]).toEqual(['', 0]);
  });

  test('says it in English when asked', async () => {
    const host = fakeHost({
      ...files,
      'fout.json': JSON.stringify({ ...(JSON.parse(profile) as object), rules: [{ as: 'node', level: 'X' }] }),
    });
    expect(await run(['read', 'plan.txt', '--profile', 'fout.json', '--lang', 'en'], host)).toBe(2);
    expect(host.said.error).toContain(
      'rules.0.level: "X" is not among the levels, list marks or tables of this profile',
    );
  });
});

describe('several documents', () => {
  const files = {
    ...PROFILES,
    '001.txt': seed('001'),
    '002.txt': seed('002'),
    '004.txt': seed('004'),
    'plan.txt': plan,
    'profiel.json': profile,
    'verslag.txt': report,
  };
  let together: WorkbookReading;
  let keptProfiles: readonly string[];

  /** The report and one plan in a workbook, with the profiles of all seed plans and one more. */
  beforeAll(async () => {
    const host = fakeHost(files);
    await run(['build', '004.txt', '001.txt', '-o', 'boek.xlsx', '--profile', `${SEEDS[1]},profiel.json`], host);
    together = await bookOf(host, 'boek.xlsx');
    keptProfiles = profilesFromWorkbook(await contentOf(host.written.get('boek.xlsx'))).map(({ id }) => id);
  });

  test('become one workbook, the report first whatever the order, with links proposed between them', async () => {
    const host = fakeHost(files);
    expect(await run(['build', '001.txt', '004.txt', '002.txt', ...SEEDS, '-o', 'boek.xlsx'], host)).toBe(0);
    expect(host.said.error).toBe('');
    const { document, others = [], findings } = await bookOf(host, 'boek.xlsx');
    expect(findings).toEqual([]);
    expect([document, ...others].map(({ nodes }) => nodes.length)).toEqual([482, 701, 153]);
    expect(document.links.filter(({ state }) => state === 'proposed').length).toBeGreaterThan(100);
    expect(others[0]?.links.some(({ kind, state }) => kind === 'follows' && state === 'proposed')).toBe(true);
  });

  test('are proposed links for by read as well, when asked', async () => {
    const host = fakeHost(files);
    expect(await run(['read', '004.txt', '001.txt', ...SEEDS, '--json', '--links'], host)).toBe(0);
    const [accounts, agreement] = JSON.parse(host.said.out) as readonly PlanDocument[];
    expect([accounts?.links.length, agreement?.links.length]).toEqual([151, 9]);
    const plain = fakeHost(files);
    await run(['read', '004.txt', '001.txt', ...SEEDS, '--json'], plain);
    expect((JSON.parse(plain.said.out) as readonly PlanDocument[])[0]?.links).toEqual([]);
  });

  test('of another board are named', async () => {
    const host = fakeHost(files);
    expect(await run(['build', 'verslag.txt', 'plan.txt', '--profile', 'profiel.json', '-o', 'boek.xlsx'], host)).toBe(
      0,
    );
    expect(host.said.error).toContain(
      'In "Mobiliteitsplan Westerlo-aan-Zee" staat nergens dat het van hetzelfde bestuur is',
    );
    expect(host.written.size).toBe(1);
  });

  test('keep what users said when the workbook is made again, also the second time', async () => {
    const { document, others = [] } = together;
    const [proposal, refused] = document.links;
    const [agreement] = others;
    const promise = agreement?.nodes.find(({ title }) => title.startsWith('Het parkeerbeleid wordt duurzamer'));
    if (!proposal || !refused || !agreement || !promise) throw new Error('nothing to say');
    const said: PlanDocument = {
      ...document,
      links: document.links.map((link) =>
        link === proposal
          ? { ...link, state: 'confirmed', weight: 60 }
          : link === refused
            ? { ...link, state: 'rejected' }
            : link,
      ),
    };
    const promised: PlanDocument = {
      ...agreement,
      nodes: agreement.nodes.map((node) =>
        node === promise
          ? { ...node, evaluation: { status: 'achieved', statusText: 'Resultaat is behaald', text: 'Klaar.' } }
          : node,
      ),
      indicators: agreement.indicators.map((indicator, index) =>
        index === 0
          ? {
              ...indicator,
              service: 'Dienst Groen',
              measures: [{ year: 2023, value: 7, unit: indicator.unit, text: 'geteld', source: indicator.source }],
            }
          : indicator,
      ),
    };
    let book = await writeXlsxFile(
      buildSheets({ document: said, lines: [] }, [], {
        others: [{ document: promised, lines: [], imported: agreement }],
        imported: document,
      }),
    );
    for (let times = 0; times < 2; times += 1) {
      const again = fakeHost({ ...files, 'boek.xlsx': book });
      expect(await run(['build', '004.txt', '001.txt', ...SEEDS, '-o', 'boek.xlsx'], again)).toBe(0);
      const read = await bookOf(again, 'boek.xlsx');
      expect(read.findings).toEqual([]);
      expect(read.document.links.find(({ id }) => id === proposal.id)).toMatchObject({
        state: 'confirmed',
        weight: 60,
      });
      expect(read.document.links.filter(({ from, to }) => from === refused.from && to === refused.to)).toMatchObject([
        { state: 'rejected' },
      ]);
      expect(read.others?.[0]?.nodes.find(({ id }) => id === promise.id)?.evaluation).toMatchObject({
        status: 'achieved',
        text: 'Klaar.',
      });
      expect(read.others?.[0]?.indicators[0]).toMatchObject({
        service: 'Dienst Groen',
        measures: [{ year: 2023, value: 7 }],
      });
      book = again.written.get('boek.xlsx') ?? book;
    }
    expect(keptProfiles).toContain('mobiliteitsplan');
  });

  test('are all checked in their workbook', async () => {
    const { document, others = [] } = together;
    const [link] = document.links;
    const [agreement] = others;
    if (!link || !agreement) throw new Error('no link');
    const heavy = { ...link, state: 'confirmed' as const, weight: 80 };
    const other = document.links.find(({ from, to }) => from === link.from && to !== link.to) ?? {
      ...link,
      to: agreement.nodes[5]?.id ?? '',
      id: 'x',
    };
    const edited: PlanDocument = { ...document, links: [heavy, { ...other, state: 'confirmed', weight: 60 }] };
    const wrong: PlanDocument = {
      ...agreement,
      nodes: agreement.nodes.map((node, index) =>
        index === 3 ? { ...node, evaluation: { status: 'unknown', statusText: 'Misschien', text: '' } } : node,
      ),
    };
    const book = await writeXlsxFile(
      buildSheets({ document: edited, lines: [] }, [], { others: [{ document: wrong, lines: [] }] }),
    );
    const checked = fakeHost({ 'boek.xlsx': book });
    expect(await run(['check', 'boek.xlsx', '--json', '--only', 'links,status'], checked)).toBe(1);
    const { findings } = JSON.parse(checked.said.out) as {
      readonly findings: readonly {
        readonly check: string;
        readonly message: string;
        readonly place: { readonly document?: string };
      }[];
    };
    expect(findings.map(({ check }) => check)).toEqual(expect.arrayContaining(['links.overweight', 'status.unknown']));
    expect(findings.find(({ check }) => check === 'status.unknown')).toMatchObject({
      place: { document: 'samen-genk-verbinden-2019-2024' },
      message: expect.stringMatching(/^Samen Genk Verbinden: De status "Misschien"/),
    });
  });
});
