import { DEFLATED, STORED, type ZipEntry } from './zipDirectory';

/** Parts that are stored as they are go through in pieces of this size. */
const CHUNK_BYTES = 64 * 1024;

/** Bytes of the part as they are packed. */
export const packedBytesOf = (bytes: Uint8Array, entry: ZipEntry): Uint8Array =>
  bytes.subarray(entry.dataOffset, entry.dataOffset + entry.packedBytes);

/**
 * Unpacks one part chunk by chunk and stops as soon as it passes its declared size. False when it is not what the directory declares:
 * another size, a broken stream, or a method that Excel does not use. What `take` throws is thrown on.
 */
export async function unpackedChunks(
  bytes: Uint8Array,
  entry: ZipEntry,
  take: (chunk: Uint8Array) => void | Promise<void>,
): Promise<boolean> {
  const packed = packedBytesOf(bytes, entry);
  if (entry.method === STORED) {
    if (packed.byteLength !== entry.unpackedBytes) return false;
    for (let at = 0; at < packed.byteLength; at += CHUNK_BYTES) await take(packed.subarray(at, at + CHUNK_BYTES));
    return true;
  }
  if (entry.method !== DEFLATED) return false;
  let left = entry.unpackedBytes;
  const reader = new Blob([new Uint8Array(packed)])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .getReader();
  const next = () => reader.read().catch(() => null);
  try {
    for (let piece = await next(); piece; piece = await next()) {
      if (piece.done) return left === 0;
      left -= piece.value.byteLength;
      if (left < 0) return false;
      await take(piece.value);
    }
    return false;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
