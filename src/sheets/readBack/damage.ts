import { SHEET_KINDS } from './kinds';
import type { StatePart, StateReading } from './state';
import type { SheetFindings } from './tableReader';

const KIND_OF_PART = {
  document: SHEET_KINDS.damagedDocument,
  others: SHEET_KINDS.damagedDocument,
  settings: SHEET_KINDS.damagedSettings,
  answers: SHEET_KINDS.damagedMemory,
  origin: SHEET_KINDS.damagedMemory,
} as const satisfies Readonly<Record<StatePart, unknown>>;

export const DAMAGE_KINDS = Object.values(KIND_OF_PART);

/** How many places a message about damage names. */
const NAMED_PLACES = 5;

/** Says of each part of the hidden sheet what could not be read of it. */
export function tellDamage({ damage }: StateReading, findings: SheetFindings): void {
  for (const kind of new Set(damage.map(({ part }) => KIND_OF_PART[part]))) {
    const places = damage.filter(({ part }) => KIND_OF_PART[part] === kind);
    const named = places.slice(0, NAMED_PLACES).map(({ part, where }) => (where === '' ? part : `${part} ${where}`));
    const text = [...named, ...(places.length > NAMED_PLACES ? ['…'] : [])].join(', ');
    findings.add(kind, {}, { count: String(places.length), text }, kind.id);
  }
}
