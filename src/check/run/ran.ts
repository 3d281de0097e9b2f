import type { PlanDocument } from '../../plan/document';
import type { Finding } from '../../plan/finding';
import type { Check } from '../check';
import { createContext } from '../context';
import type { Part } from '../parts';
import { selectChecks, settingsOf, type CheckOptions } from './run';

/** What a check looked at: how many sums, or else how many things of the parts that it reads; and what it found there. */
export interface CheckRun {
  readonly check: string;
  /** 0: there was nothing to look at. */
  readonly cells: number;
  readonly findings: number;
}

/** How many things a part holds; info is the head of the document. */
const SIZES: Readonly<Record<Part, (document: PlanDocument) => number>> = {
  info: () => 0,
  nodes: ({ nodes }) => nodes.length,
  amounts: ({ amounts }) => amounts.length,
  statements: ({ statements }) =>
    statements.reduce((count, { rows }) => count + rows.reduce((cells, { values }) => cells + values.length, 0), 0),
  transfers: ({ transfers }) => transfers.length,
  offBalance: ({ offBalance }) => offBalance.length,
  participations: ({ participations }) => participations.length,
  texts: ({ texts }) => texts.reduce((count, { blocks }) => count + blocks.length, 0),
  announcements: ({ announcements }) => announcements.length,
  lines: ({ lines }) => lines.total,
  indicators: ({ indicators }) => indicators.length,
  links: ({ links }) => links.length,
  tables: ({ tables }) => tables?.length ?? 0,
  ledger: ({ ledger }) => ledger?.lines.length ?? 0,
};

/** Parts that a check may do without: it also says something where they are not there. */
const BESIDE: readonly Part[] = ['info', 'ledger', 'announcements'];

/** How much a check goes through: of parts held against each other, the smallest. */
function sizeOf({ reads }: Check, document: PlanDocument): number {
  const needed = reads.filter((part) => !BESIDE.includes(part));
  return Math.min(...(needed.length === 0 ? reads : needed).map((part) => SIZES[part](document)));
}

/** Which checks ran over a document, on how much, and how often they had something to say; silenced checks did not run. */
export function whatRan(
  document: PlanDocument,
  findings: readonly Finding[],
  options: CheckOptions = {},
): readonly CheckRun[] {
  const settings = settingsOf(options);
  const checks = selectChecks(options.only).filter(({ id }) => settings.severities[id] !== 'off');
  const context = createContext(document, settings, checks, false);
  const found = new Map<string, number>();
  for (const { check } of findings) found.set(check, (found.get(check) ?? 0) + 1);
  const sums = new Map(
    checks.flatMap((check) =>
      check.identities ? [[check.id, check.identities(document, context).length] as const] : [],
    ),
  );
  const allSums = [...sums.values()].reduce((total, count) => total + count, 0);
  return checks.map((check) => ({
    check: check.id,
    // What is said of the sums together went through all of them.
    cells: sums.get(check.id) ?? (check.audits && check.reads.length > 1 ? allSums : sizeOf(check, document)),
    findings: found.get(check.id) ?? 0,
  }));
}
