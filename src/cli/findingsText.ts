import { SEVERITIES, type Finding, type Place } from '../plan/finding';
import type { CliTexts } from '../i18n/cliTexts';

const bySeverity = (findings: readonly Finding[]) =>
  SEVERITIES.map((severity) => ({ severity, findings: findings.filter((finding) => finding.severity === severity) }));

/** "2 fouten · 1 aandachtspunt", in the order of severity; severities without findings are left out. */
export function countText(findings: readonly Finding[], texts: CliTexts): string {
  const counts = bySeverity(findings)
    .filter((group) => group.findings.length > 0)
    .map(({ severity, findings: { length } }) => `${length} ${texts.severities[severity][length === 1 ? 'one' : 'many']}`);
  return counts.length === 0 ? texts.noFindings : counts.join(' · ');
}

/** Where a finding points, for reading: node, schema and row, column from 1, line of the source. */
export function placeText({ node, schema, row, column, line }: Place, texts: CliTexts): string {
  const parts = [node, schema, row, column === null ? null : texts.column(column + 1), line === null ? null : texts.line(line)];
  return parts.filter((part) => part !== null).join(' · ');
}

/** One block per finding, errors first: severity and check, place, sentence with remedy. */
export function findingLines(findings: readonly Finding[], texts: CliTexts): string[] {
  return bySeverity(findings).flatMap(({ severity, findings: group }) =>
    group.flatMap(({ check, place, message }) => [
      [texts.severities[severity].one.toUpperCase(), check, placeText(place, texts)].filter((part) => part !== '').join('  '),
      `  ${message}`,
      '',
    ]),
  );
}
