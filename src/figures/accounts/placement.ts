import type { AccountOverride, BudgetLine } from '../../plan/ledger';
import type { Flow, Kind } from '../../plan/vocabulary';
import { accountTarget } from '../../schema/accounts';

/** Why a line has no full place. */
export type PlacementProblem = 'unmapped' | 'undetermined' | 'otherKind';

/** Where a line stands: its kind and direction, and its row of T2. */
export interface Placement {
  /** null where neither the file nor the account tells it: the line then counts nowhere. */
  readonly kind: Kind | null;
  readonly flow: Flow | null;
  /** Id of the row of T2; null without one. */
  readonly row: string | null;
  readonly problem: PlacementProblem | null;
}

const rowOf = (kind: Kind, flow: Flow, path: readonly string[]): string => `T2.${kind}.${flow}.${path.join('.')}`;

/** Classes 6 and 7 are costs and revenue whatever follows. */
const flowOfClass = (account: string): Flow | null =>
  account.startsWith('6') ? 'expenditure' : account.startsWith('7') ? 'receipts' : null;

const kindOfClass = (account: string): Kind | null => {
  if (account.startsWith('2')) return 'investment';
  return flowOfClass(account) === null ? null : 'operating';
};

const KIND_OF_ROW = /^T2\.(operating|investment|financing)\.(?:expenditure|receipts)\./;

interface Target {
  readonly kind: Kind;
  readonly flow: Flow;
  readonly row: string;
}

/** Places lines by their account; each account is looked up once. */
export class Placements {
  private readonly known = new Map<string, Placement>();
  private readonly own: readonly AccountOverride[];

  /** The board's own places go before those of the law. */
  constructor(overrides: readonly AccountOverride[] = []) {
    this.own = [...overrides].sort((left, right) => right.prefix.length - left.prefix.length);
  }

  of(line: Pick<BudgetLine, 'account' | 'kind' | 'direction'>): Placement {
    const key = `${line.account}|${line.kind ?? ''}|${line.direction ?? ''}`;
    const known = this.known.get(key);
    if (known) return known;
    const placement = this.place(line);
    this.known.set(key, placement);
    return placement;
  }

  private targetOf(account: string, flow: Flow): Target | null {
    const own = this.own.find(({ prefix, side }) => side === flow && account.startsWith(prefix));
    const kindOfOwn = KIND_OF_ROW.exec(own?.row ?? '')?.[1] as Kind | undefined;
    if (own && kindOfOwn) return { kind: kindOfOwn, flow, row: own.row };
    const target = accountTarget(account, flow);
    return target && { kind: target.kind, flow, row: rowOf(target.kind, flow, target.path) };
  }

  private place({ account, kind, direction }: Pick<BudgetLine, 'account' | 'kind' | 'direction'>): Placement {
    const flows: readonly Flow[] = direction ? [direction] : ['expenditure', 'receipts'];
    const targets = flows.flatMap((flow) => this.targetOf(account, flow) ?? []);
    const fitting = kind ? targets.filter((target) => target.kind === kind) : targets;
    const [target, second] = fitting;
    if (target && !second) return { ...target, problem: null };
    const flow = direction ?? (second ? null : flowOfClass(account));
    const known = kind ?? (second && target?.kind !== second.kind ? null : (target?.kind ?? kindOfClass(account)));
    if (flow === null || known === null) return { kind: known, flow, row: null, problem: 'undetermined' };
    return { kind: known, flow, row: null, problem: targets.length > 0 ? 'otherKind' : 'unmapped' };
  }
}
