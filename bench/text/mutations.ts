import type { PlanDocument } from '../../src/plan/document';
import type { Random } from '../../standin/report/random';

/** One change of the text of a report, as a slip or a lost page would make it. */
export interface TextMutation {
  readonly of: string;
  readonly told: string;
  readonly lines: readonly string[];
  /** Lines of the changed text where it was made, from 1. */
  readonly at: readonly [from: number, to: number];
  /** Nodes it is about. */
  readonly nodes: readonly string[];
}

interface Original {
  readonly lines: readonly string[];
  readonly document: PlanDocument;
  readonly random: Random;
}

type Maker = (original: Original) => Iterable<TextMutation>;

const AMOUNT = /-?\d{1,3}(?:\.\d{3})+(?:,\d{2})?|-?\d{3,}(?:,\d{2})?/g;

function pick<T>(items: readonly T[], most: number, random: Random): readonly T[] {
  const left = [...items];
  const taken: T[] = [];
  while (left.length > 0 && taken.length < most) taken.push(...left.splice(random.int(0, left.length - 1), 1));
  return taken;
}

/** Lines [from, to] from 1 replaced by others. */
function replaced(
  { lines }: Original,
  of: string,
  from: number,
  to: number,
  by: readonly string[],
  told: string,
  nodes: readonly string[] = [],
): TextMutation {
  return {
    of,
    told,
    nodes,
    lines: [...lines.slice(0, from - 1), ...by, ...lines.slice(to)],
    at: [from, from + Math.max(by.length, 1) - 1],
  };
}

/** Two neighbouring digits of the last amount of a line that differ, exchanged. */
function swapped(line: string): string | null {
  const amounts = [...line.matchAll(AMOUNT)];
  const match = amounts[0];
  if (!match) return null;
  const digits = [...match[0]];
  for (let at = 0; at + 1 < digits.length; at += 1) {
    const [left = '', right = ''] = [digits[at], digits[at + 1]];
    if (/\d/.test(left) && /[1-9]/.test(right) && left !== right) {
      const text = [...digits.slice(0, at), right, left, ...digits.slice(at + 2)].join('');
      return line.slice(0, match.index) + text + line.slice(match.index + match[0].length);
    }
  }
  return null;
}

/** A number of figures that follow each other at the end of a line. */
const figuresOf = (line: string): readonly string[] =>
  line
    .trim()
    .match(/(?:\s-?\d[\d.]*(?:,\d{2})?)+$/)?.[0]
    .trim()
    .split(/\s+/) ?? [];

/** The lines that hold the rows of statements with figures that say something. */
const rowLines = ({ document, lines }: Original, schema: string): readonly number[] =>
  document.statements
    .filter((statement) => statement.schema === schema)
    .flatMap(({ rows }) => rows)
    .filter(({ values }) => values.filter((value) => value !== null && Math.abs(value) > 100_000).length > 0)
    .map(({ source }) => source.line)
    .filter((line) => figuresOf(lines[line - 1] ?? '').length > 1);

const blockLines = ({ document, lines }: Original): readonly { readonly line: number; readonly node: string }[] => {
  const seen = new Set<number>();
  return document.amounts.flatMap(({ node, source, cents, direction }) => {
    const odd = node === null || seen.has(source.line) || direction === 'balance' || Math.abs(cents ?? 0) < 200_000;
    if (odd || figuresOf(lines[source.line - 1] ?? '').length < 2) return [];
    seen.add(source.line);
    return [{ line: source.line, node }];
  });
};

const SCHEMAS = ['J1', 'J2', 'J3', 'J4', 'J5', 'T1', 'T2', 'T4'] as const;
const PER_SCHEMA = 2;

/** Line after which the part that starts at `from` ends: the next part. */
function endOf({ document, lines }: Original, from: number): number {
  const starts = [
    ...document.statements.map(({ source }) => source.line),
    ...document.texts.map(({ source }) => source.line),
    ...document.announcements.filter(({ schema }) => schema !== null).map(({ source }) => source.line),
    ...document.transfers.slice(0, 1).map(({ source }) => source.line - 8),
    ...document.depreciation.slice(0, 1).map(({ source }) => source.line),
    ...document.offBalance.slice(0, 1).map(({ source }) => source.line - 5),
  ].sort((left, right) => left - right);
  return (starts.find((line) => line > from) ?? lines.length + 1) - 1;
}

function* partsRemoved(original: Original): Iterable<TextMutation> {
  const { document } = original;
  const starts = [
    ...document.statements.map(({ schema, source }) => [schema as string, source.line] as const),
    ...document.texts
      .filter(({ blocks }) => blocks.length > 5)
      .map(({ title, source }) => [title, source.line] as const),
  ];
  for (const [name, from] of starts) yield replaced(original, 'deel weg', from, endOf(original, from), [], name);
}

function* headings(original: Original): Iterable<TextMutation> {
  const { lines, document, random } = original;
  const find = (pattern: RegExp): readonly number[] =>
    lines.flatMap((line, at) =>
      pattern.test(line) && at > (document.statements[0]?.source.line ?? 0) ? [at + 1] : [],
    );
  const change = function* (of: string, pattern: RegExp, by: (line: string) => string): Iterable<TextMutation> {
    for (const line of pick(find(pattern), 6, random)) {
      const text = lines[line - 1] ?? '';
      yield replaced(original, of, line, line, [by(text)], text.trim());
    }
  };
  yield* change('kop: dossiernummer JR', /^Journaalvolgnummers: JR Budg\. \d+/, (line) =>
    line.replace(/JR Budg\. (\d+)/, (_, number: string) => `JR Budg. ${Number(number) + 9}`),
  );
  yield* change('kop: dossiernummer EK', /^Journaalvolgnummers:.*EK \d+/, (line) =>
    line.replace(/EK (\d+)/, (_, number: string) => `EK ${Number(number) + 18}`),
  );
  yield* change('kop: jaar in dossierlijst', /^(?:JR_ORIGINEEL|MJP_HERZIENING)_\S*2\d{3} 2\d{3}:/, (line) =>
    line.replace(/ (2\d{3}):/, (_, year: string) => ` ${Number(year) - 2}:`),
  );
}

function* rows(original: Original): Iterable<TextMutation> {
  const { lines, random } = original;
  for (const schema of SCHEMAS) {
    for (const line of pick(rowLines(original, schema), PER_SCHEMA, random)) {
      const text = lines[line - 1] ?? '';
      yield replaced(original, 'schema: rij weg', line, line, [], `${schema} ${text}`);
      yield replaced(original, 'schema: rij dubbel', line, line, [text, text], `${schema} ${text}`);
      const other = swapped(text);
      if (other) yield replaced(original, 'schema: cijfers verwisseld', line, line, [other], `${schema} ${text}`);
      const figures = figuresOf(text);
      const start = text.trimEnd().slice(0, text.trimEnd().length - figures.join(' ').length);
      if (new Set(figures.slice(0, 2)).size > 1)
        yield replaced(
          original,
          'schema: kolommen om',
          line,
          line,
          [start + [figures[1], figures[0], ...figures.slice(2)].join(' ')],
          `${schema} ${text}`,
        );
      const next = lines[line] ?? '';
      if (
        figuresOf(next).length === figures.length &&
        next.trim() !== text.trim() &&
        figuresOf(next).join() !== figures.join()
      ) {
        const nextStart = next.trimEnd().slice(0, next.trimEnd().length - figuresOf(next).join(' ').length);
        yield replaced(
          original,
          'schema: rijen om',
          line,
          line + 1,
          [start + figuresOf(next).join(' '), nextStart + figures.join(' ')],
          `${schema} ${text}`,
        );
      }
    }
  }
}

function* blocks(original: Original): Iterable<TextMutation> {
  const { lines, random } = original;
  for (const { line, node } of pick(blockLines(original), 16, random)) {
    const text = lines[line - 1] ?? '';
    const other = swapped(text);
    yield replaced(original, 'blok: rij weg', line, line, [], text, [node]);
    yield replaced(original, 'blok: rij dubbel', line, line, [text, text], text, [node]);
    if (other) yield replaced(original, 'blok: cijfers verwisseld', line, line, [other], text, [node]);
    const figures = figuresOf(text);
    const start = text.trimEnd().slice(0, text.trimEnd().length - figures.join(' ').length);
    if (figures[0] !== figures[1])
      yield replaced(
        original,
        'blok: kolommen om',
        line,
        line,
        [start + [figures[1], figures[0], ...figures.slice(2)].join(' ')],
        text,
        [node],
      );
  }
  const years = lines.flatMap((text, at) => (/^\s*20\d\d(?:\s+20\d\d)+\s*$/.test(text) && at < 8600 ? [at + 1] : []));
  for (const line of pick(years, 8, random)) {
    const text = lines[line - 1] ?? '';
    yield replaced(
      original,
      'blok: ander jaar',
      line,
      line,
      [text.replace(/20(\d\d)/g, (_, year: string) => `20${Number(year) - 1}`)],
      text,
    );
  }
}

function* transfers(original: Original): Iterable<TextMutation> {
  const { lines, document, random } = original;
  const starts = document.transfers.map(({ source }) => source.line);
  for (const transfer of pick(document.transfers, 12, random)) {
    const from = transfer.source.line;
    const next = starts.filter((line) => line > from).sort((left, right) => left - right)[0] ?? from;
    const at = lines.findIndex(
      (line, index) => index >= from - 1 && /^20\d\d -?[\d.]+,\d{2} -?[\d.]+,\d{2}\s*$/.test(line),
    );
    if (at < 0 || next - from < 5 || at + 1 >= next) continue;
    const text = lines[at] ?? '';
    const block = lines.slice(from - 1, at + 1);
    const nodes = transfer.node === null ? [] : [transfer.node];
    yield replaced(original, 'overdracht weg', from, at + 1, [], transfer.id, nodes);
    yield replaced(original, 'overdracht dubbel', from, at + 1, [...block, '', ...block], transfer.id, nodes);
    yield replaced(
      original,
      'overdracht: ander jaar',
      at + 1,
      at + 1,
      [text.replace(/^20\d\d/, (year) => String(Number(year) + 1))],
      transfer.id,
      nodes,
    );
    const amounts = text.split(' ');
    const other = swapped(amounts[2] ?? '');
    if (other)
      yield replaced(
        original,
        'overdracht: cijfers verwisseld',
        at + 1,
        at + 1,
        [[amounts[0], amounts[1], other].join(' ')],
        transfer.id,
        nodes,
      );
    const credit = swapped(amounts[1] ?? '');
    if (credit)
      yield replaced(
        original,
        'overdracht: transactiekrediet',
        at + 1,
        at + 1,
        [[amounts[0], credit, amounts[2]].join(' ')],
        transfer.id,
        nodes,
      );
    const entity = lines[from - 1] ?? '';
    yield replaced(
      original,
      'overdracht: andere entiteit',
      from,
      from,
      [entity.replace(/^AGB Genk/, 'AGB Leie')],
      transfer.id,
      nodes,
    );
  }
}

const STATUS =
  /^(.*Toelichting evaluatie: )(Resultaat is behaald|Voortgang loopt zoals gepland|Voortgang loopt niet zoals gepland|Niet opgestart)\./;

function* statuses(original: Original): Iterable<TextMutation> {
  const { lines, random, document } = original;
  const found = lines.flatMap((text, at) => (STATUS.test(text) ? [at + 1] : []));
  const nodeAt = (line: number): string | undefined =>
    document.nodes.filter(({ source }) => source.line <= line).at(-1)?.id;
  const change = function* (from: string, to: string): Iterable<TextMutation> {
    const lines1 = found.filter((line) => STATUS.exec(lines[line - 1] ?? '')?.[2] === from);
    for (const line of pick(lines1, 12, random)) {
      const text = lines[line - 1] ?? '';
      const node = nodeAt(line);
      yield replaced(
        original,
        `status: ${from} -> ${to}`,
        line,
        line,
        [text.replace(from, to)],
        text,
        node ? [node] : [],
      );
    }
  };
  yield* change('Niet opgestart', 'Resultaat is behaald');
  yield* change('Voortgang loopt niet zoals gepland', 'Resultaat is behaald');
  yield* change('Resultaat is behaald', 'Niet opgestart');
}

/** Lines of the narrative of a node, from the line after the status to the first blank line. */
function* narratives(original: Original): Iterable<TextMutation> {
  const { lines, document, random } = original;
  const found = document.nodes.flatMap((node, at) => {
    const to = document.nodes[at + 1]?.source.line ?? node.source.line;
    const status = lines.findIndex((text, index) => index >= node.source.line - 1 && index < to && STATUS.test(text));
    const long = (node.evaluation?.text ?? '').length > 400;
    if (!long || status < 0) return [];
    let end = status + 1;
    while (end < to && (lines[end] ?? '').trim() !== '') end += 1;
    return end - status > 4 ? [{ node, from: status + 2, to: end }] : [];
  });
  const textOf = ({ from, to }: (typeof found)[number]): readonly string[] => lines.slice(from - 1, to);
  for (const one of pick(found, 12, random)) {
    const other = found.find(
      ({ node }) =>
        node.parent !== one.node.parent &&
        node.level === one.node.level &&
        node.source.line > one.node.source.line + 400,
    );
    if (!other) continue;
    const both = [...lines];
    both.splice(other.from - 1, other.to - other.from + 1, ...textOf(one));
    both.splice(one.from - 1, one.to - one.from + 1, ...textOf(other));
    const nodes = [one.node.id, other.node.id];
    yield { of: 'tekst: twee verwisseld', told: nodes.join(' '), lines: both, at: [one.from, one.to], nodes };
    yield replaced(original, 'tekst: gekopieerd', other.from, other.to, textOf(one), nodes.join(' '), nodes);
    const text = textOf(one);
    yield replaced(
      original,
      'tekst: afgebroken',
      one.from,
      one.to,
      [...text.slice(0, -2), (text.at(-2) ?? '').slice(0, 12)],
      one.node.id,
      [one.node.id],
    );
    yield replaced(
      original,
      'tekst: invulplaats',
      one.from,
      one.to,
      [...text.slice(0, -1), 'Nog aan te vullen door de dienst [aanvullen].'],
      one.node.id,
      [one.node.id],
    );
    yield replaced(original, 'tekst: alinea dubbel', one.from, one.to, [...text, ...text.slice(0, 4)], one.node.id, [
      one.node.id,
    ]);
  }
}

function* prose(original: Original): Iterable<TextMutation> {
  const { lines, document, random } = original;
  const [from, to] = [document.texts[0]?.source.line ?? 0, document.texts[1]?.source.line ?? 0];
  const found = lines.flatMap((text, at) =>
    at >= from && at < to && /€ ?-? ?\d{1,3}\.\d{3}/.test(text) ? [at + 1] : [],
  );
  for (const line of pick(found, 20, random)) {
    const text = lines[line - 1] ?? '';
    const other = swapped(text);
    if (other) yield replaced(original, 'proza: cijfers verwisseld', line, line, [other], text.trim());
  }
}

const MAKERS: readonly Maker[] = [partsRemoved, headings, rows, blocks, transfers, statuses, narratives, prose];

/** Changes of every class, the same for the same seed. */
export const textMutations = (original: Original): readonly TextMutation[] =>
  MAKERS.flatMap((maker) => [...maker(original)]);
