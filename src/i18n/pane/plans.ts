import type { Language } from '../../plan/finding';
import type { LinkKind, LinkState } from '../../plan/link';
import type { RestructureProblem } from '../../plan/restructure';
import type { ReviewReason } from '../../plan/review';
import { counted } from '../counted';

/** Texts about plans beside the report: how they are read, what is doubtful in them, and what links them. */
export interface PlansTexts {
  readonly profile: {
    readonly title: string;
    readonly intro: (name: string) => string;
    readonly noDraft: string;
    readonly describe: string;
    readonly load: string;
    readonly documentTitle: string;
    readonly from: string;
    readonly to: string;
    readonly levels: string;
    readonly levelName: (name: string) => string;
    readonly nodes: (count: number) => string;
    readonly first: (title: string) => string;
    readonly up: (name: string) => string;
    readonly down: (name: string) => string;
    readonly remove: (name: string) => string;
    readonly singleLine: string;
    readonly lines: string;
    readonly linesHint: string;
    readonly search: string;
    readonly line: (line: string, role: string) => string;
    readonly teach: (text: string) => string;
    readonly lessons: Readonly<Record<'field' | 'indicators' | 'heading' | 'text' | 'furniture' | 'table', string>>;
    readonly ofLevel: (name: string) => string;
    readonly newLevel: string;
    readonly newLevelName: string;
    readonly under: string;
    readonly atTop: string;
    readonly tableTitle: string;
    readonly tableColumns: string;
    readonly tableTotal: string;
    readonly unit: string;
    readonly units: Readonly<Record<'euro' | 'percent' | 'count', string>>;
    readonly apply: string;
    readonly unrecognised: (count: number) => string;
    readonly others: (indicators: number, tables: number) => string;
    readonly read: string;
    readonly json: string;
    readonly jsonHint: string;
    readonly useJson: string;
    readonly badFile: string;
    readonly problems: Readonly<
      Record<'noMark' | 'unknownLevel' | 'levelExists' | 'noFigures' | 'lastLevel' | 'noRoom', string>
    >;
    readonly more: string;
  };
  readonly documents: {
    readonly together: string;
    readonly hint: string;
    readonly main: string;
  };
  readonly review: {
    readonly title: (open: number) => string;
    readonly hint: string;
    readonly none: string;
    readonly reasons: Readonly<Record<ReviewReason, string>>;
    readonly level: string;
    readonly accept: string;
    readonly promote: string;
    readonly demote: string;
    readonly merge: string;
    readonly split: string;
    readonly splitAt: string;
    readonly toText: string;
    readonly done: string;
    readonly more: string;
    readonly problems: Readonly<Record<RestructureProblem, string>>;
  };
  readonly links: {
    readonly title: string;
    readonly intro: string;
    readonly none: string;
    readonly state: string;
    readonly states: Readonly<Record<LinkState, string>>;
    readonly all: string;
    readonly document: string;
    readonly every: string;
    readonly count: (count: number) => string;
    readonly kinds: Readonly<Record<LinkKind, string>>;
    readonly confirm: string;
    readonly refuse: string;
    readonly reopen: string;
    readonly weight: string;
    readonly weightHint: string;
    readonly badWeight: string;
    readonly tooMuch: (percent: string) => string;
    readonly reason: (reason: string) => string;
    readonly evidence: string;
    readonly saved: string;
    readonly more: (count: number) => string;
  };
}

export const PLANS_TEXTS: Readonly<Record<Language, PlansTexts>> = {
  nl: {
    profile: {
      title: 'Een plan beschrijven',
      intro: (name) =>
        `${name} is geen rapport en lijkt op geen gekend plan. Zeg hier waaraan de niveaus te herkennen zijn; wat ervan komt, ziet u meteen.`,
      noDraft:
        'Er zijn geen merktekens te zien. Kies hieronder een regel die een onderdeel van het plan is, en zeg van welk niveau.',
      describe: 'Dit plan beschrijven',
      load: 'Profiel laden (.json)',
      documentTitle: 'Titel van het plan',
      from: 'Van jaar',
      to: 'Tot jaar',
      levels: 'Niveaus',
      levelName: (name) => `Naam van niveau ${name}`,
      nodes: counted('nl', 'onderdeel', 'onderdelen'),
      first: (title) => `eerste: ${title}`,
      up: (name) => `${name} een niveau hoger`,
      down: (name) => `${name} een niveau lager`,
      remove: (name) => `Niveau ${name} weglaten`,
      singleLine: 'titel op één regel',
      lines: 'Regels van het document',
      linesHint: 'Klopt een regel niet, kies hem en zeg wat hij is. Alle regels die er zo uitzien, volgen.',
      search: 'Zoeken in de regels',
      line: (line, role) => `regel ${line}: ${role}`,
      teach: (text) => `Wat is "${text}"?`,
      lessons: {
        field: 'een onderdeel met een label',
        indicators: 'een indicator',
        heading: 'een kop buiten het plan',
        text: 'gewone tekst',
        furniture: 'paginanummer of kopregel',
        table: 'een rij van een tabel',
      },
      ofLevel: (name) => `een ${name}`,
      newLevel: 'een nieuw niveau…',
      newLevelName: 'Naam van het nieuwe niveau',
      under: 'Staat onder',
      atTop: 'bovenaan',
      tableTitle: 'Titel van de tabel',
      tableColumns: 'Kolommen, met ; ertussen',
      tableTotal: 'Begin van de totaalrij',
      unit: 'Eenheid',
      units: { euro: 'euro', percent: 'procent', count: 'aantal' },
      apply: 'Toepassen',
      unrecognised: (count) =>
        count === 0 ? 'Elke regel heeft een plaats.' : `${counted('nl', 'regel', 'regels')(count)} zonder plaats.`,
      others: (indicators, tables) =>
        `Verder: ${counted('nl', 'indicator', 'indicatoren')(indicators)}, ${counted('nl', 'tabel', 'tabellen')(tables)}.`,
      read: 'Hiermee inlezen',
      json: 'Profiel als tekst (JSON)',
      jsonHint:
        'Kopieer het naar een bestand om het elders te gebruiken, of plak hier een ander. In het werkboek gaat het vanzelf mee.',
      useJson: 'Dit profiel gebruiken',
      badFile: 'Dit is geen bruikbaar profiel:',
      problems: {
        noMark: 'Deze regel heeft geen label: een woord met een dubbele punt.',
        unknownLevel: 'Dit niveau bestaat niet meer. Kies een ander.',
        levelExists: 'Geef het niveau een naam die nog niet gebruikt is.',
        noFigures: 'Deze regel heeft niet zoveel cijfers als u kolommen noemt. Noem elke kolom met cijfers.',
        lastLevel: 'Dat kan niet: er is geen ander niveau om mee te wisselen, of het is het laatste.',
        noRoom: 'Er zijn al zoveel niveaus of kopregels als er kunnen zijn.',
      },
      more: 'Meer regels tonen',
    },
    documents: {
      together: 'Samen in het werkboek',
      hint: 'Plannen komen naast het rapport, met voorstellen van koppelingen. Laat weg wat er niet bij hoort.',
      main: 'Waarover het werkboek gaat',
    },
    review: {
      title: (open) => `Na te kijken (${open})`,
      hint: 'Wat de lezer afleidde en niet gedrukt staat. Wijzig het of zeg dat het klopt; niets gaat verloren.',
      none: 'Alles is nagekeken.',
      reasons: {
        level: 'niveau afgeleid',
        kind: 'aan vorm of woorden herkend',
        unmarked: 'tekst zonder merkteken',
        label: 'label ontbreekt',
        boundary: 'einde afgeleid',
      },
      level: 'niveau',
      accept: 'Klopt',
      promote: 'Hoger',
      demote: 'Lager',
      merge: 'Bij vorige',
      split: 'Splitsen',
      splitAt: 'Splitsen voor',
      toText: 'Is tekst',
      done: 'Gewijzigd.',
      more: 'Meer tonen',
      problems: {
        unknownNode: 'Dit onderdeel bestaat niet meer.',
        unknownLevel: 'Dit niveau bestaat niet.',
        noHigherLevel: 'Er is geen hoger niveau.',
        noDeeperLevel: 'Er is geen lager niveau.',
        noNodeBefore: 'Er staat geen onderdeel voor om mee samen te voegen.',
        nothingToSplit: 'Hier valt niets te splitsen.',
        unknownReview: 'Dit is al nagekeken.',
      },
    },
    links: {
      title: 'Koppelingen',
      intro: 'Wat waar uitgewerkt wordt. Een voorstel telt pas mee als u het bevestigt.',
      none: 'Geen koppelingen met deze keuze.',
      state: 'Toestand',
      states: { explicit: 'in de tekst', proposed: 'voorgesteld', confirmed: 'bevestigd', rejected: 'verworpen' },
      all: 'alle',
      document: 'Met document',
      every: 'alle documenten',
      count: counted('nl', 'koppeling', 'koppelingen'),
      kinds: { refersTo: 'verwijst naar', worksOut: 'werkt uit', follows: 'volgt op', contributesTo: 'draagt bij aan' },
      confirm: 'Bevestigen',
      refuse: 'Verwerpen',
      reopen: 'Terug naar voorstel',
      weight: 'Gewicht in %',
      weightHint: 'Leeg: wat overblijft, gelijk verdeeld.',
      badWeight: 'Een getal van 0 tot 100.',
      tooMuch: (percent) => `Samen ${percent} % voor dit onderdeel; meer dan 100 % kan niet. Verlaag een gewicht.`,
      reason: (reason) => `Waarom: ${reason}`,
      evidence: 'In de tekst',
      saved: 'Koppeling bewaard.',
      more: (count) => `Nog ${count} tonen`,
    },
  },
  en: {
    profile: {
      title: 'Describe a plan',
      intro: (name) =>
        `${name} is no report and looks like no known plan. Say here what its levels are known by; you see at once what comes of it.`,
      noDraft: 'No marks are to be seen. Choose a line below that is a part of the plan, and say of which level.',
      describe: 'Describe this plan',
      load: 'Load a profile (.json)',
      documentTitle: 'Title of the plan',
      from: 'From year',
      to: 'To year',
      levels: 'Levels',
      levelName: (name) => `Name of level ${name}`,
      nodes: counted('en', 'part', 'parts'),
      first: (title) => `first: ${title}`,
      up: (name) => `${name} one level up`,
      down: (name) => `${name} one level down`,
      remove: (name) => `Leave out level ${name}`,
      singleLine: 'title on one line',
      lines: 'Lines of the document',
      linesHint: 'Is a line wrong, choose it and say what it is. All lines that look like it follow.',
      search: 'Search the lines',
      line: (line, role) => `line ${line}: ${role}`,
      teach: (text) => `What is "${text}"?`,
      lessons: {
        field: 'a labelled part',
        indicators: 'an indicator',
        heading: 'a heading outside the plan',
        text: 'plain text',
        furniture: 'page number or running head',
        table: 'a row of a table',
      },
      ofLevel: (name) => `a ${name}`,
      newLevel: 'a new level…',
      newLevelName: 'Name of the new level',
      under: 'Stands under',
      atTop: 'at the top',
      tableTitle: 'Title of the table',
      tableColumns: 'Columns, with ; in between',
      tableTotal: 'Start of the total row',
      unit: 'Unit',
      units: { euro: 'euro', percent: 'percent', count: 'number' },
      apply: 'Apply',
      unrecognised: (count) =>
        count === 0 ? 'Every line has a place.' : `${counted('en', 'line', 'lines')(count)} without a place.`,
      others: (indicators, tables) =>
        `Also: ${counted('en', 'indicator', 'indicators')(indicators)}, ${counted('en', 'table', 'tables')(tables)}.`,
      read: 'Read with this',
      json: 'Profile as text (JSON)',
      jsonHint: 'Copy it into a file to use it elsewhere, or paste another here. The workbook keeps it by itself.',
      useJson: 'Use this profile',
      badFile: 'This is no usable profile:',
      problems: {
        noMark: 'This line has no label: a word with a colon.',
        unknownLevel: 'This level is gone. Choose another.',
        levelExists: 'Give the level a name that is not in use yet.',
        noFigures: 'This line does not have as many figures as you name columns. Name each column of figures.',
        lastLevel: 'That cannot be: there is no other level to change with, or it is the last.',
        noRoom: 'There are as many levels or running heads as there can be.',
      },
      more: 'Show more lines',
    },
    documents: {
      together: 'Together in the workbook',
      hint: 'Plans come beside the report, with proposals of links. Leave out what does not belong.',
      main: 'What the workbook is about',
    },
    review: {
      title: (open) => `To look at (${open})`,
      hint: 'What the reader inferred and is not printed. Change it or say that it is right; nothing is lost.',
      none: 'Everything was looked at.',
      reasons: {
        level: 'level inferred',
        kind: 'known by look or words',
        unmarked: 'text without a mark',
        label: 'label missing',
        boundary: 'end inferred',
      },
      level: 'level',
      accept: 'Correct',
      promote: 'Higher',
      demote: 'Lower',
      merge: 'Join previous',
      split: 'Split',
      splitAt: 'Split before',
      toText: 'Is text',
      done: 'Changed.',
      more: 'Show more',
      problems: {
        unknownNode: 'This part is gone.',
        unknownLevel: 'This level does not exist.',
        noHigherLevel: 'There is no higher level.',
        noDeeperLevel: 'There is no deeper level.',
        noNodeBefore: 'No part stands before it to be joined with.',
        nothingToSplit: 'There is nothing to split here.',
        unknownReview: 'This was looked at already.',
      },
    },
    links: {
      title: 'Links',
      intro: 'What is worked out where. A proposal counts only once you confirm it.',
      none: 'No links with this choice.',
      state: 'State',
      states: { explicit: 'in the text', proposed: 'proposed', confirmed: 'confirmed', rejected: 'rejected' },
      all: 'all',
      document: 'With document',
      every: 'all documents',
      count: counted('en', 'link', 'links'),
      kinds: { refersTo: 'refers to', worksOut: 'works out', follows: 'follows', contributesTo: 'contributes to' },
      confirm: 'Confirm',
      refuse: 'Refuse',
      reopen: 'Back to proposal',
      weight: 'Weight in %',
      weightHint: 'Empty: what is left, divided evenly.',
      badWeight: 'A number from 0 to 100.',
      tooMuch: (percent) => `Together ${percent} % for this part; more than 100 % cannot be. Lower a weight.`,
      reason: (reason) => `Why: ${reason}`,
      evidence: 'In the text',
      saved: 'Link kept.',
      more: (count) => `Show ${count} more`,
    },
  },
};
