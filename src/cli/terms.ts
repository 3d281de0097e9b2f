import type { Language } from '../plan/finding';
import type { Direction, Kind, Phase } from '../plan/vocabulary';
import { labelOfDirection, labelOfKind, labelOfPhase } from '../schema/labels';
import { ENGLISH_DIRECTIONS, ENGLISH_KINDS, ENGLISH_PHASES } from '../i18n/terms';

export const kindText = (kind: Kind, language: Language): string => (language === 'nl' ? labelOfKind(kind) : ENGLISH_KINDS[kind]);

export const directionText = (direction: Direction, language: Language): string =>
  language === 'nl' ? labelOfDirection(direction) : ENGLISH_DIRECTIONS[direction];

export const phaseText = (phase: Phase, language: Language): string => (language === 'nl' ? labelOfPhase(phase) : ENGLISH_PHASES[phase]);
