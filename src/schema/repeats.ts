import type { Statement } from '../plan/document';
import { rowsWithId, rowWithId } from './rows/identify';

/** Rows of J2 and M2 that print a figure of another row again, by the end of their ids. */
const REPEATED: readonly { readonly row: string; readonly of: string }[] = [
  { row: 'margin.I', of: 'I' },
  { row: 'corrected.I', of: 'margin.III' },
  { row: 'corrected.II.a', of: 'margin.II.a' },
];

/** The consolidated part repeats the results of the entity itself, when it is the only entity. */
const OWN_RESULTS: readonly { readonly result: string; readonly of: string }[] = [
  { result: 'consolidated.I', of: 'IX' },
  { result: 'consolidated.II', of: 'margin.III' },
  { result: 'consolidated.III', of: 'corrected.III' },
];

/** A row that prints the figures of another again, as indexes among the rows of the statement. */
export interface RepeatedRow {
  readonly row: number;
  readonly of: number;
}

const pair = (row: number | null | undefined, of: number | null): readonly RepeatedRow[] =>
  row === null || row === undefined || of === null ? [] : [{ row, of }];

/** Rows of J2 and M2 that print the figure of another row again; none for other schemas. */
export function repeatedRows(statement: Statement): readonly RepeatedRow[] {
  const id = (key: string): string => `${statement.schema}.${key}`;
  const direct = REPEATED.flatMap(({ row, of }) => pair(rowWithId(statement, id(row)), rowWithId(statement, id(of))));
  const own = OWN_RESULTS.flatMap(({ result, of }) => {
    // Of one entity the figure may stand on the line of the result itself.
    const entities = [...rowsWithId(statement, id(result)), ...rowsWithId(statement, id(`${result}.entity`))];
    return entities.length === 1 ? pair(entities[0], rowWithId(statement, id(of))) : [];
  });
  return [...direct, ...own];
}
