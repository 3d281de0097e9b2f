import type { Language } from '../plan/finding';
import type { Direction, Kind, Phase, SchemaName } from '../plan/vocabulary';
import { labelOfDirection, labelOfKind, labelOfPhase } from '../schema/labels';
import { SCHEMA_TITLES } from '../schema/titles';
import { ACCOUNT_TEXTS } from '../i18n/pane/accounts';
import { ENGLISH_DIRECTIONS, ENGLISH_KINDS, ENGLISH_PHASES } from '../i18n/terms';

/** Names of the closed lists: the Dutch ones are those that reports print. */
export const kindText = (kind: Kind, language: Language): string => (language === 'nl' ? labelOfKind(kind) : ENGLISH_KINDS[kind]);

export const directionText = (direction: Direction, language: Language): string => (language === 'nl' ? labelOfDirection(direction) : ENGLISH_DIRECTIONS[direction]);

export const phaseText = (phase: Phase, language: Language): string => (language === 'nl' ? labelOfPhase(phase) : ENGLISH_PHASES[phase]);

export const schemaText = (schema: SchemaName, language: Language): string => (ACCOUNT_TEXTS[language].titles ?? SCHEMA_TITLES)[schema];
