import type { Language } from '../../plan/finding';
import { counted } from '../counted';

/** What a conflict can be answered with; `open`: not yet. */
type Answer = 'mine' | 'theirs' | 'both' | 'open';

/** What a change is about, to choose by. */
type ChangeSort = 'money' | 'words' | 'status' | 'place' | 'rows' | 'other';

/** Texts of the screen of changes: what is undecided, what was changed, two versions beside each other, parts of colleagues. */
export interface ChangesTexts {
  readonly title: string;
  readonly view: string;
  readonly tabs: Readonly<Record<'list' | 'compare' | 'parts', string>>;
  readonly conflicts: {
    readonly title: (count: number) => string;
    readonly intro: string;
    readonly base: string;
    readonly mine: string;
    readonly theirs: string;
    readonly part: (name: string) => string;
    readonly answer: string;
    readonly answers: Readonly<Record<Answer, string>>;
    readonly all: string;
    readonly allAnswers: Readonly<Record<Answer, string>>;
    readonly inCell: string;
    readonly more: (count: string) => string;
    readonly carryOut: (count: number) => string;
    readonly later: string;
  };
  readonly kept: (count: number) => string;
  readonly list: {
    readonly title: string;
    readonly since: (version: string) => string;
    readonly none: string;
    readonly from: string;
    readonly to: string;
    readonly added: string;
    readonly removed: string;
    readonly plan: string;
    readonly everyPlan: string;
    readonly noPlan: string;
    readonly sort: string;
    readonly everySort: string;
    readonly sorts: Readonly<Record<ChangeSort, string>>;
    readonly size: string;
    readonly everySize: string;
    readonly atLeast: (euro: string) => string;
    readonly shown: (shown: string, all: string) => string;
    readonly nothingFound: string;
    readonly sums: string;
    readonly sumsNote: string;
    readonly takeBack: string;
    readonly takeBackAll: (count: number) => string;
    readonly askAll: (count: number) => string;
    readonly takenBack: (count: number) => string;
    readonly transfer: (id: string) => string;
  };
  readonly decided: (count: number) => string;
  readonly compare: {
    readonly title: string;
    readonly intro: string;
    readonly choose: string;
    readonly of: (name: string) => string;
    readonly ofBook: (name: string) => string;
    readonly turn: string;
    readonly stop: string;
    readonly same: string;
    readonly kind: string;
    readonly show: (change: string, count: string) => string;
    readonly amounts: string;
    readonly sums: string;
    readonly figures: (count: string) => string;
    readonly proposals: string;
    readonly more: (count: string) => string;
    readonly download: string;
    readonly was: (code: string) => string;
  };
  readonly parts: {
    readonly title: string;
    readonly intro: string;
    readonly by: string;
    readonly usual: string;
    readonly split: string;
    readonly made: (parts: number, file: string) => string;
    readonly left: (count: number) => string;
    readonly collectTitle: string;
    readonly collectIntro: string;
    readonly collect: string;
    readonly progress: (rows: string, filled: string) => string;
    readonly taken: (count: number) => string;
    readonly conflicts: (count: number) => string;
    readonly rejected: (count: number) => string;
    readonly nothing: string;
    readonly notInBook: (code: string) => string;
    readonly nobody: string;
    readonly takeOver: (count: number) => string;
    readonly takenOver: (count: number) => string;
    readonly freezeTitle: string;
    readonly freezeIntro: string;
    readonly freeze: string;
  };
}

export const CHANGES_TEXTS: Readonly<Record<Language, ChangesTexts>> = {
  nl: {
    title: 'Wijzigingen',
    view: 'Wat toont dit scherm?',
    tabs: { list: 'Lijst', compare: 'Vergelijken', parts: 'Delen' },
    conflicts: {
      title: counted(
        'nl',
        'plaats die u en de nieuwe versie allebei wijzigden',
        'plaatsen die u en de nieuwe versie allebei wijzigden',
      ),
      intro: 'Het werkboek houdt wat van u is, tot u anders beslist. Wat u nu niet beslist, blijft op Controle staan.',
      base: 'Bij het inlezen',
      mine: 'Van u',
      theirs: 'Nieuwe versie',
      part: (name) => `Deel ${name}`,
      answer: 'Wat komt er te staan?',
      answers: { mine: 'het mijne', theirs: 'het nieuwe', both: 'allebei', open: 'later beslissen' },
      all: 'Voor alle tegelijk',
      allAnswers: {
        mine: 'Overal het mijne',
        theirs: 'Overal het nieuwe',
        both: 'Teksten: allebei',
        open: 'Alles later',
      },
      inCell: 'Het nieuwe neemt u hier over door het in de cel te typen.',
      more: (count) => `Toon er nog ${count}`,
      carryOut: counted('nl', 'beslissing uitvoeren', 'beslissingen uitvoeren'),
      later: 'Beslist u niets, dan blijft staan wat van u is.',
    },
    kept: counted('nl', 'wijziging van u blijft staan', 'wijzigingen van u blijven staan'),
    list: {
      title: 'Wat u wijzigde',
      since: (version) => `Sinds ${version}.`,
      none: 'Het werkboek is zoals het ingelezen is: er is niets gewijzigd.',
      from: 'van',
      to: 'naar',
      added: 'rij toegevoegd',
      removed: 'rij verwijderd',
      plan: 'Plan',
      everyPlan: 'Alle',
      noPlan: "Schema's en overdrachten",
      sort: 'Soort',
      everySort: 'Alle',
      sorts: {
        money: 'Bedragen',
        words: 'Titels en teksten',
        status: 'Statussen',
        place: 'Plaats en code',
        rows: 'Rijen erbij of weg',
        other: 'Periode en prioriteit',
      },
      size: 'Grootte',
      everySize: 'Alle',
      atLeast: (euro) => `vanaf ${euro} euro`,
      shown: (shown, all) => `${shown} van ${all} wijzigingen`,
      nothingFound: 'Geen wijziging voldoet aan deze keuze.',
      sums: 'Som van de getoonde wijzigingen (euro)',
      sumsNote: 'Kredieten en overdrachten, elk opgeteld; uitgaven en ontvangsten nooit samen.',
      takeBack: 'Terugnemen',
      takeBackAll: counted('nl', 'getoonde wijziging terugnemen', 'getoonde wijzigingen terugnemen'),
      askAll: counted('nl', 'wijziging terugnemen?', 'wijzigingen terugnemen?'),
      takenBack: counted('nl', 'wijziging teruggenomen.', 'wijzigingen teruggenomen.'),
      transfer: (id) => `overdracht ${id}`,
    },
    decided: counted('nl', 'beslissing uitgevoerd.', 'beslissingen uitgevoerd.'),
    compare: {
      title: 'Vergelijken met een ander bestand',
      intro: 'Kies een rapport of een werkboek van Planboek. Er wordt niets geschreven.',
      choose: 'Bestand kiezen',
      of: (name) => `Referentie: ${name}. Nieuw: dit werkboek.`,
      ofBook: (name) => `Referentie: dit werkboek. Nieuw: ${name}.`,
      turn: 'Omdraaien',
      stop: 'Sluit de vergelijking',
      same: 'Er is geen verschil.',
      kind: 'Toon',
      show: (change, count) => `${change} (${count})`,
      amounts: 'Bedragen',
      sums: 'Som van de wijzigingen (euro)',
      figures: (count) => `Verder verschillen ${count} cijfers in de schema’s.`,
      proposals: 'Na te kijken',
      more: (count) => `Toon er nog ${count}`,
      download: 'Vergelijking downloaden',
      was: (code) => `code was ${code}`,
    },
    parts: {
      title: 'Delen voor collega’s',
      intro: 'Elk krijgt een werkboek met alleen de eigen rijen om in te vullen. U krijgt ze samen in één zipbestand.',
      by: 'Verdeel volgens',
      usual: 'Eigenaar, of anders per plan',
      split: 'Delen maken',
      made: (parts, file) => `${parts} delen staan klaar in ${file}.`,
      left: counted('nl', 'rij zit in geen enkel deel.', 'rijen zitten in geen enkel deel.'),
      collectTitle: 'Delen terugnemen',
      collectIntro: 'Kies de delen die terugkwamen, samen of apart. U ziet eerst wat erin staat.',
      collect: 'Delen kiezen',
      progress: (rows, filled) => `${filled} van ${rows} rijen ingevuld`,
      taken: counted('nl', 'nieuw antwoord', 'nieuwe antwoorden'),
      conflicts: counted('nl', 'tegenspraak', 'tegenspraken'),
      rejected: counted('nl', 'geweigerd', 'geweigerd'),
      nothing: 'Er is niets over te nemen.',
      notInBook: (code) => `${code}: deze rij staat niet meer in het werkboek`,
      nobody: 'Er zijn geen delen te maken: het plan heeft geen rijen voor een ander.',
      takeOver: counted('nl', 'antwoord in het werkboek zetten', 'antwoorden in het werkboek zetten'),
      takenOver: counted('nl', 'antwoord staat in het werkboek.', 'antwoorden staan in het werkboek.'),
      freezeTitle: 'Vaste kopie',
      freezeIntro:
        'Een kopie met alleen waarden, zonder formules, met een stempel van wanneer en waarvan: voor de raad of het archief.',
      freeze: 'Vaste kopie downloaden',
    },
  },
  en: {
    title: 'Changes',
    view: 'What does this screen show?',
    tabs: { list: 'List', compare: 'Compare', parts: 'Parts' },
    conflicts: {
      title: counted(
        'en',
        'place that you and the new version both changed',
        'places that you and the new version both changed',
      ),
      intro: 'The workbook keeps yours until you decide otherwise. What you do not decide now stays on Controle.',
      base: 'As it was read',
      mine: 'Yours',
      theirs: 'New version',
      part: (name) => `Part ${name}`,
      answer: 'What is to stand there?',
      answers: { mine: 'mine', theirs: 'the new one', both: 'both', open: 'decide later' },
      all: 'For all at once',
      allAnswers: {
        mine: 'Mine everywhere',
        theirs: 'The new one everywhere',
        both: 'Texts: both',
        open: 'All later',
      },
      inCell: 'To take the new one over, type it in the cell.',
      more: (count) => `Show ${count} more`,
      carryOut: counted('en', 'decision to carry out', 'decisions to carry out'),
      later: 'If you decide nothing, yours stays.',
    },
    kept: counted('en', 'change of yours stays', 'changes of yours stay'),
    list: {
      title: 'What you changed',
      since: (version) => `Since ${version}.`,
      none: 'The workbook is as it was read: nothing was changed.',
      from: 'from',
      to: 'to',
      added: 'row added',
      removed: 'row removed',
      plan: 'Plan',
      everyPlan: 'All',
      noPlan: 'Schemas and credits carried over',
      sort: 'Kind',
      everySort: 'All',
      sorts: {
        money: 'Amounts',
        words: 'Titles and texts',
        status: 'Statuses',
        place: 'Place and code',
        rows: 'Rows added or gone',
        other: 'Period and priority',
      },
      size: 'Size',
      everySize: 'All',
      atLeast: (euro) => `${euro} euro or more`,
      shown: (shown, all) => `${shown} of ${all} changes`,
      nothingFound: 'No change fits this choice.',
      sums: 'Sum of the changes shown (euro)',
      sumsNote: 'Credits and credits carried over; expenditure and receipts are never added.',
      takeBack: 'Take back',
      takeBackAll: counted('en', 'change shown: take back', 'changes shown: take back'),
      askAll: counted('en', 'change: take it back?', 'changes: take them back?'),
      takenBack: counted('en', 'change taken back.', 'changes taken back.'),
      transfer: (id) => `carried over ${id}`,
    },
    decided: counted('en', 'decision carried out.', 'decisions carried out.'),
    compare: {
      title: 'Compare with another file',
      intro: 'Choose a report or a workbook of Planboek. Nothing is written.',
      choose: 'Choose a file',
      of: (name) => `Reference: ${name}. New: this workbook.`,
      ofBook: (name) => `Reference: this workbook. New: ${name}.`,
      turn: 'Turn around',
      stop: 'Close the comparison',
      same: 'There is no difference.',
      kind: 'Show',
      show: (change, count) => `${change} (${count})`,
      amounts: 'Amounts',
      sums: 'Sum of the changes (euro)',
      figures: (count) => `Also, ${count} figures of the schemas differ.`,
      proposals: 'To be looked at',
      more: (count) => `Show ${count} more`,
      download: 'Download the comparison',
      was: (code) => `code was ${code}`,
    },
    parts: {
      title: 'Parts for colleagues',
      intro: 'Each gets a workbook with only their own rows to fill in. You get them together in one zip file.',
      by: 'Divide by',
      usual: 'Owner, or else by plan',
      split: 'Make parts',
      made: (parts, file) => `${parts} parts are ready in ${file}.`,
      left: counted('en', 'row is in no part.', 'rows are in no part.'),
      collectTitle: 'Take parts back',
      collectIntro: 'Choose the parts that came back, together or one by one. You see what is in them first.',
      collect: 'Choose parts',
      progress: (rows, filled) => `${filled} of ${rows} rows filled in`,
      taken: counted('en', 'new answer', 'new answers'),
      conflicts: counted('en', 'contradiction', 'contradictions'),
      rejected: counted('en', 'refused', 'refused'),
      nothing: 'There is nothing to take over.',
      notInBook: (code) => `${code}: this row is no longer in the workbook`,
      nobody: 'There are no parts to make: the plan has no rows for anybody else.',
      takeOver: counted('en', 'answer to put into the workbook', 'answers to put into the workbook'),
      takenOver: counted('en', 'answer is in the workbook.', 'answers are in the workbook.'),
      freezeTitle: 'Fixed copy',
      freezeIntro:
        'A copy with values only, without formulas, stamped with when and of what: for the council or the archive.',
      freeze: 'Download fixed copy',
    },
  },
};
