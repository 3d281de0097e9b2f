import type { PlanDocument } from '../../plan/document';
import {
  describeFinding,
  findingKey,
  placeAt,
  SEVERITIES,
  type Finding,
  type FindingKind,
  type Language,
  type RawFinding,
} from '../../plan/finding';
import type { StatusVocabulary } from '../../plan/status';
import { amountsExchanged, amountsMissingFigure, amountsWrongFigure } from '../amounts/wrongFigure';
import { CATALOGUE } from './catalogue';
import { changesConsequences } from '../changes/consequences';
import type { Edits } from '../edits';
import type { Check } from '../check';
import { createContext, type CheckContext } from '../context';
import { DEFAULT_SETTINGS, type CheckSettings, type Thresholds } from '../settings';

export interface CheckOptions {
  readonly language?: Language;
  /** Check ids or families; all when left out. */
  readonly only?: readonly string[];
  readonly settings?: CheckSettings;
  /** Shortcuts for parts of the settings. */
  readonly statuses?: StatusVocabulary;
  readonly thresholds?: Partial<Thresholds>;
  /** What was edited since the document was read. */
  readonly edits?: Edits;
}

/** The checks that say which figure is behind sums that do not close. */
const LOCALISING = [amountsWrongFigure.id, amountsExchanged.id, amountsMissingFigure.id];

/** A check that fails is itself a finding: the others still run. */
export const CHECK_FAILED: FindingKind = {
  id: 'reading.check-failed',
  family: 'reading',
  severity: 'attention',
  text: {
    nl: 'De controle {failed} kon niet uitgevoerd worden: {reason}.',
    en: 'The check {failed} could not be carried out: {reason}.',
  },
  remedy: {
    nl: 'De andere controles zijn wel uitgevoerd; meld dit met het document erbij.',
    en: 'The other checks did run; report this with the document.',
  },
};

export function settingsOf({ settings = DEFAULT_SETTINGS, statuses, thresholds }: CheckOptions): CheckSettings {
  return {
    ...settings,
    statuses: statuses ? [...statuses] : settings.statuses,
    thresholds: { ...settings.thresholds, ...thresholds },
  };
}

export const selectChecks = (only: readonly string[] | undefined): readonly Check[] =>
  only === undefined ? CATALOGUE : CATALOGUE.filter(({ id, family }) => only.includes(id) || only.includes(family));

function runOne(check: Check, document: PlanDocument, context: CheckContext): readonly RawFinding[] {
  try {
    return [...check.run(document, context)];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [{ check: CHECK_FAILED.id, place: placeAt({}), figures: { failed: check.id, reason }, subject: check.id }];
  }
}

/** Runs `checks` and gives each finding its key, severity (the settings may change or silence it) and text. */
export function findingsOf(
  checks: readonly Check[],
  document: PlanDocument,
  settings: CheckSettings,
  language: Language,
  edits: Edits | null = null,
): readonly Finding[] {
  // One wrong figure is named once, unless the check that names it was not asked for.
  const localise = LOCALISING.every((id) => checks.some((check) => check.id === id));
  const context = createContext(document, settings, checks, localise, language, edits);
  // What contradicts another part only since an edit is told with that edit.
  const told = checks.some(({ id }) => id === changesConsequences.id)
    ? new Set(context.contradictions.map(({ finding }) => findingKey(finding)))
    : new Set<string>();
  return checks.flatMap((check) => {
    const override = settings.severities[check.id];
    if (override === 'off') return [];
    const found = runOne(check, document, context).filter((raw) => !check.contradicts || !told.has(findingKey(raw)));
    return found.map((raw) => {
      const kind = raw.check === CHECK_FAILED.id ? CHECK_FAILED : check;
      return describeFinding(kind, override === undefined ? raw : { ...raw, severity: override }, language);
    });
  });
}

/** One finding per key; severe first, then in printed order. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const unique = [...new Map([...findings].reverse().map((finding) => [finding.key, finding])).values()];
  const rank = ({ severity }: Finding): number => SEVERITIES.indexOf(severity);
  const line = ({ place }: Finding): number => place.line ?? Number.MAX_SAFE_INTEGER;
  return unique.sort(
    (left, right) =>
      rank(left) - rank(right) ||
      line(left) - line(right) ||
      (left.key < right.key ? -1 : left.key > right.key ? 1 : 0),
  );
}

/**
 * Runs the catalogue (or part of it) over a document. Pure and deterministic: severe first, then in printed order. A check that fails
 * becomes a finding; nothing is thrown.
 */
export function runChecks(document: PlanDocument, options: CheckOptions = {}): readonly Finding[] {
  return inOrder(
    findingsOf(
      selectChecks(options.only),
      document,
      settingsOf(options),
      options.language ?? 'nl',
      options.edits ?? null,
    ),
  );
}
