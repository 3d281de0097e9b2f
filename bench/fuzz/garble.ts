import type { Random } from '../../standin/report/random';

/** Lines of a report made worse; a few of these one after another make a document. */
type Garble = (lines: readonly string[], random: Random) => readonly string[];

const at = (lines: readonly string[], random: Random): number => random.int(0, Math.max(0, lines.length - 1));

const changed = (lines: readonly string[], index: number, change: (line: string) => string): readonly string[] =>
  lines.map((line, place) => (place === index ? change(line) : line));

// prettier-ignore
const NOISE = [
  '\u0000', '\ufffd', '\u00a0', '\u202e', '\ud800', '\t', '|', '=1+1', '-', '.', ',', '€', '999.999.999.999.999,99',
  '31/11/2027', '0', '0000', '9999', '3024', 'Van 30/02/0000 tot 31/12/9999', 'AC000001', 'AC000001', 'BD', ':', 'J1:',
  'Toelichting evaluatie:', '_x0041_', '😀', '(', '1 / 0', 'é', '-0,00', '1e9', '__proto__',
] as const;

const deleted: Garble = (lines, random) => {
  const from = at(lines, random);
  const count = random.chance(0.2) ? random.int(1, 60) : random.int(1, 3);
  return lines.filter((_, index) => index < from || index >= from + count);
};

const doubled: Garble = (lines, random) => {
  const from = at(lines, random);
  const piece = lines.slice(from, from + random.int(1, 30));
  return [...lines.slice(0, from), ...piece, ...lines.slice(from)];
};

const swapped: Garble = (lines, random) => {
  const [one, other] = [at(lines, random), at(lines, random)];
  return lines.map((line, index) =>
    index === one ? (lines[other] ?? '') : index === other ? (lines[one] ?? '') : line,
  );
};

const cut: Garble = (lines, random) =>
  changed(lines, at(lines, random), (line) => line.slice(0, random.int(0, line.length)));

const cutOff: Garble = (lines, random) => lines.slice(0, random.int(1, lines.length));

const noisy: Garble = (lines, random) =>
  changed(lines, at(lines, random), (line) => {
    const place = random.int(0, line.length);
    return `${line.slice(0, place)}${random.pick(NOISE)}${line.slice(place + random.int(0, 2))}`;
  });

const inserted: Garble = (lines, random) => {
  const place = at(lines, random);
  return [...lines.slice(0, place), random.pick(NOISE), ...lines.slice(place)];
};

const reordered: Garble = (lines, random) => {
  const [from, size, to] = [at(lines, random), random.int(5, 80), at(lines, random)];
  const piece = lines.slice(from, from + size);
  const rest = [...lines.slice(0, from), ...lines.slice(from + size)];
  return [...rest.slice(0, to), ...piece, ...rest.slice(to)];
};

const digits: Garble = (lines, random) =>
  changed(lines, at(lines, random), (line) =>
    line.replace(/\d/g, (digit) => (random.chance(0.3) ? String(random.int(0, 9)) : digit)),
  );

const joined: Garble = (lines, random) => {
  const place = at(lines, random);
  return [...lines.slice(0, place), `${lines[place] ?? ''} ${lines[place + 1] ?? ''}`, ...lines.slice(place + 2)];
};

const GARBLES: Readonly<Record<string, Garble>> = {
  deleted,
  doubled,
  swapped,
  cut,
  cutOff,
  noisy,
  inserted,
  reordered,
  digits,
  joined,
};

/** A document made worse in up to six ways, and which. */
export function garbled(text: string, random: Random): { readonly text: string; readonly how: readonly string[] } {
  const names = Object.keys(GARBLES);
  const how = Array.from({ length: random.int(1, 6) }, () => random.pick(names));
  const lines = how.reduce<readonly string[]>(
    (worse, name) => (worse.length === 0 ? worse : (GARBLES[name]?.(worse, random) ?? worse)),
    text.split('\n'),
  );
  return { text: lines.join('\n'), how };
}
