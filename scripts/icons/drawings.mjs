/** Lines, and what they are about; both stand out at 3:1 and more on the white, grey and black ribbons of Office. */
const INK = [27, 138, 150];
const SIGN = [208, 104, 4];
export const BUTTON_COLOURS = [INK, SIGN];

/** The colours of the tile of the add-in itself. */
const TILE = [15, 84, 96];
const PAGE = [255, 255, 255];
const BAR = [94, 178, 178];
const TICK = [245, 158, 32];

const page = (from, to, colour = INK) => [{ shape: 'frame', from, to, radius: 1, colour }];
const rule = (left, right, y, colour = INK) => ({ shape: 'box', from: [left, y], to: [right, y + 1], colour });
const line = (points, colour, width) => ({ shape: 'line', points, colour, width });

/** One drawing per button of the ribbon, and `icon` for the add-in; on a grid of 16 units. */
export const DRAWINGS = {
  /** An open book whose pages are a bar chart that carries a tick. */
  icon: [
    { shape: 'box', from: [0, 0], to: [16, 16], radius: 2.6, colour: TILE },
    { shape: 'box', from: [2, 2], to: [14, 14], radius: 0.8, colour: PAGE },
    ...[
      [4, 9],
      [6, 7],
      [8, 5],
    ].map(([left, top]) => ({ shape: 'box', from: [left, top], to: [left + 1.6, 12], colour: BAR })),
    line(
      [
        [6.7, 9.6],
        [9.3, 12.2],
        [14.4, 6.4],
      ],
      TICK,
      2.1,
    ),
  ],
  /** An arrow into a tray. */
  import: [
    line(
      [
        [8, 1.6],
        [8, 9],
      ],
      SIGN,
      1.8,
    ),
    {
      shape: 'polygon',
      points: [
        [4.2, 6.6],
        [11.8, 6.6],
        [8, 11],
      ],
      colour: SIGN,
    },
    { shape: 'frame', from: [1, 9], to: [15, 15], radius: 1, colour: INK },
    { shape: 'box', from: [3, 9], to: [13, 11], colour: null },
    {
      shape: 'polygon',
      points: [
        [4.2, 6.6],
        [11.8, 6.6],
        [8, 11],
      ],
      colour: SIGN,
    },
  ],
  /** A list of which the lines are ticked off. */
  check: [
    ...page([1, 1], [12, 15]),
    rule(3, 10, 4),
    rule(3, 10, 7),
    rule(3, 7, 10),
    line(
      [
        [7.4, 11.4],
        [9.8, 13.8],
        [14.6, 8.4],
      ],
      null,
      4.4,
    ),
    line(
      [
        [7.4, 11.4],
        [9.8, 13.8],
        [14.6, 8.4],
      ],
      SIGN,
      2,
    ),
  ],
  /** Scales in balance. */
  reconcile: [
    { shape: 'box', from: [7, 1], to: [9, 14], colour: INK },
    { shape: 'box', from: [4, 13], to: [12, 15], colour: INK },
    { shape: 'box', from: [2, 3], to: [14, 4], colour: INK },
    line(
      [
        [3.5, 4],
        [1.4, 9],
      ],
      INK,
      1,
    ),
    line(
      [
        [3.5, 4],
        [5.6, 9],
      ],
      INK,
      1,
    ),
    line(
      [
        [12.5, 4],
        [10.4, 9],
      ],
      INK,
      1,
    ),
    line(
      [
        [12.5, 4],
        [14.6, 9],
      ],
      INK,
      1,
    ),
    {
      shape: 'polygon',
      points: [
        [0.4, 8.6],
        [6.6, 8.6],
        [5.2, 11],
        [1.8, 11],
      ],
      colour: SIGN,
    },
    {
      shape: 'polygon',
      points: [
        [9.4, 8.6],
        [15.6, 8.6],
        [14.2, 11],
        [10.8, 11],
      ],
      colour: SIGN,
    },
  ],
  /** A table with a head and a total. */
  accounts: [
    { shape: 'frame', from: [1, 1], to: [15, 15], radius: 1, colour: INK },
    { shape: 'box', from: [1, 1], to: [15, 4], radius: 1, colour: INK },
    rule(3, 7, 6),
    rule(9, 13, 6),
    rule(3, 7, 8),
    rule(9, 13, 8),
    { shape: 'box', from: [3, 11], to: [13, 13], colour: SIGN },
  ],
  /** Two versions of a page, with what goes either way. */
  compare: [
    ...page([1, 1], [7, 15]),
    ...page([9, 1], [15, 15]),
    line(
      [
        [3.4, 8],
        [12.6, 8],
      ],
      null,
      5.4,
    ),
    line(
      [
        [4, 8],
        [12, 8],
      ],
      SIGN,
      1.6,
    ),
    {
      shape: 'polygon',
      points: [
        [5.2, 4.9],
        [5.2, 11.1],
        [1.9, 8],
      ],
      colour: SIGN,
    },
    {
      shape: 'polygon',
      points: [
        [10.8, 4.9],
        [10.8, 11.1],
        [14.1, 8],
      ],
      colour: SIGN,
    },
  ],
  /** Back the way one came. */
  revert: [
    { shape: 'arc', centre: [9, 8.8], radius: 5, width: 1.9, fromAngle: -145, toAngle: 120, colour: INK },
    {
      shape: 'polygon',
      points: [
        [1.2, 1.4],
        [1.2, 8.6],
        [8.2, 8.2],
      ],
      colour: SIGN,
    },
  ],
  /** A question in a circle. */
  help: [
    { shape: 'arc', centre: [8, 8], radius: 6.4, width: 1.4, colour: INK },
    { shape: 'arc', centre: [8, 6.2], radius: 2.1, width: 1.5, fromAngle: -170, toAngle: 70, colour: SIGN },
    line(
      [
        [8.6, 8],
        [8, 9.3],
      ],
      SIGN,
      1.5,
    ),
    { shape: 'disc', centre: [8, 11.8], radius: 1, colour: SIGN },
  ],
  /** A window with a pane at its right. */
  pane: [
    { shape: 'frame', from: [1, 2], to: [15, 14], radius: 1, colour: INK },
    { shape: 'box', from: [1, 2], to: [15, 4], radius: 1, colour: INK },
    rule(3, 8, 6),
    rule(3, 8, 8),
    rule(3, 8, 10),
    { shape: 'box', from: [10, 5], to: [13, 12], colour: SIGN },
  ],
};

/** The sizes Office takes for a button, in pixels; 16, 32 and 80 must be there. */
const BUTTON_SIZES = [16, 20, 24, 32, 40, 48, 64, 80];

/** The add-in's own icon is also shown in lists of add-ins. */
const LIST_SIZE = 128;

export const sizesOf = (name) => (name === 'icon' ? [...BUTTON_SIZES, LIST_SIZE] : BUTTON_SIZES);
