import { findingKey, type Language, type RawFinding } from '../plan/finding';
import type { Cents } from '../plan/money';
import { computedCents, identityBound, residualCents, type CellRef, type Identity } from '../figures/identity';
import { inLanguage } from '../plan/phrase';
import type { SumFigures } from './sumWords';
import { explainByOneCell, type Explained } from './suspects';

/** An identity, and the check that states it. */
export interface CheckedSum extends Identity {
  readonly check: string;
}

/** An identity with its residual and the most that rounding can explain. */
export interface Judged {
  readonly identity: CheckedSum;
  readonly residual: Cents;
  readonly bound: Cents;
}

export interface RoundingLine {
  readonly schema: string;
  readonly line: number | null;
  readonly sums: number;
  readonly rounded: number;
  readonly largestCents: Cents;
  /** The most that was allowed where the largest difference occurs. */
  readonly allowedCents: Cents;
}

/** All sums of a document, judged together: one wrong figure breaks several, and is then named once. */
export interface Audit {
  readonly judged: readonly Judged[];
  /** Figures that alone explain every broken sum they stand in; their sums are not reported again. */
  readonly wrongFigures: readonly Explained[];
  /** Findings of the sums of one check that no single figure explains. */
  readonly broken: (check: string) => Iterable<RawFinding>;
  /** Sums that did close in the document as it was read: they no longer do because of an edit. */
  readonly opened: readonly Judged[];
  /** Per schema, what rounding explains. */
  readonly rounding: readonly RoundingLine[];
}

const isBroken = ({ residual, bound }: Judged): boolean => Math.abs(residual) > bound;
const isHint = ({ identity }: Judged): boolean => identity.hint === true;

/** Names a sum: the check that states it and its place, as the finding about it is named. */
export const sumKey = ({ check, target, subject }: CheckedSum): string =>
  findingKey({ check, place: target.place, figures: {}, ...(subject === undefined ? {} : { subject }) });

/** The sums among `identities` that do not close, by name. */
export const brokenSums = (identities: readonly CheckedSum[]): ReadonlySet<string> =>
  new Set(
    identities
      .filter((identity) => identity.hint !== true && Math.abs(residualCents(identity)) > identityBound(identity))
      .map(sumKey),
  );

/** The sums among `identities` that do not close. */
export const brokenAmong = (identities: readonly CheckedSum[]): readonly Judged[] =>
  judgeAll(identities).filter((one) => !isHint(one) && isBroken(one));

const judgeAll = (identities: readonly CheckedSum[]): readonly Judged[] =>
  identities.map((identity) => ({ identity, residual: residualCents(identity), bound: identityBound(identity) }));

/**
 * Judges every identity; with `localise` also looks for the figure behind those that break. `before`: names of the sums that did not close
 * in the document as it was read; absent when nothing was edited since.
 */
export function auditIdentities(
  identities: readonly CheckedSum[],
  localise: boolean,
  language: Language = 'nl',
  before?: ReadonlySet<string>,
): Audit {
  const all = judgeAll(identities);
  const sums = all.filter((one) => !isHint(one));
  const opened = before === undefined ? [] : sums.filter((one) => isBroken(one) && !before.has(sumKey(one.identity)));
  const judged = opened.length === 0 ? sums : sums.filter((one) => !opened.includes(one));
  const broken = judged.filter(isBroken);
  const { explained, suspects } = explainByOneCell(judged, broken, all.filter(isHint));
  const wrongFigures = localise ? explained : [];
  const settled = new Set(wrongFigures.flatMap(({ evidence }) => evidence));
  const open = broken.filter((one) => !settled.has(one));
  return {
    judged,
    wrongFigures,
    opened,
    broken: (check) =>
      open
        .filter(({ identity }) => identity.check === check)
        .map((one) => brokenFinding(one, suspects.get(one) ?? [], language)),
    rounding: roundingLines(judged),
  };
}

/** More names than this say nothing: then the sum as a whole is to be looked at. */
const MOST_SUSPECTS = 6;

/** Parts that are as large as the difference itself: one of them may be listed where it does not belong. */
const exactParts = ({ terms }: Identity, residual: Cents, bound: Cents): readonly CellRef[] =>
  terms
    .filter(
      ({ cell }) =>
        cell.unit === 'cent' && cell.cents !== null && Math.abs(Math.abs(cell.cents) - Math.abs(residual)) <= bound,
    )
    .map(({ cell }) => cell);

function brokenFinding(
  { identity, residual, bound }: Judged,
  suspects: readonly CellRef[],
  language: Language,
): RawFinding {
  const others = [...exactParts(identity, residual, bound), ...suspects].filter(
    ({ id }, at, all) => id !== identity.target.id && all.findIndex((other) => other.id === id) === at,
  );
  const named =
    others.length === 0 || others.length > MOST_SUSPECTS ? '' : `; ${others.map(({ name }) => name).join('; ')}`;
  return {
    check: identity.check,
    place: identity.target.place,
    figures: {
      cell: identity.target.name,
      rule: inLanguage(identity.rule, language),
      printedCents: identity.target.cents,
      computedCents: computedCents(identity),
      differenceCents: residual,
      roundingCents: bound,
      suspects: named,
    } satisfies SumFigures,
    ...(identity.subject === undefined ? {} : { subject: identity.subject }),
  };
}

function roundingLines(judged: readonly Judged[]): readonly RoundingLine[] {
  const lines = new Map<string, RoundingLine>();
  for (const one of judged) {
    const { schema } = one.identity.target;
    const line = lines.get(schema) ?? { schema, line: null, sums: 0, rounded: 0, largestCents: 0, allowedCents: 0 };
    const rounded = one.residual !== 0 && !isBroken(one);
    const larger = rounded && Math.abs(one.residual) > line.largestCents;
    lines.set(schema, {
      ...line,
      line: rounded ? (line.line ?? one.identity.target.place.line) : line.line,
      sums: line.sums + 1,
      rounded: line.rounded + (rounded ? 1 : 0),
      largestCents: larger ? Math.abs(one.residual) : line.largestCents,
      allowedCents: larger ? one.bound : line.allowedCents,
    });
  }
  return [...lines.values()].filter(({ rounded }) => rounded > 0);
}
