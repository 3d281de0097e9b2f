import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SheetSpec } from '../src/sheets/spec';
import { buildSheets } from '../src/sheets/workbook/workbook';
import { readXlsxFile } from '../src/workbook/file/read/readXlsx';
import { writeXlsxFile } from '../src/workbook/file/write';
import { findProgram } from '../scripts/tools.mjs';
import { compare, errorsIn, isFormula } from '../scripts/recalculate';
import { readSeed, repeated } from './repeated';
import { assertEqual, type Bench, type Figure } from './run';

/** Loads BOOK, calculates every formula ROUNDS times, writes the times to REPORT in ms, and saves what came out as RESULT. */
const MACRO = `Sub Main
  Dim loading(0) As New com.sun.star.beans.PropertyValue
  loading(0).Name = "Hidden"
  loading(0).Value = True
  Dim saving(0) As New com.sun.star.beans.PropertyValue
  saving(0).Name = "FilterName"
  saving(0).Value = "Calc MS Excel 2007 XML"
  n = FreeFile
  Open Environ("REPORT") For Output As #n
  begun = GetSystemTicks()
  book = StarDesktop.loadComponentFromURL(ConvertToURL(Environ("BOOK")), "_blank", 0, loading())
  Print #n, GetSystemTicks() - begun
  For turn = 1 To CInt(Environ("ROUNDS"))
    begun = GetSystemTicks()
    book.calculateAll()
    Print #n, GetSystemTicks() - begun
  Next turn
  Close #n
  book.storeToURL(ConvertToURL(Environ("RESULT")), saving())
  book.close(True)
  StarDesktop.terminate()
End Sub
`;

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
const LIBRARY = 'http://openoffice.org/2000/library';

/** A profile of LibreOffice that knows the macro. The first start lays down macros of its own, so it comes first. */
function writeProfile(program: string, folder: string): void {
  spawnSync(program, [`-env:UserInstallation=file://${folder}`, '--headless', '--terminate_after_init']);
  const basic = path.join(folder, 'user', 'basic');
  mkdirSync(path.join(basic, 'Standard'), { recursive: true });
  const write = (name: string, root: string, dtd: string, body: string): void =>
    writeFileSync(
      path.join(basic, name),
      `${XML}<!DOCTYPE ${root} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "${dtd}">\n${body}\n`,
    );
  write(
    'script.xlc',
    'library:libraries',
    'libraries.dtd',
    `<library:libraries xmlns:library="${LIBRARY}"><library:library library:name="Standard" library:link="false"/></library:libraries>`,
  );
  write(
    'Standard/script.xlb',
    'library:library',
    'library.dtd',
    `<library:library xmlns:library="${LIBRARY}" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Main"/></library:library>`,
  );
  write(
    'Standard/Main.xba',
    'script:module',
    'module.dtd',
    `<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Main" script:language="StarBasic">${MACRO}</script:module>`,
  );
}

interface Recalculated {
  readonly load: number;
  /** The quickest of the rounds. */
  readonly time: number;
  readonly result: Uint8Array;
}

const ROUNDS = 3;

async function recalculated(program: string, sheets: readonly SheetSpec[]): Promise<Recalculated> {
  const folder = mkdtempSync(path.join(tmpdir(), 'planboek-'));
  const file = (name: string): string => path.join(folder, name);
  try {
    writeProfile(program, file('profile'));
    writeFileSync(file('book.xlsx'), await writeXlsxFile(sheets));
    const env = {
      ...process.env,
      BOOK: file('book.xlsx'),
      REPORT: file('report.txt'),
      RESULT: file('result.xlsx'),
      ROUNDS: String(ROUNDS),
    };
    spawnSync(
      program,
      [
        `-env:UserInstallation=file://${file('profile')}`,
        '--headless',
        '--norestore',
        '--nologo',
        'macro:///Standard.Main.Main',
      ],
      { env, encoding: 'utf8' },
    );
    const [load = Number.NaN, ...times] = readFileSync(file('report.txt'), 'utf8').trim().split(/\s+/).map(Number);
    if (times.length !== ROUNDS) throw new Error('LibreOffice did not calculate');
    return { load, time: Math.min(...times), result: new Uint8Array(readFileSync(file('result.xlsx'))) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same sheets with as many formulas, each of which reads one cell and adds one. */
const trivial = (sheets: readonly SheetSpec[]): readonly SheetSpec[] =>
  sheets.map((sheet) => ({
    ...sheet,
    tables: sheet.tables.map((table) => ({ ...table, columns: table.columns.map(({ name }) => ({ name })) })),
    blocks: sheet.blocks.map((block) => ({
      ...block,
      cells: block.cells.map((row) => row.map((cell) => (isFormula(cell) ? { formula: 'N($A$1)+1', value: 1 } : cell))),
    })),
  }));

async function assertRight(sheets: readonly SheetSpec[], result: Uint8Array): Promise<number> {
  const content = await readXlsxFile(result);
  if (!content.ok) throw new Error(content.failure.kind.id);
  assertEqual('cells with an error', errorsIn(content.value), []);
  const { formulas, disagreements } = compare(sheets, content.value);
  assertEqual('formulas that give something else than was written', disagreements.slice(0, 3), []);
  return formulas;
}

const TIMES = 10;

/** Every formula of the workbook, calculated by LibreOffice: of the accounts of 2024, and of a plan ten times as large. */
const recalculate: Bench = {
  name: 'recalculate the workbook of 004, and of a plan 10 times as large',
  run: async () => {
    const program = findProgram('soffice');
    if (program === null) throw new Error('needs LibreOffice (libreoffice-calc)');
    const reading = readSeed('004');
    const figures: Figure[] = [];
    const times: number[] = [];
    for (const size of [1, TIMES]) {
      const sheets = buildSheets({ ...reading, document: repeated(reading.document, size) }, []);
      const { load, time, result } = await recalculated(program, sheets);
      const formulas = await assertRight(sheets, result);
      const simple = await recalculated(program, trivial(sheets));
      times.push(time);
      const large = size > 1;
      figures.push(
        {
          name: `${(reading.document.nodes.length * size).toLocaleString('en')} nodes, ${formulas.toLocaleString('en')} formulas`,
          value: time,
          unit: 'ms',
          ...(large ? { aim: 5_000, limit: 30_000 } : {}),
        },
        { name: '  as many trivial formulas', value: simple.time, unit: 'ms' },
        {
          name: '  the one against the other',
          value: time / simple.time,
          unit: 'x',
          ...(large ? { aim: 40, limit: 80 } : {}),
        },
        { name: '  opening the file', value: load, unit: 'ms' },
        { name: '  opening it with trivial formulas', value: simple.load, unit: 'ms' },
      );
    }
    return [
      ...figures,
      {
        name: `${TIMES} times as many nodes take`,
        value: (times[1] ?? 0) / (times[0] ?? 1),
        unit: 'x',
        aim: 1.5 * TIMES,
        limit: 3 * TIMES,
      },
    ];
  },
};

export const RECALCULATE_BENCHES: readonly Bench[] = [recalculate];
