import type { PlanDocument } from '../../plan/document';
import type { StatusVocabulary } from '../../plan/status';
import type { WorkbookContent } from '../content';
import { indicatorTable, measureTable } from '../indicatorTables';
import type { PlanView } from '../planView';
import type { NamedDocument } from '../ends';
import { plansTable } from '../plansTable';
import { linksTable, type Together } from '../together/together';
import { INDICATOR_INPUTS, MEASURE_INPUTS, readIndicators, readMeasures } from './indicators';
import { LINK_INPUTS, readLinks, type CodesOf } from './links';
import { PLANS_INPUTS, readPlans, withNodes } from './others';
import type { PlanEdits } from './plan';
import { readTable, type SheetFindings } from './tableReader';

const codesOf = ({ document, codeOf }: NamedDocument): ((code: string) => string | undefined) => {
  const ids = new Map(document.nodes.map(({ id }) => [codeOf(id).toLowerCase(), id]));
  return (code) => ids.get(code.trim().toLowerCase());
};

/**
 * The documents with what their common sheets say now: nodes of the other plans, links, indicators and measures. `now`: the documents as far as
 * they were read back, the first with the edits of its own sheets, in `plan`.
 */
export function readTogether(
  content: WorkbookContent,
  view: PlanView,
  parts: Together,
  now: readonly PlanDocument[],
  plan: PlanEdits,
  statusesOf: (level: string) => StatusVocabulary,
  findings: SheetFindings,
): readonly PlanDocument[] {
  const { documents, links, money } = parts;
  const others = documents.slice(1);
  const plans = money
    ? readTable(content, plansTable(view, others, links.placed, money), findings, PLANS_INPUTS)
    : null;
  const edits = plans ? readPlans(plans, others, statusesOf, view.statuses, findings) : null;
  const codes: CodesOf = [plan.idOf, ...others.map((of, index) => edits?.[index]?.idOf ?? codesOf(of))];
  const linkSheet =
    money || links.rows.length > 0 ? readTable(content, linksTable(parts), findings, LINK_INPUTS) : null;
  const linked = linkSheet ? readLinks(linkSheet, documents, codes, findings) : null;
  const measured = readMeasuring(content, parts, codes, findings);
  return now.map((document, index) => {
    const nodes = index === 0 ? null : (edits?.[index - 1] ?? null);
    return {
      ...(nodes ? withNodes(document, nodes) : document),
      links: linked?.[index] ?? document.links,
      indicators: measured?.[index] ?? document.indicators,
    };
  });
}

function readMeasuring(
  content: WorkbookContent,
  { documents }: Together,
  codes: CodesOf,
  findings: SheetFindings,
): ReturnType<typeof readIndicators> | null {
  if (documents.every(({ document }) => document.indicators.length === 0)) return null;
  const sheet = readTable(content, indicatorTable(documents), findings, INDICATOR_INPUTS);
  const indicators = sheet
    ? readIndicators(sheet, documents, codes, findings)
    : documents.map(({ document }) => document.indicators);
  const measures = readTable(content, measureTable(documents), findings, MEASURE_INPUTS);
  return measures ? readMeasures(measures, documents, indicators, findings) : indicators;
}
