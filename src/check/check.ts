import type { FigureName } from './figureName';
import type { PlanDocument } from '../plan/document';
import type { Figures, FindingKind, RawFinding, Severity } from '../plan/finding';
import type { CheckContext } from './context';
import type { Identity } from '../figures/identity';
import type { CheckedSum } from './audit';
import type { CauseFinder } from './cause';
import { rememberByParts, type Part } from './parts';
import { SUM_WORDS } from './sumWords';

/** A check of the catalogue: what it says (FindingKind), what it reads, and the rule as a pure function over the document. */
export interface Check extends FindingKind {
  readonly reads: readonly Part[];
  /** Sums the rule states; the audit of all sums evaluates them together. */
  readonly identities?: (document: PlanDocument, context: CheckContext) => readonly CheckedSum[];
  /** What may be why sums do not close: a line that is not there, twice, of another year. */
  readonly causes?: CauseFinder<string>;
  /** Does it say something of the sums, which are judged together? */
  readonly audits: boolean;
  /** Does it hold two parts of the report against each other? What it finds only since an edit is told with that edit. */
  readonly contradicts: boolean;
  readonly run: (document: PlanDocument, context: CheckContext) => Iterable<RawFinding>;
}

/** Text and remedy of a finding in one language. */
export type Wording = readonly [text: string, remedy: string];

export interface Words<Nl extends Wording = Wording, En extends Wording = Wording> {
  readonly id: string;
  readonly severity: Severity;
  readonly nl: Nl;
  readonly en: En;
}

function findingKind({ id, severity, nl, en }: Words): FindingKind {
  const family = id.slice(0, id.indexOf('.'));
  return { id, family, severity, text: { nl: nl[0], en: en[0] }, remedy: { nl: nl[1], en: en[1] } };
}

/** A finding of a rule: the check id is filled in by the check itself. `Name`: the figures that its sentences name. */
export interface RuleFinding<Name extends string = never> extends Omit<RawFinding, 'check' | 'figures'> {
  readonly figures: Readonly<Record<Name, Figures[string]>> & Figures;
}

/** Makes a check of a rule over the document. The figures of every finding must hold what the sentences name, or it does not compile. */
export function ruleCheck<const Nl extends Wording, const En extends Wording>(
  words: Words<Nl, En> & {
    readonly reads: readonly Part[];
    readonly audits?: true;
    readonly contradicts?: true;
    readonly causes?: CauseFinder<string>;
    readonly rule: (
      document: PlanDocument,
      context: CheckContext,
    ) => Iterable<RuleFinding<FigureName<Nl[number] | En[number]>>>;
  },
): Check {
  const { id, reads, rule, causes } = words;
  return {
    ...findingKind(words),
    reads,
    ...(causes ? { causes } : {}),
    audits: words.audits ?? false,
    contradicts: words.contradicts ?? false,
    *run(document, context) {
      for (const finding of rule(document, context)) yield { check: id, ...finding };
    },
  };
}

/** Makes a check of sums: what does not close beyond rounding is a finding, what rounding explains is not. */
export function sumCheck(
  words: Pick<Words, 'id'> &
    Partial<Pick<Words, 'severity'>> & {
      /** What the sums of this check are, for the catalogue. */
      readonly about: Readonly<Record<'nl' | 'en', string>>;
      readonly reads: readonly Part[];
      readonly identities: (document: PlanDocument, context: CheckContext) => Iterable<Identity>;
    },
): Check & { readonly about: Readonly<Record<'nl' | 'en', string>> } {
  const { id, reads, identities, about } = words;
  let context: CheckContext;
  const remembered = rememberByParts(reads, (document) =>
    [...identities(document, context)].map((identity) => ({ ...identity, check: id })),
  );
  return {
    ...findingKind({ severity: 'error', ...SUM_WORDS, ...words }),
    about,
    reads,
    audits: true,
    contradicts: false,
    identities: (document, current) => {
      context = current;
      return remembered(document);
    },
    run: (_document, context) => context.audit.broken(id),
  };
}
