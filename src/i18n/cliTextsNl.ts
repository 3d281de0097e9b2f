import { labelOfPart } from '../schema/rows/labels';
import type { CliTexts } from './cliTexts';
import { counted } from './counted';
import { FORMATS } from './formats';
import { FINDING_STATE_NAMES } from './terms';

const { count: number } = FORMATS.nl;

const SET = "wettelijke reeks schema's van kredietlijnen: 2020 of 3.0; anders volgt ze uit het jaar";

const PROFILE =
  'profiel (JSON) waarmee een plan dat geen rapport is, gelezen wordt; meer dan één met een komma ertussen';

export const CLI_TEXTS_NL: CliTexts = {
  tagline:
    'Planboek leest rapporten van de beleids- en beheerscyclus en maakt er een werkboek van dat zichzelf controleert.',
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
      synopsis: 'planboek read BESTAND|BOEK.xlsx... [--json]',
      purpose: 'leest rapporten en plannen en toont een samenvatting, of het hele document als JSON',
      notes: [
        'BESTAND is een rapport of een plan als tekst of PDF; - is de standaardinvoer. Van een werkboek telt wat er nu op de bladen staat.',
        'Met --json staat er één JSON-object op de standaarduitvoer, en een rij van objecten bij meer dan één bestand. Anders staat er niets.',
        'Is één van de bestanden niet leesbaar, dan wordt er van geen enkel iets afgedrukt.',
      ],
      options: {
        json: 'toont het document in de vorm planboek/document@1',
        links: 'voegt voorstellen van koppelingen tussen de bestanden toe',
        set: SET,
        profile: PROFILE,
      },
    },
    build: {
      synopsis: 'planboek build BESTAND... -o BOEK.xlsx [--replace]',
      purpose: 'maakt één werkboek van een rapport en de plannen die erbij horen',
      notes: [
        'Eén werkboek neemt één rapport (jaarrekening, meerjarenplan) en zoveel andere plannen als u wilt. Tussen de documenten stelt het koppelingen voor.',
        'Staat er al een werkboek van Planboek, dan komt de nieuwe versie erin. Wat u schreef, blijft: wat alleen de nieuwe versie wijzigde, wordt overgenomen; wat u allebei wijzigde, houdt uw waarde en staat als conflict op Controle.',
        'Uw eigen rijen, kolommen, bladen, formules, opmerkingen en kleuren gaan mee. Kan iets niet mee, dan wordt dat opgesomd en wordt er niets vervangen. Het vorige werkboek blijft bewaard als BOEK.xlsx.bak.',
        'Een bestand dat geen werkboek van Planboek is, wordt nooit overschreven. Met --replace wordt wat er staat, helemaal opnieuw gemaakt; het oude blijft bewaard als BOEK.xlsx.bak.',
        'Geef een map om elk document zijn eigen werkboek te geven, met de naam van het document.',
        'Met -o - gaat het werkboek naar de standaarduitvoer en de samenvatting naar de foutuitvoer.',
      ],
      options: {
        output: 'het werkboek (.xlsx) of de map waarin het komt',
        replace: 'vervangt wat er al staat, na een kopie (.bak, .bak2, ...)',
        set: SET,
        profile: PROFILE,
      },
    },
    check: {
      synopsis: 'planboek check RAPPORT|BOEK.xlsx... [--json] [--only CONTROLE|FAMILIE] [--rules REGELS.json]',
      purpose: 'controleert een rapport of een werkboek en toont de bevindingen',
      notes: ['Een werkboek wordt gelezen zoals het bewaard is, met alles wat u erin hebt gewijzigd.'],
      options: {
        json: 'toont de bevindingen in de vorm planboek/findings@1',
        only: 'toont alleen deze controle of familie van controles',
        rules: 'regels van het bestuur (planboek/rules@1): ernst per controle, drempels, eigen regels',
        set: SET,
        profile: PROFILE,
      },
    },
    reconcile: {
      synopsis: 'planboek reconcile RAPPORT|BOEK.xlsx [--json]',
      purpose: 'toont van elk krediet waar het naartoe ging: van initieel krediet tot wat vervalt',
      notes: [
        'Uitgaven en ontvangsten staan apart en worden nooit opgeteld. Onder de lijnen staan J3, J1 en J2 ernaast.',
        'Een werkboek wordt gelezen zoals het bewaard is, met alles wat u erin hebt gewijzigd.',
      ],
      options: { json: 'toont de afstemming in de vorm planboek/reconciliation@1, in eurocent', profile: PROFILE },
    },
    compare: {
      synopsis: 'planboek compare OUD NIEUW [--json] [-o VERSCHIL.xlsx]',
      purpose: 'toont wat er verschilt tussen twee rapporten, plannen of werkboeken',
      notes: [
        'Onderdelen worden herkend aan hun code, daarna aan hun titel en plaats. Wat gelijk is, wordt geteld en niet opgesomd.',
        'Van een werkboek telt wat er nu op de bladen staat, met alles wat u erin hebt gewijzigd.',
        'Weggevallen woorden staan als [-zo-], nieuwe als {+zo+}.',
      ],
      options: {
        json: 'toont de vergelijking in de vorm planboek/comparison@1, in eurocent',
        output: 'bewaart de verschillen ook als werkboek; - is de standaarduitvoer',
        replace: 'vervangt een ander bestand dat er al staat, na een kopie (.bak, .bak2, ...)',
        profile: PROFILE,
      },
    },
    split: {
      synopsis: 'planboek split BOEK.xlsx -o MAP [--by NIVEAU|KOLOM] [--replace]',
      purpose: 'maakt voor elke eigenaar een werkboek met alleen de eigen rijen om in te vullen',
      notes: [
        'Zonder --by telt de kolom Eigenaar van het blad Plan, of anders het niveau boven de acties.',
        'Een deel vraagt status en evaluatie, zegt zelf wat er nog ontbreekt, en werkt zonder de invoegtoepassing. Een deel dat er al staat, wordt alleen met --replace overschreven.',
      ],
      options: {
        output: 'de map voor de delen',
        by: 'een niveau (AP) of een kolom van het blad Plan (Eigenaar)',
        replace: 'vervangt delen die er al staan, na een kopie (.bak, .bak2, ...)',
      },
    },
    collect: {
      synopsis: 'planboek collect BOEK.xlsx DEEL.xlsx... [-o BOEK2.xlsx [--replace]] [--json]',
      purpose: 'neemt over wat eigenaars in hun deel invulden, en zegt wat niet kon',
      notes: [
        'Wat een eigenaar wijzigde en in het werkboek nog is zoals het verstuurd werd, wordt overgenomen. Bij verschillende antwoorden blijft het werkboek zoals het is en staat het conflict op Controle.',
        'Zonder -o wordt er niets geschreven. Wat er bij -o al staat, blijft staan, behalve met --replace. Afsluitcode 1: er zijn conflicten, of er is iets geweigerd.',
      ],
      options: {
        json: 'toont het resultaat in de vorm planboek/collection@1',
        output: 'het werkboek met wat overgenomen is',
        replace: 'vervangt wat er al staat, na een kopie (.bak, .bak2, ...)',
      },
    },
    freeze: {
      synopsis: 'planboek freeze BOEK.xlsx -o KOPIE.xlsx [--replace]',
      purpose: 'maakt een vaste kopie met alleen waarden, met een stempel van wanneer en waarvan',
      notes: [
        'De kopie bevat de bladen van Planboek zonder formules en kan niet meer ingelezen worden. Eigen bladen en kolommen zitten er niet in.',
      ],
      options: {
        output: 'de vaste kopie; - is de standaarduitvoer',
        replace: 'vervangt een ander bestand dat er al staat, na een kopie (.bak, .bak2, ...)',
      },
    },
    profile: {
      synopsis: 'planboek profile PLAN [--profile PROFIEL.json] [-o PROFIEL.json]',
      purpose: 'stelt een profiel voor van een plan dat nog niet gekend is, en toont wat ermee gelezen wordt',
      notes: [
        'Een profiel is een JSON-bestand met de niveaus van het plan en de tekens waaraan ze te herkennen zijn.',
        'Bewaar het voorstel met -o, pas het aan, en kijk met --profile wat het geeft. Lees het plan er daarna mee: planboek build PLAN --profile PROFIEL.json -o BOEK.xlsx.',
      ],
      options: {
        profile: 'toont wat dit profiel van het plan maakt, in plaats van een voorstel',
        output: 'bewaart het profiel; - is de standaarduitvoer',
        replace: 'vervangt een profiel dat er al staat, na een kopie (.bak, .bak2, ...)',
      },
    },
  },
  exitCodes: [
    'Afsluitcode 0: gelukt. 1: `check` vond fouten. 2: een bestand of de opdracht was niet leesbaar, of er kon niet geschreven worden.',
  ],
  usage: {
    unknownCommand: (word, known) =>
      `Onbekende opdracht: ${word}. Kies uit ${known}, of vraag hulp met planboek --help.`,
    unknownOption: (option) => `Onbekende optie: ${option}. Kijk welke opties er zijn met --help.`,
    valueMissing: (option) => `Na ${option} hoort een waarde. Zet ze erachter, bijvoorbeeld: ${option} waarde.`,
    valueNotTaken: (option, value) =>
      `De optie ${option} neemt geen waarde, maar kreeg "${value}". Laat de waarde weg.`,
    valueUnknown: (option, value) =>
      `Onbekende waarde voor ${option}: ${value}. Kies één van de waarden tussen haakjes.`,
    optionRequired: (option) => `De optie ${option} ontbreekt. Kijk met --help hoe de opdracht eruitziet.`,
    fileMissing: () => 'Er is geen bestand opgegeven. Zet er een achter de opdracht, of - voor de standaardinvoer.',
    tooFewFiles: (_option, least) => `Er zijn te weinig bestanden opgegeven; deze opdracht neemt er minstens ${least}.`,
    tooManyFiles: (_option, most) => `Er zijn te veel bestanden opgegeven; deze opdracht neemt er ten hoogste ${most}.`,
    inputTwice: () => 'De standaardinvoer (-) kan maar één keer gelezen worden. Laat één - weg.',
    folderNeeded: (option, reports) =>
      `Meer dan één rapport past niet in één werkboek (${reports}). Geef bij ${option} een bestaande map op, of een naam die op / eindigt.`,
    sameTarget: (option, target) =>
      `Twee rapporten zouden hetzelfde werkboek worden (${target}). Geef ze andere namen of bouw ze apart met ${option}.`,
    unknownCheck: (option, known) => `Geen controle of familie heet ${option}. Families: ${known}.`,
  },
  file: {
    notFound: (file) => `${file}: dit bestand bestaat niet. Kijk de naam en de map na.`,
    directory: (file) =>
      `${file}: dit is een map. Geef een bestand op, bijvoorbeeld ${file.replace(/\/$/, '')}/rapport.txt.`,
    forbidden: (file) => `${file}: geen toegang. Kijk de rechten van het bestand en de map na.`,
    tooLarge: (file) => `${file}: dit bestand is te groot om te lezen. Splits het op of kies het rapport zelf.`,
    other: (file, code) =>
      `${file}: niet te lezen (${code}). Kijk na of de schijf bereikbaar is en het bestand niet in gebruik.`,
    notWritten: (file, code) =>
      `${file}: niet te schrijven (${code}). Kijk de map, de rechten en de vrije ruimte na, en of het werkboek niet open staat.`,
    targetIsFolder: (file) =>
      `${file}: dit is een map. Geef de naam van het werkboek, bijvoorbeeld ${file.replace(/\/$/, '')}/boek.xlsx.`,
    outputFailed: (code) =>
      `De standaarduitvoer neemt niets meer aan (${code}); wat er staat, is niet volledig. Kijk de vrije ruimte na.`,
  },
  target: {
    input: (file) =>
      `${file} wordt in deze opdracht gelezen en wordt dus niet overschreven. Geef met -o een andere naam.`,
    device: (file) =>
      `${file} is geen gewoon bestand maar een apparaat of een verbinding. Geef met -o de naam van een bestand.`,
    foreign: (file, reason) =>
      `${file} staat er al en wordt niet overschreven. ${reason} Geef met -o een andere naam, of vervang het met --replace; het oude blijft dan bewaard als ${file}.bak.`,
    otherFile: (file) =>
      `${file} staat er al en wordt niet overschreven. Geef met -o een andere naam, of vervang het met --replace; het oude blijft dan bewaard als ${file}.bak.`,
    tooLarge: 'Het is te groot om een werkboek van Planboek te zijn.',
    noBackup: (file, code) =>
      `${file}: er kon geen kopie van gemaakt worden (${code}), en dus is er niets vervangen. Kijk de map, de rechten en de vrije ruimte na.`,
    wouldBeLost: (file) =>
      `In ${file} is werk gemaakt dat niet mee kan naar de nieuwe versie. Er is niets gewijzigd. ` +
      `Geef met -o een andere naam om beide te houden, of maak het met --replace helemaal opnieuw; het oude, met ook de verklaringen en instellingen, blijft dan bewaard als ${file}.bak. Het gaat om:`,
    looksAreNew: (file) =>
      `${file} was sinds het gemaakt werd, bewaard met een ander programma. Wat erin gedaan werd, staat in het nieuwe werkboek, ook eigen bladen, kolommen, formules, kleuren en breedtes; rijhoogtes en afdrukinstellingen zijn die van Planboek. De vorige versie staat ernaast.`,
    work: {
      sheetAdded: (sheet) => `blad "${sheet}": een eigen blad`,
      sheetRemoved: (sheet) => `blad "${sheet}": verwijderd, en het zou terugkomen`,
      tableRemoved: (sheet, table) => `blad "${sheet}": de tabel ${table} is verwijderd, en ze zou terugkomen`,
      columnAdded: (sheet, column) => `blad "${sheet}": een eigen kolom "${column}"`,
      columnRemoved: (sheet, column) => `blad "${sheet}": de kolom "${column}" is verwijderd, en ze zou terugkomen`,
      rowAdded: (cell, key) => `${cell}: een toegevoegde rij${key === '' ? '' : ` (${key})`}`,
      rowRemoved: (sheet, key) =>
        `blad "${sheet}": een rij${key === '' ? '' : ` (${key})`} is verwijderd, en ze zou terugkomen`,
      note: (cell) => `${cell}: een opmerking`,
      formula: (cell) => `${cell}: een eigen formule`,
      cell: (cell, now, before) => `${cell}: ${now} (ingelezen: ${before})`,
      cellFilled: (cell, now) => `${cell}: ${now}`,
      more: (count) => `... en nog ${number(count)}`,
    },
  },
  notCarried: (file, lost) =>
    `Dit kon niet mee naar het nieuwe werkboek. Het vorige staat nog in ${file}.\n${lost.map((each) => `  ${each}`).join('\n')}`,
  otherBoard: (title) =>
    `In "${title}" staat nergens dat het van hetzelfde bestuur is als het rapport. Kijk na of het in dit werkboek hoort.`,
  profile: {
    bad: (file) =>
      `${file} is geen bruikbaar profiel. Verbeter wat hieronder staat, of maak een nieuw met planboek profile.`,
    unknownPlan: (file, tried) =>
      `${tried.length === 0 ? '' : `Van de profielen ${tried.join(', ')} past er geen. `}` +
      `Maak een profiel met: planboek profile ${file} -o PROFIEL.json; lees het plan er daarna mee: --profile PROFIEL.json.`,
    noDraft: (file) =>
      `${file}: er is geen enkel merkteken van niveaus te zien. Schrijf zelf een profiel; docs/profile.md legt uit hoe.`,
    written: (file) => `Profiel bewaard: ${file}`,
    levels: 'Niveaus (onderdelen, eerste titel)',
    found: 'Verder gevonden',
    indicators: counted('nl', 'indicator', 'indicatoren'),
    table: (title, rows) => `tabel "${title}": ${counted('nl', 'rij', 'rijen')(rows)}`,
    roles: 'Regels per rol',
    unrecognised: (count) => `${counted('nl', 'regel', 'regels')(count)} niet herkend`,
    reviews: (count) => `${counted('nl', 'twijfel', 'twijfels')(count)} om na te kijken`,
    more: (count) => `... en nog ${number(count)}`,
  },
  parts: {
    unknownBy: (by, levels) =>
      `Geen niveau en geen kolom van het blad Plan heet ${by}. De niveaus zijn ${levels}; kolommen staan in de kop van de tabel.`,
    nothingToSplit: (book) =>
      `${book}: er zijn geen rijen om uit te delen. Vul de kolom van de eigenaars in, of kies een niveau met --by.`,
    written: (parts, left) =>
      `${counted('nl', 'deel', 'delen')(parts)} gemaakt.${left > 0 ? ` ${counted('nl', 'rij zit', 'rijen zitten')(left)} in geen enkel deel.` : ''}`,
    progress: (part, rows, filled, taken, conflicts, rejected) =>
      `${part}: ${number(filled)} van ${counted('nl', 'rij', 'rijen')(rows)} ingevuld; ${number(taken)} overgenomen, ${counted('nl', 'conflict', 'conflicten')(conflicts)}, ${number(rejected)} geweigerd`,
    conflict: (code, field, values) =>
      `CONFLICT  ${code}, ${field}: ${values}. Het werkboek blijft zoals het is tot u kiest.`,
    rejected: (part, reason) => `GEWEIGERD  ${part}: ${reason}`,
    notInBook: (code) => `${code}: deze rij staat niet meer in het werkboek`,
    frozen: (book, sheets) => `Vaste kopie van ${book}: ${sheets} bladen, alleen waarden`,
    fields: { title: 'titel', status: 'status', text: 'evaluatie' },
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
    info: { name: 'info', count: counted('nl', 'info', 'info') },
  },
  states: FINDING_STATE_NAMES.nl,
  noFindings: 'geen bevindingen',
  badRules: (file) => `${file} is geen bruikbaar bestand met regels:`,
  ran: (done, all) => `${done} van ${all} controles uitgevoerd.`,
  notRun: (checks) => `Niets om na te kijken voor: ${checks}.`,
  part: (schema) => labelOfPart(schema, 'nl'),
  line: (line) => `regel ${line}`,
  column: (column) => `kolom ${column}`,
  summary: {
    plan: (from, to) => `Plan van ${from} tot ${to}`,
    nodes: 'Plan',
    parts: 'onderdelen',
    total: 'totaal',
    withoutEvaluation: 'zonder evaluatie',
    unknownStatus: 'onbekende status',
    narratives: (evaluations, narratives) =>
      `${counted('nl', 'evaluatie', 'evaluaties')(evaluations)}, ${number(narratives)} met toelichting`,
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
    linesRead: (total, unrecognised) =>
      `${counted('nl', 'regel', 'regels')(total)} gelezen, ${number(unrecognised)} niet herkend`,
    findings: 'Bevindingen',
    workbook: 'Werkboek',
    sheets: counted('nl', 'blad', 'bladen'),
    before: 'Vorige versie',
  },
  reconciliation: {
    heading: 'Afstemming van de kredieten (euro)',
    nothing: 'Dit document bevat geen kredieten van een afgesloten jaar.',
    code: 'Code',
    title: 'Omschrijving',
    kind: 'Soort',
    verdict: 'Oordeel',
    total: 'Totaal',
    allKinds: 'Alle soorten',
    notInPlan: '(staat niet in het plan)',
    ties: "Naast de schema's",
    schema: 'Schema',
    row: 'Rij',
    column: 'Kolom',
    printed: 'Gedrukt',
    computed: 'Uit de lijnen',
    difference: 'Verschil',
    rounding: 'afronding',
    doesNotClose: 'sluit niet',
    identity:
      'Eindkrediet + overschreden + te veel overgedragen = jaarrekening + overgedragen + vervallen. Bij ontvangsten heet dat meer en minder ontvangen.',
  },
};
