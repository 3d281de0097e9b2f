import { parseArgs } from 'node:util';
import { failure, success, type Result } from '../../plan/result';
import type { CliTexts } from '../../i18n/cliTexts';
import type { OptionSpecs } from '../command';

export interface ParsedArguments {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | true>>;
}

/** What is wrong with a command line; a sentence is made of it in the language asked for. */
export interface UsageFailure {
  readonly problem: keyof CliTexts['usage'];
  readonly option: string;
  readonly detail: string;
}

const looksLikeOption = (value: string): boolean => value.length > 1 && value.startsWith('-');

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function checkOption(token: OptionToken, specs: OptionSpecs): UsageFailure | null {
  const fault = (problem: UsageFailure['problem'], detail = ''): UsageFailure => ({
    problem,
    option: token.rawName,
    detail,
  });
  const spec = Object.hasOwn(specs, token.name) ? specs[token.name] : undefined;
  if (spec === undefined) return fault('unknownOption');
  if (spec.type === 'boolean') return token.value === undefined ? null : fault('valueNotTaken', token.value);
  if (token.value === undefined || token.value === '' || (token.inlineValue !== true && looksLikeOption(token.value)))
    return fault('valueMissing');
  if (spec.choices !== undefined && !spec.choices.includes(token.value))
    return fault('valueUnknown', `${token.value} (${spec.choices.join(' | ')})`);
  return null;
}

/** Takes a command line apart by the specs. The first fault found is the failure; required options are not looked at here. */
export function parseArguments(argv: readonly string[], specs: OptionSpecs): Result<ParsedArguments, UsageFailure> {
  const options = Object.fromEntries(
    Object.entries(specs).map(([name, { type, short }]) => [name, short === undefined ? { type } : { type, short }]),
  );
  const { tokens } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: false, tokens: true });
  const positionals: string[] = [];
  const values: Record<string, string | true> = {};
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const fault = checkOption(token, specs);
    if (fault !== null) return failure(fault);
    values[token.name] = token.value ?? true;
  }
  return success({ positionals, values });
}

/** Place of the first word that is neither an option nor the value of a common one: the command. -1 when there is none. */
export function commandIndex(argv: readonly string[], common: OptionSpecs): number {
  let index = 0;
  while (index < argv.length) {
    const word = argv[index] ?? '';
    if (!looksLikeOption(word)) return index;
    const name = word.replace(/^-+/, '');
    const takesValue = Object.entries(common).some(
      ([key, { type, short }]) => type === 'string' && (key === name || short === name),
    );
    index += takesValue ? 2 : 1;
  }
  return -1;
}
