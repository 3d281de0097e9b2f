import type { Comparison, ComparedNode } from '../changes/comparison';
import type { FieldDifference, FieldValue } from '../changes/nodes/nodeFields';
import { markedWords } from '../changes/wordDifferences';
import { nodeCode } from '../figures/reconciliation/creditLines';
import { differenceCents } from '../figures/sums';
import type { Cents } from '../plan/money';
import { DEFAULT_STATUSES, statusByCode } from '../plan/status';
import { CHANGE_TEXTS, type ChangeTexts } from '../i18n/changeTexts';
import { FORMATS } from '../i18n/formats';
import { directionText, kindText, phaseText } from '../i18n/terms';
import type { Invocation } from './command';
import { codesOf, fieldSides } from './comparisonRecord';
import { columns } from './textTable';

type Reader = Pick<Invocation, 'language'>;

const MARKS: Readonly<Record<ComparedNode['change'], string>> = {
  added: '+',
  removed: '-',
  moved: '>',
  retitled: '~',
  changed: '*',
  same: '=',
};

function valueText(field: FieldDifference['field'], value: FieldValue, texts: ChangeTexts): string {
  if (value === null || value === '') return texts.empty;
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  return field === 'status' ? (statusByCode(DEFAULT_STATUSES, value)?.label ?? value) : value;
}

function fieldLine(
  difference: FieldDifference,
  node: ComparedNode,
  codes: ReturnType<typeof codesOf>,
  texts: ChangeTexts,
): string {
  const { field } = difference;
  const { old, new: now } = fieldSides(difference, node, codes);
  const isProse = (field === 'title' || field === 'text') && typeof old === 'string' && typeof now === 'string';
  const shown =
    isProse && old !== '' && now !== ''
      ? markedWords(old, now)
      : `${valueText(field, old, texts)} -> ${valueText(field, now, texts)}`;
  return `      ${texts.fields[field]}: ${shown}`;
}

function nodeLines(comparison: Comparison, texts: ChangeTexts): readonly string[] {
  const codes = codesOf(comparison);
  return comparison.nodes
    .filter(({ change }) => change !== 'same')
    .flatMap((node): readonly string[] => {
      const shown = node.new ?? node.old;
      if (!shown) return [];
      const former = node.old && node.new && nodeCode(node.old) !== nodeCode(node.new) ? nodeCode(node.old) : null;
      const reason = node.reason === 'title' || node.reason === 'likeness' ? texts.matchedBy[node.reason] : null;
      const notes = [texts.changes[node.change], ...(former ? [`${former} -> ${nodeCode(shown)}`] : []), reason];
      return [
        `  ${MARKS[node.change]} ${nodeCode(shown)} ${shown.title} (${notes.filter(Boolean).join('; ')})`,
        ...node.fields
          .filter(({ field }) => field !== 'code')
          .map((difference) => fieldLine(difference, node, codes, texts)),
      ];
    });
}

interface MoneyRow {
  readonly names: readonly string[];
  readonly from: Cents | null;
  readonly to: Cents | null;
}

function moneyLines(heads: readonly string[], rows: readonly MoneyRow[], { language }: Reader): readonly string[] {
  if (rows.length === 0) return [];
  const texts = CHANGE_TEXTS[language];
  const amounts = FORMATS[language].euros(
    rows.flatMap(({ from, to }) => [from ?? 0, differenceCents(to, from), to ?? 0]),
  );
  const cells = rows.map(({ names, from, to }, index) => {
    const [old = '', change = '', now = ''] = amounts.slice(3 * index, 3 * index + 3);
    const sign = differenceCents(to, from) > 0 ? '+' : '';
    return [...names, from === null ? '' : old, `${sign}${change}`, to === null ? '' : now];
  });
  return columns(
    [[...heads, texts.reference, texts.change, texts.now], ...cells],
    [...heads.map(() => 'left' as const), 'right'],
  ).map((line) => `  ${line}`);
}

type Section = readonly [heading: string, lines: readonly string[]];

/** What differs, by kind: the plan with the words that changed, and the money that moved. */
function sectionsOf(comparison: Comparison, reader: Reader): readonly Section[] {
  const { language } = reader;
  const texts = CHANGE_TEXTS[language];
  const codes = codesOf(comparison);
  const cellNames = ({ year, kind, direction, phase }: Comparison['totals'][number]['cell']): readonly string[] => [
    `${phaseText(phase, language)} ${year}`,
    kindText(kind, language),
    directionText(direction, language),
  ];
  const list = (nodes: readonly Parameters<typeof nodeCode>[0][]): string => nodes.map(nodeCode).join(' + ');
  const amounts = comparison.amounts.map(({ node, isRemoved, cell, from, to }) => ({
    names: [node === null ? texts.plan : isRemoved ? codes.old(node) : codes.new(node), ...cellNames(cell)],
    from,
    to,
  }));
  const totals = comparison.totals.map(({ cell, from, to }) => ({ names: cellNames(cell), from, to }));
  const figures = comparison.figures.map(({ schema, row, column, from, to }) => ({
    names: [schema, row, column],
    from,
    to,
  }));
  return [
    [texts.nodes, nodeLines(comparison, texts)],
    [
      texts.proposals,
      comparison.proposals.map(({ kind, old, new: now }) => `  ? ${texts.proposal[kind](list(old), list(now))}`),
    ],
    [texts.amounts, moneyLines([texts.code, '', '', ''], amounts, reader)],
    [texts.totals, moneyLines(['', '', ''], totals, reader)],
    [texts.figures, moneyLines(['', '', ''], figures, reader)],
  ];
}

/** A comparison for reading: the counts, what differs, and how much of what is not shown. */
export function comparisonText(comparison: Comparison, names: readonly [string, string], reader: Reader): string {
  const { language } = reader;
  const texts = CHANGE_TEXTS[language];
  const { summary, transfers, indicators, links } = comparison;
  const counts = (Object.keys(summary) as (keyof typeof summary)[])
    .map((change) => `${texts.changes[change]} ${FORMATS[language].count(summary[change])}`)
    .join(' · ');
  const filled = sectionsOf(comparison, reader).filter(([, lines]) => lines.length > 0);
  const others = transfers.length + indicators.length + links.length;
  return [
    texts.heading(...names),
    `  ${counts}`,
    ...filled.flatMap(([heading, lines]) => ['', heading, ...lines]),
    ...(others > 0 ? ['', texts.others(transfers.length, indicators.length, links.length)] : []),
    ...(filled.length === 0 && others === 0 ? ['', texts.nothing] : []),
  ].join('\n');
}
