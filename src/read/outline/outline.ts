import { DOCUMENT_FORMAT, type DocumentInfo, type PlanDocument } from '../../plan/document';
import { describeFinding, type FindingKind } from '../../plan/finding';
import { explicitLinks } from '../../plan/references';
import { READING_KINDS } from '../findingKinds';
import { accountOf, LineLedger } from '../ledger';
import { isTooLong, type Line } from '../lines';
import { auditFigures } from '../figureAudit';
import { longLineFindings } from '../longLines';
import type { Reading, ReadOptions } from '../source';
import { REVIEW_KINDS } from './findingKinds';
import type { OutlineProfile } from './profile';
import { OutlineReader } from './reader';
import { patternOf } from './pattern';

/** Reads the lines of a plan by its profile. Never throws: what no rule takes is text or a finding, as the profile says. */
export function readOutline(lines: readonly Line[], profile: OutlineProfile, options: ReadOptions = {}): Reading {
  const ledger = new LineLedger(lines);
  const reader = new OutlineReader(ledger, profile);
  reader.read();
  const filled = ledger.filledLines();
  const kinds = new Map<string, FindingKind>(
    [...Object.values(READING_KINDS), ...Object.values(REVIEW_KINDS)].map((kind) => [kind.id, kind]),
  );
  const tables = reader.tables.finish();
  const document: PlanDocument = {
    format: DOCUMENT_FORMAT,
    document: infoOf(lines, profile),
    levels: profile.levels.map(({ id, name, rank }) => ({ id, name, rank })),
    nodes: reader.nodes.finish(),
    amounts: [],
    statements: [],
    transfers: [],
    transferTotals: [],
    offBalance: [],
    offBalanceEntries: [],
    offBalanceLabels: [],
    depreciation: [],
    participations: [],
    indicators: reader.indicators.finish(),
    links: [],
    ...(tables.length > 0 ? { tables } : {}),
    ...(reader.reviews.length > 0 ? { reviews: reader.reviews } : {}),
    texts: reader.texts.finish(),
    announcements: [],
    lines: accountOf(filled),
    findings: [...longLineFindings(lines), ...auditFigures(ledger), ...reader.findings].flatMap((raw) => {
      const kind = kinds.get(raw.check);
      return kind ? [describeFinding(kind, raw, options.language)] : [];
    }),
  };
  return { document: { ...document, links: explicitLinks(document) }, lines: filled };
}

function infoOf(lines: readonly Line[], { document }: OutlineProfile): DocumentInfo {
  const pattern = document.titleLine === undefined ? null : patternOf(document.titleLine);
  const match =
    pattern && lines.map((line) => (isTooLong(line) ? null : pattern.exec(line.text))).find((each) => each !== null);
  return {
    kind: document.kind,
    title: match ? (match.groups?.['title'] ?? match[0]) : document.title,
    fiscalYear: null,
    schemaSet: null,
    entity: null,
    planPeriod: document.period,
    officers: { generalDirector: null, financialDirector: null },
  };
}

/** The first profile all of whose marks are found at the start of some line; null when none fits. */
export function detectProfile(lines: readonly Line[], profiles: readonly OutlineProfile[]): OutlineProfile | null {
  return (
    profiles.find(({ recognise }) =>
      recognise.every((source) => {
        const pattern = patternOf(source);
        return lines.some(({ text }) => text !== '' && text.length <= MAX_RECOGNISED && pattern.test(text));
      }),
    ) ?? null
  );
}

/** Marks stand at the start of ordinary lines; longer ones need not be searched. */
const MAX_RECOGNISED = 1000;
