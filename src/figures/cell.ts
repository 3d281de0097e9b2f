import type { Amount } from '../plan/document';
import type { Direction, Kind, Phase } from '../plan/vocabulary';

/** What an amount is about, apart from the node. */
export interface Cell {
  readonly year: number;
  readonly kind: Kind;
  readonly direction: Direction;
  readonly phase: Phase;
}

export type CellKey = string;

export const cellKey = ({ year, kind, direction, phase }: Cell): CellKey => `${year}|${kind}|${direction}|${phase}`;

export const cellOf = ({ year, kind, direction, phase }: Amount): Cell => ({ year, kind, direction, phase });

/** The same cell in the other direction: saldo and its two parts. */
export const withDirection = (cell: Cell, direction: Direction): Cell => ({ ...cell, direction });
