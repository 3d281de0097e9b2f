import { readZipDirectory } from '../zip/zipDirectory';

/** Texts of cells stand here; they are compared cell by cell. */
const TEXTS = 'xl/sharedStrings.xml';

/** Are two files of ours the same in every part but the texts? A program that saves a workbook writes its parts in its own way. */
export function sameLooks(one: Uint8Array, other: Uint8Array): boolean {
  const [left, right] = [one, other].map((bytes) => {
    const entries = readZipDirectory(bytes);
    return entries.ok
      ? JSON.stringify(entries.value.filter(({ name }) => name !== TEXTS).map(({ name, crc }) => [name, crc]))
      : null;
  });
  return left !== null && left === right;
}
