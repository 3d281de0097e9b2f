import { plainWords } from './rows/labels';
import { GROUP_HEADINGS } from './rows/groups';

const HEADINGS = new Set(GROUP_HEADINGS.flatMap(({ section, also }) => [section, ...also]).map(plainWords));

/** Is the line the heading of a group that J1 and M1 print after the objectives (schema-rows.csv, J1/M1)? */
export const isGroupLabel = (text: string): boolean => HEADINGS.has(plainWords(text));
