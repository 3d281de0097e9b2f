import { labelOfPart } from '../schema/rows/labels';
import type { CliTexts } from './cliTexts';
import { counted } from './counted';
import { FORMATS } from './formats';
import { FINDING_STATE_NAMES } from './terms';

const { count: number } = FORMATS.en;

const SET = 'legal set of schemas for budget lines: 2020 or 3.0; else it follows from the year';

const PROFILE = 'profile (JSON) by which a plan that is no report is read; more than one with a comma in between';

export const CLI_TEXTS_EN: CliTexts = {
  tagline:
    'Planboek reads reports of the Flemish policy and management cycle and makes a workbook of them that checks itself.',
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
      synopsis: 'planboek read FILE|BOOK.xlsx... [--json]',
      purpose: 'reads reports and plans and shows a summary, or the whole document as JSON',
      notes: [
        'FILE is a report or a plan as text or PDF; - is standard input. Of a workbook counts what its sheets hold now.',
        'With --json one JSON object goes to standard output, an array of objects for more than one file, and nothing else.',
        'When one of the files cannot be read, nothing is printed for any of them.',
      ],
      options: {
        json: 'prints the document as planboek/document@1',
        links: 'adds proposals of links between the files',
        set: SET,
        profile: PROFILE,
      },
    },
    build: {
      synopsis: 'planboek build FILE... -o BOOK.xlsx [--replace]',
      purpose: 'makes one workbook of a report and the plans that belong to it',
      notes: [
        'One workbook takes one report (accounts, multi-year plan) and as many other plans as you like. It proposes links between the documents.',
        'When a workbook of Planboek is there already, the new version is merged into it. What you wrote stays: what only the new version changed is taken over; what both changed keeps yours and stands on Controle as a conflict.',
        'Your own rows, columns, sheets, formulas, notes and colours go along. When something cannot, that is listed and nothing is replaced. The former workbook is kept as BOOK.xlsx.bak.',
        'A file that is no workbook of Planboek is never overwritten. With --replace what is there is made wholly anew; the old one is kept as BOOK.xlsx.bak.',
        'Give a folder to get a workbook for each document, named after the document.',
        'With -o - the workbook goes to standard output and the summary to standard error.',
      ],
      options: {
        output: 'the workbook (.xlsx), or the folder it goes into',
        replace: 'replaces what is there, after a copy (.bak, .bak2, ...)',
        set: SET,
        profile: PROFILE,
      },
    },
    check: {
      synopsis: 'planboek check REPORT|BOOK.xlsx... [--json] [--only CHECK|FAMILY] [--rules RULES.json]',
      purpose: 'checks a report or a workbook and shows the findings',
      notes: ['A workbook is read as it was saved, with everything you changed in it.'],
      options: {
        json: 'prints the findings as planboek/findings@1',
        only: 'shows only this check or family of checks',
        rules: 'rules of the board (planboek/rules@1): severity per check, thresholds, rules of its own',
        set: SET,
        profile: PROFILE,
      },
    },
    reconcile: {
      synopsis: 'planboek reconcile REPORT|BOOK.xlsx [--json]',
      purpose: 'shows where each credit went: from initial budget to what lapsed',
      notes: [
        'Expenditure and receipts stand apart and are never added. J3, J1 and J2 are compared below the lines.',
        'A workbook is read as it was saved, with everything you changed in it.',
      ],
      options: { json: 'prints the reconciliation as planboek/reconciliation@1, in euro cents', profile: PROFILE },
    },
    compare: {
      synopsis: 'planboek compare OLD NEW [--json] [-o DIFFERENCES.xlsx [--replace]]',
      purpose: 'shows what differs between two reports, plans or workbooks',
      notes: [
        'Parts are known by their code, then by their title and place. What is the same is counted and not listed.',
        'Of a workbook counts what its sheets hold now, with everything you changed in it.',
        'Words that went are shown as [-this-], new ones as {+this+}.',
      ],
      options: {
        json: 'prints the comparison as planboek/comparison@1, in euro cents',
        output: 'keeps the differences as a workbook as well; - is standard output',
        replace: 'replaces another file that is there, after a copy (.bak, .bak2, ...)',
        profile: PROFILE,
      },
    },
    split: {
      synopsis: 'planboek split BOOK.xlsx -o FOLDER [--by LEVEL|COLUMN] [--replace]',
      purpose: 'makes a workbook for each owner with only their own rows to fill in',
      notes: [
        'Without --by the column Eigenaar of the sheet Plan counts, or else the level above the actions.',
        'A part asks for status and evaluation, says itself what is still missing, and works without the add-in. A part that is there already is not written over, unless with --replace.',
      ],
      options: {
        output: 'the folder for the parts',
        by: 'a level (AP) or a column of the sheet Plan (Eigenaar)',
        replace: 'replaces parts that are there, after a copy (.bak, .bak2, ...)',
      },
    },
    collect: {
      synopsis: 'planboek collect BOOK.xlsx PART.xlsx... [-o BOOK2.xlsx [--replace]] [--json]',
      purpose: 'takes over what owners filled in, and says what could not be',
      notes: [
        'What an owner changed and is in the workbook as it was sent out, is taken over. Where answers differ the workbook stays as it is and the conflict stands on Controle.',
        'Without -o nothing is written. What stands at -o already stays, unless with --replace. Exit code 1: there are conflicts, or something was rejected.',
      ],
      options: {
        json: 'prints the result as planboek/collection@1',
        output: 'the workbook with what was taken over',
        replace: 'replaces what is there, after a copy (.bak, .bak2, ...)',
      },
    },
    freeze: {
      synopsis: 'planboek freeze BOOK.xlsx -o COPY.xlsx [--replace]',
      purpose: 'makes a fixed copy with values only, stamped with when and of what',
      notes: [
        'The copy holds the sheets of Planboek without formulas, and cannot be read in again. Sheets and columns of your own are not in it.',
      ],
      options: {
        output: 'the fixed copy; - is standard output',
        replace: 'replaces another file that is there, after a copy (.bak, .bak2, ...)',
      },
    },
    profile: {
      synopsis: 'planboek profile PLAN [--profile PROFILE.json] [-o PROFILE.json]',
      purpose: 'proposes a profile of a plan that is not known yet, and shows what is read with it',
      notes: [
        'A profile is a JSON file with the levels of the plan and the marks they are known by.',
        'Keep the proposal with -o, change it, and see with --profile what it gives. Then read the plan with it: planboek build PLAN --profile PROFILE.json -o BOOK.xlsx.',
      ],
      options: {
        profile: 'shows what this profile makes of the plan, instead of a proposal',
        output: 'keeps the profile; - is standard output',
        replace: 'replaces a profile that is there, after a copy (.bak, .bak2, ...)',
      },
    },
  },
  exitCodes: [
    'Exit code 0: done. 1: `check` found errors. 2: a file or the command could not be read, or nothing could be written.',
  ],
  usage: {
    unknownCommand: (word, known) =>
      `Unknown command: ${word}. Choose from ${known}, or ask for help with planboek --help.`,
    unknownOption: (option) => `Unknown option: ${option}. See which options there are with --help.`,
    valueMissing: (option) => `${option} needs a value. Put it behind, for instance: ${option} value.`,
    valueNotTaken: (option, value) =>
      `The option ${option} takes no value, but was given "${value}". Leave the value out.`,
    valueUnknown: (option, value) => `Unknown value for ${option}: ${value}. Choose one of those in brackets.`,
    optionRequired: (option) => `The option ${option} is missing. See with --help how the command is typed.`,
    fileMissing: () => 'No file was given. Put one behind the command, or - for standard input.',
    tooFewFiles: (_option, least) => `Too few files were given; this command takes ${least} at least.`,
    tooManyFiles: (_option, most) => `Too many files were given; this command takes ${most} at most.`,
    inputTwice: () => 'Standard input (-) can be read only once. Leave one - out.',
    folderNeeded: (option, reports) =>
      `More than one report does not fit into one workbook (${reports}). Give an existing folder with ${option}, or a name that ends in /.`,
    sameTarget: (option, target) =>
      `Two reports would become the same workbook (${target}). Give them other names or build them one by one with ${option}.`,
    unknownCheck: (option, known) => `No check or family is called ${option}. Families: ${known}.`,
  },
  file: {
    notFound: (file) => `${file}: there is no such file. Check the name and the folder.`,
    directory: (file) => `${file}: this is a folder. Give a file, for instance ${file.replace(/\/$/, '')}/report.txt.`,
    forbidden: (file) => `${file}: no access. Check the rights of the file and its folder.`,
    tooLarge: (file) => `${file}: this file is too large to read. Split it, or choose the report itself.`,
    other: (file, code) =>
      `${file}: cannot be read (${code}). Check that the disk can be reached and the file is not in use.`,
    notWritten: (file, code) =>
      `${file}: cannot be written (${code}). Check the folder, the rights and the free space, and that the workbook is not open.`,
    targetIsFolder: (file) =>
      `${file}: this is a folder. Give the name of the workbook, for instance ${file.replace(/\/$/, '')}/book.xlsx.`,
    outputFailed: (code) =>
      `Standard output takes no more (${code}); what is there is not complete. Check the free space.`,
  },
  target: {
    input: (file) => `${file} is read by this command and is therefore not overwritten. Give another name with -o.`,
    device: (file) => `${file} is no ordinary file but a device or a connection. Give the name of a file with -o.`,
    foreign: (file, reason) =>
      `${file} is there already and is not overwritten. ${reason} Give another name with -o, or replace it with --replace; the old one is then kept as ${file}.bak.`,
    otherFile: (file) =>
      `${file} is there already and is not overwritten. Give another name with -o, or replace it with --replace; the old one is then kept as ${file}.bak.`,
    tooLarge: 'It is too large to be a workbook of Planboek.',
    noBackup: (file, code) =>
      `${file}: no copy of it could be made (${code}), and so nothing was replaced. Check the folder, the rights and the free space.`,
    wouldBeLost: (file) =>
      `Work was done in ${file} that cannot go along to the new version. Nothing was changed. ` +
      `Give another name with -o to keep both, or make it wholly anew with --replace; the old one, with its explanations and settings, is then kept as ${file}.bak. It is about:`,
    looksAreNew: (file) =>
      `${file} was saved by another program since it was made. What was done in it stands in the new workbook, with own sheets, columns, formulas, colours and widths; row heights and print settings are those of Planboek. The former version stands beside it.`,
    work: {
      sheetAdded: (sheet) => `sheet "${sheet}": a sheet of your own`,
      sheetRemoved: (sheet) => `sheet "${sheet}": removed, and it would come back`,
      tableRemoved: (sheet, table) => `sheet "${sheet}": the table ${table} was removed, and it would come back`,
      columnAdded: (sheet, column) => `sheet "${sheet}": a column of your own, "${column}"`,
      columnRemoved: (sheet, column) => `sheet "${sheet}": the column "${column}" was removed, and it would come back`,
      rowAdded: (cell, key) => `${cell}: an added row${key === '' ? '' : ` (${key})`}`,
      rowRemoved: (sheet, key) =>
        `sheet "${sheet}": a row${key === '' ? '' : ` (${key})`} was removed, and it would come back`,
      note: (cell) => `${cell}: a comment`,
      formula: (cell) => `${cell}: a formula of your own`,
      cell: (cell, now, before) => `${cell}: ${now} (as imported: ${before})`,
      cellFilled: (cell, now) => `${cell}: ${now}`,
      more: (count) => `... and ${number(count)} more`,
    },
  },
  notCarried: (file, lost) =>
    `This could not be taken along to the new workbook. The former one is still in ${file}.\n${lost.map((each) => `  ${each}`).join('\n')}`,
  otherBoard: (title) =>
    `Nothing in "${title}" says that it is of the same board as the report. Check that it belongs in this workbook.`,
  profile: {
    bad: (file) => `${file} is no usable profile. Correct what stands below, or make a new one with planboek profile.`,
    unknownPlan: (file, tried) =>
      `${tried.length === 0 ? '' : `None of the profiles ${tried.join(', ')} fits. `}` +
      `Make one with: planboek profile ${file} -o PROFILE.json; then read the plan with it: --profile PROFILE.json.`,
    noDraft: (file) => `${file}: no mark of levels is to be seen. Write a profile yourself; docs/profile.md says how.`,
    written: (file) => `Profile kept: ${file}`,
    levels: 'Levels (parts, first title)',
    found: 'Also found',
    indicators: counted('en', 'indicator', 'indicators'),
    table: (title, rows) => `table "${title}": ${counted('en', 'row', 'rows')(rows)}`,
    roles: 'Lines by role',
    unrecognised: (count) => `${counted('en', 'line', 'lines')(count)} not recognised`,
    reviews: (count) => `${counted('en', 'doubt', 'doubts')(count)} to look at`,
    more: (count) => `... and ${number(count)} more`,
  },
  parts: {
    unknownBy: (by, levels) =>
      `No level and no column of the sheet Plan is called ${by}. The levels are ${levels}; columns stand in the head of the table.`,
    nothingToSplit: (book) =>
      `${book}: there are no rows to hand out. Fill in the column of owners, or choose a level with --by.`,
    written: (parts, left) =>
      `${counted('en', 'part', 'parts')(parts)} made.${left > 0 ? ` ${counted('en', 'row is', 'rows are')(left)} in no part.` : ''}`,
    progress: (part, rows, filled, taken, conflicts, rejected) =>
      `${part}: ${filled} of ${counted('en', 'row', 'rows')(rows)} filled in; ${taken} taken, ${counted('en', 'conflict', 'conflicts')(conflicts)}, ${rejected} rejected`,
    conflict: (code, field, values) =>
      `CONFLICT  ${code}, ${field}: ${values}. The workbook stays as it is until you choose.`,
    rejected: (part, reason) => `REJECTED  ${part}: ${reason}`,
    notInBook: (code) => `${code}: this row is no longer in the workbook`,
    frozen: (book, sheets) => `Fixed copy of ${book}: ${sheets} sheets, values only`,
    fields: { title: 'title', status: 'status', text: 'evaluation' },
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
    info: { name: 'info', count: counted('en', 'info', 'info') },
  },
  states: FINDING_STATE_NAMES.en,
  noFindings: 'no findings',
  badRules: (file) => `${file} is no usable file of rules:`,
  ran: (done, all) => `${done} of ${all} checks carried out.`,
  notRun: (checks) => `Nothing to look at for: ${checks}.`,
  part: (schema) => labelOfPart(schema, 'en'),
  line: (line) => `line ${line}`,
  column: (column) => `column ${column}`,
  summary: {
    plan: (from, to) => `Plan from ${from} to ${to}`,
    nodes: 'Plan',
    parts: 'parts',
    total: 'total',
    withoutEvaluation: 'no evaluation',
    unknownStatus: 'unknown status',
    narratives: (evaluations, narratives) =>
      `${counted('en', 'evaluation', 'evaluations')(evaluations)}, ${number(narratives)} with a text`,
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
    linesRead: (total, unrecognised) =>
      `${counted('en', 'line', 'lines')(total)} read, ${number(unrecognised)} not recognised`,
    findings: 'Findings',
    workbook: 'Workbook',
    sheets: counted('en', 'sheet', 'sheets'),
    before: 'Former version',
  },
  reconciliation: {
    heading: 'Reconciliation of credits (euro)',
    nothing: 'This document holds no credits of a closed year.',
    code: 'Code',
    title: 'Title',
    kind: 'Kind',
    verdict: 'Verdict',
    total: 'Total',
    allKinds: 'All kinds',
    notInPlan: '(not in the plan)',
    ties: 'Compared with the schemas',
    schema: 'Schema',
    row: 'Row',
    column: 'Column',
    printed: 'Printed',
    computed: 'From the lines',
    difference: 'Difference',
    rounding: 'rounding',
    doesNotClose: 'does not close',
    identity:
      'Final budget + overrun + carried over too much = actual + carried over + lapsed. For receipts these are called received more and received less.',
  },
};
