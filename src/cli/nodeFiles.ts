import { constants, type Stats } from 'node:fs';
import { copyFile, lstat, mkdir, open, readlink, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { failure, success, type Result } from '../plan/result';
import type { FileFailure, FileProblem, Standing } from './host';

const PROBLEMS: Readonly<Record<string, FileProblem>> = {
  ENOENT: 'notFound',
  ENOTDIR: 'notFound',
  EISDIR: 'directory',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
  EROFS: 'forbidden',
  ERR_FS_FILE_TOO_LARGE: 'tooLarge',
};

/** More than any reader here takes (the largest workbook is 100 MB): what goes on after this is no document. */
const MAX_BYTES = 128 * 2 ** 20;
const CHUNK_BYTES = 2 ** 20;

class TooLarge extends Error {
  readonly code = 'ERR_FS_FILE_TOO_LARGE';
}

/** What was written is not what stands on the disk. */
class NotAsWritten extends Error {
  readonly code = 'EIO';
}

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error);

export async function attempt<T>(action: () => Promise<T>): Promise<Result<T, FileFailure>> {
  try {
    return success(await action());
  } catch (error) {
    const detail = codeOf(error);
    return failure({ problem: PROBLEMS[detail] ?? 'other', detail });
  }
}

/** Everything a stream gives, up to the bound. */
export async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BYTES) throw new TooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export async function readBounded(file: string): Promise<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    if (size > MAX_BYTES) throw new TooLarge();
    return await readAll(handle.createReadStream({ autoClose: false, highWaterMark: CHUNK_BYTES }));
  } finally {
    await handle.close();
  }
}

const isAbsent = (error: unknown): boolean => PROBLEMS[codeOf(error)] === 'notFound';

export async function inspect(file: string): Promise<Standing> {
  const found = await stat(file).catch((error: unknown) => error);
  if (found instanceof Error) {
    const detail = codeOf(found);
    return isAbsent(found)
      ? { at: 'nothing' }
      : { at: 'unknown', failure: { problem: PROBLEMS[detail] ?? 'other', detail } };
  }
  const facts = found as Stats;
  if (facts.isDirectory()) return { at: 'folder' };
  if (!facts.isFile()) return { at: 'device' };
  return { at: 'file', bytes: facts.size, identity: `${facts.dev}:${facts.ino}` };
}

/** Where a name leads: through links, also through one whose end is not there yet. */
async function placeOf(target: string): Promise<string> {
  const absolute = path.resolve(target);
  const real = await realpath(absolute).catch(() => null);
  if (real !== null) return real;
  const link = await lstat(absolute).catch(() => null);
  return link?.isSymbolicLink() ? path.resolve(path.dirname(absolute), await readlink(absolute)) : absolute;
}

async function isAsWritten(handle: FileHandle, bytes: Uint8Array): Promise<boolean> {
  const piece = new Uint8Array(CHUNK_BYTES);
  let at = 0;
  for (;;) {
    const { bytesRead } = await handle.read(piece, 0, piece.byteLength, at);
    if (bytesRead === 0) return at === bytes.byteLength;
    if (Buffer.compare(piece.subarray(0, bytesRead), bytes.subarray(at, at + bytesRead)) !== 0) return false;
    at += bytesRead;
  }
}

/** Writes, waits until the disk has it, and compares it with what it should be. */
async function writeCompared(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  await handle.truncate(0);
  for (let at = 0; at < bytes.byteLength;)
    at += (await handle.write(bytes, at, bytes.byteLength - at, at)).bytesWritten;
  await handle.sync();
  if (!(await isAsWritten(handle, bytes))) throw new NotAsWritten();
}

/** Gives a new file the rights and the owner of the one it replaces; false when the owner cannot be given. */
async function likeBefore(handle: FileHandle, { mode, uid, gid }: Stats): Promise<boolean> {
  const own = await handle.stat();
  if (own.uid !== uid || own.gid !== gid) {
    const given = await handle.chown(uid, gid).then(
      () => true,
      () => false,
    );
    if (!given) return false;
  }
  await handle.chmod(mode & 0o7777);
  return true;
}

/**
 * A file with more names, or of another owner, cannot be replaced by a new one without losing them: it is written over, and what stood
 * there is put back when that fails. The new content stands aside until then.
 */
async function writeOver(place: string, bytes: Uint8Array): Promise<void> {
  const before = await readBounded(place);
  const handle = await open(place, 'r+');
  try {
    await writeCompared(handle, bytes).catch(async (error: unknown) => {
      await writeCompared(handle, before);
      throw error;
    });
  } finally {
    await handle.close();
  }
}

/** Written beside the target, compared and moved over it, so that a full disk never leaves half a workbook. */
export async function writeWhole(target: string, bytes: Uint8Array): Promise<string> {
  const place = await placeOf(target);
  const aside = `${place}.${process.pid}.tmp`;
  await mkdir(path.dirname(place), { recursive: true });
  const before = await stat(place).catch(() => null);
  // The place may not be writable though its folder is: then it is not ours to replace.
  if (before) await (await open(place, 'r+')).close();
  try {
    const handle = await open(aside, 'wx+');
    let replaces = true;
    try {
      await writeCompared(handle, bytes);
      if (before) replaces = before.nlink === 1 && (await likeBefore(handle, before));
    } finally {
      await handle.close();
    }
    if (replaces) await rename(aside, place);
    else await writeOver(place, bytes);
  } finally {
    await rm(aside, { force: true });
  }
  return path.resolve(target);
}

async function keep(copy: string, before: Stats, bytes: Uint8Array): Promise<void> {
  const handle = await open(copy, 'r+');
  try {
    await likeBefore(handle, before);
    await handle.sync();
    if (!(await isAsWritten(handle, bytes))) throw new NotAsWritten();
  } finally {
    await handle.close();
  }
}

/** BOOK.bak, BOOK.bak2, ...: no backup ever takes the place of another. */
export async function backUp(target: string): Promise<string> {
  const place = await placeOf(target);
  const facts = await stat(place);
  const named = path.resolve(target);
  for (let number = 1; ; number += 1) {
    const copy = `${named}.bak${number === 1 ? '' : number}`;
    try {
      await copyFile(place, copy, constants.COPYFILE_EXCL);
    } catch (error) {
      if (codeOf(error) === 'EEXIST') continue;
      await rm(copy, { force: true });
      throw error;
    }
    await keep(copy, facts, await readBounded(place)).catch(async (error: unknown) => {
      await rm(copy, { force: true });
      throw error;
    });
    return copy;
  }
}
