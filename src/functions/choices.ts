import { success, type Result } from '../plan/result';
import { DIRECTIONS, KINDS, PHASES, type Direction, type Kind, type Phase } from '../plan/vocabulary';
import { directionOfLabel, kindOfLabel, labelOfDirection, labelOfKind, phaseOfLabel } from '../schema/rows/labels';
import { creditColumn } from '../sheets/creditColumns';
import { singleOf, textOf } from './cells';
import { refuse, SENTENCES, type Refusal } from './failure';

function choiceOf<Name extends string>(
  argument: unknown,
  name: string,
  names: readonly Name[],
  find: (label: string) => Name | null,
  labelOf: (name: Name) => string,
): Result<Name, Refusal> {
  const given = textOf(singleOf(argument));
  const found = find(given) ?? names.find((each) => each === given) ?? null;
  return found === null ? refuse(SENTENCES.badChoice(name, given, names.map(labelOf))) : success(found);
}

/** What Exploitatie, Investeringen and Financiering stand for. */
export const kindOf = (argument: unknown): Result<Kind, Refusal> =>
  choiceOf(argument, 'soort', KINDS, kindOfLabel, (kind) => labelOfKind(kind));

export const directionOf = (argument: unknown): Result<Direction, Refusal> =>
  choiceOf(argument, 'richting', DIRECTIONS, directionOfLabel, (direction) => labelOfDirection(direction));

export const phaseOf = (argument: unknown): Result<Phase, Refusal> =>
  choiceOf(argument, 'fase', PHASES, phaseOfLabel, creditColumn);

/** A year; null when it was left out. Excel may hand over an empty cell as 0. */
export function yearOf(argument: unknown): Result<number | null, Refusal> {
  const given = singleOf(argument);
  if (given === null || given === 0) return success(null);
  const year = Number(textOf(given));
  return /^\d{4}$/.test(textOf(given)) ? success(year) : refuse(SENTENCES.badYear(textOf(given)));
}

/** How many levels down; null for all of them. */
export function depthOf(argument: unknown): Result<number | null, Refusal> {
  const given = singleOf(argument);
  if (given === null) return success(null);
  return /^\d{1,3}$/.test(textOf(given)) ? success(Number(textOf(given))) : refuse(SENTENCES.badDepth(textOf(given)));
}
