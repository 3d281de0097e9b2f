import type { Announcement, PlanDocument, Statement, TextSection, Transfer, TransferTotal } from '../../plan/document';
import { POLICY_FIELD_NAMES } from '../../schema/policyFields';
import { CellJoiner } from './cells';
import type { ReportContext } from './context';
import { readDepreciation } from './depreciation';
import { readEvaluation, type EvaluationReading } from './evaluation';
import type { SectionHead } from './head';
import { readOffBalance, type OffBalanceReading } from './offBalance';
import { readParticipations } from './participations';
import { readProse } from './prose';
import type { SectionStart } from './sections';
import { readStatement } from './statement';
import { readTransfers } from './transfers';

/** A section with its last line, and the entity it is of where its schema is printed for several. */
type Extent = SectionStart & { readonly end: number; readonly entity: string | null };

/** What the section readers have given so far. */
export interface Gathered {
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

/** Reads every section by the reader of its kind, and what stands between them as prose. */
export function readSections(
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
