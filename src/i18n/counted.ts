import type { Language } from '../plan/finding';
import { FORMATS } from './formats';

/** A number with its noun, which is singular for one: "1 fout", "1.024 fouten". */
export const counted =
  (language: Language, one: string, many: string) =>
  (count: number): string =>
    `${FORMATS[language].count(count)} ${count === 1 ? one : many}`;
