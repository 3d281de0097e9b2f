import { placeAt } from '../../plan/finding';
import { statusesOf } from '../../plan/followUp';
import { statusByCode, type StatusTerm, type StatusVocabulary } from '../../plan/status';
import { ruleCheck } from '../check';
import { levelStatusesOf } from '../settings';

/** Edits (insert, delete, replace) between two short texts. */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let at = 1; at <= left.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= right.length; to += 1) {
      const replace = (row[to - 1] ?? 0) + (left[at - 1] === right[to - 1] ? 0 : 1);
      next.push(Math.min(replace, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}

/** Statuses are short phrases; what is longer is no status. */
export const MAX_STATUS_LENGTH = 80;

/** A status with how far its label lies from a phrase: the letters to insert, delete or replace. */
interface NearStatus {
  readonly term: StatusTerm;
  readonly edits: number;
}

/** The statuses of the vocabulary, the one whose label is nearest to the printed phrase first. */
export function statusesByNearness(phrase: string, vocabulary: StatusVocabulary): readonly NearStatus[] {
  const folded = phrase
    .toLowerCase()
    .replace(/[.:\s]+$/, '')
    .slice(0, MAX_STATUS_LENGTH)
    .trim();
  return vocabulary
    .map((term): NearStatus => ({ term, edits: distance(folded, term.label.toLowerCase()) }))
    .sort((left, right) => left.edits - right.edits);
}

const nearestStatus = (phrase: string, vocabulary: StatusVocabulary): string =>
  statusesByNearness(phrase, vocabulary)[0]?.term.label ?? '';

/** A status that is not in the vocabulary of the board. */
export const statusUnknown = ruleCheck({
  id: 'status.unknown',
  severity: 'error',
  nl: [
    'De status "{printed}" van {node} staat niet in de lijst van statussen.',
    'Bedoeld is wellicht "{nearest}"; of voeg de status toe aan de instellingen.',
  ],
  en: [
    'The status "{printed}" of {node} is not in the list of statuses.',
    'Perhaps "{nearest}" is meant; or add the status to the settings.',
  ],
  reads: ['nodes'],
  *rule(document, { statuses }) {
    for (const { id, evaluation, source } of document.nodes) {
      if (!evaluation || statusByCode(statuses, evaluation.status)) continue;
      const printed = evaluation.statusText === '' ? evaluation.status : evaluation.statusText;
      yield {
        place: placeAt({ node: id, line: source.line }),
        figures: { printed, nearest: nearestStatus(printed, statuses) },
      };
    }
  },
});

/** A status that the board knows, but laid on another level. */
export const statusOfOtherLevel = ruleCheck({
  id: 'status.other-level',
  severity: 'attention',
  nl: [
    'De status "{printed}" van {node} hoort niet bij het niveau {level}.',
    'Kies een status uit de lijst van dat niveau, of vul de lijst aan op het blad Start.',
  ],
  en: [
    'The status "{printed}" of {node} does not belong to the level {level}.',
    'Choose a status from the list of that level, or add to the list on the sheet Start.',
  ],
  reads: ['nodes'],
  *rule(document, { settings, statuses }) {
    const byLevel = levelStatusesOf(settings);
    if (Object.keys(byLevel.byLevel).length === 0) return;
    for (const { id, level, evaluation, source } of document.nodes) {
      const term = evaluation ? statusByCode(statuses, evaluation.status) : undefined;
      if (!term || statusByCode(statusesOf(byLevel, level), term.code)) continue;
      yield {
        place: placeAt({ node: id, line: source.line }),
        figures: { printed: term.label, level: document.levels.find((each) => each.id === level)?.name ?? level },
      };
    }
  },
});
