import path from 'node:path';
import { failure, success, type Result } from '../../plan/result';
import type { CheckSettings } from '../../check/settings';
import { NO_EXPLANATIONS, type Explanations } from '../../plan/explanation';
import { explanationsFromWorkbook, settingsFromWorkbook } from '../../sheets/readBack';
import { buildSheets, type BuildOptions } from '../../sheets/workbook';
import { readXlsxFile } from '../../workbook/file/read';
import { writeXlsxFile } from '../../workbook/file/write';
import { EXIT, type Command, type ExitCode, type Invocation } from '../command';
import { allFindings } from '../findings';
import type { Host } from '../host';
import { forEachInput, readReport, STANDARD_INPUT, type Input } from '../input';
import { documentSummary } from '../summary';

interface Book {
  readonly input: Input;
  readonly bytes: Uint8Array;
  readonly sheets: number;
  readonly summary: string;
}

/** What users wrote and set in the workbook that is to be replaced: it goes on in the new one. */
interface Kept {
  readonly explanations: Explanations;
  readonly settings: CheckSettings | null;
}

async function keptFrom(target: string, host: Host): Promise<Kept> {
  const nothing: Kept = { explanations: NO_EXPLANATIONS, settings: null };
  const former = target === STANDARD_INPUT ? null : await host.readFile(target);
  const content = former?.ok ? await readXlsxFile(former.value) : null;
  return content?.ok ? { explanations: explanationsFromWorkbook(content.value), settings: settingsFromWorkbook(content.value) } : nothing;
}

function boardOptions(settings: CheckSettings | null): Pick<BuildOptions, 'statuses' | 'settings'> {
  if (settings === null) return {};
  const { statuses, ...checks } = settings;
  return { statuses, settings: checks };
}

async function bookOf(input: Input, target: string, invocation: Invocation, host: Host): Promise<Result<Book, string>> {
  const { language, texts } = invocation;
  const reading = await readReport(input, invocation, host);
  if (!reading.ok) return reading;
  host.showProgress(texts.progress.building(input.name));
  const { document } = reading.value;
  const { explanations, settings } = await keptFrom(target, host);
  const findings = allFindings(document, language, settings === null ? {} : { settings });
  const sheets = buildSheets(reading.value, findings, { language, explanations, ...boardOptions(settings) });
  const bytes = await writeXlsxFile(sheets);
  host.showProgress('');
  return success({ input, bytes, sheets: sheets.filter(({ visibility }) => visibility === 'visible').length, summary: documentSummary(document, findings, invocation) });
}

/** Where each book goes: the file named, or one book per report in the folder named. The failure is a sentence. */
async function targetsOf(output: string, { files, texts }: Invocation, host: Host): Promise<Result<readonly string[], string>> {
  const folder = output.endsWith('/') || (await host.isFolder(output));
  if (!folder) return files.length === 1 ? success([output]) : failure(texts.usage.folderNeeded('-o'));
  const targets = files.map((file) => path.join(output, `${path.parse(file === STANDARD_INPUT ? 'planboek' : file).name}.xlsx`));
  const twice = targets.find((target, index) => targets.indexOf(target) !== index);
  return twice === undefined ? success(targets) : failure(texts.usage.sameTarget('-o', twice));
}

async function writeBook({ bytes, sheets, summary }: Book, target: string, { texts }: Invocation, host: Host): Promise<ExitCode> {
  if (target === STANDARD_INPUT) {
    host.writeOutput(bytes);
    host.complain(summary);
    return EXIT.done;
  }
  const written = await host.writeFile(target, bytes);
  if (!written.ok) {
    const { problem, detail } = written.failure;
    host.complain(`planboek: ${problem === 'directory' ? texts.file.targetIsFolder(target) : texts.file.notWritten(target, detail)}`);
    return EXIT.failed;
  }
  host.print(`${summary}\n\n${texts.summary.workbook}: ${written.value} (${texts.summary.sheets(sheets)})`);
  return EXIT.done;
}

/** `planboek build FILE.. -o BOOK.xlsx`: nothing is written unless every report could be read. */
export const buildCommand: Command = {
  name: 'build',
  options: { output: { type: 'string', short: 'o', required: true } },
  maxFiles: Infinity,
  run: async (invocation, host) => {
    const targets = await targetsOf(String(invocation.values.output), invocation, host);
    if (!targets.ok) {
      host.complain(`planboek: ${targets.failure}`);
      return EXIT.failed;
    }
    const books = await forEachInput(invocation, host, (input, index) => bookOf(input, targets.value[index] ?? STANDARD_INPUT, invocation, host));
    if (books === null) return EXIT.failed;
    let code: ExitCode = EXIT.done;
    for (const [index, book] of books.entries()) {
      const written = await writeBook(book, targets.value[index] ?? '', invocation, host);
      if (written !== EXIT.done) code = written;
    }
    return code;
  },
};
