import { lookUp, type Cell } from './lookup';

/** Headings of the table on the sheet Plan that the functions look for. */
const CODE = 'Code';
const STATUS = 'Status';

/**
 * Geeft de status van elke code, zoals die op het blad Plan staat.
 * @customfunction STATUS
 * @param {any[][]} plan De tabel van het blad Plan, met de koppen erbij: tblPlan[#All]
 * @param {any[][]} codes Eén code of een kolom met codes
 * @returns {any[][]} De status van elke code, in dezelfde vorm
 */
export function status(plan: Cell[][], codes: Cell[][]): (string | CustomFunctions.Error)[][] {
  const found = lookUp(plan, CODE, STATUS, codes);
  if (!found.ok) {
    throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, `De tabel heeft geen kolom "${found.failure.heading}". Geef tblPlan[#All].`);
  }
  return found.value.map((row) =>
    row.map((answer) => answer ?? new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, 'Deze code staat niet op het blad Plan.')),
  );
}

CustomFunctions.associate('STATUS', status);
