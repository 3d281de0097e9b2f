import type { Source } from '../../plan/document';
import {
  COMPARISONS,
  INDICATOR_KINDS,
  type Frequency,
  type Indicator,
  type Measure,
  type Target,
} from '../../plan/indicator';
import { uncodedId } from '../../plan/nodeId';
import { frequencyIn } from '../../read/outline/indicatorText';
import { COMPARISON_LABELS, frequencyOf, INDICATOR_KIND_LABELS, storedValue, unitOf } from '../indicatorLabels';
import { INDICATOR_COLUMNS, MEASURE_COLUMNS, measureKey } from '../indicatorTables';
import { YES } from '../planTable';
import { keyIn, type NamedDocuments } from '../ends';
import { editedChoice, editedNumber, editedText, editedYear } from './cells';
import { SHEET_KINDS } from './kinds';
import { folded } from './others';
import type { CodesOf } from './links';
import type { ReadCell, ReadRow, ReadTable, SheetFindings } from './tableReader';

const I = INDICATOR_COLUMNS;
const M = MEASURE_COLUMNS;

/** Columns of the indicators that users fill in; that of the documents is there only when there are several. */
export const INDICATOR_INPUTS = [
  I.name,
  I.node,
  I.kind,
  I.service,
  I.frequency,
  I.due,
  I.comparison,
  I.target,
  I.unit,
  I.targetYear,
] as const;
export const MEASURE_INPUTS = [M.indicator, M.year, M.value, M.unit, M.main, M.text] as const;

const NO_SOURCE: Source = { line: 1, page: null };

interface Placed {
  readonly home: number;
  readonly key: string;
  readonly indicator: Indicator;
}

const isBlank = ({ value }: ReadCell): boolean => value === null || value === '';

/** Text of a cell that may be empty. */
function words(cell: ReadCell, former: string | null): string | null {
  const text = editedText(cell);
  return text === undefined ? former : text.trim() || null;
}

const kindOf = (text: string) => INDICATOR_KINDS.find((kind) => INDICATOR_KIND_LABELS[kind] === folded(text)) ?? null;
const comparisonOf = (text: string) =>
  COMPARISONS.find((comparison) => COMPARISON_LABELS[comparison] === folded(text)) ?? null;

class IndicatorReader {
  constructor(
    private readonly documents: NamedDocuments,
    private readonly codes: CodesOf,
    private readonly findings: SheetFindings,
  ) {}

  edited(row: ReadRow, { home, key, indicator }: Placed): Placed {
    const unit = unitOf(words(row.cell(I.unit), indicator.unit));
    return {
      home,
      key,
      indicator: {
        ...indicator,
        name: editedText(row.cell(I.name))?.trim() || indicator.name,
        node: this.node(row, home, indicator.node),
        kind:
          (isBlank(row.cell(I.kind)) ? undefined : editedChoice(row.cell(I.kind), kindOf, this.findings, {})) ??
          indicator.kind,
        unit: row.cell(I.unit).changed ? unit : indicator.unit,
        frequency: this.frequency(row.cell(I.frequency), indicator.frequency),
        dueYears: this.years(row.cell(I.due), indicator.dueYears),
        target: this.target(row, indicator, unit),
        service: words(row.cell(I.service), indicator.service),
      },
    };
  }

  /** A new row needs a name; in a workbook of several documents it belongs to the one it names, else to the first. */
  added(row: ReadRow, taken: ReadonlySet<string>): Placed | null {
    const name = folded(row.cell(I.document).value);
    const home = name === '' ? 0 : this.documents.findIndex((of) => of.name.toLowerCase() === name);
    const of = this.documents[home];
    if (!of) {
      this.findings.badCell(SHEET_KINDS.badDocument, row.cell(I.document));
      return null;
    }
    const title = String(row.cell(I.name).value ?? '').trim();
    if (title === '') {
      this.findings.incompleteRow(row, I.name);
      return null;
    }
    const blank: Indicator = {
      id: '',
      node: null,
      name: title,
      kind: 'indicator',
      unit: null,
      frequency: null,
      dueYears: [],
      target: null,
      service: null,
      measures: [],
      source: NO_SOURCE,
    };
    const { indicator } = this.edited(row, { home, key: '', indicator: blank });
    const code = String(row.cell(I.code).value ?? '').trim();
    const isTaken = (id: string): boolean => taken.has(keyIn(of, id));
    const id = code !== '' && !isTaken(code) ? code : uncodedId(indicator.kind, indicator.node, title, isTaken);
    const source = indicator.node === null ? NO_SOURCE : (of.tree.byId.get(indicator.node)?.source ?? NO_SOURCE);
    return { home, key: keyIn(of, id), indicator: { ...indicator, id, source } };
  }

  private node(row: ReadRow, home: number, former: string | null): string | null {
    const cell = row.cell(I.node);
    if (!cell.changed) return former;
    if (isBlank(cell)) return null;
    const node = this.codes[home]?.(String(cell.value));
    if (node !== undefined) return node;
    this.findings.badCell(SHEET_KINDS.unknownPart, cell);
    return former;
  }

  private frequency(cell: ReadCell, former: Frequency | null): Frequency | null {
    if (!cell.changed) return former;
    if (isBlank(cell)) return null;
    const text = String(cell.value);
    const frequency = frequencyOf(text) ?? frequencyIn(text);
    if (frequency) return frequency;
    this.findings.badCell(SHEET_KINDS.badFrequency, cell);
    return former;
  }

  private years(cell: ReadCell, former: readonly number[]): readonly number[] {
    if (!cell.changed) return former;
    const years = String(cell.value ?? '')
      .split(/[^\d]+/)
      .filter(Boolean);
    if (years.every((year) => /^\d{4}$/.test(year)) && (years.length > 0 || isBlank(cell)))
      return [...new Set(years.map(Number))].sort((left, right) => left - right);
    this.findings.badCell(SHEET_KINDS.badYear, cell);
    return former;
  }

  private target(row: ReadRow, { target, unit: formerUnit }: Indicator, unit: string | null): Target | null {
    const [value, comparison, year, unitCell] = [
      row.cell(I.target),
      row.cell(I.comparison),
      row.cell(I.targetYear),
      row.cell(I.unit),
    ];
    if (![value, comparison, year, unitCell].some(({ changed }) => changed)) return target;
    const number = editedNumber(value, this.findings, {});
    if (number === null || (number === undefined && target === null)) return null;
    const of = unitCell.changed || target === null ? unit : target.unit;
    // A value stays what it shows when only its unit is another.
    const shown = number ?? (unitCell.changed && of !== formerUnit ? Number(value.expected) : undefined);
    return {
      comparison: this.comparison(comparison, target?.comparison ?? 'atLeast'),
      value: shown === undefined ? (target?.value ?? 0) : storedValue(shown, of),
      unit: of,
      year: yearIn(year, target?.year ?? null, this.findings),
    };
  }

  private comparison(cell: ReadCell, former: Target['comparison']): Target['comparison'] {
    return (isBlank(cell) ? undefined : editedChoice(cell, comparisonOf, this.findings, {})) ?? former;
  }
}

/** Year of a cell that may be empty. */
function yearIn(cell: ReadCell, former: number | null, findings: SheetFindings): number | null {
  if (!cell.changed) return former;
  return isBlank(cell) ? null : (editedYear(cell, findings, {}) ?? former);
}

interface MeasureEntry {
  readonly measure: Measure;
  /** Did someone say now whether it is the main one of its year? */
  readonly said: boolean | null;
}

/** Indicators as their sheet has them now, per document: those that were there in their former order, new ones after them. */
export function readIndicators(
  table: ReadTable,
  documents: NamedDocuments,
  codes: CodesOf,
  findings: SheetFindings,
): readonly (readonly Indicator[])[] {
  const former = new Map(
    documents.flatMap((of, home) =>
      of.document.indicators.map((indicator): [string, Placed] => [
        keyIn(of, indicator.id),
        { home, key: keyIn(of, indicator.id), indicator },
      ]),
    ),
  );
  const reader = new IndicatorReader(documents, codes, findings);
  const taken = new Set(former.keys());
  const kept = new Map<string, Placed>();
  const added: Placed[] = [];
  for (const row of table.rows) {
    const before = row.key === null ? undefined : former.get(row.key);
    if (before) kept.set(before.key, reader.edited(row, before));
    else {
      const placed = reader.added(row, taken);
      if (placed) {
        added.push(placed);
        taken.add(placed.key);
      }
    }
  }
  const all = [...[...former.keys()].flatMap((key) => kept.get(key) ?? []), ...added];
  return documents.map((_, home) => all.filter((placed) => placed.home === home).map(({ indicator }) => indicator));
}

/** The indicators with their measures as the sheet Metingen has them now; a new measure comes after those of its indicator. */
export function readMeasures(
  table: ReadTable,
  documents: NamedDocuments,
  indicators: readonly (readonly Indicator[])[],
  findings: SheetFindings,
): readonly (readonly Indicator[])[] {
  const former = new Map(
    documents.flatMap((of) =>
      of.document.indicators.flatMap((indicator) =>
        indicator.measures.map((measure, index): [string, Measure] => [
          measureKey(keyIn(of, indicator.id), index),
          measure,
        ]),
      ),
    ),
  );
  const byKey = new Map(
    documents.flatMap((of, home) =>
      (indicators[home] ?? []).map((indicator): [string, Indicator] => [
        keyIn(of, indicator.id).toLowerCase(),
        indicator,
      ]),
    ),
  );
  const entries = new Map<Indicator, MeasureEntry[]>();
  const put = (indicator: Indicator, entry: MeasureEntry): void => {
    const own = entries.get(indicator);
    if (own) own.push(entry);
    else entries.set(indicator, [entry]);
  };
  const rows = new Map(table.rows.flatMap((row) => (row.key === null ? [] : [[row.key, row] as const])));
  const inFormerOrder = [...former.keys()].flatMap((key) => rows.get(key) ?? []);
  for (const row of [...inFormerOrder, ...table.rows.filter(({ key }) => key === null)]) {
    const before = row.key === null ? null : (former.get(row.key) ?? null);
    const cell = row.cell(M.indicator);
    const indicator = byKey.get(folded(cell.value)) ?? byKey.get(folded(cell.expected));
    if (!byKey.has(folded(cell.value))) findings.badCell(SHEET_KINDS.unknownIndicator, cell);
    const measure = indicator ? readMeasure(row, before, indicator, findings) : null;
    if (indicator && measure)
      put(indicator, { measure, said: row.cell(M.main).changed ? folded(row.cell(M.main).value) === YES : null });
  }
  return indicators.map((own) => own.map((indicator) => withMeasures(indicator, entries.get(indicator) ?? [])));
}

function readMeasure(
  row: ReadRow,
  before: Measure | null,
  indicator: Indicator,
  findings: SheetFindings,
): Measure | null {
  const [value, year, unitCell] = [row.cell(M.value), row.cell(M.year), row.cell(M.unit)];
  const unit = unitCell.changed ? unitOf(words(unitCell, null)) : before === null ? indicator.unit : before.unit;
  const number = editedNumber(value, findings, {});
  if (number === null || (number === undefined && before === null)) {
    if (number === null) findings.badCell(SHEET_KINDS.badNumber, value);
    else if (isBlank(value)) findings.incompleteRow(row, M.value);
    return before;
  }
  const shown = number ?? (unitCell.changed ? Number(value.expected) : null);
  return {
    year: yearIn(year, before?.year ?? null, findings),
    value: shown === null ? (before?.value ?? 0) : storedValue(shown, unit),
    unit,
    text: editedText(row.cell(M.text)) ?? before?.text ?? '',
    source: before?.source ?? indicator.source,
  };
}

/** Of the measures of one year the first in the unit of the indicator is the main one: what someone said comes first, or last. */
function withMeasures(indicator: Indicator, entries: readonly MeasureEntry[]): Indicator {
  const rank = ({ said }: MeasureEntry): number => (said === null ? 1 : said ? 0 : 2);
  const measures = (
    entries.some(({ said }) => said !== null) ? [...entries].sort((left, right) => rank(left) - rank(right)) : entries
  ).map(({ measure }) => measure);
  const same =
    measures.length === indicator.measures.length &&
    measures.every((measure, index) => sameMeasure(measure, indicator.measures[index]));
  return same ? indicator : { ...indicator, measures, unit: indicator.unit ?? measures[0]?.unit ?? null };
}

const sameMeasure = (one: Measure, other: Measure | undefined): boolean =>
  other !== undefined &&
  one.year === other.year &&
  one.value === other.value &&
  one.unit === other.unit &&
  one.text === other.text &&
  one.source === other.source;
