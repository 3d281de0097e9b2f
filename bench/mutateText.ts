import { existsSync, readFileSync } from 'node:fs';
import { runChecks } from '../src/check/run/run';
import type { Finding } from '../src/plan/finding';
import { readReport } from '../src/read/report/report';
import { reducedSeedPath } from '../scripts/seed/seedFiles.mjs';
import { Random } from '../standin/report/random';
import { textMutations, type TextMutation } from './text/mutations';

/**
 * `npm run bench:text [-- FILE]`: changes the text of a report the way slips and lost pages do, and counts what the checks notice: at the
 * place, at all, or not; and how often a figure is accused that was not touched.
 */
const given = process.argv[2];
const path = given ?? reducedSeedPath('004');
if (!existsSync(path)) throw new Error(`no report: ${path}`);
const text = readFileSync(path, 'utf8');

/** How far from a change a finding may point and still show the place. */
const NEAR_LINES = 40;
const SEED = 20_241;

function findingsOf(of: string): readonly Finding[] | null {
  const document = readReport(of)?.document;
  return document ? [...document.findings, ...runChecks(document)] : null;
}

interface Verdict {
  readonly mutation: TextMutation;
  readonly caught: 'place' | 'caught' | 'info' | 'not';
  readonly wrong: Finding | null;
  readonly findings: number;
}

const document = readReport(text)?.document;
if (!document) throw new Error('the report does not read');
const known = new Set((findingsOf(text) ?? []).map(({ key, severity }) => `${key} ${severity}`));

function judge(mutation: TextMutation): Verdict {
  const found = findingsOf(mutation.lines.join('\n'));
  if (found === null) return { mutation, caught: 'caught', wrong: null, findings: 1 };
  const gained = found.filter(({ key, severity }) => !known.has(`${key} ${severity}`));
  const serious = gained.filter(({ severity }) => severity !== 'info');
  const [from, to] = mutation.at;
  const isNear = ({ place: { line, node }, message }: Finding): boolean =>
    (line !== null && line >= from - NEAR_LINES && line <= to + NEAR_LINES) ||
    (node !== null && mutation.nodes.includes(node)) ||
    mutation.told.split(' ').some((word) => /^(?:A?MJP\d+|[A-Z]{2}\d{5,})$/.test(word) && message.includes(word));
  const wrong = gained.find((finding) => {
    const {
      check,
      place: { line },
    } = finding;
    return (
      check === 'amounts.wrong-figure' &&
      line !== null &&
      (line < from - NEAR_LINES || line > to + NEAR_LINES) &&
      !isNear(finding)
    );
  });
  const caught = serious.some(isNear) ? 'place' : serious.length > 0 ? 'caught' : gained.length > 0 ? 'info' : 'not';
  return { mutation, caught, wrong: wrong ?? null, findings: serious.length };
}

const write = (line: string): void => void process.stdout.write(`${line}\n`);
const mutations = textMutations({ lines: text.split('\n'), document, random: new Random(SEED) });
const verdicts = mutations.map(judge);
const HEADS = ['place', 'caught', 'info', 'not'] as const;
write('| soort | n | op de plaats | gezien | alleen info | niet | valse beschuldiging | bevindingen per oorzaak |');
write('|---|---:|---:|---:|---:|---:|---:|---:|');
for (const of of [...new Set(mutations.map((mutation) => mutation.of)), 'samen']) {
  const all = verdicts.filter(({ mutation }) => of === 'samen' || mutation.of === of);
  const counts = HEADS.map((head) => all.filter(({ caught }) => caught === head).length);
  const wrong = all.filter((one) => one.wrong !== null).length;
  const findings = all.map((one) => one.findings).sort((left, right) => left - right)[Math.floor(all.length / 2)] ?? 0;
  write(`| ${of} | ${all.length} | ${counts.join(' | ')} | ${wrong} | ${findings} |`);
}
write('');
for (const { mutation, wrong, caught } of verdicts) {
  if (wrong)
    write(`VALS [${mutation.of}] ${mutation.told} (regel ${mutation.at[0]}) -> ${wrong.message.slice(0, 200)}`);
  else if (caught === 'not') write(`NIET [${mutation.of}] ${mutation.told.slice(0, 120)} (regel ${mutation.at[0]})`);
}
