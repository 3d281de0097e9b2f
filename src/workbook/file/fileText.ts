import { cellText } from '../../sheets/cellText';

/** Errors that a spreadsheet would take a text for. */
const ERROR_TEXT = /^#(?:VALUE!|REF!|N\/A|NAME\?|NULL!|DIV\/0!|NUM!|GETTING_DATA|SPILL!|CALC!)$/;

export const looksLikeError = (text: string): boolean => ERROR_TEXT.test(text);

/** A text as a file holds it: `_x0041_` is an escape to every reader of the format, so a literal one is escaped itself. */
export const fileText = (text: string): string => cellText(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
