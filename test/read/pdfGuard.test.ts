import { deflateSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { unpacksTooLarge } from '../../src/read/pdf/guard';

const MEGABYTE = 2 ** 20;
const zeros = (megabytes: number): Uint8Array => deflateSync(new Uint8Array(megabytes * MEGABYTE));

/** The streams of a file, each with its dictionary: all the guard looks at. */
const fileOf = (...streams: readonly { readonly data: Uint8Array; readonly dictionary?: string }[]): Uint8Array =>
  new Uint8Array(
    Buffer.concat(
      streams.flatMap(({ data, dictionary = '/Filter/FlateDecode' }, index) => [
        Buffer.from(`${index + 1} 0 obj\n<<${dictionary}/Length ${data.byteLength}>>\nstream\r\n`, 'latin1'),
        data,
        Buffer.from('\nendstream\nendobj\n', 'latin1'),
      ]),
    ),
  );

describe('a PDF that would harm is told before it is opened', () => {
  test.each([
    ['a stream of zeros', fileOf({ data: zeros(30) }), true],
    ['packed twice', fileOf({ data: deflateSync(zeros(200)), dictionary: '/Filter[/FlateDecode/FlateDecode]' }), true],
    ['a name written otherwise', fileOf({ data: zeros(30), dictionary: '/Filter/Fl#61teDecode' }), true],
    ['many that are bearable', fileOf(...Array.from({ length: 4 }, () => ({ data: zeros(15) }))), true],
    ['zeros that call themselves a picture', fileOf({ data: zeros(30), dictionary: '/Subtype /Image' }), true],
    ['a page of text', fileOf({ data: deflateSync(Buffer.from('(a) Tj\n'.repeat(20_000))) }), false],
    ['a stream that is not packed', fileOf({ data: new Uint8Array(MEGABYTE), dictionary: '' }), false],
    ['a stream without an end', fileOf({ data: zeros(1) }).slice(0, 500), false],
    ['no streams', new TextEncoder().encode('%PDF-1.7\nstream'), false],
  ])('%s', async (_name, bytes, expected) => {
    expect(await unpacksTooLarge(bytes)).toBe(expected);
  });
});
