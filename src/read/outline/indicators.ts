import type { Source } from '../../plan/document';
import type { Indicator, IndicatorKind, Measure, Target } from '../../plan/indicator';
import { uncodedId } from '../../plan/nodeId';
import { figureSentences, milestoneYears, sentencesOf, type FigureSentence } from './figures';
import { frequencyIn, serviceIn, targetIn } from './indicatorText';
import type { NodeDraft } from './nodes';
import { dueYearsIn, quantitiesIn, yearsIn, type Quantity } from './quantities';
import type { Pattern } from './pattern';

const LIST_END = /[;,.]+$/;

/** The one year that the nearest dated node above names in its code or title: "2010: oogsten". */
function yearOf(node: NodeDraft | null): number | null {
  for (let each = node; each !== null; each = each.parent) {
    const years = yearsIn(`${each.code ?? ''} ${each.title}`);
    if (years.length > 0) return years.length === 1 ? (years[0] ?? null) : null;
  }
  return null;
}

const measureOf = ({ year, value, unit, text }: Quantity, source: Source): Measure => ({
  year,
  value,
  unit,
  text,
  source,
});

/** Gathers indicators with what their words say: frequency, years, target, service, measured values. */
export class IndicatorCollector {
  private readonly indicators: Indicator[] = [];
  private readonly ids = new Set<string>();

  constructor(
    private readonly services: readonly Pattern[],
    /** First year of the plan: what was due before it is history. */
    private readonly firstYear: number,
  ) {}

  get count(): number {
    return this.indicators.length;
  }

  /** An indicator of a plan: what is to be measured. */
  addPlanned(text: string, kind: IndicatorKind, node: NodeDraft | null, source: Source): void {
    const target = targetIn(text);
    this.add(text, kind, node, source, { target, measures: [], dueYears: dueYearsIn(text) });
  }

  /** An indicator of a report: its text says what was measured. */
  addMeasured(text: string, node: NodeDraft | null, source: Source): void {
    const measures = sentencesOf(text).flatMap((sentence) =>
      quantitiesIn(sentence).map((quantity) => measureOf(quantity, source)),
    );
    this.add(text, 'indicator', node, source, { target: null, measures, dueYears: [] });
  }

  /** Figures and dates named in a text. */
  addFigures(text: string, use: 'promised' | 'measured', node: NodeDraft | null, source: Source): void {
    const time = { use, from: this.firstYear, fallback: yearOf(node) };
    for (const sentence of figureSentences(text, time)) this.addSentence(sentence, use, node, source);
  }

  /** A heading that tells when something happened. */
  addMilestone(title: string, node: NodeDraft, source: Source): void {
    const dueYears = milestoneYears(title, yearOf(node.parent));
    if (dueYears.length > 0) this.add(title, 'milestone', node, source, { target: null, measures: [], dueYears });
  }

  private addSentence(
    { kind, text, quantities, dueYears, target }: FigureSentence,
    use: 'promised' | 'measured',
    node: NodeDraft | null,
    source: Source,
  ): void {
    const measures = use === 'measured' ? quantities.map((quantity) => measureOf(quantity, source)) : [];
    this.add(text, kind, node, source, { target, measures, dueYears });
  }

  private add(
    text: string,
    kind: IndicatorKind,
    node: NodeDraft | null,
    source: Source,
    found: {
      readonly target: Target | null;
      readonly measures: readonly Measure[];
      readonly dueYears: readonly number[];
    },
  ): void {
    const name = text.replace(LIST_END, '').trim() || text;
    const id = uncodedId(kind, node?.id ?? null, name, (each) => this.ids.has(each));
    this.ids.add(id);
    this.indicators.push({
      id,
      node: node?.id ?? null,
      name,
      kind,
      unit: found.target?.unit ?? found.measures[0]?.unit ?? null,
      frequency: kind === 'indicator' || kind === 'norm' ? frequencyIn(text) : null,
      dueYears: found.dueYears,
      target: found.target,
      service: this.serviceOf(text, node),
      measures: found.measures,
      source,
    });
  }

  /** The service named in the indicator itself, else in the nearest node above it that names one. */
  private serviceOf(text: string, node: NodeDraft | null): string | null {
    let service = serviceIn(text, this.services);
    for (let each = node; service === null && each !== null; each = each.parent)
      service = serviceIn(each.title, this.services);
    return service;
  }

  finish(): readonly Indicator[] {
    return this.indicators;
  }
}
