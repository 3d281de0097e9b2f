import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { BUTTON_COLOURS, DRAWINGS, sizesOf } from '../../scripts/icons/drawings.mjs';
import { pixelsOf } from '../../scripts/icons/raster.mjs';
import { ROOT } from '../support/requirements';

const FOLDER = path.join(ROOT, 'assets');
const FILES = Object.keys(DRAWINGS).flatMap((name) =>
  sizesOf(name).map((size) => [`${name}-${size}.png`, name, size] as const),
);

/** Ribbons of Office: white, colourful, dark grey, black. */
const RIBBONS = [
  [255, 255, 255],
  [243, 242, 241],
  [38, 38, 38],
  [10, 10, 10],
] as const;

/** WCAG 2.2: relative luminance, and the contrast of two colours. */
const luminance = (colour: readonly number[]): number => {
  const [red = 0, green = 0, blue = 0] = colour.map((channel) =>
    channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one: readonly number[], other: readonly number[]): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((left, right) => right - left);
  return (light + 0.05) / (dark + 0.05);
};

/** The rows of a PNG with one IDAT chunk, as this product writes them. */
function rowsOf(file: string): Buffer {
  const bytes = readFileSync(path.join(FOLDER, file));
  const at = bytes.indexOf('IDAT');
  return inflateSync(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4)));
}

describe('the icons', () => {
  test('in assets are those that are drawn, and no others', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(FILES.map(([file]) => file).sort());
  });

  // A changed drawing shows in the small ones, which are quick to draw again.
  test.each(FILES.filter(([, , size]) => size <= 24))('%s is what the script draws now', (file, name, size) => {
    expect(rowsOf(file).equals(pixelsOf(DRAWINGS[name] ?? [], size))).toBe(true);
  });

  test('stand out on every ribbon', () => {
    for (const colour of BUTTON_COLOURS)
      for (const ribbon of RIBBONS)
        expect([colour, ribbon, contrast(colour, ribbon) >= 3]).toEqual([colour, ribbon, true]);
  });
});
