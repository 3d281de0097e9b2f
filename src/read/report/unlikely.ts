import { isLikelyYear } from '../../plan/calendar';
import type { Amount, Statement, Transfer, TransferTotal } from '../../plan/document';
import { placeAt, type RawFinding } from '../../plan/finding';
import { READING_KINDS } from '../findingKinds';
import type { SourceLine } from '../source';

interface YearParts {
  readonly amounts: readonly Amount[];
  readonly statements: readonly Statement[];
  readonly transfers: readonly Transfer[];
  readonly transferTotals: readonly TransferTotal[];
}

interface PrintedYear {
  readonly year: number | null;
  readonly line: number;
}

function* yearsOf({ amounts, statements, transfers, transferTotals }: YearParts): Iterable<PrintedYear> {
  for (const { year, source } of [...amounts, ...transferTotals]) yield { year, line: source.line };
  for (const { columns, dossiers, source } of statements)
    for (const { year } of [...columns, ...dossiers]) yield { year, line: source.line };
  for (const { fromYear, toYear, source } of transfers) {
    yield { year: fromYear, line: source.line };
    yield { year: toYear, line: source.line };
  }
}

/** Years that no report is about and numbers that no page has, each once, where it is printed first. They are read as they stand. */
export function unlikelyNumbers(lines: readonly SourceLine[], parts: YearParts): readonly RawFinding[] {
  const heads = lines
    .filter(({ role }) => role === 'headYear')
    .flatMap(({ number, text }) => (text.match(/\d{4}/g) ?? []).map((year) => ({ year: Number(year), line: number })));
  const years = new Map<number, number>();
  for (const { year, line } of [...heads, ...yearsOf(parts)])
    if (year !== null && !isLikelyYear(year) && !years.has(year)) years.set(year, line);
  const pages = lines.filter(({ role, text }) => role === 'pageNumber' && Number(text) === 0);
  return [
    ...[...years].map(([year, line]) => ({
      check: READING_KINDS.unlikelyYear.id,
      place: placeAt({ line }),
      figures: { year: String(year), text: lines.find(({ number }) => number === line)?.text ?? '' },
    })),
    ...pages.map(({ number, text }) => ({
      check: READING_KINDS.unlikelyPage.id,
      place: placeAt({ line: number }),
      figures: { text },
    })),
  ];
}
