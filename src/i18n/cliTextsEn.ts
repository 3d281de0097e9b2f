import type { CliTexts } from './cliTexts';
import { counted } from './counted';
import { FORMATS } from './formats';
import { FINDING_STATE_NAMES } from './terms';

const { count: number } = FORMATS.en;

export const CLI_TEXTS_EN: CliTexts = {
  tagline: 'Planboek reads reports of the Flemish policy and management cycle and makes a workbook of them that checks itself.',
  usageHeading: 'Usage',
  commandsHeading: 'Commands',
  optionsHeading: 'Options',
  notesHeading: 'Notes',
  moreHelp: 'More about one command: planboek <command> --help. Nederlands: planboek --help.',
  commonOptions: {
    help: 'shows this help',
    version: 'shows the version',
    lang: 'language of texts and messages: nl (the usual) or en',
  },
  commands: {
    read: {
      synopsis: 'planboek read FILE... [--json]',
      purpose: 'reads reports and shows a summary, or the whole document as JSON',
      notes: [
        'FILE is a report as text; - is standard input.',
        'With --json one JSON object goes to standard output, an array of objects for more than one file, and nothing else.',
        'When one of the files cannot be read, nothing is printed for any of them.',
      ],
      options: { json: 'prints the document as planboek/document@1' },
    },
    build: {
      synopsis: 'planboek build FILE... -o BOOK.xlsx',
      purpose: 'makes a workbook of a report',
      notes: [
        'A workbook that is already there is replaced: your explanations and settings go on in the new one, other changes do not.',
        'For more than one report give a folder: each report gets a workbook of its own there, named after the report.',
        'With -o - the workbook goes to standard output and the summary to standard error.',
      ],
      options: { output: 'the workbook (.xlsx), or the folder it goes into' },
    },
    check: {
      synopsis: 'planboek check REPORT|BOOK.xlsx... [--json] [--only CHECK|FAMILY]',
      purpose: 'checks a report or a workbook and shows the findings',
      notes: ['A workbook is read as it was saved, with everything you changed in it.'],
      options: {
        json: 'prints the findings as planboek/findings@1',
        only: 'shows only this check or family of checks',
      },
    },
  },
  exitCodes: ['Exit code 0: done. 1: `check` found errors. 2: a file or the command could not be read, or nothing could be written.'],
  usage: {
    unknownCommand: (word, known) => `Unknown command: ${word}. Choose from ${known}, or ask for help with planboek --help.`,
    unknownOption: (option) => `Unknown option: ${option}. See which options there are with --help.`,
    valueMissing: (option) => `${option} needs a value. Put it behind, for instance: ${option} value.`,
    valueNotTaken: (option, value) => `The option ${option} takes no value, but was given "${value}". Leave the value out.`,
    valueUnknown: (option, value) => `Unknown value for ${option}: ${value}. Choose one of those in brackets.`,
    optionRequired: (option) => `The option ${option} is missing. See with --help how the command is typed.`,
    fileMissing: () => 'No file was given. Put one behind the command, or - for standard input.',
    tooManyFiles: (_option, most) => `Too many files were given; this command takes ${most} at most.`,
    inputTwice: () => 'Standard input (-) can be read only once. Leave one - out.',
    folderNeeded: (option) => `More than one report does not fit into one workbook. Give an existing folder with ${option}, or a name that ends in /.`,
    sameTarget: (option, target) => `Two reports would become the same workbook (${target}). Give them other names or build them one by one with ${option}.`,
    unknownCheck: (option, known) => `No check or family is called ${option}. Families: ${known}.`,
  },
  file: {
    notFound: (file) => `${file}: there is no such file. Check the name and the folder.`,
    directory: (file) => `${file}: this is a folder. Give a file, for instance ${file.replace(/\/$/, '')}/report.txt.`,
    forbidden: (file) => `${file}: no access. Check the rights of the file and its folder.`,
    tooLarge: (file) => `${file}: this file is too large to read. Split it, or choose the report itself.`,
    other: (file, code) => `${file}: cannot be read (${code}). Check that the disk can be reached and the file is not in use.`,
    notWritten: (file, code) => `${file}: cannot be written (${code}). Check the folder, the rights and the free space, and that the workbook is not open.`,
    targetIsFolder: (file) => `${file}: this is a folder. Give the name of the workbook, for instance ${file.replace(/\/$/, '')}/book.xlsx.`,
  },
  standardInput: 'standard input',
  progress: {
    reading: (name) => `${name}: reading...`,
    checking: (name) => `${name}: checking...`,
    building: (name) => `${name}: making the workbook...`,
  },
  severities: {
    error: { name: 'error', count: counted('en', 'error', 'errors') },
    attention: { name: 'attention point', count: counted('en', 'attention point', 'attention points') },
    info: { name: 'remark', count: counted('en', 'remark', 'remarks') },
  },
  states: FINDING_STATE_NAMES.en,
  noFindings: 'no findings',
  line: (line) => `line ${line}`,
  column: (column) => `column ${column}`,
  summary: {
    plan: (from, to) => `Plan from ${from} to ${to}`,
    nodes: 'Plan',
    parts: 'parts',
    total: 'total',
    withoutEvaluation: 'no evaluation',
    unknownStatus: 'unknown status',
    narratives: (evaluations, narratives) => `${counted('en', 'evaluation', 'evaluations')(evaluations)}, ${number(narratives)} with a text`,
    planTotals: 'Totals of the plan, as printed (euro)',
    schemas: 'Schemas',
    rows: counted('en', 'row', 'rows'),
    transfers: 'Credits carried over (euro)',
    transferLines: counted('en', 'line', 'lines'),
    otherParts: 'Also',
    offBalance: counted('en', 'off-balance account', 'off-balance accounts'),
    depreciation: counted('en', 'depreciation term', 'depreciation terms'),
    participations: counted('en', 'participation', 'participations'),
    lines: 'Lines',
    linesRead: (total, unrecognised) => `${counted('en', 'line', 'lines')(total)} read, ${number(unrecognised)} not recognised`,
    findings: 'Findings',
    workbook: 'Workbook',
    sheets: counted('en', 'sheet', 'sheets'),
  },
};
