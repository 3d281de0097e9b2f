import type { DocumentInfo, Period, Statement } from '../../plan/document';
import { isDay } from '../../plan/calendar';
import { schemaSetFrom } from '../../schema/rows/rows';
import type { ReportContext } from './context';
import type { Gathered } from './gathered';
import type { SectionHead } from './head';

/** What the report is, of whom and about which years, from its sections, their heads and its cover. */
export function describeDocument(
  context: ReportContext,
  { evaluation, statements, texts, heads }: Gathered,
): DocumentInfo {
  const { isPlan } = context;
  const planPeriod = evaluation?.planPeriod ?? spanOf(heads) ?? context.coverPeriod;
  const fiscalYear = isPlan ? null : (context.fiscalYear ?? evaluation?.amounts[0]?.year ?? null);
  const newSetFrom = isPlan ? (yearOf(planPeriod) ?? firstYearOf(statements)) : fiscalYear;
  return {
    kind: isPlan ? 'multiYearPlan' : 'annualAccounts',
    title: evaluation ? EVALUATION_TITLE : (statements[0]?.title ?? texts[0]?.title ?? ''),
    fiscalYear,
    schemaSet: newSetFrom === null ? null : schemaSetFrom(newSetFrom),
    entity: context.entity,
    planPeriod,
    officers: context.officers,
  };
}

/** The first year a plan prints; null for a plan without columns. */
function firstYearOf(statements: readonly Statement[]): number | null {
  const years = statements.flatMap(({ columns }) => columns.map(({ year }) => year));
  return years.length === 0 ? null : Math.min(...years);
}

const yearOf = (period: Period | null): number | null => (period === null ? null : Number(period.from.slice(0, 4)));

/** A plan prints its years over each schema ("2026-2031"). */
function spanOf(heads: readonly SectionHead[]): Period | null {
  const head = heads.find(({ year, lastYear }) => year !== null && lastYear !== null);
  const span = head && { from: `${head.year}-01-01`, to: `${head.lastYear}-12-31` };
  return span && isDay(span.from) && isDay(span.to) ? span : null;
}

const EVALUATION_TITLE = 'Beleidsevaluatie';
