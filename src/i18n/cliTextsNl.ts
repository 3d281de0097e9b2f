import type { CliTexts } from './cliTexts';
import { counted } from './counted';
import { FORMATS } from './formats';
import { FINDING_STATE_NAMES } from './terms';

const { count: number } = FORMATS.nl;

export const CLI_TEXTS_NL: CliTexts = {
  tagline: 'Planboek leest rapporten van de beleids- en beheerscyclus en maakt er een werkboek van dat zichzelf controleert.',
  usageHeading: 'Gebruik',
  commandsHeading: 'Opdrachten',
  optionsHeading: 'Opties',
  notesHeading: 'Uitleg',
  moreHelp: 'Meer over één opdracht: planboek <opdracht> --help. English: planboek --help --lang en.',
  commonOptions: {
    help: 'toont deze hulp',
    version: 'toont de versie',
    lang: 'taal van teksten en meldingen: nl (gewoon) of en',
  },
  commands: {
    read: {
      synopsis: 'planboek read BESTAND... [--json]',
      purpose: 'leest rapporten en toont een samenvatting, of het hele document als JSON',
      notes: [
        'BESTAND is een rapport als tekst; - is de standaardinvoer.',
        'Met --json staat er één JSON-object op de standaarduitvoer, en een rij van objecten bij meer dan één bestand. Anders staat er niets.',
        'Is één van de bestanden niet leesbaar, dan wordt er van geen enkel iets afgedrukt.',
      ],
      options: { json: 'toont het document in de vorm planboek/document@1' },
    },
    build: {
      synopsis: 'planboek build BESTAND... -o BOEK.xlsx',
      purpose: 'maakt van een rapport een werkboek',
      notes: [
        'Een werkboek dat er al staat, wordt vervangen: uw verklaringen en instellingen gaan mee, andere wijzigingen niet.',
        'Geef bij meer dan één rapport een map: elk rapport krijgt er zijn eigen werkboek, met de naam van het rapport.',
        'Met -o - gaat het werkboek naar de standaarduitvoer en de samenvatting naar de foutuitvoer.',
      ],
      options: { output: 'het werkboek (.xlsx) of de map waarin het komt' },
    },
    check: {
      synopsis: 'planboek check RAPPORT|BOEK.xlsx... [--json] [--only CONTROLE|FAMILIE]',
      purpose: 'controleert een rapport of een werkboek en toont de bevindingen',
      notes: ['Een werkboek wordt gelezen zoals het bewaard is, met alles wat u erin hebt gewijzigd.'],
      options: {
        json: 'toont de bevindingen in de vorm planboek/findings@1',
        only: 'toont alleen deze controle of familie van controles',
      },
    },
  },
  exitCodes: [
    'Afsluitcode 0: gelukt. 1: `check` vond fouten. 2: een bestand of de opdracht was niet leesbaar, of er kon niet geschreven worden.',
  ],
  usage: {
    unknownCommand: (word, known) => `Onbekende opdracht: ${word}. Kies uit ${known}, of vraag hulp met planboek --help.`,
    unknownOption: (option) => `Onbekende optie: ${option}. Kijk welke opties er zijn met --help.`,
    valueMissing: (option) => `Na ${option} hoort een waarde. Zet ze erachter, bijvoorbeeld: ${option} waarde.`,
    valueNotTaken: (option, value) => `De optie ${option} neemt geen waarde, maar kreeg "${value}". Laat de waarde weg.`,
    valueUnknown: (option, value) => `Onbekende waarde voor ${option}: ${value}. Kies één van de waarden tussen haakjes.`,
    optionRequired: (option) => `De optie ${option} ontbreekt. Kijk met --help hoe de opdracht eruitziet.`,
    fileMissing: () => 'Er is geen bestand opgegeven. Zet er een achter de opdracht, of - voor de standaardinvoer.',
    tooManyFiles: (_option, most) => `Er zijn te veel bestanden opgegeven; deze opdracht neemt er ten hoogste ${most}.`,
    inputTwice: () => 'De standaardinvoer (-) kan maar één keer gelezen worden. Laat één - weg.',
    folderNeeded: (option) => `Meer dan één rapport past niet in één werkboek. Geef bij ${option} een bestaande map op, of een naam die op / eindigt.`,
    sameTarget: (option, target) => `Twee rapporten zouden hetzelfde werkboek worden (${target}). Geef ze andere namen of bouw ze apart met ${option}.`,
    unknownCheck: (option, known) => `Geen controle of familie heet ${option}. Families: ${known}.`,
  },
  file: {
    notFound: (file) => `${file}: dit bestand bestaat niet. Kijk de naam en de map na.`,
    directory: (file) => `${file}: dit is een map. Geef een bestand op, bijvoorbeeld ${file.replace(/\/$/, '')}/rapport.txt.`,
    forbidden: (file) => `${file}: geen toegang. Kijk de rechten van het bestand en de map na.`,
    tooLarge: (file) => `${file}: dit bestand is te groot om te lezen. Splits het op of kies het rapport zelf.`,
    other: (file, code) => `${file}: niet te lezen (${code}). Kijk na of de schijf bereikbaar is en het bestand niet in gebruik.`,
    notWritten: (file, code) => `${file}: niet te schrijven (${code}). Kijk de map, de rechten en de vrije ruimte na, en of het werkboek niet open staat.`,
    targetIsFolder: (file) => `${file}: dit is een map. Geef de naam van het werkboek, bijvoorbeeld ${file.replace(/\/$/, '')}/boek.xlsx.`,
  },
  standardInput: 'standaardinvoer',
  progress: {
    reading: (name) => `${name}: lezen...`,
    checking: (name) => `${name}: controleren...`,
    building: (name) => `${name}: werkboek maken...`,
  },
  severities: {
    error: { name: 'fout', count: counted('nl', 'fout', 'fouten') },
    attention: { name: 'aandachtspunt', count: counted('nl', 'aandachtspunt', 'aandachtspunten') },
    info: { name: 'toelichting', count: counted('nl', 'toelichting', 'toelichtingen') },
  },
  states: FINDING_STATE_NAMES.nl,
  noFindings: 'geen bevindingen',
  line: (line) => `regel ${line}`,
  column: (column) => `kolom ${column}`,
  summary: {
    plan: (from, to) => `Plan van ${from} tot ${to}`,
    nodes: 'Plan',
    parts: 'onderdelen',
    total: 'totaal',
    withoutEvaluation: 'zonder evaluatie',
    unknownStatus: 'onbekende status',
    narratives: (evaluations, narratives) => `${counted('nl', 'evaluatie', 'evaluaties')(evaluations)}, ${number(narratives)} met toelichting`,
    planTotals: 'Totalen van het plan, zoals gedrukt (euro)',
    schemas: "Schema's",
    rows: counted('nl', 'rij', 'rijen'),
    transfers: 'Overdrachten (euro)',
    transferLines: counted('nl', 'regel', 'regels'),
    otherParts: 'Verder',
    offBalance: counted('nl', 'rekening buiten balans', 'rekeningen buiten balans'),
    depreciation: counted('nl', 'afschrijvingstermijn', 'afschrijvingstermijnen'),
    participations: counted('nl', 'deelneming', 'deelnemingen'),
    lines: 'Regels',
    linesRead: (total, unrecognised) => `${counted('nl', 'regel', 'regels')(total)} gelezen, ${number(unrecognised)} niet herkend`,
    findings: 'Bevindingen',
    workbook: 'Werkboek',
    sheets: counted('nl', 'blad', 'bladen'),
  },
};
