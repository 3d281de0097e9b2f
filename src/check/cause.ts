import type { FigureName } from './figureName';
import type { PlanDocument } from '../plan/document';
import { ruleCheck, type Check, type RuleFinding, type Wording, type Words } from './check';
import type { Judged } from './audit';
import type { CheckContext } from './context';
import type { Part } from './parts';

/** One thing that may be why sums do not close: what is said of it, and the document as it would be without it. */
export interface Cause<Name extends string = never> {
  /** null when another finding of the same check tells it already. */
  readonly finding: RuleFinding<Name> | null;
  readonly mended: PlanDocument;
}

/** Looks for causes of one kind, among sums that do not close. A cause counts when sums close without it, and none opens. */
export type CauseFinder<Name extends string = never> = (
  document: PlanDocument,
  context: CheckContext,
  broken: readonly Judged[],
) => Iterable<Cause<Name>>;

/** Makes a check of a cause: it says what was found, and the sums that follow from it are not told again. */
export function causeCheck<const Nl extends Wording, const En extends Wording>(
  words: Words<Nl, En> & {
    readonly reads: readonly Part[];
    readonly causes: CauseFinder<FigureName<Nl[number] | En[number]>>;
  },
): Check {
  const { id, causes } = words;
  return ruleCheck<Wording, Wording>({
    ...words,
    audits: true,
    causes,
    // The type of the finder sees to the figures.
    rule: (_document, context) => context.causes.of(id) as Iterable<RuleFinding<string>>,
  });
}
