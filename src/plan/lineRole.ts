import type { Language } from './finding';

/** What the roles come down to for a user, in the order in which they are listed. */
export const ROLE_GROUPS = [
  'plan',
  'evaluation',
  'finance',
  'schemas',
  'transfers',
  'offBalance',
  'depreciation',
  'prose',
  'heads',
  'furniture',
  'unrecognised',
  'other',
] as const;
export type RoleGroup = (typeof ROLE_GROUPS)[number];

interface RoleEntry {
  readonly group: RoleGroup;
  readonly nl: string;
  readonly en: string;
}

const role = (group: RoleGroup, nl: string, en: string): RoleEntry => ({ group, nl, en });

/**
 * Every role a line of a source can have, with its labels and the group it is listed under. The names stand in the JSON of a
 * document and in profiles; the Dutch labels stand on the sheets Bron and Start, from which the roles are read back.
 */
const ROLES = {
  contents: role('heads', 'inhoudstabel', 'table of contents'),
  cover: role('furniture', 'titelblad', 'cover'),
  coverEntity: role('furniture', 'titelblad: entiteit', 'cover: entity'),
  coverSchema: role('furniture', 'titelblad: schema', 'cover: schema'),
  columnHead: role('schemas', 'kolomhoofd', 'column heading'),
  depreciationGroup: role('depreciation', 'afschrijving: groep', 'depreciation: group'),
  depreciationHead: role('depreciation', 'afschrijving: hoofd', 'depreciation: heading'),
  depreciationItem: role('depreciation', 'afschrijving: omschrijving', 'depreciation: description'),
  depreciationTerm: role('depreciation', 'afschrijving: termijn', 'depreciation: term'),
  depreciationTitle: role('depreciation', 'afschrijving: titel', 'depreciation: title'),
  dossier: role('heads', 'gebruikt dossier', 'file used'),
  dossierNone: role('heads', 'gebruikt dossier: geen', 'file used: none'),
  dossierRole: role('heads', 'gebruikt dossier: soort', 'file used: kind'),
  dossierTitle: role('heads', 'gebruikte dossiers: titel', 'files used: title'),
  evaluation: role('evaluation', 'evaluatie: status', 'evaluation: status'),
  financeColumns: role('finance', 'bedragen: kolommen', 'amounts: columns'),
  financeKind: role('finance', 'bedragen: soort', 'amounts: kind'),
  financeRow: role('finance', 'bedragen: rij', 'amounts: row'),
  financeYear: role('finance', 'bedragen: jaar', 'amounts: year'),
  footer: role('furniture', 'voettekst', 'footer'),
  footnote: role('prose', 'voetnoot', 'footnote'),
  headAddress: role('heads', 'hoofd: adres', 'head: address'),
  headEntity: role('heads', 'hoofd: entiteit', 'head: entity'),
  headOfficer: role('heads', 'hoofd: directeur', 'head: officer'),
  headVersion: role('heads', 'hoofd: journaalvolgnummers', 'head: ledger numbers'),
  headYear: role('heads', 'hoofd: jaar', 'head: year'),
  indicator: role('plan', 'indicator of norm', 'indicator or norm'),
  indicatorLabel: role('plan', 'indicatoren: aankondiging', 'indicators: announcement'),
  label: role('heads', 'tussenkop zonder inhoud', 'label without content'),
  narrative: role('evaluation', 'evaluatie: tekst', 'evaluation: text'),
  nodeField: role('plan', 'plan: benoemd deel', 'plan: labelled part'),
  nodeHeading: role('plan', 'plan: code', 'plan: code'),
  nodePeriod: role('plan', 'plan: periode', 'plan: period'),
  nodeTitle: role('plan', 'plan: titel', 'plan: title'),
  objectiveHeading: role('plan', 'doelstellingenrekening: code', 'objectives account: code'),
  objectiveTitle: role('plan', 'doelstellingenrekening: titel', 'objectives account: title'),
  offBalanceEntry: role('offBalance', 'buiten balans: boeking', 'off-balance: entry'),
  offBalanceHead: role('offBalance', 'buiten balans: hoofd', 'off-balance: heading'),
  offBalanceLabel: role('offBalance', 'buiten balans: omschrijving', 'off-balance: description'),
  offBalanceRow: role('offBalance', 'buiten balans: rij', 'off-balance: row'),
  offBalanceTitle: role('offBalance', 'buiten balans: titel', 'off-balance: title'),
  pageNumber: role('furniture', 'paginanummer', 'page number'),
  /** A word of an older workbook that no role has any more. */
  other: role('other', 'andere', 'other'),
  participation: role('offBalance', 'deelneming', 'participation'),
  participationsHead: role('offBalance', 'deelnemingen: hoofd', 'participations: heading'),
  participationsTotal: role('offBalance', 'deelnemingen: totaal', 'participations: total'),
  planPeriod: role('plan', 'plan: planperiode', 'plan: plan period'),
  planTitle: role('plan', 'plan: hoofding', 'plan: heading'),
  prose: role('prose', 'toelichting: tekst', 'running text'),
  proseHeading: role('prose', 'toelichting: titel', 'running text: heading'),
  proseItem: role('prose', 'toelichting: opsomming', 'running text: list item'),
  reference: role('heads', 'verwijzing', 'reference'),
  runningHead: role('furniture', 'koptekst', 'running head'),
  schemaTitle: role('schemas', 'schema: titel', 'schema: title'),
  sectionHead: role('schemas', 'schema: rubriek', 'schema: section'),
  sectionTitle: role('heads', 'verslag: titel', 'report: title'),
  sentinel: role('furniture', 'mededeling "geen ..."', 'notice "none ..."'),
  statementKind: role('schemas', 'schema: soort', 'schema: kind'),
  statementLabel: role('schemas', 'schema: omschrijving', 'schema: label'),
  statementRow: role('schemas', 'schema: rij', 'schema: row'),
  tableHead: role('schemas', 'tabel: hoofd', 'table: heading'),
  tableRow: role('schemas', 'tabel: rij', 'table: row'),
  transferFigures: role('transfers', 'overdracht: bedragen', 'carry-over: amounts'),
  transferHead: role('transfers', 'overdracht: kolomhoofd', 'carry-over: column heading'),
  transferRow: role('transfers', 'overdracht: tekst', 'carry-over: text'),
  transferTotal: role('transfers', 'overdracht: totaal', 'carry-over: total'),
  transferTotalsHead: role('transfers', 'overdracht: hoofd van totalen', 'carry-over: heading of totals'),
  transferTotalsLabel: role('transfers', 'overdracht: naam van totaal', 'carry-over: name of a total'),
  transfersTitle: role('transfers', 'overdracht: titel', 'carry-over: title'),
  /** No reader recognised it. */
  unrecognised: role('unrecognised', 'niet herkend', 'not recognised'),
} as const satisfies Readonly<Record<string, RoleEntry>>;

export type LineRole = keyof typeof ROLES;

export const LINE_ROLES = Object.keys(ROLES) as readonly LineRole[];

const isLineRole = (name: string): name is LineRole => Object.hasOwn(ROLES, name);

/** What a user reads for a role. A name that is none of ours, as a document made elsewhere may hold, is shown as it is. */
export const labelOfRole = (name: string, language: Language = 'nl'): string =>
  isLineRole(name) ? ROLES[name][language] : name;

export const groupOfRole = (name: string): RoleGroup => (isLineRole(name) ? ROLES[name].group : 'other');

const BY_LABEL: ReadonlyMap<string, LineRole> = new Map(LINE_ROLES.map((name) => [ROLES[name].nl, name]));

/**
 * The role a sheet names with this label; null for a label that no role has. Older workbooks show some roles by their name in
 * the code, which counts as well.
 */
export const roleOfLabel = (label: string): LineRole | null =>
  BY_LABEL.get(label) ?? (isLineRole(label) ? label : null);
