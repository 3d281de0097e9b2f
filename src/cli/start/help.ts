import type { CliTexts } from '../../i18n/cliTexts';
import { COMMON_OPTIONS, type Command, type OptionSpecs } from '../command';
import { columns } from '../textTable';

function optionRows(specs: OptionSpecs, texts: Readonly<Record<string, string>>): (readonly [string, string])[] {
  return Object.entries(specs).map(([name, { type, short, choices }]) => {
    const value = type === 'boolean' ? '' : ` ${choices?.join('|') ?? name.toUpperCase()}`;
    return [`${short === undefined ? '    ' : `-${short}, `}--${name}${value}`, texts[name] ?? ''];
  });
}

const section = (heading: string, lines: readonly string[]): string[] => [
  '',
  `${heading}:`,
  ...lines.map((line) => `  ${line}`),
];

/** Help of the whole: every command of the table, and nothing that is not there. */
export function generalHelp(commands: readonly Command[], texts: CliTexts): string {
  const own = commands.map(({ name }) => texts.commands[name]);
  return [
    texts.tagline,
    ...section(
      texts.usageHeading,
      own.map(({ synopsis }) => synopsis),
    ),
    ...section(texts.commandsHeading, columns(commands.map(({ name }) => [name, texts.commands[name].purpose]))),
    ...section(texts.optionsHeading, columns(optionRows(COMMON_OPTIONS, texts.commonOptions))),
    '',
    ...texts.exitCodes,
    texts.moreHelp,
  ].join('\n');
}

export function commandHelp({ name, options }: Command, texts: CliTexts): string {
  const { synopsis, purpose, notes, options: optionTexts } = texts.commands[name];
  return [
    `${synopsis}`,
    `  ${purpose}`,
    ...section(
      texts.optionsHeading,
      columns([...optionRows(options, optionTexts), ...optionRows(COMMON_OPTIONS, texts.commonOptions)]),
    ),
    ...section(texts.notesHeading, notes),
    '',
    ...texts.exitCodes,
  ].join('\n');
}
