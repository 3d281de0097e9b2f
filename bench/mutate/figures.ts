import type { PlanDocument } from '../../src/plan/document';
import { EVALUATION, PHASES } from '../../src/plan/vocabulary';
import { OFF_BALANCE } from '../../src/figures/identities/offBalance';
import { TRANSFER_COLUMNS, TRANSFERS } from '../../src/figures/transferPlaces';
import type { Random } from '../../standin/report/random';
import { replaced, type Mutation, type Spot } from './mutation';

/** Slips of the hand on a printed number: another digit, two digits swapped, a digit too few or too many, the sign lost. */
const SLIPS = {
  'ander cijfer': (digits: string, random: Random): string => {
    const at = random.int(0, digits.length - 1);
    return digits.slice(0, at) + String((Number(digits[at]) + random.int(1, 9)) % 10) + digits.slice(at + 1);
  },
  'cijfers verwisseld': (digits: string, random: Random): string => {
    const at = random.int(0, Math.max(0, digits.length - 2));
    return digits.slice(0, at) + (digits[at + 1] ?? '') + (digits[at] ?? '') + digits.slice(at + 2);
  },
  'cijfer te weinig': (digits: string, random: Random): string => {
    const at = random.int(0, digits.length - 1);
    return digits.slice(0, at) + digits.slice(at + 1) || '0';
  },
  'cijfer te veel': (digits: string, random: Random): string => digits + String(random.int(0, 9)),
  'teken omgekeerd': (digits: string): string => `-${digits}`,
} as const;
type Slip = keyof typeof SLIPS;
const SLIP_NAMES = Object.keys(SLIPS) as Slip[];

/** The figure after a slip; the units are those printed (whole euros, or cents). */
function slipped(cents: number, unit: number, random: Random): { readonly cents: number; readonly slip: Slip } | null {
  const slip = random.pick(SLIP_NAMES);
  const digits = String(Math.abs(cents) / unit);
  const changed = Number(SLIPS[slip](digits, random)) * unit * Math.sign(cents || 1);
  return changed === cents || !Number.isSafeInteger(changed) ? null : { cents: changed, slip };
}

const EURO = 100;
const unitOf = (cents: number, unit: 'euro' | 'cent'): number => (unit === 'euro' && cents % EURO === 0 ? EURO : 1);

interface Printed {
  readonly section: string;
  readonly cents: number;
  readonly unit: number;
  readonly spot: Spot;
  readonly name: string;
  readonly set: (document: PlanDocument, cents: number) => PlanDocument;
}

const spot = (schema: string, line: number, column: number | null, node: string | null = null): Spot => ({
  schema,
  node,
  line,
  column,
});

function* fromEvaluation(document: PlanDocument): Iterable<Printed> {
  for (const [index, amount] of document.amounts.entries()) {
    if (amount.cents === null) continue;
    yield {
      section: 'beleidsevaluatie',
      cents: amount.cents,
      unit: unitOf(amount.cents, amount.unit),
      spot: spot(EVALUATION, amount.source.line, PHASES.indexOf(amount.phase), amount.node),
      name: `${amount.node ?? 'plan'} ${amount.kind} ${amount.direction} ${amount.phase}`,
      set: (target, cents) => ({
        ...target,
        amounts: replaced(target.amounts, index, (found) => ({ ...found, cents })),
      }),
    };
  }
}

function* fromStatements(document: PlanDocument): Iterable<Printed> {
  for (const [at, statement] of document.statements.entries()) {
    for (const [index, row] of statement.rows.entries()) {
      for (const [column, value] of row.values.entries()) {
        if (value === null) continue;
        yield {
          section: statement.schema,
          cents: value,
          unit: unitOf(value, statement.unit),
          spot: spot(statement.schema, row.source.line, column, row.node),
          name: `${statement.schema} ${row.section} ${row.path.join('.')} ${row.label} [${column}]`,
          set: (target, cents) => ({
            ...target,
            statements: replaced(target.statements, at, (found) => ({
              ...found,
              rows: replaced(found.rows, index, (target_) => ({
                ...target_,
                values: replaced(target_.values, column, () => cents),
              })),
            })),
          }),
        };
      }
    }
  }
}

function* fromTransfers(document: PlanDocument): Iterable<Printed> {
  for (const [index, transfer] of document.transfers.entries()) {
    for (const column of TRANSFER_COLUMNS) {
      yield {
        section: column === 'amountCents' ? 'overdrachten' : 'overdrachten, transactiekrediet',
        cents: transfer[column],
        unit: 1,
        spot: spot(TRANSFERS, transfer.source.line, TRANSFER_COLUMNS.indexOf(column), transfer.node),
        name: `${transfer.id} ${column}`,
        set: (target, cents) => ({
          ...target,
          transfers: replaced(target.transfers, index, (found) => ({ ...found, [column]: cents })),
        }),
      };
    }
  }
  for (const [index, total] of document.transferTotals.entries()) {
    yield {
      section: 'overdrachten, totalen',
      cents: total.amountCents,
      unit: 1,
      spot: spot(TRANSFERS, total.source.line, null),
      name: `totaal ${total.scope} ${total.kind} ${total.direction} ${total.year ?? 'alle jaren'}`,
      set: (target, cents) => ({
        ...target,
        transferTotals: replaced(target.transferTotals, index, (found) => ({ ...found, amountCents: cents })),
      }),
    };
  }
}

const SIDES = ['debitCents', 'creditCents', 'balanceCents'] as const;

function* fromOffBalance(document: PlanDocument): Iterable<Printed> {
  for (const list of ['offBalance', 'offBalanceEntries'] as const) {
    for (const [index, row] of document[list].entries()) {
      for (const [column, side] of SIDES.entries()) {
        yield {
          section: 'buiten balans',
          cents: row[side],
          unit: 1,
          spot: spot(OFF_BALANCE, row.source.line, column),
          name: `${list} ${row.source.line} ${side}`,
          set: (target, cents) => ({
            ...target,
            [list]: replaced<{ readonly source: unknown }>(target[list], index, (found) => ({
              ...found,
              [side]: cents,
            })),
          }),
        };
      }
    }
  }
}

function* fromParticipations(document: PlanDocument): Iterable<Printed> {
  for (const [index, { name, cents, source }] of document.participations.entries()) {
    yield {
      section: 'participaties',
      cents,
      unit: unitOf(cents, 'euro'),
      spot: spot('participations', source.line, null),
      name,
      set: (target, changed) => ({
        ...target,
        participations: replaced(target.participations, index, (found) => ({ ...found, cents: changed })),
      }),
    };
  }
}

function* fromDepreciation(document: PlanDocument): Iterable<Printed> {
  for (const [index, { item, years, source }] of document.depreciation.entries()) {
    if (years === null) continue;
    yield {
      section: 'afschrijvingstermijnen',
      cents: years,
      unit: 1,
      spot: spot('depreciation', source.line, null),
      name: item,
      set: (target, changed) => ({
        ...target,
        depreciation: replaced(target.depreciation, index, (found) => ({ ...found, years: changed })),
      }),
    };
  }
}

/** Every printed figure of the document, by section. */
export function printedFigures(document: PlanDocument): readonly Printed[] {
  return [
    ...fromEvaluation(document),
    ...fromStatements(document),
    ...fromTransfers(document),
    ...fromOffBalance(document),
    ...fromParticipations(document),
    ...fromDepreciation(document),
  ];
}

/** Changes `count` printed figures, one at a time, spread evenly over all of them. */
export function figureMutations(document: PlanDocument, count: number, random: Random): readonly Mutation[] {
  const figures = printedFigures(document);
  const mutations: Mutation[] = [];
  for (let at = 0; mutations.length < count; at += 1) {
    const figure = figures[at % figures.length];
    const change = figure ? slipped(figure.cents, figure.unit, random) : null;
    if (!figure || !change) continue;
    const shown = (cents: number): string => (cents / EURO).toLocaleString('nl-BE');
    mutations.push({
      section: figure.section,
      sort: 'figure',
      told: `${figure.name}: ${shown(figure.cents)} -> ${shown(change.cents)} (${change.slip})`,
      spot: figure.spot,
      shift: change.cents - figure.cents,
      apply: (target) => figure.set(target, change.cents),
    });
  }
  return mutations;
}
