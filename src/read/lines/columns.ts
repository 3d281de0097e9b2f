/** How a heading is compared: no case, accents, blanks, signs or "(EUR)" behind it. */
export const foldHeading = (text: string): string =>
  text
    .replace(/\s*[([][^()[\]]*[)\]]\s*$/, '')
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** A column as the contract names it, and what else it is called. */
interface ColumnNames {
  readonly name: string;
  readonly also: readonly string[];
}

const column = (name: string, ...also: readonly string[]): ColumnNames => ({ name, also });

const ENTITY = column('Entiteit', 'Bestuur', 'Boekhoudkundige entiteit', 'Rechtspersoon');
const ACCOUNT = ['Rekening', 'AR', 'Rekeningnummer', 'Algemene rekening', 'Algemene rekening nummer', 'ARK'];
const YEAR = column('Jaar', 'Boekjaar');
const FIELD = column('Beleidsveld', 'BV', 'Beleidsveldcode', 'Code beleidsveld', 'Beleidsitem');
const DESCRIPTION = column('Omschrijving', 'Benaming', 'Naam rekening');

const LINE_COLUMNS = {
  entity: ENTITY,
  estimate: column('Raming', 'Ramingnummer', 'Ramingsnummer', 'MJP', 'MJP-nummer'),
  description: DESCRIPTION,
  action: column('Actie', 'Actiecode', 'Code actie'),
  account: column('Algemene rekening', ...ACCOUNT),
  policyField: FIELD,
  kind: column('Soort', 'E/I/F'),
  direction: column('Richting', 'U/O', 'Uitgave/Ontvangst'),
  year: YEAR,
  initialCents: column('Initieel krediet', 'Initiële kredieten', 'Beginkrediet'),
  finalCents: column('Eindkrediet', 'Krediet', 'Eindkredieten'),
  carriedOverCents: column('Overgedragen', 'Overgedragen krediet', 'Over te dragen', 'Overdracht'),
  actualCents: column('Jaarrekening', 'Aanrekening', 'Gerealiseerd', 'Aangerekend', 'Realisatie'),
  planCents: column('Meerjarenplan', 'Raming bedrag', 'Geraamd bedrag'),
  counterparty: column('Tegenpartij', 'Begunstigde'),
} as const;

const BALANCE_COLUMNS = {
  entity: ENTITY,
  account: column('Rekening', ...ACCOUNT),
  description: DESCRIPTION,
  openingCents: column('Beginsaldo', 'Openingssaldo', 'Saldo begin'),
  debitCents: column('Debet', 'Debit'),
  creditCents: column('Credit'),
  closingCents: column('Eindsaldo', 'Saldo', 'Slotsaldo', 'Saldo einde'),
  year: YEAR,
} as const;

const DOMAIN_COLUMNS = { policyField: FIELD, name: column('Beleidsdomein', 'Domein') } as const;

const ACTION_COLUMNS = {
  code: column('Code', 'Actiecode'),
  title: column('Titel', 'Omschrijving', 'Naam'),
  parent: column('Boven', 'Bovenliggend', 'Bovenliggende code', 'Valt onder'),
  level: column('Niveau', 'Soort element'),
  priority: column('Prioritair', 'Prioriteit'),
} as const;

const ENTITY_COLUMNS = {
  name: column('Naam', 'Entiteit', 'Bestuur'),
  kind: column('Soort', 'Soort bestuur', 'Type'),
  enterpriseNumber: column('Ondernemingsnummer', 'KBO-nummer', 'KBO'),
  address: column('Adres'),
  generalDirector: column('Algemeen directeur'),
  financialDirector: column('Financieel directeur'),
} as const;

const TABLES = {
  lines: LINE_COLUMNS,
  balance: BALANCE_COLUMNS,
  actions: ACTION_COLUMNS,
  entities: ENTITY_COLUMNS,
  domains: DOMAIN_COLUMNS,
} as const;

export type TableKind = keyof typeof TABLES;
export type ColumnKey<Kind extends TableKind> = keyof (typeof TABLES)[Kind] & string;

const KINDS = Object.keys(TABLES) as readonly TableKind[];

const AMOUNTS = ['initialCents', 'finalCents', 'carriedOverCents', 'actualCents', 'planCents'] as const;
const BALANCES = ['openingCents', 'debitCents', 'creditCents', 'closingCents'] as const;

/** The columns that tell a table: all of `all` and one of `any`, none of `none` of another table. */
const SIGNATURES: {
  readonly [Kind in TableKind]: {
    readonly all: readonly ColumnKey<Kind>[];
    readonly any: readonly ColumnKey<Kind>[];
  };
} = {
  lines: { all: ['account'], any: AMOUNTS },
  balance: { all: ['account'], any: BALANCES },
  actions: { all: ['code', 'title'], any: ['code'] },
  entities: { all: ['name', 'kind'], any: ['name'] },
  domains: { all: ['policyField', 'name'], any: ['name'] },
};

/** Without these the rows of a table cannot be placed. */
const REQUIRED: { readonly [Kind in TableKind]: readonly ColumnKey<Kind>[] } = {
  lines: ['account', 'year'],
  balance: ['account'],
  actions: ['code', 'title'],
  entities: ['name', 'kind'],
  domains: ['policyField', 'name'],
};

/** Where the columns of a table stand, by 0-based position; the rest are extra. */
export interface Header {
  readonly kind: TableKind;
  readonly columns: ReadonlyMap<string, number>;
  /** Headings as they stand in the file. */
  readonly headings: readonly string[];
  /** Names of columns that the table cannot do without. */
  readonly missing: readonly string[];
}

/** By its own name first, else by the first of its other names. */
function columnsIn(kind: TableKind, folded: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const taken = new Set<number>();
  const names: readonly (readonly [string, ColumnNames])[] = Object.entries(TABLES[kind]);
  const longest = Math.max(...names.map(([, { also }]) => also.length));
  for (let rank = 0; rank <= longest; rank += 1) {
    for (const [key, { name, also }] of names) {
      const wanted = rank === 0 ? name : also[rank - 1];
      if (wanted === undefined || found.has(key)) continue;
      const at = folded.findIndex((heading, index) => !taken.has(index) && heading === foldHeading(wanted));
      if (at < 0) continue;
      found.set(key, at);
      taken.add(at);
    }
  }
  return found;
}

const isTold = (kind: TableKind, columns: ReadonlyMap<string, number>): boolean => {
  const { all, any }: { readonly all: readonly string[]; readonly any: readonly string[] } = SIGNATURES[kind];
  return all.every((key) => columns.has(key)) && any.some((key) => columns.has(key));
};

/** The table that these headings are of, the one that knows most of them; null when they are of none. */
export function recogniseHeader(headings: readonly string[]): Header | null {
  const folded = headings.map(foldHeading);
  const candidates = KINDS.map((kind) => ({ kind, columns: columnsIn(kind, folded) }))
    .filter(({ kind, columns }) => isTold(kind, columns))
    .sort((left, right) => right.columns.size - left.columns.size);
  const [best] = candidates;
  if (!best) return null;
  const { kind, columns } = best;
  const names: Readonly<Record<string, ColumnNames>> = TABLES[kind];
  const required: readonly string[] = REQUIRED[kind];
  const missing = required.filter((key) => !columns.has(key)).map((key) => names[key]?.name ?? key);
  return { kind, columns, headings, missing };
}
