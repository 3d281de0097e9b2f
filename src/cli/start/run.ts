import type { Language } from '../../plan/finding';
import { CLI_TEXTS, type CliTexts } from '../../i18n/cliTexts';
import { commandIndex, parseArguments, type ParsedArguments, type UsageFailure } from './arguments';
import { COMMON_OPTIONS, EXIT, type Command, type ExitCode, type OptionSpecs } from '../command';
import { buildCommand } from '../commands/build';
import { checkCommand } from '../commands/check';
import { collectCommand } from '../commands/collect';
import { compareCommand } from '../commands/compare';
import { freezeCommand } from '../commands/freeze';
import { profileCommand } from '../commands/profile';
import { readCommand } from '../commands/read';
import { reconcileCommand } from '../commands/reconcile';
import { splitCommand } from '../commands/split';
import { commandHelp, generalHelp } from './help';
import type { Host } from '../host';

/** Every command there is, in the order of the help. A new one is a module and a line here. */
export const COMMANDS: readonly Command[] = [
  readCommand,
  buildCommand,
  checkCommand,
  reconcileCommand,
  compareCommand,
  splitCommand,
  collectCommand,
  freezeCommand,
  profileCommand,
];

const DEFAULT_LANGUAGE: Language = 'nl';
const STANDARD_INPUT = '-';

const isLanguage = (value: unknown): value is Language => value === 'nl' || value === 'en';

/** The language must be known before the rest is judged: an error about another option is given in it. */
export function languageOf(argv: readonly string[]): Language {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const value = argv[at]?.startsWith('--lang=') ? argv[at].slice('--lang='.length) : argv[at + 1];
  return at >= 0 && isLanguage(value) ? value : DEFAULT_LANGUAGE;
}

export const usageText = (texts: CliTexts, { problem, option, detail }: UsageFailure): string =>
  texts.usage[problem](option, detail);

/** What the specs alone cannot tell: required options, and how many files. */
function missingPart(
  { options, minFiles = 1, maxFiles }: Command,
  { positionals, values }: ParsedArguments,
): UsageFailure | null {
  const required = Object.entries(options).find(
    ([name, spec]: [string, OptionSpecs[string]]) => spec.required === true && !(name in values),
  );
  if (positionals.length === 0) return { problem: 'fileMissing', option: '', detail: '' };
  if (positionals.length < minFiles) return { problem: 'tooFewFiles', option: '', detail: String(minFiles) };
  if (positionals.length > maxFiles) return { problem: 'tooManyFiles', option: '', detail: String(maxFiles) };
  if (positionals.filter((file) => file === STANDARD_INPUT).length > 1)
    return { problem: 'inputTwice', option: '', detail: '' };
  if (required)
    return {
      problem: 'optionRequired',
      option: required[1].short === undefined ? `--${required[0]}` : `-${required[1].short}`,
      detail: '',
    };
  return null;
}

/** Runs one command line (without the program's own name). Never throws for what a user can do wrong. */
export async function run(argv: readonly string[], host: Host): Promise<ExitCode> {
  const language = languageOf(argv);
  const texts = CLI_TEXTS[language];
  const fail = (failure: UsageFailure): ExitCode => {
    host.complain(`planboek: ${usageText(texts, failure)}`);
    return EXIT.failed;
  };

  const at = commandIndex(argv, COMMON_OPTIONS);
  const name = argv[at];
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (name !== undefined && command === undefined) {
    return fail({ problem: 'unknownCommand', option: name, detail: COMMANDS.map((known) => known.name).join(', ') });
  }
  const rest = argv.filter((_, index) => index !== at);
  const parsed = parseArguments(rest, { ...command?.options, ...COMMON_OPTIONS });
  if (!parsed.ok) return fail(parsed.failure);
  const { positionals: files, values } = parsed.value;

  if (values.version !== undefined) {
    host.print(PLANBOEK_VERSION);
    return EXIT.done;
  }
  if (values.help !== undefined) {
    host.print(command ? commandHelp(command, texts) : generalHelp(COMMANDS, texts));
    return EXIT.done;
  }
  if (command === undefined) {
    host.complain(generalHelp(COMMANDS, texts));
    return EXIT.failed;
  }
  const missing = missingPart(command, parsed.value);
  if (missing) return fail(missing);
  return command.run({ files, values, language, texts }, host);
}
