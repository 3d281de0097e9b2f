import { readXlsx } from 'hucre/xlsx';
import { ASSUMPTIONS } from '../../standin/host/assumptions';
import { HAND_SHEET, stepsByHand, VERDICT_COLUMN } from './kit';
import { OUTCOME_SHEET } from './runner.mjs';

/** What a workbook that came back tells. */
export interface Comparison {
  /** Program, platform and version, as Excel said. */
  readonly excel: string;
  readonly same: number;
  readonly differences: readonly string[];
  /** Probes and steps nobody tried. */
  readonly untried: readonly string[];
}

type Outcomes = ReadonlyMap<string, string>;

const textOf = (cell: unknown): string => (cell === null || cell === undefined ? '' : String(cell));

async function rowsOf(bytes: Uint8Array, name: string): Promise<readonly (readonly unknown[])[] | null> {
  const { sheets } = await readXlsx(bytes);
  return sheets.find((sheet) => sheet.name === name)?.rows.slice(1) ?? null;
}

const saidOf = (id: string): string => ASSUMPTIONS.find((one) => one.id === id)?.says ?? '';

/** Compares the outcomes in a workbook with those of the stand-in; null when it is not one of ours. */
export async function compareOutcomes(bytes: Uint8Array, expected: Outcomes): Promise<Comparison | null> {
  const probed = await rowsOf(bytes, OUTCOME_SHEET);
  const byHand = await rowsOf(bytes, HAND_SHEET);
  if (probed === null || byHand === null) return null;
  const found: Outcomes = new Map(probed.map(([id, json]) => [textOf(id), textOf(json)]));
  const verdicts = new Map(
    byHand.map((row) => [
      textOf(row[0]),
      { verdict: textOf(row[VERDICT_COLUMN]), remark: textOf(row[VERDICT_COLUMN + 1]) },
    ]),
  );
  const tried = [...expected].filter(([id]) => found.has(id));
  const differing = tried.filter(([id, json]) => found.get(id) !== json);
  const otherwise = stepsByHand().flatMap(({ id }) => {
    const seen = verdicts.get(id);
    return seen?.verdict === 'otherwise' ? [{ id, remark: seen.remark }] : [];
  });
  const asSaid = stepsByHand().filter(({ id }) => verdicts.get(id)?.verdict === 'as said');
  return {
    excel: found.get('excel') ?? '',
    same: tried.length - differing.length + asSaid.length,
    differences: [
      ...differing.map(([id, json]) => `${id}: ${saidOf(id)}\n  Excel:    ${found.get(id) ?? ''}\n  stand-in: ${json}`),
      ...otherwise.map(
        ({ id, remark }) => `${id}: ${saidOf(id)}\n  seen otherwise by hand${remark === '' ? '' : `: ${remark}`}`,
      ),
    ],
    untried: [
      ...[...expected.keys()].filter((id) => !found.has(id)),
      ...stepsByHand().flatMap(({ id }) => ((verdicts.get(id)?.verdict ?? '') === '' ? [id] : [])),
    ],
  };
}
