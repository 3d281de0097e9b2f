import { withAnswers } from '../../changes/merge/answer';
import type { Conflict } from '../../changes/merge/conflict';
import { answerOf, MERGE_CONFLICT } from '../../check/run/conflicts';
import { DEFAULT_SETTINGS, statusesInForce, type CheckSettings } from '../../check/settings';
import { assemble, type AssembledDocument } from '../../figures/links/assemble';
import type { PlanDocument } from '../../plan/document';
import type { Explanations } from '../../plan/explanation';
import { mergeReadings, type FormerDocument, type MergedReadings } from './mergeReadings';

/** What a workbook holds that new versions are merged into. */
export interface FormerContent {
  readonly explanations: Explanations;
  /** null: the usual ones. */
  readonly settings: CheckSettings | null;
  /** In the order of the workbook. */
  readonly documents: readonly FormerDocument[];
  /** What was not decided when a version was merged into it before. */
  readonly conflicts: readonly Conflict[];
}

/** The documents of a workbook after a version was taken in. */
export interface MergedBook extends Pick<MergedReadings, 'readings' | 'dropped'> {
  /** In the order of the readings: with what users made of them, and as they count as imported. */
  readonly documents: readonly [AssembledDocument, ...AssembledDocument[]];
  /** What this merge found, and what earlier ones did that nobody answered yet. */
  readonly conflicts: readonly Conflict[];
}

/** What was typed on Controle beside conflicts of an earlier merge, as far as it decides them. */
const answersOf = ({ conflicts, explanations }: FormerContent): Parameters<typeof withAnswers>[1] =>
  conflicts.flatMap((conflict) => {
    const [, said] =
      Object.entries(explanations).find(
        ([key]) => key.startsWith(MERGE_CONFLICT.id) && key.endsWith(`|${conflict.key}`),
      ) ?? [];
    const answer = answerOf(said?.text ?? '');
    return answer === null || conflict.document !== undefined ? [] : [{ conflict, answer }];
  });

/** What is not decided: what this merge found, and what an earlier one did that nobody answered yet. */
function openConflicts(found: readonly Conflict[], { conflicts, explanations }: FormerContent): readonly Conflict[] {
  const now = new Set(found.map(({ key }) => key));
  const keys = new Map(conflicts.map((conflict) => [conflict.key, conflict]));
  const isOpen = ({ key }: Conflict): boolean =>
    !now.has(key) && !Object.keys(explanations).some((answered) => answered.includes(`|${key}`));
  return [...found, ...[...keys.values()].filter(isOpen)];
}

/** Takes what was read into a workbook: what its users wrote goes on in it, and links between its documents are proposed. */
export function mergeIntoBook(
  read: Parameters<typeof mergeReadings>[0],
  former: FormerContent,
  putTogether: typeof assemble = assemble,
): MergedBook {
  const { readings, mergedOf, conflicts, dropped } = mergeReadings(read, former.documents);
  const [main, ...rest] = readings;
  const statuses = statusesInForce(former.settings ?? DEFAULT_SETTINGS);
  const answered = (document: PlanDocument): PlanDocument =>
    document === main.document ? withAnswers(mergedOf(document), answersOf(former), statuses) : mergedOf(document);
  return {
    readings,
    dropped,
    documents: putTogether([main.document, ...rest.map(({ document }) => document)], answered),
    conflicts: openConflicts(conflicts, former),
  };
}

/** What a version of a document is called in the list of changes: its title and year, and the plan that its first schema rests on. */
export const versionName = ({ document: { title, fiscalYear }, statements }: PlanDocument): string =>
  [title, fiscalYear, statements.find(({ version }) => version !== null)?.version].filter(Boolean).join(' ');
