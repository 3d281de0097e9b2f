import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { failure, success, type Result } from '../../plan/result';
import type { FileFailure, FileProblem, Host } from '../host';

const PROBLEMS: Readonly<Record<string, FileProblem>> = {
  ENOENT: 'notFound',
  ENOTDIR: 'notFound',
  EISDIR: 'directory',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
  EROFS: 'forbidden',
  ERR_FS_FILE_TOO_LARGE: 'tooLarge',
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error);

async function attempt<T>(action: () => Promise<T>): Promise<Result<T, FileFailure>> {
  try {
    return success(await action());
  } catch (error) {
    const detail = codeOf(error);
    return failure({ problem: PROBLEMS[detail] ?? 'other', detail });
  }
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Written beside the target and moved over it, so that a full disk never leaves half a workbook. */
async function writeWhole(target: string, bytes: Uint8Array): Promise<string> {
  const absolute = path.resolve(target);
  const aside = `${absolute}.${process.pid}.tmp`;
  await mkdir(path.dirname(absolute), { recursive: true });
  try {
    await writeFile(aside, bytes);
    await rename(aside, absolute);
  } finally {
    await rm(aside, { force: true });
  }
  return absolute;
}

const CLEAR_LINE = '\r\u001b[2K';

/** The machine itself: its files and its standard streams. A reader that went away (`| head`) ends the run quietly. */
export function nodeHost(): Host {
  process.stdout.on('error', (error) => {
    if (codeOf(error) !== 'EPIPE') throw error;
    process.exit();
  });
  return {
    readFile: (file) => attempt(() => readFile(file)),
    readInput: () => attempt(() => readAll(process.stdin)),
    writeFile: (file, bytes) => attempt(() => writeWhole(file, bytes)),
    writeOutput: (bytes) => void process.stdout.write(bytes),
    isFolder: async (file) => (await stat(file).catch(() => null))?.isDirectory() ?? false,
    print: (text) => void process.stdout.write(`${text}\n`),
    complain: (text) => void process.stderr.write(`${text}\n`),
    showProgress: (text) => {
      if (process.stderr.isTTY) process.stderr.write(`${CLEAR_LINE}${text}`);
    },
  };
}
