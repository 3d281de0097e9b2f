import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { renderIcon } from '../../scripts/icons/render.mjs';
import { sizesOf } from '../../scripts/icons/sizes.mjs';
import { launchBrowser } from '../../scripts/workbench/browser.mjs';
import { describeWithTool, ROOT } from '../support/requirements';

const FOLDER = path.join(ROOT, 'assets');
const DRAWINGS = new Map(
  readdirSync(path.join(ROOT, 'scripts/icons'))
    .filter((file) => file.endsWith('.svg'))
    .map((file) => [path.parse(file).name, readFileSync(path.join(ROOT, 'scripts/icons', file), 'utf8')] as const),
);
const FILES = [...DRAWINGS].flatMap(([name, drawing]) =>
  sizesOf(name).map((size) => ({ file: `${name}-${size}.png`, drawing, size })),
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

describe('the icons', () => {
  test('in assets are those that are drawn, and no others', () => {
    expect(DRAWINGS.size).toBe(9);
    expect(readdirSync(FOLDER).sort()).toEqual(FILES.map(({ file }) => file).sort());
  });

  test('have the size their name tells', () => {
    for (const { file, size } of FILES) {
      const bytes = readFileSync(path.join(FOLDER, file));
      expect([file, bytes.toString('latin1', 1, 4), bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([
        file,
        'PNG',
        size,
        size,
      ]);
    }
  });

  test('stand out on every ribbon', () => {
    for (const [name, drawing] of DRAWINGS) {
      const shown = drawing.replace(/<defs>[^]*<\/defs>/, '');
      const colours = [...shown.matchAll(/#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/g)].map(([, ...channels]) =>
        channels.map((channel) => parseInt(channel, 16)),
      );
      expect(colours.length).toBeGreaterThan(1);
      // The icon of the add-in brings its own background.
      if (name === 'icon') continue;
      for (const colour of colours)
        for (const ribbon of RIBBONS)
          expect([name, colour, ribbon, contrast(colour, ribbon) >= 3]).toEqual([name, colour, ribbon, true]);
    }
  });
});

describeWithTool('chromium', 'the icons in assets', (program) => {
  test('are what the drawings show now', async () => {
    const browser = await launchBrowser(program);
    try {
      const page = await browser.newPage();
      for (const { file, drawing, size } of FILES.filter((each) => each.size === 32)) {
        const pictures = [await renderIcon(page, drawing, size), readFileSync(path.join(FOLDER, file))];
        // Another version of the browser may smooth an edge otherwise; another drawing differs by far more.
        const difference = await page.evaluate(
          async (addresses) => {
            const [one, other] = await Promise.all(
              addresses.map(async (address) => {
                const image = new Image();
                image.src = address;
                await image.decode();
                const canvas = new OffscreenCanvas(image.width, image.height);
                const context = canvas.getContext('2d');
                context?.drawImage(image, 0, 0);
                return [...(context?.getImageData(0, 0, image.width, image.height).data ?? [])];
              }),
            );
            return one!.reduce((sum, channel, at) => sum + Math.abs(channel - other![at]!), 0) / one!.length;
          },
          pictures.map((bytes) => `data:image/png;base64,${bytes.toString('base64')}`),
        );
        expect([file, difference < 3]).toEqual([file, true]);
      }
    } finally {
      await browser.close();
    }
  });
});
