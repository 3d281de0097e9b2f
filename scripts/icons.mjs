/** Draws the icons of the add-in into assets/: an open book whose pages are a bar chart that carries a tick. No dependency but zlib. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { ROOT } from './bundle.mjs';

/** The sizes the manifest and the ribbon ask for, in pixels. */
const SIZES = [16, 32, 64, 80, 128];
/** Samples per pixel side: edges are smooth at 16 pixels. */
const SAMPLES = 8;

const BACK = [15, 84, 96];
const PAGE = [255, 255, 255];
const BAR = [94, 178, 178];
const TICK = [245, 158, 32];

const inBox = (x, y, left, top, right, bottom, radius) => {
  const dx = Math.max(left + radius - x, x - (right - radius), 0);
  const dy = Math.max(top + radius - y, y - (bottom - radius), 0);
  return x >= left && x <= right && y >= top && y <= bottom && dx * dx + dy * dy <= radius * radius;
};

const nearSegment = (x, y, [x1, y1], [x2, y2], width) => {
  const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
  const along = Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length));
  return (x - x1 - along * (x2 - x1)) ** 2 + (y - y1 - along * (y2 - y1)) ** 2 <= (width / 2) ** 2;
};

const TICK_POINTS = [[0.42, 0.6], [0.58, 0.76], [0.9, 0.4]];

/** Colour at a point of the unit square; null outside the icon. Later shapes lie on top. */
function colourAt(x, y) {
  if (nearSegment(x, y, TICK_POINTS[0], TICK_POINTS[1], 0.13) || nearSegment(x, y, TICK_POINTS[1], TICK_POINTS[2], 0.13)) return TICK;
  if (!inBox(x, y, 0.02, 0.02, 0.98, 0.98, 0.16)) return null;
  if (!inBox(x, y, 0.16, 0.14, 0.84, 0.86, 0.05)) return BACK;
  const bars = [[0.24, 0.58], [0.4, 0.44], [0.56, 0.3]];
  return bars.some(([left, top]) => inBox(x, y, left, top, left + 0.11, 0.78, 0.01)) ? BAR : PAGE;
}

function pixelsOf(size) {
  const rows = [];
  for (let row = 0; row < size; row += 1) {
    const line = [0];
    for (let column = 0; column < size; column += 1) {
      const sum = [0, 0, 0];
      let hits = 0;
      for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
        const x = (column + ((sample % SAMPLES) + 0.5) / SAMPLES) / size;
        const y = (row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / size;
        const colour = colourAt(x, y);
        if (colour === null) continue;
        hits += 1;
        colour.forEach((channel, index) => (sum[index] += channel));
      }
      line.push(...sum.map((channel) => (hits === 0 ? 0 : Math.round(channel / hits))), Math.round((255 * hits) / SAMPLES ** 2));
    }
    rows.push(Buffer.from(line));
  }
  return Buffer.concat(rows);
}

const CRC_TABLE = Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const crc = body.reduce((value, byte) => CRC_TABLE[(value ^ byte) & 255] ^ (value >>> 8), 0xffffffff) ^ 0xffffffff;
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc >>> 0, 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function png(size) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8); // 8 bits a channel, RGBA
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', deflateSync(pixelsOf(size), { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

mkdirSync(path.join(ROOT, 'assets'), { recursive: true });
for (const size of SIZES) writeFileSync(path.join(ROOT, 'assets', `icon-${size}.png`), png(size));
