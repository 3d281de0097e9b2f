/** Samples per pixel side: slanted edges are smooth at 16 pixels. */
const SAMPLES = 8;

const inBox = (x, y, left, top, right, bottom, radius) => {
  const dx = Math.max(left + radius - x, x - (right - radius), 0);
  const dy = Math.max(top + radius - y, y - (bottom - radius), 0);
  return x >= left && x <= right && y >= top && y <= bottom && dx * dx + dy * dy <= radius * radius;
};

const nearSegment = (x, y, [x1, y1], [x2, y2], width) => {
  const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length));
  return (x - x1 - along * (x2 - x1)) ** 2 + (y - y1 - along * (y2 - y1)) ** 2 <= (width / 2) ** 2;
};

const inPolygon = (x, y, points) =>
  points.reduce((inside, [x1, y1], at) => {
    const [x2, y2] = points[(at + 1) % points.length];
    return y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1 ? !inside : inside;
  }, false);

/**
 * Shapes on a grid of 16 units. The edges of boxes fall on whole pixels at every size, so that a frame is as sharp at 16 pixels as at 80; lines,
 * rings and polygons are smoothed. Each shape becomes a test of a point in pixels.
 */
export const SHAPES = {
  box: ({ from: [left, top], to: [right, bottom], radius = 0 }, { snap, unit }) => {
    const edges = [left, top, right, bottom].map(snap);
    return (x, y) => inBox(x, y, ...edges, radius * unit);
  },
  frame: ({ from: [left, top], to: [right, bottom], radius = 0 }, { snap, unit, stroke }) => {
    const [l, t, r, b] = [left, top, right, bottom].map(snap);
    const inner = Math.max(radius * unit - stroke, 0);
    return (x, y) =>
      inBox(x, y, l, t, r, b, radius * unit) && !inBox(x, y, l + stroke, t + stroke, r - stroke, b - stroke, inner);
  },
  line: ({ points, width = 1.6 }, { unit }) => {
    const places = points.map(([x, y]) => [x * unit, y * unit]);
    return (x, y) => places.slice(1).some((end, at) => nearSegment(x, y, places[at], end, width * unit));
  },
  polygon: ({ points }, { unit }) => {
    const places = points.map(([x, y]) => [x * unit, y * unit]);
    return (x, y) => inPolygon(x, y, places);
  },
  disc:
    ({ centre: [cx, cy], radius }, { unit }) =>
    (x, y) =>
      (x - cx * unit) ** 2 + (y - cy * unit) ** 2 <= (radius * unit) ** 2,
  /** A part of a ring, clockwise between two angles in degrees (0 is east, 90 south). */
  arc:
    ({ centre: [cx, cy], radius, width = 1.6, fromAngle = 0, toAngle = 360 }, { unit }) =>
    (x, y) => {
      const distance = Math.hypot(x - cx * unit, y - cy * unit);
      const angle = (Math.atan2(y - cy * unit, x - cx * unit) * 180) / Math.PI;
      const turned = (((angle - fromAngle) % 360) + 360) % 360;
      return Math.abs(distance - radius * unit) <= (width * unit) / 2 && turned <= toAngle - fromAngle;
    },
};

/** The pixels of a drawing as rows of RGBA behind the filter byte of PNG; later shapes lie on top, and one with colour null cuts a hole. */
export function pixelsOf(drawing, size) {
  const unit = size / 16;
  const grid = { unit, snap: (value) => Math.round(value * unit), stroke: Math.max(1, Math.round(1.1 * unit)) };
  const layers = drawing
    .map(({ shape, colour, ...rest }) => ({ colour, contains: SHAPES[shape](rest, grid) }))
    .reverse();
  const colourAt = (x, y) => layers.find(({ contains }) => contains(x, y))?.colour ?? null;
  const rows = [];
  for (let row = 0; row < size; row += 1) {
    const line = [0];
    for (let column = 0; column < size; column += 1) {
      const sum = [0, 0, 0];
      let hits = 0;
      for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
        const colour = colourAt(
          column + ((sample % SAMPLES) + 0.5) / SAMPLES,
          row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES,
        );
        if (colour === null) continue;
        hits += 1;
        colour.forEach((channel, index) => (sum[index] += channel));
      }
      line.push(
        ...sum.map((channel) => (hits === 0 ? 0 : Math.round(channel / hits))),
        Math.round((255 * hits) / SAMPLES ** 2),
      );
    }
    rows.push(Buffer.from(line));
  }
  return Buffer.concat(rows);
}
