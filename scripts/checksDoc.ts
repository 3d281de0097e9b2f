import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CATALOGUE } from '../src/check/run/catalogue';
import { CHECK_FAILED } from '../src/check/run/run';
import { DEFAULT_THRESHOLDS } from '../src/check/settings';
import type { FindingKind } from '../src/plan/finding';
import { READING_KINDS } from '../src/read/findingKinds';
import { TABLE_KINDS } from '../src/read/lines/findingKinds';

const GOLDEN = 'test/golden/check';

const FAMILIES: Readonly<Record<string, string>> = {
  reading: 'Was everything read, and read rightly?',
  structure: 'Is the plan a sound tree of codes, titles and periods?',
  status: 'Do statuses agree with the vocabulary, with each other and with the money?',
  text: 'Do the narratives say what they should? Always with the evidence; never an error.',
  rules: 'Does the report do what the board itself asks?',
  amounts: 'Do the finance blocks of the evaluation add up?',
  schemas:
    'Do the schemas add up, each by itself and with each other? Plan columns are compared only within one plan version.',
  credits: 'Were the credits kept, and was no more carried over than was left?',
  norms: 'Does the plan meet the norms of the law?',
  indicators: 'Was everything measured when it was due, and were the targets reached?',
  tables: 'Do tables of figures outside the schemas add up?',
  links: 'Do links between plans hold?',
  lines:
    'Can every cell of budget lines, trial balance and the tables beside them be read? With file, row and column as they stand in the file.',
  ledger: 'Does every line and account have its place in the schemas, and does the trial balance balance?',
};

/** A file of rules; the test of rules reads it. */
export const RULES_EXAMPLE = `{
  "format": "planboek/rules@1",
  "checks": {
    "status.without-text": { "severity": "error" },
    "structure.numbering-gaps": { "severity": "off" }
  },
  "thresholds": { "noticeableCents": 500000 },
  "own": [
    { "name": "Elke actie vanaf 100.000 euro heeft een toelichting", "need": "text", "level": "AC", "creditFromCents": 10000000 },
    { "name": "Wie krediet overdraagt, legt het uit", "need": "text", "carriedFromCents": 1 }
  ]
}`;

interface Case {
  readonly about: string;
}

/** What the golden case of a check is about; the test of the catalogue sees to it that there is one. */
function aboutCase(check: string, name: 'fires' | 'neighbour'): string {
  const file = path.join(process.cwd(), GOLDEN, check, `${name}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Case).about : '';
}

/** Braces of placeholders would be read as markup by some viewers. */
const code = (text: string): string => text.replace(/\{(\w+)\}/g, '`$1`');

function entry(check: FindingKind & { readonly about?: Readonly<Record<'nl' | 'en', string>> }): string {
  const { id, severity, text, remedy, about } = check;
  const lines = [
    `### ${id}`,
    '',
    about ? `${severity} · ${about.en}` : severity,
    '',
    ...(about ? [`> ${about.nl}`, '>'] : []),
    `> ${code(text.nl)} *${code(remedy.nl)}*`,
    '',
  ];
  const [fires, silent] = [aboutCase(id, 'fires'), aboutCase(id, 'neighbour')];
  if (fires !== '') lines.push(`Fires: ${fires}. Silent: ${silent}.`, '');
  return lines.join('\n');
}

function family(name: string): string {
  const checks = [...Object.values(READING_KINDS), ...Object.values(TABLE_KINDS), CHECK_FAILED, ...CATALOGUE].filter(
    (check) => check.family === name,
  );
  return [`## ${name}`, '', FAMILIES[name] ?? '', '', ...checks.map(entry)].join('\n');
}

const thresholds = Object.entries(DEFAULT_THRESHOLDS)
  .map(
    ([name, value]) =>
      `| ${name} | ${name.endsWith('Cents') ? `${(value / 100).toLocaleString('nl-BE')} euro` : String(value).replace('.', ',')} |`,
  )
  .join('\n');

/** docs/checks.md: the catalogue as it is. */
export const checksDocument = (): string =>
  [
    '# The checks',
    '',
    'Generated from the catalogue (`npm run docs`); do not edit.',
    '',
    `${CATALOGUE.length} checks on a document, and ${Object.keys(READING_KINDS).length + Object.keys(TABLE_KINDS).length} things the reader itself can say. One by one or by family: \`planboek check FILE --only schemas\` or`,
    '`--only schemas.sum`. A finding has a key of its check and its place, never of its figures, so that an explanation survives a new run.',
    '',
    '**error**: the report contradicts itself or the law. **attention**: someone should look. **info**: good to know. A board can change the severity of a',
    'check, silence it, set thresholds and add rules of its own in a file: `planboek check FILE --rules REGELS.json`, as below.',
    '',
    '```json',
    RULES_EXAMPLE,
    '```',
    '',
    '**Rounding.** Every printed figure was rounded on its own. A total and the sum of *n* printed parts may differ by floor((n + 1) / 2) euro; within that',
    'nothing is flagged, and one line (`amounts.rounding`) tells how often, per schema, it occurred. **One cause, one finding.** All sums are judged together:',
    'when a single figure explains every sum that breaks around it, that figure is named once (`amounts.wrong-figure`), with what it should be.',
    '',
    '**Not flagged**, because the law makes them differ: J5 (accrual) against T2 (cash); plan columns of different versions; J2 II.b against T2 C.1.a;',
    'an overrun below the level of J3; a negative self-financing margin before the last year of the plan.',
    '',
    '| threshold | default |',
    '|---|---|',
    thresholds,
    '',
    ...Object.keys(FAMILIES).map(family),
  ]
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd() + '\n';
