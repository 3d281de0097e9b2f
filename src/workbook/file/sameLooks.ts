import { readZipDirectory } from '../zip/zipDirectory';

import { SHARED_TEXTS } from './sharedTexts';

/** Are two files of ours the same in every part but the texts? A program that saves a workbook writes its parts in its own way. */
export function sameLooks(one: Uint8Array, other: Uint8Array): boolean {
  const [left, right] = [one, other].map((bytes) => {
    const entries = readZipDirectory(bytes);
    return entries.ok
      ? JSON.stringify(entries.value.filter(({ name }) => name !== SHARED_TEXTS).map(({ name, crc }) => [name, crc]))
      : null;
  });
  return left !== null && left === right;
}
