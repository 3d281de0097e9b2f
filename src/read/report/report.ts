import type {
  Announcement,
  DocumentInfo,
  Period,
  PlanDocument,
  Statement,
  TextSection,
  Transfer,
  TransferTotal,
} from '../../plan/document';
import { isDay } from '../../plan/calendar';
import { DOCUMENT_FORMAT } from '../../plan/document';
import { describeFinding, placeAt, type FindingKind, type RawFinding } from '../../plan/finding';
import { DEFAULT_STATUSES, type StatusVocabulary } from '../../plan/status';
import { READING_KINDS } from '../findingKinds';
import { schemaSetFrom } from '../../schema/rows/rows';
import { POLICY_FIELD_NAMES } from '../../schema/policyFields';
import { accountOf, LineLedger } from '../ledger';
import { splitLines, type Line } from '../lines';
import { auditFigures } from '../figureAudit';
import { longLineFindings } from '../longLines';
import { SCHEMA_NAMES } from '../../plan/vocabulary';
import type { Reading, ReadOptions, SourceLine } from '../source';
import type { ReportContext } from './context';
import { readCoverYears, type CoverYears } from './coverYears';
import { CellJoiner } from './cells';
import { readDepreciation } from './depreciation';
import { readEvaluation, type EvaluationReading } from './evaluation';
import { readHead, type SectionHead } from './head';
import { REPORT_LEVELS } from './heading';
import { readOffBalance, type OffBalanceReading } from './offBalance';
import { readParticipations } from './participations';
import { readProse } from './prose';
import { mergeStatements } from './mergeStatements';
import { hideRepeatedLines } from './repeatedLines';
import { findSections, headingForms, type SectionStart } from './sections';
import { readStatement } from './statement';
import { unlikelyNumbers } from './unlikely';
import { nodesOfStatements } from './statementNodes';
import { readTransfers } from './transfers';

export interface ReportOptions extends ReadOptions {
  readonly vocabulary?: StatusVocabulary;
}

/** A section with its last line, and the entity it is of where its schema is printed for several. */
type Extent = SectionStart & { readonly end: number; readonly entity: string | null };

/** What the section readers have given so far. */
interface Gathered {
  evaluation: EvaluationReading | null;
  readonly statements: Statement[];
  readonly transfers: Transfer[];
  readonly transferTotals: TransferTotal[];
  readonly offBalance: OffBalanceReading[];
  depreciation: PlanDocument['depreciation'];
  participations: PlanDocument['participations'];
  readonly texts: TextSection[];
  readonly announcements: Announcement[];
  readonly heads: SectionHead[];
  readonly joiner: CellJoiner;
  readonly extents: readonly Extent[];
  /** The part the source ends in before it was complete. */
  openPart: string | null;
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

function readSections(
  context: ReportContext,
  sections: readonly SectionStart[],
  heads: readonly SectionHead[],
): Gathered {
  const total = context.ledger.lines.length;
  const entities = entitiesOf(sections, heads);
  const extents = sections.map((section, position) => ({
    ...section,
    end: sections[position + 1]?.index ?? total,
    entity: entities[position] ?? null,
  }));
  const gathered: Gathered = {
    extents,
    evaluation: null,
    statements: [],
    transfers: [],
    transferTotals: [],
    offBalance: [],
    depreciation: [],
    participations: [],
    texts: [],
    announcements: [],
    heads: [],
    openPart: null,
    joiner: new CellJoiner(() => knownTexts(context, gathered)),
  };
  gathered.texts.push(...readProse(context, 0, sections[0]?.index ?? total));
  for (const section of extents) {
    const { end } = section;
    const next = readSection(context, section, gathered);
    gathered.texts.push(...readProse(context, next, end));
    if (end < total || next < total) gathered.openPart = null;
  }
  return gathered;
}

/** The entity of each section, where the schema it prints is printed for more than one. */
function entitiesOf(sections: readonly SectionStart[], heads: readonly SectionHead[]): readonly (string | null)[] {
  const names = heads.map(({ entity }) => entity?.name ?? null);
  const of = (schema: SectionStart['schema']): ReadonlySet<string | null> =>
    new Set(names.filter((name, at) => name !== null && sections[at]?.schema === schema));
  return sections.map(({ schema }, at) => (schema !== null && of(schema).size > 1 ? (names[at] ?? null) : null));
}

/** Reads one section; gives the first index its reader left alone. */
function readSection(
  context: ReportContext,
  { kind, index, schema, title, end, entity }: Extent,
  gathered: Gathered,
): number {
  switch (kind) {
    case 'evaluation': {
      const evaluation = readEvaluation(context, index, end);
      gathered.evaluation ??= evaluation;
      gathered.announcements.push(...evaluation.announcements);
      if (evaluation.dossiers.length === 0 && evaluation.announcements.length === 0)
        gathered.openPart = 'Beleidsevaluatie';
      return evaluation.next;
    }
    case 'statement': {
      const reading = readStatement(context, index, end, { schema: schema ?? 'J1', title, entity });
      gathered.statements.push(reading.statement);
      gathered.texts.push(...reading.texts);
      gathered.heads.push(reading.head);
      if (!reading.closed) gathered.openPart = `${schema}`;
      return reading.next;
    }
    case 'offBalance': {
      const reading = readOffBalance(context, index, end);
      gathered.offBalance.push(reading);
      return reading.next;
    }
    case 'participations': {
      const reading = readParticipations(context, index, end);
      gathered.participations = [...gathered.participations, ...reading.participations];
      return reading.next;
    }
    case 'depreciation': {
      const reading = readDepreciation(context, index, end);
      gathered.depreciation = [...gathered.depreciation, ...reading.terms];
      return reading.next;
    }
    case 'transfers': {
      const reading = readTransfers(context, index, end, gathered.joiner);
      gathered.transfers.push(...reading.transfers);
      gathered.transferTotals.push(...reading.totals);
      if (!reading.closed) gathered.openPart = title;
      return reading.next;
    }
  }
}

/** Where the words of a narrow table stand whole: names of policy fields and domains, titles of the plan, other rows of the table. */
function* knownTexts({ ledger }: ReportContext, gathered: Gathered): Iterable<string> {
  yield* POLICY_FIELD_NAMES.values();
  for (const node of gathered.evaluation?.nodes ?? []) yield node.title;
  for (const { schema, rows } of gathered.statements) if (schema === 'T1') for (const row of rows) yield row.section;
  for (const { kind, index, end } of gathered.extents)
    if (kind === 'transfers') for (let at = index; at < end; at += 1) yield ledger.text(at);
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

function describeDocument(context: ReportContext, { evaluation, statements, texts, heads }: Gathered): DocumentInfo {
  const { isPlan } = context;
  const planPeriod = evaluation?.planPeriod ?? spanOf(heads) ?? context.coverPeriod;
  const fiscalYear = isPlan ? null : (context.fiscalYear ?? evaluation?.amounts[0]?.year ?? null);
  const newSetFrom = isPlan ? (yearOf(planPeriod) ?? firstYearOf(statements)) : fiscalYear;
  return {
    kind: isPlan ? 'multiYearPlan' : 'annualAccounts',
    title: evaluation ? EVALUATION_TITLE : (statements[0]?.title ?? texts[0]?.title ?? ''),
    fiscalYear,
    schemaSet: newSetFrom === null ? null : schemaSetFrom(newSetFrom),
    entity: context.entity,
    planPeriod,
    officers: context.officers,
  };
}

/** The first year a plan prints; null for a plan without columns. */
function firstYearOf(statements: readonly Statement[]): number | null {
  const years = statements.flatMap(({ columns }) => columns.map(({ year }) => year));
  return years.length === 0 ? null : Math.min(...years);
}

const yearOf = (period: Period | null): number | null => (period === null ? null : Number(period.from.slice(0, 4)));

/** A plan prints its years over each schema ("2026-2031"). */
function spanOf(heads: readonly SectionHead[]): Period | null {
  const head = heads.find(({ year, lastYear }) => year !== null && lastYear !== null);
  const span = head && { from: `${head.year}-01-01`, to: `${head.lastYear}-12-31` };
  return span && isDay(span.from) && isDay(span.to) ? span : null;
}

const EVALUATION_TITLE = 'Beleidsevaluatie';

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
