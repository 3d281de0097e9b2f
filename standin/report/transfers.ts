import type { Kind } from '../../src/plan/vocabulary';
import type { CarriedOver } from './domains';
import { DOMAINS } from './domains';
import { KIND_LABELS, type Writing } from './context';
import type { ExpectedReport } from './expected';
import { addUp, centText } from './figures';
import { FLOWS, type Flow, type PlannedNode } from './plan';
import { phrase, wrap } from './words';

type Planned = ExpectedReport['transfers'][number];
type Total = ExpectedReport['transferTotals'][number];

/** Width of a cell of the narrow table, in characters. */
const CELL_WIDTH = 26;
const CARRIED_SHARE = 0.5;
const LETTERS = { investment: 'I', financing: 'F', operating: 'E' } as const;
const TITLES = {
  investment: 'investeringskredieten',
  financing: 'financieringskredieten',
  operating: 'exploitatiekredieten',
} as const;
type Account = readonly [account: string, name: string];
const LOANS: readonly Account[] = [['1733000', 'Schulden aan kredietinstellingen aangegaan door het bestuur']];
/** Accounts that belong to the kind and direction: the list of the law says which. */
const ACCOUNTS: Readonly<Record<'investment' | 'financing', Readonly<Record<Flow, readonly Account[]>>>> = {
  investment: {
    expenditure: [
      ['2210007', 'Gebouwen - gemeenschapsgoederen - Aanschaffingswaarde'],
      ['2400007', 'Meubilair - bedrijfsmatige materiële vaste activa - Aanschaffingswaarde'],
    ],
    receipts: [['1500000', 'Investeringssubsidies en -schenkingen in kapitaal met vordering op korte termijn']],
  },
  financing: { expenditure: LOANS, receipts: LOANS },
};
const FIELDS = [
  ['0200', 'Wegen'],
  ['0119', 'Overige algemene diensten'],
  ['0742', 'Sportinfrastructuur'],
] as const;

interface Ancestry {
  readonly objective: PlannedNode;
  readonly plan: PlannedNode;
  readonly action: PlannedNode;
}

/** Decides which part of what is left of a credit goes to the next year: never more than was left. */
export function planTransfers(
  { random, settings, tree }: Writing,
  entityName: string,
): readonly (Planned & { readonly of: Ancestry })[] {
  const [actual, final] = [settings.phases.indexOf('actual'), settings.phases.indexOf('finalBudget')];
  const ancestry = tree.flatMap((objective) =>
    objective.children.flatMap((plan) => plan.children.map((action) => ({ objective, plan, action }))),
  );
  let serial = 0;
  return (['investment', 'financing'] as const).flatMap((kind) =>
    FLOWS.flatMap((direction) =>
      ancestry.flatMap((of) => {
        const money = of.action.money[kind][direction];
        const left = (money[final] ?? 0) - (money[actual] ?? 0);
        if (left <= 0 || !random.chance(CARRIED_SHARE)) return [];
        serial += 1;
        const estimate = `MJP${String(1000 + 2 * serial).padStart(6, '0')}`;
        const references = random.chance(0.6) ? [`MJP${String(1001 + 2 * serial).padStart(6, '0')}`] : [];
        const [account, accountName] = random.pick(ACCOUNTS[kind][direction]);
        const [policyField, policyFieldName] = random.pick(FIELDS);
        const domain = kind === 'financing' ? 0 : random.int(0, DOMAINS.length - 1);
        return [
          {
            of,
            kind,
            direction,
            estimate,
            references,
            account,
            accountName,
            policyField,
            policyFieldName,
            id: `AMJP${String(70_000 + serial).padStart(6, '0')}`,
            description: `${phrase(random)}${references.length > 0 ? ` (cf ${references[0]} STAD)` : ''}.`,
            reason: `Overdracht naar ${settings.fiscalYear + 1}`,
            entity: entityName,
            objective: of.objective.code,
            actionPlan: of.plan.code,
            node: of.action.code,
            policyDomain: String(domain).padStart(2, '0'),
            policyDomainName: DOMAINS[domain] ?? null,
            fromYear: settings.fiscalYear,
            toYear: settings.fiscalYear + 1,
            transactionCreditCents: random.chance(0.4) ? 0 : random.int(1, 90_000_000),
            amountCents: random.chance(0.3) ? left : random.int(1, left),
          },
        ];
      }),
    ),
  );
}

export const carriedBy =
  (transfers: readonly Planned[]): CarriedOver =>
  (kind, flow) =>
    addUp(
      transfers.filter((line) => line.kind === kind && line.direction === flow).map(({ amountCents }) => amountCents),
    );

/** Writes one list per kind: rows of six narrow cells, then the totals column by column. */
export function writeTransfers(
  writing: Writing,
  planned: ReturnType<typeof planTransfers>,
): Pick<ExpectedReport, 'transfers' | 'transferTotals'> {
  const totals: Total[] = [];
  for (const kind of ['investment', 'financing'] as const) {
    const lines = planned.filter((line) => line.kind === kind);
    if (lines.length === 0) continue;
    writeListHead(writing, kind);
    for (const line of lines) writeLine(writing, line);
    totals.push(...writeTotals(writing, kind, lines));
  }
  return { transfers: planned.map(({ of: _of, ...transfer }) => transfer), transferTotals: totals };
}

function writeListHead({ page, settings, entity }: Writing, kind: Kind): void {
  const name = entity.replace(/ \(.*/, '');
  page.breakPage();
  page.block([`${name} (${settings.address})`]);
  page.blank();
  page.block([`Overdracht ${TITLES[kind]} ${settings.fiscalYear} naar ${settings.fiscalYear + 1}`]);
  page.blank();
  page.block([
    'Entiteit Type',
    'budget',
    '',
    'Soort',
    'budget',
    '',
    'Beleidsdoestelling Actieplan Actie Raming Budgetcode Toelichting wijziging Jaar Transactie',
    'krediet',
    '',
    'Bedrag wijziging',
  ]);
  page.blank();
}

function writeLine({ page }: Writing, line: ReturnType<typeof planTransfers>[number]): void {
  const { of, kind, direction, entity } = line;
  const cells = [
    `${of.objective.code} - ${of.objective.title}`,
    `${of.plan.code} - ${of.plan.title}`,
    `${of.action.code} - ${of.action.title}`,
    `${line.estimate} - ${line.description}`,
    `${line.id} - ${line.reason}`,
  ].map((text) => [...wrap(text, CELL_WIDTH)]);
  cells.splice(4, 0, [
    `${line.account}/${line.policyDomain}/${line.policyField}/`,
    ...wrap(`${line.accountName}/${line.policyDomainName}/${line.policyFieldName}/`, CELL_WIDTH),
  ]);
  const opening = `${entity} ${LETTERS[kind]} ${direction === 'expenditure' ? 'U' : 'O'} `;
  const lines = cells.flatMap((cell, index) => [
    ...(index === 0 ? [`${opening}${cell[0] ?? ''}`, ...cell.slice(1)] : cell),
    '',
  ]);
  // A row is never broken over two pages.
  page.block([...lines, `${line.toYear} ${centText(line.transactionCreditCents)} ${centText(line.amountCents)}`]);
  page.blank();
}

function writeTotals({ page, settings, entity }: Writing, kind: Kind, lines: readonly Planned[]): readonly Total[] {
  const year = settings.fiscalYear + 1;
  const sum = carriedBy(lines);
  const [out, back] = [sum(kind, 'expenditure'), sum(kind, 'receipts')];
  const groups = [
    { scope: 'entity', labels: ['Uitgave', 'Ontvangst'], directions: ['expenditure', 'receipts'], cents: [out, back] },
    {
      scope: 'total',
      labels: ['TOTAAL Uitgave', 'Ontvangst', 'Resultaat'],
      directions: ['expenditure', 'receipts', 'balance'],
      cents: [out, back, back - out],
    },
  ] as const;
  page.block([
    'ENTITEIT TYPE BUDGET SOORT',
    'BUDGET',
    '',
    `${year} TOTAAL`,
    `MJP ${year}-${year}`,
    '',
    entity.replace(/ \(.*/, ''),
    '',
    KIND_LABELS[kind].singular,
    '',
  ]);
  const totals: Total[] = [];
  for (const { scope, labels, directions, cents } of groups) {
    for (const label of labels) page.block([label, '']);
    for (const column of [year, null]) {
      cents.forEach((amountCents, index) => {
        page.block([centText(amountCents), '']);
        totals.push({ kind, scope, direction: directions[index] ?? 'balance', year: column, amountCents });
      });
    }
  }
  return totals;
}
