import type { FindingState } from '../plan/explanation';
import type { CheckRun } from '../check/run/ran';
import { SEVERITIES, type Finding, type Place } from '../plan/finding';
import type { CliTexts } from '../i18n/cliTexts';
import { columns } from './textTable';

/** A finding with what a user wrote about it on the sheet Controle, when someone did. */
export type AnsweredFinding = Finding & {
  readonly state?: FindingState;
  readonly explanation?: string;
  readonly initials?: string;
};

const bySeverity = <T extends Finding>(findings: readonly T[]) =>
  SEVERITIES.map((severity) => ({ severity, findings: findings.filter((finding) => finding.severity === severity) }));

/** "2 fouten · 1 aandachtspunt", in the order of severity; severities without findings are left out. */
export function countText(findings: readonly Finding[], texts: CliTexts): string {
  const counts = bySeverity(findings)
    .filter((group) => group.findings.length > 0)
    .map(({ severity, findings: { length } }) => texts.severities[severity].count(length));
  return counts.length === 0 ? texts.noFindings : counts.join(' · ');
}

/** How many checks ran, and which had nothing to look at. */
export function ranLines(ran: readonly CheckRun[], texts: CliTexts): string[] {
  const idle = ran.filter(({ cells }) => cells === 0).map(({ check }) => check);
  return [
    texts.ran(ran.length - idle.length, ran.length),
    ...(idle.length === 0 ? [] : [texts.notRun(idle.join(', '))]),
  ];
}

/** How often each check had something to say, the severe ones first. */
export function countLines(findings: readonly Finding[], texts: CliTexts): string[] {
  const rows = bySeverity(findings).flatMap(({ severity, findings: group }) => {
    const counts = new Map<string, number>();
    for (const { check } of group) counts.set(check, (counts.get(check) ?? 0) + 1);
    return [...counts].map(([check, count]) => [texts.severities[severity].name, check, String(count)]);
  });
  return columns(rows, ['left', 'left', 'right']);
}

/** Where a finding points, for reading: node, schema and row, column from 1, line of the source. */
export function placeText({ node, schema, row, column, line }: Place, texts: CliTexts): string {
  const parts = [
    node,
    schema === null ? null : texts.part(schema),
    row,
    column === null ? null : texts.column(column + 1),
    line === null ? null : texts.line(line),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** One block per finding, errors first: severity and check, place, sentence with remedy. */
export function findingLines(findings: readonly AnsweredFinding[], texts: CliTexts): string[] {
  return bySeverity(findings).flatMap(({ severity, findings: group }) =>
    group.flatMap(({ check, place, message, state, explanation, initials }) => [
      [texts.severities[severity].name.toUpperCase(), check, placeText(place, texts)]
        .filter((part) => part !== '')
        .join('  '),
      `  ${message}`,
      ...(state === undefined
        ? []
        : [`  [${[texts.states[state], explanation, initials].filter((part) => part).join(', ')}]`]),
      '',
    ]),
  );
}
