import { placeAt, type RawFinding } from '../plan/finding';
import type { LineRole } from '../plan/lineRole';
import { closingFigures, holdsMoney, type ClosingFigures } from './figures';
import { READING_KINDS } from './findingKinds';
import type { LineLedger } from './ledger';

/** Roles of lines that are kept whole, as text. */
const TEXTS: ReadonlySet<LineRole> = new Set<LineRole>([
  'prose',
  'proseItem',
  'proseHeading',
  'narrative',
  'evaluation',
  'footnote',
  'nodeField',
  'other',
]);

/** Roles of lines of which no figure is kept: names, heads, what stands on every page. */
const NAMES: ReadonlySet<LineRole> = new Set<LineRole>([
  'contents',
  'cover',
  'coverEntity',
  'coverSchema',
  'columnHead',
  'financeColumns',
  'financeKind',
  'financeYear',
  'footer',
  'label',
  'nodeHeading',
  'nodeTitle',
  'objectiveHeading',
  'objectiveTitle',
  'pageNumber',
  'participationsHead',
  'planTitle',
  'runningHead',
  'schemaTitle',
  'sectionHead',
  'sectionTitle',
  'sentinel',
  'statementKind',
  'statementLabel',
]);

/** Rows of one table stand at most so many lines apart: a label that wraps, a blank line, a heading. */
const ROWS_APART = 6;

/** Fewer rows with several figures are a sentence that names amounts. */
const FEWEST_ROWS = 2;

/**
 * The last look at every line, whatever read it: a table that went into text is named with its lines and how many figures
 * it holds, and a name that holds money is said. So no figure is lost without a word.
 */
export function auditFigures(ledger: LineLedger): readonly RawFinding[] {
  return [...tablesInText(ledger), ...moneyInNames(ledger)];
}

/** What is hidden from the readers is looked at as well. */
const figuresOf = (ledger: LineLedger, index: number): ClosingFigures =>
  ledger.isHidden(index) ? closingFigures(ledger.lines[index]?.text ?? '') : ledger.figures(index);

interface Stretch {
  readonly lines: number[];
  figures: number;
  /** The number of its last row among the lines that are not blank. */
  last: number;
}

function tablesInText(ledger: LineLedger): readonly RawFinding[] {
  const stretches: Stretch[] = [];
  let filled = 0;
  ledger.lines.forEach((line, index) => {
    if (line.text === '') return;
    filled += 1;
    if (!TEXTS.has(ledger.role(index))) return;
    const { count } = figuresOf(ledger, index);
    if (count < 2 || (!holdsMoney(line.text) && count < MANY_FIGURES)) return;
    const open = stretches.at(-1);
    if (open && filled - open.last <= ROWS_APART) {
      open.lines.push(index);
      open.figures += count;
      open.last = filled;
    } else stretches.push({ lines: [index], figures: count, last: filled });
  });
  return stretches
    .filter(({ lines }) => lines.length >= FEWEST_ROWS)
    .map(({ lines, figures }) => {
      const [from, to] = [(lines[0] ?? 0) + 1, (lines.at(-1) ?? 0) + 1];
      return {
        check: READING_KINDS.keptAsText.id,
        place: placeAt({ line: from, lines: [[from, to]] }),
        figures: { figures, rows: lines.length },
        subject: `${ledger.lines[from - 1]?.text.slice(0, MAX_QUOTE) ?? ''}`,
      };
    });
}

/** So many figures behind each other are a row, without thousands too. */
const MANY_FIGURES = 3;
const MAX_QUOTE = 60;

function moneyInNames(ledger: LineLedger): readonly RawFinding[] {
  const findings: RawFinding[] = [];
  ledger.lines.forEach(({ text }, index) => {
    if (text === '' || !NAMES.has(ledger.role(index)) || !holdsMoney(figuresOf(ledger, index).tokens.join(' '))) return;
    findings.push({
      check: READING_KINDS.moneyInName.id,
      place: placeAt({ line: index + 1 }),
      figures: { text: text.slice(0, MAX_NAME) },
      subject: text.slice(0, MAX_QUOTE),
    });
  });
  return findings;
}

const MAX_NAME = 120;
