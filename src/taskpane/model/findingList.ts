import { explanationOf, type Explanations } from '../../plan/explanation';
import { SEVERITIES, type Finding, type Severity } from '../../plan/finding';
import { foldSearch } from './planIndex';

export type AnswerFilter = 'open' | 'answered' | 'all';

/** Which findings are shown; empty means all. */
export interface FindingsFilter {
  readonly severities: readonly Severity[];
  readonly family: string | null;
  /** A schema, or a level of the plan by PLAN_PLACE. */
  readonly place: string | null;
  readonly answer: AnswerFilter;
  readonly onlyFresh: boolean;
  readonly search: string;
}

export const OPEN_FINDINGS: FindingsFilter = {
  severities: [],
  family: null,
  place: null,
  answer: 'open',
  onlyFresh: false,
  search: '',
};

/** Place of a finding that points at the plan rather than at a schema. */
export const PLAN_PLACE = 'plan';
export const SOURCE_PLACE = 'source';

export const familyOf = ({ check }: Finding): string => check.slice(0, check.indexOf('.'));

/** The part of the document a finding points at: a schema, the plan, or only a line of the source. */
export function placeGroup({ place: { schema, node } }: Finding): string {
  if (schema !== null) return schema;
  return node === null ? SOURCE_PLACE : PLAN_PLACE;
}

export const isOpen = (finding: Finding, explanations: Explanations): boolean =>
  explanationOf(explanations, finding.key).state === 'open';

export interface FindingsView {
  readonly shown: readonly Finding[];
  /** Per severity, how many the other filters let through: what choosing it would show. */
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly families: readonly { readonly family: string; readonly count: number }[];
  readonly places: readonly { readonly place: string; readonly count: number }[];
}

const severityRank = new Map(SEVERITIES.map((severity, rank) => [severity, rank]));

function countBy(findings: readonly Finding[], groupOf: (finding: Finding) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(groupOf(finding), (counts.get(groupOf(finding)) ?? 0) + 1);
  return counts;
}

/** The findings of a filter, errors first and otherwise in the order of the checks; and counts for each choice it offers. */
export function findingsView(
  findings: readonly Finding[],
  explanations: Explanations,
  fresh: ReadonlySet<string>,
  filter: FindingsFilter,
): FindingsView {
  const words = foldSearch(filter.search)
    .split(/\s+/)
    .filter((word) => word !== '');
  const answered = (finding: Finding): boolean =>
    filter.answer === 'all' || isOpen(finding, explanations) === (filter.answer === 'open');
  const isText = (finding: Finding): boolean => {
    if (words.length === 0) return true;
    const text = foldSearch(`${finding.message} ${finding.place.node ?? ''} ${finding.place.schema ?? ''}`);
    return words.every((word) => text.includes(word));
  };
  const base = findings.filter(
    (finding) => answered(finding) && (!filter.onlyFresh || fresh.has(finding.key)) && isText(finding),
  );
  const isSeverity = ({ severity }: Finding): boolean =>
    filter.severities.length === 0 || filter.severities.includes(severity);
  const isFamily = (finding: Finding): boolean => filter.family === null || familyOf(finding) === filter.family;
  const isPlace = (finding: Finding): boolean => filter.place === null || placeGroup(finding) === filter.place;
  const shown = base.filter((finding) => isSeverity(finding) && isFamily(finding) && isPlace(finding));
  const severities = countBy(
    base.filter((finding) => isFamily(finding) && isPlace(finding)),
    ({ severity }) => severity,
  );
  const families = countBy(
    base.filter((finding) => isSeverity(finding) && isPlace(finding)),
    familyOf,
  );
  const places = countBy(
    base.filter((finding) => isSeverity(finding) && isFamily(finding)),
    placeGroup,
  );
  return {
    shown: shown.toSorted(
      (one, other) => (severityRank.get(one.severity) ?? 0) - (severityRank.get(other.severity) ?? 0),
    ),
    bySeverity: {
      error: severities.get('error') ?? 0,
      attention: severities.get('attention') ?? 0,
      info: severities.get('info') ?? 0,
    },
    families: [...families].map(([family, count]) => ({ family, count })),
    places: [...places]
      .map(([place, count]) => ({ place, count }))
      .sort((one, other) => one.place.localeCompare(other.place)),
  };
}

/** How many findings there are of each severity. */
export function countSeverities(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = countBy(findings, ({ severity }) => severity);
  return { error: counts.get('error') ?? 0, attention: counts.get('attention') ?? 0, info: counts.get('info') ?? 0 };
}

/** What a new run says that the one before did not, and the other way round. */
export function compareRuns(
  before: readonly Finding[],
  after: readonly Finding[],
): { readonly fresh: ReadonlySet<string>; readonly gone: readonly Finding[] } {
  const known = new Set(before.map(({ key }) => key));
  const now = new Set(after.map(({ key }) => key));
  return { fresh: new Set([...now].filter((key) => !known.has(key))), gone: before.filter(({ key }) => !now.has(key)) };
}
