import { CATALOGUE } from '../check/run/catalogue';
import type { Check } from '../check/check';
import type { Part } from '../check/parts';
import { inOrder, runChecks } from '../check/run/run';
import { statusUnknown } from '../check/status/known';
import { statusWithoutText } from '../check/status/presence';
import { structureDuplicateTitle } from '../check/structure/titles';
import { DOCUMENT_FORMAT, type Amount, type PlanDocument, type PlanNode } from '../plan/document';
import { placeAt, type Finding, describeFinding, type FindingKind } from '../plan/finding';
import { CENTS_PER_EURO } from '../plan/money';
import { inLanguage } from '../plan/phrase';
import { failure, success } from '../plan/result';
import { UNKNOWN_STATUS } from '../plan/status';
import { EVALUATION, type Phase } from '../plan/vocabulary';
import { cellKey, type Cell } from '../figures/cell';
import { CentsByKey } from '../figures/sums';
import { planTree, type PlanTree } from '../figures/tree';
import { CREDIT_COLUMNS } from '../sheets/creditColumns';
import { FINDING_COLUMNS, SEVERITY_LABELS } from '../sheets/findings';
import { PLAN_COLUMNS } from '../sheets/planColumns';
import { SHEET_KINDS } from '../sheets/readBack/kinds';
import { foldCode, singleOf, textOf } from './cells';
import { creditTable, type CreditRow, type CreditTable } from './creditRows';
import { allOf, Refusal, SENTENCES, type Answer } from './failure';
import { planRows, type PlanRows } from './planRows';

const CONTROL_HEADINGS = [
  FINDING_COLUMNS.severity,
  PLAN_COLUMNS.code,
  FINDING_COLUMNS.message,
  FINDING_COLUMNS.check,
] as const;

/**
 * What two tables can tell of a document; checks that read more would only find that it is not there. Sums are computed here from the lines, so there
 * is no printed one to hold them against.
 */
const KNOWN_PARTS: readonly Part[] = ['info', 'nodes', 'amounts'];

/** The board's list of statuses stands on another sheet: what is not in the usual list is a mistake only where most of the plan uses that list. */
const usesUsualStatuses = (nodes: readonly PlanNode[]): boolean => {
  const named = nodes.filter(({ evaluation }) => evaluation !== null && evaluation.statusText !== '');
  return named.filter(({ evaluation }) => evaluation?.status !== UNKNOWN_STATUS).length * 2 > named.length;
};

const applicable = ({ nodes, has }: PlanRows): readonly Check[] =>
  CATALOGUE.filter(
    ({ id, reads, identities, audits }) =>
      reads.every((part) => KNOWN_PARTS.includes(part)) &&
      identities === undefined &&
      !audits &&
      (id !== statusUnknown.id || usesUsualStatuses(nodes)) &&
      (id !== statusWithoutText.id || has(PLAN_COLUMNS.evaluation)) &&
      (id !== structureDuplicateTitle.id || has(PLAN_COLUMNS.title)),
  );

/** The same mistakes that reading a sheet back finds, told of a row of the table that was handed over. */
const rowKind = (kind: FindingKind, nl: string, remedy: string): FindingKind => ({
  ...kind,
  text: { ...kind.text, nl },
  remedy: { ...kind.remedy, nl: remedy },
});
const ROW_KINDS = {
  unknownCode: rowKind(
    SHEET_KINDS.unknownCode,
    'Rij {row} van de kredieten verwijst naar "{text}", en die code staat niet op het blad Plan.',
    'Verbeter de code of voeg de rij toe op het blad Plan.',
  ),
  badChoice: rowKind(
    SHEET_KINDS.badChoice,
    'Rij {row} van de kredieten heeft als {column} "{text}", en dat staat niet in de lijst.',
    'Kies een waarde uit de lijst; tot dan telt de rij nergens mee.',
  ),
  badYear: rowKind(
    SHEET_KINDS.badYear,
    'Rij {row} van de kredieten heeft als jaar "{text}".',
    'Typ het jaar met vier cijfers.',
  ),
  badAmount: rowKind(SHEET_KINDS.badAmount, '{text}', ''),
} as const;

function rowFindings({ rows, phases }: CreditTable, { idOf }: PlanRows): readonly Finding[] {
  return rows.flatMap((line): readonly Finding[] => {
    const { row, code, kind, direction, kindText, directionText, year, yearText } = line;
    const node = idOf(line.path.at(-1) ?? '') ?? null;
    const tell = (about: FindingKind, text: string, column = ''): Finding =>
      describeFinding(about, {
        check: about.id,
        place: placeAt({ node, line: row }),
        figures: { row, text, column },
        subject: `${row}|${column}`,
      });
    return [
      ...(node === null ? [tell(ROW_KINDS.unknownCode, code)] : []),
      ...(kind === null ? [tell(ROW_KINDS.badChoice, kindText, 'soort')] : []),
      ...(direction === null ? [tell(ROW_KINDS.badChoice, directionText, 'richting')] : []),
      ...(year === null ? [tell(ROW_KINDS.badYear, yearText, 'jaar')] : []),
      ...phases.flatMap((phase) => {
        const cents = line.cents(phase);
        return cents instanceof Refusal ? [tell(ROW_KINDS.badAmount, inLanguage(cents.sentence, 'nl'), phase)] : [];
      }),
    ];
  });
}

const cellOfRow = ({ year, kind, direction }: CreditRow, phase: Phase): Cell | null =>
  year === null || kind === null || direction === null ? null : { year, kind, direction, phase };

interface NodeSum {
  readonly node: string;
  readonly cell: Cell;
  readonly row: number;
  readonly key: string;
}

/** What every node prints: its own lines and those of all nodes below it, as the sheet rolls them up. */
function amountsOf({ rows, phases }: CreditTable, { idOf }: PlanRows, { ancestors }: PlanTree): readonly Amount[] {
  const paths = new Map<string, readonly string[]>();
  const pathOf = (own: string): readonly string[] => {
    const known = paths.get(own) ?? [own, ...ancestors(own).map(({ id }) => id)];
    paths.set(own, known);
    return known;
  };
  const sums = new Map<string, NodeSum>();
  const totals = new CentsByKey<string>();
  for (const line of rows) {
    const own = idOf(line.path.at(-1) ?? '');
    if (own === undefined) continue;
    for (const phase of phases) {
      const [cell, cents] = [cellOfRow(line, phase), line.cents(phase)];
      if (cell === null || cents === null || cents instanceof Refusal) continue;
      const within = cellKey(cell);
      for (const node of pathOf(own)) {
        const key = `${node}|${within}`;
        const known = sums.get(key);
        totals.add(key, cents);
        if (!known) sums.set(key, { node, cell, row: line.row, key });
      }
    }
  }
  return [...sums.values()].map(({ node, cell, row, key }): Amount => {
    const cents = totals.get(key) ?? 0;
    const unit = cents % CENTS_PER_EURO === 0 ? 'euro' : 'cent';
    return { node, ...cell, cents, unit, schema: EVALUATION, version: null, source: { line: row, page: null } };
  });
}

/** The document that two tables are, with nothing in the parts they do not tell of. */
function documentOf(plan: PlanRows, credits: CreditTable, tree: PlanTree): PlanDocument {
  const amounts = amountsOf(credits, plan, tree);
  const closed = new Set(amounts.filter(({ phase }) => phase === 'actual').map(({ year }) => year));
  return {
    format: DOCUMENT_FORMAT,
    document: {
      kind: amounts.length > 0 ? 'annualAccounts' : 'policyPlan',
      title: '',
      fiscalYear: closed.size > 0 ? Math.max(...closed) : null,
      schemaSet: null,
      entity: null,
      planPeriod: null,
      officers: { generalDirector: null, financialDirector: null },
    },
    levels: plan.levels,
    nodes: plan.nodes,
    amounts,
    statements: [],
    transfers: [],
    transferTotals: [],
    offBalance: [],
    offBalanceEntries: [],
    offBalanceLabels: [],
    depreciation: [],
    participations: [],
    indicators: [],
    links: [],
    texts: [],
    announcements: [],
    lines: { total: 0, roles: {}, unrecognised: [] },
    findings: [],
  };
}

/** PLAN.CONTROLE: what does not add up or contradicts itself in the plan and its credits, gravest first; of one code and all below it when asked. */
export function control(plan: unknown, kredieten: unknown, code: unknown): Answer {
  const question = allOf({ rows: planRows(plan), credits: creditTable(kredieten, [], [CREDIT_COLUMNS.year]) });
  if (!question.ok) return question;
  const { rows, credits } = question.value;
  const tree = planTree(rows);
  const asked = foldCode(singleOf(code));
  const top = rows.idOf(asked);
  if (asked !== '' && top === undefined)
    return failure(new Refusal('notAvailable', SENTENCES.unknownInPlan(textOf(singleOf(code)))));
  const checked = runChecks(documentOf(rows, credits, tree), { only: applicable(rows).map(({ id }) => id) });
  const isAsked = ({ place: { node } }: Finding): boolean =>
    top === undefined || (node !== null && (node === top || tree.ancestors(node).some(({ id }) => id === top)));
  const findings = inOrder([...rowFindings(credits, rows), ...checked]).filter(isAsked);
  const codeOf = ({ place: { node } }: Finding): string => (node === null ? '' : (tree.byId.get(node)?.code ?? node));
  return success([
    [...CONTROL_HEADINGS],
    ...findings.map((finding) => [SEVERITY_LABELS[finding.severity], codeOf(finding), finding.message, finding.check]),
  ]);
}
