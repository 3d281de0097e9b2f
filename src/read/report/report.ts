import type { Announcement, PlanDocument } from '../../plan/document';
import { DOCUMENT_FORMAT } from '../../plan/document';
import { describeFinding, placeAt, type FindingKind, type RawFinding } from '../../plan/finding';
import { DEFAULT_STATUSES, type StatusVocabulary } from '../../plan/status';
import { SCHEMA_NAMES } from '../../plan/vocabulary';
import { auditFigures } from '../figureAudit';
import { READING_KINDS } from '../findingKinds';
import { accountOf, LineLedger } from '../ledger';
import { splitLines, type Line } from '../lines';
import { longLineFindings } from '../longLines';
import type { Reading, ReadOptions, SourceLine } from '../source';
import type { ReportContext } from './context';
import { readCoverYears, type CoverYears } from './coverYears';
import { describeDocument } from './documentInfo';
import { readSections, type Gathered } from './gathered';
import { readHead, type SectionHead } from './head';
import { REPORT_LEVELS } from './heading';
import { mergeStatements } from './mergeStatements';
import type { OffBalanceReading } from './offBalance';
import { hideRepeatedLines } from './repeatedLines';
import { findSections, headingForms, type SectionStart } from './sections';
import { nodesOfStatements } from './statementNodes';
import { unlikelyNumbers } from './unlikely';

export interface ReportOptions extends ReadOptions {
  readonly vocabulary?: StatusVocabulary;
}

/**
 * Reads the text of a BBC report: policy evaluation, schemas, off-balance table, participations, depreciation terms, transfers and
 * prose, each by the reader of its kind of section. Never throws; null when no heading of a report is found at all.
 * @public the way in for a text that is known to be a report
 */
export const readReport = (text: string, options: ReportOptions = {}): Reading | null =>
  readReportLines(splitLines(text), options);

/** The same for lines that come with their page, such as those of a PDF. */
export function readReportLines(lines: readonly Line[], options: ReportOptions = {}): Reading | null {
  const ledger = new LineLedger(lines);
  hideRepeatedLines(ledger);
  const headings = headingForms(ledger);
  const sections = findSections(ledger, headings);
  if (sections.length === 0) return null;
  const heads = peekHeads(ledger, sections);
  const cover = readCoverYears(ledger);
  const isPlan = isPlanOnly(sections, cover);
  const context: ReportContext = {
    ledger,
    vocabulary: options.vocabulary ?? DEFAULT_STATUSES,
    findings: [],
    entity: heads.find((head) => head.entity !== null)?.entity ?? null,
    officers: {
      generalDirector: heads.find((head) => head.officers.generalDirector)?.officers.generalDirector ?? null,
      financialDirector: heads.find((head) => head.officers.financialDirector)?.officers.financialDirector ?? null,
    },
    fiscalYear: isPlan ? null : (heads.find((head) => head.year !== null)?.year ?? cover.fiscalYear),
    coverPeriod: cover.planPeriod,
    isPlan,
    grids: new Map(),
    headings,
  };
  const gathered = readSections(context, sections, heads);
  return assemble(context, gathered, options);
}

/** None of the schemas of accounts, and M1, M2 or M3, or else a cover that names the years of a plan alone: a plan. */
function isPlanOnly(sections: readonly SectionStart[], cover: CoverYears): boolean {
  if (sections.some(({ schema }) => schema?.startsWith('J'))) return false;
  const isCoverOfPlan = cover.planPeriod !== null && cover.fiscalYear === null;
  return isCoverOfPlan || sections.some(({ schema }) => schema?.startsWith('M'));
}

/** Reads the heads beforehand, on an account of their own: other sections need the year and the entity. */
function peekHeads(ledger: LineLedger, sections: readonly SectionStart[]): readonly SectionHead[] {
  const scratch = ledger.copy();
  return sections.map(({ index }) => readHead(scratch, index + 1, ledger.lines.length).head);
}

function assemble(context: ReportContext, gathered: Gathered, options: ReportOptions): Reading {
  const { ledger } = context;
  const { evaluation } = gathered;
  noteLabels(context, gathered.offBalance);
  context.findings.push(...longLineFindings(ledger.lines), ...auditFigures(ledger));
  if (gathered.openPart !== null && endsOpen(ledger, gathered))
    note(context, READING_KINDS.cutOff, lastFilled(ledger), { part: gathered.openPart });
  const lines = ledger.filledLines();
  context.findings.push(...unlikelyNumbers(lines, { ...gathered, amounts: evaluation?.amounts ?? [] }));
  const statements = mergeStatements(gathered.statements);
  const printedOnly = nodesOfStatements(statements, evaluation?.nodes ?? []);
  const nodes = [...(evaluation?.nodes ?? []), ...printedOnly.nodes];
  const kinds = new Map<string, FindingKind>(Object.values(READING_KINDS).map((kind) => [kind.id, kind]));
  const document: PlanDocument = {
    format: DOCUMENT_FORMAT,
    document: describeDocument(context, gathered),
    levels: REPORT_LEVELS.filter((level) => nodes.some((node) => node.level === level.id)),
    nodes,
    amounts: [...(evaluation?.amounts ?? []), ...printedOnly.amounts],
    statements,
    transfers: gathered.transfers,
    transferTotals: gathered.transferTotals,
    offBalance: gathered.offBalance.flatMap(({ rows }) => rows),
    offBalanceEntries: gathered.offBalance.flatMap(({ entries }) => entries),
    offBalanceLabels: gathered.offBalance.flatMap(({ labels }) => labels),
    depreciation: gathered.depreciation,
    participations: gathered.participations,
    indicators: [],
    links: [],
    ...(evaluation && evaluation.tables.length > 0 ? { tables: evaluation.tables } : {}),
    texts: gathered.texts,
    announcements: [...gathered.announcements, ...announcedSchemas(lines)],
    lines: accountOf(lines),
    findings: [...context.findings]
      .sort((left, right) => (left.place.line ?? 0) - (right.place.line ?? 0))
      .flatMap((raw) => {
        const kind = kinds.get(raw.check);
        return kind ? [describeFinding(kind, raw, options.language ?? 'nl')] : [];
      }),
  };
  return { document, lines };
}

/** Covers that say which schema follows: "SCHEMA T3". Whether it does is for the checks to see. */
function announcedSchemas(lines: readonly SourceLine[]): readonly Announcement[] {
  return lines
    .filter(({ role }) => role === 'coverSchema')
    .flatMap(({ text, number, page }) => {
      const schema = SCHEMA_NAMES.find((name) => text.endsWith(` ${name}`));
      return schema ? [{ text, node: null, schema, source: { line: number, page } }] : [];
    });
}

/** A part is cut off where parts before it print their end, or where its last line could not be read. */
const endsOpen = (ledger: LineLedger, { statements, evaluation, transfers }: Gathered): boolean =>
  statements.some(({ dossiers }) => dossiers.length > 0) ||
  (evaluation !== null && statements.length === 0) ||
  transfers.length > 0 ||
  ledger.role(lastFilled(ledger)) === 'unrecognised';

function noteLabels(context: ReportContext, pages: readonly OffBalanceReading[]): void {
  const count = pages.reduce((sum, { labels }) => sum + labels.length, 0);
  const first = pages.find(({ firstLabel }) => firstLabel !== null)?.firstLabel;
  if (first !== null && first !== undefined) note(context, READING_KINDS.unalignedLabels, first, { count });
}

function note(context: ReportContext, kind: FindingKind, index: number, figures: RawFinding['figures']): void {
  context.findings.push({ check: kind.id, place: placeAt({ line: index + 1 }), figures });
}

function lastFilled(ledger: LineLedger): number {
  let at = ledger.lines.length - 1;
  while (at > 0 && ledger.text(at) === '') at -= 1;
  return at;
}
