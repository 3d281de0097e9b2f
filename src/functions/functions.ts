import { PLAN_COLUMNS } from '../sheets/planColumns';
import { lookUp } from './lookup';

/**
 * Geeft de status van elke code, zoals die op het blad Plan staat.
 * @customfunction STATUS
 * @param {any[][]} plan De tabel van het blad Plan, met de koppen erbij: tblPlan[#All]
 * @param {any[][]} codes Eén code of een kolom met codes
 * @returns {any[][]} De status van elke code, in dezelfde vorm
 */
export function status(plan: unknown[][], codes: unknown[][]): unknown[][] {
  const found = lookUp(plan, PLAN_COLUMNS.code, PLAN_COLUMNS.status, codes);
  if (!found.ok) {
    throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, `De tabel heeft geen kolom "${found.failure.heading}". Geef tblPlan[#All].`);
  }
  return found.value.map((row) =>
    row.map((answer) => answer ?? new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, 'Deze code staat niet op het blad Plan.')),
  );
}

CustomFunctions.associate('STATUS', status);
