import type { NodeChange } from '../../changes/comparison';
import type { NodeField } from '../../changes/nodes/nodeFields';

/** Names of the sheets of a workbook of differences, its first one by which it is known. */
export const COMPARISON_SHEETS = {
  summary: 'Vergelijking',
  nodes: 'Plan',
  amounts: 'Bedragen',
  figures: 'Schemacijfers',
} as const;

export const TABLES = {
  nodes: 'tblVerschilPlan',
  amounts: 'tblVerschilBedragen',
  figures: 'tblVerschilCijfers',
} as const;

export const CHANGE_LABELS: Readonly<Record<NodeChange, string>> = {
  added: 'toegevoegd',
  removed: 'verwijderd',
  moved: 'verplaatst',
  retitled: 'andere titel',
  changed: 'gewijzigd',
  same: 'gelijk',
};

export const FIELD_LABELS: Readonly<Record<NodeField, string>> = {
  title: 'titel',
  parent: 'hoort onder',
  code: 'code',
  level: 'niveau',
  status: 'status',
  text: 'evaluatie',
  priority: 'prioritair',
  from: 'van',
  to: 'tot',
};

export const NODE_COLUMNS = {
  code: 'Code',
  oldCode: 'Vorige code',
  title: 'Titel',
  change: 'Wat',
  field: 'Veld',
  reference: 'Referentie',
  words: 'Wijziging',
  now: 'Nieuw',
  note: 'Opmerking',
} as const;

/** Columns of amounts, in the order in which a revision of a plan prints them. */
export const MONEY_COLUMNS = {
  reference: 'Referentie',
  change: 'Wijziging',
  now: 'Nieuw',
} as const;
