import { ACTION, type WireAction } from './wire';

/**
 * A host that answers well and does something else. drop: a write is not done. double: it is done twice. delay: it is done when the request is over, behind
 * all others. falsify: one of the cells it writes gets another content.
 */
export const DISTORTIONS = ['drop', 'double', 'delay', 'falsify'] as const;
export type Distortion = (typeof DISTORTIONS)[number];

const CONTENT = new Set(['Values', 'Formulas']);

/** True for what writes: a property that is set. */
export const isWrite = ({ ActionType }: WireAction): boolean => ActionType === ACTION.set;

/** True for what writes into cells. */
export const isCellWrite = (action: WireAction): boolean => isWrite(action) && CONTENT.has(action.Name ?? '');

const other = (value: unknown): unknown =>
  typeof value === 'number' ? value + 1 : typeof value === 'string' && value !== '' ? `${value.slice(0, -1)}~` : 'x';

/** The last cell that says something, otherwise. */
function falsified(value: unknown): unknown {
  if (!Array.isArray(value)) return other(value);
  const rows = (value as unknown[][]).map((row) => (Array.isArray(row) ? [...row] : row));
  for (const row of [...rows].reverse()) {
    const at = row.findLastIndex((cell) => cell !== null && cell !== '' && !String(cell).startsWith('='));
    if (at < 0) continue;
    row[at] = other(row[at]);
    return rows;
  }
  return rows;
}

export const falsify = (action: WireAction): WireAction =>
  isCellWrite(action)
    ? {
        ...action,
        ArgumentInfo: { ...action.ArgumentInfo, Arguments: (action.ArgumentInfo?.Arguments ?? []).map(falsified) },
      }
    : action;
