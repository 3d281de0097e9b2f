import { KINDS } from '../../src/plan/vocabulary';
import { KIND_LABELS, PHASE_LABELS, writeHead, type Writing } from './context';
import type { ExpectedReport } from './expected';
import { isPrinted, negated, addRows, rounded, rowText } from './figures';
import { flatten, type Money, type PlannedNode } from './plan';
import { wrap } from './words';

type Amounts = ExpectedReport['amounts'][number][];

const TITLE_WIDTH = 110;
const FIRST_LINE_WIDTH = 115;
const LINE_WIDTH = 96;

const HEADINGS = {
  BD: ['Prioritaire', 'beleidsdoelstelling'],
  AP: ['Prioritair', 'actieplan'],
  AC: ['Prioritaire', 'actie'],
} as const;

const date = (iso: string): string => iso.split('-').reverse().join('/');
const periodText = ({ from, to }: PlannedNode['period']): string => `Van ${date(from)} tot ${date(to)}`;

export const headingOf = ({ level, code }: PlannedNode, priority: boolean): string => {
  const [word, noun] = HEADINGS[level];
  return `${priority ? word : `Niet-${word.toLowerCase()}`} ${noun}: ${code}`;
};

/** Writes the policy evaluation: the plan total, then every node with title, period, evaluation and finance block. */
export function writeEvaluation(writing: Writing): Pick<ExpectedReport, 'nodes' | 'amounts'> {
  const { page, settings, tree, total } = writing;
  const amounts: Amounts = [];
  page.breakPage();
  writeHead(writing, 'Beleidsevaluatie', 'JR Budg. 101 Alg. 102 / EK 103 IK 104');
  page.block(['Prioritaire Inhoudstabel:: PLAN', 'MEERJARENPLAN']);
  page.blank();
  page.block([periodText(planPeriod(writing))]);
  page.blank();
  amounts.push(...writeFinanceBlock(writing, null, total));
  const nodes = flatten(tree);
  for (const node of nodes) {
    page.block([headingOf(node, settings.priority), ...wrap(node.title, TITLE_WIDTH)]);
    page.blank();
    page.block([periodText(node.period)]);
    page.blank();
    writeNarrative(writing, node);
    amounts.push(...writeFinanceBlock(writing, node.code, node.money));
    if (node.children.length === 0 && writing.random.chance(0.2)) page.block(['Geen niet-prioritaire acties']);
  }
  page.block(['Geen niet-prioritaire beleidsdoelstellingen']);
  page.blank();
  writeDossierTail(writing);
  return {
    amounts,
    nodes: nodes.map(({ code, level, parent, title, period, evaluation }, order) => ({
      id: code,
      code,
      level,
      parent,
      order,
      title,
      priority: settings.priority,
      period,
      evaluation:
        evaluation === null
          ? null
          : { status: evaluation.status, statusText: evaluation.phrase, text: evaluation.paragraphs.join('\n\n') },
    })),
  };
}

export const planPeriod = ({
  settings: {
    planYears: [first, last],
  },
}: Writing): PlannedNode['period'] => ({ from: `${first}-01-01`, to: `${last}-12-31` });

function writeDossierTail({ page, settings }: Writing): void {
  page.block(['Andere gebruikte dossiers op dit rapport:', 'MJP initieel krediet:']);
  page.blank();
  page.block([`MJP_HERZIENING_1_${settings.fiscalYear} ${settings.fiscalYear - 1}: Alg. 104`, 'MJP eindkrediet:']);
  page.blank();
  page.block([`MJP_HERZIENING_3_${settings.fiscalYear} ${settings.fiscalYear}: Alg. 103`]);
}

/** Text of several paragraphs is quoted the way spreadsheets export it, but never that of an objective. */
function writeNarrative({ page, random }: Writing, { level, evaluation }: PlannedNode): void {
  if (evaluation === null) return;
  const { phrase, paragraphs } = evaluation;
  const quoted = level !== 'BD' && paragraphs.length > 1;
  const texts = quoted ? paragraphs.map((text) => text.replaceAll('"', '""')) : paragraphs;
  const separator = paragraphs.length === 0 ? '' : random.pick([': ', ' : ']);
  const [first = '', ...rest] = texts;
  const opening = `Toelichting evaluatie: ${phrase}${separator}${quoted ? '"' : ''}${first}${quoted && rest.length === 0 ? '"' : ''}`;
  const [head = '', ...more] = wrap(opening, LINE_WIDTH, FIRST_LINE_WIDTH);
  page.block([head]);
  page.prose(more);
  rest.forEach((text, index) => {
    page.blank();
    page.prose(wrap(quoted && index === rest.length - 1 ? `${text}"` : text, LINE_WIDTH));
  });
  page.blank();
}

function writeFinanceBlock({ page, random, settings }: Writing, node: string | null, money: Money): Amounts {
  const { phases, fiscalYear } = settings;
  const amounts: Amounts = [];
  if (node !== null && KINDS.every((kind) => !isPrinted(money[kind].expenditure) && !isPrinted(money[kind].receipts)))
    return amounts;
  page.block([String(fiscalYear), '', phases.map((phase) => PHASE_LABELS[phase]).join(' ')]);
  for (const kind of KINDS) {
    page.block([KIND_LABELS[kind].plural]);
    if (random.chance(0.5)) page.blank();
    const { expenditure, receipts } = money[kind];
    const rows = [
      ['expenditure', 'Uitgaven', expenditure],
      ['receipts', 'Ontvangsten', receipts],
      ['balance', 'Saldo', addRows([receipts, negated(expenditure)], phases.length)],
    ] as const;
    for (const [direction, label, cents] of rows) {
      if (!isPrinted(cents)) continue;
      page.block([rowText(label, cents)]);
      page.blank();
      amounts.push(
        ...phases.map((phase, column) => ({
          node,
          year: fiscalYear,
          kind,
          direction,
          phase,
          cents: rounded(cents[column] ?? 0),
        })),
      );
    }
  }
  page.blank();
  return amounts;
}
