import type { EntityKind, Ledger, LedgerEntity } from '../../plan/ledger';

/** Who reports: the bodies that make one report together, and those that only its consolidated part names. */
export interface Group {
  /** In the order of the table: gemeente and OCMW, or the one body that reports. */
  readonly main: readonly LedgerEntity[];
  readonly others: readonly LedgerEntity[];
  /** What gemeente and OCMW charge each other is left out. */
  readonly eliminates: boolean;
  /** Which unit of the consolidated part an entity of a line belongs to: 0 the report itself, then the others. */
  readonly unitOf: (entity: string) => number;
  /** The body of the report that a line is of, by its place in `main`; null for a line of another. */
  readonly bodyOf: (entity: string) => number | null;
}

const MAIN_KINDS: ReadonlySet<EntityKind> = new Set<EntityKind>(['municipality', 'ocmw', 'province']);

const nobody: LedgerEntity = {
  name: '',
  kind: 'other',
  enterpriseNumber: null,
  address: null,
  generalDirector: null,
  financialDirector: null,
};

/** A body without a kind beside an OCMW that has no gemeente yet is that gemeente. */
function withMunicipality(entities: readonly LedgerEntity[]): readonly LedgerEntity[] {
  const has = (kind: EntityKind): boolean => entities.some((entity) => entity.kind === kind);
  if (!has('ocmw') || has('municipality')) return entities;
  const first = entities.find(({ kind }) => kind === 'other');
  return entities.map((entity) => (entity === first ? { ...entity, kind: 'municipality' } : entity));
}

export function groupOf({ entities: listed }: Pick<Ledger, 'entities'>): Group {
  const entities = withMunicipality(listed);
  const inMain = entities.filter(({ kind }) => MAIN_KINDS.has(kind));
  const main = inMain.length > 0 ? inMain : [entities[0] ?? nobody];
  const others = entities.filter((entity) => !main.includes(entity));
  const places = new Map(main.map((entity, index) => [nameKey(entity.name), index]));
  const units = new Map(others.map((entity, index) => [nameKey(entity.name), index + 1]));
  const unitOf = (entity: string): number => units.get(nameKey(entity)) ?? 0;
  return {
    main,
    others,
    eliminates: main.some(({ kind }) => kind === 'municipality') && main.some(({ kind }) => kind === 'ocmw'),
    unitOf,
    bodyOf: (entity) => (unitOf(entity) > 0 ? null : (places.get(nameKey(entity)) ?? 0)),
  };
}

const nameKey = (name: string): string => name.trim().toLowerCase();

const KIND_LABELS: Readonly<Partial<Record<EntityKind, string>>> = {
  municipality: 'Gemeente',
  ocmw: 'OCMW',
  province: 'Provincie',
  agb: 'Autonoom gemeentebedrijf',
  apb: 'Autonoom provinciebedrijf',
};

/** What J3 and M3 call a body of the report. */
export const bodyLabel = ({ kind, name }: LedgerEntity): string => KIND_LABELS[kind] ?? name;

/** What the consolidated part calls the report as a whole; the others go by their names. */
export const reportLabel = ({ main }: Group): string => main.map(bodyLabel).join(' en ');
