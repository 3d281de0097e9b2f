import type { Area } from '../model/area';
import { STANDARD_HEIGHT, STANDARD_WIDTH, type Sheet } from '../model/book';

const pointsAbove = (sheet: Sheet, row: number): number => {
  let points = row * STANDARD_HEIGHT;
  for (const [at, state] of sheet.rows)
    if (at < row) points += (state.hidden ? 0 : (state.height ?? STANDARD_HEIGHT)) - STANDARD_HEIGHT;
  return points;
};
const pointsBefore = (sheet: Sheet, column: number): number => {
  let points = column * STANDARD_WIDTH;
  for (const [at, state] of sheet.columns)
    if (at < column) points += (state.hidden ? 0 : (state.width ?? STANDARD_WIDTH)) - STANDARD_WIDTH;
  return points;
};

/** Where an area lies on its sheet, in points. */
export const boxOf = (sheet: Sheet, at: Area): { left: number; top: number; width: number; height: number } => {
  const left = pointsBefore(sheet, at.column);
  const top = pointsAbove(sheet, at.row);
  return {
    left,
    top,
    width: pointsBefore(sheet, at.column + at.columns) - left,
    height: pointsAbove(sheet, at.row + at.rows) - top,
  };
};
