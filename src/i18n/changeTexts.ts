import type { Language } from '../plan/finding';

/** What became of a node between two versions. */
type NodeChange = 'added' | 'removed' | 'moved' | 'retitled' | 'changed' | 'same';
type NodeField = 'title' | 'parent' | 'code' | 'level' | 'status' | 'text' | 'priority' | 'from' | 'to';

/** Words about differences, for the command line and the sheets that show them. */
export interface ChangeTexts {
  readonly heading: (old: string, now: string) => string;
  readonly changes: Readonly<Record<NodeChange, string>>;
  readonly fields: Readonly<Record<NodeField, string>>;
  readonly matchedBy: Readonly<Record<'title' | 'likeness', string>>;
  readonly nodes: string;
  readonly amounts: string;
  readonly figures: string;
  readonly totals: string;
  readonly proposals: string;
  readonly proposal: Readonly<Record<'split' | 'joined', (old: string, now: string) => string>>;
  readonly others: (transfers: number, indicators: number, links: number) => string;
  readonly nothing: string;
  readonly code: string;
  readonly reference: string;
  readonly change: string;
  readonly now: string;
  readonly plan: string;
  readonly yes: string;
  readonly no: string;
  readonly empty: string;
}

export const CHANGE_TEXTS: Readonly<Record<Language, ChangeTexts>> = {
  nl: {
    heading: (old, now) => `${old} vergeleken met ${now}`,
    changes: {
      added: 'toegevoegd',
      removed: 'verwijderd',
      moved: 'verplaatst',
      retitled: 'andere titel',
      changed: 'gewijzigd',
      same: 'gelijk',
    },
    fields: {
      title: 'titel',
      parent: 'hoort onder',
      code: 'code',
      level: 'niveau',
      status: 'status',
      text: 'evaluatie',
      priority: 'prioritair',
      from: 'van',
      to: 'tot',
    },
    matchedBy: { title: 'herkend aan de titel', likeness: 'herkend aan een gelijkende titel' },
    nodes: 'Onderdelen van het plan',
    amounts: 'Bedragen van het plan (euro)',
    figures: "Cijfers van de schema's (euro)",
    totals: 'Som van de wijzigingen per soort en richting (euro)',
    proposals: 'Na te kijken',
    proposal: {
      split: (old, now) => `${old} lijkt gesplitst in ${now}`,
      joined: (old, now) => `${old} lijken samengevoegd in ${now}`,
    },
    others: (transfers, indicators, links) =>
      `Verder: ${transfers} overdrachten, ${indicators} indicatoren en ${links} koppelingen verschillen.`,
    nothing: 'Er is geen verschil.',
    code: 'Code',
    reference: 'Referentie',
    change: 'Wijziging',
    now: 'Nieuw',
    plan: 'het plan',
    yes: 'ja',
    no: 'nee',
    empty: '(leeg)',
  },
  en: {
    heading: (old, now) => `${old} compared with ${now}`,
    changes: {
      added: 'added',
      removed: 'removed',
      moved: 'moved',
      retitled: 'retitled',
      changed: 'changed',
      same: 'same',
    },
    fields: {
      title: 'title',
      parent: 'belongs under',
      code: 'code',
      level: 'level',
      status: 'status',
      text: 'evaluation',
      priority: 'priority',
      from: 'from',
      to: 'to',
    },
    matchedBy: { title: 'known by its title', likeness: 'known by a title much like it' },
    nodes: 'Parts of the plan',
    amounts: 'Amounts of the plan (euro)',
    figures: 'Figures of the schemas (euro)',
    totals: 'Sum of the changes per kind and direction (euro)',
    proposals: 'To be looked at',
    proposal: {
      split: (old, now) => `${old} seems to be split into ${now}`,
      joined: (old, now) => `${old} seem to be joined in ${now}`,
    },
    others: (transfers, indicators, links) =>
      `Also: ${transfers} transfers, ${indicators} indicators and ${links} links differ.`,
    nothing: 'There is no difference.',
    code: 'Code',
    reference: 'Reference',
    change: 'Change',
    now: 'New',
    plan: 'the plan',
    yes: 'yes',
    no: 'no',
    empty: '(empty)',
  },
};
