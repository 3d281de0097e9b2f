import type { Flow, Kind } from '../plan/vocabulary';

/** Where an account lands in T2, as expenditure or as receipts. */
export interface AccountTarget {
  readonly kind: Kind;
  /** Markers of the T2 row within its section: ['A', '1']. */
  readonly path: readonly string[];
}

interface Entry {
  readonly kind: Kind;
  readonly direction: Flow;
  readonly path: string;
  readonly prefixes: readonly string[];
}

const to = (kind: Kind, direction: Flow, path: string, prefixes: string): Entry => ({
  kind,
  direction,
  path,
  prefixes: prefixes.split(/\s+/),
});

/**
 * account-to-t2.csv: prefix and flow make a T2 row; the longest prefix wins, none overlap within a flow. Between entities of one
 * board: 619, 709 and 6941, 7941 (accounts.md), which stand in no annex of T2.
 */
const ENTRIES: readonly Entry[] = [
  to(
    'operating',
    'expenditure',
    'A.1',
    '600 601 602 603 604 605 608 6100 6101 6102 6103 6110 6111 6112 6113 612 613 614 615 616 617 618',
  ),
  to('operating', 'expenditure', 'A.2.a', '6200 6210 6220'),
  to('operating', 'expenditure', 'A.2.b', '6201 6211 6219 6221'),
  to('operating', 'expenditure', 'A.2.c', '6202 6203 6204 6205 6206 6212 6213 6214 6215 6216 6222 6223 6224 6225 6226'),
  to('operating', 'expenditure', 'A.2.d', '6207 6217 6227'),
  to('operating', 'expenditure', 'A.2.e', '6208 6218 6228'),
  to('operating', 'expenditure', 'A.2.f', '623'),
  to('operating', 'expenditure', 'A.2.g', '6240 6241 6242 6243 6244 6245'),
  to('operating', 'expenditure', 'A.3', '6480 6481 6482 6483 6484 6485 6486 6487 6488 6489'),
  to('operating', 'expenditure', 'A.4', '6490 6491 6492 6493 6494 6495 6496 6497 6498 6499'),
  to('operating', 'expenditure', 'A.5', '640 642 643 644 645 646 647'),
  to('operating', 'expenditure', 'B.1', '6500'),
  to('operating', 'expenditure', 'B.2', '6502 652 653 654 657 658 659'),
  to('operating', 'expenditure', 'C', '6940'),
  to('operating', 'expenditure', 'A.1', '619'),
  to('operating', 'expenditure', 'C', '6941'),
  to(
    'operating',
    'receipts',
    'A.1.a',
    `70000 70001 70002 70003 70004 70005 70006 70007 70008 70009 70010 70011 70012 70013 70014 70015 70016 70017
      70018 70019 70020 70021 70022 70023 70024 70025 70026 70027 70028 70029 70030 70031 70032 70033 70034 70035
      70036 70037 70038 70039 70040 70041 70042 70043 70044 70045 70046 70047 70048 70049 70050 70051 70052 70053
      70054 70055 70056 70057 70058 70059 70060 70061 70062 70063 70064 70065 70066 70067 70068 70069 70070 70071
      70072 70073 70074 70075 70076 70077 70078 70079 70080 70081 70082 70083 70084 70085 70086 70087 70088 70089
      70090 70091 70092 70093 70094 70095 70096 70097 70098 70099`,
  ),
  to('operating', 'receipts', 'A.1.b', '701 702 703 704 705 706 707 708'),
  to('operating', 'receipts', 'A.2.a', '7300 7301 7302 7303 7304 7305 7309'),
  to(
    'operating',
    'receipts',
    'A.2.b',
    `7310 7311 7312 7313 7314 7315 7316 7318 7319 7320 7321 7322 7323 7324 7325 7326 7329 73300 73301 73302 73303
      73304 73310 73311 73312 73313 73314 73320 73321 73322 73323 73324 73325 73326 73327 73328 73329 7339 73400
      73401 73402 73403 73404 73405 73406 73407 73408 73409 73410 73411 73412 73413 73414 73415 73416 73417 73418
      73419 73420 73421 73422 73423 73424 73425 73426 73499 7350 7351 7352 73600 73601 73602 73603 73604 73605 73606
      73607 73608 73609 73610 73611 73699 7370 7371 7372 7373 7374 7375 7376 7377 7379 7380 7381 7382 7389`,
  ),
  to('operating', 'receipts', 'A.2.c', '7390 7391 7392 7393 7394 7395 7396 7397 7398 7399'),
  to('operating', 'receipts', 'A.3.a', '74000 74001 7401 7402 7403 7404'),
  to('operating', 'receipts', 'A.3.b', '7405 7406 7407 7408 7409'),
  to('operating', 'receipts', 'A.4', '7480 7481 7482 7483 7484 7485 7486 7487 7488 7489'),
  to('operating', 'receipts', 'A.5', '742 744 745 746 747'),
  to('operating', 'receipts', 'B', '750 751 752 7531 754 756 757 758 759'),
  to('operating', 'receipts', 'C', '7940'),
  to('operating', 'receipts', 'A.1.b', '709'),
  to('operating', 'receipts', 'C', '7941'),
  to('investment', 'expenditure', 'A.1', '2801 2802'),
  to('investment', 'expenditure', 'A.2', '2811 2812'),
  to('investment', 'expenditure', 'A.3', '2831 2832'),
  to('investment', 'expenditure', 'A.4', '2841 2842 2850 2852 288'),
  to('investment', 'expenditure', 'B.1.a', '220 221 222 223 2290 2291 2292 2293'),
  to('investment', 'expenditure', 'B.1.b', '224 225 226 227 228'),
  to(
    'investment',
    'expenditure',
    'B.1.c',
    '230 231 232 233 234 235 236 237 238 239 240 241 242 243 244 245 246 247 248 249',
  ),
  to('investment', 'expenditure', 'B.1.d', '250 251 252 253 254 255'),
  to('investment', 'expenditure', 'B.1.e', '270 271 272 273 274 275 276 277 278 279'),
  to('investment', 'expenditure', 'B.2.a', '260 261 262 263 264'),
  to('investment', 'expenditure', 'B.2.b', '265 266 267 268 269'),
  to('investment', 'expenditure', 'C', '210 211 212 213 214'),
  to('investment', 'expenditure', 'D', '664'),
  to('investment', 'receipts', 'A.1', '2800 2802'),
  to('investment', 'receipts', 'A.2', '2810 2812'),
  to('investment', 'receipts', 'A.3', '2830 2832'),
  to('investment', 'receipts', 'A.4', '2840 2842 2850 2852 288'),
  to('investment', 'receipts', 'B.1.a', '220 221 222 223 2290 2291 2292 2293'),
  to('investment', 'receipts', 'B.1.b', '224 225 226 227 228'),
  to(
    'investment',
    'receipts',
    'B.1.c',
    '230 231 232 233 234 235 236 237 238 239 240 241 242 243 244 245 246 247 248 249',
  ),
  to('investment', 'receipts', 'B.1.d', '250 251 252 253 254 255'),
  to('investment', 'receipts', 'B.1.e', '270 271 272 273 274 275 276 277 278 279'),
  to('investment', 'receipts', 'B.2.a', '260 261 262 263 264'),
  to('investment', 'receipts', 'B.2.b', '265 266 267 268 269'),
  to('investment', 'receipts', 'C', '210 211 212 213 214'),
  to('investment', 'receipts', 'D', '150 4951 4952'),
  to('financing', 'expenditure', 'A.1', '421 4220 4221 4222 4233 4234 424'),
  to('financing', 'expenditure', 'A.2', '171 1720 1721 1722 1733 1734 174'),
  to('financing', 'expenditure', 'B', '425 426 428 4290 4291'),
  to('financing', 'expenditure', 'C.1', '2903 2904'),
  to('financing', 'expenditure', 'C.2', '2900 2905 2910 2915'),
  to('financing', 'expenditure', 'D', '2906'),
  to('financing', 'expenditure', 'E', '100'),
  to('financing', 'receipts', 'A.1', '1721 1733 1734'),
  to('financing', 'receipts', 'A.2', '171 1720 1722 174'),
  to('financing', 'receipts', 'B', '175 176 178 179 18'),
  to('financing', 'receipts', 'C.1.a', '4943 4944'),
  to('financing', 'receipts', 'C.1.b', '2903 2904'),
  to('financing', 'receipts', 'C.2', '4945 4955'),
  to('financing', 'receipts', 'D', '2906'),
  to('financing', 'receipts', 'E', '101'),
  to('financing', 'receipts', 'F', '158'),
];

const TARGETS: ReadonlyMap<string, AccountTarget> = new Map(
  ENTRIES.flatMap(({ kind, direction, path, prefixes }) =>
    prefixes.map((prefix) => [`${direction} ${prefix}`, { kind, path: path.split('.') }] as const),
  ),
);

/** No prefix of the list is longer. */
const LONGEST_PREFIX = Math.max(...ENTRIES.flatMap(({ prefixes }) => prefixes.map(({ length }) => length)));

/** The T2 row of an account number (padded to any length) as expenditure or receipts; null when the list has none. */
export function accountTarget(account: string, direction: Flow): AccountTarget | null {
  for (let length = Math.min(LONGEST_PREFIX, account.length); length > 0; length -= 1) {
    const found = TARGETS.get(`${direction} ${account.slice(0, length)}`);
    if (found) return found;
  }
  return null;
}

/** The prefixes that T2 knows as expenditure or receipts, for whoever looks for the nearest one. */
export const accountPrefixes = (direction: Flow): readonly string[] =>
  ENTRIES.filter((entry) => entry.direction === direction).flatMap(({ prefixes }) => prefixes);

/** What entities of one board charge each other; left out where they report together. */
const INTERNAL_PREFIXES = ['6190', '7090', '6941', '7941'];

export const isInternalAccount = (account: string): boolean =>
  INTERNAL_PREFIXES.some((prefix) => account.startsWith(prefix));
