import type { PlanDocument, PlanNode, Transfer } from '../plan/document';
import type { Finding, Language } from '../plan/finding';
import { DEFAULT_STATUSES, UNKNOWN_STATUS, statusByCode } from '../plan/status';
import { DIRECTIONS, KINDS, PHASES } from '../plan/vocabulary';
import { transferSum } from '../figures/sums';
import { countStatuses, type StatusCount } from '../figures/statusCount';
import { SCHEMA_TITLES } from '../schema/titles';
import type { CliTexts } from '../i18n/cliTexts';
import { FORMATS } from '../i18n/formats';
import { directionText, DOCUMENT_KIND_NAMES, kindText, phaseText } from '../i18n/terms';
import { countLines, countText } from './findingsText';
import { columns } from './textTable';

interface Reader {
  readonly language: Language;
  readonly texts: CliTexts;
}

function headLines({ document: info }: PlanDocument, { language, texts }: Reader): string[] {
  const { entity, planPeriod, fiscalYear } = info;
  const number = entity?.enterpriseNumber ? ` (${entity.enterpriseNumber})` : '';
  const title = [
    [DOCUMENT_KIND_NAMES[language][info.kind], fiscalYear].filter((part) => part !== null).join(' '),
    entity === null ? info.title : `${entity.name}${number}`,
  ];
  const head = title.filter((part) => part !== '').join(' · ');
  return planPeriod === null
    ? [head]
    : [head, texts.summary.plan(FORMATS[language].date(planPeriod.from), FORMATS[language].date(planPeriod.to))];
}

/** Nodes and statuses down, levels across. */
function nodeLines({ levels, nodes }: PlanDocument, { language, texts: { summary } }: Reader): string[] {
  if (nodes.length === 0) return [];
  const counts = countStatuses({ nodes });
  const used = levels.filter(({ id }) => counts.byLevel.has(id));
  const perLevel: readonly (StatusCount | undefined)[] = [
    ...used.map(({ id }) => counts.byLevel.get(id)),
    counts.total,
  ];
  const codes = [...new Set([...DEFAULT_STATUSES.map(({ code }) => code), ...counts.total.byCode.keys()])].filter(
    (code) => counts.total.byCode.has(code),
  );
  const labelOf = (code: string): string =>
    code === UNKNOWN_STATUS ? summary.unknownStatus : (statusByCode(DEFAULT_STATUSES, code)?.label ?? code);
  const row = (label: string, value: (count: StatusCount) => number): string[] => [
    label,
    ...perLevel.map((count) => FORMATS[language].count(count ? value(count) : 0)),
  ];
  const all = (count: StatusCount): number =>
    count.none + [...count.byCode.values()].reduce((sum, number) => sum + number, 0);
  const rows = [
    ['', ...used.map(({ id }) => id), summary.total],
    row(summary.parts, all),
    ...codes.map((code) => row(`  ${labelOf(code)}`, (count) => count.byCode.get(code) ?? 0)),
    ...(counts.total.none > 0 && codes.length > 0 ? [row(`  ${summary.withoutEvaluation}`, ({ none }) => none)] : []),
  ];
  const evaluated = nodes.filter(({ evaluation }) => evaluation !== null);
  const narrated = evaluated.filter((node: PlanNode) => node.evaluation?.text !== '');
  return [
    ...columns(rows, ['left', 'right']),
    ...(evaluated.length > 0 ? [summary.narratives(evaluated.length, narrated.length)] : []),
    used.map(({ id, name }) => `${id} ${name}`).join(' · '),
  ];
}

function totalLines({ amounts }: PlanDocument, { language }: Reader): string[] {
  const totals = amounts.filter(({ node }) => node === null);
  const shown = PHASES.flatMap((phase) =>
    [...new Set(totals.filter((amount) => amount.phase === phase).map(({ year }) => year))]
      .sort()
      .map((year) => ({ phase, year })),
  );
  if (shown.length === 0) return [];
  const years = new Set(shown.map(({ year }) => year));
  const heads = shown.map(({ phase, year }) =>
    years.size > 1 ? `${phaseText(phase, language)} ${year}` : phaseText(phase, language),
  );
  const rows = KINDS.flatMap((kind) =>
    DIRECTIONS.map((direction) => {
      const cells = shown.map(({ phase, year }) =>
        totals.find(
          (amount) =>
            amount.kind === kind && amount.direction === direction && amount.phase === phase && amount.year === year,
        ),
      );
      const label = direction === DIRECTIONS[0] ? kindText(kind, language) : '';
      return [
        label,
        directionText(direction, language),
        ...cells.map((amount) =>
          amount?.cents === undefined || amount.cents === null ? '' : FORMATS[language].euro(amount.cents),
        ),
      ];
    }),
  );
  return columns(
    [['', '', ...heads], ...rows.filter((row) => row.slice(2).some((cell) => cell !== ''))],
    ['left', 'left', 'right'],
  );
}

const schemaLines = ({ statements }: PlanDocument, { texts: { summary } }: Reader): string[] =>
  columns(
    statements.map(({ schema, title, rows }) => [
      schema,
      title === '' ? SCHEMA_TITLES[schema] : title,
      summary.rows(rows.length),
    ]),
    ['left', 'left', 'right'],
  );

function transferLines({ transfers }: PlanDocument, { language, texts: { summary } }: Reader): string[] {
  const groups = KINDS.flatMap((kind) =>
    DIRECTIONS.map((direction) => ({
      kind,
      direction,
      lines: transfers.filter((line: Transfer) => line.kind === kind && line.direction === direction),
    })),
  );
  const rows = groups
    .filter(({ lines }) => lines.length > 0)
    .map(({ kind, direction, lines }) => [
      kindText(kind, language),
      directionText(direction, language),
      FORMATS[language].euro(transferSum(transfers, kind, direction) ?? 0),
      summary.transferLines(lines.length),
    ]);
  return columns(rows, ['left', 'left', 'right', 'right']);
}

function otherLines(
  { offBalance, depreciation, participations }: PlanDocument,
  { texts: { summary } }: Reader,
): string[] {
  const parts = [
    [offBalance.length, summary.offBalance],
    [depreciation.length, summary.depreciation],
    [participations.length, summary.participations],
  ] as const;
  const named = parts.filter(([count]) => count > 0).map(([count, text]) => text(count));
  return named.length === 0 ? [] : [named.join(' · ')];
}

/** What a document holds, for reading: plan and statuses, printed totals, schemas, transfers, lines and findings. */
export function documentSummary(document: PlanDocument, findings: readonly Finding[], reader: Reader): string {
  const { summary } = reader.texts;
  const { total, unrecognised } = document.lines;
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [summary.nodes, nodeLines(document, reader)],
    [summary.planTotals, totalLines(document, reader)],
    [summary.schemas, schemaLines(document, reader)],
    [summary.transfers, transferLines(document, reader)],
    [summary.otherParts, otherLines(document, reader)],
    [summary.lines, [summary.linesRead(total, unrecognised.length)]],
    [
      summary.findings,
      [countText(findings, reader.texts), ...countLines(findings, reader.texts).map((line) => `  ${line}`)],
    ],
  ];
  const filled = sections.filter(([, lines]) => lines.length > 0);
  return [
    ...headLines(document, reader),
    ...filled.flatMap(([heading, lines]) => ['', heading, ...lines.map((line) => `  ${line}`)]),
  ].join('\n');
}
