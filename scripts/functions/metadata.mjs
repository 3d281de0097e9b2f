import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseTree } from 'custom-functions-metadata';

/** Where the functions are declared: the comments there are what a Dutch Excel shows. */
export const FUNCTIONS_SOURCE = 'src/functions/functions.ts';
/** English, examples and remarks, which comments have no place for. */
export const FUNCTIONS_TEXTS = 'src/functions/functionTexts.json';

/** The page that helps with the functions, per language. */
export const HELP_PAGES = { nl: 'functies.html', en: 'functions.html' };

/** Same names on both sides, or the English lags behind the Dutch. */
function mustMatch(what, dutch, english) {
  const missing = dutch.filter((name) => !english.includes(name));
  const extra = english.filter((name) => !dutch.includes(name));
  if (missing.length > 0 || extra.length > 0)
    throw new Error(
      `${FUNCTIONS_TEXTS}, ${what}: missing ${missing.join(', ') || 'nothing'}; too much ${extra.join(', ') || 'nothing'}`,
    );
}

function inEnglish({ functions, enums }, texts) {
  mustMatch(
    'functions',
    functions.map(({ id }) => id),
    Object.keys(texts.functions),
  );
  mustMatch(
    'enums',
    enums.map(({ id }) => id),
    Object.keys(texts.enums),
  );
  return {
    functions: functions.map((each) => {
      const { description, parameters } = texts.functions[each.id].en;
      mustMatch(
        each.id,
        each.parameters.map(({ name }) => name),
        Object.keys(parameters),
      );
      return {
        ...each,
        description,
        helpUrl: each.helpUrl.replace(HELP_PAGES.nl, HELP_PAGES.en),
        parameters: each.parameters.map((parameter) => ({
          ...parameter,
          name: parameters[parameter.name][0],
          description: parameters[parameter.name][1],
        })),
      };
    }),
    enums: enums.map(({ id, values, ...rest }) => {
      mustMatch(
        id,
        values.map(({ stringValue }) => stringValue),
        Object.keys(texts.enums[id]),
      );
      return {
        id,
        ...rest,
        values: values.map((value) => ({ ...value, tooltip: texts.enums[id][value.stringValue] })),
      };
    }),
  };
}

/** What the functions answer, by id: from the `@returns` of their comments, which the metadata leave out. */
const returnsOf = (source) =>
  Object.fromEntries(
    [...source.matchAll(/@customfunction (\w+)[\s\S]*?@returns \{[^}]*\} (.*)/g)].map(([, id, text]) => [
      id,
      text.trim(),
    ]),
  );

/**
 * The metadata of the functions for Excel, in both languages, with the texts for the manual. Cells with errors and with data types are handed over as
 * they are, so that an error in a column nobody asks about does no harm.
 */
export function functionsMetadata(root) {
  const file = path.join(root, FUNCTIONS_SOURCE);
  const source = readFileSync(file, 'utf8');
  const texts = JSON.parse(readFileSync(path.join(root, FUNCTIONS_TEXTS), 'utf8'));
  const { functions, enums, extras } = parseTree(source, file);
  const errors = extras.flatMap((extra) => extra.errors);
  if (errors.length > 0) throw new Error(`${FUNCTIONS_SOURCE}: ${errors.join('; ')}`);
  const whole = (parts) => ({ allowCustomDataForDataTypeAny: true, allowErrorForDataTypeAny: true, ...parts });
  return {
    nl: whole({ functions, enums }),
    en: whole(inEnglish({ functions, enums }, texts)),
    returns: returnsOf(source),
    texts,
  };
}
