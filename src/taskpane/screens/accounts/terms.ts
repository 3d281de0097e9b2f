import { ACCOUNT_TEXTS } from '../../../i18n/pane/accounts';
import type { Language } from '../../../plan/finding';
import type { SchemaName } from '../../../plan/vocabulary';
import { SCHEMA_TITLES } from '../../../schema/titles';

/** The title of a schema: the Dutch one is the legal one. */
export const schemaText = (schema: SchemaName, language: Language): string =>
  (ACCOUNT_TEXTS[language].titles ?? SCHEMA_TITLES)[schema];
