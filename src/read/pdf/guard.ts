/** What a PDF may ask of this machine, told before and while pdf.js reads it. */

/** Unpacked size of one stream: a page of text takes some 100 kB, the largest font some 20 MB. */
const MAX_STREAM_BYTES = 24 * 2 ** 20;

/** The same for all streams together, or as many times the size of the file as packed text grows at most. */
const MAX_TOTAL_BYTES = 48 * 2 ** 20;
const MAX_TOTAL_RATIO = 40;

/** So much of a stream is kept to see whether it is packed once more. */
const KEPT_BYTES = 256 * 1024;

/** Pictures are not unpacked for their text; past this ratio what calls itself one is zeros packed to do harm. */
const MAX_PICTURE_RATIO = 200;

/** Not even packed three times over does a stream this short come to much. */
const SHORT_STREAM = 200;

/** Streams packed in streams: reports have none. */
const MAX_LAYERS = 3;

/** Time for a file of one megabyte; larger ones get as much more. Reading takes about a tenth of it. */
const MILLISECONDS_PER_MEGABYTE = 15_000;
const MEGABYTE = 2 ** 20;

const START = latin('stream');
const END = latin('endstream');
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** How far before a stream its dictionary is looked for. */
const DICTIONARY_BYTES = 600;

function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}

function indexOf(bytes: Uint8Array, wanted: Uint8Array, from: number): number {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1))
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at;
  return -1;
}

interface PackedStream {
  readonly bytes: Uint8Array;
  readonly dictionary: string;
}

function* streamsOf(bytes: Uint8Array): Iterable<PackedStream> {
  for (let at = indexOf(bytes, START, 0); at >= 0;) {
    let begin = at + START.length;
    if (bytes[begin] === CARRIAGE_RETURN) begin += 1;
    if (bytes[begin] === LINE_FEED) begin += 1;
    const end = indexOf(bytes, END, begin);
    const stop = end < 0 ? bytes.length : end;
    const dictionary = String.fromCharCode(...bytes.subarray(Math.max(0, at - DICTIONARY_BYTES), at));
    yield { bytes: bytes.subarray(begin, stop), dictionary: dictionary.slice(dictionary.lastIndexOf(' obj') + 1) };
    at = end < 0 ? -1 : indexOf(bytes, START, stop + END.length);
  }
}

/** Does it begin as zlib does (RFC 1950)? */
const isPacked = ([first = 0, second = 0]: Uint8Array): boolean =>
  (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;

/** Unpacked size, counted up to just past `limit`, and the first bytes of it. */
async function unpackedSize(packed: Uint8Array, limit: number): Promise<{ bytes: number; start: Uint8Array }> {
  const reader = new Blob([new Uint8Array(packed)])
    .stream()
    .pipeThrough(new DecompressionStream('deflate'))
    .getReader();
  const start: Uint8Array[] = [];
  let [bytes, kept] = [0, 0];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      bytes += value.byteLength;
      if (kept < KEPT_BYTES) {
        start.push(value);
        kept += value.byteLength;
      }
      if (bytes > limit) break;
    }
  } catch {
    // A stream that is cut or followed by other bytes: what came out of it counts.
  }
  await reader.cancel().catch(() => undefined);
  const joined = new Uint8Array(kept);
  let at = 0;
  for (const piece of start) {
    joined.set(piece, at);
    at += piece.byteLength;
  }
  return { bytes, start: joined };
}

/** What a stream comes to when all its layers are unpacked; null when that is more than any report holds. */
async function sizeOf({ bytes, dictionary }: PackedStream): Promise<number | null> {
  const isPicture = /\/Subtype\s*\/Image/.test(dictionary);
  const limit = isPicture ? Math.max(MAX_STREAM_BYTES, bytes.byteLength * MAX_PICTURE_RATIO) : MAX_STREAM_BYTES;
  let [layer, size] = [bytes, 0];
  for (let layers = 1; isPacked(layer); layers += 1) {
    const unpacked = await unpackedSize(layer, limit);
    if (unpacked.bytes > limit || layers > MAX_LAYERS) return null;
    size = isPicture ? 0 : unpacked.bytes;
    layer = unpacked.start;
  }
  return size;
}

/** Does the file unpack to more than any report holds, one stream or all together? Nothing of it is kept. */
export async function unpacksTooLarge(bytes: Uint8Array): Promise<boolean> {
  const limit = Math.max(MAX_TOTAL_BYTES, bytes.byteLength * MAX_TOTAL_RATIO);
  let total = 0;
  for (const stream of streamsOf(bytes)) {
    // A stream this short comes to nothing, whatever its layers.
    if (stream.bytes.byteLength < SHORT_STREAM) continue;
    const size = await sizeOf(stream);
    if (size === null) return true;
    total += size;
    if (total > limit) return true;
  }
  return false;
}

/** Reading took longer than any report of its size does. */
export class TooSlow extends Error {}

/** Throws TooSlow when it is asked later than a file of this size may take. */
export function deadline(bytes: number): () => void {
  const last = Date.now() + MILLISECONDS_PER_MEGABYTE * Math.max(1, bytes / MEGABYTE);
  return () => {
    if (Date.now() > last) throw new TooSlow();
  };
}
