import { failure, success, type Result } from '../../../plan/result';
import type { ReadFailure } from '../../../read/source';
import { refuse, WORKBOOK_KINDS } from '../../zip/failures';
import { MAX_FILE_BYTES, MAX_READ_BYTES, MAX_READ_RATIO, READ_RATIO_FREE_BYTES } from '../../zip/limits';
import { refuseBySize } from '../../zip/preflight';
import { unpackedChunks } from '../../zip/unpack';
import { readZipDirectory, type ZipEntry } from '../../zip/zipDirectory';
import { stop } from './stopped';
import { XmlReader, type XmlHandlers } from './xml';

/** First bytes of a compound file: an .xls, or an .xlsx with a password. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0] as const;
export const WORKBOOK_PART = 'xl/workbook.xml';

/** A workbook whose parts are unpacked one at a time, and only those that are asked for. */
export class WorkbookPackage {
  private unpacked = 0;

  private constructor(
    private readonly bytes: Uint8Array,
    private readonly entries: ReadonlyMap<string, ZipEntry>,
  ) {}

  /** Looks over what the file declares; nothing is unpacked yet. */
  static open(bytes: Uint8Array): Result<WorkbookPackage, ReadFailure> {
    if (bytes.byteLength > MAX_FILE_BYTES)
      return refuse(WORKBOOK_KINDS.fileTooLarge, { bytes: bytes.byteLength, limit: MAX_FILE_BYTES });
    if (COMPOUND_FILE.every((byte, index) => bytes[index] === byte)) return refuse(WORKBOOK_KINDS.oldFormat);
    const directory = readZipDirectory(bytes);
    if (!directory.ok) return directory;
    const refused = refuseBySize(directory.value);
    if (refused) return failure(refused);
    const entries = new Map(directory.value.map((entry) => [entry.name, entry]));
    if (!entries.has(WORKBOOK_PART)) return refuse(WORKBOOK_KINDS.notWorkbook);
    return success(new WorkbookPackage(bytes, entries));
  }

  has(part: string): boolean {
    return this.entries.has(part);
  }

  /** Reads a part of XML while it is unpacked, so that no more than a piece of it is in memory. A part that is absent has nothing in it. */
  async read(part: string, handlers: XmlHandlers): Promise<void> {
    const entry = this.entries.get(part);
    if (!entry) return;
    this.account(entry);
    const reader = new XmlReader(part, handlers);
    const whole = await unpackedChunks(this.bytes, entry, (chunk) => reader.write(chunk));
    if (!whole) stop(refuse(WORKBOOK_KINDS.dishonestSize, { part }));
    reader.close();
  }

  /** Parts that are read add up: each is bearable by itself, and so must they be together. */
  private account({ name, unpackedBytes }: ZipEntry): void {
    this.unpacked += unpackedBytes;
    if (this.unpacked > MAX_READ_BYTES)
      stop(refuse(WORKBOOK_KINDS.unpacksTooLarge, { part: name, bytes: this.unpacked, limit: MAX_READ_BYTES }));
    if (this.unpacked > READ_RATIO_FREE_BYTES && this.unpacked > this.bytes.byteLength * MAX_READ_RATIO)
      stop(
        refuse(WORKBOOK_KINDS.unpacksTooMuch, {
          part: name,
          ratio: Math.round(this.unpacked / this.bytes.byteLength),
          limit: MAX_READ_RATIO,
        }),
      );
  }
}
