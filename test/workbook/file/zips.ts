import { crc32, deflateRawSync } from 'node:zlib';

/** A part to put into a zip; what it declares may be a lie. */
export interface Part {
  readonly name: string;
  readonly data: Uint8Array;
  readonly declaredBytes?: number;
  /** Shares the packed bytes of the part before it. */
  readonly sharesData?: boolean;
}

const encoder = new TextEncoder();

/** A zip built by hand, so that it can be as wrong as a test needs. */
export function zipOf(parts: readonly Part[], declaredParts = parts.length): Uint8Array {
  const chunks: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  let shared = 0;
  for (const { name, data, declaredBytes, sharesData } of parts) {
    const title = encoder.encode(name);
    const packed = new Uint8Array(deflateRawSync(data, { level: 9 }));
    const head = (signature: number, length: number): DataView => {
      const view = new DataView(new ArrayBuffer(length));
      view.setUint32(0, signature, true);
      return view;
    };
    const common = (view: DataView, at: number): void => {
      view.setUint16(at, 20, true);
      view.setUint16(at + 4, 8, true);
      view.setUint32(at + 10, crc32(data.byteLength > 2 ** 24 ? new Uint8Array(0) : data), true);
      view.setUint32(at + 14, packed.byteLength, true);
      view.setUint32(at + 18, declaredBytes ?? data.byteLength, true);
      view.setUint16(at + 22, title.byteLength, true);
    };
    const local = head(0x04034b50, 30);
    common(local, 4);
    const entry = head(0x02014b50, 46);
    common(entry, 6);
    entry.setUint32(42, sharesData ? shared : offset, true);
    if (!sharesData) {
      chunks.push(new Uint8Array(local.buffer), title, packed);
      shared = offset;
      offset += 30 + title.byteLength + packed.byteLength;
    }
    central.push(new Uint8Array(entry.buffer), title);
  }
  const directory = Buffer.concat(central);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, declaredParts, true);
  end.setUint16(10, declaredParts, true);
  end.setUint32(12, directory.byteLength, true);
  end.setUint32(16, offset, true);
  return new Uint8Array(Buffer.concat([...chunks, directory, new Uint8Array(end.buffer)]));
}

export const part = (name: string, text: string): Part => ({ name, data: encoder.encode(text) });

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a workbook but for its sheets: they are named `Blad1`, `Blad2`, ... and stand in `xl/worksheets/sheet1.xml` and so on. */
export const workbookParts = (sheets: number): readonly Part[] => {
  const numbers = Array.from({ length: sheets }, (_, index) => index + 1);
  const names = numbers.map((each) => `<sheet name="Blad${each}" sheetId="${each}" r:id="rId${each}"/>`);
  const targets = numbers.map(
    (each) => `<Relationship Id="rId${each}" Type="${RELATION}/worksheet" Target="worksheets/sheet${each}.xml"/>`,
  );
  return [
    part('xl/workbook.xml', `<workbook xmlns:r="${RELATION}"><sheets>${names.join('')}</sheets></workbook>`),
    part('xl/_rels/workbook.xml.rels', `<Relationships>${targets.join('')}</Relationships>`),
  ];
};

/** A sheet with these cells, each as XML within a row of its own. */
export const sheetPart = (number: number, rows: string): Part =>
  part(`xl/worksheets/sheet${number}.xml`, `<worksheet><sheetData>${rows}</sheetData></worksheet>`);
