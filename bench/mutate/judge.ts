import { CATALOGUE } from '../../src/check/run/catalogue';
import { createContext } from '../../src/check/context';
import { identityBound, type CellRef } from '../../src/figures/identity';
import { recheck } from '../../src/check/run/recheck';
import { runChecks } from '../../src/check/run/run';
import { DEFAULT_SETTINGS } from '../../src/check/settings';
import type { PlanDocument } from '../../src/plan/document';
import type { Finding } from '../../src/plan/finding';
import { readReport } from '../../src/read/report/report';
import type { Mutation, Spot } from './mutation';

/** named: a new finding points at the changed cell; suspected: it lists the cell among those that may be behind it. */
export type Verdict = 'named' | 'suspected' | 'rounding' | 'uncovered' | 'missed';

export interface Judgement {
  readonly mutation: Mutation;
  readonly verdict: Verdict;
  readonly reason: string;
}

/** The changed cell must be among the first new findings: nobody reads further to find out. */
const FIRST_FINDINGS = 3;

interface Sums {
  readonly cell: CellRef;
  /** The tightest sum it takes part in: how far it may move unnoticed. */
  readonly bound: number;
}

const identify = ({ key, severity }: Finding): string => `${severity} ${key}`;
/** A finding that was there before under the old number of its line is not new. */
const identifyByLine = ({ check, severity, place, message }: Finding): string =>
  `${severity} ${check} ${place.line} ${message.replace(/\b[A-Z]{2,4}\d+/g, '#')}`;

const spotKey = ({ schema, line, column }: Pick<Spot, 'schema' | 'line' | 'column'>): string =>
  `${schema ?? ''}|${line}|${column ?? ''}`;

/** Judges mutations of one document against its own findings. */
export class Judge {
  private readonly before: readonly Finding[];
  private readonly known: ReadonlySet<string>;
  private readonly sums: ReadonlyMap<string, Sums>;

  constructor(
    private readonly document: PlanDocument,
    private readonly report: string,
  ) {
    this.before = runChecks(document);
    this.known = new Set(
      [...this.before, ...document.findings].flatMap((finding) => [identify(finding), identifyByLine(finding)]),
    );
    this.sums = this.sumsByCell();
  }

  /** Findings a second run over the unchanged document gains: there must be none. */
  gainedWithoutChange(): readonly Finding[] {
    return this.fresh(runChecks({ ...this.document }));
  }

  private sumsByCell(): ReadonlyMap<string, Sums> {
    const { audit } = createContext(this.document, DEFAULT_SETTINGS, CATALOGUE, true);
    const sums = new Map<string, Sums>();
    for (const { identity } of audit.judged) {
      // A change of the figure moves the computed side by its factor only (8 % of the debt).
      const reach = (bound: number, own: boolean): number => (own ? bound : bound / (identity.factor ?? 1));
      for (const [cell, own] of [
        [identity.target, true],
        ...identity.terms.map((term) => [term.cell, false] as const),
      ] as const) {
        const { schema, line, column } = cell.place;
        if (line === null) continue;
        const key = spotKey({ schema, line, column });
        const bound = reach(identityBound(identity), own);
        const known = sums.get(key);
        if (!known || bound < known.bound) sums.set(key, { cell, bound });
      }
    }
    return sums;
  }

  private fresh(findings: readonly Finding[]): readonly Finding[] {
    return findings.filter((finding) => !this.known.has(identify(finding)) && !this.known.has(identifyByLine(finding)));
  }

  private findingsAfter({ apply, text }: Mutation): readonly Finding[] {
    if (text) {
      const reading = readReport(text(this.report));
      return reading ? [...reading.document.findings, ...runChecks(reading.document)] : [];
    }
    return recheck(this.before, this.document, apply(this.document));
  }

  judge(mutation: Mutation): Judgement {
    const covered = this.sums.get(spotKey(mutation.spot));
    const fresh = this.fresh(this.findingsAfter(mutation));
    const telling = fresh.slice(0, FIRST_FINDINGS).filter(({ severity }) => severity !== 'info');
    const verdict = (found: Verdict, reason = ''): Judgement => ({ mutation, verdict: found, reason });
    if (telling.some((finding) => pointsAt(finding, mutation.spot))) return verdict('named');
    if (telling.some((finding) => (covered && lists(finding, covered.cell.name)) || mentions(finding, mutation.spot)))
      return verdict('suspected');
    if (mutation.sort === 'figure' && !covered) return verdict('uncovered', 'geen enkele som bevat dit cijfer');
    if (covered && Math.abs(mutation.shift ?? Infinity) <= 2 * covered.bound) {
      return verdict(
        'rounding',
        `verschuift ${Math.abs(mutation.shift ?? 0) / 100}; afronding verklaart tot ${covered.bound / 100} aan elke kant`,
      );
    }
    if (mutation.sort === 'rule' && fresh.length === 0)
      return verdict('uncovered', 'niets in het verslag spreekt het tegen');
    if (mutation.sort === 'rule' && fresh.every(({ severity }) => severity === 'info')) {
      return verdict('uncovered', `alleen informatie: ${fresh.map(({ key }) => key).join('; ')}`);
    }
    return verdict(
      'missed',
      fresh
        .slice(0, FIRST_FINDINGS)
        .map(({ key }) => key)
        .join('; ') || 'geen nieuwe bevinding',
    );
  }
}

function pointsAt({ place }: Finding, spot: Spot): boolean {
  if (place.line !== null && place.line === spot.line)
    return spot.column === null || place.column === null || place.column === spot.column;
  return spot.column === null && spot.node !== null && place.node === spot.node;
}

/** Does the finding tell the code or the line that was changed? */
const mentions = ({ figures }: Finding, { node, line, names = node === null ? [] : [node] }: Spot): boolean =>
  Object.values(figures).some(
    (value) =>
      value === line ||
      value === String(line) ||
      (typeof value === 'string' && value.split(/[^\p{L}\p{N}~]+/u).some((word) => names.includes(word))),
  );

const lists = ({ figures }: Finding, name: string): boolean =>
  Object.values(figures).some(
    (value) =>
      typeof value === 'string' && value.split('; ').some((part) => part === name || part.startsWith(`${name} =`)),
  );
